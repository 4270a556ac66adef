//! What both sides want: a table inside the lens between its heading and its foot; where words do not fit, badges
//! alone. The least delivered stand on top, and as many below the level as the delivered share asks for.

use super::canvas::{Canvas, Stage};
use super::entry::Entry;
use super::pack::{Place, Room};
use super::{Kept, Region};
use crate::chart::badge::{Area, Body, Tone, badge, item};
use crate::chart::geometry::Disc;
use crate::chart::measure::width;
use crate::chart::scene::Mark;
use crate::chart::venn::Part;
use crate::chart::whole::{count, floor, from_middle};
use crate::chart::wrap::clean;

/// The lens of a stage.
pub(super) struct Lens<'a> {
    pub(super) stage: &'a Stage<'a>,
    pub(super) list: &'a [Entry<'a>],
    pub(super) taken: &'a [Body],
    /// Half its height.
    pub(super) half: f64,
    /// The sure level, if it lies inside.
    pub(super) level: Option<f64>,
    /// How many items stand below the level.
    pub(super) below: usize,
    /// The heights that are hatched.
    hatched: Option<(f64, f64)>,
}

/// Draws what stands in the lens, clear of the badges of the crescents.
pub(super) fn shared(marks: &mut Vec<Mark>, taken: &[Body], stage: &Stage, list: &[Entry]) {
    if stage.venn.extent() <= 0.0 {
        return;
    }
    let lens = Lens::of(stage, list, taken);
    let whole = Room { top: lens.middle() - lens.half, bottom: lens.middle() + lens.half };
    if stage.plan.canvas == Canvas::Small {
        lens.numerals(marks, 10.5, whole);
        return;
    }
    let table = if list.is_empty() { None } else { lens.styles().find_map(|style| lens.table(style)) };
    let ends = table.as_ref().and_then(|table| Some((*table.heights.first()?, *table.heights.last()?)));
    let mut around = Vec::new();
    let top = lens.head(&mut around, ends.map(|(first, _)| first)).unwrap_or(whole.top);
    let bottom = lens.foot(&mut around, ends.map(|(_, last)| last)).unwrap_or(whole.bottom);
    match table {
        Some(table) => {
            marks.append(&mut around);
            lens.draw(marks, &table);
        }
        None if lens.numerals(&mut around, 11.0, Room { top, bottom }) => marks.append(&mut around),
        None => {
            lens.numerals(marks, 11.0, whole);
        }
    }
}

impl<'a> Lens<'a> {
    fn of(stage: &'a Stage<'a>, list: &'a [Entry<'a>], taken: &'a [Body]) -> Self {
        let (venn, kept) = (&stage.venn, stage.picture.kept);
        let low = kept.map_or(0.0, |kept| kept.low);
        let level = (low > 0.0 && low < 1.0).then(|| venn.level(low));
        let hatched =
            kept.filter(|kept| kept.high > kept.low).map(|Kept { low, high }| (venn.level(high), venn.level(low)));
        let below = floor((count(list.len()) * low).round()).min(list.len());
        Self { stage, list, taken, half: venn.extent(), level, below, hatched }
    }

    /// The height of the centres.
    pub(super) fn middle(&self) -> f64 {
        self.stage.venn.middle()
    }

    /// No words over a hatch: a plain ground under them.
    pub(super) fn clear(&self, marks: &mut Vec<Mark>, area: Area) {
        if self.hatched.is_some_and(|(top, bottom)| area.top < bottom && area.bottom > top) {
            let bottom = self
                .level
                .map_or(area.bottom, |level| if area.top < level { area.bottom.min(level - 1.0) } else { area.bottom });
            marks.push(Mark::rect("v-both", (area.left, area.top), (area.right - area.left, bottom - area.top), 4.0));
        }
    }

    /// Badges alone, in a room above and below the level; across it where they could not be read otherwise.
    fn numerals(&self, marks: &mut Vec<Mark>, largest: f64, room: Room) -> bool {
        let venn = &self.stage.venn;
        let place = |room, taken| Place { venn, part: Part::Lens, room, taken };
        let found = self.halves(largest, room).or_else(|| place(room, self.taken).packed(self.list.len(), largest));
        let whole = Room { top: self.middle() - self.half, bottom: self.middle() + self.half };
        let found = match found {
            None if room.top > whole.top || room.bottom < whole.bottom => return false,
            None => place(whole, self.taken).squeezed(self.list.len(), largest),
            Some(found) => found,
        };
        for (entry, place) in self.list.iter().zip(found) {
            marks.push(item(&entry.item.key, badge(Region::Shared, Tone::Solid, entry.item.number, place).into()));
        }
        true
    }

    /// The least delivered above the level, the others below it, of one size.
    fn halves(&self, largest: f64, Room { top, bottom }: Room) -> Option<Vec<Disc>> {
        let venn = &self.stage.venn;
        let level = self.level.unwrap_or(if self.below == 0 { bottom + 1.0 } else { top - 1.0 });
        let place = |room, taken| Place { venn, part: Part::Lens, room, taken };
        let upper =
            place(Room { top, bottom: level - 1.0 }, self.taken).packed(self.list.len() - self.below, largest)?;
        let mut taken = self.taken.to_vec();
        taken.extend(upper.iter().map(|place| Body::of(Region::Shared, *place)));
        let lower = place(Room { top: level + 1.0, bottom }, &taken).packed(self.below, largest)?;
        let r = upper.iter().chain(&lower).map(|disc| disc.r).fold(largest, f64::min);
        Some(upper.into_iter().chain(lower).map(|disc| Disc { r, ..disc }).collect())
    }

    /// "Both want", if there is room above the first row; says where the room below it begins.
    fn head(&self, marks: &mut Vec<Mark>, first: Option<f64>) -> Option<f64> {
        let plan = &self.stage.plan;
        let words = vec![clean(&self.stage.picture.words.both_want)];
        let y = self.middle() - plan.head * self.half;
        if first.is_some_and(|first| first - 13.0 < y + 5.0) {
            return None;
        }
        self.lines(marks, words, plan.size, y).map(|area| area.bottom)
    }

    /// How much is delivered, if there is room below the last row; says where the room above it ends.
    fn foot(&self, marks: &mut Vec<Mark>, last: Option<f64>) -> Option<f64> {
        self.stage.picture.kept?;
        let plan = &self.stage.plan;
        let words = self.stage.picture.words.kept_lines.iter().map(|line| clean(line)).collect();
        let y = self.middle() + plan.foot * self.half;
        if last.is_some_and(|last| last + 12.0 > y - 16.0) {
            return None;
        }
        self.lines(marks, words, plan.size - 1.5, y).map(|area| area.top - 2.0)
    }

    /// Lines centred about a height, if each lies inside the lens, clear of the level and of the badges of the
    /// crescents.
    fn lines(&self, marks: &mut Vec<Mark>, words: Vec<String>, size: f64, y: f64) -> Option<Area> {
        let venn = &self.stage.venn;
        let x = venn.band(Part::Lens, self.middle(), 8.0)?.middle();
        let half = size * (0.62 * count(words.len()) - 0.02) + 1.0;
        let widest = words.iter().map(|line| width(line, size)).fold(0.0, f64::max);
        let area = Area { left: x - widest / 2.0, top: y - half, right: x + widest / 2.0, bottom: y + half };
        let inside = |(row, line): (usize, &String)| {
            let middle = y + from_middle(row, words.len()) * size * 1.24;
            let needed = width(line, size) / 2.0 + 3.0;
            venn.band(Part::Lens, middle, 0.6 * size)
                .is_some_and(|band| x - needed >= band.from && x + needed <= band.to)
        };
        let fits = widest > 0.0
            && words.iter().enumerate().all(inside)
            && self.level.is_none_or(|level| level < area.top - 2.0 || level > area.bottom + 2.0)
            && !self.taken.iter().any(|body| body.covers(area, 1.0));
        if !fits {
            return None;
        }
        self.clear(marks, area);
        let n = words.len();
        for (row, line) in words.into_iter().enumerate() {
            let base = y + (from_middle(row, n) * 1.24 + 0.28) * size;
            marks.push(Mark::centred("b tb", (x, base), size, line));
        }
        Some(area)
    }
}
