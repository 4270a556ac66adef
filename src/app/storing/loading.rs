//! What storage holds when the page opens: read, waiting for its catalogue, put aside, or over its days.

use std::sync::Arc;

use super::asides::whole;
use crate::app::catalogues::{Record, Waiting};
use crate::app::gone::{GONE_DAYS, Gone};
use crate::app::keeping::Unsaved;
use crate::app::message::{Ambient, Effect, Kept, Stored};
use crate::app::model::{Aside, Guest, Model, Pending, Shelved, Storage};
use crate::app::naming::name;
use crate::app::notice::Notice;
use crate::assessment::{Assessment, AssessmentId, Instant};
use crate::catalogue::CatalogueId;
use crate::file::{self, FileError};
use crate::text::EN;

/// The days for which a deleted assessment is kept once it was found over its days.
const WEEK: i32 = 7;

/// Reads what storage holds. What cannot be read is put aside and blocks nothing.
pub fn started(model: &mut Model, kept: Kept, ambient: &Ambient) -> Vec<Effect> {
    let Kept { storage, records, gone, aside, guest, unsaved, owed, hidden, around, options, whence, inside } = kept;
    // Of this tab's own, nothing is read again.
    let guest = guest.filter(|_| !model.started);
    model.started = true;
    model.storage = storage;
    (model.hidden, model.around, model.options) = (hidden, around, options);
    (model.today, model.ahead) = (Some(ambient.today.clone()), ambient.ahead);
    model.aside = aside;
    model.whence = whence;
    model.inside = inside;
    for (key, record) in unsaved {
        let there = AssessmentId::new(&key).filter(|id| model.unsaved.iter().all(|(one, _)| one != id));
        if let (Some(id), Some(unsaved)) = (there, Unsaved::from_record(&record)) {
            model.unsaved.push((id, unsaved));
        }
    }
    let records = records.into_iter().map(Record::Saved);
    let gone = gone.into_iter().map(|(key, text)| Record::Gone(key, text));
    let all = records.chain(gone).chain(guest.map(Record::Guest));
    let effects = all.flat_map(|record| take_in(model, record, ambient)).collect();
    if !owed.is_empty() {
        say_owed(model, &owed);
    }
    effects
}

/// Says what is here and has no room in storage: like a save that was refused, it is written with the next change of
/// it.
fn say_owed(model: &mut Model, owed: &[String]) {
    model.storage = Storage::Full;
    let (mut ids, mut names, mut has_unnamed) = (Vec::new(), Vec::new(), false);
    for id in owed.iter().map(|id| AssessmentId::new(id)) {
        let Some(id) = id.filter(|id| model.shelf.contains_key(id) || model.gone.contains_key(id)) else {
            has_unnamed = true;
            continue;
        };
        if ids.contains(&id) {
            continue;
        }
        if let Some(shelved) = model.shelf.get_mut(&id) {
            (shelved.pending, shelved.owed) = (Pending::Whole, true);
            // It was brought back, and there was no room for it here.
            shelved.binned = model.gone.remove(&id);
            names.push(name(&shelved.assessment));
        } else if let Some(gone) = model.gone.get(&id) {
            names.push(name(&gone.assessment));
        }
        ids.push(id);
    }
    model.notice = Some(Notice::NotPutBack { names, has_unnamed });
}

/// Takes in something that storage holds. What was made with a catalogue that is not here waits, and stays as it is.
pub fn take_in(model: &mut Model, record: Record, ambient: &Ambient) -> Vec<Effect> {
    let needed = match &record {
        Record::Saved(stored) => match read(stored, model) {
            // Read again, when a framed page shows what this browser keeps: what is open stays as it is.
            Ok(assessment) if model.shelf.contains_key(&assessment.id) => None,
            Ok(assessment) => {
                let shelved = Shelved::stored(Arc::new(assessment), stored);
                model.shelf.insert(shelved.assessment.id.clone(), shelved);
                None
            }
            Err(Unread::Needs(needed)) => Some(needed),
            // What a newer page has written stays where that page looks for it.
            Err(Unread::Newer(why)) => {
                model.aside.push(Aside { key: stored.id.clone(), text: whole(stored), why });
                None
            }
            Err(Unread::Wrong(why)) => {
                let aside = Aside { key: stored.id.clone(), text: whole(stored), why };
                model.aside.push(aside.clone());
                return vec![Effect::PutAside(aside)];
            }
        },
        Record::Gone(key, text) => {
            let Some(id) = AssessmentId::new(key) else { return Vec::new() };
            match Gone::from_record(text, &model.catalogues.known) {
                Ok(gone) => return bin(model, id, gone, ambient),
                // What cannot be read stays there, and blocks nothing: a newer page may have deleted it.
                Err(None) => return Vec::new(),
                Err(needed) => needed,
            }
        }
        Record::Guest(text) => match file::read_known(text, &model.catalogues.known) {
            Ok(assessment) => {
                model.guest = Some(Guest::new(Arc::new(assessment)));
                None
            }
            Err(error) => error.needed().cloned(),
        },
        // Only what reads links can read it: see `replying::take_in`.
        Record::Draft(..) => None,
    };
    model.waiting.extend(needed.map(|needed| Waiting { needed, record }));
    Vec::new()
}

/// Takes in a deleted assessment, or drops it once its days are over. The clock alone tells, and one that leaps ahead
/// looks like a long absence: so what is found over its days is kept a week more from then on, and longer where the
/// clock finds it within them once more, since it was wrong then.
fn bin(model: &mut Model, id: AssessmentId, mut gone: Gone, ambient: &Ambient) -> Vec<Effect> {
    let days = |since: &Instant| since.date().days_until(&ambient.today);
    let is_over = days(&gone.when).is_some_and(|days| days > GONE_DAYS);
    let before = gone.over.clone();
    match (is_over, before.as_ref().and_then(days)) {
        (true, Some(found)) if found > WEEK => return vec![Effect::DropGone(id)],
        (true, Some(0..)) => {}
        (true, _) => gone.over = Some(ambient.now.clone()),
        (false, _) => gone.over = None,
    }
    let effects = if gone.over == before { Vec::new() } else { vec![gone.clone().into()] };
    model.gone.insert(id, gone);
    effects
}

/// Why a record was not read.
pub(super) enum Unread {
    /// Its catalogue is not here.
    Needs(CatalogueId),
    /// A newer version of the page wrote it.
    Newer(String),
    /// It is wrong.
    Wrong(String),
}

/// Reads a record, whose key must agree with what is in it.
pub(super) fn read(record: &Stored, model: &Model) -> Result<Assessment, Unread> {
    let parts = file::Parts {
        answers: record.answers.clone(),
        replies: record.replies.clone().unwrap_or_default(),
        snapshots: record.snapshots.clone().unwrap_or_default(),
    };
    match file::read_parts_known(&parts, &model.catalogues.known) {
        Ok(assessment) if assessment.id.as_str() == record.id => Ok(assessment),
        Ok(_) => Err(Unread::Wrong(EN.notices.wrong_key.to_owned())),
        Err(FileError::OtherCatalogue(Some(needed))) => Err(Unread::Needs(needed)),
        Err(error @ FileError::Newer { .. }) => Err(Unread::Newer(error.to_string())),
        Err(error) => Err(Unread::Wrong(error.to_string())),
    }
}
