//! A journal of what storage keeps, in `IndexedDB`, which writes to the disk at once where it is asked to.
//!
//! One entry a key: its number, and what `localStorage` held when it was written. Whatever has changed is written
//! together, with storage as it stands at that moment, so that it does not matter which tab has changed it; then comes
//! a short [`PAUSE`], so that who types does not write to the disk with every letter. The number of the last entry is
//! the mark, a key of `localStorage` like any other.
//!
//! What storage has no room for stays in the journal under a number that is higher than any mark to come, until there
//! is.
//!
//! Where `IndexedDB` is refused (some private windows, frames and files), nothing is written, and nothing else changes.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Date, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{IdbDatabase, IdbKeyRange, IdbRequest, IdbTransaction, window};

use super::texts;

/// The name of the database, and of what is in it.
const NAME: &str = "common-ground/1";
const ENTRIES: &str = "journal";

/// What is in an entry.
const AT: &str = "at";
const KEY: &str = "key";
const TEXT: &str = "text";

/// How long nothing is written after something was, in milliseconds: with the writing itself, less than half a second
/// of work is ever only in the page's own storage. In a tab that is not seen browsers make it a second, and nobody
/// types there.
const PAUSE: i32 = 200;

/// How often what could not be written is tried again by itself; then the next change tries it.
const TRIES: u32 = 5;

/// How long the page waits for the journal when it opens, in milliseconds.
const PATIENCE: i32 = 1500;

/// Works out the number of an entry, of the mark and the milliseconds since 1970.
pub type Number = fn(f64, f64) -> f64;

/// Works out the number of an entry that stays ahead of the mark, of the number that others have now.
pub type Ahead = fn(f64) -> f64;

/// What becomes of a change.
#[derive(Clone, Copy)]
enum State {
    /// Nothing: the page has not begun, or its storage does not last.
    Idle,
    /// It is written.
    Writing(Number, Ahead),
    /// The journal could not be read: the mark is raised with the first change, and again if storage was emptied since.
    Unseen(Number),
}

thread_local! {
    static STATE: Cell<State> = const { Cell::new(State::Idle) };
    static DATABASE: RefCell<Option<IdbDatabase>> = const { RefCell::new(None) };
    /// The keys that have changed since something was written.
    static CHANGED: RefCell<Vec<String>> = const { RefCell::new(Vec::new()) };
    /// Whether they are being written.
    static BUSY: Cell<bool> = const { Cell::new(false) };
    /// The highest mark that this page knows: another page may have emptied storage.
    static HIGHEST: Cell<f64> = const { Cell::new(0.0) };
    /// The lowest number of an entry that stays ahead: the mark must not come near it.
    static AHEAD: Cell<f64> = const { Cell::new(f64::INFINITY) };
}

/// An entry: its number, its key, what the key held.
pub type Entry = (f64, String, Option<String>);

/// The entries with a higher number than the mark; of those up to `spent` only what belongs to an assessment stays, so
/// that one is put back whole where another page has emptied storage. `None` where the journal cannot be read, or does
/// not answer in time.
pub async fn since(mark: f64, spent: f64) -> Option<Vec<Entry>> {
    let database = open().await?;
    let store = transaction(&database)?.object_store(ENTRIES).ok()?;
    let index = store.index(AT).ok()?;
    let newer = IdbKeyRange::lower_bound_with_open(&mark.into(), true).ok()?;
    let newer = index.get_all_with_key(&newer).ok()?;
    let older = IdbKeyRange::upper_bound(&spent.into()).ok()?;
    let older = index.get_all_keys_with_key(&older).ok()?;
    // They are answered in their order.
    JsFuture::from(Promise::race(&Array::of2(&answered(&older), &sleep(PATIENCE)))).await.ok()?;
    // What has not been answered has no result yet: a tab that sleeps may hold the journal.
    for key in older.result().ok()?.dyn_into::<Array>().ok()?.iter() {
        if !key.as_string().is_some_and(|key| super::is_of_assessment(&key)) {
            store.delete(&key).ok()?;
        }
    }
    let found: Array = newer.result().ok()?.dyn_into().ok()?;
    DATABASE.set(Some(database));
    let entry = |value: JsValue| {
        let get = |key: &str| Reflect::get(&value, &key.into()).ok();
        Some((get(AT)?.as_f64()?, get(KEY)?.as_string()?, get(TEXT)?.as_string()))
    };
    Some(found.iter().filter_map(entry).collect())
}

/// From now on changes are written, each with the number that this works out, and what storage has no room for with one
/// that stays ahead; first what was put back.
pub fn begin(number: Number, ahead: Ahead, put_back: &[String]) {
    STATE.set(State::Writing(number, ahead));
    for key in put_back {
        note(key);
    }
}

/// The journal could not be read: it stays as it is, and the first change raises the mark to this.
pub fn go_without(number: Number) {
    STATE.set(State::Unseen(number));
}

/// A key of storage has changed.
pub(super) fn note(key: &str) {
    match STATE.get() {
        State::Idle => {}
        State::Unseen(number) => {
            let mark = texts::mark();
            if HIGHEST.get() < 1.0 || mark < HIGHEST.get() {
                let raised = number(mark, Date::now());
                if texts::set_mark(raised).is_ok() {
                    HIGHEST.set(raised);
                }
            }
        }
        State::Writing(number, ahead) => {
            remember(key);
            if !BUSY.replace(true) {
                spawn_local(write_all(number, ahead));
            }
        }
    }
}

/// Whether something has changed that is not on the disk yet, or never will be.
pub(super) fn is_behind() -> bool {
    !matches!(STATE.get(), State::Writing(..)) || BUSY.get() || CHANGED.with_borrow(|changed| !changed.is_empty())
}

/// Whether an entry was ever ahead of the mark here.
pub(super) fn was_ahead() -> bool {
    AHEAD.get().is_finite()
}

/// A key is to be written.
fn remember(key: &str) {
    CHANGED.with_borrow_mut(|changed| {
        if !changed.iter().any(|one| one == key) {
            changed.push(key.to_owned());
        }
    });
}

/// Writes what has changed until nothing has. What fails is written with what changes next, or after a pause.
async fn write_all(number: Number, ahead: Ahead) {
    let mut tries = TRIES;
    while tries > 0 {
        let mut changed = CHANGED.take();
        if changed.is_empty() {
            break;
        }
        let is_owed = changed.iter().any(|key| texts::is_owed(key));
        if is_owed {
            // Alone, and first: the mark must not pass it before it has its number.
            let (owed, others) = changed.into_iter().partition(|key| texts::is_owed(key));
            CHANGED.set(others);
            changed = owed;
        }
        let written = match write(&changed, number, is_owed.then_some(ahead)) {
            Some(written) => JsFuture::from(written).await.is_ok(),
            None => false,
        };
        if written {
            tries = TRIES;
        } else {
            tries -= 1;
            for key in &changed {
                remember(key);
            }
            // A browser may have closed it.
            if let Some(database) = open().await {
                DATABASE.set(Some(database));
            }
        }
        let _ = JsFuture::from(sleep(PAUSE)).await;
    }
    BUSY.set(false);
}

/// Writes what storage holds under these keys, all or nothing; or, ahead of the mark, what it should hold. Resolves
/// once it is on the disk.
fn write(keys: &[String], number: Number, ahead: Option<Ahead>) -> Option<Promise> {
    let database = DATABASE.with_borrow(Clone::clone)?;
    let mark = texts::mark().max(HIGHEST.get());
    // Numbers grow by one rather than pass what stays ahead, however far the clock leaps.
    let mut at = Some(number(mark, Date::now())).filter(|at| *at < AHEAD.get()).unwrap_or(mark + 1.0);
    if let Some(ahead) = ahead {
        at = ahead(at);
        AHEAD.set(AHEAD.get().min(at));
    } else {
        // Without room for the mark, an entry could never be told from an older one.
        texts::set_mark(at).ok()?;
        HIGHEST.set(at);
    }
    let transaction = transaction(&database)?;
    let put = || {
        let store = transaction.object_store(ENTRIES).ok()?;
        for key in keys {
            let text = texts::get(key).map_or(JsValue::NULL, JsValue::from);
            let entry = object(&[(AT, at.into()), (KEY, key.into()), (TEXT, text)])?;
            store.put_with_key(&entry, &key.into()).ok()?;
        }
        Some(())
    };
    if put().is_none() {
        let _ = transaction.abort();
        return None;
    }
    Some(Promise::new(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&failed));
    }))
}

/// A transaction that is on the disk when it is done: `web-sys` knows the option only where it is built in a way of its
/// own.
fn transaction(database: &IdbDatabase) -> Option<IdbTransaction> {
    let begin: Function = Reflect::get(database, &"transaction".into()).ok()?.dyn_into().ok()?;
    let strictly = object(&[("durability", "strict".into())])?;
    begin.call3(database, &ENTRIES.into(), &"readwrite".into(), &strictly).ok()?.dyn_into().ok()
}

fn object(entries: &[(&str, JsValue)]) -> Option<Object> {
    let object = Object::new();
    for (key, value) in entries {
        Reflect::set(&object, &(*key).into(), value).ok()?;
    }
    Some(object)
}

async fn open() -> Option<IdbDatabase> {
    let request = window()?.indexed_db().ok()??.open_with_u32(NAME, 1).ok()?;
    let opened = request.clone();
    let make = Closure::once_into_js(move || {
        let Ok(database) = opened.result().map(JsCast::unchecked_into::<IdbDatabase>) else { return };
        if let Ok(store) = database.create_object_store(ENTRIES) {
            let _ = store.create_index_with_str(AT, AT);
        }
    });
    request.set_onupgradeneeded(Some(make.unchecked_ref()));
    JsFuture::from(Promise::race(&Array::of2(&answered(&request), &sleep(PATIENCE)))).await.ok()?;
    // There is none before it has answered.
    let database: IdbDatabase = request.result().ok()?.dyn_into().ok()?;
    let close: Function = Reflect::get(&database, &"close".into()).ok()?.dyn_into().ok()?;
    // A later version of the page is not kept waiting.
    database.set_onversionchange(Some(&close.bind0(&database)));
    Some(database)
}

/// Resolves once a request is answered.
fn answered(request: &IdbRequest) -> Promise {
    Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    })
}

/// Resolves after so many milliseconds.
fn sleep(time: i32) -> Promise {
    Promise::new(&mut |done, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, time);
        }
    })
}
