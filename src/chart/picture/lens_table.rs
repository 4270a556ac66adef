//! The table inside the lens: rows of badge, words and four pips. Of several ways to set it the first is taken in which
//! every row lies inside its chord, off the level, and clear of the badges of the crescents.

use super::Region;
use super::entry::Entry;
use super::lens::Lens;
use crate::chart::badge::{Area, PIPS, Tone, badge, item, pips};
use crate::chart::geometry::Disc;
use crate::chart::measure::width;
use crate::chart::scene::Mark;
use crate::chart::venn::Part;
use crate::chart::whole::{count, floor};
use crate::chart::wrap::cut;

/// The longest words in the lens, at font size 1: some twenty letters.
const LONGEST: f64 = 13.8;
/// From the left edge of a badge to its words.
const INDENT: f64 = 28.0;

/// Where the pips of a row stand.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Pips {
    /// Below the words.
    Under,
    /// Right of them.
    Beside,
    /// Not drawn.
    Missing,
}

/// One way to set the table.
#[derive(Clone, Copy)]
pub(super) struct Style {
    size: f64,
    pips: Pips,
    pitch: f64,
}

/// A table that fits.
pub(super) struct Table {
    style: Style,
    x: f64,
    /// Width of the column of words.
    words: f64,
    pub(super) heights: Vec<f64>,
}

impl Lens<'_> {
    /// The ways to set the table, the roomiest first.
    pub(super) fn styles(&self) -> impl Iterator<Item = Style> {
        let (full, pitch) = (self.stage.plan.size, self.stage.plan.pitch);
        let known = self.stage.picture.kept.is_some();
        let rows = move |pips, smaller: f64, from: f64, to: f64, step: f64| {
            let steps = floor((from - to) / step) + 1;
            let style = move |n| Style { size: full - smaller, pips, pitch: from - step * count(n) };
            (0..steps).map(style)
        };
        rows(Pips::Under, 0.0, pitch, 32.0, 2.0)
            .chain(rows(Pips::Under, 1.0, 34.0, 30.0, 1.0))
            .chain(rows(Pips::Beside, 0.0, 30.0, 25.0, 1.0))
            .chain(rows(Pips::Beside, 1.0, 26.0, 23.0, 1.0))
            .chain(rows(Pips::Missing, 0.0, 30.0, 24.0, 1.0))
            .chain(rows(Pips::Missing, 1.0, 26.0, 23.0, 1.0))
            .map(move |style| if known { style } else { Style { pips: Pips::Missing, ..style } })
    }

    /// The table in a style; `None` where a row leaves the lens, crosses the level or meets a badge.
    pub(super) fn table(&self, style: Style) -> Option<Table> {
        let venn = &self.stage.venn;
        let words = self.list.iter().map(|entry| entry.em.min(LONGEST)).fold(0.0, f64::max) * style.size;
        let pips = if style.pips == Pips::Beside { PIPS + 10.0 } else { 0.0 };
        let heights = self.heights(style.pitch)?;
        let row = |entry: &Entry| {
            INDENT
                + if style.pips == Pips::Beside { words + pips } else { (entry.em.min(LONGEST) * style.size).max(PIPS) }
        };
        let (mut least, mut most) = (f64::NEG_INFINITY, f64::INFINITY);
        for (entry, y) in self.list.iter().zip(&heights) {
            let band = venn.band(Part::Lens, *y, 11.0)?;
            least = least.max(band.from + 7.0);
            most = most.min(band.to - 6.0 - row(entry));
        }
        if least > most {
            return None;
        }
        let centred = venn.band(Part::Lens, self.middle(), 8.0)?.middle() - (INDENT + words * 0.9 + pips) / 2.0;
        let x = centred.clamp(least, most);
        let clear = |(entry, y): (&Entry, &f64)| {
            let area = Area { left: x, top: y - 11.0, right: x + row(entry), bottom: y + 11.0 };
            !self.taken.iter().any(|body| body.covers(area, 3.0))
        };
        let all = self.list.iter().zip(&heights).all(clear);
        all.then_some(Table { style, x, words, heights })
    }

    /// The heights of the rows: on both sides of the level, and as near to the middle as it allows where one side is
    /// empty.
    fn heights(&self, pitch: f64) -> Option<Vec<f64>> {
        let (top, bottom) = (self.middle() - 0.70 * self.half, self.middle() + 0.66 * self.half);
        let above = self.list.len() - self.below;
        let centred = |n: usize| (count(n) - 1.0) / 2.0 * pitch;
        let air = 0.6 * pitch;
        let level = self.level.unwrap_or(if self.below == 0 { bottom + pitch } else { top - pitch });
        let lowest = if self.below == 0 { self.middle() + centred(above) } else { f64::INFINITY };
        let lowest = lowest.min(level - air).min(bottom);
        let highest = if above == 0 { self.middle() - centred(self.below) } else { f64::NEG_INFINITY };
        let highest = highest.max(level + air).max(top);
        let upper = (0..above).map(|row| lowest - count(above - 1 - row) * pitch);
        let heights: Vec<f64> = upper.chain((0..self.below).map(|row| highest + count(row) * pitch)).collect();
        heights.iter().all(|y| (top - 0.01..=bottom + 0.01).contains(y)).then_some(heights)
    }

    /// Draws a table that fits.
    pub(super) fn draw(&self, marks: &mut Vec<Mark>, table: &Table) {
        let Table { style, x, words, heights } = table;
        for (entry, y) in self.list.iter().zip(heights) {
            let r = if style.size < self.stage.plan.size { 10.0 } else { 11.0 };
            let under = style.pips == Pips::Under;
            let base = if under { y - 1.5 } else { y + style.size * 0.35 };
            let label = cut(&entry.label, style.size, LONGEST * style.size);
            let pips_at = match style.pips {
                Pips::Under => Some((x + INDENT, y + 5.0)),
                Pips::Beside => Some((x + INDENT + words + 10.0, y - 2.0)),
                Pips::Missing => None,
            };
            let right = pips_at.map_or(0.0, |(left, _)| left + PIPS).max(x + INDENT + width(&label, style.size));
            let mut parts = Vec::with_capacity(12);
            self.clear(&mut parts, Area { left: *x, top: y - 13.0, right: right + 4.0, bottom: y + 13.0 });
            parts.extend(badge(Region::Shared, Tone::Solid, entry.item.number, Disc { x: x + 11.0, y: *y, r }));
            parts.push(Mark::text("w600", (x + INDENT, base), style.size, label));
            if let Some(place) = pips_at {
                pips(&mut parts, place, entry.item.delivered);
            }
            marks.push(item(&entry.item.key, parts));
        }
    }
}
