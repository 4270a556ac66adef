//! What can happen, and what is to be done about it.

use super::gone::Gone;
use super::handing::Handout;
use super::hosting::{Around, Awaited};
use super::looking::End;
use super::model::{Aside, Refused, Storage};
use super::notice::Notice;
use super::one_page::Whence;
use super::replying::ReplyEdit;
use crate::assessment::{AssessmentId, Date, Edit, Instant, SnapshotRef};
use crate::catalogue::{Digest, Side};
use crate::host::{Fault, Options};
use crate::link::Carried;
use crate::report::Include;
use crate::route::{Pick, Route};

/// What the pure part cannot know: the time, and something random. Fresh with every message.
#[derive(Clone, Debug)]
pub struct Ambient {
    /// Now.
    pub now: Instant,
    /// The day where the person is.
    pub today: Date,
    /// How many minutes the clock there is ahead of universal time.
    pub ahead: i32,
    /// Sixteen random bytes.
    pub random: [u8; 16],
}

impl Ambient {
    /// What a clock tells, as texts. It may be one of which no date can be written, as in the year 10000: what is done
    /// is done all the same, at the [epoch](Instant::epoch).
    pub fn told(now: &str, (today, ahead): (&str, i32), random: [u8; 16]) -> Self {
        let now = now.parse().unwrap_or_else(|_| Instant::epoch());
        Self { today: today.parse().unwrap_or_else(|_| now.date()), now, ahead, random }
    }
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
    /// Whence the page was opened.
    pub whence: Whence,
    /// The link that the page itself carries, from `#` on.
    pub inside: Option<String>,
    /// What of the saved assessments is nowhere but here.
    pub unsaved: Vec<(String, String)>,
    /// What is in the journal alone, since storage has no room for it: the ends of its keys.
    pub owed: Vec<String>,
    /// Whether there are saved assessments that were not read, since the page is in a frame.
    pub hidden: bool,
    /// What is around the page.
    pub around: Around,
    /// What the address asks for.
    pub options: Options,
}

/// Something that happened.
#[derive(Clone, Debug)]
pub enum Msg {
    /// The page has opened and storage was read.
    Started(Box<Kept>),
    /// The replies begun in this browser, by key, as they were kept; comes after [`Msg::Started`].
    Drafts(Vec<(String, String)>),
    /// The address has changed.
    Went(Route),
    /// A person changed the assessment that is open.
    Edit(Edit),
    /// The control in which an answer was chosen has lost the focus: a later choice is a change of its own.
    Left,
    /// Something stands in a field and is nowhere else: the field's id, the text, and why it was refused; see
    /// [`Begun`](super::Begun).
    Begin(String, String, &'static str),
    /// Take the last change back.
    Undo,
    /// Make it again.
    Redo,
    /// Start a new assessment; where there are several catalogues, choose one first.
    Create,
    /// Start a new assessment with the catalogue of this digest; without one, with the bundled.
    CreateWith(Option<Digest>),
    /// The catalogues that were opened in this browser, by the digests in their keys; comes before [`Msg::Started`].
    Catalogues(Vec<(String, String)>),
    /// The catalogue that the page brings along was fetched.
    Provided {
        /// From where.
        address: String,
        /// What is there; `None` where nothing came.
        text: Option<String>,
    },
    /// A catalogue as a file; without a digest, the bundled one.
    SaveCatalogue(Option<Digest>),
    /// Keep a catalogue in storage.
    KeepCatalogue(Digest),
    /// Take one out of storage.
    RemoveCatalogue(Digest),
    /// A catalogue could not be kept.
    CatalogueRefused(Digest),
    /// Another tab has kept or removed a catalogue.
    CatalogueElsewhere {
        /// Which.
        digest: Digest,
        /// What it kept; `None` if it removed it.
        text: Option<String>,
    },
    /// Download a record that waits for its catalogue.
    DownloadWaiting(String),
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
    /// Files that were handed over together are to be opened.
    OpenFiles {
        /// Those that could be read.
        files: Vec<Handed>,
        /// The others: which, and why.
        refused: Vec<String>,
    },
    /// Unlock the link that waits for its pass-phrase.
    Unlock(String),
    /// What a link is to carry beside the answers.
    Carry(Carried),
    /// Make a file of what is shown.
    HandOut(Handout),
    /// What goes along in such files, and on paper, beside the answers.
    Along(Include),
    /// Lock the link with a pass-phrase; an empty one unlocks it again.
    Lock(String),
    /// A person changed the reply that is open.
    Reply(ReplyEdit),
    /// Somebody else answers the invitation whose reply is open.
    AnswerAnew,
    /// Forget a reply that was begun here.
    ForgetDraft(String),
    /// A reply that was begun could not be kept; its key.
    DraftRefused(String),
    /// There may be room for those that could not.
    KeepDrafts,
    /// Another tab has changed or forgotten a reply that was begun, or may have.
    DraftElsewhere {
        /// Its key.
        key: String,
        /// Its record.
        record: Option<String>,
    },
    /// Look for replies in what stands in the field; nothing is added yet.
    Sift(String),
    /// Look for them in texts beside it too.
    HandOver(Vec<Handed>),
    /// Take the text with this number away from there.
    TakeAway(u32),
    /// Add the replies that were found.
    AddFound,
    /// Show what these texts hold beside the saved communities, without saving it.
    LookAt(Vec<String>),
    /// Open one of those as the guest copy.
    LookInto(AssessmentId),
    /// Keep all of those in storage.
    KeepLooked,
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
    /// Put a state side by side with the one at the other end, or take it away.
    PutBeside {
        /// At which end.
        end: End,
        /// Which state; `None` is still to choose.
        pick: Option<Pick>,
    },
    /// Keep the guest copy.
    KeepGuest,
    /// Answer for a side of the guest copy, as if its invitation had come.
    AnswerGuest(Side),
    /// Of two with the same identity: open the one that is here.
    OpenMine,
    /// Of two with the same identity: replace the one that is here.
    TakeInstead,
    /// Of two with the same identity: keep the one that came as a copy.
    KeepBoth,
    /// Of two with the same identity: add the replies of the one that came to the one that is here.
    AddTheirs,
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
    /// A record could not be saved; it is owed.
    SaveRefused {
        /// Of which assessment.
        id: AssessmentId,
        /// The stamp under which it is read here.
        stamp: String,
        /// Why.
        why: Refused,
    },
    /// Storage has no room for a deleted assessment.
    GoneRefused(AssessmentId),
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
    /// Another tab has kept a deleted assessment, or dropped it.
    GoneElsewhere {
        /// Of which assessment.
        id: String,
        /// Its record.
        record: Option<String>,
    },
    /// Another page of this origin has emptied the browser's storage.
    Emptied,
    /// Download a record that could not be read.
    DownloadAside(String),
    /// Delete it.
    DropAside(String),
    /// The assessment that is open as a page that holds the application too.
    SavePage,
    /// The invitation of a side as such a page.
    SaveInvitation(Side),
    /// A new version of the page has arrived and waits.
    NewerThere,
    /// Use it.
    Renew,
    /// Show the assessments that this browser keeps.
    Reveal,
    /// Whoever is around the page has said something to it.
    Greeted {
        /// What, if it was a text of a size that is read.
        message: Result<String, Fault>,
        /// The origin, as the browser names it.
        from: String,
        /// Whether a port came with it.
        port: Port,
    },
    /// The host has said something through its port.
    Told(Result<String, Fault>),
    /// The host has let the page wait for a while.
    HostLate(Awaited),
    /// Tell the host the results of what it may see.
    TellResults(AssessmentId),
    /// Hand what the host keeps to it once more, or ask it for that once more.
    SaveAgain,
    /// Let the host see the results of what is open.
    Release,
    /// Let it see nothing, or nothing any more.
    Withhold,
    /// Remind of saving a file later: of one assessment, or of all.
    RemindLater(Option<AssessmentId>),
    /// A file could not be offered.
    DownloadRefused {
        /// Its name.
        name: String,
        /// What is in it.
        text: String,
    },
    /// Show the file that was offered as text.
    ShowOffered,
}

/// Whether a port came with a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Port {
    /// One did.
    There,
    /// None did.
    Missing,
}

/// A text that was handed over as a whole: pasted, dropped, or read from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Handed {
    /// The name of the file that it was.
    pub file: Option<String>,
    /// The text.
    pub text: String,
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
    /// At the place gone to next, this element is shown and takes focus, instead of the heading.
    Focus(&'static str),
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
    /// Come back with [`Msg::KeepDrafts`]: what writes them is not needed before.
    KeepDrafts,
    /// Forget it.
    DropDraft(String),
    /// Keep a catalogue.
    KeepCatalogue {
        /// Its digest.
        digest: Digest,
        /// Its file.
        text: String,
    },
    /// Drop it.
    DropCatalogue(Digest),
    /// Offer a text as a file.
    Download {
        /// Its name.
        name: String,
        /// Its media type.
        media: &'static str,
        /// What is in it.
        text: String,
    },
    /// Offer a page that holds the application and what a link leads to.
    OnePage {
        /// Its name.
        name: String,
        /// The link, from `#` on.
        fragment: String,
        /// The catalogue that it was made with, where that is not the bundled one.
        catalogue: Option<String>,
    },
    /// Load the page again, with the new version.
    Renew,
    /// Ask the browser to hold on to what it keeps.
    Persist,
    /// Note what of an assessment is nowhere but here; `None` forgets it.
    NoteUnsaved {
        /// Of which.
        id: AssessmentId,
        /// The record.
        record: Option<String>,
    },
    /// Read what this browser keeps, and show it.
    ReadKept,
    /// Take the port that came with the last greeting.
    Accept,
    /// Answer whoever is around the page, without a port.
    Answer(String),
    /// Say something through the port.
    Post(String),
    /// Come back with [`Msg::TellResults`]: what works them out is not needed before.
    TellResults(AssessmentId),
    /// Come back after a while with [`Msg::HostLate`].
    Await(Awaited),
    /// Draw a picture as PNG, and offer it as a file.
    DownloadPicture {
        /// Its name.
        name: String,
        /// The picture, as an SVG file.
        svg: String,
    },
}

impl Effect {
    /// Whether it takes something out of storage.
    pub const fn makes_room(&self) -> bool {
        matches!(
            self,
            Self::Remove(_) | Self::DropGone(_) | Self::DropAside(_) | Self::DropDraft(_) | Self::DropCatalogue(_)
        )
    }
}

impl From<Gone> for Effect {
    fn from(gone: Gone) -> Self {
        Self::KeepGone(gone.assessment.id.clone(), gone.to_record())
    }
}
