//! The outlook: a ladder of four rungs, and where a community stands on it.
//!
//! **Rule.** Each rung has criteria ([`CriterionId`]). The outlook is the highest rung all of whose criteria, and those of
//! every rung below, hold. A criterion is yes, no or unknown: unknown where its figure's range reaches both sides of the
//! threshold or there is no figure at all. The outlook is a range of two rungs: the lowest takes every unknown as no, the
//! highest every unknown as yes.
//!
//! **Edges.** Comparisons allow [`TOLERANCE`]. A criterion of two figures is *no* as soon as one of them is too low, even
//! where the other is unknown. *both heard* is never unknown. The outlook can be no lower than the first rung, which asks
//! nothing.
//!
//! **Source.** Verdicts by gates, the worst first, instead of an average that lets one side's gain pay for the other's loss
//! (domain notes 6.6; OECD handbook on composite indicators). All [thresholds] are proposals of this project; the evidence
//! for communities of practice is thin, and the outlook is a reading of the answers, not a forecast.
//!
//! ```
//! use common_ground::score::outlook::{Criterion, CriterionId, Outlook, Reason, Rung, Verdict};
//! use common_ground::score::Figure;
//!
//! let criteria = CriterionId::ALL.map(|id| Criterion {
//!     id,
//!     verdict: match id.rung() {
//!         Rung::Fragile => Verdict::Yes,
//!         Rung::OnCourse => Verdict::Unknown,
//!         _ => Verdict::No,
//!     },
//!     reason: Reason::NotAsked,
//! });
//! assert_eq!(Outlook::of(&criteria), Outlook { low: Rung::Fragile, high: Rung::OnCourse });
//! let wide = Reason::Share { figure: Figure::Range { low: 0.4, high: 0.6 }, threshold: 0.5 };
//! assert_eq!(wide.verdict(&[]), Verdict::Unknown);
//! ```

use super::{Counted, Delivery, Exchange, Figure, Gate, GateReading, GateState, Overlap, TOLERANCE, thresholds};
use crate::catalogue::{Level, PerSide, Phase, Practice, Step};

named! {
    /// A rung of the ladder, lowest first.
    Rung {
        /// At risk of being short-lived: where everything starts.
        ShortLived = "short_lived",
        /// Fragile.
        Fragile = "fragile",
        /// On course for its phase.
        OnCourse = "on_course",
        /// Built to last.
        Lasting = "lasting",
    }
}

named! {
    /// A criterion, in the order of the ladder.
    CriterionId {
        /// The practices of [`BEGUN`] are talked about.
        Begun = "begun",
        /// The overlap reaches [`thresholds::SOME_OVERLAP`].
        SomeOverlap = "some_overlap",
        /// An item is shared.
        SomethingShared = "something_shared",
        /// For one side it is worth it, or about even.
        SomeoneGains = "someone_gains",
        /// The gate of the phase is met.
        Gate = "gate",
        /// The overlap reaches [`thresholds::ENOUGH_OVERLAP`].
        EnoughOverlap = "enough_overlap",
        /// Shared of wanted reaches [`thresholds::ENOUGH_SHARED`].
        EnoughShared = "enough_shared",
        /// The exchange is sustaining.
        BothGain = "both_gain",
        /// Both returns reach [`thresholds::RETURNS_BEGUN`]; not asked while planning.
        ReturnsBegun = "returns_begun",
        /// It is up and running.
        Phase = "phase",
        /// The gate [`Gate::Sustaining`] is met.
        Sustained = "sustained",
        /// The gate [`Gate::Embedded`] is met.
        Embedded = "embedded",
        /// Both sides are heard.
        BothHeard = "both_heard",
        /// Kept reaches [`thresholds::PROMISE_KEPT`].
        PromiseKept = "promise_kept",
        /// Both returns reach [`thresholds::RETURNS_GOOD`].
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

named! {
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

/// The practices that *begun* asks for.
pub const BEGUN: [Practice; 2] = [Practice::Vp1, Practice::Vp2];

/// All criteria, in the order of [`CriterionId::ALL`].
pub fn criteria(
    counted: &Counted,
    overlap: &Overlap,
    delivery: &Delivery,
    exchange: &[Exchange],
    gates: &[GateReading; 4],
) -> Vec<Criterion> {
    let read = |id| {
        let reason = reason(id, counted, overlap, delivery, exchange);
        Criterion { id, verdict: reason.verdict(gates), reason }
    };
    CriterionId::ALL.into_iter().map(read).collect()
}

/// What a criterion is read from.
fn reason(id: CriterionId, counted: &Counted, overlap: &Overlap, delivery: &Delivery, exchange: &[Exchange]) -> Reason {
    let share = |figure, threshold| Reason::Share { figure, threshold };
    let returns = |threshold| Reason::Shares { figures: delivery.returns, threshold };
    match id {
        CriterionId::Begun => Reason::Levels {
            levels: BEGUN.into_iter().map(|practice| (practice, counted.practice(practice))).collect(),
            threshold: thresholds::BEGUN,
        },
        CriterionId::SomeOverlap => share(overlap.jaccard, thresholds::SOME_OVERLAP),
        CriterionId::SomethingShared => {
            let (low, high) = overlap.shared;
            Reason::Count { low, high, threshold: thresholds::SOMETHING_SHARED }
        }
        CriterionId::SomeoneGains => Reason::Worth { worth: counted.worth, threshold: thresholds::GAINS },
        CriterionId::Gate => Reason::Gate(Gate::for_phase(counted.phase)),
        CriterionId::EnoughOverlap => share(overlap.jaccard, thresholds::ENOUGH_OVERLAP),
        CriterionId::EnoughShared => share(overlap.shared_of_wanted, thresholds::ENOUGH_SHARED),
        CriterionId::BothGain => Reason::Exchange(exchange.to_vec()),
        CriterionId::ReturnsBegun if counted.phase == Phase::Plan => Reason::NotAsked,
        CriterionId::ReturnsBegun => returns(thresholds::RETURNS_BEGUN),
        CriterionId::Phase => Reason::Phase(counted.phase),
        CriterionId::Sustained => Reason::Gate(Gate::Sustaining),
        CriterionId::Embedded => Reason::Gate(Gate::Embedded),
        CriterionId::BothHeard => Reason::Heard(PerSide::from_fn(|side| counted.heard(side))),
        CriterionId::PromiseKept => share(delivery.kept, thresholds::PROMISE_KEPT),
        CriterionId::ReturnsGood => returns(thresholds::RETURNS_GOOD),
    }
}

/// Where a community stands on the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The rung it has whatever the unknown answers are.
    pub low: Rung,
    /// The highest rung it may have.
    pub high: Rung,
}

impl Outlook {
    /// Reads the outlook from the criteria.
    pub fn of(criteria: &[Criterion]) -> Self {
        let highest = |holds: fn(Verdict) -> bool| {
            let failed = criteria.iter().filter(|criterion| !holds(criterion.verdict)).map(|one| one.id.rung()).min();
            // The rung below the first that fails; the first rung of all has no criteria.
            Rung::ALL.into_iter().take_while(|&rung| failed.is_none_or(|failed| rung < failed)).last()
        };
        Self {
            low: highest(|verdict| verdict == Verdict::Yes).unwrap_or(Rung::ShortLived),
            high: highest(|verdict| verdict != Verdict::No).unwrap_or(Rung::ShortLived),
        }
    }

    /// Whether it is one rung, whatever the unknown answers are.
    pub fn is_settled(self) -> bool {
        self.low == self.high
    }
}
