//! What it costs to load the page: each file as it is and compressed, and the sum beside what is allowed.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use brotli::enc::BrotliEncoderParams;

use crate::error::{Error, Result};

/// The bytes that the whole page may cost, compressed: 150 KB of 1000 bytes, the stricter reading.
const BUDGET: usize = 150_000;

/// The files of a page with their sizes, the most expensive first.
#[derive(Debug)]
pub struct Sizes {
    files: Vec<Entry>,
}

/// A file with its sizes in bytes.
#[derive(Debug)]
struct Entry {
    name: String,
    raw: usize,
    sent: usize,
}

/// Measures every file in a folder.
pub fn measure(folder: &Path) -> Result<Sizes> {
    let paths = files(folder)?;
    // Compressing as well as can be takes a second or two a file, so all at once.
    let measured: Vec<Result<Entry>> = thread::scope(|scope| {
        let workers: Vec<_> = paths.iter().map(|path| scope.spawn(|| entry(folder, path))).collect();
        workers
            .into_iter()
            .map(|worker| {
                worker.join().unwrap_or_else(|_| Err(Error::Check("compressing a file was broken off".to_owned())))
            })
            .collect()
    });
    let mut files = measured.into_iter().collect::<Result<Vec<Entry>>>()?;
    files.sort_by(|a, b| b.sent.cmp(&a.sent).then_with(|| a.name.cmp(&b.name)));
    Ok(Sizes { files })
}

impl Sizes {
    /// The bytes of all files as they travel.
    pub fn sent(&self) -> usize {
        self.files.iter().map(|file| file.sent).sum()
    }

    /// Fails where the page costs more than it may.
    pub fn within_budget(&self) -> Result<()> {
        let sent = self.sent();
        if sent <= BUDGET {
            return Ok(());
        }
        Err(Error::Check(format!(
            "the page costs {} bytes to load, {} more than the {} it may",
            grouped(sent),
            grouped(sent - BUDGET),
            grouped(BUDGET)
        )))
    }
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.files.iter().map(|file| file.name.chars().count()).max().unwrap_or(0).max(12);
        writeln!(f, "{:width$}  {:>11}  {:>11}", "bytes", "as it is", "brotli")?;
        for file in &self.files {
            writeln!(f, "{:width$}  {:>11}  {:>11}", file.name, grouped(file.raw), grouped(file.sent))?;
        }
        let raw = self.files.iter().map(|file| file.raw).sum();
        writeln!(f, "{:width$}  {:>11}  {:>11}", "together", grouped(raw), grouped(self.sent()))?;
        let share = self.sent() * 100 / BUDGET;
        write!(f, "{:width$}  {:>11}  {:>11}  ({share} % used)", "allowed", "", grouped(BUDGET))
    }
}

/// Every file in a folder and the folders in it.
fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let doing = || format!("reading the folder {}", folder.display());
    let mut found = Vec::new();
    for item in fs::read_dir(folder).map_err(Error::io(doing()))? {
        let path = item.map_err(Error::io(doing()))?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn entry(folder: &Path, path: &Path) -> Result<Entry> {
    let content = fs::read(path).map_err(Error::io(format!("reading {}", path.display())))?;
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
    // A server sends as it is what compression would only make longer.
    let sent = compressed(&content)?.min(content.len());
    Ok(Entry { name, raw: content.len(), sent })
}

/// The length of some bytes after brotli at its best, as servers keep it ready.
fn compressed(content: &[u8]) -> Result<usize> {
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut output, &settings).map_err(Error::io("compressing"))?;
    Ok(output.len())
}

/// A number with its thousands apart: `150 000`.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            text.push(' ');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        let check = |number, expected| assert_eq!(grouped(number), expected);
        check(0, "0");
        check(999, "999");
        check(1_000, "1 000");
        check(150_000, "150 000");
        check(1_234_567, "1 234 567");
    }

    #[test]
    fn the_table_lists_every_file_the_sum_and_what_is_allowed() {
        let sizes = Sizes {
            files: vec![
                Entry { name: "app_bg.wasm".into(), raw: 300_000, sent: 90_000 },
                Entry { name: "index.html".into(), raw: 9_000, sent: 3_000 },
            ],
        };
        let expected = "\
bytes            as it is       brotli
app_bg.wasm       300 000       90 000
index.html          9 000        3 000
together          309 000       93 000
allowed                        150 000  (62 % used)";
        assert_eq!(sizes.to_string(), expected);
        assert!(sizes.within_budget().is_ok());
    }

    #[test]
    fn a_page_over_the_budget_is_refused_with_the_excess() {
        let sizes = Sizes { files: vec![Entry { name: "a".into(), raw: 500_000, sent: BUDGET + 1 }] };
        let expected = "the page costs 150 001 bytes to load, 1 more than the 150 000 it may";
        assert!(sizes.within_budget().is_err_and(|error| error.to_string() == expected));
    }

    #[test]
    fn repetition_compresses_and_noise_is_sent_as_it_is() {
        assert!(compressed(&[b'a'; 10_000]).is_ok_and(|length| length < 100));
        assert!(compressed(&[7]).is_ok_and(|length| length > 1));
    }
}
