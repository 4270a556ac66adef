//! The lines of a stream, none of which is kept in memory beyond the limit of a file.

use std::io::{self, BufRead, Read};

use crate::file::{FileError, MAX_BYTES};

/// A stream, line by line.
pub(super) struct Lines<R> {
    reader: R,
    bytes: Vec<u8>,
    number: usize,
}

/// Why a line or a stream is no text to read.
#[derive(Debug)]
pub(super) enum NotText {
    /// It has so many bytes.
    TooLarge(usize),
    /// It is no UTF-8 from this byte on, counted from 1.
    NotUtf8(usize),
    /// The system gives nothing more of the stream.
    Refused(io::Error),
}

impl std::error::Error for NotText {}

impl From<io::Error> for NotText {
    fn from(error: io::Error) -> Self {
        Self::Refused(error)
    }
}

impl std::fmt::Display for NotText {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooLarge(bytes) => FileError::TooLarge(*bytes).fmt(f),
            Self::NotUtf8(at) => write!(f, "not UTF-8 text, at byte {at}"),
            Self::Refused(error) => error.fmt(f),
        }
    }
}

impl<R: BufRead> Lines<R> {
    pub(super) const fn new(reader: R) -> Self {
        Self { reader, bytes: Vec::new(), number: 0 }
    }

    /// The next line that is not blank, with its number from 1; `None` at the end. After a [refusal](NotText::Refused)
    /// nothing more is to be had.
    pub(super) fn next(&mut self) -> Option<(usize, Result<&str, NotText>)> {
        loop {
            self.number += 1;
            match self.fill() {
                Ok(0) => return None,
                Ok(_) if self.bytes.trim_ascii().is_empty() => {}
                Ok(_) => return Some((self.number, text(&self.bytes))),
                Err(error) => return Some((self.number, Err(error))),
            }
        }
    }

    /// Reads a line; how many bytes it has.
    fn fill(&mut self) -> Result<usize, NotText> {
        self.bytes.clear();
        let size = limited(&mut self.reader).read_until(b'\n', &mut self.bytes)?;
        if size > MAX_BYTES && self.bytes.last() != Some(&b'\n') {
            return Err(NotText::TooLarge(size + self.skip_line()?));
        }
        Ok(size)
    }

    /// The last line and everything behind it.
    pub(super) fn rest(&mut self) -> Result<&str, NotText> {
        limited(&mut self.reader).read_to_end(&mut self.bytes)?;
        if self.bytes.len() > MAX_BYTES {
            let more = io::copy(&mut self.reader, &mut io::sink())?;
            let size = self.bytes.len().saturating_add(usize::try_from(more).unwrap_or(usize::MAX));
            return Err(NotText::TooLarge(size));
        }
        text(&self.bytes)
    }

    /// The first byte behind the last line; `None` where there is none to be had.
    pub(super) fn peek(&mut self) -> Option<u8> {
        self.reader.fill_buf().ok()?.first().copied()
    }

    /// Passes over the rest of a line; how many bytes it has.
    fn skip_line(&mut self) -> io::Result<usize> {
        let mut skipped = 0;
        loop {
            let buffer = self.reader.fill_buf()?;
            let end = buffer.iter().position(|&byte| byte == b'\n');
            let size = end.unwrap_or(buffer.len());
            let done = end.is_some() || buffer.is_empty();
            self.reader.consume(size + usize::from(end.is_some()));
            skipped += size;
            if done {
                return Ok(skipped);
            }
        }
    }
}

fn limited<R: BufRead>(reader: &mut R) -> io::Take<&mut R> {
    reader.take(u64::try_from(MAX_BYTES).unwrap_or(u64::MAX) + 1)
}

fn text(bytes: &[u8]) -> Result<&str, NotText> {
    std::str::from_utf8(bytes).map_err(|error| NotText::NotUtf8(error.valid_up_to() + 1))
}
