//! Bridges: what one side alone wants, on its way into the lens. A thin arrow leads from the badge to the edge of the
//! lens, level where the lens is as high, else slanting to where it begins; where there is no lens, out of the circle
//! towards the other one. It ends where the words of the lens keep their air, so it crosses none; where there is no
//! room for an arrow there is none, and the words beside the picture say it.

use super::canvas::Stage;
use super::entry::{Entries, Entry};
use super::table::{INDENT, Listing};
use crate::chart::badge::Body;
use crate::chart::path::Outline;
use crate::chart::scene::Mark;
use crate::chart::venn::{Part, Venn};

/// The air behind what an arrow starts from.
const AIR: f64 = 3.0;
/// How far it reaches over the edge.
const OVER: f64 = 4.0;
/// A shorter one is none.
const LEAST: f64 = 9.0;
/// The share of the lens' height within which it is entered.
const ENTRY: f64 = 0.7;
/// How long its head is, and half as wide.
const HEAD: (f64, f64) = (6.0, 3.5);

/// The arrows of the items that a bridge leads; `taken` are the badges of the organisation's items, then of the
/// members'.
pub(super) fn bridges(stage: &Stage, entries: &Entries, taken: &[Body]) -> Vec<Mark> {
    let mut marks = Vec::new();
    let sides = [(Part::Organisation, &entries.organisation), (Part::Members, &entries.members)];
    let mut badges = taken.iter();
    for (part, list) in sides {
        for (entry, body) in list.iter().zip(badges.by_ref()) {
            if stage.picture.bridges.contains(&entry.item.key) {
                arrow(&mut marks, stage, part, entry, body);
            }
        }
    }
    marks
}

fn arrow(marks: &mut Vec<Mark>, stage: &Stage, part: Part, entry: &Entry, body: &Body) {
    let inwards = if part == Part::Organisation { 1.0 } else { -1.0 };
    let place = body.disc();
    // Inside a crescent the words stand right of the badge, in the way of the organisation's arrows.
    let words = if stage.listing == Listing::Inside && part == Part::Organisation {
        INDENT - place.r + entry.em * stage.plan.size
    } else {
        place.r
    };
    let (x, y) = (place.x + inwards * (words + AIR), place.y);
    let Some((tip, to)) = target(&stage.venn, part, y, inwards) else { return };
    let (across, down) = (tip - x, to - y);
    let length = across.hypot(down);
    if across * inwards < LEAST / 2.0 || length < LEAST {
        return;
    }
    let (dx, dy) = (across / length, down / length);
    let (back, half) = HEAD;
    let end = |side: f64| (tip - back * dx - side * half * dy, to - back * dy + side * half * dx);
    let (one, other) = (end(1.0), end(-1.0));
    marks.push(Mark::path("bridge", Outline::default().start(x, y).line(tip, to).data()));
    let head = Outline::default().start(one.0, one.1).line(tip, to).line(other.0, other.1);
    marks.push(Mark::path("bridge-head", head.data()));
}

/// Where an arrow from the height `y` ends.
fn target(venn: &Venn, part: Part, y: f64, inwards: f64) -> Option<(f64, f64)> {
    let half = venn.extent() * ENTRY;
    if half <= 0.0 {
        let own = if part == Part::Organisation { venn.organisation } else { venn.members };
        let chord = own.chord(y)?;
        return Some((if inwards > 0.0 { chord.to } else { chord.from } + inwards * 2.0 * OVER, y));
    }
    let to = y.clamp(venn.middle() - half, venn.middle() + half);
    let chord = venn.chord(Part::Lens, to)?;
    let over = OVER.min(chord.width() / 3.0);
    Some((if inwards > 0.0 { chord.from } else { chord.to } + inwards * over, to))
}
