//! The system's share sheet, where there is one.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ShareData, window};

/// Whether the browser has one.
pub fn there() -> bool {
    let navigator = window().map(|window| window.navigator());
    navigator.is_some_and(|navigator| js_sys::Reflect::has(&navigator, &JsValue::from_str("share")).unwrap_or(false))
}

/// Hands a text to it; tells whether it was taken. A person who closes the sheet has not taken it.
pub async fn share(title: &str, text: &str) -> bool {
    let Some(window) = window().filter(|_| there()) else { return false };
    let data = ShareData::new();
    data.set_title(title);
    data.set_text(text);
    JsFuture::from(window.navigator().share_with_data(&data)).await.is_ok()
}
