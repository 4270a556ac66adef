//! The program that reads the words of a printed document.

use std::path::PathBuf;

use anyhow::Result;

use super::apt;
use crate::run;

/// Makes sure of `pdftotext` and gives its path: on `PATH`, else from Debian's package.
pub fn pdftotext() -> Result<PathBuf> {
    apt::ensure(|| run::on_path("pdftotext").next(), &["poppler-utils"], "pdftotext", "it is not on PATH")
}
