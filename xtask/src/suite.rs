//! The commands `test` and `check`: steps in order, each announced, timed, and the last one at the first failure.

use std::time::{Duration, Instant};

use crate::engine::Engine;
use crate::error::{Error, Result};
use crate::place::Place;
use crate::{browser, check, page, run, tools};

/// How much of the tests to run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Extent {
    /// All of them, end to end in these engines.
    Everything(Vec<Engine>),
    /// Those that need no release build.
    Quick,
}

impl Extent {
    /// From the words after `test`.
    pub fn read(options: &[&str]) -> Result<Self> {
        match options {
            [] => Ok(Self::Everything(Engine::ALL.to_vec())),
            ["--quick"] => Ok(Self::Quick),
            ["--engines", list] => Ok(Self::Everything(Engine::list(list)?)),
            _ => Err(Error::Usage(format!("test does not know: {}", options.join(" ")))),
        }
    }
}

/// Something to be done, with what is said before it.
struct Step {
    /// What it is.
    name: &'static str,
    /// How long it usually takes.
    usual: &'static str,
    /// The doing.
    run: fn(&Place) -> Result<()>,
}

const TOOLS: Step =
    Step { name: "tools that the tests need", usual: "a second; about 10 minutes the first time", run: install };
const FORMATTING: Step = Step { name: "formatting", usual: "a second", run: check::formatting };
const LINTS_NATIVE: Step =
    Step { name: "lints, native", usual: "10 seconds; a minute the first time", run: check::lints_native };
const LINTS_BROWSER: Step =
    Step { name: "lints, browser", usual: "20 seconds; two minutes the first time", run: check::lints_browser };
const TESTS_NATIVE: Step =
    Step { name: "native tests", usual: "half a minute; two minutes the first time", run: check::tests_native };
const DOCUMENTATION: Step = Step { name: "documentation", usual: "10 seconds", run: check::documentation };
const TESTS_BROWSER: Step =
    Step { name: "tests in a browser", usual: "a minute; three the first time", run: browser::tests_browser };
const PAGE: Step = Step { name: "the release page", usual: "a minute; three the first time", run: page::build };
/// What an engine needs.
const fn tools_for(engine: Engine) -> Step {
    match engine {
        // The tests in a browser have asked for it already.
        Engine::Chromium => Step { name: "Chromium", usual: "a second", run: |_| tools::chromium().map(drop) },
        Engine::Firefox => Step {
            name: "Firefox and its driver",
            usual: "a second; two minutes the first time",
            run: |_| tools::engine(Engine::Firefox).map(drop),
        },
        Engine::WebKit => Step {
            name: "WebKit, its driver and a screen",
            usual: "a second; two minutes the first time",
            run: |_| tools::engine(Engine::WebKit).map(drop),
        },
    }
}

/// What an engine is to show.
const fn end_to_end(engine: Engine) -> Step {
    match engine {
        Engine::Chromium => Step {
            name: "the release page and the command line from end to end, in Chromium",
            usual: "two minutes; four the first time",
            run: |place| browser::tests_end_to_end(place, Engine::Chromium),
        },
        Engine::Firefox => Step {
            name: "what may differ between engines, in Firefox",
            usual: "two minutes",
            run: |place| browser::tests_end_to_end(place, Engine::Firefox),
        },
        Engine::WebKit => Step {
            name: "what may differ between engines, in WebKit",
            usual: "two minutes",
            run: |place| browser::tests_end_to_end(place, Engine::WebKit),
        },
    }
}

/// Installs what is missing and runs the tests.
pub fn test(place: &Place, extent: &Extent) -> Result<()> {
    let mut steps = vec![TOOLS];
    if let Extent::Everything(engines) = extent {
        // First all that may have to be installed, so that one can go away then.
        steps.extend(engines.iter().copied().map(tools_for));
    }
    steps.extend([FORMATTING, LINTS_NATIVE, LINTS_BROWSER, TESTS_NATIVE, DOCUMENTATION, TESTS_BROWSER]);
    if let Extent::Everything(engines) = extent {
        steps.push(PAGE);
        steps.extend(engines.iter().copied().map(end_to_end));
    }
    all(&steps, place)
}

/// Runs what takes seconds.
pub fn check(place: &Place) -> Result<()> {
    all(&[FORMATTING, LINTS_NATIVE, TESTS_NATIVE], place)
}

fn install(place: &Place) -> Result<()> {
    tools::components()?;
    tools::for_page(place)?;
    tools::chromium()?;
    tools::axe(place)?;
    tools::pdftotext()?;
    Ok(())
}

fn all(steps: &[Step], place: &Place) -> Result<()> {
    let start = Instant::now();
    let mut done: Vec<(&str, Duration)> = Vec::new();
    for (number, step) in (1..).zip(steps) {
        let position = format!("step {number} of {}", steps.len());
        println!("\n{position}: {} (usually {})", step.name, step.usual);
        let start = Instant::now();
        (step.run)(place)
            .map_err(|cause| Error::Step { step: format!("{position} ({})", step.name), cause: Box::new(cause) })?;
        let took = start.elapsed();
        println!("  done in {}", run::spoken(took));
        done.push((step.name, took));
    }
    println!("\n{}", summary(&done, start.elapsed()));
    Ok(())
}

/// The closing lines: each step with its time, and the whole.
fn summary(done: &[(&str, Duration)], whole: Duration) -> String {
    let width = done.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let line = |(name, took): &(&str, Duration)| format!("  {name:width$}  {:>12}\n", run::spoken(*took));
    let lines: String = done.iter().map(line).collect();
    format!("everything passed:\n{lines}  {:width$}  {:>12}", "together", run::spoken(whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fine(_: &Place) -> Result<()> {
        Place::find().map(drop)
    }

    fn broken(_: &Place) -> Result<()> {
        Err(Error::Check("it is broken".into()))
    }

    #[test]
    fn the_first_step_that_fails_stops_the_rest_and_is_named() -> Result<()> {
        let step = |name, run| Step { name, usual: "no time", run };
        let steps = [step("one", fine), step("two", broken), step("three", broken)];
        let error = all(&steps, &Place::find()?).map_err(|error| error.to_string());
        assert_eq!(error, Err("step 2 of 3 (two) failed: it is broken".to_owned()));
        Ok(())
    }

    #[test]
    fn what_test_is_told_is_read_or_refused() -> Result<()> {
        assert_eq!(Extent::read(&[])?, Extent::Everything(Engine::ALL.to_vec()));
        assert_eq!(Extent::read(&["--quick"])?, Extent::Quick);
        assert_eq!(Extent::read(&["--engines", "firefox"])?, Extent::Everything(vec![Engine::Firefox]));
        let error = Extent::read(&["--engines"]).map_err(|error| error.to_string());
        assert_eq!(error, Err("test does not know: --engines".to_owned()));
        Ok(())
    }

    #[test]
    fn the_summary_lists_every_step_and_the_whole() {
        let done = [("lints", Duration::from_millis(1_500)), ("native tests", Duration::from_secs(75))];
        let expected = "\
everything passed:
  lints                1.5 s
  native tests    1 min 15 s
  together        1 min 17 s";
        assert_eq!(summary(&done, Duration::from_millis(76_500)), expected);
    }
}
