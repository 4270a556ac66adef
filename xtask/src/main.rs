//! The commands of this repository, so that a fresh machine needs only Rust to build, serve, test and measure it.
//!
//! | file | what it knows |
//! |---|---|
//! | `main.rs` | the commands and their options |
//! | `suite.rs` | the order of the steps, their announcements and the closing summary |
//! | `engine.rs` | the engines, and which end-to-end tests run in each |
//! | `check.rs`, `browser.rs` | the steps: without and with a browser |
//! | `failures.rs` | which tests failed, and why |
//! | `page.rs` | how the release page is made; `parts.rs` cuts its program, `wasm.rs` and `glue.rs` make it smaller |
//! | `embed.rs` | the script for pages that frame this one, and its documentation |
//! | `one_file.rs`, `packed.rs` | the whole application in one file, and how it is made small |
//! | `offline.rs` | the script that serves the page without a network |
//! | `addresses.rs`, `policy.rs`, `sizes.rs` | what is looked at, and completed, in the page that is made |
//! | `serve.rs`, `server.rs` | the command, and the static server behind it and behind the end-to-end tests |
//! | `bench.rs` | the benchmarks, of which those of the command line and of links are in `tests/bench/` |
//! | `tools/` | what must be installed, in which version, and how it gets there |
//! | `run.rs`, `place.rs` | running a program; where things are |

mod addresses;
mod bench;
mod browser;
mod check;
mod embed;
mod engine;
mod failures;
mod glue;
mod names;
mod offline;
mod one_file;
mod packed;
mod page;
mod parts;
mod place;
mod policy;
mod run;
mod serve;
mod server;
mod sizes;
mod suite;
mod tools;
mod wasm;

use std::process::ExitCode;

use anyhow::Result;
use clap::Parser;

use engine::Engine;
use place::Place;
use server::Port;

/// Builds, serves, tests and measures Common Ground, and installs what is missing for it.
#[derive(Debug, PartialEq, Eq, Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
enum Command {
    /// Build the release page into dist/ and print what it costs to load.
    Build,
    /// Build the release page, then serve it on this machine.
    Serve {
        /// The port; without it 8080, or the next that is free.
        #[arg(long)]
        port: Option<u16>,
    },
    /// Install what the tests need and run them all, end to end in three engines.
    Test {
        /// End to end in these only: chromium, or chromium,firefox.
        #[arg(long, value_name = "LIST", value_enum, value_delimiter = ',', default_values_t = Engine::ALL)]
        engines: Vec<Engine>,
        /// Without the release page and the end-to-end tests.
        #[arg(long, conflicts_with = "engines")]
        quick: bool,
    },
    /// Run formatting, lints and native tests: seconds, for while you work.
    Check,
    /// Time the command line over 10,000 assessments, and print the sizes of links and of the page.
    Bench,
    /// Throw inputs at all that reads what strangers hand in.
    Fuzz {
        /// How many, for all targets together.
        #[arg(long, value_name = "N", default_value_t = 10_000_000)]
        inputs: u64,
    },
}

impl Command {
    fn run(self, place: &Place) -> Result<()> {
        match self {
            Self::Build => page::build(place),
            Self::Serve { port } => serve::serve(place, port.map_or(Port::From(serve::FIRST), Port::Exactly)),
            Self::Test { quick: true, .. } => suite::test(place, &[]),
            Self::Test { engines, .. } => suite::test(place, &engines),
            Self::Check => suite::check(place),
            Self::Bench => bench::bench(place),
            Self::Fuzz { inputs } => check::fuzz(place, inputs),
        }
    }
}

fn main() -> ExitCode {
    let command = Command::parse();
    match Place::find().and_then(|place| command.run(&place)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("\nerror: {error:#}");
            ExitCode::FAILURE
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &str) -> Option<Command> {
        Command::try_parse_from(["cargo xtask"].into_iter().chain(words.split(' '))).ok()
    }

    #[test]
    fn the_commands_and_options_that_are_documented_are_read() {
        let test = |engines: &[Engine], quick| Some(Command::Test { engines: engines.to_vec(), quick });
        assert_eq!(read("serve"), Some(Command::Serve { port: None }));
        assert_eq!(read("serve --port=0"), Some(Command::Serve { port: Some(0) }));
        assert_eq!(read("serve --port 9000"), Some(Command::Serve { port: Some(9000) }));
        assert_eq!(read("test"), test(&Engine::ALL, false));
        assert_eq!(read("test --quick"), test(&Engine::ALL, true));
        assert_eq!(read("test --engines chromium,firefox"), test(&[Engine::Chromium, Engine::Firefox], false));
        assert_eq!(read("test --engines webkit"), test(&[Engine::WebKit], false));
        assert_eq!(read("fuzz"), Some(Command::Fuzz { inputs: 10_000_000 }));
        assert_eq!(read("fuzz --inputs 7"), Some(Command::Fuzz { inputs: 7 }));
        for wrong in ["", "biuld", "build --foo", "serve --port 70000", "test --engines gecko", "fuzz --inputs -1"] {
            assert_eq!(read(wrong), None, "{wrong}");
        }
        assert_eq!(read("test --quick --engines webkit"), None);
    }
}
