//! A journal of what storage keeps, in `IndexedDB`, which writes to the disk at once where it is asked to.
//!
//! One entry a key: its number, and what `localStorage` held when it was written. Whatever has changed is written together,
//! with storage as it stands at that moment, so that it does not matter which tab has changed it; then comes a short
//! [`PAUSE`], so that who types does not write to the disk with every letter. The number of the last entry is the mark, a key
//! of `localStorage` like any other.
//!
//! Where `IndexedDB` is refused (some private windows, frames and files), nothing is written, and nothing else changes.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Date, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, future_to_promise, spawn_local};
use web_sys::{IdbDatabase, IdbKeyRange, IdbRequest, IdbTransaction, window};

use super::storage;

/// The name of the database, and of what is in it.
const NAME: &str = "common-ground/1";
const ENTRIES: &str = "journal";

/// What is in an entry.
const AT: &str = "at";
const KEY: &str = "key";
const TEXT: &str = "text";

/// How long nothing is written after something was, in milliseconds: with the writing itself, less than half a second of
/// work is ever only in the page's own storage.
const PAUSE: i32 = 200;

/// How long the page waits for the journal when it opens, in milliseconds.
const PATIENCE: i32 = 1500;

/// Works out the number of an entry, of the mark and the milliseconds since 1970.
pub type Number = fn(Option<f64>, f64) -> f64;

/// What becomes of a change.
#[derive(Clone, Copy)]
enum State {
    /// Nothing: the page has not begun, or its storage does not last.
    Idle,
    /// It is written.
    Writing(Number),
    /// The journal could not be read: the mark is raised with the first change.
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
    static HIGHEST: Cell<Option<f64>> = const { Cell::new(None) };
}

/// An entry: its number, its key, what the key held.
pub type Entry = (f64, String, Option<String>);

/// The entries with a higher number than this, or all; those up to `spent` are deleted. `None` where the journal cannot be
/// read, or does not answer in time.
pub async fn since(mark: Option<f64>, spent: Option<f64>) -> Option<Vec<Entry>> {
    let reading = future_to_promise(async move { Ok(read(mark, spent).await.map_or(JsValue::NULL, JsValue::from)) });
    let found = JsFuture::from(Promise::race(&Array::of2(&reading, &sleep(PATIENCE)))).await.ok()?;
    let entries: Array = found.dyn_into().ok()?;
    let entry = |value: JsValue| {
        let get = |key: &str| Reflect::get(&value, &key.into()).ok();
        Some((get(AT)?.as_f64()?, get(KEY)?.as_string()?, get(TEXT)?.as_string()))
    };
    Some(entries.iter().filter_map(entry).collect())
}

/// From now on changes are written, each with the number that this works out.
pub fn begin(number: Number) {
    STATE.set(State::Writing(number));
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
            STATE.set(State::Idle);
            let _ = storage::set_mark(number(storage::mark(), Date::now()));
        }
        State::Writing(number) => {
            CHANGED.with_borrow_mut(|changed| {
                if !changed.iter().any(|one| one == key) {
                    changed.push(key.to_owned());
                }
            });
            if !BUSY.replace(true) {
                spawn_local(write_all(number));
            }
        }
    }
}

/// Writes what has changed until nothing has.
async fn write_all(number: Number) {
    loop {
        let changed = CHANGED.take();
        if changed.is_empty() {
            break;
        }
        if let Some(written) = write(&changed, number) {
            // One that fails is as good as none: the next change is written again.
            let _ = JsFuture::from(written).await;
        }
        let _ = JsFuture::from(sleep(PAUSE)).await;
    }
    BUSY.set(false);
}

/// Writes what storage holds under these keys, all or nothing; resolves once it is on the disk.
fn write(keys: &[String], number: Number) -> Option<Promise> {
    let database = DATABASE.with_borrow(Clone::clone)?;
    let before = storage::mark().into_iter().chain(HIGHEST.get()).reduce(f64::max);
    let at = number(before, Date::now());
    // Without room for the mark, an entry could never be told from an older one.
    storage::set_mark(at).ok()?;
    HIGHEST.set(Some(at));
    let transaction = transaction(&database)?;
    let store = transaction.object_store(ENTRIES).ok()?;
    for key in keys {
        let text = storage::get(key).map_or(JsValue::NULL, JsValue::from);
        let entry = object(&[(AT, at.into()), (KEY, key.into()), (TEXT, text)])?;
        store.put_with_key(&entry, &key.into()).ok()?;
    }
    Some(Promise::new(&mut |done, failed| {
        transaction.set_oncomplete(Some(&done));
        transaction.set_onabort(Some(&failed));
    }))
}

/// A transaction that is on the disk when it is done: `web-sys` knows the option only where it is built in a way of its own.
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

async fn read(mark: Option<f64>, spent: Option<f64>) -> Option<Array> {
    let database = open().await?;
    let close: Function = Reflect::get(&database, &"close".into()).ok()?.dyn_into().ok()?;
    // A later version of the page is not kept waiting.
    database.set_onversionchange(Some(&close.bind0(&database)));
    let index = transaction(&database)?.object_store(ENTRIES).ok()?.index(AT).ok()?;
    let found = match mark {
        Some(mark) => {
            let newer = IdbKeyRange::lower_bound_with_open(&mark.into(), true).ok()?;
            index.get_all_with_key(&newer)
        }
        None => index.get_all(),
    };
    let found: Array = answer(&found.ok()?).await?.dyn_into().ok()?;
    if let Some(spent) = spent {
        drop_until(&database, spent).await?;
    }
    DATABASE.set(Some(database));
    Some(found)
}

/// Deletes the entries up to a number.
async fn drop_until(database: &IdbDatabase, spent: f64) -> Option<()> {
    let store = transaction(database)?.object_store(ENTRIES).ok()?;
    let range = IdbKeyRange::upper_bound(&spent.into()).ok()?;
    let keys: Array = answer(&store.index(AT).ok()?.get_all_keys_with_key(&range).ok()?).await?.dyn_into().ok()?;
    for key in keys.iter() {
        store.delete(&key).ok()?;
    }
    Some(())
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
    answer(&request).await?.dyn_into().ok()
}

/// What a request comes to.
async fn answer(request: &IdbRequest) -> Option<JsValue> {
    let answered = Promise::new(&mut |done, failed| {
        request.set_onsuccess(Some(&done));
        request.set_onerror(Some(&failed));
    });
    JsFuture::from(answered).await.ok()?;
    request.result().ok()
}

/// Resolves after so many milliseconds.
fn sleep(time: i32) -> Promise {
    Promise::new(&mut |done, _| {
        if let Some(window) = window() {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&done, time);
        }
    })
}
