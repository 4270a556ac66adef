//! `score`: assessments in, results out, one line each.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Format, input, source};
use crate::advice;
use crate::assessment::{Assessment, Tree};
use crate::catalogue::{Catalogue, Known};
use crate::report::{self, csv};
use crate::score::{self, Many};

/// Scores what the files hold; whether all of it could be read.
pub(super) fn files(files: &[PathBuf], format: Format, mut known: Known, out: &mut dyn Write) -> io::Result<bool> {
    if format == Format::Csv {
        out.write_all(csv::header().as_bytes())?;
    }
    let mut all_read = true;
    for path in files {
        let mut report = Report { path, format, out, all_read: &mut all_read };
        match input::open(path) {
            Ok(input) => source::each(input, &mut known, &mut |line, found| match found {
                Ok((assessment, catalogue)) => report.results(&assessment, catalogue),
                Err(error) => report.error(line, &error),
            })?,
            Err(error) => report.error(1, &error.into())?,
        }
    }
    Ok(all_read)
}

/// Where results and errors of one file go.
struct Report<'a> {
    path: &'a Path,
    format: Format,
    out: &'a mut dyn Write,
    all_read: &'a mut bool,
}

impl Report<'_> {
    fn results(&mut self, assessment: &Assessment, catalogue: &Catalogue) -> io::Result<()> {
        let results = score::results(&assessment.answered);
        match self.format {
            Format::Json => {
                let many = Many::of(&assessment.answered, &results.counted);
                let next = advice::proposals(assessment, &results, &many, catalogue.advice(), &[]);
                self.out.write_all(report::json(assessment, &results, &next).as_bytes())?;
                self.out.write_all(b"\n")
            }
            Format::Csv => self.out.write_all(csv::row(assessment, &results).as_bytes()),
        }
    }

    /// In the place of the results; beside a table, which has no place for it.
    fn error(&mut self, line: usize, error: &anyhow::Error) -> io::Result<()> {
        *self.all_read = false;
        let source = format!("{}:{line}", self.path.display());
        let entries = vec![
            ("error".to_owned(), error.to_string().as_str().into()),
            ("source".to_owned(), source.as_str().into()),
        ];
        let mut text = Tree::Object(entries).to_text();
        text.push('\n');
        match self.format {
            Format::Json => self.out.write_all(text.as_bytes()),
            Format::Csv => io::stderr().write_all(text.as_bytes()),
        }
    }
}
