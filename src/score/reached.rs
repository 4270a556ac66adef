//! How far a criterion is reached, and what a change gains for it.
//!
//! **Rule.** Each criterion has one figure that blocks it: what of it holds **in the worst case**, whatever the unknown
//! answers are, as a share from 0 to 1 so that the gains of all criteria read alike. A *gain* is that figure after a
//! change less that figure before, exactly; it may be 0, and below 0.
//!
//! | criterion | what of it holds |
//! |---|---|
//! | of a share: J, W, K | the low end of the share |
//! | of both returns | the low end of the lower of the two that have a value |
//! | of practices: *begun*, the gates | practices known to be at the level needed / practices needed |
//! | *something shared* | items known to be shared / items |
//! | *someone gains* | the higher of the two answers / 4 |
//! | *both gain* | the lower of the two answers / 4 |
//!
//! **Why the worst case.** A criterion is *yes* where it holds whatever the unknown answers are, so the low end is what
//! has to pass the threshold; what the high end does decides nothing. For the same reason an unknown practice is not
//! yet met, and an unknown answer to *worth it?* counts as 0 here; a criterion on two sides is as far as the side that
//! is behind, never a mean in which one side pays for the other. **Why met needs and not levels.** A gate opens need by
//! need; a step that leaves a practice below its need leaves the gate as it was, and gains 0.
//!
//! **Unit** shares; a step of *worth* is 1/4. **Edges.** No gain (`None`) where the figure has no value before or
//! after, nor for *phase*, *both heard* and what is not asked, which no answer moves. Differences below 1e-9 are 0.
//!
//! **Cost.** Only what is asked is computed. **Source.** This project's (domain notes 0.4, 6.12).
//!
//! ```
//! use common_ground::catalogue::{Level, PerSide};
//! use common_ground::score::{Figure, Reached};
//!
//! let before = Reached::Share(Figure::Range { low: 0.41, high: 0.63 });
//! let after = Reached::Share(Figure::Range { low: 0.5, high: 0.63 });
//! assert_eq!(before.gain(&after), Some(0.5 - 0.41));
//! assert_eq!(Reached::Needs { met: 5, of: 8 }.gain(&Reached::Needs { met: 6, of: 8 }), Some(0.125));
//! let worth = |members| PerSide { organisation: Level::from_steps(4.0), members: Level::from_steps(members) };
//! assert_eq!(Reached::Both(worth(1.5)).gain(&Reached::Both(worth(2.5))), Some(0.25));
//! ```

use super::{Counted, CriterionId, Figure, TOLERANCE, delivery, outlook, overlap};
use crate::catalogue::{Level, PerSide, Phase, Side};

/// How far a criterion is reached.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reached {
    /// A share.
    Share(Figure),
    /// The shares of both sides, of which the lower blocks.
    Shares(PerSide<Figure>),
    /// Practices known to be at the level needed.
    Needs {
        /// How many are.
        met: usize,
        /// How many are needed.
        of: usize,
    },
    /// Items known to be shared.
    Shared {
        /// How many are.
        items: usize,
        /// How many there are.
        of: usize,
    },
    /// The answers to *worth it?*, of which the higher counts.
    Someone(PerSide<Option<Level>>),
    /// The answers to *worth it?*, of which the lower counts.
    Both(PerSide<Option<Level>>),
}

impl Reached {
    /// How far a criterion is reached; `None` for what no answer moves.
    pub fn of(id: CriterionId, counted: &Counted) -> Option<Self> {
        Some(match id {
            CriterionId::Begun | CriterionId::Gate | CriterionId::Sustained | CriterionId::Embedded => {
                let needs = outlook::needs(id, counted.phase);
                let is_met = |practice, least| counted.practice(practice).is_some_and(|step| step.number() >= least);
                let met = needs.iter().filter(|(practice, least)| is_met(*practice, *least));
                Self::Needs { met: met.count(), of: needs.len() }
            }
            CriterionId::SomeOverlap | CriterionId::EnoughOverlap => Self::Share(overlap::jaccard(counted)),
            CriterionId::EnoughShared => Self::Share(overlap::shared_of_wanted(counted)),
            CriterionId::SomethingShared => Self::Shared { items: overlap::shared(counted).0, of: counted.items.len() },
            CriterionId::SomeoneGains => Self::Someone(counted.worth),
            CriterionId::BothGain => Self::Both(counted.worth),
            CriterionId::PromiseKept => Self::Share(delivery::kept(counted)),
            CriterionId::ReturnsBegun if counted.phase == Phase::Plan => return None,
            CriterionId::ReturnsBegun | CriterionId::ReturnsGood => {
                Self::Shares(PerSide::from_fn(|side| delivery::returned(counted, side)))
            }
            CriterionId::Phase | CriterionId::BothHeard => return None,
        })
    }

    /// What of it holds in the worst case, as a share; `None` where there is no value.
    pub fn holds(&self) -> Option<f64> {
        let low = |figure: Figure| figure.ends().map(|(low, _)| low);
        let worth = |level: &Option<Level>| level.map_or(0.0, Level::steps) / Level::FULL.steps();
        match self {
            Self::Share(figure) => low(*figure),
            Self::Shares(figures) => Side::ALL.iter().filter_map(|&side| low(*figures.get(side))).reduce(f64::min),
            Self::Needs { met: part, of } | Self::Shared { items: part, of } => share(*part, *of),
            Self::Someone(both) => Some(worth(&both.organisation).max(worth(&both.members))),
            Self::Both(both) => Some(worth(&both.organisation).min(worth(&both.members))),
        }
    }

    /// What is gained from here to there; both of the same criterion.
    pub fn gain(&self, after: &Self) -> Option<f64> {
        let gain = after.holds()? - self.holds()?;
        Some(if gain.abs() < TOLERANCE { 0.0 } else { gain })
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of items and practices")]
fn share(part: usize, of: usize) -> Option<f64> {
    (of > 0).then(|| part as f64 / of as f64)
}

#[cfg(test)]
mod tests {
    use super::super::sample::{importance, levels};
    use super::*;
    use crate::catalogue::Practice;
    use crate::score::Missing;

    #[track_caller]
    fn check(counted: &Counted, id: CriterionId, expected: Option<f64>) {
        assert_eq!(Reached::of(id, counted).and_then(|reached| reached.holds()), expected, "{id:?}");
    }

    #[test]
    fn a_share_is_as_far_as_its_low_end() {
        let counted = importance("4 3", "? 3").delivered("4 2", "4 1").phase(Phase::Launch);
        check(&counted, CriterionId::SomeOverlap, Some(3.0 / 7.0));
        check(&counted, CriterionId::EnoughOverlap, Some(3.0 / 7.0));
        check(&counted, CriterionId::EnoughShared, Some(0.5));
        check(&counted, CriterionId::PromiseKept, Some(0.25));
        check(&importance("4", "?"), CriterionId::EnoughOverlap, None);
    }

    #[test]
    fn two_returns_are_as_far_as_the_lower_that_has_a_value() {
        let both = importance("4 4", "4 4").delivered("4 2", "1 0").phase(Phase::Launch);
        check(&both, CriterionId::ReturnsBegun, Some(1.0 / 8.0));
        check(&both, CriterionId::ReturnsGood, Some(1.0 / 8.0));
        let one = importance("4 4", "4 4").delivered("4 2", "? ?").phase(Phase::Launch);
        check(&one, CriterionId::ReturnsGood, Some(6.0 / 8.0));
        let missing = Figure::Missing(Missing::NothingWanted);
        assert_eq!(Reached::Shares(PerSide { organisation: missing, members: missing }).holds(), None);
    }

    #[test]
    fn needs_that_are_known_to_be_met_count() {
        let counted = importance("4", "4").practices("2 ? 0 0 2 0 3 ? 1 1");
        check(&counted, CriterionId::Begun, Some(0.5));
        check(&counted, CriterionId::Gate, Some(3.0 / 5.0));
        check(&counted.clone().phase(Phase::Sustain), CriterionId::Gate, Some(2.0 / 7.0));
        check(&counted, CriterionId::Sustained, Some(1.0 / 9.0));
        check(&counted, CriterionId::Embedded, Some(1.0 / 3.0));
        check(&counted.practised(Practice::Vp9, 2), CriterionId::Gate, Some(4.0 / 5.0));
    }

    #[test]
    fn items_and_answers_count_as_known() {
        check(&importance("3 3 ? 2", "3 ? 3 4"), CriterionId::SomethingShared, Some(0.25));
        check(&importance("", ""), CriterionId::SomethingShared, None);
        let worth = |both| importance("1", "1").worth(both);
        check(&worth("1.5 3"), CriterionId::SomeoneGains, Some(0.75));
        check(&worth("1.5 3"), CriterionId::BothGain, Some(0.375));
        check(&worth("? 3"), CriterionId::SomeoneGains, Some(0.75));
        check(&worth("? 3"), CriterionId::BothGain, Some(0.0));
    }

    #[test]
    fn what_no_answer_moves_has_no_figure() {
        let counted = importance("4", "4").delivered("4", "4");
        check(&counted, CriterionId::Phase, None);
        check(&counted, CriterionId::BothHeard, None);
        check(&counted, CriterionId::ReturnsBegun, None);
        check(&counted, CriterionId::ReturnsGood, Some(1.0));
    }

    #[test]
    fn a_gain_is_a_difference_and_noise_is_none() {
        let share = |value| Reached::Share(Figure::Value(value));
        assert_eq!(share(0.1 + 0.2).gain(&share(0.3)), Some(0.0));
        assert_eq!(share(0.5).gain(&share(0.25)), Some(-0.25));
        assert_eq!(share(0.5).gain(&Reached::Share(Figure::Missing(Missing::NothingWanted))), None);
        let worth = |text: &str| levels(text).first().copied().flatten();
        let both = |one, other| Reached::Both(PerSide { organisation: worth(one), members: worth(other) });
        assert_eq!(both("2", "4").gain(&both("3", "4")), Some(0.25));
        assert_eq!(both("4", "2").gain(&both("4", "2")), Some(0.0));
    }
}
