//! What tells catalogues apart: a name for people, and a digest of all that is in the file.
//!
//! The **digest** is the first 16 bytes of BLAKE2b-512 (RFC 7693) over the canonical text, as 32 hexadecimal digits.
//! The canonical text is the whole JSON value in UTF-8, keys this program does not know included: no white space, the
//! keys of each object in the order of their code points, texts escaped no further than JSON asks. So the digest is the
//! same however the file is laid out, and another one once a word is changed. Sixteen bytes are enough that no two
//! organisations ever meet by chance; who wrote a catalogue, the digest does not say.
//!
//! In Python: `hashlib.blake2b(json.dumps(json.load(file), sort_keys=True, separators=(",", ":"),
//! ensure_ascii=False).encode()).hexdigest()[:32]`.

use std::fmt;
use std::str::FromStr;

use blake2::{Blake2b512, Digest as _};

use crate::order::Map;
use crate::tree::{Tree, quote};

/// The most characters of a catalogue's name.
pub const NAME: usize = 60;

/// Which catalogue something was made with.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueId {
    /// Its name.
    pub name: String,
    /// What tells it from all others.
    pub digest: Digest,
}

/// A digest of all that is in a catalogue: see the documentation of this file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Digest([u8; Digest::BYTES]);

impl Digest {
    /// Its bytes.
    pub const BYTES: usize = 16;

    /// The digest of a catalogue's JSON.
    pub(super) fn of(tree: &Tree) -> Self {
        let hash = Blake2b512::digest(canonical(tree).as_bytes());
        let mut bytes = [0; Self::BYTES];
        for (to, from) in bytes.iter_mut().zip(hash.iter()) {
            *to = *from;
        }
        Self(bytes)
    }

    /// The digest with these bytes.
    pub const fn from_bytes(bytes: [u8; Self::BYTES]) -> Self {
        Self(bytes)
    }

    /// Its bytes.
    pub const fn to_bytes(self) -> [u8; Self::BYTES] {
        self.0
    }

    /// Its first eight digits, enough for people to tell a few catalogues apart.
    pub fn short(self) -> String {
        self.to_string().chars().take(8).collect()
    }
}

impl fmt::Display for Digest {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))
    }
}

/// The text is no digest: 32 hexadecimal digits are expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotADigest;

impl FromStr for Digest {
    type Err = NotADigest;

    /// Reads 32 lower-case hexadecimal digits.
    ///
    /// ```
    /// use common_ground::catalogue::Digest;
    ///
    /// let digest: Digest = "00112233445566778899aabbccddeeff".parse().unwrap();
    /// assert_eq!(digest.to_string(), "00112233445566778899aabbccddeeff");
    /// assert_eq!(digest.short(), "00112233");
    /// assert!("0011".parse::<Digest>().is_err());
    /// ```
    fn from_str(text: &str) -> Result<Self, NotADigest> {
        let plain = text.len() == 2 * Self::BYTES && text.bytes().all(|one| matches!(one, b'0'..=b'9' | b'a'..=b'f'));
        let number = u128::from_str_radix(text, 16).ok().filter(|_| plain).ok_or(NotADigest)?;
        Ok(Self(number.to_be_bytes()))
    }
}

impl fmt::Display for CatalogueId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "“{}” ({})", self.name, self.digest.short())
    }
}

/// Whether a text can be the name of a catalogue.
pub(crate) fn is_name(name: &str) -> bool {
    let length = name.chars().count();
    (1..=NAME).contains(&length) && !name.trim().is_empty() && !name.contains(char::is_control)
}

/// JSON in the one form that is hashed.
fn canonical(tree: &Tree) -> String {
    let mut text = String::new();
    match tree {
        Tree::List(list) => {
            for value in list {
                text.push(if text.is_empty() { '[' } else { ',' });
                text.push_str(&canonical(value));
            }
            text.push_str(if text.is_empty() { "[]" } else { "]" });
        }
        Tree::Object(entries) => {
            let mut sorted = Map::new();
            for (key, value) in entries {
                sorted.insert(key.clone(), canonical(value));
            }
            for (key, value) in sorted {
                text.push(if text.is_empty() { '{' } else { ',' });
                quote(&key, &mut text);
                text.push(':');
                text.push_str(&value);
            }
            text.push_str(if text.is_empty() { "{}" } else { "}" });
        }
        plain => text = plain.to_text(),
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        assert_eq!(Tree::parse(text).map(|tree| canonical(&tree)).as_deref().ok(), Some(expected), "{text}");
    }

    #[test]
    fn the_layout_of_a_file_is_not_in_its_canonical_text() {
        check(
            "{\n \"b\": [1, true, null],\n \"a\": {\"é\": \"x\\u0041\", \"z\": {}, \"e\": []}}\n",
            "{\"a\":{\"e\":[],\"z\":{},\"é\":\"xA\"},\"b\":[1,true,null]}",
        );
    }

    #[test]
    fn the_digest_is_the_beginning_of_blake2b() {
        // hashlib.blake2b(b'{"a":1}').hexdigest()[:32]
        let digest = Digest::of(&Tree::Object(vec![("a".to_owned(), 1_u64.into())]));
        assert_eq!(digest.to_string(), "f5bfc4e425382a0c72d618c6ab1132cb");
    }
}
