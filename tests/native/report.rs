//! Reports: nothing typed is anything but text, nothing is told that was not asked for, and the example's stay as they are.

mod calendar;
mod command;
mod csv;
mod golden;
mod markdown;
mod picture;

use common_ground::advice::{self, Next};
use common_ground::app::{Msg, view};
use common_ground::assessment::{Action, ActionStatus, Assessment, Date, Instant, Item, OwnItem};
use common_ground::catalogue::{Holder, ItemId, bundled, bundled_advice};
use common_ground::report::markdown::escape::inline;
use common_ground::report::{Include, Subject, markdown::markdown};
use common_ground::score::{self, Many, Results};

use super::file::read;
use super::page::Page;

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

#[test]
fn the_report_says_of_each_action_what_the_page_says() {
    let mut screen = Page::new();
    screen.send(Msg::OpenExample);
    let seen = view::next(&screen.model).unwrap();
    let report = page(screen.open(), NONE);
    assert_eq!(seen.actions.len(), 3);
    for action in &seen.actions {
        assert!(!action.step.is_empty());
        for words in [action.title, action.how, action.against, &action.blocks, &action.step, action.fit] {
            assert!(report.contains(&inline(words)), "\"{words}\" is not in the report");
        }
    }
}

#[test]
fn an_action_set_aside_is_not_proposed_again() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let first = view::next(&page.model).unwrap().actions[0].action;
    let (edit, _) = view::new_action(&page.model, first, ActionStatus::Dropped).unwrap();
    page.send(Msg::Edit(edit));
    let planned = page.open().actions.iter().find(|action| action.advice == Some(first)).unwrap();
    assert_eq!(planned.status, ActionStatus::Dropped);
    assert!(view::next(&page.model).unwrap().actions.iter().all(|action| action.action != first));
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
