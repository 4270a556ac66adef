//! The criteria of the outlook, and how each is read from its figure and its threshold.
//!
//! **Rule.** A criterion is *yes* where it holds whatever the unknown answers are, *no* where it fails whatever they
//! are, else *unknown*; a figure without a value is unknown. **Edges.** Comparisons allow [`TOLERANCE`]. A criterion of
//! several parts is *no* as soon as one part is known to fail, and *yes* where all are known to hold. **Units** those
//! of what is compared: shares 0 to 1, steps 0 to 4 of answers and practices, numbers of items.
//!
//! **Source.** This project's; see [`outlook`](super::outlook).
//!
//! ```
//! use common_ground::score::{Figure, Reason, Verdict};
//!
//! let share = |low, high| Reason::Share { figure: Figure::between(low, high), threshold: 0.5 };
//! assert_eq!(share(0.5 - 1e-10, 0.7).verdict(&[]), Verdict::Yes);
//! assert_eq!(share(0.4, 0.6).verdict(&[]), Verdict::Unknown);
//! assert_eq!(share(0.4, 0.5 - 1e-6).verdict(&[]), Verdict::No);
//! ```

use super::{Exchange, Figure, Gate, GateReading, GateState, Rung, TOLERANCE};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Level, PerSide, Phase, Practice, Step};

keyed! {
    /// A criterion, in the order of the ladder.
    CriterionId {
        /// The practices of [`BEGUN`](super::outlook::BEGUN) are talked about.
        Begun = "begun",
        /// The overlap reaches [`super::thresholds::SOME_OVERLAP`].
        SomeOverlap = "some_overlap",
        /// An item is shared.
        SomethingShared = "something_shared",
        /// For one side it is worth it, or about even.
        SomeoneGains = "someone_gains",
        /// The gate of the phase is met.
        Gate = "gate",
        /// The overlap reaches [`super::thresholds::ENOUGH_OVERLAP`].
        EnoughOverlap = "enough_overlap",
        /// Shared of wanted reaches [`super::thresholds::ENOUGH_SHARED`].
        EnoughShared = "enough_shared",
        /// The exchange is sustaining.
        BothGain = "both_gain",
        /// Both returns reach [`super::thresholds::RETURNS_BEGUN`]; not asked while planning.
        ReturnsBegun = "returns_begun",
        /// It is up and running.
        Phase = "phase",
        /// The gate [`Gate::Sustaining`] is met.
        Sustained = "sustained",
        /// The gate [`Gate::Embedded`] is met.
        Embedded = "embedded",
        /// Both sides are heard.
        BothHeard = "both_heard",
        /// Kept reaches [`super::thresholds::PROMISE_KEPT`].
        PromiseKept = "promise_kept",
        /// Both returns reach [`super::thresholds::RETURNS_GOOD`].
        ReturnsGood = "returns_good",
    }
}

impl CriterionId {
    /// The rung it belongs to.
    pub const fn rung(self) -> Rung {
        match self {
            Self::Begun | Self::SomeOverlap | Self::SomethingShared | Self::SomeoneGains => Rung::Fragile,
            Self::Gate | Self::EnoughOverlap | Self::EnoughShared | Self::BothGain | Self::ReturnsBegun => {
                Rung::OnCourse
            }
            Self::Phase
            | Self::Sustained
            | Self::Embedded
            | Self::BothHeard
            | Self::PromiseKept
            | Self::ReturnsGood => Rung::Lasting,
        }
    }
}

keyed! {
    /// Whether a criterion holds.
    Verdict {
        /// It holds, whatever the unknown answers are.
        Yes = "yes",
        /// It does not, whatever they are.
        No = "no",
        /// It depends on them, or cannot be told.
        Unknown = "unknown",
    }
}

impl Verdict {
    /// Yes where all are, no where one is.
    fn all(verdicts: impl IntoIterator<Item = Self>) -> Self {
        verdicts.into_iter().fold(Self::Yes, |all, one| match (all, one) {
            (Self::No, _) | (_, Self::No) => Self::No,
            (Self::Unknown, _) | (_, Self::Unknown) => Self::Unknown,
            (Self::Yes, Self::Yes) => Self::Yes,
        })
    }
}

/// A criterion, whether it holds, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Criterion {
    /// Which.
    pub id: CriterionId,
    /// Whether it holds.
    pub verdict: Verdict,
    /// What it was read from.
    pub reason: Reason,
}

/// What a criterion is read from: its figure and its threshold.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// A share reaches a threshold.
    Share {
        /// The share.
        figure: Figure,
        /// The threshold.
        threshold: f64,
    },
    /// The shares of both sides do.
    Shares {
        /// The shares.
        figures: PerSide<Figure>,
        /// The threshold.
        threshold: f64,
    },
    /// A count does.
    Count {
        /// What is known to count.
        low: usize,
        /// What could count.
        high: usize,
        /// The threshold.
        threshold: usize,
    },
    /// Practices all reach a level.
    Levels {
        /// The practices and their levels.
        levels: Vec<(Practice, Option<Step>)>,
        /// The threshold.
        threshold: u8,
    },
    /// It is worth it to at least one side.
    Worth {
        /// The answers of both.
        worth: PerSide<Option<Level>>,
        /// The threshold.
        threshold: u8,
    },
    /// The exchange is sustaining; these are possible.
    Exchange(Vec<Exchange>),
    /// A gate is met.
    Gate(Gate),
    /// It is up and running; this is the phase.
    Phase(Phase),
    /// Both sides are heard.
    Heard(PerSide<bool>),
    /// It is not asked in this phase, and so stands in nobody's way.
    NotAsked,
}

impl Reason {
    /// What follows from it; a gate's answer is looked up in its readings.
    pub fn verdict(&self, gates: &[GateReading]) -> Verdict {
        match self {
            Self::Share { figure, threshold } => reaches(*figure, *threshold),
            Self::Shares { figures, threshold } => {
                Verdict::all(figures.iter().map(|(_, one)| reaches(*one, *threshold)))
            }
            Self::Count { low, high, threshold } => between(low >= threshold, high >= threshold),
            Self::Levels { levels, threshold } => Verdict::all(
                levels
                    .iter()
                    .map(|(_, level)| level.map_or(Verdict::Unknown, |step| certain(step.number() >= *threshold))),
            ),
            Self::Worth { worth, threshold } => {
                let gains =
                    |unknown: bool| worth.iter().any(|(_, one)| one.map_or(unknown, |one| one.reaches(*threshold)));
                between(gains(false), gains(true))
            }
            Self::Exchange(possible) => {
                let sustaining = possible.contains(&Exchange::Sustaining);
                between(sustaining && possible.len() == 1, sustaining)
            }
            Self::Gate(gate) => match gates.iter().find(|reading| reading.gate == *gate).map(|reading| reading.state) {
                Some(GateState::Met) => Verdict::Yes,
                Some(GateState::NotMet) => Verdict::No,
                Some(GateState::Unknown) | None => Verdict::Unknown,
            },
            Self::Phase(phase) => certain(*phase == Phase::Sustain),
            Self::Heard(heard) => certain(heard.organisation && heard.members),
            Self::NotAsked => Verdict::Yes,
        }
    }
}

/// Whether a share reaches a threshold; unknown where there is no value.
pub fn reaches(figure: Figure, threshold: f64) -> Verdict {
    let reached = |end: f64| end >= threshold - TOLERANCE;
    figure.ends().map_or(Verdict::Unknown, |(low, high)| between(reached(low), reached(high)))
}

/// From whether it holds at the worst and at the best.
const fn between(worst: bool, best: bool) -> Verdict {
    match (worst, best) {
        (true, _) => Verdict::Yes,
        (false, true) => Verdict::Unknown,
        (false, false) => Verdict::No,
    }
}

const fn certain(holds: bool) -> Verdict {
    between(holds, holds)
}

#[cfg(test)]
mod tests {
    use super::super::sample::levels;
    use super::*;
    use crate::catalogue::Side;
    use crate::score::Missing;

    #[track_caller]
    fn check(reason: &Reason, expected: Verdict) {
        assert_eq!(reason.verdict(&[]), expected, "{reason:?}");
    }

    #[test]
    fn a_share_is_compared_with_a_tolerance() {
        let share = |figure| Reason::Share { figure, threshold: 0.25 };
        check(&share(Figure::Value(0.25)), Verdict::Yes);
        check(&share(Figure::Value(0.25 - 0.9e-9)), Verdict::Yes);
        check(&share(Figure::Value(0.25 - 1.1e-9)), Verdict::No);
        check(&share(Figure::Range { low: 0.25, high: 1.0 }), Verdict::Yes);
        check(&share(Figure::Range { low: 0.24, high: 0.25 }), Verdict::Unknown);
        check(&share(Figure::Range { low: 0.1, high: 0.24 }), Verdict::No);
        check(&share(Figure::Missing(Missing::NothingWanted)), Verdict::Unknown);
    }

    #[test]
    fn two_shares_fail_with_one() {
        let shares =
            |organisation, members| Reason::Shares { figures: PerSide { organisation, members }, threshold: 0.5 };
        let silent = Figure::Missing(Missing::Silent(Side::Members));
        check(&shares(Figure::Value(0.5), Figure::Value(0.9)), Verdict::Yes);
        check(&shares(Figure::Value(0.5), silent), Verdict::Unknown);
        check(&shares(Figure::Value(0.4), silent), Verdict::No);
        check(&shares(silent, Figure::Value(0.4)), Verdict::No);
    }

    #[test]
    fn something_shared_needs_one_known_item() {
        let count = |low, high| Reason::Count { low, high, threshold: 1 };
        check(&count(1, 4), Verdict::Yes);
        check(&count(0, 4), Verdict::Unknown);
        check(&count(0, 0), Verdict::No);
    }

    #[test]
    fn begun_fails_with_one_practice_known_to_be_absent() {
        let begun = |one: Option<u8>, other: Option<u8>| Reason::Levels {
            levels: vec![(Practice::Vp1, one.and_then(Step::new)), (Practice::Vp2, other.and_then(Step::new))],
            threshold: 1,
        };
        check(&begun(Some(1), Some(2)), Verdict::Yes);
        check(&begun(None, Some(4)), Verdict::Unknown);
        check(&begun(None, Some(0)), Verdict::No);
        check(&begun(None, None), Verdict::Unknown);
    }

    #[test]
    fn one_side_that_gains_is_enough() {
        let worth = |both: &str| {
            let both = levels(both);
            Reason::Worth { worth: PerSide { organisation: both[0], members: both[1] }, threshold: 2 }
        };
        check(&worth("2 0"), Verdict::Yes);
        check(&worth("? 2"), Verdict::Yes);
        check(&worth("1.5 ?"), Verdict::Unknown);
        check(&worth("? ?"), Verdict::Unknown);
        check(&worth("1.5 1"), Verdict::No);
    }

    #[test]
    fn both_gain_where_only_a_sustaining_exchange_is_possible() {
        check(&Reason::Exchange(vec![Exchange::Sustaining]), Verdict::Yes);
        check(&Reason::Exchange(vec![Exchange::Sustaining, Exchange::Club]), Verdict::Unknown);
        check(&Reason::Exchange(vec![Exchange::Extraction, Exchange::Drifting]), Verdict::No);
    }

    #[test]
    fn phase_and_voices_are_never_unknown() {
        check(&Reason::Phase(Phase::Sustain), Verdict::Yes);
        check(&Reason::Phase(Phase::Launch), Verdict::No);
        check(&Reason::Heard(PerSide { organisation: true, members: true }), Verdict::Yes);
        check(&Reason::Heard(PerSide { organisation: true, members: false }), Verdict::No);
        check(&Reason::NotAsked, Verdict::Yes);
    }

    #[test]
    fn every_criterion_stands_with_its_rung_in_the_order_of_the_ladder() {
        let rungs = CriterionId::ALL.map(CriterionId::rung);
        assert!(rungs.is_sorted());
        assert_eq!(rungs.iter().filter(|&&rung| rung == Rung::Fragile).count(), 4);
        assert_eq!(rungs.iter().filter(|&&rung| rung == Rung::OnCourse).count(), 5);
        assert_eq!(rungs.iter().filter(|&&rung| rung == Rung::Lasting).count(), 6);
    }
}
