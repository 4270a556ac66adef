//! Names beside the marks of a map, so that none touches another nor stands on a mark.
//!
//! Each name stands close to its mark if there is room, else further away with a line that leads to it; a line may cross
//! marks and lines, never words. In a crowd, names close to the first marks shut in the others. So two layouts are tried:
//! nearest places first for all, and furthest first for those in a crowd; the one that names more is taken, the first
//! if both name as many. What finds no room is cut short, then only numbered, then left out: the list beside the map has
//! all. The cost is a few thousand looks at the field.

use super::badge::Area;
use super::free::Places;
use super::geometry::Frame;
use super::measure::width;
use super::path::Outline;
use super::scene::Mark;
use super::whole::count;
use super::wrap::{clean, cut};

/// A mark that is to be named.
pub(super) struct Marked<'a> {
    /// Where it is; without width and height for a dot.
    pub(super) area: Area,
    /// Whether words may not stand on it.
    pub(super) solid: bool,
    /// The radius of its dot, or how far the ends of its line reach.
    pub(super) dot: f64,
    /// Its name.
    pub(super) words: &'a str,
    /// Its number.
    pub(super) number: usize,
}

const NAME: f64 = 12.0;
const NUMBER: f64 = 10.0;
/// The widest that a name may be where there is no room for more of it.
const SHORT: f64 = 78.0;
/// Between a mark and words close to it.
const AIR: f64 = 4.0;
/// How far from its mark a name may stand.
const RINGS: [f64; 8] = [20.0, 34.0, 50.0, 68.0, 90.0, 120.0, 160.0, 210.0];
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

/// The names of some marks, each at most `most` wide, in the same order; each is its marks.
pub(super) fn names(field: Frame, marked: &[Marked], most: f64) -> Vec<Vec<Mark>> {
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
    marked.iter().filter_map(|mark| number(&mut places, mark)).collect()
}

fn taken(field: Frame, marked: &[Marked]) -> Places {
    let mut places = Places::new(field);
    for mark in marked.iter().filter(|mark| mark.solid) {
        places.mark(mark.area.grown(mark.dot));
    }
    places
}

/// One layout, and how many names it has in full.
fn layout(field: Frame, marked: &[Marked], most: f64, first: First) -> (Vec<Vec<Mark>>, usize) {
    let mut places = taken(field, marked);
    let mut full = 0;
    let mut one = |mark: &Marked| {
        let crowd = marked.iter().filter(|other| apart(mark, other) < CROWD.1).count() > CROWD.0;
        let first = if crowd { first } else { First::Nearest };
        let words = clean(mark.words);
        for most in [most, SHORT] {
            let words = cut(&words, NAME, most);
            let close = |places: &mut Places| beside(places, mark, ("mp-name", NAME), &words).map(|text| vec![text]);
            let found = match first {
                First::Nearest => close(&mut places).or_else(|| led(&mut places, mark, &words, first)),
                First::Furthest => led(&mut places, mark, &words, first).or_else(|| close(&mut places)),
            };
            if let Some(found) = found {
                full += usize::from(most > SHORT);
                return found;
            }
        }
        number(&mut places, mark).into_iter().collect()
    };
    (marked.iter().map(&mut one).collect(), full)
}

fn apart(one: &Marked, other: &Marked) -> f64 {
    let ((x, y), (other_x, other_y)) = (one.area.middle(), other.area.middle());
    (x - other_x).hypot(y - other_y)
}

/// Words at some distance from a mark, and a line that leads to them.
fn led(places: &mut Places, mark: &Marked, words: &str, first: First) -> Option<Vec<Mark>> {
    let (x, y) = mark.area.middle();
    let half = width(words, NAME) / 2.0;
    for place in 0..RINGS.len() {
        let place = if first == First::Nearest { place } else { RINGS.len() - 1 - place };
        let ring = RINGS.get(place).copied().unwrap_or_default();
        for turn in 0..DIRECTIONS {
            let angle = std::f64::consts::TAU * count(turn) / count(DIRECTIONS);
            let (at, base) = (x + (ring + half) * angle.cos(), y + ring * angle.sin() + 4.0);
            let written = written((at - half, base), 2.0 * half, NAME);
            // The line ends at the nearest point of the words, and starts where a dot ends.
            let end = (x.clamp(written.left, written.right), y.clamp(written.top, written.bottom));
            let long = (end.0 - x).hypot(end.1 - y).max(mark.dot);
            let along = move |share: f64| (x + (end.0 - x) * share, y + (end.1 - y) * share);
            let shares = (2_u8..).map(|step| f64::from(step) * mark.dot / long).take_while(|share| *share < 1.0);
            if places.put_led(written, shares.map(along)) {
                let from = along((1.3 * mark.dot / long).min(1.0));
                let lead = Outline::default().start(from.0, from.1).line(end.0, end.1);
                return Some(vec![Mark::path("lead", lead.data()), Mark::centred("mp-name", (at, base), NAME, words)]);
            }
        }
    }
    None
}

/// The number of a mark, close to it, if there is room.
fn number(places: &mut Places, mark: &Marked) -> Option<Mark> {
    beside(places, mark, ("mp-num", NUMBER), &mark.number.to_string())
}

/// Words right of a mark, left of it, above or below it: the first of these that is free.
fn beside(places: &mut Places, mark: &Marked, (class, size): (&'static str, f64), words: &str) -> Option<Mark> {
    let (area, (x, y)) = (mark.area.grown(mark.dot + AIR), mark.area.middle());
    let long = width(words, size);
    let (right, left) = (area.right, area.left);
    let (above, base, below) = (area.top, y + 0.35 * size, area.bottom + 0.75 * size);
    let around = [
        (right, right, base),
        (left - long, left, base),
        (x - long / 2.0, x, above),
        (x - long / 2.0, x, below),
        (right, right, above),
        (right, right, below),
        (left - long, left, above),
        (left - long, left, below),
    ];
    for (place, (start, anchor, base)) in around.into_iter().enumerate() {
        if places.put(written((start, base), long, size)) {
            let at = (anchor, base);
            return Some(match place {
                0 | 4 | 5 => Mark::text(class, at, size, words),
                2 | 3 => Mark::centred(class, at, size, words),
                _ => Mark::ending(class, at, size, words),
            });
        }
    }
    None
}

/// The room of words that start at a point on their base line.
fn written((x, y): (f64, f64), long: f64, size: f64) -> Area {
    Area { left: x, top: y - 0.76 * size, right: x + long, bottom: y + 0.22 * size }
}
