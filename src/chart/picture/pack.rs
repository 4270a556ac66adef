//! Badges packed into a part of the picture: rows centred in their chords, or files along a crescent.

use super::fan::circle;
use crate::chart::badge::Body;
use crate::chart::geometry::{Disc, Span};
use crate::chart::venn::{Part, Venn};
use crate::chart::whole::{count, floor, from_middle};

/// The heights between which badges may stand.
#[derive(Clone, Copy)]
pub(super) struct Room {
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// The smallest radius whose numeral can be read.
const LEAST: f64 = 7.0;
/// The smallest radius of all, where badges would touch otherwise.
const LAST: f64 = 4.5;

/// What the rows are placed for.
pub(super) struct Crowd<'a> {
    pub(super) venn: &'a Venn,
    pub(super) part: Part,
    pub(super) n: usize,
    pub(super) r: f64,
    room: Room,
    taken: &'a [Body],
    border: Border,
}

/// Whether badges must stay inside a part.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Border {
    /// Rows have room for whole badges.
    Kept,
    /// Every row may hold one, which then lies across a thin rim.
    Crossed,
}

/// What badges are packed into: a part, what of it, and what they must not touch.
#[derive(Clone, Copy)]
pub(super) struct Place<'a> {
    pub(super) venn: &'a Venn,
    pub(super) part: Part,
    pub(super) room: Room,
    pub(super) taken: &'a [Body],
}

impl<'a> Place<'a> {
    fn crowd(self, n: usize, r: f64, border: Border) -> Crowd<'a> {
        let Self { venn, part, room, taken } = self;
        Crowd { venn, part, n, r, room, taken, border }
    }

    /// Places for `n` badges that touch neither each other nor what is taken: as large as possible, from `largest`
    /// down; `None` if their numerals could not be read.
    pub(super) fn packed(self, n: usize, largest: f64) -> Option<Vec<Disc>> {
        let kept = if self.part == Part::Lens { Border::Kept } else { Border::Crossed };
        let whole = |r| self.crowd(n, r, kept).rows().or_else(|| self.crowd(n, r, kept).file());
        let crossing =
            |r| self.crowd(n, r, Border::Crossed).rows().or_else(|| self.crowd(n, r, Border::Crossed).zigzag());
        radii(largest, LEAST).find_map(whole).or_else(|| radii(largest, LEAST).find_map(crossing))
    }

    /// The same, however small they become.
    pub(super) fn squeezed(self, n: usize, largest: f64) -> Vec<Disc> {
        let smaller =
            |r| self.crowd(n, r, Border::Crossed).rows().or_else(|| self.crowd(n, r, Border::Crossed).zigzag());
        let found = self.packed(n, largest).or_else(|| radii(LEAST, LAST).find_map(smaller));
        found.unwrap_or_else(|| self.crowd(n, LAST, Border::Crossed).column())
    }
}

/// Radii in steps of a half, the largest first.
fn radii(from: f64, to: f64) -> impl Iterator<Item = f64> {
    (0..=floor((from - to) * 2.0)).map(move |step| from - 0.5 * count(step))
}

impl Crowd<'_> {
    /// Rows with the same distance, each centred in its chord; the best of all numbers of rows and of distances.
    fn rows(&self) -> Option<Vec<Disc>> {
        if self.n == 0 {
            return Some(Vec::new());
        }
        let extent = if self.part == Part::Lens { self.venn.extent() } else { circle(self.venn, self.part).r };
        let middle = self.venn.middle();
        let (top, bottom) = (self.room.top.max(middle - extent), self.room.bottom.min(middle + extent));
        let (tight, roomy) = (2.0 * self.r + 1.5, 2.0 * self.r + if self.part == Part::Lens { 13.0 } else { 11.0 });
        let mut best: Option<(f64, Vec<Disc>)> = None;
        for k in 1..=self.n.min(floor((bottom - top) / tight) + 1) {
            for step in 0..9 {
                let pitch = roomy + (tight - roomy) * count(step) / 8.0;
                let Some(heights) = self.heights(k, pitch, (top, bottom)) else { continue };
                let Some((fill, spans)) = self.share_out(&heights, pitch) else { continue };
                let width = spans.iter().map(|span| span.width()).sum::<f64>() / count(k);
                let want = (bottom - top) / width.max(1.0);
                let have = count(k) * count(k) / count(self.n);
                let cost = count(step) * 0.5 + (have / want).max(0.05).ln().abs();
                if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                    let places = self.places(&heights, &fill, &spans, pitch);
                    if self.clear(&places) {
                        best = Some((cost, places));
                    }
                }
            }
        }
        best.map(|(_, places)| places)
    }

    /// The heights of `k` rows: in the lens drawn to its thick, else in the middle; `None` if they have no room.
    fn heights(&self, k: usize, pitch: f64, (top, bottom): (f64, f64)) -> Option<Vec<f64>> {
        let middle = f64::midpoint(top, bottom);
        let pull = if self.part == Part::Lens { 0.35 } else { 0.0 };
        let half = (count(k) - 1.0) / 2.0 * pitch + 1.05 * self.r;
        let fits = |centre: &f64| centre - half >= top && centre + half <= bottom;
        let centre = [middle + (self.venn.middle() - middle) * pull, middle].into_iter().find(fits)?;
        Some((0..k).map(|row| centre + from_middle(row, k) * pitch).collect())
    }

    /// How many badges each row takes: always one more where there is the most room for it.
    fn share_out(&self, heights: &[f64], pitch: f64) -> Option<(Vec<usize>, Vec<Span>)> {
        let spans: Vec<Span> = heights.iter().map(|y| self.span(*y)).collect::<Option<_>>()?;
        let holds = |span: &Span| {
            let whole = floor((span.width() - 6.0 + pitch - 2.0 * self.r) / pitch);
            let whole = if span.width() > 2.0 * self.r + 4.0 { whole } else { 0 };
            if self.border == Border::Crossed { whole.max(1) } else { whole }
        };
        let most: Vec<usize> = spans.iter().map(holds).collect();
        if most.iter().sum::<usize>() < self.n {
            return None;
        }
        let mut fill = vec![0; heights.len()];
        for _ in 0..self.n {
            let mut chosen: Option<((f64, f64), &mut usize)> = None;
            for (row, ((held, most), span)) in fill.iter_mut().zip(&most).zip(&spans).enumerate() {
                let rank = (span.width() / count(*held + 1), -from_middle(row, heights.len()).abs());
                if *held < *most && chosen.as_ref().is_none_or(|(best, _)| rank > *best) {
                    chosen = Some((rank, held));
                }
            }
            *chosen?.1 += 1;
        }
        (!fill.contains(&0)).then_some((fill, spans))
    }

    fn span(&self, y: f64) -> Option<Span> {
        self.venn.band(self.part, y, 0.8 * self.r).or_else(|| self.venn.chord(self.part, y))
    }

    fn places(&self, heights: &[f64], fill: &[usize], spans: &[Span], pitch: f64) -> Vec<Disc> {
        let mut places = Vec::with_capacity(self.n);
        let common = spans.iter().map(|span| span.middle()).sum::<f64>() / count(spans.len());
        let half = |held: usize| (count(held) - 1.0) / 2.0 * pitch + self.r + 3.0;
        let aligned = fill
            .iter()
            .zip(spans)
            .all(|(held, span)| common - half(*held) >= span.from && common + half(*held) <= span.to);
        for ((y, held), span) in heights.iter().zip(fill).zip(spans) {
            let middle = if aligned { common } else { span.middle() };
            for place in 0..*held {
                places.push(Disc { x: middle + from_middle(place, *held) * pitch, y: *y, r: self.r });
            }
        }
        places
    }

    /// Whether badges at these places touch nothing.
    pub(super) fn clear(&self, places: &[Disc]) -> bool {
        let bodies: Vec<Body> = places.iter().map(|place| Body::of(self.part.region(), *place)).collect();
        bodies.iter().enumerate().all(|(n, body)| {
            let mut others = bodies.iter().take(n).chain(self.taken);
            !others.any(|other| body.touches(other, 0.5))
        })
    }

    /// The last resort: one under the other.
    fn column(&self) -> Vec<Disc> {
        let middle = f64::midpoint(self.room.top, self.room.bottom);
        let gap = (2.0 * self.r + 2.0).min((self.room.bottom - self.room.top) / count(self.n));
        (0..self.n)
            .map(|place| {
                let y = middle + from_middle(place, self.n) * gap;
                let x = self.span(y).map_or(circle(self.venn, self.part).x, Span::middle);
                Disc { x, y, r: self.r.min(gap / 2.0) }
            })
            .collect()
    }
}
