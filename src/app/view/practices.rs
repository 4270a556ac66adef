//! The ten practices, and the gate of the phase beside them.

use super::asked;
use super::evidence::{self, EvidenceRow};
use crate::app::Model;
use crate::assessment::Answer;
use crate::catalogue::{Practice, Step};
use crate::chart::MarkKind;
pub use crate::report::gates::{gate_name, need};
use crate::score::{Asked, Gate, GateState, Results};
use crate::text::EN;

/// The practices.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticesView {
    /// The ten.
    pub rows: Vec<PracticeRow>,
    /// The gate of the phase.
    pub gate: GateView,
}

/// A practice with its levels.
#[derive(Clone, Debug, PartialEq)]
pub struct PracticeRow {
    /// Which.
    pub practice: Practice,
    /// The element in which it is asked.
    pub element: String,
    /// Its number, 1 to 10.
    pub number: usize,
    /// Its name.
    pub name: &'static str,
    /// What it is.
    pub help: &'static str,
    /// What each level looks like.
    pub levels: [&'static str; 5],
    /// The answer.
    pub answer: Option<Answer>,
    /// The level aimed at.
    pub target: Option<Step>,
    /// The note.
    pub note: String,
    /// What shows the level.
    pub evidence: Vec<EvidenceRow>,
    /// What stands behind its disclosure: "Note, evidence (2) and aim 3".
    pub noted: String,
    /// What the gate of the phase needs of it.
    pub needs: Option<String>,
}

/// A gate as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct GateView {
    /// "Gate: launched well".
    pub title: String,
    /// Its state in a sentence.
    pub state: String,
    /// What it needs.
    pub rows: Vec<GateRow>,
}

/// What a gate needs of one practice.
#[derive(Clone, Debug, PartialEq)]
pub struct GateRow {
    /// Whether it is reached.
    pub mark: MarkKind,
    /// The same in words.
    pub mark_words: &'static str,
    /// The practice.
    pub name: String,
    /// "1, needs 2".
    pub figure: String,
    /// The element in which it is asked.
    pub element: String,
}

/// The practices of the assessment that is open.
pub fn practices(model: &Model) -> Option<PracticesView> {
    let shelved = model.open()?;
    let answered = &shelved.assessment.answered;
    let gate = Gate::for_phase(answered.community.phase);
    let rows = model
        .catalogue
        .practices
        .iter()
        .map(|words| {
            let given = answered.practices.get(&words.id);
            let target = given.and_then(|given| given.target);
            let note = given.map_or("", |given| &given.note);
            let evidence = given.map_or(&[][..], |given| &given.evidence);
            PracticeRow {
                practice: words.id,
                element: asked::element(Asked::Practice(words.id)),
                number: words.id.index() + 1,
                name: &words.name,
                help: &words.help,
                levels: words.levels.each_ref().map(String::as_str),
                answer: given.and_then(|given| given.level),
                target,
                note: note.to_owned(),
                evidence: evidence::rows(evidence),
                noted: evidence::noted(note, evidence, target, EN.asking.add_note_or_aim),
                needs: need(gate, words.id).map(|level| (EN.asking.needed)(gate_name(gate), level)),
            }
        })
        .collect();
    Some(PracticesView { rows, gate: gate_view(model, &shelved.results, gate) })
}

fn gate_view(model: &Model, results: &Results, gate: Gate) -> GateView {
    let reading = results.gates.iter().find(|reading| reading.gate == gate);
    let state = match reading.map(|reading| reading.state) {
        Some(GateState::Met) => EN.asking.gate_met.to_owned(),
        Some(GateState::NotMet) => (EN.asking.gate_not_met)(reading.map_or(0, |reading| reading.blocking.len())),
        _ => (EN.asking.gate_unknown)(reading.map_or(0, |reading| reading.unknown.len())),
    };
    let rows = gate.needs().iter().map(|(practice, level)| gate_row(model, results, *practice, *level)).collect();
    GateView { title: (EN.asking.gate_of)(gate_name(gate)), state, rows }
}

fn gate_row(model: &Model, results: &Results, practice: Practice, level: u8) -> GateRow {
    let step = results.counted.practices.get(practice.index()).copied().flatten();
    let (mark, mark_words) = match step {
        Some(step) if step.number() >= level => (MarkKind::Yes, EN.results.yes),
        Some(_) => (MarkKind::No, EN.results.no),
        None => (MarkKind::Unknown, EN.results.unknown),
    };
    let figure = step.map_or_else(|| "?".to_owned(), |step| step.to_string());
    GateRow {
        mark,
        mark_words,
        name: model.catalogue.practice_name(practice).to_owned(),
        figure: format!("{figure}, {}", (EN.results.profile_needs)(level)),
        element: asked::element(Asked::Practice(practice)),
    }
}
