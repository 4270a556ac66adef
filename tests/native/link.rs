//! Assessments, invitations and replies ↔ link.

mod golden;
pub mod hostile;
mod sizes;
mod voices;

use std::sync::Arc;

use common_ground::assessment::{self, Assessment, Extra, Ratings};
use common_ground::catalogue::{PerSide, Side, bundled};
use common_ground::file;
use common_ground::link::{self, Carried, Content, LinkError};
use common_ground::score::{self, Counted, Group, Results};
use proptest::prelude::*;
use serde_json::json;

use super::file::{GOLDEN, LOOK, read};
use super::generate;

pub fn decode(text: &str) -> Result<Assessment, LinkError> {
    link::decode(text, bundled()).and_then(Content::assessment)
}

pub fn encode(assessment: &Assessment) -> String {
    sent(assessment, Carried::default())
}

pub fn sent(assessment: &Assessment, carried: Carried) -> String {
    link::encode(assessment, carried, bundled()).unwrap()
}

/// What a link carries of an assessment.
fn carried(assessment: &Assessment, carried: Carried) -> Assessment {
    let mut left = generate::bare(assessment);
    let strip = |answered: &mut assessment::Answered| {
        if !carried.replies {
            link::summarise(answered);
        }
        for reply in Arc::make_mut(&mut answered.replies) {
            reply.name = reply.name.take().filter(|_| carried.names);
        }
        for practice in answered.practices.values_mut() {
            if !carried.notes {
                practice.note = String::new();
                practice.evidence = Vec::new();
            }
        }
        answered.practices.retain(|_, practice| !practice.is_empty());
        let evidence = answered.practices.values_mut().flat_map(|practice| &mut practice.evidence);
        evidence.filter(|_| !carried.names).for_each(|one| one.person = String::new());
    };
    strip(&mut left.answered);
    for snapshot in Arc::make_mut(&mut left.snapshots) {
        strip(&mut snapshot.answered);
    }
    if !carried.history {
        left.snapshots = Arc::default();
    }
    if !carried.notes {
        left.notes.clear();
    }
    if !carried.names {
        left.statement.owner = String::new();
        left.measures.iter_mut().for_each(|measure| measure.owner = String::new());
        left.actions.iter_mut().for_each(|action| action.owner = String::new());
        let evidence = left.notes.values_mut().flat_map(|note| &mut note.evidence);
        evidence.for_each(|one| one.person = String::new());
        left.invite.reply_to = String::new();
    }
    left
}

fn choices() -> impl Strategy<Value = Carried> {
    any::<[bool; 4]>().prop_map(|[replies, names, notes, history]| Carried { replies, names, notes, history })
}

pub fn small() -> Assessment {
    let text = r#"{"format": "common-ground/assessment", "version": 1, "id": "a", "items": ["O1"],
        "community": {"name": "Inspectors", "phase": "plan"}, "members": {"importance": {"O1": 4}}}"#;
    read(text)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn what_is_sent_arrives(assessment in generate::assessment(), choice in choices()) {
        let arrived = decode(&sent(&assessment, choice)).unwrap();
        prop_assert_eq!(&arrived, &carried(&assessment, choice));
        // And is sent on as it came.
        prop_assert_eq!(sent(&arrived, Carried::ALL), sent(&assessment, choice));
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
    // One of the two long texts is left out, since without optimisation its letters take seconds.
    let longest = "a".repeat(assessment::limits::TEXT);
    for text in generate::nasty().into_iter().filter(|text| text.len() < 50_000).chain([longest]) {
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

/// Two people spoke, each of another item: both items are unknown, whatever the keeper believes of them.
#[test]
fn what_nobody_knows_stays_unknown_in_a_link_without_replies() {
    let reply = |id: &str, item: &str| {
        json!({"id": id, "revision": 1, "side": "organisation", "date": "2026-11-19T08:00:00Z",
            "answers": {"importance": {item: 0}}})
    };
    let both = json!({"importance": {"O1": 4, "O2": 4}});
    let file = json!({"format": "common-ground/assessment", "version": 1, "id": "pond-keepers",
        "community": {"name": "Pond keepers", "phase": "plan"}, "items": ["O1", "O2"],
        "organisation": both, "members": both, "min_replies": {"organisation": 2},
        "replies": [reply("aaaaaaa1", "O1"), reply("aaaaaaa2", "O2")]});
    let assessment = read(&file.to_string());
    assert_eq!(figures(&assessment).overlap.jaccard.ends(), None);
    let arrived = decode(&encode(&assessment)).unwrap();
    assert_eq!(arrived.answered.estimate.organisation.importance, Ratings::default());
    assert_eq!(arrived.answered.estimate.members, assessment.answered.estimate.members);
    assert_eq!(figures(&arrived).overlap, figures(&assessment).overlap);
    assert_eq!(figures(&arrived).counted.items, figures(&assessment).counted.items);
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
fn a_token_is_one_word_that_ends_in_a_letter() {
    let token = encode(&read(LOOK));
    assert!(token.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-' || byte == b'_'));
    assert!(token.starts_with("Ag") && token.ends_with('z'));
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
fn every_prefix_says_how_much_arrived() {
    let token = encode(&small());
    let whole = token.len();
    for arrived in 0..whole {
        let prefix = &token[..arrived];
        let expected = Some(whole).filter(|_| arrived >= 8);
        assert_eq!(decode(&format!("#/v/{prefix}")), Err(LinkError::CutShort { arrived, whole: expected }));
        assert!(decode(prefix).is_err());
    }
    let error = decode(&format!("https://example.org/#/v/{}", &token[..30])).unwrap_err();
    assert_eq!(
        error.to_string(),
        format!("the link was cut short: 30 of {whole} characters arrived; ask for it again")
    );
    assert_eq!(
        decode("#/v/AQ").unwrap_err().to_string(),
        "the link was cut short: only 2 characters arrived; ask for it again"
    );
}

#[test]
fn every_prefix_and_every_change_of_a_character_is_noticed_in_each_kind() {
    const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.%";
    for token in golden::PRESENT {
        for at in 0..token.len() {
            assert!(link::decode(&token[..at], bundled()).is_err());
            let address = format!("#/v/{}", &token[..at]);
            assert!(matches!(link::decode(&address, bundled()), Err(LinkError::CutShort { .. })), "{address}");
            for &byte in ALPHABET {
                let mut changed = token.to_owned().into_bytes();
                changed[at] = byte;
                let changed = String::from_utf8(changed).unwrap();
                if changed != token {
                    assert!(link::decode(&changed, bundled()).is_err(), "{at}: {changed}");
                    assert!(link::decode(&format!("#/v/{changed}"), bundled()).is_err(), "{at}: {changed}");
                }
            }
        }
    }
}

#[test]
fn what_is_wrong_is_said_in_a_sentence() {
    let check = |text: &str, expected: &str| assert_eq!(decode(text).unwrap_err().to_string(), expected);
    let none = "this is no link of Common Ground";
    check("", none);
    check("hello everyone, how are you?", none);
    check("https://example.org/#/method", none);
    check("#/v/zzzzzzzzzzzzzz", "the link is damaged: ask for it again");
    let token = encode(&small());
    let at = token.len() / 2;
    let other = if token.as_bytes()[at] == b'A' { "B" } else { "A" };
    let mut damaged = token;
    damaged.replace_range(at..=at, other);
    check(&damaged, "the link is damaged: ask for it again");
}

#[test]
fn where_replies_go_travels_only_with_the_names_of_people() {
    let mut assessment = small();
    assessment.invite.reply_to = "ada@example.org".into();
    let arrived = |carried| decode(&sent(&assessment, carried)).unwrap().invite.reply_to;
    assert_eq!(arrived(Carried::default()), "");
    assert_eq!(arrived(Carried { names: true, ..Carried::default() }), "ada@example.org");
}
