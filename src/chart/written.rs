//! Words in the columns of a picture: broken into lines, and said in full where they had to be cut.

use super::measure::width;
use super::scene::{Anchor, Group, Mark, Text};
use super::whole::count;
use super::wrap::{clean, lines};

/// How much narrower the regular weight is than the bold one that is measured.
const REGULAR: f64 = 0.9;

/// As many lines as the words of a picture need: in no script, and in no picture, do more letters than a line of words
/// [may have](clean) fill more.
pub(super) const LINES: usize = 12;

/// How words of one kind are set.
#[derive(Clone, Copy)]
pub(super) struct Type {
    /// Class for colour and weight.
    pub(super) class: &'static str,
    /// Font size.
    pub(super) size: f64,
    /// From one base line to the next.
    pub(super) leading: f64,
}

impl Type {
    /// Words of a class, a size and a leading.
    pub(super) const fn new(class: &'static str, size: f64, leading: f64) -> Self {
        Self { class, size, leading }
    }

    fn weight(self) -> f64 {
        if self.class.split(' ').any(|class| matches!(class, "b" | "w550" | "w600")) { 1.0 } else { REGULAR }
    }

    /// The room that words take in one line.
    pub(super) fn width(self, words: &str) -> f64 {
        width(words, self.size) * self.weight()
    }

    /// The same words broken into lines, at most so many; and the whole, where the last line is cut.
    pub(super) fn broken(self, words: &str, room: f64, most: usize) -> Written {
        self.ours(&clean(words), room, most, words)
    }

    /// The same of words that are our own, which may be long.
    pub(super) fn told(self, words: &str, room: f64) -> Written {
        self.ours(words, room, LINES, words)
    }

    fn ours(self, words: &str, room: f64, most: usize, whole: &str) -> Written {
        let lines = lines(words, self.size * self.weight(), room, most);
        let is_cut = lines.iter().any(|line| line.ends_with('…'));
        Written { set: self, lines, whole: if is_cut { whole.to_owned() } else { String::new() } }
    }
}

/// Words that were broken into lines.
pub(super) struct Written {
    set: Type,
    /// Line by line.
    pub(super) lines: Vec<String>,
    whole: String,
}

impl Written {
    /// The height of all lines.
    pub(super) fn height(&self) -> f64 {
        count(self.lines.len()) * self.set.leading
    }

    /// From the upper edge of the first line to its base line.
    pub(super) const fn rise(&self) -> f64 {
        self.set.size * 0.95
    }

    /// Writes them, the first on a base line.
    pub(super) fn write(self, marks: &mut Vec<Mark>, anchor: Anchor, (x, y): (f64, f64)) {
        let Type { class, size, leading } = self.set;
        let mut made = Vec::with_capacity(self.lines.len());
        for (at, words) in self.lines.into_iter().enumerate() {
            let y = y + leading * count(at);
            made.push(Mark::Text(Text { class, x, y, size, anchor, turn: 0.0, words }));
        }
        if self.whole.is_empty() {
            marks.append(&mut made);
        } else {
            marks.push(Mark::Group(Group { class: "", item: None, title: self.whole, clip: None, marks: made }));
        }
    }
}
