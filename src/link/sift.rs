//! Looking for replies in a text: what is in it, and what adding each would do.

use std::sync::Arc;

use super::{Content, arrived, unpack};
use crate::assessment::{Arrival, Arrivals, Assessment, Mark, OwnItem, SentReply};
use crate::catalogue::Catalogue;
use crate::file::{self, FileError};

/// Something in a text that is, or looks like, of ours: what it is by itself, wherever it belongs.
#[derive(Clone, Debug, PartialEq)]
pub enum Letter {
    /// A reply.
    Reply(Arc<SentReply>),
    /// An assessment, as a link or a file: the replies in it, and the own expectations that some of them may speak of.
    Collected(Vec<Arc<SentReply>>, Vec<OwnItem>),
    /// An invitation to this assessment.
    Invitation(Mark),
    /// A link of another kind: an assessment without replies, a locked link.
    OtherKind,
    /// A reply that cannot be read: how it begins, and why.
    Unreadable(String, String),
}

/// The same, held against an assessment.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A reply, and what adding it would do.
    Reply(Arc<SentReply>, Arrival),
    /// The same reply once more.
    Again,
    /// An earlier one of a person whose later one is in the text too.
    Earlier,
    /// An invitation of this very assessment, which somebody has sent back instead of a reply.
    Invitation,
    /// A link of another kind: an assessment without replies, an invitation to another one, a locked link.
    OtherKind,
    /// A reply that cannot be read: how it begins, and why.
    Unreadable(String, String),
}

/// How much of a broken reply is shown, in characters.
const SHOWN: usize = 24;

/// Looks for replies in a text, and says what adding each to an assessment would do; nothing is added.
pub fn sift(text: &str, assessment: &Assessment, catalogue: &Catalogue) -> Vec<Finding> {
    judge(&mut letters(text, catalogue).iter(), assessment)
}

/// What is in a text, in order: one assessment's file, a back-up of several, or any text with links in it. Reading
/// costs the most by far, and need not be done again when more text is beside it.
pub fn letters(text: &str, catalogue: &Catalogue) -> Vec<Letter> {
    let lines =
        file::back_up(text).map_or_else(|| vec![text], |all| all.assessments.iter().map(|line| line.text).collect());
    let filed: Option<Vec<Letter>> = lines.into_iter().map(|line| filed(line, catalogue)).collect();
    if let Some(filed) = filed {
        return filed;
    }
    let mut letters = Vec::new();
    for one in arrived::links(text) {
        let content = one.opened.and_then(|opened| unpack(opened.version, opened.kind, &opened.payload, catalogue));
        letters.push(match content {
            Ok(Content::Reply(sent)) => Letter::Reply(Arc::new(*sent)),
            Ok(Content::Assessment(assessment)) => collected(&assessment),
            Ok(Content::Invitation(invitation)) => Letter::Invitation(invitation.assessment),
            Ok(Content::Locked) => Letter::OtherKind,
            Err(error) => unreadable(text.get(one.range).unwrap_or_default(), &error.to_string()),
        });
    }
    letters
}

/// What is in a file of an assessment; `None` for any other text.
fn filed(text: &str, catalogue: &Catalogue) -> Option<Letter> {
    let text = text.trim_start_matches('\u{feff}').trim_start();
    if !text.starts_with('{') {
        return None;
    }
    match file::read(text, catalogue) {
        Ok(assessment) => Some(collected(&assessment)),
        // Another program's, which may hold a chat with links in it.
        Err(FileError::NotJson { .. } | FileError::CutShort { .. } | FileError::OtherFormat(_)) => None,
        Err(FileError::Wrong { place, .. }) if place == "format" => None,
        Err(error) => Some(unreadable(text, &error.to_string())),
    }
}

fn collected(assessment: &Assessment) -> Letter {
    let replies: Vec<_> = assessment.sent_replies().map(Arc::new).collect();
    if replies.is_empty() {
        return Letter::OtherKind;
    }
    Letter::Collected(replies, assessment.answered.own_items().cloned().collect())
}

fn unreadable(text: &str, why: &str) -> Letter {
    Letter::Unreadable(text.chars().filter(|letter| !letter.is_whitespace()).take(SHOWN).collect(), why.to_owned())
}

/// Says what adding each to an assessment would do, one after the other.
///
/// Of several replies of one person the latest counts; the others are [`Finding::Earlier`], or [`Finding::Again`] where
/// they are the same.
pub fn judge(letters: &mut dyn Iterator<Item = &Letter>, assessment: &Assessment) -> Vec<Finding> {
    let mut arrivals = Arrivals::at(assessment);
    let mut found = Vec::new();
    let mut places = Vec::new();
    let mut judge = |found: &mut Vec<Finding>, sent: &Arc<SentReply>| {
        places.push(found.len());
        found.push(judged(&mut arrivals, sent));
    };
    for letter in letters {
        match letter {
            Letter::Reply(sent) => judge(&mut found, sent),
            Letter::Collected(replies, own) => {
                for sent in replies {
                    match assessment.worded_otherwise(&sent.reply, own) {
                        Some(id) if sent.assessment == assessment.id.mark() => {
                            found.push(Finding::Reply(Arc::clone(sent), Arrival::UnknownItem(id)));
                        }
                        _ => judge(&mut found, sent),
                    }
                }
            }
            Letter::Invitation(mark) if *mark == assessment.id.mark() => found.push(Finding::Invitation),
            Letter::Invitation(_) | Letter::OtherKind => found.push(Finding::OtherKind),
            Letter::Unreadable(start, why) => found.push(Finding::Unreadable(start.clone(), why.clone())),
        }
    }
    for (number, place) in places.into_iter().enumerate() {
        let Some(finding) = found.get_mut(place) else { continue };
        if let Finding::Reply(sent, Arrival::New | Arrival::Replaces) = finding
            && !arrivals.is_latest(&sent.reply.id, number)
        {
            *finding = Finding::Earlier;
        }
    }
    found
}

/// The replies among what was found that would be added.
pub fn addable(found: &[Finding]) -> impl Iterator<Item = &SentReply> {
    found.iter().filter_map(|finding| match finding {
        Finding::Reply(sent, Arrival::New | Arrival::Replaces) => Some(&**sent),
        _ => None,
    })
}

/// What adding a reply does after those before it. It is said as if it were alone, unless those before it forbid it.
fn judged(arrivals: &mut Arrivals<'_>, sent: &Arc<SentReply>) -> Finding {
    match arrivals.judge(sent) {
        (Arrival::New | Arrival::Replaces, Arrival::AlreadyThere) => {
            if arrivals.is_answered_anew(&sent.reply) {
                Finding::Earlier
            } else {
                Finding::Again
            }
        }
        (_, now @ (Arrival::TooMany | Arrival::OtherSide)) => Finding::Reply(Arc::clone(sent), now),
        (alone, _) => Finding::Reply(Arc::clone(sent), alone),
    }
}
