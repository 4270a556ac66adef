//! The ladder of the outlook: its rungs, the highest on top, each with its criteria and where they stand.
//!
//! A line runs down along the rungs: dashed above the outlook, ink below it, hatched within a range of outlooks. A
//! rung's node is a ring where it is not reached, filled within a second ring where the outlook is, filled and small
//! where it is passed; a ring within a second one where the outlook may be. A criterion has its mark, its words, a bar
//! against its threshold where its figure is a share, and its figure beside what it needs.

use super::bar::{EMPTY, Hue, Track, Way, hatches};
use super::geometry::Interval;
use super::path::Outline;
use super::scene::{Anchor, Mark, Scene};
use super::svg::identifier;
use super::symbols::{MarkKind, mark_at};
use super::whole::count;
use super::written::Type;

/// What is to be drawn; see [`ladder`].
#[derive(Clone, Debug, PartialEq)]
pub struct Ladder {
    /// The accessible name.
    pub title: String,
    /// The rungs, the highest first.
    pub rungs: Vec<Rung>,
    /// A prefix of the ids inside, unique in the page: letters, digits, hyphens.
    pub uid: String,
}

/// A rung.
#[derive(Clone, Debug, PartialEq)]
pub struct Rung {
    /// Its name.
    pub name: String,
    /// Where it stands.
    pub state: RungState,
    /// What is said of it: "3 of 4 criteria hold".
    pub line: String,
    /// Its criteria.
    pub criteria: Vec<Criterion>,
}

/// Where a rung stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RungState {
    /// Passed.
    Done,
    /// The outlook is here.
    Here,
    /// The outlook may be here, as far as is known.
    May,
    /// Not reached.
    Ahead,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Whether it holds.
    pub mark: MarkKind,
    /// What it asks.
    pub words: String,
    /// Bars against its threshold, at most two.
    pub bars: Vec<Bullet>,
    /// More words, below.
    pub short: String,
    /// Its figure.
    pub figure: String,
    /// "needs 50 %".
    pub needs: String,
}

/// A share against its threshold, both from 0 to 1.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bullet {
    /// Whose it is.
    pub hue: Hue,
    /// From the lowest to the highest.
    pub ends: Interval,
    /// The threshold.
    pub threshold: f64,
}

const WIDTH: f64 = 720.0;
/// Where the line of the ladder runs, and where names, marks, words, bars and figures begin.
const LINE: f64 = 12.0;
const NAMES: f64 = 36.0;
const MARKS: f64 = 196.0;
const WORDS: f64 = 222.0;
const BARS: f64 = 428.0;
const FIGURES: f64 = 566.0;
const BAR: f64 = 122.0;
/// Above the first line of a rung, and below its last.
const AIR: f64 = 15.0;
/// From the top of a rung to the middle of its node.
const NODE: f64 = AIR + 11.0;

const NAME: Type = Type::new("b", 15.0, 19.0);
const NOW: Type = Type::new("b", 12.0, 16.0);
const ABOUT: Type = Type::new("t2", 12.0, 16.0);
const HOLDS: Type = Type::new("", 12.5, 16.0);
const FAILS: Type = Type::new("w600", 12.5, 16.0);
const SMALL: Type = Type::new("t2", 11.5, 15.0);

/// The ladder.
pub fn ladder(picture: &Ladder) -> Scene {
    let mut marks = hatches(&picture.uid);
    let line = identifier(&picture.uid, "line");
    marks.push(Mark::Hatch { id: line.clone(), class: "l-h", gap: 4.0, turn: 45.0 });
    let (mut words, mut nodes) = (Vec::new(), Vec::new());
    let mut top = 0.0;
    for (at, one) in picture.rungs.iter().enumerate() {
        if at > 0 {
            words.push(Mark::path("sep", Outline::default().start(NAMES, top).across(WIDTH).data()));
        }
        nodes.push((top + NODE, one.state));
        top += rung(&mut words, one, top, &picture.uid);
    }
    marks.extend(way(&nodes, &line));
    marks.extend(nodes.iter().flat_map(|(y, state)| node(*y, *state)));
    marks.append(&mut words);
    Scene::fluid("pic", &picture.title, (WIDTH, top), marks)
}

/// Writes a rung whose upper edge is at a height; gives how high it is.
fn rung(marks: &mut Vec<Mark>, rung: &Rung, top: f64, uid: &str) -> f64 {
    let name = NAME.broken(&rung.name, MARKS - NAMES - 14.0, 3);
    let now = matches!(rung.state, RungState::Here | RungState::May);
    let line = if now { NOW } else { ABOUT }.broken(&rung.line, MARKS - NAMES - 14.0, 3);
    let height = name.height() + line.height() + 2.0;
    let below = top + AIR + name.height() + 14.0;
    name.write(marks, Anchor::Start, (NAMES, top + AIR + 16.0));
    line.write(marks, Anchor::Start, (NAMES, below));
    let mut y = top + AIR;
    for one in &rung.criteria {
        y += criterion(marks, one, y, uid);
    }
    height.max(y - top - AIR) + 2.0 * AIR
}

/// Writes a criterion whose upper edge is at a height; gives how high it is.
fn criterion(marks: &mut Vec<Mark>, one: &Criterion, top: f64, uid: &str) -> f64 {
    let set = if one.mark == MarkKind::No { FAILS } else { HOLDS };
    let words = set.broken(&one.words, BARS - WORDS - 14.0, 3);
    let short = SMALL.broken(&one.short, FIGURES - WORDS - 14.0, 4);
    let figure = HOLDS.broken(&one.figure, WIDTH - FIGURES, 3);
    let needs = SMALL.broken(&one.needs, WIDTH - FIGURES, 1);
    // Beside the figure, where there is room for both.
    let behind = FIGURES + HOLDS.width(&one.figure) + 8.0;
    let beside = figure.lines.len() < 2 && behind + SMALL.width(&one.needs) <= WIDTH;
    let figures = figure.height() + if beside { 0.0 } else { needs.height() };
    let height = (words.height() + short.height()).max(figures).max(18.0);
    marks.extend(mark_at(one.mark, (MARKS, top)));
    let base = top + 13.0;
    short.write(marks, Anchor::Start, (WORDS, base + words.height()));
    words.write(marks, Anchor::Start, (WORDS, base));
    let place = if beside { (behind, base) } else { (FIGURES, base + figure.height()) };
    figure.write(marks, Anchor::Start, (FIGURES, base));
    needs.write(marks, Anchor::Start, place);
    // One bar in the middle of the line, two around it.
    let first = top + 9.0 - if one.bars.len() > 1 { 9.5 } else { 4.0 };
    for (at, bar) in one.bars.iter().take(2).enumerate() {
        bullet(marks, bar, first + 11.0 * count(at), uid);
    }
    height + 8.0
}

/// A bar against its threshold.
fn bullet(marks: &mut Vec<Mark>, bar: &Bullet, y: f64, uid: &str) {
    let track = Track { x: BARS, y, length: BAR, height: 8.0, way: Way::Right };
    marks.push(track.rect(EMPTY, 0.0, 1.0, None));
    track.fill(marks, bar.hue, bar.ends, uid);
    let threshold = Outline::default().start(track.at(bar.threshold.clamp(0.0, 1.0)), y - 3.0).down(y + 11.0);
    marks.push(Mark::path("thr", threshold.data()));
}

/// The line from node to node, by where the upper one stands.
fn way(nodes: &[(f64, RungState)], hatch: &str) -> Vec<Mark> {
    let mut made = Vec::new();
    for pair in nodes.windows(2) {
        let [(from, state), (to, _)] = pair else { continue };
        let class = match state {
            RungState::May => {
                let (left, right) = (LINE - 3.0, LINE + 3.0);
                let band = Outline::default().start(left, *from).across(right).down(*to).across(left).close();
                made.push(Mark::Path { class: "", d: band.data(), pattern: Some(hatch.to_owned()) });
                continue;
            }
            RungState::Ahead => "l-off",
            RungState::Done | RungState::Here => "l-on",
        };
        made.push(Mark::path(class, Outline::default().start(LINE, *from).down(*to).data()));
    }
    made
}

fn node(y: f64, state: RungState) -> Vec<Mark> {
    let circle = |class, radius| Mark::circle(class, LINE, y, radius);
    match state {
        RungState::Done => vec![circle("k-on", 6.0)],
        RungState::Here => vec![circle("k-may", 11.0), circle("k-on", 7.0)],
        RungState::May => vec![circle("k-may", 11.0), circle("k-may", 7.0)],
        RungState::Ahead => vec![circle("k-off", 7.0)],
    }
}
