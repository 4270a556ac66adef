//! Bars: a share or a range on a track, and answers as four segments. What is unknown is hatched.

use super::geometry::Interval;
use super::scene::Mark;
use super::svg::identifier;
use super::whole::count;

/// Whose a bar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hue {
    /// The organisation's.
    Organisation,
    /// The members'.
    Members,
    /// Both sides'.
    Both,
}

/// Which way a bar grows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    /// To the left, as the organisation's do.
    Left,
    /// To the right.
    Right,
}

impl Hue {
    /// Classes of what is sure, and of the outline and the lines of what is possible.
    const fn classes(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Organisation => ("s-org", "tr-bar tr-org", "tr-h tr-org"),
            Self::Members => ("s-mem", "tr-bar tr-mem", "tr-h tr-mem"),
            Self::Both => ("s-both", "tr-bar tr-both", "tr-h tr-both"),
        }
    }

    fn hatch(self, uid: &str) -> String {
        identifier(uid, self.classes().0)
    }
}

/// The id of the hatch of what nobody has answered.
fn unknown(uid: &str) -> String {
    identifier(uid, "un")
}

/// The hatches that bars and segments need, once in a picture.
pub(super) fn hatches(uid: &str) -> Vec<Mark> {
    let hues = [Hue::Organisation, Hue::Members, Hue::Both];
    let hatch = |id, class| Mark::Hatch { id, class, gap: 5.0, turn: 45.0 };
    let mut made: Vec<Mark> = hues.into_iter().map(|hue| hatch(hue.hatch(uid), hue.classes().2)).collect();
    made.push(hatch(unknown(uid), "un-h"));
    made
}

/// Where a bar begins, how long it is at the most, and how high.
#[derive(Clone, Copy)]
pub(super) struct Track {
    /// Its beginning.
    pub(super) x: f64,
    /// Its upper edge.
    pub(super) y: f64,
    /// Its length.
    pub(super) length: f64,
    /// Its height.
    pub(super) height: f64,
    /// Which way it grows.
    pub(super) way: Way,
}

impl Track {
    /// A part of it, from one share to another: its left edge and its width.
    fn part(&self, from: f64, to: f64) -> (f64, f64) {
        let width = self.length * (to - from);
        match self.way {
            Way::Right => (self.x + self.length * from, width),
            Way::Left => (self.x - self.length * to, width),
        }
    }

    /// A rectangle over a part of it.
    pub(super) fn rect(&self, class: &'static str, from: f64, to: f64, pattern: Option<String>) -> Mark {
        let (x, width) = self.part(from, to);
        Mark::Rect { class, x, y: self.y, width, height: self.height, radius: 1.0, pattern }
    }

    /// Where a share is on it.
    pub(super) fn at(&self, share: f64) -> f64 {
        match self.way {
            Way::Right => self.x + self.length * share,
            Way::Left => self.x - self.length * share,
        }
    }

    /// A share or a range: solid what is sure, hatched up to what is possible.
    pub(super) fn fill(&self, marks: &mut Vec<Mark>, hue: Hue, ends: Interval, uid: &str) {
        let (sure, possible, _) = hue.classes();
        let ends = ends.within(1.0);
        if ends.low > 0.0 {
            marks.push(self.rect(sure, 0.0, ends.low, None));
        }
        if !ends.is_exact() {
            marks.push(self.rect(possible, ends.low, ends.high, Some(hue.hatch(uid))));
        }
    }

    /// All of it as what nobody has answered.
    pub(super) fn open(&self, uid: &str) -> Mark {
        self.rect("un", 0.0, 1.0, Some(unknown(uid)))
    }

    /// Four segments, each of two halves of a class; all hatched where there are no halves.
    pub(super) fn segments(&self, marks: &mut Vec<Mark>, halves: Option<[&'static str; 8]>, gap: f64, uid: &str) {
        let length = (self.length - 3.0 * gap) / 4.0;
        for step in 0..4_usize {
            let one = Self { x: self.at((length + gap) * count(step) / self.length), length, ..*self };
            let Some(halves) = halves else {
                marks.push(one.open(uid));
                continue;
            };
            let half = |at: usize| halves.get(2 * step + at).copied().unwrap_or(EMPTY);
            if half(0) == half(1) {
                marks.push(one.rect(half(0), 0.0, 1.0, None));
            } else {
                marks.push(one.rect(half(0), 0.0, 0.5, None));
                marks.push(one.rect(half(1), 0.5, 1.0, None));
            }
        }
    }
}

/// The class of a segment that is not reached.
pub(super) const EMPTY: &str = "s-none";

/// The halves of four segments, of which so many are reached.
pub(super) fn reached(level: u8, class: &'static str) -> [&'static str; 8] {
    let mut halves = [EMPTY; 8];
    for half in halves.iter_mut().take(level.into()) {
        *half = class;
    }
    halves
}

/// The same where the first of them are shared with the other side: what is not known of it is not shared.
pub(super) fn shared(own: u8, other: Option<u8>, hue: Hue) -> [&'static str; 8] {
    let mut halves = reached(own, hue.classes().0);
    let both = usize::from(own.min(other.unwrap_or(0)));
    for half in halves.iter_mut().take(both) {
        *half = Hue::Both.classes().0;
    }
    halves
}
