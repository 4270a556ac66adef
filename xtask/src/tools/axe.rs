//! axe-core, the accessibility checker that the end-to-end tests put into the page; too big to be kept here.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use sha2::{Digest, Sha256};

use super::apt;
use crate::error::{Error, Result};
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
    if run::on_path("npm").next().is_none() {
        apt::install(&["nodejs", "npm"], "npm")?;
    }
    println!("fetching axe-core {VERSION} from npm: a few seconds, once");
    fs::create_dir_all(folder).map_err(Error::io(format!("making {}", folder.display())))?;
    let package = format!("axe-core@{VERSION}");
    run::run(Command::new("npm").args(["pack", &package, "--silent", "--ignore-scripts"]).current_dir(folder))?;
    let archive = format!("axe-core-{VERSION}.tgz");
    run::run(Command::new("tar").args(["-xzf", &archive, "package/axe.min.js"]).current_dir(folder))
}

fn verify(script: &Path) -> Result<()> {
    let content = fs::read(script).map_err(Error::io(format!("reading {}", script.display())))?;
    let found = hexadecimal(&Sha256::digest(&content));
    if found == DIGEST {
        return Ok(());
    }
    Err(Error::Check(format!(
        "{} is not axe-core {VERSION} as this repository pins it: its SHA-256 is {found}, expected {DIGEST}; delete it to \
         fetch it again",
        script.display()
    )))
}

fn hexadecimal(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |text, byte| format!("{text}{byte:02x}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digests_are_written_as_everybody_writes_them() {
        let expected = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assert_eq!(hexadecimal(&Sha256::digest(b"abc")), expected);
        assert_eq!(DIGEST.len(), expected.len());
    }
}
