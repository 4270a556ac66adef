//! A folder of its own that goes with whoever made it.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use crate::stop::Must;

static COUNT: AtomicUsize = AtomicUsize::new(0);

/// An empty folder among the temporary files; removed when dropped.
#[derive(Debug)]
pub struct Folder(PathBuf);

impl Folder {
    #[track_caller]
    pub fn new() -> Self {
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("common-ground-e2e-{}-{number}", process::id()));
        fs::create_dir_all(&path).must("making a folder for temporary files");
        Self(path)
    }

    pub fn path(&self) -> &Path {
        &self.0
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A browser that is only just ending may still write; what is left of it harms nobody.
        let _ = fs::remove_dir_all(&self.0);
    }
}
