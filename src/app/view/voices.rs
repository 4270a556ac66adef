//! Who has answered, and where people differ.

use super::talk::{TalkView, talk};
use super::words;
use crate::app::Model;
use crate::assessment::{Answered, Assessment};
use crate::catalogue::Side;
use crate::report::finding::too_few;
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
    // Where the replies of a side were left out, its summary stands for them.
    let summary = |side: Side| answered.summary.get(side).as_ref().filter(|_| of(side) == 0);
    let heard = |side: Side| summary(side).map_or_else(|| of(side), |summary| summary.count as usize);
    let (organisation, members) = (heard(Side::Organisation), heard(Side::Members));
    let notices: Vec<String> = Side::ALL
        .into_iter()
        .filter_map(|side| Some((EN.inviting.summarised)(words::side(side), summary(side)?.count as usize)))
        .collect();
    let nobody = standing.is_empty() && notices.is_empty();
    let (talk, lead) = if !standing.is_empty() {
        let (talk, lead) = talk(shelved, model.catalogue);
        (Some(talk), lead)
    } else if nobody {
        (None, [before(&shelved.assessment), EN.inviting.nobody_lead.to_owned()].concat())
    } else {
        (None, String::new())
    };
    // Those who answered and do not count yet.
    let waiting = |side: Side| {
        let (_, more) = too_few(answered, &shelved.results, side)?;
        Some((EN.results.too_few_of)(words::side(side), more))
    };
    let mut lead: Vec<String> = Some(lead).filter(|lead| !lead.is_empty()).into_iter().collect();
    lead.extend(Side::ALL.into_iter().filter_map(waiting));
    Some(VoicesView {
        title: match organisation + members {
            0 if nobody => (EN.inviting.nobody)(shelved.assessment.round),
            0 => EN.inviting.answered_elsewhere.to_owned(),
            _ => (EN.inviting.answered)(organisation, members),
        },
        lead: lead.join(" "),
        notices,
        talk,
    })
}

/// Where the replies of the rounds before are; empty where there were none.
fn before(assessment: &Assessment) -> String {
    let heard = |answered: &Answered| {
        let summarised = answered.summary.iter().filter_map(|(_, summary)| summary.as_ref());
        standing(&answered.replies).len() + summarised.map(|summary| summary.count as usize).sum::<usize>()
    };
    let last = assessment.snapshots.iter().enumerate().rev().map(|(at, snapshot)| (at, heard(&snapshot.answered)));
    let last = last.into_iter().find(|(_, count)| assessment.round > 1 && *count > 0);
    last.map_or_else(String::new, |(at, count)| {
        (EN.inviting.nobody_before)(count, &words::snapshot(&assessment.snapshots, at))
    })
}
