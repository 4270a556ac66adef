//! What next in words: the questions that decide, and the actions that are proposed.

use super::{criterion, words};
use crate::advice::{Fit, Proposal, Raise};
use crate::assessment::Answered;
use crate::catalogue::{Advice, Catalogue, Contribution, Level};
use crate::score::{Asked, Lever, Reached};
use crate::text::{EN, numbers};

/// An action that is proposed, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed {
    /// What to do.
    pub title: String,
    /// How to begin.
    pub how: String,
    /// Why it stands here, in sentences.
    pub why: Vec<String>,
}

/// A question that could decide the outlook.
pub fn question(asked: Asked, answered: &Answered, catalogue: &Catalogue) -> String {
    match asked {
        Asked::Importance(side, item) => {
            (EN.results.question_importance)(&words::label(answered, item, catalogue), words::side(side))
        }
        Asked::Delivered(side, item) => {
            (EN.results.question_delivered)(&words::label(answered, item, catalogue), words::side(side))
        }
        Asked::Worth(side) => (EN.results.question_worth)(words::side(side)),
        Asked::Practice(practice) => {
            (EN.results.question_practice)(catalogue.practice(practice).map_or("", |words| &words.name))
        }
    }
}

/// A proposal in words; `None` where the advice does not have its action.
pub fn proposed(proposal: &Proposal, answered: &Answered, catalogue: &Catalogue, advice: &Advice) -> Option<Proposed> {
    let text = &EN.report;
    let action = advice.actions.iter().find(|action| action.number == proposal.action)?;
    let weakness = advice.weaknesses.iter().find(|weakness| weakness.id == proposal.weakness.key());
    let mut why: Vec<String> = weakness.map(|weakness| (text.against)(&weakness.name)).into_iter().collect();
    why.extend(raised(&proposal.raises, answered, catalogue));
    if let (Some(id), Some(before), Some(after)) = (proposal.blocks, proposal.why.before, proposal.why.after) {
        why.push((text.effect)(criterion::criterion_words(id), &reached(before), &reached(after)));
    }
    match proposal.why.fit {
        Fit::Now => {}
        Fit::Earlier => why.push(text.earlier.to_owned()),
        Fit::Later => why.push(text.later.to_owned()),
    }
    Some(Proposed { title: action.title.clone(), how: action.how.clone(), why })
}

/// The step that an action is after; `None` where that is unknown or no answer.
fn raised(raises: &[Raise], answered: &Answered, catalogue: &Catalogue) -> Option<String> {
    let steps = |level: Level| numbers::steps(level.steps());
    let moves = raises.iter().map(|raise| {
        (EN.report.raised)(&lever(raise.lever, answered, catalogue), &steps(raise.from), &steps(raise.to))
    });
    (!raises.is_empty()).then(|| (EN.report.raise)(&moves.collect::<Vec<_>>().join("; ")))
}

/// A quantity in words.
fn lever(lever: Lever, answered: &Answered, catalogue: &Catalogue) -> String {
    let text = &EN.report;
    match lever {
        Lever::Importance(side, item) => {
            (text.importance_to)(&words::label(answered, item, catalogue), words::side(side))
        }
        Lever::Delivered(side, item) => {
            (text.delivered_to)(&words::label(answered, item, catalogue), words::side(side))
        }
        Lever::Worth(side) => (text.worth_to)(words::side(side)),
        Lever::Contribution(side, kind) => (text.puts_in)(&contribution(kind, catalogue), words::side(side)),
        Lever::Practice(practice) => (text.practice_of)(catalogue.practice(practice).map_or("", |words| &words.label)),
    }
}

/// What a kind of contribution is called.
pub(super) fn contribution(kind: Contribution, catalogue: &Catalogue) -> String {
    let found = catalogue.contributions.iter().find(|words| words.id == kind);
    found.map(|words| words.name.clone()).unwrap_or_default()
}

/// How far a criterion is reached.
fn reached(reached: Reached) -> String {
    match reached {
        Reached::Share(figure) => words::percent(figure, words::OVERLAP),
        Reached::Shares(figures) => criterion::shares(&figures, 0.5),
        Reached::Needs { met, of } | Reached::Shared { items: met, of } => (EN.results.of_practices)(met, of),
        Reached::Someone(worth) | Reached::Both(worth) => criterion::worth_figure(worth),
    }
}
