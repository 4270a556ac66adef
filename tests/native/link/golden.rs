//! The links of every released version are read for ever.

use std::path::PathBuf;

use common_ground::assessment::{Answer, Answers, Assessment, Invitation, Mark, Reply, SentReply};
use common_ground::catalogue::{Side, Step, bundled};
use common_ground::link::{self, Carried, Content, VERSION};

use super::super::file::{GOLDEN, read};
use super::carried;
use crate::replies::token;

const V1: &str = include_str!("../../golden/link-v1.txt");
const ASSESSMENT: &str = include_str!("../../golden/link-v2-assessment.txt");
const INVITATION: &str = include_str!("../../golden/link-v2-invitation.txt");
const REPLY: &str = include_str!("../../golden/link-v2-reply.txt");

/// The links of the present version, with what they hold.
pub const PRESENT: [&str; 3] = [ASSESSMENT, INVITATION, REPLY];

fn golden(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name)
}

/// What version 1 carried: all but replies, which a summary stands for, and snapshots.
fn of_version_1(assessment: &Assessment) -> Assessment {
    carried(assessment, Carried { replies: false, history: false, ..Carried::ALL })
}

fn invitation() -> Invitation {
    let mut invitation = read(GOLDEN).invitation(Side::Members);
    invitation.items.rotate_left(1);
    invitation
}

fn reply() -> SentReply {
    let reply = Reply {
        id: "q7Hk2mZx".to_owned(),
        revision: 2,
        side: Side::Members,
        date: Some("2026-11-19T08:05:00Z".parse().unwrap()),
        name: Some("Zoë".to_owned()),
        answers: Answers {
            importance: [("O1", 4), ("O2", 0), ("M8", 3), ("own-1", 2)]
                .map(|(id, step)| (id.parse().unwrap(), Answer::Step(Step::new(step).unwrap())))
                .into(),
            delivered: [("O1".parse().unwrap(), Answer::DontKnow)].into(),
            worth: Some(Answer::DontKnow),
            top: ["own-1", "O1"].map(|id| id.parse().unwrap()).to_vec(),
            ..Answers::default()
        },
        extra: Vec::new(),
    };
    SentReply { assessment: Mark(0xe306_9283), round: 3, reply }
}

#[test]
fn an_assessment_of_version_1_is_read() {
    assert_eq!(link::decode(V1, bundled()), Ok(Content::Assessment(Box::new(of_version_1(&read(GOLDEN))))));
}

#[test]
fn an_assessment_of_version_2_is_read() {
    let expected = carried(&read(GOLDEN), Carried::ALL);
    assert_eq!(link::decode(ASSESSMENT, bundled()), Ok(Content::Assessment(Box::new(expected))));
}

#[test]
fn an_invitation_of_version_2_is_read() {
    assert_eq!(link::decode(INVITATION, bundled()), Ok(Content::Invitation(Box::new(invitation()))));
}

#[test]
fn a_reply_of_version_2_is_read() {
    assert_eq!(link::decode(REPLY, bundled()), Ok(Content::Reply(Box::new(reply()))));
}

#[test]
fn the_golden_links_of_the_present_version_are_what_is_written() {
    let check = |content: Content, golden: &str| assert_eq!(token(&content), golden);
    check(Content::Assessment(Box::new(read(GOLDEN))), ASSESSMENT);
    check(Content::Invitation(Box::new(invitation())), INVITATION);
    check(Content::Reply(Box::new(reply())), REPLY);
}

#[test]
fn every_released_version_and_kind_has_a_golden_link() {
    assert!(golden("link-v1.txt").exists());
    for version in 2..=15 {
        for kind in ["assessment", "invitation", "reply"] {
            let path = golden(&format!("link-v{version}-{kind}.txt"));
            assert_eq!(path.exists(), version <= VERSION, "{}", path.display());
        }
    }
}
