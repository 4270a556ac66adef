//! The plan as a calendar file: each open action and each measure that has a day, and the next review.
//!
//! **Format.** iCalendar (RFC 5545). **Whole-day events, not to-dos**: Outlook and Google Calendar leave out the to-dos
//! (`VTODO`) of a file that they import, and Apple shows them in another program; an event of one day is shown by all
//! three. It is marked as free time (`TRANSPARENT`), since a day by which something is to be done is not taken up by
//! it.
//!
//! **Identity.** An event's `UID` is made of the assessment's id and the action's or measure's, so that a file that is
//! imported again changes the entry instead of adding one. Bytes of such an id other than letters, digits, `-` and `_`
//! are written as `.` and two hexadecimal digits, so that two ids never give one. `DTSTAMP` is the caller's instant.
//!
//! **Text.** `\`, `;`, `,` and line breaks are escaped, other control characters left out. Lines end with CRLF and are
//! folded at 75 octets, never within a character. **Edges.** Done and dropped actions, and what has no day, are left
//! out; where nothing is left there is no calendar, since the format wants at least one entry. A measure has no state,
//! so its day stays, also once its target is reached. The last day of the year 9999 has no `DTEND`, and is one day all
//! the same.
//!
//! ```
//! use common_ground::assessment::{Assessment, AssessmentId, Edit};
//! use common_ground::catalogue::{bundled, bundled_advice};
//! use common_ground::report::{Include, calendar};
//!
//! let now = "2026-11-23T08:00:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, bundled());
//! let now = "2026-11-23T08:00:00Z".parse().unwrap();
//! assert_eq!(calendar::calendar(&assessment, bundled_advice(), &now, Include::default()), None);
//! assessment.apply(Edit::NextReview("2027-02-15".parse().ok()), bundled()).unwrap();
//! let file = calendar::calendar(&assessment, bundled_advice(), &now, Include::default()).unwrap();
//! assert!(file.contains("\r\nUID:a-review\r\nDTSTAMP:20261123T080000Z\r\nDTSTART;VALUE=DATE:20270215\r\n"));
//! ```

use super::{Include, planned, words};
use crate::assessment::{ActionStatus, Assessment, Date, Instant};
use crate::catalogue::Advice;
use crate::text::EN;

/// The octets of a line, without its end (RFC 5545, 3.1).
const LINE: usize = 75;

/// The calendar, `None` where nothing has a day; owners only where names are included.
pub fn calendar(assessment: &Assessment, advice: &Advice, now: &Instant, include: Include) -> Option<String> {
    let mut file = File { text: String::new(), stamp: basic(&now.to_string()), name: words::name(assessment) };
    file.line("BEGIN:VCALENDAR");
    file.line("VERSION:2.0");
    file.line("PRODID:-//Common Ground//Common Ground//EN");
    file.line("CALSCALE:GREGORIAN");
    file.line("METHOD:PUBLISH");
    let head = file.text.len();
    let review = assessment.answered.community.next_review.as_ref().filter(|date| date.is_day());
    if let Some(day) = review {
        let summary = (EN.report.review_of)(&file.name);
        file.event(&format!("{}-review", assessment.id), day, &summary, "");
    }
    for action in assessment.actions.iter().filter(|action| action.status == ActionStatus::Open) {
        if let Some(day) = action.due.as_ref().filter(|date| date.is_day()) {
            let uid = format!("{}-action-{}", assessment.id, plain(&action.id));
            let description = file.description(&action.owner, include);
            file.event(&uid, day, &planned::title(action, advice), &description);
        }
    }
    for measure in &assessment.measures {
        if let Some(day) = measure.due.as_ref().filter(|date| date.is_day()) {
            let uid = format!("{}-measure-{}", assessment.id, plain(&measure.id));
            let description = file.description(&measure.owner, include);
            file.event(&uid, day, &planned::measure_due(measure, advice), &description);
        }
    }
    if file.text.len() == head {
        return None;
    }
    file.line("END:VCALENDAR");
    Some(file.text)
}

/// A file that grows.
struct File {
    text: String,
    stamp: String,
    name: String,
}

impl File {
    /// Whence an event comes, and whose it is.
    fn description(&self, owner: &str, include: Include) -> String {
        let from = (EN.report.action_of)(&self.name);
        match owner.trim() {
            owner if include.names && !owner.is_empty() => [&(EN.report.by_owner)(owner), "\n", &from].concat(),
            _ => from,
        }
    }

    /// An event of a whole day.
    fn event(&mut self, uid: &str, day: &Date, summary: &str, description: &str) {
        self.line("BEGIN:VEVENT");
        self.line(&["UID:", uid].concat());
        let stamp = ["DTSTAMP:", &self.stamp].concat();
        self.line(&stamp);
        self.line(&["DTSTART;VALUE=DATE:", &basic(day.as_str())].concat());
        if let Some(next) = Date::from_day_number(day.day_number() + 1) {
            self.line(&["DTEND;VALUE=DATE:", &basic(next.as_str())].concat());
        }
        self.line(&["SUMMARY:", &escaped(summary)].concat());
        if !description.is_empty() {
            self.line(&["DESCRIPTION:", &escaped(description)].concat());
        }
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }

    /// A line, folded: what follows stands behind a space, which counts.
    fn line(&mut self, line: &str) {
        let mut used = 0;
        for letter in line.chars() {
            if used + letter.len_utf8() > LINE {
                self.text.push_str("\r\n ");
                used = 1;
            }
            self.text.push(letter);
            used += letter.len_utf8();
        }
        self.text.push_str("\r\n");
    }
}

/// A date or instant without its hyphens, colons and parts of a second.
fn basic(text: &str) -> String {
    let whole = text.split('.').next().unwrap_or_default();
    let mut basic: String = whole.chars().filter(|letter| !matches!(letter, '-' | ':')).collect();
    if whole.len() < text.len() {
        basic.push('Z');
    }
    basic
}

/// Letters, digits, `-` and `_` as they are; any other byte as `.` and two hexadecimal digits.
fn plain(id: &str) -> String {
    let mut out = String::with_capacity(id.len());
    for byte in id.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
            out.push(char::from(byte));
        } else {
            let digit = |value: u8| char::from_digit(u32::from(value), 16).unwrap_or('0');
            out.extend(['.', digit(byte >> 4), digit(byte & 15)]);
        }
    }
    out
}

/// Text as a value (RFC 5545, 3.3.11).
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => out.extend(['\\', letter]),
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(letter),
            _ if letter.is_control() => {}
            _ => out.push(letter),
        }
    }
    out
}
