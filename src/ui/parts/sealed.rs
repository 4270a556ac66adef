//! A locked link asks for its pass-phrase.

use super::modal::modal;
use super::{labelled, phrase_field, sends, soon, submit};
use crate::app::Msg;
use crate::app::view;
use crate::text::EN;
use crate::ui::markup::{El, el, of, value};
use crate::ui::shell::Shell;

/// The dialog that asks for the pass-phrase.
pub fn sealed(shell: Shell) -> El {
    let seen = shell.see(view::sealed);
    let waits = move || seen.with(Option::is_some);
    // The form stays while what is said of a phrase changes, and so does the phrase.
    modal(shell, "sealed-title", Box::new(waits), Box::new(move || form(shell, move || seen.get().flatten())))
}

/// The form; `why` says why a phrase did not open it.
fn form(shell: Shell, why: impl Fn() -> Option<String> + 'static) -> Vec<El> {
    let field = phrase_field("unlock");
    let typed = field.clone();
    let wrong = of("p", "error")
        .set("id", "unlock-hint")
        .set("role", "status")
        .live_text(move || why().map_or_else(String::new, |why| [EN.share.sealed_wrong, " ", &why].concat()));
    let ways = el("footer").add(submit("button first", EN.share.sealed_open)).add(sends(
        shell,
        "button plain",
        EN.frame.close,
        Msg::Dismiss,
    ));
    let form = of("form", "form").add(labelled("unlock", EN.share.phrase, "", field).add(wrong)).add(ways).on(
        "submit",
        move |event| {
            event.prevent_default();
            let phrase = value(&typed);
            soon(move || shell.send(Msg::Unlock(phrase)));
        },
    );
    vec![
        el("header").add(el("h2").set("id", "sealed-title").text(EN.share.sealed_title)),
        el("p").text(EN.share.sealed_lead),
        form,
    ]
}
