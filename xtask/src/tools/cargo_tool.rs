//! Programs that `cargo install` brings, each version in a folder of its own.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::Instant;

use anyhow::{Context, Result, ensure};

use crate::run;

/// A package with programs, wanted in exactly one version.
#[derive(Debug)]
pub struct CargoTool {
    /// The name of the package.
    pub package: &'static str,
    /// The version.
    pub version: String,
    /// The programs it brings; the first says its version.
    pub programs: &'static [&'static str],
    /// How it is installed, beside its version and place.
    pub options: &'static [&'static str],
    /// How long that usually takes.
    pub usual: &'static str,
}

impl CargoTool {
    /// Gives the folder of the programs: on `PATH` where they stand there in that version, else in a folder of our own,
    /// filled if need be.
    pub fn ensure(&self) -> Result<PathBuf> {
        let first = self.programs.first().copied().unwrap_or(self.package);
        let found = run::on_path(first)
            .filter_map(|program| program.parent().map(Path::to_path_buf))
            .find(|folder| self.is_in(folder));
        if let Some(folder) = found {
            return Ok(folder);
        }
        let home = cargo_home()?;
        let root = home.join("common-ground").join(format!("{first}-{}", self.version));
        let folder = root.join("bin");
        if !self.is_in(&folder) {
            self.install(&home, &root)?;
        }
        ensure!(
            self.is_in(&folder),
            "{} does not hold {} {} after it was installed; delete {} and try again",
            folder.display(),
            self.package,
            self.version,
            root.display()
        );
        Ok(folder)
    }

    /// Whether a folder holds all the programs, in the right version.
    fn is_in(&self, folder: &Path) -> bool {
        let mut programs = self.programs.iter().map(|name| program(folder, name));
        programs.clone().all(|program| program.is_file())
            && programs.next().and_then(|first| run::version(&first)).is_some_and(|version| version == self.version)
    }

    fn install(&self, home: &Path, root: &Path) -> Result<()> {
        println!("installing {} {}: {}, once", self.package, self.version, self.usual);
        let start = Instant::now();
        let mut command = Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        // Away from the repository, whose .cargo/config.toml is not meant for it.
        command.current_dir(home);
        command.args(["install", self.package, "--version", &self.version, "--force", "--root"]);
        command.arg(root).args(self.options);
        for (name, _) in env::vars_os() {
            if name.to_str().is_some_and(steers_the_build) {
                command.env_remove(name);
            }
        }
        run::run(&mut command)?;
        println!("installed {} in {}", self.package, run::spoken(start.elapsed()));
        Ok(())
    }
}

/// The file of a program in a folder.
pub fn program(folder: &Path, name: &str) -> PathBuf {
    folder.join(format!("{name}{}", env::consts::EXE_SUFFIX))
}

/// Whether an environment variable would change what Cargo builds, or where: set for this repository, perhaps, but not
/// for its tools.
fn steers_the_build(name: &str) -> bool {
    matches!(name, "RUSTFLAGS" | "CARGO_ENCODED_RUSTFLAGS" | "CARGO_TARGET_DIR" | "CARGO_INSTALL_ROOT")
        || ["CARGO_BUILD_", "CARGO_PROFILE_", "CARGO_TARGET_"].iter().any(|start| name.starts_with(start))
}

/// Where Cargo keeps what it downloads and installs.
fn cargo_home() -> Result<PathBuf> {
    env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| env::home_dir().map(|home| home.join(".cargo")))
        .context("the home folder is missing: set CARGO_HOME to a folder for Cargo's downloads")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_that_steer_a_build_are_told_from_those_that_do_not() {
        for name in
            ["RUSTFLAGS", "CARGO_TARGET_DIR", "CARGO_BUILD_TARGET", "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER"]
        {
            assert!(steers_the_build(name), "{name}");
        }
        for name in ["PATH", "CARGO_HOME", "CARGO_HTTP_PROXY", "CARGO_REGISTRIES_MINE_TOKEN", "RUSTUP_TOOLCHAIN"] {
            assert!(!steers_the_build(name), "{name}");
        }
    }
}
