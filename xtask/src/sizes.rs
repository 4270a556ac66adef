//! What it costs to load the page: each file as it is and compressed, and the sum beside what it should and may be.

use std::fmt;
use std::path::{Path, PathBuf};
use std::thread;

use anyhow::{Context, Result, anyhow, ensure};
use brotli::enc::BrotliEncoderParams;
use fs_err as fs;

use crate::offline;

/// The bytes that the first page may cost, compressed: 150 KB of 1000 bytes, the stricter reading. What it costs is
/// what `index.html` names, itself among it; with that the page can be read and used. Above it the build fails.
const BUDGET: usize = 150_000;

/// The bytes that all of the page may cost, what is fetched later or never among it: what it did when this was last
/// changed, up to the next 5 000. Above it the build fails, so that the page cannot grow unseen; it is to be lowered
/// with the page, and raised only with the reason.
const CEILING: usize = 725_000;

/// The page, in which stands what is fetched at once.
const PAGE: &str = "index.html";

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
    when: When,
}

/// When a file is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum When {
    /// With the page.
    First,
    /// Once it is needed.
    Later,
}

/// Measures every file in a folder that the page loads.
pub fn measure(folder: &Path) -> Result<Sizes> {
    let mut paths = files(folder)?;
    paths.retain(|path| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        !offline::is_later(&name) && name != offline::NAME
    });
    // Compressing as well as can be takes a second or two a file, so all at once.
    let measured: Vec<Result<Entry>> = thread::scope(|scope| {
        let workers: Vec<_> = paths.iter().map(|path| scope.spawn(|| entry(folder, path))).collect();
        workers
            .into_iter()
            .map(|worker| worker.join().unwrap_or_else(|_| Err(anyhow!("compressing a file was broken off"))))
            .collect()
    });
    let mut files = measured.into_iter().collect::<Result<Vec<Entry>>>()?;
    let page = fs::read_to_string(folder.join(PAGE))?;
    for file in &mut files {
        if file.name == PAGE || page.contains(&format!("./{}", file.name)) {
            file.when = When::First;
        }
    }
    files.sort_by(|a, b| a.when.cmp(&b.when).then_with(|| b.sent.cmp(&a.sent)).then_with(|| a.name.cmp(&b.name)));
    Ok(Sizes { files })
}

impl Sizes {
    /// The bytes of all files as they travel.
    fn sent(&self) -> usize {
        self.files.iter().map(|file| file.sent).sum()
    }

    /// The bytes of what is fetched with the page, as they are and as they travel.
    fn first(&self) -> (usize, usize) {
        let first = self.files.iter().filter(|file| file.when == When::First);
        first.fold((0, 0), |(raw, sent), file| (raw + file.raw, sent + file.sent))
    }

    /// Fails where the page costs more than it may.
    pub fn within_limits(&self) -> Result<()> {
        within("the first page", self.first().1, BUDGET, "BUDGET")?;
        within("the whole page", self.sent(), CEILING, "CEILING")
    }
}

fn within(what: &str, sent: usize, limit: usize, constant: &str) -> Result<()> {
    ensure!(
        sent <= limit,
        "{what} costs {} bytes to load, {} more than the {} it may: make it smaller again, or raise {constant} in \
         xtask/src/sizes.rs with the reason",
        grouped(sent),
        grouped(sent - limit),
        grouped(limit)
    );
    Ok(())
}

impl fmt::Display for Sizes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let width = self.files.iter().map(|file| file.name.chars().count()).max().unwrap_or(0).max(16);
        let mut line = |name: &str, raw: &str, sent: &str, after: &str| {
            writeln!(f, "{}", format!("{name:width$}  {raw:>11}  {sent:>11}{after}").trim_end())
        };
        line("bytes", "as it is", "brotli", "")?;
        for when in [When::First, When::Later] {
            for file in self.files.iter().filter(|file| file.when == when) {
                line(&file.name, &grouped(file.raw), &grouped(file.sent), "")?;
            }
            if when == When::First {
                let (raw, sent) = self.first();
                line("the first page", &grouped(raw), &grouped(sent), "")?;
                line("  budget", "", &grouped(BUDGET), &format!("  ({})", beside(sent, BUDGET)))?;
            }
        }
        let raw = self.files.iter().map(|file| file.raw).sum();
        line("all of it", &grouped(raw), &grouped(self.sent()), "")?;
        write!(f, "{:width$}  {:>11}  {:>11}  ({})", "  ceiling", "", grouped(CEILING), beside(self.sent(), CEILING))
    }
}

/// Every file in a folder and the folders in it.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    for item in fs::read_dir(folder)? {
        let path = item?.path();
        if path.is_dir() {
            found.extend(files(&path)?);
        } else {
            found.push(path);
        }
    }
    Ok(found)
}

fn entry(folder: &Path, path: &Path) -> Result<Entry> {
    let content = fs::read(path)?;
    let name = path.strip_prefix(folder).unwrap_or(path).to_string_lossy().replace('\\', "/");
    // A server sends as it is what compression would only make longer.
    let sent = compressed(&content)?.min(content.len());
    Ok(Entry { name, raw: content.len(), sent, when: When::Later })
}

/// The length of some bytes after brotli at its best, as servers keep it ready.
fn compressed(content: &[u8]) -> Result<usize> {
    let settings = BrotliEncoderParams { quality: 11, lgwin: 22, ..BrotliEncoderParams::default() };
    let mut output = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut output, &settings).context("compressing")?;
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
pub fn grouped(number: usize) -> String {
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

    /// A page of three files.
    fn page(program: usize, document: usize, later: usize) -> Sizes {
        let entry = |name: &str, raw, sent, when| Entry { name: name.into(), raw, sent, when };
        Sizes {
            files: vec![
                entry("app_bg.wasm", 900_000, program, When::First),
                entry("index.html", 9_000, document, When::First),
                entry("app-later.wasm", 500_000, later, When::Later),
            ],
        }
    }

    #[test]
    fn the_table_lists_every_file_the_sums_and_both_limits() {
        let expected = format!(
            "\
bytes                as it is       brotli
app_bg.wasm           900 000       90 000
index.html              9 000        3 000
the first page        909 000       93 000
  budget                           150 000  (62 % used)
app-later.wasm        500 000      200 000
all of it           1 409 000      293 000
  ceiling                          {}  ({} % used)",
            grouped(CEILING),
            293_000 * 100 / CEILING
        );
        assert_eq!(page(90_000, 3_000, 200_000).to_string(), expected);
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
    fn a_page_up_to_both_limits_is_let_pass() {
        assert!(page(BUDGET - 3_000, 3_000, CEILING - BUDGET).within_limits().is_ok());
    }

    #[test]
    fn a_first_page_above_its_budget_is_refused_with_the_excess() {
        let expected = "the first page costs 150 001 bytes to load, 1 more than the 150 000 it may: ";
        let refused = page(BUDGET, 1, 0).within_limits();
        assert!(refused.is_err_and(|error| error.to_string().starts_with(expected)));
    }

    #[test]
    fn a_whole_page_above_its_ceiling_is_refused_with_the_excess() {
        let (size, ceiling) = (grouped(CEILING + 1), grouped(CEILING));
        let expected = format!("the whole page costs {size} bytes to load, 1 more than the {ceiling} it may: ");
        let refused = page(1, 0, CEILING).within_limits();
        assert!(refused.is_err_and(|error| error.to_string().starts_with(&expected)));
    }

    #[test]
    fn repetition_compresses_and_noise_is_sent_as_it_is() {
        assert!(compressed(&[b'a'; 10_000]).is_ok_and(|length| length < 100));
        assert!(compressed(&[7]).is_ok_and(|length| length > 1));
    }
}
