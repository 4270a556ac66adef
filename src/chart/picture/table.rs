//! Badge and words in rows: inside a wide crescent or a lone circle.

use super::canvas::{Plan, Stage};
use super::entry::{Entries, Entry};
use super::fan::{LARGEST, circle};
use crate::chart::badge::{Body, Tone, badge, item};
use crate::chart::geometry::Disc;
use crate::chart::scene::Mark;
use crate::chart::venn::{Part, Venn};
use crate::chart::whole::{count, from_middle};

/// How one-sided items are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Listing {
    /// Badges alone.
    Numerals,
    /// Badge and words inside the crescents.
    Inside,
    /// Badges in the crescents, words along the rims.
    Fan,
}

/// From the left edge of a badge to its words.
pub(super) const INDENT: f64 = 28.0;

/// Whether both crescents hold all their words inside.
pub(super) fn fits_inside(venn: &Venn, plan: &Plan, entries: &Entries) -> bool {
    let sides = [(Part::Organisation, &entries.organisation), (Part::Members, &entries.members)];
    let holds = |(part, list): &(Part, &Vec<Entry>)| list.is_empty() || rows(venn, *part, list, plan.size).is_some();
    sides.iter().any(|(_, list)| !list.is_empty()) && sides.iter().all(holds)
}

/// Draws one side inside its crescent; notes the room that its badges take.
pub(super) fn inside(marks: &mut Vec<Mark>, taken: &mut Vec<Body>, stage: &Stage, part: Part, list: &[Entry]) {
    let Some((x, heights)) = rows(&stage.venn, part, list, stage.plan.size) else { return };
    for (entry, y) in list.iter().zip(heights) {
        let place = Disc { x: x + LARGEST, y, r: LARGEST };
        marks.push(row(entry, part.region(), place, x, stage.plan.size));
        taken.push(Body::of(part.region(), place));
    }
}

/// One row: the badge and the words beside it.
pub(super) fn row(entry: &Entry, region: super::Region, place: Disc, x: f64, size: f64) -> Mark {
    let mut parts: Vec<Mark> = badge(region, Tone::Solid, entry.item.number, place).into();
    parts.push(Mark::text("w550", (x + INDENT, place.y + size * 0.35), size, entry.label.clone()));
    item(&entry.item.key, parts)
}

/// The left edge and the heights of rows inside a crescent, as far apart as they have room; `None` if words do not fit.
pub(super) fn rows(venn: &Venn, part: Part, list: &[Entry], size: f64) -> Option<(f64, Vec<f64>)> {
    let widest = list.iter().map(|entry| entry.em).fold(0.0, f64::max) * size;
    let disc = circle(venn, part);
    let x = venn.chord(part, venn.middle())?.middle() - f64::midpoint(INDENT, widest * 0.94);
    (0..8).find_map(|step| {
        let pitch = 38.0 - 2.0 * count(step);
        let heights: Vec<f64> = (0..list.len()).map(|n| venn.middle() + from_middle(n, list.len()) * pitch).collect();
        let top = heights.first()?;
        let inside = |(entry, y): (&Entry, &f64)| {
            venn.band(part, *y, 10.0)
                .is_some_and(|band| x >= band.from + 7.0 && x + INDENT + entry.em * size <= band.to - 5.0)
        };
        (*top >= venn.middle() - 0.74 * disc.r && list.iter().zip(&heights).all(inside)).then_some((x, heights))
    })
}
