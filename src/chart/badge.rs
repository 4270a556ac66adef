//! The numeral of an item in the shape of who wants it: half disc, half disc, disc, ring. And its four pips.

use super::geometry::Disc;
use super::path::{Arc, Outline, Sweep};
use super::picture::Region;
use super::scene::{Group, Mark};
use super::whole::count;

/// How much a badge stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tone {
    /// In the solid colour.
    Solid,
    /// In the tint, with an outline.
    Soft,
}

/// Classes of a badge: its shape, its numeral.
fn classes(region: Region, tone: Tone) -> (&'static str, &'static str) {
    match (tone, region) {
        (Tone::Solid, Region::Shared) => ("n-both", "nt both"),
        (Tone::Solid, Region::OrganisationOnly) => ("n-org", "nt org"),
        (Tone::Solid, Region::MembersOnly) => ("n-mem", "nt mem"),
        (Tone::Soft, Region::Shared) => ("n-soft-both", "nt"),
        (Tone::Soft, Region::OrganisationOnly) => ("n-soft-org", "nt"),
        (Tone::Soft, Region::MembersOnly) => ("n-soft-mem", "nt"),
        (Tone::Solid, Region::Neither) => ("n-none", "nt"),
        (Tone::Soft, Region::Neither) => ("n-soft-none", "nt"),
        (_, Region::Open) => ("n-open", "nt"),
    }
}

/// The badge of item `number`, at a place and of a size.
pub(super) fn badge(region: Region, tone: Tone, number: usize, place: Disc) -> [Mark; 2] {
    let (class, numeral) = classes(region, tone);
    let Disc { x, y, r } = place;
    let (shape, shift) = match region {
        Region::OrganisationOnly => (Mark::path(class, half_disc(x + r, y, r, Side::Left)), 0.6),
        Region::MembersOnly => (Mark::path(class, half_disc(x - r, y, r, Side::Right)), -0.6),
        _ => (Mark::circle(class, x, y, r), 0.0),
    };
    let size = if r >= 10.5 { 12.0 } else { r * 1.1 };
    [shape, Mark::centred(numeral, (x + shift, y + r * 0.38), size, number.to_string())]
}

/// An item: everything that belongs to it, to be pointed at as one.
pub(super) fn item(key: &str, marks: Vec<Mark>) -> Mark {
    Mark::Group(Group { class: "item", item: Some(key.to_owned()), title: String::new(), clip: None, marks })
}

/// Which way the round side of a half disc looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// The organisation's.
    Left,
    /// The members'.
    Right,
}

/// A square with one round side, 2r wide and high: the flat side at `flat`, its corners a little rounded.
fn half_disc(flat: f64, y: f64, r: f64, side: Side) -> String {
    let (out, sweep) = if side == Side::Left { (-1.0, Sweep::Clockwise) } else { (1.0, Sweep::Counter) };
    let corner = 2.0;
    let (near, far) = (flat + out * corner, flat + out * r);
    Outline::default()
        .start(near, y - r)
        .arc(corner, Arc::Small, sweep, (flat, y - r + corner))
        .down(y + r - corner)
        .arc(corner, Arc::Small, sweep, (near, y + r))
        .across(far)
        .arc(r, Arc::Small, sweep, (far, y - r))
        .close()
        .data()
}

/// The sign of a side before its name: a plain half disc with its flat side at `flat`.
pub(super) fn sign(side: Side, flat: f64, y: f64, r: f64) -> Mark {
    let (class, sweep) = if side == Side::Left { ("n-org", Sweep::Clockwise) } else { ("n-mem", Sweep::Counter) };
    let outline = Outline::default().start(flat, y - r).down(y + r).arc(r, Arc::Small, sweep, (flat, y - r));
    Mark::path(class, outline.close().data())
}

/// Width of the four pips.
pub(super) const PIPS: f64 = 38.0;

/// Four steps delivered, from a point to the right; a half step fills half a pip, what is unknown is dashed.
pub(super) fn pips(marks: &mut Vec<Mark>, (x, y): (f64, f64), delivered: Option<f64>) {
    for step in 0..4 {
        let left = x + 10.0 * count(step);
        let class = if delivered.is_some() { "pip" } else { "pip may" };
        marks.push(Mark::rect(class, (left, y), (8.0, 4.5), 1.0));
        let filled = (delivered.unwrap_or(0.0) - count(step)).clamp(0.0, 1.0);
        if filled > 0.0 {
            marks.push(Mark::rect("pip on", (left, y), (8.0 * filled, 4.5), 1.0));
        }
    }
}

/// The room that a badge takes: a disc, in half discs with two corners on the flat side.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Body {
    disc: Disc,
    corners: Option<Side>,
}

impl Body {
    /// The room of a badge at a place.
    pub(super) fn of(region: Region, disc: Disc) -> Self {
        let corners = match region {
            Region::OrganisationOnly => Some(Side::Right),
            Region::MembersOnly => Some(Side::Left),
            _ => None,
        };
        Self { disc, corners }
    }

    /// Where the badge stands, and how large it is.
    pub(super) const fn disc(&self) -> Disc {
        self.disc
    }

    /// Whether two badges touch, or have less than `air` between them.
    pub(super) fn touches(&self, other: &Self, air: f64) -> bool {
        let near = |one: &Self, two: &Self| one.square().is_some_and(|square| square.reaches(two.disc, air));
        self.disc.gap(other.disc) < air
            || near(self, other)
            || near(other, self)
            || matches!((self.square(), other.square()), (Some(one), Some(two)) if one.meets(two, air))
    }

    /// Whether it touches a rectangle.
    pub(super) fn covers(&self, area: Area, air: f64) -> bool {
        area.reaches(self.disc, air) || self.square().is_some_and(|square| square.meets(area, air))
    }

    /// The half with the corners.
    fn square(&self) -> Option<Area> {
        let Disc { x, y, r } = self.disc;
        let left = match self.corners? {
            Side::Left => x - r,
            Side::Right => x,
        };
        Some(Area { left, top: y - r, right: left + r, bottom: y + r })
    }
}

/// A rectangle.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Area {
    pub(super) left: f64,
    pub(super) top: f64,
    pub(super) right: f64,
    pub(super) bottom: f64,
}

impl Area {
    /// Whether two rectangles have less than `air` between them.
    pub(super) fn meets(self, other: Self, air: f64) -> bool {
        self.left < other.right + air
            && other.left < self.right + air
            && self.top < other.bottom + air
            && other.top < self.bottom + air
    }

    /// Its middle.
    pub(super) fn middle(self) -> (f64, f64) {
        (f64::midpoint(self.left, self.right), f64::midpoint(self.top, self.bottom))
    }

    /// The rectangle with a margin of `by` on every side.
    pub(super) fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    /// Whether a disc comes nearer than `air`.
    fn reaches(self, disc: Disc, air: f64) -> bool {
        let (x, y) = (disc.x.clamp(self.left, self.right), disc.y.clamp(self.top, self.bottom));
        (disc.x - x).hypot(disc.y - y) < disc.r + air
    }
}
