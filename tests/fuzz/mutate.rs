//! The next input: a sample, changed in a few places, or bytes from nowhere.

use fastrand::Rng;

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
pub fn next(random: &mut Rng, corpus: &[Vec<u8>], input: &mut Vec<u8>) {
    input.clear();
    if random.usize(..16) == 0 {
        let length = random.usize(..64);
        input.extend((0..length).map(|_| random.u8(..)));
        return;
    }
    input.extend_from_slice(&corpus[random.usize(..corpus.len())]);
    // Mostly one change: a payload that differs in many places is rarely a payload any more.
    let changes = 1 + random.usize(..4) * random.usize(..2);
    for _ in 0..changes {
        let at = random.usize(..input.len().max(1));
        let other = random.usize(..input.len().max(1));
        match random.usize(..9) {
            0 | 1 if !input.is_empty() => input[at] ^= 1 << random.u8(..8),
            2 if !input.is_empty() => input[at] = random.u8(..),
            3 => input.insert(at, random.u8(..)),
            4 if !input.is_empty() => drop(input.remove(at)),
            5 => input.truncate(at),
            6 => {
                let piece = PIECES[random.usize(..PIECES.len())];
                input.splice(at..at, piece.bytes());
            }
            7 => {
                let copied = input[at.min(other)..(at.min(other) + random.usize(..16)).min(input.len())].to_vec();
                input.splice(at..at, copied);
            }
            _ => {
                let from = &corpus[random.usize(..corpus.len())];
                input.truncate(at);
                input.extend_from_slice(&from[other.min(from.len())..]);
            }
        }
    }
}
