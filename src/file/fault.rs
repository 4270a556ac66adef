//! What can be wrong with a file: one sentence that says what, where, and what was expected.

use std::fmt::{self, Write};

use super::{FORMAT, MAX_BYTES};
use crate::catalogue::CatalogueId;

/// Why a text is no assessment that this program can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileError {
    /// It has more bytes than [`MAX_BYTES`].
    TooLarge(usize),
    /// It is no JSON, or an object in it gives a key twice.
    NotJson {
        /// The line, from 1.
        line: usize,
        /// The column in bytes, from 1; 0 before the first.
        column: usize,
        /// What stands in the way.
        reason: String,
    },
    /// It is JSON as far as it goes.
    CutShort {
        /// The line where it ends, from 1.
        line: usize,
        /// The column in bytes, from 1; 0 before the first.
        column: usize,
    },
    /// It is of another format than [`FORMAT`].
    OtherFormat(String),
    /// It is of a version that only a newer program knows.
    Newer {
        /// Its version.
        found: u64,
        /// The newest that can be read here.
        known: u64,
    },
    /// What storage packed is not what was packed.
    Packed,
    /// It was made with a catalogue that is not the one at hand; `None` is the one that comes with Common Ground.
    OtherCatalogue(Option<CatalogueId>),
    /// Something in it is wrong.
    Wrong {
        /// Where: `members.importance.O3`, `replies[0].side`, counted from 0; empty for the whole.
        place: String,
        /// What.
        problem: Problem,
    },
}

/// What is wrong at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// A required key is missing.
    Missing,
    /// The value is of another kind.
    Kind {
        /// What stands there.
        found: &'static str,
        /// What should.
        expected: &'static str,
    },
    /// The value is of the right kind, and none that can stand there.
    Value {
        /// What stands there, texts in quotes.
        found: String,
        /// What should.
        expected: &'static str,
    },
    /// The text is none of a list of names.
    NotOneOf {
        /// What stands there, in quotes.
        found: String,
        /// What may.
        names: Vec<&'static str>,
    },
    /// An id is given twice.
    Twice(String),
    /// There are more of something than an assessment holds.
    TooMany {
        /// How many there are.
        count: usize,
        /// Of what.
        what: &'static str,
        /// How many there may be.
        limit: usize,
    },
    /// There is not one item.
    NoItems,
    /// A text has more characters than fit.
    TooLong {
        /// How many it has.
        count: usize,
        /// How many there may be.
        limit: usize,
    },
}

impl fmt::Display for FileError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => write!(f, "{bytes} bytes are too many for a file: at most {MAX_BYTES} are read"),
            Self::NotJson { line, column, reason } => write!(f, "not JSON, at line {line}, column {column}: {reason}"),
            Self::CutShort { line, column } => {
                write!(f, "not JSON: it ends too early, at line {line}, column {column}")
            }
            Self::OtherFormat(found) => write!(f, "format: {found} is another format, \"{FORMAT}\" is expected"),
            Self::Newer { found, known } => write!(
                f,
                "version {found} is newer than this version of Common Ground knows ({known}): load the page again, or open it where it was made"
            ),
            Self::Packed => f.write_str("what was packed is damaged: its checksum does not match"),
            Self::OtherCatalogue(None) => {
                f.write_str("catalogue: it was made with the one that comes with Common Ground, not with this one")
            }
            Self::OtherCatalogue(Some(needed)) => {
                write!(f, "catalogue: it was made with {needed}, and that catalogue is not here")
            }
            Self::Wrong { place, problem } if place.is_empty() => write!(f, "the file: {problem}"),
            Self::Wrong { place, problem } => write!(f, "{place}: {problem}"),
        }
    }
}

impl std::error::Error for FileError {}

impl FileError {
    /// The catalogue that is needed, where that is all that is wrong.
    pub const fn needed(&self) -> Option<&CatalogueId> {
        match self {
            Self::OtherCatalogue(needed) => needed.as_ref(),
            _ => None,
        }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Missing => f.write_str("required, and missing"),
            Self::Kind { found, expected } => write!(f, "{found}, where {expected} is expected"),
            Self::Value { found, expected } => write!(f, "{found} is not {expected}"),
            Self::NotOneOf { found, names } => write!(f, "{found} is not one of {}", names.join(", ")),
            Self::Twice(id) => write!(f, "{id} is given twice"),
            Self::TooMany { count, what, limit } => write!(f, "{count} {what} are too many: at most {limit} are read"),
            Self::NoItems => f.write_str("at least one expectation is expected"),
            Self::TooLong { count, limit } => write!(f, "{count} characters are too many: at most {limit} are read"),
        }
    }
}

impl From<serde_json::Error> for FileError {
    fn from(error: serde_json::Error) -> Self {
        let (line, column) = (error.line(), error.column());
        if error.is_eof() {
            return Self::CutShort { line, column };
        }
        let text = error.to_string();
        let reason = match text.strip_suffix(&format!(" at line {line} column {column}")).unwrap_or(&text) {
            "recursion limit exceeded" => "lists and objects stand too deep in each other".to_owned(),
            reason => cut(reason, 120),
        };
        Self::NotJson { line, column, reason }
    }
}

/// A problem and its place, while it travels from the innermost value outwards.
#[derive(Debug)]
pub(super) struct Fault {
    /// The innermost part first.
    place: Vec<Part>,
    problem: Problem,
}

#[derive(Debug)]
enum Part {
    Key(String),
    Index(usize),
}

/// What reading a value gives. The fault is boxed, since it is rare and results are passed on often.
pub(super) type Read<T> = Result<T, Box<Fault>>;

/// The fault of a value, its place still to be added.
pub(super) fn fault<T>(problem: Problem) -> Read<T> {
    Err(Box::new(Fault { place: Vec::new(), problem }))
}

/// The fault of a missing key.
pub(super) fn missing<T>(key: &str) -> Read<T> {
    fault(Problem::Missing).at(key)
}

/// The same fault, one key further out.
pub(super) fn under<T>(mut fault: Box<Fault>, key: String) -> Read<T> {
    fault.place.push(Part::Key(key));
    Err(fault)
}

/// Adds the place to a fault.
pub(super) trait At {
    /// Under a key.
    fn at(self, key: &str) -> Self;
    /// In a list.
    fn at_index(self, index: usize) -> Self;
}

impl<T> At for Read<T> {
    fn at(self, key: &str) -> Self {
        self.or_else(|fault| under(fault, key.to_owned()))
    }

    fn at_index(self, index: usize) -> Self {
        self.map_err(|mut fault| {
            fault.place.push(Part::Index(index));
            fault
        })
    }
}

impl From<Box<Fault>> for FileError {
    fn from(fault: Box<Fault>) -> Self {
        let mut place = String::new();
        for part in fault.place.iter().rev() {
            match part {
                Part::Key(key) => {
                    if !place.is_empty() {
                        place.push('.');
                    }
                    place.push_str(&cut(key, SHOWN));
                }
                Part::Index(index) => {
                    // Writing into a String cannot fail.
                    let _ = write!(place, "[{index}]");
                }
            }
        }
        Self::Wrong { place, problem: fault.problem }
    }
}

/// How many characters of somebody's text a sentence shows.
const SHOWN: usize = 60;

/// A text in quotes, as a sentence about it can carry it: its beginning, on one line.
pub(super) fn quoted(text: &str) -> String {
    format!("\"{}\"", cut(text, SHOWN))
}

/// The beginning of a text, without control characters.
fn cut(text: &str, length: usize) -> String {
    let mut shown: String = text.chars().take(length).map(|one| if one.is_control() { ' ' } else { one }).collect();
    if text.chars().nth(length).is_some() {
        shown.push('…');
    }
    shown
}
