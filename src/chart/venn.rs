//! The two circles on a canvas: their parts, the chords of a part, the outline of the lens.

use super::geometry::{Disc, Frame, Span};
use super::path::{Arc, Outline, Sweep};

/// A part of the picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// What only the organisation wants: its circle without the lens.
    Organisation,
    /// What only the members want.
    Members,
    /// What both want.
    Lens,
}

/// The two circles, the organisation's left, with their centres on one height.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Venn {
    /// The organisation's circle.
    pub organisation: Disc,
    /// The members' circle.
    pub members: Disc,
}

/// How two circles lie.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Relation {
    /// They share nothing.
    Apart,
    /// One lies in the other.
    Contained(Disc),
    /// They cross at two points, `half` above and below the centres.
    Crossing {
        /// Where the common chord stands.
        x: f64,
        /// Half its length.
        half: f64,
    },
}

impl Venn {
    /// The distance of the centres.
    pub fn distance(&self) -> f64 {
        self.members.x - self.organisation.x
    }

    /// The height of both centres.
    pub fn middle(&self) -> f64 {
        self.organisation.y
    }

    /// The larger radius.
    pub fn reach(&self) -> f64 {
        self.organisation.r.max(self.members.r)
    }

    /// How the circles lie.
    pub fn relation(&self) -> Relation {
        let (o, m, d) = (self.organisation, self.members, self.distance());
        if d >= o.r + m.r {
            Relation::Apart
        } else if d <= (o.r - m.r).abs() + 1e-9 {
            Relation::Contained(if o.r < m.r { o } else { m })
        } else {
            let a = (o.r * o.r - m.r * m.r + d * d) / (2.0 * d);
            Relation::Crossing { x: o.x + a, half: (o.r * o.r - a * a).max(0.0).sqrt() }
        }
    }

    /// The same picture as large as fits into a frame: centred from left to right, at the upper edge.
    ///
    /// ```
    /// use common_ground::chart::{distance, Frame};
    /// let canvas = Frame { x: 186.0, y: 14.0, width: 588.0, height: 452.0 };
    /// let venn = distance(34.0, 32.0, 23.0).fit(canvas);
    /// let near = |value: f64, expected: f64| (value - expected).abs() < 5e-3;
    /// assert!(near(venn.organisation.r, 226.0) && near(venn.members.r, 219.25));
    /// assert!(near(venn.organisation.x, 429.97) && near(venn.members.x, 536.78) && near(venn.middle(), 240.0));
    /// assert!(near(venn.extent(), 215.69), "half the height of the lens");
    /// assert!(near(venn.level(0.467_391) - venn.middle(), 10.46));
    /// ```
    #[must_use]
    pub fn fit(&self, frame: Frame) -> Self {
        let (own, other, apart) = (self.organisation.r, self.members.r, self.distance());
        let (left, right) = (own.max(other - apart), other.max(own - apart) + apart);
        let scale = (frame.width / (left + right)).min(frame.height / (2.0 * self.reach()));
        let scale = if scale.is_finite() { scale } else { 0.0 };
        let x = frame.x + frame.width / 2.0 + (left - right) / 2.0 * scale;
        let y = frame.y + self.reach() * scale;
        let disc = |x, r| Disc { x, y, r: r * scale };
        Self { organisation: disc(x, own), members: disc(x + apart * scale, other) }
    }

    /// The same picture, lower.
    #[must_use]
    pub fn lowered(&self, by: f64) -> Self {
        let disc = |disc: Disc| Disc { y: disc.y + by, ..disc };
        Self { organisation: disc(self.organisation), members: disc(self.members) }
    }

    /// A part on the height `y`; a crescent of no width is the rim itself.
    pub fn chord(&self, part: Part, y: f64) -> Option<Span> {
        let (o, m) = (self.organisation.chord(y), self.members.chord(y));
        match part {
            Part::Lens => o?.and(m?),
            Part::Organisation => {
                let o = o?;
                Some(m.map_or(o, |m| Span { from: o.from, to: o.to.min(m.from).max(o.from) }))
            }
            Part::Members => {
                let m = m?;
                Some(o.map_or(m, |o| Span { from: m.from.max(o.to).min(m.to), to: m.to }))
            }
        }
    }

    /// What a part has in common on all heights from `y − half` to `y + half`.
    pub fn band(&self, part: Part, y: f64, half: f64) -> Option<Span> {
        let mut chords = [-1.0, -0.5, 0.0, 0.5, 1.0].iter().map(|share| self.chord(part, y + share * half));
        let first = chords.next()??;
        chords.try_fold(first, |band, chord| band.and(chord?))
    }

    /// Half the height of the lens.
    pub fn extent(&self) -> f64 {
        match self.relation() {
            Relation::Apart => 0.0,
            Relation::Contained(disc) => disc.r,
            Relation::Crossing { x, .. } if x < self.organisation.x => self.organisation.r,
            Relation::Crossing { x, .. } if x > self.members.x => self.members.r,
            Relation::Crossing { half, .. } => half,
        }
    }

    /// The outline of the lens; `None` if there is none.
    pub fn lens_path(&self) -> Option<String> {
        let (o, m, y) = (self.organisation, self.members, self.middle());
        let arc = |far: bool| if far { Arc::Large } else { Arc::Small };
        match self.relation() {
            Relation::Apart => None,
            Relation::Contained(disc) => Some(Outline::default().circle(disc.x, disc.y, disc.r).data()),
            Relation::Crossing { x, half } => Some(
                Outline::default()
                    .start(x, y - half)
                    .arc(o.r, arc(x < o.x), Sweep::Clockwise, (x, y + half))
                    .arc(m.r, arc(x > m.x), Sweep::Clockwise, (x, y - half))
                    .close()
                    .data(),
            ),
        }
    }
}
