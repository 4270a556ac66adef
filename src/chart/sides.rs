//! The two sides about one middle line: shares that grow outwards from it, then what each side puts in, kind by kind.
//!
//! A share that is not known is solid to its lowest and hatched to its highest.

use super::badge::{Side, sign};
use super::bar::{EMPTY, Hue, Track, Way, hatches, reached};
use super::geometry::Interval;
use super::path::Outline;
use super::scene::{Anchor, Mark, Scene};
use super::written::{Type, Written};

/// What is to be drawn; see [`sides`].
#[derive(Clone, Debug, PartialEq)]
pub struct Sides {
    /// The accessible name.
    pub title: String,
    /// The name of each side.
    pub names: [String; 2],
    /// The shares.
    pub shares: Vec<SideShares>,
    /// What stands above what each side puts in.
    pub puts_in: String,
    /// What each side puts in.
    pub kinds: Vec<SideSteps>,
    /// A prefix of the ids inside, unique in the page: letters, digits, hyphens.
    pub uid: String,
}

/// One share of each side.
#[derive(Clone, Debug, PartialEq)]
pub struct SideShares {
    /// What it is.
    pub name: String,
    /// What is left of the share.
    pub ground: Ground,
    /// The share, 0 to 1; `None` where there is no value.
    pub ends: [Option<Interval>; 2],
    /// The share in words.
    pub words: [String; 2],
    /// Thresholds, with how they are written.
    pub ticks: Vec<(f64, String)>,
}

/// What a share is a part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// Of what a side wants: its own tint, on which the share is what both want.
    Wanted,
    /// Of what could be: grey, on which the share is the side's own.
    Possible,
}

/// Four steps of each side.
#[derive(Clone, Debug, PartialEq)]
pub struct SideSteps {
    /// What they are steps of.
    pub name: String,
    /// How many, in half steps; `None` where that is open.
    pub levels: [Option<u8>; 2],
    /// The same in words.
    pub words: [String; 2],
}

const WIDTH: f64 = 720.0;
const MIDDLE: f64 = WIDTH / 2.0;
const BAR: f64 = 250.0;
const HIGH: f64 = 18.0;
/// Half of the room for the name of a kind.
const KIND: f64 = 56.0;
const STEPS: f64 = 86.0;

const SIDE: Type = Type::new("b", 14.0, 18.0);
const LABEL: Type = Type::new("t2", 12.0, 16.0);
const FIGURE: Type = Type::new("b", 15.0, 18.0);
const SMALL: Type = Type::new("t2", 11.5, 15.0);

/// The picture of the two sides.
pub fn sides(picture: &Sides) -> Scene {
    let mut marks = hatches(&picture.uid);
    let [organisation, members] = &picture.names;
    let (left, right) = (SIDE.broken(organisation, MIDDLE - 60.0, 1), SIDE.broken(members, MIDDLE - 60.0, 1));
    let edge = |name: &Written| 22.0 + name.lines.first().map_or(0.0, |line| SIDE.width(line)) + 6.0;
    marks.push(sign(Side::Left, MIDDLE - edge(&left), 9.0, 6.5));
    marks.push(sign(Side::Right, MIDDLE + edge(&right), 9.0, 6.5));
    left.write(&mut marks, Anchor::End, (MIDDLE - 22.0, 14.0));
    right.write(&mut marks, Anchor::Start, (MIDDLE + 22.0, 14.0));
    let mut y = 26.0;
    for one in &picture.shares {
        marks.push(Mark::path("sep", Outline::default().start(0.0, y).across(WIDTH).data()));
        y = shares(&mut marks, one, y, &picture.uid);
    }
    if !picture.kinds.is_empty() {
        marks.push(Mark::path("sep", Outline::default().start(0.0, y).across(WIDTH).data()));
        LABEL.broken(&picture.puts_in, WIDTH - 40.0, 1).write(&mut marks, Anchor::Middle, (MIDDLE, y + 17.0));
        y += 24.0;
    }
    for one in &picture.kinds {
        y = steps(&mut marks, one, y, &picture.uid);
    }
    Scene::fluid("pic", &picture.title, (WIDTH, y), marks)
}

/// Writes the shares of both sides below a height; gives where the next begin.
fn shares(marks: &mut Vec<Mark>, one: &SideShares, top: f64, uid: &str) -> f64 {
    LABEL.broken(&one.name, WIDTH - 40.0, 1).write(marks, Anchor::Middle, (MIDDLE, top + 17.0));
    let y = top + 24.0;
    let [organisation, members] = &one.words;
    let [left, right] = one.ends;
    let sides = [
        (Way::Left, left, organisation, Hue::Organisation, "c-org", Anchor::End),
        (Way::Right, right, members, Hue::Members, "c-mem", Anchor::Start),
    ];
    for (way, ends, words, own, tint, anchor) in sides {
        let out = if way == Way::Left { -1.0 } else { 1.0 };
        let track = Track { x: MIDDLE + out, y, length: BAR, height: HIGH, way };
        let (ground, hue) = match one.ground {
            Ground::Wanted => (tint, Hue::Both),
            Ground::Possible => (EMPTY, own),
        };
        // Without a value all of it is open: a ground with nothing on it would say that the share is 0.
        if let Some(ends) = ends {
            marks.push(track.rect(ground, 0.0, 1.0, None));
            track.fill(marks, hue, ends, uid);
        } else {
            marks.push(track.open(uid));
        }
        let words = FIGURE.broken(words, MIDDLE - BAR - 16.0, 1);
        words.write(marks, anchor, (MIDDLE + out * (BAR + 13.0), y + 14.5));
        for (at, words) in &one.ticks {
            let x = track.at(at.clamp(0.0, 1.0));
            marks.push(Mark::path("thr", Outline::default().start(x, y - 4.0).down(y + HIGH + 4.0).data()));
            marks.push(Mark::centred("t2", (x, y + HIGH + 15.0), 11.0, words.as_str()));
        }
    }
    y + HIGH + if one.ticks.is_empty() { 12.0 } else { 24.0 }
}

/// Writes the steps of both sides below a height; gives where the next begin.
fn steps(marks: &mut Vec<Mark>, one: &SideSteps, top: f64, uid: &str) -> f64 {
    let base = top + 12.0;
    LABEL.broken(&one.name, 2.0 * KIND - 8.0, 1).write(marks, Anchor::Middle, (MIDDLE, base));
    let [organisation, members] = &one.words;
    let [left, right] = one.levels;
    let sides =
        [(Way::Left, left, organisation, "s-org", Anchor::End), (Way::Right, right, members, "s-mem", Anchor::Start)];
    let mut height: f64 = 21.0;
    for (way, level, words, class, anchor) in sides {
        let out = if way == Way::Left { -1.0 } else { 1.0 };
        let track = Track { x: MIDDLE + out * KIND, y: base - 8.0, length: STEPS, height: 8.0, way };
        track.segments(marks, level.map(|level| reached(level, class)), 2.0, uid);
        let words = SMALL.broken(words, MIDDLE - KIND - STEPS - 12.0, 3);
        height = height.max(words.height() + 6.0);
        words.write(marks, anchor, (MIDDLE + out * (KIND + STEPS + 10.0), base));
    }
    top + height
}
