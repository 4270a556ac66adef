//! The picture of shared value: its circles move to where a new answer puts them.
//!
//! Numbers move, not shapes: each frame draws the exact picture of areas between the old and the new, so that the lens
//! is true at every moment. With reduced motion the new picture stands at once.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::request_animation_frame;
use web_sys::Element;

use crate::browser::dom;
use crate::chart::{self, Canvas, Circles, Kept, Picture};
use crate::ui::markup::{El, Shared, follow, of};

/// How long circles move, in milliseconds.
const MOVE: f64 = 320.0;

/// Numbers that move.
type Moving = (Circles, Option<Kept>);

/// A picture on its way to its numbers.
struct Stage {
    element: Element,
    canvases: &'static [Canvas],
    picture: Picture,
    shown: Moving,
    from: Moving,
    began: f64,
    running: bool,
}

/// A picture that moves when its numbers change. The container shows the canvas that fits.
pub fn shared_picture(picture: impl Fn() -> Picture + 'static, canvases: &'static [Canvas]) -> El {
    let around = of("div", "picture");
    let stage: Shared<Option<Stage>> = Rc::new(RefCell::new(None));
    let element = around.node().clone();
    follow(move || {
        let picture = picture();
        let now = numbers(&picture);
        let mut held = stage.borrow_mut();
        let Some(held) = held.as_mut() else {
            let new = Stage {
                element: element.clone(),
                canvases,
                picture,
                shown: now,
                from: now,
                began: 0.0,
                running: false,
            };
            new.draw();
            *held = Some(new);
            return;
        };
        held.picture = picture;
        held.from = held.shown;
        held.began = js_sys::Date::now();
        if held.shown == now || dom::prefers("(prefers-reduced-motion: reduce)") {
            held.shown = now;
            held.draw();
        } else if !held.running {
            held.running = true;
            step(Rc::clone(&stage));
        }
    });
    around
}

impl Stage {
    /// Draws the picture with the numbers of this moment, on all canvases.
    fn draw(&self) {
        let mut picture = self.picture.clone();
        (picture.circles, picture.kept) = self.shown;
        let mut scenes = String::new();
        for canvas in self.canvases {
            scenes.push_str(&chart::picture(&picture, *canvas).to_svg());
        }
        self.element.set_inner_html(&scenes);
    }
}

/// One frame of the movement, and the next if it is not over.
fn step(stage: Shared<Option<Stage>>) {
    request_animation_frame(move || {
        let more = match stage.borrow_mut().as_mut() {
            Some(held) => {
                let part = ((js_sys::Date::now() - held.began) / MOVE).clamp(0.0, 1.0);
                held.shown = between(held.from, numbers(&held.picture), ease(part));
                held.running = part < 1.0 && held.element.is_connected();
                held.draw();
                held.running
            }
            None => false,
        };
        if more {
            step(stage);
        }
    });
}

fn numbers(picture: &Picture) -> Moving {
    (picture.circles, picture.kept)
}

/// Quick at first, gentle at the end.
fn ease(part: f64) -> f64 {
    let left = 1.0 - part;
    1.0 - left * left * left
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
