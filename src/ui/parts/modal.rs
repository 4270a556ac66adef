//! A dialog that is open as long as something waits for an answer.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::request_animation_frame;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::app::Msg;
use crate::ui::markup::{El, follow, of};
use crate::ui::shell::Shell;

/// A dialog named by the element `title` in its body. Closing it dismisses what waits.
pub fn modal(shell: Shell, title: &str, waits: Box<dyn Fn() -> bool>, body: Box<dyn Fn() -> Vec<El>>) -> El {
    let dialog = of("dialog", "dialog").set("aria-labelledby", title).live(body);
    let Some(element) = dialog.node().dyn_ref::<HtmlDialogElement>().cloned() else { return dialog };
    // A dialog that closes tells of it later, when the screen around it may be gone with all that could be asked.
    let waiting = Rc::new(Cell::new(false));
    let closed = Rc::clone(&waiting);
    let shown = element.clone();
    follow(move || {
        waiting.set(waits());
        if waiting.get() {
            show(&element, &waiting);
        } else {
            element.close();
        }
    });
    dialog.on("close", move |_| {
        // Closed by the person, not because it was answered.
        if closed.get() {
            shell.send(Msg::Dismiss);
            // The next may ask the same in the same words.
            show(&shown, &closed);
        }
    })
}

/// Opens it in the next frame if something waits then: that may be before the dialog is in the document, where alone it
/// can open.
fn show(element: &HtmlDialogElement, waiting: &Rc<Cell<bool>>) {
    let (element, waiting) = (element.clone(), Rc::clone(waiting));
    request_animation_frame(move || {
        if waiting.get() && !element.open() {
            let _ = element.show_modal();
        }
    });
}
