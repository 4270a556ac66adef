//! What is said once, at the foot of the page.

use super::history::Named;
use crate::assessment::{AssessmentId, Date};

/// Something to be said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A change was taken back.
    Undone(Named),
    /// A change was made again.
    Redone(Named),
    /// An assessment was deleted.
    Deleted(String),
    /// A deleted one was deleted for good.
    DeletedForGood(String),
    /// An expectation was taken out.
    TakenOut(String),
    /// One was added to what is asked.
    Asked(String),
    /// An action was put into the plan from elsewhere.
    Planned(String),
    /// A proposed action is not for us.
    SetAside(String),
    /// A first version of the value statement was written.
    Drafted,
    /// A reply was taken out.
    ReplyOut,
    /// A deleted one is back.
    BroughtBack(String),
    /// An assessment came and is kept now.
    Kept(String),
    /// It is here already, unchanged.
    SameAlready(String),
    /// Several came at once. The sentences are made with the part of the program that reads them.
    Brought {
        /// How many of what.
        words: String,
        /// What of them could not be read; empty where all could be.
        detail: String,
        /// Whether it can be taken back in one.
        undo: bool,
        /// Whether something is kept aside.
        aside: bool,
    },
    /// It was replaced by what came.
    Replaced(String),
    /// It was copied.
    Duplicated(String),
    /// Something could not be opened.
    Unreadable(String),
    /// A change was refused.
    Refused(String),
    /// The link is in the clipboard.
    LinkCopied,
    /// A text is in the clipboard.
    Copied,
    /// The reply is in the clipboard.
    ReplyCopied,
    /// The system has no share sheet, or refused it.
    ShareRefused,
    /// Replies were added: new ones, and ones that replaced an earlier one.
    RepliesAdded {
        /// Of people who had not answered before.
        new: usize,
        /// In the place of an earlier one.
        replaced: usize,
    },
    /// A reply came for a community that is not here.
    ReplyForNobody,
    /// A reply that was begun here is forgotten.
    ReplyForgotten,
    /// A part of the program did not arrive.
    PartMissing,
    /// What a person answers here could not be kept.
    DraftRefused,
    /// The clipboard is refused.
    ClipboardRefused,
    /// A window, or the mail program, may not be opened from here; holds the address where it is one to be read.
    WindowRefused(Option<String>),
    /// A snapshot of this day was taken.
    SnapshotTaken(Date),
    /// The snapshot of this day was deleted.
    SnapshotDropped(Date),
    /// This round has begun.
    RoundStarted(u32),
    /// The phase of a community that has answers has changed.
    PhaseChanged(AssessmentId),
    /// A file was offered.
    FileSaved(String),
    /// A catalogue is here now, with so many expectations.
    CatalogueOpened {
        /// Its name.
        name: String,
        /// How many.
        items: usize,
    },
    /// It was here already.
    CatalogueHere(String),
    /// It is the bundled one.
    CatalogueBundled,
    /// It is not kept any more.
    CatalogueRemoved(String),
    /// It is kept, since something was made with it.
    CatalogueInUse {
        /// Its name.
        name: String,
        /// By how many.
        uses: usize,
    },
    /// It could not be kept.
    CatalogueRefused(String),
    /// The one that the page should bring along could not be had.
    CatalogueNotProvided(String),
    /// No more catalogues can be opened before the page is loaded again.
    TooManyCatalogues,
    /// The browser may not have begun to print.
    PrintRefused,
    /// The browser could not draw a picture as PNG.
    PictureRefused,
    /// A page was offered: its name, its bytes.
    PageSaved(String, usize),
    /// The page could not be made.
    PageRefused,
    /// The new version was not used, since something would be lost.
    NotRenewed,
    /// Another tab has changed it.
    ChangedElsewhere(String),
    /// A change was not taken back, or not made again: another tab has changed the same since.
    Overruled(String),
    /// Both tabs' changes are in it.
    Merged(String),
    /// Another tab has changed it otherwise; this tab's state is kept as a copy.
    KeptApart(String),
    /// Another tab has deleted it: which, and its name.
    DeletedElsewhere(AssessmentId, String),
    /// Another page has emptied the storage; this many communities were saved again.
    Emptied(usize),
    /// It was deleted, and storage has no room to keep it for a while.
    DeletedAtOnce(String),
    /// What a killed browser has lost could not be put back for want of room.
    NotPutBack {
        /// Of these.
        names: Vec<String>,
        /// And of something that has no name.
        has_unnamed: bool,
    },
}

impl Notice {
    /// Whether it is about the place where it was said, so that it goes as soon as another is opened.
    pub const fn is_passing(&self) -> bool {
        match self {
            Self::Undone(_)
            | Self::Redone(_)
            | Self::Asked(_)
            | Self::Planned(_)
            | Self::SetAside(_)
            | Self::Drafted
            | Self::ReplyOut
            | Self::LinkCopied
            | Self::Copied
            | Self::ReplyCopied
            | Self::ReplyForgotten
            | Self::RepliesAdded { .. }
            | Self::SnapshotTaken(_)
            | Self::SnapshotDropped(_)
            | Self::RoundStarted(_)
            | Self::CatalogueOpened { .. }
            | Self::CatalogueHere(_)
            | Self::CatalogueBundled
            | Self::CatalogueRemoved(_)
            | Self::CatalogueInUse { .. } => true,
            Self::Deleted(_)
            | Self::TakenOut(_)
            | Self::BroughtBack(_)
            | Self::Kept(_)
            | Self::SameAlready(_)
            | Self::Brought { .. }
            | Self::Replaced(_)
            | Self::Duplicated(_)
            | Self::Unreadable(_)
            | Self::Refused(_)
            | Self::ShareRefused
            | Self::ReplyForNobody
            | Self::PartMissing
            | Self::DraftRefused
            | Self::ClipboardRefused
            | Self::WindowRefused(_)
            | Self::PhaseChanged(_)
            | Self::FileSaved(_)
            | Self::CatalogueRefused(_)
            | Self::CatalogueNotProvided(_)
            | Self::TooManyCatalogues
            | Self::PrintRefused
            | Self::PictureRefused
            | Self::PageSaved(..)
            | Self::PageRefused
            | Self::NotRenewed
            | Self::ChangedElsewhere(_)
            | Self::Overruled(_)
            | Self::Merged(_)
            | Self::KeptApart(_)
            | Self::DeletedElsewhere(..)
            | Self::Emptied(_)
            | Self::DeletedAtOnce(_)
            | Self::DeletedForGood(_)
            | Self::NotPutBack { .. } => false,
        }
    }

    /// What is left of it once something else is changed here: an Undo belongs to the last change, and goes with the
    /// next one; so does what is about that change alone.
    pub fn after_change(self) -> Option<Self> {
        match self {
            Self::Brought { words, detail, aside, .. } => Some(Self::Brought { words, detail, undo: false, aside }),
            Self::Undone(_)
            | Self::Redone(_)
            | Self::Overruled(_)
            | Self::Refused(_)
            | Self::Deleted(_)
            | Self::DeletedAtOnce(_)
            | Self::TakenOut(_)
            | Self::Asked(_)
            | Self::Planned(_)
            | Self::SetAside(_)
            | Self::Drafted
            | Self::ReplyOut
            | Self::ReplyForgotten
            | Self::BroughtBack(_)
            | Self::Kept(_)
            | Self::Replaced(_)
            | Self::Duplicated(_)
            | Self::RepliesAdded { .. }
            | Self::SnapshotTaken(_)
            | Self::SnapshotDropped(_)
            | Self::RoundStarted(_)
            | Self::PhaseChanged(_)
            | Self::Merged(_)
            | Self::DeletedForGood(_) => None,
            other => Some(other),
        }
    }

    /// Whether that another tab has changed what is shown may be said in its place.
    pub const fn is_slight(&self) -> bool {
        matches!(self, Self::ChangedElsewhere(_) | Self::Overruled(_) | Self::Undone(_))
    }
}
