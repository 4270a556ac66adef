//! The copy that came with a link: the results to look at, and the ways to answer and to keep it.

use super::nowhere::nowhere;
use super::results::results_body;
use crate::app::Msg;
use crate::app::view::{self, GuestView};
use crate::catalogue::Side;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::parts::{page, sends};
use crate::ui::shell::Shell;

/// The guest copy, read-only.
pub fn guest(shell: Shell) -> El {
    let seen = shell.see(view::guest);
    part(move || {
        let page = seen.with(|seen| match seen {
            None => nowhere(EN.share.guest_gone, EN.share.guest_gone_lead),
            Some(guest) => page("main").add(bar(shell, guest)).add(results_body(shell)),
        });
        vec![page]
    })
}

/// What it is, and the ways to answer and to keep it.
fn bar(shell: Shell, guest: &GuestView) -> El {
    let answer = |side, name: &str, words: &str| {
        sends(shell, "button small first", name, Msg::AnswerGuest(side)).set("aria-label", words)
    };
    let text = &EN.share;
    let answers = of("p", "actions")
        .add(el("span").text(text.guest_answer))
        .add(answer(Side::Organisation, text.guest_organisation, text.guest_answer_organisation))
        .add(answer(Side::Members, text.guest_members, text.guest_answer_members));
    let beside = |to: &String| of("a", "button small").set("href", to).text(EN.compare.guest_beside);
    let keeping = of("p", "actions")
        .add(sends(shell, "button small", text.guest_keep, Msg::KeepGuest))
        .add(sends(shell, "button small", text.save, Msg::SaveFile(guest.id.clone())))
        .maybe(guest.beside.as_ref().map(beside));
    let words = el("p")
        .add(el("b").set("dir", "auto").text(&guest.title))
        .text(" ")
        .text(text.guest_lead)
        .text(" ")
        .text(guest.here.unwrap_or_default());
    of("div", "guestbar").set("role", "note").add(words).add(answers).add(keeping)
}
