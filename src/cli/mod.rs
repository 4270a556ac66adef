//! The command line: scores files, writes reports, makes and reads links, adds replies, and says what it cannot read.

mod catalogue;
mod input;
mod lines;
mod link;
mod merge;
mod report;
mod score;
mod source;
mod workbook;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use anyhow::Result;
use clap::{Parser, Subcommand, ValueEnum};

use crate::catalogue::{Known, Side, bundled_text};

/// Common Ground: how far an organisation and the members of a community want the same of it.
#[derive(Debug, Parser)]
#[command(name = "common-ground", version, about)]
struct Arguments {
    /// A catalogue that assessments, links and replies may be made with, beside the bundled one; can be given again.
    #[arg(long, global = true, value_name = "FILE")]
    catalogue: Vec<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the results of assessments, one line each.
    ///
    /// Reads assessment files, JSON Lines of them, or text that holds links. What cannot be read is reported in its
    /// place, with its file and line, and the exit status is 1 at the end.
    Score {
        /// What is printed: one JSON object a line, or a table with a header; the table is UTF-8 without a byte order
        /// mark.
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// Print a line for each snapshot too, oldest first, before that of the present: each says which it is.
        #[arg(long)]
        snapshots: bool,
        /// The files to read; `-` is standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
    /// Write a report on an assessment: Markdown, a table, a calendar, a workbook or a picture.
    ///
    /// Single answers are in none of them; where one person alone was heard, the median is that person's answer. Notes
    /// and names of people come along only where they are asked for, and only where a format has a place for them:
    /// calendars have no notes, tables and pictures neither.
    Report(report::Report),
    /// Print the part behind `#` of an assessment's link.
    Link {
        /// What stays at home; unless named, everything travels.
        #[arg(long, value_enum, value_delimiter = ',', value_name = "WHAT")]
        without: Vec<link::Without>,
        /// The assessment; `-` is standard input.
        file: PathBuf,
    },
    /// Print the part behind `#` of an invitation's link.
    Invite {
        /// The side that is invited.
        #[arg(long, value_enum)]
        side: Side,
        /// The assessment; `-` is standard input.
        file: PathBuf,
    },
    /// Print what a link holds as a file: an assessment, an invitation or a reply.
    Decode {
        /// The pass-phrase, if it is locked.
        #[arg(long)]
        phrase: Option<String>,
        /// The link, or any text with one in it; `-` is standard input.
        text: String,
    },
    /// Print the bundled catalogue as one file, as a start for your own; or check one.
    ///
    /// For a catalogue that can be read, its name, digest and size are printed; else the error names the place.
    Catalogue {
        /// The catalogue to check; `-` is standard input.
        file: Option<PathBuf>,
    },
    /// Print an assessment with the replies that texts hold.
    ///
    /// What was found is said on standard error. The exit status is 1 if a reply could not be read.
    Merge {
        /// The assessment; `-` is standard input.
        file: PathBuf,
        /// The texts with replies in them; `-` is standard input.
        #[arg(required = true)]
        replies: Vec<PathBuf>,
    },
}

/// The form of results.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object a line.
    Json,
    /// A table with a header.
    Csv,
}

impl Command {
    /// Runs the command; whether all could be read.
    fn run(self, known: Known, out: &mut dyn Write) -> Result<bool> {
        match self {
            Self::Score { format, snapshots, files } => {
                let when = if snapshots { score::When::Each } else { score::When::Now };
                Ok(score::files(&files, format, when, known, out)?)
            }
            Self::Report(report) => report.write(&known, out).map(|()| true),
            Self::Link { without, file } => link::link(&file, &without, &known, out).map(|()| true),
            Self::Invite { side, file } => link::invite(&file, side, &known, out).map(|()| true),
            Self::Decode { phrase, text } => link::decode(&text, phrase.as_deref(), &known, out).map(|()| true),
            Self::Catalogue { file: None } => Ok(out.write_all(bundled_text().as_bytes()).map(|()| true)?),
            Self::Catalogue { file: Some(file) } => catalogue::check(&file, out).map(|()| true),
            Self::Merge { file, replies } => merge::merge(&file, &replies, &known, out),
        }
    }
}

/// Runs the command that the arguments of the process name.
pub fn run() -> ExitCode {
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let Arguments { catalogue, command } = Arguments::parse();
    let done = catalogue::known(&catalogue).and_then(|known| command.run(known, &mut out));
    match done.and_then(|all_read| Ok(out.flush().map(|()| all_read)?)) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever read our output, `head` for one, has had enough.
        Err(error) if error.downcast_ref().map(io::Error::kind) == Some(io::ErrorKind::BrokenPipe) => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to report to if this fails too.
            let _ = writeln!(io::stderr(), "common-ground: {error:#}");
            ExitCode::FAILURE
        }
    }
}
