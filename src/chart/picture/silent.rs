//! The picture while nobody has answered for a side: that circle is dotted and empty, and all items stand as open in
//! the other one. If nobody has answered at all, both are empty and the items stand below.

use super::canvas::{Canvas, Plan};
use super::entry::Entry;
use super::headings::headings;
use super::pack::{Place, Room};
use super::rest::{Words, rest};
use super::shapes::{Lines, layers};
use super::table::{row, rows};
use super::{Picture, Region, Voice};
use crate::chart::badge::{Tone, badge, item};
use crate::chart::geometry::{Disc, Frame};
use crate::chart::scene::Mark;
use crate::chart::venn::{Part, Venn};
use crate::chart::whole::from_middle;
use crate::chart::wrap::{clean, cut};

/// The circles of a picture without overlap, as large as fits into a frame: the silent one smaller, or two alike.
pub(super) fn silent_circles(voices: [Voice; 2], frame: Frame) -> Venn {
    let (organisation, members, distance) = match voices {
        [Voice::Silent, Voice::Silent] => (1.0, 1.0, 1.6),
        [Voice::Silent, _] => (0.86, 1.0, 1.555),
        _ => (1.0, 0.86, 1.555),
    };
    let disc = |x, r| Disc { x, y: 0.0, r };
    Venn { organisation: disc(0.0, organisation), members: disc(distance, members) }.fit(frame)
}

/// Draws it; says where it ends.
pub(super) fn draw(marks: &mut Vec<Mark>, id: &str, picture: &Picture, plan: &Plan, mut list: Vec<Entry>) -> f64 {
    let voices = [picture.organisation, picture.members];
    let small = plan.canvas == Canvas::Small;
    let (margin, top) = if small { (4.0, plan.top) } else { (12.0, plan.top + 46.0) };
    let venn = silent_circles(voices, plan.frame(margin, top));
    let (sizing, words) = if small { (12.5, Words::Hidden) } else { (plan.size, Words::Shown) };
    marks.append(&mut layers(id, &venn, voices, None, Lines::Hatched));
    headings(marks, &picture.words, plan);
    let below = venn.middle() + venn.reach() + 8.0;
    let answered = match voices {
        [Voice::Silent, Voice::Silent] => None,
        [Voice::Silent, _] => Some(Part::Members),
        _ => Some(Part::Organisation),
    };
    for (part, voice) in [Part::Organisation, Part::Members].into_iter().zip(voices) {
        if voice == Voice::Silent {
            nobody(marks, &venn, part, &picture.words.nobody_yet, sizing);
        }
    }
    if let Some(part) = answered {
        open_items(marks, &venn, part, &list, plan);
        list.clear();
    }
    rest(marks, &picture.words, &list, (plan.width, below), words)
}

/// Says in an empty circle that nobody has answered.
fn nobody(marks: &mut Vec<Mark>, venn: &Venn, part: Part, lines: &[String], size: f64) {
    let Some(span) = venn.chord(part, venn.middle()) else { return };
    for (place, line) in lines.iter().enumerate() {
        let y = venn.middle() + 4.5 + from_middle(place, lines.len()) * size * 1.35;
        marks.push(Mark::centred("t2", (span.middle(), y), size, cut(&clean(line), size * 0.9, span.width() - 8.0)));
    }
}

/// All items as open in the circle that was answered for: with words if all of them fit, else badges alone.
fn open_items(marks: &mut Vec<Mark>, venn: &Venn, part: Part, list: &[Entry], plan: &Plan) {
    let table = if plan.canvas == Canvas::Small { None } else { rows(venn, part, list, plan.size) };
    if let Some((x, heights)) = table {
        for (entry, y) in list.iter().zip(heights) {
            let place = Disc { x: x + 10.5, y, r: 10.5 };
            marks.push(row(entry, Region::Open, place, x, plan.size));
        }
        return;
    }
    let disc = super::fan::circle(venn, part);
    let room = Room { top: disc.y - 0.86 * disc.r, bottom: disc.y + 0.86 * disc.r };
    for (entry, place) in list.iter().zip(Place { venn, part, room, taken: &[] }.squeezed(list.len(), 10.5)) {
        marks.push(item(&entry.item.key, badge(Region::Open, Tone::Solid, entry.item.number, place).into()));
    }
}
