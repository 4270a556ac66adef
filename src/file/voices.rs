//! Invitations and replies as files of their own: what a link holds, for other programs to read.
//!
//! `{"format": "common-ground/invitation", "version": 1, …}` and `{"format": "common-ground/reply", "version": 1, …}`,
//! with the keys of an assessment's file where they mean the same. `assessment` is the short mark of its identity,
//! eight hexadecimal digits.

use super::answered::{write_community, write_items};
use super::answers;
use super::beside;
use crate::assessment::{Community, Invitation, SentReply};
use crate::tree::{Out, Style};

/// What the key `format` says of an invitation.
pub const INVITATION: &str = "common-ground/invitation";

/// What the key `format` says of a reply.
pub const REPLY: &str = "common-ground/reply";

/// Writes an invitation with lines and indents.
pub fn write_invitation(invitation: &Invitation) -> String {
    let mut out = begin(INVITATION, invitation.assessment.0, invitation.round);
    out.maybe("side", Some(invitation.side.key()));
    let community = Community { name: invitation.community.clone(), ..Community::new(invitation.phase) };
    write_community(&mut out, &community);
    out.key("items");
    write_items(&mut out, &invitation.items);
    beside::write_invite(&mut out, &invitation.asks);
    out.count("min_replies", invitation.min_replies);
    out.close('}');
    out.finish()
}

/// Writes a reply with lines and indents.
pub fn write_reply(sent: &SentReply) -> String {
    let mut out = begin(REPLY, sent.assessment.0, sent.round);
    out.key("reply");
    answers::write_reply(&mut out, &sent.reply);
    out.close('}');
    out.finish()
}

fn begin(format: &str, mark: u32, round: u32) -> Out {
    let mut out = Out::new(Style::Pretty);
    out.open('{');
    out.maybe("format", Some(format));
    out.plain_entry("version", "1");
    out.maybe("assessment", Some(&format!("{mark:08x}")));
    out.count("round", round);
    out
}
