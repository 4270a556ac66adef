//! What is still to answer, with the way there.

use leptos::prelude::Set;

use crate::app::view::{self, UnansweredRow, UnansweredView};
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
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
    let title = if seen.needed.is_empty() { text.still_more_title } else { text.still_title };
    of("section", "still")
        .set("aria-labelledby", "still-title")
        .add(el("h2").set("id", "still-title").text(title))
        .maybe((!seen.needed.is_empty()).then(|| rows(&seen.needed)))
        .maybe(
            seen.needed
                .first()
                .map(|first| of("p", "actions").add(way(shell, first, EN.results.answer_now).class("button"))),
        )
        .maybe((!seen.more.is_empty()).then(more))
}

fn row(shell: Shell, row: &UnansweredRow) -> El {
    el("li").add(way(shell, row, &row.words))
}

/// A link to a question, which also gives it the focus.
fn way(shell: Shell, row: &UnansweredRow, words: &str) -> El {
    let element = row.element.clone();
    el("a").set("href", &row.address).text(words).on("click", move |_| {
        shell.focus_next.set((!element.is_empty()).then(|| element.clone()));
    })
}
