//! The whole assessment as Markdown: for mails, wikis, minutes.
//!
//! **Format.** `CommonMark` with the tables of GitHub; nothing in HTML. What somebody typed is escaped in one place
//! ([`escape`]). **What is in it.** The finding; the outlook with every criterion; every expectation; the two sides;
//! the exchange; practices and gates; contributions; statement, measures, plan; bridges; what next; how it went and
//! what has changed, from the first snapshot on; who was heard; how thin the evidence is. Figures are rounded as on
//! screen. **What is not.** Single answers: only counted medians; the names of those who replied only where names are
//! [included](super::Include) and at least three replies of their side are there, since the median of fewer shows what
//! one of them said.
//!
//! ```
//! use common_ground::advice;
//! use common_ground::assessment::{Assessment, AssessmentId, Edit};
//! use common_ground::catalogue::{bundled, bundled_advice};
//! use common_ground::report::{Include, Subject, markdown::markdown};
//! use common_ground::score::{self, Many};
//!
//! let now = "2026-11-23T08:00:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, bundled());
//! assessment.apply(Edit::Name("Tests & *checks*".into()), bundled()).unwrap();
//! let results = score::results(&assessment.answered);
//! let many = Many::of(&assessment.answered, &results.counted);
//! let page = markdown(&Subject {
//!     assessment: &assessment,
//!     results: &results,
//!     next: &advice::next(&assessment, &results, &many, bundled_advice(), &[]),
//!     catalogue: bundled(),
//!     advice: bundled_advice(),
//!     today: &"2026-11-23".parse().unwrap(),
//!     ahead: 0,
//!     include: Include::default(),
//! });
//! assert!(page.starts_with("# Tests \\& \\*checks\\*: common ground\n\nPlanning phase · 23 November 2026\n"), "{page}");
//! ```

mod ahead;
pub mod escape;
mod page;
mod past;
mod sides;

use super::{Subject, about, criterion, finding, who, words};
use crate::assessment::Evidence;
use crate::catalogue::content::Scale;
use crate::catalogue::{Level, PerSide, Side};
use crate::order;
use crate::score::{CountedItem, Rung};
use crate::text::{EN, numbers};
use escape::{block, inline, item, link};
use page::Page;

/// The report.
pub fn markdown(subject: &Subject<'_>) -> String {
    let mut page = Page::default();
    head(&mut page, subject);
    outlook(&mut page, subject);
    expectations(&mut page, subject);
    sides::sides(&mut page, subject);
    sides::exchange(&mut page, subject);
    sides::practices(&mut page, subject);
    sides::contributions(&mut page, subject);
    ahead::statement(&mut page, subject);
    ahead::measures(&mut page, subject);
    ahead::plan(&mut page, subject);
    ahead::bridges(&mut page, subject);
    ahead::next(&mut page, subject);
    past::over_time(&mut page, subject);
    page.heading(2, EN.report.heard);
    page.list(&who::heard(subject).iter().map(|line| inline(line)).collect::<Vec<_>>());
    page.paragraph(EN.results.evidence);
    page.finish()
}

/// Our own words, in which only a figure may hold what Markdown reads: "<1 %".
fn shown(words: &str) -> String {
    words.replace('<', "\\<").replace('>', "\\>")
}

fn head(page: &mut Page, subject: &Subject<'_>) {
    let Subject { assessment, results, catalogue, .. } = subject;
    let text = &EN.report;
    page.heading(1, &(text.title)(&inline(&words::name(assessment))));
    page.paragraph(&finding::kicker(assessment, results, catalogue, subject.ahead));
    page.paragraph(&(text.of_day)(&words::date(subject.today)));
    page.paragraph(&block(&assessment.answered.community.purpose, "> "));
    let about = about::about(subject).into_iter().map(|(name, value)| named(name, &inline(&value)));
    page.list(&about.collect::<Vec<_>>());
    let mut sentence = format!("**{}.**", shown(&finding::sentence(&assessment.answered, results).title));
    if results.delivery.kept.ends().is_some() {
        let kept = words::percent(results.delivery.kept, words::KEPT);
        sentence = [&sentence, " ", &shown(&numbers::capital(&(text.kept)(&kept)))].concat();
    }
    page.paragraph(&sentence);
    let (_, rungs, rest) = finding::outlook(results);
    let is = match rungs.as_slice() {
        [low, high] => (text.outlook_between)(low, high),
        one => (text.outlook)(&one.concat()),
    };
    page.paragraph([is.as_str(), &rest].join(" ").trim_end());
    for notice in finding::notices(results) {
        page.paragraph(notice);
    }
}

/// "Founded: April 2023"; a question keeps its mark.
fn named(name: &str, value: &str) -> String {
    [name, if name.ends_with('?') { " " } else { ": " }, value].concat()
}

fn outlook(page: &mut Page, subject: &Subject<'_>) {
    let text = &EN.report;
    page.heading(2, EN.results.outlook_title);
    let rows: Vec<Vec<String>> = Rung::ALL
        .into_iter()
        .flat_map(|rung| subject.results.criteria.iter().filter(move |one| one.id.rung() == rung))
        .map(|one| {
            let told = criterion::told(one, subject.results, subject.catalogue);
            let rung = words::pick(&EN.results.rung_names, one.id.rung().index());
            let figure = if told.short.is_empty() { told.figure } else { format!("{}; {}", told.figure, told.short) };
            vec![rung.to_owned(), told.words.to_owned(), shown(&figure), told.needs, told.verdict.to_owned()]
        })
        .collect();
    page.table(&[text.rung, text.criterion, text.figure, text.needs, text.holds], &rows);
    page.paragraph(EN.results.outlook_foot);
}

fn expectations(page: &mut Page, subject: &Subject<'_>) {
    let Subject { assessment, results, catalogue, .. } = subject;
    let (text, answered) = (&EN.results, &assessment.answered);
    let arrived = results.counted.items.iter().any(|item| item.delivered.iter().any(|(_, level)| level.is_some()));
    page.heading(2, text.every_title);
    let mut head = vec![text.every_number, text.every_expectation, EN.frame.organisation, EN.frame.members];
    if arrived {
        head.push(EN.report.delivered_both);
    }
    head.push(EN.report.wanted);
    let row = |((at, item), region): ((usize, &CountedItem), &crate::score::Region)| {
        let mut row = vec![(at + 1).to_string(), inline(&words::statement(answered, item.id, catalogue))];
        row.extend(
            Side::ALL.map(|side| words::level_or_open(*item.importance.get(side), Scale::Importance, catalogue)),
        );
        if arrived {
            row.push(both(item.delivered));
        }
        row.push(words::region(*region).to_owned());
        row
    };
    let rows: Vec<Vec<String>> =
        results.counted.items.iter().enumerate().zip(&results.overlap.regions).map(row).collect();
    page.table(&head, &rows);
    let sum = finding::sum(results);
    if !sum.is_empty() {
        page.paragraph(&shown(&[&sum, "."].concat()));
    }
    if subject.include.notes {
        let noted = assessment.notes.iter().filter_map(|(id, note)| Some((answered.number(*id)?, note)));
        let mut noted: Vec<_> = noted.collect();
        order::sort_by_key(&mut noted, |(number, _)| *number);
        let lines = noted.iter().filter_map(|(number, note)| {
            let told = told(&note.note, &note.evidence, subject);
            (!told.is_empty()).then(|| format!("{} {number}: {told}", text.every_number))
        });
        notes(page, &lines.collect::<Vec<_>>());
    }
}

/// The steps of both sides, in figures.
fn both(levels: PerSide<Option<Level>>) -> String {
    let of = |level: Option<Level>| level.map_or_else(|| "?".to_owned(), |level| numbers::steps(level.steps()));
    format!("{}, {}", of(levels.organisation), of(levels.members))
}

/// Notes under what they are about.
fn notes(page: &mut Page, lines: &[String]) {
    if !lines.is_empty() {
        page.heading(3, EN.report.notes);
        page.list(lines);
    }
}

/// A note and what shows it, as an item of a list.
fn told(note: &str, evidence: &[Evidence], subject: &Subject<'_>) -> String {
    let shows = evidence.iter().map(|one| {
        let mut parts = vec![link(&one.text, &one.url)];
        parts.extend(one.date.as_ref().map(words::date));
        if subject.include.names && !one.person.trim().is_empty() {
            parts.push((EN.report.can_tell)(&inline(&one.person)));
        }
        parts.retain(|part| !part.is_empty());
        parts.join(", ")
    });
    let mut parts = vec![item(note)];
    parts.extend(shows);
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}
