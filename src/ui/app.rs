//! The page: one model, the frame, the screen of the present place.

use std::panic;

use leptos::ev;
use leptos::mount::mount_to_body;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::effects;
use super::parts::{Decision, Frame, Popover};
use super::screens;
use super::shell::Shell;
use crate::app::Msg;
use crate::app::view;
use crate::browser::{dom, location, storage};
use crate::route::{Place, Route};
use crate::text::EN;

/// Starts the page: what stood there before the code had loaded makes room.
pub fn start() {
    panic::set_hook(Box::new(|info| {
        web_sys::console::error_1(&info.to_string().into());
        show_panic();
    }));
    if let Some(theme) = storage::theme() {
        dom::set_root("data-theme", Some(&theme));
    }
    if let Some(before) = dom::by_id("before") {
        before.remove();
    }
    mount_to_body(App);
}

/// The program has stopped: says so, and that nothing saved is lost. The page behind it stays readable.
fn show_panic() {
    let Some(panel) = dom::by_id("stopped") else { return };
    panel.set_hidden(false);
    // A fixed panel of the page that is only hidden: focus cannot be refused.
    let _ = panel.focus();
}

/// Which screen a place has; places that share one keep it.
fn screen(route: &Route) -> Route {
    match route {
        Route::Assessment { id, place: Place::Expectations(_) } => {
            Route::assessment(id, Place::Expectations(crate::route::Part::Importance))
        }
        Route::Method(_) => Route::Method(None),
        other => other.clone(),
    }
}

#[component]
fn App() -> impl IntoView {
    let shell = Shell::new();
    provide_context(shell);
    shell.send(effects::started());
    shell.send(Msg::Went(Route::parse(&location::fragment())));
    follow_window(shell);
    follow_place(shell);

    let here = shell.see(|model| screen(&model.route));
    let known = shell.see(|model| model.open().is_some());
    view! {
        <Frame>
            {move || match here.get() {
                Route::Home | Route::Link(_) => view! { <screens::Home/> }.into_any(),
                Route::Method(_) => view! { <screens::Method/> }.into_any(),
                Route::Guest => view! { <screens::Guest/> }.into_any(),
                Route::Assessment { .. } if !known.get() => {
                    view! { <screens::Nowhere title=EN.frame.not_here lead=EN.frame.not_here_lead.to_owned()/> }.into_any()
                }
                Route::Assessment { place, .. } => match place {
                    Place::Community => view! { <screens::Community/> }.into_any(),
                    Place::Expectations(_) => view! { <screens::Expectations/> }.into_any(),
                    Place::Exchange => view! { <screens::Exchange/> }.into_any(),
                    Place::Practices => view! { <screens::Practices/> }.into_any(),
                    Place::Results => view! { <screens::Results/> }.into_any(),
                    Place::Share => view! { <screens::Share/> }.into_any(),
                },
                Route::Nowhere(address) => {
                    view! { <screens::Nowhere title=EN.frame.nowhere lead=(EN.frame.nowhere_lead)(&address)/> }.into_any()
                }
            }}
        </Frame>
        <Decision/>
        <Popover/>
    }
}

/// Follows what the window tells: the address, other tabs, the keys for undo and redo.
fn follow_window(shell: Shell) {
    window_event_listener(ev::hashchange, move |_| shell.send(Msg::Went(Route::parse(&location::fragment()))));
    window_event_listener(ev::storage, move |event| {
        if let Some(msg) = event.key().and_then(|key| effects::elsewhere(&key)) {
            shell.send(msg);
        }
    });
    window_event_listener(ev::keydown, move |event| {
        let typing = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok()).is_some_and(|target| {
            let kind = target.get_attribute("type").unwrap_or_default();
            matches!(target.tag_name().as_str(), "TEXTAREA" | "SELECT")
                || target.tag_name() == "INPUT" && kind != "radio" && kind != "checkbox"
        });
        if typing || !(event.ctrl_key() || event.meta_key()) || event.alt_key() {
            return;
        }
        let redo = match event.key().as_str() {
            "z" | "Z" => event.shift_key(),
            "y" | "Y" => true,
            _ => return,
        };
        event.prevent_default();
        shell.send(if redo { Msg::Redo } else { Msg::Undo });
    });
}

/// On a change of place: the title, then the heading or the element that was asked for takes focus.
fn follow_place(shell: Shell) {
    let title = shell.see(|model| view::frame(model).title);
    Effect::new(move |_| dom::set_title(&title.get()));
    let route = shell.see(|model| model.route.clone());
    Effect::new(move |before: Option<Route>| {
        let now = route.get();
        if before.as_ref().is_some_and(|before| *before != now) {
            let next = shell.focus_next.get_untracked();
            shell.focus_next.set(None);
            let section = match &now {
                Route::Method(section) => section.clone(),
                _ => None,
            };
            let within = before.as_ref().map(screen) == Some(screen(&now));
            request_animation_frame(move || match next.or(section) {
                Some(id) if dom::focus_in(&id) => {}
                _ if within => {}
                _ => dom::focus_heading(),
            });
        } else if let (None, Route::Method(Some(section))) = (&before, &now) {
            let section = section.clone();
            request_animation_frame(move || {
                dom::focus_in(&section);
            });
        }
        now
    });
}
