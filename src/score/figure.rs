//! A number that may be a range, or may be no number at all.
//!
//! **Units** those of what is figured: shares 0 to 1 for all but what [`trend`](super::trend) follows in steps and
//! numbers. **Edges.** Ends closer than [`TOLERANCE`] are one value, the lower; a figure without a value says why.
//!
//! **Source.** This project's: what unknown answers leave open is shown as a range, as Manski's bounds are.
//!
//! ```
//! use common_ground::score::{Figure, Missing};
//!
//! let open = Figure::between(0.25, 0.75);
//! assert_eq!((open.ends(), open.value(), open.width()), (Some((0.25, 0.75)), None, 0.5));
//! assert_eq!(Figure::between(0.5, 0.5 + 1e-10), Figure::Value(0.5));
//! let missing = Figure::Missing(Missing::NothingWanted);
//! assert_eq!((missing.ends(), missing.width()), (None, 1.0));
//! ```

use crate::catalogue::Side;

/// A figure over all that the unknown answers could be.
///
/// Shares run from 0 to 1. A range is the whole truth: no answer from 0 to 4 for the unknowns falls outside it, and
/// each end is reached by some answer. Two ends closer than 1e-9 are one value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Figure {
    /// One value, whatever the unknown answers are.
    Value(f64),
    /// Anything from `low` to `high`.
    Range {
        /// The lowest.
        low: f64,
        /// The highest.
        high: f64,
    },
    /// No value, and why.
    Missing(Missing),
}

/// Why a figure has no value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// A side has answered nothing of what it needs.
    Silent(Side),
    /// Neither side has.
    BothSilent,
    /// Its denominator is 0: nothing is wanted at all.
    NothingWanted,
    /// It needs every importance, and some are unknown.
    NeedsAll,
    /// The ratings do not tell the items apart.
    Flat,
}

/// Closer than this, two figures are one; a comparison with a threshold allows as much.
pub const TOLERANCE: f64 = 1e-9;

impl Figure {
    /// The figure from `low` to `high`.
    pub fn between(low: f64, high: f64) -> Self {
        if high - low <= TOLERANCE { Self::Value(low) } else { Self::Range { low, high } }
    }

    /// The lowest and the highest, `None` where there is no value.
    pub const fn ends(self) -> Option<(f64, f64)> {
        match self {
            Self::Value(value) => Some((value, value)),
            Self::Range { low, high } => Some((low, high)),
            Self::Missing(_) => None,
        }
    }

    /// The one value.
    pub const fn value(self) -> Option<f64> {
        match self {
            Self::Value(value) => Some(value),
            Self::Range { .. } | Self::Missing(_) => None,
        }
    }

    /// How far its ends are apart; 1 where there is no value, since it may be any share.
    pub fn width(self) -> f64 {
        self.ends().map_or(1.0, |(low, high)| high - low)
    }
}
