//! What stands outside both circles: one line below them if it fits, else the label with rows of badges below it.

use super::PictureWords;
use super::Region;
use super::entry::Entry;
use super::headings::REGULAR;
use super::table::INDENT;
use crate::chart::badge::{Tone, badge, item};
use crate::chart::geometry::Disc;
use crate::chart::measure::width;
use crate::chart::scene::Mark;
use crate::chart::whole::{count, floor, from_middle};
use crate::chart::wrap::{clean, cut};

/// Whether labels are written beside the badges.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Words {
    /// Where the line has room for all of them.
    Shown,
    /// Badges alone.
    Hidden,
}

const SIZE: f64 = 12.5;
const RADIUS: f64 = 10.5;
/// From badge to badge without words.
const STEP: f64 = 25.5;

/// Writes the row below the height `below`; says where the picture ends.
pub(super) fn rest(
    marks: &mut Vec<Mark>,
    words: &PictureWords,
    list: &[Entry],
    (canvas, below): (f64, f64),
    show: Words,
) -> f64 {
    if list.is_empty() {
        return below;
    }
    let y = below + if show == Words::Hidden { 16.0 } else { 14.0 };
    let open = list.iter().any(|entry| entry.item.region == Region::Open);
    let label = match (open, list.iter().any(|entry| entry.item.region == Region::Neither)) {
        (true, true) => &words.neither_and_open,
        (true, false) => &words.open,
        _ => &words.neither,
    };
    let label = cut(&clean(label), SIZE * REGULAR, canvas);
    let wide = width(&label, SIZE) * REGULAR;
    let with_words: Vec<f64> = list.iter().map(|entry| INDENT + entry.em * SIZE * REGULAR + 12.0).collect();
    let bare = vec![STEP; list.len()];
    let fits = |columns: &[f64]| wide + 12.0 + columns.iter().sum::<f64>() <= canvas;
    if show == Words::Shown && fits(&with_words) {
        line(marks, label, list, &with_words, (canvas, y, wide), Words::Shown);
    } else if fits(&bare) {
        line(marks, label, list, &bare, (canvas, y, wide), Words::Hidden);
    } else {
        marks.push(Mark::centred("t2", (canvas / 2.0, y + 4.5), SIZE, label));
        return rows(marks, list, canvas, y + 25.0) + 15.0;
    }
    y + 16.0
}

/// Label and badges in one line, centred.
fn line(
    marks: &mut Vec<Mark>,
    label: String,
    list: &[Entry],
    columns: &[f64],
    (canvas, y, wide): (f64, f64, f64),
    show: Words,
) {
    let mut x = ((canvas - wide - 10.0 - columns.iter().sum::<f64>()) / 2.0).max(0.0) + wide;
    marks.push(Mark::ending("t2", (x, y + 4.5), SIZE, label));
    x += 10.0;
    for (entry, column) in list.iter().zip(columns) {
        let mut parts: Vec<Mark> = numeral(entry, x + RADIUS, y).into();
        if show == Words::Shown {
            parts.push(Mark::text("", (x + INDENT - 2.0, y + 4.5), SIZE, entry.label.clone()));
        }
        marks.push(item(&entry.item.key, parts));
        x += column;
    }
}

/// Rows of badges of about the same length; says where the last one stands.
fn rows(marks: &mut Vec<Mark>, list: &[Entry], canvas: f64, y: f64) -> f64 {
    let most = floor(canvas / STEP).max(1);
    let rows = list.len().div_ceil(most);
    for (row, line) in list.chunks(list.len().div_ceil(rows)).enumerate() {
        for (place, entry) in line.iter().enumerate() {
            let x = canvas / 2.0 + from_middle(place, line.len()) * STEP;
            let parts = numeral(entry, x, y + count(row) * STEP).into();
            marks.push(item(&entry.item.key, parts));
        }
    }
    y + count(rows - 1) * STEP
}

fn numeral(entry: &Entry, x: f64, y: f64) -> [Mark; 2] {
    badge(entry.item.region, Tone::Solid, entry.item.number, Disc { x, y, r: RADIUS })
}
