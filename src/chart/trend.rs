//! Figures over time: a small chart for each, all with the same dates from left to right, in proportion to time. Each
//! has a scale of its own: shares, or a count.
//!
//! A value is a dot, a range an upright hatched bar from its lowest to its highest, and neither is invented where there
//! is none: the line breaks. Between two values runs a line; where one of the two is a range, two thin lines run from
//! low to low and from high to high. A line is dashed where what is asked about has changed on the way. The
//! organisation's marks lie left of their date, the members' right of it, so that equal values make one disc. What each
//! line comes to at the end is written beside it.
//!
//! Dates that would touch are left out: the last stays, then the first, then those between from left to right.

use super::Room;
use super::badge::{self, Side};
use super::geometry::Interval;
use super::measure::width;
use super::path::{Arc, Outline, Sweep};
use super::scene::{Mark, Scene};
use super::svg::identifier;
use super::whole::count;
use super::wrap::{clean, cut};
use crate::order::sort_by;

/// What is to be drawn; see [`trend`].
#[derive(Clone, Debug, PartialEq)]
pub struct Trend {
    /// The dates, oldest first.
    pub dates: Vec<TrendDate>,
    /// The figures, each in a chart of its own.
    pub panels: Vec<TrendPanel>,
    /// The words.
    pub words: TrendWords,
    /// A prefix of the ids inside, unique in the page: letters, digits, hyphens.
    pub uid: String,
}

/// One date.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendDate {
    /// Its day number, from any start.
    pub day: f64,
    /// How it is written.
    pub label: String,
    /// Whether it asks about the same as the date before.
    pub asked: TrendAsked,
}

/// Whether two dates ask about the same items.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendAsked {
    /// The same.
    Same,
    /// Items were added or taken out: the two figures are of different lists.
    Changed,
}

/// One figure, of one or two sides.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendPanel {
    /// What it is.
    pub name: String,
    /// What is written at the left edge: how far up, 0 to 1, and the words there. The lowest and the highest frame the
    /// plot.
    pub ticks: Vec<(f64, String)>,
    /// Its lines.
    pub lines: Vec<TrendLine>,
}

/// One line.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendLine {
    /// Whose it is.
    pub tone: TrendTone,
    /// How far up it is at each date, 0 to 1; `None` where there is no value.
    pub values: Vec<Option<Interval>>,
    /// What it comes to at the last date, in words.
    pub latest: String,
}

/// Whose a line is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TrendTone {
    /// The organisation's.
    Organisation,
    /// The members'.
    Members,
    /// Of both together.
    Both,
    /// Of neither: what is counted, in ink.
    Ink,
}

/// The words of the chart.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct TrendWords {
    /// The accessible name.
    pub title: String,
}

const TICK: f64 = 11.5;
const NAME: f64 = 13.0;
/// How much narrower the regular weight is than the bold one that is measured.
const REGULAR: f64 = 0.9;
const PLOT: f64 = 96.0;
/// Above the plot of a panel, for its name.
const HEAD: f64 = 26.0;
/// Below it, for the dates.
const FOOT: f64 = 24.0;
const AIR: f64 = 16.0;
/// Between two dates that are written.
const APART: f64 = 8.0;
/// From the edge of a plot to the first and the last date, so that their marks stay inside.
const INSET: f64 = 8.0;
/// How far the dates of one day stand apart.
const STEP: f64 = 12.0;
/// Between the lines of what is written at the end.
const LEADING: f64 = 15.0;

/// The classes of a line's marks.
struct Classes {
    line: &'static str,
    cut: &'static str,
    rim: &'static str,
    bar: &'static str,
    hatch: &'static str,
    dot: &'static str,
}

impl TrendTone {
    const fn classes(self) -> Classes {
        match self {
            Self::Organisation => Classes {
                line: "tr-line tr-org",
                cut: "tr-cut tr-org",
                rim: "tr-rim tr-org",
                bar: "tr-bar tr-org",
                hatch: "tr-h tr-org",
                dot: "n-org",
            },
            Self::Members => Classes {
                line: "tr-line tr-mem",
                cut: "tr-cut tr-mem",
                rim: "tr-rim tr-mem",
                bar: "tr-bar tr-mem",
                hatch: "tr-h tr-mem",
                dot: "n-mem",
            },
            Self::Both => Classes {
                line: "tr-line tr-both",
                cut: "tr-cut tr-both",
                rim: "tr-rim tr-both",
                bar: "tr-bar tr-both",
                hatch: "tr-h tr-both",
                dot: "n-both",
            },
            Self::Ink => Classes {
                line: "tr-line tr-ink",
                cut: "tr-cut tr-ink",
                rim: "tr-rim tr-ink",
                bar: "tr-bar tr-ink",
                hatch: "tr-h tr-ink",
                dot: "tr-dot",
            },
        }
    }

    const fn form(self) -> &'static str {
        match self {
            Self::Organisation => "to",
            Self::Members => "tm",
            Self::Both => "tb",
            Self::Ink => "ti",
        }
    }
}

/// The plot of one panel, and where the dates stand in it.
struct Plan {
    left: f64,
    top: f64,
    right: f64,
    /// The edges of the whole panel.
    outer: (f64, f64),
    xs: Vec<f64>,
}

impl Plan {
    fn y(&self, share: f64) -> f64 {
        self.top + PLOT * (1.0 - share)
    }

    /// The dates of a chart between two edges.
    fn dates(dates: &[TrendDate], left: f64, right: f64) -> Vec<f64> {
        let days = || dates.iter().map(|date| date.day).filter(|day| day.is_finite());
        let (first, last) = (days().fold(f64::INFINITY, f64::min), days().fold(f64::NEG_INFINITY, f64::max));
        let room = right - left - 2.0 * INSET;
        let share = |day: f64| if last > first { ((day - first) / (last - first)).clamp(0.0, 1.0) } else { 0.5 };
        let place = |date: &TrendDate| left + INSET + room * share(if date.day.is_finite() { date.day } else { first });
        let mut xs: Vec<f64> = dates.iter().map(place).collect();
        // Those of one day stand side by side: pushed to the right, then back within the edge.
        let apart = STEP.min(room / count(dates.len().max(1)));
        let same = |at: usize| {
            let day = |at: usize| dates.get(at).map(|date| date.day);
            at > 0 && day(at) == day(at - 1)
        };
        for at in 1..xs.len() {
            let [before, x] = xs.get_mut(at - 1..=at).unwrap_or_default() else { continue };
            *x = x.max(if same(at) { *before + apart } else { *before });
        }
        let mut edge = right - INSET;
        for at in (0..xs.len()).rev() {
            let Some(x) = xs.get_mut(at) else { continue };
            *x = x.min(edge);
            edge = if same(at) { *x - apart } else { *x };
        }
        xs
    }
}

/// The charts of all figures, in two columns or in one.
pub fn trend(picture: &Trend, room: Room) -> Scene {
    let (extent, columns, class) = match room {
        Room::Wide => (720.0, picture.panels.len().clamp(1, 2), "pic trend tr-wide"),
        Room::Narrow => (340.0, 1, "pic trend tr-narrow"),
    };
    // A page has both forms and hides one, and with it the hatches in it.
    let uid = match room {
        Room::Wide => picture.uid.clone(),
        Room::Narrow => [&picture.uid, "-narrow-"].concat(),
    };
    let mut marks = Vec::new();
    for tone in [TrendTone::Organisation, TrendTone::Members, TrendTone::Both, TrendTone::Ink] {
        if picture.panels.iter().flat_map(|panel| &panel.lines).any(|line| line.tone == tone) {
            let id = identifier(&uid, tone.form());
            marks.push(Mark::Hatch { id, class: tone.classes().hatch, gap: 4.0, turn: 45.0 });
        }
    }
    let widest = |words: &mut dyn Iterator<Item = &String>| {
        words.map(|word| width(&clean(word), TICK)).fold(0.0, f64::max).min(80.0)
    };
    let before =
        REGULAR * widest(&mut picture.panels.iter().flat_map(|panel| &panel.ticks).map(|(_, word)| word)) + 6.0;
    let after = widest(&mut picture.panels.iter().flat_map(|panel| &panel.lines).map(|line| &line.latest)) + 24.0;
    let column = (extent + AIR) / count(columns) - AIR;
    for (place, panel) in picture.panels.iter().enumerate() {
        let outer = (column + AIR) * count(place % columns);
        let (left, right) = (outer + before, outer + column - after);
        let top = HEAD + (HEAD + PLOT + FOOT + AIR) * count(place / columns);
        let xs = Plan::dates(&picture.dates, left, right);
        let plan = Plan { left, top, right, outer: (outer, outer + column), xs };
        frame(&mut marks, &plan, panel);
        dates(&mut marks, &plan, &picture.dates);
        for line in &panel.lines {
            draw(&mut marks, &plan, line, (&picture.dates, &uid));
        }
        ends(&mut marks, &plan, &panel.lines);
    }
    let rows = count(picture.panels.len().div_ceil(columns));
    let height = (HEAD + PLOT + FOOT + AIR) * rows - AIR;
    Scene::fluid(class, &picture.words.title, (extent, height.max(0.0)), marks)
}

/// The name, the ticks and their lines.
fn frame(marks: &mut Vec<Mark>, plan: &Plan, panel: &TrendPanel) {
    let name = cut(&clean(&panel.name), NAME, plan.outer.1 - plan.outer.0);
    marks.push(Mark::text("b", (plan.outer.0, plan.top - 11.0), NAME, name));
    let mut inner = Outline::default();
    for (share, word) in &panel.ticks {
        let word = cut(&clean(word), TICK, 80.0);
        marks.push(Mark::ending("tk", (plan.left - 6.0, plan.y(*share) + 4.0), TICK, word));
        if *share > 0.0 && *share < 1.0 {
            inner = inner.start(plan.left, plan.y(*share)).across(plan.right);
        }
    }
    let edge = |edges: Outline, share| edges.start(plan.left, plan.y(share)).across(plan.right);
    marks.push(Mark::path("gl", inner.data()));
    marks.push(Mark::path("fr", edge(edge(Outline::default(), 0.0), 1.0).data()));
}

/// A tick for each date, and the dates that find room.
fn dates(marks: &mut Vec<Mark>, plan: &Plan, dates: &[TrendDate]) {
    let bottom = plan.y(0.0);
    let ticks = plan.xs.iter().fold(Outline::default(), |ticks, x| ticks.start(*x, bottom).down(bottom + 4.0));
    if !dates.is_empty() {
        marks.push(Mark::path("tr-tick", ticks.data()));
    }
    let (from, to) = plan.outer;
    let mut written: Vec<(f64, f64)> = Vec::new();
    // The last one first, then from left to right.
    let last = dates.len().saturating_sub(1);
    for place in std::iter::once(last).chain(0..last) {
        let (Some(date), Some(x)) = (dates.get(place), plan.xs.get(place)) else { continue };
        let word = cut(&clean(&date.label), TICK * REGULAR, (to - from) / 2.0);
        let half = width(&word, TICK) * REGULAR / 2.0;
        let x = x.clamp(from + half, to - half);
        let free = written.iter().all(|(left, right)| x + half + APART <= *left || x - half - APART >= *right);
        if free && !word.is_empty() {
            written.push((x - half, x + half));
            marks.push(Mark::centred("tk", (x, bottom + 18.0), TICK, word));
        }
    }
}

/// One line: bars of ranges, lines between, dots of values. One path of each kind, however many dates there are.
fn draw(marks: &mut Vec<Mark>, plan: &Plan, line: &TrendLine, (dates, uid): (&[TrendDate], &str)) {
    let classes = line.tone.classes();
    let [mut solid, mut dashed, mut rims, mut bars, mut dots] = [(); 5].map(|()| Outline::default());
    // As thick as the dates leave room for.
    let half = ((plan.right - plan.left) / count(plan.xs.len().max(1)) / 4.0).clamp(1.2, 4.0);
    let mut before: Option<(f64, Interval)> = None;
    for ((value, x), date) in line.values.iter().zip(&plan.xs).zip(dates) {
        let Some(value) = value.map(|value| value.within(1.0)) else {
            before = None;
            continue;
        };
        let (low, high) = (plan.y(value.low), plan.y(value.high));
        match before {
            Some((from, old)) if old.is_exact() && value.is_exact() => {
                let way = |way: Outline| way.start(from, plan.y(old.low)).line(*x, low);
                match date.asked {
                    TrendAsked::Same => solid = way(solid),
                    TrendAsked::Changed => dashed = way(dashed),
                }
            }
            Some((from, old)) => {
                rims = rims.start(from, plan.y(old.low)).line(*x, low);
                rims = rims.start(from, plan.y(old.high)).line(*x, high);
            }
            None => {}
        }
        if value.is_exact() {
            dots = dot(dots, line.tone, (*x, low), half);
        } else {
            let (left, right) = match line.tone {
                TrendTone::Organisation => (x - half, *x),
                TrendTone::Members => (*x, x + half),
                TrendTone::Both | TrendTone::Ink => (x - half, x + half),
            };
            bars = bars.start(left, high).across(right).down(low).across(left).close();
        }
        before = Some((*x, value));
    }
    let mut push = |class, outline: Outline, pattern| {
        let d = outline.data();
        if !d.is_empty() {
            marks.push(Mark::Path { class, d, pattern });
        }
    };
    push(classes.bar, bars, Some(identifier(uid, line.tone.form())));
    push(classes.rim, rims, None);
    push(classes.cut, dashed, None);
    push(classes.line, solid, None);
    push(classes.dot, dots, None);
}

/// A disc, or the half of it that is a side's.
fn dot(dots: Outline, tone: TrendTone, (x, y): (f64, f64), r: f64) -> Outline {
    let sweep = match tone {
        TrendTone::Organisation => Sweep::Clockwise,
        TrendTone::Members => Sweep::Counter,
        TrendTone::Both | TrendTone::Ink => return dots.circle(x, y, r),
    };
    dots.start(x, y - r).down(y + r).arc(r, Arc::Small, sweep, (x, y - r)).close()
}

/// What each line comes to, beside its end, with its sign; moved apart where two would touch.
fn ends(marks: &mut Vec<Mark>, plan: &Plan, lines: &[TrendLine]) {
    let height = |line: &TrendLine| {
        let last = line.values.iter().rev().copied().flatten().next();
        last.map_or(plan.y(0.0), |value| plan.y(value.within(1.0).middle()))
    };
    // What is not known now ends where it was known last.
    let known = lines.iter().filter(|line| line.values.last().is_none_or(Option::is_some));
    let mut order: Vec<(f64, &TrendLine)> = known.map(|line| (height(line), line)).collect();
    sort_by(&mut order, |(one, _), (other, _)| one.total_cmp(other));
    // Upwards from the lowest so that all stay above the bottom, then downwards.
    let mut below = plan.y(0.0) + LEADING;
    for (y, _) in order.iter_mut().rev() {
        *y = y.min(below - LEADING);
        below = *y;
    }
    let mut above = plan.top - LEADING;
    for (y, line) in order {
        let y = y.max(above + LEADING);
        above = y;
        let (x, words) = (plan.right + 8.0, cut(&clean(&line.latest), TICK, 80.0));
        marks.push(match line.tone {
            TrendTone::Organisation => badge::sign(Side::Left, x + 7.0, y, 4.5),
            TrendTone::Members => badge::sign(Side::Right, x + 2.5, y, 4.5),
            TrendTone::Both | TrendTone::Ink => {
                Mark::path(line.tone.classes().dot, Outline::default().circle(x + 4.5, y, 4.0).data())
            }
        });
        marks.push(Mark::text("b", (x + 13.0, y + 4.0), TICK, words));
    }
}
