//! What can be wrong with a message: a code for programs, a sentence for people.

use std::fmt;

use super::{FORMAT, MAX_BYTES, VERSION};

/// Why a message changes nothing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is something else than a text.
    NotText,
    /// It has more bytes than [`MAX_BYTES`].
    TooLarge(usize),
    /// It is no JSON, lies too deep, or gives a key twice.
    NotJson(String),
    /// It is no message of this protocol.
    OtherFormat,
    /// It is of another version.
    Version(String),
    /// Its kind is none that a host may send.
    Kind(String),
    /// A key is missing or holds something else.
    Field {
        /// Which.
        key: &'static str,
        /// What is expected there.
        expected: &'static str,
    },
    /// A greeting without a port: there is no way to answer.
    NoPort,
    /// A greeting after the first one.
    Again,
    /// The assessment in it cannot be read; holds why, as it would be said of a file.
    Assessment(String),
    /// Another assessment while the one before has changes that the host has not acknowledged.
    Busy,
    /// An acknowledgement or a refusal of a save that does not wait for one.
    Stamp,
}

impl Fault {
    /// Its code, for programs.
    pub const fn code(&self) -> &'static str {
        match self {
            Self::NotText => "not-text",
            Self::TooLarge(_) => "too-large",
            Self::NotJson(_) => "not-json",
            Self::OtherFormat => "format",
            Self::Version(_) => "version",
            Self::Kind(_) => "kind",
            Self::Field { .. } => "field",
            Self::NoPort => "no-port",
            Self::Again => "again",
            Self::Assessment(_) => "assessment",
            Self::Busy => "busy",
            Self::Stamp => "stamp",
        }
    }

    /// Whether a stranger's message looks so too: what is not meant for this page at all is passed over without an
    /// answer.
    pub const fn is_strange(&self) -> bool {
        matches!(self, Self::NotText | Self::NotJson(_) | Self::OtherFormat)
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotText => f.write_str("a message is one text of JSON"),
            Self::TooLarge(bytes) => {
                write!(f, "{bytes} bytes are too many for a message: at most {MAX_BYTES} are read")
            }
            Self::NotJson(why) => write!(f, "not JSON: {why}"),
            Self::OtherFormat => write!(f, "format: \"{FORMAT}\" is expected"),
            Self::Version(found) => write!(f, "version {found} is not known here: {VERSION} is"),
            Self::Kind(found) => {
                write!(f, "kind: \"{found}\" is not one of hello, loading, load, failed, saved, refused, ask")
            }
            Self::Field { key, expected } => write!(f, "{key}: {expected} is expected"),
            Self::NoPort => f.write_str("hello: a MessagePort is to be transferred with it"),
            Self::Again => f.write_str("hello: this page was greeted already, and answers through that port"),
            Self::Assessment(why) => write!(f, "assessment: {why}"),
            Self::Busy => f.write_str("load: the assessment that is open has changes that are not saved yet"),
            Self::Stamp => f.write_str("stamp: no save with this stamp waits for an answer"),
        }
    }
}
