//! Looking for replies in a text: what is in it, and what adding each would do.

use std::sync::Arc;

use super::{Content, arrived, unpack};
use crate::assessment::{Arrival, Arrivals, Assessment, SentReply};
use crate::catalogue::Catalogue;

/// Something in a text that is, or looks like, a link of ours: what it is by itself, wherever it belongs.
#[derive(Clone, Debug, PartialEq)]
pub enum Letter {
    /// A reply.
    Reply(Arc<SentReply>),
    /// A link of another kind: an assessment, an invitation, a locked link.
    OtherKind,
    /// A reply that cannot be read: how it begins, and why.
    Unreadable(String, String),
}

/// The same, held against an assessment.
#[derive(Clone, Debug, PartialEq)]
pub enum Finding {
    /// A reply, and what adding it would do.
    Reply(Arc<SentReply>, Arrival),
    /// The same reply once more, or an earlier one of a person whose later one is here too.
    Again,
    /// A link of another kind: an assessment, an invitation, a locked link.
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

/// What is in a text, in order. Reading costs the most by far, and need not be done again when more text is beside it.
pub fn letters(text: &str, catalogue: &Catalogue) -> Vec<Letter> {
    let mut letters = Vec::new();
    for one in arrived::links(text) {
        let content = one.opened.and_then(|opened| unpack(opened.version, opened.kind, &opened.payload, catalogue));
        letters.push(match content {
            Ok(Content::Reply(sent)) => Letter::Reply(Arc::new(*sent)),
            Ok(_) => Letter::OtherKind,
            Err(error) => {
                let arrived = text.get(one.range).unwrap_or_default();
                let start = arrived.chars().filter(|letter| !letter.is_whitespace()).take(SHOWN).collect();
                Letter::Unreadable(start, error.to_string())
            }
        });
    }
    letters
}

/// Says what adding each to an assessment would do, one after the other.
///
/// Of several replies of one person the latest counts, and the others are [`Finding::Again`].
pub fn judge(letters: &mut dyn Iterator<Item = &Letter>, assessment: &Assessment) -> Vec<Finding> {
    let mut arrivals = Arrivals::at(assessment);
    let mut found = Vec::new();
    let mut places = Vec::new();
    for letter in letters {
        found.push(match letter {
            Letter::Reply(sent) => {
                places.push(found.len());
                judged(&mut arrivals, sent)
            }
            Letter::OtherKind => Finding::OtherKind,
            Letter::Unreadable(start, why) => Finding::Unreadable(start.clone(), why.clone()),
        });
    }
    for (number, place) in places.into_iter().enumerate() {
        let Some(finding) = found.get_mut(place) else { continue };
        if let Finding::Reply(sent, Arrival::New | Arrival::Replaces) = finding
            && !arrivals.is_latest(&sent.reply.id, number)
        {
            *finding = Finding::Again;
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
        (Arrival::New | Arrival::Replaces, Arrival::AlreadyThere) => Finding::Again,
        (_, now @ (Arrival::TooMany | Arrival::OtherSide)) => Finding::Reply(Arc::clone(sent), now),
        (alone, _) => Finding::Reply(Arc::clone(sent), alone),
    }
}
