//! Printing: from any screen of a community comes its report.
//!
//! The report is made when the browser is about to print and let go afterwards, so that the document holds it only for
//! that long. The style sheet hides the screen beside it.

use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use leptos::prelude::{Owner, set_timeout, window_event_listener_untyped};
use web_sys::window;

use super::markup::{El, Shared, untracked};
use super::program::{Part, State};
use super::shell::Shell;
use crate::app::view;
use crate::app::{Msg, Notice};
use crate::browser::dom;
use crate::route::{Place, Route};

/// How long a browser may take to begin. While its window for printing is open, the page's clock stands still or it has
/// begun.
const PATIENCE: Duration = Duration::from_secs(1);

/// Prints. A sandbox that forbids it says nothing of it, so the page does, where nothing has begun.
pub fn print(shell: Shell) {
    let began = Rc::new(Cell::new(false));
    let begins = Rc::clone(&began);
    let listening = window_event_listener_untyped("beforeprint", move |_| begins.set(true));
    dom::print();
    let said = move || {
        listening.remove();
        if !began.get() {
            shell.send(Msg::Tell(Notice::PrintRefused));
        }
    };
    set_timeout(said, PATIENCE);
}

/// Makes the report before the browser prints, and lets it go afterwards; called once.
pub fn follow(shell: Shell) {
    let standing: Shared<Option<(Owner, El)>> = Rc::new(RefCell::new(None));
    let held = Rc::clone(&standing);
    window_event_listener_untyped("beforeprint", move |_| {
        let_go(&held);
        if shell.now(view::prints_paper) {
            // A page that has hardly opened prints what it shows: the report comes with the screens that show.
            let State::Here(draw) = untracked(|| shell.program.screens(Part::Reading)) else { return };
            let owner = Owner::new();
            let paper = owner.with(|| draw(shell, &Route::assessment("", Place::Report)));
            if let Some(body) = window().and_then(|window| window.document()).and_then(|document| document.body()) {
                // A body takes any element.
                let _ = body.append_child(paper.node());
            }
            *held.borrow_mut() = Some((owner, paper));
        }
    });
    window_event_listener_untyped("afterprint", move |_| let_go(&standing));
}

fn let_go(made: &Shared<Option<(Owner, El)>>) {
    if let Some((owner, paper)) = made.borrow_mut().take() {
        paper.node().remove();
        owner.cleanup();
    }
}
