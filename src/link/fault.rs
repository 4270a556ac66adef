//! What can be wrong with a link: one sentence that says what, and what was expected.

use std::fmt;

use super::{MAX_BYTES, VERSION};
use crate::catalogue::CatalogueId;
use crate::file::FileError;

/// Why a text is no link that this program can read, or an assessment does not fit into one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// It holds nothing that looks like a link of ours.
    NotALink,
    /// Its end is missing.
    CutShort {
        /// The characters of the token that arrived.
        arrived: usize,
        /// The characters that it had, where enough arrived to tell.
        whole: Option<usize>,
    },
    /// It is not what was sent.
    Damaged,
    /// It is of a version that only a newer program knows.
    Newer(u8),
    /// It carries something that this program does not know, or has no use for where it is.
    OtherKind(u8),
    /// It was made with a catalogue that is not the one at hand; `None` is the one that comes with Common Ground.
    OtherCatalogue(Option<CatalogueId>),
    /// What it is to carry has more bytes than [`MAX_BYTES`].
    TooLarge(usize),
    /// It arrived whole, and what it carries is wrong.
    Inside(FileError),
    /// It is not locked, where a locked one is expected.
    NotLocked,
    /// It is locked already, where one that opens is expected.
    AlreadyLocked,
    /// It is locked by a method that only a newer program knows.
    OtherMethod(u8),
    /// The pass-phrase has no characters.
    EmptyPhrase,
    /// The pass-phrase is another than it was locked with.
    WrongPhrase,
    /// There is too little memory to make a key of the pass-phrase.
    NoMemory,
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink => f.write_str("this is no link of Common Ground"),
            Self::CutShort { arrived, whole: Some(whole) } => {
                write!(f, "the link was cut short: {arrived} of {whole} characters arrived; ask for it again")
            }
            Self::CutShort { arrived, whole: None } => {
                write!(f, "the link was cut short: only {arrived} characters arrived; ask for it again")
            }
            Self::Damaged => f.write_str("the link is damaged: ask for it again"),
            Self::Newer(version) => {
                write!(
                    f,
                    "the link is of version {version}, newer than this version of Common Ground knows ({VERSION}): load the page again, or open it where it was made"
                )
            }
            Self::OtherKind(1) => f.write_str("the link is an invitation, where an assessment is expected"),
            Self::OtherKind(2) => f.write_str("the link is a reply, where an assessment is expected"),
            Self::OtherKind(3) => f.write_str("the link is locked with a pass-phrase, where an assessment is expected"),
            Self::OtherKind(kind) => write!(f, "the link is of kind {kind}, where an assessment (0) is expected"),
            Self::OtherCatalogue(None) => {
                f.write_str("the link was made with the catalogue that comes with Common Ground, not with this one")
            }
            Self::OtherCatalogue(Some(needed)) => {
                write!(f, "the link was made with the catalogue {needed}, and that catalogue is not here")
            }
            Self::TooLarge(bytes) => {
                write!(f, "{bytes} bytes are too many for a link: at most {MAX_BYTES} fit, a file holds more")
            }
            Self::Inside(error) => write!(f, "in the link: {error}"),
            Self::NotLocked => f.write_str("the link is not locked: it opens without a pass-phrase"),
            Self::AlreadyLocked => f.write_str("the link is locked already: unlock it before locking it anew"),
            Self::OtherMethod(method) => {
                write!(
                    f,
                    "the link is locked by method {method}, which this page does not know: open it in a newer one"
                )
            }
            Self::EmptyPhrase => f.write_str("the pass-phrase is empty: at least one character is expected"),
            Self::WrongPhrase => f.write_str("the pass-phrase is not the one that the link was locked with"),
            Self::NoMemory => f.write_str("too little memory for the pass-phrase: 64 MB are needed, close other pages"),
        }
    }
}

impl std::error::Error for LinkError {}

impl LinkError {
    /// The catalogue that is needed, where that is all that is wrong.
    pub const fn needed(&self) -> Option<&CatalogueId> {
        match self {
            Self::OtherCatalogue(needed) => needed.as_ref(),
            _ => None,
        }
    }

    /// What is wrong with the assessment in a link.
    pub(super) fn inside(error: FileError) -> Self {
        match error {
            FileError::OtherCatalogue(needed) => Self::OtherCatalogue(needed),
            error => Self::Inside(error),
        }
    }
}
