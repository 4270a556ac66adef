//! One page: the application and an assessment in one file, which opens by a double click.
//!
//! The build makes the page without an assessment. What is put into it is the link to the assessment, as Share shows it:
//! packed, checked and, if the person wants so, locked; and letters of a link can neither end an element nor be run.
//! Whoever opens the page sees what the link would show them, as a copy.

use super::message::Effect;
use super::model::{Model, Notice};
use super::naming::page_name;
use super::sharing::token;
use crate::link;

/// What stands before the link in the page, and what follows it.
const BEFORE: &str = " id=\"carried\" data-own=\"\">";
const AFTER: &str = "</script>";

/// Whence the page was opened.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Whence {
    /// From a site.
    #[default]
    Site,
    /// As a file on this machine; with the site that its links lead to, where it was saved from one.
    File(Option<String>),
}

/// Offers a page with the assessment that is open.
pub fn save(model: &mut Model) -> Vec<Effect> {
    let Some(shelved) = model.open() else { return Vec::new() };
    let name = page_name(&shelved.assessment.answered.community.name);
    match token(model) {
        Some(Ok(token)) => vec![Effect::OnePage { name, fragment: [link::ROUTE, &token].concat() }],
        Some(Err(error)) => {
            model.notice = Some(Notice::Refused(error.to_string()));
            Vec::new()
        }
        None => Vec::new(),
    }
}

/// A page with a link put into it, in place of one that is there; letters are those of UTF-16. `None` where it is no page
/// of ours, or where a letter in the link is none that addresses have.
///
/// ```
/// # use common_ground::app::filled;
/// let letters = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
/// let page = "<script id=\"carried\" data-own=\"\">#/v/old</script><p>~</p>";
/// let expected = "<script id=\"carried\" data-own=\"\">https://example.org/#/v/Ag</script><p>~</p>";
/// assert_eq!(filled(&letters(page), "https://example.org/#/v/Ag"), Some(letters(expected)));
/// assert_eq!(filled(&letters(page), "</script>"), None);
/// assert_eq!(filled(&letters("<p>Another page</p>"), "#/v/Ag"), None);
/// ```
pub fn filled(page: &[u16], link: &str) -> Option<Vec<u16>> {
    if !link.bytes().all(|letter| letter.is_ascii_graphic() && letter != b'<') {
        return None;
    }
    let start = find(page, BEFORE)?;
    let (before, rest) = page.split_at_checked(start + BEFORE.len())?;
    let after = rest.get(find(rest, AFTER)?..)?;
    let mut filled = Vec::with_capacity(page.len() + link.len());
    filled.extend_from_slice(before);
    filled.extend(link.encode_utf16());
    filled.extend_from_slice(after);
    Some(filled)
}

/// Where an ASCII text begins for the first time.
fn find(page: &[u16], text: &str) -> Option<usize> {
    let begins = |window: &[u16]| window.iter().copied().eq(text.bytes().map(u16::from));
    page.windows(text.len()).position(begins)
}
