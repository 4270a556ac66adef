//! An address that leads nowhere, or to what is not here.

use leptos::prelude::*;

use crate::route::Route;
use crate::text::EN;

/// Says what is missing, and the way back.
#[component]
pub fn Nowhere(
    /// What is missing.
    title: &'static str,
    /// Why it may be.
    lead: String,
) -> impl IntoView {
    view! {
        <main class="main" id="main">
            <header class="intro"><h1>{title}</h1><p>{lead}</p></header>
            <p class="actions"><a class="button first" href=Route::Home.address()>{EN.frame.to_home}</a></p>
        </main>
    }
    .into_any()
}
