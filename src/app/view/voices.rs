//! Who has answered, and where people differ.

use super::talk::{TalkView, talk};
use super::words;
use crate::app::Model;
use crate::catalogue::Side;
use crate::score::heard::standing;
use crate::text::EN;

/// Who has answered, and where people differ.
#[derive(Clone, Debug, PartialEq)]
pub struct VoicesView {
    /// How many have answered.
    pub title: String,
    /// What stands out.
    pub lead: String,
    /// What is only there as a summary.
    pub notices: Vec<String>,
    /// What they say; `None` while nobody has replied.
    pub talk: Option<TalkView>,
}

/// The voices of the assessment that is open.
pub fn voices(model: &Model) -> Option<VoicesView> {
    let shelved = model.open()?;
    let answered = &shelved.assessment.answered;
    let standing = standing(&answered.replies);
    let of = |side: Side| standing.iter().filter(|reply| reply.side == side).count();
    let (organisation, members) = (of(Side::Organisation), of(Side::Members));
    let notices = Side::ALL.into_iter().filter(|side| of(*side) == 0).filter_map(|side| {
        let summary = answered.summary.get(side).as_ref()?;
        Some((EN.inviting.summarised)(words::side(side), summary.count as usize))
    });
    let (talk, lead) = if standing.is_empty() {
        (None, EN.inviting.nobody_lead.to_owned())
    } else {
        let (talk, lead) = talk(shelved, model.catalogue);
        (Some(talk), lead)
    };
    Some(VoicesView {
        title: match organisation + members {
            0 => EN.inviting.nobody.to_owned(),
            _ => (EN.inviting.answered)(organisation, members),
        },
        lead,
        notices: notices.collect(),
        talk,
    })
}
