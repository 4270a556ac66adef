//! What has changed between two snapshots, or a snapshot and the present.

use super::outlook::outlook_short;
use super::{explained, words};
use crate::app::{Model, Moment, Shelved};
use crate::assessment::{Answered, Assessment, SnapshotRef};
use crate::catalogue::{Catalogue, ItemId, Side};
use crate::score::trend::{self, Change, Changes, Direction, Measured, Moved, Slot};
use crate::score::{Figure, Outlook, Rung, Voice, thresholds};
use crate::text::{EN, numbers};

/// What has changed, and between which two states.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangesView {
    /// The states to choose from, oldest first.
    pub states: Vec<StateOption>,
    /// Which two are chosen, by their places in the list.
    pub chosen: (usize, usize),
    /// The names of the two, the earlier first; `None` where the same was chosen twice.
    pub between: Option<(String, String)>,
    /// What to keep in mind.
    pub notes: Vec<String>,
    /// The figures.
    pub figures: Vec<ChangeRow>,
    /// How many answers moved.
    pub moved_title: String,
    /// Which.
    pub moved: Vec<MovedRow>,
}

/// A state to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct StateOption {
    /// Which; `None` is the present.
    pub which: Option<SnapshotRef>,
    /// What it is called.
    pub name: String,
}

/// A figure in both states.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// What it is.
    pub name: &'static str,
    /// Then.
    pub earlier: String,
    /// Later.
    pub later: String,
    /// Where it went: a sign and a word.
    pub change: (&'static str, &'static str),
}

/// An answer that moved.
#[derive(Clone, Debug, PartialEq)]
pub struct MovedRow {
    /// The item, or what else was asked.
    pub what: String,
    /// What about it.
    pub about: String,
    /// From where to where.
    pub steps: String,
}

/// The figures that are shown; single practices stand among the answers.
const SHOWN: [Measured; 13] = [
    Measured::Overlap,
    Measured::Coverage(Side::Organisation),
    Measured::Coverage(Side::Members),
    Measured::SharedOfWanted,
    Measured::Kept,
    Measured::Return(Side::Organisation),
    Measured::Return(Side::Members),
    Measured::Worth(Side::Organisation),
    Measured::Worth(Side::Members),
    Measured::Contribution(Side::Organisation),
    Measured::Contribution(Side::Members),
    Measured::Maturity,
    Measured::Outlook,
];

/// What has changed in the assessment that is open; `None` before the first snapshot.
pub fn changes(model: &Model) -> Option<ChangesView> {
    let shelved = model.open()?;
    let assessment = &shelved.assessment;
    let states = states(shelved);
    if states.len() < 2 {
        return None;
    }
    let chosen = chosen(model, assessment, &states);
    let mut view = ChangesView {
        chosen,
        between: None,
        notes: Vec::new(),
        figures: Vec::new(),
        moved_title: String::new(),
        moved: Vec::new(),
        states,
    };
    let (first, last) = (chosen.0.min(chosen.1), chosen.0.max(chosen.1));
    let (Some(one), Some(other)) = (view.states.get(first), view.states.get(last)) else { return Some(view) };
    if first == last {
        return Some(view);
    }
    let (earlier, later) = (answered(assessment, one), answered(assessment, other));
    let changes = trend::compare(earlier, later);
    let words = Words { later, earlier, catalogue: model.catalogue };
    view.between = Some((one.name.clone(), other.name.clone()));
    view.notes = words.notes(&changes);
    view.figures = SHOWN.into_iter().filter_map(|measured| figure(changes.of(measured)?)).collect();
    view.moved_title = (EN.time.moved)(changes.moved.len());
    view.moved = changes.moved.iter().map(|moved| words.moved(moved)).collect();
    Some(view)
}

/// Every snapshot by date, and the present.
fn states(shelved: &Shelved) -> Vec<StateOption> {
    let option = |moment: &Moment| {
        let at = moment.snapshot?;
        let snapshot = shelved.assessment.snapshots.get(at)?;
        let name = (EN.time.named)(&snapshot.label, &words::date(&snapshot.date));
        Some(StateOption { which: Some(snapshot.reference(at)), name })
    };
    let present = StateOption { which: None, name: EN.time.present.to_owned() };
    shelved.past().iter().filter_map(option).chain([present]).collect()
}

/// The two that were chosen, or else the last snapshot and the present.
fn chosen(model: &Model, assessment: &Assessment, states: &[StateOption]) -> (usize, usize) {
    let present = states.len().saturating_sub(1);
    let default = (present.saturating_sub(1), present);
    let Some(comparing) = model.comparing.as_ref().filter(|comparing| comparing.id == assessment.id) else {
        return default;
    };
    // A snapshot that was renamed is still the one that was chosen.
    let is = |state: &StateOption, which: &SnapshotRef| {
        state.which.as_ref().is_some_and(|one| one.at == which.at && one.date == which.date)
    };
    let place = |which: &Option<SnapshotRef>| match which {
        None => Some(present),
        Some(which) => states.iter().position(|state| is(state, which)),
    };
    place(&comparing.earlier).zip(place(&comparing.later)).unwrap_or(default)
}

fn answered<'a>(assessment: &'a Assessment, state: &StateOption) -> &'a Answered {
    let snapshot = state.which.as_ref().and_then(|which| assessment.snapshots.get(which.at));
    snapshot.map_or(&assessment.answered, |snapshot| &snapshot.answered)
}

/// A figure that says something in one of the two states.
fn figure(change: &Change) -> Option<ChangeRow> {
    let (name, write) = written(change.measured)?;
    let (earlier, later) = (write(change.earlier), write(change.later));
    let says = earlier != numbers::NONE || later != numbers::NONE;
    let change = went(change.direction, read_alike(&earlier, &later));
    says.then_some(ChangeRow { name, earlier, later, change })
}

const fn went(direction: Direction, alike: bool) -> (&'static str, &'static str) {
    match (direction, alike) {
        (Direction::Up, false) => ("▲", EN.time.up),
        (Direction::Up, true) => ("▲", EN.time.up_little),
        (Direction::Down, false) => ("▼", EN.time.down),
        (Direction::Down, true) => ("▼", EN.time.down_little),
        (Direction::Unclear, _) => ("", EN.time.no_clear),
    }
}

/// Whether two shares are written alike: they are less than a point apart, and a sentence that says which is the higher says
/// so too, since else "51 %, then 51 %: down" would look like a mistake.
pub(super) fn read_alike(one: &str, other: &str) -> bool {
    numbers::bare(one) == numbers::bare(other)
}

/// Writes a figure.
pub(super) type Write = fn(Figure) -> String;

/// The name of a figure, and how it is written.
pub(super) fn written(measured: Measured) -> Option<(&'static str, Write)> {
    let text = &EN.time;
    Some(match measured {
        Measured::Overlap => (text.overlap, |figure| words::percent(figure, explained::OVERLAP)),
        Measured::Coverage(side) => {
            (by_side(side, text.coverage_organisation, text.coverage_members), |figure| words::percent(figure, &[]))
        }
        Measured::SharedOfWanted => (text.shared_of_wanted, |figure| words::percent(figure, explained::SHARED)),
        Measured::Kept => (text.kept, |figure| words::percent(figure, explained::KEPT)),
        Measured::Return(side) => (by_side(side, text.return_organisation, text.return_members), |figure| {
            words::percent(figure, &[thresholds::RETURNS_BEGUN, thresholds::RETURNS_GOOD])
        }),
        Measured::Contribution(side) => {
            (by_side(side, text.puts_in_organisation, text.puts_in_members), |figure| words::percent(figure, &[]))
        }
        // An unknown worth may be any step.
        Measured::Worth(side) => (by_side(side, text.worth_organisation, text.worth_members), |figure| {
            figure.value().map_or_else(|| numbers::NONE.to_owned(), numbers::steps)
        }),
        Measured::Maturity => (text.practices, |figure| {
            let (low, high) = places(figure);
            (EN.time.of_ten)(low, high)
        }),
        Measured::Outlook => (text.outlook, |figure| {
            let (low, high) = places(figure);
            let rung = |at: usize| Rung::ALL.get(at).copied().unwrap_or(Rung::ShortLived);
            outlook_short(Outlook { low: rung(low), high: rung(high) })
        }),
        Measured::Practice(_) | Measured::Gate(_) => return None,
    })
}

pub(super) const fn by_side(side: Side, organisation: &'static str, members: &'static str) -> &'static str {
    match side {
        Side::Organisation => organisation,
        Side::Members => members,
    }
}

/// The ends of a figure that counts whole small things.
fn places(figure: Figure) -> (usize, usize) {
    let whole = |number: f64| (0_u8..=10).find(|whole| f64::from(*whole) >= number - 0.5).map_or(10, usize::from);
    figure.ends().map_or((0, 0), |(low, high)| (whole(low), whole(high)))
}

/// What the words of a comparison are taken from.
struct Words<'a> {
    earlier: &'a Answered,
    later: &'a Answered,
    catalogue: &'a Catalogue,
}

impl Words<'_> {
    fn notes(&self, changes: &Changes) -> Vec<String> {
        let text = &EN.time;
        let mut notes = Vec::new();
        if changes.common.is_empty() {
            notes.push(text.common_none.to_owned());
        } else if !changes.added.is_empty() || !changes.taken_out.is_empty() {
            notes.push((text.common)(changes.common.len(), changes.added.len(), changes.taken_out.len()));
        }
        if !changes.reworded.is_empty() {
            let labels: Vec<String> = changes.reworded.iter().map(|id| self.label(*id)).collect();
            notes.push((text.reworded)(&labels.join(", ")));
        }
        let (from, to) = (changes.earlier.phase, changes.later.phase);
        if from != to {
            let name = |phase| self.catalogue.phase(phase).map_or("", |phase| phase.name.as_str()).to_lowercase();
            notes.push((text.phase_differs)(&name(from), &name(to)));
        }
        for side in Side::ALL {
            let (from, to) = (changes.earlier.voices.get(side), changes.later.voices.get(side));
            if from.importance != to.importance {
                notes.push((text.voices_differ)(
                    words::side(side),
                    &voice(from.importance, text.estimate),
                    &voice(to.importance, text.estimate),
                ));
            } else if from != to {
                notes.push((text.voices_partly)(words::side(side)));
            }
        }
        notes
    }

    /// The label of an item in the later of the states that has it.
    fn label(&self, id: ItemId) -> String {
        let state = if self.later.own(id).is_some() { self.later } else { self.earlier };
        words::label(state, id, self.catalogue)
    }

    fn moved(&self, moved: &Moved) -> MovedRow {
        let text = &EN.time;
        let (what, about) = match moved.slot {
            Slot::Importance(side, id) => (self.label(id), (text.important_to)(words::side(side))),
            Slot::Delivered(side, id) => {
                (self.label(id), by_side(side, text.delivered_organisation, text.delivered_members).to_owned())
            }
            Slot::Worth(side) => (by_side(side, text.worth_organisation, text.worth_members).to_owned(), String::new()),
            Slot::Contribution(side, kind) => {
                let named = self.catalogue.contributions.iter().find(|words| words.id == kind);
                (named.map(|words| words.name.clone()).unwrap_or_default(), (text.puts_in)(words::side(side)))
            }
            Slot::Practice(practice) => {
                let name = self.catalogue.practice(practice).map(|words| words.name.clone());
                (name.unwrap_or_default(), text.practice.to_owned())
            }
        };
        let steps = (text.moved_from_to)(&numbers::steps(moved.from.steps()), &numbers::steps(moved.to.steps()));
        MovedRow { what, about, steps }
    }
}

/// Who spoke, in words.
pub(super) fn voice(voice: Voice, estimate: &str) -> String {
    crate::report::finding::people(voice).map_or_else(|| estimate.to_owned(), EN.time.voice_replies)
}
