//! Where something is asked: the place, and the element in it, which links and jumps name and screens set.

use crate::catalogue::{ItemId, Side};
use crate::route::{Part, Place};
use crate::score::Asked;

/// A part of the expectations as it asks about an item; the top three ask by importance.
pub fn of(part: Part, side: Side, item: ItemId) -> Asked {
    if part == Part::Delivered { Asked::Delivered(side, item) } else { Asked::Importance(side, item) }
}

/// The place where it is asked.
pub const fn place(asked: Asked) -> Place {
    match asked {
        Asked::Importance(..) => Place::Expectations(Part::Importance),
        Asked::Delivered(..) => Place::Expectations(Part::Delivered),
        Asked::Worth(_) => Place::Exchange,
        Asked::Practice(_) => Place::Practices,
    }
}

/// The id of the element in which it is asked.
pub fn element(asked: Asked) -> String {
    match asked {
        Asked::Importance(side, item) => ["importance-", side.key(), "-", item.as_str()].concat(),
        Asked::Delivered(side, item) => ["delivered-", side.key(), "-", item.as_str()].concat(),
        Asked::Worth(side) => ["worth-", side.key()].concat(),
        Asked::Practice(practice) => ["practice-", practice.key()].concat(),
    }
}
