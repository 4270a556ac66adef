//! All that the page knows.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::collecting::Heap;
use super::history::{History, Named};
use super::looking::Looked;
use super::moment::Moment;
use super::replying::Draft;
use crate::assessment::{Assessment, AssessmentId, Date, Edit, Instant, SnapshotRef};
use crate::catalogue::Catalogue;
use crate::link::Carried;
use crate::route::Route;
use crate::score::{self, Results};
use crate::{catalogue, file};

/// All that the page knows.
#[derive(Clone, Debug)]
pub struct Model {
    /// What is asked.
    pub catalogue: &'static Catalogue,
    /// Where one is.
    pub route: Route,
    /// Whether storage has been read.
    pub started: bool,
    /// The day where the person is.
    pub today: Option<Date>,
    /// The saved assessments.
    pub shelf: BTreeMap<AssessmentId, Shelved>,
    /// The recently deleted ones.
    pub gone: BTreeMap<AssessmentId, Gone>,
    /// The copy that came with a link and is not kept.
    pub guest: Option<Guest>,
    /// The communities that are shown beside the saved ones, for looking only; they are not kept.
    pub beside: BTreeMap<AssessmentId, Shelved>,
    /// What was found when some of them were handed over last.
    pub looked: Option<Looked>,
    /// Which two states are compared.
    pub comparing: Option<Comparing>,
    /// What came and has the identity of one that is here.
    pub incoming: Option<Incoming>,
    /// The replies begun in this browser, by [`Draft::key`].
    pub drafts: BTreeMap<String, Draft>,
    /// The text in which replies are looked for.
    pub heap: Option<Heap>,
    /// What a link is to carry beside the answers.
    pub carried: Carried,
    /// The link that was locked with a pass-phrase.
    pub locked: Option<Locked>,
    /// The link that waits for its pass-phrase.
    pub sealed: Option<Sealed>,
    /// What can be taken back.
    pub history: History,
    /// What is to be said now.
    pub notice: Option<Notice>,
    /// What was said when the place changed last: it is not said at a third place.
    pub said: Option<Notice>,
    /// Where things are kept.
    pub storage: Storage,
    /// Records that could not be read.
    pub aside: Vec<Aside>,
}

/// A saved assessment with its results.
#[derive(Clone, Debug)]
pub struct Shelved {
    /// The assessment.
    pub assessment: Arc<Assessment>,
    /// Its results, computed once for each change.
    pub results: Arc<Results>,
    /// The stamp under which storage holds it, or will once it is saved.
    pub stamp: Option<String>,
    /// What storage does not hold yet.
    pub pending: Pending,
    /// How long its file is; see [`Shelved::size`].
    size: Arc<OnceLock<usize>>,
    /// What its snapshots come to; see [`Shelved::past`].
    pub(super) past: Arc<OnceLock<Vec<Moment>>>,
}

/// Two states of an assessment that are compared; `None` is the present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparing {
    /// Of which assessment.
    pub id: AssessmentId,
    /// One of them.
    pub earlier: Option<SnapshotRef>,
    /// The other.
    pub later: Option<SnapshotRef>,
}

/// What storage does not hold yet of an assessment.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Pending {
    /// It holds everything.
    #[default]
    Nothing,
    /// These edits: they can be made again on what another tab has saved.
    Edits(Vec<Edit>),
    /// All of it.
    Whole,
}

/// A deleted assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Gone {
    /// The assessment.
    pub assessment: Arc<Assessment>,
    /// When it was deleted.
    pub when: Instant,
}

/// How many days a deleted assessment can be brought back.
pub const GONE_DAYS: i32 = 30;

impl Gone {
    /// As storage holds it: the instant, a line break, the file.
    pub fn to_record(&self) -> String {
        format!("{}\n{}", self.when, file::write_compact(&self.assessment))
    }

    /// Reads what [`Gone::to_record`] wrote.
    pub fn from_record(record: &str, catalogue: &Catalogue) -> Option<Self> {
        let (when, text) = record.split_once('\n')?;
        let assessment = Arc::new(file::read(text, catalogue).ok()?);
        Some(Self { assessment, when: when.parse().ok()? })
    }
}

/// The copy that came with a link.
#[derive(Clone, Debug)]
pub struct Guest {
    /// The assessment, read-only.
    pub assessment: Arc<Assessment>,
    /// Its results.
    pub results: Arc<Results>,
}

/// An assessment that came and has the identity of one that is here.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// What came.
    pub theirs: Arc<Assessment>,
}

/// A link that was locked with a pass-phrase: of this state, with this much in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Locked {
    /// The state that is in it.
    pub assessment: Arc<Assessment>,
    /// What it carries beside the answers.
    pub carried: Carried,
    /// The token.
    pub token: String,
}

/// A link that waits for its pass-phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The text it came in.
    pub text: String,
    /// Why it did not open with what was tried.
    pub wrong: Option<String>,
}

/// Where things are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Storage {
    /// In this browser.
    #[default]
    Browser,
    /// In this tab only, since the browser refuses storage.
    TabOnly,
    /// In this browser, but it is full.
    Full,
}

/// Why a save was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// There is no room left.
    Full,
    /// The browser refuses storage.
    Denied,
}

/// A record that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// Its key.
    pub key: String,
    /// What is in it.
    pub text: String,
    /// Why it could not be read.
    pub why: String,
}

/// Something to be said once.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// A change was taken back.
    Undone(Named),
    /// A change was made again.
    Redone(Named),
    /// An assessment was deleted.
    Deleted(String),
    /// A deleted one is back.
    BroughtBack(String),
    /// An assessment came and is kept now.
    Kept(String),
    /// It is here already, unchanged.
    SameAlready(String),
    /// Several came from one file: new, changed and kept beside, unchanged.
    Restored {
        /// Not here before.
        new: usize,
        /// Here in another state; kept as copies.
        copies: usize,
        /// Here already.
        same: usize,
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
    /// What a person answers here could not be kept.
    DraftRefused,
    /// The clipboard is refused.
    ClipboardRefused,
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
    /// Another tab has changed it.
    ChangedElsewhere(String),
    /// Both tabs' changes are in it.
    Merged(String),
    /// Another tab has changed it otherwise; this tab's state is kept as a copy.
    KeptApart(String),
    /// Another tab has deleted it.
    DeletedElsewhere(String),
    /// Another page has emptied the storage; this many communities were saved again.
    Emptied(usize),
}

impl Shelved {
    /// An assessment as it is, with its results.
    pub fn new(assessment: Arc<Assessment>, stamp: Option<String>, pending: Pending) -> Self {
        let results = Arc::new(score::results(&assessment.answered));
        Self { assessment, results, stamp, pending, size: Arc::default(), past: Arc::default() }
    }

    /// How long its file is, in bytes; worked out once for each state.
    pub fn size(&self) -> usize {
        *self.size.get_or_init(|| file::write_compact(&self.assessment).len())
    }
}

impl Guest {
    /// A copy as it came, with its results.
    pub fn new(assessment: Arc<Assessment>) -> Self {
        let results = Arc::new(score::results(&assessment.answered));
        Self { assessment, results }
    }
}

impl Default for Model {
    fn default() -> Self {
        Self {
            catalogue: catalogue::bundled(),
            route: Route::Home,
            started: false,
            today: None,
            shelf: BTreeMap::new(),
            gone: BTreeMap::new(),
            guest: None,
            beside: BTreeMap::new(),
            looked: None,
            comparing: None,
            incoming: None,
            drafts: BTreeMap::new(),
            heap: None,
            carried: Carried::default(),
            locked: None,
            sealed: None,
            history: History::default(),
            notice: None,
            said: None,
            storage: Storage::default(),
            aside: Vec::new(),
        }
    }
}

impl Model {
    /// The id of the saved assessment that is open.
    pub fn open_id(&self) -> Option<AssessmentId> {
        match &self.route {
            Route::Assessment { id, .. } => AssessmentId::new(id),
            _ => None,
        }
    }

    /// The saved assessment that is open.
    pub fn open(&self) -> Option<&Shelved> {
        self.shelf.get(&self.open_id()?)
    }

    /// The reply that is open, and which of its pages.
    pub fn replying(&self) -> Option<(&Draft, usize)> {
        match &self.route {
            Route::Reply { key, page } => self.drafts.get(key).map(|draft| (draft, *page)),
            _ => None,
        }
    }

    /// What is shown: the saved assessment that is open, or the guest copy.
    pub fn shown(&self) -> Option<(&Arc<Assessment>, &Arc<Results>)> {
        match self.route {
            Route::Guest => self.guest.as_ref().map(|guest| (&guest.assessment, &guest.results)),
            _ => self.open().map(|shelved| (&shelved.assessment, &shelved.results)),
        }
    }
}
