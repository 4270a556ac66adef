//! Packs what grows for storage: a thousand replies are a thousand times the same keys, and take a twentieth of their room.
//!
//! ```text
//! packed    = "packed-1:", then characters from U+4E00 to U+8DFF, each for 14 bits: no text of JSON begins so
//! bits        the length of the text in bytes (32), its bytes, their CRC-32C (32); a range coder's, the first highest
//! byte        where one is expected, whether it is that; else its eight bits, the highest first
//! expected    what followed where the last [`ALIKE`] bytes stood before, and on from there, right or wrong: so the columns
//!             of one reply stay below those of the one before it, whatever was answered. After [`LOST`] wrong ones in a
//!             row it is looked up anew
//! ```
//!
//! Each bit costs as little as it was likely by what came of the bits in the same place so far: whether an expected byte is
//! right, by that byte and how often the last ones were; a letter's bits, by the letter before it. One function writes and
//! reads. It learns as it goes and needs no dictionary, which the links have for texts that are short.
//!
//! Ideographs, since every engine keeps them as they are and counts each as one character, of which some five millions fit:
//! letters that carry 6 bits would take more than twice the room.
//!
//! **Source.** The expected byte is C. Bloom's LZP (1996); the coder is M. Mahoney's of lpaq (2007). Written from the ideas.

use super::MAX_BYTES;
use super::fault::FileError;
use crate::assessment::checksum;

/// What stands before everything packed, with the version behind it.
const MARK: &str = "packed-";

/// The version that is written.
const VERSION: &str = "1";

/// The first of the characters, and how many bits each carries.
const FIRST: u32 = 0x4e00;
const BITS: u32 = 14;

/// So many bytes alike are taken for the same place.
const ALIKE: usize = 6;

/// So many wrong ones in a row are a place that was lost.
const LOST: u32 = 2;

/// The binary logarithm of how many places are remembered.
const PLACES: u32 = 16;

/// How often a byte that is expected is right before it makes no difference.
const SURE: usize = 3;

/// A bit of which nothing is known: likelihood in 16 bits, bits seen in 16.
const UNKNOWN: u32 = 0x8000_0000;

/// The slowest that a likelihood learns, in bits seen.
const MEMORY: u32 = 24;

/// Packs a text; an empty one stays empty, and one that is longer than what is read stays as it is, so that storage refuses
/// it in time.
///
/// ```
/// use common_ground::file::{packed, unpacked};
///
/// let text = "{\"O1\":4,\"O2\":3},".repeat(100);
/// let short = packed(&text);
/// assert!(short.chars().count() < 60);
/// assert_eq!(unpacked(&short).as_deref(), Ok(text.as_str()));
/// assert_eq!(unpacked("[1]").as_deref(), Ok("[1]"));
/// ```
pub fn packed(text: &str) -> String {
    if text.is_empty() || text.len() > MAX_BYTES {
        return text.to_owned();
    }
    let mut model = Model::new(Coder::writing());
    model.number(u32::try_from(text.len()).unwrap_or(u32::MAX));
    for byte in text.bytes() {
        model.byte(byte);
    }
    model.number(checksum(text.as_bytes()));
    [MARK, VERSION, ":", &letters(&model.coder.finish())].concat()
}

/// What was packed; a text that was not is given back as it is, since it was stored before anything was packed.
///
/// # Errors
///
/// [`FileError::Newer`] where a newer page has packed it, [`FileError::Packed`] where it is damaged.
pub fn unpacked(text: &str) -> Result<String, FileError> {
    let Some(rest) = text.strip_prefix(MARK) else { return Ok(text.to_owned()) };
    let (version, rest) = rest.split_once(':').ok_or(FileError::Packed)?;
    if version != VERSION {
        // What is no number is no version of ours.
        let newer = version.parse().ok().filter(|version| *version > 1);
        return Err(newer.map_or(FileError::Packed, FileError::Newer));
    }
    let bytes = bytes(rest).ok_or(FileError::Packed)?;
    let mut model = Model::new(Coder::reading(&bytes));
    let length = usize::try_from(model.number(0)).unwrap_or(usize::MAX);
    // Nothing longer is read, so nothing longer was packed.
    if length > MAX_BYTES {
        return Err(FileError::Packed);
    }
    for _ in 0..length {
        // What is damaged is often much longer than what was written.
        if model.coder.is_exhausted() {
            return Err(FileError::Packed);
        }
        model.byte(0);
    }
    let expected = model.number(0);
    if checksum(&model.text) != expected {
        return Err(FileError::Packed);
    }
    String::from_utf8(model.text).map_err(|_| FileError::Packed)
}

/// What the coming byte may be.
struct Model<'a> {
    coder: Coder<'a>,
    /// What was written or read so far.
    text: Vec<u8>,
    /// Where the byte that is expected stands.
    at: Option<usize>,
    /// How many expected bytes were right in a row, and how many were wrong.
    right: usize,
    wrong: u32,
    /// Where bytes stood last, by what stood before them.
    places: Vec<usize>,
    /// How likely an expected byte is right.
    sure: Vec<u32>,
    /// How likely each bit of a letter is set.
    bits: Vec<u32>,
}

impl<'a> Model<'a> {
    fn new(coder: Coder<'a>) -> Self {
        Self {
            coder,
            text: Vec::new(),
            at: None,
            right: 0,
            wrong: 0,
            places: vec![0; 1 << PLACES],
            sure: vec![UNKNOWN; 256 * (SURE + 1)],
            bits: vec![UNKNOWN; 1 << 16],
        }
    }

    /// 32 bits of which nothing is expected.
    fn number(&mut self, number: u32) -> u32 {
        (0..32).rev().fold(0, |so_far, at| so_far << 1 | u32::from(self.coder.bit(number >> at & 1 == 1, 0x8000)))
    }

    /// A byte: the one given while writing, else the one that stands there.
    fn byte(&mut self, byte: u8) {
        let expected = self.at.and_then(|at| self.text.get(at)).copied();
        let right = expected.is_some_and(|expected| {
            let place = usize::from(expected) * (SURE + 1) + self.right.min(SURE);
            self.coder.learnt(self.sure.get_mut(place), byte == expected)
        });
        let byte = match expected {
            Some(expected) if right => expected,
            _ => self.letter(byte),
        };
        (self.right, self.wrong) = if right { (self.right + 1, 0) } else { (0, self.wrong + 1) };
        self.text.push(byte);
        self.at = self.at.map(|at| at + 1);
        self.look_up();
    }

    /// A letter that was not expected.
    fn letter(&mut self, byte: u8) -> u8 {
        let before = self.text.last().copied().map_or(0, usize::from) << 8;
        let mut partial = 1_usize;
        for at in (0..8).rev() {
            let bit = self.coder.learnt(self.bits.get_mut(before | partial), byte >> at & 1 == 1);
            partial = partial << 1 | usize::from(bit);
        }
        u8::try_from(partial & 0xff).unwrap_or_default()
    }

    /// Remembers where one is, and looks up where one was in the same place before, if that was lost.
    fn look_up(&mut self) {
        let Some(last) = self.text.last_chunk::<ALIKE>() else { return };
        let hash =
            last.iter().fold(0_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x9e37_79b1).rotate_left(9));
        let place = usize::try_from(hash >> (32 - PLACES)).unwrap_or_default();
        let Some(place) = self.places.get_mut(place) else { return };
        // No place is the beginning: what stands there is not yet alike.
        if *place > 0 && (self.at.is_none() || self.wrong >= LOST) {
            self.at = Some(*place);
            self.wrong = 0;
        }
        *place = self.text.len();
    }
}

/// Writes or reads bits; both narrow the same interval, from its lowest to its highest number.
struct Coder<'a> {
    low: u32,
    high: u32,
    way: Way<'a>,
}

enum Way<'a> {
    Writing(Vec<u8>),
    Reading {
        bytes: &'a [u8],
        /// How many were taken, with those beyond the end, which are zero.
        taken: usize,
        /// What stands there.
        value: u32,
    },
}

impl<'a> Coder<'a> {
    const fn writing() -> Self {
        Self { low: 0, high: u32::MAX, way: Way::Writing(Vec::new()) }
    }

    fn reading(bytes: &'a [u8]) -> Self {
        let value = (0..4).fold(0, |value, at| value << 8 | taken(bytes, at));
        Self { low: 0, high: u32::MAX, way: Way::Reading { bytes, taken: 4, value } }
    }

    /// Whether more was read than was ever written.
    const fn is_exhausted(&self) -> bool {
        match self.way {
            Way::Reading { bytes, taken, .. } => taken > bytes.len() + 8,
            Way::Writing(_) => false,
        }
    }

    /// A bit that is set with a likelihood of `chance` in 65 536, neither 0 nor all of it.
    fn bit(&mut self, bit: bool, chance: u32) -> bool {
        let width = self.high - self.low;
        let middle = self.low + (width >> 16) * chance + (((width & 0xffff) * chance) >> 16);
        let bit = match self.way {
            Way::Writing(_) => bit,
            Way::Reading { value, .. } => value <= middle,
        };
        if bit {
            self.high = middle;
        } else {
            self.low = middle + 1;
        }
        while (self.low ^ self.high) >> 24 == 0 {
            match &mut self.way {
                Way::Writing(bytes) => bytes.push(first_byte(self.high)),
                Way::Reading { bytes, taken: at, value } => {
                    *value = *value << 8 | taken(bytes, *at);
                    *at += 1;
                }
            }
            self.low <<= 8;
            self.high = self.high << 8 | 0xff;
        }
        bit
    }

    /// A bit, and what is learnt from it.
    fn learnt(&mut self, slot: Option<&mut u32>, bit: bool) -> bool {
        let Some(slot) = slot else { return bit };
        let (before, seen) = (*slot >> 16, *slot & 0xffff);
        let bit = self.bit(bit, before.clamp(32, 0xffff - 32));
        let after =
            if bit { before + (0xffff - before) * 2 / (2 * seen + 3) } else { before - before * 2 / (2 * seen + 3) };
        *slot = after << 16 | (seen + 1).min(MEMORY);
        bit
    }

    /// The bytes that were written; behind them stand zeros.
    fn finish(self) -> Vec<u8> {
        match self.way {
            Way::Writing(mut bytes) => {
                bytes.push(first_byte(self.high));
                bytes
            }
            Way::Reading { .. } => Vec::new(),
        }
    }
}

fn taken(bytes: &[u8], at: usize) -> u32 {
    bytes.get(at).copied().map_or(0, u32::from)
}

fn first_byte(number: u32) -> u8 {
    number.to_be_bytes()[0]
}

/// Bytes as characters; what is left over is filled with zeros.
fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 12 / 7 + 3);
    let (mut held, mut count) = (0_u32, 0);
    for byte in bytes.iter().copied().chain([0, 0]) {
        held = held << 8 | u32::from(byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            text.extend(char::from_u32(FIRST + (held >> count)));
            held &= (1 << count) - 1;
        }
    }
    text
}

/// Characters as bytes; `None` where one of them is none of ours.
fn bytes(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 7 / 12);
    let (mut held, mut count) = (0_u32, 0);
    for one in text.chars() {
        let value = u32::from(one).checked_sub(FIRST).filter(|value| *value < 1 << BITS)?;
        held = held << BITS | value;
        count += BITS;
        while count >= 8 {
            count -= 8;
            bytes.push(u8::try_from(held >> count & 0xff).unwrap_or_default());
            held &= (1 << count) - 1;
        }
    }
    Some(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str) -> usize {
        let short = packed(text);
        assert_eq!(unpacked(&short).as_deref(), Ok(text));
        short.chars().count()
    }

    #[test]
    fn any_text_comes_back() {
        for text in ["a", "[]", "\0", "🙂", "packed-1:", "„Zeile“\n\u{ffff}\u{10ffff}", &"ab".repeat(50_000)] {
            check(text);
        }
        // Nothing in it is alike: it takes little more than its bits.
        let mut state = 1_u32;
        let noise: String = (0..10_000)
            .filter_map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                char::from_u32(32 + (state >> 24) % 95)
            })
            .collect();
        assert!(check(&noise) < 5_500, "{}", check(&noise));
    }

    #[test]
    fn what_is_packed_stands_in_ideographs_behind_its_version() {
        let short = packed("[1,2,3]");
        let rest = short.strip_prefix("packed-1:");
        assert!(rest.is_some_and(|rest| rest.chars().all(|one| ('\u{4e00}'..='\u{8dff}').contains(&one))), "{short}");
        assert_eq!(packed(""), "");
    }

    #[test]
    fn what_was_not_packed_is_given_back_as_it_is() {
        for text in ["", "[", "[{\"id\":\"a\"}]", "pack"] {
            assert_eq!(unpacked(text).as_deref(), Ok(text));
        }
    }

    #[test]
    fn what_a_newer_page_has_packed_is_told_from_what_is_damaged() {
        assert_eq!(unpacked("packed-2:中"), Err(FileError::Newer(2)));
        for text in ["packed-", "packed-1", "packed-1:", "packed-1:中", "packed-1:abc", "packed-x:中", "packed-0:中"]
        {
            assert_eq!(unpacked(text), Err(FileError::Packed), "{text}");
        }
    }

    #[test]
    fn a_text_that_claims_to_be_endless_takes_no_time() {
        // All ones: the longest length that there is.
        let claim = ["packed-1:", &letters(&[0; 8])].concat();
        assert_eq!(unpacked(&claim), Err(FileError::Packed));
        let mut coder = Coder::writing();
        for at in (0..32).rev() {
            coder.bit(20_000_000_u32 >> at & 1 == 1, 0x8000);
        }
        let claim = ["packed-1:", &letters(&coder.finish())].concat();
        assert_eq!(unpacked(&claim), Err(FileError::Packed));
    }

    #[test]
    fn every_cut_and_every_changed_character_is_an_error_or_the_same_text() {
        let text = "[{\"id\":\"CQgHBgAA\",\"side\":\"members\"},{\"id\":\"CQgHBgAB\",\"side\":\"members\"}]";
        let short: Vec<char> = packed(text).chars().collect();
        let read = |chars: &[char]| unpacked(&chars.iter().collect::<String>());
        for at in "packed-1:".len()..short.len() {
            let cut = short.get(..at).map(read);
            assert!(cut.is_some_and(|cut| cut == Err(FileError::Packed)), "cut at {at}");
            for change in [1, 0x155, 0x2aaa] {
                let mut changed = short.clone();
                if let Some(one) = changed.get_mut(at) {
                    *one = char::from_u32(FIRST + ((u32::from(*one) - FIRST) ^ change)).unwrap_or(*one);
                }
                let read = read(&changed);
                assert!(read.is_err() || read.as_deref() == Ok(text), "{change} at {at}");
            }
        }
    }
}
