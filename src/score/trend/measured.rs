//! The figures that are compared: which there are, what each comes to, and which answers it rests on.
//!
//! **Rule.** Each is a figure of [`Results`] as its own file has it; what is no share is made a [`Figure`] here.
//! **Units** shares 0 to 1; steps 0 to 4 of worth and practices; a number of practices, 0 to 10; 0 or 1 of a gate;
//! places of rungs, 0 to 3. **Edges.** An unknown step is the range 0 to 4, an unknown gate 0 to 1.
//!
//! **Source.** This project's.
//!
//! ```
//! use common_ground::assessment::{Answered, Community};
//! use common_ground::catalogue::{Phase, Practice, Side};
//! use common_ground::score::{Figure, results, trend::{Measured, Slot}};
//!
//! let silent = results(&Answered::new(Community::new(Phase::Plan), vec![]));
//! assert_eq!(Measured::Worth(Side::Members).of(&silent), Figure::Range { low: 0.0, high: 4.0 });
//! assert_eq!(Measured::Maturity.of(&silent), Figure::Range { low: 0.0, high: 10.0 });
//! assert!(Measured::Maturity.draws_on(Slot::Practice(Practice::Vp6)));
//! assert!(!Measured::Overlap.draws_on(Slot::Worth(Side::Members)));
//! ```

use super::moved::Slot;
use crate::catalogue::{Level, Practice, Side};
use crate::score::gates::maturity;
use crate::score::{Figure, Gate, GateState, Results};

/// A figure that is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measured {
    /// The overlap.
    Overlap,
    /// How much of what a side wants the other wants too.
    Coverage(Side),
    /// Shared of wanted.
    SharedOfWanted,
    /// How much of what both want is delivered.
    Kept,
    /// How much of what a side wants has arrived.
    Return(Side),
    /// Whether it is worth it to a side, in steps.
    Worth(Side),
    /// What a side puts in.
    Contribution(Side),
    /// How established a practice is, in steps.
    Practice(Practice),
    /// How many practices are written down or better.
    Maturity,
    /// Whether a gate is met: 1, or 0.
    Gate(Gate),
    /// The place of the outlook on its ladder, from 0.
    Outlook,
}

impl Measured {
    /// All of them, in the one order in which they are told wherever two states are compared.
    pub fn all() -> impl Iterator<Item = Self> {
        let sides = |measured: fn(Side) -> Self| Side::ALL.into_iter().map(measured);
        [Self::Overlap]
            .into_iter()
            .chain(sides(Self::Coverage))
            .chain([Self::SharedOfWanted, Self::Kept])
            .chain(sides(Self::Return))
            .chain(sides(Self::Worth))
            .chain(sides(Self::Contribution))
            .chain(Practice::ALL.into_iter().map(Self::Practice))
            .chain([Self::Maturity])
            .chain(Gate::ALL.into_iter().map(Self::Gate))
            .chain([Self::Outlook])
    }

    /// Its value among results.
    pub fn of(self, results: &Results) -> Figure {
        let counted = &results.counted;
        match self {
            Self::Overlap => results.overlap.jaccard,
            Self::Coverage(side) => *results.overlap.coverage.get(side),
            Self::SharedOfWanted => results.overlap.shared_of_wanted,
            Self::Kept => results.delivery.kept,
            Self::Return(side) => *results.delivery.returns.get(side),
            Self::Contribution(side) => *results.contribution.get(side),
            Self::Worth(side) => steps(*counted.worth.get(side)),
            Self::Practice(practice) => steps(counted.practice(practice).map(Level::from)),
            Self::Maturity => places(maturity(counted)),
            Self::Gate(gate) => match results.gates.get(gate.index()).map(|reading| reading.state) {
                Some(GateState::Met) => places((1, 1)),
                Some(GateState::NotMet) => places((0, 0)),
                Some(GateState::Unknown) | None => places((0, 1)),
            },
            Self::Outlook => places((results.outlook.low.index(), results.outlook.high.index())),
        }
    }

    /// Whether a quantity is in its formula.
    ///
    /// The outlook draws on all but the contributions, which enter no criterion.
    pub fn draws_on(self, slot: Slot) -> bool {
        let own = |side| match slot {
            Slot::Importance(of, _) | Slot::Delivered(of, _) => of == side,
            _ => false,
        };
        match self {
            Self::Overlap | Self::Coverage(_) | Self::SharedOfWanted => matches!(slot, Slot::Importance(..)),
            Self::Kept => matches!(slot, Slot::Importance(..) | Slot::Delivered(..)),
            Self::Return(side) => own(side),
            Self::Contribution(side) => matches!(slot, Slot::Contribution(of, _) if of == side),
            Self::Worth(side) => slot == Slot::Worth(side),
            Self::Practice(practice) => slot == Slot::Practice(practice),
            Self::Maturity => matches!(slot, Slot::Practice(_)),
            Self::Gate(gate) => gate.needs().iter().any(|(practice, _)| slot == Slot::Practice(*practice)),
            Self::Outlook => !matches!(slot, Slot::Contribution(..)),
        }
    }
}

/// An answer as a figure in steps.
fn steps(level: Option<Level>) -> Figure {
    let ends = level.map_or((Level::ZERO, Level::FULL), |level| (level, level));
    Figure::between(ends.0.steps(), ends.1.steps())
}

/// From one small whole number to another.
fn places((low, high): (usize, usize)) -> Figure {
    let number = |place: usize| f64::from(u8::try_from(place).unwrap_or(u8::MAX));
    Figure::between(number(low), number(high))
}
