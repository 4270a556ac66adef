//! The clipboard.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlDocument, HtmlTextAreaElement, window};

/// Puts a text into the clipboard; tells whether the browser did.
pub async fn copy(text: &str) -> bool {
    let Some(window) = window() else { return false };
    // Missing outside secure contexts, and refused in some frames.
    if window.is_secure_context() {
        let copied = JsFuture::from(window.navigator().clipboard().write_text(text)).await;
        if copied.is_ok() {
            return true;
        }
    }
    copy_by_selection(text).unwrap_or(false)
}

/// The older way: a text field that is selected and copied.
fn copy_by_selection(text: &str) -> Option<bool> {
    let document = window()?.document()?;
    let field: HtmlTextAreaElement = document.create_element("textarea").ok()?.dyn_into().ok()?;
    field.set_value(text);
    field.set_class_name("visually-hidden");
    document.body()?.append_child(&field).ok()?;
    field.select();
    let copied = document.dyn_ref::<HtmlDocument>()?.exec_command("copy").unwrap_or(false);
    field.remove();
    Some(copied)
}
