//! Says that a new version of the page waits, and lets it in.

use super::button;
use crate::app::{Msg, Version};
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

/// A bar under the top while a new version waits. Its place is always there, so that it is heard when words appear in
/// it.
pub fn renewal(shell: Shell) -> El {
    let seen = shell.see(|model| model.version == Version::Waits);
    of("div", "part").set("role", "status").live(move || {
        if !seen.get() {
            return Vec::new();
        }
        let words = el("p").add(el("b").text(EN.frame.newer_title)).text(" ").text(EN.frame.newer_lead);
        let renew = button("button small", EN.frame.newer_use).on("click", move |_| shell.send(Msg::Renew));
        vec![of("div", "guestbar").add(words).add(renew)]
    })
}
