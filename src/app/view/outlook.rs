//! The ladder: every criterion with its figure and its threshold, and what to answer next.

use super::live::element;
use super::words;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Level, PerSide, Practice, Side};
use crate::chart::{MarkKind, Scene, stairs};
use crate::route::{Part, Place, Route};
use crate::score::{
    Asked, Criterion, CriterionId, Exchange, Figure, Gate, Outlook, Reason, Results, Rung, Verdict, questions,
};
use crate::text::{EN, numbers};

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

/// The ladder of an assessment.
pub fn ladder(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> LadderView {
    let rungs = Rung::ALL.into_iter().rev().map(|rung| rung_row(rung, results, catalogue)).collect();
    let open = questions::open(results);
    let deciding = open.first().map(|question| criterion_words(question.criterion).to_owned()).unwrap_or_default();
    let questions =
        open.iter().take(5).map(|question| question_row(question.asked, assessment, results, catalogue)).collect();
    LadderView { rungs, questions, deciding }
}

/// The words of a criterion.
pub fn criterion_words(id: CriterionId) -> &'static str {
    let at = CriterionId::ALL.iter().position(|one| *one == id).unwrap_or(0);
    words::pick(&EN.results.criteria, at)
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
    let (mark, mark_words) = match criterion.verdict {
        Verdict::Yes => (MarkKind::Yes, EN.results.yes),
        Verdict::No => (MarkKind::No, EN.results.no),
        Verdict::Unknown => (MarkKind::Unknown, EN.results.unknown),
    };
    let mut row = CriterionRow {
        key: criterion.id.key(),
        mark,
        mark_words,
        words: criterion_words(criterion.id),
        bars: Vec::new(),
        short: String::new(),
        figure: String::new(),
        needs: String::new(),
    };
    match &criterion.reason {
        Reason::Share { figure, threshold } => share(&mut row, *figure, *threshold),
        Reason::Shares { figures, threshold } => shares(&mut row, *figures, *threshold),
        Reason::Count { low, high, threshold } => {
            row.figure = if low == high { low.to_string() } else { format!("{low}–{high}") };
            row.needs = (EN.results.needs)(&threshold.to_string());
        }
        Reason::Levels { levels, threshold } => {
            let level = |step: &Option<crate::catalogue::Step>| step.map_or("?".to_owned(), |step| step.to_string());
            let shown: Vec<String> = levels.iter().map(|(_, step)| level(step)).collect();
            row.figure = shown.join(", ");
            row.needs = (EN.results.needs)(&threshold.to_string());
        }
        Reason::Worth { worth, threshold } => {
            row.figure = worth_figure(*worth);
            row.needs = (EN.results.needs)(&threshold.to_string());
        }
        Reason::Exchange(possible) => row.figure = exchange_figure(possible),
        Reason::Gate(gate) => gate_figure(&mut row, *gate, results),
        Reason::Phase(phase) => {
            row.figure = catalogue.phase(*phase).map(|phase| phase.name.to_lowercase()).unwrap_or_default();
        }
        Reason::Heard(heard) => heard_figure(*heard).clone_into(&mut row.figure),
        Reason::NotAsked => EN.results.not_asked.clone_into(&mut row.figure),
    }
    row
}

fn bar(hue: Hue, figure: Figure, threshold: f64) -> Option<Bar> {
    let (low, high) = figure.ends()?;
    Some(Bar { hue, low: low * 100.0, high: high * 100.0, threshold: threshold * 100.0 })
}

fn share(row: &mut CriterionRow, figure: Figure, threshold: f64) {
    row.bars.extend(bar(Hue::Both, figure, threshold));
    row.figure = words::percent(figure, &[threshold]);
    row.needs = (EN.results.needs)(&numbers::percent(threshold, threshold, &[]));
}

fn shares(row: &mut CriterionRow, figures: PerSide<Figure>, threshold: f64) {
    row.bars.extend(bar(Hue::Organisation, figures.organisation, threshold));
    row.bars.extend(bar(Hue::Members, figures.members, threshold));
    let of = |figure: Figure| words::percent(figure, &[threshold]);
    row.figure = format!("{}, {}", of(figures.organisation), of(figures.members));
    row.needs = (EN.results.needs)(&numbers::percent(threshold, threshold, &[]));
}

fn worth_figure(worth: PerSide<Option<Level>>) -> String {
    let of = |level: &Option<Level>| level.map_or_else(|| "?".to_owned(), |level| numbers::steps(level.steps()));
    format!("{}, {}", of(&worth.organisation), of(&worth.members))
}

fn exchange_figure(possible: &[Exchange]) -> String {
    let name = |exchange: &Exchange| {
        let at = Exchange::ALL.iter().position(|one| one == exchange).unwrap_or(0);
        words::pick(&EN.results.exchange_names, at).to_lowercase()
    };
    if possible.len() == Exchange::ALL.len() {
        return EN.results.every_unknown.to_owned();
    }
    possible.iter().map(name).collect::<Vec<_>>().join(" / ")
}

fn gate_figure(row: &mut CriterionRow, gate: Gate, results: &Results) {
    let all = gate.needs().len();
    let Some(reading) = results.gates.iter().find(|reading| reading.gate == gate) else { return };
    let numbers = |practices: &[Practice]| {
        practices.iter().map(|practice| (practice.index() + 1).to_string()).collect::<Vec<_>>().join(", ")
    };
    let mut parts = Vec::new();
    if !reading.blocking.is_empty() {
        parts.push((EN.results.below)(&numbers(&reading.blocking)));
    }
    if !reading.unknown.is_empty() {
        parts.push((EN.results.open_practices)(&numbers(&reading.unknown)));
    }
    if !parts.is_empty() {
        row.short = (EN.results.practice_numbers)(&parts.join(", "));
    }
    row.figure = (EN.results.of_practices)(all - reading.blocking.len() - reading.unknown.len(), all);
    row.needs = (EN.results.needs)(&all.to_string());
}

const fn heard_figure(heard: PerSide<bool>) -> &'static str {
    match (heard.organisation, heard.members) {
        (true, true) => EN.results.both_word,
        (true, false) => EN.results.heard_only_organisation,
        (false, true) => EN.results.heard_only_members,
        (false, false) => EN.results.heard_neither,
    }
}

fn question_row(asked: Asked, assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> QuestionRow {
    let id = assessment.id.as_str();
    let answered = &assessment.answered;
    let to = |place| Route::assessment(id, place).address();
    let about = |part: Part, side: Side, item| {
        (words::label(answered, item, catalogue), to(Place::Expectations(part)), element(part, side, item))
    };
    let voices = |side: Side| results.counted.voices.get(side);
    let (words, address, element, heard) = match asked {
        Asked::Importance(side, item) => {
            let (label, address, element) = about(Part::Importance, side, item);
            let words = (EN.results.question_importance)(&label, words::side(side));
            (words, address, element, voices(side).importance.is_heard())
        }
        Asked::Delivered(side, item) => {
            let (label, address, element) = about(Part::Delivered, side, item);
            let words = (EN.results.question_delivered)(&label, words::side(side));
            (words, address, element, voices(side).delivered.is_heard())
        }
        Asked::Worth(side) => {
            let words = (EN.results.question_worth)(words::side(side));
            (words, to(Place::Exchange), format!("worth-{}", side.key()), voices(side).worth.is_heard())
        }
        Asked::Practice(practice) => {
            let name = catalogue.practice(practice).map_or("", |words| &words.name);
            let words = (EN.results.question_practice)(name);
            (words, to(Place::Practices), format!("practice-{}", practice.key()), false)
        }
    };
    QuestionRow { words, address, element, note: if heard { EN.results.question_heard } else { "" } }
}
