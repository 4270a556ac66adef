//! What stands beside the answers: notes, statement, measures, actions, invitation.

use super::{Answer, Date, Extra, OwnItem};
use crate::catalogue::advice::Kind;
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Advice, ItemId};

/// How established a practice is, and what the keeper wrote beside it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PracticeAnswer {
    /// The level.
    pub level: Option<Answer>,
    /// The level aimed at.
    pub target: Option<crate::catalogue::Step>,
    /// A note.
    pub note: String,
    /// What shows it.
    pub evidence: Vec<Evidence>,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

impl PracticeAnswer {
    /// Whether nothing is left in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// What is written beside an item.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Note {
    /// The note.
    pub note: String,
    /// What shows it.
    pub evidence: Vec<Evidence>,
    /// How it could become shared, where one side alone wants it: a bridge of their own.
    pub bridge: String,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

impl Note {
    /// Whether nothing is left in it.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// Something that shows that a thing is so.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Evidence {
    /// What it is.
    pub text: String,
    /// Where it is.
    pub url: String,
    /// When it was seen.
    pub date: Option<Date>,
    /// Who can tell.
    pub person: String,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

/// The value statement.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statement {
    /// The statement.
    pub text: String,
    /// Who keeps it.
    pub owner: String,
    /// When it is looked at again.
    pub review: Option<Date>,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

/// A measure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Measure {
    /// Its id in this assessment.
    pub id: String,
    /// The code of the indicator in the catalogue, empty for one of their own.
    pub indicator: String,
    /// Its name.
    pub name: String,
    /// Whether it looks ahead: `leading`, `lagging`.
    pub kind: Option<Kind>,
    /// The expectations it shows.
    pub items: Vec<ItemId>,
    /// Its unit.
    pub unit: String,
    /// Where it started.
    pub baseline: Option<f64>,
    /// Where it should get.
    pub target: Option<f64>,
    /// Where it is.
    pub current: Option<f64>,
    /// By when.
    pub due: Option<Date>,
    /// Who keeps it.
    pub owner: String,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

impl Measure {
    /// Whether it looks ahead: as was said, or else as its indicator does.
    pub fn kind_by(&self, advice: &Advice) -> Option<Kind> {
        self.kind.or_else(|| advice.indicator(&self.indicator).map(|indicator| indicator.kind))
    }
}

keyed! {
    /// Where an action stands.
    #[derive(Default)]
    ActionStatus {
        /// To be done.
        #[default]
        Open = "open",
        /// Done.
        Done = "done",
        /// Not to be done.
        Dropped = "dropped",
    }
}

/// An action of the plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Action {
    /// Its id in this assessment.
    pub id: String,
    /// The number of the action in the catalogue it came from.
    pub advice: Option<u16>,
    /// What to do.
    pub text: String,
    /// Who does it.
    pub owner: String,
    /// By when.
    pub due: Option<Date>,
    /// Where it stands.
    pub status: ActionStatus,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

/// What an invitation may ask beside importance, worth and, after planning, what has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What has arrived.
    Delivered,
    /// How important each item is believed to be to the other side.
    Guess,
    /// What the side puts in.
    Contribution,
    /// The three that matter most.
    Top,
}

/// What an invitation asks.
#[expect(clippy::struct_excessive_bools, reason = "four independent yes-or-no choices, as the file has them")]
#[derive(Clone, Debug, PartialEq)]
pub struct Invite {
    /// Whether *delivered* is asked.
    pub delivered: bool,
    /// Whether each side guesses the other.
    pub guess: bool,
    /// Whether contributions are asked.
    pub contribution: bool,
    /// Whether the top three are asked.
    pub top: bool,
    /// Where replies are sent.
    pub reply_to: String,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

impl Invite {
    /// Whether something is asked.
    pub const fn asks(&self, asked: Asked) -> bool {
        match asked {
            Asked::Delivered => self.delivered,
            Asked::Guess => self.guess,
            Asked::Contribution => self.contribution,
            Asked::Top => self.top,
        }
    }

    /// Whether something is asked, to change.
    pub const fn asks_mut(&mut self, asked: Asked) -> &mut bool {
        match asked {
            Asked::Delivered => &mut self.delivered,
            Asked::Guess => &mut self.guess,
            Asked::Contribution => &mut self.contribution,
            Asked::Top => &mut self.top,
        }
    }
}

impl Default for Invite {
    /// What is asked unless chosen otherwise: delivered and top three, no guesses, no contributions.
    fn default() -> Self {
        Self {
            delivered: true,
            guess: false,
            contribution: false,
            top: true,
            reply_to: String::new(),
            extra: Extra::new(),
        }
    }
}

/// An own expectation that was taken out; its answers are kept.
pub type SetAside = Vec<OwnItem>;
