//! What one person, or the keeper on behalf of a side, answered.

use super::Extra;
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Contribution, ItemId, Level, Step};
use crate::order::Map;

/// An answer that was given. One that was not given is absent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// A step of the scale.
    Step(Step),
    /// "I don't know". The scoring treats it as unknown; screens count it apart.
    DontKnow,
}

impl Answer {
    /// The step, `None` for "I don't know".
    pub const fn step(self) -> Option<Step> {
        match self {
            Self::Step(step) => Some(step),
            Self::DontKnow => None,
        }
    }
}

keyed! {
    /// What is asked about each item of each side.
    Question {
        /// How important it is.
        Importance = "importance",
        /// How much has arrived.
        Delivered = "delivered",
        /// How important it is believed to be to the other side.
        Guess = "guess",
    }
}

/// Answers about expectations.
pub type Ratings = Map<ItemId, Answer>;

/// One side's answers, as one person gave them: an estimate or a reply.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// How important each item is to this side.
    pub importance: Ratings,
    /// How much of each has arrived.
    pub delivered: Ratings,
    /// Is what we get worth what we put in?
    pub worth: Option<Answer>,
    /// At most three items, the most important first.
    pub top: Vec<ItemId>,
    /// How important each item is believed to be to the other side.
    pub guess: Ratings,
    /// What this side puts in.
    pub contribution: Map<Contribution, Pledge>,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

impl Answers {
    /// The answers to a question about the items.
    pub const fn ratings(&self, question: Question) -> &Ratings {
        match question {
            Question::Importance => &self.importance,
            Question::Delivered => &self.delivered,
            Question::Guess => &self.guess,
        }
    }

    /// Answers a question about an item; `None` takes the answer back.
    pub fn rate(&mut self, question: Question, item: ItemId, answer: Option<Answer>) {
        let ratings = match question {
            Question::Importance => &mut self.importance,
            Question::Delivered => &mut self.delivered,
            Question::Guess => &mut self.guess,
        };
        match answer {
            Some(answer) => ratings.insert(item, answer),
            None => ratings.remove(&item),
        };
    }

    /// Changes what is put in of one kind, and forgets it once nothing is left in it.
    pub fn pledge(&mut self, kind: Contribution, change: impl FnOnce(&mut Pledge)) {
        let pledge = self.contribution.entry(kind).or_default();
        change(pledge);
        if pledge.is_empty() {
            self.contribution.remove(&kind);
        }
    }
}

/// What a side puts in of one kind.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pledge {
    /// How firmly.
    pub level: Option<Answer>,
    /// How much, in the side's own words.
    pub amount: String,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

impl Pledge {
    /// Whether nothing is left in it.
    pub fn is_empty(&self) -> bool {
        self.level.is_none() && self.amount.is_empty() && self.extra.is_empty()
    }
}

/// What is left of a side's replies when they are not sent along: medians, so that halves occur.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Summary {
    /// How many replies it stands for.
    pub count: u32,
    /// Medians of importance.
    pub importance: Map<ItemId, Level>,
    /// Medians of delivered.
    pub delivered: Map<ItemId, Level>,
    /// The median of worth.
    pub worth: Option<Level>,
    /// The side's top three.
    pub top: Vec<ItemId>,
    /// Medians of the contributions.
    pub contribution: Map<Contribution, Level>,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}
