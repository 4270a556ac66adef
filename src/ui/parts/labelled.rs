//! What fields have about them: a label, a hint, options to choose from.

use crate::ui::markup::{El, el, of};

/// A field with its label above it, and between them what to write, where that helps.
pub fn labelled(id: &str, label: &str, hint: &str, field: El) -> El {
    let hint = (!hint.is_empty()).then(|| of("p", "hint").set("id", &[id, "-hint"].concat()).text(hint));
    of("div", "entry").add(of("label", "label").set("for", id).text(label)).maybe(hint).add(field)
}

/// An option of a list in which the value `chosen` stands.
pub fn option(value: &str, words: &str, chosen: &str) -> El {
    let option = el("option").set("value", value).text(words);
    if value == chosen { option.set("selected", "") } else { option }
}
