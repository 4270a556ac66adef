//! The commands `test` and `check`: steps in order, each announced, timed, and the last one at the first failure.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

use crate::engine::Engine;
use crate::failures::Failure;
use crate::place::Place;
use crate::{browser, check, page, run, tools};

/// Something to be done, with what is said before it.
struct Step {
    /// What it is.
    name: &'static str,
    /// How long it usually takes.
    usual: &'static str,
    /// The doing.
    run: Run,
}

/// What a step does.
enum Run {
    /// This.
    This(fn(&Place) -> Result<()>),
    /// Makes sure of an engine.
    Engine(Engine),
    /// Tries the page from end to end in an engine. Tests that fail once may pass when they are run again.
    EndToEnd(Engine),
}

impl Run {
    /// Does it; gives what failed before it passed.
    fn run(&self, place: &Place) -> Result<Vec<Failure>> {
        match *self {
            Self::This(run) => run(place)?,
            Self::Engine(engine) => drop(tools::engine(engine)?),
            Self::EndToEnd(engine) => return browser::tests_end_to_end(place, engine),
        }
        Ok(Vec::new())
    }
}

const TOOLS: Step = Step {
    name: "tools that the tests need",
    usual: "a second; about 10 minutes the first time",
    run: Run::This(install),
};
const FORMATTING: Step = Step { name: "formatting", usual: "a second", run: Run::This(check::formatting) };
const LINTS_NATIVE: Step =
    Step { name: "lints, native", usual: "10 seconds; a minute the first time", run: Run::This(check::lints_native) };
const LINTS_BROWSER: Step = Step {
    name: "lints, browser",
    usual: "20 seconds; two minutes the first time",
    run: Run::This(check::lints_browser),
};
const TESTS_NATIVE: Step = Step {
    name: "native tests",
    usual: "half a minute; two minutes the first time",
    run: Run::This(check::tests_native),
};
const DOCUMENTATION: Step = Step { name: "documentation", usual: "10 seconds", run: Run::This(check::documentation) };
const TESTS_BROWSER: Step = Step {
    name: "tests in a browser",
    usual: "a minute; three the first time",
    run: Run::This(browser::tests_browser),
};
const PAGE: Step =
    Step { name: "the release page", usual: "a minute; three the first time", run: Run::This(page::build) };

/// What an engine needs.
const fn tools_for(engine: Engine) -> Step {
    let (name, usual) = match engine {
        // The tests in a browser have asked for it already.
        Engine::Chromium => ("Chromium", "a second"),
        Engine::Firefox => ("Firefox and its driver", "a second; two minutes the first time"),
        Engine::WebKit => ("WebKit, its driver and a screen", "a second; two minutes the first time"),
    };
    Step { name, usual, run: Run::Engine(engine) }
}

/// What an engine is to show.
const fn end_to_end(engine: Engine) -> Step {
    let (name, usual) = match engine {
        Engine::Chromium => {
            ("the release page and the command line from end to end, in Chromium", "six minutes; eight the first time")
        }
        Engine::Firefox => ("what may differ between engines, in Firefox", "four minutes"),
        Engine::WebKit => ("what may differ between engines, in WebKit", "four minutes"),
    };
    Step { name, usual, run: Run::EndToEnd(engine) }
}

/// Installs what is missing and runs the tests, end to end in these engines: without any, also without the release
/// page.
pub fn test(place: &Place, engines: &[Engine]) -> Result<()> {
    let engines = Engine::ALL.into_iter().filter(|engine| engines.contains(engine));
    let mut steps = vec![TOOLS];
    // First all that may have to be installed, so that one can go away then.
    steps.extend(engines.clone().map(tools_for));
    steps.extend([FORMATTING, LINTS_NATIVE, LINTS_BROWSER, TESTS_NATIVE, DOCUMENTATION, TESTS_BROWSER]);
    if steps.iter().any(|step| matches!(step.run, Run::Engine(_))) {
        steps.push(PAGE);
    }
    steps.extend(engines.map(end_to_end));
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
    let (mut done, mut again) = (Vec::new(), Vec::new());
    for (number, step) in (1..).zip(steps) {
        let position = format!("step {number} of {}", steps.len());
        println!("\n{position}: {} (usually {})", step.name, step.usual);
        let start = Instant::now();
        again.extend(step.run.run(place).with_context(|| format!("{position} ({}) failed", step.name))?);
        let took = start.elapsed();
        println!("  done in {}", run::spoken(took));
        done.push((step.name, took));
    }
    println!("\n{}", summary(&done, start.elapsed()));
    if !again.is_empty() {
        println!("\n{}", run_again(&again));
    }
    Ok(())
}

/// The closing lines: each step with its time, and the whole.
fn summary(done: &[(&str, Duration)], whole: Duration) -> String {
    let width = done.iter().map(|(name, _)| name.chars().count()).max().unwrap_or(0);
    let line = |(name, took): &(&str, Duration)| format!("  {name:width$}  {:>12}\n", run::spoken(*took));
    let lines: String = done.iter().map(line).collect();
    format!("everything passed:\n{lines}  {:width$}  {:>12}", "together", run::spoken(whole))
}

/// What is said of tests that failed before they passed.
fn run_again(failures: &[Failure]) -> String {
    let lines: Vec<String> = failures.iter().map(Failure::to_string).collect();
    format!("run again, since they failed before they passed; each is worth a look:\n  {}", lines.join("\n  "))
}

#[cfg(test)]
mod tests {
    use anyhow::bail;

    use super::*;

    fn fine(_: &Place) -> Result<()> {
        Place::find().map(drop)
    }

    fn broken(_: &Place) -> Result<()> {
        bail!("it is broken")
    }

    #[test]
    fn the_first_step_that_fails_stops_the_rest_and_is_named() -> Result<()> {
        let step = |name, run| Step { name, usual: "no time", run: Run::This(run) };
        let steps = [step("one", fine), step("two", broken), step("three", broken)];
        let error = all(&steps, &Place::find()?).map_err(|error| format!("{error:#}"));
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

    #[test]
    fn what_failed_before_it_passed_is_listed_with_the_engine_and_the_reason() {
        let failure = |name: &str, why: &str| Failure { engine: Engine::WebKit, name: name.into(), why: why.into() };
        let expected = "\
run again, since they failed before they passed; each is worth a look:
  a::b, in WebKit: page.rs:7:5: the driver, clicking: Lost
  c::d, in WebKit: it said nothing";
        assert_eq!(
            run_again(&[
                failure("a::b", "page.rs:7:5: the driver, clicking: Lost"),
                failure("c::d", "it said nothing")
            ]),
            expected
        );
    }
}
