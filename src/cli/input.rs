//! What a command is given: files, or standard input.
//!
//! Errors of whole files name the file.

use std::fs::File;
use std::io::{self, BufReader, Read};
use std::path::Path;

use anyhow::{Context, Result};

use super::lines::{Lines, NotText};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Known};
use crate::file::{self, FileError};
use crate::link::{self, LinkError};

/// An assessment, and the catalogue that it was made with.
pub(super) type Made = (Assessment, &'static Catalogue);

/// A file, or standard input where its name is `-`.
pub(super) fn open(path: &Path) -> io::Result<BufReader<Box<dyn Read>>> {
    let input: Box<dyn Read> =
        if path == Path::new("-") { Box::new(io::stdin().lock()) } else { Box::new(File::open(path)?) };
    Ok(BufReader::with_capacity(1 << 16, input))
}

/// All of a text, as far as files may be large.
pub(super) fn text(path: &Path) -> Result<String> {
    let read = || -> Result<String, NotText> { Ok(Lines::new(open(path)?).rest()?.to_owned()) };
    read().with_context(|| path.display().to_string())
}

/// The assessment in a file, or in a link in it.
pub(super) fn assessment(path: &Path, known: &Known) -> Result<Made> {
    let text = text(path)?;
    let read: Result<Made> = if text.trim_start_matches('\u{feff}').trim_start().starts_with('{') {
        written(&text, known).map_err(Into::into)
    } else {
        linked(&text, known).map_err(Into::into)
    };
    read.with_context(|| path.display().to_string())
}

/// Reads an assessment as JSON with the catalogue that it names.
pub(super) fn written(text: &str, known: &Known) -> Result<Made, FileError> {
    known.reading(|catalogue| file::read(text, catalogue), FileError::needed)
}

/// Reads the assessment in a link.
pub(super) fn linked(text: &str, known: &Known) -> Result<Made, LinkError> {
    let (content, catalogue) = link::decode_known(text, known)?;
    content.assessment().map(|assessment| (assessment, catalogue))
}
