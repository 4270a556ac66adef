//! A criterion of the outlook in words: its figure, what it needs, whether it holds.

use super::words;
use crate::catalogue::{Catalogue, Level, PerSide, Phase, Practice, Step};
use crate::score::{Criterion, CriterionId, Exchange, Figure, Gate, Reason, Results, Verdict};
use crate::text::{EN, numbers};

/// A criterion in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// What it asks.
    pub words: &'static str,
    /// Whether it holds.
    pub verdict: &'static str,
    /// Its figure.
    pub figure: String,
    /// Which practices stand in its way.
    pub short: String,
    /// What it needs: "needs 50 %"; empty where that is in its words.
    pub needs: String,
}

/// The words of a criterion.
pub fn criterion_words(id: CriterionId) -> &'static str {
    words::pick(&EN.results.criteria, id.index())
}

/// A criterion in words.
pub fn told(criterion: &Criterion, results: &Results, catalogue: &Catalogue) -> Told {
    let verdict = match criterion.verdict {
        Verdict::Yes => EN.results.yes,
        Verdict::No => EN.results.no,
        Verdict::Unknown => EN.results.unknown,
    };
    let mut told = Told { words: criterion_words(criterion.id), verdict, ..Told::default() };
    let percent = |share: f64| (EN.results.needs)(&numbers::percent(share, share, &[]));
    match &criterion.reason {
        Reason::Share { figure, threshold } => {
            told.figure = words::percent(*figure, words::thresholds_of(criterion.id));
            told.needs = percent(*threshold);
        }
        Reason::Shares { figures, threshold } => {
            told.figure = shares(figures, words::thresholds_of(criterion.id));
            told.needs = percent(*threshold);
        }
        Reason::Count { low, high, threshold } => {
            told.figure = counted(*low, *high);
            told.needs = (EN.results.needs)(&threshold.to_string());
        }
        Reason::Levels { levels, threshold } => {
            let level = |step: &Option<Step>| step.map_or("?".to_owned(), |step| step.to_string());
            let at = |(practice, step): &(Practice, Option<Step>)| {
                (EN.results.practice_at)(words::practice(*practice, catalogue), &level(step))
            };
            let shown: Vec<String> = levels.iter().map(at).collect();
            told.figure = shown.join(", ");
            told.needs = (EN.results.needs)(&threshold.to_string());
        }
        Reason::Worth { worth, threshold } => {
            told.figure = worth_figure(*worth);
            told.needs = (EN.results.needs)(&threshold.to_string());
        }
        Reason::Exchange(possible) => told.figure = exchange_figure(possible),
        Reason::Gate(gate) => gate_figure(&mut told, *gate, results, catalogue),
        Reason::Phase(phase) => {
            told.figure = catalogue.phase_name(*phase).to_lowercase();
        }
        Reason::Heard(heard) => heard_figure(*heard).clone_into(&mut told.figure),
        Reason::NotAsked => {
            told.verdict = EN.results.does_not_count;
            EN.results.not_asked.clone_into(&mut told.figure);
        }
    }
    if is_later(criterion, results) {
        EN.results.not_asked.clone_into(&mut told.figure);
    }
    told
}

/// Whether nobody is asked for its figure yet: while planning nothing can have arrived.
pub fn is_later(criterion: &Criterion, results: &Results) -> bool {
    let of_delivered =
        matches!(criterion.id, CriterionId::PromiseKept | CriterionId::ReturnsBegun | CriterionId::ReturnsGood);
    of_delivered && results.counted.phase == Phase::Plan && criterion.verdict == Verdict::Unknown
}

/// The shares of both sides.
pub(super) fn shares(figures: &PerSide<Figure>, thresholds: &[f64]) -> String {
    let of = |figure: Figure| words::percent(figure, thresholds);
    (EN.results.pair)(&of(figures.organisation), &of(figures.members))
}

/// The answers of both sides.
fn worth_figure(worth: PerSide<Option<Level>>) -> String {
    let of = |level: &Option<Level>| level.map_or_else(|| "?".to_owned(), |level| numbers::steps(level.steps()));
    (EN.results.pair)(&of(&worth.organisation), &of(&worth.members))
}

fn exchange_figure(possible: &[Exchange]) -> String {
    if possible.len() == Exchange::ALL.len() {
        return EN.results.every_unknown.to_owned();
    }
    let kind = |one: &Exchange| words::pick(&EN.results.exchange_kinds, one.index());
    possible.iter().map(kind).collect::<Vec<_>>().join(" / ")
}

/// A count as far as it is known.
pub fn counted(least: usize, most: usize) -> String {
    if least == most { least.to_string() } else { format!("{least}–{most}") }
}

fn gate_figure(told: &mut Told, gate: Gate, results: &Results, catalogue: &Catalogue) {
    let all = gate.needs().len();
    let Some(reading) = results.gates.iter().find(|reading| reading.gate == gate) else { return };
    let named = |practices: &[Practice], told: fn(&str) -> String| {
        let quoted = |practice: &Practice| (EN.results.quoted)(words::practice(*practice, catalogue));
        let names: Vec<String> = practices.iter().map(quoted).collect();
        (!names.is_empty()).then(|| told(&names.join(", ")))
    };
    let below = named(&reading.blocking, EN.results.practices_below);
    let open = named(&reading.unknown, EN.results.practices_open);
    told.short = below.into_iter().chain(open).collect::<Vec<_>>().join("; ");
    let could = all - reading.blocking.len();
    told.figure = (EN.results.of_practices)(&counted(could - reading.unknown.len(), could), all);
    told.needs = (EN.results.needs)(&all.to_string());
}

/// The numbers of practices, as a list.
pub(super) fn practice_numbers(practices: &[Practice]) -> String {
    practices.iter().map(|practice| (practice.index() + 1).to_string()).collect::<Vec<_>>().join(", ")
}

const fn heard_figure(heard: PerSide<bool>) -> &'static str {
    match (heard.organisation, heard.members) {
        (true, true) => EN.results.both_word,
        (true, false) => EN.results.heard_only_organisation,
        (false, true) => EN.results.heard_only_members,
        (false, false) => EN.results.heard_neither,
    }
}
