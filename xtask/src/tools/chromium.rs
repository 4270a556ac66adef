//! Chromium and its driver.

use anyhow::Result;

use super::{Driven, apt, named};
use crate::run;

/// Debian's packages; the font gives headings and numbers something to be drawn with.
const PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-dejavu-core"];

/// Names under which Chromium or Chrome is found.
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Makes sure of Chromium and its driver: the programs that `CHROME` and `CHROMEDRIVER` name, else those on `PATH`,
/// else Debian's packages.
pub fn chromium() -> Result<Driven> {
    apt::ensure(
        find,
        PACKAGES,
        "Chromium with chromedriver",
        "`chromium` and `chromedriver` are not both on PATH; set CHROME and CHROMEDRIVER to where they are",
    )
}

fn find() -> Option<Driven> {
    let browser = named("CHROME").or_else(|| BROWSERS.iter().find_map(|name| run::on_path(name).next()))?;
    let driver = named("CHROMEDRIVER").or_else(|| run::on_path("chromedriver").next())?;
    Some(Driven { browser, driver, screen: None })
}
