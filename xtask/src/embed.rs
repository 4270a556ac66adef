//! The script for pages that frame this one, and the documentation for those who write them, with the script's hash.
//!
//! A page that takes the script from another server names its hash, so that the browser runs that script and no other.

use anyhow::{Result, ensure};
use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use fs_err as fs;
use sha2::{Digest, Sha384};

use crate::place::Place;

/// What is published beside the page, and not loaded by it.
pub const BESIDE: [&str; 2] = [SCRIPT, DOCUMENT];

const SCRIPT: &str = "embed.js";
const DOCUMENT: &str = "embedding.md";

/// What the documentation says where the hash belongs.
const WORD: &str = "sha384-INTEGRITY";

/// Puts both into `dist/`; gives the hash.
pub fn publish(place: &Place) -> Result<String> {
    let script = fs::read_to_string(place.root().join("src/site/embed.js"))?;
    let document = fs::read_to_string(place.root().join("docs/embedding.md"))?;
    let integrity = integrity(&script);
    ensure!(document.contains(WORD), "docs/embedding.md does not say {WORD} where the hash of the script belongs");
    fs::write(place.dist().join(SCRIPT), &script)?;
    fs::write(place.dist().join(DOCUMENT), document.replace(WORD, &integrity))?;
    Ok(integrity)
}

/// The hash of a script as the attribute `integrity` takes it.
fn integrity(script: &str) -> String {
    format!("sha384-{}", BASE64.encode(Sha384::digest(script.as_bytes())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hash_is_the_one_that_browsers_compare() {
        // The SHA-384 of "abc", from FIPS 180-2.
        let expected = "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn";
        assert_eq!(integrity("abc"), expected);
    }
}
