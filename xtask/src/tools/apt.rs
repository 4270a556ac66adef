//! Installing Debian packages, where that is possible.

use std::process::Command;

use anyhow::{Context, Result};

use crate::run;

/// Gives what `find` finds, with packages installed where it finds nothing.
///
/// # Errors
///
/// Where it then finds nothing either: `otherwise` says what to do about it. And those of installing.
pub fn ensure<T>(find: impl Fn() -> Option<T>, packages: &[&str], what: &str, otherwise: &str) -> Result<T> {
    if let Some(found) = find() {
        return Ok(found);
    }
    install(packages, what)?;
    find().with_context(|| format!("{what} is missing, though {} is installed: {otherwise}", packages.join(", ")))
}

/// Installs packages with `apt-get`: as root, or by `sudo` where it asks no password. Where neither can be done, the
/// error names the packages.
fn install(packages: &[&str], what: &str) -> Result<()> {
    let right = run::on_path("apt-get").next().and_then(|_| right());
    let right = right.with_context(|| {
        format!("{what} is missing: install it; in Debian the packages are: {}", packages.join(" "))
    })?;
    println!("installing {}: a minute or two, once", packages.join(", "));
    // A list that cannot be renewed may still be good enough.
    if let Err(error) = run::run(&mut apt_get(right, &["update"])) {
        println!("  {error}; going on with the packages that are known");
    }
    let mut install = apt_get(right, &["install", "-y", "--no-install-recommends"]);
    run::run(install.args(packages))
}

/// How this user may install packages.
#[derive(Debug, Clone, Copy)]
enum Right {
    Root,
    Sudo,
}

fn right() -> Option<Right> {
    let quiet = |command: &mut Command| command.output().ok().filter(|output| output.status.success());
    if quiet(Command::new("id").arg("-u"))?.stdout.trim_ascii() == b"0" {
        return Some(Right::Root);
    }
    quiet(Command::new("sudo").args(["-n", "true"])).map(|_| Right::Sudo)
}

fn apt_get(right: Right, arguments: &[&str]) -> Command {
    let mut command = match right {
        Right::Root => Command::new("env"),
        Right::Sudo => Command::new("sudo"),
    };
    if matches!(right, Right::Sudo) {
        command.args(["-n", "env"]);
    }
    command.args(["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q"]).args(arguments);
    command
}
