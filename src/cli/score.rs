//! `score`: assessments in, results out, one line each.

use std::io::{self, Write};
use std::path::{Path, PathBuf};

use super::{Format, input, source};
use crate::advice::{self, Proposal};
use crate::assessment::{Assessment, Snapshot, Tree};
use crate::catalogue::{Catalogue, Known};
use crate::report::{self, csv};
use crate::score::{self, Many, Results};

/// What of an assessment is scored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum When {
    /// The present.
    Now,
    /// Each snapshot, oldest first, and the present.
    Each,
}

/// Scores what the files hold; whether all of it could be read.
pub(super) fn files(
    files: &[PathBuf],
    format: Format,
    when: When,
    mut known: Known,
    out: &mut dyn Write,
) -> io::Result<bool> {
    if format == Format::Csv {
        let header = csv::header();
        let header = if when == When::Each { csv::longer(&header, SNAPSHOT) } else { header };
        out.write_all(header.as_bytes())?;
    }
    let mut all_read = true;
    for path in files {
        let mut report = Report { path, format, when, out, all_read: &mut all_read };
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

/// The columns for a snapshot.
const SNAPSHOT: [&str; 2] = ["snapshot_date", "snapshot_label"];

/// Where results and errors of one file go.
struct Report<'a> {
    path: &'a Path,
    format: Format,
    when: When,
    out: &'a mut dyn Write,
    all_read: &'a mut bool,
}

impl Report<'_> {
    fn results(&mut self, assessment: &Assessment, catalogue: &Catalogue) -> io::Result<()> {
        if self.when == When::Each {
            for at in oldest_first(assessment) {
                self.snapshot(assessment, at)?;
            }
        }
        let results = score::results(&assessment.answered);
        let next = match self.format {
            Format::Json => {
                let many = Many::of(&assessment.answered, &results.counted);
                advice::proposals(assessment, &results, &many, catalogue.advice(), &[])
            }
            Format::Csv => Vec::new(),
        };
        self.state(assessment, &results, &next, None)
    }

    /// A snapshot as if it were the present; nothing is proposed for it any more.
    fn snapshot(&mut self, assessment: &Assessment, snapshot: &Snapshot) -> io::Result<()> {
        let mut then = assessment.clone();
        then.answered = snapshot.answered.clone();
        let results = score::results(&then.answered);
        self.state(&then, &results, &[], Some(snapshot))
    }

    /// A line for a state of an assessment; where snapshots are asked for, it says which it is.
    fn state(
        &mut self,
        assessment: &Assessment,
        results: &Results,
        next: &[Proposal],
        of: Option<&Snapshot>,
    ) -> io::Result<()> {
        let line = match (self.format, self.when) {
            (Format::Json, When::Now) => report::json(assessment, results, next) + "\n",
            (Format::Json, When::Each) => {
                let text = |text: &str| Tree::Text(text.to_owned());
                let entries = |one: &Snapshot| {
                    vec![("date".to_owned(), text(one.date.as_str())), ("label".to_owned(), text(&one.label))]
                };
                let of = of.map_or(Tree::Null, |one| Tree::Object(entries(one))).to_text();
                let line = report::json(assessment, results, next);
                [line.strip_suffix('}').unwrap_or(&line), ",\"snapshot\":", &of, "}\n"].concat()
            }
            (Format::Csv, When::Now) => csv::row(assessment, results),
            (Format::Csv, When::Each) => {
                let cells = of.map_or(["", ""], |one| [one.date.as_str(), &one.label]);
                csv::longer(&csv::row(assessment, results), cells)
            }
        };
        self.out.write_all(line.as_bytes())
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

/// The snapshots of an assessment, oldest first.
fn oldest_first(assessment: &Assessment) -> Vec<&Snapshot> {
    let mut all: Vec<&Snapshot> = assessment.snapshots.iter().collect();
    all.sort_by(|one, two| one.date.cmp(&two.date));
    all
}
