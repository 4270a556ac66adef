//! The steps that drive a browser.

use std::process::Command;

use crate::check;
use crate::engine::Engine;
use crate::error::Result;
use crate::place::Place;
use crate::run::{cargo, run, run_hearing};
use crate::server::{Port, Server};
use crate::tools::{self, Driven};

/// The parts of the page hold in a browser.
pub fn tests_browser(place: &Place) -> Result<()> {
    let tools = tools::for_page(place)?;
    let Driven { driver, .. } = tools::chromium()?;
    let mut command = cargo(place);
    command.args(["test", "--package", "common-ground", "--target", "wasm32-unknown-unknown", "--test", "browser"]);
    command.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner);
    command.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", place.root().join("tests").join("webdriver.json"));
    command.env("CHROMEDRIVER", driver);
    // The runner takes another browser's driver first, where one is named.
    for other in ["GECKODRIVER", "SAFARIDRIVER", "MSEDGEDRIVER"] {
        command.env_remove(other);
    }
    // Its own twenty seconds are short for a busy machine that starts a browser for the first time.
    if std::env::var_os("WASM_BINDGEN_TEST_TIMEOUT").is_none() {
        command.env("WASM_BINDGEN_TEST_TIMEOUT", "120");
    }
    run(&mut command)
}

/// The release page, in `dist/` from the step before, holds from end to end in an engine.
///
/// Drivers of browsers fail by themselves now and then. So a [handful](HANDFUL) of tests that failed are [run again](TRIES), by
/// themselves and one at a time, and it is said: what fails each time has failed, and so has whatever fails in numbers.
pub fn tests_end_to_end(place: &Place, engine: Engine) -> Result<()> {
    let axe = tools::axe(place)?;
    let pdftotext = tools::pdftotext()?;
    check::native_program(place)?;
    for (name, why) in engine.left_out() {
        println!("  left out here: {name}, since {why}");
    }
    let tried = |filters: &[String], failures: &mut Failures| {
        let mut command = cargo(place);
        command.args(["test", "--package", "common-ground-e2e"]);
        if !filters.is_empty() {
            command.args(["--test", "page", "--"]).args(filters);
        }
        command.env("E2E_AXE", &axe).env("E2E_PDFTOTEXT", &pdftotext).env("E2E_CLI", place.native_program());
        run_hearing(driving(&mut command, place, engine)?, |line| failures.hear(line))
    };
    let mut failures = Failures::default();
    let Err(mut error) = tried(&engine.filters(), &mut failures) else { return Ok(()) };
    for _ in 0..TRIES {
        let names = failures.names();
        if !(1..=HANDFUL).contains(&names.len()) {
            break;
        }
        println!("  once more, since drivers fail by themselves now and then: {}", names.join(", "));
        let alone = ["--exact", "--test-threads=1"].map(str::to_owned);
        failures = Failures::default();
        match tried(&[&names, alone.as_slice()].concat(), &mut failures) {
            Ok(()) => return Ok(()),
            Err(again) => error = again,
        }
    }
    Err(error)
}

/// How often those are tried again.
const TRIES: usize = 2;

/// How many tests may fail once.
const HANDFUL: usize = 4;

/// The tests that failed, as the runner lists them at the end, under `failures:`.
#[derive(Default)]
struct Failures {
    listed: Vec<String>,
    listing: bool,
}

impl Failures {
    /// Hears the next line that is printed.
    fn hear(&mut self, line: &str) {
        match line.strip_prefix("    ") {
            _ if line == "failures:" => {
                // The first of two such lists holds what each test said.
                self.listed.clear();
                self.listing = true;
            }
            Some(name) if self.listing => self.listed.push(name.to_owned()),
            _ => self.listing = self.listing && line.is_empty() && self.listed.is_empty(),
        }
    }

    /// Their names.
    fn names(self) -> Vec<String> {
        self.listed
    }
}

/// Times the page in `dist/` while a thousand replies are pasted; prints the figures and the budget.
pub fn heap(place: &Place) -> Result<()> {
    timed(place, "heap")
}

/// The same while five hundred communities side by side are sorted and searched.
pub fn portfolio(place: &Place) -> Result<()> {
    timed(place, "portfolio")
}

fn timed(place: &Place, example: &str) -> Result<()> {
    let mut command = cargo(place);
    command.args(["run", "--quiet", "--package", "common-ground-e2e", "--example", example]);
    run(driving(&mut command, place, Engine::Chromium)?)
}

/// Serves `dist/` and tells a command where it is, and how the engine is driven.
fn driving<'command>(command: &'command mut Command, place: &Place, engine: Engine) -> Result<&'command mut Command> {
    let Driven { browser, driver, screen } = tools::engine(engine)?;
    let address = Server::start(&place.dist(), Port::Exactly(0))?.run_aside();
    println!("  dist/ is served at {address}");
    command.env("E2E_URL", address).env("E2E_DIST", place.dist()).env("E2E_ENGINE", engine.key());
    command.env("E2E_DRIVER", driver).env("E2E_BROWSER", browser);
    if let Some(screen) = screen {
        command.env("E2E_SCREEN", screen);
    }
    Ok(command)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_tests_that_failed_are_those_of_the_last_list() {
        let printed = "test a::one ... ok
test b::two ... FAILED

failures:

---- b::two stdout ----
    this line of what it said is indented too

thread 'b::two' panicked

failures:
    b::two
    c::three

test result: FAILED. 1 passed; 2 failed; 0 ignored
    this is not of the list";
        let mut failures = Failures::default();
        for line in printed.lines() {
            failures.hear(line);
        }
        assert_eq!(failures.names(), ["b::two", "c::three"]);
    }

    #[test]
    fn where_all_passed_none_failed() {
        let mut failures = Failures::default();
        for line in "running 1 test\ntest a::one ... ok\n\ntest result: ok. 1 passed".lines() {
            failures.hear(line);
        }
        assert!(failures.names().is_empty());
    }
}
