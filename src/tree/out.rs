//! Writes JSON, key by key, straight into a text.

use super::{Extra, Tree, quote};

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Lines and indents, for people.
    Pretty,
    /// One line without spaces.
    Compact,
}

/// A text that grows. Brackets and keys stand as they are asked for; commas, lines and indents come of themselves.
///
/// ```
/// use common_ground::tree::{Out, Style};
///
/// let mut out = Out::new(Style::Compact);
/// out.open('{');
/// out.count("round", 2);
/// out.maybe("name", Some("a \"b\""));
/// out.close('}');
/// assert_eq!(out.finish(), r#"{"round":2,"name":"a \"b\""}"#);
/// ```
#[derive(Debug)]
pub struct Out {
    text: String,
    style: Style,
    depth: usize,
    /// From which depth on everything stands in one line.
    flat: usize,
    /// Whether nothing stands yet in the innermost list or object.
    fresh: bool,
}

impl Out {
    /// An empty text.
    pub const fn new(style: Style) -> Self {
        Self { text: String::new(), style, depth: 0, flat: usize::MAX, fresh: true }
    }

    /// The text.
    pub fn finish(mut self) -> String {
        if self.style == Style::Pretty {
            self.text.push('\n');
        }
        self.text
    }

    /// Begins a list or an object.
    pub fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.depth += 1;
        self.fresh = true;
    }

    /// Begins one that stands in a single line, with all that is in it.
    pub fn open_flat(&mut self, bracket: char) {
        self.flat = self.flat.min(self.depth);
        self.open(bracket);
    }

    /// Ends a list or an object.
    pub fn close(&mut self, bracket: char) {
        let flat = self.depth > self.flat;
        self.depth = self.depth.saturating_sub(1);
        if !flat && !self.fresh {
            self.line();
        }
        if self.depth <= self.flat {
            self.flat = usize::MAX;
        }
        self.text.push(bracket);
        self.fresh = false;
    }

    /// Begins the next value of a list.
    pub fn next(&mut self) {
        let first = self.fresh;
        if !first {
            self.text.push(',');
        }
        self.fresh = false;
        if self.depth > self.flat && !first && self.style == Style::Pretty {
            self.text.push(' ');
        }
        self.line();
    }

    /// Begins the next entry of an object.
    pub fn key(&mut self, key: &str) {
        self.next();
        self.string(key);
        self.text.push_str(if self.style == Style::Pretty { ": " } else { ":" });
    }

    /// A text.
    pub fn string(&mut self, text: &str) {
        quote(text, &mut self.text);
    }

    /// What needs no quotes: a number, `true`, `false`, `null`.
    pub fn plain(&mut self, text: &str) {
        self.text.push_str(text);
    }

    /// An entry with a text, left out where it is empty.
    pub fn words(&mut self, key: &str, text: &str) {
        self.maybe(key, Some(text).filter(|text| !text.is_empty()));
    }

    /// An entry with a text, left out where there is none.
    pub fn maybe(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.key(key);
            self.string(text);
        }
    }

    /// An entry with a whole number.
    pub fn count(&mut self, key: &str, count: u32) {
        self.plain_entry(key, &count.to_string());
    }

    /// An entry with what needs no quotes.
    pub fn plain_entry(&mut self, key: &str, text: &str) {
        self.key(key);
        self.plain(text);
    }

    /// An entry with a number, left out where there is none.
    pub fn number(&mut self, key: &str, number: Option<f64>) {
        if let Some(number) = number {
            self.key(key);
            self.tree(&Tree::from(number));
        }
    }

    /// The entries of another program.
    pub fn extra(&mut self, extra: &Extra) {
        for (key, value) in extra {
            self.key(key);
            self.tree(value);
        }
    }

    /// A value with all that is in it.
    pub fn tree(&mut self, tree: &Tree) {
        match tree {
            Tree::Null => self.plain("null"),
            Tree::Bool(true) => self.plain("true"),
            Tree::Bool(false) => self.plain("false"),
            Tree::Number(number) => self.plain(&number.to_string()),
            Tree::Text(text) => self.string(text),
            Tree::List(list) => {
                self.open('[');
                for value in list {
                    self.next();
                    self.tree(value);
                }
                self.close(']');
            }
            Tree::Object(entries) => {
                self.open('{');
                for (key, value) in entries {
                    self.key(key);
                    self.tree(value);
                }
                self.close('}');
            }
        }
    }

    /// A new line with its indent, where lines are wanted.
    fn line(&mut self) {
        if self.style == Style::Pretty && self.depth <= self.flat {
            self.text.push('\n');
            self.text.extend(std::iter::repeat_n(' ', self.depth));
        }
    }
}
