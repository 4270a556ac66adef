//! The links in a text, however mail and chat programs left them.
//!
//! The text is gone through once, as it was [meant](super::reading). Where a token may begin, its letters are taken in
//! over all gaps until there are as many as its head claims; the checksum tells whether it is one. Only where it is
//! none does it matter what the gaps are: there, a word that is too short for a line of a broken token is prose, and
//! ends it.
//!
//! A token may begin behind [`ROUTE`](super::ROUTE), behind `*/v/` (version 3 of Proofpoint's URL Defense puts `*` for
//! `#`, and says at the address' end what it stands for: nothing that is needed), behind [`CODE`](super::CODE) in any
//! case, and with any word. Behind a route or code, what has the head of a token is a link, whole or not. A word alone
//! is one if it is whole, or if nothing else but a piece of one looks like it.
//!
//! What Mimecast and other gateways make of an address is a number of theirs: there is nothing to be read in it.

use std::mem;
use std::ops::Range;

use super::reading::{GAP, Reading};
use super::token::{CLOSING, HEAD, Head, Opened, head, unseal};
use super::{LinkError, VERSION};

/// The fewest characters in a row that are taken for a piece of a token.
const PIECE: usize = 16;

/// The kinds that are known, 0 to 3.
const KINDS: u8 = 3;

/// What Proofpoint's URL Defense, version 3, puts behind an address, with a `;`.
const PROOFPOINT: &str = "__";

/// A link in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The bytes of the text from the first character of its token to the last that arrived.
    pub range: Range<usize>,
    /// The bare token, for [`decode`](super::decode), or why there is none: [`LinkError::Newer`],
    /// [`LinkError::CutShort`] or [`LinkError::Damaged`].
    pub token: Result<String, LinkError>,
}

/// All links in a text, in order. The same link twice is found twice, but for one that is shown shortened next to where
/// it leads.
///
/// A link of the form `…#/v/TOKEN`, `cg:TOKEN` or `TOKEN` is found through white space and line ends, the marks of
/// quoted lines, quoted-printable, HTML, percent-encoding of any depth, and the addresses that mail gateways put around
/// it. The time is linear in the length of the text.
///
/// ```
/// use common_ground::link::{self, LinkError};
///
/// let found = link::find("Our picture: https://example.org/#/v/AQCeAgAB and so on");
/// let [one] = found.as_slice() else { panic!("one link") };
/// assert_eq!(one.range, 37..45);
/// assert_eq!(one.token, Err(LinkError::CutShort { arrived: 8, whole: Some(393) }));
/// assert_eq!(link::find("Nothing of ours: https://example.org/#/about"), []);
/// ```
pub fn find(text: &str) -> Vec<Found> {
    let found = |one: Arrived| {
        let token = match one.opened {
            Err(fault) => Err(fault),
            Ok(_) if one.version > VERSION => Err(LinkError::Newer(one.version)),
            Ok(_) => Ok(one.letters),
        };
        Found { range: one.range, token }
    };
    links(text).into_iter().map(found).collect()
}

/// The same, opened already.
pub(super) fn links(text: &str) -> Vec<Arrived> {
    let mut sure = all(text);
    sure.retain(|one| one.sure);
    let leads = |one: &Arrived, next: Option<&Arrived>| next.is_some_and(|next| one.shortens(next));
    let before = |at: usize| at.checked_sub(1).and_then(|at| sure.get(at));
    let shortened = |(at, one)| leads(one, sure.get(at + 1)) || leads(one, before(at));
    let mut shortened = sure.iter().enumerate().map(shortened).collect::<Vec<bool>>().into_iter();
    sure.retain(|_| !shortened.next().unwrap_or_default());
    sure
}

/// What arrived of a token.
pub(super) struct Arrived {
    pub(super) range: Range<usize>,
    /// Its letters, without what stands between them.
    letters: String,
    version: u8,
    /// What is in it, where it arrived whole; else what is wrong: [`LinkError::CutShort`], [`LinkError::Damaged`], or
    /// [`LinkError::NotALink`] if it has no head.
    pub(super) opened: Result<Opened, LinkError>,
    /// Whether it is a link, and nothing else.
    pub(super) sure: bool,
}

impl Arrived {
    pub(super) const fn is_newer(&self) -> bool {
        self.version > VERSION
    }

    fn shortens(&self, whole: &Self) -> bool {
        whole.opened.is_ok()
            && matches!(self.opened, Err(LinkError::CutShort { .. }))
            && whole.letters.starts_with(&self.letters)
    }
}

/// All places where a token arrived, whole or not; of those that may be none only the first, since a text can hold
/// millions.
pub(super) fn all(text: &str) -> Vec<Arrived> {
    let mut arrived = Vec::new();
    let mut doubted = false;
    let mut reading = Reading::new(text);
    // What words that only look like tokens may cost. Behind a route no budget is needed: no letter is gone over twice,
    // since a route ends the token before it.
    let mut budget = text.len().saturating_mul(4);
    // The last eight signs but gaps, and the last.
    let mut tail = 0;
    let mut before = GAP;
    while let Some(sign) = reading.next() {
        if is_letter(sign.byte) && !before.is_ascii_alphanumeric() {
            let routed = is_route(tail);
            // A head has the version in its first six bits, and two of the next.
            if routed || budget > 0 && matches!(sign.byte, b'A'..=b'D') {
                let mut ahead = reading.moved(sign.from);
                let judged = Taken::over(&mut ahead).judge(&ahead, routed, tail == 0);
                if !routed {
                    budget = budget.saturating_sub(ahead.at() - sign.from);
                }
                let whole = judged.as_ref().is_some_and(|one| one.opened.is_ok());
                arrived.extend(judged.filter(|one| one.sure || !mem::replace(&mut doubted, true)));
                if whole {
                    (reading, tail, before) = (ahead, u64::from(GAP), GAP);
                    continue;
                }
            }
        }
        if sign.byte != GAP {
            tail = tail << 8 | u64::from(sign.byte);
        }
        before = sign.byte;
        reading.proofpoint |= is_proofpoint(tail);
    }
    arrived
}

/// Whether these signs end with [`ROUTE`](super::ROUTE), as it is or as Proofpoint has it, or [`CODE`](super::CODE), or
/// are a route without its first sign, as the page is given it.
fn is_route(tail: u64) -> bool {
    let [.., a, b, c, d] = tail.to_be_bytes();
    matches!([a, b, c, d], [b'#' | b'*', b'/', b'v', b'/'] | [_, b'c' | b'C', b'g' | b'G', b':'])
        || tail == u64::from_be_bytes(*b"\0\0\0\0\0/v/")
}

/// Whether an address inside one of Proofpoint's, version 2, has begun: its `=` is lost where the line was broken
/// behind it.
fn is_proofpoint(tail: u64) -> bool {
    matches!(&tail.to_be_bytes(), b"2/url?u=" | b"/url?uht")
}

const fn is_letter(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_')
}

/// The letters of a token, taken in over all gaps.
struct Taken {
    letters: String,
    range: Range<usize>,
    head: Option<Head>,
    /// The letters of the first word.
    first: usize,
    /// Where the last word begins, and the byte where the one before ends.
    word: (usize, usize),
    /// Where the first word begins that is none of a token, and the byte where the one before ends.
    prose: Option<(usize, usize)>,
}

impl Taken {
    /// Takes in as many letters as the head claims, or until there are no more, or until there is no head.
    fn over(reading: &mut Reading<'_>) -> Self {
        let start = reading.at();
        let mut taken =
            Self { letters: String::new(), range: start..start, head: None, first: 0, word: (0, start), prose: None };
        let mut whole = HEAD;
        while taken.letters.len() < whole {
            match reading.next() {
                Some(sign) if is_letter(sign.byte) => {
                    taken.letters.push(char::from(sign.byte));
                    taken.range.end = sign.to;
                    if taken.letters.len() == HEAD {
                        taken.head = head(&taken.letters);
                        whole = taken.head.map_or(HEAD, Head::whole);
                    }
                }
                Some(sign) if sign.byte == GAP => taken.end_word(),
                _ => break,
            }
        }
        taken.end_word();
        taken
    }

    /// A word has ended: is it one of a token that was broken into lines?
    fn end_word(&mut self) {
        let (start, before) = self.word;
        let word = self.letters.get(start..).unwrap_or_default();
        if word.is_empty() {
            return;
        }
        if start == 0 {
            self.first = word.len();
        } else if self.prose.is_none() && (word.len() < PIECE || head(word).is_some()) {
            self.prose = Some((start, before));
        }
        self.word = (self.letters.len(), self.range.end);
    }

    /// What arrived; `None` if it is no token. The reading goes on behind the letters; a word that is `alone` has
    /// nothing before it in the text.
    fn judge(mut self, behind: &Reading<'_>, routed: bool, alone: bool) -> Option<Arrived> {
        let Some(head) = self.head else {
            let fault = if self.first < HEAD { self.cut_short(None) } else { LinkError::NotALink };
            return routed.then(|| self.arrived(0, Err(fault), false));
        };
        if let Ok(opened) = unseal(&self.letters) {
            return Some(self.arrived(head.version, Ok(opened), true));
        }
        let whole = head.whole();
        // It ends where it should.
        let exact = self.letters.len() == whole
            && self.letters.ends_with(CLOSING)
            && !behind.clone().next().is_some_and(|sign| is_letter(sign.byte));
        if let Some((letters, end)) = self.prose.filter(|_| !exact) {
            self.letters.truncate(letters);
            self.range.end = end;
        } else if !exact && self.letters.ends_with(PROOFPOINT) {
            self.letters.truncate(self.letters.len() - PROOFPOINT.len());
            self.range.end -= PROOFPOINT.len();
        }
        let fault = match self.letters.len() {
            _ if self.first < HEAD => self.cut_short(None),
            letters if letters < whole => self.cut_short(Some(whole)),
            _ => LinkError::Damaged,
        };
        let piece = self.first >= PIECE && head.version <= VERSION && head.kind <= KINDS;
        let wholeish = exact || (whole / 2..whole).contains(&self.letters.len());
        let sure = if routed { self.first >= HEAD } else { piece && wholeish };
        (routed || sure || alone && piece).then(|| self.arrived(head.version, Err(fault), sure))
    }

    fn cut_short(&self, whole: Option<usize>) -> LinkError {
        let arrived = if whole.is_some() { self.letters.len() } else { self.first };
        LinkError::CutShort { arrived, whole }
    }

    fn arrived(self, version: u8, opened: Result<Opened, LinkError>, sure: bool) -> Arrived {
        Arrived { range: self.range, letters: self.letters, version, opened, sure }
    }
}
