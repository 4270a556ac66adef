//! Reports: nothing typed is anything but text, nothing is told that was not asked for, and the example's stay as they are.

mod calendar;
mod command;
mod csv;
mod golden;
mod markdown;
mod picture;

use common_ground::advice::{self, Next};
use common_ground::assessment::{Action, Assessment, Date, Instant, Item, OwnItem};
use common_ground::catalogue::{Holder, ItemId, bundled, bundled_advice};
use common_ground::report::{Include, Subject, markdown::markdown};
use common_ground::score::{self, Many, Results};

use super::file::read;

const EXAMPLE: &str = include_str!("../../src/app/example.common-ground.json");

/// Everything that may be told.
const ALL: Include = Include { names: true, notes: true };
/// Nothing beside the answers.
const NONE: Include = Include { names: false, notes: false };

fn example() -> Assessment {
    read(EXAMPLE)
}

fn today() -> Date {
    "2026-11-23".parse().unwrap()
}

fn now() -> Instant {
    "2026-11-23T08:00:00Z".parse().unwrap()
}

fn next(assessment: &Assessment, results: &Results) -> Next {
    let many = Many::of(&assessment.answered, &results.counted);
    advice::next(assessment, results, &many, bundled_advice(), &[])
}

/// The report as Markdown, of the 23rd of November 2026.
fn page(assessment: &Assessment, include: Include) -> String {
    let results = score::results(&assessment.answered);
    let next = next(assessment, &results);
    let (catalogue, advice, today) = (bundled(), bundled_advice(), &today());
    markdown(&Subject { assessment, results: &results, next: &next, catalogue, advice, today, include })
}

/// An action that is open.
fn action(id: &str, text: &str, due: &str) -> Action {
    Action { id: id.to_owned(), text: text.to_owned(), due: due.parse().ok(), ..Action::default() }
}

/// The example with one own expectation more.
fn with_own(text: &str) -> Assessment {
    let mut assessment = example();
    let own = OwnItem { id: ItemId::own(1), text: text.to_owned(), holder: Holder::Both, extra: Vec::new() };
    assessment.answered.items.push(Item::Own(own));
    assessment
}
