//! Assessment ↔ JSON.

use common_ground::assessment::{Assessment, Tree, limits};
use common_ground::catalogue::bundled;
use common_ground::file::{self, FileError, Parts};
use proptest::prelude::*;

use super::generate;

pub const GOLDEN: &str = include_str!("../golden/file-v1.common-ground.json");
pub const LOOK: &str = include_str!("../golden/look-example.common-ground.json");

pub fn read(text: &str) -> Assessment {
    file::read(text, bundled()).unwrap_or_else(|error| panic!("{error}"))
}

/// The same value, whatever the white space and however a reply's default is left out.
fn tree(text: &str) -> Tree {
    Tree::parse(text).unwrap()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_written_is_read_again(assessment in generate::assessment()) {
        for text in [file::write(&assessment), file::write_compact(&assessment)] {
            prop_assert_eq!(&read(&text), &assessment);
        }
        prop_assert_eq!(file::read_parts(&file::write_parts(&assessment), bundled()).unwrap(), assessment);
    }

    #[test]
    fn both_ways_of_writing_say_the_same(assessment in generate::assessment()) {
        let compact = file::write_compact(&assessment);
        prop_assert_eq!(tree(&file::write(&assessment)), tree(&compact));
        prop_assert!(!compact.contains('\n'));
        prop_assert_eq!(tree(&compact).to_text(), compact);
    }

    #[test]
    fn any_text_is_read_or_refused(text in any::<String>()) {
        prop_assert!(file::read(&text, bundled()).is_err());
    }
}

#[test]
fn any_text_of_a_person_survives() {
    for text in generate::nasty() {
        let mut assessment = read(LOOK);
        assessment.answered.community.name.clone_from(&text);
        assessment.statement.text.clone_from(&text);
        let again = read(&file::write(&assessment));
        assert_eq!(again.answered.community.name, text);
        assert_eq!(again, assessment);
    }
}

#[test]
fn every_version_has_a_golden_file_that_is_read() {
    for version in 1.. {
        let path = format!("{}/tests/golden/file-v{version}.common-ground.json", env!("CARGO_MANIFEST_DIR"));
        let newer = GOLDEN.replace("\"version\": 1,", &format!("\"version\": {version},"));
        if matches!(file::read(&newer, bundled()), Err(FileError::Newer { .. })) {
            assert!(!std::path::Path::new(&path).exists(), "{path} is of a version that is not read");
            break;
        }
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
        read(&text);
    }
}

#[test]
fn the_golden_file_is_read_whole_and_written_as_it_was() {
    let assessment = read(GOLDEN);
    assert!(assessment.answered.replies.len() == 1 && assessment.snapshots.len() == 1);
    // A default that the file leaves out is written.
    let expected = GOLDEN.replace(r#"{"id": "q7Hk2mZx", "side""#, r#"{"id": "q7Hk2mZx", "revision": 1, "side""#);
    let (written, expected) = (sorted(tree(&file::write(&assessment))), sorted(tree(&expected)));
    assert_eq!(written, expected);
}

/// Keys in order of the alphabet, and the numbers as such: `1e3` is written as `1000.0`.
fn sorted(tree: Tree) -> Tree {
    match tree {
        Tree::List(list) => Tree::List(list.into_iter().map(sorted).collect()),
        Tree::Object(entries) => {
            let mut entries: Vec<_> = entries.into_iter().map(|(key, value)| (key, sorted(value))).collect();
            entries.sort_by(|one, two| one.0.cmp(&two.0));
            Tree::Object(entries)
        }
        other => other,
    }
}

#[test]
fn the_golden_file_has_every_key() {
    let text = file::write(&read(GOLDEN));
    for key in [
        "format",
        "version",
        "id",
        "copied_from",
        "created",
        "updated",
        "round",
        "community",
        "name",
        "purpose",
        "phase",
        "origin",
        "founded",
        "size",
        "next_review",
        "items",
        "text",
        "holder",
        "set_aside",
        "organisation",
        "members",
        "importance",
        "delivered",
        "worth",
        "top",
        "guess",
        "contribution",
        "level",
        "amount",
        "practices",
        "note",
        "target",
        "evidence",
        "url",
        "date",
        "person",
        "notes",
        "statement",
        "owner",
        "review",
        "measures",
        "indicator",
        "kind",
        "unit",
        "baseline",
        "current",
        "due",
        "actions",
        "advice",
        "status",
        "min_replies",
        "invite",
        "reply_to",
        "replies",
        "revision",
        "side",
        "answers",
        "summary",
        "count",
        "snapshots",
        "label",
        "assessment",
    ] {
        assert!(text.contains(&format!("\"{key}\": ")), "{key}");
    }
    assert_eq!(text.matches("\"x-").count(), 19);
}

#[test]
fn a_file_is_written_for_people_to_read() {
    let text = file::write(&read(GOLDEN));
    assert!(text.starts_with("{\n \"format\": \"common-ground/assessment\",\n \"version\": 1,\n"));
    assert!(text.contains("\n  \"importance\": {\"O1\": 4, \"O2\": 3, \"O3\": null, \"own-2\": 2},\n"), "{text}");
    assert!(text.contains(
        "\n \"items\": [\"O1\", \"O2\", \"O3\", {\"id\": \"own-2\", \"text\": \"Safer \\\"lone\\\" working\", "
    ));
    assert!(text.ends_with("\n}\n"));
}

#[test]
fn the_example_of_the_look_is_read() {
    let assessment = read(LOOK);
    assert_eq!(assessment.answered.replies.len(), 12);
    assert_eq!(assessment.notes.len(), 1);
    assert!(file::write(&assessment).contains(
        "\"O4\": {\n   \"note\": \"Two design standards were opened for comment; none has changed yet.\"\n  }"
    ));
    assert_eq!(read(&file::write(&assessment)), assessment);
}

#[test]
fn a_byte_order_mark_is_skipped() {
    assert_eq!(read(&format!("\u{feff}{GOLDEN}")), read(GOLDEN));
}

#[test]
fn a_store_may_hold_no_lists() {
    let assessment = read(GOLDEN);
    let parts = file::write_parts(&assessment);
    assert!(!parts.answers.contains("q7Hk2mZx") && !parts.answers.contains("Spring"));
    let bare = Parts { replies: String::new(), snapshots: String::new(), ..parts };
    let read = file::read_parts(&bare, bundled()).unwrap();
    assert!(read.answered.replies.is_empty() && read.snapshots.is_empty());
    // Without lists it is a record that every page reads.
    let answers = bare.answers.replacen("\"version\":2", "\"version\":1", 1);
    assert_eq!(file::write_parts(&read), Parts { answers, ..bare });
}

#[test]
fn a_wrong_part_names_the_place_as_if_it_were_one_file() {
    let good = file::write_parts(&read(GOLDEN));
    let plain = |text: &str| file::unpacked(text).unwrap();
    let good = Parts { replies: plain(&good.replies), snapshots: plain(&good.snapshots), ..good };
    let check = |parts: Parts, expected: &str| {
        assert_eq!(file::read_parts(&parts, bundled()).unwrap_err().to_string(), expected);
    };
    let replies = good.replies.replace("\"O1\":3", "\"O1\":9");
    check(Parts { replies, ..good.clone() }, "replies[0].answers.importance.O1: 9 is not a step from 0 to 4");
    let snapshots = good.snapshots.replace("launch", "lunch");
    check(
        Parts { snapshots, ..good.clone() },
        "snapshots[0].assessment.community.phase: \"lunch\" is not one of plan, launch, sustain",
    );
    check(Parts { snapshots: "[".into(), ..good }, "not JSON: it ends too early, at line 1, column 1");
}

#[test]
fn every_prefix_is_refused() {
    let text = GOLDEN.trim_end();
    for (end, _) in text.char_indices() {
        assert!(file::read(&text[..end], bundled()).is_err(), "{end}");
    }
}

#[test]
fn every_change_of_a_byte_is_refused_or_read_as_something_that_can_be_written() {
    let text = file::write_compact(&read(GOLDEN));
    for at in 0..text.len() {
        for byte in *b"\"7," {
            let mut bytes = text.clone().into_bytes();
            bytes[at] = byte;
            let Ok(changed) = String::from_utf8(bytes) else { continue };
            if let Ok(assessment) = file::read(&changed, bundled()) {
                assert_eq!(file::read(&file::write_compact(&assessment), bundled()).as_ref(), Ok(&assessment));
            }
        }
    }
}

#[test]
fn many_replies_are_read() {
    let mut assessment = read(LOOK);
    let one = assessment.answered.replies[0].clone();
    assessment.answered.replies = std::sync::Arc::new(vec![one; limits::REPLIES]);
    assert_eq!(read(&file::write_compact(&assessment)), assessment);
}
