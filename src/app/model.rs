//! All that the page knows.

use std::sync::{Arc, OnceLock};

use super::catalogues::{Catalogues, Waiting, Wanted};
use super::collecting::Heap;
use super::history::{History, Named};
use super::hosting::{Around, Host};
use super::keeping::Unsaved;
use super::looking::Looked;
use super::message::Stored;
use super::moment::Moment;
use super::one_page::Whence;
use super::renewing::Version;
use super::replying::Draft;
use crate::assessment::{Assessment, AssessmentId, Beside, Date, Edit, Instant, SnapshotRef};
use crate::catalogue::{Catalogue, CatalogueId, Known, Side};
use crate::host::Options;
use crate::link::Carried;
use crate::order::Map;
use crate::report::Include;
use crate::route::Route;
use crate::score::{self, Results};
use crate::{catalogue, file};

/// All that the page knows.
#[derive(Clone, Debug)]
pub struct Model {
    /// What is asked in what is shown; [`update`](super::update) sees to it after each message.
    pub catalogue: &'static Catalogue,
    /// The catalogues that are here.
    pub catalogues: Catalogues,
    /// Whether a catalogue is being chosen for a new community.
    pub choosing: bool,
    /// What came and waits for its catalogue.
    pub wanted: Option<Wanted>,
    /// What storage holds and waits for its catalogue.
    pub waiting: Vec<Waiting>,
    /// Where one is.
    pub route: Route,
    /// Whether storage has been read.
    pub started: bool,
    /// The day where the person is.
    pub today: Option<Date>,
    /// The saved assessments.
    pub shelf: Map<AssessmentId, Shelved>,
    /// The recently deleted ones.
    pub gone: Map<AssessmentId, Gone>,
    /// The copy that came with a link and is not kept.
    pub guest: Option<Guest>,
    /// The communities that are shown beside the saved ones, for looking only; they are not kept.
    pub beside: Map<AssessmentId, Shelved>,
    /// What was found when some of them were handed over last.
    pub looked: Option<Looked>,
    /// Which two states are compared.
    pub comparing: Option<Comparing>,
    /// What came and has the identity of one that is here.
    pub incoming: Option<Incoming>,
    /// The replies begun in this browser: those to one invitation under its [key](Draft::key), and behind it `-2`, `-3` for
    /// others who answer it here.
    pub drafts: Map<String, Draft>,
    /// The reply that had answers already when its invitation was opened: whoever opened it may be somebody else.
    pub resumed: Option<String>,
    /// The reply that was forgotten last, which can be brought back.
    pub forgotten: Option<(String, Draft)>,
    /// Those that storage holds and this page cannot read.
    pub unread: Vec<Aside>,
    /// The texts in which replies are looked for, one heap an assessment.
    pub heaps: Vec<Heap>,
    /// The community for which it was chosen what goes along.
    pub along_with: Option<AssessmentId>,
    /// What a link is to carry beside the answers.
    pub carried: Carried,
    /// What goes along in reports beside the answers.
    pub along: Include,
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
    /// Whence the page was opened.
    pub whence: Whence,
    /// The link that the page itself carries, from `#` on.
    pub inside: Option<String>,
    /// Whether a new version of the page has arrived.
    pub version: Version,
    /// What is around the page.
    pub around: Around,
    /// What the address asks for.
    pub options: Options,
    /// Whether this browser keeps assessments that are not shown in a frame before one asks for them.
    pub hidden: bool,
    /// The page around this one, once it has greeted.
    pub host: Option<Host>,
    /// The file that was offered last, where it may have been refused.
    pub offered: Option<Offered>,
    /// What of the saved assessments is nowhere but here.
    pub unsaved: Vec<(AssessmentId, Unsaved)>,
    /// How many answers were given since the page was opened.
    pub answers: u32,
}

/// A file that was offered, in a place that may forbid saving it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offered {
    /// Its name.
    pub name: String,
    /// What is in it.
    pub text: Arc<str>,
    /// Whether it is shown as text, to be copied.
    pub shown: bool,
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
    /// How much room it takes in storage.
    pub size: Size,
    /// Until it is saved: as it was among the deleted, where storage holds it as long as it has no room for it here.
    pub binned: Option<Gone>,
    /// What its snapshots come to; see [`Shelved::past`].
    pub(super) past: Arc<OnceLock<Vec<Moment>>>,
}

/// How much room an assessment takes in storage, in characters as browsers count them (UTF-16 code units, of whatever letter):
/// known from when it was read or saved, since writing it once more only to measure it would take as long as saving it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Size {
    /// The assessment without what grows.
    pub answers: usize,
    /// Its replies.
    pub replies: usize,
    /// Its snapshots.
    pub snapshots: usize,
}

impl Size {
    /// How much room a text takes.
    pub fn of(text: &str) -> usize {
        text.encode_utf16().count()
    }

    /// All of it.
    pub const fn all(self) -> usize {
        self.answers + self.replies + self.snapshots
    }
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
    /// When it was first found to be over its days.
    pub over: Option<Instant>,
}

/// How many days a deleted assessment can be brought back at least.
pub const GONE_DAYS: i32 = 30;

impl Gone {
    /// One that is deleted now.
    pub const fn new(assessment: Arc<Assessment>, when: Instant) -> Self {
        Self { assessment, when, over: None }
    }

    /// As storage holds it: the instant, where it was found over its days a blank and that instant, a line break, the file,
    /// packed: a full storage has room for it sooner.
    pub fn to_record(&self) -> String {
        let over = self.over.as_ref().map(|over| format!(" {over}")).unwrap_or_default();
        format!("{}{over}\n{}", self.when, file::packed(&file::write_compact(&self.assessment)))
    }

    /// Reads what [`Gone::to_record`] wrote.
    ///
    /// # Errors
    ///
    /// The catalogue that it waits for; `None` where it cannot be read at all.
    pub fn from_record(record: &str, known: &Known) -> Result<Self, Option<CatalogueId>> {
        let (instants, text) = record.split_once('\n').ok_or(None)?;
        let (when, over) = match instants.split_once(' ') {
            Some((when, over)) => (when, Some(over.parse().map_err(|_| None)?)),
            None => (instants, None),
        };
        let when = when.parse().map_err(|_| None)?;
        let text = file::unpacked(text).map_err(|_| None)?;
        let assessment = file::read_known(&text, known).map_err(|error| error.needed().cloned())?;
        Ok(Self { assessment: Arc::new(assessment), when, over })
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

/// An assessment that came and has the identity of one that is here, or was deleted recently.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// What came.
    pub theirs: Arc<Assessment>,
    /// How many answers differ between the two.
    pub answers: usize,
    /// How many replies are in one of the two alone.
    pub replies: usize,
    /// What the one that is here has beside its answers, and the other lacks.
    pub lacks: Vec<Beside>,
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
    /// In this browser, but it has refused what was saved last for another reason.
    Refusing,
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

/// Whether there is something else that has no name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Others {
    /// There is.
    Some,
    /// There is not.
    None,
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
    /// An expectation was taken out.
    TakenOut(String),
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
    /// Both tabs' changes are in it.
    Merged(String),
    /// Another tab has changed it otherwise; this tab's state is kept as a copy.
    KeptApart(String),
    /// Another tab has deleted it.
    DeletedElsewhere(String),
    /// Another page has emptied the storage; this many communities were saved again.
    Emptied(usize),
    /// It was deleted, and storage has no room to keep it for a while.
    DeletedAtOnce(String),
    /// What a killed browser has lost could not be put back for want of room: of these, and whether of anything else.
    NotPutBack(Vec<String>, Others),
}

impl Shelved {
    /// An assessment as it is, with its results.
    pub fn new(assessment: Arc<Assessment>, stamp: Option<String>, pending: Pending) -> Self {
        let results = Arc::new(score::results(&assessment.answered));
        Self { assessment, results, stamp, pending, size: Size::default(), binned: None, past: Arc::default() }
    }

    /// An assessment as storage holds it.
    pub fn stored(assessment: Arc<Assessment>, record: &Stored) -> Self {
        let long = |text: &Option<String>| text.as_deref().map_or(0, Size::of);
        let (replies, snapshots) = (long(&record.replies), long(&record.snapshots));
        let size = Size { answers: Size::of(&record.answers), replies, snapshots };
        Self { size, ..Self::new(assessment, Some(record.stamp.clone()), Pending::Nothing) }
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
        Self::asking(catalogue::bundled())
    }
}

impl Model {
    /// A page before storage was read.
    pub fn asking(catalogue: &'static Catalogue) -> Self {
        Self {
            catalogue,
            catalogues: Catalogues::default(),
            choosing: false,
            wanted: None,
            waiting: Vec::new(),
            route: Route::Home,
            started: false,
            today: None,
            shelf: Map::new(),
            gone: Map::new(),
            guest: None,
            beside: Map::new(),
            looked: None,
            comparing: None,
            incoming: None,
            drafts: Map::new(),
            resumed: None,
            forgotten: None,
            unread: Vec::new(),
            heaps: Vec::new(),
            along_with: None,
            carried: Carried::default(),
            along: Include::default(),
            locked: None,
            sealed: None,
            history: History::default(),
            notice: None,
            said: None,
            storage: Storage::default(),
            aside: Vec::new(),
            whence: Whence::default(),
            inside: None,
            version: Version::default(),
            around: Around::default(),
            options: Options::default(),
            hidden: false,
            host: None,
            offered: None,
            unsaved: Vec::new(),
            answers: 0,
        }
    }

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

    /// The state of an assessment that this browser has: the saved one, or the one that was deleted recently.
    pub fn had(&self, id: &AssessmentId) -> Option<&Arc<Assessment>> {
        let gone = || self.gone.get(id).map(|gone| &gone.assessment);
        self.shelf.get(id).map(|shelved| &shelved.assessment).or_else(gone)
    }

    /// The sides whose questions are shown.
    pub const fn sides(&self) -> &'static [Side] {
        match self.options.side {
            None => &Side::ALL,
            Some(Side::Organisation) => &[Side::Organisation],
            Some(Side::Members) => &[Side::Members],
        }
    }

    /// The texts in which replies are looked for, for the assessment that is open.
    pub fn open_heap(&self) -> Option<&Heap> {
        let id = self.open_id()?;
        self.heaps.iter().find(|heap| heap.id == id)
    }

    /// The catalogue of what is shown.
    pub(super) fn of_what_is_shown(&self) -> &'static Catalogue {
        match (self.replying(), self.shown()) {
            (Some((draft, _)), _) => draft.catalogue,
            (None, Some((assessment, _))) => self.catalogues.of(assessment),
            (None, None) => catalogue::bundled(),
        }
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
