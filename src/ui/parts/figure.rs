//! A figure that opens to its terms.

use leptos::prelude::*;

use super::PopoverAt;
use crate::app::view::Shown;

/// A figure; activating it opens what stands behind it.
#[component]
pub fn Figure(
    /// The figure with its explanation.
    shown: Shown,
) -> impl IntoView {
    let at = PopoverAt::get();
    let text = shown.text.clone();
    let wide = if text.chars().count() > 6 { "fig wide" } else { "fig" };
    view! {
        <button class=wide type="button" aria-haspopup="dialog" on:click=move |event| at.open(&event, shown.explained.clone())>
            {text}
        </button>
    }
    .into_any()
}
