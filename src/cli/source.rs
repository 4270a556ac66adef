//! What a file holds: an assessment, JSON Lines of them, text with links in it, or all of that in turn.
//!
//! A line that begins with `{` is an assessment, or a catalogue that those behind it were made with; only the first may be an assessment of many lines, which shows when it is
//! cut short and the next line begins none. The lines between are text, and searched for links together, since a link may
//! be broken into lines. Text without a link is an error, one for each line if assessments stand around it.

use std::io::{self, BufRead};

use super::lines::Lines;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Known};
use crate::file::{self, FileError, MAX_BYTES};
use crate::link;

/// An assessment and the catalogue it was made with, or the sentence that says why there is none.
type Found = Result<(Assessment, &'static Catalogue), String>;

/// Where what is found goes, with its line.
type Take<'a> = dyn FnMut(usize, Found) -> io::Result<()> + 'a;

/// Hands on every assessment of a stream.
pub(super) fn each(reader: impl BufRead, known: &mut Known, take: &mut Take<'_>) -> io::Result<()> {
    let mut lines = Lines::new(reader);
    let mut text = Text::default();
    let mut first = true;
    while let Some((number, line)) = lines.next()? {
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                text.search(Around::Assessments, known, take)?;
                take(number, Err(error.to_string()))?;
                first = false;
                continue;
            }
        };
        let start = line.trim_start_matches('\u{feff}').trim();
        if start.starts_with('{') || first && start.starts_with('[') {
            let read = read(start, known);
            // A back-up begins with the catalogues that it needs.
            let brought = match &read {
                Err(FileError::OtherFormat(_)) if Catalogue::claims(start) => Some(bring(start, known)),
                _ => None,
            };
            if first
                && matches!(read, Err(FileError::CutShort { .. }))
                && lines.peek()?.is_some_and(|next| next != b'{')
            {
                return whole(number, &mut lines, known, take);
            }
            text.search(Around::Assessments, known, take)?;
            match brought {
                Some(Ok(())) => {}
                Some(Err(error)) => take(number, Err(error))?,
                None => take(number, read.map_err(|error| error.to_string()))?,
            }
        } else {
            text.push(number, line);
            if text.lines.len() > MAX_BYTES {
                text.search(Around::Assessments, known, take)?;
            }
        }
        first = false;
    }
    if first {
        return take(1, Err("the file is empty: an assessment or a link is expected".to_owned()));
    }
    text.search(if text.alone { Around::Nothing } else { Around::Assessments }, known, take)
}

/// Reads an assessment with the catalogue that it names.
fn read(text: &str, known: &Known) -> Result<(Assessment, &'static Catalogue), FileError> {
    known.reading(|catalogue| file::read(text, catalogue), FileError::needed)
}

/// Takes in a catalogue that stands before what was made with it.
fn bring(text: &str, known: &mut Known) -> Result<(), String> {
    let catalogue = Catalogue::read(text).map_err(|error| error.to_string())?;
    match known.add(catalogue) {
        Some(_) => Ok(()),
        None => Err(format!("at most {} catalogues can be read", Known::MOST)),
    }
}

/// An assessment of many lines.
fn whole(number: usize, lines: &mut Lines<impl BufRead>, known: &Known, take: &mut Take<'_>) -> io::Result<()> {
    let read = match lines.rest()? {
        Ok(text) => read(text, known).map_err(|error| error.to_string()),
        Err(error) => Err(error.to_string()),
    };
    take(number, read)
}

/// What stands around a text.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Around {
    /// It is all that there is.
    Nothing,
    /// Assessments, so that each of its lines may have been meant as one.
    Assessments,
}

/// Lines that are no assessments.
struct Text {
    lines: String,
    /// The number of the first line, and of the one behind the last.
    numbers: std::ops::Range<usize>,
    /// Whether nothing was found before.
    alone: bool,
}

impl Default for Text {
    fn default() -> Self {
        Self { lines: String::new(), numbers: 0..0, alone: true }
    }
}

impl Text {
    fn push(&mut self, number: usize, line: &str) {
        if self.lines.is_empty() {
            self.numbers = number..number;
        }
        // Blank lines were passed over.
        self.lines.extend(std::iter::repeat_n('\n', number - self.numbers.end));
        self.lines.push_str(line.trim_end());
        self.lines.push('\n');
        self.numbers.end = number + 1;
    }

    /// Hands on the links, and forgets the lines.
    fn search(&mut self, around: Around, known: &Known, take: &mut Take<'_>) -> io::Result<()> {
        let (lines, first) = (std::mem::take(&mut self.lines), self.numbers.start);
        self.alone = false;
        let found = link::find(&lines);
        let (mut number, mut seen) = (first, 0);
        for one in &found {
            number += lines.get(seen..one.range.start).unwrap_or_default().matches('\n').count();
            seen = one.range.start;
            let token = one.token.as_deref().map_err(Clone::clone);
            let read = token
                .and_then(|token| link::decode_known(token, known))
                .and_then(|(content, catalogue)| content.assessment().map(|assessment| (assessment, catalogue)));
            take(number, read.map_err(|error| error.to_string()))?;
        }
        if found.is_empty() {
            let written = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
            let reported = if around == Around::Nothing { 1 } else { usize::MAX };
            for (at, _) in written.take(reported) {
                take(first + at, Err("neither an assessment nor a link of Common Ground".to_owned()))?;
            }
        }
        Ok(())
    }
}
