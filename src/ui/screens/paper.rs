//! The report on paper, to look at before it is printed.

use super::handouts::{along, print};
use super::paper_first::first_page;
use super::paper_rest::rest;
use crate::app::view;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::page;
use crate::ui::shell::Shell;

/// The report, and the ways to print it.
pub fn paper(shell: Shell) -> El {
    let text = &EN.handouts;
    let words = el("p").add(el("b").text(text.here)).text(" ").text(text.here_lead);
    let ways =
        of("div", "paper-ways").add(words).add(along(shell)).add(of("p", "actions").add(print(shell, "button first")));
    page("main papers").add(ways).add(on_paper(shell))
}

/// The report itself.
fn on_paper(shell: Shell) -> El {
    let seen = shell.see(view::paper);
    of("article", "paper").live(move || {
        seen.with(|seen| {
            let Some(seen) = seen.as_ref() else { return Vec::new() };
            let mut pages = vec![first_page(seen)];
            pages.extend(rest(shell, seen));
            pages
        })
    })
}
