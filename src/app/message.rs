//! What can happen, and what is to be done about it.

use super::model::{Aside, Gone, Notice, Refused, Storage};
use super::replying::ReplyEdit;
use crate::assessment::{AssessmentId, Date, Edit, Instant, SnapshotRef};
use crate::link::Carried;
use crate::route::Route;

/// What the pure part cannot know: the time, and something random. Fresh with every message.
#[derive(Clone, Debug)]
pub struct Ambient {
    /// Now.
    pub now: Instant,
    /// The day where the person is.
    pub today: Date,
    /// Sixteen random bytes.
    pub random: [u8; 16],
}

/// What storage holds when the page opens.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    /// Where things are kept.
    pub storage: Storage,
    /// The saved assessments.
    pub records: Vec<Stored>,
    /// The recently deleted.
    pub gone: Vec<(String, String)>,
    /// What was kept aside earlier.
    pub aside: Vec<Aside>,
    /// The guest copy of this tab.
    pub guest: Option<String>,
    /// The replies begun in this browser.
    pub drafts: Vec<(String, String)>,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The page has opened and storage was read.
    Started(Box<Kept>),
    /// The address has changed.
    Went(Route),
    /// A person changed the assessment that is open.
    Edit(Edit),
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Start a new assessment.
    Create,
    /// Open the example community.
    OpenExample,
    /// Copy a saved one.
    Duplicate(AssessmentId),
    /// Delete a saved one; it can be brought back for thirty days.
    Delete(AssessmentId),
    /// Bring a deleted one back.
    BringBack(AssessmentId),
    /// Delete it for good.
    DeleteForGood(AssessmentId),
    /// Everything as one file.
    BackUp,
    /// One as a file.
    SaveFile(AssessmentId),
    /// A text into the clipboard.
    Copy {
        /// The text.
        text: String,
        /// The same as a link with words, for programs that take one.
        rich: Option<String>,
        /// What is said once it is there.
        said: Notice,
    },
    /// A text to the system's share sheet.
    ShareSheet {
        /// Its title.
        title: String,
        /// The text.
        text: String,
    },
    /// A link, a file or a pasted text is to be opened.
    Open {
        /// What is in it.
        text: String,
        /// How it came.
        source: Source,
    },
    /// Unlock the link that waits for its pass-phrase.
    Unlock(String),
    /// What a link is to carry beside the answers.
    Carry(Carried),
    /// Lock the link with a pass-phrase; an empty one unlocks it again.
    Lock(String),
    /// A person changed the reply that is open.
    Reply(ReplyEdit),
    /// Forget a reply that was begun here.
    ForgetDraft(String),
    /// Another tab has changed or forgotten a reply that was begun.
    DraftElsewhere {
        /// Its key.
        key: String,
        /// Its record.
        record: Option<String>,
    },
    /// Look for replies in a text; nothing is added yet.
    Sift(String),
    /// Add the replies that were found.
    AddFound,
    /// Show what these texts hold beside the saved communities, without saving it.
    LookAt(Vec<String>),
    /// Open one of those as the guest copy.
    LookInto(AssessmentId),
    /// Take one of those away, or all of them.
    LookAway(Option<AssessmentId>),
    /// Offer the figures of all communities side by side as a table.
    SaveTable,
    /// Compare two states of the assessment that is open; `None` is the present.
    Compare {
        /// One of them.
        earlier: Option<SnapshotRef>,
        /// The other.
        later: Option<SnapshotRef>,
    },
    /// Keep the guest copy.
    KeepGuest,
    /// Of two with the same identity: open the one that is here.
    OpenMine,
    /// Of two with the same identity: replace the one that is here.
    TakeInstead,
    /// Of two with the same identity: keep the one that came as a copy.
    KeepBoth,
    /// The notice, or what came and waits for a decision, is dismissed.
    Dismiss,
    /// The shell has something to say.
    Tell(Notice),
    /// A record was saved.
    Saved {
        /// Of which assessment.
        id: AssessmentId,
        /// The stamp it was saved under.
        stamp: String,
    },
    /// A record could not be saved.
    SaveRefused {
        /// Of which assessment.
        id: AssessmentId,
        /// Why.
        why: Refused,
    },
    /// A record was not saved, since another tab has saved it since.
    Overtaken {
        /// Of which assessment.
        id: AssessmentId,
        /// What the other tab saved; `None` if it deleted it.
        theirs: Option<Stored>,
    },
    /// Another tab has saved or deleted a record.
    Elsewhere {
        /// Of which assessment.
        id: String,
        /// What it saved; `None` if it deleted it.
        record: Option<Stored>,
    },
    /// Another page of this origin has emptied the browser's storage.
    Emptied,
    /// Download a record that could not be read.
    DownloadAside(String),
    /// Delete it.
    DropAside(String),
}

/// How a text came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// With the address.
    Address,
    /// As a file, opened or dropped.
    File,
    /// Pasted.
    Paste,
}

/// A record as storage holds it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Stored {
    /// The id in its key.
    pub id: String,
    /// Changes with every save.
    pub stamp: String,
    /// The assessment without what grows.
    pub answers: String,
    /// Its replies.
    pub replies: Option<String>,
    /// Its snapshots.
    pub snapshots: Option<String>,
}

/// A record to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Save {
    /// Of which assessment.
    pub id: AssessmentId,
    /// The stamp that storage must still hold; `None` for a new record.
    pub over: Option<String>,
    /// The new stamp.
    pub stamp: String,
    /// The assessment without what grows.
    pub answers: String,
    /// Its replies, if they have changed.
    pub replies: Option<String>,
    /// Its snapshots, if they have changed.
    pub snapshots: Option<String>,
}

/// Something the shell is to do.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Save a record.
    Save(Save),
    /// Remove a record.
    Remove(AssessmentId),
    /// Keep a deleted assessment for a while.
    KeepGone(AssessmentId, String),
    /// Drop a deleted assessment.
    DropGone(AssessmentId),
    /// Move a record that cannot be read out of the way.
    PutAside(Aside),
    /// Remove it.
    DropAside(String),
    /// Keep the guest copy for this tab, or drop it.
    HoldGuest(Option<String>),
    /// Go to a place.
    Go(Route),
    /// Go to a place, leaving no trace of the present one.
    Replace(Route),
    /// Put a text into the clipboard.
    Copy {
        /// The text.
        text: String,
        /// The same as a link with words, HTML.
        rich: Option<String>,
        /// What is said once it is there.
        said: Notice,
    },
    /// Hand a text to the system's share sheet.
    ShareSheet {
        /// Its title.
        title: String,
        /// The text.
        text: String,
    },
    /// Keep a reply that was begun.
    KeepDraft {
        /// Its key.
        key: String,
        /// Its record.
        record: String,
    },
    /// Forget it.
    DropDraft(String),
    /// Offer a text as a file.
    Download {
        /// Its name.
        name: String,
        /// Its media type.
        media: &'static str,
        /// What is in it.
        text: String,
    },
}

impl From<Gone> for Effect {
    fn from(gone: Gone) -> Self {
        Self::KeepGone(gone.assessment.id.clone(), gone.to_record())
    }
}
