//! What a WebAssembly module carries that nobody reads in a release page.
//!
//! A module is eight bytes, then sections: a byte that says the kind, the length, the content. Kind 0 is a custom section,
//! whose content begins with its name; a program runs the same with and without it. Lengths are LEB128 numbers of at most
//! 32 bits.

use crate::error::{Error, Result};

/// What every module begins with: its mark, and version 1.
const PREAMBLE: &[u8] = b"\0asm\x01\0\0\0";

/// The custom sections that are left out: the names of functions, what compiled them, what cut them, and what the linker left
/// for that.
const SPARE: &[&[u8]] = &[b"name", b"producers", b"__wasm_split_unstable", b"linking", b"reloc.CODE", b"reloc.DATA"];

/// A module without its spare sections; every other byte stays.
pub fn without_spare(module: &[u8]) -> Result<Vec<u8>> {
    strip(module).ok_or_else(|| Error::Check("the program of the page is no whole WebAssembly module".to_owned()))
}

fn strip(module: &[u8]) -> Option<Vec<u8>> {
    let mut rest = module.strip_prefix(PREAMBLE)?;
    let mut kept = PREAMBLE.to_vec();
    while let Some((kind, after)) = rest.split_first() {
        let (content, next) = sized(after)?;
        let spare = *kind == 0 && SPARE.contains(&sized(content)?.0);
        if !spare {
            kept.extend(rest.get(..rest.len() - next.len())?);
        }
        rest = next;
    }
    Some(kept)
}

/// The kind of the section that lists what a module gives out.
const EXPORTS: u8 = 7;

/// What gives out the first table, in which functions stand by number, under the name that linkers use: the length of the
/// name, the name, the kind *table*, the number 0.
const TABLE: &[u8] = b"\x19__indirect_function_table\x01\x00";

/// A module that gives out its table of functions too; every other section stays.
pub fn with_table(module: &[u8]) -> Result<Vec<u8>> {
    give_table(module).ok_or_else(|| Error::Check("the program of the page gives out nothing".to_owned()))
}

fn give_table(module: &[u8]) -> Option<Vec<u8>> {
    let mut rest = module.strip_prefix(PREAMBLE)?;
    let mut made = PREAMBLE.to_vec();
    let mut given = false;
    while let Some((kind, after)) = rest.split_first() {
        let (content, next) = sized(after)?;
        if *kind == EXPORTS {
            let (count, entries) = number(content)?;
            let content = [&written(count.checked_add(1)?), entries, TABLE].concat();
            made.push(EXPORTS);
            made.extend(written(u32::try_from(content.len()).ok()?));
            made.extend(content);
            given = true;
        } else {
            made.extend(rest.get(..rest.len() - next.len())?);
        }
        rest = next;
    }
    given.then_some(made)
}

/// The bytes that a length stands before, and what follows them.
fn sized(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = number(bytes)?;
    rest.split_at_checked(usize::try_from(length).ok()?)
}

/// A number at the beginning, and what follows it.
fn number(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let mut number: u64 = 0;
    for (place, byte) in bytes.iter().take(5).enumerate() {
        number |= u64::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Some((u32::try_from(number).ok()?, bytes.get(place + 1..)?));
        }
    }
    None
}

/// A number in as few bytes as it takes.
fn written(mut number: u32) -> Vec<u8> {
    let mut bytes = Vec::new();
    loop {
        let low = number.to_le_bytes()[0] & 0x7f;
        number >>= 7;
        if number == 0 {
            bytes.push(low);
            return bytes;
        }
        bytes.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A module of some sections.
    fn module(sections: &[&[u8]]) -> Vec<u8> {
        [PREAMBLE, &sections.concat()].concat()
    }

    const NAMES: &[u8] = b"\x00\x07\x04nameab";
    const PRODUCERS: &[u8] = b"\x00\x0a\x09producers";
    const FEATURES: &[u8] = b"\x00\x11\x0ftarget_featuresx";
    const TYPES: &[u8] = b"\x01\x04\x01\x60\x00\x00";
    /// The length written in five bytes, as linkers leave room for it.
    const PADDED: &[u8] = b"\x03\x82\x80\x80\x80\x00\x01\x00";

    #[test]
    fn names_and_producers_go_and_every_other_byte_stays() -> Result<()> {
        let whole = module(&[FEATURES, TYPES, NAMES, PADDED, PRODUCERS]);
        assert_eq!(without_spare(&whole)?, module(&[FEATURES, TYPES, PADDED]));
        Ok(())
    }

    #[test]
    fn the_table_of_functions_is_given_out_beside_what_was() -> Result<()> {
        let before = module(&[TYPES, b"\x07\x05\x01\x01a\x00\x00", PADDED]);
        let exports = [&b"\x07\x21\x02\x01a\x00\x00"[..], TABLE].concat();
        assert_eq!(with_table(&before)?, module(&[TYPES, &exports, PADDED]));
        assert!(with_table(&module(&[TYPES])).is_err(), "a module that gives out nothing");
        Ok(())
    }

    #[test]
    fn numbers_are_read_as_they_are_written() {
        for count in [0, 1, 127, 128, 16_383, 16_384, u32::MAX] {
            assert_eq!(number(&[written(count), vec![9]].concat()), Some((count, &[9][..])));
        }
    }

    #[test]
    fn a_module_with_nothing_to_spare_stays_as_it_is() -> Result<()> {
        for sections in [&[][..], &[TYPES], &[FEATURES, PADDED]] {
            assert_eq!(without_spare(&module(sections))?, module(sections));
        }
        Ok(())
    }

    #[test]
    fn only_custom_sections_of_exactly_these_names_are_taken() -> Result<()> {
        // A section of data with a content that looks like one, and names that begin or end alike.
        let alike: &[&[u8]] = &[b"\x0b\x05\x04name", b"\x00\x06\x05names", b"\x00\x04\x03nam", b"\x00\x01\x00"];
        assert_eq!(without_spare(&module(alike))?, module(alike));
        Ok(())
    }

    #[test]
    fn a_module_cut_anywhere_within_a_section_is_an_error() {
        let whole = module(&[TYPES, NAMES, PADDED]);
        let ends = [0, TYPES.len(), TYPES.len() + NAMES.len(), TYPES.len() + NAMES.len() + PADDED.len()];
        for length in 0..=whole.len() {
            let part = whole.get(..length).unwrap_or_default();
            let complete = ends.iter().any(|end| PREAMBLE.len() + end == length);
            assert_eq!(without_spare(part).is_ok(), complete, "cut to {length}");
        }
    }

    #[test]
    fn what_is_no_module_is_an_error() {
        let check = |bytes: &[u8], why| assert!(without_spare(bytes).is_err(), "{why}");
        check(b"<!doctype html>", "another kind of file");
        check(b"\0asm\x02\0\0\0", "another version");
        check(&module(&[b"\x00\x00"]), "a custom section without a name");
        check(&module(&[b"\x00\x02\x04na"]), "a name that leaves its section");
        check(&module(&[b"\x01\x80\x80\x80\x80\x80\x00"]), "a length of six bytes");
        check(&module(&[b"\x01\xff\xff\xff\xff\x7f"]), "a length of more than 32 bits");
        check(&module(&[b"\x01\xff\xff\xff\xff\x0f"]), "a length beyond the end");
    }
}
