//! What is left of a side's replies when they are not sent along.
//!
//! **Rule.** The medians of the groups that are heard, and nothing of the others: whoever receives them computes the same
//! figures, and finds no single reply in them. A side without a heard group leaves no summary.

use super::{Counted, Voice};
use crate::assessment::Summary;
use crate::catalogue::{Contribution, PerSide, Side};

/// The summary of each side's replies.
pub fn of(counted: &Counted) -> PerSide<Option<Summary>> {
    PerSide::from_fn(|side| side_summary(counted, side))
}

fn side_summary(counted: &Counted, side: Side) -> Option<Summary> {
    let voices = counted.voices.get(side);
    let all = [voices.importance, voices.delivered, voices.worth, voices.contribution];
    let people = |voice: Voice| match voice {
        Voice::Replies(people) | Voice::Summary(people) => Some(people),
        Voice::Estimate => None,
    };
    let count = people(voices.importance).or_else(|| all.into_iter().filter_map(people).max())?;
    let mut summary = Summary { count, ..Summary::default() };
    for item in &counted.items {
        if let (true, Some(level)) = (voices.importance.is_heard(), *item.importance.get(side)) {
            summary.importance.insert(item.id, level);
        }
        if let (true, Some(level)) = (voices.delivered.is_heard(), *item.delivered.get(side)) {
            summary.delivered.insert(item.id, level);
        }
    }
    if voices.worth.is_heard() {
        summary.worth = *counted.worth.get(side);
    }
    if voices.contribution.is_heard() {
        let given = Contribution::ALL.into_iter().zip(counted.contribution.get(side));
        summary.contribution = given.filter_map(|(kind, level)| Some((kind, (*level)?))).collect();
    }
    if voices.importance.is_heard() {
        summary.top.clone_from(counted.top.get(side));
    }
    Some(summary)
}
