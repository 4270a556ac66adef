//! Pictures: numbers in, a [`Scene`] of marks with labels out, and from it SVG text. Knows nothing of assessments.
//!
//! | file | what |
//! |---|---|
//! | [`scene`], [`svg`], [`path`] | marks, and how they are written |
//! | [`geometry`], [`venn`], [`level`] | the two circles, their lens, how high it fills |
//! | [`measure`], [`wrap`] | how wide words are at most, and how they are broken and cut |
//! | `picture` | the picture of shared value and its small form |
//! | `idea`, `exchange`, `matrix`, `symbols` | the other pictures |
//!
//! Marks carry classes; colours, line widths and weights come from the style sheet. Position carries meaning: the
//! organisation is left, the members right, what is shared between them.

mod advances;
mod badge;
mod exchange;
pub mod geometry;
mod idea;
pub mod level;
mod matrix;
pub mod measure;
pub mod path;
mod picture;
pub mod scene;
#[cfg(test)]
#[expect(clippy::unwrap_used, clippy::indexing_slicing, reason = "a test may fail")]
mod seen;
pub mod svg;
mod symbols;
#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may fail")]
mod tests;
pub mod venn;
mod whole;
pub mod wrap;

pub use exchange::{Exchange, ExchangeWords, Quadrant, QuadrantWords, exchange};
pub use geometry::{Disc, Frame, Span, distance, lens};
pub use idea::{IdeaKind, IdeaWords, idea};
pub use matrix::{Matrix, MatrixPoint, MatrixWords, matrix};
pub use picture::{Canvas, Circles, Kept, Picture, PictureItem, PictureWords, Region, Voice, mini, picture};
pub use scene::{Anchor, Group, Mark, Scene, Sizing, Text};
pub use symbols::{MarkKind, brand, half_moon, mark, stairs};
pub use venn::{Part, Relation, Venn};

/// Which of two forms of a picture: the page shows one, by a container query.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// For a wide container.
    Wide,
    /// For a phone.
    Narrow,
}
