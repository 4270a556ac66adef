//! Files that the page offers.

use std::fs;
use std::path::PathBuf;
use std::thread;
use std::time::Duration;

use super::session::Browser;
use crate::stop::Must;

/// The least time from one download to the next: Chromium takes ten within a second from a page and drops the eleventh
/// without a word, which a quick machine reaches and no hand does.
const PACE: Duration = Duration::from_millis(150);

impl Browser<'_> {
    /// Waits for a download that ends in `end`; its path.
    #[track_caller]
    pub fn downloaded(&self, end: &str, download: impl FnOnce()) -> PathBuf {
        let folder = self.folder().join("downloads");
        let list = || -> Vec<PathBuf> {
            let entries = fs::read_dir(&folder).must("looking at the downloads");
            let mut paths: Vec<PathBuf> = entries.flatten().map(|entry| entry.path()).collect();
            // Firefox makes the file first, empty, and fills another beside it that takes its place.
            let unfinished = paths.iter().any(|path| path.extension().is_some_and(|end| end == "part"));
            paths.retain(|path| !unfinished && path.to_string_lossy().ends_with(end));
            paths.retain(|path| fs::metadata(path).is_ok_and(|file| file.len() > 0));
            paths
        };
        thread::sleep(PACE);
        download();
        let mut new = None;
        self.wait_until(&format!("a download that ends in {end}"), || {
            new = list().pop();
            new.is_some()
        });
        let new = new.must("the download");
        // It makes room for the next of its name, which WebKit would not write over it.
        let number = self.downloads.get();
        self.downloads.set(number + 1);
        let place = self.folder().join("taken").join(number.to_string());
        fs::create_dir_all(&place).must("making a folder for a download");
        let taken = place.join(new.file_name().must("the name of a download"));
        fs::rename(&new, &taken).must("taking a download");
        taken
    }
}
