//! The clipboard.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, HtmlDocument, HtmlTextAreaElement, Window, window};

/// Puts a text into the clipboard, with `rich` beside it as HTML where the browser takes that; tells whether it did.
pub async fn copy(text: &str, rich: Option<&str>) -> bool {
    let Some(window) = window() else { return false };
    // Missing outside secure contexts, and refused in some frames.
    if window.is_secure_context() {
        if let Some(rich) = rich
            && copy_both(&window, text, rich).await.is_ok()
        {
            return true;
        }
        let copied = JsFuture::from(window.navigator().clipboard().write_text(text)).await;
        if copied.is_ok() {
            return true;
        }
    }
    copy_by_selection(text).unwrap_or(false)
}

/// The text and the same as HTML, of which a program takes what it can show.
async fn copy_both(window: &Window, text: &str, rich: &str) -> Result<(), JsValue> {
    let both = Object::new();
    for (media, text) in [("text/plain", text), ("text/html", rich)] {
        let options = BlobPropertyBag::new();
        options.set_type(media);
        let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&JsValue::from_str(text)), &options)?;
        Reflect::set(&both, &JsValue::from_str(media), &blob)?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&both)?;
    JsFuture::from(window.navigator().clipboard().write(&Array::of1(&item))).await?;
    Ok(())
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
