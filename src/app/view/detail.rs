//! One expectation, looked at closely: what stands beside it, and what a step more or less would move.

use super::evidence::{self, EvidenceRow};
use super::picture::{place, points};
use super::words;
use crate::app::Model;
use crate::assessment::Answered;
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, ItemId, Level, PerSide, Phase, Side};
use crate::chart::Region as Spot;
use crate::report::words::{KEPT, OVERLAP, RETURNS};
use crate::score::{Figure, Lever, Move, Results, TOLERANCE, what_if};
use crate::text::EN;

/// One expectation, looked at closely.
#[derive(Clone, Debug, PartialEq)]
pub struct DetailView {
    /// Its number.
    pub number: usize,
    /// Where it stands in the picture.
    pub spot: Spot,
    /// Its statement.
    pub statement: String,
    /// A line for the organisation and one for the members.
    pub lines: PerSide<String>,
    /// The note on it.
    pub note: String,
    /// What shows what was answered.
    pub evidence: Vec<EvidenceRow>,
    /// What can be a step higher or lower.
    pub levers: Vec<LeverRow>,
    /// The figures of today.
    pub today: Vec<(&'static str, String)>,
}

/// Something that can be a step higher or lower.
#[derive(Clone, Debug, PartialEq)]
pub struct LeverRow {
    /// What it is.
    pub label: String,
    /// Where it stands.
    pub now: String,
    /// The steps there are: down, up, or one of them.
    pub steps: Vec<StepView>,
}

/// A step, and what it would move.
#[derive(Clone, Debug, PartialEq)]
pub struct StepView {
    /// "Up".
    pub short: &'static str,
    /// "One step up", and of what.
    pub name: String,
    /// What would be so.
    pub said: String,
    /// The figures then, beside those of today; `None` where nothing moves.
    pub then: Vec<Option<String>>,
}

/// An expectation of what is shown; `None` where there is none with this id.
pub fn detail(model: &Model, key: &str) -> Option<DetailView> {
    let (assessment, results) = model.shown()?;
    let (answered, catalogue) = (&assessment.answered, model.catalogue);
    let id: ItemId = key.parse().ok()?;
    let number = answered.number(id)?;
    let point = points(answered, results, catalogue).into_iter().nth(number - 1)?;
    let note = assessment.notes.get(&id);
    Some(DetailView {
        number,
        spot: place(results.region(id)),
        statement: point.statement,
        lines: point.lines,
        note: note.map(|note| note.note.trim().to_owned()).unwrap_or_default(),
        evidence: evidence::rows(note.map_or(&[], |note| &note.evidence)),
        levers: levers(answered, id).into_iter().filter_map(|lever| row(lever, results, catalogue)).collect(),
        today: figures(results).into_iter().map(|one| (one.label, one.words())).collect(),
    })
}

/// What can be moved of an item; while planning nothing is delivered.
fn levers(answered: &Answered, id: ItemId) -> Vec<Lever> {
    let mut levers = Side::ALL.map(|side| Lever::Importance(side, id)).to_vec();
    if answered.community.phase != Phase::Plan {
        levers.extend(Side::ALL.map(|side| Lever::Delivered(side, id)));
    }
    levers
}

/// One of them; `None` where it is unknown, since nobody knows where a step would start.
fn row(lever: Lever, results: &Results, catalogue: &Catalogue) -> Option<LeverRow> {
    let text = &EN.change;
    let now = lever.level(&results.counted)?;
    let (label, scale) = match lever {
        Lever::Importance(side, _) => ((text.if_importance)(words::side(side)), Scale::Importance),
        Lever::Delivered(side, _) => ((text.if_delivered)(words::side(side)), Scale::Delivered),
        _ => return None,
    };
    let worded = |level: Level| {
        let (number, word) = words::level(level, scale, catalogue);
        [&number, " ", &word].concat()
    };
    let step = |by: Move| {
        let to = lever.moved(&results.counted, by)?;
        let after = what_if(&results.counted, lever, by)?;
        let (short, words) = match by {
            Move::Up => (text.if_up_short, text.if_up),
            Move::Down => (text.if_down_short, text.if_down),
        };
        Some(StepView {
            short,
            name: (text.if_name)(words, &label),
            said: (text.if_said)(&label, &worded(to), &worded(now)),
            then: figures(results).iter().zip(figures(&after)).map(|(before, after)| before.then(&after)).collect(),
        })
    };
    let steps = [Move::Down, Move::Up].into_iter().filter_map(step).collect();
    Some(LeverRow { label, now: worded(now), steps })
}

/// A figure that a step may move.
struct Moving {
    label: &'static str,
    figure: Result<(Figure, &'static [f64]), String>,
}

impl Moving {
    fn words(&self) -> String {
        match &self.figure {
            Ok((figure, thresholds)) => words::percent(*figure, thresholds),
            Err(words) => words.clone(),
        }
    }

    /// What stands there then; `None` where it is the same.
    fn then(&self, after: &Self) -> Option<String> {
        match (&self.figure, &after.figure) {
            (Ok((before, thresholds)), Ok((figure, _))) => moved(*before, *figure, thresholds),
            (Err(before), Err(after)) => (before != after).then(|| after.clone()),
            _ => Some(after.words()),
        }
    }
}

/// The figures of some results that a step may move.
fn figures(results: &Results) -> Vec<Moving> {
    let text = &EN.change;
    let share = |label, figure, thresholds| Moving { label, figure: Ok((figure, thresholds)) };
    let mut figures = vec![share(text.figure_overlap, results.overlap.jaccard, OVERLAP)];
    if results.counted.phase != Phase::Plan {
        let returns = &results.delivery.returns;
        figures.push(share(text.figure_kept, results.delivery.kept, KEPT));
        figures.push(share(text.figure_return_organisation, returns.organisation, RETURNS));
        figures.push(share(text.figure_return_members, returns.members, RETURNS));
    }
    let outlook = super::outlook::outlook_short(results.outlook);
    figures.push(Moving { label: text.figure_outlook, figure: Err(outlook) });
    figures
}

/// A figure after a change: as it is shown, or where that reads alike, that it is a little more or less; `None` where
/// it is the same.
pub(super) fn moved(before: Figure, after: Figure, thresholds: &[f64]) -> Option<String> {
    let (was, is) = (words::percent(before, thresholds), words::percent(after, thresholds));
    if was != is {
        return Some(is);
    }
    let ((low, high), (from, to)) = (after.ends()?, before.ends()?);
    let change = (low - from) + (high - to);
    if (low - from).abs() < TOLERANCE && (high - to).abs() < TOLERANCE {
        return None;
    }
    Some(if change > 0.0 { (EN.change.if_more)(&is) } else { (EN.change.if_less)(&is) })
}
