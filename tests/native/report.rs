//! Reports: nothing typed is anything but text, nothing is told that was not asked for, and the example's stay as they
//! are.

mod calendar;
mod command;
mod csv;
mod golden;
mod markdown;
mod picture;

use common_ground::advice::{self, Next};
use common_ground::app::{Msg, Source, view};
use common_ground::assessment::Question;
use common_ground::assessment::{Action, ActionStatus, Answer, Assessment, Date, Edit, Instant, Item, OwnItem};
use common_ground::catalogue::{Holder, ItemId, Practice, Side, Step, bundled, bundled_advice};
use common_ground::link;
use common_ground::report;
use common_ground::report::markdown::escape::inline;
use common_ground::report::{Include, Subject, markdown::markdown};
use common_ground::route::{Place, Route};
use common_ground::score::{self, Many, Results};
use common_ground::text::EN;

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
    markdown(&Subject { assessment, results: &results, next: &next, catalogue, advice, today, ahead: 0, include })
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
        for words in [action.title, action.how, &action.against, &action.blocks, &action.step, action.fit] {
            assert!(report.contains(&inline(words)), "\"{words}\" is not in the report");
        }
    }
}

#[test]
fn what_stands_beside_the_overlap_is_one_verdict() {
    // Two expectations, so that the best and the worst pairing are known: beyond chance is 1, −1, or has no value.
    let beside = |organisation: [u8; 2], members: [u8; 2]| {
        let mut screen = Page::new();
        screen.send(Msg::OpenExample);
        let mut one = screen.open().clone();
        one.answered.replies = Vec::new().into();
        one.answered.items.retain(|item| ["O1", "M1"].contains(&item.id().as_str()));
        for (side, steps) in [(Side::Organisation, organisation), (Side::Members, members)] {
            for (id, step) in ["O1", "M1"].into_iter().zip(steps) {
                let answer = Answer::Step(Step::new(step).unwrap());
                one.answered.estimate.get_mut(side).importance.insert(id.parse().unwrap(), answer);
            }
        }
        let token = link::encode(&one, link::Carried::ALL, bundled()).unwrap();
        screen.send(Msg::Open { text: ["#/v/", &token].concat(), source: Source::Address });
        let shown = view::results(&screen.model).unwrap().overlap.unwrap();
        shown.explained.rows.into_iter().find(|(term, _)| term == EN.results.row_beside).unwrap().1
    };
    let generous = "Leaving aside who rates more generously, ";
    // 1/4 and 3/4 of the one against the same of the other.
    let more = beside([1, 3], [1, 3]);
    assert!(
        more.starts_with(&[generous, "100\u{202f}% of the weight falls on the same expectations."].concat()),
        "{more}"
    );
    assert!(more.contains("would overlap less, so the high ones do meet (1.00, "), "{more}");
    // 1/4 and 3/4 against 3/4 and 1/4: half.
    let less = beside([1, 3], [3, 1]);
    assert!(less.starts_with(&[generous, "50\u{202f}%"].concat()), "{less}");
    assert!(
        less.contains("Even so") && less.contains("would overlap more: the high ones seldom meet (−1.00, "),
        "{less}"
    );
    assert!(beside([2, 2], [2, 2]).ends_with(EN.results.chance_flat));
}

#[test]
fn bridges_and_who_was_heard_stand_on_paper_as_in_markdown() {
    let mut screen = Page::new();
    screen.send(Msg::OpenExample);
    let own = "Let the hours count in the yearly talk";
    screen.send(Msg::Edit(Edit::Bridge("M3".parse().unwrap(), own.into())));
    let (seen, report) = (view::paper(&screen.model).unwrap(), page(screen.open(), NONE));
    let ends: Vec<String> = seen.bridges.iter().map(|bridge| bridge.ends.join(" – ")).collect();
    assert_eq!(ends, ["Room to explore – Critical questions", "Career growth – Know-how kept", "Room to explore"]);
    assert_eq!((seen.bridges[2].how.as_str(), seen.bridges[2].whose), (own, EN.change.report_own));
    for bridge in &seen.bridges {
        assert!(report.contains(&[&inline(&bridge.how), " (", bridge.whose, ")"].concat()), "{bridge:?}");
    }
    assert_eq!(seen.heard.len(), 3);
    assert!(seen.heard[1].starts_with("The members: heard from nine people."));
    for line in &seen.heard {
        assert!(report.contains(&["- ", &inline(line), "\n"].concat()), "{line}");
    }
}

#[test]
fn answers_are_said_to_decide_only_where_no_others_are_open_behind_them() {
    let mut screen = Page::new();
    screen.create();
    let rest = |screen: &Page| view::results(&screen.model).unwrap().outlook_rest;
    // As long as a side is silent, answering for it comes before all others, and the page says so.
    assert_eq!(rest(&screen), "");
    screen.rate(Side::Organisation, "O1", 4);
    assert_eq!(rest(&screen), "");
    screen.rate(Side::Members, "O1", 4);
    // While planning: two practices first; then three more, eleven expectations of two sides, and what it is worth to
    // each.
    assert_eq!(rest(&screen), "Two answers come first; 27 more are open.");
    let level = |practice, step| Msg::Edit(Edit::Level(practice, Some(Answer::Step(Step::new(step).unwrap()))));
    screen.send(level(Practice::Vp1, 3));
    screen.send(level(Practice::Vp2, 3));
    assert_eq!(rest(&screen), "22 answers come first; five more are open.");
    // All else is known; only the worth to one side is open.
    let mut one = example();
    one.answered.replies = Vec::new().into();
    one.answered.items.retain(|item| ["O1", "M1"].contains(&item.id().as_str()));
    for id in ["O1", "M1"] {
        let both = [Side::Organisation, Side::Members];
        let four = Step::new(4).map(Answer::Step);
        let id = id.parse().unwrap();
        for side in both {
            let estimate = one.answered.estimate.get_mut(side);
            estimate.importance.insert(id, four.unwrap());
            estimate.delivered.insert(id, four.unwrap());
            estimate.worth = four.filter(|_| side == Side::Organisation);
        }
    }
    one.answered.practices.entry(Practice::Vp6).or_default().level = Step::new(2).map(Answer::Step);
    let results = score::results(&one.answered);
    assert_eq!(report::finding::outlook(&results).2, "One open answer may decide it.");
}

#[test]
fn the_report_says_of_the_past_what_the_screen_says() {
    let mut screen = Page::new();
    let token = link::encode(&second_review(), link::Carried::ALL, bundled()).unwrap();
    screen.send(Msg::Open { text: ["#/v/", &token].concat(), source: Source::Address });
    screen.send(Msg::KeepGuest);
    screen.send(Msg::Went(Route::assessment(screen.open().id.as_str(), Place::Time)));
    let (seen, report) = (view::changes(&screen.model).unwrap(), page(screen.open(), NONE));
    let (time, trends) = (view::time(&screen.model).unwrap(), view::trends(&screen.model).unwrap());
    let on_paper = view::paper(&screen.model).unwrap().past.unwrap();
    assert_eq!((&on_paper.changed, &on_paper.trend.rows), (&seen.changed, &trends.rows));
    assert_eq!(Some(on_paper.between.into()), seen.between);
    assert!(on_paper.finding.contains(&time.title) && on_paper.finding.contains(&time.lead));
    assert!(report.contains(&time.title) && report.contains(&time.lead));
    assert_eq!((seen.changed.figures.len(), seen.changed.moved.len(), trends.rows.len()), (13, 1, 3));
    for row in &trends.rows {
        assert!(report.contains(&format!("| {} | {} |", inline(&row.name), row.cells.join(" | "))), "{row:?}");
    }
    for row in &seen.changed.figures {
        let line = format!("| {} | {} | {} | {}", row.name, row.values[0], row.values[1], row.sign);
        assert!(report.contains(&line) && report.contains(row.change), "{row:?} in {report}");
    }
    for row in &seen.changed.moved {
        assert!(report.contains(&format!("- **{}**", inline(&row.what))) && report.contains(&row.steps), "{row:?}");
    }
}

#[test]
fn before_the_first_snapshot_no_report_speaks_of_the_past() {
    assert!(!page(&example(), ALL).contains(EN.frame.time));
    let mut screen = Page::new();
    screen.send(Msg::OpenExample);
    assert!(view::paper(&screen.model).unwrap().past.is_none());
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

/// The second review of the example: two states are kept, everybody is asked again, and whoever keeps it answers anew.
fn second_review() -> Assessment {
    let day = |day: &str| day.parse::<Date>().unwrap();
    let step = |step| Some(Answer::Step(Step::new(step).unwrap()));
    let rate = |question, side, item: &str, answer| Edit::Rate { question, side, item: item.parse().unwrap(), answer };
    let (matters, arrived) = (Question::Importance, Question::Delivered);
    let (organisation, members) = (Side::Organisation, Side::Members);
    let mut assessment = example();
    for edit in [
        Edit::TakeSnapshot { date: day("2026-11-20"), label: "First | *review*".into() },
        Edit::StartRound { ends: 1, date: day("2026-11-24"), label: "End of the round".into() },
        rate(matters, members, "O6", step(4)),
        rate(matters, organisation, "M1", step(4)),
        rate(arrived, organisation, "O6", step(3)),
        rate(arrived, members, "O6", step(3)),
        rate(arrived, members, "M5", Some(Answer::DontKnow)),
        Edit::Worth(members, step(2)),
        Edit::Level(Practice::Vp4, step(3)),
    ] {
        assessment.apply(edit, bundled()).unwrap();
    }
    assessment
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
