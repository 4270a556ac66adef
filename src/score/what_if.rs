//! What the results would be if one answer were one step higher or lower.
//!
//! **Rule.** Any counted quantity, a median too, is moved by one step within 0 to 4, and everything is computed again
//! by the same code ([`Results::of`]). The assessment is not touched. **Unit** steps in halves.
//!
//! **Edges.** A step is a whole one also from a half: 2.5 goes up to 3.5. It is cut short at the ends: 3.5 goes up to 4
//! and 0.5 down to 0. From the end itself there is no step, and an unknown quantity has none in either direction, since
//! nobody knows where it would start: both are `None`. What the sides put in and who speaks are left as they are, and
//! so is the top three, which enters no figure.
//!
//! **How to speak of it.** It tells what would have to become true, not which answer to change. **Source.** This
//! project's (domain notes 6.12).
//!
//! ```
//! use common_ground::assessment::{Answer, Answered, Community, Item};
//! use common_ground::catalogue::{ItemId, Phase, Side, Step};
//! use common_ground::score::{self, Counted, Figure, Lever, Move, what_if};
//!
//! let item: ItemId = "O1".parse().unwrap();
//! let mut answered = Answered::new(Community::new(Phase::Plan), vec![Item::Catalogue(item)]);
//! answered.estimate.organisation.importance.insert(item, Answer::Step(Step::new(4).unwrap()));
//! answered.estimate.members.importance.insert(item, Answer::Step(Step::new(2).unwrap()));
//! let counted = Counted::of(&answered);
//!
//! let after = what_if(&counted, Lever::Importance(Side::Members, item), Move::Up).unwrap();
//! assert_eq!(after.overlap.jaccard, Figure::Value(3.0 / 4.0));
//! assert_eq!(what_if(&counted, Lever::Importance(Side::Organisation, item), Move::Up), None); // it is 4 already
//! assert_eq!(what_if(&counted, Lever::Worth(Side::Members), Move::Up), None); // it is unknown
//! assert_eq!(score::results(&answered).overlap.jaccard, Figure::Value(2.0 / 4.0));
//! ```

use super::{Asked, Counted, CountedItem, Results};
use crate::catalogue::{Contribution, ItemId, Level, PerSide, Practice, Side, Step};

/// A quantity that counts, as far as it can be moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lever {
    /// How important an item is to a side.
    Importance(Side, ItemId),
    /// How much of an item has arrived, as a side sees it.
    Delivered(Side, ItemId),
    /// Whether it is worth it to a side.
    Worth(Side),
    /// What a side puts in of one kind.
    Contribution(Side, Contribution),
    /// How established a practice is.
    Practice(Practice),
}

impl From<Asked> for Lever {
    fn from(asked: Asked) -> Self {
        match asked {
            Asked::Importance(side, id) => Self::Importance(side, id),
            Asked::Delivered(side, id) => Self::Delivered(side, id),
            Asked::Worth(side) => Self::Worth(side),
            Asked::Practice(practice) => Self::Practice(practice),
        }
    }
}

/// Which way a quantity is moved.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Move {
    /// One step higher.
    Up,
    /// One step lower.
    Down,
}

/// A quantity that would be a step higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Raise {
    /// Which.
    pub lever: Lever,
    /// Where it is.
    pub from: Level,
    /// Where it would be.
    pub to: Level,
}

/// A step in half steps.
const STEP: u8 = 2;

impl Move {
    /// Where one step leads, at most to the end; `None` from the end itself.
    ///
    /// ```
    /// # use common_ground::catalogue::Level;
    /// # use common_ground::score::Move;
    /// let moved = |steps, by: Move| Level::from_steps(steps).and_then(|level| by.from(level)).map(Level::steps);
    /// assert_eq!((moved(2.5, Move::Up), moved(3.5, Move::Up), moved(4.0, Move::Up)), (Some(3.5), Some(4.0), None));
    /// assert_eq!((moved(2.5, Move::Down), moved(0.5, Move::Down), moved(0.0, Move::Down)), (Some(1.5), Some(0.0), None));
    /// ```
    pub fn from(self, level: Level) -> Option<Level> {
        let halves = match self {
            Self::Up => (level.halves() + STEP).min(Level::FULL.halves()),
            Self::Down => level.halves().saturating_sub(STEP),
        };
        Level::from_halves(halves).filter(|moved| *moved != level)
    }
}

impl Lever {
    /// Where it stands; `None` where it is unknown or not asked about.
    pub fn level(self, counted: &Counted) -> Option<Level> {
        let of_item = |id, of: fn(&CountedItem) -> &PerSide<Option<Level>>, side| {
            *of(counted.items.iter().find(|item| item.id == id)?).get(side)
        };
        match self {
            Self::Importance(side, id) => of_item(id, |item| &item.importance, side),
            Self::Delivered(side, id) => of_item(id, |item| &item.delivered, side),
            Self::Worth(side) => *counted.worth.get(side),
            Self::Contribution(side, kind) => counted.contribution.get(side).get(kind.index()).copied().flatten(),
            Self::Practice(practice) => counted.practice(practice).map(Level::from),
        }
    }

    /// Where a step would lead; `None` where there is none.
    pub fn moved(self, counted: &Counted, by: Move) -> Option<Level> {
        self.level(counted).and_then(|level| by.from(level))
    }

    /// One step up from where it stands; `None` where there is none.
    pub fn raise(self, counted: &Counted) -> Option<Raise> {
        Some(Raise { lever: self, from: self.level(counted)?, to: self.moved(counted, Move::Up)? })
    }

    /// Puts it somewhere else. A practice stands on whole steps; a half counts as the step below it.
    pub fn set(self, counted: &mut Counted, level: Option<Level>) {
        let of_item = |items: &mut [CountedItem], id, of: fn(&mut CountedItem) -> &mut PerSide<Option<Level>>, side| {
            if let Some(item) = items.iter_mut().find(|item| item.id == id) {
                *of(item).get_mut(side) = level;
            }
        };
        match self {
            Self::Importance(side, id) => of_item(&mut counted.items, id, |item| &mut item.importance, side),
            Self::Delivered(side, id) => of_item(&mut counted.items, id, |item| &mut item.delivered, side),
            Self::Worth(side) => *counted.worth.get_mut(side) = level,
            Self::Contribution(side, kind) => {
                if let Some(slot) = counted.contribution.get_mut(side).get_mut(kind.index()) {
                    *slot = level;
                }
            }
            Self::Practice(practice) => {
                if let Some(slot) = counted.practices.get_mut(practice.index()) {
                    *slot = level.and_then(|level| Step::new(level.halves() / STEP));
                }
            }
        }
    }
}

/// What something comes to while quantities are raised; then they stand as before.
pub fn raised<T>(counted: &mut Counted, way: &[Raise], look: impl FnOnce(&Counted) -> T) -> T {
    for raise in way {
        raise.lever.set(counted, Some(raise.to));
    }
    let found = look(counted);
    for raise in way {
        raise.lever.set(counted, Some(raise.from));
    }
    found
}

/// The results if a quantity were one step higher or lower; `None` where there is no such step.
pub fn what_if(counted: &Counted, lever: Lever, by: Move) -> Option<Results> {
    let to = lever.moved(counted, by)?;
    let mut moved = counted.clone();
    lever.set(&mut moved, Some(to));
    Some(Results::of(moved))
}

#[cfg(test)]
mod tests {
    use super::super::sample::{importance, levels};
    use super::*;
    use crate::score::{Exchange, Figure, GateState};
    use Side::{Members, Organisation};

    fn known() -> Counted {
        importance("4 2.5", "2 0.5")
            .delivered("1 3.5", "0 4")
            .worth("3 2")
            .practices("2 2 2 2 2 1 2 2 2 2")
            .contribution(Organisation, "1 2 3 4 0")
    }

    #[test]
    fn each_quantity_moves_one_step_and_nothing_else_does() {
        let id = |code: &str| code.parse::<ItemId>().unwrap();
        let levers = [
            (Lever::Importance(Organisation, id("O2")), "2.5", Some("1.5"), Some("3.5")),
            (Lever::Importance(Members, id("O2")), "0.5", Some("0"), Some("1.5")),
            (Lever::Delivered(Organisation, id("O2")), "3.5", Some("2.5"), Some("4")),
            (Lever::Delivered(Members, id("O2")), "4", Some("3"), None),
            (Lever::Delivered(Members, id("O1")), "0", None, Some("1")),
            (Lever::Worth(Members), "2", Some("1"), Some("3")),
            (Lever::Contribution(Organisation, Contribution::Time), "0", None, Some("1")),
            (Lever::Contribution(Organisation, Contribution::Participation), "4", Some("3"), None),
            (Lever::Practice(Practice::Vp6), "1", Some("0"), Some("2")),
        ];
        for (lever, at, down, up) in levers {
            assert_eq!(lever.level(&known()), levels(at)[0], "{lever:?}");
            for (by, to) in [(Move::Down, down), (Move::Up, up)] {
                let results = what_if(&known(), lever, by);
                let mut found = results.map(|results| results.counted);
                assert_eq!(found.as_ref().and_then(|found| lever.level(found)), to.and_then(|to| levels(to)[0]));
                if let Some(found) = &mut found {
                    lever.set(found, levels(at)[0]);
                    assert_eq!(*found, known(), "{lever:?}");
                }
            }
        }
    }

    #[test]
    fn what_is_unknown_or_not_asked_about_cannot_be_moved() {
        let counted = importance("4 ?", "2 2");
        let item = |code: &str| Lever::Importance(Organisation, code.parse().unwrap());
        for lever in [
            item("O2"),
            item("O9"),
            Lever::Worth(Organisation),
            Lever::Practice(Practice::Vp1),
            Lever::Contribution(Members, Contribution::Time),
        ] {
            assert_eq!((what_if(&counted, lever, Move::Up), what_if(&counted, lever, Move::Down)), (None, None));
        }
    }

    #[test]
    fn the_results_follow() {
        let kinds = |lever, by| what_if(&known(), lever, by).map(|results| results.exchange);
        assert_eq!(kinds(Lever::Worth(Members), Move::Up), Some(vec![Exchange::Sustaining]));
        assert_eq!(kinds(Lever::Worth(Organisation), Move::Down), Some(vec![Exchange::Drifting]));
        let raised = what_if(&known(), Lever::Practice(Practice::Vp6), Move::Up).unwrap();
        assert_eq!(raised.gates[1].state, GateState::Met);
        let put_in = what_if(&known(), Lever::Contribution(Organisation, Contribution::Time), Move::Up).unwrap();
        assert_eq!(put_in.contribution.organisation, Figure::Value(11.0 / 20.0));
    }
}
