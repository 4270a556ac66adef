//! Importance against delivery, for one side: what stands high and to the left is urgent.
//!
//! The zones are bands shifted by a quarter step, so that no half step falls on a border: *urgent* at importance ≥ 2.75
//! and importance − delivery ≥ 1.75; *improve* at importance − delivery ≥ 0.75; *more than asked* at delivery −
//! importance ≥ 1.75; else in line.

use super::Room;
use super::badge::{Area, Body, Tone, badge, item};
use super::geometry::Disc;
use super::measure::width;
use super::path::Outline;
use super::picture::Region;
use super::scene::{Mark, Scene};
use super::whole::{count, floor, from_middle};
use super::wrap::{clean, cut, two_lines};
use crate::order::sort_by;

/// What is to be drawn; see [`matrix`].
#[derive(Clone, Debug, PartialEq)]
pub struct Matrix {
    /// The items whose importance and delivery are known.
    pub points: Vec<MatrixPoint>,
    /// The words.
    pub words: MatrixWords,
}

/// One item.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixPoint {
    /// Its id, written as `data-item`.
    pub key: String,
    /// Its position in the list, from 1.
    pub number: usize,
    /// Who wants it.
    pub region: Region,
    /// How important it is, 0 to 4, halves possible.
    pub importance: f64,
    /// How far it is delivered, 0 to 4, halves possible.
    pub delivered: f64,
    /// Whether it is urgent: then its badge is solid.
    pub urgent: bool,
}

/// The words of the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MatrixWords {
    /// The accessible name.
    pub title: String,
    /// The steps of importance in words, 0 to 4.
    pub importance: [String; 5],
    /// The steps of delivery in words, 0 to 4.
    pub delivered: [String; 5],
    /// Zone at the upper left.
    pub urgent: String,
    /// Zone between that and the diagonal.
    pub improve: String,
    /// Zone along the diagonal.
    pub in_line: String,
    /// Zone at the lower right.
    pub more_than_asked: String,
    /// Title of the upward axis where there is no room for its steps in words.
    pub importance_axis: String,
    /// Title of the other axis in that case.
    pub delivered_axis: String,
}

const STEP: f64 = 60.0;
const FIELD: f64 = 5.0 * STEP;
const TICK: f64 = 11.5;
/// How much narrower the regular weight is than the bold one that is measured.
const REGULAR: f64 = 0.9;
/// The names of zones: their size, how far they stay from the edges of the field and from badges, how finely places are
/// looked at, and from one line to the next.
const NAME: f64 = 12.0;
const BESIDE: f64 = 7.0;
const ABOVE: f64 = 17.0;
const BELOW: f64 = 9.0;
const AIR: f64 = 3.0;
const RASTER: f64 = 4.0;
const LEADING: f64 = 14.0;
/// Badges at least so large can be read; these sizes are tried where they would be smaller.
const READABLE: f64 = 8.1;
const CROWDED: [f64; 5] = [9.3, 8.2, 7.2, 6.2, 5.2];
/// How finely places around an item are looked at.
const RING: f64 = 2.5;

/// Where the field stands.
struct Plan {
    left: f64,
    top: f64,
}

impl Plan {
    fn x(&self, delivered: f64) -> f64 {
        self.left + (delivered + 0.5) * STEP
    }

    fn y(&self, importance: f64) -> f64 {
        self.top + FIELD - (importance + 0.5) * STEP
    }

    fn place(&self, point: &MatrixPoint) -> (f64, f64) {
        (self.x(point.delivered.clamp(0.0, 4.0)), self.y(point.importance.clamp(0.0, 4.0)))
    }

    fn delivered(&self, x: f64) -> f64 {
        (x - self.left) / STEP - 0.5
    }

    fn importance(&self, y: f64) -> f64 {
        (self.top + FIELD - y) / STEP - 0.5
    }

    fn area(&self, corners: &[(f64, f64)]) -> String {
        let mut outline = Outline::default();
        for (place, (delivered, importance)) in corners.iter().enumerate() {
            let (x, y) = (self.x(*delivered), self.y(*importance));
            outline = if place == 0 { outline.start(x, y) } else { outline.line(x, y) };
        }
        outline.close().data()
    }
}

/// The chart of one side.
pub fn matrix(picture: &Matrix, room: Room) -> Scene {
    let widest = picture.words.importance.iter().map(|word| width(&clean(word), TICK) * REGULAR).fold(0.0, f64::max);
    let (plan, class) = match room {
        Room::Wide => (Plan { left: (widest + 24.0).clamp(40.0, 150.0), top: 8.0 }, "pic scatter sc-wide"),
        Room::Narrow => (Plan { left: 22.0, top: 26.0 }, "pic scatter sc-narrow"),
    };
    let mut marks = Vec::new();
    field(&mut marks, &plan);
    let placed = placed(&plan, &picture.points);
    let badges: Vec<Body> = placed.iter().map(|(point, disc)| Body::of(point.region, *disc)).collect();
    zone_names(&mut marks, &plan, &picture.words, &badges);
    let below = axes(&mut marks, &plan, &picture.words, room);
    for (point, disc) in placed {
        let tone = if point.urgent { Tone::Solid } else { Tone::Soft };
        marks.push(item(&point.key, badge(point.region, tone, point.number, disc).into()));
    }
    Scene::fluid(class, &picture.words.title, (plan.left + FIELD + 2.0, below), marks)
}

fn field(marks: &mut Vec<Mark>, plan: &Plan) {
    let (low, high) = (-0.5, 4.5);
    marks.push(Mark::rect("z0", (plan.left, plan.top), (FIELD, FIELD), 0.0));
    marks.push(Mark::path("z1", plan.area(&[(low, low + 0.75), (low, high), (high - 0.75, high)])));
    marks.push(Mark::path("z2", plan.area(&[(low, 2.75), (low, high), (high - 1.75, high), (1.0, 2.75)])));
    marks.push(Mark::path("z3", plan.area(&[(low + 1.75, low), (high, low), (high, high - 1.75)])));
    let mut lines = Outline::default();
    for step in 1..5 {
        let shift = count(step) * STEP;
        lines = lines.start(plan.left + shift, plan.top).down(plan.top + FIELD);
        lines = lines.start(plan.left, plan.top + shift).across(plan.left + FIELD);
    }
    marks.push(Mark::path("gl", lines.data()));
    marks.push(Mark::rect("fr", (plan.left, plan.top), (FIELD, FIELD), 0.0));
}

/// A zone: its name, how that is set, and which places are in it, by delivery and importance.
struct Zone<'a> {
    name: &'a str,
    class: &'static str,
    holds: fn(f64, f64) -> bool,
    /// Where its name is looked for first.
    corner: Corner,
}

/// A corner of the field.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Corner {
    UpperLeft,
    LowerLeft,
    LowerRight,
}

fn is_urgent(d: f64, w: f64) -> bool {
    w >= 2.75 && w - d >= 1.75
}

/// The names of the zones, each as near to its corner as no badge stands; left out where a zone has no such place.
fn zone_names(marks: &mut Vec<Mark>, plan: &Plan, words: &MatrixWords, badges: &[Body]) {
    let zone = |name, class, holds, corner| Zone { name, class, holds, corner };
    for zone in [
        zone(&words.urgent, "zl b", is_urgent, Corner::UpperLeft),
        zone(&words.improve, "zl", |d, w| w - d >= 0.75 && !is_urgent(d, w), Corner::LowerLeft),
        zone(&words.in_line, "zl", |d, w| w - d < 0.75 && d - w < 1.75, Corner::LowerLeft),
        zone(&words.more_than_asked, "zl", |d, w| d - w >= 1.75, Corner::LowerRight),
    ] {
        let name = clean(zone.name);
        // In one line, or else in two.
        for room in [1.0, 0.75].map(|part| part * width(&name, NAME).min(2.5 * STEP)) {
            let lines = two_lines(&name, NAME, room);
            let long = lines.iter().map(|line| width(line, NAME)).fold(0.0, f64::max);
            if let Some((x, y)) = zone_place(plan, &zone, (long, lines.len()), badges) {
                let line = |(at, words)| {
                    let y = y + LEADING * count(at);
                    match zone.corner {
                        Corner::LowerRight => Mark::ending(zone.class, (x + long, y), NAME, words),
                        _ => Mark::text(zone.class, (x, y), NAME, words),
                    }
                };
                marks.extend(lines.into_iter().enumerate().map(line));
                break;
            }
        }
    }
}

/// Where a name so long, of so many lines, finds room in a zone: the start of its first base line.
fn zone_place(plan: &Plan, zone: &Zone<'_>, (long, lines): (f64, usize), badges: &[Body]) -> Option<(f64, f64)> {
    let drop = LEADING * count(lines.saturating_sub(1));
    // Over a line of the grid only where there is no other room.
    let mut crossing = None;
    let raster = |room: f64| (0..=floor(room / RASTER)).map(|step| count(step) * RASTER);
    for down in raster(FIELD - ABOVE - BELOW - drop) {
        for along in raster(FIELD - 2.0 * BESIDE - long) {
            let y = if zone.corner == Corner::UpperLeft { ABOVE + down } else { FIELD - BELOW - drop - down };
            let x = if zone.corner == Corner::LowerRight { FIELD - BESIDE - long - along } else { BESIDE + along };
            let (x, y) = (plan.left + x, plan.top + y);
            let area = Area { left: x, top: y - 0.76 * NAME, right: x + long, bottom: y + drop + 0.22 * NAME };
            // Each zone holds a rectangle of which it holds the corners.
            let corners = [area.left, area.right].map(|x| [area.top, area.bottom].map(|y| (x, y)));
            let holds = |(x, y): &(f64, f64)| (zone.holds)(plan.delivered(*x), plan.importance(*y));
            let row = |y: f64| floor((y - plan.top) / STEP);
            if corners.as_flattened().iter().all(holds) && badges.iter().all(|badge| !badge.covers(area, AIR)) {
                if row(area.top) == row(area.bottom) {
                    return Some((x, y));
                }
                crossing = crossing.or(Some((x, y)));
            }
        }
    }
    crossing
}

/// Ticks and titles; says where the chart ends.
fn axes(marks: &mut Vec<Mark>, plan: &Plan, words: &MatrixWords, room: Room) -> f64 {
    let bottom = plan.top + FIELD;
    let mut lines = 1.0_f64;
    for (step, word) in words.importance.iter().enumerate() {
        let y = plan.y(count(step)) + 4.0;
        marks.push(Mark::ending("tk b", (plan.left - 8.0, y), TICK, step.to_string()));
        if room == Room::Wide {
            let word = cut(&clean(word), TICK * REGULAR, plan.left - 20.0);
            marks.push(Mark::ending("tk", (plan.left - 20.0, y), TICK, word));
        }
    }
    for (step, word) in words.delivered.iter().enumerate() {
        let x = plan.x(count(step));
        marks.push(Mark::centred("tk b", (x, bottom + 15.0), TICK, step.to_string()));
        let written = two_lines(&clean(word), TICK * REGULAR, STEP - 2.0);
        lines = lines.max(count(written.len()));
        for (place, line) in written.into_iter().enumerate() {
            marks.push(Mark::centred("tk", (x, bottom + 29.0 + 13.0 * count(place)), TICK, line));
        }
    }
    let end = bottom + 24.0 + 13.0 * lines;
    if room == Room::Wide {
        return end + 3.0;
    }
    let title = |words: &str| cut(&clean(words), TICK, plan.left + FIELD);
    marks.push(Mark::text("tk b", (0.0, 15.0), TICK, title(&words.importance_axis)));
    marks.push(Mark::ending("tk b", (plan.left + FIELD, end + 13.0), TICK, title(&words.delivered_axis)));
    end + 21.0
}

/// Where the badges stand. Items at one place share it, in as many columns as rows; in a quarter of the room if others
/// stand half a step away. Where that makes them too small to be read, all are equally large and as near to their
/// places as they find room.
fn placed<'a>(plan: &Plan, points: &'a [MatrixPoint]) -> Vec<(&'a MatrixPoint, Disc)> {
    let mut order: Vec<&MatrixPoint> = points.iter().collect();
    sort_by(&mut order, |a, b| {
        let place = a.delivered.total_cmp(&b.delivered).then(b.importance.total_cmp(&a.importance));
        place.then(a.number.cmp(&b.number))
    });
    let sharing = sharing(plan, &order);
    if sharing.iter().all(|(_, disc)| disc.r >= READABLE) {
        return sharing;
    }
    CROWDED.into_iter().find_map(|r| crowded(plan, &order, r)).unwrap_or(sharing)
}

fn sharing<'a>(plan: &Plan, order: &[&'a MatrixPoint]) -> Vec<(&'a MatrixPoint, Disc)> {
    let mut placed = Vec::with_capacity(order.len());
    for crowd in order.chunk_by(|a, b| together(a, b, 0.01)) {
        let Some(first) = crowd.first() else { continue };
        let near = order.iter().filter(|other| together(first, other, 0.9)).count();
        let side = if near > crowd.len() { 28.0 } else { 52.8 };
        let columns = floor(count(crowd.len()).sqrt().ceil());
        let gap = (side / count(columns)).min(23.5);
        let r = (gap / 2.0 - 0.6).min(10.5);
        let (x, y) = plan.place(first);
        let rows = crowd.len().div_ceil(columns);
        for (row, line) in crowd.chunks(columns).enumerate() {
            for (place, point) in line.iter().enumerate() {
                let x = x + from_middle(place, line.len()) * gap;
                let y = y + from_middle(row, rows) * gap;
                placed.push((*point, Disc { x, y, r }));
            }
        }
    }
    placed
}

/// All badges with a radius, each at the nearest place around its own that is free; `None` where one finds none within
/// half a step. Whoever is alone at a place comes first.
fn crowded<'a>(plan: &Plan, order: &[&'a MatrixPoint], r: f64) -> Option<Vec<(&'a MatrixPoint, Disc)>> {
    let mut placed: Vec<(&MatrixPoint, Disc)> = Vec::with_capacity(order.len());
    for size in 1..=order.len() {
        for point in order.chunk_by(|a, b| together(a, b, 0.01)).filter(|crowd| crowd.len() == size).flatten() {
            let disc = around(plan, point, r).find(|disc| {
                let body = Body::of(point.region, *disc);
                placed.iter().all(|(other, there)| !body.touches(&Body::of(other.region, *there), 0.8))
            })?;
            placed.push((*point, disc));
        }
    }
    Some(placed)
}

/// Places around that of an item, within the field, the nearest first.
fn around(plan: &Plan, point: &MatrixPoint, r: f64) -> impl Iterator<Item = Disc> {
    const AROUND: usize = 24;
    let (x, y) = plan.place(point);
    let [left, top] = [plan.left, plan.top].map(|edge| edge + r + 1.0);
    let room = FIELD - 2.0 * (r + 1.0);
    let rings = (0..AROUND * floor(STEP / 2.0 / RING)).map(move |at| {
        let (ring, turn) = (count(at / AROUND) * RING, std::f64::consts::TAU * count(at % AROUND) / count(AROUND));
        Disc { x: x + ring * turn.cos(), y: y + ring * turn.sin(), r }
    });
    rings.filter(move |disc| (0.0..=room).contains(&(disc.x - left)) && (0.0..=room).contains(&(disc.y - top)))
}

/// Whether two items stand less than `steps` apart both ways.
fn together(a: &MatrixPoint, b: &MatrixPoint, steps: f64) -> bool {
    (a.delivered - b.delivered).abs() < steps && (a.importance - b.importance).abs() < steps
}
