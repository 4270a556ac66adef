//! What is done so that work outlasts this browser: it is asked to keep it, and the person is reminded to save a file.
//!
//! A browser may clear what a page keeps: when room is short, after weeks without a visit, or when somebody cleans up.
//! So it is asked to hold on to it once there is something to hold on to, and changes that are in no file, no back-up
//! and no link that carries all of it are counted. What *much* is, is said here and nowhere else.

use super::history::Run;
use super::message::{Ambient, Effect};
use super::model::{Model, Storage};
use crate::assessment::{AssessmentId, Date, Edit};

/// So many changes since the last file, back-up or link of an assessment are much.
pub const MANY_EDITS: u32 = 40;

/// So many days with changes in none of them are long.
pub const MANY_DAYS: i32 = 14;

/// After so many answers the browser is asked to hold on to what it keeps: some of them ask the person, so not at once.
const FIRST_ANSWERS: u32 = 3;

/// Changes of an assessment that are nowhere but here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    /// How many.
    pub edits: u32,
    /// Since when.
    pub since: Date,
}

impl Unsaved {
    /// As storage holds it: the number and the day.
    fn to_record(&self) -> String {
        [&self.edits.to_string(), " ", self.since.as_str()].concat()
    }

    /// Reads what `to_record` wrote.
    pub fn from_record(record: &str) -> Option<Self> {
        let (edits, since) = record.split_once(' ')?;
        Some(Self { edits: edits.parse().ok()?, since: since.parse().ok()? })
    }

    /// Whether there is much of it, or it is long ago.
    fn is_much(&self, today: &Date) -> bool {
        self.edits >= MANY_EDITS || self.edits > 0 && self.since.days_until(today).is_some_and(|days| days >= MANY_DAYS)
    }
}

/// A change was made. One that only goes on with the one before is counted with it.
pub fn edited(model: &mut Model, id: &AssessmentId, edit: &Edit, run: Run, ambient: &Ambient) -> Vec<Effect> {
    // What is not in this browser is said to be so already.
    if model.storage != Storage::Browser || model.held(id).is_some() {
        return Vec::new();
    }
    // Unless what went before is in a file or link by now.
    if run == Run::GoesOn && model.unsaved.iter().any(|(one, _)| one == id) {
        return Vec::new();
    }
    let mut effects = Vec::new();
    if run == Run::Begun && matches!(edit, Edit::Rate { .. } | Edit::Worth(..) | Edit::Level(..)) {
        model.answers = model.answers.saturating_add(1);
        if model.answers == FIRST_ANSWERS {
            effects.push(Effect::Persist);
        }
    }
    let before = model.unsaved.iter().position(|(one, _)| one == id).map(|at| model.unsaved.swap_remove(at).1);
    let before = before.unwrap_or_else(|| Unsaved { edits: 0, since: ambient.today.clone() });
    let unsaved = Unsaved { edits: before.edits.saturating_add(1), ..before };
    effects.push(Effect::NoteUnsaved { id: id.clone(), record: Some(unsaved.to_record()) });
    model.unsaved.push((id.clone(), unsaved));
    effects
}

/// It is in a file, a back-up or a link now, or the person wants to hear of it later: counting begins anew.
pub fn copied(model: &mut Model, id: &AssessmentId) -> Vec<Effect> {
    let before = model.unsaved.len();
    model.unsaved.retain(|(one, _)| one != id);
    let gone = model.unsaved.len() < before;
    if gone { vec![Effect::NoteUnsaved { id: id.clone(), record: None }] } else { Vec::new() }
}

/// The same of all of them.
pub fn all_copied(model: &mut Model) -> Vec<Effect> {
    let ids: Vec<AssessmentId> = model.unsaved.iter().map(|(id, _)| id.clone()).collect();
    ids.iter().flat_map(|id| copied(model, id)).collect()
}

/// Notes all of it once more.
pub fn note_all(model: &Model) -> Vec<Effect> {
    let note = |(id, unsaved): &(AssessmentId, Unsaved)| Effect::NoteUnsaved {
        id: id.clone(),
        record: Some(unsaved.to_record()),
    };
    model.unsaved.iter().map(note).collect()
}

/// Those with much that is nowhere but here.
pub fn much(model: &Model) -> Vec<&AssessmentId> {
    let Some(today) = &model.today else { return Vec::new() };
    let much = model.unsaved.iter().filter(|(id, unsaved)| unsaved.is_much(today) && model.shelf.contains_key(id));
    much.map(|(id, _)| id).collect()
}
