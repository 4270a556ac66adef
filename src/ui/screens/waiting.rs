//! A place whose part of the program is not here: it is coming, or it did not arrive.

use super::super::markup::{El, el, of};
use super::super::program::Part;
use super::super::shell::Shell;
use crate::text::EN;

/// Says that the rest of the page is coming; nothing is shown for the moment that it usually takes.
pub fn waiting() -> El {
    bare().set("aria-busy", "true").add(of("p", "note late").text(EN.frame.loading))
}

/// Says that a part of the program did not arrive, and lets one ask for it again.
pub fn missing(shell: Shell, part: Part) -> El {
    let again = of("button", "button first").set("type", "button").text(EN.frame.part_again);
    bare()
        .add(
            of("header", "intro")
                .add(el("h1").text(EN.frame.part_missing))
                .add(el("p").text(EN.frame.part_missing_lead)),
        )
        .add(of("p", "actions").add(again.on("click", move |_| shell.load(part))))
}

fn bare() -> El {
    of("main", "main").set("id", "main")
}
