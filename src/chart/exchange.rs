//! The exchange: is it worth it for the organisation, and for the members? Five answer steps each way, split between
//! 2 and 3 into four cells.

use super::measure::width;
use super::path::Outline;
use super::scene::{Anchor, Mark, Scene, Text};
use super::svg::identifier;
use super::whole::count;
use super::wrap::{clean, cut};

/// What the two answers make of a community.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quadrant {
    /// Worth it for both.
    Sustaining,
    /// Only for the organisation.
    Extraction,
    /// Only for the members.
    Club,
    /// For neither.
    Drifting,
}

/// What is to be drawn; see [`exchange`].
#[derive(Clone, Debug, PartialEq)]
pub struct Exchange {
    /// The organisation's answer, 0 to 4, halves possible; `None` if unknown.
    pub organisation: Option<f64>,
    /// The members' answer.
    pub members: Option<f64>,
    /// The cells that the answers allow.
    pub possible: Vec<Quadrant>,
    /// The words.
    pub words: ExchangeWords,
    /// A prefix of the ids inside, unique in the page: letters, digits, hyphens.
    pub uid: String,
}

/// The words of the exchange.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ExchangeWords {
    /// The accessible name.
    pub title: String,
    /// Upper right.
    pub sustaining: QuadrantWords,
    /// Upper left.
    pub extraction: QuadrantWords,
    /// Lower right.
    pub club: QuadrantWords,
    /// Lower left.
    pub drifting: QuadrantWords,
    /// The question to the organisation, up the left side.
    pub organisation: String,
    /// The question to the members, below.
    pub members: String,
    /// The answers 0 to 4 in words; an empty one is not written.
    pub steps: [String; 5],
}

/// The words of one cell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct QuadrantWords {
    /// Its name.
    pub name: String,
    /// What it means, in a few words.
    pub line: String,
}

const LEFT: f64 = 60.0;
const TOP: f64 = 6.0;
const STEP: f64 = 60.0;
const SPLIT: f64 = 2.5;
const SIDE: f64 = 362.0;
/// How much narrower the regular weight is than the bold one that is measured.
const REGULAR: f64 = 0.9;

/// A rectangle of the picture.
#[derive(Clone, Copy)]
struct Cell {
    x: f64,
    y: f64,
    width: f64,
    height: f64,
}

fn across(answer: f64) -> f64 {
    LEFT + (answer + 0.5) * STEP - 2.0
}

fn up(answer: f64) -> f64 {
    TOP + (4.5 - answer) * STEP - 2.0
}

/// The picture of the exchange. One unknown answer: a hatched band, no marker.
pub fn exchange(picture: &Exchange) -> Scene {
    let (mut marks, mut written) = (Vec::new(), Vec::new());
    let hatch = identifier(&picture.uid, "x");
    let mut words = Vec::new();
    for quadrant in [Quadrant::Sustaining, Quadrant::Extraction, Quadrant::Club, Quadrant::Drifting] {
        let place = cell(quadrant);
        let possible = picture.possible.contains(&quadrant);
        marks.push(Mark::rect(class(quadrant, possible), (place.x, place.y), (place.width, place.height), 6.0));
        written.push(name(&mut words, quadrant, possible, &picture.words));
    }
    if let Some(band) = band(picture) {
        marks.insert(0, Mark::Hatch { id: hatch.clone(), class: "x-hatch", gap: 6.0, turn: -45.0 });
        marks.push(Mark::Path { class: "", d: without(band, &written), pattern: Some(hatch) });
    }
    marks.append(&mut words);
    if let (Some(organisation), Some(members)) = (picture.organisation, picture.members) {
        let (x, y) = (across(members.clamp(0.0, 4.0)), up(organisation.clamp(0.0, 4.0)));
        marks.push(Mark::circle("x-here", x, y, 8.5));
        marks.push(Mark::circle("x-in", x, y, 3.2));
    }
    axes(&mut marks, &picture.words);
    Scene::fluid("pic exch", &picture.words.title, (SIDE, SIDE), marks)
}

/// Where a cell stands; 4 units lie between two.
fn cell(quadrant: Quadrant) -> Cell {
    let (low, high) = (SPLIT * STEP + STEP / 2.0 - 4.0, (4.5 - SPLIT) * STEP - 4.0);
    let right = LEFT + low + 4.0;
    let bottom = TOP + high + 4.0;
    let (x, width) = match quadrant {
        Quadrant::Sustaining | Quadrant::Club => (right, high),
        _ => (LEFT, low),
    };
    let (y, height) = match quadrant {
        Quadrant::Sustaining | Quadrant::Extraction => (TOP, high),
        _ => (bottom, low),
    };
    Cell { x, y, width, height }
}

fn class(quadrant: Quadrant, possible: bool) -> &'static str {
    match (quadrant, possible) {
        (Quadrant::Sustaining, true) => "x-both on",
        (Quadrant::Sustaining, false) => "x-both",
        (Quadrant::Extraction, true) => "x-org on",
        (Quadrant::Extraction, false) => "x-org",
        (Quadrant::Club, true) => "x-mem on",
        (Quadrant::Club, false) => "x-mem",
        (Quadrant::Drifting, true) => "x-none on",
        (Quadrant::Drifting, false) => "x-none",
    }
}

/// Writes name and meaning of a cell, upper cells at their top, lower ones at their bottom; says where they stand.
fn name(marks: &mut Vec<Mark>, quadrant: Quadrant, possible: bool, words: &ExchangeWords) -> Cell {
    let words = match quadrant {
        Quadrant::Sustaining => &words.sustaining,
        Quadrant::Extraction => &words.extraction,
        Quadrant::Club => &words.club,
        Quadrant::Drifting => &words.drifting,
    };
    let place = cell(quadrant);
    let top = match quadrant {
        Quadrant::Sustaining | Quadrant::Extraction => place.y + 23.0,
        _ => place.y + place.height - 28.0,
    };
    let (x, room) = (place.x + 11.0, place.width - 16.0);
    let title = cut(&clean(&words.name), 14.5, room);
    let line = cut(&clean(&words.line), 12.5 * REGULAR, room);
    let written = width(&title, 14.5).max(width(&line, 12.5));
    marks.push(Mark::text(if possible { "b" } else { "" }, (x, top), 14.5, title));
    marks.push(Mark::text("t2", (x, top + 17.0), 12.5, line));
    Cell { x: x - 4.0, y: top - 15.0, width: written + 8.0, height: 38.0 }
}

/// The row or column of the one answer that is known.
fn band(picture: &Exchange) -> Option<Cell> {
    let whole = 5.0 * STEP - 4.0;
    match (picture.organisation, picture.members) {
        (Some(known), None) => Some(Cell { x: LEFT, y: up(known.clamp(0.0, 4.0)) - 28.0, width: whole, height: 56.0 }),
        (None, Some(known)) => {
            Some(Cell { x: across(known.clamp(0.0, 4.0)) - 28.0, y: TOP, width: 56.0, height: whole })
        }
        _ => None,
    }
}

/// A band with holes where words stand: no words over a hatch.
fn without(band: Cell, written: &[Cell]) -> String {
    let (right, bottom) = (band.x + band.width, band.y + band.height);
    let mut outline = Outline::default().start(band.x, band.y).across(right).down(bottom).across(band.x).close();
    for hole in written {
        let (x0, x1) = (hole.x.max(band.x), (hole.x + hole.width).min(right));
        let (y0, y1) = (hole.y.max(band.y), (hole.y + hole.height).min(bottom));
        if x0 < x1 && y0 < y1 {
            outline = outline.start(x0, y0).down(y1).across(x1).down(y0).close();
        }
    }
    outline.data()
}

fn axes(marks: &mut Vec<Mark>, words: &ExchangeWords) {
    for (step, word) in words.steps.iter().enumerate() {
        let (x, y) = (across(count(step)), up(count(step)));
        marks.push(Mark::centred("tk b", (x, 320.0), 11.5, step.to_string()));
        marks.push(Mark::ending("tk b", (50.0, y + 4.0), 11.5, step.to_string()));
        if !word.is_empty() {
            marks.push(Mark::centred("tk", (x, 334.0), 11.5, clean(word)));
        }
    }
    let middle = 2.5 * STEP - 2.0;
    let question = |words: &str| cut(&clean(words), 12.5, SIDE - 20.0);
    marks.push(Mark::centred("tm b", (LEFT + middle, 356.0), 12.5, question(&words.members)));
    marks.push(Mark::Text(Text {
        class: "to b",
        x: 12.0,
        y: TOP + middle,
        size: 12.5,
        anchor: Anchor::Middle,
        turn: -90.0,
        words: question(&words.organisation),
    }));
}
