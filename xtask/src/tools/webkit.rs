//! The browser of `WebKitGTK`, its driver, and a screen for them.

use std::fs;
use std::path::PathBuf;

use anyhow::Result;

use super::{Driven, apt, named};
use crate::run;

/// Debian's packages.
const PACKAGES: &[&str] = &["webkit2gtk-driver", "xvfb"];

/// Makes sure of `WebKit`: the programs that `MINIBROWSER` and `WEBKITDRIVER` name, else those of Debian's packages,
/// and `Xvfb`, since this browser knows no way without a screen.
pub fn webkit() -> Result<Driven> {
    apt::ensure(
        find,
        PACKAGES,
        "WebKit with its driver and Xvfb",
        "MiniBrowser, WebKitWebDriver and Xvfb are not all found; set MINIBROWSER and WEBKITDRIVER to where they are",
    )
}

fn find() -> Option<Driven> {
    let browser = named("MINIBROWSER").or_else(mini_browser)?;
    let driver = named("WEBKITDRIVER").or_else(|| run::on_path("WebKitWebDriver").next())?;
    let screen = run::on_path("Xvfb").next()?;
    Some(Driven { browser, driver, screen: Some(screen) })
}

/// The browser among the libraries, where it is kept from people who look for one to use: `/usr/lib/*/webkit2gtk-*/`.
fn mini_browser() -> Option<PathBuf> {
    let libraries = fs::read_dir("/usr/lib").ok()?.flatten().map(|entry| entry.path());
    let folders = libraries.filter_map(|folder| fs::read_dir(folder).ok()).flat_map(Iterator::flatten);
    let versions = folders.filter(|entry| entry.file_name().to_string_lossy().starts_with("webkit2gtk-4."));
    let mut programs: Vec<PathBuf> =
        versions.map(|entry| entry.path().join("MiniBrowser")).filter(|program| program.is_file()).collect();
    programs.sort();
    programs.pop()
}
