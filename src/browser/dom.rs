//! The document: title, theme, focus, what floats.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, HtmlDialogElement, HtmlElement, ScrollIntoViewOptions, ScrollLogicalPosition, window};

/// The element with this id.
pub fn by_id(id: &str) -> Option<HtmlElement> {
    window()?.document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// The first element that a selector names.
pub fn first(selector: &str) -> Option<HtmlElement> {
    window()?.document()?.query_selector(selector).ok()??.dyn_into().ok()
}

/// All elements below one that a selector names.
pub fn all(below: &Element, selector: &str) -> Vec<Element> {
    let Ok(found) = below.query_selector_all(selector) else { return Vec::new() };
    (0..found.length()).filter_map(|at| found.get(at)?.dyn_into().ok()).collect()
}

/// Opens a dialog in the next frame, when it is in the document.
pub fn open_soon(id: &'static str) {
    in_next_frame(move || {
        if let Some(dialog) = by_id(id).and_then(|element| element.dyn_into::<HtmlDialogElement>().ok()) {
            // Open already is no error that matters.
            let _ = dialog.show_modal();
        }
    });
}

fn in_next_frame(run: impl FnOnce() + 'static) {
    let run = Closure::once_into_js(run);
    if let Some(window) = window() {
        // A browser that draws has frames.
        let _ = window.request_animation_frame(run.unchecked_ref());
    }
}

/// Sets the title of the document.
pub fn set_title(title: &str) {
    if let Some(document) = window().and_then(|window| window.document()) {
        document.set_title(title);
    }
}

/// Sets or removes an attribute of the document's root.
pub fn set_root(name: &str, value: Option<&str>) {
    let Some(root) = window().and_then(|window| window.document()).and_then(|document| document.document_element())
    else {
        return;
    };
    // The name is a fixed one of ours, so neither can fail.
    let _ = match value {
        Some(value) => root.set_attribute(name, value),
        None => root.remove_attribute(name),
    };
}

/// Opens the browser's window for printing.
pub fn print() {
    if let Some(window) = window() {
        // Refused in some frames, and missing in some browsers: whoever asks hears no `beforeprint` then.
        let _ = window.print();
    }
}

/// Whether the system asks for something, as a media query.
pub fn prefers(query: &str) -> bool {
    window().and_then(|window| window.match_media(query).ok()?).is_some_and(|list| list.matches())
}

/// Focuses the heading of a new screen and shows its top.
pub fn focus_heading() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
    if let Some(heading) = first("main h1") {
        // Headings take focus only when told to.
        let _ = heading.set_attribute("tabindex", "-1");
        let _ = heading.focus();
    }
}

/// Shows an element in the middle of the window, and focuses the first thing in it that takes focus.
pub fn focus_in(id: &str) -> bool {
    let Some(element) = by_id(id) else { return false };
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Center);
    element.scroll_into_view_with_scroll_into_view_options(&options);
    let within = element.query_selector("input:checked, input, button, select, textarea, a").ok().flatten();
    let target = within.and_then(|within| within.dyn_into::<HtmlElement>().ok()).unwrap_or_else(|| {
        // A section takes focus only when told to.
        let _ = element.set_attribute("tabindex", "-1");
        element.clone()
    });
    target.focus().is_ok()
}

/// Shows a section from its top, and focuses its heading.
pub fn show(section: &str, heading: &str) {
    if let Some(section) = by_id(section) {
        section.scroll_into_view();
    }
    focus_on(heading);
}

/// Focuses the element with this id, if it is there.
pub fn focus_on(id: &str) {
    if let Some(element) = by_id(id) {
        // What takes no focus is left as it is.
        let _ = element.focus();
    }
}

/// In the next frame, focuses the first of these that is there, each a selector, where what had the focus has gone.
pub fn focus_soon(selectors: &[&str]) {
    let selectors = selectors.join("|");
    in_next_frame(move || {
        let focused = window().and_then(|window| window.document()?.active_element());
        if focused.is_some_and(|element| element.tag_name() != "BODY") {
            return;
        }
        if let Some(element) = selectors.split('|').find_map(first) {
            // What takes no focus of itself takes it when told to.
            if element.tab_index() < 0 {
                let _ = element.set_attribute("tabindex", "-1");
            }
            let _ = element.focus();
        }
    });
}

/// Shows what floats beside a place in the window: below it where there is room, else above, always within the window.
pub fn float(floating: &HtmlElement, beside: &Element) {
    let Some(window) = window() else { return };
    let size = |value: Result<wasm_bindgen::JsValue, _>| value.ok().and_then(|value| value.as_f64()).unwrap_or(0.0);
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    // Already open is no error that matters.
    let _ = floating.show_popover();
    let (place, own) = (beside.get_bounding_client_rect(), floating.get_bounding_client_rect());
    let left = place.left().min(width - own.width() - 16.0).max(16.0);
    let below = place.bottom() + 8.0;
    let top =
        if below + own.height() <= height { below } else { (place.top().min(height) - own.height() - 8.0).max(8.0) };
    let style = floating.style();
    let _ = style.set_property("--x", &format!("{left:.0}px"));
    let _ = style.set_property("--y", &format!("{top:.0}px"));
}

/// Hides what floats.
pub fn sink(floating: &HtmlElement) {
    // Not open is no error that matters.
    let _ = floating.hide_popover();
}
