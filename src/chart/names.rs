//! Names beside the marks of a map, so that none touches another nor stands on a mark or on a hatch.
//!
//! Each name stands close to its mark if there is room, else further away with a line that leads to it; a line may
//! cross lines and hatches, never words nor the dots of others. A name is broken into up to three lines, and cut only
//! if these do not hold it. In a crowd, names close to the first marks shut in the others. So two layouts are tried:
//! nearest places first for all, and furthest first for those in a crowd; the one that names more is taken, the first
//! if both name as many. Where there is no paper left, a name stands on a hatch, on a piece of paper of its own. What
//! finds no room at all is only numbered, then left out: the list beside the map has all. The cost is a few thousand
//! looks at the field.

use super::badge::Area;
use super::free::{Ground, Places};
use super::geometry::Frame;
use super::measure::width;
use super::path::Outline;
use super::scene::{Anchor, Mark, Text};
use super::whole::count;
use super::wrap::{clean, lines, two_lines};

/// A mark that is to be named.
pub(super) struct Marked<'a> {
    /// Where it is; without width and height for a dot.
    pub(super) area: Area,
    /// Whether it is hatched: a box, and no dot or line.
    pub(super) hatched: bool,
    /// The radius of its dot, or how far the ends of its line reach.
    pub(super) dot: f64,
    /// Its name.
    pub(super) words: &'a str,
    /// Its number.
    pub(super) number: usize,
}

/// What stands beside a mark.
#[derive(Default)]
pub(super) struct Named {
    /// Its marks; none where there was no room.
    pub(super) marks: Vec<Mark>,
    /// Whether they are not the name as it is: cut, or a number.
    pub(super) is_short: bool,
}

const NAME: f64 = 12.0;
const NUMBER: f64 = 10.0;
/// From one line of a name to the next.
const LEADING: f64 = 14.0;
/// The most lines of a name.
const MOST: usize = 3;
/// Between a mark and words close to it.
const AIR: f64 = 4.0;
/// How far from its mark a name may stand: a longer line would lead nobody back.
const RINGS: [f64; 6] = [20.0, 34.0, 50.0, 68.0, 90.0, 120.0];
/// How far a line to a name stays from the dots of others, which it would seem to come from.
const CLEAR: f64 = 8.0;
/// How many directions are tried in each ring.
const DIRECTIONS: usize = 24;
/// A mark is in a crowd if so many others stand within so much of it.
const CROWD: (usize, f64) = (3, 50.0);

/// Which places are tried first.
#[derive(Clone, Copy, PartialEq, Eq)]
enum First {
    Nearest,
    Furthest,
}

/// The names of some marks, no line wider than `most`, in the same order.
pub(super) fn names(field: Frame, marked: &[Marked], most: f64) -> Vec<Named> {
    let (near, named) = layout(field, marked, most, First::Nearest);
    if named == marked.len() {
        return near;
    }
    let (far, more) = layout(field, marked, most, First::Furthest);
    if more > named { far } else { near }
}

/// The numbers of many marks, as far as there is room for them.
pub(super) fn numbers(field: Frame, marked: &[Marked]) -> Vec<Mark> {
    let mut places = taken(field, marked);
    marked.iter().flat_map(|mark| number(&mut places, mark)).collect()
}

fn taken(field: Frame, marked: &[Marked]) -> Places {
    let mut places = Places::new(field);
    for mark in marked {
        if mark.hatched {
            places.hatch(mark.area);
        } else {
            places.mark(mark.area.grown(mark.dot));
        }
    }
    places
}

/// The outlines of the boxes are taken too.
fn outlined(places: &mut Places, marked: &[Marked]) {
    for area in marked.iter().filter(|mark| mark.hatched).map(|mark| mark.area) {
        let Area { left, top, right, bottom } = area;
        let upright = [Area { right: left, ..area }, Area { left: right, ..area }];
        let level = [Area { bottom: top, ..area }, Area { top: bottom, ..area }];
        for edge in upright.into_iter().chain(level) {
            places.mark(edge.grown(1.0));
        }
    }
}

/// One layout, and how many names it has.
fn layout(field: Frame, marked: &[Marked], most: f64, first: First) -> (Vec<Named>, usize) {
    let mut places = taken(field, marked);
    outlined(&mut places, marked);
    let grounds =
        if marked.iter().any(|mark| mark.hatched) { &[Ground::Paper, Ground::Any][..] } else { &[Ground::Any] };
    let mut named = 0;
    let mut one = |mark: &Marked| {
        let crowd = marked.iter().filter(|other| apart(mark, other) < CROWD.1).count() > CROWD.0;
        let first = if crowd { first } else { First::Nearest };
        let blocks = blocks(&clean(mark.words), most);
        for ground in grounds.iter().copied() {
            let close = |places: &mut Places| blocks.iter().find_map(|block| beside(places, mark, block, ground));
            let led = |places: &mut Places| {
                blocks.iter().find_map(|block| led(places, (mark, marked), block, (first, ground)))
            };
            let found = match first {
                First::Nearest => close(&mut places).or_else(|| led(&mut places)),
                First::Furthest => led(&mut places).or_else(|| close(&mut places)),
            };
            if let Some(found) = found {
                named += 1;
                return found;
            }
        }
        Named { marks: number(&mut places, mark), is_short: true }
    };
    (marked.iter().map(&mut one).collect(), named)
}

fn apart(one: &Marked, other: &Marked) -> f64 {
    let ((x, y), (other_x, other_y)) = (one.area.middle(), other.area.middle());
    (x - other_x).hypot(y - other_y)
}

/// Words in lines, as they stand beside a mark.
struct Block {
    class: &'static str,
    size: f64,
    lines: Vec<String>,
    wide: f64,
    is_cut: bool,
}

impl Block {
    fn new(class: &'static str, size: f64, lines: Vec<String>) -> Self {
        let wide = lines.iter().map(|line| width(line, size)).fold(0.0, f64::max);
        let is_cut = lines.iter().any(|line| line.ends_with('…'));
        Self { class, size, lines, wide, is_cut }
    }

    /// From the first base line to the last.
    fn drop(&self) -> f64 {
        LEADING * count(self.lines.len().saturating_sub(1))
    }

    /// The room of it where its first base line starts at a point.
    fn area(&self, (x, y): (f64, f64)) -> Area {
        let bottom = y + self.drop() + 0.22 * self.size;
        Area { left: x, top: y - 0.76 * self.size, right: x + self.wide, bottom }
    }

    /// It in a room that was found for it, on paper of its own where that is hatched.
    fn write(&self, places: &Places, area: Area, anchor: Anchor) -> Named {
        let mut marks = Vec::new();
        if places.is_hatched(area) {
            let paper = area.grown(2.0);
            let (wide, high) = (paper.right - paper.left, paper.bottom - paper.top);
            marks.push(Mark::rect("mp-paper", (paper.left, paper.top), (wide, high), 2.0));
        }
        let x = match anchor {
            Anchor::Start => area.left,
            Anchor::Middle => area.middle().0,
            Anchor::End => area.right,
        };
        let Self { class, size, .. } = *self;
        for (at, line) in self.lines.iter().enumerate() {
            let (y, words) = (area.top + 0.76 * size + LEADING * count(at), line.clone());
            marks.push(Mark::Text(Text { class, x, y, size, anchor, turn: 0.0, words }));
        }
        Named { marks, is_short: self.is_cut }
    }
}

/// A name in one line, if that is short enough, and in more.
fn blocks(words: &str, most: f64) -> Vec<Block> {
    let long = width(words, NAME);
    let name = |lines| Block::new("mp-name", NAME, lines);
    if long > most {
        let two = name(two_lines(words, NAME, most));
        return vec![if two.is_cut { name(lines(words, NAME, most, MOST)) } else { two }];
    }
    let mut blocks = vec![name(vec![words.to_owned()])];
    blocks.extend(Some(name(two_lines(words, NAME, 0.75 * long))).filter(|two| !two.is_cut));
    blocks
}

/// Words at some distance from a mark, and a line that leads to them.
fn led(
    places: &mut Places,
    (mark, others): (&Marked, &[Marked]),
    block: &Block,
    (first, ground): (First, Ground),
) -> Option<Named> {
    let (x, y) = mark.area.middle();
    let (half, drop) = (block.wide / 2.0, block.drop() / 2.0);
    for place in 0..RINGS.len() {
        let place = if first == First::Nearest { place } else { RINGS.len() - 1 - place };
        let ring = RINGS.get(place).copied().unwrap_or_default();
        for turn in 0..DIRECTIONS {
            let angle = std::f64::consts::TAU * count(turn) / count(DIRECTIONS);
            let (at, base) = (x + (ring + half) * angle.cos(), y + (ring + drop) * angle.sin() + 4.0 - drop);
            let written = block.area((at - half, base));
            // The line ends at the nearest point of the words, and starts where a dot ends.
            let end = (x.clamp(written.left, written.right), y.clamp(written.top, written.bottom));
            let long = (end.0 - x).hypot(end.1 - y).max(mark.dot);
            let along = move |share: f64| (x + (end.0 - x) * share, y + (end.1 - y) * share);
            let shares = (2_u8..).map(|step| f64::from(step) * mark.dot / long).take_while(|share| *share < 1.0);
            let from = along((1.3 * mark.dot / long).min(1.0));
            if passes(from, end, (mark, others)) && places.put_led(written, ground, shares.map(along)) {
                let lead = Outline::default().start(from.0, from.1).line(end.0, end.1);
                let mut named = block.write(places, written, Anchor::Middle);
                named.marks.insert(0, Mark::path("lead", lead.data()));
                return Some(named);
            }
        }
    }
    None
}

/// Whether a line keeps clear of the dots of others; of one that touches its own mark, by leading away from it.
fn passes(from: (f64, f64), to: (f64, f64), (mark, others): (&Marked, &[Marked])) -> bool {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let square = (x * x + y * y).max(1.0);
    others.iter().filter(|other| !std::ptr::eq(*other, mark)).all(|other| {
        let Area { left, top, right, bottom } = other.area;
        let share = (((left - from.0) * x + (top - from.1) * y) / square).clamp(0.0, 1.0);
        let near = (from.0 + share * x - left).hypot(from.1 + share * y - top);
        let is_dot = right - left < 1e-9 && bottom - top < 1e-9;
        !is_dot || near >= CLEAR.min(apart(mark, other))
    })
}

/// The number of a mark, close to it, if there is room.
fn number(places: &mut Places, mark: &Marked) -> Vec<Mark> {
    let block = Block::new("mp-num", NUMBER, vec![mark.number.to_string()]);
    beside(places, mark, &block, Ground::Any).map(|named| named.marks).unwrap_or_default()
}

/// Words right of a mark, left of it, above or below it: the first of these that is free.
fn beside(places: &mut Places, mark: &Marked, block: &Block, ground: Ground) -> Option<Named> {
    let (area, (x, y)) = (mark.area.grown(mark.dot + AIR), mark.area.middle());
    let (long, drop) = (block.wide, block.drop());
    let (right, left, middle) = (area.right, area.left - long, x - long / 2.0);
    let (above, base, below) = (area.top - drop, y + 0.35 * block.size - drop / 2.0, area.bottom + 0.75 * block.size);
    let around = [
        (right, base, Anchor::Start),
        (left, base, Anchor::End),
        (middle, above, Anchor::Middle),
        (middle, below, Anchor::Middle),
        (right, above, Anchor::Start),
        (right, below, Anchor::Start),
        (left, above, Anchor::End),
        (left, below, Anchor::End),
    ];
    for (start, base, anchor) in around {
        let written = block.area((start, base));
        if places.put(written, ground) {
            return Some(block.write(places, written, anchor));
        }
    }
    None
}
