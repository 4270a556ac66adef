//! One page: the application and an assessment in one file, which opens by a double click.
//!
//! The build makes the page without an assessment. What is put into it is the link to the assessment, as Share shows
//! it: packed, checked and, if the person wants so, locked; and letters of a link can neither end an element nor be
//! run. Whoever opens the page sees what the link would show them, as a copy. A page opened from a file can also carry
//! an invitation: its own address would lead nobody anywhere.
//!
//! What was made with a catalogue of somebody's own carries that catalogue behind the link, so that the page needs
//! nothing else wherever it is opened: `SITE#/v/TOKEN {"format":"common-ground/catalogue",…}`.

use std::fmt::Write;

use super::message::Effect;
use super::model::Model;
use super::naming::page_name;
use super::notice::Notice;
use super::sharing::token;
use crate::catalogue::Side;
use crate::link::{self, LinkError};
use crate::tree::Tree;

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
    token(model).map_or_else(Vec::new, |token| offered(model, name, token))
}

/// Offers a page with the invitation of a side.
pub fn save_invitation(model: &mut Model, side: Side) -> Vec<Effect> {
    let Some(shelved) = model.open() else { return Vec::new() };
    let name = page_name(&[side.key(), " ", &shelved.assessment.answered.community.name].concat());
    let token = link::invite(&shelved.assessment.invitation(side), model.catalogue);
    offered(model, name, token)
}

fn offered(model: &mut Model, name: String, token: Result<String, LinkError>) -> Vec<Effect> {
    match token {
        Ok(token) => {
            let own = model.catalogue.id().and_then(|id| model.catalogues.own(id.digest));
            let catalogue = own.map(|own| plain(&own.text));
            vec![Effect::OnePage { name, fragment: [link::ROUTE, &token].concat(), catalogue }]
        }
        Err(error) => {
            model.notice = Some(Notice::Refused(error.to_string()));
            Vec::new()
        }
    }
}

/// A catalogue in one line of letters that neither end an element nor change on their way into a file and back: the
/// others are written as JSON may write them. It has the same digest, which layout does not touch.
fn plain(text: &str) -> String {
    let line = Tree::parse(text).map_or_else(|_| text.to_owned(), |tree| tree.to_text());
    let mut plain = String::with_capacity(line.len());
    for letter in line.chars() {
        if is_plain(letter) {
            plain.push(letter);
            continue;
        }
        for unit in letter.encode_utf16(&mut [0; 2]) {
            // Writing into a String cannot fail.
            let _ = write!(plain, "\\u{unit:04x}");
        }
    }
    plain
}

/// Whether a letter can neither end an element nor change in a page.
const fn is_plain(letter: char) -> bool {
    matches!(letter, ' '..='~') && letter != '<'
}

/// A page with a link put into it, and the catalogue that it needs, in place of what is there; letters are those of
/// UTF-16. `None` where it is no page of ours, or where a letter is none that may stand there.
///
/// ```
/// # use common_ground::app::filled;
/// let letters = |text: &str| text.encode_utf16().collect::<Vec<u16>>();
/// let page = "<script id=\"carried\" data-own=\"\">#/v/old</script><p>~</p>";
/// let expected = "<script id=\"carried\" data-own=\"\">https://example.org/#/v/Ag</script><p>~</p>";
/// assert_eq!(filled(&letters(page), "https://example.org/#/v/Ag", None), Some(letters(expected)));
/// let expected = "<script id=\"carried\" data-own=\"\">#/v/Ag {}</script><p>~</p>";
/// assert_eq!(filled(&letters(page), "#/v/Ag", Some("{}")), Some(letters(expected)));
/// assert_eq!(filled(&letters(page), "</script>", None), None);
/// assert_eq!(filled(&letters(page), "#/v/Ag", Some("</script>")), None);
/// assert_eq!(filled(&letters("<p>Another page</p>"), "#/v/Ag", None), None);
/// ```
pub fn filled(page: &[u16], link: &str, catalogue: Option<&str>) -> Option<Vec<u16>> {
    let catalogue = catalogue.unwrap_or_default();
    if link.contains(' ') || !link.chars().chain(catalogue.chars()).all(is_plain) {
        return None;
    }
    let start = find(page, BEFORE)?;
    let (before, rest) = page.split_at_checked(start + BEFORE.len())?;
    let after = rest.get(find(rest, AFTER)?..)?;
    let mut filled = Vec::with_capacity(page.len() + link.len() + catalogue.len());
    filled.extend_from_slice(before);
    filled.extend(link.encode_utf16());
    if !catalogue.is_empty() {
        filled.push(u16::from(b' '));
        filled.extend(catalogue.encode_utf16());
    }
    filled.extend_from_slice(after);
    Some(filled)
}

/// Where an ASCII text begins for the first time.
fn find(page: &[u16], text: &str) -> Option<usize> {
    let begins = |window: &[u16]| window.iter().copied().eq(text.bytes().map(u16::from));
    page.windows(text.len()).position(begins)
}
