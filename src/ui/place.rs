//! The screen of the present place: which it is, that it is coming, and that it takes the focus.

use std::cell::Cell;

use leptos::prelude::*;

use super::markup::{El, follow, of};
use super::program::{self, State, part_of};
use super::screens;
use super::shell::Shell;
use crate::app::Model;
use crate::browser::dom;
use crate::catalogue::Digest;
use crate::route::{Part, Place, Route};
use crate::text::EN;

/// The screen of the present place. While what makes it is coming, words that say so, and stay as they are until it is
/// here. Calls `first` once the first screen stands with which one can work.
pub fn present(shell: Shell, first: impl Fn() + 'static) -> El {
    let seen = shell.see(screen_of);
    let place = of("span", "part");
    let (inside, late, stands) = (place.clone(), Cell::new(false), Cell::new(false));
    follow(move || {
        let waited = late.get();
        if !waited {
            inside.node().set_text_content(None);
        }
        let made = if shell.arriving.get() { None } else { screen(shell, &seen.get()) };
        late.set(made.is_none());
        if made.is_none() && waited {
            return;
        }
        // A screen that comes later than its place was reached takes the focus as it would have then.
        if waited && shell.moved.get_value() {
            focus_soon(None, false);
        }
        // What stands until the part that works is here is no such screen, nor one that what was chosen will replace.
        let works = matches!(shell.program.here(), State::Here(_)) && !shell.heard.get_untracked();
        if made.is_some() && works && !stands.replace(true) {
            first();
        }
        inside.node().set_text_content(None);
        let _ = inside.clone().add(made.unwrap_or_else(screens::waiting));
    });
    place
}

/// Whether what a place shows is here.
#[derive(Clone, Copy, PartialEq, Eq)]
enum There {
    Here,
    /// It may be in this browser, and is not shown in a frame before one asks for it.
    Hidden,
    Missing,
}

/// Which screen a place has, whether what it shows is here, and with which catalogue. Places that share a screen keep
/// it.
fn screen_of(model: &Model) -> (Route, There, Option<Digest>) {
    let there = if model.open().is_some() || model.replying().is_some() {
        There::Here
    } else if model.hidden {
        There::Hidden
    } else {
        There::Missing
    };
    // As long as the host fetches what it keeps, the first page says so, wherever one is.
    let route = if model.awaits().is_some() { Route::Home } else { keeps(&model.route) };
    (route, there, model.catalogue.id().map(|id| id.digest))
}

/// The place by whose screen it is shown: places that share one keep it.
pub fn keeps(route: &Route) -> Route {
    match route {
        Route::Assessment { id, place: Place::Expectations(_) } => {
            Route::assessment(id, Place::Expectations(Part::Importance))
        }
        Route::Method(_) => Route::Method(None),
        Route::Compare(_) => Route::Compare([None, None]),
        other => other.clone(),
    }
}

/// The screen of a place; `None` while the part of the program that makes it is coming.
fn screen(shell: Shell, (route, there, _): &(Route, There, Option<Digest>)) -> Option<El> {
    let needed = match there {
        // That it may be here is said by what every page needs.
        There::Hidden if matches!(route, Route::Assessment { .. }) => Some(program::Part::Work),
        There::Missing if matches!(route, Route::Assessment { .. }) => return Some(screens::absent()),
        _ => part_of(route),
    };
    let Some(part) = needed else {
        return match route {
            Route::Nowhere(address) => Some(screens::nowhere(EN.frame.nowhere, &(EN.frame.nowhere_lead)(address))),
            _ => None,
        };
    };
    match shell.program.screens(part) {
        State::Here(make) => Some(make(shell, route)),
        State::Missing => Some(screens::missing(shell, part)),
        State::Coming if part == program::Part::Work => Some(screens::front(shell)),
        State::Coming => None,
        State::Away => {
            shell.load(part);
            None
        }
    }
}

/// Once the screen stands: focuses the element that was asked for, else the heading unless the screen has stayed.
pub fn focus_soon(element: Option<String>, stays: bool) {
    request_animation_frame(move || {
        let found = element.is_some_and(|element| dom::focus_in(&element));
        if !found && !stays {
            dom::focus_heading();
        }
    });
}
