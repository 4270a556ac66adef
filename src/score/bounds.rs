//! The exact range of a ratio of sums over all that the unknown answers could be.
//!
//! **Formula.** A figure such as `J = Σ min(o, m) / Σ max(o, m)` is a ratio `Σ a / Σ b` in which each item chooses its
//! pair `(a, b)` for itself, out of what its unknown answers allow. The figure's range is from the lowest to the
//! highest ratio over all choices whose denominator is above 0.
//!
//! **Why a few candidates an item suffice.** A ratio λ can be beaten where `Σ a − λ Σ b > 0` for some choice, and the
//! sum is greatest where each item's own `a − λ b` is. For all our figures that term is piecewise linear in an unknown
//! importance, with its only kink where it equals the other side's, and linear in delivered. A piecewise linear
//! function has its extremes at the corners of its pieces. So an unknown importance needs to be tried at 0, 4 and the
//! other side's step ([`vertices`]), an unknown delivered at 0 and 4 ([`corners`]). Where a denominator is 0 its
//! numerator is too, so such a choice changes no ratio, and both ends are reached by real answers.
//!
//! **Method.** *On nonlinear fractional programming* (Dinkelbach): start anywhere, let λ be the ratio reached,
//! choose each item's best `a − λ b`, repeat until nothing is gained; it takes a handful of rounds. All counts are
//! whole half steps and λ is a fraction of whole numbers, so the comparison is exact and the loop ends: every round is
//! strictly better than the last and there are finitely many choices. It was checked against brute force (domain notes
//! 6.11) and is again in the tests.
//!
//! **Source.** Dinkelbach 1967 for the ratio; that unknown answers give a range and no middle value follows Manski
//! (worst-case bounds). Which candidates suffice is this project's.
//!
//! **Units** none; **range** that of the figure. **Edges.** `None` where the denominator is 0 for every choice.
//!
//! **Worked example.** Importance to the organisation 4 and 2; to the members unknown and 1. The first item may be (0,
//! 4), (4, 4) or, the kink being at 4 itself, (4, 4) again; the second is (1, 2). J is lowest at (0 + 1) / (4 + 2) and
//! highest at (4 + 1) / (4 + 2):
//!
//! ```
//! use common_ground::catalogue::Level;
//! use common_ground::score::bounds::{self, Pair};
//!
//! let items = [(Level::from_steps(4.0), None), (Level::from_steps(2.0), Level::from_steps(1.0))];
//! let candidates = items.map(|(o, m)| bounds::vertices(o, m).map(|(o, m)| Pair { over: o.min(m), under: o.max(m) }));
//! assert_eq!(bounds::ratio(&candidates), Some((1.0 / 6.0, 5.0 / 6.0)));
//! ```

use super::{Figure, Missing};
use crate::catalogue::Level;

/// What one item adds to the numerator and to the denominator of a figure.
///
/// Whole numbers in whatever unit the figure chooses for both. Where `under` is 0, `over` must be 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pair {
    /// Added to the numerator.
    pub over: u8,
    /// Added to the denominator.
    pub under: u8,
}

/// What one item may add: all the pairs worth trying. A pair may stand there more than once.
pub type Candidates<const N: usize> = [Pair; N];

/// The sums of the lowest and of the highest ratio; or why there is none.
pub type Ends = Result<[Sums; 2], Missing>;

/// The lowest and the highest ratio of sums, `None` where the denominator is 0 whatever is chosen.
pub fn ratio<const N: usize>(items: &[Candidates<N>]) -> Option<(f64, f64)> {
    reached(items).map(|[low, high]| (low.share(), high.share()))
}

/// The sums whose ratio is the lowest, and those whose ratio is the highest.
fn reached<const N: usize>(items: &[Candidates<N>]) -> Option<[Sums; 2]> {
    let start = choose(items, |pair| i64::from(pair.under));
    let reach = |sign: i64| {
        let mut best = start;
        loop {
            let next = choose(items, |pair| sign * Sums::from(pair).gain_over(best));
            if sign * next.gain_over(best) <= 0 {
                return best;
            }
            best = next;
        }
    };
    (start.under > 0).then(|| [reach(-1), reach(1)])
}

/// What a figure that is a ratio of sums divides at its lowest and at its highest.
///
/// # Errors
///
/// [`Missing::NothingWanted`] where the denominator is 0, whatever the unknown answers are.
pub fn ends<const N: usize>(items: impl Iterator<Item = Candidates<N>>) -> Ends {
    let items: Vec<_> = items.collect();
    reached(&items).ok_or(Missing::NothingWanted)
}

/// The figure between two ends.
pub fn figure(ends: Ends) -> Figure {
    match ends {
        Ok([low, high]) => Figure::between(low.share(), high.share()),
        Err(missing) => Figure::Missing(missing),
    }
}

/// Where two quantities of one item need to be tried, in half steps, when what is made of them is linear but for a kink
/// where they are equal.
///
/// Both known: that. One unknown: 0, the known one's, 4. Both unknown: the four corners.
pub fn vertices(one: Option<Level>, other: Option<Level>) -> [(u8, u8); 4] {
    let full = Level::FULL.halves();
    match (one.map(Level::halves), other.map(Level::halves)) {
        (Some(one), Some(other)) => [(one, other); 4],
        (Some(one), None) => [(one, 0), (one, one), (one, one), (one, full)],
        (None, Some(other)) => [(0, other), (other, other), (other, other), (full, other)],
        (None, None) => [(0, 0), (0, full), (full, 0), (full, full)],
    }
}

/// The lowest and the highest that a quantity can be, in half steps.
pub const fn corners(level: Option<Level>) -> [u8; 2] {
    match level {
        Some(level) => [level.halves(), level.halves()],
        None => [Level::ZERO.halves(), Level::FULL.halves()],
    }
}

/// Every pair of a vertex and a corner.
pub fn crossed(vertices: [(u8, u8); 4], corners: [u8; 2], pair: impl Fn(u8, u8, u8) -> Pair) -> Candidates<8> {
    let every = corners.into_iter().flat_map(|corner| vertices.map(|(one, other)| pair(one, other, corner)));
    let mut candidates = [Pair { over: 0, under: 0 }; 8];
    for (slot, pair) in candidates.iter_mut().zip(every) {
        *slot = pair;
    }
    candidates
}

/// A numerator and a denominator, in the unit of the pairs that they add up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sums {
    /// What is divided.
    pub over: i64,
    /// By what; above 0 in [`Ends`].
    pub under: i64,
}

impl Sums {
    /// Above 0 where this, put in, raises the ratio `than`; `Σ a − λ Σ b` times the denominator of λ.
    const fn gain_over(self, than: Self) -> i64 {
        self.over * than.under - than.over * self.under
    }

    /// The ratio. The sums are far below 2^53, so it is the float nearest to the true one.
    #[expect(clippy::cast_precision_loss, reason = "255 a pair: exact for any list that fits in memory")]
    const fn share(self) -> f64 {
        self.over as f64 / self.under as f64
    }
}

impl From<Pair> for Sums {
    fn from(pair: Pair) -> Self {
        Self { over: pair.over.into(), under: pair.under.into() }
    }
}

/// The sums when every item chooses the pair that is best by `worth`.
fn choose<const N: usize>(items: &[Candidates<N>], worth: impl Fn(Pair) -> i64) -> Sums {
    let mut sums = Sums { over: 0, under: 0 };
    for item in items {
        if let Some(best) = item.iter().copied().max_by_key(|&pair| worth(pair)) {
            sums.over += i64::from(best.over);
            sums.under += i64::from(best.under);
        }
    }
    sums
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pair(over: u8, under: u8) -> Pair {
        Pair { over, under }
    }

    #[test]
    fn one_choice_an_item_is_one_value() {
        assert_eq!(ratio(&[[pair(1, 2)], [pair(0, 1)]]), Some((1.0 / 3.0, 1.0 / 3.0)));
    }

    #[test]
    fn a_denominator_of_zero_for_every_choice_is_no_ratio() {
        assert_eq!(ratio::<1>(&[]), None);
        assert_eq!(ratio(&[[pair(0, 0), pair(0, 0)]]), None);
        assert_eq!(ratio(&[[pair(0, 0), pair(1, 2)]]), Some((0.5, 0.5)), "only where it is defined");
    }

    #[test]
    fn the_best_pair_of_an_item_depends_on_the_others() {
        // Alone, the second item is lowest at (1, 3); beside a first item of ratio 0 a large denominator is better,
        // beside one of ratio 1 as well, and (0, 0) is best for a low end only where the rest is lower than 1/3.
        let second = [pair(0, 0), pair(1, 3)];
        assert_eq!(ratio(&[[pair(0, 8); 2], second]), Some((0.0, 1.0 / 11.0)));
        assert_eq!(ratio(&[[pair(8, 8); 2], second]), Some((9.0 / 11.0, 1.0)));
    }

    #[test]
    fn brute_force_over_every_choice_agrees() {
        // A little generator instead of a random one: the same 3,000 cases every time.
        let mut state = 7_u32;
        let mut next = |below: u32| {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (state >> 16) % below
        };
        for _ in 0..3_000 {
            let mut one = || {
                let under = u8::try_from(next(9)).unwrap_or(0);
                pair(u8::try_from(next(u32::from(under) + 1)).unwrap_or(0), under)
            };
            let items = [(); 4].map(|()| [(); 3].map(|()| one()));
            let mut sums = vec![(0.0, 0.0)];
            for item in &items {
                sums = sums
                    .iter()
                    .flat_map(|&(a, b)| item.map(|p| (a + f64::from(p.over), b + f64::from(p.under))))
                    .collect();
            }
            let all: Vec<f64> = sums.into_iter().filter(|&(_, b)| b > 0.0).map(|(a, b)| a / b).collect();
            let expected = all.iter().copied().reduce(f64::min).zip(all.iter().copied().reduce(f64::max));
            assert_eq!(ratio(&items), expected, "{items:?}");
        }
    }

    #[test]
    fn unknown_quantities_are_tried_at_their_ends_and_at_the_kink() {
        let three = Level::from_steps(3.0);
        assert_eq!(vertices(three, three), [(6, 6); 4]);
        assert_eq!(vertices(three, None), [(6, 0), (6, 6), (6, 6), (6, 8)]);
        assert_eq!(vertices(None, three), [(0, 6), (6, 6), (6, 6), (8, 6)]);
        assert_eq!(vertices(None, None), [(0, 0), (0, 8), (8, 0), (8, 8)]);
        assert_eq!(corners(three), [6, 6]);
        assert_eq!(corners(None), [0, 8]);
    }
}
