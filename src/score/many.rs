//! What many voices say: how answers are spread, where they differ, and how well each side is read.
//!
//! **Rule.** For every quantity and side: the median, where the side itself is heard in it, and the [`Spread`] with its
//! consensus, or [why there is none](super::Hidden); between the sides the [`Gap`]. From these the list of
//! [topics](discussion), the readings of each other and the keeper's [surprises](perception). **Units** steps and
//! answers. **Edges.** The keeper's estimate stands nowhere here but in a surprise; what a side is believed to say is
//! in [`Counted`]. The order is that of the items.
//!
//! **What cannot be read from it.** Below the minimum nothing here depends on a single answer: a group that is not
//! heard gives neither median nor spread nor number of answers; a quantity of a heard group with fewer steps than a
//! spread takes gives its median at most. Every other figure is computed from those medians, spreads and medians of
//! guesses alone, never from the answers, so that it cannot tell more than they do; nor does anything here join two
//! answers of one person. Tests change single answers and look for a trace. What remains stands in
//! [`spread`](super::spread).
//!
//! **Cost.** One pass over the replies that stand; so this is not part of the results, and is asked for where it is
//! shown. **Source.** This project's rules; the formulas in the files named.
//!
//! ```
//! use std::sync::Arc;
//! use common_ground::assessment::{Answer, Answered, Answers, Community, Item, Reply};
//! use common_ground::catalogue::{ItemId, Level, Phase, Side, Step};
//! use common_ground::score::{Counted, Hidden, Many, Split};
//!
//! let item: ItemId = "O1".parse().unwrap();
//! let reply = |(at, number): (usize, u8)| Reply {
//!     id: at.to_string(), revision: 1, side: Side::Members, date: None, name: None, extra: vec![],
//!     answers: Answers {
//!         importance: [(item, Answer::Step(Step::new(number).unwrap()))].into(),
//!         ..Answers::default()
//!     },
//! };
//! let mut answered = Answered::new(Community::new(Phase::Plan), vec![Item::Catalogue(item)]);
//! answered.replies = Arc::new([0, 0, 1, 3, 3, 3, 4, 4, 4].into_iter().enumerate().map(reply).collect());
//!
//! let many = Many::of(&answered, &Counted::of(&answered));
//! let said = many.items[0].importance.said;
//! assert_eq!(said.members.median.map(Level::steps), Some(3.0));
//! assert_eq!(said.members.spread.map(|spread| spread.counts()), Ok([2, 1, 0, 3, 3]));
//! assert_eq!(said.organisation.spread, Err(Hidden::NotHeard { from: 2 }));
//! assert_eq!(many.topics[0].split, Split::WithinMembers);
//! assert_eq!(many.items[0].importance.gap, None); // the organisation is not heard
//! ```

use super::discussion::{self, Topic};
use super::gap::Gap;
use super::median::Tally;
use super::perception::{self, Perception, Surprise};
use super::spoken::{Count, Places, add_ratings, heard_from, known_from};
use super::{Counted, CountedItem, Group, Hidden, Spread, heard};
use crate::assessment::{Answered, Answers};
use crate::catalogue::{ItemId, Level, PerSide};

/// What many voices say.
#[derive(Clone, Debug, PartialEq)]
pub struct Many {
    /// How many replies of each side stand, whatever they answer.
    pub replies: PerSide<u32>,
    /// What they say of each item, in the order of the items.
    pub items: Vec<ManyItem>,
    /// Whether it is worth it.
    pub worth: Quantity,
    /// What each side puts in, in the order of [`Contribution::ALL`](crate::catalogue::Contribution::ALL).
    pub contribution: [Quantity; 5],
    /// What to talk about, the largest first.
    pub topics: Vec<Topic>,
    /// Where the keeper's estimates were far off, in the order of the items.
    pub surprises: Vec<Surprise>,
}

/// What many voices say of an item.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ManyItem {
    /// Which.
    pub id: ItemId,
    /// How important it is.
    pub importance: Quantity,
    /// How much of it has arrived.
    pub delivered: Quantity,
    /// How each side reads the other; `None` where a side is not heard or does not guess.
    pub perception: PerSide<Option<Perception>>,
}

/// What the two sides say about one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Quantity {
    /// What each says.
    pub said: PerSide<Said>,
    /// How far they are apart; `None` unless both have a median.
    pub gap: Option<Gap>,
}

/// What one side says about one question.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Said {
    /// The median; `None` where the side is not heard or too few say anything.
    pub median: Option<Level>,
    /// How the answers are spread.
    pub spread: Result<Spread, Hidden>,
}

impl Many {
    /// What the replies say; `counted` is what counts of the same answers.
    pub fn of(answered: &Answered, counted: &Counted) -> Self {
        let places = Places::of(&answered.items);
        let mut told = PerSide::from_fn(|_| Told::new(answered.items.len()));
        for reply in heard::standing(&answered.replies) {
            told.get_mut(reply.side).add(&reply.answers, &places);
        }
        let table = Table { answered, counted, told: &told };
        let items: Vec<ManyItem> = (0..).zip(&counted.items).map(|(at, item)| table.item(at, item)).collect();
        let pledged = |at: usize| {
            let levels = counted.contribution.map(|levels| levels.get(at).copied().flatten());
            table.quantity(Group::Contribution, levels, told.map(|told| at_place(&told.count.contribution, at)))
        };
        Self {
            replies: told.map(|told| told.replies),
            worth: table.quantity(Group::Worth, counted.worth, told.map(|told| told.count.worth)),
            contribution: std::array::from_fn(pledged),
            topics: discussion::topics(&items),
            surprises: perception::surprises(answered, &items),
            items,
        }
    }
}

/// What the replies of one side tell, counted.
struct Told {
    replies: u32,
    count: Count,
    guess: Vec<Tally>,
    /// How many replies guess at all.
    guessing: u32,
}

impl Told {
    fn new(items: usize) -> Self {
        Self { replies: 0, count: Count::new(items), guess: vec![Tally::default(); items], guessing: 0 }
    }

    fn add(&mut self, answers: &Answers, places: &Places) {
        self.replies += 1;
        self.count.add(answers, places);
        self.guessing += u32::from(add_ratings(&answers.guess, places, &mut self.guess));
    }

    /// What the side guesses of an item, where enough of its replies do.
    fn guessed(&self, at: usize, min_replies: u32) -> Option<Level> {
        let heard = self.guessing >= heard_from(min_replies);
        at_place(&self.guess, at).median(known_from(min_replies)).filter(|_| heard)
    }
}

fn at_place(tallies: &[Tally], at: usize) -> Tally {
    tallies.get(at).copied().unwrap_or_default()
}

/// What a quantity is made of.
struct Table<'a> {
    answered: &'a Answered,
    counted: &'a Counted,
    told: &'a PerSide<Told>,
}

impl Table<'_> {
    fn item(&self, at: usize, item: &CountedItem) -> ManyItem {
        let of = |tallies: fn(&Count) -> &[Tally]| self.told.map(|told| at_place(tallies(&told.count), at));
        let importance = self.quantity(Group::Importance, item.importance, of(|count| &count.importance));
        let min_replies = |side| *self.answered.min_replies.get(side);
        let guesses = PerSide::from_fn(|side| self.told.get(side).guessed(at, min_replies(side)));
        ManyItem {
            id: item.id,
            importance,
            delivered: self.quantity(Group::Delivered, item.delivered, of(|count| &count.delivered)),
            perception: perception::perceptions(&importance, &guesses),
        }
    }

    /// A quantity of a group, from what counts and from the steps given.
    fn quantity(&self, group: Group, counted: PerSide<Option<Level>>, tallies: PerSide<Tally>) -> Quantity {
        let said = PerSide::from_fn(|side| {
            let voice = self.counted.voices.get(side).of(group);
            let median = counted.get(side).filter(|_| voice.is_heard());
            Said { median, spread: Spread::of(tallies.get(side), voice, *self.answered.min_replies.get(side)) }
        });
        Quantity { said, gap: Gap::between(&said) }
    }
}
