//! All that the page knows.

use std::sync::{Arc, OnceLock};

use super::catalogues::{Catalogues, Waiting};
use super::collecting::Heap;
use super::dialog::Dialog;
use super::gone::Gone;
use super::history::History;
use super::hosting::{Around, Host};
use super::keeping::Unsaved;
use super::looking::{Comparing, Looked};
use super::message::Stored;
use super::moment::Moment;
use super::notice::Notice;
use super::offering::Offered;
use super::one_page::Whence;
use super::renewing::Version;
use super::replying::Draft;
use super::sharing::Locked;
use crate::assessment::{Assessment, AssessmentId, Date, Edit};
use crate::catalogue::{self, Catalogue, Side};
use crate::host::Options;
use crate::link::Carried;
use crate::order::Map;
use crate::report::Include;
use crate::route::Route;
use crate::score::{self, Results};

/// All that the page knows.
#[derive(Clone, Debug)]
pub struct Model {
    /// What is asked in what is shown; [`update`](super::update) sees to it after each message.
    pub catalogue: &'static Catalogue,
    /// The catalogues that are here.
    pub catalogues: Catalogues,
    /// What storage holds and waits for its catalogue.
    pub waiting: Vec<Waiting>,
    /// Where one is.
    pub route: Route,
    /// Whether storage has been read.
    pub started: bool,
    /// The day where the person is.
    pub today: Option<Date>,
    /// How many minutes the clock there is ahead of universal time.
    pub ahead: i32,
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
    /// What is asked and shown in dialogs. The last one is open; what is decided first, about what came, is put there.
    pub dialogs: Vec<Dialog>,
    /// What came and has the identity of one that is here: it waits until the one before it is decided.
    pub queue: Vec<Arc<Assessment>>,
    /// What is said once all of that is decided.
    pub then: Option<Notice>,
    /// The replies begun in this browser: those to one invitation under its [key](Draft::key), and behind it `-2`, `-3`
    /// for others who answer it here.
    pub drafts: Map<String, Draft>,
    /// The reply that had answers already when its invitation was opened: whoever opened it may be somebody else.
    pub resumed: Option<String>,
    /// Those that storage holds and this page cannot read.
    pub unread: Vec<Aside>,
    /// The texts in which replies are looked for, one heap an assessment.
    pub heaps: Vec<Heap>,
    /// What stands in a field and is nowhere else.
    pub begun: Vec<Begun>,
    /// The community for which it was chosen what goes along.
    pub along_with: Option<AssessmentId>,
    /// What a link is to carry beside the answers.
    pub carried: Carried,
    /// What goes along in reports beside the answers.
    pub along: Include,
    /// The link that was locked with a pass-phrase.
    pub locked: Option<Locked>,
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
    /// Whether the journal holds that as it is, so that closing the page loses nothing.
    pub owed: bool,
    /// How much room it takes in storage.
    pub size: Size,
    /// Until it is saved: as it was among the deleted, where storage holds it as long as it has no room for it here.
    pub binned: Option<Gone>,
    /// What its snapshots come to; see [`Shelved::past`].
    pub(super) past: Arc<OnceLock<Vec<Moment>>>,
}

/// How much room an assessment takes in storage, in characters as browsers count them (UTF-16 code units, of whatever
/// letter): known from when it was read or saved, since writing it once more only to measure it would take as long as
/// saving it.
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

/// The copy that came with a link.
#[derive(Clone, Debug)]
pub struct Guest {
    /// The assessment, read-only.
    pub assessment: Arc<Assessment>,
    /// Its results.
    pub results: Arc<Results>,
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

/// What stands in a field and is nowhere else: it is not added yet, or was refused and is to be put right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// The id of the assessment whose field it is, or the key of the reply.
    pub of: String,
    /// The field's id.
    pub field: String,
    /// What stands there.
    pub text: String,
    /// Why it was refused; empty where it was not.
    pub wrong: &'static str,
}

/// The id of the field in which an expectation of their own is typed.
pub const OWN_EXPECTATION: &str = "own";
/// That of the field for an action of their own.
pub const OWN_ACTION: &str = "own-action";

impl Shelved {
    /// An assessment as it is, with its results.
    pub fn new(assessment: Arc<Assessment>, stamp: Option<String>, pending: Pending) -> Self {
        let results = Arc::new(score::results(&assessment.answered));
        let size = Size::default();
        Self { assessment, results, stamp, pending, owed: false, size, binned: None, past: Arc::default() }
    }

    /// The next state of one. Where no answer is another, as with a note that is being typed, the results are those
    /// that it had.
    pub fn next(assessment: Arc<Assessment>, old: &Self, pending: Pending) -> Self {
        let same = old.assessment.answered == assessment.answered;
        let results = if same { Arc::clone(&old.results) } else { Arc::new(score::results(&assessment.answered)) };
        let (stamp, binned) = (old.stamp.clone(), old.binned.clone());
        let size = Size::default();
        Self { assessment, results, stamp, pending, owed: false, size, binned, past: Arc::default() }.after(old)
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
            waiting: Vec::new(),
            route: Route::Home,
            started: false,
            today: None,
            ahead: 0,
            shelf: Map::new(),
            gone: Map::new(),
            guest: None,
            beside: Map::new(),
            looked: None,
            comparing: None,
            dialogs: Vec::new(),
            queue: Vec::new(),
            then: None,
            drafts: Map::new(),
            resumed: None,
            unread: Vec::new(),
            heaps: Vec::new(),
            begun: Vec::new(),
            along_with: None,
            carried: Carried::default(),
            along: Include::default(),
            locked: None,
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

    /// What stands in a field of the assessment or the reply that is open, and is nowhere else; and why it was refused.
    pub fn begun(&self, field: &str) -> (&str, &'static str) {
        let of = self.written();
        let find = |one: &&Begun| Some(one.of.as_str()) == of && one.field == field;
        self.begun.iter().find(find).map_or(("", ""), |one| (&one.text, one.wrong))
    }

    /// Keeps what stands there; it outlasts a change of screen, as the heap does.
    pub(super) fn begin(&mut self, field: String, text: String, wrong: &'static str) {
        let Some(of) = self.written().map(str::to_owned) else { return };
        self.begun.retain(|one| one.of != of || one.field != field);
        if !text.is_empty() {
            self.begun.push(Begun { of, field, text, wrong });
        }
    }

    /// The assessment or the reply whose fields are shown.
    const fn written(&self) -> Option<&str> {
        match &self.route {
            Route::Assessment { id: of, .. } | Route::Reply { key: of, .. } => Some(of.as_str()),
            _ => None,
        }
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
