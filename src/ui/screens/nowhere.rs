//! An address that leads nowhere, or to what is not here.

use super::super::markup::{El, el, of};
use crate::route::Route;
use crate::text::EN;

/// Says what is missing and why it may be, and the way back.
pub fn nowhere(title: &str, lead: &str) -> El {
    let back = of("a", "button first").set("href", &Route::Home.address()).text(EN.frame.to_home);
    of("main", "main")
        .set("id", "main")
        .add(of("header", "intro").add(el("h1").text(title)).add(el("p").text(lead)))
        .add(of("p", "actions").add(back))
}
