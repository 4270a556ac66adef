//! A payload of version 2 on its way out or in.
//!
//! Each part of the format is one function for both directions: it hands every value to the stream, which writes it and
//! gives it back, or gives what stands there instead. So the two cannot disagree, and the format is written down once.
//!
//! What is read may be anything. The first fault is remembered, and from then on every digit is 0 and every list ends,
//! so that the parts need not ask; whoever opened the stream asks once, and then checks that the value is written as it
//! was read.

use super::predictor::{END, Predictor};
use super::{LinkError, MAX_BYTES};
use crate::assessment::{Answer, limits};
use crate::catalogue::Step;
use crate::coding::Coder;

/// A payload being written or read.
pub(super) struct Stream<'a> {
    coder: Coder<'a>,
    /// Made when the first text comes.
    predictor: Option<Predictor>,
    /// The bytes of all texts so far.
    texts: usize,
    /// Whether texts are counted and not written.
    counting: bool,
    fault: Option<LinkError>,
}

impl<'a> Stream<'a> {
    /// One that is written.
    pub(super) const fn writing() -> Self {
        Self { coder: Coder::writing(), predictor: None, texts: 0, counting: false, fault: None }
    }

    /// One that only counts the bytes of texts.
    pub(super) fn counting() -> Self {
        Self { counting: true, ..Self::writing() }
    }

    /// One that is read.
    pub(super) fn reading(payload: &'a [u8]) -> Self {
        Self { coder: Coder::reading(payload), ..Self::writing() }
    }

    /// Whether values come from here.
    pub(super) const fn is_reading(&self) -> bool {
        self.coder.is_reading()
    }

    /// The bytes of all texts so far.
    pub(super) const fn texts(&self) -> usize {
        self.texts
    }

    /// What was written.
    pub(super) fn finish(self) -> Vec<u8> {
        self.coder.finish()
    }

    /// What was wrong first.
    pub(super) fn fault(&mut self) -> Option<LinkError> {
        self.fault.take()
    }

    /// Remembers what is wrong.
    pub(super) fn fail(&mut self, error: LinkError) {
        self.fault.get_or_insert(error);
    }

    /// Fails unless something holds.
    pub(super) fn require(&mut self, holds: bool) {
        if !holds {
            self.fail(LinkError::Damaged);
        }
    }

    /// A digit below `radix`, which is at most 65 536.
    pub(super) fn digit(&mut self, digit: u32, radix: u32) -> u32 {
        if self.counting {
            return digit;
        }
        if self.fault.is_some() {
            return 0;
        }
        let digit = self.coder.digit(digit, radix);
        self.require(!self.coder.is_exhausted());
        digit
    }

    /// Yes or no.
    pub(super) fn flag(&mut self, flag: bool) -> bool {
        self.digit(u32::from(flag), 2) == 1
    }

    /// A place in a list of so many, which is not empty.
    pub(super) fn place(&mut self, place: usize, count: usize) -> usize {
        let small = |number: usize| u32::try_from(number).unwrap_or_default();
        usize::try_from(self.digit(small(place.min(count.saturating_sub(1))), small(count.max(1)))).unwrap_or_default()
    }

    /// A number in groups of `bits` bits, lowest first; a bit behind each says whether another follows.
    pub(super) fn natural(&mut self, number: u32, bits: u32) -> u32 {
        let radix = 1 << bits;
        let (mut left, mut read, mut shift) = (number, 0, 0);
        loop {
            read |= u64::from(self.digit(left % radix, radix)) << shift;
            left = left.checked_shr(bits).unwrap_or_default();
            shift += bits;
            if !self.flag(left > 0) {
                break;
            }
            if shift >= 32 {
                self.fail(LinkError::Damaged);
                break;
            }
        }
        u32::try_from(read).unwrap_or_else(|_| {
            self.fail(LinkError::Damaged);
            0
        })
    }

    /// A number of 32 bits of which any is as likely.
    pub(super) fn whole(&mut self, number: u32) -> u32 {
        let high = self.digit(number >> 16, 0x1_0000);
        high << 16 | self.digit(number & 0xffff, 0x1_0000)
    }

    /// One of a list.
    pub(super) fn choice<T: Copy + PartialEq>(&mut self, of: &[T], chosen: &mut T) {
        let at = of.iter().position(|one| one == chosen).unwrap_or_default();
        if let Some(one) = of.get(self.place(at, of.len())) {
            *chosen = *one;
        }
    }

    /// One of a list, or none.
    pub(super) fn option<T: Copy + PartialEq>(&mut self, of: &[T], chosen: &mut Option<T>) {
        let at = of.iter().position(|one| Some(*one) == *chosen).map_or(0, |at| at + 1);
        *chosen = self.place(at, of.len() + 1).checked_sub(1).and_then(|at| of.get(at).copied());
    }

    /// Many numbers that are mostly the small ones: a digit says which of `radices`, growing, is the first that holds
    /// all of them, and each takes a digit of that. None at all, which is where each is the largest there is, takes
    /// only the first digit.
    pub(super) fn group(&mut self, numbers: &mut [u32], radices: &[u32]) {
        let absent = radices.last().map_or(0, |radix| radix - 1);
        let given = numbers.iter().any(|number| *number != absent);
        let holds = |radix: &u32| numbers.iter().all(|number| number < radix);
        let mode = if given { 1 + radices.iter().position(holds).unwrap_or_default() } else { 0 };
        let mode = self.place(mode, radices.len() + 1).checked_sub(1);
        let radix = mode.and_then(|mode| radices.get(mode));
        for number in numbers {
            *number = radix.map_or(absent, |radix| self.digit(*number, *radix));
        }
    }

    /// Answers of one scale.
    pub(super) fn answers<'b>(&mut self, answers: impl Iterator<Item = &'b mut Option<Answer>>) {
        let answers: Vec<_> = answers.collect();
        let mut numbers: Vec<u32> = answers.iter().map(|answer| number(**answer)).collect();
        self.group(&mut numbers, &[5, 6, 7]);
        for (to, number) in answers.into_iter().zip(numbers) {
            *to = answer(number);
        }
    }

    /// One answer.
    pub(super) fn answer(&mut self, given: &mut Option<Answer>) {
        *given = answer(self.digit(number(*given), 7));
    }

    /// A text.
    pub(super) fn text(&mut self, text: &mut String) {
        if !self.flag(!text.is_empty()) {
            text.clear();
        } else if self.is_reading() {
            *text = self.read_text();
        } else {
            self.texts = self.texts.saturating_add(text.len());
            if !self.counting {
                let predictor = self.predictor.get_or_insert_with(Predictor::primed);
                for byte in text.bytes().chain([END]) {
                    coded(&mut self.coder, predictor, byte);
                }
            }
        }
    }

    fn read_text(&mut self) -> String {
        let predictor = self.predictor.get_or_insert_with(Predictor::primed);
        let mut bytes = Vec::new();
        let text = loop {
            if self.coder.is_exhausted() || self.texts > MAX_BYTES || bytes.len() > 4 * limits::TEXT {
                break None;
            }
            match coded(&mut self.coder, predictor, 0) {
                END => break String::from_utf8(bytes).ok(),
                byte => bytes.push(byte),
            }
            self.texts += 1;
        };
        let text = text.filter(|text| text.chars().count() <= limits::TEXT);
        self.require(text.is_some());
        text.unwrap_or_default()
    }

    /// A text, or none.
    pub(super) fn optional_text(&mut self, text: &mut Option<String>) {
        if self.flag(text.is_some()) { self.text(text.get_or_insert_default()) } else { *text = None }
    }

    /// A list of at most `limit`, its length in groups of `bits` bits.
    pub(super) fn list<T>(
        &mut self,
        list: &mut Vec<T>,
        (bits, limit): (u32, usize),
        blank: fn() -> T,
        each: &mut dyn FnMut(&mut Self, &mut T),
    ) {
        let count = self.natural(u32::try_from(list.len()).unwrap_or(u32::MAX), bits);
        let count = usize::try_from(count).unwrap_or(usize::MAX);
        self.require(count <= limit || !self.is_reading());
        if self.is_reading() {
            list.clear();
            // A length may be anything; what follows it runs out.
            while list.len() < count && self.fault.is_none() {
                let mut one = blank();
                each(self, &mut one);
                list.push(one);
            }
        } else {
            for one in list {
                each(self, one);
            }
        }
    }
}

/// A byte, bit by bit from the highest.
fn coded(coder: &mut Coder<'_>, predictor: &mut Predictor, byte: u8) -> u8 {
    (0..8).rev().fold(0, |read, at| {
        let chance = predictor.chance();
        let bit = coder.bit(byte >> at & 1 == 1, chance);
        predictor.update(bit);
        read << 1 | u8::from(bit)
    })
}

/// Steps, then "I don't know", then not answered.
fn number(answer: Option<Answer>) -> u32 {
    match answer {
        Some(Answer::Step(step)) => u32::from(step.number()),
        Some(Answer::DontKnow) => 5,
        None => 6,
    }
}

fn answer(number: u32) -> Option<Answer> {
    match number {
        5 => Some(Answer::DontKnow),
        number => u8::try_from(number).ok().and_then(Step::new).map(Answer::Step),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(write: impl Fn(&mut Stream<'_>)) -> Vec<u8> {
        let mut stream = Stream::writing();
        write(&mut stream);
        stream.finish()
    }

    #[test]
    fn naturals_of_every_size_are_read_as_written() {
        for bits in [1, 2, 3, 6, 12] {
            for number in (0..32).flat_map(|power| [(1 << power) - 1, 1 << power]).chain([u32::MAX]) {
                let bytes = written(|stream| assert_eq!(stream.natural(number, bits), number));
                let mut stream = Stream::reading(&bytes);
                assert_eq!((stream.natural(0, bits), stream.fault()), (number, None));
            }
        }
    }

    #[test]
    fn a_natural_beyond_32_bits_is_damage() {
        let bytes = written(|stream| {
            for _ in 0..6 {
                stream.digit(0xfff, 0x1000);
                stream.flag(true);
            }
        });
        let mut stream = Stream::reading(&bytes);
        stream.natural(0, 12);
        assert_eq!(stream.fault(), Some(LinkError::Damaged));
    }

    #[test]
    fn a_group_takes_the_smallest_digits_that_hold_it() {
        let bits = |numbers: &[u32]| {
            let mut coder = Stream::writing();
            coder.group(&mut numbers.to_vec(), &[5, 6, 7]);
            coder.finish().len() * 8
        };
        assert_eq!(bits(&[6; 96]), 0);
        // 2 bits, and 96 times log2 of 5, 6, 7; the last byte may be spared.
        let check = |numbers: &[u32], expected: usize| {
            let bits = bits(numbers);
            assert!((expected - 8..=expected + 8).contains(&bits), "{bits} bits, not {expected}");
        };
        check(&[3; 96], 225);
        check(&[[5; 48], [4; 48]].concat(), 250);
        check(&[[6; 48], [4; 48]].concat(), 271);
    }

    #[test]
    fn a_text_of_more_characters_than_fit_is_damage() {
        for (count, fault) in [(limits::TEXT, None), (limits::TEXT + 1, Some(LinkError::Damaged))] {
            let mut text = "a".repeat(count);
            let mut stream = Stream::writing();
            stream.text(&mut text);
            let bytes = stream.finish();
            let mut stream = Stream::reading(&bytes);
            let mut read = String::new();
            stream.text(&mut read);
            assert_eq!(stream.fault(), fault);
            assert_eq!(read.len(), if fault.is_none() { count } else { 0 });
        }
    }

    #[test]
    fn bytes_that_are_no_text_are_damage() {
        let mut stream = Stream::writing();
        stream.flag(true);
        let mut predictor = Predictor::primed();
        for byte in [b'a', 0xc3, b'(', END] {
            coded(&mut stream.coder, &mut predictor, byte);
        }
        let bytes = stream.finish();
        let mut stream = Stream::reading(&bytes);
        stream.text(&mut String::new());
        assert_eq!(stream.fault(), Some(LinkError::Damaged));
    }

    #[test]
    fn a_list_that_claims_more_than_follows_ends() {
        let bytes = written(|stream| {
            stream.natural(u32::MAX, 2);
        });
        let mut stream = Stream::reading(&bytes);
        let (mut list, mut read) = (Vec::new(), 0);
        stream.list(&mut list, (2, usize::MAX), || 0, &mut |stream, one| {
            *one = stream.digit(0, 5);
            read += 1;
        });
        assert_eq!(stream.fault(), Some(LinkError::Damaged));
        assert!(read < 100);
    }
}
