//! Making the release page.

use std::env;
use std::fs;
use std::io;
use std::path::Path;
use std::process::Command;
use std::time::Instant;

use crate::error::{Error, Result};
use crate::place::Place;
use crate::tools::{self, PageTools};
use crate::{addresses, glue, policy, run, sizes, wasm};

/// How the name of the program ends; that of its script is the same up to there.
const PROGRAM: &str = "_bg.wasm";

/// Builds the page into `dist/`, checks it, and prints what it costs to load.
///
/// # Errors
///
/// Where it does not build, names an address that would tie it to one folder, or is bigger than it may be.
pub fn build(place: &Place) -> Result<()> {
    let start = Instant::now();
    let tools = tools::for_page(place)?;
    // Trunk builds offline, so what the page is made of must be there.
    run::run(run::cargo(place).args(["fetch", "--quiet"]))?;
    run::run(&mut trunk(place, &tools))?;
    lighten(&place.dist())?;
    finish(place)?;
    println!("the page is in dist/, built in {}", run::spoken(start.elapsed()));
    let sizes = sizes::measure(&place.dist())?;
    println!("\n{sizes}\n");
    if let Some(line) = sizes.short_of_goal() {
        println!("{line}");
    }
    sizes.within_ceiling()
}

fn trunk(place: &Place, tools: &PageTools) -> Command {
    let mut command = Command::new(&tools.trunk);
    command.args(["build", "--release"]).current_dir(place.root()).env("PATH", &tools.path);
    if env::var_os("CARGO_TARGET_DIR").is_some() {
        command.env("CARGO_TARGET_DIR", place.target());
    }
    // Trunk reads this variable, and accepts only `true` and `false` in it, where the custom is any text.
    if let Some(value) = env::var_os("NO_COLOR") {
        command.env("NO_COLOR", if value.is_empty() { "false" } else { "true" });
    }
    command
}

/// The names of the programs in a folder.
fn programs(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let entries = entries.map_err(Error::io("reading the folder dist"))?;
    let mut names: Vec<String> = entries.iter().map(|entry| entry.file_name().to_string_lossy().into_owned()).collect();
    names.retain(|name| name.ends_with(PROGRAM));
    if names.is_empty() {
        return Err(Error::Check(format!("dist/ holds no file that ends in {PROGRAM}")));
    }
    Ok(names)
}

/// Takes out of the program and of its script what nobody reads in a release page. Trunk is told to write no hashes of
/// them into the page, which would not fit any more.
fn lighten(dist: &Path) -> Result<()> {
    for program in programs(dist)? {
        let module = fs::read(dist.join(&program)).map_err(Error::io(format!("reading {program}")))?;
        let lighter = wasm::without_spare(&module)?;
        fs::write(dist.join(&program), lighter).map_err(Error::io(format!("writing {program}")))?;
        let script = program.replace(PROGRAM, ".js");
        let written = fs::read_to_string(dist.join(&script)).map_err(Error::io(format!("reading {script}")))?;
        match glue::reduced(&written) {
            Some(reduced) => fs::write(dist.join(&script), reduced).map_err(Error::io(format!("writing {script}")))?,
            None => println!("{script} keeps its comments: they cannot be told from its texts"),
        }
    }
    Ok(())
}

/// Completes the page that Trunk wrote, and looks at it as a browser on a foreign server would.
fn finish(place: &Place) -> Result<()> {
    let file = place.dist().join("index.html");
    let written = fs::read_to_string(&file).map_err(Error::io("reading dist/index.html"))?;
    let page = policy::with_hashes(&written);
    if page != written {
        fs::write(&file, &page).map_err(Error::io("writing dist/index.html"))?;
    }
    let faults = addresses::faults(&page, |name| place.dist().join(name).exists());
    if faults.is_empty() {
        return Ok(());
    }
    Err(Error::Check(format!("dist/index.html works only in some folders:\n  {}", faults.join("\n  "))))
}
