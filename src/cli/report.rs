//! `report`: an assessment in, a report out.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, anyhow, bail};
use clap::{Args, ValueEnum};

use super::input;
use super::workbook::workbook;
use crate::advice;
use crate::assessment::{Assessment, Instant};
use crate::catalogue::{Catalogue, Known};
use crate::report::drawing::{Drawing, drawn};
use crate::report::{Include, Subject, calendar, csv, markdown, picture};
use crate::score::{self, Many, Results};

/// The form of a report.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    /// Everything, as text with headings and tables.
    Markdown,
    /// One row an expectation.
    Csv,
    /// The open actions, the measures and the next review, for a calendar program.
    Calendar,
    /// A workbook: summary, expectations, practices, plan; needs -o.
    Xlsx,
    /// A picture: that of shared value, unless another is named.
    Svg,
}

/// What is reported, and how.
#[derive(Debug, Args)]
pub(super) struct Report {
    /// The form of the report.
    #[arg(long, value_enum)]
    format: Format,
    #[arg(long, value_name = "NAME", help = format!("The picture that is drawn, for svg only: {}", pictures()))]
    picture: Option<String>,
    /// With names of people: owners, those who can tell, and those who replied where at least three did.
    #[arg(long)]
    names: bool,
    /// With notes and evidence.
    #[arg(long)]
    notes: bool,
    /// The file to write; else the report is printed.
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// The assessment; `-` is standard input.
    file: PathBuf,
}

impl Report {
    /// Writes the report.
    pub(super) fn write(&self, known: &Known, out: &mut dyn Write) -> Result<()> {
        if self.format == Format::Xlsx && self.output.is_none() {
            bail!("a workbook cannot be printed: name its file with -o");
        }
        if self.format != Format::Svg && self.picture.is_some() {
            bail!("--picture names what --format svg draws: leave it out, or ask for svg");
        }
        let bytes = self.bytes(known, &now()?)?;
        match &self.output {
            None => out.write_all(&bytes)?,
            Some(path) if same(path, &self.file) => {
                bail!("{}: the report would overwrite the assessment: name another file with -o", path.display())
            }
            Some(path) => std::fs::write(path, bytes).with_context(|| path.display().to_string())?,
        }
        Ok(())
    }

    fn bytes(&self, known: &Known, now: &Instant) -> Result<Vec<u8>> {
        let (assessment, catalogue) = input::assessment(&self.file, known)?;
        let results = score::results(&assessment.answered);
        let include = Include { names: self.names, notes: self.notes };
        let text = match self.format {
            Format::Csv => csv::sheet(&assessment, &results, catalogue),
            Format::Svg => self.picture(&assessment, &results, catalogue)?,
            Format::Calendar => calendar::calendar(&assessment, catalogue.advice(), now, include).ok_or_else(|| {
                anyhow!(
                    "{}: no open action and no measure has a day, and no next review is set: there is nothing for a \
                     calendar",
                    self.file.display()
                )
            })?,
            Format::Markdown | Format::Xlsx => {
                let many = Many::of(&assessment.answered, &results.counted);
                let next = advice::next(&assessment, &results, &many, catalogue.advice(), &[]);
                let subject = Subject {
                    assessment: &assessment,
                    results: &results,
                    next: &next,
                    catalogue,
                    advice: catalogue.advice(),
                    today: &now.date(),
                    ahead: 0,
                    include,
                };
                if self.format == Format::Xlsx {
                    return Ok(workbook(&subject)?);
                }
                markdown::markdown(&subject)
            }
        };
        Ok(text.into_bytes())
    }

    /// The picture that was asked for.
    fn picture(&self, assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> Result<String> {
        let asked = self.picture.as_deref().unwrap_or(Drawing::Shared.key());
        let Some(drawing) = Drawing::ALL.into_iter().find(|one| one.key() == asked) else {
            bail!("there is no picture \"{asked}\": there are {}", pictures());
        };
        let scene = drawn(drawing, (assessment, results), catalogue, 0).ok_or_else(|| {
            let why = match drawing {
                Drawing::Trend => "no snapshot has been taken yet",
                _ => "nobody has said yet what has been delivered",
            };
            anyhow!("{}: {why}: there is nothing to draw", self.file.display())
        })?;
        Ok(picture::file(&scene))
    }
}

/// The names of all pictures.
fn pictures() -> String {
    Drawing::ALL.map(Drawing::key).join(", ")
}

/// The instant at which the command runs.
fn now() -> Result<Instant> {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs());
    let instant = i64::try_from(seconds).ok().and_then(Instant::from_seconds);
    instant.context("the clock of this machine is beyond the year 9999: set it right")
}

/// Whether two paths are one file.
fn same(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}
