//! Who was heard, in sentences: for the screen and for reports.

use super::{Subject, finding, words};
use crate::assessment::Answered;
use crate::catalogue::Side;
use crate::score::heard::standing;
use crate::score::{Group, Voice};
use crate::text::EN;

/// From how many replies of a side on the names given with them may be told.
const FEWEST_NAMED: usize = 3;

/// Who speaks for each side, and for the practices.
pub fn heard(subject: &Subject<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Side::ALL.map(|side| voice(side, subject)).to_vec();
    lines.push(EN.report.practices_by.to_owned());
    lines
}

/// Who speaks for a side.
fn voice(side: Side, subject: &Subject<'_>) -> String {
    let text = &EN.report;
    let counted = &subject.results.counted;
    let voices = counted.voices.get(side);
    let name = words::side(side);
    let mut parts = vec![match voices.importance {
        Voice::Replies(people) | Voice::Summary(people) => (text.heard_replies)(name, people),
        Voice::Estimate if finding::silent(subject.results).contains(&side) => {
            format!("{}.", (EN.results.nobody)(name))
        }
        Voice::Estimate => (text.heard_estimate)(name),
    }];
    let groups = Group::ALL.into_iter().zip(text.groups);
    let estimated = groups.filter(|(group, _)| finding::is_estimated(subject.results, side, *group));
    let estimated: Vec<&str> = estimated.map(|(_, words)| words).collect();
    if voices.importance.is_heard() && !estimated.is_empty() {
        parts.push((text.heard_partly)(&estimated.join(", ")));
    }
    if subject.include.names && voices.importance.is_heard() {
        let names = names(side, &subject.assessment.answered);
        if !names.is_empty() {
            parts.push((text.replied)(&names.join(", ")));
        }
    }
    parts.join(" ")
}

/// The names that were given with replies, none where one of few could be told.
fn names(side: Side, answered: &Answered) -> Vec<String> {
    let replies: Vec<_> = standing(&answered.replies).into_iter().filter(|reply| reply.side == side).collect();
    if replies.len() < FEWEST_NAMED {
        return Vec::new();
    }
    let names = replies.iter().filter_map(|reply| reply.name.as_deref()).map(str::trim);
    names.filter(|name| !name.is_empty()).map(str::to_owned).collect()
}
