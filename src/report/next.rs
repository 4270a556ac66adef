//! What next in words: the questions that decide, and the actions that are proposed. Screens and reports say the same.

use super::because::because;
use super::criterion::criterion_words;
use super::words;
use crate::advice::{Fit, Proposal, Raise};
use crate::assessment::Answered;
use crate::catalogue::advice::{Action, Actor, Checked};
use crate::catalogue::content::Scale;
use crate::catalogue::{Advice, Catalogue, Phase};
use crate::score::{Asked, CriterionId, Lever, OpenQuestion, Reached, Results, Verdict};
use crate::text::{EN, numbers};

/// An action that is proposed, in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposed<'a> {
    /// Its number in the catalogue.
    pub action: u16,
    /// What to do.
    pub title: &'a str,
    /// How to begin.
    pub how: &'a str,
    /// Why it helps.
    pub why: &'a str,
    /// What it is proposed for: the answers and figures that make the weakness, in a line.
    pub against: String,
    /// Why it stands here.
    pub blocks: String,
    /// What one step would do; empty where no step is known.
    pub step: String,
    /// That it has to wait, or does not fit the phase; else empty.
    pub fit: &'static str,
    /// Who acts.
    pub who: String,
    /// Where it is from.
    pub source: String,
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
        Asked::Worth(side) => (EN.results.question_worth)(answered.community.phase == Phase::Plan, words::side(side)),
        Asked::Practice(practice) => (EN.results.question_practice)(catalogue.practice_name(practice)),
    }
}

/// So many of the questions are shown at a time.
pub const QUESTIONS: usize = 5;

/// What is said above the questions that are shown: which criterion they could decide, and how many there are of them.
pub fn questions_lead(open: &[OpenQuestion]) -> String {
    let deciding = open.first().map_or("", |question| criterion_words(question.criterion));
    (EN.results.questions_lead)(deciding, open.len().min(QUESTIONS), open.len())
}

/// A proposal in words; `None` where the advice does not have its action.
pub fn proposed<'a>(
    proposal: &Proposal,
    (answered, results): (&Answered, &Results),
    catalogue: &Catalogue,
    advice: &'a Advice,
) -> Option<Proposed<'a>> {
    let action = advice.action(proposal.action)?;
    Some(Proposed {
        action: action.number,
        title: &action.title,
        how: &action.how,
        why: &action.why,
        against: numbers::capital(&because(&proposal.because, (answered, results), catalogue)),
        blocks: proposal.blocks.map_or_else(|| EN.next.blocks_nothing.to_owned(), |id| blocks(results, id)),
        step: step(answered, catalogue, proposal),
        fit: match proposal.why.fit {
            _ if proposal.why.waits => EN.next.waits,
            Fit::Now => "",
            Fit::Earlier => EN.next.earlier,
            Fit::Later => EN.next.later,
        },
        who: who(action),
        source: source(advice, action),
    })
}

impl Proposed<'_> {
    /// Who acts, and why it stands here, in sentences.
    pub fn reasons(&self) -> String {
        let against = (EN.report.against)(&self.against);
        [&self.who, &against, &self.blocks, &self.step, self.fit]
            .into_iter()
            .filter(|one| !one.is_empty())
            .collect::<Vec<_>>()
            .join(" ")
    }
}

/// Which criterion it is good for, and how that stands.
fn blocks(results: &Results, id: CriterionId) -> String {
    let rung = words::pick(&EN.results.rung_names, id.rung().index());
    let verdict = results.criteria.iter().find(|criterion| criterion.id == id).map(|criterion| criterion.verdict);
    let sentence = if verdict == Some(Verdict::No) { EN.next.blocks_no } else { EN.next.blocks_open };
    sentence(criterion_words(id), rung)
}

/// What one step would do to the figure of the criterion.
fn step(answered: &Answered, catalogue: &Catalogue, proposal: &Proposal) -> String {
    let (Some(before), Some(after)) = (&proposal.why.before, &proposal.why.after) else { return String::new() };
    let thresholds = proposal.blocks.map_or(&[][..], words::thresholds_of);
    let gain = match proposal.gain {
        Some(gain) if gain > 0.0 => gained(&reached(before, thresholds), &reached(after, thresholds)),
        Some(_) => (EN.next.no_gain)(&reached(before, thresholds)),
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
            (EN.next.step_one)(&what, &level(raise.from), &level(raise.to), &of_lower(before, gain))
        }
        [Raise { lever: Lever::Delivered(_, id), .. }, ..] => {
            let item = words::label(answered, *id, catalogue);
            (EN.next.step_both)(&(EN.next.delivered_both)(&item), &gain)
        }
        [raise, ..] => (EN.next.step_both)(&lever(answered, catalogue, raise.lever).0, &gain),
    }
}

/// "47 % → 50 %"; where both are written alike, that it is a little more.
fn gained(before: &str, after: &str) -> String {
    if before == after {
        return (EN.next.gain)(before, &(EN.change.if_more)(after));
    }
    (EN.next.gain)(before, after)
}

/// What a lever is called, and its scale.
pub fn lever(answered: &Answered, catalogue: &Catalogue, lever: Lever) -> (String, Scale) {
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
            let name = catalogue.contribution_name(kind).to_lowercase();
            ((text.contribution)(&name, words::side(side)), Scale::Contribution)
        }
        Lever::Practice(practice) => (["“", catalogue.practice_name(practice), "”"].concat(), Scale::Practice),
    }
}

/// How far a criterion is reached, in figures; its [thresholds](words::thresholds_of) say how exactly.
pub fn reached(reached: &Reached, thresholds: &[f64]) -> String {
    let holds = reached.holds().unwrap_or_default();
    match reached {
        Reached::Share(figure) => words::percent(*figure, thresholds),
        Reached::Shares(_) => numbers::percent(holds, holds, thresholds),
        Reached::Needs { met, of } => (EN.next.needs)(*met, *of),
        Reached::Shared { items, of } => (EN.next.shared)(*items, *of),
        Reached::Someone(_) | Reached::Both(_) => (EN.next.worth_steps)(&numbers::steps(holds * 4.0)),
    }
}

/// What a step of one side does to a figure: where it is of both, to the lower.
pub fn of_lower(before: &Reached, gain: String) -> String {
    if matches!(before, Reached::Both(_)) { (EN.next.lower)(&gain) } else { gain }
}

/// Who is thought to do it.
pub fn who(action: &Action) -> String {
    let name = |actor: &Actor| match actor {
        Actor::Sponsor => EN.next.sponsor,
        Actor::Leader => EN.next.leader,
        Actor::Members => EN.next.members,
    };
    let names: Vec<String> = action.actors.iter().map(|actor| name(actor).to_owned()).collect();
    (EN.next.who)(&(EN.planning.list)(&names))
}

fn source(advice: &Advice, action: &Action) -> String {
    let cited = action.sources.iter().filter_map(|key| advice.sources.iter().find(|source| source.key == *key));
    let cited: Vec<&str> = cited
        .map(|source| if source.kind == Checked::Synthesis { EN.next.synthesis } else { source.cite.as_str() })
        .collect();
    if cited.is_empty() { String::new() } else { (EN.next.source)(&cited.join("; ")) }
}
