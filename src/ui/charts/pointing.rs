//! Pointing at the items of the picture: by pointer, touch or arrow keys.

use std::cell::Cell;
use std::rc::Rc;

use leptos::prelude::{Get, GetUntracked, Set, request_animation_frame};
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent, MouseEvent};

use super::picture::shared_picture;
use crate::app::view::{self, PointView};
use crate::browser::dom;
use crate::catalogue::Side;
use crate::chart::{Canvas, Picture, Region};
use crate::text::EN;
use crate::ui::markup::{El, el, follow, of};
use crate::ui::parts::{detail, glyph, whose};
use crate::ui::shell::Shell;

/// The picture with its items to be pointed at: by pointer, touch or arrow keys.
pub fn still_picture(shell: Shell, picture: Picture, points: Vec<PointView>) -> El {
    let order = reading_order(&picture);
    let bridges = shell.see(view::bridges_of);
    let drawn = move || {
        let mut picture = picture.clone();
        if shell.bridging.get() {
            picture.bridges = bridges.with(|seen| seen.as_ref().map(|seen| seen.moving.clone())).unwrap_or_default();
        }
        picture
    };
    let still = shared_picture(drawn, &[Canvas::Small, Canvas::Medium, Canvas::Large]);
    let pointing = of("div", "pointing")
        .set("tabindex", "0")
        .set("role", "group")
        .set("aria-label", EN.results.point_how)
        .add(still);
    let pointing = followed(pointing, shell, order);
    let tip = of("div", "tip").set("popover", "manual").set("role", "status").live(move || {
        let key = shell.pointed.get();
        let point = points.iter().find(|point| Some(&point.key) == key.as_ref());
        point.map(said).unwrap_or_default()
    });
    let (below, floating) = (pointing.node().clone(), tip.clone());
    follow(move || {
        let key = shell.pointed.get();
        // The tip has its words only after this.
        let (below, floating) = (below.clone(), floating.clone());
        request_animation_frame(move || light(&below, key.as_deref(), &floating));
    });
    of("div", "part").add(pointing).add(tip)
}

/// Points at what the pointer or the keys go to.
///
/// What the keys point at stays until the pointer moves: a browser tells again of one that rests over the picture
/// whenever something moves below it, by scrolling too.
fn followed(pointing: El, shell: Shell, order: Vec<String>) -> El {
    let keyed = Rc::new(Cell::new(false));
    let [resting, moved, left, clicked] = std::array::from_fn(|_| Rc::clone(&keyed));
    let point = move |event: &Event| shell.pointed.set(item_of(event));
    pointing
        .on("pointerover", move |event| {
            if !resting.get() {
                point(&event);
            }
        })
        .on("pointermove", move |event| {
            // Some tell of a move where only the page has moved: one without a way.
            let way = event.dyn_ref::<MouseEvent>().map(|event| (event.movement_x(), event.movement_y()));
            if way != Some((0, 0)) && moved.replace(false) {
                point(&event);
            }
        })
        .on("pointerleave", move |_| {
            if !left.get() {
                shell.pointed.set(None);
            }
        })
        .on("click", move |event| {
            clicked.set(false);
            match item_at(&event) {
                Some(item) => look_closer(shell, item),
                None => shell.pointed.set(None),
            }
        })
        .on("blur", move |_| shell.pointed.set(None))
        .on("keydown", move |event| {
            keyed.set(true);
            keys(shell, &event, &order);
        })
}

fn said(point: &PointView) -> Vec<El> {
    vec![
        el("b").text(&point.number.to_string()).text(" ").text(&point.statement),
        el("span").add(glyph("org")).add(whose(Side::Organisation)).text(&point.lines.organisation),
        el("span").add(glyph("mem")).add(whose(Side::Members)).text(&point.lines.members),
    ]
}

fn keys(shell: Shell, event: &Event, order: &[String]) {
    let back = match event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default().as_str() {
        "ArrowRight" | "ArrowDown" => false,
        "ArrowLeft" | "ArrowUp" => true,
        "Escape" => return shell.pointed.set(None),
        "Enter" | " " => {
            let lit = event.current_target().and_then(|target| target.dyn_into().ok()).and_then(|below| lit(&below));
            if let Some(item) = lit {
                event.prevent_default();
                look_closer(shell, item);
            }
            return;
        }
        _ => return,
    };
    event.prevent_default();
    shell.pointed.set(beside(order, shell.pointed.get_untracked().as_ref(), back));
}

/// The keys of the items as one reads: organisation, both, members, the rest.
fn reading_order(picture: &Picture) -> Vec<String> {
    let mut order = Vec::new();
    for region in [Region::OrganisationOnly, Region::Shared, Region::MembersOnly, Region::Neither, Region::Open] {
        for item in &picture.items {
            if item.region == region {
                order.push(item.key.clone());
            }
        }
    }
    order
}

/// The key before or after one, around the ends.
fn beside(order: &[String], key: Option<&String>, back: bool) -> Option<String> {
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
    item_at(event)?.get_attribute("data-item")
}

fn item_at(event: &Event) -> Option<Element> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.closest("[data-item]").ok()?
}

/// The item that is lit, on the canvas that is shown.
fn lit(below: &Element) -> Option<Element> {
    dom::all(below, ".is").into_iter().find(|item| item.get_bounding_client_rect().width() > 0.0)
}

/// What stands behind an item opens beside it; the tip goes.
fn look_closer(shell: Shell, item: Element) {
    if let Some(key) = item.get_attribute("data-item") {
        shell.pointed.set(None);
        detail::open(shell, key, item);
    }
}

/// Lights one item and dims the others; the tip stands beside the one that is on screen.
fn light(below: &Element, key: Option<&str>, tip: &El) {
    for svg in dom::all(below, "svg") {
        // A class list takes any name of ours.
        let _ = svg.class_list().toggle_with_force("pointing", key.is_some());
    }
    let mut found = None;
    for item in dom::all(below, "[data-item]") {
        let is = key.is_some() && item.get_attribute("data-item").as_deref() == key;
        let _ = item.class_list().toggle_with_force("is", is);
        if is && item.get_bounding_client_rect().width() > 0.0 {
            found = Some(item);
        }
    }
    if let Some(tip) = tip.node().dyn_ref() {
        match found {
            Some(beside) => dom::float(tip, &beside),
            None => dom::sink(tip),
        }
    }
}
