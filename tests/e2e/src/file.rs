//! Assessment files as somebody else might write them, and the command line that scores them.

use std::path::Path;
use std::process::Command;

use common_ground::catalogue::bundled;
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

/// The identity of the community of that number.
pub fn identity(number: u32) -> String {
    format!("{number:08x}-6a55-4a53-9a63-0d7f6f0c8a11")
}

/// The community of that number, with every question about the twelve expectations of the start answered, and some
/// practices.
pub fn filled(number: u32) -> Value {
    let items: Vec<&str> = bundled().items.iter().filter(|item| item.default).map(|item| item.id.as_str()).collect();
    let side = |seed: u32| {
        let answers = |seed: u32| -> Value {
            let step = |place: u32| json!((number * 7 + seed + place * (3 + number % 4)) % 5);
            items.iter().zip(0..).map(|(id, place)| ((*id).to_owned(), step(place))).collect()
        };
        let (importance, delivered) = (answers(seed), answers(seed + 2));
        json!({ "importance": importance, "delivered": delivered, "top": items.get(..3), "worth": (number + seed) % 5 })
    };
    json!({
        "format": "common-ground/assessment",
        "version": 1,
        "id": identity(number),
        "community": { "name": format!("Community {number}"), "purpose": "What we want of each other", "phase": "sustain" },
        "items": items,
        "organisation": side(0),
        "members": side(1),
        "practices": { "VP1": { "level": number % 5 }, "VP2": { "level": number % 4 }, "VP5": { "level": number % 3 } },
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
