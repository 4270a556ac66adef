//! Assessment → results. The rules are the project's own page of scoring; one idea a file.
//!
//! [`results`] is the entry: it decides [whose answers count](heard), computes every figure with its exact range
//! ([`bounds`]), and reads the [outlook] from them. [`Results::of`] does the same from quantities that already count,
//! for a what-if; [`Many::of`] is the entry for what many voices say. Nothing here knows a clock, a screen or a file.
//!
//! # The formulas
//!
//! Every scale has the steps 0 to 4. Over the items, with the importance o to the organisation and m to the members,
//! and delivered dO and dM as they see it:
//!
//! | | formula | file |
//! |---|---|---|
//! | what counts | the [median] of the steps of enough replies, else the keeper's estimate | [`heard`] |
//! | overlap J | Σ min(o, m) / Σ max(o, m) | [`overlap`] |
//! | coverage | Σ min(o, m) / Σ o, and / Σ m | [`overlap`] |
//! | profile | Σ min(o/Σo, m/Σm) | [`overlap`] |
//! | beyond chance A | (X − E)/(M − E), X against its mean over all pairings and its most | [`overlap`] |
//! | shared of wanted W | items with o ≥ 3 and m ≥ 3 / items with either | [`overlap`] |
//! | delivered overlap R | Σ min(o, m)·min(dO, dM)/4 / Σ max(o, m) | [`delivery`] |
//! | kept K | R / J | [`delivery`] |
//! | return V of a side | Σ w·d / (4 Σ w) | [`delivery`] |
//! | contribution of a side | the mean of its five kinds / 4 | [`delivery`] |
//! | exchange | who says that it is worth it | [`exchange`] |
//! | gates, maturity | ten practices against a table | [`gates`] |
//! | range of each | over all that the unknown answers could be | [`bounds`] |
//! | outlook | the highest rung whose criteria hold | [`outlook`] |
//! | what to ask next | the unknown that narrows the undecided criterion most | [`questions`] |
//! | what of a criterion holds, and a gain | the figure that blocks it, at worst | [`reached`] |
//! | what if | the same with one answer one step up or down | [`mod@what_if`] |
//! | what would have to become true | of all single steps, those that gain most for a criterion of the next rung | [`becoming`] |
//! | how answers are spread | their number at each step, from enough answers on | [`spread`] |
//! | consensus Cns of a side | 1 + Σ p log2(1 − \|k − μ\|/4) | [`consensus`] |
//! | gap between the sides | o − m in steps; Cliff's δ = (#(o > m) − #(o < m)) / pairs | [`gap`] |
//! | what to talk about | max(1 − Cns of each side, \|o − m\|/4) · max(o, m)/4 | [`discussion`] |
//! | reading each other | own against own, own against guess | [`perception`] |
//! | up, down | ranges apart, and an answer of it a step away | [`trend`] |
//! | what is followed over time | the figures of every snapshot and the present | [`moment`] |
//!
//! The steps of importance are added as if equal; every [threshold](thresholds) is a proposal of this project.
//!
//! # The worked example
//!
//! `o = [4, 4, 3, 2, 1, 2]`, `m = [2, 3, 2, 4, 4, 4]`, and nothing else answered, while planning:
//!
//! ```
//! use common_ground::assessment::{Answer, Answered, Community, Item};
//! use common_ground::catalogue::{ItemId, Phase, Step};
//! use common_ground::score::{self, Areas, Figure, Missing, Outlook, Region, Rung};
//!
//! let mut answered = Answered::new(Community::new(Phase::Plan), vec![]);
//! let (o, m) = ([4, 4, 3, 2, 1, 2], [2, 3, 2, 4, 4, 4]);
//! for ((id, o), m) in ["O1", "O2", "O3", "O4", "S1", "M1"].into_iter().zip(o).zip(m) {
//!     let id: ItemId = id.parse().unwrap();
//!     let step = |number| Answer::Step(Step::new(number).unwrap());
//!     answered.items.push(Item::Catalogue(id));
//!     answered.estimate.organisation.importance.insert(id, step(o));
//!     answered.estimate.members.importance.insert(id, step(m));
//! }
//! let results = score::results(&answered);
//!
//! let overlap = &results.overlap;
//! assert_eq!(overlap.areas, Some(Areas { organisation: 16.0, members: 19.0, shared: 12.0 }));
//! assert_eq!(overlap.jaccard, Figure::Value(12.0 / 23.0)); // U = 23: 0.521739
//! assert_eq!(overlap.coverage.organisation, Figure::Value(0.75));
//! assert_eq!(overlap.coverage.members, Figure::Value(12.0 / 19.0)); // 0.631579
//! assert_eq!(overlap.profile.value().map(|share| format!("{share:.6}")).as_deref(), Some("0.680921"));
//! assert_eq!(overlap.beyond_chance, Figure::Value(-1.0)); // (12 − 14)/(16 − 14)
//! assert_eq!(overlap.shared, (1, 1));
//! assert_eq!(overlap.shared_of_wanted, Figure::Value(1.0 / 6.0)); // wanted by either: all six
//! assert_eq!(overlap.regions[1], Region::Shared);
//!
//! assert_eq!(results.delivery.kept, Figure::Missing(Missing::BothSilent)); // nothing is claimed where nobody spoke
//! assert_eq!(results.exchange.len(), 4);
//! assert_eq!(results.outlook, Outlook { low: Rung::ShortLived, high: Rung::Fragile });
//! ```
//!
//! The same page's examples of consensus and of Cliff's δ run where they belong, in [`consensus`] and [`gap`]. What
//! [many] voices say is no part of these results: it takes the single replies, which a link leaves behind, and only the
//! screen of the voices shows it.

pub mod becoming;
pub mod bounds;
pub mod consensus;
pub mod criterion;
pub mod delivery;
pub mod discussion;
pub mod doubt;
pub mod exchange;
mod figure;
pub mod gap;
pub mod gates;
pub mod heard;
pub mod many;
pub mod median;
pub mod moment;
pub mod outlook;
pub mod overlap;
pub mod perception;
pub mod questions;
pub mod reached;
#[cfg(test)]
mod sample;
mod spoken;
pub mod spread;
mod subject;
pub mod thresholds;
pub mod trend;
pub mod what_if;

pub use becoming::{Hurdle, NextRung, Way, next_rung};
pub use criterion::{Criterion, CriterionId, Reason, Verdict};
pub use delivery::{Delivery, Zone};
pub use discussion::{Split, Topic};
pub use exchange::Exchange;
pub use figure::{Figure, Missing, TOLERANCE};
pub use gap::{Effect, Gap};
pub use gates::{Gate, GateReading, GateState};
pub use heard::{Counted, CountedItem, Group, Voice, Voices};
pub use many::{Many, ManyItem, Quantity, Said};
pub use outlook::{Outlook, Rung};
pub use overlap::{Areas, Overlap, Region};
pub use perception::{Perception, Reading, Surprise};
pub use questions::{Asked, OpenQuestion};
pub use reached::Reached;
pub use spread::{Hidden, Spread};
pub use what_if::{Lever, Move, Raise, raised, what_if};

use crate::assessment::Answered;
use crate::catalogue::{ItemId, PerSide};

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
    Results::of(Counted::of(answered))
}

impl Results {
    /// Where an item stands; open where it is not asked about, since then nothing is known of it.
    pub fn region(&self, id: ItemId) -> Region {
        let at = self.counted.items.iter().position(|item| item.id == id);
        at.and_then(|at| self.overlap.regions.get(at)).copied().unwrap_or(Region::Open)
    }

    /// The items that stand in a region, in their order.
    pub fn standing(&self, region: Region) -> impl Iterator<Item = &CountedItem> {
        let items = self.counted.items.iter().zip(&self.overlap.regions);
        items.filter(move |(_, stands)| **stands == region).map(|(item, _)| item)
    }

    /// Scores quantities that count: those of an assessment, or a what-if of them.
    pub fn of(counted: Counted) -> Self {
        let overlap = Overlap::of(&counted);
        let delivery = Delivery::of(&counted);
        let exchange = exchange::possible(&counted.worth);
        let contribution = delivery::contributions(&counted);
        let gates = gates::readings(&counted);
        let criteria = outlook::criteria(&counted, &overlap, &delivery, &exchange, &gates);
        let outlook = Outlook::of(&criteria);
        Self { counted, overlap, delivery, exchange, contribution, gates, criteria, outlook }
    }
}
