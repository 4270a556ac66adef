//! Chromium and its driver.

use super::{Driven, apt, named};
use crate::error::{Error, Result};
use crate::run;

/// Debian's packages; the font gives headings and numbers something to be drawn with.
const PACKAGES: &[&str] = &["chromium", "chromium-driver", "fonts-dejavu-core"];

/// Names under which Chromium or Chrome is found.
const BROWSERS: &[&str] = &["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/// Makes sure of Chromium and its driver: the programs that `CHROME` and `CHROMEDRIVER` name, else those on `PATH`, else
/// Debian's packages.
pub fn chromium() -> Result<Driven> {
    if let Some(found) = find() {
        return Ok(found);
    }
    let what = "Chromium with chromedriver";
    apt::install(PACKAGES, what)?;
    find().ok_or_else(|| Error::Missing {
        what: what.to_owned(),
        how: "its packages are installed, yet `chromium` and `chromedriver` are not both on PATH; set CHROME and \
              CHROMEDRIVER to where they are"
            .to_owned(),
    })
}

fn find() -> Option<Driven> {
    let browser = named("CHROME").or_else(|| BROWSERS.iter().find_map(|name| run::on_path(name).next()))?;
    let driver = named("CHROMEDRIVER").or_else(|| run::on_path("chromedriver").next())?;
    Some(Driven { browser, driver, screen: None })
}
