//! The five steps of every scale, and the half steps that a median can fall on.

use std::fmt;

/// One step of a scale, 0 to 4. What a step says is in the catalogue's [`Scales`](super::Scales).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Step(u8);

impl Step {
    /// The five steps, lowest first.
    pub const ALL: [Self; 5] = [Self(0), Self(1), Self(2), Self(3), Self(4)];

    /// The step with this number, `None` above 4.
    pub const fn new(number: u8) -> Option<Self> {
        if number <= 4 { Some(Self(number)) } else { None }
    }

    /// The number, 0 to 4.
    pub const fn number(self) -> u8 {
        self.0
    }
}

impl fmt::Display for Step {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.0)
    }
}

/// A place on a scale in half steps, 0 to 4: one answer, or the median of several.
///
/// Held as a whole number of halves, so that sums and comparisons with thresholds are exact.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Level(u8);

impl Level {
    /// The lowest place, 0.
    pub const ZERO: Self = Self(0);
    /// The highest place, 4.
    pub const FULL: Self = Self(8);

    /// The place `halves` half steps above zero, `None` above 8.
    pub const fn from_halves(halves: u8) -> Option<Self> {
        if halves <= 8 { Some(Self(halves)) } else { None }
    }

    /// The place with this number of steps, `None` if it is not a half step from 0 to 4.
    ///
    /// ```
    /// # use common_ground::catalogue::Level;
    /// assert_eq!(Level::from_steps(3.5).map(Level::halves), Some(7));
    /// assert_eq!(Level::from_steps(3.2), None);
    /// ```
    pub fn from_steps(steps: f64) -> Option<Self> {
        (0..=8).map(Self).find(|level| level.steps().to_bits() == (steps + 0.0).to_bits())
    }

    /// The number of half steps, 0 to 8.
    pub const fn halves(self) -> u8 {
        self.0
    }

    /// The number of steps, 0 to 4.
    pub fn steps(self) -> f64 {
        f64::from(self.0) / 2.0
    }

    /// Whether it reaches the step `number`.
    pub const fn reaches(self, number: u8) -> bool {
        self.0 >= number * 2
    }
}

impl From<Step> for Level {
    fn from(step: Step) -> Self {
        Self(step.0 * 2)
    }
}
