//! Assessment ↔ the part of an address behind `#/v/`, which browsers never send to a server.
//!
//! # Wire format
//!
//! A link carries one **token** of `A–Z a–z 0–9 - _`. Every version that was ever released is read for ever. The
//! envelope is the same in every version, so that a link from a newer one is told from a damaged one:
//!
//! ```text
//! token    = base64url(envelope), without padding, and the closing letter "z"
//!
//! envelope   bytes   what
//!            1       version, 1 to 15: how the payload is packed
//!            1       kind, 0 to 15: 0 assessment, 1 invitation, 2 reply
//!            1 to 4  length of the payload in bytes, at most 1 000 001: seven bits a byte, lowest first, the top bit
//!                    says "more follow", no more bytes than needed
//!            length  payload
//!            4       CRC-32C (Castagnoli) of all bytes before it, lowest byte first
//! ```
//!
//! The closing letter keeps programs from cutting off a `-` or `_` at the end, and tells where a link ends. White space
//! inside a token says nothing.
//!
//! ## Version 1, kind 0: an assessment
//!
//! ```text
//! payload    bytes   what
//!            1       packing: 0 as it is, 1 raw deflate (RFC 1951)
//!            rest    the assessment as a file of version 1 (see `file`), UTF-8, packed; at most 1 MB when unpacked
//! ```
//!
//! Replies, snapshots and keys that are not ours stay at home; a side's replies travel as its summary. Kinds 1 and 2 are
//! reserved.

mod payload;
mod summary;
mod token;

use std::fmt;

pub use payload::MAX_BYTES;
pub use summary::summary;
pub use token::{Found, find};

use crate::assessment::Assessment;
use crate::catalogue::Catalogue;
use crate::file::FileError;

/// What stands before the token in an address.
pub const ROUTE: &str = "#/v/";

/// The version that is written.
pub const VERSION: u8 = 1;

/// An assessment.
const ASSESSMENT: u8 = 0;

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
    /// It carries something else than an assessment.
    OtherKind(u8),
    /// The assessment has more bytes than [`MAX_BYTES`].
    TooLarge(usize),
    /// It arrived whole, and what it carries is wrong.
    Inside(FileError),
}

impl fmt::Display for LinkError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotALink => write!(f, "not a link of Common Ground: \"{ROUTE}\" and a token are expected"),
            Self::CutShort { arrived, whole: Some(whole) } => {
                write!(f, "the link was cut short: {arrived} of {whole} characters arrived")
            }
            Self::CutShort { arrived, whole: None } => {
                write!(f, "the link was cut short: only {arrived} characters arrived")
            }
            Self::Damaged => f.write_str("the link is damaged: its checksum does not match what arrived"),
            Self::Newer(version) => {
                write!(f, "the link is of version {version}, which is newer than this page knows ({VERSION})")
            }
            Self::OtherKind(1) => f.write_str("the link is an invitation, where an assessment is expected"),
            Self::OtherKind(2) => f.write_str("the link is a reply, where an assessment is expected"),
            Self::OtherKind(kind) => write!(f, "the link is of kind {kind}, where an assessment (0) is expected"),
            Self::TooLarge(bytes) => {
                write!(f, "{bytes} bytes are too many for a link: at most {MAX_BYTES} fit, a file holds more")
            }
            Self::Inside(error) => write!(f, "in the link: {error}"),
        }
    }
}

impl std::error::Error for LinkError {}

/// The token of an assessment. Its replies stay at home; their [summary](summary()) travels in their place.
///
/// # Errors
///
/// [`LinkError::TooLarge`].
pub fn encode(assessment: &Assessment) -> Result<String, LinkError> {
    Ok(token::seal(VERSION, ASSESSMENT, &payload::pack(assessment)?))
}

/// The assessment in a text that holds a link: a whole address, or the bare token.
///
/// # Errors
///
/// A [`LinkError`]; nothing is half-read.
pub fn decode(text: &str, catalogue: &Catalogue) -> Result<Assessment, LinkError> {
    let opened = token::open(text)?;
    if opened.version != VERSION {
        return Err(LinkError::Newer(opened.version));
    }
    match opened.kind {
        ASSESSMENT => payload::unpack(&opened.payload, catalogue),
        kind => Err(LinkError::OtherKind(kind)),
    }
}
