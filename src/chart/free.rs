//! Where words still find room: a field in small squares, each free or taken.
//!
//! A rectangle counts by every square that it touches, so that what is found free is free; now and then a gap of less
//! than a square is missed. Asking costs the squares of one rectangle, however much is taken already.

use super::badge::Area;
use super::geometry::Frame;
use super::whole::floor;

/// The side of a square.
const SQUARE: f64 = 2.0;

/// Where words find room among words, marks and lines that lead to words.
pub(super) struct Places {
    /// Words: nothing may run over them.
    words: Free,
    /// Words, marks and lines: no words may stand on them.
    all: Free,
    /// What is hatched: words stand on it only where there is no other room, on paper of their own.
    hatched: Free,
}

/// What words may stand on.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Ground {
    /// Paper alone.
    Paper,
    /// A hatch too.
    Any,
}

impl Places {
    /// A field with nothing in it.
    pub(super) fn new(frame: Frame) -> Self {
        let [words, all, hatched] = [(); 3].map(|()| Free::new(frame));
        Self { words, all, hatched }
    }

    /// A mark that no words may stand on.
    pub(super) fn mark(&mut self, area: Area) {
        self.all.take(area);
    }

    /// What is hatched.
    pub(super) fn hatch(&mut self, area: Area) {
        self.hatched.take(area);
    }

    /// Whether a rectangle of the field touches what is hatched.
    pub(super) fn is_hatched(&self, area: Area) -> bool {
        !self.hatched.has(area)
    }

    /// Puts words there if there is room for them.
    pub(super) fn put(&mut self, area: Area, ground: Ground) -> bool {
        let free = self.all.has(area) && (ground == Ground::Any || self.hatched.has(area));
        if free {
            self.words.take(area);
            self.all.take(area);
        }
        free
    }

    /// Puts words there, and a line of points that leads to them, if there is room for the words and the line runs over
    /// no others. It may cross marks and other lines.
    pub(super) fn put_led(
        &mut self,
        area: Area,
        ground: Ground,
        line: impl Iterator<Item = (f64, f64)> + Clone,
    ) -> bool {
        let spot = |(x, y)| Area { left: x, top: y, right: x, bottom: y };
        let clear = line.clone().all(|point| self.words.has(spot(point)));
        let put = clear && self.put(area, ground);
        if put {
            line.for_each(|point| self.all.take(spot(point)));
        }
        put
    }
}

/// What of a field is taken.
struct Free {
    frame: Frame,
    columns: usize,
    taken: Vec<bool>,
}

impl Free {
    /// A field of which nothing is taken.
    fn new(frame: Frame) -> Self {
        let (columns, rows) = (floor(frame.width / SQUARE) + 1, floor(frame.height / SQUARE) + 1);
        Self { frame, columns, taken: vec![false; columns * rows] }
    }

    /// Whether a rectangle lies in the field and is free.
    fn has(&self, area: Area) -> bool {
        let frame = &self.frame;
        let inside = area.left >= frame.x
            && area.right <= frame.x + frame.width
            && area.top >= frame.y
            && area.bottom <= frame.y + frame.height;
        inside && self.squares(area).all(|square| self.taken.get(square) == Some(&false))
    }

    /// Takes a rectangle, as far as it lies in the field.
    fn take(&mut self, area: Area) {
        let squares: Vec<usize> = self.squares(area).collect();
        for square in squares {
            if let Some(taken) = self.taken.get_mut(square) {
                *taken = true;
            }
        }
    }

    /// The places of the squares that a rectangle touches.
    fn squares(&self, area: Area) -> impl Iterator<Item = usize> + use<> {
        let column = |x: f64| floor((x - self.frame.x) / SQUARE);
        let row = |y: f64| floor((y - self.frame.y) / SQUARE);
        let columns = self.columns;
        let across = column(area.left)..=column(area.right).min(columns.saturating_sub(1));
        (row(area.top)..=row(area.bottom)).flat_map(move |row| across.clone().map(move |column| row * columns + column))
    }
}
