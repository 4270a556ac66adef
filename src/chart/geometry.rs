//! Two circles whose areas and whose overlap are given: the picture is the number.
//!
//! Circles of area `S_o` and `S_m` have the radii `r = √(S/π)`. At distance `d` their lens has the area
//!
//! `r1² acos((d²+r1²−r2²)/2dr1) + r2² acos((d²+r2²−r1²)/2dr2) − ½√((−d+r1+r2)(d+r1−r2)(d−r1+r2)(d+r1+r2))`,
//!
//! 0 for `d ≥ r1+r2`, the smaller circle for `d ≤ |r1−r2|`. It falls as `d` grows, so `d` is found by bisection.

use super::venn::Venn;
use std::f64::consts::PI;

/// How far apart circles without overlap stand, in sums of their radii.
const APART: f64 = 1.06;

/// A circle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Disc {
    /// Centre.
    pub x: f64,
    /// Centre.
    pub y: f64,
    /// Radius.
    pub r: f64,
}

/// From left to right on one height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// Left end.
    pub from: f64,
    /// Right end, not left of `from`.
    pub to: f64,
}

/// What a number can be: from `low` to `high`, one value where the two are equal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Interval {
    /// The lowest.
    pub low: f64,
    /// The highest, not below `low`.
    pub high: f64,
}

/// A box to fit into.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Left edge.
    pub x: f64,
    /// Upper edge.
    pub y: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

/// The area of the lens of two circles of radii `r1`, `r2` at distance `d`.
///
/// ```
/// use common_ground::chart::lens;
/// assert_eq!(lens(1.0, 1.0, 2.0), 0.0);
/// assert!((lens(1.0, 3.0, 1.5) - std::f64::consts::PI).abs() < 1e-12);
/// assert!((lens(15.957_691_2, 13.819_765_9, 22.339_4) - 100.0).abs() < 2e-3);
/// ```
pub fn lens(r1: f64, r2: f64, d: f64) -> f64 {
    if d >= r1 + r2 {
        return 0.0;
    }
    if d <= (r1 - r2).abs() {
        return PI * r1.min(r2).powi(2);
    }
    let sector = |r: f64, other: f64| {
        let cosine = (d * d + r * r - other * other) / (2.0 * d * r);
        r * r * cosine.clamp(-1.0, 1.0).acos()
    };
    let kite = (-d + r1 + r2) * (d + r1 - r2) * (d - r1 + r2) * (d + r1 + r2);
    sector(r1, r2) + sector(r2, r1) - 0.5 * kite.max(0.0).sqrt()
}

/// The circles of area `organisation` and `members` whose lens has the area `shared`, the organisation's centre in the
/// origin. Areas below 0 and what is not a number count as 0; a lens larger than the smaller circle is that circle.
///
/// ```
/// use common_ground::chart::distance;
/// let near = |value: f64, expected: f64| (value - expected).abs() < 5e-5;
/// let venn = distance(800.0, 600.0, 100.0);
/// assert!(near(venn.organisation.r, 15.9577) && near(venn.members.r, 13.8198) && near(venn.distance(), 22.3394));
///
/// let inside = distance(12.0, 6.0, 6.0);
/// assert!(inside.distance() + inside.members.r <= inside.organisation.r + 1e-9, "all that members want is shared");
///
/// let apart = distance(10.0, 8.0, 0.0);
/// assert!(apart.distance() > apart.organisation.r + apart.members.r);
/// ```
pub fn distance(organisation: f64, members: f64, shared: f64) -> Venn {
    let area = |value: f64| if value > 0.0 && value.is_finite() { value } else { 0.0 };
    let (r1, r2) = ((area(organisation) / PI).sqrt(), (area(members) / PI).sqrt());
    let (mut near, mut far) = ((r1 - r2).abs(), r1 + r2);
    let wanted = area(shared);
    if wanted == 0.0 {
        near = far * APART;
        far = near;
    } else if wanted >= area(organisation).min(area(members)) * (1.0 - 1e-12) {
        far = near;
    }
    for _ in 0..60 {
        let d = f64::midpoint(near, far);
        if lens(r1, r2, d) > wanted { near = d } else { far = d }
    }
    let disc = |x, r| Disc { x, y: 0.0, r };
    Venn { organisation: disc(0.0, r1), members: disc(f64::midpoint(near, far), r2) }
}

impl Span {
    /// How long it is.
    pub fn width(self) -> f64 {
        self.to - self.from
    }

    /// Its middle.
    pub fn middle(self) -> f64 {
        f64::midpoint(self.from, self.to)
    }

    /// What two spans have in common.
    pub fn and(self, other: Self) -> Option<Self> {
        let (from, to) = (self.from.max(other.from), self.to.min(other.to));
        (from <= to).then_some(Self { from, to })
    }
}

impl Interval {
    /// Both ends as shares of a whole, 0 to 1; 0 for what is not a number.
    #[must_use]
    pub fn within(self, whole: f64) -> Self {
        let share = |end: f64| if end.is_finite() { (end / whole).clamp(0.0, 1.0) } else { 0.0 };
        let (low, high) = (share(self.low), share(self.high));
        Self { low, high: high.max(low) }
    }

    /// Whether it is one value.
    pub fn is_exact(self) -> bool {
        self.high - self.low < 1e-9
    }

    /// Its middle: a place for a mark, never a value.
    pub fn middle(self) -> f64 {
        f64::midpoint(self.low, self.high)
    }
}

impl Disc {
    /// The circle on the height `y`.
    pub fn chord(self, y: f64) -> Option<Span> {
        let square = self.r * self.r - (y - self.y).powi(2);
        (square > 0.0).then(|| Span { from: self.x - square.sqrt(), to: self.x + square.sqrt() })
    }

    /// How much air lies between two circles; negative if they overlap.
    pub fn gap(self, other: Self) -> f64 {
        (self.x - other.x).hypot(self.y - other.y) - self.r - other.r
    }
}
