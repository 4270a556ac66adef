//! Asks before the page is left, where something would be lost.

use std::cell::Cell;

use leptos::ev;
use leptos::prelude::*;

use super::markup;
use super::shell::Shell;
use crate::app::{loses, owes};
use crate::browser::storage;

/// Asks before the page is left, where something would be lost. It listens for that only once there may be something: a
/// page that listens is not kept for Back by every browser.
pub fn follow(shell: Shell) {
    let seen = shell.see(|model| loses(model) || owes(model));
    let listens = Cell::new(false);
    markup::follow(move || {
        if seen.get() && !listens.replace(true) {
            window_event_listener(ev::beforeunload, move |event| {
                if shell.now(loses) || storage::owes() {
                    event.prevent_default();
                }
            });
        }
    });
}
