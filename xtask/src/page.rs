//! Making the release page.

use std::env;
use std::process::Command;
use std::time::Instant;

use anyhow::{Result, ensure};
use fs_err as fs;

use crate::place::Place;
use crate::tools::{self, PageTools};
use crate::{addresses, embed, offline, one_file, parts, policy, run, sizes};

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
    run::run(&mut trunk(place, &tools)?)?;
    parts::cut(place, &tools.bindgen)?;
    finish(place)?;
    let integrity = embed::publish(place)?;
    one_file::build(place, &tools)?;
    offline::build(place)?;
    println!("the page is in dist/, built in {}", run::spoken(start.elapsed()));
    println!("embed.js has integrity=\"{integrity}\"; how to use it is in dist/embedding.md");
    let sizes = sizes::measure(&place.dist())?;
    println!("\n{sizes}\n");
    sizes.within_limits()
}

fn trunk(place: &Place, tools: &PageTools) -> Result<Command> {
    let mut command = Command::new(&tools.trunk);
    command.args(["build", "--release"]).current_dir(place.root()).env("PATH", &tools.path);
    command.env("CARGO_ENCODED_RUSTFLAGS", parts::flags()?);
    if env::var_os("CARGO_TARGET_DIR").is_some() {
        command.env("CARGO_TARGET_DIR", place.target());
    }
    // Trunk reads this variable, and accepts only `true` and `false` in it, where the custom is any text.
    if let Some(value) = env::var_os("NO_COLOR") {
        command.env("NO_COLOR", if value.is_empty() { "false" } else { "true" });
    }
    Ok(command)
}

/// Completes the page that Trunk wrote, and looks at it as a browser on a foreign server would.
fn finish(place: &Place) -> Result<()> {
    let file = place.dist().join("index.html");
    let written = fs::read_to_string(&file)?;
    let page = policy::with_hashes(&written);
    if page != written {
        fs::write(&file, &page)?;
    }
    let faults = addresses::faults(&page, |name| place.dist().join(name).exists());
    ensure!(faults.is_empty(), "dist/index.html works only in some folders:\n  {}", faults.join("\n  "));
    Ok(())
}
