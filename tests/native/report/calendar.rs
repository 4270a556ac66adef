//! The calendar, as another program reads it.

use std::collections::BTreeSet;

use common_ground::assessment::{Action, ActionStatus, Assessment, Measure};
use common_ground::catalogue::bundled_advice;
use common_ground::report::calendar::calendar;
use ical::parser::ical::component::IcalEvent;
use proptest::prelude::*;

use super::super::generate;
use super::{ALL, NONE, action, example, now};

fn written(assessment: &Assessment) -> String {
    calendar(assessment, bundled_advice(), &now(), NONE).unwrap()
}

fn events(text: &str) -> Vec<IcalEvent> {
    let mut calendars = ical::IcalParser::new(text.as_bytes());
    let calendar = calendars.next().unwrap().unwrap();
    assert!(calendars.next().is_none());
    calendar.events
}

fn value(event: &IcalEvent, name: &str) -> String {
    let property = event.properties.iter().find(|property| property.name == name);
    property.and_then(|property| property.value.clone()).unwrap_or_default()
}

/// The text of a value, by the rules of the format.
fn unescaped(value: &str) -> String {
    let mut text = String::new();
    let mut letters = value.chars();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => match letters.next() {
                Some('n' | 'N') => text.push('\n'),
                Some(other @ ('\\' | ';' | ',')) => text.push(other),
                other => panic!("\\{other:?} in {value}"),
            },
            ';' | ',' => panic!("{letter} in {value}"),
            _ => text.push(letter),
        }
    }
    text
}

/// The rules of lines.
fn check_lines(text: &str) {
    assert!(text.ends_with("\r\n"));
    for line in text.split_terminator("\r\n") {
        assert!((1..=75).contains(&line.len()), "{} octets: {line}", line.len());
        assert!(!line.contains(['\r', '\n']), "{line:?}");
    }
}

#[test]
fn an_open_action_with_a_day_is_an_event_of_that_day() {
    let mut assessment = example();
    assessment.actions = vec![
        action("a1", "Ask; then, decide \\ write\nit down", "2026-12-31"),
        action("a2", "No day", ""),
        Action { status: ActionStatus::Done, ..action("a3", "Done", "2026-12-01") },
        Action { status: ActionStatus::Dropped, ..action("a4", "Dropped", "2026-12-01") },
        Action { advice: Some(2), ..action("a5", " ", "2028-02-28") },
    ];
    let text = written(&assessment);
    check_lines(&text);
    let events = events(&text);
    let of = |name: &str| events.iter().map(|event| value(event, name)).collect::<Vec<_>>();
    let id = "64f761be-b59a-4271-8f2b-7adb1a8adde6";
    let uids = ["review", "action-a1", "action-a5", "measure-m1"].map(|end| format!("{id}-{end}"));
    assert_eq!(of("UID"), uids);
    assert_eq!(of("DTSTART"), ["20270215", "20261231", "20280228", "20270331"]);
    assert_eq!(of("DTEND"), ["20270216", "20270101", "20280229", "20270401"]);
    assert_eq!(of("DTSTAMP"), ["20261123T080000Z"; 4]);
    assert_eq!(unescaped(&of("SUMMARY")[1]), "Ask; then, decide \\ write\nit down");
    let advice = bundled_advice().actions.iter().find(|known| known.number == 2).unwrap();
    assert_eq!(unescaped(&of("SUMMARY")[2]), advice.title);
}

#[test]
fn a_measure_with_a_day_is_an_event_that_names_its_target() {
    let mut assessment = example();
    assessment.answered.community.next_review = None;
    let measure = |id: &str, name: &str, target, unit: &str, due: &str| Measure {
        id: id.into(),
        name: name.into(),
        target,
        unit: unit.into(),
        due: due.parse().ok(),
        owner: "Ann".into(),
        ..Measure::default()
    };
    assessment.measures = vec![
        measure("m1", "Requests, from units", Some(6.0), " per quarter ", "2027-03-31"),
        measure("m2", "No day", Some(1.0), "", ""),
        measure("m3", "No target", None, "%", "2027-06-30"),
        measure("m4", " ", Some(2.5), "", "2027-06-30"),
        Measure { indicator: "L6".into(), ..measure("m5", "", None, "", "2027-06-30") },
    ];
    let text = written(&assessment);
    check_lines(&text);
    let events = events(&text);
    let summaries: Vec<String> = events.iter().map(|event| unescaped(&value(event, "SUMMARY"))).collect();
    let indicator = &bundled_advice().measures.iter().find(|known| known.id == "L6").unwrap().name;
    assert_eq!(
        summaries,
        [
            "Requests, from units: the target is 6 per quarter",
            "No target",
            "A measure without a name: the target is 2.5",
            indicator
        ]
    );
    assert!(!text.contains("Ann"), "names are not chosen");
    let named = calendar(&assessment, bundled_advice(), &now(), ALL).unwrap();
    assert_eq!(named.matches("Owner: Ann.").count(), 4);
}

#[test]
fn without_a_day_there_is_no_calendar() {
    let mut assessment = example();
    assessment.measures.clear();
    assessment.answered.community.next_review = None;
    assessment.actions = vec![action("a1", "No day", "")];
    assert_eq!(calendar(&assessment, bundled_advice(), &now(), ALL), None);
}

#[test]
fn an_owner_is_named_only_where_names_are_chosen() {
    let mut assessment = example();
    assessment.actions = vec![Action { owner: "Ann, Owner".into(), ..action("a1", "Do it", "2026-12-31") }];
    assert!(!written(&assessment).contains("Ann"));
    let text = calendar(&assessment, bundled_advice(), &now(), ALL).unwrap();
    assert!(text.contains("DESCRIPTION:Owner: Ann\\, Owner.\\nFrom the plan of Water network"), "{text}");
}

#[test]
fn an_identity_stays_and_two_actions_never_share_one() {
    let mut assessment = example();
    let ids = ["a1", "a.31", "a 1", "a%1", "ü", "review", "a\r\nX:1", "A1", ""];
    assessment.actions = ids.iter().map(|id| action(id, "x", "2026-12-31")).collect();
    let uids = |text: &str| events(text).iter().map(|event| value(event, "UID")).collect::<Vec<_>>();
    let first = uids(&written(&assessment));
    assert_eq!(first.iter().collect::<BTreeSet<_>>().len(), ids.len() + 2);
    for action in &mut assessment.actions {
        action.text = "y".into();
        action.due = "2027-01-05".parse().ok();
    }
    assert_eq!(uids(&written(&assessment)), first);
}

#[test]
fn an_instant_with_a_fraction_and_the_last_day_are_written_all_the_same() {
    let mut assessment = example();
    assessment.answered.community.next_review = "9999-12-31".parse().ok();
    let now = "2026-11-23T08:00:00.25Z".parse().unwrap();
    let text = calendar(&assessment, bundled_advice(), &now, NONE).unwrap();
    assert!(text.contains("DTSTAMP:20261123T080000Z\r\nDTSTART;VALUE=DATE:99991231\r\nSUMMARY"), "{text}");
}

proptest! {
    #[test]
    fn any_text_arrives_in_lines_of_75_octets(text in generate::text(), owner in generate::text(), id in generate::text()) {
        let mut assessment = example();
        assessment.measures[0] = Measure {
            name: text.clone(),
            unit: text.clone(),
            id: id.clone(),
            ..assessment.measures[0].clone()
        };
        assessment.actions = vec![Action { owner, ..action(&id, &text, "2026-12-31") }];
        assessment.answered.community.name.clone_from(&text);
        let file = calendar(&assessment, bundled_advice(), &now(), ALL).unwrap();
        check_lines(&file);
        // Unfolded by hand: the parser would trim.
        let unfolded = file.replace("\r\n ", "");
        let summaries: Vec<&str> = unfolded.split("\r\n").filter_map(|line| line.strip_prefix("SUMMARY:")).collect();
        prop_assert_eq!(summaries.len(), 3);
        let kept: String = text.trim().replace("\r\n", "\n").replace('\r', "\n");
        let kept: String = kept.chars().filter(|one| !one.is_control() || matches!(one, '\n' | '\t')).collect();
        if !kept.is_empty() {
            prop_assert_eq!(unescaped(summaries[1]), kept);
        }
        prop_assert_eq!(events(&file).len(), 3);
    }

    #[test]
    fn any_assessment_gives_as_many_events_as_it_has_days(assessment in generate::assessment()) {
        let open = assessment.actions.iter().filter(|one| one.status == ActionStatus::Open && one.due.is_some()).count();
        let measures = assessment.measures.iter().filter(|one| one.due.is_some()).count();
        let days = open + measures + usize::from(assessment.answered.community.next_review.is_some());
        let file = calendar(&assessment, bundled_advice(), &now(), ALL);
        prop_assert_eq!(file.as_deref().map_or(0, |file| events(file).len()), days);
        if let Some(file) = file {
            check_lines(&file);
        }
    }
}
