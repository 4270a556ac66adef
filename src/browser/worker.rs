//! The script that serves the page without a network, `src/site/sw.js`: registered, and asked for new versions.
//!
//! Where it is refused (plain http, some frames, a file), the page works without it. It never loads the page again by
//! itself; [`renew`] does so when a person has said so.

use std::cell::Cell;

use js_sys::Reflect;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{EventTarget, ServiceWorkerContainer, ServiceWorkerRegistration, window};

use super::one_page;

/// Its address.
const SCRIPT: &str = "sw.js";
/// What tells it to take over.
const TAKE_OVER: &str = "take over";

thread_local! {
    /// Whether the page is to be loaded again as soon as the new version has taken over.
    static RENEWING: Cell<bool> = const { Cell::new(false) };
}

/// What the browser offers for it; some frames refuse even the question. The one file asks nobody for anything.
fn container() -> Option<ServiceWorkerContainer> {
    if one_page::is_one() {
        return None;
    }
    let navigator = window()?.navigator();
    let found = Reflect::get(navigator.as_ref(), &JsValue::from_str("serviceWorker")).ok()?;
    found.dyn_into().ok()
}

/// Calls a function on an event, as long as the page lasts.
fn hear(target: &EventTarget, event: &str, run: impl Fn() + 'static) {
    let handler = Closure::<dyn Fn()>::new(run).into_js_value();
    let _ = target.add_event_listener_with_callback(event, handler.unchecked_ref());
}

/// Calls `ready` when another tab has let a new version in.
pub fn listen(ready: impl Fn() + 'static) {
    let Some(container) = container() else { return };
    let served = Cell::new(container.controller().is_some());
    hear(&container, "controllerchange", move || {
        if RENEWING.get() {
            reload();
        } else if served.replace(true) {
            // What took over before was the first one, which the page shows.
            ready();
        }
    });
}

/// Registers it, and calls `ready` when a new version is there: fetched as a whole, and waiting. It fetches every file,
/// so this is for once the page needs none.
pub fn register(ready: impl Fn() + Copy + 'static) {
    let Some(container) = container() else { return };
    spawn_local(async move {
        let Ok(registration) = JsFuture::from(container.register(SCRIPT)).await else { return };
        follow(&container, registration.unchecked_into(), ready);
    });
}

/// Tells of versions that wait, and asks for new ones whenever the page is looked at again.
fn follow(
    container: &ServiceWorkerContainer,
    registration: ServiceWorkerRegistration,
    ready: impl Fn() + Copy + 'static,
) {
    // What waits where nothing has served the page yet is its first version.
    let waits = {
        let (container, registration) = (container.clone(), registration.clone());
        move || {
            // While the first version takes over, WebKit may name it as waiting and active at once.
            let beside =
                registration.active().is_some_and(|active| registration.waiting().is_some_and(|new| new != active));
            if beside && container.controller().is_some() {
                ready();
            }
        }
    };
    waits();
    let arriving = registration.clone();
    hear(&registration, "updatefound", move || {
        if let Some(worker) = arriving.installing() {
            hear(&worker, "statechange", waits.clone());
        }
    });
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let seen = document.clone();
    hear(&document, "visibilitychange", move || {
        if !seen.hidden() {
            // Without a network there is nothing new.
            let _ = registration.update();
        }
    });
}

/// Lets the new version in and loads the page again with it.
pub fn renew() {
    let Some(container) = container() else { return reload() };
    RENEWING.set(true);
    spawn_local(async move {
        let registration = JsFuture::from(container.get_registration()).await.ok();
        let registration = registration.and_then(|found| found.dyn_into::<ServiceWorkerRegistration>().ok());
        match registration.and_then(|registration| registration.waiting()) {
            // The page is loaded again once it has taken over.
            Some(worker) if worker.post_message(&JsValue::from_str(TAKE_OVER)).is_ok() => {}
            _ => reload(),
        }
    });
}

fn reload() {
    if let Some(window) = window() {
        // Refused only where the page may not navigate at all; then it stays as it is.
        let _ = window.location().reload();
    }
}
