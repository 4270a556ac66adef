//! Firefox and its driver.

use anyhow::Result;

use super::cargo_tool::{self, CargoTool};
use super::{Driven, apt, named};
use crate::run;

/// Names under which Firefox is found.
const BROWSERS: &[&str] = &["firefox-esr", "firefox"];

/// The version of the driver, which Debian has not packaged.
const GECKODRIVER: &str = "0.37.1";

/// Makes sure of Firefox and its driver: the programs that `FIREFOX` and `GECKODRIVER` name, else those on `PATH`, else
/// Debian's package and the driver by Cargo.
pub fn firefox() -> Result<Driven> {
    let find = || named("FIREFOX").or_else(|| BROWSERS.iter().find_map(|name| run::on_path(name).next()));
    let otherwise = "`firefox-esr` is not on PATH; set FIREFOX to where it is";
    let browser = apt::ensure(find, &["firefox-esr"], "Firefox", otherwise)?;
    if let Some(driver) = named("GECKODRIVER") {
        return Ok(Driven { browser, driver, screen: None });
    }
    let driver = CargoTool {
        package: "geckodriver",
        version: GECKODRIVER.to_owned(),
        programs: &["geckodriver"],
        // Unoptimised it is compiled sooner, and hands over as fast.
        options: &["--locked", "--debug"],
        usual: "a minute or two on two cores",
    };
    Ok(Driven { browser, driver: cargo_tool::program(&driver.ensure()?, "geckodriver"), screen: None })
}
