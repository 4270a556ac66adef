//! axe-core in the page: what keeps somebody from using it.

use std::fmt::Write;
use std::fs;

use serde_json::{Value, json};

use crate::environment;
use crate::page::Page;
use crate::stop::{Must, stop};

/// The rules that must hold.
const TAGS: [&str; 6] = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/// The rules whose outcome depends on the colours in use.
const COLOURS: [&str; 2] = ["color-contrast", "link-in-text-block"];

/// Which rules are tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rules {
    /// All of them.
    All,
    /// Those of colours.
    Colours,
}

/// How many places of one violation are told.
const PLACES: usize = 4;

const RUN: &str = "const [only, done] = arguments;
    axe.run(document, { runOnly: only, resultTypes: ['violations'] })
        .then((results) => done(results.violations.map((violation) => ({
            id: violation.id,
            impact: violation.impact,
            help: violation.help,
            places: violation.nodes.map((node) => `${node.target.join(' ')}: ${node.failureSummary}`),
        }))))
        .catch((error) => done(String(error)));";

/// What is wrong with what the page shows now, a paragraph each.
#[track_caller]
pub fn violations(page: &Page, rules: Rules) -> Vec<String> {
    let only = match rules {
        Rules::All => json!({ "type": "tag", "values": TAGS }),
        Rules::Colours => json!({ "type": "rule", "values": COLOURS }),
    };
    let browser = page.browser();
    if browser.run("return typeof window.axe", Vec::new()) != json!("object") {
        let script = fs::read_to_string(environment::axe()).must("reading axe-core");
        browser.run(&script, Vec::new());
    }
    match browser.run_and_wait(RUN, vec![only]) {
        Value::Array(violations) => violations.iter().map(told).collect(),
        other => stop(format!("axe-core says: {other}")),
    }
}

fn told(violation: &Value) -> String {
    let text = |key: &str| violation.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
    let places = violation.get("places").and_then(Value::as_array).cloned().unwrap_or_default();
    let mut told = format!("{} ({}): {}", text("id"), text("impact"), text("help"));
    for place in places.iter().take(PLACES).filter_map(Value::as_str) {
        told.push_str("\n    ");
        told.push_str(&place.replace('\n', "\n      "));
    }
    if places.len() > PLACES {
        // Writing into a String cannot fail.
        let _ = write!(told, "\n    and {} more", places.len() - PLACES);
    }
    told
}
