//! The two top threes, side by side.

use super::folding::folded;
use crate::app::view::TopList;
use crate::catalogue::{PerSide, Side};
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{numeral, titled};
use crate::ui::shell::Shell;

/// The top three of each side, as a section of the results.
pub fn top_lists(shell: Shell, lead: &str, lists: &PerSide<TopList>) -> El {
    folded(shell, "top", EN.results.top_title, lead).add(top_columns(lists))
}

/// The two lists.
pub fn top_columns(lists: &PerSide<TopList>) -> El {
    of("div", "cols two")
        .add(column(Side::Organisation, &lists.organisation))
        .add(column(Side::Members, &lists.members))
}

fn column(side: Side, list: &TopList) -> El {
    let title = match side {
        Side::Organisation => EN.frame.the_organisation,
        Side::Members => EN.frame.members,
    };
    let mut rows = of("ol", "urgent top-list");
    for (number, label, spot, wanted) in &list.rows {
        let words =
            el("span").add(el("span").set("dir", "auto").text(label)).text(" ").add(of("span", "t-2 xs").text(wanted));
        rows = rows.add(el("li").add(numeral(*number, *spot)).add(words));
    }
    if list.rows.is_empty() {
        rows = rows.add(of("li", "t-2").text(EN.results.top_empty));
    }
    of("div", "stack").add(titled("h3", side, title)).add(rows)
}
