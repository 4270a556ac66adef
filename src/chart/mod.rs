//! Pictures: numbers in, a [`Scene`] of marks with labels out, and from it SVG text. Knows nothing of assessments.
//!
//! | file | what |
//! |---|---|
//! | [`scene`], [`svg`], [`path`] | marks, and how they are written |
//! | [`geometry`], [`venn`], [`level`] | the two circles, their lens, how high it fills |
//! | [`measure`], [`wrap`] | how wide words are at most, and how they are broken and cut |
//! | `picture` | the picture of shared value and its small form |
//! | `ladder`, `every`, `sides`, `profile`, with `bar` and `written` | what a page shows without a scene, drawn for files |
//! | `idea`, `exchange`, `matrix`, `histogram`, `trend`, `map`, `symbols`, `qr` | the other pictures |
//! | `sheet` | what makes any of them stand alone |
//! | `names`, `free` | where words still find room |
//!
//! Marks carry classes; colours, line widths and weights come from the style sheet. Position carries meaning: the
//! organisation is left, the members right, what is shared between them.

mod advances;
mod badge;
mod bar;
mod every;
mod exchange;
mod free;
pub mod geometry;
mod histogram;
mod idea;
mod ladder;
mod lanes;
pub mod level;
mod map;
mod matrix;
pub mod measure;
mod names;
pub mod path;
mod picture;
mod profile;
mod qr;
pub mod scene;
#[cfg(test)]
mod seen;
mod sheet;
mod sides;
pub mod svg;
mod symbols;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_bars;
#[cfg(test)]
#[expect(clippy::unnecessary_wraps, reason = "values as the chart takes them")]
mod tests_over_time;
mod trend;
pub mod venn;
mod whole;
pub mod wrap;
mod written;

pub use bar::Hue;
pub use every::{Every, EveryWords, Group as EveryGroup, Row as EveryRow, every};
pub use exchange::{Exchange, ExchangeWords, Quadrant, QuadrantWords, exchange};
pub use geometry::{Disc, Frame, Interval, Span, distance, lens};
pub use histogram::{Bars, Histogram, HistogramSize, histogram};
pub use idea::{IdeaKind, IdeaWords, idea};
pub use ladder::{Bullet, Criterion, Ladder, Rung, RungState, ladder};
pub use map::{MOST_LABELS, Map, MapPlace, MapPoint, MapWords, map};
pub use matrix::{Matrix, MatrixPoint, MatrixWords, matrix};
pub use picture::{Canvas, Circles, Kept, Picture, PictureItem, PictureWords, Region, Voice, mini, picture};
pub use profile::{PracticeBar, Profile, profile};
pub use qr::{MOST_MODULES, Qr, qr};
pub use scene::{Anchor, Group, Mark, Scene, Sizing, Text};
pub use sheet::{KeyEntry, Sample, Sheet, Weight, sheet};
pub use sides::{Ground, SideShares, SideSteps, Sides, sides};
pub use symbols::{MarkKind, brand, half_moon, mark, stairs};
pub use trend::{Trend, TrendAsked, TrendDate, TrendLine, TrendPanel, TrendTone, TrendWords, trend};
pub use venn::{Part, Relation, Venn};

/// Which of two forms of a picture: the page shows one, by a container query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// For a wide container.
    Wide,
    /// For a phone.
    Narrow,
}
