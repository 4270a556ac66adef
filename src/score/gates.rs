//! The gates of maturity, read off the ten practices.
//!
//! **Formula.** A gate needs some practices at a level or above ([`Gate::needs`]). One known to be below *blocks* it,
//! and it is not met; else, with one unknown, it is unknown; else it is met. **Maturity** is how many of the ten are at
//! [`PRACTISED`](thresholds::PRACTISED) or above. **Units** levels 0 to 4. **Edges.** With unknown practices maturity
//! is from-to.
//!
//! **Source.** A staged reading (every required practice at its level) of a continuous profile, as CMMI has both (SEI);
//! the profile is shown first. What each gate needs is a proposal of this project. Maturity models are criticised for
//! thin theory and false certainty (Mettler 2011), and not every community must climb.
//!
//! ```
//! use common_ground::catalogue::{Practice, Step};
//! use common_ground::score::{Gate, GateState};
//!
//! let level = |practice| if practice == Practice::Vp8 { None } else { Step::new(3) };
//! assert_eq!(Gate::Sustaining.read(level).state, GateState::Met);
//! let embedded = Gate::Embedded.read(level);
//! assert_eq!((embedded.state, embedded.unknown), (GateState::Unknown, vec![Practice::Vp8]));
//! ```

use super::{Counted, thresholds};
use crate::catalogue::Practice::{Vp1, Vp2, Vp3, Vp4, Vp5, Vp6, Vp7, Vp8, Vp9, Vp10};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Phase, Practice, Step};

keyed! {
    /// A gate of maturity.
    Gate {
        /// Ready to launch.
        LaunchReady = "launch_ready",
        /// Launched well.
        LaunchedWell = "launched_well",
        /// Sustaining itself.
        Sustaining = "sustaining",
        /// Embedded in the organisation: an aspiration, not a duty.
        Embedded = "embedded",
    }
}

impl Gate {
    /// The practices it needs, each with its least level, in the order of the practices.
    pub const fn needs(self) -> &'static [(Practice, u8)] {
        match self {
            Self::LaunchReady => &[(Vp1, 2), (Vp2, 2), (Vp5, 2), (Vp9, 2), (Vp10, 1)],
            Self::LaunchedWell => &[(Vp1, 2), (Vp2, 2), (Vp3, 2), (Vp5, 2), (Vp6, 2), (Vp9, 2), (Vp10, 2)],
            Self::Sustaining => {
                &[(Vp1, 3), (Vp2, 3), (Vp3, 3), (Vp4, 3), (Vp5, 3), (Vp6, 3), (Vp7, 2), (Vp9, 3), (Vp10, 3)]
            }
            Self::Embedded => &[(Vp4, 3), (Vp7, 3), (Vp8, 3)],
        }
    }

    /// The gate that is asked of a phase.
    pub const fn for_phase(phase: Phase) -> Self {
        match phase {
            Phase::Plan => Self::LaunchReady,
            Phase::Launch | Phase::Sustain => Self::LaunchedWell,
        }
    }

    /// How it answers to these levels.
    pub fn read(self, level: impl Fn(Practice) -> Option<Step>) -> GateReading {
        let (mut blocking, mut unknown) = (Vec::new(), Vec::new());
        for &(practice, least) in self.needs() {
            match level(practice) {
                Some(step) if step.number() < least => blocking.push(practice),
                Some(_) => {}
                None => unknown.push(practice),
            }
        }
        let state = match (blocking.is_empty(), unknown.is_empty()) {
            (false, _) => GateState::NotMet,
            (true, false) => GateState::Unknown,
            (true, true) => GateState::Met,
        };
        GateReading { gate: self, state, blocking, unknown }
    }
}

keyed! {
    /// How a gate answers.
    GateState {
        /// Every practice it needs is at its level.
        Met = "met",
        /// One is known not to be.
        NotMet = "not_met",
        /// None is known not to be, and one is unknown.
        Unknown = "unknown",
    }
}

/// A gate and how it answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GateReading {
    /// Which.
    pub gate: Gate,
    /// How it answers.
    pub state: GateState,
    /// The practices that are known to be below what it needs.
    pub blocking: Vec<Practice>,
    /// The practices it needs that are unknown.
    pub unknown: Vec<Practice>,
}

/// How the four gates answer, in the order of [`Gate::ALL`].
pub fn readings(counted: &Counted) -> [GateReading; 4] {
    Gate::ALL.map(|gate| gate.read(|practice| counted.practice(practice)))
}

/// How many of the ten practices are written down or better: known to be, and possibly.
pub fn maturity(counted: &Counted) -> (usize, usize) {
    let reached = |step: &&Option<Step>| step.is_some_and(|step| step.number() >= thresholds::PRACTISED);
    let low = counted.practices.iter().filter(reached).count();
    (low, low + counted.practices.iter().filter(|step| step.is_none()).count())
}

#[cfg(test)]
mod tests {
    use super::super::sample::importance;
    use super::*;

    fn state(gate: Gate, ten: &str) -> GateState {
        readings(&importance("", "").practices(ten))[gate.index()].state
    }

    #[test]
    fn a_gate_is_met_at_exactly_its_levels() {
        assert_eq!(state(Gate::LaunchReady, "2 2 0 0 2 0 0 0 2 1"), GateState::Met);
        assert_eq!(state(Gate::LaunchedWell, "2 2 2 0 2 2 0 0 2 2"), GateState::Met);
        assert_eq!(state(Gate::Sustaining, "3 3 3 3 3 3 2 0 3 3"), GateState::Met);
        assert_eq!(state(Gate::Embedded, "0 0 0 3 0 0 3 3 0 0"), GateState::Met);
    }

    #[test]
    fn each_needed_practice_blocks_one_level_below() {
        for gate in Gate::ALL {
            for &(practice, least) in gate.needs() {
                let counted = importance("", "").practices("4 4 4 4 4 4 4 4 4 4").practised(practice, least - 1);
                let reading = &readings(&counted)[gate.index()];
                assert_eq!((reading.state, &reading.blocking[..]), (GateState::NotMet, &[practice][..]), "{gate:?}");
            }
        }
    }

    #[test]
    fn one_that_blocks_makes_it_not_met_and_the_unknown_are_named_all_the_same() {
        let reading = &readings(&importance("", "").practices("2 1 ? ? 2 2 0 0 2 0"))[Gate::LaunchedWell.index()];
        assert_eq!(reading.state, GateState::NotMet);
        assert_eq!(reading.blocking, [Vp2, Vp10]);
        assert_eq!(reading.unknown, [Vp3]);
        assert_eq!(state(Gate::LaunchedWell, "2 2 ? 0 2 2 0 0 2 2"), GateState::Unknown);
    }

    #[test]
    fn each_phase_has_its_gate() {
        assert_eq!(Phase::ALL.map(Gate::for_phase), [Gate::LaunchReady, Gate::LaunchedWell, Gate::LaunchedWell]);
    }

    #[test]
    fn maturity_counts_what_is_written_down_or_better() {
        assert_eq!(maturity(&importance("", "").practices("0 1 2 3 4 2 1 ? ? 0")), (4, 6));
        assert_eq!(maturity(&importance("", "")), (0, 10));
    }
}
