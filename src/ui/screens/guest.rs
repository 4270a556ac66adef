//! The copy that came with a link: the results to look at, and a way to keep it.

use super::super::markup::{El, el, of, part};
use super::super::shell::Shell;
use super::nowhere::nowhere;
use super::results::results_body;
use crate::app::Msg;
use crate::app::view::{self, GuestView};
use crate::text::EN;

/// The guest copy, read-only.
pub fn guest(shell: Shell) -> El {
    let seen = shell.see(view::guest);
    part(move || {
        let page = seen.with(|seen| match seen {
            None => nowhere(EN.share.guest_gone, EN.share.guest_gone_lead),
            Some(guest) => of("main", "main results").set("id", "main").add(bar(shell, guest)).add(results_body(shell)),
        });
        vec![page]
    })
}

/// What it is, and the ways to keep it.
fn bar(shell: Shell, guest: &GuestView) -> El {
    let id = guest.id.clone();
    let keep = of("button", "button first")
        .set("type", "button")
        .text(EN.share.guest_keep)
        .on("click", move |_| shell.send(Msg::KeepGuest));
    let save = of("button", "button")
        .set("type", "button")
        .text(EN.share.save)
        .on("click", move |_| shell.send(Msg::SaveFile(id.clone())));
    let words = el("p")
        .add(el("b").set("dir", "auto").text(&guest.title))
        .text(" ")
        .text(EN.share.guest_lead)
        .text(" ")
        .text(guest.here.unwrap_or_default());
    let beside = of("a", "button").set("href", &guest.beside).text(EN.compare.guest_beside);
    of("div", "guestbar").set("role", "note").add(words).add(of("p", "actions").add(keep).add(save).add(beside))
}
