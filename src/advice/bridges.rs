//! How an expectation of one side may serve one of the other: the bridges that are offered.
//!
//! **Rule.** A bridge of the catalogue leads from an expectation of the members to one of the organisation. It is
//! offered where both are asked about, the first is wanted by the members alone and the second by the organisation
//! alone: then each is what the other side lacks. In the order of the catalogue. **Edges.** Where an importance is
//! unknown nobody knows who wants it, so nothing is offered. **Source.** The four bridges are this project's own
//! synthesis (domain notes 3).
//!
//! ```
//! use common_ground::advice::bridges;
//! use common_ground::assessment::{Answer, Answered, Community, Item};
//! use common_ground::catalogue::{ItemId, Phase, Step, bundled_advice};
//! use common_ground::score;
//!
//! let mut answered = Answered::new(Community::new(Phase::Plan), vec![]);
//! for (id, o, m) in [("O1", 4, 1), ("M3", 1, 3), ("M1", 0, 4), ("O6", 3, 3)] {
//!     let id: ItemId = id.parse().unwrap();
//!     answered.items.push(Item::Catalogue(id));
//!     answered.estimate.organisation.importance.insert(id, Answer::Step(Step::new(o).unwrap()));
//!     answered.estimate.members.importance.insert(id, Answer::Step(Step::new(m).unwrap()));
//! }
//! let offered = bridges::offered(&score::results(&answered), bundled_advice());
//! let ends: Vec<_> = offered.iter().map(|bridge| (bridge.from.as_str(), bridge.to.as_str())).collect();
//! assert_eq!(ends, [("M3", "O1")]); // O6 is wanted by both already
//! ```

use crate::catalogue::advice::Bridge;
use crate::catalogue::{Advice, ItemId};
use crate::score::{Region, Results};

/// The bridges that fit what each side wants.
pub fn offered<'a>(results: &Results, advice: &'a Advice) -> Vec<&'a Bridge> {
    let fits = |bridge: &&Bridge| {
        results.region(bridge.from) == Region::MembersOnly && results.region(bridge.to) == Region::OrganisationOnly
    };
    advice.bridges.iter().filter(fits).collect()
}

/// Whether one side alone is known to want an item that is asked about.
pub fn is_one_sided(results: &Results, item: ItemId) -> bool {
    matches!(results.region(item), Region::OrganisationOnly | Region::MembersOnly)
}
