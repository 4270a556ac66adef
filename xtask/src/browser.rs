//! The steps that drive a browser.

use std::process::Command;

use anyhow::Result;

use crate::check;
use crate::engine::Engine;
use crate::failures::{Failure, Listener};
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
/// Drivers of browsers fail by themselves now and then. So a [handful](HANDFUL) of tests that failed are [run
/// again](TRIES), by themselves and one at a time: what fails each time has failed, and so has whatever fails in
/// numbers. What failed and passed then is given back, to be listed.
///
/// Those of the driver are not told from the page's, since they cannot be with certainty: `tests/README.md` says why.
pub fn tests_end_to_end(place: &Place, engine: Engine) -> Result<Vec<Failure>> {
    let axe = tools::axe(place)?;
    let pdftotext = tools::pdftotext()?;
    check::native_program(place)?;
    for (name, why) in engine.left_out() {
        println!("  left out here: {name}, since {why}");
    }
    let attempt = |filters: &[String], listener: &mut Listener| {
        let mut command = cargo(place);
        command.args(["test", "--package", "common-ground-e2e"]);
        if !filters.is_empty() {
            command.args(["--test", "page", "--"]).args(filters);
        }
        command.env("E2E_AXE", &axe).env("E2E_PDFTOTEXT", &pdftotext).env("E2E_CLI", place.native_program());
        run_hearing(driving(&mut command, place, engine)?, |line| listener.hear(line))
    };
    let (mut filters, mut tries, mut again) = (engine.filters(), 0, Vec::new());
    loop {
        let mut listener = Listener::default();
        let Err(error) = attempt(&filters, &mut listener) else { return Ok(again) };
        let failures = listener.failures(engine);
        if tries == TRIES || !(1..=HANDFUL).contains(&failures.len()) {
            return Err(error);
        }
        tries += 1;
        filters = failures.iter().map(|failure| failure.name.clone()).collect();
        println!("  once more, since drivers fail by themselves now and then: {}", filters.join(", "));
        filters.extend(["--exact", "--test-threads=1"].map(str::to_owned));
        again.extend(failures);
    }
}

/// How often those are tried again.
const TRIES: usize = 2;

/// How many tests may fail once.
const HANDFUL: usize = 4;

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
