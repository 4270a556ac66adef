//! What the inputs are made from: the golden samples, and small ones that are quick to read.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common_ground::catalogue::bundled;
use common_ground::file;
use common_ground::tree::Tree;

use super::parts::BETWEEN;

const V1: &str = include_str!("../golden/link-v1.txt");
const ASSESSMENT: &str = include_str!("../golden/link-v2-assessment.txt");
const INVITATION: &str = include_str!("../golden/link-v2-invitation.txt");
const REPLY: &str = include_str!("../golden/link-v2-reply.txt");
const FILE: &str = include_str!("../golden/file-v1.common-ground.json");
const CATALOGUE: &str = include_str!("../golden/own.catalogue.json");
const WORKED: &str = include_str!("../golden/worked-example.common-ground.json");

/// An assessment with hardly anything in it.
const SMALL: &str = r#"{"format": "common-ground/assessment", "version": 1, "id": "a", "items": ["O1", "M5"],
    "community": {"name": "A b", "phase": "plan"}, "members": {"importance": {"O1": 4, "M5": null}, "worth": 2}}"#;

/// The payload of a token, without a look at its checksum.
pub fn payload(token: &str) -> Vec<u8> {
    let bytes = URL_SAFE_NO_PAD.decode(token.trim().strip_suffix('z').unwrap()).unwrap();
    let head = 2 + bytes[2..].iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
    bytes[head..bytes.len() - 4].to_vec()
}

fn small() -> String {
    let assessment = file::read(SMALL, bundled()).unwrap();
    common_ground::link::encode(&assessment, common_ground::link::Carried::ALL, bundled()).unwrap()
}

pub fn payloads(kind: &str) -> Vec<Vec<u8>> {
    match kind {
        "assessment" => vec![payload(ASSESSMENT), payload(&small()), payload(&small()), payload(&small())],
        "invitation" => vec![payload(INVITATION)],
        _ => vec![payload(REPLY)],
    }
}

pub fn version_1() -> Vec<Vec<u8>> {
    let plain = |text: &str| [b"\0", text.as_bytes()].concat();
    vec![payload(V1), plain(SMALL), plain(WORKED)]
}

pub fn links() -> Vec<Vec<u8>> {
    let letter = format!("Hello,\n> see https://example.org/x/#/v/{REPLY}.\n> {INVITATION}\nRegards");
    [V1.to_owned(), ASSESSMENT.to_owned(), REPLY.to_owned(), format!("#/v/{INVITATION}"), letter]
        .map(String::into_bytes)
        .to_vec()
}

pub fn catalogues() -> Vec<Vec<u8>> {
    vec![CATALOGUE.as_bytes().to_vec(), Tree::parse(CATALOGUE).unwrap().to_text().into_bytes()]
}

pub fn files() -> Vec<Vec<u8>> {
    [FILE, WORKED, SMALL, SMALL].map(|text| text.as_bytes().to_vec()).to_vec()
}

pub fn parts() -> Vec<Vec<u8>> {
    let of = |text: &str, list: fn(&str) -> String| {
        let parts = file::write_parts(&file::read(text, bundled()).unwrap());
        let between = BETWEEN.to_string();
        [parts.answers, list(&parts.replies), list(&parts.snapshots)].join(&between).into_bytes()
    };
    vec![of(FILE, str::to_owned), of(FILE, |list| file::unpacked(list).unwrap()), of(SMALL, str::to_owned)]
}

/// Messages of a host.
pub fn messages() -> Vec<Vec<u8>> {
    let said = |rest: &str| format!("{{\"format\":\"common-ground/host\",\"version\":1,{rest}}}").into_bytes();
    vec![
        said(r#""kind":"hello""#),
        said(r#""kind":"ask""#),
        said(r#""kind":"saved","stamp":"0123456789abcdef""#),
        said(r#""kind":"refused","stamp":"0123456789abcdef","why":"No room: <b>é</b>""#),
        said(r#""kind":"load","assessment":null"#),
        said(&format!("\"kind\":\"load\",\"assessment\":{SMALL}")),
        said(&format!("\"kind\":\"load\",\"assessment\":{WORKED}")),
    ]
}
