//! Mine, theirs or both: the decision when what came has the identity of one that is here.

use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use super::super::markup::{El, el, follow, of};
use super::super::shell::Shell;
use crate::app::Msg;
use crate::app::view;
use crate::text::EN;

/// The dialog that asks.
pub fn decision(shell: Shell) -> El {
    let seen = shell.see(view::decision);
    let dialog = of("dialog", "dialog")
        .set("aria-labelledby", "decision-title")
        .live(move || seen.get().map(|decision| body(shell, &decision)).unwrap_or_default())
        .on("close", move |_| {
            // Closed by the person, not by a decision.
            if seen.now().is_some() {
                shell.send(Msg::Dismiss);
            }
        });
    if let Some(element) = dialog.node().dyn_ref::<HtmlDialogElement>().cloned() {
        follow(move || {
            let waiting = seen.with(Option::is_some);
            if waiting && !element.open() {
                // It is in the document and not open, so it cannot be refused.
                let _ = element.show_modal();
            } else if !waiting {
                element.close();
            }
        });
    }
    dialog
}

fn body(shell: Shell, decision: &view::DecisionView) -> Vec<El> {
    let button = |class: &str, words: &str, msg: Msg| {
        of("button", class).set("type", "button").text(words).on("click", move |_| shell.send(msg.clone()))
    };
    vec![
        el("header").add(el("h2").set("id", "decision-title").text(&decision.title)),
        el("p").text(EN.home.same_lead).text(" ").text(&decision.differs),
        el("footer")
            .add(button("button first", &decision.mine, Msg::OpenMine))
            .add(button("button", &decision.take, Msg::TakeInstead))
            .add(button("button", EN.home.same_both, Msg::KeepBoth))
            .add(button("button plain", EN.frame.close, Msg::Dismiss)),
    ]
}
