//! The page as one file: what it carries, and writing it anew.
//!
//! Built and started by `xtask/src/one_file.rs` and `src/site/boot.js`.

use js_sys::{Function, Reflect, Uint16Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Response, window};

use super::dom;

/// The element that holds what the page carries.
const CARRIED: &str = "carried";
/// The function that gives the page as it lies in its file; only the one file has it.
const WRITTEN: &str = "commonGroundPage";
/// Where a site has the one file.
const ADDRESS: &str = "common-ground.html";

/// What the page carries, each of it or nothing: a site and a fragment; behind a space, a catalogue.
fn carried() -> String {
    dom::by_id(CARRIED).and_then(|element| element.text_content()).unwrap_or_default()
}

/// The fragment of what the page carries, `#` included.
pub fn fragment() -> Option<String> {
    let carried = carried();
    let link = carried.split(' ').next()?;
    link.find('#').and_then(|at| link.get(at..)).map(str::to_owned)
}

/// The catalogue that what the page carries was made with.
pub fn catalogue() -> Option<String> {
    carried().split_once(' ').map(|(_, catalogue)| catalogue.to_owned())
}

/// The site that the page was saved from.
pub fn site() -> Option<String> {
    let carried = carried();
    let site = carried.split('#').next().unwrap_or_default();
    site.starts_with("http").then(|| site.to_owned())
}

/// Whether the page was opened as a file, or in another way that gives it no address which others could open.
pub fn is_file() -> bool {
    window().and_then(|window| window.location().protocol().ok()).is_some_and(|protocol| !protocol.starts_with("http"))
}

fn written() -> Option<Function> {
    Reflect::get(window()?.as_ref(), &JsValue::from_str(WRITTEN)).ok()?.dyn_into().ok()
}

/// Whether the page is the one file, wherever it was opened.
pub fn is_one() -> bool {
    written().is_some()
}

/// The one file, as letters of UTF-16: the page itself, where it is one; else the site is asked for it.
pub async fn letters() -> Option<Vec<u16>> {
    if let Some(written) = written() {
        let letters = written.call0(&JsValue::NULL).ok()?;
        return Some(letters.dyn_into::<Uint16Array>().ok()?.to_vec());
    }
    let asked = window()?.fetch_with_str(ADDRESS);
    let response: Response = JsFuture::from(asked).await.ok()?.dyn_into().ok()?;
    if !response.ok() {
        return None;
    }
    let bytes = JsFuture::from(response.array_buffer().ok()?).await.ok()?;
    // An odd number of bytes would be no letters.
    let even = Reflect::get(&bytes, &JsValue::from_str("byteLength")).ok()?.as_f64()? % 2.0 == 0.0;
    even.then(|| Uint16Array::new(&bytes).to_vec())
}
