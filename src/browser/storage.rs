//! What the page keeps: `localStorage` where it works, else memory with the same face.
//!
//! Every key begins with [`SPACE`], which carries a version, so that neighbours of the origin and later versions are left
//! alone. A record is `{"stamp":"…","data":…}`; the stamp changes with every save, and a save names the stamp it expects,
//! so that two tabs never overwrite each other unseen. What grows lies under keys of its own beside the record. Whatever
//! changes in the browser's storage is noted in the [`journal`], since it reaches the disk late.
//!
//! What the journal has and the browser's storage has no room for is [owed](super::owed).
//!
//! Texts go to the browser's storage as they are: most are JSON already, and gloo would encode them as JSON once more,
//! which costs a fifth of the room for the quotes alone, and code for types that nothing here looks into.

use crate::order::Map;
use std::cell::RefCell;

use gloo_storage::{LocalStorage, SessionStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use super::{journal, owed};

/// What all keys begin with.
pub const SPACE: &str = "common-ground/1/";

/// The kinds of records, and their place in a key.
pub const ASSESSMENT: &str = "assessment/";
const REPLIES: &str = "replies/";
const SNAPSHOTS: &str = "snapshots/";
const GONE: &str = "bin/";
/// Where deleted ones lay before they were packed: a page of that time drops what it cannot read there.
const GONE_BEFORE: &str = "gone/";
const ASIDE: &str = "aside/";
/// Replies begun in this browser.
pub const DRAFT: &str = "draft/";
/// Catalogues that were opened.
pub const CATALOGUE: &str = "catalogue/";
const UNSAVED: &str = "unsaved/";
const THEME: &str = "theme";
const GUEST: &str = "guest";
/// How far the journal has come.
const MARK: &str = "journal";
/// How many digits that has: enough for thirty thousand years.
const DIGITS: u32 = 15;

/// What stands around the stamp and the data of a record.
const BEGIN: &str = "{\"stamp\":\"";
const MIDDLE: &str = "\",\"data\":";
const END: &str = "}";

thread_local! {
    /// What is kept where the browser keeps nothing.
    static MEMORY: RefCell<Map<String, String>> = const { RefCell::new(Map::new()) };
    /// Whether the browser keeps anything: asked once.
    static LOCAL: bool = probe();
}

/// A record of an assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// The id in its key.
    pub id: String,
    /// Changes with every save: letters and digits; empty where the record could not be read.
    pub stamp: String,
    /// The answers, JSON; what could not be read as a record is here whole.
    pub answers: String,
    /// The replies, JSON; an empty text where there are none.
    pub replies: Option<String>,
    /// The snapshots, JSON; an empty text where there are none.
    pub snapshots: Option<String>,
}

/// Why a save did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PutError {
    /// There is no room left.
    Full,
    /// The browser refuses storage.
    Denied,
    /// Another tab has saved since, or deleted it.
    Overtaken(Option<Record>),
}

/// A record as one text, JSON put together by hand: what is in it is JSON already.
fn written(stamp: &str, data: &str) -> String {
    format!("{BEGIN}{stamp}{MIDDLE}{data}{END}")
}

/// The stamp and the data of a record, `None` where [`written`] did not write it.
fn split(text: &str) -> Option<(&str, &str)> {
    text.strip_prefix(BEGIN)?.strip_suffix(END)?.split_once(MIDDLE)
}

/// Whether what is kept outlasts the tab.
pub fn lasts() -> bool {
    LOCAL.with(|local| *local)
}

/// Writes, reads and deletes a key: a browser may refuse any of the three.
fn probe() -> bool {
    let Some(Ok(Some(local))) = web_sys::window().map(|window| window.local_storage()) else { return false };
    let key = format!("{SPACE}probe");
    let written = local.set_item(&key, "1").is_ok();
    let full = !written && local.length().is_ok_and(|length| length > 0);
    let read = local.get_item(&key).ok().flatten().is_some();
    (written && read || full) && local.remove_item(&key).is_ok()
}

/// What a key holds, or should.
pub(super) fn get(key: &str) -> Option<String> {
    if !lasts() {
        return MEMORY.with_borrow(|memory| memory.get(&whole(key)).cloned());
    }
    let there = there(key);
    owed::text(key, there.as_ref()).or(there)
}

/// The key as the browser's storage has it.
fn whole(key: &str) -> String {
    [SPACE, key].concat()
}

/// What the browser's storage holds.
fn there(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(&whole(key)).ok().flatten()
}

/// Owes a key what there is no room for, and tells the journal.
fn owe(key: &str, text: String) {
    owed::owe(key, text, there(key));
    journal::note(key);
}

/// A key was written or removed here.
fn changed(key: &str) {
    owed::settle(key);
    journal::note(key);
}

/// Whether something is owed to a key.
pub(super) fn is_owed(key: &str) -> bool {
    owed::text(key, there(key).as_ref()).is_some()
}

/// What of the assessments, deleted ones, replies and catalogues is owed: the ends of their keys.
pub fn owed_ends() -> Vec<String> {
    let end =
        |key: String| key.split_once('/').filter(|(kind, _)| !UNSAVED.starts_with(kind)).map(|(_, end)| end.to_owned());
    owed::keys().into_iter().filter_map(end).collect()
}

fn set(key: &str, text: &str) -> Result<(), PutError> {
    if lasts() {
        set_unnoted(key, text)?;
        changed(key);
        return Ok(());
    }
    MEMORY.with_borrow_mut(|memory| memory.insert(whole(key), text.to_owned()));
    Ok(())
}

/// Sets a key of the browser's storage; the journal hears nothing of it.
fn set_unnoted(key: &str, text: &str) -> Result<(), PutError> {
    LocalStorage::raw().set_item(&whole(key), text).map_err(|error| refused(&error))
}

/// Why the browser's storage took nothing.
fn refused(error: &JsValue) -> PutError {
    let full = error.dyn_ref::<DomException>().is_some_and(|error| error.name().contains("Quota"));
    if full { PutError::Full } else { PutError::Denied }
}

fn remove(key: &str) {
    if lasts() {
        LocalStorage::delete(whole(key));
        changed(key);
    } else {
        MEMORY.with_borrow_mut(|memory| memory.remove(&whole(key)));
    }
}

/// Whether a key holds some of an assessment, or a catalogue that it may have been made with.
pub(super) fn is_of_assessment(key: &str) -> bool {
    [ASSESSMENT, REPLIES, SNAPSHOTS, CATALOGUE].into_iter().any(|kind| key.starts_with(kind))
}

/// How far the journal has come; 0 where it has not begun.
pub fn mark() -> f64 {
    // By the browser: reading and writing any such number is a large part of a page.
    let mark = get(MARK).map_or(0.0, |mark| js_sys::parse_float(&mark));
    if mark.is_finite() { mark } else { 0.0 }
}

/// Notes how far it has come, in [`DIGITS`]: as long each time, so that a full storage takes it too.
///
/// # Errors
///
/// A [`PutError`].
pub(super) fn set_mark(mark: f64) -> Result<(), PutError> {
    let text = js_sys::Number::from(mark).to_fixed(0).map_err(|error| refused(&error))?;
    set_unnoted(MARK, &String::from(text.pad_start(DIGITS, "0")))
}

/// Puts keys back as the journal has them, what is removed first, as many as there is room for. The rest is owed.
pub fn put_back(changes: Vec<(String, Option<String>)>) {
    let mut marked = None;
    for (key, text) in changes {
        let Some(text) = text else {
            remove(&key);
            continue;
        };
        // As long as any later mark, for which there is room then too: it comes with what changes next, or all of this would
        // be put back over that.
        let has_room = *marked.get_or_insert_with(|| set_mark(mark()).is_ok());
        if !has_room || set(&key, &text).is_err() {
            owe(&key, text);
        }
    }
}

/// All keys of the browser's storage.
fn keys_there() -> Vec<String> {
    let local = LocalStorage::raw();
    let length = local.length().unwrap_or(0);
    (0..length).filter_map(|at| local.key(at).ok().flatten()).collect()
}

/// The ends of all keys of a kind.
fn ends(kind: &str) -> Vec<String> {
    let start = whole(kind);
    let mut keys =
        if lasts() { keys_there() } else { MEMORY.with_borrow(|memory| memory.keys().cloned().collect::<Vec<_>>()) };
    for owed in owed::keys() {
        let key = whole(&owed);
        if is_owed(&owed) && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.retain(|key| key.starts_with(&start));
    keys.iter().map(|key| key.chars().skip(start.chars().count()).collect()).collect()
}

/// All keys of the page, without [`SPACE`].
pub fn keys() -> Vec<String> {
    ends("")
}

/// The record of an assessment.
pub fn record(id: &str) -> Option<Record> {
    let text = get(&format!("{ASSESSMENT}{id}"))?;
    let (stamp, answers) = match split(&text) {
        Some((stamp, data)) => (stamp.to_owned(), data.to_owned()),
        // Whoever reads it will find that it is no assessment, and has all of it.
        None => (String::new(), text),
    };
    Some(Record {
        id: id.to_owned(),
        stamp,
        answers,
        replies: get(&format!("{REPLIES}{id}")),
        snapshots: get(&format!("{SNAPSHOTS}{id}")),
    })
}

/// Whether another page has emptied the storage: no assessment is there. Then nothing is owed any more: all that this page
/// knows of is to be saved anew.
pub fn was_emptied() -> bool {
    let start = whole(ASSESSMENT);
    let emptied = lasts() && !keys_there().iter().any(|key| key.starts_with(&start));
    if emptied {
        owed::settle_all();
    }
    emptied
}

/// All records.
pub fn records() -> Vec<Record> {
    ends(ASSESSMENT).iter().filter_map(|id| record(id)).collect()
}

/// Saves a record over the stamp that is expected; what is `None` stays as it is.
///
/// # Errors
///
/// A [`PutError`]; storage is as before.
pub fn put(over: Option<&str>, new: &Record) -> Result<(), PutError> {
    let there = record(&new.id);
    if there.as_ref().map(|record| record.stamp.as_str()) != over {
        return Err(PutError::Overtaken(there));
    }
    let before = there.unwrap_or_default();
    let grown = [(REPLIES, &new.replies, &before.replies), (SNAPSHOTS, &new.snapshots, &before.snapshots)];
    let mut changed = Vec::new();
    for (kind, text, old) in grown {
        let Some(text) = text else { continue };
        let key = format!("{kind}{}", new.id);
        changed.push((key.clone(), old.clone()));
        if text.is_empty() {
            remove(&key);
        } else if let Err(error) = set(&key, text) {
            take_back(changed);
            return Err(error);
        }
    }
    // The answers come last: other tabs look when they change.
    let put = set(&format!("{ASSESSMENT}{}", new.id), &written(&new.stamp, &new.answers));
    if put.is_err() {
        take_back(changed);
    }
    put
}

/// Brings keys back into their earlier state, the last one first: then each fits, since it did before.
fn take_back(changed: Vec<(String, Option<String>)>) {
    for (key, old) in changed.into_iter().rev() {
        match old {
            Some(old) => {
                if set(&key, &old).is_err() {
                    // It was owed before.
                    owe(&key, old);
                }
            }
            None => remove(&key),
        }
    }
}

/// Removes the record of an assessment and what belongs to it.
pub fn remove_record(id: &str) {
    for kind in [ASSESSMENT, REPLIES, SNAPSHOTS] {
        remove(&format!("{kind}{id}"));
    }
}

fn texts(kind: &str) -> Vec<(String, String)> {
    ends(kind).into_iter().filter_map(|end| get(&format!("{kind}{end}")).map(|text| (end, text))).collect()
}

/// The recently deleted.
pub fn gone() -> Vec<(String, String)> {
    let mut gone = texts(GONE_BEFORE);
    gone.extend(texts(GONE));
    gone
}

/// Keeps a deleted one.
///
/// # Errors
///
/// A [`PutError`], where it is not kept in an earlier form either.
pub fn keep_gone(id: &str, text: &str) -> Result<(), PutError> {
    let before = format!("{GONE_BEFORE}{id}");
    let key = format!("{GONE}{id}");
    match set(&key, text) {
        Ok(()) => remove(&before),
        Err(error) if get(&key).or_else(|| get(&before)).is_none() => return Err(error),
        Err(_) => {}
    }
    Ok(())
}

/// Drops a deleted one.
pub fn drop_gone(id: &str) {
    for kind in [GONE, GONE_BEFORE] {
        remove(&format!("{kind}{id}"));
    }
}

/// What was put aside: key, reason, text.
pub fn aside() -> Vec<(String, String, String)> {
    let split = |(key, text): (String, String)| {
        let (why, text) = text.split_once('\n').unwrap_or(("", &text));
        (key, why.to_owned(), text.to_owned())
    };
    texts(ASIDE).into_iter().map(split).collect()
}

/// Moves the record of an assessment out of the way. Without room for it there, it stays where it is.
pub fn put_aside(id: &str, why: &str, text: &str) {
    if set(&format!("{ASIDE}{id}"), &format!("{}\n{text}", why.replace('\n', " "))).is_ok() {
        remove_record(id);
    }
}

/// Drops what was put aside, wherever it is.
pub fn drop_aside(id: &str) {
    remove(&format!("{ASIDE}{id}"));
    // One that could not be moved is still in its old place; one that can be read has a stamp.
    if record(id).is_some_and(|record| record.stamp.is_empty()) {
        remove_record(id);
    }
}

/// The replies begun in this browser.
pub fn drafts() -> Vec<(String, String)> {
    texts(DRAFT)
}

/// A reply begun in this browser.
pub fn draft(key: &str) -> Option<String> {
    get(&format!("{DRAFT}{key}"))
}

/// Keeps a reply that was begun.
///
/// # Errors
///
/// A [`PutError`]; the earlier state is as before.
pub fn keep_draft(key: &str, record: &str) -> Result<(), PutError> {
    set(&format!("{DRAFT}{key}"), record)
}

/// Forgets a reply that was begun.
pub fn drop_draft(key: &str) {
    remove(&format!("{DRAFT}{key}"));
}

/// The catalogues that are kept, by the digests in their keys.
pub fn catalogues() -> Vec<(String, String)> {
    texts(CATALOGUE)
}

/// A catalogue that is kept.
pub fn catalogue(digest: &str) -> Option<String> {
    get(&format!("{CATALOGUE}{digest}"))
}

/// Keeps a catalogue.
///
/// # Errors
///
/// A [`PutError`].
pub fn keep_catalogue(digest: &str, text: &str) -> Result<(), PutError> {
    set(&format!("{CATALOGUE}{digest}"), text)
}

/// Drops a catalogue.
pub fn drop_catalogue(digest: &str) {
    remove(&format!("{CATALOGUE}{digest}"));
}

/// What of the assessments is nowhere but here.
pub fn unsaved() -> Vec<(String, String)> {
    texts(UNSAVED)
}

/// Notes it, or forgets it. Without room for it the reminder comes later.
pub fn note_unsaved(id: &str, record: Option<&str>) {
    let key = format!("{UNSAVED}{id}");
    match record {
        Some(record) => {
            let _ = set(&key, record);
        }
        None => remove(&key),
    }
}

/// Whether assessments are kept, or were, without reading any.
pub fn any() -> bool {
    [ASSESSMENT, GONE, GONE_BEFORE, ASIDE].into_iter().any(|kind| !ends(kind).is_empty())
}

/// Asks the browser to hold on to what is kept, where it can be asked. What it answers changes nothing here.
pub fn persist() {
    let Some(navigator) = web_sys::window().map(|window| window.navigator()) else { return };
    // Missing outside secure contexts.
    if !js_sys::Reflect::get(&navigator, &JsValue::from_str("storage")).is_ok_and(|storage| storage.is_object()) {
        return;
    }
    if let Ok(asked) = navigator.storage().persist() {
        wasm_bindgen_futures::spawn_local(async move {
            let _ = wasm_bindgen_futures::JsFuture::from(asked).await;
        });
    }
}

/// The colours that were chosen: `light`, `dark`.
pub fn theme() -> Option<String> {
    if lasts() { LocalStorage::get(format!("{SPACE}{THEME}")).ok() } else { get(THEME) }
}

/// Keeps the colours that were chosen; without room for it they last until the page is closed.
pub fn set_theme(theme: &str) {
    if lasts() {
        let _ = LocalStorage::set(format!("{SPACE}{THEME}"), theme);
    } else {
        let _ = set(THEME, theme);
    }
}

fn session_works() -> bool {
    matches!(web_sys::window().map(|window| window.session_storage()), Some(Ok(Some(_))))
}

/// The guest copy of this tab.
pub fn guest() -> Option<String> {
    if session_works() { SessionStorage::raw().get_item(&format!("{SPACE}{GUEST}")).ok().flatten() } else { None }
}

/// Keeps the guest copy for this tab, or drops it. Without storage it lasts until the page is reloaded.
pub fn set_guest(text: Option<&str>) {
    if !session_works() {
        return;
    }
    match text {
        Some(text) => {
            let _ = SessionStorage::raw().set_item(&format!("{SPACE}{GUEST}"), text);
        }
        None => SessionStorage::delete(format!("{SPACE}{GUEST}")),
    }
}
