//! The next input: a sample, changed in a few places, or bytes from nowhere.

/// Numbers that look random: xorshift64* (Marsaglia 2003, Vigna 2016).
pub struct Chance(u64);

impl Chance {
    /// The numbers of a name, always the same.
    pub fn of(name: &str) -> Self {
        Self(name.bytes().fold(0x9e37_79b9_7f4a_7c15_u64, |seed, byte| seed.rotate_left(9) ^ u64::from(byte)) | 1)
    }

    /// A number below `limit`.
    pub fn below(&mut self, limit: usize) -> usize {
        self.0 ^= self.0 >> 12;
        self.0 ^= self.0 << 25;
        self.0 ^= self.0 >> 27;
        usize::try_from(self.0.wrapping_mul(0x2545_f491_4f6c_dd1d) >> 33).unwrap() % limit.max(1)
    }

    fn byte(&mut self) -> u8 {
        u8::try_from(self.below(256)).unwrap()
    }
}

/// What breaks readers of text more often than chance does.
const PIECES: &[&str] = &[
    "null",
    "-1",
    "5",
    "1e400",
    "0.5",
    "\"\"",
    "{}",
    "[]",
    ",",
    "\"",
    "\\u0000",
    "\u{202e}",
    "own-1",
    "O1",
    "M5",
    "#/v/",
    "Ag",
    "AQ",
    "\n",
    " ",
    "20000",
    "4294967296",
];

/// Puts the next input in the place of the last.
pub fn next(chance: &mut Chance, corpus: &[Vec<u8>], input: &mut Vec<u8>) {
    input.clear();
    if chance.below(16) == 0 {
        let length = chance.below(64);
        input.extend((0..length).map(|_| chance.byte()));
        return;
    }
    input.extend_from_slice(&corpus[chance.below(corpus.len())]);
    // Mostly one change: a payload that differs in many places is rarely a payload any more.
    let changes = 1 + chance.below(4) * chance.below(2);
    for _ in 0..changes {
        let at = chance.below(input.len());
        let other = chance.below(input.len());
        match chance.below(9) {
            0 | 1 if !input.is_empty() => input[at] ^= 1 << chance.below(8),
            2 if !input.is_empty() => input[at] = chance.byte(),
            3 => input.insert(at, chance.byte()),
            4 if !input.is_empty() => drop(input.remove(at)),
            5 => input.truncate(at),
            6 => {
                let piece = PIECES[chance.below(PIECES.len())];
                input.splice(at..at, piece.bytes());
            }
            7 => {
                let copied = input[at.min(other)..(at.min(other) + chance.below(16)).min(input.len())].to_vec();
                input.splice(at..at, copied);
            }
            _ => {
                let from = &corpus[chance.below(corpus.len())];
                input.truncate(at);
                input.extend_from_slice(&from[other.min(from.len())..]);
            }
        }
    }
}
