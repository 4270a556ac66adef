//! A picture that was drawn as SVG text.

use leptos::prelude::*;

/// Shows SVG text. The text comes from `chart`, which escapes every word in it. The element around it has no box.
#[component]
pub fn Svg(
    /// The text.
    #[prop(into)]
    scene: Signal<String>,
) -> impl IntoView {
    view! { <span class="svg" inner_html=move || scene.get()></span> }.into_any()
}
