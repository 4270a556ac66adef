//! The top three of both sides.

use super::expectations::Asked;
use crate::app::Model;
use crate::assessment::Edit;
use crate::catalogue::Side;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{glyph, picks, side_class};
use crate::ui::shell::Shell;

/// The top three of both sides.
pub fn tops(shell: Shell, seen: Asked) -> El {
    of("div", "tops").all(shell.now(Model::sides).iter().map(|side| top(shell, seen, *side)).collect())
}

fn top(shell: Shell, seen: Asked, side: Side) -> El {
    let (title, class) = match side {
        Side::Organisation => (EN.frame.the_organisation, "t-org"),
        Side::Members => (EN.frame.members, "t-mem"),
    };
    let read = move || seen.with(|seen| seen.as_ref().map(|seen| seen.top.get(side).clone()));
    let places = picks(read, side, move |items| shell.edit(Edit::Top(side, items)));
    el("section").add(of("h3", class).add(glyph(side_class(side))).text(title)).add(places)
}
