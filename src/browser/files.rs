//! Files that are opened and files that are offered.

use js_sys::{Array, Uint16Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, File, HtmlAnchorElement, HtmlCanvasElement, HtmlImageElement, Url,
    window,
};

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
    let clicked = click(name, &address);
    Url::revoke_object_url(&address)?;
    clicked
}

/// Clicks a link to an address that is to be saved.
fn click(name: &str, address: &str) -> Result<(), JsValue> {
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let anchor: HtmlAnchorElement = document.create_element("a")?.dyn_into().map_err(JsValue::from)?;
    anchor.set_href(address);
    anchor.set_download(name);
    anchor.click();
    Ok(())
}

/// How many pixels a picture gets for each of its units.
const SHARPNESS: f64 = 2.0;

/// Draws an SVG file and offers it as PNG; tells whether that went well.
///
/// The picture goes through an address of its own (`data:`), which the page's policy allows and which works where the
/// page is a file too.
pub async fn offer_png(name: &str, svg: &str) -> bool {
    match draw(svg).await {
        Ok(address) => click(name, &address).is_ok(),
        Err(_) => false,
    }
}

/// An SVG file as a PNG, as an address.
async fn draw(svg: &str) -> Result<String, JsValue> {
    let image = HtmlImageElement::new()?;
    let text = js_sys::encode_uri_component(svg);
    image.set_src(&["data:image/svg+xml;charset=utf-8,", &String::from(text)].concat());
    JsFuture::from(image.decode()).await?;
    let (width, height) = (f64::from(image.natural_width()), f64::from(image.natural_height()));
    let document = window().and_then(|window| window.document()).ok_or(JsValue::NULL)?;
    let canvas: HtmlCanvasElement = document.create_element("canvas")?.dyn_into().map_err(JsValue::from)?;
    let set = |name: &str, value: f64| js_sys::Reflect::set(&canvas, &JsValue::from_str(name), &value.into());
    set("width", width * SHARPNESS)?;
    set("height", height * SHARPNESS)?;
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into().map_err(JsValue::from)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(
        &image,
        0.0,
        0.0,
        width * SHARPNESS,
        height * SHARPNESS,
    )?;
    canvas.to_data_url_with_type("image/png")
}
