//! Inviting both sides: the links, the texts to send, what is asked, and how many are still needed.

use super::share::{Leads, leads};
use super::words;
use crate::app::{Model, name};
use crate::assessment::{Asked, FEWEST_MEMBERS};
use crate::assessment::{Assessment, Invitation};
use crate::catalogue::{Contribution, PerSide, Phase, Side};
use crate::link;
use crate::score::heard::standing;
use crate::score::{Results, thresholds};
use crate::text::EN;

/// Inviting both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct InvitingView {
    /// The invitation of each side.
    pub cards: PerSide<InviteCard>,
    /// What may be asked: what, in which words, a word on it, whether.
    pub asks: Vec<AskRow>,
    /// Where replies go.
    pub reply_to: String,
    /// From how many replies on each side is heard, and the fewest that it can be.
    pub minimum: PerSide<(u32, u32)>,
    /// Where the links lead.
    pub leads: Leads,
}

/// A question that may be asked.
#[derive(Clone, Debug, PartialEq)]
pub struct AskRow {
    /// What.
    pub asked: Asked,
    /// In which words.
    pub label: &'static str,
    /// A word on it.
    pub hint: &'static str,
    /// Whether it is asked.
    pub on: bool,
}

/// The invitation of a side.
#[derive(Clone, Debug, PartialEq)]
pub struct InviteCard {
    /// The side.
    pub side: Side,
    /// For whom.
    pub title: &'static str,
    /// Who that is, and how long it takes.
    pub who: String,
    /// What stands behind the page's address, `#` included; or why there is none.
    pub fragment: Result<String, String>,
    /// How many are heard or needed.
    pub state: String,
    /// What follows from that.
    pub note: String,
    /// What to know before sending it.
    pub advice: Option<&'static str>,
    /// The texts to send.
    pub letters: Letters,
}

/// What the texts to send are made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Letters {
    side: Side,
    community: String,
    minutes: String,
    reply_to: String,
}

impl Letters {
    /// An invitation as a mail without an address yet.
    pub fn invitation(&self, link: &str) -> String {
        let body = match self.side {
            Side::Organisation => EN.inviting.mail_body_organisation,
            Side::Members => EN.inviting.mail_body_members,
        };
        let body = body(&self.community, &self.minutes, link, &self.reply_to);
        words::mailto("", &(EN.inviting.mail_subject)(&self.community), &body)
    }

    /// A reminder as a mail without an address yet.
    pub fn reminder(&self, link: &str) -> String {
        let body = (EN.inviting.reminder_body)(&self.community, &self.minutes, link, &self.reply_to);
        words::mailto("", &(EN.inviting.reminder_subject)(&self.community), &body)
    }
}

/// The invitations of the assessment that is open.
pub fn inviting(model: &Model) -> Option<InvitingView> {
    let shelved = model.open()?;
    let (assessment, results) = (&shelved.assessment, &shelved.results);
    let answered = &assessment.answered;
    let plan = answered.community.phase == Phase::Plan;
    let row = |asked, label, hint| AskRow { asked, label, hint, on: assessment.invite.asks(asked) };
    let delivered_hint = if plan { EN.inviting.ask_delivered_plan } else { "" };
    Some(InvitingView {
        cards: PerSide::from_fn(|side| card(model, assessment, results, side)),
        asks: vec![
            row(Asked::Delivered, EN.inviting.ask_delivered, delivered_hint),
            row(Asked::Top, EN.inviting.ask_top, ""),
            row(Asked::Guess, EN.inviting.ask_guess, ""),
            row(Asked::Contribution, EN.inviting.ask_contribution, ""),
        ],
        reply_to: assessment.invite.reply_to.clone(),
        minimum: PerSide {
            organisation: (answered.min_replies.organisation, 1),
            members: (answered.min_replies.members, FEWEST_MEMBERS),
        },
        leads: leads(model),
    })
}

fn card(model: &Model, assessment: &Assessment, results: &Results, side: Side) -> InviteCard {
    let invitation = assessment.invitation(side);
    let token = link::invite(&invitation, model.catalogue).map_err(|error| error.to_string());
    // What would come back could not be added.
    let replied = assessment.answered.replies.iter().any(|reply| reply.side == side);
    let summarised = assessment.answered.summary.get(side).is_some() && !replied;
    let token = if summarised { Err(EN.inviting.not_here.to_owned()) } else { token };
    let minutes = (EN.inviting.minutes)(minutes(&invitation));
    let (title, who) = match side {
        Side::Organisation => (EN.inviting.for_organisation, EN.inviting.who_organisation),
        Side::Members => (EN.inviting.for_members, EN.inviting.who_members),
    };
    let (state, note) = state(assessment, results, side);
    let reply_to = match assessment.invite.reply_to.trim() {
        "" => EN.inviting.back_to_me,
        address => address,
    };
    InviteCard {
        side,
        title,
        who: [who, " · ", &minutes].concat(),
        fragment: token.map(|token| [link::ROUTE, &token].concat()),
        state,
        note,
        advice: (side == Side::Organisation).then_some(EN.inviting.sponsor_first),
        letters: Letters { side, community: name(assessment), minutes, reply_to: reply_to.to_owned() },
    }
}

/// How long answering takes: twelve seconds a question, and a minute for the rest.
pub fn minutes(invitation: &Invitation) -> usize {
    let asks = &invitation.asks;
    let questions = 1 + usize::from(asks.delivered) + usize::from(asks.guess);
    let contributions = if asks.contribution { Contribution::ALL.len() } else { 0 };
    ((invitation.items.len() * questions + contributions) * 12 + 60).div_ceil(60)
}

/// How many are heard or still needed, and what follows from that.
fn state(assessment: &Assessment, results: &Results, side: Side) -> (String, String) {
    let answered = &assessment.answered;
    let least = usize::try_from(*answered.min_replies.get(side)).unwrap_or(usize::MAX);
    let count = standing(&answered.replies).iter().filter(|reply| reply.side == side).count();
    if !results.counted.heard(side) {
        let missing = least.saturating_sub(count).max(1);
        return ((EN.inviting.needed)(count, missing), EN.inviting.needed_meanwhile.to_owned());
    }
    let summary = answered.summary.get(side).as_ref().map_or(0, |summary| summary.count as usize);
    let heard = if count == 0 { summary } else { count };
    let note = match side {
        Side::Organisation if heard < thresholds::RECOGNISABLE => EN.inviting.few_organisation.to_owned(),
        _ if least > 1 => (EN.inviting.nothing_below)(least),
        _ => String::new(),
    };
    ((EN.inviting.heard)(heard), note)
}
