//! A file that the page brings along: named in its head, fetched from where the page is.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, RequestMode, Response, window};

/// What the page's head names as its catalogue: `<meta name="common-ground-catalogue" content="catalogue.json">`.
pub fn catalogue() -> Option<String> {
    let named = window()?.document()?.query_selector("meta[name=common-ground-catalogue]").ok()??;
    named.get_attribute("content").filter(|address| !address.trim().is_empty())
}

/// The text at an address of the page's own origin; `None` where there is none, or it is elsewhere.
///
/// The page's policy allows no other origin, and the request asks for none, where the policy was lost on the way.
pub async fn fetch(address: &str) -> Option<String> {
    let options = RequestInit::new();
    options.set_mode(RequestMode::SameOrigin);
    let answer = JsFuture::from(window()?.fetch_with_str_and_init(address, &options)).await.ok()?;
    let answer: Response = answer.dyn_into().ok().filter(Response::ok)?;
    JsFuture::from(answer.text().ok()?).await.ok()?.as_string()
}
