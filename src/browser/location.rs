//! The address behind `#`, and the page's own address before it.

use web_sys::window;

use super::one_page;

/// What stands behind `#`, with it.
pub fn fragment() -> String {
    window().and_then(|window| window.location().hash().ok()).unwrap_or_default()
}

/// Goes to a place; the browser remembers the present one.
pub fn go(address: &str) {
    if let Some(window) = window() {
        // Refused only where the page may not navigate at all; then it stays where it is.
        let _ = window.location().set_hash(address);
    }
}

/// Goes to a place and leaves no trace of the present one, neither in the address nor in the history.
pub fn replace(address: &str) -> bool {
    let Some(history) = window().and_then(|window| window.history().ok()) else { return false };
    history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(address)).is_ok()
}

/// The address that links lead to, without `#` and what stands behind it: of the page itself, or where it was opened as
/// a file, of the site that it was saved from.
pub fn page() -> String {
    if one_page::is_file()
        && let Some(site) = one_page::site()
    {
        return site;
    }
    let whole = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    whole.split('#').next().unwrap_or_default().to_owned()
}

/// What stands behind `?` of the address, with it.
pub fn query() -> String {
    window().and_then(|window| window.location().search().ok()).unwrap_or_default()
}
