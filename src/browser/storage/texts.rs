//! Keys and texts: `localStorage` where it works, else memory with the same face.
//!
//! Texts go to the browser's storage as they are: most are JSON already, and gloo would encode them as JSON once more,
//! which costs a fifth of the room for the quotes alone, and code for types that nothing here looks into.

use std::cell::RefCell;

use gloo_storage::{LocalStorage, Storage as _};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::DomException;

use super::{PutError, SPACE, journal, owed};
use crate::order::Map;

/// How far the journal has come.
const MARK: &str = "journal";
/// How many digits that has: enough for thirty thousand years.
const DIGITS: u32 = 15;

thread_local! {
    /// What is kept where the browser keeps nothing.
    static MEMORY: RefCell<Map<String, String>> = const { RefCell::new(Map::new()) };
    /// Whether the browser keeps anything: asked once.
    static LOCAL: bool = probe();
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
pub(super) fn whole(key: &str) -> String {
    [SPACE, key].concat()
}

/// What the browser's storage holds.
fn there(key: &str) -> Option<String> {
    LocalStorage::raw().get_item(&whole(key)).ok().flatten()
}

/// Owes a key what there is no room for, and tells the journal.
pub(super) fn owe(key: &str, text: String) {
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

/// A key may have been written or removed by another tab: then nothing is owed to it any more.
pub fn settle(key: &str) {
    if !is_owed(key) {
        owed::settle(key);
    }
}

/// Sets a key.
///
/// # Errors
///
/// A [`PutError`]; the key is as before.
pub(super) fn set(key: &str, text: &str) -> Result<(), PutError> {
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

/// Removes a key.
pub(super) fn remove(key: &str) {
    if lasts() {
        LocalStorage::delete(whole(key));
        changed(key);
    } else {
        MEMORY.with_borrow_mut(|memory| memory.remove(&whole(key)));
    }
}

/// All keys of the browser's storage.
pub(super) fn keys_there() -> Vec<String> {
    let local = LocalStorage::raw();
    let length = local.length().unwrap_or(0);
    (0..length).filter_map(|at| local.key(at).ok().flatten()).collect()
}

/// The ends of all keys of a kind.
pub(super) fn ends(kind: &str) -> Vec<String> {
    let start = whole(kind);
    let mut keys =
        if lasts() { keys_there() } else { MEMORY.with_borrow(|memory| memory.keys().cloned().collect::<Vec<_>>()) };
    for owed in owed::keys() {
        let key = whole(&owed);
        if is_owed(&owed) && !keys.contains(&key) {
            keys.push(key);
        }
    }
    keys.iter().filter_map(|key| key.strip_prefix(&start)).map(str::to_owned).collect()
}

/// All keys of the page, without [`SPACE`].
pub fn keys() -> Vec<String> {
    ends("")
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
        // As long as any later mark, for which there is room then too: it comes with what changes next, or all of this
        // would be put back over that.
        let has_room = *marked.get_or_insert_with(|| set_mark(mark()).is_ok());
        if !has_room || set(&key, &text).is_err() {
            owe(&key, text);
        }
    }
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
