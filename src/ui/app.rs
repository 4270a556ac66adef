//! The page: one model, the frame, the screen of the present place.

use std::cell::RefCell;
use std::panic;

use any_spawner::Executor;
use leptos::ev;
use leptos::prelude::*;

use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, window};

use super::effects;
use super::markup::{El, follow, part};
use super::parts;
use super::screens;
use super::shell::Shell;
use crate::app::view;
use crate::app::{Model, Msg};
use crate::browser::{dom, location, storage};
use crate::route::{Part, Place, Route};
use crate::text::EN;

/// The panel of the page that says that the program has stopped.
const STOPPED: &str = "stopped";

/// Starts the page: what stood there before the code had loaded makes room.
pub fn start() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show_panic();
    }));
    // Already set up is no error that matters.
    let _ = Executor::init_wasm_bindgen();
    if let Some(theme) = storage::theme() {
        dom::set_root("data-theme", Some(&theme));
    }
    let owner = Owner::new();
    let page = owner.with(page);
    if let Some(before) = dom::by_id("before") {
        before.remove();
    }
    if let Some(body) = window().and_then(|window| window.document()).and_then(|document| document.body()) {
        // Before the panel that is hidden until the program stops, so that the link to the content comes first.
        let stopped = dom::by_id(STOPPED);
        for child in page {
            // A body takes any element.
            let _ = body.insert_before(child.node(), stopped.as_ref().map(AsRef::as_ref));
        }
    }
    // The page lasts as long as the document does.
    std::mem::forget(owner);
}

/// The program has stopped: says so, and that nothing saved is lost. The page behind it stays readable.
fn show_panic() {
    let Some(panel) = dom::by_id(STOPPED) else { return };
    panel.set_hidden(false);
    // A panel of the page that was only hidden: focus cannot be refused.
    let _ = panel.focus();
}

fn page() -> Vec<El> {
    let shell = Shell::new();
    shell.send(effects::started());
    shell.send(Msg::Went(Route::parse(&location::fragment())));
    follow_window(shell);
    let seen = shell.see(screen_of);
    let screen = part(move || vec![screen(shell, &seen.get())]);
    follow_place(shell);
    vec![parts::frame(shell, screen), parts::decision(shell), parts::sealed(shell), parts::popover(shell)]
}

/// Which screen a place has, and whether what it shows is here. Places that share a screen keep it.
fn screen_of(model: &Model) -> (Route, bool) {
    (keeps(&model.route), model.open().is_some() || model.replying().is_some())
}

fn keeps(route: &Route) -> Route {
    match route {
        Route::Assessment { id, place: Place::Expectations(_) } => {
            Route::assessment(id, Place::Expectations(Part::Importance))
        }
        Route::Method(_) => Route::Method(None),
        other => other.clone(),
    }
}

fn screen(shell: Shell, (route, here): &(Route, bool)) -> El {
    match route {
        Route::Home | Route::Link(_) => screens::home(shell),
        Route::Method(_) => screens::method(shell),
        Route::Portfolio => screens::portfolio(shell),
        Route::Guest => screens::guest(shell),
        Route::Reply { .. } => screens::reply(shell),
        Route::Nowhere(address) => screens::nowhere(EN.frame.nowhere, &(EN.frame.nowhere_lead)(address)),
        Route::Assessment { .. } if !here => screens::nowhere(EN.frame.not_here, EN.frame.not_here_lead),
        Route::Assessment { place, .. } => match place {
            Place::Community => screens::community(shell),
            Place::Expectations(_) => screens::expectations(shell),
            Place::Exchange => screens::exchange(shell),
            Place::Practices => screens::practices(shell),
            Place::Results => screens::results(shell),
            Place::Voices => screens::voices(shell),
            Place::Time => screens::time(shell),
            Place::Statement => screens::statement(shell),
            Place::Plan => screens::plan(shell),
            Place::Share => screens::share(shell),
        },
    }
}

/// Follows what the window tells: the address, other tabs, the keys for undo and redo.
fn follow_window(shell: Shell) {
    window_event_listener(ev::hashchange, move |_| shell.send(Msg::Went(Route::parse(&location::fragment()))));
    window_event_listener(ev::storage, move |event| {
        if let Some(msg) = effects::elsewhere(event.key().as_deref()) {
            shell.send(msg);
        }
    });
    window_event_listener(ev::keydown, move |event| {
        if let Some(msg) = undo_key(&event) {
            event.prevent_default();
            shell.send(msg);
        }
    });
}

/// What the keys for undo and redo mean; in a field of text they are the browser's own.
fn undo_key(event: &KeyboardEvent) -> Option<Msg> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
        return None;
    }
    let typing = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|target| {
        let kind = target.get_attribute("type").unwrap_or_default();
        match target.tag_name().as_str() {
            "TEXTAREA" | "SELECT" => true,
            "INPUT" => kind != "radio",
            _ => false,
        }
    });
    match event.key().as_str() {
        _ if typing => None,
        "z" if !event.shift_key() => Some(Msg::Undo),
        "z" | "Z" | "y" | "Y" => Some(Msg::Redo),
        _ => None,
    }
}

/// On a change of place: the title, then the heading or the element that was asked for takes focus.
fn follow_place(shell: Shell) {
    let title = shell.see(|model| view::frame(model).title);
    follow(move || title.with(|title| dom::set_title(title)));
    let seen = shell.see(|model| model.route.clone());
    let before = RefCell::new(None::<Route>);
    follow(move || {
        let now = seen.get();
        let Some(last) = before.replace(Some(now.clone())) else {
            if let Route::Method(Some(section)) = now {
                focus_soon(Some(section), true);
            }
            return;
        };
        if last == now {
            return;
        }
        parts::popover::close();
        let next = shell.focus_next.get_untracked();
        shell.focus_next.set(None);
        let section = match &now {
            Route::Method(section) => section.clone(),
            _ => None,
        };
        focus_soon(next.or(section), keeps(&last) == keeps(&now));
    });
}

/// Once the screen stands: focuses the element that was asked for, else the heading unless the screen has stayed.
fn focus_soon(element: Option<String>, stays: bool) {
    request_animation_frame(move || {
        let found = element.is_some_and(|element| dom::focus_in(&element));
        if !found && !stays {
            dom::focus_heading();
        }
    });
}
