//! Answering and describing, undo and redo.

use std::mem;
use std::sync::Arc;

use super::history::{Change, Named, Swap, Where};
use super::message::{Ambient, Effect};
use super::model::{Model, Notice, Pending, Shelved};
use super::storing;
use crate::assessment::{Assessment, AssessmentId, Edit};
use crate::route::Route;

/// Applies an edit to the assessment that is open, remembers it and saves it.
pub fn edit(model: &mut Model, edit: Edit, ambient: &Ambient) -> Vec<Effect> {
    let Some(id) = model.open_id() else { return Vec::new() };
    let Some(shelved) = model.shelf.get(&id) else { return Vec::new() };
    let before = Arc::clone(&shelved.assessment);
    let mut after = Assessment::clone(&before);
    if let Err(refusal) = after.apply(edit.clone(), model.catalogue) {
        model.notice = Some(Notice::Refused(refusal.to_string()));
        return Vec::new();
    }
    if after == *before {
        return Vec::new();
    }
    after.updated = Some(ambient.now.clone());
    let after = Arc::new(after);
    let swap = Swap { id: id.clone(), before: Where::Shelf(before), after: Where::Shelf(Arc::clone(&after)) };
    model.history.push(Change { named: named(&edit), swaps: vec![swap], joins: joins(&edit) });
    if matches!(model.notice, Some(Notice::Undone(_) | Notice::Redone(_) | Notice::Refused(_))) {
        model.notice = None;
    }
    put(model, &id, after, Some(edit), ambient)
}

/// Puts a new state of an assessment on the shelf and saves it.
pub fn put(
    model: &mut Model,
    id: &AssessmentId,
    assessment: Arc<Assessment>,
    edit: Option<Edit>,
    ambient: &Ambient,
) -> Vec<Effect> {
    let old = model.shelf.remove(id);
    let before = old.as_ref().map(|shelved| Arc::clone(&shelved.assessment));
    let pending = match (old.as_ref().map(|shelved| shelved.pending.clone()), edit) {
        (Some(Pending::Nothing), Some(edit)) => Pending::Edits(vec![edit]),
        (Some(Pending::Edits(mut edits)), Some(edit)) => {
            edits.push(edit);
            Pending::Edits(edits)
        }
        _ => Pending::Whole,
    };
    let shelved = Shelved::new(assessment, old.and_then(|shelved| shelved.stamp), pending);
    let effect = storing::save(&shelved, before.as_deref(), ambient);
    model.shelf.insert(id.clone(), shelved);
    vec![effect]
}

/// Takes the last change back.
pub fn undo(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Some(change) = model.history.take_past() else { return Vec::new() };
    let swaps = change.swaps.into_iter().map(|swap| (swap.id, swap.before)).collect();
    let effects = restore(model, swaps, ambient);
    model.notice = Some(Notice::Undone(change.named));
    effects
}

/// Makes the last change that was taken back again.
pub fn redo(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Some(change) = model.history.take_future() else { return Vec::new() };
    let swaps = change.swaps.into_iter().map(|swap| (swap.id, swap.after)).collect();
    let effects = restore(model, swaps, ambient);
    model.notice = Some(Notice::Redone(change.named));
    effects
}

/// Brings assessments into the states given; leaves a place that no longer exists.
pub fn restore(model: &mut Model, states: Vec<(AssessmentId, Where)>, ambient: &Ambient) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (id, state) in states {
        effects.extend(place(model, id, state, ambient));
    }
    if model.open_id().is_some() && model.open().is_none() {
        effects.push(Effect::Go(Route::Home));
    }
    effects
}

/// Brings one assessment into the state given.
fn place(model: &mut Model, id: AssessmentId, state: Where, ambient: &Ambient) -> Vec<Effect> {
    let mut effects = Vec::new();
    if let Where::Gone(gone) = &state {
        model.gone.insert(id.clone(), gone.clone());
        effects.push(gone.clone().into());
    } else if model.gone.remove(&id).is_some() {
        effects.push(Effect::DropGone(id.clone()));
    }
    if let Where::Shelf(assessment) = state {
        effects.extend(put(model, &id, assessment, None, ambient));
    } else if model.shelf.remove(&id).is_some() {
        effects.push(Effect::Remove(id));
    }
    effects
}

/// Where an assessment is now.
pub fn now(model: &Model, id: &AssessmentId) -> Where {
    match (model.shelf.get(id), model.gone.get(id)) {
        (Some(shelved), _) => Where::Shelf(Arc::clone(&shelved.assessment)),
        (None, Some(gone)) => Where::Gone(gone.clone()),
        (None, None) => Where::Nowhere,
    }
}

/// Brings assessments into new states as one change that can be taken back.
pub fn change(model: &mut Model, named: Named, states: Vec<(AssessmentId, Where)>, ambient: &Ambient) -> Vec<Effect> {
    let swaps = states
        .iter()
        .map(|(id, after)| Swap { id: id.clone(), before: now(model, id), after: after.clone() })
        .collect();
    model.history.push(Change { named, swaps, joins: None });
    restore(model, states, ambient)
}

/// What an edit is called when it is taken back.
const fn named(edit: &Edit) -> Named {
    match edit {
        Edit::Name(_) | Edit::Purpose(_) | Edit::Origin(_) | Edit::Founded(_) | Edit::Size(_) | Edit::NextReview(_) => {
            Named::Description
        }
        Edit::Phase(_) => Named::Phase,
        Edit::AddItem(_) | Edit::TakeOut(_) | Edit::AddOwn { .. } | Edit::RewordOwn { .. } => Named::Items,
        Edit::Rate { side, .. }
        | Edit::Worth(side, _)
        | Edit::Top(side, _)
        | Edit::Pledge(side, ..)
        | Edit::Amount(side, ..) => Named::Answer(*side),
        Edit::Level(..) | Edit::Target(..) | Edit::PracticeNote(..) => Named::Practice,
        Edit::ItemNote(..) => Named::Note,
    }
}

/// The key under which edits of a text are joined into one change.
fn joins(edit: &Edit) -> Option<String> {
    match edit {
        Edit::Name(_) | Edit::Purpose(_) | Edit::Founded(_) | Edit::Size(_) | Edit::NextReview(_) => {
            Some(format!("{:?}", mem::discriminant(edit)))
        }
        Edit::RewordOwn { item, .. } => Some(format!("own {item}")),
        Edit::Amount(side, kind, _) => Some(format!("amount {} {}", side.key(), kind.key())),
        Edit::PracticeNote(practice, _) => Some(format!("note {}", practice.key())),
        Edit::ItemNote(item, _) => Some(format!("note {item}")),
        _ => None,
    }
}
