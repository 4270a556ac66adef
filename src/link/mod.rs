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
//! The payload is one number between 0 and 1, written as the digits of its values: a **range coder** gives a digit of
//! radix `r` log₂ `r` bits, so that an answer of five steps takes 2.3 of them, and a bit that was expected less than
//! one ([`coding`](crate::coding)). The values follow each other as the functions of `whole.rs` name them, which are
//! the format: each is one function for writing and reading.
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
//! A reply names its items by what they are, never by where they stand, so that items may come and go between
//! invitation and reply. Its date travels to the minute. Items are places in the catalogue that the link was made with:
//! another one is told by its [digest](crate::catalogue::identity), and never misread. The first readers of version 2
//! knew one catalogue, and expected 32 bits of a checksum behind the 1; theirs begins with a bit of 0, so that they
//! answer every other catalogue with "another catalogue than this page has". A link without that bit is none that was
//! ever written.
//!
//! A payload is read only if writing what was read gives the same bytes, so that there is one link for each thing said;
//! and only if what was read passes the checks of a file, where measures and actions without an id are given one.
//! Unpacked texts have at most 1 MB; lists end where the payload does.
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
//! Links of each released version and kind are in `tests/golden/` with what they hold, and a test reads them all.
//! Digits of a released version, its dictionary and its predictor never change; what a later version needs is written
//! as version 3.

mod answered;
mod answers;
mod arrived;
mod beside;
mod carried;
mod echo;
mod fault;
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

pub use arrived::{Found, find};
pub use carried::Carried;
pub use fault::LinkError;
pub use lock::{lock, unlock};
pub use sift::{Finding, Letter, addable, judge, letters, sift};
pub use summary::{summarise, summary};

use crate::assessment::{Assessment, Invitation, SentReply};
use crate::catalogue::{Catalogue, Known};

/// What stands before the token in an address.
pub const ROUTE: &str = "#/v/";

/// What stands before the token where no address is to stand around it.
pub const CODE: &str = "cg:";

/// The version that is written.
pub const VERSION: u8 = 2;

/// The most bytes of a payload, and of all texts of a link before they are packed: no link makes the page take much
/// more memory.
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

/// The token of an assessment, with as much beside its answers as it is to carry.
///
/// Keys that are not ours never travel, nor do [bridges](crate::assessment::Note::bridge) of their own, nor do entries
/// that say nothing: a note without words, a contribution without level and amount.
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
