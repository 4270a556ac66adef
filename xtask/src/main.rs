//! The commands of this repository, so that a fresh machine needs only Rust to build, serve, test and measure it.
//!
//! | file | what it knows |
//! |---|---|
//! | `main.rs` | which command was asked for |
//! | `suite.rs` | the order of the steps, their announcements and the closing summary |
//! | `engine.rs` | the engines, and which end-to-end tests run in each |
//! | `check.rs`, `browser.rs` | the steps: without and with a browser |
//! | `page.rs` | how the release page is made; `parts.rs` cuts its program, `wasm.rs` and `glue.rs` make it smaller |
//! | `embed.rs` | the script for pages that frame this one, and its documentation |
//! | `one_file.rs`, `packed.rs` | the whole application in one file, and how it is made small |
//! | `offline.rs` | the script that serves the page without a network |
//! | `addresses.rs`, `policy.rs`, `sizes.rs` | what is looked at, and completed, in the page that is made |
//! | `serve.rs`, `server.rs` | the command, and the static server behind it and behind the end-to-end tests |
//! | `bench.rs`, `sample.rs` | the benchmarks of the command line and of links, and the assessments they read |
//! | `fuzz.rs` | the fuzz targets at length |
//! | `tools/` | what must be installed, in which version, and how it gets there |
//! | `run.rs`, `place.rs`, `error.rs` | running a program; where things are; what can go wrong |

mod addresses;
mod bench;
mod browser;
mod check;
mod embed;
mod engine;
mod error;
mod fuzz;
mod glue;
mod offline;
mod one_file;
mod packed;
mod page;
mod parts;
mod place;
mod policy;
mod run;
mod sample;
mod serve;
mod server;
mod sizes;
mod suite;
mod tools;
mod wasm;

use std::process::ExitCode;

use error::{Error, Result};
use place::Place;
use suite::Extent;

/// What is printed for `help`, and after a command that is not known.
const USAGE: &str = "\
usage: cargo xtask COMMAND

  build            build the release page into dist/ and print what it costs to load
  serve [--port N] build, then serve dist/ on this machine (port 8080, or the next that is free)
  test             install what the tests need and run them all, end to end in Chromium, Firefox and WebKit
    --engines LIST   end to end in these only: chromium, or chromium,firefox
    --quick          without the release page and the end-to-end tests
  check            formatting, lints and native tests: seconds, for while you work
  bench            time the command line over 10,000 assessments, and print the sizes of links and of the page
  fuzz [--inputs N] throw N inputs (10,000,000) at all that reads what strangers hand in
  help             print this";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match command(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error @ Error::Usage(_)) => {
            eprintln!("error: {error}\n\n{USAGE}");
            ExitCode::from(2)
        }
        Err(error) => {
            eprintln!("\nerror: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Runs the command that the words name.
fn command(words: &[&str]) -> Result<()> {
    let place = Place::find()?;
    match words {
        ["help" | "--help" | "-h"] => {
            println!("{USAGE}");
            Ok(())
        }
        ["build"] => page::build(&place),
        ["serve", options @ ..] => serve::serve(&place, serve::port(options)?),
        ["test", options @ ..] => suite::test(&place, &Extent::read(options)?),
        ["check"] => suite::check(&place),
        ["bench"] => bench::bench(&place),
        ["fuzz", options @ ..] => fuzz::fuzz(&place, fuzz::inputs(options)?),
        [] => Err(Error::Usage("no command given".into())),
        _ => Err(Error::Usage(format!("no such command: {}", words.join(" ")))),
    }
}
