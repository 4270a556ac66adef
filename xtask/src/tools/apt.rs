//! Installing Debian packages, where that is possible.

use std::process::Command;

use crate::error::{Error, Result};
use crate::run;

/// Installs packages with `apt-get`: as root, or by `sudo` where it asks no password.
///
/// # Errors
///
/// `Missing`, naming `what` and the packages, where there is no `apt-get` or no right to use it.
pub fn install(packages: &[&str], what: &str) -> Result<()> {
    let missing = || Error::Missing {
        what: what.to_owned(),
        how: format!("install it; in Debian the packages are: {}", packages.join(" ")),
    };
    let Some(prefix) = (run::on_path("apt-get").next()).and_then(|_| right()) else {
        return Err(missing());
    };
    println!("installing {}: a minute or two, once", packages.join(", "));
    // A list that cannot be renewed may still be good enough.
    if let Err(error) = run::run(&mut apt_get(prefix, &["update"])) {
        println!("  {error}; going on with the packages that are known");
    }
    let mut install = apt_get(prefix, &["install", "-y", "--no-install-recommends"]);
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
