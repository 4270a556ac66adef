//! Where everything is, as `cargo xtask test` says it.

use std::env;
use std::path::PathBuf;

use crate::browser::Engine;
use crate::stop::{Must, stop};

/// The address of the page, without anything behind `#`.
#[track_caller]
pub fn page() -> String {
    setting("E2E_URL")
}

/// The folder of the built page.
#[track_caller]
pub fn dist() -> PathBuf {
    setting("E2E_DIST").into()
}

/// The engine that the page is driven in.
#[track_caller]
pub fn engine() -> Engine {
    Engine::named(&setting("E2E_ENGINE")).must("an engine of the name that E2E_ENGINE holds")
}

/// The program that drives it.
#[track_caller]
pub fn driver() -> PathBuf {
    setting("E2E_DRIVER").into()
}

/// The browser.
#[track_caller]
pub fn browser() -> String {
    setting("E2E_BROWSER")
}

/// The program `Xvfb`: a screen without glass, for an engine that cannot do without a screen.
#[track_caller]
pub fn screen() -> PathBuf {
    setting("E2E_SCREEN").into()
}

/// The script of axe-core.
#[track_caller]
pub fn axe() -> PathBuf {
    setting("E2E_AXE").into()
}

/// The program that reads the words of a printed document.
#[track_caller]
pub fn pdftotext() -> PathBuf {
    setting("E2E_PDFTOTEXT").into()
}

/// The command line of Common Ground.
#[track_caller]
pub fn command_line() -> PathBuf {
    setting("E2E_CLI").into()
}

#[track_caller]
fn setting(name: &str) -> String {
    match env::var(name) {
        Ok(value) if !value.is_empty() => value,
        _ => stop(format!("{name} is not set: these tests are run by `cargo xtask test`, which sets it")),
    }
}
