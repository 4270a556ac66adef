//! What another tab has saved or deleted: taken over, brought together with what is not saved here, or kept beside it.

use std::sync::Arc;

use super::asides::whole;
use super::loading::{Unread, read, take_in};
use crate::app::catalogues::{Record, Waiting};
use crate::app::editing::put;
use crate::app::gone::Gone;
use crate::app::message::{Ambient, Effect, Stored};
use crate::app::model::{Aside, Model, Pending, Shelved};
use crate::app::naming::name;
use crate::app::notice::Notice;
use crate::app::shelf::copy_of;
use crate::assessment::{Assessment, AssessmentId};
use crate::route::Route;
use crate::text::EN;

/// Another tab has saved this record since: make the edits again on top of it, or keep both.
pub fn overtaken(model: &mut Model, id: &AssessmentId, theirs: Option<Stored>, ambient: &Ambient) -> Vec<Effect> {
    let Some(shelved) = model.shelf.get(id).cloned() else { return Vec::new() };
    let Some(theirs) = theirs else {
        // Deleted there, still worked on here: this tab's state stays, as a new record.
        if let Some(shelved) = model.shelf.get_mut(id) {
            shelved.stamp = None;
        }
        return put(model, id, shelved.assessment, None, ambient);
    };
    let mut merged = match read(&theirs, model) {
        Ok(merged) => merged,
        Err(why) => return leave(model, &shelved, &theirs, why, ambient),
    };
    let original = Arc::new(merged.clone());
    if original == shelved.assessment {
        // Both have saved the same: nothing is to be brought together.
        return adopt(model, id, original, &theirs);
    }
    let Pending::Edits(edits) = &shelved.pending else {
        let mut effects = keep_apart(model, &shelved, ambient);
        effects.extend(adopt(model, id, original, &theirs));
        return effects;
    };
    let catalogue = model.catalogues.of(&merged);
    let Ok(edits) = merged.rebase(edits, catalogue) else {
        let mut effects = keep_apart(model, &shelved, ambient);
        effects.extend(adopt(model, id, original, &theirs));
        return effects;
    };
    merged.updated = Some(ambient.now.clone());
    model.notice = Some(Notice::Merged(name(&merged)));
    let merged = Arc::new(merged);
    model.history.part_of(id);
    let (last, earlier) = match edits.split_last() {
        Some((last, earlier)) => (Some(last.clone()), Pending::Edits(earlier.to_vec())),
        None => (None, Pending::Nothing),
    };
    model.shelf.insert(id.clone(), Shelved { pending: earlier, ..Shelved::stored(original, &theirs) });
    put(model, id, merged, last, ambient)
}

/// What another tab has saved cannot be read here, since a newer page did: it stays as it is, and this tab goes on with
/// its own state as a copy, once and not with every edit.
fn leave(model: &mut Model, shelved: &Shelved, theirs: &Stored, why: Unread, ambient: &Ambient) -> Vec<Effect> {
    let id = &shelved.assessment.id;
    let open = model.open_id().as_ref() == Some(id);
    let mut effects = keep_apart(model, shelved, ambient);
    let copy = effects.iter().find_map(|effect| match effect {
        Effect::Save(save) => Some(save.id.clone()),
        _ => None,
    });
    model.shelf.remove(id);
    match why {
        Unread::Needs(needed) => model.waiting.push(Waiting { needed, record: Record::Saved(theirs.clone()) }),
        Unread::Newer(why) | Unread::Wrong(why) => {
            model.aside.push(Aside { key: theirs.id.clone(), text: whole(theirs), why });
        }
    }
    if let (Some(copy), Route::Assessment { place, .. }) = (copy.filter(|_| open), &model.route) {
        effects.push(Effect::Go(Route::assessment(copy.as_str(), *place)));
    }
    effects
}

/// This tab's state as a copy of its own.
pub fn keep_apart(model: &mut Model, shelved: &Shelved, ambient: &Ambient) -> Vec<Effect> {
    let copy_name = (EN.home.copy_of)(&name(&shelved.assessment));
    let copy = Arc::new(copy_of(&shelved.assessment, copy_name.clone(), ambient));
    model.notice = Some(Notice::KeptApart(copy_name));
    let id = copy.id.clone();
    put(model, &id, copy, None, ambient)
}

/// What another tab saved becomes the state here.
fn adopt(model: &mut Model, id: &AssessmentId, theirs: Arc<Assessment>, record: &Stored) -> Vec<Effect> {
    model.history.part_of(id);
    model.shelf.insert(id.clone(), Shelved::stored(theirs, record));
    Vec::new()
}

/// Another tab has saved or deleted a record. It is no change of this tab's, so undo does not take it back.
pub fn elsewhere(model: &mut Model, id: &str, record: Option<Stored>, ambient: &Ambient) -> Vec<Effect> {
    let Some(id) = AssessmentId::new(id) else { return Vec::new() };
    model.waiting.retain(|one| !matches!(&one.record, Record::Saved(waiting) if waiting.id == id.as_str()));
    let shelved = model.shelf.get(&id);
    let Some(record) = record else { return deleted(model, &id, ambient) };
    if shelved.is_some_and(|shelved| shelved.stamp.as_ref() == Some(&record.stamp)) {
        return Vec::new();
    }
    if shelved.is_some_and(|shelved| shelved.pending != Pending::Nothing) {
        return overtaken(model, &id, Some(record), ambient);
    }
    let theirs = match read(&record, model) {
        Ok(theirs) => theirs,
        Err(Unread::Needs(needed)) => {
            model.waiting.push(Waiting { needed, record: Record::Saved(record) });
            return Vec::new();
        }
        Err(Unread::Wrong(_) | Unread::Newer(_)) => return Vec::new(),
    };
    let theirs = Arc::new(theirs);
    if model.open_id().as_ref() == Some(&id) && model.notice.as_ref().is_none_or(Notice::is_slight) {
        model.notice = Some(Notice::ChangedElsewhere(name(&theirs)));
    }
    model.gone.remove(&id);
    adopt(model, &id, theirs, &record)
}

/// Another tab has deleted it. What it was is in storage, and [follows](gone_elsewhere), unless there was no room: then
/// this tab has what it knows of.
fn deleted(model: &mut Model, id: &AssessmentId, ambient: &Ambient) -> Vec<Effect> {
    let Some(shelved) = model.shelf.get(id).filter(|shelved| shelved.pending == Pending::Nothing) else {
        return Vec::new();
    };
    let assessment = Arc::clone(&shelved.assessment);
    model.notice = Some(Notice::DeletedElsewhere(id.clone(), name(&assessment)));
    model.history.part_of(id);
    model.shelf.remove(id);
    if !model.gone.contains_key(id) {
        model.gone.insert(id.clone(), Gone::new(assessment, ambient.now.clone()));
    }
    if model.open_id().as_ref() == Some(id) { vec![Effect::Go(Route::Home)] } else { Vec::new() }
}

/// Another tab has kept a deleted one, or dropped it.
pub fn gone_elsewhere(model: &mut Model, key: String, record: Option<String>, ambient: &Ambient) -> Vec<Effect> {
    model.waiting.retain(|one| !matches!(&one.record, Record::Gone(waiting, _) if *waiting == key));
    match (record, AssessmentId::new(&key)) {
        (Some(record), _) => take_in(model, Record::Gone(key, record), ambient),
        (None, id) => {
            id.map(|id| model.gone.remove(&id));
            Vec::new()
        }
    }
}
