//! Assessment files as somebody else might write them, and the command line that scores them.

use std::path::Path;
use std::process::Command;

use common_ground::text::numbers;
use serde_json::{Value, json};

use crate::environment;
use crate::stop::{Must, stop};

/// A small assessment in phase plan: six expectations, each side's importance of them, nothing else.
///
/// The worked example of the rules: the two sides share 12 of 23 steps.
pub fn small(id: &str, name: &str) -> Value {
    json!({
        "format": "common-ground/assessment",
        "version": 1,
        "id": id,
        "community": { "name": name, "phase": "plan" },
        "items": ["O1", "O2", "O3", "O4", "S1", "M1"],
        "organisation": { "importance": { "O1": 4, "O2": 4, "O3": 3, "O4": 2, "S1": 1, "M1": 2 } },
        "members": { "importance": { "O1": 2, "O2": 3, "O3": 2, "O4": 4, "S1": 4, "M1": 4 } },
    })
}

/// The results that the command line prints for a file.
#[track_caller]
pub fn scored(file: &Path) -> Value {
    serde_json::from_slice(&printed(&["score"], file)).must("one line of results")
}

/// What the command line prints for a file behind these arguments.
#[track_caller]
pub fn printed(arguments: &[&str], file: &Path) -> Vec<u8> {
    let mut command = Command::new(environment::command_line());
    let output = command.args(arguments).arg(file).output().must("running the command line");
    if !output.status.success() {
        let printed = String::from_utf8_lossy(&output.stdout);
        stop(format!("the command line says: {printed}{}", String::from_utf8_lossy(&output.stderr)));
    }
    output.stdout
}

/// A figure of the results as the page shows it, given the thresholds it is held against.
pub fn shown(figure: Option<&Value>, thresholds: &[f64]) -> String {
    let number = |key: &str| figure.and_then(|figure| figure.get(key)).and_then(Value::as_f64);
    match (number("value"), number("low"), number("high")) {
        (Some(value), _, _) => numbers::percent(value, value, thresholds),
        (None, Some(low), Some(high)) => numbers::percent(low, high, thresholds),
        _ => numbers::NONE.to_owned(),
    }
}
