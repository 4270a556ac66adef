//! The steps that need no browser.

use anyhow::Result;

use crate::place::Place;
use crate::run::{cargo, run};
use crate::tools;

/// The formatter changes nothing.
pub fn formatting(place: &Place) -> Result<()> {
    tools::components()?;
    run(cargo(place).args(["fmt", "--all", "--check"]))
}

/// The lints find nothing in what runs natively.
pub fn lints_native(place: &Place) -> Result<()> {
    tools::components()?;
    run(cargo(place).args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]))
}

/// The lints find nothing in what runs in the browser: the native tests are left out, they do not compile there.
pub fn lints_browser(place: &Place) -> Result<()> {
    tools::for_page(place)?;
    run(cargo(place).args(["clippy", "--package", "common-ground", "--target", "wasm32-unknown-unknown"]).args([
        "--features",
        "parts",
        "--lib",
        "--bins",
        "--test",
        "browser",
        "--",
        "-D",
        "warnings",
    ]))
}

/// The native tests hold, those in the documentation among them.
pub fn tests_native(place: &Place) -> Result<()> {
    run(cargo(place).args(["test", "--package", "common-ground", "--package", "xtask"]))
}

/// The fuzz targets at length: each prints its inputs, how many were accepted, and the seconds.
pub fn fuzz(place: &Place, inputs: u64) -> Result<()> {
    run(cargo(place)
        .args(["test", "--package", "common-ground", "--profile", "fuzz", "--test", "fuzz", "--", "--nocapture"])
        .env("COMMON_GROUND_FUZZ", inputs.to_string()))
}

/// The documentation has no broken links.
pub fn documentation(place: &Place) -> Result<()> {
    run(cargo(place)
        .args(["doc", "--no-deps", "--document-private-items", "--package", "common-ground"])
        .env("RUSTDOCFLAGS", "-D warnings"))
}

/// The command line is built for release.
pub fn native_program(place: &Place) -> Result<()> {
    run(cargo(place).args(["build", "--release", "--package", "common-ground"]))
}
