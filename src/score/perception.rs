//! How the two sides read each other, and how the keeper read them.
//!
//! **Rule.** On one item, a side's own importance is held against the other side's own (do they agree?) and against its
//! guess of the other's (does it think so?), by medians. *The same* means at most [`SAME`](thresholds::SAME) step
//! apart:
//!
//! | | it thinks that they agree | it thinks that they do not |
//! |---|---|---|
//! | they agree | [`TrueConsensus`](Reading::TrueConsensus) | [`FalseConflict`](Reading::FalseConflict) |
//! | they do not | [`FalseConsensus`](Reading::FalseConsensus) | [`TrueDissensus`](Reading::TrueDissensus) |
//!
//! Each side reads for itself, so an item may have two readings. Both sides must be heard. Guesses are a group of
//! answers like any other: there is a guess where `min_replies` replies of the guessing side guess at anything asked
//! about, as the median of those on this item, if there are `min(min_replies, 3)`; a guess inside the estimate is not
//! used.
//!
//! **The keeper's estimate** of a side that is heard later was a guess as well: a [`Surprise`] is where it was
//! [`FAR_OFF`](thresholds::FAR_OFF) steps or more from the median. **Unit** steps in halves.
//!
//! **Edges.** An item has no reading by a side where one of the three medians is unknown. Exactly one step apart is
//! still *the same*.
//!
//! **Source.** Co-orientation: `McLeod` & Chaffee 1973; the one step is this project's.
//!
//! ```
//! use common_ground::catalogue::Level;
//! use common_ground::score::{Reading, perception::reading};
//!
//! let level = |steps| Level::from_steps(steps).unwrap();
//! let (organisation, members) = (level(4.0), level(1.0));
//! // The organisation believes that the members rate it 3.5; they rate it 1.
//! assert_eq!(reading(organisation, members, level(3.5)), Reading::FalseConsensus);
//! // The members know that the organisation rates it high.
//! assert_eq!(reading(members, organisation, level(4.0)), Reading::TrueDissensus);
//! ```

use super::many::{ManyItem, Quantity};
use super::{Group, thresholds};
use crate::assessment::{Answer, Answered, Ratings};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{ItemId, Level, PerSide, Side};

keyed! {
    /// How a side reads the other on an item.
    Reading {
        /// They agree, and it thinks so.
        TrueConsensus,
        /// They agree, and it thinks that they do not.
        FalseConflict,
        /// They do not agree, and it thinks that they do.
        FalseConsensus,
        /// They do not agree, and it knows.
        TrueDissensus,
    }
}

/// How a side reads the other on an item, from its own importance, the other's own, and its guess of that.
pub const fn reading(own: Level, other: Level, guess: Level) -> Reading {
    match (apart(own, other, thresholds::SAME), apart(own, guess, thresholds::SAME)) {
        (false, false) => Reading::TrueConsensus,
        (false, true) => Reading::FalseConflict,
        (true, false) => Reading::FalseConsensus,
        (true, true) => Reading::TrueDissensus,
    }
}

/// Whether two levels are more than so many steps apart.
const fn apart(one: Level, other: Level, steps: u8) -> bool {
    one.halves().abs_diff(other.halves()) > 2 * steps
}

/// How a side reads the other on an item, and by which guess.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Perception {
    /// How important it believes the item to be to the other side.
    pub guess: Level,
    /// What that comes to.
    pub reading: Reading,
}

/// How each side reads the other, from what both say and what they guess.
pub fn perceptions(importance: &Quantity, guesses: &PerSide<Option<Level>>) -> PerSide<Option<Perception>> {
    PerSide::from_fn(|side| {
        let said = |side| importance.said.get(side).median;
        let guess = (*guesses.get(side))?;
        Some(Perception { guess, reading: reading(said(side)?, said(side.other())?, guess) })
    })
}

/// Something that a side sees otherwise than the keeper believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Surprise {
    /// Which side.
    pub side: Side,
    /// The item.
    pub id: ItemId,
    /// What about it: [`Group::Importance`] or [`Group::Delivered`].
    pub group: Group,
    /// What the keeper believed.
    pub believed: Level,
    /// What the side said, as a median.
    pub said: Level,
}

/// Where the estimates were far off, in the order of the items; importance first, the organisation first.
pub fn surprises(answered: &Answered, items: &[ManyItem]) -> Vec<Surprise> {
    let mut found = Vec::new();
    for item in items {
        for (group, quantity) in [(Group::Importance, &item.importance), (Group::Delivered, &item.delivered)] {
            for (side, said) in quantity.said.iter() {
                let estimate = answered.estimate.get(side);
                let ratings = if group == Group::Importance { &estimate.importance } else { &estimate.delivered };
                let both = believed(ratings, item.id).zip(said.median);
                found.extend(
                    both.filter(|(believed, said)| is_far_off(*believed, *said)).map(|(believed, said)| Surprise {
                        side,
                        id: item.id,
                        group,
                        believed,
                        said,
                    }),
                );
            }
        }
    }
    found
}

fn believed(ratings: &Ratings, id: ItemId) -> Option<Level> {
    ratings.get(&id).copied().and_then(Answer::step).map(Level::from)
}

const fn is_far_off(believed: Level, said: Level) -> bool {
    believed.halves().abs_diff(said.halves()) >= 2 * thresholds::FAR_OFF
}

#[cfg(test)]
mod tests {
    use super::*;

    fn level(steps: f64) -> Level {
        Level::from_steps(steps).unwrap_or(Level::ZERO)
    }

    #[test]
    fn one_step_apart_is_the_same_and_half_a_step_more_is_not() {
        let check = |own, other, guess, expected| {
            assert_eq!(reading(level(own), level(other), level(guess)), expected, "{own} {other} {guess}");
        };
        check(3.0, 3.0, 3.0, Reading::TrueConsensus);
        check(3.0, 2.0, 4.0, Reading::TrueConsensus);
        check(3.0, 4.0, 1.5, Reading::FalseConflict);
        check(3.0, 1.5, 2.0, Reading::FalseConsensus);
        check(3.0, 1.5, 1.5, Reading::TrueDissensus);
        check(1.0, 4.0, 0.0, Reading::FalseConsensus);
        // Wrong about how, but right that they do not agree.
        check(2.0, 4.0, 0.0, Reading::TrueDissensus);
    }

    #[test]
    fn an_estimate_is_far_off_from_two_steps_on() {
        assert!(is_far_off(level(1.0), level(3.0)) && is_far_off(level(4.0), level(1.5)));
        assert!(!is_far_off(level(1.0), level(2.5)) && !is_far_off(level(2.0), level(2.0)));
    }
}
