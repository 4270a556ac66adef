//! The command line: scores files, and says what it cannot read.

mod lines;
mod score;
mod source;

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

/// Common Ground: how far an organisation and the members of a community want the same of it.
#[derive(Debug, Parser)]
#[command(name = "common-ground", version, about)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Print the results of assessments, one line each.
    ///
    /// Reads assessment files, JSON Lines of them, or text that holds links. What cannot be read is reported in its place,
    /// with its file and line, and the exit status is 1 at the end.
    Score {
        /// What is printed: one JSON object a line, or a table with a header.
        #[arg(long, value_enum, default_value_t = Format::Json)]
        format: Format,
        /// The files to read; `-` is standard input.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One JSON object a line.
    Json,
    /// A table with a header.
    Csv,
}

/// Runs the command that the arguments of the process name.
pub fn run() -> ExitCode {
    let Command::Score { format, files } = Arguments::parse().command;
    let mut out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let done = score::files(&files, format, &mut out).and_then(|all_read| out.flush().map(|()| all_read));
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever read our output, `head` for one, has had enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            // Nothing is left to report to if this fails too.
            let _ = writeln!(io::stderr(), "common-ground: {error}");
            ExitCode::FAILURE
        }
    }
}
