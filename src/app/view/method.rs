//! The tables of the method page that come from the rules themselves, so that the page cannot drift from the code.

use super::outlook::criterion_words;
use super::practices::gate_name;
use super::words;
use crate::app::Model;
use crate::catalogue::{Phase, Practice, Step};
use crate::score::thresholds as limit;
use crate::score::{CriterionId, Gate, Rung};
use crate::text::method::Slot;
use crate::text::{EN, numbers};

/// A table with its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FilledTable {
    /// What it is.
    pub title: String,
    /// The names of its columns.
    pub head: Vec<String>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// The tables of a slot.
pub fn method_tables(model: &Model, slot: &Slot) -> Vec<FilledTable> {
    match slot {
        Slot::Scales => scales(model),
        Slot::Gates => vec![gates(model)],
        Slot::Rungs => vec![rungs()],
        Slot::Zones => vec![zones()],
        Slot::Voices => vec![voices()],
        Slot::Version => vec![version(model)],
    }
}

fn owned(cells: &[&str]) -> Vec<String> {
    cells.iter().map(|cell| (*cell).to_owned()).collect()
}

fn scales(model: &Model) -> Vec<FilledTable> {
    let text = &EN.method;
    let scales = &model.catalogue.scales;
    let all = [
        (text.importance, &scales.importance),
        (text.delivered, &scales.delivered),
        (text.worth, &scales.worth),
        (text.contribution, &scales.contribution),
        (text.practice, &scales.practice),
    ];
    let table = |(title, steps): (&'static str, &'static [crate::catalogue::content::StepWords; 5])| FilledTable {
        title: title.to_owned(),
        head: owned(&text.scale_head),
        rows: Step::ALL
            .iter()
            .zip(steps)
            .map(|(step, words)| vec![step.to_string(), words.word.clone(), words.means.clone()])
            .collect(),
    };
    all.into_iter().map(table).collect()
}

fn gates(model: &Model) -> FilledTable {
    let mut head = vec![EN.method.practice_column.to_owned()];
    head.extend(Gate::ALL.into_iter().map(|gate| gate_name(gate).to_owned()));
    let row = |practice: Practice| {
        let name = model.catalogue.practice_name(practice);
        let mut row = vec![format!("{} {name}", practice.index() + 1)];
        row.extend(Gate::ALL.into_iter().map(|gate| {
            super::practices::need(gate, practice)
                .map_or_else(|| numbers::NONE.to_owned(), |level| format!("≥ {level}"))
        }));
        row
    };
    let mut rows: Vec<Vec<String>> = Practice::ALL.into_iter().map(row).collect();
    let asked = |gate: Gate| {
        let phases = Phase::ALL.into_iter().filter(|phase| Gate::for_phase(*phase) == gate);
        let names: Vec<String> = phases.map(|phase| model.catalogue.phase_name(phase).to_lowercase()).collect();
        if names.is_empty() { EN.method.asked_by_top.to_owned() } else { names.join(", ") }
    };
    let mut last = vec![EN.method.asked_by.to_owned()];
    last.extend(Gate::ALL.into_iter().map(asked));
    rows.push(last);
    FilledTable { title: EN.method.gates.to_owned(), head, rows }
}

/// What a criterion asks, in figures.
fn asks(id: CriterionId) -> String {
    let share = |threshold: f64| format!("≥ {}", numbers::percent(threshold, threshold, &[]));
    let text = &EN.method;
    match id {
        CriterionId::Begun => (text.asks_begun)(limit::BEGUN),
        CriterionId::SomeOverlap => share(limit::SOME_OVERLAP),
        CriterionId::SomethingShared => format!("≥ {}", limit::SOMETHING_SHARED),
        CriterionId::SomeoneGains => (text.asks_gains)(limit::GAINS),
        CriterionId::Gate => text.asks_gate.to_owned(),
        CriterionId::EnoughOverlap => share(limit::ENOUGH_OVERLAP),
        CriterionId::EnoughShared => share(limit::ENOUGH_SHARED),
        CriterionId::BothGain => (text.asks_both_gain)(limit::WORTH_IT),
        CriterionId::ReturnsBegun => (text.asks_returns_begun)(&share(limit::RETURNS_BEGUN)),
        CriterionId::Phase => text.asks_phase.to_owned(),
        CriterionId::Sustained => (text.asks_named_gate)(gate_name(Gate::Sustaining)),
        CriterionId::Embedded => (text.asks_named_gate)(gate_name(Gate::Embedded)),
        CriterionId::BothHeard => text.asks_heard.to_owned(),
        CriterionId::PromiseKept => share(limit::PROMISE_KEPT),
        CriterionId::ReturnsGood => share(limit::RETURNS_GOOD),
    }
}

fn rungs() -> FilledTable {
    let rung_name = |rung: Rung| words::pick(&EN.results.rung_names, rung.index()).to_owned();
    let mut rows = vec![vec![rung_name(Rung::ShortLived), EN.results.rung_start.to_owned(), numbers::NONE.to_owned()]];
    let row = |id: CriterionId| vec![rung_name(id.rung()), criterion_words(id).to_owned(), asks(id)];
    rows.extend(CriterionId::ALL.into_iter().map(row));
    FilledTable { title: EN.method.rungs.to_owned(), head: owned(&EN.method.rungs_head), rows }
}

fn zones() -> FilledTable {
    let text = &EN.method;
    let [urgent, improve, more, line] = EN.results.zones;
    let rows = vec![
        vec![urgent.to_owned(), (text.zone_urgent)(limit::WANTED, limit::URGENT_GAP)],
        vec![improve.to_owned(), (text.zone_improve)(limit::IMPROVE_GAP)],
        vec![more.to_owned(), (text.zone_more)(limit::EXCESS_GAP)],
        vec![line.to_owned(), text.zone_line.to_owned()],
    ];
    FilledTable { title: text.zones.to_owned(), head: owned(&text.zones_head), rows }
}

fn voices() -> FilledTable {
    let text = &EN.method;
    let sizes = [limit::SMALL_EFFECT, limit::MEDIUM_EFFECT, limit::LARGE_EFFECT].map(|size| size.to_string());
    let rows = [
        (text.voices_spread, (text.voices_spread_from)(limit::SPREAD)),
        (text.voices_delta, (text.voices_delta_from)(limit::RAW_ANSWERS)),
        (text.voices_sizes, sizes.join(", ")),
        (text.voices_topic, (text.voices_topic_from)(&limit::DISCUSS.to_string(), limit::TOPICS)),
        (text.voices_same, (text.voices_same_from)(limit::SAME)),
        (text.voices_off, (text.voices_off_from)(limit::FAR_OFF)),
    ];
    let rows = rows.into_iter().map(|(what, from)| vec![what.to_owned(), from]).collect();
    FilledTable { title: text.voices.to_owned(), head: owned(&text.voices_head), rows }
}

fn version(model: &Model) -> FilledTable {
    let text = &EN.method;
    let catalogue = model.catalogue;
    let program = format!("{} {}", EN.frame.brand, env!("CARGO_PKG_VERSION"));
    let content = format!("{} ({})", catalogue.name, catalogue.language);
    let rows = [
        (text.version_program, program),
        (text.version_content, content),
        (text.version_file, crate::file::VERSION.to_string()),
        (text.version_link, crate::link::VERSION.to_string()),
    ];
    let rows = rows.into_iter().map(|(term, means)| vec![term.to_owned(), means]).collect();
    FilledTable { title: text.version.to_owned(), head: owned(&text.version_head), rows }
}
