//! What is said about a file that cannot be read.

use std::fmt::Write;

use common_ground::catalogue::bundled;
use common_ground::file::{self, FileError};

fn sentence(text: &str) -> String {
    match file::read(text, bundled()) {
        Ok(_) => "read".to_owned(),
        Err(error) => error.to_string(),
    }
}

/// A small file with these entries instead of, or beside, its own.
fn with(entries: &str) -> String {
    let mut text = String::from("{");
    for (key, value) in [
        ("format", "\"common-ground/assessment\""),
        ("version", "1"),
        ("id", "\"a\""),
        ("community", "{\"name\": \"Inspectors\", \"phase\": \"plan\"}"),
        ("items", "[\"O1\", \"O2\", {\"id\": \"own-1\", \"text\": \"Less paper\"}]"),
    ] {
        if !entries.starts_with(&format!("\"{key}\":")) {
            write!(text, "\"{key}\": {value}, ").unwrap();
        }
    }
    format!("{text}{entries}}}")
}

fn check(entries: &str, expected: &str) {
    assert_eq!(sentence(&with(entries)), expected, "{entries}");
}

#[test]
fn what_is_no_json_says_where() {
    let check = |text: &str, expected: &str| assert_eq!(sentence(text), expected);
    check("", "not JSON: it ends too early, at line 1, column 0");
    check("hello", "not JSON, at line 1, column 1: expected value");
    check("{\n\"a\": 1,\n}", "not JSON, at line 3, column 1: trailing comma");
    check("{\"a\": 1", "not JSON: it ends too early, at line 1, column 7");
    check("{\"a\": 1} x", "not JSON, at line 1, column 10: trailing characters");
    check("{\"a\": 1, \"a\": 2}", "not JSON, at line 1, column 16: the key \"a\" is given twice");
    let control = "control character (\\u0000-\\u001F) found while parsing a string";
    check("[\"a\nb\"]", &format!("not JSON, at line 2, column 0: {control}"));
    check("[1e999]", "not JSON, at line 1, column 6: number out of range");
    check(&"[".repeat(1000), "not JSON, at line 1, column 128: lists and objects stand too deep in each other");
    check(&"\u{0}\u{1}ü\n".repeat(100), "not JSON, at line 1, column 1: expected value");
}

#[test]
fn what_is_too_large_is_not_even_parsed() {
    let noise = "x".repeat(50_000_000);
    assert_eq!(file::read(&noise, bundled()), Err(FileError::TooLarge(50_000_000)));
    assert_eq!(sentence(&noise), "50000000 bytes are too many for a file: at most 20000000 are read");
}

#[test]
fn another_format_or_version_is_named() {
    let check = |text: &str, expected: &str| assert_eq!(sentence(text), expected);
    check("[]", "the file: a list, where an object is expected");
    check("{}", "format: required, and missing");
    let other = "is another format, \"common-ground/assessment\" is expected";
    check("{\"format\": \"lean-canvas\"}", &format!("format: \"lean-canvas\" {other}"));
    check("{\"format\": 3}", &format!("format: a number {other}"));
    check("{\"format\": \"common-ground/assessment\"}", "version: required, and missing");
    let newer = "{\"format\": \"common-ground/assessment\", \"version\": 2, \"anything\": {}}";
    check(
        newer,
        "version 2 is newer than this version of Common Ground knows (1): load the page again, or open it where it was made",
    );
    assert_eq!(file::read(newer, bundled()), Err(FileError::Newer { found: 2, known: 1 }));
    check(&with("\"version\": 0"), "version: 0 is not the number of a version");
    check(&with("\"version\": 1.5"), "version: 1.5 is not the number of a version");
    check(&with("\"version\": \"1\""), "version: \"1\" is not the number of a version");
    check(&with("\"version\": null"), "version: null is not the number of a version");
    check(&with("\"version\": 1.0"), "read");
}

#[test]
fn a_missing_key_is_named() {
    let text = with("\"round\": 1");
    let without = |part: &str| sentence(&text.replace(part, ""));
    assert_eq!(without("\"id\": \"a\", "), "id: required, and missing");
    assert_eq!(
        without("\"items\": [\"O1\", \"O2\", {\"id\": \"own-1\", \"text\": \"Less paper\"}], "),
        "items: required, and missing"
    );
    check("\"community\": {\"phase\": \"plan\"}", "community.name: required, and missing");
    check("\"community\": {\"name\": \"\"}", "community.phase: required, and missing");
    check("\"replies\": [{\"side\": \"members\"}]", "replies[0].id: required, and missing");
    check("\"replies\": [{\"id\": \"a\"}]", "replies[0].side: required, and missing");
    check("\"set_aside\": [{\"text\": \"x\"}]", "set_aside[0].id: required, and missing");
    check("\"snapshots\": [{\"assessment\": {}}]", "snapshots[0].assessment.community: required, and missing");
    check("\"snapshots\": [{\"date\": \"2026-05-01\"}]", "snapshots[0].assessment: required, and missing");
    let nested = "{\"community\": {\"name\": \"\", \"phase\": \"plan\"}}";
    check(
        &format!("\"snapshots\": [{{\"assessment\": {nested}}}]"),
        "snapshots[0].assessment.items: required, and missing",
    );
}

#[test]
fn a_value_of_the_wrong_kind_is_named() {
    check("\"id\": 7", "id: 7 is not an id of 1 to 64 letters, digits, hyphens, underscores");
    check("\"id\": \"a b\"", "id: \"a b\" is not an id of 1 to 64 letters, digits, hyphens, underscores");
    check("\"id\": null", "id: null, where an id of 1 to 64 letters, digits, hyphens, underscores is expected");
    check("\"community\": []", "community: a list, where an object is expected");
    check("\"community\": {\"name\": null, \"phase\": \"plan\"}", "community.name: null, where a text is expected");
    check("\"items\": {}", "items: an object, where a list is expected");
    check("\"items\": [7]", "items[0]: a number, where an id or an object is expected");
    check("\"members\": {\"importance\": []}", "members.importance: a list, where an object is expected");
    check("\"members\": {\"top\": \"O1\"}", "members.top: a text, where a list is expected");
    check("\"members\": {\"top\": [1]}", "members.top[0]: a number, where the id of an expectation is expected");
    check("\"invite\": {\"guess\": 1}", "invite.guess: a number, where true or false is expected");
    check("\"measures\": [{\"target\": \"6\"}]", "measures[0].target: a text, where a number is expected");
    check("\"notes\": {\"O1\": 3}", "notes.O1: a number, where an object is expected");
    check("\"statement\": null", "statement: null, where an object is expected");
}

#[test]
fn a_step_that_is_none_is_named() {
    check("\"members\": {\"importance\": {\"O2\": 7}}", "members.importance.O2: 7 is not a step from 0 to 4");
    check("\"members\": {\"importance\": {\"O2\": -1}}", "members.importance.O2: -1 is not a step from 0 to 4");
    check("\"members\": {\"importance\": {\"O2\": 2.5}}", "members.importance.O2: 2.5 is not a step from 0 to 4");
    check("\"members\": {\"importance\": {\"O2\": 3.0}}", "read");
    check("\"members\": {\"worth\": \"3\"}", "members.worth: a text, where a step from 0 to 4 or null is expected");
    check("\"practices\": {\"VP1\": {\"level\": 5}}", "practices.VP1.level: 5 is not a step from 0 to 4");
    check(
        "\"practices\": {\"VP1\": {\"target\": true}}",
        "practices.VP1.target: true or false, where a step from 0 to 4 is expected",
    );
    check("\"summary\": {\"members\": {\"worth\": 3.2}}", "summary.members.worth: 3.2 is not a half step from 0 to 4");
    check("\"summary\": {\"members\": {\"worth\": 4.5}}", "summary.members.worth: 4.5 is not a half step from 0 to 4");
    check("\"summary\": {\"members\": {\"worth\": 3.5}, \"organisation\": null}", "read");
}

#[test]
fn an_unknown_item_is_named_wherever_it_stands() {
    let unknown = |id: &str| format!("\"{id}\" is not an expectation of the catalogue or of this file");
    check("\"items\": [\"O1\", \"O99\"]", &format!("items[1]: {}", unknown("O99")));
    check("\"items\": [\"Ünknown\"]", &format!("items[0]: {}", unknown("Ünknown")));
    check("\"items\": [\"own-1\"]", &format!("items[0]: {}", unknown("own-1")));
    for place in ["importance", "delivered", "guess"] {
        check(
            &format!("\"members\": {{\"{place}\": {{\"O99\": 1}}}}"),
            &format!("members.{place}.O99: {}", unknown("O99")),
        );
        check(
            &format!(
                "\"replies\": [{{\"id\": \"a\", \"side\": \"members\", \"answers\": {{\"{place}\": {{\"own-2\": 1}}}}}}]"
            ),
            &format!("replies[0].answers.{place}.own-2: {}", unknown("own-2")),
        );
    }
    check(
        "\"members\": {\"importance\": {\"a long unknown id\": 1}}",
        &format!("members.importance.a long unknown id: {}", unknown("a long unknown id")),
    );
    check("\"organisation\": {\"top\": [\"O1\", \"own-7\"]}", &format!("organisation.top[1]: {}", unknown("own-7")));
    check(
        "\"summary\": {\"members\": {\"delivered\": {\"O99\": 1}}}",
        &format!("summary.members.delivered.O99: {}", unknown("O99")),
    );
    check("\"summary\": {\"members\": {\"top\": [\"O99\"]}}", &format!("summary.members.top[0]: {}", unknown("O99")));
    check("\"notes\": {\"O99\": \"x\"}", &format!("notes.O99: {}", unknown("O99")));
    check("\"measures\": [{}, {\"items\": [\"O99\"]}]", &format!("measures[1].items[0]: {}", unknown("O99")));
    let earlier = "{\"community\": {\"name\": \"\", \"phase\": \"plan\"}, \"items\": [\"O1\"], \"members\": {\"top\": [\"own-1\"]}}";
    check(
        &format!("\"snapshots\": [{{\"date\": \"2026-05-01\", \"assessment\": {earlier}}}]"),
        &format!("snapshots[0].assessment.members.top[0]: {}", unknown("own-1")),
    );
}

#[test]
fn answers_about_items_that_are_not_asked_are_kept() {
    check("\"members\": {\"importance\": {\"M4\": 1, \"own-1\": 2}}", "read");
    check(
        "\"set_aside\": [{\"id\": \"own-2\"}], \"notes\": {\"own-2\": \"x\"}, \"members\": {\"guess\": {\"own-2\": 1}}",
        "read",
    );
}

#[test]
fn an_id_given_twice_is_named() {
    check("\"items\": [\"O1\", \"O2\", \"O1\"]", "items[2]: O1 is given twice");
    check("\"items\": [{\"id\": \"own-1\"}, {\"id\": \"own-1\"}]", "items[1]: own-1 is given twice");
    check("\"set_aside\": [{\"id\": \"own-1\"}]", "set_aside[0]: own-1 is given twice");
    check("\"set_aside\": [{\"id\": \"own-3\"}, {\"id\": \"own-3\"}]", "set_aside[1]: own-3 is given twice");
    check("\"members\": {\"top\": [\"O1\", \"O1\"]}", "members.top[1]: O1 is given twice");
    check("\"measures\": [{\"items\": [\"O1\", \"O1\"]}]", "measures[0].items[1]: O1 is given twice");
    let twice = with("\"members\": {\"importance\": {\"O1\": 1, \"O1\": 2}}");
    assert!(sentence(&twice).ends_with("the key \"O1\" is given twice"), "{}", sentence(&twice));
}

#[test]
fn an_own_id_has_a_form() {
    for id in ["O1", "own-0", "own-01", "own-", "own-x", "own-4294967296", "own 1"] {
        let expected = format!("items[1].id: \"{id}\" is not an own id such as own-1");
        check(&format!("\"items\": [\"O1\", {{\"id\": \"{id}\", \"text\": \"x\"}}]"), &expected);
    }
    check("\"items\": [\"O1\", {\"id\": 1}]", "items[1].id: 1 is not an own id such as own-1");
    check("\"items\": [{\"id\": \"own-99999999\"}]", "read");
}

#[test]
fn too_many_of_anything_names_the_limit() {
    let listed = |count: usize, one: &dyn Fn(usize) -> String| (0..count).map(one).collect::<Vec<_>>().join(", ");
    let own = |number: usize| format!("{{\"id\": \"own-{}\"}}", number + 1);
    check("\"items\": []", "items: at least one expectation is expected");
    check(&format!("\"items\": [{}]", listed(31, &own)), "items: 31 expectations are too many: at most 30 are read");
    check(&format!("\"items\": [{}]", listed(6, &own)), "items: 6 own expectations are too many: at most 5 are read");
    check(&format!("\"items\": [{}]", listed(5, &own)), "read");
    let top = "[\"O1\", \"O2\", \"O3\", \"O4\"]";
    check(&format!("\"members\": {{\"top\": {top}}}"), "members.top: 4 expectations are too many: at most 3 are read");
    let reply = |number: usize| format!("{{\"id\": \"r{number}\", \"side\": \"members\"}}");
    check(&format!("\"replies\": [{}]", listed(5000, &reply)), "read");
    check(
        &format!("\"replies\": [{}]", listed(5001, &reply)),
        "replies: 5001 replies are too many: at most 5000 are read",
    );
    let snapshot = |_| {
        "{\"date\": \"2026-05-01\", \"assessment\": {\"community\": {\"name\": \"\", \"phase\": \"plan\"}, \"items\": [\"O1\"]}}".to_owned()
    };
    check(&format!("\"snapshots\": [{}]", listed(200, &snapshot)), "read");
    check(
        &format!("\"snapshots\": [{}]", listed(201, &snapshot)),
        "snapshots: 201 snapshots are too many: at most 200 are read",
    );
}

#[test]
fn a_text_has_a_limit_in_characters() {
    let text = |count: usize| format!("\"statement\": {{\"text\": \"{}\"}}", "🙂".repeat(count));
    check(&text(20_000), "read");
    check(&text(20_001), "statement.text: 20001 characters are too many: at most 20000 are read");
}

#[test]
fn a_date_has_a_form() {
    let community = |entry: &str| format!("\"community\": {{\"name\": \"\", \"phase\": \"plan\", {entry}}}");
    for founded in ["2023", "2023-04", "2023-04-30"] {
        check(&community(&format!("\"founded\": \"{founded}\"")), "read");
    }
    check(
        &community("\"founded\": \"04/2023\""),
        "community.founded: \"04/2023\" is not a day, month or year such as 2026-11-20, 2026-11, 2026",
    );
    check(
        &community("\"next_review\": \"2027-02\""),
        "community.next_review: \"2027-02\" is not a day such as 2026-11-20",
    );
    check(
        &community("\"next_review\": \"2027-02-29\""),
        "community.next_review: \"2027-02-29\" is not a day such as 2026-11-20",
    );
    check(&community("\"next_review\": 2027"), "community.next_review: 2027 is not a day such as 2026-11-20");
    check("\"created\": \"2026-11-02\"", "created: \"2026-11-02\" is not an instant such as 2026-11-20T16:05:00Z");
    check(
        "\"updated\": \"2026-11-02T25:00:00Z\"",
        "updated: \"2026-11-02T25:00:00Z\" is not an instant such as 2026-11-20T16:05:00Z",
    );
}

#[test]
fn a_count_has_a_range() {
    let (whole, positive) = ("a whole number from 0 to 4294967295", "a whole number from 1 to 4294967295");
    check("\"min_replies\": {\"members\": 0}", &format!("min_replies.members: 0 is not {positive}"));
    check("\"min_replies\": {\"organisation\": 1.5}", &format!("min_replies.organisation: 1.5 is not {positive}"));
    check("\"min_replies\": {\"organisation\": null}", "read");
    check("\"round\": 0", &format!("round: 0 is not {positive}"));
    check("\"round\": 4294967296", &format!("round: 4294967296 is not {positive}"));
    check(
        "\"community\": {\"name\": \"\", \"phase\": \"plan\", \"size\": -3}",
        &format!("community.size: -3 is not {whole}"),
    );
    check("\"actions\": [{\"advice\": 65536}]", "actions[0].advice: 65536 is not a whole number from 0 to 65535");
}

#[test]
fn a_name_of_a_closed_list_is_named_with_the_list() {
    let community = |entry: &str| format!("\"community\": {{\"name\": \"\", {entry}}}");
    check(&community("\"phase\": \"grow\""), "community.phase: \"grow\" is not one of plan, launch, sustain");
    check(
        &community("\"phase\": \"plan\", \"origin\": \"up\""),
        "community.origin: \"up\" is not one of top_down, bottom_up, both",
    );
    check(
        "\"items\": [{\"id\": \"own-1\", \"holder\": \"we\"}]",
        "items[0].holder: \"we\" is not one of organisation, members, both",
    );
    check("\"actions\": [{\"status\": \"late\"}]", "actions[0].status: \"late\" is not one of open, done, dropped");
    check("\"measures\": [{\"kind\": \"x\"}]", "measures[0].kind: \"x\" is not one of leading, lagging");
    check(
        "\"replies\": [{\"id\": \"a\", \"side\": \"both\"}]",
        "replies[0].side: \"both\" is not one of organisation, members",
    );
    check(
        "\"practices\": {\"VP11\": {}}",
        "practices.VP11: \"VP11\" is not one of VP1, VP2, VP3, VP4, VP5, VP6, VP7, VP8, VP9, VP10",
    );
    check(
        "\"members\": {\"contribution\": {\"money\": {}}}",
        "members.contribution.money: \"money\" is not one of funding, resources, people, participation, time",
    );
}

#[test]
fn a_long_or_broken_text_is_shown_short_and_on_one_line() {
    let long = "é\\n".repeat(500);
    let shown = format!("{}…", "é ".repeat(30));
    check(
        &format!("\"community\": {{\"name\": \"\", \"phase\": \"{long}\"}}"),
        &format!("community.phase: \"{shown}\" is not one of plan, launch, sustain"),
    );
}
