//! What is saved: all of it, what storage answers, and all once more where another page has emptied it.

use std::fmt::Write;
use std::sync::Arc;

use crate::app::editing::drop_gone;
use crate::app::message::{Ambient, Effect, Save};
use crate::app::model::{Model, Pending, Refused, Shelved, Size, Storage};
use crate::app::naming::name;
use crate::app::notice::Notice;
use crate::app::{catalogues, keeping, replying};
use crate::assessment::AssessmentId;
use crate::file;

/// The effect that saves an assessment; of what grows only what has changed since `before` is written at all.
pub fn to_save(shelved: &mut Shelved, before: Option<&Shelved>, ambient: &Ambient) -> Effect {
    let assessment = &shelved.assessment;
    let mut stamp = String::new();
    for byte in ambient.random.iter().take(8) {
        // Writing into a String cannot fail.
        let _ = write!(stamp, "{byte:02x}");
    }
    // Storage holds the state before only if nothing of it was refused.
    let before = before.filter(|old| old.pending == Pending::Nothing && shelved.pending != Pending::Whole);
    let old = before.map(|old| &*old.assessment);
    let same_replies = old.is_some_and(|old| Arc::ptr_eq(&old.answered.replies, &assessment.answered.replies));
    let same_snapshots = old.is_some_and(|old| Arc::ptr_eq(&old.snapshots, &assessment.snapshots));
    let answers = file::write_answers(assessment);
    let replies = (!same_replies).then(|| file::write_replies(&assessment.answered.replies));
    let snapshots = (!same_snapshots).then(|| file::write_snapshots(&assessment.snapshots));
    let size = before.map(|old| old.size).unwrap_or_default();
    shelved.size = Size {
        answers: Size::of(&answers),
        replies: replies.as_deref().map_or(size.replies, Size::of),
        snapshots: snapshots.as_deref().map_or(size.snapshots, Size::of),
    };
    Effect::Save(Save { id: assessment.id.clone(), over: shelved.stamp.clone(), stamp, answers, replies, snapshots })
}

/// A record was saved.
pub fn saved(model: &mut Model, id: &AssessmentId, stamp: &str) -> Vec<Effect> {
    if let Some(shelved) = model.shelf.get_mut(id) {
        shelved.stamp = Some(stamp.to_owned());
        (shelved.pending, shelved.owed) = (Pending::Nothing, false);
        shelved.binned = None;
    }
    let refused = matches!(model.storage, Storage::Full | Storage::Refusing);
    if refused && model.shelf.values().all(|shelved| shelved.pending == Pending::Nothing) {
        model.storage = Storage::Browser;
    }
    Vec::new()
}

/// A record could not be saved: it stays on the page, and in the journal where there is one, and the page says so. What
/// was brought back for it is kept among the deleted once more.
pub fn refused(model: &mut Model, id: &AssessmentId, stamp: String, why: Refused) -> Vec<Effect> {
    model.storage = match why {
        Refused::Full => Storage::Full,
        Refused::Denied => Storage::Refusing,
    };
    if matches!(model.notice, Some(Notice::Emptied(_))) {
        model.notice = None;
    }
    if let Some(shelved) = model.shelf.get_mut(id) {
        (shelved.stamp, shelved.owed) = (Some(stamp), true);
        // Replies or snapshots may be among what was refused: the next save must write everything.
        if shelved.pending == Pending::Nothing {
            shelved.pending = Pending::Whole;
        }
        return shelved.binned.iter().cloned().map(Effect::from).collect();
    }
    Vec::new()
}

/// There may be room: what could not be saved is tried again, unless it is anyway.
pub fn try_again(model: &mut Model, effects: &mut Vec<Effect>, ambient: &Ambient) {
    if model.drafts.values().any(|draft| draft.owed) {
        effects.push(Effect::KeepDrafts);
    }
    if !matches!(model.storage, Storage::Full | Storage::Refusing) {
        return;
    }
    let held = model.held_id();
    for shelved in model.shelf.values_mut().filter(|shelved| shelved.pending != Pending::Nothing) {
        let id = &shelved.assessment.id;
        let saves = |effect: &Effect| matches!(effect, Effect::Save(save) if save.id == *id);
        if Some(id) != held.as_ref() && !effects.iter().any(saves) {
            effects.extend(drop_gone(id, shelved.binned.as_ref()));
            effects.push(to_save(shelved, None, ambient));
        }
    }
}

/// Those that have no room in storage.
pub fn roomless(model: &Model) -> impl Iterator<Item = &Shelved> {
    let refused = model.storage != Storage::TabOnly && model.storage != Storage::Browser;
    let waits =
        move |one: &&Shelved| refused && one.pending != Pending::Nothing && model.held(&one.assessment.id).is_none();
    model.shelf.values().filter(waits)
}

/// Another page has emptied the storage: all that this page knows of is saved again.
pub fn emptied(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let mut effects: Vec<Effect> = model.aside.iter().cloned().map(Effect::PutAside).collect();
    for (id, gone) in &model.gone {
        effects.push(Effect::KeepGone(id.clone(), gone.to_record()));
    }
    effects.extend(replying::keep_all(model));
    effects.extend(catalogues::keep_all(model));
    effects.extend(keeping::note_all(model));
    // What the host of a frame keeps was not in it.
    let held = model.held_id();
    for shelved in model.shelf.values_mut().filter(|shelved| Some(&shelved.assessment.id) != held.as_ref()) {
        shelved.stamp = None;
        shelved.pending = Pending::Whole;
        effects.push(to_save(shelved, None, ambient));
    }
    if !model.shelf.is_empty() {
        model.notice = Some(Notice::Emptied(model.shelf.len()));
    }
    effects
}

/// Storage has no room for a deleted assessment: it can be brought back as long as the page is open, and the page says
/// so.
pub fn gone_refused(model: &mut Model, id: &AssessmentId) -> Vec<Effect> {
    let notice = model.gone.get(id).map(|gone| Notice::DeletedAtOnce(name(&gone.assessment)));
    if notice.is_some() {
        model.notice = notice;
    }
    Vec::new()
}
