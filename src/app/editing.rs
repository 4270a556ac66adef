//! Answering and describing, undo and redo.

use std::mem;
use std::sync::Arc;

use super::gone::Gone;
use super::history::{Change, Joins, Named, Swap, Where};
use super::keeping;
use super::meanwhile::toward;
use super::message::{Ambient, Effect};
use super::model::{Model, OWN_ACTION, OWN_EXPECTATION, Pending, Shelved};
use super::naming::name;
use super::notice::Notice;
use super::{catalogues, storing};
use crate::assessment::{
    ActionEdit, ActionStatus, Assessment, AssessmentId, Edit, EvidenceEdit, MeasureEdit, PlanEdit,
};
use crate::report::words;
use crate::route::{Place, Route};

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
    if edit.text() == Some("") {
        // What stood there is a state to come back to.
        model.history.part();
    }
    let run = model.history.push(Change { named: named(&edit), swaps: vec![swap], forgot: None, joins: joins(&edit) });
    model.notice = model.notice.take().and_then(Notice::after_change);
    if let Some(notice) = said(model, &id, &edit, after.round) {
        model.notice = Some(notice);
    }
    leave_field(model, &edit);
    let mut effects = keeping::edited(model, &id, &edit, run, ambient);
    effects.extend(put(model, &id, after, Some(edit), ambient));
    effects
}

/// What was added stands in its field no longer; and what was refused goes with what it was typed for, whose id, or
/// whose place in a list, another may have next.
fn leave_field(model: &mut Model, edit: &Edit) {
    let mut forget = |kind: &str, id: &str| {
        let (of, fields) = (model.open_id(), [kind, "-", id, "-"].concat());
        model.begun.retain(|one| {
            Some(one.of.as_str()) != of.as_ref().map(AssessmentId::as_str) || !one.field.starts_with(&fields)
        });
    };
    let (field, added) = match edit {
        Edit::AddOwn { text, .. } => (OWN_EXPECTATION, text),
        Edit::Plan(PlanEdit::AddAction(action)) => (OWN_ACTION, &action.text),
        Edit::Plan(PlanEdit::RemoveMeasure(id)) => return forget("measure", id),
        Edit::Plan(PlanEdit::RemoveAction(id)) => return forget("action", id),
        Edit::Evidence(about, EvidenceEdit::Remove { .. }) => return forget("evidence", about.key()),
        _ => return,
    };
    if model.begun(field).0.trim() == added.trim() {
        model.begin(field.to_owned(), String::new(), "");
    }
}

/// What is said about an edit that a person could miss, or that offers something. It is asked before the new state
/// stands.
fn said(model: &Model, id: &AssessmentId, edit: &Edit, round: u32) -> Option<Notice> {
    let before = model.shelf.get(id)?;
    let statement = |item| words::statement(&before.assessment.answered, item, model.catalogue);
    match edit {
        Edit::TakeSnapshot { date, .. } => Some(Notice::SnapshotTaken(date.clone())),
        Edit::DropSnapshot(which) => Some(Notice::SnapshotDropped(which.date.clone())),
        Edit::StartRound { .. } => Some(Notice::RoundStarted(round)),
        Edit::TakeOut(item) => Some(Notice::TakenOut(statement(*item))),
        Edit::AddItem(item) => Some(Notice::Asked(statement(*item))),
        Edit::AddOwn { text, .. } => Some(Notice::Asked(text.clone())),
        Edit::TakeOutReply(_) => Some(Notice::ReplyOut),
        Edit::Plan(PlanEdit::Draft { .. }) => Some(Notice::Drafted),
        // In the plan itself one sees it come.
        Edit::Plan(PlanEdit::AddAction(action)) if !in_plan(&model.route) => {
            let said = if action.status == ActionStatus::Dropped { Notice::SetAside } else { Notice::Planned };
            Some(said(action.text.clone()))
        }
        // Before anything is known there is nothing to keep.
        Edit::Phase(_) if before.results.overlap.jaccard.ends().is_some() => Some(Notice::PhaseChanged(id.clone())),
        _ => None,
    }
}

const fn in_plan(route: &Route) -> bool {
    matches!(route, Route::Assessment { place: Place::Plan, .. })
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
    let pending = match (old.as_ref().map(|shelved| shelved.pending.clone()), edit) {
        (Some(Pending::Nothing), Some(edit)) => Pending::Edits(vec![edit]),
        (Some(Pending::Edits(mut edits)), Some(edit)) => {
            edits.push(edit);
            Pending::Edits(edits)
        }
        _ => Pending::Whole,
    };
    let mut shelved = match &old {
        Some(old) => Shelved::next(assessment, old, pending),
        None => Shelved::new(assessment, None, pending),
    };
    let save = storing::to_save(&mut shelved, old.as_ref(), ambient);
    let mut effects = catalogues::keep_for(model, shelved.assessment.catalogue.as_ref());
    effects.extend(drop_gone(id, shelved.binned.as_ref()));
    effects.push(save);
    model.shelf.insert(id.clone(), shelved);
    effects
}

/// Drops what storage holds of it among the deleted, so that there is room for it where it is saved; if that is refused
/// nevertheless, it is kept there again.
pub fn drop_gone(id: &AssessmentId, binned: Option<&Gone>) -> Option<Effect> {
    binned.map(|_| Effect::DropGone(id.clone()))
}

/// Takes the last change back.
pub fn undo(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Some(Change { named, swaps, .. }) = model.history.take_past() else { return Vec::new() };
    let swaps = swaps.into_iter().map(|Swap { id, before, after }| Swap { id, before: after, after: before });
    lead(model, swaps.collect(), Notice::Undone(named), ambient)
}

/// Makes the last change that was taken back again.
pub fn redo(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Some(Change { named, swaps, forgot, .. }) = model.history.take_future() else { return Vec::new() };
    if let Some((key, _)) = forgot {
        model.drafts.remove(&key);
        model.notice = Some(Notice::Redone(named));
        return vec![Effect::DropDraft(key)];
    }
    lead(model, swaps, Notice::Redone(named), ambient)
}

/// Makes a change on what has become of the assessments [meanwhile](toward). Where another tab has changed the same,
/// that stays, and is said.
fn lead(model: &mut Model, swaps: Vec<Swap>, mut said: Notice, ambient: &Ambient) -> Vec<Effect> {
    let mut states = Vec::new();
    for Swap { id, before, after } in swaps {
        let now = now(model, &id);
        let state = toward(after, &before, &now, &model.catalogues.known, &ambient.now);
        match (&state, &now) {
            (Where::Shelf(led), Where::Shelf(now)) if Arc::ptr_eq(led, now) => {
                said = Notice::Overruled(name(now));
            }
            _ => states.push((id, state)),
        }
    }
    let effects = restore(model, states, ambient);
    model.notice = Some(said);
    effects
}

/// Brings assessments into the states given; leaves a place that no longer exists.
pub fn restore(model: &mut Model, states: Vec<(AssessmentId, Where)>, ambient: &Ambient) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (id, state) in states {
        effects.extend(place(model, &id, state, ambient));
    }
    if model.open_id().is_some() && model.open().is_none() {
        // It is there already when the address follows, so what is said now is still said there.
        model.route = Route::Home;
        effects.push(Effect::Go(Route::Home));
    }
    effects
}

/// Brings one assessment into the state given.
fn place(model: &mut Model, id: &AssessmentId, state: Where, ambient: &Ambient) -> Vec<Effect> {
    let mut effects = Vec::new();
    let mut binned = model.gone.remove(id);
    // First of all: a full storage then has room for what is deleted.
    if !matches!(state, Where::Shelf(_))
        && let Some(shelved) = model.shelf.remove(id)
    {
        effects.push(Effect::Remove(id.clone()));
        binned = binned.or(shelved.binned);
    }
    match state {
        Where::Gone(gone) => {
            effects.extend(catalogues::keep_for(model, gone.assessment.catalogue.as_ref()));
            model.gone.insert(id.clone(), gone.clone());
            effects.push(gone.into());
        }
        Where::Shelf(assessment) => {
            effects.extend(drop_gone(id, binned.as_ref()));
            effects.extend(put(model, id, assessment, None, ambient));
            if let Some(shelved) = model.shelf.get_mut(id) {
                shelved.binned = binned.or(shelved.binned.take());
            }
        }
        Where::Nowhere => effects.extend(drop_gone(id, binned.as_ref())),
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
    model.history.push(Change { named, swaps, forgot: None, joins: None });
    model.notice = model.notice.take().and_then(Notice::after_change);
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
        Edit::Evidence(..) => Named::Evidence,
        Edit::Bridge(..) => Named::Bridge,
        Edit::Ask(..) | Edit::ReplyTo(_) | Edit::MinReplies(..) => Named::Invitation,
        Edit::AddReplies(_) => Named::RepliesAdded,
        Edit::TakeOutReply(_) => Named::ReplyTakenOut,
        Edit::Plan(edit) => named_plan(edit),
        Edit::TakeSnapshot { .. } | Edit::RenameSnapshot(..) | Edit::DropSnapshot(_) => Named::Snapshot,
        Edit::StartRound { .. } => Named::Round,
    }
}

/// What an edit of the plan is called when it is taken back.
const fn named_plan(edit: &PlanEdit) -> Named {
    match edit {
        PlanEdit::Statement(_)
        | PlanEdit::Draft { .. }
        | PlanEdit::StatementOwner(_)
        | PlanEdit::StatementReview(_) => Named::Statement,
        PlanEdit::AddMeasure(_) | PlanEdit::Measure(..) => Named::Measure,
        PlanEdit::RemoveMeasure(_) => Named::MeasureTakenOut,
        PlanEdit::AddAction(_) | PlanEdit::Action(..) => Named::Action,
        PlanEdit::RemoveAction(_) => Named::ActionTakenOut,
    }
}

/// What an edit of a text, or of an answer that is chosen among steps, is joined by into one change with those before
/// it.
fn joins(edit: &Edit) -> Option<Joins> {
    let what = mem::discriminant(edit);
    Some(match edit {
        Edit::Rate { question, side, item, .. } => Joins::Rate(*question, *side, *item),
        Edit::Worth(side, _) => Joins::Worth(*side),
        Edit::Pledge(side, kind, _) | Edit::Amount(side, kind, _) => Joins::Contribution(what, *side, *kind),
        Edit::Level(practice, _) | Edit::Target(practice, _) | Edit::PracticeNote(practice, _) => {
            Joins::Practice(what, *practice)
        }
        Edit::RewordOwn { item, .. } | Edit::ItemNote(item, _) | Edit::Bridge(item, _) => Joins::Item(what, *item),
        Edit::Phase(_)
        | Edit::Origin(_)
        | Edit::Name(_)
        | Edit::Purpose(_)
        | Edit::Founded(_)
        | Edit::Size(_)
        | Edit::NextReview(_)
        | Edit::ReplyTo(_)
        | Edit::MinReplies(..) => Joins::Field(what),
        Edit::Evidence(about, edit) => {
            let (at, field) = edit.field()?;
            Joins::Evidence(*about, at, field)
        }
        Edit::Plan(edit) => return joins_plan(edit),
        Edit::RenameSnapshot(which, _) => Joins::Snapshot(which.at, which.date.clone()),
        _ => return None,
    })
}

/// The same of an edit of the plan.
fn joins_plan(edit: &PlanEdit) -> Option<Joins> {
    match edit {
        PlanEdit::Statement(_) | PlanEdit::StatementOwner(_) | PlanEdit::StatementReview(_) => {
            Some(Joins::Statement(mem::discriminant(edit)))
        }
        PlanEdit::Measure(_, MeasureEdit::Kind(_) | MeasureEdit::Shows(..))
        | PlanEdit::Action(_, ActionEdit::Status(_)) => None,
        PlanEdit::Measure(id, change) => Some(Joins::Measure(id.clone(), mem::discriminant(change))),
        PlanEdit::Action(id, change) => Some(Joins::Action(id.clone(), mem::discriminant(change))),
        _ => None,
    }
}
