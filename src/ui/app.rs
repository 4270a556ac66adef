//! The page: one model, the frame, the screen of the present place.

use std::cell::RefCell;
use std::panic;
use std::time::Duration;

use any_spawner::Executor;
use leptos::ev;
use leptos::prelude::*;
use leptos::task::spawn_local;

use wasm_bindgen::JsCast;
use web_sys::{Element, EventTarget, HtmlElement, KeyboardEvent, window};

use super::effects::{self, Reading};
use super::markup::{El, follow, part};
use super::parts;
use super::place::{focus_soon, keeps, present};
use super::printing;
use super::program::{self, part_of};
use super::recovering::recover;
use super::shell::{Seen, Shell};
use super::{framing, leaving};
use crate::app::view::FrameView;
use crate::app::{Around, Msg};
use crate::browser::{dom, location, one_page, worker};
use crate::route::Route;

/// How long after its first screen stands the page asks for what it will need next.
const AT_REST: Duration = Duration::from_millis(600);

/// The panel of the page that says that the program has stopped.
const STOPPED: &str = "stopped";

/// Starts the page, once what a killed browser may have lost is back.
pub fn start() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show_panic();
    }));
    // Already set up is no error that matters.
    let _ = Executor::init_wasm_bindgen();
    if let Some(theme) = framing::theme() {
        dom::set_root("data-theme", Some(theme));
    }
    program::begin();
    spawn_local(async {
        recover().await;
        stand();
    });
}

/// The page stands: what stood there before the code had loaded makes room.
fn stand() {
    let owner = Owner::new();
    let (shell, page) = owner.with(page);
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
    framing::follow(shell);
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

fn page() -> (Shell, Vec<El>) {
    let shell = Shell::new();
    framing::begin();
    let route = Route::parse(&first());
    shell.arriving.set(route != Route::Home);
    // What was made with an own catalogue is read after it.
    for catalogues in [effects::carried(), effects::catalogues()].into_iter().flatten() {
        shell.send(catalogues);
    }
    let framed = framing::around() != Around::Window;
    shell.send(effects::started(if framed { Reading::Little } else { Reading::Everything }));
    if let Some(drafts) = effects::drafts() {
        shell.send(drafts);
    }
    // What this place will need comes together with what every place needs. Most links are invitations.
    if matches!(route, Route::Link(_) | Route::Reply { .. }) {
        shell.load(program::Part::Beyond);
        shell.load(program::Part::Asking);
    }
    if let Some(part) = part_of(&route) {
        shell.load(part);
    }
    shell.send(Msg::Went(route));
    effects::fetch_catalogue(shell);
    let newer = move || shell.send(Msg::NewerThere);
    worker::listen(newer);
    follow_window(shell);
    leaving::follow(shell);
    printing::follow(shell);
    let rest = move || shell.load_rest(move || worker::register(newer));
    let screen = present(shell, move || set_timeout(rest, AT_REST));
    let around = shell.around();
    follow_place(shell, around);
    let over = part(move || shell.program.work().map(|work| (work.over)(shell)).unwrap_or_default());
    (shell, vec![parts::frame(shell, around, screen), over])
}

/// Where the page begins: with what it carries itself, where the address names no place.
fn first() -> String {
    let fragment = location::fragment();
    if fragment.len() > 1 { fragment } else { one_page::fragment().unwrap_or(fragment) }
}

/// Follows what the window tells: the address, other tabs, that Back has brought the page as it was, the keys for undo
/// and redo.
fn follow_window(shell: Shell) {
    window_event_listener(ev::hashchange, move |_| shell.send(Msg::Went(Route::parse(&location::fragment()))));
    window_event_listener(ev::storage, move |event| {
        if let Some(msg) = effects::elsewhere(event.key().as_deref()) {
            shell.send(msg);
        }
    });
    window_event_listener(ev::pageshow, move |event| effects::meanwhile(shell, event.persisted()));
    window_event_listener(ev::focusout, move |event| {
        // From one step of an answer to another, it is not left.
        let field = |end: Option<EventTarget>| {
            let field = end.and_then(|end| end.dyn_into::<Element>().ok())?;
            field.get_attribute("name").or_else(|| field.get_attribute("id"))
        };
        if field(event.target()) != field(event.related_target()) {
            shell.send(Msg::Left);
        }
    });
    window_event_listener(ev::keydown, move |event| {
        if let Some(msg) = undo_key(&event) {
            event.prevent_default();
            shell.send(msg);
        }
    });
}

/// What the keys for undo and redo mean; in a field of text they are the browser's own, and behind a dialog nothing is
/// changed.
fn undo_key(event: &KeyboardEvent) -> Option<Msg> {
    if !(event.ctrl_key() || event.meta_key()) || event.alt_key() || dom::first("dialog[open]").is_some() {
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
fn follow_place(shell: Shell, around: Seen<FrameView>) {
    let title = RefCell::new(String::new());
    follow(move || {
        let now = around.with(|around| around.title.clone());
        if title.replace(now.clone()) != now {
            dom::set_title(&now);
        }
    });
    let seen = shell.see(|model| (model.started, model.route.clone()));
    let before = RefCell::new(None::<Route>);
    follow(move || {
        let (started, now) = seen.get();
        // The place at which the page was opened is reached once what works on it is here: no change of place.
        if !started || shell.arriving.get() {
            return;
        }
        let last = before.replace(Some(now.clone()));
        if last.as_ref() == Some(&now) {
            return;
        }
        let section = match &now {
            Route::Method(section) => section.clone(),
            _ => None,
        };
        let element = shell.focus_next.get_untracked().or(section);
        shell.focus_next.set(None);
        // Where the page was opened, a heading takes no focus of itself.
        let stays = last.is_none_or(|last| {
            shell.moved.set_value(true);
            parts::popover::close();
            keeps(&last) == keeps(&now)
        });
        if element.is_some() || !stays {
            focus_soon(element, stays);
        }
    });
}
