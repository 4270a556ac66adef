//! The page around this one, where there is one: what is said to it, and what it says.
//!
//! Only the direct parent is heard, and only through `postMessage` and the port that it hands over. What it hands over
//! must be a text of a length that is read; anything else is told apart here and never looked into.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use js_sys::{Array, JsString};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, MessageEvent, MessagePort, ResizeObserver, Window, window};

/// What came in a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Heard {
    /// A text.
    Text(String),
    /// A text of more characters than are read; holds their number.
    TooLong(usize),
    /// Something else.
    Other,
}

/// Listens to what comes through the port.
type Listener = Rc<dyn Fn(Heard)>;

thread_local! {
    /// The port that came with the last message, before anybody has said that it is to be taken.
    static OFFERED: RefCell<Option<MessagePort>> = const { RefCell::new(None) };
    /// The port through which the host is spoken to.
    static PORT: RefCell<Option<MessagePort>> = const { RefCell::new(None) };
    /// What listens to it.
    static LISTENER: RefCell<Option<Listener>> = const { RefCell::new(None) };
    /// The most characters of a text that is read.
    static MOST: Cell<u32> = const { Cell::new(0) };
}

/// The page around this one.
fn parent() -> Option<Window> {
    let window = window()?;
    window.parent().ok().flatten().filter(|parent| *parent != window)
}

/// Whether there is a page around this one.
pub fn framed() -> bool {
    parent().is_some()
}

/// Whether this page is denied its origin.
pub fn nameless() -> bool {
    window().is_some_and(|window| window.origin() == "null")
}

/// Says something to whoever is around the page; for what anybody may hear.
pub fn call(text: &str) {
    if let Some(parent) = parent() {
        // A parent that is gone hears nothing.
        let _ = parent.post_message(&JsValue::from_str(text), "*");
    }
}

/// Listens: `called` to the page around this one, with its origin and whether a port came with it; `told` to the port,
/// once it is taken. Texts of more than `most` characters are not read.
pub fn listen(most: u32, called: impl Fn(Heard, String, bool) + 'static, told: impl Fn(Heard) + 'static) {
    let Some(window) = window() else { return };
    LISTENER.set(Some(Rc::new(told)));
    MOST.set(most);
    let handler = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        let from_parent = match (event.source(), parent()) {
            (Some(source), Some(parent)) => JsValue::from(source) == JsValue::from(parent),
            _ => false,
        };
        if !from_parent {
            return;
        }
        let port = Array::from(&event.ports()).get(0).dyn_into::<MessagePort>().ok();
        let ported = port.is_some();
        if ported {
            OFFERED.set(port);
        }
        called(heard(&event), event.origin(), ported);
    });
    let _ = window.add_event_listener_with_callback("message", handler.into_js_value().unchecked_ref());
}

fn heard(event: &MessageEvent) -> Heard {
    let most = MOST.get();
    match event.data().dyn_into::<JsString>() {
        Ok(text) if text.length() > most => Heard::TooLong(text.length() as usize),
        Ok(text) => Heard::Text(String::from(text)),
        Err(_) => Heard::Other,
    }
}

/// Takes the port that came last, and listens to it.
pub fn accept() {
    let (Some(port), Some(listener)) = (OFFERED.take(), LISTENER.with_borrow(Clone::clone)) else { return };
    let handler = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| listener(heard(&event)));
    port.set_onmessage(Some(handler.into_js_value().unchecked_ref()));
    PORT.set(Some(port));
}

/// Says something through the port.
pub fn post(text: &str) {
    PORT.with_borrow(|port| {
        if let Some(port) = port {
            // A port whose other end is gone takes everything and says nothing.
            let _ = port.post_message(&JsValue::from_str(text));
        }
    });
}

/// Tells how high the page is, now and whenever that changes, in whole pixels.
pub fn follow_height(tell: impl Fn(u32) + 'static) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let (Some(root), Some(body)) = (document.document_element(), document.body()) else { return };
    let last = Cell::new(0);
    let look = Closure::<dyn Fn()>::new(move || {
        let height = height(&root);
        if last.replace(height) != height {
            tell(height);
        }
    });
    if let Ok(observer) = ResizeObserver::new(look.into_js_value().unchecked_ref()) {
        observer.observe(&body);
        // It observes as long as the page lasts.
        std::mem::forget(observer);
    }
}

fn height(root: &Element) -> u32 {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a height in pixels, never negative")]
    let height = root.get_bounding_client_rect().height().ceil() as u32;
    height
}

/// Tells of each link that is followed and would open a window or a mail program: its address.
pub fn follow_links(tell: impl Fn(String) + 'static) {
    let Some(document) = window().and_then(|window| window.document()) else { return };
    let handler = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        let target = event.target().and_then(|target| target.dyn_into::<Element>().ok());
        let leaves = "a[href^='mailto:'], a[target='_blank']";
        let link = target.and_then(|target| target.closest(leaves).ok().flatten());
        if let Some(address) = link.and_then(|link| link.get_attribute("href")) {
            tell(address);
        }
    });
    let _ = document.add_event_listener_with_callback("click", handler.into_js_value().unchecked_ref());
}
