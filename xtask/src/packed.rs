//! How the program lies in the one file: packed with LZMA, then written as letters that a page leaves as they are.
//!
//! **Packing.** Measured on the program of 1.55 MB: deflate at its best (zopfli) leaves 584 KB and is unpacked by every
//! browser in 5 ms; LZMA leaves 462 KB and is unpacked by the 4 KB of `src/site/boot.js` in 130 ms; a mixture of nine
//! contexts, as the best packers have it, would leave 435 KB and take more than a second, on a telephone several. So
//! LZMA: what is saved is a fifth of the file, and nobody sees an eighth of a second.
//!
//! **Letters.** The page is written in UTF-16 with a byte order mark, which browsers hold for truer than any header of
//! a server. What a browser would change in a page is kept out: 0 and the carriage return, halves of surrogate pairs,
//! and `<`, so that nothing can end the element. 63 485 letters are left, and the bits of the program choose one after
//! the other: the first 2 051 by 15 bits, all others by 16 (a truncated binary code). That costs 0.4 %, where base64
//! costs 33 %, base91 23 %, base122 in UTF-8 14 %. Bytes in windows-1252 would cost 1.2 %, and be lost where a server
//! says `charset=utf-8`, as most do.

use std::io::Write;

use anyhow::{Context, Result};
use lzma_rust2::{LzmaOptions, LzmaWriter};

/// How many letters are chosen by 15 bits: as many as a page changes, so that all numbers of 16 bits find one.
const SHORT: u32 = 2_051;

/// Bytes packed with LZMA: without a header or an end, with lc = 4, lp = 0, pb = 0, as `src/site/boot.js` unpacks them.
pub fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut options = LzmaOptions::with_preset(9);
    (options.lc, options.lp, options.pb, options.nice_len) = (4, 0, 0, 273);
    let mut out = Vec::new();
    let mut writer = LzmaWriter::new_no_header(&mut out, &options, false).context("packing the program")?;
    writer.write_all(bytes)?;
    writer.finish()?;
    Ok(out)
}

/// Bytes as letters of UTF-16, the highest bit first; what is missing at the end is zeros.
pub fn letters(bytes: &[u8]) -> Vec<u16> {
    let mut letters = Vec::with_capacity(bytes.len() / 2 + bytes.len() / 200 + 1);
    let (mut waiting, mut count, mut rest) = (0_u32, 0_u32, bytes.iter());
    loop {
        while count < 16
            && let Some(byte) = rest.next()
        {
            waiting = waiting << 8 | u32::from(*byte);
            count += 8;
        }
        if count == 0 {
            return letters;
        }
        let next = if count < 16 { waiting << (16 - count) } else { waiting >> (count - 16) };
        let (number, taken) = if next >> 1 < SHORT { (next >> 1, 15) } else { (next - SHORT, 16) };
        letters.push(letter(number));
        count = count.saturating_sub(taken);
        waiting &= (1 << count) - 1;
    }
}

/// The letter of a number, in order, without those that a page changes.
const fn letter(number: u32) -> u16 {
    let mut letter = number + 1;
    if letter >= 0x0d {
        letter += 1;
    }
    if letter >= 0x3c {
        letter += 1;
    }
    if letter >= 0xd800 {
        letter += 0x800;
    }
    #[expect(clippy::cast_possible_truncation, reason = "the last number, 63 484, is the letter 65 535")]
    let letter = letter as u16;
    letter
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use lzma_rust2::LzmaReader;

    use super::*;

    /// Every pair of bytes there is.
    fn all() -> Vec<u8> {
        (0..=u16::MAX).flat_map(u16::to_be_bytes).collect()
    }

    /// Whether a browser leaves a letter of a page as it is.
    fn stays(letter: u16) -> bool {
        !matches!(letter, 0 | 0x0d | 0x3c | 0xd800..=0xdfff)
    }

    /// The way back, by a list of the letters and a text of bits.
    fn bytes(letters: &[u16]) -> Vec<u8> {
        let known: Vec<u16> = (0..=u16::MAX).filter(|letter| stays(*letter)).collect();
        let mut bits = String::new();
        for letter in letters {
            let number = known.binary_search(letter).unwrap_or(usize::MAX);
            let chosen = if number < 2_051 { format!("{number:015b}") } else { format!("{:016b}", number + 2_051) };
            bits.push_str(&chosen);
        }
        bits.as_bytes()
            .chunks_exact(8)
            .filter_map(|eight| u8::from_str_radix(str::from_utf8(eight).ok()?, 2).ok())
            .collect()
    }

    #[test]
    fn all_bytes_come_back_and_only_zeros_are_added() {
        let all = all();
        for length in [0, 1, 2, 3, 17, 4_096, all.len() - 1, all.len()] {
            let some = all.get(..length).unwrap_or_default();
            let back = bytes(&letters(some));
            let (kept, added) = back.split_at(length);
            assert!(kept == some, "{length} bytes");
            assert!(added.len() <= 2 && added.iter().all(|byte| *byte == 0), "{length} bytes");
        }
        for same in [0x00, 0xd8, 0xff] {
            assert_eq!(bytes(&letters(&[same; 31])).get(..31), Some(&[same; 31][..]));
        }
    }

    #[test]
    fn no_letter_is_one_that_a_page_changes_and_next_to_none_are_added() {
        let all = all();
        let letters = letters(&all);
        assert!(letters.iter().all(|letter| stays(*letter)));
        assert!(letters.len() > all.len() / 2 && letters.len() * 200 < all.len() / 2 * 201, "{}", letters.len());
    }

    #[test]
    fn every_letter_that_stays_has_a_number() {
        let of_numbers: Vec<u16> = (0..=63_484).map(letter).collect();
        let all: Vec<u16> = (0..=u16::MAX).filter(|letter| stays(*letter)).collect();
        assert!(of_numbers == all);
    }

    #[test]
    fn what_is_packed_is_unpacked_with_the_properties_that_the_page_knows() -> Result<()> {
        let whole = [all(), b"common ground ".repeat(1_000)].concat();
        let packed = packed(&whole)?;
        assert!(packed.len() < whole.len());
        let size = whole.len() as u64;
        let mut reader = LzmaReader::new(packed.as_slice(), size, 4, 0, 0, 1 << 26, None)?;
        let mut back = Vec::new();
        reader.read_to_end(&mut back)?;
        assert_eq!(back, whole);
        Ok(())
    }
}
