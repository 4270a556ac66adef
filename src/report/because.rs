//! What makes a weakness in words: what a proposal is headed with on screens, on paper and in Markdown.

use super::next::lever;
use super::{criterion, words};
use crate::advice::Because;
use crate::assessment::Answered;
use crate::catalogue::{Catalogue, ItemId, Level};
use crate::score::{Lever, Results, thresholds};
use crate::text::{EN, numbers};

/// So many answers can be named with their levels in a line; more are told by their short names.
const NAMED: usize = 2;

/// What makes a weakness, in a line without a full stop.
pub fn because(because: &[Because], (answered, results): (&Answered, &Results), catalogue: &Catalogue) -> String {
    let told = because.iter().map(|one| match one {
        Because::At(Lever::Practice(practice), level) if because.len() > NAMED => {
            (EN.results.practice_at)(words::practice(*practice, catalogue), &numbers::steps(level.steps()))
        }
        other => reason(other, answered, results, catalogue),
    });
    told.collect::<Vec<_>>().join(", ")
}

fn reason(because: &Because, answered: &Answered, results: &Results, catalogue: &Catalogue) -> String {
    let text = &EN.next;
    let named = |items: &[ItemId]| named(items, answered, catalogue);
    let share = |threshold: f64| numbers::percent(threshold, threshold, &[]);
    match because {
        Because::At(which, level) => at(*which, *level, answered, catalogue),
        Because::NoneLeads => text.none_leads.to_owned(),
        Because::InDoubt(side, count) => {
            (text.in_doubt)(words::side(*side), &(text.of_expectations)(*count, results.counted.items.len()))
        }
        Because::Overlap(figure) => {
            (text.low_overlap)(&words::percent(*figure, words::OVERLAP), &share(thresholds::ENOUGH_OVERLAP))
        }
        Because::Shared(least, most) => (text.few_shared)(*least, *most).to_owned(),
        Because::Kept(figure) => {
            (text.low_kept)(&words::percent(*figure, words::KEPT), &share(thresholds::PROMISE_KEPT))
        }
        Because::Returns(returns) => {
            (text.low_returns)(&criterion::shares(returns, words::RETURNS), &share(thresholds::RETURNS_BEGUN))
        }
        Because::Misread(side, items) => (text.misread)(words::side(*side), &named(items)),
        Because::Surprised(side, items) => (text.surprised)(words::side(*side), &named(items)),
        Because::Divided(side, items) => (text.divided)(words::side(*side), &named(items)),
    }
}

/// Where an answer stands.
fn at(which: Lever, level: Level, answered: &Answered, catalogue: &Catalogue) -> String {
    let (what, scale) = lever(answered, catalogue, which);
    let (number, word) = words::level(level, scale, catalogue);
    (EN.next.at)(&what, [&number, " ", &word].concat().trim_end())
}

/// An expectation by its label, several by their count.
fn named(items: &[ItemId], answered: &Answered, catalogue: &Catalogue) -> String {
    match items {
        [one] => ["“", &words::label(answered, *one, catalogue), "”"].concat(),
        items => (EN.next.of_expectations)(items.len(), answered.items.len()),
    }
}
