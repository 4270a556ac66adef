//! The map of many communities: overlap from left to right, maturity upwards.
//!
//! A community whose two figures are known is a dot; one known figure and a range is a line with ends; two ranges are a
//! hatched box. What one person believes of both sides is outlined, not filled. A thin trail leads from where a
//! community was to where it is; it needs a place to start from, so it runs through the middle of a range, which is no
//! value. Where marks of one height would lie on each other, they stand a little above and below it.
//!
//! Up to [`MOST_LABELS`] communities have their names beside them, near where there is room, else further away with a
//! line to them, else their number. More have their numbers, as far as there is room for them: words never touch each
//! other, and the list beside the map has all. Then all marks of one kind are one path, however many there are.

use super::Room;
use super::badge::{Area, item};
use super::geometry::{Frame, Interval};
use super::lanes::apart;
use super::measure::width;
use super::names::{Marked, Named, names, numbers};
use super::path::Outline;
use super::picture::Voice;
use super::scene::{Group, Mark, Scene};
use super::svg::identifier;
use super::whole::count;
use super::wrap::{clean, cut};

/// What is to be drawn; see [`map`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Map {
    /// The communities.
    pub points: Vec<MapPoint>,
    /// The words.
    pub words: MapWords,
    /// A prefix of the ids inside, unique in the page: letters, digits, hyphens.
    pub uid: String,
}

/// One community.
#[derive(Clone, Debug, PartialEq)]
pub struct MapPoint {
    /// Its id, written as `data-item` on its marks and on its name, where it has that beside it.
    pub key: String,
    /// Its position in the list, from 1.
    pub number: usize,
    /// Its name.
    pub label: String,
    /// Where it is.
    pub place: MapPlace,
    /// Where it was, oldest first.
    pub path: Vec<MapPlace>,
    /// Whether its sides were heard: else its marks are outlined.
    pub voice: Voice,
}

/// A place on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapPlace {
    /// The overlap, 0 to 1.
    pub overlap: Interval,
    /// The maturity, 0 to 10.
    pub maturity: Interval,
}

/// The words of the map.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MapWords {
    /// The accessible name.
    pub title: String,
    /// 0, 25, 50, 75 and 100 % in words.
    pub ticks: [String; 5],
    /// Title of the axis from left to right.
    pub overlap_axis: String,
    /// Title of the axis upwards.
    pub maturity_axis: String,
}

/// Up to so many communities have their names beside them.
pub const MOST_LABELS: usize = 30;

const LEFT: f64 = 26.0;
const TOP: f64 = 26.0;
const TICK: f64 = 11.5;
/// How much narrower the regular weight is than the bold one that is measured.
const REGULAR: f64 = 0.9;
/// From the edges of the field to the ends of the scales, so that marks stay inside.
const INSET: f64 = 12.0;
/// The radius of a dot, and half of what ends a line.
const DOT: f64 = 4.5;
/// The same where there are many.
const SMALL: f64 = 3.0;
const MOST: f64 = 10.0;

/// Where the field stands.
struct Plan {
    field: Frame,
}

impl Plan {
    fn x(&self, share: f64) -> f64 {
        self.field.x + INSET + (self.field.width - 2.0 * INSET) * share
    }

    fn y(&self, share: f64) -> f64 {
        self.field.y + self.field.height - INSET - (self.field.height - 2.0 * INSET) * share
    }

    /// The rectangle that a place is; without width or height where a figure is one value.
    fn area(&self, place: &MapPlace) -> Area {
        let (overlap, maturity) = (place.overlap.within(1.0), place.maturity.within(MOST));
        let (left, right) = (self.x(overlap.low), self.x(overlap.high));
        Area { left, top: self.y(maturity.high), right, bottom: self.y(maturity.low) }
    }

    /// The same of all, where what would lie on each other goes apart.
    fn areas(&self, points: &[MapPoint], dot: f64) -> Vec<Area> {
        let mut areas: Vec<Area> = points.iter().map(|point| self.area(&point.place)).collect();
        apart(&mut areas, dot);
        areas
    }
}

/// The map.
pub fn map(picture: &Map, room: Room) -> Scene {
    let (field, name, class) = match room {
        Room::Wide => (Frame { x: LEFT, y: TOP, width: 640.0, height: 400.0 }, 170.0, "pic map mp-wide"),
        Room::Narrow => (Frame { x: LEFT, y: TOP, width: 312.0, height: 320.0 }, 120.0, "pic map mp-narrow"),
    };
    let plan = Plan { field };
    // A page has both forms and hides one, and with it the hatch in it.
    let hatch = identifier(&picture.uid, if room == Room::Wide { "mp" } else { "mp-narrow" });
    let mut marks = vec![Mark::Hatch { id: hatch.clone(), class: "mp-h", gap: 5.0, turn: 45.0 }];
    axes(&mut marks, &plan, &picture.words);
    let dot = if picture.points.len() <= MOST_LABELS { DOT } else { SMALL };
    let areas = plan.areas(&picture.points, dot);
    let marked: Vec<Marked> = picture
        .points
        .iter()
        .zip(&areas)
        .map(|(point, area)| {
            let (words, number) = (point.label.as_str(), point.number);
            Marked { area: *area, hatched: !is_flat(*area), dot, words, number }
        })
        .collect();
    if picture.points.len() <= MOST_LABELS {
        for (point, area) in picture.points.iter().zip(&areas) {
            marks.push(item(&point.key, shapes(&plan, [(point, area)], &hatch, dot)));
        }
        // Above the lines and trails of all, which the rim around the words then interrupts.
        let labels = picture.points.iter().zip(names(field, &marked, name));
        marks.extend(labels.filter(|(_, label)| !label.marks.is_empty()).map(|(point, label)| named(point, label)));
    } else {
        marks.extend(shapes(&plan, picture.points.iter().zip(&areas), &hatch, dot));
        marks.extend(numbers(field, &marked));
    }
    let extent = (LEFT + field.width + 2.0, TOP + field.height + 44.0);
    Scene::fluid(class, &picture.words.title, extent, marks)
}

/// What stands beside a community, with its name in full where that is cut.
fn named(point: &MapPoint, label: Named) -> Mark {
    let title = if label.is_short { point.label.clone() } else { String::new() };
    Mark::Group(Group { class: "item", item: Some(point.key.clone()), title, clip: None, marks: label.marks })
}

fn axes(marks: &mut Vec<Mark>, plan: &Plan, words: &MapWords) {
    let Frame { x, y, width: wide, height } = plan.field;
    let bottom = y + height;
    marks.push(Mark::rect("z0", (x, y), (wide, height), 0.0));
    let mut lines = Outline::default();
    for (step, word) in words.ticks.iter().enumerate() {
        let at = plan.x(count(step) / 4.0);
        let half = width(&clean(word), TICK) * REGULAR / 2.0;
        let word = cut(&clean(word), TICK * REGULAR, wide / 5.0);
        marks.push(Mark::centred("tk", (at.min(x + wide - half), bottom + 16.0), TICK, word));
        lines = lines.start(at, y).down(bottom);
    }
    for step in [0, 2, 4, 6, 8, 10] {
        let at = plan.y(count(step) / MOST);
        marks.push(Mark::ending("tk", (x - 6.0, at + 4.0), TICK, step.to_string()));
        lines = lines.start(x, at).across(x + wide);
    }
    marks.push(Mark::path("gl", lines.data()));
    marks.push(Mark::rect("fr", (x, y), (wide, height), 0.0));
    let title = |words: &str| cut(&clean(words), TICK, wide);
    marks.push(Mark::text("tk b", (0.0, y - 10.0), TICK, title(&words.maturity_axis)));
    marks.push(Mark::ending("tk b", (x + wide, bottom + 34.0), TICK, title(&words.overlap_axis)));
}

/// The marks of some communities: one path of each kind.
fn shapes<'a>(
    plan: &Plan,
    points: impl IntoIterator<Item = (&'a MapPoint, &'a Area)>,
    hatch: &str,
    dot: f64,
) -> Vec<Mark> {
    let [mut trails, mut boxes, mut lines, mut sketched, mut heard, mut estimated] =
        [(); 6].map(|()| Outline::default());
    for (point, area) in points {
        let area = *area;
        for (place, from) in point.path.iter().enumerate() {
            let (x, y) = plan.area(from).middle();
            trails = if place == 0 { trails.start(x, y) } else { trails.line(x, y) };
        }
        if !point.path.is_empty() {
            let (x, y) = area.middle();
            trails = trails.line(x, y);
        }
        let is_heard = point.voice == Voice::Heard;
        let (lines, dots) = if is_heard { (&mut lines, &mut heard) } else { (&mut sketched, &mut estimated) };
        if point.place.overlap.is_exact() && point.place.maturity.is_exact() {
            *dots = std::mem::take(dots).circle(area.left, area.top, dot);
        } else if is_flat(area) {
            *lines = line(std::mem::take(lines), area, dot);
        } else {
            boxes = outlined(boxes, area);
            *lines = outlined(std::mem::take(lines), area);
        }
    }
    let mut marks = Vec::new();
    let kinds = [
        ("mp-box", boxes, Some(hatch.to_owned())),
        ("mp-trail", trails, None),
        ("mp-line", lines, None),
        ("mp-line mp-est", sketched, None),
        ("mp-dot", heard, None),
        ("mp-dot mp-est", estimated, None),
    ];
    for (class, outline, pattern) in kinds {
        let d = outline.data();
        if !d.is_empty() {
            marks.push(Mark::Path { class, d, pattern });
        }
    }
    marks
}

fn outlined(outline: Outline, area: Area) -> Outline {
    outline.start(area.left, area.top).across(area.right).down(area.bottom).across(area.left).close()
}

/// A line along an area without width or without height, with a stroke across each end.
fn line(outline: Outline, area: Area, dot: f64) -> Outline {
    let Area { left, top, right, bottom } = area;
    if right > left {
        let ends = |outline: Outline, x| outline.start(x, top - dot).down(top + dot);
        ends(ends(outline.start(left, top).across(right), left), right)
    } else {
        let ends = |outline: Outline, y| outline.start(left - dot, y).across(left + dot);
        ends(ends(outline.start(left, top).down(bottom), top), bottom)
    }
}

/// Whether it is a dot or a line.
fn is_flat(area: Area) -> bool {
    area.right - area.left < 1e-9 || area.bottom - area.top < 1e-9
}
