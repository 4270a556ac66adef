//! Where things are: the repository, and what is built in it.

use std::env;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

/// The folders the commands work in, as absolute paths.
#[derive(Debug, Clone)]
pub struct Place {
    root: PathBuf,
    target: PathBuf,
}

impl Place {
    /// Finds the repository from where this crate stands, and the target folder as Cargo does: `CARGO_TARGET_DIR` where
    /// it is set, else `target`.
    pub fn find() -> Result<Self> {
        // Cargo sets the variable when it runs this program; the compiled-in value serves a program started by hand.
        let here =
            env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
        let root =
            here.parent().map(Path::to_path_buf).with_context(|| format!("{} has no parent folder", here.display()))?;
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => env::current_dir().context("asking for the current folder")?.join(folder),
            None => root.join("target"),
        };
        Ok(Self { root, target })
    }

    /// The folder of the workspace.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Where Cargo puts what it builds.
    pub fn target(&self) -> &Path {
        &self.target
    }

    /// Where the release page is.
    pub fn dist(&self) -> PathBuf {
        self.root.join("dist")
    }

    /// The native program, built for release.
    pub fn native_program(&self) -> PathBuf {
        self.target.join("release").join(format!("common-ground{}", env::consts::EXE_SUFFIX))
    }
}
