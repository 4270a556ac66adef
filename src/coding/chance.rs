//! How likely a bit is, by what came so far.

/// A likelihood is so many parts of this.
pub const CERTAIN: u32 = 1 << 16;

/// How likely a bit is, once one more has come after `seen` others: the likelihood goes to what came by one part in
/// `seen` + 1½, so that the first bits say much and each later one less.
///
/// It starts and stays from 0 to [`CERTAIN`] − 1, rounded towards what it was. Whoever wants it to follow what changes
/// lets `seen` grow no further.
///
/// ```
/// use common_ground::coding::{CERTAIN, learnt};
///
/// assert_eq!(learnt(CERTAIN / 2, 0, true), 54_612); // 1/2 and 2/3 of the way to 1
/// assert_eq!(learnt(CERTAIN / 2, 0, false), 10_923);
/// assert_eq!(learnt(54_612, 1, true), 58_981);
/// ```
pub const fn learnt(chance: u32, seen: u32, bit: bool) -> u32 {
    let part = 2 * seen + 3;
    if bit { chance + (CERTAIN - 1 - chance) * 2 / part } else { chance - chance * 2 / part }
}
