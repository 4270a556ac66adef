//! What an element listens to, and for how long.

use js_sys::Function;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;
use web_sys::{Element, Event};

/// A function that is called on an event, until this is dropped. What the program holds the browser cannot let go, and
/// a handler may hold elements of its own screen: left to the browser, each would keep the other for ever.
pub struct Listener {
    element: Element,
    event: &'static str,
    handler: Closure<dyn FnMut(Event)>,
}

impl Listener {
    /// Listens from now on.
    pub fn on(element: &Element, event: &'static str, handler: Box<dyn FnMut(Event)>) -> Self {
        let listener = Self { element: element.clone(), event, handler: Closure::wrap(handler) };
        let _ = element.add_event_listener_with_callback(event, listener.function());
        listener
    }

    fn function(&self) -> &Function {
        self.handler.as_ref().unchecked_ref()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.element.remove_event_listener_with_callback(self.event, self.function());
    }
}
