//! What has changed between two snapshots, or a snapshot and the present.

use super::words;
use crate::app::{Model, Moment, Shelved};
use crate::assessment::{Answered, Assessment, SnapshotRef};
use crate::report::changed::changed;
pub use crate::report::changed::{ChangeRow, Changed, MovedRow};
use crate::text::EN;

/// What has changed, and between which two states.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangesView {
    /// The states to choose from, oldest first.
    pub states: Vec<StateOption>,
    /// Which two are chosen, by their places in the list.
    pub chosen: (usize, usize),
    /// The names of the two, the earlier first; `None` where the same was chosen twice.
    pub between: Option<(String, String)>,
    /// What has changed.
    pub changed: Changed,
}

/// A state to choose.
#[derive(Clone, Debug, PartialEq)]
pub struct StateOption {
    /// Which; `None` is the present.
    pub which: Option<SnapshotRef>,
    /// What it is called.
    pub name: String,
}

/// What has changed in the assessment that is open; `None` before the first snapshot.
pub fn changes(model: &Model) -> Option<ChangesView> {
    let shelved = model.open()?;
    let assessment = &shelved.assessment;
    let states = states(shelved);
    if states.len() < 2 {
        return None;
    }
    let chosen = chosen(model, assessment, &states);
    let mut view = ChangesView { chosen, between: None, changed: Changed::default(), states };
    let (first, last) = (chosen.0.min(chosen.1), chosen.0.max(chosen.1));
    let (Some(one), Some(other)) = (view.states.get(first), view.states.get(last)) else { return Some(view) };
    if first == last {
        return Some(view);
    }
    let (earlier, later) = (answered(assessment, one), answered(assessment, other));
    view.between = Some((one.name.clone(), other.name.clone()));
    view.changed = changed(earlier, later, model.catalogue);
    Some(view)
}

/// The answers that moved, those about one thing together, and the thing about which most has moved first.
pub fn grouped(moved: &[MovedRow]) -> Vec<&[MovedRow]> {
    let weight = |rows: &[MovedRow]| rows.iter().map(|row| u32::from(row.by)).sum::<u32>();
    let things: Vec<&[MovedRow]> = moved.chunk_by(|one, other| one.what == other.what).collect();
    let most = things.iter().map(|rows| weight(rows)).max().unwrap_or_default();
    // Without a sort, which would be one more in the page.
    (0..=most).rev().flat_map(|by| things.iter().copied().filter(move |rows| weight(rows) == by)).collect()
}

/// Every snapshot by date, and the present.
fn states(shelved: &Shelved) -> Vec<StateOption> {
    let option = |moment: &Moment| {
        let at = moment.snapshot?;
        let snapshot = shelved.assessment.snapshots.get(at)?;
        let name = words::snapshot(&shelved.assessment.snapshots, at);
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
