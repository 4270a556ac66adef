//! An assessment: the answers of two sides, the replies of many, snapshots, and the edits allowed on them.
//!
//! Everything here is plain data. Reading and writing files is [`file`](crate::file), numbers are
//! [`score`](crate::score). What a newer or another program added to a file is carried along in `extra`, at every level
//! but beside the name of a catalogue.

mod answer;
mod community;
mod differing;
mod edit;
mod evidence;
mod items;
mod plan;
mod planning;
mod rebase;
mod refusal;
mod snapshot;
mod time;
mod voices;

use std::fmt;
use std::sync::Arc;

pub use answer::{Answer, Answers, Pledge, Question, Ratings, Summary};
pub use community::Community;
pub use differing::{Beside, RepliesApart};
pub use edit::Edit;
pub use evidence::{About, EvidenceEdit, opens};
pub use plan::{Action, ActionStatus, Asked, Evidence, Invite, Measure, Note, PracticeAnswer, SetAside, Statement};
pub use planning::{ActionEdit, MeasureEdit, Numbered, PlanEdit};
pub use refusal::Refusal;
pub use snapshot::SnapshotRef;
pub use time::{Date, Instant, NotATime};
pub use voices::{Arrival, Arrivals, FEWEST_MEMBERS, Invitation, Mark, SentReply, reply_id};

pub use crate::tree::{Extra, Tree};

use crate::catalogue::{Catalogue, CatalogueId, Holder, ItemId, PerSide, Phase, Practice, Side};
use crate::order::Map;

/// The limits of a file and of what can be typed; `file-format` names them and errors do.
pub mod limits {
    /// The characters of one text.
    pub const TEXT: usize = 20_000;
    /// The items of one assessment.
    pub const ITEMS: usize = 30;
    /// The items of one's own among them.
    pub const OWN_ITEMS: usize = 5;
    /// The replies of one assessment.
    pub const REPLIES: usize = 5_000;
    /// The snapshots of one assessment.
    pub const SNAPSHOTS: usize = 200;
    /// The measures that can be added; three to five are enough.
    pub const MEASURES: usize = 30;
    /// The actions that can be added to the plan.
    pub const ACTIONS: usize = 200;
    /// The evidence that can be added to one note; a few say enough.
    pub const EVIDENCE: usize = 50;
    /// The items in a top three.
    pub const TOP: usize = 3;
}

/// The identity of an assessment: 1 to 64 letters, digits, hyphens, underscores; ours are random UUIDs.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AssessmentId(Arc<str>);

impl AssessmentId {
    /// The id, `None` where the text is none.
    pub fn new(text: &str) -> Option<Self> {
        let plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_');
        (plain && (1..=64).contains(&text.len())).then(|| Self(text.into()))
    }

    /// A random UUID (version 4) from sixteen random bytes.
    pub fn from_random(mut bytes: [u8; 16]) -> Self {
        use fmt::Write;
        bytes[6] = bytes[6] & 0x0f | 0x40;
        bytes[8] = bytes[8] & 0x3f | 0x80;
        let mut text = String::with_capacity(36);
        for (at, byte) in bytes.iter().enumerate() {
            if matches!(at, 4 | 6 | 8 | 10) {
                text.push('-');
            }
            // Writing into a String cannot fail.
            let _ = write!(text, "{byte:02x}");
        }
        Self(text.into())
    }

    /// The id as text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for AssessmentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// One assessment, whole.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// Which.
    pub id: AssessmentId,
    /// The assessment it was copied from.
    pub copied_from: Option<AssessmentId>,
    /// When it was begun.
    pub created: Option<Instant>,
    /// When it was last changed.
    pub updated: Option<Instant>,
    /// Which round of answers this is, counted from 1.
    pub round: u32,
    /// Which catalogue it was made with; `None` for the one that comes with Common Ground.
    pub catalogue: Option<CatalogueId>,
    /// What is asked and was answered.
    pub answered: Answered,
    /// Notes on items.
    pub notes: Map<ItemId, Note>,
    /// The value statement.
    pub statement: Statement,
    /// The measures.
    pub measures: Vec<Measure>,
    /// The plan.
    pub actions: Vec<Action>,
    /// Numbers of measures and actions that are not given again.
    pub numbered: Numbered,
    /// What an invitation asks.
    pub invite: Invite,
    /// Earlier states, oldest first.
    pub snapshots: Arc<Vec<Snapshot>>,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

/// What is asked and was answered: all that scoring reads, and what a snapshot holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Answered {
    /// The community.
    pub community: Community,
    /// The items asked about, in their order on screen; an item's number is its place here, from 1.
    pub items: Vec<Item>,
    /// Own items that were taken out.
    pub set_aside: SetAside,
    /// What the keeper believes of each side.
    pub estimate: PerSide<Answers>,
    /// The practices, answered by the keeper.
    pub practices: Map<Practice, PracticeAnswer>,
    /// From how many replies on a group of a side is heard.
    pub min_replies: PerSide<u32>,
    /// The replies.
    pub replies: Arc<Vec<Reply>>,
    /// What is left of replies that were not sent along.
    pub summary: PerSide<Option<Summary>>,
    /// Keys of `min_replies` and `summary` that are not ours.
    pub extra: AnsweredExtra,
}

/// Foreign keys of the small objects of [`Answered`].
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnsweredExtra {
    /// Beside the two minima.
    pub min_replies: Extra,
    /// Beside the two summaries.
    pub summary: Extra,
    /// Beside a snapshot's own keys; an assessment keeps these in [`Assessment::extra`].
    pub snapshot: Extra,
}

/// An item that is asked about.
#[derive(Clone, Debug, PartialEq)]
pub enum Item {
    /// One of the catalogue.
    Catalogue(ItemId),
    /// One of the community's own.
    Own(OwnItem),
}

impl Item {
    /// Its id.
    pub const fn id(&self) -> ItemId {
        match self {
            Self::Catalogue(id) => *id,
            Self::Own(own) => own.id,
        }
    }
}

/// An expectation of the community's own.
#[derive(Clone, Debug, PartialEq)]
pub struct OwnItem {
    /// `own-N`.
    pub id: ItemId,
    /// The expectation.
    pub text: String,
    /// Who usually holds it.
    pub holder: Holder,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

/// One person's reply.
#[derive(Clone, Debug, PartialEq)]
pub struct Reply {
    /// One per invitation and browser.
    pub id: String,
    /// Counts that person's changes.
    pub revision: u32,
    /// The side answered for.
    pub side: Side,
    /// When.
    pub date: Option<Instant>,
    /// A name, only if typed.
    pub name: Option<String>,
    /// The answers.
    pub answers: Answers,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

/// A dated copy of what was answered.
#[derive(Clone, Debug, PartialEq)]
pub struct Snapshot {
    /// The day.
    pub date: Date,
    /// What it is called.
    pub label: String,
    /// What was answered.
    pub answered: Answered,
    /// Keys of the file that are not ours.
    pub extra: Extra,
}

/// From how many replies on a side is heard, unless chosen otherwise: one for the organisation, five for the members.
pub const MIN_REPLIES: PerSide<u32> = PerSide { organisation: 1, members: 5 };

impl Assessment {
    /// A new assessment with the default items of the catalogue.
    pub fn new(id: AssessmentId, now: Instant, catalogue: &Catalogue) -> Self {
        let items = catalogue.default_items().map(Item::Catalogue).collect();
        Self {
            id,
            copied_from: None,
            created: Some(now.clone()),
            updated: Some(now),
            round: 1,
            catalogue: catalogue.id().cloned(),
            answered: Answered::new(Community::new(Phase::Plan), items),
            notes: Map::new(),
            statement: Statement::default(),
            measures: Vec::new(),
            actions: Vec::new(),
            numbered: Numbered::default(),
            invite: Invite::default(),
            snapshots: Arc::default(),
            extra: Extra::new(),
        }
    }
}

impl Answered {
    /// Nothing answered yet about these items.
    pub fn new(community: Community, items: Vec<Item>) -> Self {
        Self {
            community,
            items,
            set_aside: Vec::new(),
            estimate: PerSide::default(),
            practices: Map::new(),
            min_replies: MIN_REPLIES,
            replies: Arc::default(),
            summary: PerSide::default(),
            extra: AnsweredExtra::default(),
        }
    }

    /// The number of an item on screen, from 1; `None` if it is not asked about.
    pub fn number(&self, id: ItemId) -> Option<usize> {
        self.items.iter().position(|item| item.id() == id).map(|at| at + 1)
    }

    /// The community's own item with this id, asked about or set aside.
    pub fn own(&self, id: ItemId) -> Option<&OwnItem> {
        self.own_items().find(|own| own.id == id)
    }

    /// The community's own items: those asked about, then those set aside.
    pub fn own_items(&self) -> impl Iterator<Item = &OwnItem> {
        let asked = self.items.iter().filter_map(|item| match item {
            Item::Own(own) => Some(own),
            Item::Catalogue(_) => None,
        });
        asked.chain(&self.set_aside)
    }

    /// The level that the keeper gave a practice.
    pub fn practice(&self, practice: Practice) -> Option<Answer> {
        self.practices.get(&practice).and_then(|answer| answer.level)
    }
}
