//! Looking for replies in a text: what is in it, and what adding each would do.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Content, decode, find};
use crate::assessment::{Arrival, Arrivals, Assessment, SentReply};
use crate::catalogue::Catalogue;

/// Something in a text that is, or looks like, a link of ours.
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
///
/// Of several replies of one person the latest counts, and the others are [`Finding::Again`].
pub fn sift(text: &str, assessment: &Assessment, catalogue: &Catalogue) -> Vec<Finding> {
    let before = Arrivals::at(assessment);
    let mut after = Arrivals::at(assessment);
    let mut found = Vec::new();
    for one in find(text) {
        let content = one.token.and_then(|token| decode(&token, catalogue));
        found.push(match content {
            Ok(Content::Reply(sent)) => judged(&before, &mut after, Arc::new(*sent)),
            Ok(_) => Finding::OtherKind,
            Err(error) => {
                let arrived = text.get(one.range).unwrap_or_default();
                let start = arrived.chars().filter(|letter| !letter.is_whitespace()).take(SHOWN).collect();
                Finding::Unreadable(start, error.to_string())
            }
        });
    }
    settle(&mut found);
    found
}

/// The replies among what was found that would be added.
pub fn addable(found: &[Finding]) -> impl Iterator<Item = &SentReply> {
    found.iter().filter_map(|finding| match finding {
        Finding::Reply(sent, Arrival::New | Arrival::Replaces) => Some(&**sent),
        _ => None,
    })
}

/// What adding a reply would do, after those before it.
fn judged(before: &Arrivals<'_>, after: &mut Arrivals<'_>, sent: Arc<SentReply>) -> Finding {
    let arrival = before.consider(&sent);
    match (arrival, after.add(&sent)) {
        (Arrival::New | Arrival::Replaces, Arrival::AlreadyThere) => Finding::Again,
        (_, Arrival::TooMany) => Finding::Reply(sent, Arrival::TooMany),
        _ => Finding::Reply(sent, arrival),
    }
}

/// Of several replies of one person that could be added, the last that replaced the others is the one.
fn settle(found: &mut [Finding]) {
    let addable = |finding: &Finding| match finding {
        Finding::Reply(sent, Arrival::New | Arrival::Replaces) => Some(sent.reply.id.clone()),
        _ => None,
    };
    let mut later = BTreeSet::new();
    for finding in found.iter_mut().rev() {
        if let Some(id) = addable(finding)
            && !later.insert(id)
        {
            *finding = Finding::Again;
        }
    }
}
