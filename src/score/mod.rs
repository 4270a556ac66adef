//! Assessment → results. The rules are the project's own page of scoring; one idea a file.
//!
//! [`results`] is the only entry: it decides [whose answers count](heard), computes every figure with its exact range
//! ([`bounds`]), and reads the [outlook] from them. Nothing here knows a clock, a screen or a file.

pub mod bounds;
pub mod delivery;
pub mod exchange;
mod figure;
pub mod gates;
pub mod heard;
pub mod median;
pub mod outlook;
pub mod overlap;
pub mod questions;

pub use delivery::{Delivery, Zone};
pub use exchange::Exchange;
pub use figure::{Figure, Missing};
pub use gates::{Gate, GateReading, GateState};
pub use heard::{Counted, CountedItem, Group, Voice};
pub use outlook::{Criterion, CriterionId, Outlook, Rung, Verdict};
pub use overlap::{Areas, Overlap, Region};
pub use questions::{Asked, OpenQuestion};

use crate::assessment::Answered;
use crate::catalogue::PerSide;

/// Everything that is computed from what was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Results {
    /// The quantities that count, and where they come from.
    pub counted: Counted,
    /// How far the expectations of the two sides coincide.
    pub overlap: Overlap,
    /// What of it has arrived.
    pub delivery: Delivery,
    /// Which kinds of exchange are possible, in the order of [`Exchange::ALL`]; one where both sides are known.
    pub exchange: Vec<Exchange>,
    /// What each side puts in: the mean of its five kinds, as a share of the most.
    pub contribution: PerSide<Figure>,
    /// The four gates, in the order of [`Gate::ALL`].
    pub gates: [GateReading; 4],
    /// The criteria of the outlook, in the order of [`CriterionId::ALL`].
    pub criteria: Vec<Criterion>,
    /// The outlook, lowest and highest.
    pub outlook: Outlook,
}

/// Scores what was answered.
pub fn results(answered: &Answered) -> Results {
    let counted = Counted::of(answered);
    let overlap = Overlap::of(&counted);
    let delivery = Delivery::of(&counted);
    let exchange = exchange::possible(&counted.worth);
    let contribution = delivery::contributions(&counted);
    let gates = gates::readings(&counted);
    let criteria = outlook::criteria(&counted, &overlap, &delivery, &exchange, &gates);
    let outlook = Outlook::of(&criteria);
    Results { counted, overlap, delivery, exchange, contribution, gates, criteria, outlook }
}
