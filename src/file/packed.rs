//! Packs what grows for storage: replies and snapshots, and what was deleted, take a twentieth of their room.
//!
//! ```text
//! packed    = "packed-1:", then characters from U+4E00 to U+8DFF, each for 14 bits, the highest first; what is missing of
//!             the last is 0: no text of JSON begins so
//! bits        what `coding::pack` makes of the text in UTF-8
//! ```
//!
//! Ideographs, since every engine keeps them as they are and counts each as one character, of which some five millions
//! fit: letters that carry 6 bits would take more than twice the room.

use super::MAX_BYTES;
use super::fault::FileError;
use crate::coding::{pack, unpack};

/// What stands before everything packed, with the version behind it.
const MARK: &str = "packed-";

/// The version that is written.
const VERSION: u64 = 1;

/// The first of the characters, and how many bits each carries.
const FIRST: u32 = 0x4e00;
const BITS: u32 = 14;

/// Packs a text; an empty one stays empty, and one that is longer than what is read stays as it is, so that storage
/// refuses it in time.
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
    format!("{MARK}{VERSION}:{}", letters(&pack(text.as_bytes())))
}

/// What was packed; a text that was not is given back as it is, since it was stored before anything was packed.
///
/// # Errors
///
/// [`FileError::Newer`] where a newer page has packed it, [`FileError::Packed`] where it is damaged.
pub fn unpacked(text: &str) -> Result<String, FileError> {
    let Some(rest) = text.strip_prefix(MARK) else { return Ok(text.to_owned()) };
    let (version, rest) = rest.split_once(':').ok_or(FileError::Packed)?;
    match version.parse() {
        Ok(VERSION) => {}
        Ok(found) if found > VERSION => return Err(FileError::Newer { found, known: VERSION }),
        // What is no number is no version of ours.
        _ => return Err(FileError::Packed),
    }
    // Nothing longer is read, so nothing longer was packed.
    let text = bytes(rest).and_then(|bytes| unpack(&bytes, MAX_BYTES));
    text.and_then(|text| String::from_utf8(text).ok()).ok_or(FileError::Packed)
}

/// Bytes as characters.
fn letters(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 12 / 7 + 3);
    let (mut held, mut count) = (0_u32, 0);
    for byte in bytes {
        held = held << 8 | u32::from(*byte);
        count += 8;
        if count >= BITS {
            count -= BITS;
            text.extend(char::from_u32(FIRST + (held >> count)));
            held &= (1 << count) - 1;
        }
    }
    if count > 0 {
        text.extend(char::from_u32(FIRST + (held << (BITS - count))));
    }
    text
}

/// Characters as bytes, with zeros behind them where the last says less than it could; `None` where one of them is none
/// of ours.
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

    #[test]
    fn any_text_comes_back() {
        for text in ["a", "[]", "\0", "🙂", "packed-1:", "„Zeile“\n\u{ffff}\u{10ffff}", &"ab".repeat(50_000)] {
            assert_eq!(unpacked(&packed(text)).as_deref(), Ok(text));
        }
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
        assert_eq!(unpacked("packed-2:中"), Err(FileError::Newer { found: 2, known: 1 }));
        for text in ["packed-", "packed-1", "packed-1:", "packed-1:中", "packed-1:abc", "packed-x:中", "packed-0:中"]
        {
            assert_eq!(unpacked(text), Err(FileError::Packed), "{text}");
        }
    }

    #[test]
    fn a_text_that_claims_to_be_endless_or_says_nothing_is_damaged() {
        for bytes in [[0xff; 8], [0; 8]] {
            assert_eq!(unpacked(&["packed-1:", &letters(&bytes)].concat()), Err(FileError::Packed));
        }
    }

    #[test]
    fn every_bit_stands_in_a_character_and_no_character_is_without() {
        for length in 0..20 {
            let given: Vec<u8> = (1..=length).map(|at| at * 11).collect();
            let text = letters(&given);
            assert_eq!(text.chars().count(), (given.len() * 8).div_ceil(14));
            let read = bytes(&text).unwrap_or_default();
            assert!(read.strip_prefix(given.as_slice()).is_some_and(|rest| rest.iter().all(|byte| *byte == 0)));
        }
    }

    #[test]
    fn every_cut_and_every_changed_character_is_an_error_or_the_same_text() {
        let text = "[{\"id\":\"CQgHBgAA\",\"side\":\"members\"},{\"id\":\"CQgHBgAB\",\"side\":\"members\"}]";
        let short: Vec<char> = packed(text).chars().collect();
        let read = |chars: &[char]| unpacked(&chars.iter().collect::<String>());
        for at in "packed-1:".len()..short.len() {
            let cut = short.get(..at).map(read);
            assert_eq!(cut, Some(Err(FileError::Packed)), "cut at {at}");
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
