//! `dist/sw.js`: the script that serves the page without a network, with the version and the files put into it.
//!
//! A version is the hashes of all files in `dist/`: where one of them changes, so does the version, and where none
//! does, it stays, so that building again is no new version for anybody. Each file goes in with its hash, which the
//! browser checks when it fetches them; so files of two versions never meet in one cache. The first page goes in with
//! the name of its program instead: whoever publishes it may add to its head.

use anyhow::{Context, Result, ensure};
use fs_err as fs;

use crate::place::Place;
use crate::policy::digest;
use crate::{embed, glue, one_file, sizes};

/// Its name in `src/site/` and in `dist/`.
pub const NAME: &str = "sw.js";

/// The places in `src/site/sw.js` that are filled in.
const VERSION: &str = "const VERSION = 'version';";
const PROGRAM: &str = "const PROGRAM = 'program';";
const FILES: &str = "const FILES = [];";
const LATER: &str = "const LATER = [];";

/// Writes the script for what is in `dist/`.
///
/// # Errors
///
/// Where a file cannot be read or written, or `src/site/sw.js` has lost a place to fill in.
pub fn build(place: &Place) -> Result<()> {
    let dist = place.dist();
    let mut files = Vec::new();
    for path in sizes::files(&dist)? {
        let name = path.strip_prefix(&dist).unwrap_or(&path).to_string_lossy().replace('\\', "/");
        if name != NAME {
            files.push((name, digest(&fs::read(&path)?)));
        }
    }
    files.sort();
    let script = fs::read_to_string(place.root().join("src/site").join(NAME))?;
    let filled = filled(&script, &files)?;
    let filled = glue::reduced(&filled).unwrap_or(filled);
    Ok(fs::write(dist.join(NAME), filled)?)
}

/// Whether a file is fetched only when it is asked for: the one file, and what belongs to an installed page.
pub fn is_later(name: &str) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default();
    name == one_file::NAME || embed::BESIDE.contains(&name) || matches!(end, "png" | "svg" | "webmanifest")
}

/// The script with names and hashes in their places.
fn filled(script: &str, files: &[(String, String)]) -> Result<String> {
    let list = |later: bool| {
        let entry = |(name, hash): &(String, String)| {
            // Servers differ in what they answer to the name; all answer to the folder.
            match name.as_str() {
                "index.html" => "['./', '']".to_owned(),
                name => format!("['{name}', 'sha256-{hash}']"),
            }
        };
        let entries: Vec<String> = files.iter().filter(|(name, _)| is_later(name) == later).map(entry).collect();
        entries.join(", ")
    };
    let all: Vec<String> = files.iter().map(|(name, hash)| [name, " ", hash].concat()).collect();
    // Sixteen digits of base64 are 96 bits; these are letters of a text between quotes.
    let version: String = digest(all.join("\n").as_bytes()).chars().take(16).collect();
    let program = files.iter().find_map(|(name, _)| name.strip_suffix("_bg.wasm"));
    let program = program.context("dist/ holds no file that ends in _bg.wasm")?;
    let places = [
        (VERSION, format!("const VERSION = '{version}';")),
        (PROGRAM, format!("const PROGRAM = '{program}';")),
        (FILES, format!("const FILES = [{}];", list(false))),
        (LATER, format!("const LATER = [{}];", list(true))),
    ];
    places.iter().try_fold(script.to_owned(), |script, (place, filling)| {
        ensure!(script.matches(place).count() == 1, "src/site/sw.js: expected one line {place}");
        Ok(script.replace(place, filling))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const SCRIPT: &str =
        "const VERSION = 'version';\nconst PROGRAM = 'program';\nconst FILES = [];\nconst LATER = [];\nrun();\n";

    fn files(wasm: &str) -> Vec<(String, String)> {
        let file = |name: &str, hash: &str| (name.to_owned(), hash.to_owned());
        vec![
            file("common-ground-1_bg.wasm", wasm),
            file("common-ground.html", "b"),
            file("icon.svg", "c"),
            file("index.html", "d"),
        ]
    }

    #[test]
    fn the_page_is_fetched_at_once_and_the_one_file_and_icons_when_asked_for() -> Result<()> {
        let script = filled(SCRIPT, &files("a"))?;
        let mut lines = script.lines().skip(1);
        assert_eq!(lines.next(), Some("const PROGRAM = 'common-ground-1';"));
        assert_eq!(lines.next(), Some("const FILES = [['common-ground-1_bg.wasm', 'sha256-a'], ['./', '']];"));
        assert_eq!(lines.next(), Some("const LATER = [['common-ground.html', 'sha256-b'], ['icon.svg', 'sha256-c']];"));
        assert_eq!(lines.next(), Some("run();"));
        Ok(())
    }

    #[test]
    fn the_version_changes_with_a_file_and_with_nothing_else() -> Result<()> {
        assert_eq!(filled(SCRIPT, &files("a"))?, filled(SCRIPT, &files("a"))?);
        let version =
            |files: &[(String, String)]| filled(SCRIPT, files).map(|script| script.lines().next().map(str::to_owned));
        assert_ne!(version(&files("a"))?, version(&files("e"))?);
        assert_ne!(version(&files("a"))?, version(files("a").get(..3).unwrap_or_default())?);
        Ok(())
    }

    #[test]
    fn a_script_without_its_places_is_an_error_that_names_the_place() {
        let error = filled("const VERSION = 'version';\nconst PROGRAM = 'program';\n", &files("a"))
            .map_err(|error| error.to_string());
        assert_eq!(error, Err("src/site/sw.js: expected one line const FILES = [];".to_owned()));
    }
}
