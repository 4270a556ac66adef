//! The names of the sides in the upper corners, and how far down the circles must stand to keep clear of them.

use super::canvas::{Canvas, Plan};
use super::entry::Entries;
use super::fan::highest_word;
use super::{Picture, PictureWords};
use crate::chart::badge::{Side, sign};
use crate::chart::geometry::Disc;
use crate::chart::measure::width;
use crate::chart::scene::Mark;
use crate::chart::venn::{Part, Venn};
use crate::chart::whole::count;
use crate::chart::wrap::{clean, cut};

/// Base line of the names on the larger canvases.
const BASE: f64 = 22.0;
const LINE: f64 = 17.0;
const SMALL: f64 = 12.5;
/// How much narrower the regular weight is than the bold one that is measured.
pub(super) const REGULAR: f64 = 0.9;

/// Writes the names, and up to two lines below each.
pub(super) fn headings(marks: &mut Vec<Mark>, words: &PictureWords, plan: &Plan) {
    let small = plan.canvas == Canvas::Small;
    let (size, base, r, indent) = if small { (SMALL, 14.0, 5.5, 14.0) } else { (plan.size + 2.0, BASE, 7.0, 13.0) };
    let (left, flat) = if small { (2.0, 7.5) } else { (0.0, 7.0) };
    let room = plan.width / 2.0 - indent - 8.0;
    let name = |name: &str| cut(&clean(name), size, room);
    marks.push(sign(Side::Left, flat, base - 5.0, r));
    marks.push(Mark::text("b to", (indent, base), size, name(&words.organisation)));
    marks.push(sign(Side::Right, plan.width - flat - left, base - 5.0, r));
    marks.push(Mark::ending("b tm", (plan.width - indent, base), size, name(&words.members)));
    if small {
        return;
    }
    let line = |line: &str| cut(&clean(line), SMALL * REGULAR, plan.width / 2.0 - 8.0);
    for (place, words) in words.organisation_lines.iter().take(2).enumerate() {
        marks.push(Mark::text("t2", (0.0, BASE + 20.0 + LINE * count(place)), SMALL, line(words)));
    }
    for (place, words) in words.members_lines.iter().take(2).enumerate() {
        marks.push(Mark::ending("t2", (plan.width, BASE + 20.0 + LINE * count(place)), SMALL, line(words)));
    }
}

/// The size of the block of words in a corner.
fn block(name: &str, lines: &[String], plan: &Plan) -> (f64, f64) {
    let lines = lines.get(..2).unwrap_or(lines);
    let widest = lines.iter().map(|line| width(line, SMALL) * REGULAR).fold(0.0, f64::max);
    let height = if lines.is_empty() { BASE + 5.0 } else { BASE + 7.0 + LINE * count(lines.len()) };
    (widest.max(width(name, plan.size + 2.0) + 13.0).min(plan.width / 2.0), height)
}

/// The circles, as far down as the headings ask.
pub(super) fn lowered_below(venn: &Venn, picture: &Picture, plan: &Plan, entries: &Entries) -> Venn {
    let words = &picture.words;
    let left = block(&words.organisation, &words.organisation_lines, plan);
    let right = block(&words.members, &words.members_lines, plan);
    let corners = [Disc { x: left.0, y: left.1, r: 0.0 }, Disc { x: plan.width - right.0, y: right.1, r: 0.0 }];
    let clear = |venn: &Venn| {
        let circles = [venn.organisation, venn.members];
        let apart = |corner: &Disc| circles.iter().all(|circle| circle.gap(*corner) > 6.0);
        let below = |part, list, height| highest_word(venn, part, list, plan).is_none_or(|y| y > height + 4.0);
        corners.iter().all(apart)
            && below(Part::Organisation, &entries.organisation, left.1)
            && below(Part::Members, &entries.members, right.1)
    };
    (0..24).map(|step| venn.lowered(4.0 * count(step))).find(clear).unwrap_or_else(|| venn.lowered(64.0))
}
