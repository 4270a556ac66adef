//! What travels between the keeper of an assessment and the people who answer: an invitation out, a reply back.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use crc::{CRC_32_ISCSI, Crc, NoTable};

use super::{Assessment, AssessmentId, Instant, Invite, Item, Reply, limits};
use crate::catalogue::{ItemId, Phase, Side};
use crate::order::{self, Map};

/// CRC-32C. Without a table: ids are short, and the page is to be small.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISCSI);

/// A short mark of an assessment's identity, so that a reply can say in four bytes which assessment it is for.
///
/// The CRC-32C (Castagnoli) of the id as text: the same wherever the assessment is kept, and telling nothing about it.
/// Two assessments of one keeper bear the same mark once in four thousand million.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Mark(pub u32);

impl AssessmentId {
    /// The short mark of this identity.
    ///
    /// ```
    /// # use common_ground::assessment::{AssessmentId, Mark};
    /// assert_eq!(AssessmentId::new("123456789").unwrap().mark(), Mark(0xe306_9283)); // the check value of CRC-32C
    /// ```
    pub fn mark(&self) -> Mark {
        Mark(CRC.checksum(self.as_str().as_bytes()))
    }
}

/// What an invitation carries: the questions, and nothing of the answers so far.
#[derive(Clone, Debug, PartialEq)]
pub struct Invitation {
    /// Whose questions these are.
    pub assessment: Mark,
    /// The round that is asked.
    pub round: u32,
    /// The side that is asked.
    pub side: Side,
    /// The community's name.
    pub community: String,
    /// Where the community stands.
    pub phase: Phase,
    /// The items asked about, in their order.
    pub items: Vec<Item>,
    /// Which questions are asked, and where the reply goes.
    pub asks: Invite,
    /// From how many replies on this side is heard.
    pub min_replies: u32,
}

/// The id of a person's reply: 48 random bits in base64url, one per invitation and browser.
///
/// ```
/// # use common_ground::assessment::reply_id;
/// assert_eq!(reply_id([0, 0, 0, 0, 0, 1]), "AAAAAAAB");
/// ```
pub fn reply_id(random: [u8; 6]) -> String {
    URL_SAFE_NO_PAD.encode(random)
}

/// A reply on its way back.
#[derive(Clone, Debug, PartialEq)]
pub struct SentReply {
    /// The assessment it is for.
    pub assessment: Mark,
    /// The round it answers.
    pub round: u32,
    /// What was answered.
    pub reply: Reply,
}

impl Assessment {
    /// The invitation of a side to the present round.
    ///
    /// It carries what is asked: delivered is left out while planning, whatever is chosen.
    pub fn invitation(&self, side: Side) -> Invitation {
        let answered = &self.answered;
        let own = |item: &Item| match item {
            Item::Own(own) => Item::Own(super::OwnItem { extra: Vec::new(), ..own.clone() }),
            Item::Catalogue(id) => Item::Catalogue(*id),
        };
        let asks = Invite {
            delivered: self.invite.delivered && answered.community.phase != Phase::Plan,
            extra: Vec::new(),
            ..self.invite.clone()
        };
        Invitation {
            assessment: self.id.mark(),
            round: self.round,
            side,
            community: answered.community.name.clone(),
            phase: answered.community.phase,
            items: answered.items.iter().map(own).collect(),
            asks,
            min_replies: *answered.min_replies.get(side),
        }
    }

    /// What adding a reply would do.
    pub fn consider(&self, sent: &SentReply) -> Arrival {
        Arrivals::at(self).consider(sent)
    }

    /// Adds replies, each after those before it: new ones, and ones that take the place of an earlier one of the same
    /// person. The others change nothing. Tells of each what became of it.
    pub fn add_replies(&mut self, sent: &[SentReply]) -> Vec<Arrival> {
        let mut arrivals = Arrivals::at(self);
        let told = sent.iter().map(|sent| arrivals.add(sent)).collect();
        let added = arrivals.added;
        if !added.is_empty() {
            let replies = Arc::make_mut(&mut self.answered.replies);
            replies.retain(|reply| added.binary_search_by(|(id, _)| id.as_str().cmp(&reply.id)).is_err());
            let mut latest: Vec<usize> = added.into_iter().map(|(_, at)| at).collect();
            order::sort(&mut latest);
            replies.extend(latest.into_iter().filter_map(|at| Some(sent.get(at)?.reply.clone())));
        }
        told
    }

    /// An item that the reply speaks of and that this assessment never had.
    fn unknown_item(&self, reply: &Reply) -> Option<ItemId> {
        let answers = &reply.answers;
        let rated = [&answers.importance, &answers.delivered, &answers.guess];
        let spoken = rated.into_iter().flat_map(Map::keys).chain(&answers.top);
        spoken.copied().find(|id| id.own_number().is_some() && self.answered.own(*id).is_none())
    }
}

/// Judges replies that arrive one after the other, without asking each time all that are there.
pub struct Arrivals<'a> {
    assessment: &'a Assessment,
    mark: Mark,
    /// The replies that are there, by their ids.
    there: Vec<(String, Standing)>,
    /// The replies that were added, by their ids, with the place of the latest among all that arrived.
    added: Vec<(String, usize)>,
    arrived: usize,
}

/// What stands under an id.
struct Standing {
    side: Side,
    /// The higher revision is later, then the later date.
    order: (u32, Option<Instant>),
    /// Whether the id is borne by replies of both sides.
    torn: bool,
}

impl<'a> Arrivals<'a> {
    /// What would arrive at an assessment.
    pub fn at(assessment: &'a Assessment) -> Self {
        let mut arrivals = Self {
            assessment,
            mark: assessment.id.mark(),
            there: Vec::with_capacity(assessment.answered.replies.len()),
            added: Vec::new(),
            arrived: 0,
        };
        for reply in assessment.answered.replies.iter() {
            arrivals.note(reply);
        }
        arrivals
    }

    /// What adding a reply would do now.
    pub fn consider(&self, sent: &SentReply) -> Arrival {
        let answered = &self.assessment.answered;
        let (reply, side) = (&sent.reply, sent.reply.side);
        if sent.assessment != self.mark {
            return Arrival::Foreign;
        }
        if sent.round != self.assessment.round {
            return Arrival::OtherRound(sent.round);
        }
        if let Some(id) = self.assessment.unknown_item(reply) {
            return Arrival::UnknownItem(id);
        }
        if answered.summary.get(side).is_some() && !answered.replies.iter().any(|reply| reply.side == side) {
            return Arrival::Summarised;
        }
        match self.place(&reply.id).ok().and_then(|at| self.there.get(at)) {
            None if self.there.len() >= limits::REPLIES => Arrival::TooMany,
            None => Arrival::New,
            Some((_, standing)) if standing.torn || standing.side != side => Arrival::OtherSide,
            Some((_, standing)) if standing.order >= order(reply) => Arrival::AlreadyThere,
            Some(_) => Arrival::Replaces,
        }
    }

    /// Adds a reply, if it can be; tells what became of it.
    pub fn add(&mut self, sent: &SentReply) -> Arrival {
        let arrival = self.consider(sent);
        if matches!(arrival, Arrival::New | Arrival::Replaces) {
            self.note(&sent.reply);
            let place = self.added.binary_search_by(|(id, _)| id.as_str().cmp(&sent.reply.id));
            match place {
                Ok(at) => {
                    if let Some(added) = self.added.get_mut(at) {
                        added.1 = self.arrived;
                    }
                }
                Err(at) => self.added.insert(at, (sent.reply.id.clone(), self.arrived)),
            }
        }
        self.arrived += 1;
        arrival
    }

    fn place(&self, id: &str) -> Result<usize, usize> {
        self.there.binary_search_by(|(there, _)| there.as_str().cmp(id))
    }

    fn note(&mut self, reply: &Reply) {
        match self.place(&reply.id) {
            Err(at) => {
                let standing = Standing { side: reply.side, order: order(reply), torn: false };
                self.there.insert(at, (reply.id.clone(), standing));
            }
            Ok(at) => {
                if let Some((_, standing)) = self.there.get_mut(at) {
                    standing.torn |= standing.side != reply.side;
                    standing.order = order(reply).max(standing.order.clone());
                }
            }
        }
    }
}

/// What is later among replies of one person: the higher revision, then the later date.
fn order(reply: &Reply) -> (u32, Option<Instant>) {
    (reply.revision, reply.date.clone())
}

/// What became of a reply that arrived, or would.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arrival {
    /// It is the first of this person.
    New,
    /// It takes the place of an earlier one of the same person.
    Replaces,
    /// It, or a later one of the same person, is there already.
    AlreadyThere,
    /// It is for another assessment.
    Foreign,
    /// It answers another round than the present one.
    OtherRound(u32),
    /// It has the id of a reply of the other side.
    OtherSide,
    /// It speaks of an own expectation that this assessment does not have.
    UnknownItem(ItemId),
    /// Its side's replies were left out of what came: only their summary is here, to which nothing can be added.
    Summarised,
    /// There are [`limits::REPLIES`] replies already.
    TooMany,
}
