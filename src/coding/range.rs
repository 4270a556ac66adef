//! Digits and unlikely bits ↔ bytes: a range coder.
//!
//! All that was coded so far is one interval of the numbers from 0 to 1. A digit of radix `r` cuts it into `r` equal
//! parts and keeps one; a bit cuts it in two by how likely it is. The bytes are the shortest fraction inside the
//! interval that is left, so that levels of five steps cost log₂ 5 = 2.32 bits and a bit that was expected costs next
//! to nothing. Time grows with the length, where one big number in mixed radix would take its square.
//!
//! The interval is held as 32 bits of its lower end and its width; a carry runs back into the bytes already written.
//!
//! **Source.** G. N. N. Martin, "Range encoding" (1979); written from the idea.

use super::CERTAIN;

/// One more than the largest lower end, and the width of the whole.
const WHOLE: u64 = 1 << 32;

/// Below this width the first byte of the interval is settled.
const NARROW: u64 = 1 << 24;

/// Writes or reads, digit by digit; both narrow the same interval.
///
/// Each part of a format is one function for both ways: it hands over what is to be written, and gets what stands
/// there, which is the same while writing.
///
/// ```
/// use common_ground::coding::Coder;
///
/// let levels = |coder: &mut Coder<'_>, given: [u32; 12]| given.map(|level| coder.digit(level, 5));
/// let mut writing = Coder::writing();
/// levels(&mut writing, [4, 0, 3, 3, 1, 2, 4, 4, 0, 1, 3, 2]);
/// let bytes = writing.finish();
/// assert_eq!(bytes.len(), 4);
/// assert_eq!(levels(&mut Coder::reading(&bytes), [0; 12]), [4, 0, 3, 3, 1, 2, 4, 4, 0, 1, 3, 2]);
/// ```
pub struct Coder<'a> {
    low: u64,
    width: u64,
    way: Way<'a>,
}

enum Way<'a> {
    Writing(Vec<u8>),
    Reading {
        bytes: &'a [u8],
        /// How many bytes were taken, with those beyond the end, which are zero.
        taken: usize,
        /// How far what is read lies above the lower end.
        above: u64,
    },
}

impl<'a> Coder<'a> {
    /// One that writes.
    pub const fn writing() -> Self {
        Self { low: 0, width: WHOLE, way: Way::Writing(Vec::new()) }
    }

    /// One that reads; behind the end stand zeros.
    pub fn reading(bytes: &'a [u8]) -> Self {
        let above = (0..4).fold(0, |above, at| above << 8 | byte(bytes, at));
        Self { low: 0, width: WHOLE, way: Way::Reading { bytes, taken: 4, above } }
    }

    /// Whether digits come from here.
    pub const fn is_reading(&self) -> bool {
        matches!(self.way, Way::Reading { .. })
    }

    /// Whether more was read than was ever written: whoever reads what may be anything asks now and then.
    pub const fn is_exhausted(&self) -> bool {
        match self.way {
            Way::Reading { bytes, taken, .. } => taken > bytes.len() + 4,
            Way::Writing(_) => false,
        }
    }

    /// A digit below `radix`, which is 1 to 65 536: the one given while writing, else the one that stands there.
    pub fn digit(&mut self, digit: u32, radix: u32) -> u32 {
        let part = self.width / u64::from(radix.max(1));
        let digit = match self.way {
            Way::Writing(_) => digit,
            // What is left over by the division belongs to no digit; the last one stands in, and the check of the whole
            // fails.
            Way::Reading { above, .. } => u32::try_from(above / part).unwrap_or(u32::MAX).min(radix.saturating_sub(1)),
        };
        self.narrow(part * u64::from(digit), part);
        digit
    }

    /// A bit that is set with a likelihood of `chance` in [`CERTAIN`], neither 0 nor all of it.
    pub fn bit(&mut self, bit: bool, chance: u32) -> bool {
        let set = self.width * u64::from(chance) / u64::from(CERTAIN);
        let bit = match self.way {
            Way::Writing(_) => bit,
            Way::Reading { above, .. } => above < set,
        };
        let (start, width) = if bit { (0, set) } else { (set, self.width - set) };
        self.narrow(start, width);
        bit
    }

    fn narrow(&mut self, start: u64, width: u64) {
        self.low += start;
        self.width = width;
        if self.low >= WHOLE {
            self.low -= WHOLE;
            self.carry();
        }
        if let Way::Reading { above, .. } = &mut self.way {
            *above = above.saturating_sub(start);
        }
        while self.width < NARROW {
            match &mut self.way {
                Way::Writing(bytes) => bytes.push(first_byte(self.low)),
                Way::Reading { bytes, taken, above } => {
                    *above = *above << 8 | byte(bytes, *taken);
                    *taken += 1;
                }
            }
            self.low = (self.low << 8) % WHOLE;
            self.width <<= 8;
        }
    }

    fn carry(&mut self) {
        if let Way::Writing(bytes) = &mut self.way {
            for byte in bytes.iter_mut().rev() {
                *byte = byte.wrapping_add(1);
                if *byte != 0 {
                    break;
                }
            }
        }
    }

    /// The bytes that were written, closed by the fewest that stay within the interval.
    pub fn finish(mut self) -> Vec<u8> {
        for count in 0..=4 {
            let rest = WHOLE >> (8 * count);
            let value = self.low.div_ceil(rest) * rest;
            if value < self.low + self.width {
                if value >= WHOLE {
                    self.carry();
                }
                let Way::Writing(bytes) = &mut self.way else { break };
                let mut value = value % WHOLE;
                for _ in 0..count {
                    bytes.push(first_byte(value));
                    value = (value << 8) % WHOLE;
                }
                break;
            }
        }
        match self.way {
            Way::Writing(bytes) => bytes,
            Way::Reading { .. } => Vec::new(),
        }
    }
}

/// The byte at a place; zero beyond the end.
fn byte(bytes: &[u8], at: usize) -> u64 {
    bytes.get(at).copied().map_or(0, u64::from)
}

/// The highest of the four bytes.
fn first_byte(low: u64) -> u8 {
    u8::try_from(low >> 24 & 0xff).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Digits with their radices that look random, with runs of the first and the last.
    fn digits(seed: u64, count: usize) -> Vec<(u32, u32)> {
        let mut state = seed * 2 + 1;
        let mut next = move || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            u32::try_from(state >> 33).unwrap_or_default()
        };
        let radices = [1, 2, 5, 6, 7, 25, 31, 4096, 65_535, 65_536];
        let one = |radix: u32| {
            let digit = match next() % 3 {
                0 => 0,
                1 => radix - 1,
                _ => next() % radix,
            };
            (digit, radix)
        };
        radices.into_iter().cycle().take(count).map(one).collect()
    }

    fn write(digits: &[(u32, u32)]) -> Vec<u8> {
        let mut coder = Coder::writing();
        for &(digit, radix) in digits {
            coder.digit(digit, radix);
            coder.bit(digit == 0, 60_000);
        }
        coder.finish()
    }

    #[test]
    fn what_was_written_is_read() {
        for seed in 0..500 {
            let digits = digits(seed, usize::try_from(seed).unwrap_or_default());
            let bytes = write(&digits);
            let mut coder = Coder::reading(&bytes);
            for &(digit, radix) in &digits {
                assert_eq!(coder.digit(9, radix), digit);
                assert_eq!(coder.bit(false, 60_000), digit == 0);
            }
            assert!(!coder.is_exhausted());
        }
    }

    #[test]
    fn the_bytes_are_as_many_as_the_digits_are_worth() {
        let digits: Vec<(u32, u32)> = digits(7, 3000).into_iter().filter(|(_, radix)| *radix > 1).collect();
        let mut coder = Coder::writing();
        for &(digit, radix) in &digits {
            coder.digit(digit, radix);
        }
        let bits: f64 = digits.iter().map(|(_, radix)| f64::from(*radix).log2()).sum();
        let length = coder.finish().len();
        #[expect(clippy::cast_precision_loss, reason = "a few thousand")]
        let over = length as f64 - bits / 8.0;
        // The last digits may happen to end on a short fraction.
        assert!((-2.0..2.0).contains(&over), "{over} bytes over");
    }

    #[test]
    fn the_fewest_bytes_close_it() {
        assert!(Coder::writing().finish().is_empty());
        assert!(write(&[(0, 1)]).is_empty());
        let mut coder = Coder::writing();
        coder.digit(0xab, 0x100);
        assert_eq!(coder.finish(), [0xab]);
        let mut coder = Coder::writing();
        coder.digit(1, 2);
        coder.digit(255, 256);
        assert_eq!(coder.finish(), [0xff, 0x80]);
    }

    #[test]
    fn reading_on_beyond_the_end_is_noticed() {
        let bytes = write(&digits(3, 40));
        let mut coder = Coder::reading(&bytes);
        let mut read = 0;
        while !coder.is_exhausted() {
            coder.digit(0, 5);
            read += 1;
        }
        assert!(read < bytes.len() * 8 / 2 + 20);
        let mut coder = Coder::reading(&[]);
        for _ in 0..20 {
            coder.digit(0, 4);
        }
        assert!(coder.is_exhausted());
    }
}
