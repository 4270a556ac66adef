//! Starting, duplicating, deleting, bringing back, backing up.

use std::sync::Arc;

use super::dialog::Dialog;
use super::editing::change;
use super::gone::Gone;
use super::history::{Named, Where};
use super::keeping;
use super::message::{Ambient, Effect};
use super::model::Model;
use super::naming::{file_name, name};
use super::notice::Notice;
use super::offering::JSON;
use super::{example, opening};
use crate::assessment::{Assessment, AssessmentId};
use crate::catalogue::{Catalogue, Digest, bundled};
use crate::file;
use crate::route::{Place, Route};
use crate::text::EN;
use crate::tree::Tree;

/// Starts a new assessment and goes to it.
pub fn create(model: &mut Model, catalogue: &Catalogue, ambient: &Ambient) -> Vec<Effect> {
    let id = AssessmentId::from_random(ambient.random);
    let assessment = Assessment::new(id.clone(), ambient.now.clone(), catalogue);
    let states = vec![(id.clone(), Where::Shelf(Arc::new(assessment)))];
    let mut effects = change(model, Named::Created, states, ambient);
    effects.push(Effect::Go(Route::assessment(id.as_str(), Place::Community)));
    effects
}

/// Starts a new assessment with the catalogue that was chosen.
pub fn create_with(model: &mut Model, digest: Option<Digest>, ambient: &Ambient) -> Vec<Effect> {
    model.dialogs.pop_if(|dialog| *dialog == Dialog::Choosing);
    let chosen = digest.map(|digest| model.catalogues.own(digest).map(|own| own.catalogue));
    match chosen {
        None => create(model, bundled(), ambient),
        Some(Some(catalogue)) => create(model, catalogue, ambient),
        Some(None) => Vec::new(),
    }
}

/// Opens the example community: a fresh copy if none is here, else the one that is. One that was worked on and deleted
/// is not written over without asking.
pub fn open_example(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Ok(example) = example::community(bundled()) else { return Vec::new() };
    let id = example.id.clone();
    let mut effects = Vec::new();
    if !model.shelf.contains_key(&id) {
        if model.gone.get(&id).is_some_and(|gone| !same(&gone.assessment, &example)) {
            return opening::take(model, Arc::new(example), ambient);
        }
        effects = change(model, Named::Opened, vec![(id.clone(), Where::Shelf(Arc::new(example)))], ambient);
    }
    effects.push(Effect::Go(Route::assessment(id.as_str(), Place::Results)));
    effects
}

/// A copy of an assessment under an identity of its own.
pub fn copy_of(assessment: &Assessment, name: String, ambient: &Ambient) -> Assessment {
    let mut copy = assessment.clone();
    copy.copied_from = Some(assessment.id.clone());
    copy.id = AssessmentId::from_random(ambient.random);
    copy.answered.community.name = name;
    copy.updated = Some(ambient.now.clone());
    copy
}

/// Copies a saved assessment.
pub fn duplicate(model: &mut Model, id: &AssessmentId, ambient: &Ambient) -> Vec<Effect> {
    let Some(shelved) = model.shelf.get(id) else { return Vec::new() };
    let name = (EN.home.copy_of)(&name(&shelved.assessment));
    let copy = copy_of(&shelved.assessment, name.clone(), ambient);
    let states = vec![(copy.id.clone(), Where::Shelf(Arc::new(copy)))];
    let effects = change(model, Named::Duplicated, states, ambient);
    model.notice = Some(Notice::Duplicated(name));
    effects
}

/// Deletes a saved assessment.
pub fn delete(model: &mut Model, id: &AssessmentId, ambient: &Ambient) -> Vec<Effect> {
    let Some(shelved) = model.shelf.get(id) else { return Vec::new() };
    let assessment = Arc::clone(&shelved.assessment);
    let name = name(&assessment);
    let gone = Gone::new(assessment, ambient.now.clone());
    let effects = change(model, Named::Deleted, vec![(id.clone(), Where::Gone(gone))], ambient);
    model.notice = Some(Notice::Deleted(name));
    effects
}

/// Brings a deleted assessment back; beside a state of it that another tab has saved all the same, as a copy.
pub fn bring_back(model: &mut Model, id: &AssessmentId, ambient: &Ambient) -> Vec<Effect> {
    let Some(gone) = model.gone.get(id) else { return Vec::new() };
    let mut assessment = Arc::clone(&gone.assessment);
    let mut name = name(&assessment);
    if model.shelf.contains_key(id) {
        name = (EN.home.copy_of)(&name);
        assessment = Arc::new(copy_of(&assessment, name.clone(), ambient));
    }
    let id = &assessment.id.clone();
    let effects = change(model, Named::BroughtBack, vec![(id.clone(), Where::Shelf(assessment))], ambient);
    model.notice = Some(Notice::BroughtBack(name));
    effects
}

/// Deletes a deleted assessment for good. Only this page's undo still holds it.
pub fn delete_for_good(model: &mut Model, id: &AssessmentId, ambient: &Ambient) -> Vec<Effect> {
    let Some(name) = model.gone.get(id).map(|gone| name(&gone.assessment)) else { return Vec::new() };
    let effects = change(model, Named::Deleted, vec![(id.clone(), Where::Nowhere)], ambient);
    model.notice = Some(Notice::DeletedForGood(name));
    effects
}

/// Everything as one file: an assessment a line, which the command line reads too; before them, the catalogues that
/// some of them were made with.
pub fn back_up(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let mut text = String::new();
    for own in model
        .catalogues
        .own
        .iter()
        .filter(|own| model.shelf.values().any(|one| one.assessment.catalogue.as_ref() == Some(&own.id)))
    {
        if let Ok(tree) = Tree::parse(own.text.trim_start_matches('\u{feff}')) {
            text.push_str(&tree.to_text());
            text.push('\n');
        }
    }
    for shelved in model.shelf.values() {
        text.push_str(&file::write_compact(&shelved.assessment));
        text.push('\n');
    }
    let name = format!("common-ground-{}.jsonl", ambient.today);
    let mut effects = keeping::all_copied(model);
    effects.push(Effect::Download { name, media: "application/jsonl", text });
    effects
}

/// One assessment as a file; the guest copy too.
pub fn save_file(model: &mut Model, id: &AssessmentId) -> Vec<Effect> {
    let guest = model.guest.as_ref().map(|guest| &guest.assessment).filter(|guest| guest.id == *id);
    let saved = model.shelf.get(id).map(|shelved| &shelved.assessment);
    let Some(assessment) = model.shown().map(|(shown, _)| shown).filter(|shown| shown.id == *id).or(saved).or(guest)
    else {
        return Vec::new();
    };
    let name = file_name(&assessment.answered.community.name);
    let text = file::write(assessment);
    model.notice = Some(Notice::FileSaved(name.clone()));
    let mut effects = keeping::copied(model, id);
    effects.push(Effect::Download { name, media: JSON, text });
    effects
}

/// Whether two states of an assessment say the same, leaving aside when they were saved, and in which order the replies
/// came: two who collect apart have the same ones in another.
pub fn same(one: &Assessment, two: &Assessment) -> bool {
    let mut one = one.clone();
    one.updated.clone_from(&two.updated);
    one.created.clone_from(&two.created);
    let (mine, theirs) = (&one.answered.replies, &two.answered.replies);
    if mine.len() == theirs.len() && mine != theirs && one.answered.replies_apart(&two.answered).none() {
        one.answered.replies = Arc::clone(theirs);
    }
    one == *two
}
