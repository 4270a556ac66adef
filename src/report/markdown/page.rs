//! A page of Markdown that grows: headings, paragraphs, lists, tables. Everything handed in is Markdown already.

/// A page.
#[derive(Default)]
pub(super) struct Page {
    text: String,
}

impl Page {
    /// The page as text.
    pub(super) fn finish(self) -> String {
        self.text
    }

    /// A heading of a level.
    pub(super) fn heading(&mut self, level: usize, words: &str) {
        self.gap();
        self.text.extend(["#".repeat(level).as_str(), " ", words, "\n"]);
    }

    /// A paragraph; nothing where there are no words.
    pub(super) fn paragraph(&mut self, words: &str) {
        if !words.is_empty() {
            self.gap();
            self.text.push_str(words);
            if !words.ends_with('\n') {
                self.text.push('\n');
            }
        }
    }

    /// A list.
    pub(super) fn list(&mut self, items: &[String]) {
        self.each(items, |_| "- ".to_owned());
    }

    /// A list with numbers.
    pub(super) fn numbered(&mut self, items: &[String]) {
        self.each(items, |at| format!("{}. ", at + 1));
    }

    fn each(&mut self, items: &[String], lead: impl Fn(usize) -> String) {
        if !items.is_empty() {
            self.gap();
        }
        for (at, item) in items.iter().enumerate() {
            self.text.extend([lead(at).as_str(), item, "\n"]);
        }
    }

    /// A table; a column is as narrow as its words.
    pub(super) fn table(&mut self, head: &[&str], rows: &[Vec<String>]) {
        self.gap();
        self.row(head.iter().copied());
        self.row(head.iter().map(|_| "---"));
        for row in rows {
            self.row(row.iter().map(String::as_str));
        }
    }

    fn row<'a>(&mut self, cells: impl Iterator<Item = &'a str>) {
        self.text.push('|');
        for cell in cells {
            self.text.extend([" ", if cell.is_empty() { "–" } else { cell }, " |"]);
        }
        self.text.push('\n');
    }

    /// Blocks stand apart.
    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}
