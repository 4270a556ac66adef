//! The colours that were chosen in this browser.

use gloo_storage::{LocalStorage, Storage as _};

use super::texts::{get, lasts, set, whole};

const THEME: &str = "theme";

/// The colours that were chosen: `light`, `dark`.
pub fn theme() -> Option<String> {
    if lasts() { LocalStorage::get(whole(THEME)).ok() } else { get(THEME) }
}

/// Keeps the colours that were chosen; without room for it they last until the page is closed.
pub fn set_theme(theme: &str) {
    if lasts() {
        let _ = LocalStorage::set(whole(THEME), theme);
    } else {
        let _ = set(THEME, theme);
    }
}
