//! Bytes that repeat themselves ↔ few bytes: a thousand replies are a thousand times the same keys.
//!
//! ```text
//! packed      what a range coder writes of: the length in bytes (32 bits), each byte, and what their checksum
//!             is not (32 bits): so zeros alone, as they stand behind every end, say nothing
//! byte        where one is expected, whether it is that; else its eight bits, the highest first
//! expected    what followed where the last [`ALIKE`] bytes stood before, and on from there, right or wrong: so the columns
//!             of one reply stay below those of the one before it, whatever was answered. After [`LOST`] wrong ones in a
//!             row it is looked up anew
//! ```
//!
//! Each bit costs as little as it was likely by what came of the bits in the same place so far: whether an expected
//! byte is right, by that byte and how often the last ones were; a letter's bits, by the letter before it. One function
//! writes and reads. It learns as it goes and needs no dictionary.
//!
//! **Source.** The expected byte is C. Bloom's LZP (1996); written from the idea.

use super::{CERTAIN, Coder, checksum, learnt};

/// So many bytes alike are taken for the same place.
const ALIKE: usize = 6;

/// So many wrong ones in a row are a place that was lost.
const LOST: u32 = 2;

/// The binary logarithm of how many places are remembered.
const PLACES: u32 = 16;

/// How often a byte that is expected is right before it makes no difference.
const SURE: usize = 3;

/// The slowest that a likelihood learns, in bits seen.
const MEMORY: u32 = 24;

/// The smallest likelihood, of [`CERTAIN`].
const LEAST: u32 = 32;

/// How likely a bit is, in the upper 16 bits, and how many were seen, in the lower.
type Slot = u32;

/// A bit of which nothing is known.
const UNKNOWN: Slot = (CERTAIN / 2) << 16;

/// Packs bytes, of which there are at most 4 GB.
///
/// ```
/// use common_ground::coding::{pack, unpack};
///
/// let replies = "{\"O1\":4,\"O2\":3},".repeat(100);
/// let packed = pack(replies.as_bytes());
/// assert!(packed.len() < 80);
/// assert_eq!(unpack(&packed, replies.len()).as_deref(), Some(replies.as_bytes()));
/// assert_eq!(unpack(&packed, replies.len() - 1), None);
/// ```
pub fn pack(bytes: &[u8]) -> Vec<u8> {
    let mut model = Model::new(Coder::writing());
    model.number(u32::try_from(bytes.len()).unwrap_or(u32::MAX));
    for byte in bytes {
        model.byte(*byte);
    }
    model.number(!checksum(bytes));
    model.coder.finish()
}

/// What was packed; `None` where it is damaged, or would have more than `most` bytes.
pub fn unpack(packed: &[u8], most: usize) -> Option<Vec<u8>> {
    let mut model = Model::new(Coder::reading(packed));
    let length = usize::try_from(model.number(0)).ok().filter(|length| *length <= most)?;
    for _ in 0..length {
        // What is damaged often claims to be much longer than it was.
        if model.coder.is_exhausted() {
            return None;
        }
        model.byte(0);
    }
    let sum = !model.number(0);
    (checksum(&model.bytes) == sum).then_some(model.bytes)
}

/// What the coming byte may be.
struct Model<'a> {
    coder: Coder<'a>,
    /// What was written or read so far.
    bytes: Vec<u8>,
    /// Where the byte that is expected stands.
    at: Option<usize>,
    /// How many expected bytes were right in a row, and how many were wrong.
    right: usize,
    wrong: u32,
    /// Where bytes stood last, by what stood before them.
    places: Vec<usize>,
    /// How likely an expected byte is right.
    sure: Vec<Slot>,
    /// How likely each bit of a letter is set.
    bits: Vec<Slot>,
}

impl<'a> Model<'a> {
    fn new(coder: Coder<'a>) -> Self {
        Self {
            coder,
            bytes: Vec::new(),
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
        let high = self.coder.digit(number >> 16, 0x1_0000);
        high << 16 | self.coder.digit(number & 0xffff, 0x1_0000)
    }

    /// A byte: the one given while writing, else the one that stands there.
    fn byte(&mut self, byte: u8) {
        let expected = self.at.and_then(|at| self.bytes.get(at)).copied();
        let right = expected.is_some_and(|expected| {
            let place = usize::from(expected) * (SURE + 1) + self.right.min(SURE);
            bit(&mut self.coder, self.sure.get_mut(place), byte == expected)
        });
        let byte = match expected {
            Some(expected) if right => expected,
            _ => self.letter(byte),
        };
        (self.right, self.wrong) = if right { (self.right + 1, 0) } else { (0, self.wrong + 1) };
        self.bytes.push(byte);
        self.at = self.at.map(|at| at + 1);
        self.look_up();
    }

    /// A letter that was not expected.
    fn letter(&mut self, byte: u8) -> u8 {
        let before = self.bytes.last().copied().map_or(0, usize::from) << 8;
        let mut partial = 1_usize;
        for at in (0..8).rev() {
            let bit = bit(&mut self.coder, self.bits.get_mut(before | partial), byte >> at & 1 == 1);
            partial = partial << 1 | usize::from(bit);
        }
        u8::try_from(partial & 0xff).unwrap_or_default()
    }

    /// Remembers where one is, and looks up where one was in the same place before, if that was lost.
    fn look_up(&mut self) {
        let Some(last) = self.bytes.last_chunk::<ALIKE>() else { return };
        let hash =
            last.iter().fold(0_u32, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x9e37_79b1).rotate_left(9));
        let place = usize::try_from(hash >> (32 - PLACES)).unwrap_or_default();
        let Some(place) = self.places.get_mut(place) else { return };
        // No place is the beginning: what stands there is not yet alike.
        if *place > 0 && (self.at.is_none() || self.wrong >= LOST) {
            self.at = Some(*place);
            self.wrong = 0;
        }
        *place = self.bytes.len();
    }
}

/// A bit as likely as its slot holds it, and what is learnt from it.
fn bit(coder: &mut Coder<'_>, slot: Option<&mut Slot>, bit: bool) -> bool {
    let Some(slot) = slot else { return bit };
    let (chance, seen) = (*slot >> 16, *slot & 0xffff);
    let bit = coder.bit(bit, chance.clamp(LEAST, CERTAIN - LEAST));
    *slot = learnt(chance, seen, bit) << 16 | (seen + 1).min(MEMORY);
    bit
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(bytes: &[u8]) -> usize {
        let packed = pack(bytes);
        assert_eq!(unpack(&packed, bytes.len()).as_deref(), Some(bytes));
        packed.len()
    }

    #[test]
    fn any_bytes_come_back() {
        for bytes in [&b""[..], b"a", b"\0", b"\0\0\0\0\0\0\0\0\0", &[0xff; 5_000], "🙂".as_bytes()] {
            check(bytes);
        }
    }

    #[test]
    fn what_repeats_itself_costs_next_to_nothing_and_noise_a_sixth_more_than_it_is() {
        assert!(check(&b"ab".repeat(50_000)) < 60);
        let mut state = 1_u32;
        let noise: Vec<u8> = (0..10_000)
            .map(|_| {
                state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                state.to_be_bytes()[0]
            })
            .collect();
        let length = check(&noise);
        assert!((10_000..11_700).contains(&length), "{length}");
    }

    /// A row whose cells differ and whose labels do not.
    #[test]
    fn what_differs_in_a_table_costs_what_it_is_worth_and_the_rest_next_to_nothing() {
        let row = |cell: u32| format!("{{\"O1\":{},\"O2\":{},\"M1\":{}}},", cell % 5, cell / 5 % 5, cell * 7 % 5);
        let table: String = (0..1_000_u32).map(|at| row(at.wrapping_mul(2_654_435_761) >> 16)).collect();
        // Three cells of five steps are worth 7 bits a row; 12 leave room for learning what they look like.
        let length = check(table.as_bytes());
        assert!((875..1_500).contains(&length), "{length}");
    }

    #[test]
    fn a_length_that_is_a_lie_takes_no_time() {
        for claim in [20_000_000, u32::MAX] {
            let mut model = Model::new(Coder::writing());
            model.number(claim);
            let packed = model.coder.finish();
            assert_eq!(unpack(&packed, 20_000_000), None);
        }
    }

    #[test]
    fn every_cut_and_every_changed_bit_is_damage_or_says_the_same() {
        let bytes = b"[{\"id\":\"CQgHBgAA\",\"side\":\"members\"},{\"id\":\"CQgHBgAB\",\"side\":\"members\"}]";
        let packed = pack(bytes);
        let same = |packed: &[u8]| unpack(packed, bytes.len()).is_none_or(|read| read == bytes);
        for (at, _) in packed.iter().enumerate() {
            assert_eq!(packed.get(..at).map(|cut| unpack(cut, bytes.len())), Some(None), "cut at {at}");
            for bit in 0..8 {
                let mut changed = packed.clone();
                changed.iter_mut().skip(at).take(1).for_each(|byte| *byte ^= 1 << bit);
                assert!(same(&changed), "bit {bit} of byte {at}");
            }
        }
    }
}
