//! What is wrong with a catalogue is said with its place, and nothing of it is taken.

use common_ground::catalogue::content::MAX_BYTES;
use common_ground::catalogue::{Catalogue, bundled_text};
use common_ground::tree::Tree;

use super::OWN;

/// What reading says of a text with something else in the place of the first `from`.
#[track_caller]
fn check_in(text: &str, from: &str, to: &str, expected: &str) {
    assert!(text.contains(from), "{from}");
    let error = Catalogue::read(&text.replacen(from, to, 1)).unwrap_err();
    assert_eq!(error.to_string(), expected);
}

#[track_caller]
fn check(from: &str, to: &str, expected: &str) {
    check_in(OWN, from, to, expected);
}

#[test]
fn an_id_that_is_none() {
    for (id, shown) in [("w1", "w1"), ("W0", "W0"), ("W100", "W100"), ("WXY1", "WXY1"), ("7", "7"), ("own-1", "own-1")]
    {
        check(
            "\"W2\"",
            &format!("\"{id}\""),
            &format!(
                "items[1].id: \"{shown}\" is not one or two capital letters and a number from 1 to 99, such as O1"
            ),
        );
    }
    check("\"W2\"", "\"VP1\"", "items[1].id: \"VP1\" is kept for practices");
}

#[test]
fn what_stands_twice() {
    check("\"W2\"", "\"W1\"", "items[1].id: \"W1\" stands twice");
    check("\"Same handover\"", "\"Fewer falls\"", "items[1].label: \"Fewer falls\" stands twice");
    check(
        "One way of handing over, on every ward",
        "Patients fall less often on our wards",
        "items[1].statement: \"Patients fall less often on our wards\" stands twice",
    );
    check("\"useful\"", "\"important\"", "scales.importance[3].word: \"important\" stands twice");
    check("\"name\": \"Ward", "\"name\": \"A\", \"name\": \"Ward", {
        "not JSON: the key \"name\" is given twice at line 411 column 1"
    });
}

#[test]
fn what_is_too_long() {
    check(
        "\"Same handover\"",
        "\"The very same handover\"",
        "items[1].label: 22 characters are too many: at most 20 fit",
    );
    let word = "x".repeat(33);
    check("\"useful\"", &format!("\"{word}\""), {
        "scales.importance[2].word: 33 characters are too many: at most 32 fit"
    });
    let text = "x".repeat(1_001);
    check("Somebody to ask while on shift", &text, {
        "items[3].statement: 1001 characters are too many: at most 1000 fit"
    });
    check("Ward practice", &"x".repeat(61), "name: 61 characters are too many: at most 60 fit");
    let huge = format!("{OWN}{}", " ".repeat(MAX_BYTES));
    let expected = format!("{} bytes are too many for a catalogue: at most 500000 are read", huge.len());
    assert_eq!(Catalogue::read(&huge).unwrap_err().to_string(), expected);
}

#[test]
fn what_is_no_plain_text() {
    check("\"Same handover\"", "\" \"", "items[1].label: empty, where a text is expected");
    check("\"Same handover\"", "\"Same\\nhandover\"", {
        "items[1].label: a line end or another control character, where plain text is expected"
    });
    check("\"en-GB\"", "\"English, please\"", "language: \"English, please\" is not a language tag such as en-GB");
}

#[test]
fn closed_lists_in_another_order_or_length() {
    check("\"launch\"", "\"go\"", "phases[1].id: \"go\" stands where \"launch\" is expected");
    check("\"VP2\"", "\"VP3\"", "practices[1].id: \"VP3\" stands where \"VP2\" is expected");
    check("\"resources\"", "\"people\"", "contributions[1].id: \"people\" stands where \"resources\" is expected");
    check("\"origins\": [", "\"origins\": [], \"was\": [", "origins: 0 values, where 3 are expected");
}

#[test]
fn too_few_and_too_many_items() {
    check("\"items\": [", "\"items\": [], \"was\": [", "items: 0 items, where 1 to 40 are expected");
    let none = OWN.replace("\"default\": true", "\"default\": false");
    let error = Catalogue::read(&none).unwrap_err();
    assert_eq!(error.to_string(), "items: 0 of them are default, where 1 to 25 are expected");
    let item = |number: usize| {
        format!(
            "{{\"id\": \"Z{number}\", \"label\": \"L{number}\", \"statement\": \"S{number}\", \"help\": \"H\", \
             \"holder\": \"both\", \"default\": true}},"
        )
    };
    let with = |count: usize| {
        let more: String = (1..=count).map(item).collect();
        OWN.replacen("\"items\": [", &format!("\"items\": [{more}"), 1)
    };
    let said =
        |count: usize| Catalogue::read(&with(count)).map(|read| read.items.len()).map_err(|error| error.to_string());
    assert_eq!(said(19), Ok(26));
    assert_eq!(said(20), Err("items: 26 of them are default, where 1 to 25 are expected".to_owned()));
    assert_eq!(said(34), Err("items: 41 items, where 1 to 40 are expected".to_owned()));
}

#[test]
fn advice_that_speaks_of_what_is_not_there() {
    let whole = bundled_text();
    let check = |from: &str, to: &str, expected: &str| check_in(&whole, from, to, expected);
    check(
        "\"weaknesses\": [",
        "\"weaknesses\": 7, \"was\": [",
        "advice.weaknesses: a number, where a list is expected",
    );
    check("\"id\": \"NV\"", "\"id\": \"ZZ\"", {
        "advice.weaknesses[0].id: \"ZZ\" is none of the weaknesses that the rules know"
    });
    check("\"id\": \"OX\"", "\"id\": \"NV\"", "advice.weaknesses[1].id: \"NV\" stands twice");
    check("\"weakness\": \"NV\"", "\"weakness\": \"ZZ\"", {
        "advice.actions[0].weakness: \"ZZ\" is not in this catalogue"
    });
    check("\"number\": 2,", "\"number\": 1,", "advice.actions[1].number: \"1\" stands twice");
    check("     \"US\"", "     \"XX\"", "advice.actions[0].sources[0]: \"XX\" is not in this catalogue");
    check("\"id\": \"L2\"", "\"id\": \"L1\"", "advice.measures[1].id: \"L1\" stands twice");
    check("\"action\": 13", "\"action\": 55", "advice.bridges[0].action: 55 is not in this catalogue");
    check("\"action\": 14", "\"action\": 13", "advice.bridges[2].action: 13 stands twice");
    check("\"action\": 13", "\"action\": \"13\"", {
        "advice.bridges[0].action: a text, where a whole number from 0 to 65535 is expected"
    });
    let without = whole.replacen("\"id\": \"M5\"", "\"id\": \"M9\"", 1);
    let error = Catalogue::read(&without).unwrap_err().to_string();
    assert!(error.starts_with("advice.") && error.ends_with(": \"M5\" is not in this catalogue"), "{error}");
}

#[test]
fn another_format_and_a_newer_version() {
    check("common-ground/catalogue", "common-ground/assessment", {
        "format: \"common-ground/assessment\" is another format, \"common-ground/catalogue\" is expected"
    });
    check("\"version\": 1", "\"version\": 2", "version 2 is newer than this program knows (1)");
}

/// Takes a way to put something in the place of a value.
type Change<'a> = dyn FnMut(&dyn Fn(Tree) -> Tree) + 'a;

/// Every value in turn taken away, or put in the place of another kind: an error, or a catalogue that says the same
/// with an item less; never a panic.
#[test]
fn each_value_that_is_missing_or_of_another_kind_is_told() {
    fn each(tree: &Tree, change: &mut Change<'_>) {
        match tree {
            Tree::Object(entries) => {
                for (at, (_, value)) in entries.iter().enumerate() {
                    let around = |inner: Tree| {
                        let mut entries = entries.clone();
                        entries[at].1 = inner;
                        Tree::Object(entries)
                    };
                    change(&|inner| around(inner));
                    each(value, &mut |inner| change(&|one| around(inner(one))));
                }
            }
            Tree::List(list) => {
                // The first of a list stands for all.
                if let Some(value) = list.first() {
                    let around = |inner: Tree| {
                        let mut list = list.clone();
                        list[0] = inner;
                        Tree::List(list)
                    };
                    change(&|inner| around(inner));
                    each(value, &mut |inner| change(&|one| around(inner(one))));
                }
            }
            _ => {}
        }
    }
    let tree = Tree::parse(&bundled_text()).unwrap();
    let (mut tried, mut passed_over) = (0, 0);
    each(&tree, &mut |put| {
        tried += 1;
        let Err(error) = Catalogue::read(&put(Tree::Null).to_text()) else {
            passed_over += 1;
            return;
        };
        let error = error.to_string();
        assert!(error.contains("null") && error.contains(": "), "{error}");
    });
    assert!(tried > 90, "{tried}");
    assert_eq!(passed_over, 4, "a weakness's name and meaning, an item's horizon, a practice's label");
}
