//! The commands `test` and `check`: steps in order, each announced, timed, and the last one at the first failure.

use std::time::{Duration, Instant};

use crate::error::{Error, Result};
use crate::place::Place;
use crate::{browser, check, page, run, tools};

/// How much of the tests to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Extent {
    /// All of them.
    Everything,
    /// Those that need no release build.
    Quick,
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
const TESTS_END_TO_END: Step = Step {
    name: "the release page and the command line from end to end",
    usual: "two minutes; four the first time",
    run: browser::tests_end_to_end,
};

/// Installs what is missing and runs the tests.
pub fn test(place: &Place, extent: Extent) -> Result<()> {
    let mut steps = vec![TOOLS, FORMATTING, LINTS_NATIVE, LINTS_BROWSER, TESTS_NATIVE, DOCUMENTATION, TESTS_BROWSER];
    if extent == Extent::Everything {
        steps.extend([PAGE, TESTS_END_TO_END]);
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
