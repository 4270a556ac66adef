//! An address that leads nowhere, or to what is not here.

use crate::route::Route;
use crate::text::EN;
use crate::ui::markup::{El, of};
use crate::ui::parts::{intro, page};

/// Says what is missing and why it may be, and the way back.
pub fn nowhere(title: &str, lead: &str) -> El {
    let back = of("a", "button first").set("href", &Route::Home.address()).text(EN.frame.to_home);
    page("main").add(intro(title, lead)).add(of("p", "actions").add(back))
}
