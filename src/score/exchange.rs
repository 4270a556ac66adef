//! What kind of exchange it is.
//!
//! **Formula.** From the two answers to "Is what we get worth what we put in?", with *yes* from
//! [`WORTH_IT`](thresholds::WORTH_IT) on: both yes, only one, neither. **Edges.** With an unknown answer, all that are
//! still possible. **Unit** steps in halves, 0 to 4; of the kinds at least one is possible, and at most all four.
//! **Source.** The sides are asked directly, since ratios of what one puts in to what one gets are unsound on ordered
//! steps; the idea of comparing the two is equity theory (Adams 1965). The four names are this project's.
//!
//! ```
//! use common_ground::catalogue::{Level, PerSide};
//! use common_ground::score::{Exchange, exchange};
//!
//! let worth = |organisation, members| PerSide { organisation, members };
//! let (yes, even) = (Level::from_steps(3.0), Level::from_steps(2.0));
//! assert_eq!(exchange::possible(&worth(yes, even)), [Exchange::Extraction]);
//! assert_eq!(exchange::possible(&worth(yes, None)), [Exchange::Sustaining, Exchange::Extraction]);
//! ```

use super::thresholds;
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Level, PerSide, Side};

keyed! {
    /// What kind of exchange it is.
    Exchange {
        /// Both get what it is worth to them.
        Sustaining = "sustaining",
        /// Only the organisation does; members drift off.
        Extraction = "extraction",
        /// Only the members do; a risk to the budget.
        Club = "club",
        /// Neither does.
        Drifting = "drifting",
    }
}

impl Exchange {
    /// Whether a side gets what it is worth to it.
    const fn is_worth_it(self, side: Side) -> bool {
        match side {
            Side::Organisation => matches!(self, Self::Sustaining | Self::Extraction),
            Side::Members => matches!(self, Self::Sustaining | Self::Club),
        }
    }
}

/// Which kinds are possible, in the order of [`Exchange::ALL`].
pub fn possible(worth: &PerSide<Option<Level>>) -> Vec<Exchange> {
    let fits = |exchange: &Exchange| {
        worth.iter().all(|(side, level)| {
            level.is_none_or(|level| level.reaches(thresholds::WORTH_IT) == exchange.is_worth_it(side))
        })
    };
    Exchange::ALL.into_iter().filter(fits).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(organisation: Option<f64>, members: Option<f64>, expected: &[Exchange]) {
        let level = |steps: Option<f64>| steps.and_then(Level::from_steps);
        let worth = PerSide { organisation: level(organisation), members: level(members) };
        assert_eq!(possible(&worth), expected, "{organisation:?} {members:?}");
    }

    #[test]
    fn two_known_answers_leave_one_kind() {
        check(Some(3.0), Some(4.0), &[Exchange::Sustaining]);
        check(Some(3.0), Some(2.5), &[Exchange::Extraction]);
        check(Some(2.0), Some(3.0), &[Exchange::Club]);
        check(Some(2.5), Some(0.0), &[Exchange::Drifting]);
    }

    #[test]
    fn an_unknown_answer_leaves_what_is_still_possible() {
        check(None, Some(3.0), &[Exchange::Sustaining, Exchange::Club]);
        check(None, Some(2.0), &[Exchange::Extraction, Exchange::Drifting]);
        check(Some(1.0), None, &[Exchange::Club, Exchange::Drifting]);
        check(None, None, &Exchange::ALL);
    }
}
