//! How the answers of a side to one question are spread over the steps, and when that may be shown.
//!
//! **Rule.** The number of answers at each step, with their [`consensus`], where the group they belong to is heard by
//! replies and at least `max(2, min_replies)` steps were given to the question itself. Else nothing, and why:
//! [`Hidden`]. **Unit** answers. **Range** from none to all of them at a step. **Edges.** "I don't know" is no step and
//! is not counted; a `min_replies` of 0 is read as 1; of a summary there is no spread, since it carries medians only.
//!
//! **Why a higher bar than the median's.** A median of three answers tells the middle one, and at an end of the scale
//! two of them; a spread of three tells all, though not whose they are. So an item of a heard group that few people
//! answered has a median and no spread. Two is the least, because the spread of one answer is that answer, and because
//! agreement takes two.
//!
//! **What it cannot prevent.** Whoever sees a spread before and after one more reply knows what that reply says; where
//! all give the same step everybody's answer is known; and of few people each can be guessed. The minimum makes this
//! rarer, it does not end it. For the same reason no reason here says how many answers there are below it.
//!
//! **Source.** This project's rules; suppression below a minimum as survey vendors do (domain notes 6.13).
//!
//! ```
//! use common_ground::catalogue::Step;
//! use common_ground::score::median::Tally;
//! use common_ground::score::{Hidden, Spread, Voice};
//!
//! let tally: Tally = [2, 3, 3, 4, 4].into_iter().filter_map(Step::new).collect();
//! let spread = Spread::of(&tally, Voice::Replies(7), 5).unwrap();
//! assert_eq!((spread.counts(), spread.answers()), ([0, 0, 1, 2, 2], 5));
//!
//! assert_eq!(Spread::of(&tally, Voice::Replies(7), 6), Err(Hidden::TooFew { from: 6 }));
//! assert_eq!(Spread::of(&tally, Voice::Estimate, 5), Err(Hidden::NotHeard { from: 5 }));
//! assert_eq!(Spread::of(&Tally::default(), Voice::Summary(9), 5), Err(Hidden::Summary));
//! ```

use super::median::Tally;
use super::{Voice, consensus, thresholds};

/// The answers at each step, and how far they agree. There is one only where it may be shown.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spread {
    counts: [u32; 5],
    consensus: f64,
}

/// Why a spread is not shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hidden {
    /// Too few replies speak about anything of the kind: the estimate does.
    NotHeard {
        /// From how many answers on there is a spread.
        from: u32,
    },
    /// The side is heard, but too few replies answer this question.
    TooFew {
        /// From how many answers on there is a spread.
        from: u32,
    },
    /// A summary stands for the replies, and it has medians only.
    Summary,
}

impl Spread {
    /// The spread of the steps of a question, in a group for which `voice` speaks.
    ///
    /// # Errors
    ///
    /// Why it is not shown.
    pub fn of(tally: &Tally, voice: Voice, min_replies: u32) -> Result<Self, Hidden> {
        let from = shown_from(min_replies);
        match voice {
            Voice::Estimate => Err(Hidden::NotHeard { from }),
            Voice::Summary(_) => Err(Hidden::Summary),
            Voice::Replies(_) if tally.count() < from => Err(Hidden::TooFew { from }),
            Voice::Replies(_) => {
                let counts = tally.counts();
                consensus::of(&counts).map(|consensus| Self { counts, consensus }).ok_or(Hidden::TooFew { from })
            }
        }
    }

    /// How often each of the five steps was given, lowest first.
    pub const fn counts(&self) -> [u32; 5] {
        self.counts
    }

    /// How many steps were given.
    pub fn answers(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// How far they agree, 0 to 1; see [`consensus`].
    pub const fn consensus(&self) -> f64 {
        self.consensus
    }
}

/// From how many answers to a question on their spread is shown.
const fn shown_from(min_replies: u32) -> u32 {
    if min_replies > thresholds::SPREAD { min_replies } else { thresholds::SPREAD }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Step;

    fn check(numbers: &[u8], min_replies: u32, expected: Result<[u32; 5], Hidden>) {
        let tally: Tally = numbers.iter().filter_map(|&number| Step::new(number)).collect();
        let found = Spread::of(&tally, Voice::Replies(9), min_replies).map(|spread| spread.counts());
        assert_eq!(found, expected, "{numbers:?} from {min_replies} on");
    }

    #[test]
    fn it_is_shown_from_the_minimum_on_and_never_of_one_answer() {
        check(&[4], 0, Err(Hidden::TooFew { from: 2 }));
        check(&[4], 1, Err(Hidden::TooFew { from: 2 }));
        check(&[4, 0], 1, Ok([1, 0, 0, 0, 1]));
        check(&[4, 0], 3, Err(Hidden::TooFew { from: 3 }));
        check(&[4, 4, 0], 3, Ok([1, 0, 0, 0, 2]));
        check(&[], 1, Err(Hidden::TooFew { from: 2 }));
    }

    #[test]
    fn steps_that_are_there_do_not_make_a_side_heard() {
        let tally: Tally = [1, 2, 3, 4, 4, 4].into_iter().filter_map(Step::new).collect();
        assert_eq!(Spread::of(&tally, Voice::Estimate, 5), Err(Hidden::NotHeard { from: 5 }));
        assert_eq!(Spread::of(&tally, Voice::Summary(6), 5), Err(Hidden::Summary));
    }
}
