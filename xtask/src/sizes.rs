//! What it costs to load the page: each file as it is and compressed, and the sum beside what it should and may be.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::thread;

use brotli::enc::BrotliEncoderParams;

use crate::error::{Error, Result};

/// The bytes that the whole page should cost, compressed: 150 KB of 1000 bytes, the stricter reading.
const GOAL: usize = 150_000;

/// The bytes that it may cost until then: what it did when this was last lowered, up to the next 5 000. Above it the build
/// fails, so that the page cannot grow unseen; it is to be lowered with the page, and to go once the goal is met.
const CEILING: usize = 510_000;

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

    /// What is left to do, in a line; `None` where the goal is met.
    pub fn short_of_goal(&self) -> Option<String> {
        let excess = self.sent().checked_sub(GOAL).filter(|excess| *excess > 0)?;
        Some(format!("the goal is not met yet: the page costs {} bytes more than {}", grouped(excess), grouped(GOAL)))
    }

    /// Fails where the page costs more than it may.
    pub fn within_ceiling(&self) -> Result<()> {
        let sent = self.sent();
        if sent <= CEILING {
            return Ok(());
        }
        Err(Error::Check(format!(
            "the page costs {} bytes to load, {} more than the {} it may: make it smaller again, or raise CEILING in \
             xtask/src/sizes.rs with the reason",
            grouped(sent),
            grouped(sent - CEILING),
            grouped(CEILING)
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
        writeln!(f, "{:width$}  {:>11}  {:>11}  ({})", "goal", "", grouped(GOAL), beside(self.sent(), GOAL))?;
        write!(f, "{:width$}  {:>11}  {:>11}  ({})", "ceiling", "", grouped(CEILING), beside(self.sent(), CEILING))
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

/// How a size stands to a limit: `62 % used`, `2.1 times over`.
fn beside(size: usize, limit: usize) -> String {
    if size <= limit {
        return format!("{} % used", size * 100 / limit);
    }
    let tenths = (size * 10 + limit / 2) / limit;
    format!("{}.{} times over", tenths / 10, tenths % 10)
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

    /// A page of two files.
    fn page(program: usize, document: usize) -> Sizes {
        Sizes {
            files: vec![
                Entry { name: "app_bg.wasm".into(), raw: 900_000, sent: program },
                Entry { name: "index.html".into(), raw: 9_000, sent: document },
            ],
        }
    }

    #[test]
    fn the_table_lists_every_file_the_sum_and_both_limits() {
        let expected = format!(
            "\
bytes            as it is       brotli
app_bg.wasm       900 000       90 000
index.html          9 000        3 000
together          909 000       93 000
goal                           150 000  (62 % used)
ceiling                        {}  ({} % used)",
            grouped(CEILING),
            93_000 * 100 / CEILING
        );
        assert_eq!(page(90_000, 3_000).to_string(), expected);
    }

    #[test]
    fn a_size_stands_to_a_limit_in_per_cent_up_to_it_and_in_times_above() {
        let check = |size, expected| assert_eq!(beside(size, 150_000), expected, "{size}");
        check(0, "0 % used");
        check(93_000, "62 % used");
        check(150_000, "100 % used");
        check(150_001, "1.0 times over");
        check(320_000, "2.1 times over");
        check(1_500_000, "10.0 times over");
    }

    #[test]
    fn a_page_up_to_the_goal_is_let_pass_without_a_word() {
        let sizes = page(GOAL - 3_000, 3_000);
        assert_eq!(sizes.short_of_goal(), None);
        assert!(sizes.within_ceiling().is_ok());
    }

    #[test]
    fn a_page_between_goal_and_ceiling_is_let_pass_with_a_word_on_what_is_missing() {
        let expected = "the goal is not met yet: the page costs 2 bytes more than 150 000";
        assert_eq!(page(GOAL, 2).short_of_goal().as_deref(), Some(expected));
        assert!(page(GOAL, 1).within_ceiling().is_ok());
        assert!(page(CEILING - 1, 1).within_ceiling().is_ok());
    }

    #[test]
    fn a_page_above_the_ceiling_is_refused_with_the_excess() {
        let sizes = page(CEILING, 1);
        let (size, ceiling) = (grouped(CEILING + 1), grouped(CEILING));
        let expected = format!("the page costs {size} bytes to load, 1 more than the {ceiling} it may: ");
        assert!(sizes.within_ceiling().is_err_and(|error| error.to_string().starts_with(&expected)));
    }

    #[test]
    fn repetition_compresses_and_noise_is_sent_as_it_is() {
        assert!(compressed(&[b'a'; 10_000]).is_ok_and(|length| length < 100));
        assert!(compressed(&[7]).is_ok_and(|length| length > 1));
    }
}
