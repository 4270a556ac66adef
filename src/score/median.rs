//! The median of steps.
//!
//! **Formula.** The steps in order; an odd count takes the middle one, an even count the mean of the middle two.
//! **Unit** steps, **range** 0 to 4 in halves: two whole steps have a whole or a half mean, so a [`Level`] holds it
//! exactly. **Edges.** No median of no steps, nor of fewer than the least number asked for. **Source.** A median, not a
//! mean, because the steps are ordered words and not amounts (Likert data; domain notes 6.13).
//!
//! ```
//! use common_ground::catalogue::{Level, Step};
//! use common_ground::score::median;
//!
//! let steps = |numbers: &[u8]| numbers.iter().filter_map(|&number| Step::new(number)).collect::<Vec<_>>();
//! assert_eq!(median::of(steps(&[4, 0, 3]), 1).map(Level::steps), Some(3.0));
//! assert_eq!(median::of(steps(&[4, 1, 3, 2]), 1).map(Level::steps), Some(2.5));
//! assert_eq!(median::of(steps(&[4, 3]), 3), None); // fewer than three
//! assert_eq!(median::of(steps(&[]), 0), None);
//! ```

use crate::catalogue::{Level, Step};

/// How often each step was given.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally([u32; 5]);

impl Tally {
    /// Counts one answer.
    pub fn add(&mut self, step: Step) {
        if let Some(count) = self.0.get_mut(usize::from(step.number())) {
            *count += 1;
        }
    }

    /// How many answers were counted.
    pub fn count(&self) -> u32 {
        self.0.iter().sum()
    }

    /// How often each of the five steps was given, lowest first.
    pub const fn counts(&self) -> [u32; 5] {
        self.0
    }

    /// The median, `None` for no answers or fewer than `least`.
    pub fn median(&self, least: u32) -> Option<Level> {
        let count = self.count();
        if count < least.max(1) {
            return None;
        }
        // Two steps added are their mean in halves; for an odd count both are the same.
        let halves = self.step_at((count - 1) / 2)?.number() + self.step_at(count / 2)?.number();
        Level::from_halves(halves)
    }

    /// The step at a place in the ordered answers, counted from 0.
    fn step_at(&self, place: u32) -> Option<Step> {
        let mut below = 0;
        Step::ALL.into_iter().zip(self.0).find_map(|(step, count)| {
            below += count;
            (below > place).then_some(step)
        })
    }
}

impl FromIterator<Step> for Tally {
    fn from_iter<I: IntoIterator<Item = Step>>(steps: I) -> Self {
        let mut tally = Self::default();
        steps.into_iter().for_each(|step| tally.add(step));
        tally
    }
}

/// The median of steps, `None` for no steps or fewer than `least`.
pub fn of(steps: impl IntoIterator<Item = Step>, least: u32) -> Option<Level> {
    Tally::from_iter(steps).median(least)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(numbers: &[u8], least: u32, expected: Option<f64>) {
        let found = of(numbers.iter().filter_map(|&number| Step::new(number)), least).map(Level::steps);
        assert_eq!(found, expected, "{numbers:?} from {least} on");
    }

    #[test]
    fn an_odd_count_takes_the_middle_and_an_even_count_the_mean_of_the_middle_two() {
        check(&[3], 1, Some(3.0));
        check(&[0, 4], 1, Some(2.0));
        check(&[3, 4], 1, Some(3.5));
        check(&[4, 0, 0], 1, Some(0.0));
        check(&[1, 4, 2, 4], 1, Some(3.0));
        check(&[0, 1, 2, 3, 4], 5, Some(2.0));
        check(&[4, 4, 4, 3, 0, 0], 1, Some(3.5));
    }

    #[test]
    fn there_is_no_median_of_nothing_nor_of_too_few() {
        check(&[], 0, None);
        check(&[], 1, None);
        check(&[2, 2], 3, None);
        check(&[2, 2, 2], 3, Some(2.0));
    }

    #[test]
    fn a_tally_counts_each_step() {
        let tally: Tally = [0, 3, 3, 4].into_iter().filter_map(Step::new).collect();
        assert_eq!(tally.counts(), [1, 0, 0, 2, 1]);
        assert_eq!(tally.count(), 4);
    }
}
