//! What is said once, with Undo where it helps.

use super::super::markup::{El, el, of};
use super::super::shell::Shell;
use crate::app::view;
use crate::app::{Msg, Notice};
use crate::text::EN;

/// The notice of the moment. Its place is always there, so that it is heard when words appear in it.
pub fn notice(shell: Shell) -> El {
    let seen = shell.see(view::notice);
    of("div", "notices").set("role", "status").live(move || {
        let Some(notice) = seen.get() else { return Vec::new() };
        let actions =
            of("span", "actions")
                .maybe(notice.link.map(|(words, address)| of("a", "button small").set("href", &address).text(words)))
                .maybe(notice.copy.map(|text| {
                    button(EN.notices.copy_text, shell, Msg::Copy { text, rich: None, said: Notice::Copied })
                }))
                .maybe(notice.undo.then(|| button(EN.frame.undo, shell, Msg::Undo)))
                .add(button(EN.frame.dismiss, shell, Msg::Dismiss));
        let words = if notice.alert {
            of("div", "notice alert").add(el("p").add(el("b").text(&notice.words)).text(" ").text(&notice.detail))
        } else {
            of("div", "toast").add(el("span").text(&notice.words))
        };
        vec![words.add(actions)]
    })
}

/// A small button that sends a message.
fn button(words: &str, shell: Shell, msg: Msg) -> El {
    of("button", "button small").set("type", "button").text(words).on("click", move |_| shell.send(msg.clone()))
}
