//! The top three of both sides.

use super::expectations::Asked;
use crate::app::Model;
use crate::assessment::Edit;
use crate::catalogue::Side;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{picks, titled};
use crate::ui::shell::Shell;

/// The top three of both sides.
pub fn tops(shell: Shell, seen: Asked) -> El {
    of("div", "tops").all(shell.now(Model::sides).iter().map(|side| top(shell, seen, *side)).collect())
}

fn top(shell: Shell, seen: Asked, side: Side) -> El {
    let title = match side {
        Side::Organisation => EN.frame.the_organisation,
        Side::Members => EN.frame.members,
    };
    let read = move || seen.with(|seen| seen.as_ref().map(|seen| seen.top.get(side).clone()));
    let places = picks(read, side, move |items| shell.edit(Edit::Top(side, items)));
    el("section").add(titled("h3", side, title)).add(places)
}
