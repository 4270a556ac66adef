//! Why an edit was refused, in a sentence that says what is in the way.

use std::fmt;

use super::limits;
use crate::catalogue::ItemId;

/// Why an edit was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A text is longer than [`limits::TEXT`].
    TextTooLong(usize),
    /// There are [`limits::ITEMS`] items already.
    TooManyItems,
    /// There are [`limits::OWN_ITEMS`] own items already.
    TooManyOwn,
    /// It is the last item.
    LastItem,
    /// The item is neither in the catalogue nor an own one.
    NoSuchItem(ItemId),
    /// The item is asked about.
    AskedAlready(ItemId),
    /// An own expectation without words.
    Empty,
    /// The members would be heard from fewer than [`super::FEWEST_MEMBERS`] replies, or the organisation from none.
    MinimumTooLow(u32),
    /// Replies were given under the present minimum, so that it cannot be lowered.
    MinimumPromised(u32),
    /// More replies than an assessment can hold.
    MinimumTooHigh,
    /// It does not have a reply with this id.
    NoSuchReply,
    /// There are [`limits::SNAPSHOTS`] snapshots already.
    TooManySnapshots,
    /// It does not have this snapshot.
    NoSuchSnapshot,
    /// A snapshot of a month or a year.
    SnapshotNotADay,
    /// The round that was to end is not the present one, which this is.
    RoundOver(u32),
    /// There are [`limits::MEASURES`] measures already.
    TooManyMeasures,
    /// There are [`limits::ACTIONS`] actions already.
    TooManyActions,
    /// It does not have a measure with this id.
    NoSuchMeasure,
    /// It does not have an action with this id.
    NoSuchAction,
    /// An action without words.
    EmptyAction,
    /// The id of a new measure, action or own expectation was given before.
    IdUsed,
    /// There is an own expectation of the last number already.
    NoNumberLeft,
    /// Neither a number nor nothing.
    NotANumber,
    /// A month or a year where a day is needed.
    NotADay,
    /// The statement is not the one that was to be replaced.
    StatementChanged,
    /// There are [`limits::EVIDENCE`] entries already.
    TooMuchEvidence,
    /// It does not have this evidence.
    NoSuchEvidence,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TextTooLong(length) => {
                write!(f, "a text of {length} characters is too long: at most {} are kept", limits::TEXT)
            }
            Self::TooManyItems => write!(f, "there are {} expectations already: take one out first", limits::ITEMS),
            Self::TooManyOwn => {
                write!(f, "there are {} expectations of your own already: take one out first", limits::OWN_ITEMS)
            }
            Self::LastItem => f.write_str("the last expectation cannot be taken out: add another first"),
            Self::NoSuchItem(id) => write!(f, "{id} is not an expectation that can be changed here"),
            Self::AskedAlready(id) => write!(f, "{id} is asked about already"),
            Self::Empty => f.write_str("an expectation needs words"),
            Self::MinimumTooLow(fewest) => {
                write!(f, "the minimum cannot be below {fewest}: single answers would show; choose {fewest} or more")
            }
            Self::MinimumPromised(least) => {
                write!(f, "people have replied under the minimum of {least}: it can be raised, not lowered")
            }
            Self::MinimumTooHigh => {
                write!(f, "an assessment holds {} replies: choose a minimum that can be reached", limits::REPLIES)
            }
            Self::NoSuchReply => f.write_str("this reply is no longer here: look again"),
            Self::TooManySnapshots => {
                write!(f, "there are {} snapshots already: delete one first", limits::SNAPSHOTS)
            }
            Self::NoSuchSnapshot => f.write_str("this snapshot is no longer here, or has another name now: look again"),
            Self::SnapshotNotADay => f.write_str("a snapshot needs a day, such as 2026-11-20"),
            Self::RoundOver(present) => {
                write!(f, "another round was begun in the meantime, and this is round {present} now: look again")
            }
            Self::TooManyMeasures => write!(f, "there are {} measures already: take one out first", limits::MEASURES),
            Self::TooManyActions => {
                write!(f, "there are {} actions in the plan already: take one out first", limits::ACTIONS)
            }
            Self::NoSuchMeasure => f.write_str("this measure is no longer here: look again"),
            Self::NoSuchAction => f.write_str("this action is no longer here: look again"),
            Self::EmptyAction => f.write_str("an action needs words: say what is to be done"),
            Self::IdUsed => f.write_str("another was added in the meantime: add yours again"),
            Self::NoNumberLeft => write!(
                f,
                "the numbers for expectations of your own are used up: own-{} is the last; start a new community to add more",
                ItemId::LAST_OWN
            ),
            Self::NotANumber => f.write_str("a measure needs numbers, such as 12 or 2.5"),
            Self::NotADay => f.write_str("a day is needed, such as 2027-02-15"),
            Self::TooMuchEvidence => {
                write!(f, "there are {} entries of evidence here already: take one out first", limits::EVIDENCE)
            }
            Self::NoSuchEvidence => {
                f.write_str("this evidence is no longer here, or was changed in the meantime: look again")
            }
            Self::StatementChanged => {
                f.write_str("the statement was changed in the meantime: look at it before you replace it")
            }
        }
    }
}
