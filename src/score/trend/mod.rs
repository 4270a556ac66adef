//! Over time: what has changed between two states of the answers, and the figures of every snapshot in a row.
//!
//! **Rule.** Figures are recomputed over the items common to both states. A figure is called [`Up`](Direction::Up) or
//! [`Down`](Direction::Down) only where its two ranges do not touch **and** one of its answers moved by a step or more;
//! otherwise there is [no clear change](Direction::Unclear). Between an estimate and what was heard there is none
//! either, for a figure that draws on it: a guess that others do not share is no change. Nor has such an answer moved.
//!
//! - *Ranges touch* where they share a value, or an end to within [`TOLERANCE`]. A figure without a value in one of the
//!   states has no direction.
//! - *Its answers* are the quantities of its formula ([`Measured::draws_on`]), as they count: medians or estimates. One
//!   that was unknown in either state has not moved: nothing says from where, or where to.
//! - *What counts* is decided in each state with all that was asked in it; only then are the items that both have
//!   picked out. So a side that was heard stays heard, and no figure rests on another reading of the answers than its
//!   own day's. A contribution, a worth and the practices do not depend on items and are compared as they are.
//!
//! **Units** those of each figure: shares 0 to 1; steps 0 to 4 for worth and practices, where an unknown one is the
//! range 0 to 4; the number of practices for maturity; 0 or 1 for a gate that is not met or met; the place of the rung,
//! 0 to 3, for the outlook. **Edges.** Without a common item, whatever depends on items has no value, except the
//! outlook, which then rests on the practices alone. Each state keeps its own phase: a stricter gate can lower the
//! outlook, so the two phases are in [`Changes`], and who spoke in either state too. An own expectation keeps its id
//! when it is reworded; it is compared, and named in [`Changes::reworded`].
//!
//! **Two communities.** [`beside`] puts two of them side by side by the same rule; an own expectation is then the same
//! where its words are, whatever its id ([`Alike`]). Which of the two stands first only turns up into down.
//!
//! **Source.** This project's (domain notes 6.12): intervals that separate, and a move that a person would have had to
//! make.
//!
//! ```
//! use common_ground::assessment::{Answer, Answered, Community, Item};
//! use common_ground::catalogue::{ItemId, Level, Phase, Side, Step};
//! use common_ground::score::{Figure, trend::{self, Direction, Measured, Slot}};
//!
//! let item: ItemId = "O1".parse().unwrap();
//! let state = |members| {
//!     let mut answered = Answered::new(Community::new(Phase::Plan), vec![Item::Catalogue(item)]);
//!     answered.estimate.organisation.importance.insert(item, Answer::Step(Step::new(4).unwrap()));
//!     answered.estimate.members.importance.insert(item, Answer::Step(Step::new(members).unwrap()));
//!     answered
//! };
//! let changes = trend::compare(&state(2), &state(3));
//! let overlap = changes.of(Measured::Overlap).unwrap();
//! assert_eq!((overlap.earlier, overlap.later), (Figure::Value(0.5), Figure::Value(0.75)));
//! assert_eq!(overlap.direction, Direction::Up);
//! assert_eq!(overlap.moved[0].slot, Slot::Importance(Side::Members, item));
//! assert_eq!((overlap.moved[0].from, overlap.moved[0].to), (Level::from_steps(2.0).unwrap(), Level::from_steps(3.0).unwrap()));
//! ```

mod measured;
mod moved;
mod series;

pub use measured::Measured;
pub use moved::{Moved, Slot};
pub use series::{Point, last_time, latest, series};

use super::{Counted, CountedItem, Figure, Group, Results, TOLERANCE, Voices};
use crate::assessment::{Answered, Item};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Contribution, ItemId, PerSide, Phase, Side};
use moved::moved;

keyed! {
    /// Where a figure went.
    Direction {
        /// It is higher, whatever the unknown answers are.
        Up,
        /// It is lower, whatever they are.
        Down,
        /// Neither can be said.
        Unclear,
    }
}

/// A figure in both states.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// Which.
    pub measured: Measured,
    /// The figure of the earlier state.
    pub earlier: Figure,
    /// The figure of the later state.
    pub later: Figure,
    /// Where it went.
    pub direction: Direction,
    /// Whether an estimate stands beside what was heard, so that nothing can be said of where it went.
    pub guessed: bool,
    /// The answers of it that moved, in the order of [`Changes::moved`].
    pub moved: Vec<Moved>,
}

/// What holds of a state as a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct State {
    /// Where the community stood.
    pub phase: Phase,
    /// Who spoke for each side.
    pub voices: PerSide<Voices>,
    /// Whether there is anything of what matters to it, from people or as an estimate.
    pub says: PerSide<bool>,
}

/// What has changed between two states.
#[derive(Clone, Debug, PartialEq)]
pub struct Changes {
    /// The earlier state.
    pub earlier: State,
    /// The later state.
    pub later: State,
    /// The items that both states ask about, in the order of the later.
    pub common: Vec<ItemId>,
    /// The items that only the later asks about.
    pub added: Vec<ItemId>,
    /// The items that only the earlier asks about.
    pub taken_out: Vec<ItemId>,
    /// The own expectations among the common ones whose words are others now.
    pub reworded: Vec<ItemId>,
    /// How many answers are a step or more apart and have not moved, since they are an estimate in one state and heard
    /// in the other.
    pub guessed: usize,
    /// Every answer that moved: item by item, importance before delivered, the organisation before the members; then
    /// worth, contributions, practices.
    pub moved: Vec<Moved>,
    /// Every figure, in the order of [`Measured::all`].
    pub figures: Vec<Change>,
}

/// What makes an own expectation of one state the same as one of the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alike {
    /// Its id: both are states of one assessment.
    Id,
    /// Its words: two communities number their own expectations each for itself.
    Words,
}

/// Two states over what both ask about.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// What differs, the first state taken as the earlier one.
    pub changes: Changes,
    /// The results of both over the common items. An own expectation has the first state's id in both.
    pub results: [Results; 2],
}

/// What has changed from the earlier to the later state.
pub fn compare(earlier: &Answered, later: &Answered) -> Changes {
    beside(earlier, later, Alike::Id).changes
}

/// Two states side by side, of one assessment or of two that ask by the same catalogue.
pub fn beside(one: &Answered, other: &Answered, alike: Alike) -> Beside {
    let (before, after) = (Counted::of(one), Counted::of(other));
    let (mut pairs, mut added) = (Vec::new(), Vec::new());
    for item in &after.items {
        match partner(one, other, item.id, alike, &pairs) {
            Some(id) => pairs.push((id, item.id)),
            None => added.push(item.id),
        }
    }
    let of_one: Vec<ItemId> = pairs.iter().map(|(id, _)| *id).collect();
    let left = |item: &CountedItem| (!of_one.contains(&item.id)).then_some(item.id);
    let taken_out = before.items.iter().filter_map(left).collect();
    let state = |counted: &Counted| State {
        phase: counted.phase,
        voices: counted.voices,
        says: PerSide::from_fn(|side| counted.speaks(side, Group::Importance)),
    };
    let states = (state(&before), state(&after));
    let of_other: Vec<ItemId> = pairs.iter().map(|(_, id)| *id).collect();
    let (before, after) = (picked(&before, &of_one, &of_one), picked(&after, &of_other, &of_one));
    let mut moved = moved(&before, &after);
    let all = moved.len();
    if alike == Alike::Id {
        moved.retain(|moved| moved.slot.group().is_none_or(|(side, group)| states.0.is_like(&states.1, side, group)));
    }
    let (before, after) = (Results::of(before), Results::of(after));
    let common = of_one.first().copied();
    let change = |measured: Measured| {
        let (earlier, later) = (measured.of(&before), measured.of(&after));
        let moved: Vec<Moved> = moved.iter().copied().filter(|moved| measured.draws_on(moved.slot)).collect();
        let guessed = alike == Alike::Id && is_guess_beside_heard(measured, common, (&states.0, &states.1));
        let direction = if moved.is_empty() || guessed { Direction::Unclear } else { direction(earlier, later) };
        Change { measured, earlier, later, direction, guessed, moved }
    };
    let own = |answered: &Answered, id| answered.own(id).map(|own| own.text.trim().to_owned());
    let reworded = |(id, now): &(ItemId, ItemId)| (own(one, *id) != own(other, *now)).then_some(*id);
    let changes = Changes {
        earlier: states.0,
        later: states.1,
        reworded: pairs.iter().filter_map(reworded).collect(),
        figures: Measured::all().map(change).collect(),
        common: of_one,
        added,
        taken_out,
        guessed: all - moved.len(),
        moved,
    };
    Beside { changes, results: [before, after] }
}

impl State {
    /// Whether a group of a side is heard in both states, or an estimate in both.
    fn is_like(&self, other: &Self, side: Side, group: Group) -> bool {
        let heard = |state: &Self| state.voices.get(side).of(group).is_heard();
        heard(self) == heard(other)
    }
}

/// Whether a figure draws on a group that was heard in one state, and is an estimate in the other: then nobody has said
/// that anything changed.
fn is_guess_beside_heard(measured: Measured, item: Option<ItemId>, (one, other): (&State, &State)) -> bool {
    let slot = |side: Side, group: Group| match group {
        Group::Importance => item.map(|item| Slot::Importance(side, item)),
        Group::Delivered => item.map(|item| Slot::Delivered(side, item)),
        Group::Worth => Some(Slot::Worth(side)),
        Group::Contribution => Some(Slot::Contribution(side, Contribution::Time)),
    };
    let drawn_on = |side: Side, group: Group| slot(side, group).is_some_and(|slot| measured.draws_on(slot));
    Side::ALL.into_iter().any(|side| {
        let differs = |group: &Group| !one.is_like(other, side, *group) && drawn_on(side, *group);
        Group::ALL.iter().any(differs)
    })
}

/// The item of the first state that is the same as one of the other; each of them once.
fn partner(one: &Answered, other: &Answered, id: ItemId, alike: Alike, taken: &[(ItemId, ItemId)]) -> Option<ItemId> {
    let mut free = one.items.iter().filter(|item| taken.iter().all(|(taken, _)| *taken != item.id()));
    let same = match (alike, other.own(id)) {
        (Alike::Words, Some(own)) => {
            free.find(|item| one.own(item.id()).is_some_and(|theirs| theirs.text.trim() == own.text.trim()))
        }
        _ => free.find(|item| item.id() == id),
    };
    same.map(Item::id)
}

impl Changes {
    /// The change of a figure.
    pub fn of(&self, measured: Measured) -> Option<&Change> {
        self.figures.iter().find(|change| change.measured == measured)
    }
}

/// What counts of these items alone, in their order, under other ids.
fn picked(counted: &Counted, ids: &[ItemId], names: &[ItemId]) -> Counted {
    let renamed = |id: ItemId| ids.iter().position(|one| *one == id).and_then(|at| names.get(at).copied());
    let find = |(id, name): (&ItemId, &ItemId)| {
        let item = counted.items.iter().find(|item| item.id == *id)?;
        Some(CountedItem { id: *name, ..*item })
    };
    let items = ids.iter().zip(names).filter_map(find).collect();
    let top = counted.top.map(|top| top.iter().filter_map(|id| renamed(*id)).collect());
    Counted { items, top, ..counted.clone() }
}

/// Whether two ranges lie apart, and which way.
fn direction(earlier: Figure, later: Figure) -> Direction {
    match (earlier.ends(), later.ends()) {
        (Some((_, high)), Some((low, _))) if low - high > TOLERANCE => Direction::Up,
        (Some((low, _)), Some((_, high))) if low - high > TOLERANCE => Direction::Down,
        _ => Direction::Unclear,
    }
}
