//! What storage answers: loaded, saved, refused, overtaken by another tab.
//!
//! A record carries a stamp that changes with every save. A save names the stamp it expects; if another tab has saved
//! since, nothing is written and that tab's state comes back. Edits not saved yet are then made again on top of it, so
//! that both tabs' changes stay; a state that is no edit (an undo, a replacement) is kept as a copy instead.

use std::fmt::Write;
use std::sync::Arc;

use super::catalogues::{self, Record, Waiting};
use super::editing::{now, put};
use super::history::{Change, Named, Swap, Where};
use super::keeping::{self, Unsaved};
use super::message::{Ambient, Effect, Kept, Save, Stored};
use super::model::{Aside, GONE_DAYS, Gone, Guest, Model, Notice, Others, Pending, Refused, Shelved, Size, Storage};
use super::naming::name;
use super::replying;
use super::shelf::copy_of;
use crate::assessment::{Assessment, AssessmentId, Instant};
use crate::catalogue::CatalogueId;
use crate::file::{self, FileError};
use crate::route::Route;
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
    model.today = Some(ambient.today.clone());
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

/// Says what is here and has no room in storage: like a save that was refused, it is written with the next change of it.
fn say_owed(model: &mut Model, owed: &[String]) {
    model.storage = Storage::Full;
    let (mut ids, mut names, mut others) = (Vec::new(), Vec::new(), Others::None);
    for id in owed.iter().map(|id| AssessmentId::new(id)) {
        let Some(id) = id.filter(|id| model.shelf.contains_key(id) || model.gone.contains_key(id)) else {
            others = Others::Some;
            continue;
        };
        if ids.contains(&id) {
            continue;
        }
        if let Some(shelved) = model.shelf.get_mut(&id) {
            shelved.pending = Pending::Whole;
            names.push(name(&shelved.assessment));
        } else if let Some(gone) = model.gone.get(&id) {
            names.push(name(&gone.assessment));
        }
        ids.push(id);
    }
    model.notice = Some(Notice::NotPutBack(names, others));
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

/// Takes in a deleted assessment, or drops it once its days are over. The clock alone tells, and one that leaps ahead looks
/// like a long absence: so what is found over its days is kept a week more from then on, and longer where the clock finds it
/// within them once more, since it was wrong then.
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
enum Unread {
    /// Its catalogue is not here.
    Needs(CatalogueId),
    /// A newer version of the page wrote it.
    Newer(String),
    /// It is wrong.
    Wrong(String),
}

/// Reads a record, whose key must agree with what is in it.
fn read(record: &Stored, model: &Model) -> Result<Assessment, Unread> {
    let parts = file::Parts {
        answers: record.answers.clone(),
        replies: record.replies.clone().unwrap_or_default(),
        snapshots: record.snapshots.clone().unwrap_or_default(),
    };
    match file::read_parts_known(&parts, &model.catalogues.known) {
        Ok(assessment) if assessment.id.as_str() == record.id => Ok(assessment),
        Ok(_) => Err(Unread::Wrong(EN.notices.wrong_key.to_owned())),
        Err(FileError::OtherCatalogue(Some(needed))) => Err(Unread::Needs(needed)),
        Err(error @ FileError::Newer(_)) => Err(Unread::Newer(error.to_string())),
        Err(error) => Err(Unread::Wrong(error.to_string())),
    }
}

/// A record as one text, so that nothing of it is lost when it is put aside; what was packed is there for people to read,
/// where that can be.
fn whole(record: &Stored) -> String {
    let readable = |text: &String| file::unpacked(text).unwrap_or_else(|_| text.clone());
    let grown = [&record.replies, &record.snapshots].into_iter().flatten().map(readable);
    std::iter::once(record.answers.clone()).chain(grown).collect::<Vec<_>>().join("\n")
}

/// The effect that saves an assessment; of what grows only what has changed since `before` is written at all.
pub fn save(shelved: &mut Shelved, before: Option<&Shelved>, ambient: &Ambient) -> Effect {
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
        shelved.pending = Pending::Nothing;
        shelved.binned = None;
    }
    let refused = matches!(model.storage, Storage::Full | Storage::Refusing);
    if refused && model.shelf.values().all(|shelved| shelved.pending == Pending::Nothing) {
        model.storage = Storage::Browser;
    }
    Vec::new()
}

/// A record could not be saved: it stays on the page, and the page says so. What was brought back for it is kept among the
/// deleted once more.
pub fn refused(model: &mut Model, id: &AssessmentId, why: Refused) -> Vec<Effect> {
    model.storage = match why {
        Refused::Full => Storage::Full,
        Refused::Denied => Storage::Refusing,
    };
    if matches!(model.notice, Some(Notice::Emptied(_))) {
        model.notice = None;
    }
    if let Some(shelved) = model.shelf.get_mut(id) {
        // Replies or snapshots may be among what was refused: the next save must write everything.
        if shelved.pending == Pending::Nothing {
            shelved.pending = Pending::Whole;
        }
        return shelved.binned.iter().cloned().map(Effect::from).collect();
    }
    Vec::new()
}

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
    let Ok(edits) = merged.make_again(edits, catalogue) else {
        let mut effects = keep_apart(model, &shelved, ambient);
        effects.extend(adopt(model, id, original, &theirs));
        return effects;
    };
    merged.updated = Some(ambient.now.clone());
    model.notice = Some(Notice::Merged(name(&merged)));
    let merged = Arc::new(merged);
    remember_elsewhere(model, id, Where::Shelf(Arc::clone(&shelved.assessment)), Where::Shelf(Arc::clone(&merged)));
    let (last, earlier) = match edits.split_last() {
        Some((last, earlier)) => (Some(last.clone()), Pending::Edits(earlier.to_vec())),
        None => (None, Pending::Nothing),
    };
    model.shelf.insert(id.clone(), Shelved { pending: earlier, ..Shelved::stored(original, &theirs) });
    put(model, id, merged, last, ambient)
}

/// What another tab has saved cannot be read here, since a newer page did: it stays as it is, and this tab goes on with its
/// own state as a copy, once and not with every edit.
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
    model.shelf.insert(id.clone(), Shelved::stored(theirs, record));
    Vec::new()
}

/// Another tab's change joins the list of what can be taken back, so that undo stays one line of changes.
fn remember_elsewhere(model: &mut Model, id: &AssessmentId, before: Where, after: Where) {
    let swap = Swap { id: id.clone(), before, after };
    model.history.push(Change { named: Named::Elsewhere, swaps: vec![swap], joins: Some(format!("elsewhere {id}")) });
}

/// Another tab has saved or deleted a record.
pub fn elsewhere(model: &mut Model, id: &str, record: Option<Stored>, ambient: &Ambient) -> Vec<Effect> {
    let Some(id) = AssessmentId::new(id) else { return Vec::new() };
    let before = now(model, &id);
    model.waiting.retain(|one| !matches!(&one.record, Record::Saved(waiting) if waiting.id == id.as_str()));
    let Some(record) = record else {
        let Some(shelved) = model.shelf.get(&id) else { return Vec::new() };
        if shelved.pending != Pending::Nothing {
            return Vec::new();
        }
        let assessment = Arc::clone(&shelved.assessment);
        model.notice = Some(Notice::DeletedElsewhere(name(&assessment)));
        let gone = Gone::new(assessment, ambient.now.clone());
        remember_elsewhere(model, &id, before, Where::Gone(gone.clone()));
        model.shelf.remove(&id);
        model.gone.insert(id.clone(), gone);
        let shown = matches!(&model.route, Route::Assessment { id: open, .. } if open == id.as_str());
        return if shown { vec![Effect::Go(Route::Home)] } else { Vec::new() };
    };
    if model.shelf.get(&id).is_some_and(|shelved| shelved.stamp.as_ref() == Some(&record.stamp)) {
        return Vec::new();
    }
    if model.shelf.get(&id).is_some_and(|shelved| shelved.pending != Pending::Nothing) {
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
    if model.open_id().as_ref() == Some(&id) {
        model.notice = Some(Notice::ChangedElsewhere(name(&theirs)));
    }
    model.gone.remove(&id);
    remember_elsewhere(model, &id, before, Where::Shelf(Arc::clone(&theirs)));
    adopt(model, &id, theirs, &record)
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
    let held = model.host.as_ref().and_then(|host| host.held.as_ref()).map(|held| held.id.clone());
    for shelved in model.shelf.values_mut().filter(|shelved| Some(&shelved.assessment.id) != held.as_ref()) {
        shelved.stamp = None;
        shelved.pending = Pending::Whole;
        effects.push(save(shelved, None, ambient));
    }
    if !model.shelf.is_empty() {
        model.notice = Some(Notice::Emptied(model.shelf.len()));
    }
    effects
}

/// Storage has no room for a deleted assessment: it can be brought back as long as the page is open, and the page says so.
pub fn gone_refused(model: &mut Model, id: &AssessmentId) -> Vec<Effect> {
    let notice = model.gone.get(id).map(|gone| Notice::DeletedAtOnce(name(&gone.assessment)));
    if notice.is_some() {
        model.notice = notice;
    }
    Vec::new()
}

/// Offers a record that could not be read as a file.
pub fn download_aside(model: &Model, key: &str) -> Vec<Effect> {
    let Some(aside) = model.aside.iter().find(|aside| aside.key == key) else { return Vec::new() };
    let name = format!("unreadable-{key}.txt");
    vec![Effect::Download { name, media: "text/plain", text: aside.text.clone() }]
}

/// Offers a record that waits for its catalogue as a file: the assessment without what grows, or all of it as lines.
pub fn download_waiting(model: &Model, id: &str) -> Vec<Effect> {
    let found = model.waiting.iter().find_map(|one| match &one.record {
        Record::Saved(stored) if stored.id == id => Some(stored),
        _ => None,
    });
    let Some(stored) = found else { return Vec::new() };
    vec![Effect::Download { name: format!("waiting-{id}.txt"), media: "text/plain", text: whole(stored) }]
}

/// Deletes a record that could not be read.
pub fn drop_aside(model: &mut Model, key: &str) -> Vec<Effect> {
    model.aside.retain(|aside| aside.key != key);
    let mut effects = vec![Effect::DropAside(key.to_owned())];
    // One that was not moved is still in its old place, unless something that can be read has taken it since.
    let waits = |one: &Waiting| matches!(&one.record, Record::Saved(stored) if stored.id == key);
    if let Some(id) = AssessmentId::new(key)
        && !model.shelf.contains_key(&id)
        && !model.waiting.iter().any(waits)
    {
        effects.push(Effect::Remove(id));
    }
    effects
}
