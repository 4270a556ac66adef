//! The first page.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::front::opening;
use super::hidden::awaited;
use super::ideas::ideas;
use super::saved::{kept_where, rest, saved};
use crate::app::view;
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::parts::{button, opener, page, reminder};
use crate::ui::shell::Shell;

/// The dialog in which a link or a file is opened.
pub const DIALOG: &str = "open";

/// The first page: the idea, or the saved communities and then the idea; in a frame, that its host fetches what it
/// keeps.
pub fn home(shell: Shell) -> El {
    let waits = shell.see(|model| model.awaits().is_some());
    part(move || vec![if waits.get() { awaited(shell) } else { standing(shell) }])
}

fn standing(shell: Shell) -> El {
    let seen = shell.see(view::home);
    // The page is made anew only when the first community comes or the last one goes.
    let any = shell.see(|model| !model.shelf.is_empty());
    let dialog = dialog(shell);
    let (opened, restored) = (dialog.clone(), dialog.clone());
    let top = part(move || {
        if any.get() {
            saved(shell, seen, &opened)
        } else {
            vec![opening(shell, open(&opened, "button", EN.home.open))]
        }
    });
    let main = page("main home")
        .live_class("saved", move || any.get())
        .add(top)
        .add(reminder(shell))
        .add(part(move || seen.with(|home| rest(shell, home))))
        .add(ideas())
        .add(part(move || seen.with(|home| kept_where(shell, home, &restored))));
    of("span", "part").add(main).add(dialog)
}

/// The dialog in which a link or a file is opened.
fn dialog(shell: Shell) -> El {
    let close = el("form").set("method", "dialog").add(of("button", "button plain small").text(EN.frame.close));
    let title = el("h2").set("id", "open-title").text(EN.home.open_title);
    let dialog = of("dialog", "dialog").set("id", DIALOG).set("aria-labelledby", "open-title");
    let closed = dialog.node().clone();
    // What was opened is shown elsewhere, or waits for a decision in a dialog of its own.
    let done = move || {
        if let Some(dialog) = closed.dyn_ref::<HtmlDialogElement>() {
            dialog.close();
        }
        // Where what was opened from has gone: the communities that came are below the heading.
        dom::focus_soon(&["main h1"]);
    };
    dialog.add(el("header").add(title).add(close)).add(opener(shell, done))
}

/// A button that opens the dialog.
pub fn open(dialog: &El, class: &str, words: &str) -> El {
    let dialog = dialog.clone();
    button(class, words).on("click", move |_| {
        if let Some(dialog) = dialog.node().dyn_ref::<HtmlDialogElement>() {
            // Open already is no error that matters.
            let _ = dialog.show_modal();
            dom::focus_on("paste");
        }
    })
}
