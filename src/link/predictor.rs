//! How likely the next bit of a text is, after what was read so far.
//!
//! A text is coded bit by bit, each byte from its highest, so that what was expected costs little. Five contexts guess:
//! no byte, the last one, two, three, and the word so far. Each remembers, in a slot of one table found by hashing, how
//! often a bit was set after it. The [echo](super::echo) of what came before guesses too. A mixer weighs the six in the
//! logistic domain and learns from every bit which of them to trust; it holds one set of weights for each longest
//! context that has been seen before, and one for an echo.
//!
//! It starts out from [`DICTIONARY`], phrases of our own as people write them here: a short English text takes about
//! three bits a character, where deflate takes six. Other languages are learnt as they come.
//!
//! All arithmetic is in whole numbers, so that every machine guesses alike: **this file, its echo and the dictionary
//! are part of the wire format** and never change. A test holds that.
//!
//! **Source.** Context mixing as in M. Mahoney's PAQ (2005), Florida Tech CS-2005-16; written from the idea.

use std::cell::Cell;
use std::mem;
use std::sync::OnceLock;

use super::echo::Echo;
use crate::coding::{CERTAIN, learnt};

/// What is learnt first, a text a line, the most typical last.
pub(super) const DICTIONARY: &str = include_str!("dictionary-2.txt");

/// What ends a text: no byte of UTF-8.
pub(super) const END: u8 = 0xff;

/// The binary logarithm of the number of slots.
const SLOTS: u32 = 17;
/// The contexts that guess.
const CONTEXTS: usize = 5;
/// The guesses that are mixed: those of the contexts, the echo's, and a bias.
const INPUTS: usize = CONTEXTS + 2;
/// The slowest that a slot learns, in bits seen.
const MEMORY: u32 = 15;
/// The smallest likelihood, of [`CERTAIN`]: a text can shrink to a thousandth, not further.
const LEAST: i32 = 32;
/// The largest logit, in 256ths.
const STEEPEST: i32 = 2047;
/// The bias's input to the mixer.
const BIAS: i32 = 256;
/// The weight that each context starts with, in 65 536ths.
const WEIGHT: i32 = 20_000;
/// The limit of a weight.
const HEAVIEST: i32 = 1 << 24;

/// The logistic function 65 536 / (1 + e^-x) at x = -8, -7.5 … 8.
const LOGISTIC: [i32; 33] = [
    22, 36, 60, 98, 162, 267, 439, 720, 1179, 1921, 3108, 4971, 7812, 11955, 17625, 24743, 32768, 40793, 47911, 53581,
    57724, 60565, 62428, 63615, 64357, 64816, 65097, 65269, 65374, 65438, 65476, 65500, 65514,
];

/// One of the contexts, at the present byte.
#[derive(Clone, Copy, Default)]
struct Context {
    /// What it has in mind.
    hash: u32,
    /// Where it looks at the present bit.
    slot: usize,
    /// Its guess, as a logit in 256ths.
    guess: i32,
}

/// The most slots that are written down before they are changed. A text of some six hundred characters changes as many;
/// after a longer one the tables are made anew.
const JOURNAL: usize = 1 << 15;

/// A guess at the next bit.
#[derive(Clone)]
pub(super) struct Predictor {
    tables: Tables,
    /// One set for each longest context that was seen before, and one for an echo.
    weights: [[i32; INPUTS]; CONTEXTS + 2],
    contexts: [Context; CONTEXTS],
    /// The bit that the echo expects.
    expected: Option<bool>,
    /// The echo's guess, as a logit in 256ths.
    echoed: i32,
    /// The bits of the present byte, behind a leading one.
    partial: u32,
    /// The last eight bytes, the last lowest.
    last: u64,
    /// The word so far.
    word: u32,
    /// Which weights hold: the number of the longest context seen before.
    set: usize,
    /// The likelihood that was guessed.
    chance: i32,
}

/// What is large of it: half a megabyte, which a reply with a name would copy for the sake of ten letters. So the
/// tables that have learnt the dictionary go from one text to the next, and what a text has changed in them is changed
/// back.
#[derive(Clone, Default)]
struct Tables {
    /// Likelihood in 16 bits, check of the context in 12, bits seen in 4.
    slots: Vec<u32>,
    /// The logit of each likelihood, in 4096ths.
    logits: Vec<i32>,
    echo: Echo,
    /// The slots before they were changed, in that order; `None` where they cannot be changed back.
    journal: Option<Vec<(usize, u32)>>,
}

/// The predictor that has learnt the dictionary and nothing else.
static PRIMED: OnceLock<Predictor> = OnceLock::new();

thread_local! {
    /// Tables that are as they were after the dictionary.
    static SPARE: Cell<Option<Tables>> = const { Cell::new(None) };
}

impl Drop for Predictor {
    fn drop(&mut self) {
        let mut tables = mem::take(&mut self.tables);
        if let Some(primed) = PRIMED.get()
            && tables.rewind(&primed.tables)
        {
            // A thread that ends has no use for them.
            let _ = SPARE.try_with(|spare| spare.set(Some(tables)));
        }
    }
}

impl Tables {
    /// Writes a slot down that is about to change.
    fn note(&mut self, at: usize, slot: u32) {
        if let Some(journal) = &mut self.journal {
            journal.push((at, slot));
            if journal.len() > JOURNAL {
                self.journal = None;
            }
        }
    }

    /// Brings them back to what they were after the dictionary; tells whether that was possible.
    fn rewind(&mut self, primed: &Self) -> bool {
        let Some(journal) = &mut self.journal else { return false };
        for (at, before) in journal.drain(..).rev() {
            if let Some(slot) = self.slots.get_mut(at) {
                *slot = before;
            }
        }
        self.echo.rewind(&primed.echo);
        true
    }
}

impl Predictor {
    /// One that knows the dictionary.
    pub(super) fn primed() -> Self {
        let primed = PRIMED.get_or_init(|| {
            let mut fresh = Self::fresh();
            for line in DICTIONARY.lines() {
                line.bytes().for_each(|byte| fresh.learn(byte));
                fresh.learn(END);
            }
            fresh
        });
        let tables = SPARE.take().unwrap_or_else(|| Tables { journal: Some(Vec::new()), ..primed.tables.clone() });
        Self {
            tables,
            weights: primed.weights,
            contexts: primed.contexts,
            expected: primed.expected,
            echoed: primed.echoed,
            partial: primed.partial,
            last: primed.last,
            word: primed.word,
            set: primed.set,
            chance: primed.chance,
        }
    }

    fn fresh() -> Self {
        let mut fresh = Self {
            tables: Tables { slots: vec![0; 1 << SLOTS], logits: logits(), echo: Echo::fresh(), journal: None },
            weights: [[WEIGHT; INPUTS]; CONTEXTS + 2],
            contexts: [Context::default(); CONTEXTS],
            expected: None,
            echoed: 0,
            partial: 1,
            last: 0,
            word: 0,
            set: 0,
            chance: 0,
        };
        fresh.turn();
        fresh
    }

    fn learn(&mut self, byte: u8) {
        for at in (0..8).rev() {
            self.chance();
            self.update(byte >> at & 1 == 1);
        }
    }

    /// How likely it is that the next bit is set, of [`CERTAIN`].
    pub(super) fn chance(&mut self) -> u32 {
        self.set = 0;
        let tables = &mut self.tables;
        for (number, context) in self.contexts.iter_mut().enumerate() {
            let hash = scatter(context.hash.wrapping_add(self.partial.wrapping_mul(0x9e37_79b1)));
            context.slot = usize::try_from(hash >> (32 - SLOTS)).unwrap_or_default();
            context.guess = 0;
            let Some(slot) = tables.slots.get(context.slot).copied() else { continue };
            let check = (hash & 0xfff) << 4;
            if slot & 0xfff0 != check {
                tables.note(context.slot, slot);
                if let Some(slot) = tables.slots.get_mut(context.slot) {
                    *slot = check;
                }
            } else if slot & 0xf != 0 {
                let likely = usize::try_from(slot >> 20).unwrap_or_default();
                context.guess = tables.logits.get(likely).copied().unwrap_or_default();
                self.set = number + 1;
            }
        }
        self.expected = tables.echo.expected(self.partial);
        self.echoed = self.expected.map_or(0, |bit| {
            let trust = usize::try_from(tables.echo.trust() >> 4).unwrap_or_default();
            let logit = tables.logits.get(trust).copied().unwrap_or_default();
            if bit { logit } else { -logit }
        });
        if self.expected.is_some() {
            self.set = CONTEXTS + 1;
        }
        let weights = self.weights.get(self.set).copied().unwrap_or_default();
        let inputs = self.contexts.iter().map(|context| context.guess).chain([self.echoed, BIAS]);
        let mixed: i64 = inputs.zip(weights).map(|(input, weight)| i64::from(input) * i64::from(weight)).sum();
        let logit = i32::try_from((mixed >> 16).clamp(-2047, 2047)).unwrap_or_default();
        let certain = i32::try_from(CERTAIN).unwrap_or_default();
        self.chance = logistic(logit).clamp(LEAST, certain - LEAST);
        self.chance.unsigned_abs()
    }

    /// Takes in what the bit was.
    pub(super) fn update(&mut self, bit: bool) {
        let error = i64::from(if bit { 0x1_0000 } else { 0 } - self.chance);
        if let Some(weights) = self.weights.get_mut(self.set) {
            let inputs = self.contexts.iter().map(|context| context.guess).chain([self.echoed, BIAS]);
            for (input, weight) in inputs.zip(weights) {
                let change = (i64::from(input) * error * 7 + (1 << 19)) >> 20;
                *weight = (*weight + i32::try_from(change).unwrap_or_default()).clamp(-HEAVIEST, HEAVIEST);
            }
        }
        for context in &self.contexts {
            let Some(slot) = self.tables.slots.get(context.slot).copied() else { continue };
            self.tables.note(context.slot, slot);
            let Some(slot) = self.tables.slots.get_mut(context.slot) else { continue };
            let seen = *slot & 0xf;
            // A context that is new starts from what the others think.
            let before = if seen == 0 { self.chance.unsigned_abs() } else { *slot >> 16 };
            *slot = learnt(before, seen, bit) << 16 | *slot & 0xfff0 | (seen + 1).min(MEMORY);
        }
        if let Some(expected) = self.expected {
            self.tables.echo.update(expected == bit);
        }
        self.partial = self.partial << 1 | u32::from(bit);
        if self.partial >= 0x100 {
            self.take(self.partial & 0xff);
            self.partial = 1;
            self.turn();
        }
    }

    /// Takes in a whole byte.
    fn take(&mut self, byte: u32) {
        self.last = self.last << 8 | u64::from(byte);
        self.tables.echo.take(self.last);
        let letter = u8::try_from(byte).is_ok_and(|byte| byte.is_ascii_alphanumeric() || (0x80..END).contains(&byte));
        // Capital letters begin the same words.
        let lower = if (0x41..=0x5a).contains(&byte) { byte | 0x20 } else { byte };
        self.word = if letter { scatter(self.word.wrapping_add(lower + 1)) } else { 0 };
    }

    /// Turns the contexts to the next byte.
    fn turn(&mut self) {
        let last = |mask: u64| u32::try_from(self.last & mask).unwrap_or_default();
        let of_last = [0, last(0xff), last(0xffff), last(0x00ff_ffff)];
        let word = self.word.wrapping_mul(7).wrapping_add(last(0xff));
        let minds = of_last.into_iter().chain([word]);
        for ((number, context), mind) in (1_u32..).zip(&mut self.contexts).zip(minds) {
            context.hash = scatter(mind.wrapping_add(number.wrapping_mul(0x2c1b_3c6d)));
        }
    }
}

/// The logit of each likelihood, in 4096ths: the logistic function, read backwards.
fn logits() -> Vec<i32> {
    let mut logits = Vec::with_capacity(4096);
    for logit in -STEEPEST..=STEEPEST {
        let reach = usize::try_from(logistic(logit) >> 4).unwrap_or_default() + 1;
        if logits.len() < reach {
            logits.resize(reach, logit);
        }
    }
    logits.resize(4096, STEEPEST);
    logits
}

/// The likelihood of a logit in 256ths, of [`CERTAIN`].
fn logistic(logit: i32) -> i32 {
    let from = logit.clamp(-STEEPEST, STEEPEST) + STEEPEST + 1;
    let at = usize::try_from(from >> 7).unwrap_or_default();
    let part = from & 0x7f;
    let value = |at: usize| LOGISTIC.get(at).copied().unwrap_or_default();
    (value(at) * (128 - part) + value(at + 1) * part) >> 7
}

/// Spreads a number over all 32 bits.
const fn scatter(number: u32) -> u32 {
    let number = number.wrapping_mul(0x85eb_ca6b);
    let number = (number ^ number >> 15).wrapping_mul(0xc2b2_ae35);
    number ^ number >> 13
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coding::checksum;

    #[test]
    fn the_dictionary_never_changes() {
        assert_eq!((DICTIONARY.len(), checksum(DICTIONARY.as_bytes())), (6484, 216_168_378));
    }

    #[test]
    fn the_guesses_never_change() {
        let mut predictor = Predictor::primed();
        let mut sum = 0_u32;
        for byte in "Bridge inspectors share what they find. Μοιραζόμαστε \u{1f309}\0".bytes() {
            for at in (0..8).rev() {
                sum = sum.rotate_left(5) ^ predictor.chance();
                predictor.update(byte >> at & 1 == 1);
            }
        }
        assert_eq!(sum, 2_596_374_269);
    }

    #[test]
    fn tables_that_were_used_guess_as_new_ones_do() {
        let guesses = |text: &str| -> Vec<u32> {
            let mut predictor = Predictor::primed();
            let mut guesses = Vec::new();
            for byte in text.bytes() {
                for at in (0..8).rev() {
                    guesses.push(predictor.chance());
                    predictor.update(byte >> at & 1 == 1);
                }
            }
            guesses
        };
        let text = "Ada Lovelace, who would like to have more time for it";
        let first = guesses(text);
        // Short ones are changed back, long ones are not used again.
        for other in ["Grace Hopper", &text.repeat(3), "", &text.repeat(50), "Grace Hopper"] {
            guesses(other);
            assert_eq!(guesses(text), first, "after {} characters", other.len());
        }
    }

    #[test]
    fn tables_go_from_one_text_to_the_next_as_they_were() {
        let mut predictor = Predictor::primed();
        "Ada Lovelace".bytes().for_each(|byte| predictor.learn(byte));
        drop(predictor);
        let (spare, primed) = (SPARE.take(), PRIMED.get());
        assert!(spare.is_some() && primed.is_some());
        assert_eq!(spare.as_ref().map(|spare| &spare.slots), primed.map(|primed| &primed.tables.slots));
        assert_eq!(spare.as_ref().map(|spare| &spare.echo), primed.map(|primed| &primed.tables.echo));
    }

    #[test]
    fn logits_and_likelihoods_are_each_others_way_back() {
        let logits = logits();
        assert_eq!(logits.len(), 4096);
        assert!(logits.is_sorted());
        for (at, logit) in logits.iter().enumerate() {
            let likely = usize::try_from(logistic(*logit) >> 4).unwrap_or_default();
            assert!(likely.abs_diff(at) <= 4, "{at}: {likely}");
        }
        assert_eq!(logistic(0), 0x8000);
    }

    #[test]
    fn a_likelihood_is_never_none_and_never_all() {
        let mut predictor = Predictor::primed();
        for number in 0..40_000_u32 {
            let chance = predictor.chance();
            assert!((32..=CERTAIN - 32).contains(&chance));
            predictor.update(number > 20_000 && number % 3 == 0);
        }
    }
}
