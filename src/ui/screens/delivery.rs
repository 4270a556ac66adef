//! Importance against delivery of each side, and what is urgent.

use super::folding::folded;
use crate::app::view::MatrixView;
use crate::catalogue::{PerSide, Side};
use crate::text::EN;
use crate::ui::markup::{El, el, of, svg};
use crate::ui::parts::{glyph, numeral, side_class};
use crate::ui::shell::Shell;

/// The two matrices, or why they are not there.
pub fn delivery(shell: Shell, matrices: Option<&PerSide<MatrixView>>, why_not: &str) -> El {
    let Some(matrices) = matrices else {
        return folded(shell, "delivery", EN.results.matrix_title, why_not);
    };
    folded(shell, "delivery", EN.results.matrix_title, EN.results.matrix_lead).add(matrices_of(matrices))
}

/// The two matrices, side by side.
pub fn matrices_of(matrices: &PerSide<MatrixView>) -> El {
    of("div", "cols two")
        .add(matrix(Side::Organisation, &matrices.organisation))
        .add(matrix(Side::Members, &matrices.members))
}

fn matrix(side: Side, matrix: &MatrixView) -> El {
    let (title, urgent, class) = match side {
        Side::Organisation => (EN.results.matrix_organisation, EN.results.matrix_urgent_organisation, "sidecap t-org"),
        Side::Members => (EN.results.matrix_members, EN.results.matrix_urgent_members, "sidecap t-mem"),
    };
    let mut rows = of("ul", "urgent");
    for (number, label, spot) in &matrix.urgent {
        rows = rows.add(el("li").add(numeral(*number, *spot)).add(el("span").set("dir", "auto").text(label)));
    }
    let none = if matrix.urgent.is_empty() { matrix.none.as_str() } else { "" };
    of("figure", "stack")
        .add(of("figcaption", class).add(glyph(side_class(side))).text(title))
        .add(svg(&matrix.scenes.concat()))
        .add(of("p", "xs").add(el("strong").text(urgent)).text(" ").text(none))
        .add(rows)
}
