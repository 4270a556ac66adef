//! Elements: the one place where a screen becomes part of the document.
//!
//! Leptos' own `view!` compiles code of its own for each element's type. Measured on this page, names stripped: 469 KB
//! of transfer with it, 423 KB with erased types, 321 KB with the functions below, which exist once; 150 KB are the
//! goal. Signals, memos, effects and owners are Leptos': what a live part reads is followed, and what it made is let go
//! when it is made again.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::{Owner, RenderEffect, StoredValue, on_cleanup};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, Event, HtmlElement, Node, window};

use super::listener::Listener;
use crate::order::Map;

/// An element in the making.
#[derive(Clone)]
#[must_use = "it is seen once it is added to another"]
pub struct El(Element);

/// Runs now and again whenever a signal that it reads changes, until its owner is gone.
pub fn follow(run: impl FnMut() + 'static) {
    follow_boxed(Box::new(run));
}

fn follow_boxed(mut run: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_| run());
    on_cleanup(move || drop(effect));
}

#[expect(clippy::expect_used, reason = "the program runs in a page, and a page has a document")]
fn document() -> Document {
    window().and_then(|window| window.document()).expect("a page has a document")
}

/// A new element.
///
/// # Panics
///
/// Outside a page, and with a name that no element can have.
#[expect(clippy::expect_used, reason = "the names are ours, and each is a valid one")]
pub fn el(tag: &'static str) -> El {
    El(document().create_element(tag).expect("a valid name of an element"))
}

/// A new element of a class.
pub fn of(tag: &'static str, class: &str) -> El {
    el(tag).class(class)
}

/// A part without a box of its own, made again whenever what it reads changes.
pub fn part(make: impl Fn() -> Vec<El> + 'static) -> El {
    of("span", "part").live(make)
}

/// A picture drawn as SVG text by `chart`, which escapes every word in it. The element around it has no box.
pub fn svg(scene: &str) -> El {
    of("span", "part").html(scene)
}

impl El {
    /// Sets its class.
    pub fn class(self, class: &str) -> Self {
        self.0.set_class_name(class);
        self
    }

    /// Sets an attribute. The name is one of ours, so it cannot be refused.
    pub fn set(self, name: &str, value: &str) -> Self {
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Sets a custom property of its style; done by script, since the page's policy forbids style attributes.
    pub fn var(self, name: &str, value: &str) -> Self {
        if let Some(element) = self.0.dyn_ref::<HtmlElement>() {
            let _ = element.style().set_property(name, value);
        }
        self
    }

    /// Adds text.
    pub fn text(self, text: &str) -> Self {
        self.append(&document().create_text_node(text));
        self
    }

    /// Puts SVG text into it. For what `chart` has drawn, and nothing else.
    pub fn html(self, scene: &str) -> Self {
        self.0.set_inner_html(scene);
        self
    }

    /// Adds an element.
    #[expect(clippy::should_implement_trait, reason = "what is added to the element is no sum")]
    #[expect(clippy::needless_pass_by_value, reason = "what is added is handed over")]
    pub fn add(self, child: Self) -> Self {
        self.append(&child.0);
        self
    }

    /// Adds an element, if there is one.
    pub fn maybe(self, child: Option<Self>) -> Self {
        match child {
            Some(child) => self.add(child),
            None => self,
        }
    }

    /// Adds elements.
    pub fn all(self, children: Vec<Self>) -> Self {
        for child in children {
            self.append(&child.0);
        }
        self
    }

    /// Calls a function on an event.
    pub fn on(self, event: &'static str, handler: impl FnMut(Event) + 'static) -> Self {
        self.on_boxed(event, Box::new(handler));
        self
    }

    fn on_boxed(&self, event: &'static str, handler: Box<dyn FnMut(Event)>) {
        // Its owner lets it go, with what it listens to.
        let _ = StoredValue::new_local(Listener::on(&self.0, event, handler));
    }

    /// Keeps an attribute as it should be; `None` removes it.
    pub fn live_set(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.live_set_boxed(name, Box::new(value));
        self
    }

    fn live_set_boxed(&self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) {
        let element = self.0.clone();
        follow_boxed(Box::new(move || {
            let _ = match value() {
                Some(value) if element.get_attribute(name).as_ref() == Some(&value) => Ok(()),
                Some(value) => element.set_attribute(name, &value),
                None => element.remove_attribute(name),
            };
        }));
    }

    /// Keeps a custom property of its style as it should be.
    pub fn live_var(self, name: &'static str, value: impl Fn() -> String + 'static) -> Self {
        let element = self.clone();
        follow_boxed(Box::new(move || {
            let _ = element.clone().var(name, &value());
        }));
        self
    }

    /// Has a class as long as something holds.
    pub fn live_class(self, class: &'static str, holds: impl Fn() -> bool + 'static) -> Self {
        self.live_class_boxed(class, Box::new(holds));
        self
    }

    fn live_class_boxed(&self, class: &'static str, holds: Box<dyn Fn() -> bool>) {
        let element = self.0.clone();
        follow_boxed(Box::new(move || {
            let _ = element.class_list().toggle_with_force(class, holds());
        }));
    }

    /// Keeps a property as it should be: `checked`, `value`, `disabled`. An equal one is not touched, so that the
    /// cursor stays where it is in a field.
    pub fn live_property(self, name: &'static str, value: impl Fn() -> JsValue + 'static) -> Self {
        let element = self.0.clone();
        follow_boxed(Box::new(move || set_property(&element, name, &value())));
        self
    }

    /// Adds text that is kept as it should be.
    pub fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        self.live_text_boxed(Box::new(text));
        self
    }

    fn live_text_boxed(&self, text: Box<dyn Fn() -> String>) {
        let node = document().create_text_node("");
        self.append(&node);
        follow_boxed(Box::new(move || {
            let text = text();
            if node.data() != text {
                node.set_data(&text);
            }
        }));
    }

    /// Keeps SVG text in it as it should be. For what `chart` has drawn, and nothing else.
    pub fn live_html(self, scene: impl Fn() -> String + 'static) -> Self {
        let element = self.0.clone();
        follow_boxed(Box::new(move || element.set_inner_html(&scene())));
        self
    }

    /// Makes all that is in it again whenever what that reads changes.
    pub fn live(self, make: impl Fn() -> Vec<Self> + 'static) -> Self {
        self.live_boxed(Box::new(make));
        self
    }

    fn live_boxed(&self, make: Box<dyn Fn() -> Vec<Self>>) {
        let element = self.0.clone();
        follow_boxed(Box::new(move || {
            element.set_text_content(None);
            for child in make() {
                let _ = element.append_child(&child.0);
            }
        }));
    }

    /// Keeps a list: what has a key already stays as it is, what is new is made, what is gone is let go.
    pub fn live_list(self, keys: impl Fn() -> Vec<String> + 'static, make: impl Fn(&str) -> Self + 'static) -> Self {
        self.live_list_boxed(Box::new(keys), Box::new(make));
        self
    }

    fn live_list_boxed(&self, keys: Box<dyn Fn() -> Vec<String>>, make: Box<dyn Fn(&str) -> Self>) {
        let element = self.0.clone();
        let owner = Owner::current();
        let mut there: Map<String, (Owner, Element)> = Map::new();
        follow_boxed(Box::new(move || {
            let keys = keys();
            there.retain(|key, (owner, child)| {
                let stays = keys.contains(key);
                if !stays {
                    owner.cleanup();
                    child.remove();
                }
                stays
            });
            for (at, key) in keys.iter().enumerate() {
                let (_, child) = there.entry(key.clone()).or_insert_with(|| {
                    let own = owner.as_ref().map_or_else(Owner::new, Owner::child);
                    let child = own.with(|| untracked(|| make(key)));
                    (own, child.0)
                });
                place(&element, child, at);
            }
        }));
    }

    /// The element itself.
    pub fn node(&self) -> &Element {
        &self.0
    }

    fn append(&self, child: &Node) {
        // A new node fits everywhere.
        let _ = self.0.append_child(child);
    }
}

/// Puts a child into its place, leaving it alone if it is there.
fn place(parent: &Element, child: &Element, at: usize) {
    let there = u32::try_from(at).ok().and_then(|at| parent.children().item(at));
    if there.as_ref() != Some(child) {
        let _ = parent.insert_before(child, there.as_deref());
    }
}

/// Sets a property unless it is so already.
pub fn set_property(element: &Element, name: &str, value: &JsValue) {
    if property(element, name) != *value {
        let _ = js_sys::Reflect::set(element, &JsValue::from_str(name), value);
    }
}

/// Reads signals without following them.
pub fn untracked<T>(read: impl FnOnce() -> T) -> T {
    leptos::prelude::untrack(read)
}

/// What stands in a field.
pub fn value(field: &El) -> String {
    property(&field.0, "value").as_string().unwrap_or_default()
}

/// What stands in the field of an event.
pub fn typed(event: &Event) -> String {
    target_property(event, "value").as_string().unwrap_or_default()
}

/// Whether the box of an event is ticked.
pub fn checked(event: &Event) -> bool {
    target_property(event, "checked").is_truthy()
}

fn target_property(event: &Event, name: &str) -> JsValue {
    event.target().map_or(JsValue::UNDEFINED, |target| property(&target, name))
}

/// A property; undefined where there is none.
fn property(of: &JsValue, name: &str) -> JsValue {
    js_sys::Reflect::get(of, &JsValue::from_str(name)).unwrap_or_default()
}

/// Holds what several handlers of one element share.
pub type Shared<T> = Rc<RefCell<T>>;
