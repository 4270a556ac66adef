//! The quantities that count, and which of them moved by a step or more.
//!
//! **Rule.** A quantity moved where it is known in both states and stands a step or more from where it stood: half a
//! step is what one more reply can do to a median. **Unit** steps in halves. **Edges.** What was unknown in either
//! state has not moved. Both states must ask the same items in the same order; [`compare`](super::compare), which has
//! the example, sees to that.
//!
//! **Source.** This project's (domain notes 6.12): a move that a person would have had to make.

use crate::catalogue::{Contribution, ItemId, Level, Practice, Side};
use crate::score::{Counted, CountedItem, Group};

/// A quantity that counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// How important an item is to a side.
    Importance(Side, ItemId),
    /// How much of an item has arrived, as a side sees it.
    Delivered(Side, ItemId),
    /// Whether it is worth it to a side.
    Worth(Side),
    /// How firmly a side puts in something of a kind.
    Contribution(Side, Contribution),
    /// How established a practice is.
    Practice(Practice),
}

impl Slot {
    /// The side that is asked, and the group of answers; `None` for a practice, which whoever keeps the assessment
    /// judges.
    pub(super) const fn group(self) -> Option<(Side, Group)> {
        match self {
            Self::Importance(side, _) => Some((side, Group::Importance)),
            Self::Delivered(side, _) => Some((side, Group::Delivered)),
            Self::Worth(side) => Some((side, Group::Worth)),
            Self::Contribution(side, _) => Some((side, Group::Contribution)),
            Self::Practice(_) => None,
        }
    }
}

/// An answer that moved by a step or more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which.
    pub slot: Slot,
    /// Where it was.
    pub from: Level,
    /// Where it is.
    pub to: Level,
}

/// Every quantity that counts with its level, in the order of [`Changes::moved`](super::Changes::moved).
fn slots(counted: &Counted) -> Vec<(Slot, Option<Level>)> {
    let mut slots = Vec::with_capacity(4 * counted.items.len() + 22);
    for item in &counted.items {
        let CountedItem { id, importance, delivered } = item;
        slots.extend(importance.iter().map(|(side, level)| (Slot::Importance(side, *id), *level)));
        slots.extend(delivered.iter().map(|(side, level)| (Slot::Delivered(side, *id), *level)));
    }
    slots.extend(counted.worth.iter().map(|(side, level)| (Slot::Worth(side), *level)));
    for (side, levels) in counted.contribution.iter() {
        let kinds = Contribution::ALL.into_iter().zip(levels);
        slots.extend(kinds.map(|(kind, level)| (Slot::Contribution(side, kind), *level)));
    }
    let practices = Practice::ALL.into_iter().zip(counted.practices);
    slots.extend(practices.map(|(practice, step)| (Slot::Practice(practice), step.map(Level::from))));
    slots
}

/// The answers that moved by a step or more between two states of the same items.
pub(super) fn moved(earlier: &Counted, later: &Counted) -> Vec<Moved> {
    let both = slots(earlier).into_iter().zip(slots(later));
    both.filter_map(|((_, from), (slot, to))| Some(Moved { slot, from: from?, to: to? }))
        .filter(|moved| moved.from.halves().abs_diff(moved.to.halves()) >= 2)
        .collect()
}
