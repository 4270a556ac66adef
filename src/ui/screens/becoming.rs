//! What would have to become true for the next rung.

use super::folding::folded;
use super::next_questions::row as question_row;
use crate::app::view::{self, BecomingView, HurdleRow};
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::shell::Shell;

/// What would have to become true, criterion by criterion.
pub fn becoming(shell: Shell) -> El {
    let seen = shell.see(view::becoming);
    part(move || seen.with(|seen| seen.as_ref().map(|seen| body(shell, seen)).into_iter().collect()))
}

fn body(shell: Shell, seen: &BecomingView) -> El {
    let mut list = of("ul", "hurdles");
    for row in &seen.rows {
        list = list.add(hurdle(shell, row));
    }
    folded(shell, "next-rung", EN.change.rung_title, &seen.lead)
        .add(list)
        .add(of("p", "note").text(EN.change.rung_foot))
}

fn hurdle(shell: Shell, row: &HurdleRow) -> El {
    let head = el("div").add(el("h3").text(row.words)).add(of("p", "t-2 xs").text(&row.figure));
    let mut ways = of("ul", "way-list");
    for way in row.ways.iter().chain(&row.notes) {
        ways = ways.add(el("li").text(way));
    }
    let read_only = shell.now(|model| model.open().is_none());
    ways = ways.maybe(row.asks.as_ref().map(|question| question_row(shell, question, read_only)));
    el("li").set("data-hurdle", row.key).add(head).add(ways)
}
