//! Envelopes that arrived whole and hold what nobody sent.

use common_ground::assessment;
use common_ground::catalogue::bundled;
use common_ground::file;
use common_ground::link::{self, Carried, LinkError};
use proptest::collection::vec;
use proptest::prelude::*;

use super::{decode, small};
use crate::replies::token;

/// A token with this envelope; the checksum is right.
pub fn sealed(version: u8, kind: u8, payload: &[u8]) -> String {
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
fn version_1_is_as_documented() {
    let text = file::write_compact(&small());
    let stored: Vec<u8> = [&[0], text.as_bytes()].concat();
    assert_eq!(decode(&sealed(1, 0, &stored)), Ok(small()));
    let deflated: Vec<u8> = [vec![1], miniz_oxide::deflate::compress_to_vec(text.as_bytes(), 1)].concat();
    assert_eq!(decode(&sealed(1, 0, &deflated)), Ok(small()));
}

#[test]
fn an_envelope_that_arrived_whole_and_cannot_be_opened_says_why() {
    let check = |text: &str, expected: &str| assert_eq!(decode(text).unwrap_err().to_string(), expected);
    check(
        &sealed(3, 0, b"x"),
        "the link is of version 3, newer than this version of Common Ground knows (2): load the page again, or open it where it was made",
    );
    check(&sealed(1, 1, b"x"), "the link is an invitation, where an assessment is expected");
    check(&sealed(1, 2, b"x"), "the link is a reply, where an assessment is expected");
    check(&sealed(1, 9, b"x"), "the link is of kind 9, where an assessment (0) is expected");
    check(&sealed(2, 9, b"x"), "the link is of kind 9, where an assessment (0) is expected");
    for payload in [&b""[..], b"\x07{}", b"\x01\xff\xff", b"\x00\xff"] {
        check(&sealed(1, 0, payload), "the link is damaged: ask for it again");
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
    let carried = Carried { notes: true, ..Carried::default() };
    let error = link::encode(&assessment, carried, bundled()).unwrap_err();
    assert_eq!(error, LinkError::TooLarge(25 * 80_000 + "Inspectors".len()));
    assert!(error.to_string().ends_with("bytes are too many for a link: at most 1000000 fit, a file holds more"));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_payload_is_refused_or_is_what_would_be_sent(kind in 0..3_u8, payload in vec(any::<u8>(), 0..60)) {
        if let Ok(content) = link::decode(&sealed(2, kind, &payload), bundled()) {
            prop_assert_eq!(["#/v/", &token(&content)].concat(), sealed(2, kind, &payload));
        }
    }
}
