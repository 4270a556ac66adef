//! The mirror histogram: how the answers of the two sides are spread over the five steps, members above, the
//! organisation below, the scale between them.
//!
//! A column is as high as the share of the side's own answers at that step, so that nine members and three people of
//! the organisation compare; all at one step fill the height. Each side stands on a base line of its own. A side whose
//! answers are not shown has neither columns nor base line, and the other does not move: words say why, beside the
//! picture. Medians are bold in the scale; one that falls between two steps makes both bold.

use super::scene::{Mark, Scene, Sizing};
use super::whole::count;

/// What is to be drawn; see [`histogram`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Histogram {
    /// Drawn below the scale.
    pub organisation: Bars,
    /// Drawn above the scale.
    pub members: Bars,
    /// The accessible name. Empty where the same numbers stand beside it.
    pub title: String,
}

/// The answers of one side.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Bars {
    /// How many answers there are at each step; `None` where that is not shown.
    pub counts: Option<[u32; 5]>,
    /// Their median, 0 to 4, halves possible. It may be known where the answers are not shown.
    pub median: Option<f64>,
}

/// How large a histogram is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HistogramSize {
    /// For the list of what to talk about: 112 by 102, 44 for all answers.
    List,
    /// For a row of the table: 82 by 56, 21 for all answers.
    Row,
}

/// Measures in CSS pixels: a chart of this kind is never scaled.
struct Plan {
    column: f64,
    /// What all answers of a side at one step are high.
    full: f64,
}

/// Between two columns.
const AIR: f64 = 3.0;
/// The band of the scale, between the two sides.
const SCALE: f64 = 14.0;
/// How thick a base line is; half of it lies on either side of the edge of the band.
const BASE: f64 = 1.5;
const TICK: f64 = 11.5;

impl Plan {
    const fn of(size: HistogramSize) -> Self {
        match size {
            HistogramSize::List => Self { column: 20.0, full: 44.0 },
            HistogramSize::Row => Self { column: 14.0, full: 21.0 },
        }
    }

    fn left(&self, step: usize) -> f64 {
        count(step) * (self.column + AIR)
    }

    /// Where the scale ends and the organisation begins.
    const fn below(&self) -> f64 {
        self.full + SCALE
    }
}

/// The histogram of two sides.
pub fn histogram(picture: &Histogram, size: HistogramSize) -> Scene {
    let plan = Plan::of(size);
    let mut marks = Vec::with_capacity(25);
    if let Some(counts) = picture.members.counts {
        side(&mut marks, &plan, &counts, ("h-mem", plan.full), |height| plan.full - height);
    }
    if let Some(counts) = picture.organisation.counts {
        side(&mut marks, &plan, &counts, ("h-org", plan.below()), |_| plan.below());
    }
    for step in 0..5 {
        let bold = [picture.organisation, picture.members].iter().any(|bars| is_median(bars, step));
        let middle = plan.left(step) + plan.column / 2.0;
        let class = if bold { "tk b" } else { "tk" };
        marks.push(Mark::centred(class, (middle, plan.full + 11.0), TICK, step.to_string()));
    }
    let extent = (plan.left(4) + plan.column, plan.below() + plan.full);
    Scene { sizing: Sizing::Fixed, ..Scene::fluid("mirror", &picture.title, extent, marks) }
}

/// The base lines of one side at a height, and its columns, whose upper edge follows from how high they are.
fn side(
    marks: &mut Vec<Mark>,
    plan: &Plan,
    counts: &[u32; 5],
    (class, base): (&'static str, f64),
    top: impl Fn(f64) -> f64,
) {
    let all: f64 = counts.iter().copied().map(f64::from).sum();
    for (step, count) in counts.iter().copied().map(f64::from).enumerate() {
        let left = plan.left(step);
        marks.push(Mark::rect("h-base", (left, base - BASE / 2.0), (plan.column, BASE), 0.0));
        if count > 0.0 {
            let height = plan.full * count / all;
            marks.push(Mark::rect(class, (left, top(height)), (plan.column, height), 0.0));
        }
    }
}

/// Whether a step is the median, or next to one between two steps.
fn is_median(bars: &Bars, step: usize) -> bool {
    bars.median.is_some_and(|median| (median - count(step)).abs() < 0.75)
}
