//! What the page keeps: `localStorage` where it works, else memory with the same face.
//!
//! Every key begins with [`SPACE`], which carries a version, so that neighbours of the origin and later versions are
//! left alone; then comes the [`Kind`]. A [record](Record) is saved over the stamp that is expected, so that two tabs
//! never overwrite each other unseen; what grows lies under keys of its own beside it. Whatever changes in the
//! browser's storage is noted in the [`journal`], since it reaches the disk late. What the journal has and the
//! browser's storage has no room for is `owed`.
//!
//! | here | what |
//! |---|---|
//! | `texts` | keys and texts, and whether the browser keeps any |
//! | `record` | an assessment, its replies and its snapshots |
//! | `gone`, `aside` | the recently deleted; what could not be read |
//! | `theme`, `guest` | the colours that were chosen; the guest copy of this tab |
//! | [`journal`], `owed` | what outlives a browser that is killed |

mod aside;
mod gone;
mod guest;
pub mod journal;
mod owed;
mod record;
mod texts;
mod theme;

pub use aside::{aside, drop_aside, put_aside};
pub use gone::{drop_gone, gone, keep_gone};
pub use guest::{guest, set_guest};
pub use record::{Record, put, record, records, remove_record, was_emptied};
pub use texts::{keys, lasts, mark, persist, put_back, settle};
pub use theme::{set_theme, theme};

/// What all keys begin with.
pub const SPACE: &str = "common-ground/1/";

/// A kind of what is kept: how its keys go on after [`SPACE`]; what comes then is the *end*, an id.
#[derive(Clone, Copy, Debug)]
pub struct Kind(&'static str);

/// Assessments, each as a [`Record`].
pub const ASSESSMENT: Kind = Kind("assessment/");
const REPLIES: Kind = Kind("replies/");
const SNAPSHOTS: Kind = Kind("snapshots/");
/// The recently deleted.
pub const GONE: Kind = Kind("bin/");
/// Where deleted ones lay before they were packed: a page of that time drops what it cannot read there.
const GONE_BEFORE: Kind = Kind("gone/");
const ASIDE: Kind = Kind("aside/");
/// Replies begun in this browser.
pub const DRAFT: Kind = Kind("draft/");
/// Catalogues that were opened, by their digests.
pub const CATALOGUE: Kind = Kind("catalogue/");
/// Notes on what of the assessments is nowhere but here.
pub const UNSAVED: Kind = Kind("unsaved/");

/// Why a save did not happen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PutError {
    /// There is no room left.
    Full,
    /// The browser refuses storage.
    Denied,
    /// Another tab has saved since, or deleted it.
    Overtaken(Option<Record>),
}

impl Kind {
    /// The key with this end.
    pub fn key(self, end: &str) -> String {
        [self.0, end].concat()
    }

    /// The end of a key of this kind; `None` for one of another.
    pub fn end(self, key: &str) -> Option<&str> {
        key.strip_prefix(self.0)
    }

    /// What is kept under this end.
    pub fn get(self, end: &str) -> Option<String> {
        texts::get(&self.key(end))
    }

    /// All that is kept: ends and texts.
    pub fn all(self) -> Vec<(String, String)> {
        self.ends().into_iter().filter_map(|end| self.get(&end).map(|text| (end, text))).collect()
    }

    /// Keeps a text.
    ///
    /// # Errors
    ///
    /// A [`PutError`]; what was kept is as before.
    pub fn keep(self, end: &str, text: &str) -> Result<(), PutError> {
        texts::set(&self.key(end), text)
    }

    /// Keeps a text, or owes it where there is no room.
    ///
    /// # Errors
    ///
    /// A [`PutError`]: it is owed.
    pub fn keep_or_owe(self, end: &str, text: &str) -> Result<(), PutError> {
        self.keep(end, text).inspect_err(|_| texts::owe(&self.key(end), text.to_owned()))
    }

    /// Drops what is kept under this end.
    pub fn drop(self, end: &str) {
        texts::remove(&self.key(end));
    }

    fn ends(self) -> Vec<String> {
        texts::ends(self.0)
    }
}

/// Whether a key holds some of an assessment, or a catalogue that it may have been made with.
fn is_of_assessment(key: &str) -> bool {
    [ASSESSMENT, REPLIES, SNAPSHOTS, CATALOGUE].into_iter().any(|kind| kind.end(key).is_some())
}

/// What of the assessments, deleted ones, replies and catalogues is owed: the ends of their keys.
pub fn owed_ends() -> Vec<String> {
    let end = |key: String| {
        key.split_once('/').filter(|(kind, _)| !UNSAVED.0.starts_with(kind)).map(|(_, end)| end.to_owned())
    };
    owed::keys().into_iter().filter_map(end).collect()
}

/// Whether something is owed that the journal does not have, or not yet: it is in this page alone. Or it was owed and
/// is in storage now, and the journal would put back what it had before.
pub fn owes() -> bool {
    (!owed::keys().is_empty() || journal::was_ahead()) && journal::is_behind()
}

/// Whether assessments are kept, or were, without reading any.
pub fn any() -> bool {
    [ASSESSMENT, GONE, GONE_BEFORE, ASIDE].into_iter().any(|kind| !kind.ends().is_empty())
}
