//! A place whose part of the program is not here: it is coming, or it did not arrive.

use crate::text::EN;
use crate::ui::markup::{El, of};
use crate::ui::parts::{button, intro, page};
use crate::ui::program::Part;
use crate::ui::shell::Shell;

/// Says that the rest of the page is coming; nothing is shown for the moment that it usually takes.
pub fn waiting() -> El {
    bare().set("aria-busy", "true").add(of("p", "note late").text(EN.frame.loading))
}

/// Says that a part of the program did not arrive, and lets one ask for it again.
pub fn missing(shell: Shell, part: Part) -> El {
    let again = button("button first", EN.frame.part_again);
    bare()
        .add(intro(EN.frame.part_missing, EN.frame.part_missing_lead))
        .add(of("p", "actions").add(again.on("click", move |_| shell.load(part))))
}

fn bare() -> El {
    page("main")
}
