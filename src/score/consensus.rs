//! How far the answers of one side agree.
//!
//! **Formula.** `1 + Σ p_k log2(1 − |k − μ| / (K − 1))` over the K steps of the scale, with `p_k` the share of the
//! answers at step k and `μ = Σ k·p_k`; terms with `p_k = 0` are left out. **Unit** none, **range** 0 (half at each
//! end) to 1 (all at one step). **Edges.** No consensus of no answers, nor on a scale of one step; how many answers it
//! takes before it is shown is a matter of the [`spread`](super::spread). Answers that are spread evenly over five
//! steps give 0.43, so 0.5 does not read "half of them agree".
//!
//! **Source.** Tastle & Wierman 2007, *Consensus and dissention: a measure of ordinal dispersion*. It was made for
//! ordered steps: far apart weighs more than next to each other.
//!
//! ```
//! use common_ground::score::consensus;
//!
//! let shown = |counts: &[u32]| consensus::of(counts).map(|value| format!("{value:.6}"));
//! assert_eq!(shown(&[5, 0, 0, 0, 5]).as_deref(), Some("0.000000"));
//! assert_eq!(shown(&[0, 1, 3, 1, 0]).as_deref(), Some("0.833985")); // μ = 2: 1 + 2·0.2·log2(3/4)
//! assert_eq!(shown(&[0, 0, 0, 7, 0]).as_deref(), Some("1.000000"));
//! assert_eq!(shown(&[0, 0, 0, 0, 0]), None);
//! ```

/// The consensus of answers, counted at each step of their scale, lowest first.
pub fn of(counts: &[u32]) -> Option<f64> {
    let places = || (0_u32..).map(f64::from).zip(counts.iter().copied().map(f64::from));
    let all: f64 = places().map(|(_, count)| count).sum();
    let width = places().map(|(place, _)| place).last().unwrap_or_default();
    if all <= 0.0 || width <= 0.0 {
        return None;
    }
    let mean = places().map(|(place, count)| place * count).sum::<f64>() / all;
    let given = places().filter(|(_, count)| *count > 0.0);
    let lost: f64 = given.map(|(place, count)| count / all * (1.0 - (place - mean).abs() / width).log2()).sum();
    // Sums of rounded terms may miss the ends by their last digit.
    Some((1.0 + lost).clamp(0.0, 1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(counts: &[u32], expected: f64) {
        let found = of(counts).unwrap_or(f64::NAN);
        assert!((found - expected).abs() < 5e-7, "{counts:?}: {found}, not {expected}");
    }

    #[test]
    fn it_gives_the_published_example_on_seven_steps() {
        check(&[30, 40, 210, 130, 530, 50, 10], 0.725_687_6);
    }

    #[test]
    fn it_falls_from_one_step_to_both_ends() {
        check(&[0, 0, 9, 0, 0], 1.0);
        check(&[0, 5, 5, 0, 0], 1.0 + (1.0_f64 - 0.125).log2());
        check(&[2, 2, 2, 2, 2], 1.0 + 0.4 * (0.5_f64.log2() + 0.75_f64.log2()));
        check(&[5, 0, 0, 0, 5], 0.0);
    }

    #[test]
    fn two_answers_at_the_ends_are_the_least_there_is() {
        check(&[1, 0, 0, 0, 1], 0.0);
        check(&[3, 0, 0, 0, 1], 1.0 + 0.75 * 0.75_f64.log2() + 0.25 * 0.25_f64.log2());
    }

    #[test]
    fn there_is_none_without_answers_or_without_a_scale() {
        assert_eq!(of(&[0, 0, 0, 0, 0]), None);
        assert_eq!(of(&[4]), None);
        assert_eq!(of(&[]), None);
    }
}
