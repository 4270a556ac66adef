//! Whole numbers and fractions: the only places where one becomes the other.

/// A count as a number.
pub(super) fn count(n: usize) -> f64 {
    f64::from(u32::try_from(n).unwrap_or(u32::MAX))
}

/// The whole part of a number; 0 below 0 and for NaN.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "clamped to what a u32 holds; NaN gives 0")]
pub(super) fn floor(value: f64) -> usize {
    value.clamp(0.0, f64::from(u32::MAX)) as u32 as usize
}

/// How far item `place` of `n` stands from the middle of its row, in places: −1, 0, 1 for three.
pub(super) fn from_middle(place: usize, n: usize) -> f64 {
    count(place) - (count(n) - 1.0) / 2.0
}
