//! What a file holds: an assessment, JSON Lines of them, text with links in it, or all of that in turn.
//!
//! A line that begins with `{` is an assessment, or a catalogue that those behind it were made with. Only the first may
//! be an assessment of many lines, which shows when it is cut short and the next line begins none. The lines between
//! are text, and searched for links together, since a link may be broken into lines. Text without a link is an error,
//! one for each line if assessments stand around it.

use std::io::{self, BufRead, Read};

use anyhow::anyhow;

use super::input::{Made, linked, written};
use super::lines::{Lines, NotText};
use crate::catalogue::{Catalogue, Known};
use crate::file::{FileError, MAX_BYTES};
use crate::link;

/// Where what is found goes, with its line: an assessment, or why there is none.
type Take<'a> = dyn FnMut(usize, anyhow::Result<Made>) -> io::Result<()> + 'a;

/// Calls `take` with every assessment of a stream, or with why there is none.
///
/// # Errors
///
/// Those of `take`.
pub(super) fn each(mut reader: impl BufRead, known: &mut Known, take: &mut Take<'_>) -> io::Result<()> {
    let start = reader.fill_buf().unwrap_or_default();
    if let [0xff, 0xfe, _, 0, ..] = start {
        return take(1, wide(reader, known));
    }
    if start.contains(&0) {
        return take(1, Err(anyhow!("this is no text: an assessment or a link is expected")));
    }
    let mut lines = Lines::new(reader);
    let mut text = Text::default();
    let mut begun = false;
    while let Some((number, line)) = lines.next() {
        let first = !std::mem::replace(&mut begun, true);
        let line = match line {
            Ok(line) => line,
            Err(error) => {
                let ended = matches!(error, NotText::Refused(_));
                text.search(Around::Assessments, known, take)?;
                take(number, Err(error.into()))?;
                if ended {
                    return Ok(());
                }
                continue;
            }
        };
        let start = line.trim_start_matches('\u{feff}').trim();
        if start.starts_with('{') || first && start.starts_with('[') {
            let found = json(start, known);
            if first && found.as_ref().is_err_and(is_cut_short) && lines.peek().is_some_and(|next| next != b'{') {
                let whole = lines.rest().map_err(Into::into).and_then(|text| Ok(written(text, known)?));
                return take(number, whole);
            }
            text.search(Around::Assessments, known, take)?;
            if let Some(found) = found.transpose() {
                take(number, found)?;
            }
        } else {
            text.push(number, line);
            if text.lines.len() > MAX_BYTES {
                text.search(Around::Assessments, known, take)?;
            }
        }
    }
    if !begun {
        return take(1, Err(anyhow!("the file is empty: an assessment or a link is expected")));
    }
    text.search(if text.alone { Around::Nothing } else { Around::Assessments }, known, take)
}

/// The assessment in a text of letters of two bytes: a page with an assessment in it, or a file that some editor has
/// saved so.
fn wide(reader: impl BufRead, known: &Known) -> anyhow::Result<Made> {
    let mut bytes = Vec::new();
    reader.take(u64::try_from(MAX_BYTES)?).read_to_end(&mut bytes)?;
    let (pairs, _) = bytes.as_chunks::<2>();
    let letters = char::decode_utf16(pairs.iter().map(|pair| u16::from_le_bytes(*pair)));
    let text: String = letters.map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    Ok(if text.starts_with('{') { written(text, known)? } else { linked(text, known)? })
}

/// The assessment in a line; `None` where it is a catalogue, which is then known: a back-up begins with those that it
/// needs.
fn json(line: &str, known: &mut Known) -> anyhow::Result<Option<Made>> {
    match written(line, known) {
        Err(FileError::OtherFormat(_)) if Catalogue::claims(line) => match known.add(Catalogue::read(line)?) {
            Some(_) => Ok(None),
            None => Err(anyhow!("at most {} catalogues can be read", Known::MOST)),
        },
        read => Ok(Some(read?)),
    }
}

fn is_cut_short(error: &anyhow::Error) -> bool {
    matches!(error.downcast_ref(), Some(FileError::CutShort { .. }))
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
            let read = one.token.as_deref().map_err(Clone::clone).and_then(|token| linked(token, known));
            take(number, read.map_err(Into::into))?;
        }
        if found.is_empty() {
            let written = lines.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
            let reported = if around == Around::Nothing { 1 } else { usize::MAX };
            for (at, _) in written.take(reported) {
                take(first + at, Err(anyhow!("neither an assessment nor a link of Common Ground")))?;
            }
        }
        Ok(())
    }
}
