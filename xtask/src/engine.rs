//! The engines that the end-to-end tests drive, and which tests run in each.

use clap::ValueEnum;
use clap::builder::PossibleValue;

/// What draws a page and runs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Blink: Chromium and its relatives.
    Chromium,
    /// Gecko: Firefox.
    Firefox,
    /// `WebKit`: Safari, and every browser of a phone by Apple.
    WebKit,
}

/// The tests that run in every engine, by their modules in `tests/e2e/tests/page`: what they try, engines do each in
/// their own way. `tests/README.md` says why the others run in Chromium only.
const EVERYWHERE: &[&str] = &[
    "arrival",
    "faults",
    "frames",
    "hostile",
    "hosts",
    "keyboard",
    "main_job",
    "one_file",
    "storage",
    "text_as_text",
    "two_tabs",
    "voices",
    "wrong_input",
];

/// The tests of those that an engine cannot run, with the reason, which is printed.
const EXCEPT: &[(Engine, &str, &str)] = &[
    (Engine::WebKit, "faults::a_killed_browser_leaves_whole_records", KILLED),
    (Engine::WebKit, "faults::a_killed_browser_loses_at_most_the_last_second", KILLED),
    (Engine::Firefox, LARGE_PASTE, CLIPBOARD),
    (Engine::WebKit, LARGE_PASTE, CLIPBOARD),
];

/// Why no browser is killed there.
const KILLED: &str = "a browser of WebKit that is driven keeps its profile in memory, so nothing outlives it";

/// A test that pastes from the clipboard.
const LARGE_PASTE: &str =
    "voices::a_large_paste_and_a_file_lie_beside_the_field_and_can_be_seen_and_taken_away_with_the_keyboard";

/// Why it runs in Chromium only.
const CLIPBOARD: &str = "only Chromium lets a test fill the clipboard without a person's leave";

impl Engine {
    /// All of them, in the order in which they are tried.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// Its name as people write it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Chromium => "Chromium",
            Self::Firefox => "Firefox",
            Self::WebKit => "WebKit",
        }
    }

    /// Its name on the command line and for the tests.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        }
    }

    /// What the test program is told, so that it runs what this engine is to run; nothing for everything.
    pub fn filters(self) -> Vec<String> {
        match self {
            Self::Chromium => Vec::new(),
            Self::Firefox | Self::WebKit => {
                let modules = EVERYWHERE.iter().map(|module| format!("{module}::"));
                let left_out = self.left_out().flat_map(|(name, _)| ["--skip".to_owned(), name.to_owned()]);
                modules.chain(left_out).collect()
            }
        }
    }

    /// The tests that it cannot run, each with the reason.
    pub fn left_out(self) -> impl Iterator<Item = (&'static str, &'static str)> {
        EXCEPT.iter().filter(move |(engine, ..)| *engine == self).map(|(_, name, why)| (*name, *why))
    }
}

/// By its name on the command line.
impl ValueEnum for Engine {
    fn value_variants<'a>() -> &'a [Self] {
        &Self::ALL
    }

    fn to_possible_value(&self) -> Option<PossibleValue> {
        Some(PossibleValue::new(self.key()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_test_that_is_left_out_is_there() {
        let modules = [
            ("faults", include_str!("../../tests/e2e/tests/page/faults.rs")),
            ("voices", include_str!("../../tests/e2e/tests/page/voices.rs")),
        ];
        for (_, name, _) in EXCEPT {
            let there = name.split_once("::").is_some_and(|(module, test)| {
                modules.iter().any(|(one, tests)| *one == module && tests.contains(&format!("fn {test}()")))
            });
            assert!(there, "{name}");
        }
    }

    /// A filter that names no module would run nothing and pass.
    #[test]
    fn every_module_that_runs_in_every_engine_is_there() {
        let modules = include_str!("../../tests/e2e/tests/page/main.rs");
        for module in EVERYWHERE {
            assert!(modules.lines().any(|line| line == format!("mod {module};")), "{module}");
        }
    }
}
