//! What makes a picture stand alone: whose it is and what it says above it, what its marks mean and what to mind below
//! it.

use super::badge::{PIPS, Side, Tone, badge, pips, sign};
use super::bar::{Hue, Track, Way, hatches};
use super::geometry::{Disc, Interval};
use super::path::Outline;
use super::picture::Region;
use super::scene::{Anchor, Mark, Scene};
use super::symbols::{MarkKind, mark_at};
use super::whole::{count, floor};
use super::written::{LINES, Type, Written};

/// The words around a picture; see [`sheet`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sheet {
    /// Whose picture it is.
    pub name: String,
    /// When it is from, and who was heard.
    pub about: String,
    /// What it says.
    pub heading: String,
    /// More of it; may be empty.
    pub lead: String,
    /// What its marks mean.
    pub key: Vec<KeyEntry>,
    /// What to mind.
    pub notes: Vec<String>,
}

/// A mark, and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyEntry {
    /// The mark.
    pub sample: Sample,
    /// What it means.
    pub words: String,
}

/// A mark of a picture, in small.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sample {
    /// The shape of who wants it.
    Shape(Region),
    /// The badge of an item by its number.
    Item(Region, usize, Weight),
    /// A number by itself.
    Number(usize),
    /// A mark of a criterion.
    Mark(MarkKind),
    /// A segment of a bar of a side, or of both.
    Segment(Hue),
    /// A step that is reached.
    Reached,
    /// A step that is missing.
    Missing,
    /// A step that is open.
    Open,
    /// What is possible of a share.
    Range(Hue),
    /// The line of what is needed.
    Needed,
    /// What is delivered.
    Pips,
    /// The ring of a side that is estimated.
    Estimated,
    /// Where two answers meet.
    Here,
}

/// How much a badge stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// In the solid colour.
    Solid,
    /// In the tint, with an outline.
    Soft,
}

const NAME: Type = Type::new("w600", 13.0, 18.0);
const ABOUT: Type = Type::new("t2", 12.0, 16.0);
const HEADING: Type = Type::new("b", 20.0, 25.0);
const LEAD: Type = Type::new("t2", 13.0, 18.0);
const WORDS: Type = Type::new("", 12.0, 16.0);
/// The prefix of the ids of hatches in the key.
const UID: &str = "key";
/// Between what stands beside each other in the key.
const APART: f64 = 22.0;
/// The most columns of a key of items.
const COLUMNS: f64 = 4.0;

/// The picture with its words around it. Its width stays.
pub fn sheet(mut scene: Scene, words: &Sheet) -> Scene {
    let room = scene.width;
    let blocks = [
        (NAME.broken(&words.name, room, LINES), 0.0),
        (ABOUT.told(&words.about, room), 10.0),
        (HEADING.told(&words.heading, room), 3.0),
        (LEAD.told(&words.lead, room), 18.0),
    ];
    scene.above = blocks.iter().map(|(lines, behind)| lines.height() + behind).sum();
    let mut y = -scene.above;
    for (lines, behind) in blocks {
        y = put(&mut scene.marks, lines, y) + behind;
    }
    let mut bottom = scene.height;
    if !words.key.is_empty() {
        if words.key.iter().any(|entry| matches!(entry.sample, Sample::Open | Sample::Range(_))) {
            scene.marks.extend(hatches(UID));
        }
        bottom = key(&mut scene.marks, &words.key, room, bottom + 18.0);
    }
    for (at, note) in words.notes.iter().enumerate() {
        let lines = ABOUT.told(note, room);
        bottom = put(&mut scene.marks, lines, bottom + if at == 0 { 16.0 } else { 4.0 });
    }
    scene.height = bottom;
    let title = [words.heading.as_str(), ". ", &words.name, ". ", &scene.title].concat();
    title.trim_end_matches([' ', '.']).clone_into(&mut scene.title);
    scene
}

/// Writes lines below a height; gives where they end.
fn put(marks: &mut Vec<Mark>, lines: Written, top: f64) -> f64 {
    let (height, rise) = (lines.height(), lines.rise());
    lines.write(marks, Anchor::Start, (0.0, top + rise));
    top + height
}

/// Writes what the marks mean below a height; gives where it ends. Items stand in columns, all else one after the
/// other.
fn key(marks: &mut Vec<Mark>, entries: &[KeyEntry], room: f64, top: f64) -> f64 {
    let (mut x, mut y) = (0.0, top);
    let items = |entry: &KeyEntry| matches!(entry.sample, Sample::Item(..) | Sample::Number(_));
    let widest = entries.iter().filter(|one| items(one)).map(|one| 27.0 + WORDS.width(&one.words)).fold(0.0, f64::max);
    let columns = count(floor((room + APART) / (widest + APART))).clamp(1.0, COLUMNS);
    let column = (room + APART) / columns;
    // How far the words of a row reach below one line.
    let (mut before, mut deep) = (false, 0.0_f64);
    for entry in entries {
        let item = items(entry);
        let wide = extent(entry.sample) + 7.0;
        let room_for = if item { column - APART } else { room };
        let words = WORDS.broken(&entry.words, room_for - wide, LINES);
        let needs = wide + words.lines.iter().map(|line| WORDS.width(line)).fold(0.0, f64::max);
        if x > 0.0 && (item != before || x + needs > room + 0.5) {
            (x, y) = (0.0, y + deep + if item == before { 21.0 } else { 26.0 });
            deep = 0.0;
        }
        draw(marks, entry.sample, (x, y + 8.0));
        deep = deep.max(words.height() - WORDS.leading);
        words.write(marks, Anchor::Start, (x + wide, y + 12.0));
        x += if item { column } else { needs + APART };
        before = item;
    }
    y + deep + 18.0
}

/// How wide a sample is.
const fn extent(sample: Sample) -> f64 {
    match sample {
        Sample::Shape(Region::OrganisationOnly | Region::MembersOnly) => 9.0,
        Sample::Shape(_) => 12.0,
        Sample::Mark(_) => 18.0,
        Sample::Needed => 6.0,
        Sample::Pips => PIPS,
        Sample::Estimated => 14.0,
        Sample::Here => 16.0,
        _ => 20.0,
    }
}

/// Draws a sample from a left edge, around a height.
fn draw(marks: &mut Vec<Mark>, sample: Sample, (x, y): (f64, f64)) {
    let track = Track { x, y: y - 5.0, length: 20.0, height: 10.0, way: Way::Right };
    let step = |class: &'static str| track.rect(class, 0.0, 1.0, None);
    match sample {
        Sample::Shape(Region::OrganisationOnly) => marks.push(sign(Side::Left, x + 8.0, y, 6.0)),
        Sample::Shape(Region::MembersOnly) => marks.push(sign(Side::Right, x + 2.0, y, 6.0)),
        Sample::Shape(Region::Shared) => marks.push(Mark::circle("n-both", x + 6.0, y, 5.5)),
        Sample::Shape(Region::Open) => marks.push(Mark::circle("n-open", x + 6.0, y, 5.5)),
        Sample::Shape(Region::Neither) => marks.push(Mark::circle("n-none", x + 6.0, y, 5.5)),
        Sample::Item(region, number, tone) => {
            let tone = if tone == Weight::Solid { Tone::Solid } else { Tone::Soft };
            marks.extend(badge(region, tone, number, Disc { x: x + 10.0, y, r: 9.0 }));
        }
        Sample::Number(number) => marks.push(Mark::ending("t2", (x + 20.0, y + 4.0), WORDS.size, number.to_string())),
        Sample::Mark(kind) => marks.extend(mark_at(kind, (x, y - 9.0))),
        Sample::Segment(Hue::Organisation) => marks.push(step("s-org")),
        Sample::Segment(Hue::Members) => marks.push(step("s-mem")),
        Sample::Segment(Hue::Both) => marks.push(step("s-both")),
        Sample::Reached => marks.push(step("s-ink")),
        Sample::Missing => marks.push(step("s-miss")),
        Sample::Open => marks.push(track.open(UID)),
        Sample::Range(hue) => track.fill(marks, hue, Interval { low: 0.0, high: 1.0 }, UID),
        Sample::Needed => {
            let line = Outline::default().start(x + 3.0, y - 8.0).down(y + 8.0);
            marks.push(Mark::path("need", line.data()));
        }
        Sample::Pips => pips(marks, (x, y - 2.25), Some(2.0)),
        Sample::Estimated => marks.push(Mark::circle("v-ro v-est", x + 7.0, y, 6.5)),
        Sample::Here => {
            marks.extend([Mark::circle("x-here", x + 8.0, y, 7.5), Mark::circle("x-in", x + 8.0, y, 2.9)]);
        }
    }
}
