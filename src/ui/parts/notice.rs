//! What is said once, with Undo where it helps.

use super::sends;
use crate::app::Msg;
use crate::app::view;
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

/// The notice of the moment, followed.
pub fn notice(shell: Shell) -> Vec<El> {
    let Some(notice) = shell.see(view::notice).get() else { return Vec::new() };
    // A button is gone with its notice: what is said instead takes the focus.
    let next = |_| dom::focus_soon(&[".notices button"]);
    let small = |words, msg| sends(shell, "button small", words, msg).on("click", next);
    let actions = of("span", "actions")
        .maybe(notice.link.map(|(words, address)| of("a", "button small").set("href", &address).text(words)))
        .maybe(notice.as_text.then(|| small(EN.hosting.text_offer, Msg::ShowOffered)))
        .maybe(notice.back.map(|id| small(EN.home.bring_back, Msg::BringBack(id))))
        .maybe(notice.undo.then(|| small(EN.frame.undo, Msg::Undo)))
        .add(small(EN.frame.dismiss, Msg::Dismiss));
    let words = if notice.alert {
        of("div", "notice alert").add(el("p").add(el("b").text(&notice.words)).text(" ").text(&notice.detail))
    } else {
        of("div", "toast").add(el("span").text(&notice.words))
    };
    vec![words.add(actions)]
}
