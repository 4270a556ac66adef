//! Asks before the page is left, where something would be lost.

use std::cell::Cell;
use std::rc::Rc;

use leptos::ev;
use leptos::prelude::*;

use super::markup;
use super::parts::REFUSED;
use super::shell::Shell;
use crate::app::loses;
use crate::browser::dom;

/// Asks before the page is left, where something would be lost. It listens for that only once there is something: a page that
/// listens is not kept for Back by every browser.
pub fn follow(shell: Shell) {
    let would_lose = move || shell.now(loses) || dom::first(REFUSED).is_some();
    let listens = Cell::new(false);
    let listen = Rc::new(move || {
        if !listens.get() && would_lose() {
            listens.set(true);
            window_event_listener(ev::beforeunload, move |event| {
                if would_lose() {
                    event.prevent_default();
                }
            });
        }
    });
    let (typed, seen) = (Rc::clone(&listen), shell.see(loses));
    window_event_listener(ev::input, move |_| typed());
    markup::follow(move || {
        if seen.get() {
            listen();
        }
    });
}
