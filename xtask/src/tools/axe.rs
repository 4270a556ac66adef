//! axe-core, the accessibility checker that the end-to-end tests put into the page; too big to be kept here.

use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use fs_err as fs;
use sha2::{Digest, Sha256};

use super::apt;
use crate::place::Place;
use crate::run;

/// The version from npm.
const VERSION: &str = "4.14.1";

/// The SHA-256 of `axe.min.js` in that version.
const DIGEST: &str = "29348999450cdf2849a8e70b7912fc2da85a849da39c0d0d5394f51d4a9ed95c";

/// Makes sure of axe-core and gives the path of its script.
pub fn axe(place: &Place) -> Result<PathBuf> {
    let folder = place.target().join("tools").join(format!("axe-core-{VERSION}"));
    let script = folder.join("package").join("axe.min.js");
    if !script.is_file() {
        fetch(&folder)?;
    }
    verify(&script)?;
    Ok(script)
}

fn fetch(folder: &Path) -> Result<()> {
    apt::ensure(|| run::on_path("npm").next(), &["nodejs", "npm"], "npm", "it is not on PATH")?;
    println!("fetching axe-core {VERSION} from npm: a few seconds, once");
    fs::create_dir_all(folder)?;
    let package = format!("axe-core@{VERSION}");
    run::run(Command::new("npm").args(["pack", &package, "--silent", "--ignore-scripts"]).current_dir(folder))?;
    let archive = format!("axe-core-{VERSION}.tgz");
    run::run(Command::new("tar").args(["-xzf", &archive, "package/axe.min.js"]).current_dir(folder))
}

fn verify(script: &Path) -> Result<()> {
    let found = format!("{:x}", Sha256::digest(fs::read(script)?));
    ensure!(
        found == DIGEST,
        "{} is not axe-core {VERSION} as this repository pins it: its SHA-256 is {found}, expected {DIGEST}; delete it to \
         fetch it again",
        script.display()
    );
    Ok(())
}
