//! What opens behind a figure: one popover for the whole page.

use leptos::prelude::*;
use web_sys::Element;

use super::floating::{self, floating};
use super::{button, whole_ranges};
use crate::app::view::Explained;
use crate::route::Route;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

const ID: &str = "why";

/// Opens the popover beside the figure that was activated, and gives it focus.
pub fn open(shell: Shell, explained: Explained, beside: Element) {
    shell.explained.set(explained);
    floating::open(ID, beside);
}

/// Closes the popover.
pub fn close() {
    floating::close(ID);
}

/// The popover.
pub fn popover(shell: Shell) -> El {
    let body = move || {
        let Explained { title, sum, rows, rule } = shell.explained.get();
        let rows =
            rows.iter().flat_map(|(term, means)| [el("dt").text(term), el("dd").text(&whole_ranges(means))]).collect();
        let address = Route::Method(Some(rule.to_owned())).address();
        let link = el("a").set("href", &address).text(EN.results.rule).on("click", |_| close());
        let close_it = button("button small", EN.frame.close).on("click", |_| close());
        let title = el("h3").set("id", "why-title").text(&title);
        vec![
            of("div", "detail-head").add(title).add(close_it),
            of("p", "sum").text(&sum),
            el("dl").all(rows),
            of("p", "xs").add(link),
        ]
    };
    floating("why", ID).live(body)
}
