//! What opens behind a figure: one popover for the whole page.

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;
use web_sys::Element;

use crate::app::view::Explained;
use crate::browser::dom;
use crate::route::Route;
use crate::text::EN;

/// The one popover, as the figures reach it.
#[derive(Clone, Copy)]
pub struct PopoverAt {
    explained: RwSignal<Explained>,
    element: NodeRef<html::Section>,
}

impl PopoverAt {
    /// Makes the popover known to the figures; called once.
    pub fn provide() -> Self {
        let at = Self { explained: RwSignal::new(Explained::default()), element: NodeRef::new() };
        provide_context(at);
        at
    }

    /// The popover of this page.
    pub fn get() -> Self {
        expect_context()
    }

    /// Opens it beside the figure that was activated.
    pub fn open(self, event: &ev::MouseEvent, explained: Explained) {
        self.explained.set(explained);
        let beside = event.current_target().and_then(|target| target.dyn_into::<Element>().ok());
        request_animation_frame(move || {
            if let (Some(element), Some(beside)) = (self.element.get_untracked(), beside) {
                dom::float(&element, &beside);
                // The section takes focus by its tabindex.
                let _ = element.focus();
            }
        });
    }
}

/// The popover.
#[component]
pub fn Popover() -> impl IntoView {
    let at = PopoverAt::get();
    let explained = at.explained;
    let close = move |_| {
        if let Some(element) = at.element.get_untracked() {
            dom::sink(&element);
        }
    };
    let rows = move || {
        let rows = explained.with(|explained| explained.rows.clone());
        rows.into_iter()
            .map(|(term, means)| view! { <dt>{term}</dt><dd>{means}</dd> }.into_any())
            .collect::<Vec<_>>()
    };
    let rule = move || Route::Method(Some(explained.with(|explained| explained.rule.to_owned()))).address();
    view! {
        <section class="why" popover="auto" tabindex="-1" role="dialog" aria-labelledby="why-title" node_ref=at.element>
            <h3 id="why-title">{move || explained.with(|explained| explained.title.clone())}</h3>
            <p class="sum">{move || explained.with(|explained| explained.sum.clone())}</p>
            <dl>{rows}</dl>
            <p class="xs"><a href=rule on:click=close>{EN.results.rule}</a></p>
        </section>
    }
    .into_any()
}
