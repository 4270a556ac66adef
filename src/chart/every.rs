//! Every expectation in steps, counted outwards from its number: what is shared stands next to it, what sticks out is
//! wanted by one side alone. Behind the steps, what both see delivered, and the expectation in words.

use super::badge::{Side, Tone, badge, item, pips, sign};
use super::bar::{Hue, Track, Way, hatches, shared};
use super::geometry::Disc;
use super::path::Outline;
use super::picture::Region;
use super::scene::{Anchor, Mark, Scene};
use super::written::Type;

/// What is to be drawn; see [`every`].
#[derive(Clone, Debug, PartialEq)]
pub struct Every {
    /// The expectations in groups.
    pub groups: Vec<Group>,
    /// The words around them.
    pub words: EveryWords,
    /// A prefix of the ids inside, unique in the page: letters, digits, hyphens.
    pub uid: String,
}

/// The expectations of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// The region.
    pub region: Region,
    /// Its name.
    pub name: String,
    /// Its expectations.
    pub rows: Vec<Row>,
}

/// One expectation.
#[derive(Clone, Debug, PartialEq)]
pub struct Row {
    /// Its id, written as `data-item`.
    pub key: String,
    /// Its position in the list, from 1.
    pub number: usize,
    /// The expectation.
    pub statement: String,
    /// How important it is to the organisation and to the members, in half steps; `None` where that is open.
    pub importance: [Option<u8>; 2],
    /// What both see delivered, in half steps.
    pub delivered: Option<u8>,
}

/// The words of the picture.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EveryWords {
    /// The accessible name.
    pub title: String,
    /// The name of each side.
    pub sides: [String; 2],
    /// What the pips are; without it there are none.
    pub delivered: String,
    /// The sum of each side; empty where there is none.
    pub sums: [String; 2],
    /// What the two sums come to.
    pub sum: String,
}

const WIDTH: f64 = 720.0;
/// The numbers; the steps begin this far from their middle.
const MIDDLE: f64 = 122.0;
const BESIDE: f64 = 17.0;
const STEPS: f64 = 86.0;
const PIPS: f64 = 254.0;
const WORDS: f64 = 326.0;

const HEAD: Type = Type::new("b", 12.0, 16.0);
const LIGHT: Type = Type::new("t2", 12.0, 16.0);
const STATEMENT: Type = Type::new("", 13.0, 17.0);

/// The picture of every expectation.
pub fn every(picture: &Every) -> Scene {
    let mut marks = hatches(&picture.uid);
    head(&mut marks, &picture.words);
    let mut y = 24.0;
    for group in &picture.groups {
        y = named(&mut marks, group, y);
        for one in &group.rows {
            y = row(&mut marks, one, group.region, (y, picture));
        }
    }
    let height = foot(&mut marks, &picture.words, y + 8.0);
    Scene::fluid("pic", &picture.words.title, (WIDTH, height), marks)
}

fn head(marks: &mut Vec<Mark>, words: &EveryWords) {
    let [organisation, members] = &words.sides;
    let (left, right) = (MIDDLE - BESIDE, MIDDLE + BESIDE);
    let name = HEAD.broken(organisation, left - 14.0, 1);
    let start = left - name.lines.first().map_or(0.0, |line| HEAD.width(line));
    marks.push(sign(Side::Left, start.max(11.0) - 5.0, 7.0, 5.5));
    name.write(marks, Anchor::End, (left, 11.0));
    let name = HEAD.broken(members, PIPS - right - 20.0, 1);
    let end = right + name.lines.first().map_or(0.0, |line| HEAD.width(line));
    name.write(marks, Anchor::Start, (right, 11.0));
    marks.push(sign(Side::Right, end + 5.0, 7.0, 5.5));
    if !words.delivered.is_empty() {
        LIGHT.broken(&words.delivered, WORDS - PIPS - 6.0, 1).write(marks, Anchor::Start, (PIPS, 11.0));
    }
}

/// Writes the name of a group below a height; gives where its rows begin.
fn named(marks: &mut Vec<Mark>, group: &Group, top: f64) -> f64 {
    let base = top + 22.0;
    marks.push(match group.region {
        Region::OrganisationOnly => sign(Side::Left, 10.0, base - 4.0, 5.5),
        Region::MembersOnly => sign(Side::Right, 5.0, base - 4.0, 5.5),
        Region::Shared => Mark::circle("n-both", 7.0, base - 4.0, 5.5),
        Region::Neither => Mark::circle("n-none", 7.0, base - 4.0, 5.0),
        Region::Open => Mark::circle("n-open", 7.0, base - 4.0, 5.0),
    });
    let name = HEAD.broken(&group.name, WIDTH - 60.0, 1);
    let behind = 18.0 + name.lines.first().map_or(0.0, |line| HEAD.width(line));
    name.write(marks, Anchor::Start, (18.0, base));
    marks.push(Mark::text("t2", (behind + 7.0, base), 12.0, group.rows.len().to_string()));
    marks.push(Mark::path("sep", Outline::default().start(0.0, base + 7.0).across(WIDTH).data()));
    base + 11.0
}

/// Writes an expectation below a height; gives where the next begins.
fn row(marks: &mut Vec<Mark>, row: &Row, region: Region, (top, picture): (f64, &Every)) -> f64 {
    let statement = STATEMENT.broken(&row.statement, WIDTH - WORDS, 3);
    let height = (statement.height() + 9.0).max(27.0);
    let middle = top + height / 2.0;
    let mut made = badge(region, Tone::Solid, row.number, Disc { x: MIDDLE, y: middle, r: 10.5 }).to_vec();
    let [organisation, members] = row.importance;
    let sides = [
        (Way::Left, MIDDLE - BESIDE, organisation, members, Hue::Organisation),
        (Way::Right, MIDDLE + BESIDE, members, organisation, Hue::Members),
    ];
    for (way, x, own, other, hue) in sides {
        let track = Track { x, y: middle - 6.0, length: STEPS, height: 12.0, way };
        track.segments(&mut made, own.map(|own| shared(own, other, hue)), 2.0, &picture.uid);
    }
    if !picture.words.delivered.is_empty() {
        pips(&mut made, (PIPS, middle - 2.25), row.delivered.map(|halves| f64::from(halves) / 2.0));
    }
    let first = middle - statement.height() / 2.0 + 12.5;
    statement.write(&mut made, Anchor::Start, (WORDS, first));
    marks.push(item(&row.key, made));
    top + height
}

/// The sums, below a line; gives where the picture ends.
fn foot(marks: &mut Vec<Mark>, words: &EveryWords, top: f64) -> f64 {
    if words.sum.is_empty() {
        return top;
    }
    marks.push(Mark::path("rule", Outline::default().start(0.0, top).across(WIDTH).data()));
    let [organisation, members] = &words.sums;
    let base = top + 20.0;
    marks.push(Mark::ending("to b", (MIDDLE - BESIDE, base), 13.0, organisation.as_str()));
    marks.push(Mark::text("tm b", (MIDDLE + BESIDE, base), 13.0, members.as_str()));
    let sum = STATEMENT.broken(&words.sum, WIDTH - PIPS, 2);
    let height = sum.height();
    sum.write(marks, Anchor::Start, (PIPS, base));
    top + height + 8.0
}
