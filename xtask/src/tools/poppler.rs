//! The program that reads the words of a printed document.

use std::path::PathBuf;

use super::apt;
use crate::error::{Error, Result};
use crate::run;

/// Makes sure of `pdftotext` and gives its path: on `PATH`, else from Debian's package.
pub fn pdftotext() -> Result<PathBuf> {
    let find = || run::on_path("pdftotext").next();
    if let Some(found) = find() {
        return Ok(found);
    }
    let what = "pdftotext";
    apt::install(&["poppler-utils"], what)?;
    find().ok_or_else(|| Error::Missing {
        what: what.to_owned(),
        how: "its package, poppler-utils, is installed, yet it is not on PATH".to_owned(),
    })
}
