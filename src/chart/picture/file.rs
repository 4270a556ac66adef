//! Badges one after the other along the middle of a crescent: what a thin one has room for.

use super::fan::circle;
use super::pack::Crowd;
use crate::chart::geometry::Disc;
use crate::chart::venn::Part;
use crate::chart::whole::count;

impl Crowd<'_> {
    /// One file of badges along the middle of a crescent.
    pub(super) fn file(&self) -> Option<Vec<Disc>> {
        self.along(0.0)
    }

    /// Two files that take turns, a little inside and outside of the middle.
    pub(super) fn zigzag(&self) -> Option<Vec<Disc>> {
        self.along(self.r + 0.5)
    }

    /// Badges along the middle of a crescent, by turns `swing` to either side of it, at equal distances.
    fn along(&self, swing: f64) -> Option<Vec<Disc>> {
        if self.part == Part::Lens || self.n < 2 {
            return None;
        }
        let curve = self.curve();
        let length: f64 = curve.windows(2).map(step_length).sum();
        let steps = count(self.n) - 1.0;
        let tight = if swing > 0.0 { self.r + 1.0 } else { 2.0 * self.r + 1.0 };
        (0..12).map(|n| tight * (1.0 + 0.05 * count(n))).take_while(|gap| gap * steps <= length).find_map(|gap| {
            let places = self.spaced(&curve, (length - gap * steps) / 2.0, gap, swing);
            (places.len() == self.n && self.clear(&places)).then_some(places)
        })
    }

    /// Badges on a curve at equal distances.
    fn spaced(&self, curve: &[Bend], start: f64, gap: f64, swing: f64) -> Vec<Disc> {
        let (mut walked, mut next, mut places) = (0.0, start, Vec::with_capacity(self.n));
        for pair in curve.windows(2) {
            let [from, to] = pair else { continue };
            let step = step_length(pair);
            while places.len() < self.n && next <= walked + step + 1e-6 {
                let share = if step > 0.0 { (next - walked) / step } else { 0.0 };
                let outwards = if places.len() % 2 == 0 { swing } else { -swing };
                let x = from.x + (to.x - from.x) * share + outwards * from.across.0;
                let y = from.y + (to.y - from.y) * share + outwards * from.across.1;
                places.push(Disc { x, y, r: self.r });
                next += gap;
            }
            walked += step;
        }
        places
    }

    /// The middle of a crescent, from its upper to its lower end, between own rim and other circle on rays to the own
    /// centre.
    fn curve(&self) -> Vec<Bend> {
        let own = circle(self.venn, self.part);
        let (other, side) = match self.part {
            Part::Members => (self.venn.organisation, 1.0),
            _ => (self.venn.members, -1.0),
        };
        let bends = (-80_i32..=80).filter_map(|degrees| {
            let angle = f64::from(degrees).to_radians();
            let across = (side * angle.cos(), angle.sin());
            // The ray own.centre + t·across meets the other circle where t² + 2bt + c = 0.
            let b = (own.x - other.x) * across.0;
            let c = (own.x - other.x).powi(2) - other.r * other.r;
            let far = if b * b > c { -b + (b * b - c).sqrt() } else { 0.0 };
            let thick = own.r - far.clamp(0.0, own.r);
            let t = own.r - (thick / 2.0).clamp(0.0, 45.0);
            (far < own.r).then_some(Bend { x: own.x + t * across.0, y: own.y + t * across.1, across })
        });
        bends.collect()
    }
}

/// A point of a curve and the direction across it.
struct Bend {
    x: f64,
    y: f64,
    across: (f64, f64),
}

fn step_length(pair: &[Bend]) -> f64 {
    match pair {
        [from, to] => (to.x - from.x).hypot(to.y - from.y),
        _ => 0.0,
    }
}
