//! Says that a part of the program did not arrive, as soon as that is known.

use super::button;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::program::part_of;
use crate::ui::shell::Shell;

/// A bar under the top while a part is missing that the present screen does not wait for: that one says so itself. Its
/// place is always there, so that it is heard when words appear in it.
pub fn arrival(shell: Shell) -> El {
    let here = shell.see(|model| part_of(&model.route));
    of("div", "part").set("role", "status").live(move || {
        let missing = shell.program.missing();
        if missing.is_empty() || here.with(|here| here.is_some_and(|here| missing.contains(&here))) {
            return Vec::new();
        }
        let words = el("p").add(el("b").text(EN.frame.part_away)).text(" ").text(EN.frame.part_away_lead);
        let again = button("button small", EN.frame.part_again);
        let again = again.on("click", move |_| missing.iter().for_each(|part| shell.load(*part)));
        vec![of("div", "savebar").add(words).add(of("p", "actions").add(again))]
    })
}
