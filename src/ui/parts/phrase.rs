//! A field for a pass-phrase, and the moment that using it takes.

use std::time::Duration;

use leptos::prelude::set_timeout;

use crate::ui::markup::{El, of};

/// A field for a pass-phrase; what is typed shows, since it is to be passed on.
pub fn phrase_field(id: &str) -> El {
    of("input", "field")
        .set("id", id)
        .set("type", "text")
        .set("required", "")
        .set("autocomplete", "off")
        .set("autocapitalize", "off")
        .set("spellcheck", "false")
        .set("maxlength", "1000")
        .set("aria-describedby", &[id, "-hint"].concat())
}

/// Runs something that takes a moment, once the page had time to show that it is coming.
pub fn soon(run: impl FnOnce() + 'static) {
    set_timeout(run, Duration::from_millis(50));
}
