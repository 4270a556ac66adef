//! What came after the same letters before: for texts that return, as those of a snapshot do.
//!
//! The last five bytes are looked up among all that was read. Where they stood before, the byte behind them is expected
//! again, and trusted the more the longer it has been right, as experience has it. Part of the wire format.

/// The bytes that must be the same.
const ALIKE: usize = 5;
/// The binary logarithm of the number of places remembered.
const PLACES: u32 = 14;
/// The most places that are written down before they are changed: more than go with the slots that are.
const JOURNAL: usize = 1 << 15;
/// The longest echo that is told from a longer one.
const LONGEST: usize = 15;

/// An echo of what was read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Echo {
    history: Vec<u8>,
    /// Where the byte after five bytes stands, found by their hash; 0 is nowhere.
    places: Vec<u32>,
    /// The places before they were changed, one a byte, in that order.
    journal: Vec<(usize, u32)>,
    /// The byte that is expected.
    at: usize,
    /// For how long it has been right, 0 where nothing is expected.
    length: usize,
    /// How likely an expected bit came, by that length.
    trust: [i32; LONGEST + 1],
}

impl Echo {
    pub(super) fn fresh() -> Self {
        let trust = [0xc000; LONGEST + 1];
        Self { history: Vec::new(), places: vec![0; 1 << PLACES], journal: Vec::new(), at: 0, length: 0, trust }
    }

    /// The bit that is expected behind the bits of a byte so far, which stand behind a leading one.
    pub(super) fn expected(&self, partial: u32) -> Option<bool> {
        let byte = self.history.get(self.at).filter(|_| self.length > 0)?;
        let known = partial.ilog2();
        let whole = 0x100 | u32::from(*byte);
        (whole >> (8 - known) == partial).then_some(whole >> (7 - known) & 1 == 1)
    }

    /// How likely it comes, in 65 536ths.
    pub(super) fn trust(&self) -> i32 {
        self.trust.get(self.length.min(LONGEST)).copied().unwrap_or_default()
    }

    /// Takes in whether the bit that was expected came.
    pub(super) fn update(&mut self, came: bool) {
        if let Some(trust) = self.trust.get_mut(self.length.min(LONGEST)) {
            *trust += (if came { 0xffff } else { 0 } - *trust) / 16;
        }
        if !came {
            self.length = 0;
        }
    }

    /// Takes in a whole byte, the last of those that `last` ends with.
    pub(super) fn take(&mut self, last: u64) {
        self.history.push(u8::try_from(last & 0xff).unwrap_or_default());
        if self.length > 0 {
            self.length += 1;
            self.at += 1;
        }
        let alike = last << (64 - 8 * ALIKE);
        let hash = alike.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> (64 - PLACES);
        let hash = usize::try_from(hash).unwrap_or_default();
        let Some(place) = self.places.get_mut(hash) else { return };
        if self.journal.len() < JOURNAL {
            self.journal.push((hash, *place));
        }
        let before = usize::try_from(*place).unwrap_or_default();
        *place = u32::try_from(self.history.len()).unwrap_or_default();
        if self.length == 0 && before > 0 {
            self.at = before;
            self.length = self.alike(before);
        }
    }

    /// Goes back to an earlier state of itself, which lies fewer bytes back than are written down.
    pub(super) fn rewind(&mut self, earlier: &Self) {
        let known = earlier.history.len();
        self.history.truncate(known);
        for (place, before) in self.journal.drain(known.min(self.journal.len())..).rev() {
            if let Some(place_now) = self.places.get_mut(place) {
                *place_now = before;
            }
        }
        (self.at, self.length, self.trust) = (earlier.at, earlier.length, earlier.trust);
    }

    /// How many bytes before a place are those at the end, where there are enough.
    fn alike(&self, place: usize) -> usize {
        let before = self.history.get(..place).unwrap_or_default().iter().rev();
        let count = before.zip(self.history.iter().rev()).take(LONGEST).take_while(|(one, other)| one == other).count();
        if count >= ALIKE { count } else { 0 }
    }
}
