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
//!            1       kind, 0 to 15: 0 assessment, 1 invitation, 2 reply, 3 locked (`lock.rs`)
//!            1 to 4  length of the payload in bytes, at most 1 000 001: seven bits a byte, lowest first, the top bit
//!                    says "more follow", no more bytes than needed
//!            length  payload
//!            4       CRC-32C (Castagnoli) of all bytes before it, lowest byte first
//! ```
//!
//! The closing letter keeps programs from cutting off a `-` or `_` at the end, and tells where a link ends. White space
//! inside a token says nothing.
//!
//! ## Version 2
//!
//! The payload is one number between 0 and 1, written as the digits of its values: a **range coder** gives a digit of radix
//! `r` log₂ `r` bits, so that an answer of five steps takes 2.3 of them, and a bit that was expected less than one
//! ([`coding`](crate::coding)). The values follow each other as the functions of `whole.rs` name them, which are the format: each is one
//! function for writing and reading.
//!
//! ```text
//! value          how it is written
//! choice         its place in the list, a digit of as many as there are; where none is possible, that is 0
//! flag           a digit of radix 2
//! natural (k)    groups of k bits, lowest first; behind each a flag whether another follows; at most 32 bits
//! answers        a digit of radix 4: 0 none given, 1 all are steps, 2 steps and "I don't know", 3 some not given; then a
//!                digit each of radix 5, 6 or 7: the steps, "I don't know", not given. The smallest that holds all is written
//! medians        likewise: a digit of radix 3, then half steps of radix 9, or 10 where some are absent
//! list (k)       its length as a natural, then each
//! text           a flag whether there is any; then its bytes and the byte 0xff, bit by bit, each as likely as the
//!                predictor holds it, which starts from the dictionary and learns on through the whole payload
//!                (`predictor.rs`, `echo.rs`, `dictionary-2.txt`)
//! identity       a flag whether it is a random UUID, which takes 122 bits; else its length and its characters, 6 bits each
//! reply's id     a flag whether it has eight characters; they take 48 bits
//! instant        0 absent, 1 minutes since 2020 (12), 2 seconds since 2020 or, in `updated`, since `created` (10), 3 text
//! date           0 absent, 1 year, 2 month, 3 day; year a flag and radix 128 from 2000 or radix 10 000, month 12, day 31
//! number         0 absent, 1 to 4 a natural (6) of 0 to 3 decimal places, 5 the 64 bits of IEEE 754
//! own item's id  its number less one (3)
//! items          a flag for the default ones; else a bit for each of the catalogue, the list of own ones (1), a flag for this
//!                order; else each by its place among those that are left
//! ids spoken of  a flag where all are among the usual ones, which then stand for them; else a bit for each that is known
//! picks          how many, then each by its place among those that are left: a falling product
//! ```
//!
//! | kind | values in their order |
//! |---|---|
//! | each | catalogue: 0 the bundled one of version 2; else 1, a bit that is 1, the 128 bits of its digest, and its name |
//! | 0 assessment | id, copied from, created, updated, round, *answered*, notes, statement, measures, actions, invite, snapshots: date, label, *answered* |
//! | *answered* | community, items, set aside, both estimates, levels and targets of the practices with notes and evidence, least replies, replies, both summaries |
//! | 1 invitation | mark (32 bits), round, side, community's name, phase, items, what is asked, where replies go, least replies |
//! | 2 reply | mark, round, id, revision, side, date, name, ids spoken of (the default ones, else catalogue and own ones), *answers* |
//! | *answers* | importance, delivered, guess, worth, top, contributions |
//!
//! A reply names its items by what they are, never by where they stand, so that items may come and go between invitation
//! and reply. Its date travels to the minute. Items are places in the catalogue that the link was made with: another one is
//! told by its [digest](crate::catalogue::identity), and never misread. The first readers of version 2 knew one catalogue,
//! and expected 32 bits of a checksum behind the 1; theirs begins with a bit of 0, so that they answer every other catalogue
//! with "another catalogue than this page has". A link without that bit is none that was ever written.
//!
//! A payload is read only if writing what was read gives the same bytes, so that there is one link for each thing said; and
//! only if what was read passes the checks of a file. Unpacked texts have at most 1 MB; lists end where the payload does.
//!
//! ## Version 1, kind 0: an assessment
//!
//! ```text
//! payload    bytes   what
//!            1       packing: 0 as it is, 1 raw deflate (RFC 1951)
//!            rest    the assessment as a file of version 1 (see `file`), UTF-8, packed; at most 1 MB when unpacked
//! ```
//!
//! It is no longer written.
//!
//! # What is promised
//!
//! Links of each released version and kind are in `tests/golden/` with what they hold, and a test reads them all. Digits of
//! a released version, its dictionary and its predictor never change; what a later version needs is written as version 3.

mod answered;
mod answers;
mod arrived;
mod beside;
mod carried;
mod echo;
mod items;
mod lock;
mod predictor;
mod reading;
mod sift;
mod stream;
mod summary;
mod token;
mod v1;
mod values;
mod whole;

use std::fmt;

pub use arrived::{Found, find};
pub use carried::Carried;
pub use lock::{is_locked, lock, unlock};
pub use sift::{Finding, Letter, addable, judge, letters, sift};
pub use summary::{summarise, summary};

use crate::assessment::{Assessment, Invitation, SentReply};
use crate::catalogue::{Catalogue, CatalogueId, Known};
use crate::file::FileError;

/// What stands before the token in an address.
pub const ROUTE: &str = "#/v/";

/// What stands before the token where no address is to stand around it.
pub const CODE: &str = "cg:";

/// The version that is written.
pub const VERSION: u8 = 2;

/// The most bytes of a payload, and of all texts of a link before they are packed: no link makes the page take much more
/// memory.
pub const MAX_BYTES: usize = 1_000_000;

/// An assessment.
const ASSESSMENT: u8 = 0;
/// An invitation.
const INVITATION: u8 = 1;
/// A reply.
const REPLY: u8 = 2;
/// Any of them, locked with a pass-phrase.
const LOCKED: u8 = 3;

/// What a link carries.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// An assessment.
    Assessment(Box<Assessment>),
    /// An invitation to answer.
    Invitation(Box<Invitation>),
    /// An answer to one.
    Reply(Box<SentReply>),
    /// Something that only [`unlock`] opens, with the pass-phrase.
    Locked,
}

impl Content {
    /// The assessment, where nothing else is of use.
    ///
    /// # Errors
    ///
    /// [`LinkError::OtherKind`], with the kind that it is.
    pub fn assessment(self) -> Result<Assessment, LinkError> {
        match self {
            Self::Assessment(assessment) => Ok(*assessment),
            Self::Invitation(_) => Err(LinkError::OtherKind(INVITATION)),
            Self::Reply(_) => Err(LinkError::OtherKind(REPLY)),
            Self::Locked => Err(LinkError::OtherKind(LOCKED)),
        }
    }
}

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
    fn inside(error: FileError) -> Self {
        match error {
            FileError::OtherCatalogue(needed) => Self::OtherCatalogue(needed),
            error => Self::Inside(error),
        }
    }
}

/// The token of an assessment, with as much beside its answers as it is to carry.
///
/// Keys that are not ours never travel, nor do [bridges](crate::assessment::Note::bridge) of their own, nor do entries that say nothing: a note without words, a contribution without
/// level and amount.
///
/// # Errors
///
/// [`LinkError::TooLarge`].
///
/// ```
/// use common_ground::assessment::{Assessment, AssessmentId, Instant};
/// use common_ground::link::{self, Carried, Content};
/// use common_ground::catalogue::bundled;
///
/// let now = Instant::from_seconds(1_795_190_400).unwrap();
/// let assessment = Assessment::new(AssessmentId::from_random([7; 16]), now, bundled());
/// let token = link::encode(&assessment, Carried::default(), bundled()).unwrap();
/// assert_eq!(token.len(), 51);
/// assert_eq!(link::decode(&token, bundled()), Ok(Content::Assessment(Box::new(assessment))));
/// ```
pub fn encode(assessment: &Assessment, carried: Carried, catalogue: &Catalogue) -> Result<String, LinkError> {
    let payload = whole::write_assessment(&mut carried.of(assessment), catalogue)?;
    Ok(token::seal(VERSION, ASSESSMENT, &payload))
}

/// The token of an invitation.
///
/// # Errors
///
/// [`LinkError::TooLarge`].
pub fn invite(invitation: &Invitation, catalogue: &Catalogue) -> Result<String, LinkError> {
    Ok(token::seal(VERSION, INVITATION, &whole::write_invitation(&mut invitation.clone(), catalogue)?))
}

/// The token of a reply. Its date travels to the minute.
///
/// # Errors
///
/// [`LinkError::TooLarge`].
pub fn reply(sent: &SentReply, catalogue: &Catalogue) -> Result<String, LinkError> {
    Ok(token::seal(VERSION, REPLY, &whole::write_reply(&mut sent.clone(), catalogue)?))
}

/// What the first link of a text carries: a whole address, or the bare token.
///
/// # Errors
///
/// A [`LinkError`]; nothing is half-read.
pub fn decode(text: &str, catalogue: &Catalogue) -> Result<Content, LinkError> {
    // A bare token, as `find` gives it, is not looked for again.
    let opened = token::unseal(text).or_else(|_| token::open(text))?;
    unpack(opened.version, opened.kind, &opened.payload, catalogue)
}

/// What the first link of a text carries, read with the catalogue that it names, if that is here; and that catalogue.
///
/// # Errors
///
/// A [`LinkError`]; [`LinkError::OtherCatalogue`] where it is not.
pub fn decode_known(text: &str, known: &Known) -> Result<(Content, &'static Catalogue), LinkError> {
    known.reading(|catalogue| decode(text, catalogue), LinkError::needed)
}

/// What a payload carries: what [`decode`] does behind the envelope, whose checksum keeps chance away from here.
///
/// # Errors
///
/// A [`LinkError`].
pub fn unpack(version: u8, kind: u8, payload: &[u8], catalogue: &Catalogue) -> Result<Content, LinkError> {
    match (version, kind) {
        (1, ASSESSMENT) => v1::unpack(payload, catalogue).map(Box::new).map(Content::Assessment),
        (2, ASSESSMENT) => whole::read_assessment(payload, catalogue).map(Box::new).map(Content::Assessment),
        (2, INVITATION) => whole::read_invitation(payload, catalogue).map(Box::new).map(Content::Invitation),
        (2, REPLY) => whole::read_reply(payload, catalogue).map(Box::new).map(Content::Reply),
        (2, LOCKED) => Ok(Content::Locked),
        (..=VERSION, kind) => Err(LinkError::OtherKind(kind)),
        (newer, _) => Err(LinkError::Newer(newer)),
    }
}
