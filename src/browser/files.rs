//! Files that are opened and files that are offered.

use js_sys::{Array, Uint16Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, HtmlAnchorElement, Url, window};

/// The largest file that is read at all, in bytes; beyond, reading it could take the page down.
pub const LARGEST: f64 = 64e6;

/// The text of a file; `Err` holds its size in bytes where it is too large, 0 where it cannot be read.
///
/// # Errors
///
/// See above.
pub async fn read(file: &File) -> Result<String, f64> {
    if file.size() > LARGEST {
        return Err(file.size());
    }
    let text = JsFuture::from(file.text()).await.map_err(|_| 0.0)?;
    text.as_string().ok_or(0.0)
}

/// Offers a text as a file to be saved; tells whether the browser took it.
pub fn offer(name: &str, media: &str, text: &str) -> bool {
    try_offer(name, media, &JsValue::from_str(text)).is_ok()
}

/// The same with letters of UTF-16, which are written as they lie in memory: the lower byte first, in every browser.
pub fn offer_letters(name: &str, media: &str, letters: &[u16]) -> bool {
    try_offer(name, media, &Uint16Array::from(letters)).is_ok()
}

fn try_offer(name: &str, media: &str, part: &JsValue) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(media);
    let parts = Array::of1(part);
    // The same for every kind of part.
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    Url::revoke_object_url(&address)
}
