//! Says that a new version of the page waits, and lets it in.

use super::super::markup::{El, el, of};
use super::super::shell::Shell;
use crate::app::{Msg, Version};
use crate::text::EN;

/// A bar under the top while a new version waits. Its place is always there, so that it is heard when words appear in it.
pub fn renewal(shell: Shell) -> El {
    let seen = shell.see(|model| model.version == Version::Waits);
    of("div", "part").set("role", "status").live(move || {
        if !seen.get() {
            return Vec::new();
        }
        let words = el("p").add(el("b").text(EN.frame.newer_title)).text(" ").text(EN.frame.newer_lead);
        let button = of("button", "button small").set("type", "button").text(EN.frame.newer_use);
        vec![of("div", "guestbar").add(words).add(button.on("click", move |_| shell.send(Msg::Renew)))]
    })
}
