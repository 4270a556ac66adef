//! What is still to answer, with the way there.

use crate::app::view::{self, UnansweredRow, UnansweredView};
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::parts::way;
use crate::ui::shell::Shell;

/// What is still to answer; nothing where nothing is.
pub fn unanswered(shell: Shell) -> El {
    let seen = shell.see(view::unanswered);
    part(move || seen.with(|seen| seen.as_ref().map(|seen| body(shell, seen)).into_iter().collect()))
}

fn body(shell: Shell, seen: &UnansweredView) -> El {
    let text = &EN.results;
    let rows = |rows: &[UnansweredRow]| of("ul", "still-list").all(rows.iter().map(|one| row(shell, one)).collect());
    let more = || of("div", "part").add(of("p", "t-2 xs").text(text.still_more)).add(rows(&seen.more));
    let now = |first: &UnansweredRow| {
        let way = way(shell, &first.address, &first.element).class("button").text(text.answer_now);
        of("p", "actions").add(way)
    };
    let title = if seen.needed.is_empty() { text.still_more_title } else { text.still_title };
    of("section", "still")
        .set("aria-labelledby", "still-title")
        .add(el("h2").set("id", "still-title").text(title))
        .maybe((!seen.needed.is_empty()).then(|| rows(&seen.needed)))
        .maybe(seen.needed.first().map(now))
        .maybe((!seen.more.is_empty()).then(more))
}

fn row(shell: Shell, row: &UnansweredRow) -> El {
    el("li").add(way(shell, &row.address, &row.element).text(&row.words))
}
