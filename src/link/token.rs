//! The envelope of a link: version, kind, length, payload, checksum.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use crc::{CRC_32_ISCSI, Crc, NoTable};

use super::payload::MAX_BYTES;
use super::{LinkError, ROUTE};

/// The last letter of every token.
const CLOSING: char = 'z';

/// The bytes of a checksum.
const CHECKSUM: usize = 4;

/// The first characters of a token, which tell how long it is.
const HEAD: usize = 8;

/// The fewest characters in a row that are taken for a token in the middle of a text.
const BARE: usize = 16;

/// CRC-32C. Without a table: links are short, and the page is to be small.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISCSI);

/// What an envelope holds.
pub(super) struct Opened {
    pub(super) version: u8,
    pub(super) kind: u8,
    pub(super) payload: Vec<u8>,
}

/// A place in a text where a link begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The byte where its token begins.
    pub at: usize,
    /// The text from there to the next link or the end, for [`decode`](super::decode).
    pub text: &'a str,
}

/// Puts a payload into a token.
pub(super) fn seal(version: u8, kind: u8, payload: &[u8]) -> String {
    let mut bytes = vec![version, kind];
    let mut left = payload.len();
    loop {
        let seven = u8::try_from(left & 0x7f).unwrap_or_default();
        left >>= 7;
        if left == 0 {
            bytes.push(seven);
            break;
        }
        bytes.push(seven | 0x80);
    }
    bytes.extend_from_slice(payload);
    let checksum = CRC.checksum(&bytes);
    bytes.extend_from_slice(&checksum.to_le_bytes());
    let mut token = URL_SAFE_NO_PAD.encode(bytes);
    token.push(CLOSING);
    token
}

/// Takes the payload out of the first token of a text.
pub(super) fn open(text: &str) -> Result<Opened, LinkError> {
    let addressed = text.contains(ROUTE);
    // A bare token may be broken into lines that are too short to be found.
    let bare = !addressed && beginning(text).is_some();
    let start = if bare { text } else { find(text).first().map_or(text, |found| found.text) };
    match open_at(start) {
        Err(LinkError::NotALink) if addressed => Err(LinkError::Damaged),
        Err(LinkError::CutShort { whole: None, .. }) if !addressed => Err(LinkError::NotALink),
        opened => opened,
    }
}

/// Takes the payload out of the token that begins a text.
fn open_at(text: &str) -> Result<Opened, LinkError> {
    let Some(head) = beginning(text) else {
        let arrived = token_chars(text).take(HEAD).count();
        return Err(if arrived < HEAD { LinkError::CutShort { arrived, whole: None } } else { LinkError::NotALink });
    };
    let whole = head.whole();
    let token: String = token_chars(text).take(whole).collect();
    if token.len() < whole {
        return Err(LinkError::CutShort { arrived: token.len(), whole: Some(whole) });
    }
    let body = token.strip_suffix(CLOSING).ok_or(LinkError::Damaged)?;
    let bytes = URL_SAFE_NO_PAD.decode(body).map_err(|_| LinkError::Damaged)?;
    let (sealed, checksum) = bytes.split_last_chunk::<CHECKSUM>().ok_or(LinkError::Damaged)?;
    if CRC.checksum(sealed) != u32::from_le_bytes(*checksum) {
        return Err(LinkError::Damaged);
    }
    let payload = sealed.get(head.size..).unwrap_or_default().to_vec();
    Ok(Opened { version: head.version, kind: head.kind, payload })
}

/// All places in a text where a link seems to begin: behind [`ROUTE`], or a long word that begins as tokens do.
///
/// ```
/// let found = common_ground::link::find("Our picture: https://example.org/#/v/AQCe and so on");
/// assert_eq!(found.first().map(|found| found.at), Some(37));
/// ```
pub fn find(text: &str) -> Vec<Found<'_>> {
    let starts = starts(text);
    let mut found: Vec<Found<'_>> = Vec::new();
    let mut covered = 0;
    // A text made of nothing but beginnings costs no square of its length.
    let mut budget = text.len().saturating_mul(4);
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    for (&at, end) in starts.iter().zip(ends) {
        // A word inside a token that white space divides is no second one.
        let Some(rest) = text.get(at..).filter(|_| at >= covered) else { continue };
        let cost = beginning(rest).map_or(0, |head| head.whole());
        if end < text.len() && cost <= budget {
            budget -= cost;
            if open_at(rest).is_ok() {
                covered = at + extent(rest, cost);
            }
        }
        found.push(Found { at, text: rest });
    }
    let ends: Vec<usize> = found.iter().skip(1).map(|next| next.at).collect();
    for (one, end) in found.iter_mut().zip(ends) {
        one.text = text.get(one.at..end).unwrap_or_default();
    }
    found
}

/// Where tokens may begin, in order.
fn starts(text: &str) -> Vec<usize> {
    let behind = |at: usize| at + text.get(at..).map_or(0, |rest| rest.len() - rest.trim_start().len());
    let mut starts: Vec<usize> = text.match_indices(ROUTE).map(|(at, route)| behind(at + route.len())).collect();
    let mut word = 0;
    for piece in text.split_inclusive(|one| !is_token_char(one)) {
        let letters = piece.trim_end_matches(|one| !is_token_char(one));
        if letters.len() >= BARE && head(letters).is_some_and(|head| head.version == super::VERSION) {
            starts.push(word);
        }
        word += piece.len();
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// The bytes that the first so many characters of a token take, with the white space between them.
fn extent(text: &str, whole: usize) -> usize {
    let mut letters = text.char_indices().filter(|(_, one)| !one.is_whitespace());
    letters.nth(whole).map_or(text.len(), |(at, _)| at)
}

/// The characters of a token at the beginning of a text, without the white space between them.
fn token_chars(text: &str) -> impl Iterator<Item = char> {
    text.chars().filter(|one| !one.is_whitespace()).take_while(|one| is_token_char(*one))
}

const fn is_token_char(one: char) -> bool {
    one.is_ascii_alphanumeric() || matches!(one, '-' | '_')
}

/// The beginning of a token.
struct Head {
    version: u8,
    kind: u8,
    /// The bytes of the payload.
    payload: usize,
    /// The bytes before the payload.
    size: usize,
}

impl Head {
    /// The characters of the whole token.
    fn whole(&self) -> usize {
        ((self.size + self.payload + CHECKSUM) * 4).div_ceil(3) + CLOSING.len_utf8()
    }
}

/// The beginning of the token that begins a text.
fn beginning(text: &str) -> Option<Head> {
    head(&token_chars(text).take(HEAD).collect::<String>())
}

/// Reads the beginning of a token; `None` where it is none of ours.
fn head(token: &str) -> Option<Head> {
    let bytes = URL_SAFE_NO_PAD.decode(token.get(..HEAD)?).ok()?;
    let (&[version, kind], length) = bytes.split_first_chunk::<2>()?;
    let mut payload = 0;
    for (at, &byte) in length.iter().enumerate() {
        payload |= usize::from(byte & 0x7f) << (7 * at);
        if byte & 0x80 == 0 {
            // A length with needless bytes is none that we write.
            let shortest = at == 0 || byte != 0;
            let ours = (1..=0x0f).contains(&version) && kind <= 0x0f && shortest && payload <= MAX_BYTES + 1;
            return ours.then_some(Head { version, kind, payload, size: 3 + at });
        }
    }
    None
}
