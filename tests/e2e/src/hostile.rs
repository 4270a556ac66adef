//! What somebody who means harm may hand in.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common_ground::catalogue::{Catalogue, bundled};
use common_ground::file;
use serde_json::{Value, json};

use crate::stop::Must;

/// A file with every key in it, whose every text is a place for something hostile.
const EVERYTHING: &str = include_str!("../../golden/file-v1.common-ground.json");

/// A catalogue of somebody's own.
const OWN: &str = include_str!("../../golden/own.catalogue.json");

/// An address that runs a script where it becomes a link.
const ADDRESS: &str = "javascript:window.fooled=1";

/// Names that objects of a script have already.
pub const NAMES: [&str; 3] = ["__proto__", "constructor", "toString"];

/// What a script would be in a text, the `number`-th; the second where only few letters fit.
fn texts(number: usize) -> [String; 2] {
    let long =
        format!("{number}<img src=x onerror=window.fooled=1></textarea><script>window.fooled=1</script>{ADDRESS}");
    [long, format!("<img src=x id={number}>")]
}

/// A file with something hostile in every text that takes any, and keys that objects of a script have already; and how
/// many texts that are.
#[track_caller]
pub fn assessment(id: &str) -> (Value, usize) {
    let mut whole: Value = serde_json::from_str(EVERYTHING).must("reading the file");
    if let Some(entries) = whole.as_object_mut() {
        entries.insert("id".to_owned(), json!(id));
        entries
            .extend(NAMES.map(|name| (name.to_owned(), json!({ "polluted": true, "prototype": { "polluted": 1 } }))));
    }
    spoilt(whole, |text| file::read(text, bundled()).is_ok())
}

/// A catalogue with something hostile in every text that takes any; and how many texts that are.
#[track_caller]
pub fn catalogue() -> (Value, usize) {
    spoilt(serde_json::from_str(OWN).must("reading the catalogue"), |text| Catalogue::read(text).is_ok())
}

/// The same with every text replaced that can be, by what `reads` still takes.
fn spoilt(mut whole: Value, reads: impl Fn(&str) -> bool) -> (Value, usize) {
    let mut places = Vec::new();
    find(&whole, "", &mut places);
    let mut count = 0;
    for (number, place) in places.iter().enumerate() {
        let kept = whole.pointer(place).cloned();
        let address = place.ends_with("/url").then(|| ADDRESS.to_owned());
        let taken = address.into_iter().chain(texts(number)).any(|text| {
            if let Some(leaf) = whole.pointer_mut(place) {
                *leaf = json!(text);
            }
            reads(&whole.to_string())
        });
        count += usize::from(taken);
        if let (false, Some(leaf), Some(kept)) = (taken, whole.pointer_mut(place), kept) {
            *leaf = kept;
        }
    }
    (whole, count)
}

/// The places of all texts in a value, but for its own identity.
fn find(value: &Value, at: &str, places: &mut Vec<String>) {
    match value {
        Value::String(_) if !matches!(at, "/id" | "/format") => places.push(at.to_owned()),
        Value::Array(list) => {
            list.iter().enumerate().for_each(|(number, one)| find(one, &format!("{at}/{number}"), places));
        }
        Value::Object(entries) => entries.iter().for_each(|(key, one)| find(one, &format!("{at}/{key}"), places)),
        _ => {}
    }
}

/// A link of version 1, whole in every respect, which would unpack to twenty million letters; from `#` on.
pub fn bomb() -> String {
    let packed = miniz_oxide::deflate::compress_to_vec(&vec![b' '; 20_000_000], 6);
    let payload = [vec![1], packed].concat();
    // Version 1, kind 0, the length in groups of seven bits, the payload, its checksum.
    let mut bytes = vec![1, 0];
    let mut left = payload.len();
    while left > 0x7f {
        bytes.extend(u8::try_from(left & 0x7f).map(|low| low | 0x80));
        left >>= 7;
    }
    bytes.extend(u8::try_from(left));
    bytes.extend(payload);
    let checksum = crc::Crc::<u32>::new(&crc::CRC_32_ISCSI).checksum(&bytes);
    bytes.extend(checksum.to_le_bytes());
    format!("#/v/{}z", URL_SAFE_NO_PAD.encode(bytes))
}
