//! The copy that came with a link: the results to look at, and the ways to answer and to keep it.

use super::folding::{folded, way};
use super::nowhere::nowhere;
use super::results::results_body;
use crate::app::Msg;
use crate::app::view::{self, GuestView};
use crate::catalogue::Side;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::parts::{page, sends};
use crate::ui::shell::Shell;

/// The section of what was settled.
const SETTLED: &str = "settled";

/// The guest copy, read-only.
pub fn guest(shell: Shell) -> El {
    let seen = shell.see(view::guest);
    part(move || {
        let page = seen.with(|seen| match seen {
            None => nowhere(EN.share.guest_gone, EN.share.guest_gone_lead),
            Some(guest) => {
                let page = page("main").add(bar(shell, guest)).add(results_body(shell));
                page.maybe(guest.settled.as_ref().map(|(statement, open)| settled(shell, statement, open)))
            }
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
        .text(guest.here.unwrap_or_default())
        .text(" ")
        .maybe(guest.settled.as_ref().map(|_| way(shell, SETTLED, text.guest_settled)));
    of("div", "guestbar").set("role", "note").add(words).add(answers).add(keeping)
}

/// The value statement, and what is to be done.
fn settled(shell: Shell, statement: &str, open: &[(String, String)]) -> El {
    let text = &EN.share;
    let lines = statement.lines().filter(|line| !line.trim().is_empty());
    let lines: Vec<El> = lines.map(|line| el("p").set("dir", "auto").text(line)).collect();
    let said = (!lines.is_empty()).then(|| el("h3").text(EN.frame.statement));
    let row = |(title, state): &(String, String)| {
        el("li").add(el("b").set("dir", "auto").text(title)).text(" ").add(of("span", "t-2 xs").text(state))
    };
    let plan = (!open.is_empty()).then(|| el("h3").text(text.settled_plan));
    let list = (!open.is_empty()).then(|| of("ul", "settled-plan").all(open.iter().map(row).collect()));
    folded(shell, SETTLED, text.settled_title, text.settled_lead)
        .add(of("div", "stack2").maybe(said).all(lines).maybe(plan).maybe(list))
}
