//! The ladder: every criterion with its figure and its threshold, and what to answer next.

use super::live::element;
use super::words;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Side};
use crate::chart::{MarkKind, Scene, stairs};
pub use crate::report::criterion::criterion_words;
use crate::report::{criterion, next};
use crate::route::{Part, Place, Route};
use crate::score::{Asked, Criterion, Figure, Outlook, Reason, Results, Rung, Verdict, questions};
use crate::text::EN;

/// The ladder, the highest rung on top.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderView {
    /// The rungs.
    pub rungs: Vec<RungRow>,
    /// What to answer next.
    pub questions: Vec<QuestionRow>,
    /// Which criterion these would decide.
    pub deciding: String,
}

/// A rung.
#[derive(Clone, Debug, PartialEq)]
pub struct RungRow {
    /// Its name.
    pub name: &'static str,
    /// Where it stands.
    pub state: RungState,
    /// "3 of 4 criteria hold".
    pub line: String,
    /// Its criteria.
    pub criteria: Vec<CriterionRow>,
}

/// Where a rung stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RungState {
    /// Passed.
    Done,
    /// The outlook is here.
    Here,
    /// The outlook may be here, as far as is known.
    May,
    /// Not reached.
    Ahead,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionRow {
    /// Its name in files.
    pub key: &'static str,
    /// Whether it holds.
    pub mark: MarkKind,
    /// The same in words.
    pub mark_words: &'static str,
    /// The criterion in words.
    pub words: &'static str,
    /// Bars against the threshold.
    pub bars: Vec<Bar>,
    /// A word in place of bars.
    pub short: String,
    /// Its figure.
    pub figure: String,
    /// "needs 50 %".
    pub needs: String,
}

/// A bar against a threshold, in per cent.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// Whose it is.
    pub hue: Hue,
    /// The lowest.
    pub low: f64,
    /// The highest.
    pub high: f64,
    /// The threshold.
    pub threshold: f64,
}

/// Whose a bar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// The organisation's.
    Organisation,
    /// The members'.
    Members,
    /// Both sides'.
    Both,
}

/// A question that could decide the outlook.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionRow {
    /// The question.
    pub words: String,
    /// The place where it is asked.
    pub address: String,
    /// The element that asks it.
    pub element: String,
    /// What stands in the way, where the keeper's own answer would not count.
    pub note: &'static str,
}

/// The outlook as four bars.
pub fn outlook_stairs(outlook: Outlook) -> Scene {
    stairs(words::rung_index(outlook.low) + 1, words::rung_index(outlook.high) + 1)
}

/// The outlook in a word or a few.
pub fn outlook_short(outlook: Outlook) -> String {
    let rung = |rung| words::pick(&EN.results.rung_short, words::rung_index(rung));
    if outlook.low == outlook.high {
        return rung(outlook.low).to_owned();
    }
    [rung(outlook.low), " to ", &rung(outlook.high).to_lowercase()].concat()
}

/// The ladder of an assessment.
pub fn ladder(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> LadderView {
    let rungs = Rung::ALL.into_iter().rev().map(|rung| rung_row(rung, results, catalogue)).collect();
    let open = questions::open(results);
    let deciding = open.first().map(|question| criterion_words(question.criterion).to_owned()).unwrap_or_default();
    let questions =
        open.iter().take(5).map(|question| question_row(question.asked, assessment, results, catalogue)).collect();
    LadderView { rungs, questions, deciding }
}

fn rung_row(rung: Rung, results: &Results, catalogue: &Catalogue) -> RungRow {
    let Outlook { low, high } = results.outlook;
    let state = if rung == low {
        RungState::Here
    } else if rung < low {
        RungState::Done
    } else if rung <= high {
        RungState::May
    } else {
        RungState::Ahead
    };
    let criteria: Vec<&Criterion> = results.criteria.iter().filter(|criterion| criterion.id.rung() == rung).collect();
    let holding = criteria.iter().filter(|criterion| criterion.verdict == Verdict::Yes).count();
    let line = match state {
        RungState::Here => EN.results.rung_now.to_owned(),
        RungState::May => EN.results.rung_may.to_owned(),
        _ if criteria.is_empty() => EN.results.rung_start.to_owned(),
        _ => (EN.results.rung_holds)(holding, criteria.len()),
    };
    RungRow {
        name: words::pick(&EN.results.rung_names, words::rung_index(rung)),
        state,
        line,
        criteria: criteria.into_iter().map(|criterion| criterion_row(criterion, results, catalogue)).collect(),
    }
}

fn criterion_row(criterion: &Criterion, results: &Results, catalogue: &Catalogue) -> CriterionRow {
    let mark = match criterion.verdict {
        Verdict::Yes => MarkKind::Yes,
        Verdict::No => MarkKind::No,
        Verdict::Unknown => MarkKind::Unknown,
    };
    let told = criterion::told(criterion, results, catalogue);
    CriterionRow {
        key: criterion.id.key(),
        mark,
        mark_words: told.verdict,
        words: told.words,
        bars: bars(&criterion.reason),
        short: told.short,
        figure: told.figure,
        needs: told.needs,
    }
}

fn bars(reason: &Reason) -> Vec<Bar> {
    let bars = match reason {
        Reason::Share { figure, threshold } => vec![bar(Hue::Both, *figure, *threshold)],
        Reason::Shares { figures, threshold } => vec![
            bar(Hue::Organisation, figures.organisation, *threshold),
            bar(Hue::Members, figures.members, *threshold),
        ],
        _ => Vec::new(),
    };
    bars.into_iter().flatten().collect()
}

fn bar(hue: Hue, figure: Figure, threshold: f64) -> Option<Bar> {
    let (low, high) = figure.ends()?;
    Some(Bar { hue, low: low * 100.0, high: high * 100.0, threshold: threshold * 100.0 })
}

fn question_row(asked: Asked, assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> QuestionRow {
    let id = assessment.id.as_str();
    let to = |place| Route::assessment(id, place).address();
    let about = |part: Part, side: Side, item| (to(Place::Expectations(part)), element(part, side, item));
    let voices = |side: Side| results.counted.voices.get(side);
    let (address, element, heard) = match asked {
        Asked::Importance(side, item) => {
            let (address, element) = about(Part::Importance, side, item);
            (address, element, voices(side).importance.is_heard())
        }
        Asked::Delivered(side, item) => {
            let (address, element) = about(Part::Delivered, side, item);
            (address, element, voices(side).delivered.is_heard())
        }
        Asked::Worth(side) => (to(Place::Exchange), format!("worth-{}", side.key()), voices(side).worth.is_heard()),
        Asked::Practice(practice) => (to(Place::Practices), format!("practice-{}", practice.key()), false),
    };
    let words = next::question(asked, &assessment.answered, catalogue);
    QuestionRow { words, address, element, note: if heard { EN.results.question_heard } else { "" } }
}
