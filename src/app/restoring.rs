//! Back-ups of several assessments, with their catalogues: read whole before anything changes, then brought in.

use std::sync::Arc;

use super::catalogues;
use super::editing::change;
use super::history::{Named, Where};
use super::message::{Ambient, Effect};
use super::model::Model;
use super::naming::name;
use super::notice::Notice;
use super::shelf::{copy_of, same};
use crate::assessment::{Assessment, AssessmentId};
use crate::catalogue::{Catalogue, CatalogueId, Known};
use crate::file::{self, BackUp, FileError};
use crate::text::EN;

/// Why a back-up is not brought in.
pub(super) enum NotRestored {
    /// A line was made with a catalogue that is neither here nor in it.
    Needs(CatalogueId),
    /// A line is wrong.
    Wrong(String),
}

/// Reads every line of a back-up, before anything changes.
pub(super) fn read(back_up: &BackUp<'_>, known: &Known) -> Result<Vec<Assessment>, NotRestored> {
    let wrong = |line: usize, why: &str| NotRestored::Wrong((EN.notices.line)(line + 1, why));
    let mut brought = Vec::new();
    for (line, text) in back_up.catalogues.iter().enumerate() {
        let catalogue = Catalogue::read(text).map_err(|error| wrong(line, &error.to_string()))?;
        if known.find(catalogue.id()).is_none() {
            brought.push(catalogue);
        }
        if known.own().len() + brought.len() > Known::MOST {
            return Err(wrong(line, EN.notices.catalogue_too_many));
        }
    }
    let mut read = Vec::new();
    for (line, text) in back_up.assessments.iter().enumerate() {
        let mut one = file::read_known(text, known);
        if let Err(FileError::OtherCatalogue(Some(needed))) = &one {
            match brought.iter().find(|one| one.id().is_some_and(|id| id.digest == needed.digest)) {
                Some(catalogue) => one = file::read(text, catalogue),
                None => return Err(NotRestored::Needs(needed.clone())),
            }
        }
        read.push(one.map_err(|error| wrong(back_up.catalogues.len() + line, &error.to_string()))?);
    }
    Ok(read)
}

/// Brings a back-up in: what is not here is added; what is here, or was deleted, in another state is kept beside it, and so is
/// another state further up in it. What waits for its catalogues goes on first.
pub(super) fn restore(model: &mut Model, brought: &[&str], read: Vec<Assessment>, ambient: &Ambient) -> Vec<Effect> {
    let mut effects = Vec::new();
    for catalogue in brought {
        effects.extend(catalogues::bring(model, catalogue, ambient).unwrap_or_default());
    }
    let mut states: Vec<(AssessmentId, Where)> = Vec::new();
    let (mut new, mut copies, mut same_already) = (0, 0, 0);
    for (at, theirs) in read.into_iter().enumerate() {
        let above = states.iter().find_map(|(id, state)| match state {
            Where::Shelf(above) if *id == theirs.id => Some(above),
            _ => None,
        });
        match above.or_else(|| model.had(&theirs.id)) {
            Some(mine) if !same(mine, &theirs) => {
                copies += 1;
                let copy = copy_of(&theirs, (EN.home.copy_of)(&name(&theirs)), &varied(ambient, at));
                states.push((copy.id.clone(), Where::Shelf(Arc::new(copy))));
            }
            Some(_) if above.is_some() || model.shelf.contains_key(&theirs.id) => same_already += 1,
            _ => {
                new += 1;
                states.push((theirs.id.clone(), Where::Shelf(Arc::new(theirs))));
            }
        }
    }
    if !states.is_empty() {
        effects.extend(change(model, Named::Opened, states, ambient));
    }
    model.notice = Some(Notice::Restored { new, copies, same: same_already });
    effects
}

/// The same surroundings with other random bytes, for the `at`-th of several identities made at once.
fn varied(ambient: &Ambient, at: usize) -> Ambient {
    let mut varied = ambient.clone();
    for (byte, count) in varied.random.iter_mut().zip(at.to_le_bytes()) {
        *byte ^= count;
    }
    varied
}
