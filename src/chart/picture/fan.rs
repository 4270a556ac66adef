//! What only one side wants. The badges stand in the crescent, the words outside along its rim, so they follow the
//! curve; or words and badges inside it, where it is wide enough; or badges alone.

use super::canvas::{Plan, Stage};
use super::entry::Entry;
use super::pack::{Place, Room};
use super::table::{Listing, inside};
use crate::chart::badge::{Body, Tone, badge, item};
use crate::chart::geometry::{Disc, Span};
use crate::chart::path::Outline;
use crate::chart::scene::Mark;
use crate::chart::venn::{Part, Venn};
use crate::chart::whole::{count, from_middle};
use crate::chart::wrap::{cut, two_lines};

/// The largest radius of a badge.
pub(super) const LARGEST: f64 = 11.0;
/// The largest on the small canvas.
const SMALLER: f64 = 10.5;
/// Rows nearer than this have no room for words.
const TIGHTEST: f64 = 18.5;
/// From here on a word may take two lines.
const TWO_LINES: f64 = 34.0;
/// The air between the rim and the words.
const AIR: f64 = 13.0;

/// Draws the items of one side; notes the room that their badges take.
pub(super) fn one_sided(marks: &mut Vec<Mark>, taken: &mut Vec<Body>, stage: &Stage, part: Part, list: &[Entry]) {
    if list.is_empty() {
        return;
    }
    let spacing = match stage.listing {
        Listing::Inside => return inside(marks, taken, stage, part, list),
        Listing::Numerals => None,
        Listing::Fan => pitch(&stage.venn, part, list.len()),
    };
    match spacing {
        Some(pitch) => fan(marks, taken, stage, part, list, pitch),
        None => crowd(marks, taken, stage, part, list),
    }
}

/// The circle that a crescent belongs to.
pub(super) fn circle(venn: &Venn, part: Part) -> Disc {
    if part == Part::Members { venn.members } else { venn.organisation }
}

/// Badges alone, as large as they have room.
fn crowd(marks: &mut Vec<Mark>, taken: &mut Vec<Body>, stage: &Stage, part: Part, list: &[Entry]) {
    let disc = circle(&stage.venn, part);
    let largest = if stage.listing == Listing::Numerals { SMALLER } else { LARGEST };
    let room = Room { top: disc.y - 0.86 * disc.r, bottom: disc.y + 0.86 * disc.r };
    let places = Place { venn: &stage.venn, part, room, taken }.squeezed(list.len(), largest);
    for (entry, place) in list.iter().zip(places) {
        marks.push(item(&entry.item.key, badge(part.region(), Tone::Solid, entry.item.number, place).into()));
        taken.push(Body::of(part.region(), place));
    }
}

/// The distance of the rows of a fan; `None` where words have no room.
fn pitch(venn: &Venn, part: Part, n: usize) -> Option<f64> {
    let room = 1.4 * circle(venn, part).r;
    let pitch = if n > 1 { (room / (count(n) - 1.0)).min(54.0) } else { 54.0 };
    (pitch >= TIGHTEST).then_some(pitch)
}

/// The height of row `place` of `n`.
fn height(venn: &Venn, plan: &Plan, pitch: f64, place: usize, n: usize) -> f64 {
    venn.middle() + plan.fan + from_middle(place, n) * pitch
}

/// The upper edge of the words of a fan, if there are any.
pub(super) fn highest_word(venn: &Venn, part: Part, list: &[Entry], plan: &Plan) -> Option<f64> {
    let pitch = pitch(venn, part, list.len()).filter(|_| !list.is_empty())?;
    let lines = if pitch >= TWO_LINES { 1.6 } else { 1.0 };
    Some(height(venn, plan, pitch, 0, list.len()) - plan.size * lines)
}

fn fan(marks: &mut Vec<Mark>, taken: &mut Vec<Body>, stage: &Stage, part: Part, list: &[Entry], pitch: f64) {
    let (plan, venn, n) = (&stage.plan, &stage.venn, list.len());
    let left = part == Part::Organisation;
    let inwards = if left { 1.0 } else { -1.0 };
    let r = if n == 1 || pitch >= 24.0 { LARGEST } else { (pitch / 2.0 - 0.8).max(8.5) };
    let most = if pitch >= TWO_LINES || n == 1 { 2 } else { 1 };
    for (place, entry) in list.iter().enumerate() {
        let y = height(venn, plan, pitch, place, n);
        let disc = circle(venn, part);
        let span = venn.chord(part, y).unwrap_or(Span { from: disc.x, to: disc.x });
        let near = if left { span.from } else { span.to };
        let x = near + inwards * (span.width() / 2.0).min(45.0);
        let (words, lines) = beside(stage, part, entry, y, most);
        let lead = Outline::default().start(x - inwards * (r + 1.0), y).across(words + inwards * 5.0);
        let place = Disc { x, y, r };
        let mut parts = vec![Mark::path("lead", lead.data())];
        parts.extend(badge(part.region(), Tone::Solid, entry.item.number, place));
        for (row, line) in lines.iter().enumerate() {
            let base = y + plan.size * (0.35 + 1.2 * from_middle(row, lines.len()));
            let write = if left { Mark::ending } else { Mark::text };
            parts.push(write("w550", (words, base), plan.size, line.clone()));
        }
        marks.push(item(&entry.item.key, parts));
        taken.push(Body::of(part.region(), place));
    }
}

/// Where words beside the rim begin, and their lines: one if it fits, else up to `most`.
fn beside(stage: &Stage, part: Part, entry: &Entry, y: f64, most: usize) -> (f64, Vec<String>) {
    let (plan, venn) = (&stage.plan, &stage.venn);
    let edge = |half: f64| {
        let rims = [(y, AIR), (y - half, 5.0), (y + half, 5.0)];
        if part == Part::Organisation {
            let rims = rims.into_iter().filter_map(|(y, air)| Some(outer_rim(venn, part, y)? - air));
            rims.fold(plan.width, f64::min)
        } else {
            let rims = rims.into_iter().filter_map(|(y, air)| Some(outer_rim(venn, part, y)? + air));
            rims.fold(0.0, f64::max)
        }
    };
    let room = |edge: f64| if part == Part::Organisation { edge } else { plan.width - edge };
    let single = edge(plan.size * 0.75);
    if most < 2 || entry.em * plan.size <= room(single) {
        return (single, vec![cut(&entry.label, plan.size, room(single))]);
    }
    let double = edge(plan.size * 1.4);
    (double, two_lines(&entry.label, plan.size, room(double)))
}

/// Where the whole picture ends on the side of a crescent, on a height.
fn outer_rim(venn: &Venn, part: Part, y: f64) -> Option<f64> {
    let chords = [venn.organisation.chord(y), venn.members.chord(y)].into_iter().flatten();
    if part == Part::Organisation {
        chords.map(|chord| chord.from).reduce(f64::min)
    } else {
        chords.map(|chord| chord.to).reduce(f64::max)
    }
}
