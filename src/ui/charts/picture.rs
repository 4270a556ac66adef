//! The picture of shared value: its circles move to where a new answer puts them, and its items can be pointed at.
//!
//! Numbers move, not shapes: each frame draws the exact picture of areas between the old and the new, so that the lens is
//! true at every moment. With reduced motion the new picture stands at once.

use leptos::prelude::*;
use leptos::{ev, html};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event};

use super::super::parts::glyph;
use crate::app::view::PointView;
use crate::browser::dom;
use crate::chart::{self, Canvas, Circles, Kept, Picture};
use crate::text::EN;

/// How long circles move, in milliseconds.
const MOVE: f64 = 320.0;

/// The item that is pointed at, in the picture or in the table.
#[derive(Clone, Copy)]
pub struct Pointed(pub RwSignal<Option<String>>);

/// Numbers that move.
type Moving = (Circles, Option<Kept>);

/// A picture that moves when its numbers change.
#[component]
pub fn SharedPicture(
    /// The picture as it is now.
    #[prop(into)]
    picture: Signal<Picture>,
    /// The canvases to draw; the container shows the one that fits.
    canvases: &'static [Canvas],
) -> impl IntoView {
    let shown = RwSignal::new(picture.with_untracked(numbers));
    let from = StoredValue::new(shown.get_untracked());
    let began = StoredValue::new(0.0_f64);
    let moving = StoredValue::new(false);
    Effect::new(move |first: Option<()>| {
        let target = picture.with(numbers);
        if first.is_none() || dom::prefers("(prefers-reduced-motion: reduce)") {
            shown.set(target);
            return;
        }
        from.set_value(shown.get_untracked());
        began.set_value(js_sys::Date::now());
        if !moving.get_value() {
            moving.set_value(true);
            step(picture, shown, from, began, moving);
        }
    });
    let scenes = move || {
        let mut picture = picture.get();
        (picture.circles, picture.kept) = shown.get();
        let uid = picture.uid.clone();
        let draw = |(at, canvas): (usize, &Canvas)| {
            picture.uid = format!("{uid}{at}");
            chart::picture(&picture, *canvas).to_svg()
        };
        canvases.iter().enumerate().map(draw).collect::<String>()
    };
    view! { <div class="picture" inner_html=scenes></div> }.into_any()
}

fn numbers(picture: &Picture) -> Moving {
    (picture.circles, picture.kept)
}

/// One frame of the movement, and the next if it is not over.
fn step(
    picture: Signal<Picture>,
    shown: RwSignal<Moving>,
    from: StoredValue<Moving>,
    began: StoredValue<f64>,
    moving: StoredValue<bool>,
) {
    request_animation_frame(move || {
        let (Some(target), Some(start), Some(began_at)) =
            (picture.try_with_untracked(numbers), from.try_get_value(), began.try_get_value())
        else {
            return;
        };
        let part = ((js_sys::Date::now() - began_at) / MOVE).clamp(0.0, 1.0);
        shown.set(between(start, target, ease(part)));
        if part < 1.0 {
            step(picture, shown, from, began, moving);
        } else {
            moving.set_value(false);
        }
    });
}

/// Quick at first, gentle at the end.
fn ease(part: f64) -> f64 {
    1.0 - (1.0 - part).powi(3)
}

fn between(start: Moving, target: Moving, part: f64) -> Moving {
    let mix = |from: f64, to: f64| from + (to - from) * part;
    let circles = Circles {
        organisation: mix(start.0.organisation, target.0.organisation),
        members: mix(start.0.members, target.0.members),
        shared: mix(start.0.shared, target.0.shared),
    };
    let kept = match (start.1, target.1) {
        (Some(from), Some(to)) => Some(Kept { low: mix(from.low, to.low), high: mix(from.high, to.high) }),
        (_, to) => to,
    };
    (circles, kept)
}

/// The picture with its items to be pointed at: by pointer, touch or arrow keys.
#[component]
pub fn StillPicture(
    /// The picture.
    picture: Picture,
    /// What is said of each item.
    points: Vec<PointView>,
) -> impl IntoView {
    let pointed: Pointed = expect_context();
    let Pointed(at) = pointed;
    let element = NodeRef::<html::Div>::new();
    let tip = NodeRef::<html::Div>::new();
    let order = StoredValue::new(reading_order(&picture));
    let points = StoredValue::new(points);
    Effect::new(move |_| {
        let key = at.get();
        if let Some(element) = element.get() {
            light(&element, key.as_deref(), tip.get().as_ref());
        }
    });
    let over = move |event: Event| at.set(item_of(&event));
    let keys = move |event: ev::KeyboardEvent| {
        let back = match event.key().as_str() {
            "ArrowRight" | "ArrowDown" => false,
            "ArrowLeft" | "ArrowUp" => true,
            "Escape" => {
                at.set(None);
                return;
            }
            _ => return,
        };
        event.prevent_default();
        at.update(|at| *at = order.with_value(|order| beside(order, at.as_deref(), back)));
    };
    let said = move || {
        let key = at.get()?;
        points.with_value(|points| points.iter().find(|point| point.key == key).cloned())
    };
    view! {
        <div class="pointing" tabindex="0" role="group" aria-label=EN.results.point_how node_ref=element
            on:pointerover=move |event| over(event.into()) on:click=move |event| over(event.into())
            on:pointerleave=move |_| at.set(None) on:blur=move |_| at.set(None) on:keydown=keys>
            <SharedPicture picture=Signal::stored(picture) canvases=&[Canvas::Small, Canvas::Medium, Canvas::Large]/>
        </div>
        <div class="tip" popover="manual" role="status" node_ref=tip>
            {move || said().map(|point| view! {
                <b>{point.number}" "{point.statement}</b>
                <span>{glyph("org")}{point.lines.organisation}</span>
                <span>{glyph("mem")}{point.lines.members}</span>
            })}
        </div>
    }
    .into_any()
}

/// The keys of the items as one reads: organisation, both, members, the rest.
fn reading_order(picture: &Picture) -> Vec<String> {
    use chart::Region::{MembersOnly, Neither, Open, OrganisationOnly, Shared};
    [OrganisationOnly, Shared, MembersOnly, Neither, Open]
        .into_iter()
        .flat_map(|region| picture.items.iter().filter(move |item| item.region == region))
        .map(|item| item.key.clone())
        .collect()
}

/// The key before or after one, around the ends.
fn beside(order: &[String], key: Option<&str>, back: bool) -> Option<String> {
    let count = order.len();
    let at = key.and_then(|key| order.iter().position(|one| one == key));
    let next = match (at, back) {
        (None, false) => 0,
        (None, true) => count.checked_sub(1)?,
        (Some(at), false) => (at + 1) % count,
        (Some(at), true) => (at + count - 1) % count,
    };
    order.get(next).cloned()
}

/// The item under an event.
fn item_of(event: &Event) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-item]").ok()??.get_attribute("data-item")
}

/// Lights one item and dims the others; the tip stands beside the one that is on screen.
fn light(below: &Element, key: Option<&str>, tip: Option<&web_sys::HtmlDivElement>) {
    for svg in dom::all(below, "svg") {
        // A class list of ours takes any name.
        let _ = svg.class_list().toggle_with_force("pointing", key.is_some());
    }
    let mut beside = None;
    for item in dom::all(below, "[data-item]") {
        let is = key.is_some() && item.get_attribute("data-item").as_deref() == key;
        let _ = item.class_list().toggle_with_force("is", is);
        if is && item.get_bounding_client_rect().width() > 0.0 {
            beside = Some(item);
        }
    }
    match (tip, beside) {
        (Some(tip), Some(beside)) => dom::float(tip, &beside),
        (Some(tip), None) => dom::sink(tip),
        (None, _) => {}
    }
}
