//! How far the two sides are apart on one question.
//!
//! **Formula.** The organisation's median less the members', in steps. Where both sides have a [`Spread`] and at least
//! [`RAW_ANSWERS`](thresholds::RAW_ANSWERS) answers in it, also Cliff's δ over all pairs of one answer of each:
//! `(#(o > m) − #(o < m)) / (n_o · n_m)`. **Range** −4 to 4 steps in halves; δ, which has no unit, from −1 to
//! 1. Both are above 0 where the organisation rates higher. **Sizes** of |δ|: below 0.147 negligible, then small,
//!    medium from 0.33, large from 0.474.
//!
//! **Edges.** No gap where a side is not heard or has too few answers for a median; a summary's medians do. δ is asked
//! of the spreads, not of the answers, so that nothing is computed from answers that may not be shown. It ignores *how
//! far* apart answers are: all 4 against all 3 is 1, as is all 4 against all 0; so the steps stand first.
//!
//! **Source.** Cliff 1993; the sizes Romano et al. 2006.
//!
//! ```
//! use common_ground::score::gap::cliffs_delta;
//! use common_ground::score::Effect;
//!
//! // 4, 4, 3 against 2, 3, 3, 4, 2: of 15 pairs 10 are higher, 1 is lower and 4 are equal.
//! let delta = cliffs_delta([0, 0, 0, 1, 2], [0, 0, 2, 2, 1]).unwrap();
//! assert!((delta - 0.6).abs() < 1e-12);
//! assert_eq!(Effect::of(delta), Effect::Large);
//! assert_eq!(Effect::of(-0.2), Effect::Small);
//! ```

use super::many::Said;
use super::{Spread, TOLERANCE, thresholds};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Level, PerSide};

keyed! {
    /// How large a difference between all the answers of two sides is.
    Effect {
        /// Hardly any.
        Negligible,
        /// Small.
        Small,
        /// Medium.
        Medium,
        /// Large.
        Large,
    }
}

impl Effect {
    /// The size of a δ, whichever side rates higher.
    pub fn of(delta: f64) -> Self {
        let reaches = |threshold: f64| delta.abs() >= threshold - TOLERANCE;
        if reaches(thresholds::LARGE_EFFECT) {
            Self::Large
        } else if reaches(thresholds::MEDIUM_EFFECT) {
            Self::Medium
        } else if reaches(thresholds::SMALL_EFFECT) {
            Self::Small
        } else {
            Self::Negligible
        }
    }
}

/// How far two sides that are heard are apart.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Gap {
    /// The organisation's median less the members', in steps.
    pub steps: f64,
    /// Cliff's δ, where both sides have enough answers.
    pub delta: Option<f64>,
}

impl Gap {
    /// The gap between what the two sides say, where both have a median.
    pub fn between(said: &PerSide<Said>) -> Option<Self> {
        let (organisation, members) = (&said.organisation, &said.members);
        let raw = |spread: Spread| (spread.answers() >= thresholds::RAW_ANSWERS).then(|| spread.counts());
        let counts = organisation.spread.ok().and_then(raw).zip(members.spread.ok().and_then(raw));
        Some(Self {
            steps: organisation.median.map(Level::steps)? - members.median.map(Level::steps)?,
            delta: counts.and_then(|(organisation, members)| cliffs_delta(organisation, members)),
        })
    }

    /// How large δ is.
    pub fn effect(&self) -> Option<Effect> {
        self.delta.map(Effect::of)
    }
}

/// Cliff's δ from the answers at each step, lowest first; `None` where a side has none.
pub fn cliffs_delta(organisation: [u32; 5], members: [u32; 5]) -> Option<f64> {
    let (mut ahead, mut pairs, mut below, mut seen) = (0.0, 0.0, 0.0, 0.0);
    let all: f64 = members.iter().copied().map(f64::from).sum();
    for (own, other) in organisation.into_iter().zip(members) {
        let (own, other) = (f64::from(own), f64::from(other));
        seen += other;
        ahead += own * (below - (all - seen));
        pairs += own * all;
        below += other;
    }
    (pairs > 0.0).then(|| ahead / pairs)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Step;
    use crate::score::Voice;
    use crate::score::median::Tally;

    #[test]
    fn every_answer_higher_is_one_and_every_answer_lower_minus_one() {
        assert_eq!(cliffs_delta([0, 0, 0, 0, 5], [9, 0, 0, 0, 0]), Some(1.0));
        assert_eq!(cliffs_delta([0, 0, 0, 5, 0], [0, 0, 0, 0, 9]), Some(-1.0));
        assert_eq!(cliffs_delta([1, 2, 3, 4, 5], [1, 2, 3, 4, 5]), Some(0.0));
        assert_eq!(cliffs_delta([0; 5], [1, 0, 0, 0, 0]), None);
        assert_eq!(cliffs_delta([1, 0, 0, 0, 0], [0; 5]), None);
    }

    #[test]
    fn the_size_of_a_difference_changes_at_its_thresholds() {
        let check = |delta: f64, expected| assert_eq!((Effect::of(delta), Effect::of(-delta)), (expected, expected));
        check(0.0, Effect::Negligible);
        check(0.146_999, Effect::Negligible);
        check(0.147, Effect::Small);
        check(0.329_999, Effect::Small);
        check(0.33, Effect::Medium);
        check(0.473_999, Effect::Medium);
        check(0.474, Effect::Large);
        check(1.0, Effect::Large);
    }

    fn said(numbers: &[u8], voice: Voice, min_replies: u32) -> Said {
        let tally: Tally = numbers.iter().filter_map(|&number| Step::new(number)).collect();
        Said { median: tally.median(1), spread: Spread::of(&tally, voice, min_replies) }
    }

    #[test]
    fn delta_takes_five_answers_that_may_be_shown_on_both_sides() {
        let many = Voice::Replies(9);
        let check = |organisation: Said, members: Said, expected: Option<(f64, Option<f64>)>| {
            let gap = Gap::between(&PerSide { organisation, members });
            assert_eq!(gap.map(|gap| (gap.steps, gap.delta)), expected);
        };
        let (five, low) = ([4, 4, 4, 4, 4], [1, 1, 1, 2, 2]);
        check(said(&five, many, 1), said(&low, many, 5), Some((3.0, Some(1.0))));
        check(said(&low, many, 1), said(&five, many, 5), Some((-3.0, Some(-1.0))));
        check(said(&five[..4], many, 1), said(&low, many, 5), Some((3.0, None)));
        check(said(&[4, 3], many, 1), said(&low, many, 5), Some((2.5, None)));
        // Five answers that may not be shown yet, and a summary.
        check(said(&five, many, 1), said(&low, many, 6), Some((3.0, None)));
        check(said(&five, many, 1), said(&low, Voice::Summary(9), 5), Some((3.0, None)));
        check(said(&five, many, 1), said(&[], many, 5), None);
    }
}
