//! How high the lens fills: the height below which it has a given share of its area.
//!
//! The common chord cuts the lens in two: right of it the organisation's circle bounds it, left of it the members'.
//! Each half is a circle right of an upright line, and what of it lies below a height has a closed form, from
//! `∫√(r²−y²) dy = ½(y√(r²−y²) + r² asin(y/r))`. The height is then found by bisection.

use super::venn::{Relation, Venn};

impl Venn {
    /// The height below which the lens has the `share` of its area: its lowest point for 0, its highest for 1, the
    /// middle if there is no lens. Shares outside 0 to 1 count as the nearer of the two.
    ///
    /// ```
    /// use common_ground::chart::distance;
    /// let venn = distance(12.0, 6.0, 6.0);
    /// assert!(venn.level(0.5).abs() < 1e-9, "half a circle is filled to its centre");
    /// assert!((venn.level(1.0) + venn.members.r).abs() < 1e-6);
    /// ```
    pub fn level(&self, share: f64) -> f64 {
        let whole = self.lens_below(f64::NEG_INFINITY);
        let wanted = whole * share.clamp(0.0, 1.0);
        let (mut high, mut low) = (self.middle() - self.extent(), self.middle() + self.extent());
        for _ in 0..60 {
            let y = f64::midpoint(high, low);
            if self.lens_below(y) > wanted { high = y } else { low = y }
        }
        f64::midpoint(high, low)
    }

    /// The area of the lens below the height `y`.
    pub fn lens_below(&self, y: f64) -> f64 {
        let (o, m, y) = (self.organisation, self.members, y - self.middle());
        match self.relation() {
            Relation::Apart => 0.0,
            Relation::Contained(disc) => corner(disc.r, -disc.r, y),
            Relation::Crossing { x, .. } => corner(o.r, x - o.x, y) + corner(m.r, m.x - x, y),
        }
    }
}

/// The area of a circle of radius `r` about the origin that lies right of `a` and below `b` (downwards is positive).
fn corner(r: f64, a: f64, b: f64) -> f64 {
    let b = b.clamp(-r, r);
    let chord = |y: f64| (r * r - y * y).max(0.0).sqrt();
    let half = |y: f64| 0.5 * (y * chord(y) + r * r * (y / r).clamp(-1.0, 1.0).asin());
    // On heights within `tip` the line cuts the circle; on the others the circle lies on one side of it.
    let tip = chord(a.abs().min(r));
    let cut = |from: f64| half(tip) - half(from) - a * (tip - from);
    let beyond = |from: f64, to: f64| if a < 0.0 { 2.0 * (half(to) - half(from)) } else { 0.0 };
    if b >= tip {
        beyond(b, r)
    } else if b >= -tip {
        beyond(tip, r) + cut(b)
    } else {
        beyond(tip, r) + cut(-tip) + beyond(b, -tip)
    }
}
