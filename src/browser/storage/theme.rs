//! The colours that were chosen in this browser.

use super::texts::{get, set};

const THEME: &str = "theme";

/// The colours that were chosen: `light`, `dark`.
pub fn theme() -> Option<&'static str> {
    let kept = get(THEME)?;
    ["light", "dark"].into_iter().find(|theme| kept.trim_matches('"') == *theme)
}

/// Keeps the colours that were chosen, as JSON; without room for it they last until the page is closed.
pub fn set_theme(theme: &str) {
    let _ = set(THEME, &["\"", theme, "\""].concat());
}
