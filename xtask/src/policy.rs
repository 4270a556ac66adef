//! The content security policy of the page: which inline scripts and styles may run, by their hash.
//!
//! Trunk writes the script that starts the page into it, with the names of the built files, so its hash is known only
//! after the build. Where the policy in `index.html` says `'sha256-inline-scripts'` or `'sha256-inline-styles'`, the
//! hashes are put there, and nothing else inline can run. A page without these words stays as it is.

use base64::Engine;
use base64::prelude::BASE64_STANDARD as BASE64;
use sha2::{Digest, Sha256};

/// The page, with the hashes of its inline scripts and styles where its policy asks for them.
pub fn with_hashes(page: &str) -> String {
    [("script", "'sha256-inline-scripts'"), ("style", "'sha256-inline-styles'")].iter().fold(
        page.to_owned(),
        |page, (tag, word)| {
            if page.contains(word) { page.replace(word, &hashes(&page, tag)) } else { page }
        },
    )
}

/// The hashes of the inline elements of a kind, as a policy lists them; `'none'` of them is the empty text.
fn hashes(page: &str, tag: &str) -> String {
    let mut hashes: Vec<String> = inline(page, tag).into_iter().map(hash).collect();
    hashes.sort();
    hashes.dedup();
    hashes.join(" ")
}

/// The hash of a script or style, as a policy lists it.
pub fn hash(content: &str) -> String {
    format!("'sha256-{}'", digest(content.as_bytes()))
}

/// The SHA-256 of some bytes in base64.
pub fn digest(bytes: &[u8]) -> String {
    BASE64.encode(Sha256::digest(bytes))
}

/// The contents of the elements of a kind that have no `src`.
pub fn inline<'a>(page: &'a str, tag: &str) -> Vec<&'a str> {
    let (open, close) = (format!("<{tag}"), format!("</{tag}"));
    page.split(open.as_str())
        .skip(1)
        .filter_map(|rest| {
            let (attributes, rest) = rest.split_once('>')?;
            let (content, _) = rest.split_once(close.as_str())?;
            let whole_name = attributes.is_empty() || attributes.starts_with(char::is_whitespace);
            (whole_name && !attributes.contains("src=")).then_some(content)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_hashes_of_what_is_inline_replace_the_words_of_the_policy() {
        let page = "<meta content=\"script-src 'self' 'sha256-inline-scripts'; style-src 'sha256-inline-styles'\">\
                    <script src=\"./a.js\"></script><script type=\"module\">abc</script><style>abc</style>";
        // The SHA-256 of "abc", from FIPS 180-2.
        let hash = "'sha256-ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0='";
        let expected = page.replace("'sha256-inline-scripts'", hash).replace("'sha256-inline-styles'", hash);
        assert_eq!(with_hashes(page), expected);
    }

    #[test]
    fn a_page_that_asks_for_no_hashes_is_left_as_it_is() {
        let page = "<meta content=\"script-src 'self'\"><script>abc</script>";
        assert_eq!(with_hashes(page), page);
    }

    #[test]
    fn elements_whose_name_only_begins_alike_are_not_taken() {
        assert!(inline("<scripted>abc</scripted>", "script").is_empty());
        assert_eq!(inline("<script>a</script><script defer>b</script>", "script"), ["a", "b"]);
    }
}
