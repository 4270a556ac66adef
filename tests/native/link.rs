//! Assessment ↔ link.

use common_ground::assessment::{Assessment, Extra};
use common_ground::catalogue::{PerSide, Side, bundled};
use common_ground::link::{self, LinkError};
use common_ground::score::{self, Counted, Group, Results};
use common_ground::{assessment, file};
use proptest::prelude::*;

use super::file::{GOLDEN, LOOK, read};
use super::generate;

const LINK: &str = include_str!("../golden/link-v1.txt");

fn decode(text: &str) -> Result<Assessment, LinkError> {
    link::decode(text, bundled())
}

fn encode(assessment: &Assessment) -> String {
    link::encode(assessment).unwrap()
}

/// What a link carries of an assessment.
fn carried(assessment: &Assessment) -> Assessment {
    let mut carried = read(&file::write_lean(assessment));
    // Without foreign keys in what stays of a summary.
    let lean = carried.answered.summary.clone();
    carried.answered.summary = link::summary(&assessment.answered);
    for side in Side::ALL {
        if let Some((carried, lean)) = carried.answered.summary.get_mut(side).as_mut().zip(lean.get(side).as_ref()) {
            carried.extra.clone_from(&lean.extra);
        }
    }
    carried
}

fn small() -> Assessment {
    let text = r#"{"format": "common-ground/assessment", "version": 1, "id": "a", "items": ["O1"],
        "community": {"name": "Inspectors", "phase": "plan"}, "members": {"importance": {"O1": 4}}}"#;
    read(text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_sent_arrives(assessment in generate::assessment()) {
        prop_assert_eq!(decode(&encode(&assessment)), Ok(carried(&assessment)));
    }

    #[test]
    fn the_figures_are_those_of_the_replies(mut assessment in generate::assessment(), least in 1..3_u32) {
        assessment.answered.min_replies.members = least;
        let counted = Counted::of(&assessment.answered);
        // A group that is heard without any median cannot be told from one that is not heard.
        let told = |side: Side| {
            let groups = Group::ALL.into_iter();
            groups.into_iter().all(|group| !counted.voices.get(side).of(group).is_heard() || counted.speaks(side, group))
        };
        if Side::ALL.into_iter().all(told) {
            prop_assert_eq!(figures(&decode(&encode(&assessment)).unwrap()), figures(&assessment));
        }
    }

    #[test]
    fn any_text_is_refused(text in any::<String>()) {
        prop_assert!(decode(&text).is_err());
    }

    #[test]
    fn anything_behind_the_route_is_refused(text in "[A-Za-z0-9_-]{0,80}") {
        for start in ["#/v/", "#/v/AQ", "#/v/AQAA"] {
            let address = [start, &text].concat();
            prop_assert!(decode(&address).is_err());
        }
    }

    #[test]
    fn wherever_white_space_is_put_it_arrives(at in 0..200_usize, space in "[ \\n\\r\\t]{1,3}") {
        let mut token = encode(&small());
        token.insert_str(at.min(token.len()), &space);
        prop_assert_eq!(decode(&format!("https://example.org/x/#/v/{token}")), Ok(small()));
    }
}

#[test]
fn any_text_of_a_person_arrives() {
    for text in generate::nasty() {
        let mut assessment = small();
        assessment.answered.community.name.clone_from(&text);
        assert_eq!(decode(&encode(&assessment)).unwrap().answered.community.name, text);
    }
}

#[test]
fn replies_travel_as_their_summary() {
    let assessment = read(LOOK);
    let arrived = decode(&encode(&assessment)).unwrap();
    assert!(arrived.answered.replies.is_empty() && arrived.snapshots.is_empty());
    assert_eq!(arrived.answered.estimate, assessment.answered.estimate);
    let count = |side: Side| arrived.answered.summary.get(side).as_ref().map(|summary| summary.count);
    assert_eq!((count(Side::Organisation), count(Side::Members)), (Some(3), Some(9)));
    assert_eq!(figures(&arrived), figures(&assessment));
}

#[test]
fn a_side_that_is_not_heard_leaves_no_trace_of_its_replies() {
    let mut assessment = read(LOOK);
    assessment.answered.min_replies.members = 10;
    let arrived = decode(&encode(&assessment)).unwrap();
    assert_eq!(arrived.answered.summary.members, None);
    assert_eq!(figures(&arrived), figures(&assessment));
}

/// All results but for who speaks: replies there, their summary here.
fn figures(assessment: &Assessment) -> Results {
    let mut results = score::results(&assessment.answered);
    results.counted.voices = PerSide::default();
    results
}

#[test]
fn keys_that_are_not_ours_stay_at_home() {
    let arrived = decode(&encode(&read(GOLDEN))).unwrap();
    assert_eq!(arrived.extra, Extra::new());
    assert_eq!(arrived.answered.community.extra, Extra::new());
    assert!(!file::write(&arrived).contains("x-"));
}

#[test]
fn every_version_has_a_golden_link_that_is_read() {
    assert_eq!(decode(LINK), Ok(carried(&read(GOLDEN))));
    for version in 1..=15 {
        let path = format!("{}/tests/golden/link-v{version}.txt", env!("CARGO_MANIFEST_DIR"));
        let known = version == 1;
        assert_eq!(std::path::Path::new(&path).exists(), known, "{path}");
    }
}

#[test]
fn a_token_is_one_word_that_ends_in_a_letter() {
    let token = encode(&read(LOOK));
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
    assert!(token.starts_with("AQ") && token.ends_with('z'));
}

#[test]
fn a_link_is_found_in_what_people_paste() {
    let token = encode(&small());
    for text in [
        token.clone(),
        format!("  {token}\n"),
        format!("#/v/{token}"),
        format!("https://example.org/common-ground/#/v/{token}"),
        format!("Our picture: <https://example.org/#/v/{token}>. Have a look"),
        format!("Our picture: {token} and a few words behind it"),
        format!("https://example.org/#/v/{token} AQAAAAAAAAAAAAAAAAAA"),
        format!("https://example.org/?utm=1#/v/{token}&utm_source=mail"),
        token.as_bytes().chunks(10).map(|part| std::str::from_utf8(part).unwrap()).collect::<Vec<_>>().join("\r\n"),
    ] {
        assert_eq!(decode(&text), Ok(small()), "{text}");
    }
}

#[test]
fn all_links_of_a_text_are_found_with_their_places() {
    let (one, two) = (encode(&small()), encode(&read(LOOK)));
    let text = format!("First https://example.org/#/v/{one}\nthen {two}\nand a Questionnaire-AQAA-of-mine");
    let found = link::find(&text);
    assert_eq!(found.iter().map(|found| found.at).collect::<Vec<_>>(), [30, 30 + one.len() + 6]);
    assert_eq!(decode(found[0].text), Ok(small()));
    assert_eq!(decode(found[1].text), Ok(carried(&read(LOOK))));
}

#[test]
fn a_text_full_of_beginnings_is_searched_in_no_time() {
    // Each claims to be a million characters long.
    let text = "AQCAgD0AAAAAAAAAA ".repeat(50_000);
    let start = std::time::Instant::now();
    assert_eq!(link::find(&text).len(), 50_000);
    assert!(decode(&text).is_err());
    assert!(start.elapsed().as_secs() < 20);
}

#[test]
fn every_prefix_says_how_much_arrived() {
    let token = encode(&small());
    let whole = token.len();
    for arrived in 0..whole {
        let prefix = &token[..arrived];
        let expected = Some(whole).filter(|_| arrived >= 8);
        assert_eq!(decode(&format!("#/v/{prefix}")), Err(LinkError::CutShort { arrived, whole: expected }));
        assert!(decode(prefix).is_err());
    }
    let error = decode(&format!("https://example.org/#/v/{}", &token[..100])).unwrap_err();
    assert_eq!(error.to_string(), format!("the link was cut short: 100 of {whole} characters arrived"));
    assert_eq!(decode("#/v/AQ").unwrap_err().to_string(), "the link was cut short: only 2 characters arrived");
}

#[test]
fn every_change_of_a_character_is_noticed() {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%";
    let token = encode(&small());
    for at in 0..token.len() {
        for &byte in ALPHABET {
            let mut changed = token.clone().into_bytes();
            changed[at] = byte;
            let changed = String::from_utf8(changed).unwrap();
            if changed != token {
                assert!(decode(&changed).is_err(), "{at}: {changed}");
                assert!(decode(&format!("#/v/{changed}")).is_err(), "{at}: {changed}");
            }
        }
    }
}

#[test]
fn what_is_wrong_is_said_in_a_sentence() {
    let check = |text: &str, expected: &str| assert_eq!(decode(text).unwrap_err().to_string(), expected);
    let none = "not a link of Common Ground: \"#/v/\" and a token are expected";
    check("", none);
    check("hello everyone, how are you?", none);
    check("https://example.org/#/method", none);
    check("#/v/zzzzzzzzzzzzzz", "the link is damaged: its checksum does not match what arrived");
    let token = encode(&small());
    let at = token.len() / 2;
    let other = if token.as_bytes()[at] == b'A' { "B" } else { "A" };
    let mut damaged = token;
    damaged.replace_range(at..=at, other);
    check(&damaged, "the link is damaged: its checksum does not match what arrived");
}

/// A token with this envelope; the checksum is right.
fn sealed(version: u8, kind: u8, payload: &[u8]) -> String {
    use base64::Engine;
    let mut bytes = vec![version, kind];
    let mut left = payload.len();
    while left > 0x7f {
        bytes.push(u8::try_from(left & 0x7f).unwrap() | 0x80);
        left >>= 7;
    }
    bytes.push(u8::try_from(left).unwrap());
    bytes.extend(payload);
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(&bytes);
    bytes.extend(checksum.to_le_bytes());
    format!("#/v/{}z", base64::engine::general_purpose::URL_SAFE_NO_PAD.encode(bytes))
}

#[test]
fn the_wire_format_is_as_documented() {
    let text = file::write_lean(&small());
    let stored: Vec<u8> = [&[0], text.as_bytes()].concat();
    assert_eq!(decode(&sealed(1, 0, &stored)), Ok(small()));
    let deflated: Vec<u8> = [vec![1], miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 1)].concat();
    assert_eq!(decode(&sealed(1, 0, &deflated)), Ok(small()));
}

#[test]
fn an_envelope_that_arrived_whole_and_cannot_be_opened_says_why() {
    let check = |text: &str, expected: &str| assert_eq!(decode(text).unwrap_err().to_string(), expected);
    check(&sealed(2, 0, b"x"), "the link is of version 2, which is newer than this page knows (1)");
    check(&sealed(1, 1, b"x"), "the link is an invitation, where an assessment is expected");
    check(&sealed(1, 2, b"x"), "the link is a reply, where an assessment is expected");
    check(&sealed(1, 9, b"x"), "the link is of kind 9, where an assessment (0) is expected");
    for payload in [&b""[..], b"\x07{}", b"\x01\xff\xff", b"\x00\xff"] {
        check(&sealed(1, 0, payload), "the link is damaged: its checksum does not match what arrived");
    }
    check(&sealed(1, 0, b"\0{}"), "in the link: format: required, and missing");
}

#[test]
fn a_bomb_does_not_go_off() {
    let bomb = miniz_oxide::deflate::compress_to_vec(&vec![b' '; 20_000_000], 1);
    let payload: Vec<u8> = [vec![1], bomb].concat();
    assert_eq!(decode(&sealed(1, 0, &payload)), Err(LinkError::Damaged));
}

#[test]
fn an_assessment_that_is_too_large_for_a_link_is_refused_before_it_is_sent() {
    let mut assessment = small();
    let note = assessment::Note { note: "🙂".repeat(20_000), ..assessment::Note::default() };
    assessment.notes = bundled().items.iter().map(|item| (item.id, note.clone())).collect();
    let error = link::encode(&assessment).unwrap_err();
    assert!(matches!(error, LinkError::TooLarge(bytes) if bytes > 2_000_000));
    assert!(error.to_string().ends_with("bytes are too many for a link: at most 1000000 fit, a file holds more"));
}
