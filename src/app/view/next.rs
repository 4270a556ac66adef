//! What comes next: the actions that are proposed, and why these.

use super::outlook::criterion_words;
use super::words;
use crate::advice::raise::Raise;
use crate::advice::{self, Fit, Proposal};
use crate::app::Model;
use crate::assessment::Answered;
use crate::catalogue::advice::{Action, Actor, Checked};
use crate::catalogue::content::Scale;
use crate::catalogue::{Advice, Catalogue, bundled_advice};
use crate::score::{CriterionId, Lever, Many, Reached, Results, Verdict};
use crate::text::{EN, numbers};

/// What comes next.
#[derive(Clone, Debug, PartialEq)]
pub struct NextView {
    /// Said where questions come first, or where there is nothing.
    pub note: Option<&'static str>,
    /// The actions, at most three.
    pub actions: Vec<ActionCard>,
    /// Whether they can be put into a plan: not in a copy that came with a link.
    pub editable: bool,
}

/// An action that is proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionCard {
    /// Its number in the catalogue.
    pub action: u16,
    /// What to do.
    pub title: &'static str,
    /// How to begin.
    pub how: &'static str,
    /// Why it helps.
    pub why: &'static str,
    /// What it stands against.
    pub against: &'static str,
    /// Why it stands here.
    pub blocks: String,
    /// What one step would do; empty where no step is known.
    pub step: String,
    /// Whether the phase fits.
    pub fit: &'static str,
    /// Who acts.
    pub who: String,
    /// Where it is from.
    pub source: String,
}

/// What comes next for what is shown.
pub fn next(model: &Model) -> Option<NextView> {
    let (assessment, results) = model.shown()?;
    let advice = bundled_advice();
    let many = Many::of(&assessment.answered, &results.counted);
    let next = advice::next(assessment, results, &many, advice, &[]);
    let actions: Vec<ActionCard> = next
        .proposals
        .iter()
        .filter_map(|proposal| card(&assessment.answered, results, model.catalogue, advice, proposal))
        .collect();
    let note = match (actions.is_empty(), next.questions.is_empty()) {
        (true, true) => Some(EN.next.none),
        (true, false) => Some(EN.next.none_open),
        (false, false) => Some(EN.next.questions_first),
        (false, true) => None,
    };
    Some(NextView { note, actions, editable: model.open().is_some() })
}

fn card(
    answered: &Answered,
    results: &Results,
    catalogue: &Catalogue,
    advice: &'static Advice,
    proposal: &Proposal,
) -> Option<ActionCard> {
    let action = advice.actions.iter().find(|action| action.number == proposal.action)?;
    let weakness = advice.weaknesses.iter().find(|weakness| weakness.id == action.weakness);
    Some(ActionCard {
        action: action.number,
        title: &action.title,
        how: &action.how,
        why: &action.why,
        against: weakness.map_or("", |weakness| &weakness.name),
        blocks: proposal.blocks.map_or_else(|| EN.next.blocks_nothing.to_owned(), |id| blocks(results, id)),
        step: step(answered, catalogue, proposal),
        fit: match proposal.why.fit {
            Fit::Now => "",
            Fit::Earlier => EN.next.earlier,
            Fit::Later => EN.next.later,
        },
        who: (EN.next.who)(&actors(action)),
        source: source(advice, action),
    })
}

/// Which criterion it is good for, and how that stands.
fn blocks(results: &Results, id: CriterionId) -> String {
    let rung = words::pick(&EN.results.rung_names, words::rung_index(id.rung()));
    let verdict = results.criteria.iter().find(|criterion| criterion.id == id).map(|criterion| criterion.verdict);
    let sentence = if verdict == Some(Verdict::No) { EN.next.blocks_no } else { EN.next.blocks_open };
    sentence(criterion_words(id), rung)
}

/// What one step would do to the figure of the criterion.
fn step(answered: &Answered, catalogue: &Catalogue, proposal: &Proposal) -> String {
    let (Some(before), Some(after)) = (&proposal.why.before, &proposal.why.after) else { return String::new() };
    let gain = match proposal.gain {
        Some(gain) if gain > 0.0 => (EN.next.gain)(&reached(before), &reached(after)),
        Some(_) => (EN.next.no_gain)(&reached(before)),
        None => return String::new(),
    };
    match proposal.raises.as_slice() {
        [] => String::new(),
        [raise] => {
            let (what, scale) = lever(answered, catalogue, raise.lever);
            let level = |level| {
                let (number, word) = words::level(level, scale, catalogue);
                [&number, " ", &word].concat().trim_end().to_owned()
            };
            (EN.next.step_one)(&what, &level(raise.from), &level(raise.to), &gain)
        }
        [Raise { lever: Lever::Delivered(_, id), .. }, ..] => {
            let item = words::label(answered, *id, catalogue);
            (EN.next.step_both)(&(EN.next.delivered_both)(&item), &gain)
        }
        [raise, ..] => (EN.next.step_both)(&lever(answered, catalogue, raise.lever).0, &gain),
    }
}

/// What a lever is called, and its scale.
pub(super) fn lever(answered: &Answered, catalogue: &Catalogue, lever: Lever) -> (String, Scale) {
    let text = &EN.next;
    match lever {
        Lever::Importance(side, id) => {
            let item = words::label(answered, id, catalogue);
            ((text.importance)(&item, words::side(side)), Scale::Importance)
        }
        Lever::Delivered(side, id) => {
            let item = words::label(answered, id, catalogue);
            ((text.delivered)(&item, words::side(side)), Scale::Delivered)
        }
        Lever::Worth(side) => ((text.worth)(words::side(side)), Scale::Worth),
        Lever::Contribution(side, kind) => {
            let name =
                catalogue.contributions.iter().find(|words| words.id == kind).map(|words| words.name.to_lowercase());
            ((text.contribution)(&name.unwrap_or_default(), words::side(side)), Scale::Contribution)
        }
        Lever::Practice(practice) => {
            let name = catalogue.practice(practice).map_or("", |words| &words.label);
            (["“", name, "”"].concat(), Scale::Practice)
        }
    }
}

/// How far a criterion is reached, in figures.
pub(super) fn reached(reached: &Reached) -> String {
    let holds = reached.holds().unwrap_or_default();
    match reached {
        Reached::Share(figure) => words::percent(*figure, &[]),
        Reached::Shares(_) => numbers::percent(holds, holds, &[]),
        Reached::Needs { met, of } => (EN.next.needs)(*met, *of),
        Reached::Shared { items, of } => (EN.next.shared)(*items, *of),
        Reached::Someone(_) | Reached::Both(_) => (EN.next.worth_steps)(&numbers::steps(holds * 4.0)),
    }
}

fn actors(action: &Action) -> String {
    let name = |actor: &Actor| match actor {
        Actor::Sponsor => EN.next.sponsor,
        Actor::Leader => EN.next.leader,
        Actor::Members => EN.next.members,
    };
    action.actors.iter().map(name).collect::<Vec<_>>().join(EN.next.and)
}

fn source(advice: &Advice, action: &Action) -> String {
    let cited = action.sources.iter().filter_map(|key| advice.sources.iter().find(|source| source.key == *key));
    let cited: Vec<&str> = cited
        .map(|source| if source.kind == Checked::Synthesis { EN.next.synthesis } else { source.cite.as_str() })
        .collect();
    if cited.is_empty() { String::new() } else { (EN.next.source)(&cited.join("; ")) }
}
