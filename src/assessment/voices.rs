//! What travels between the keeper of an assessment and the people who answer: an invitation out, a reply back.

use std::sync::Arc;

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;

use super::{Assessment, AssessmentId, Instant, Invite, Item, OwnItem, Reply, limits};
use crate::catalogue::{ItemId, Phase, Side};
use crate::coding::checksum;
use crate::order::{self, Map};

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
        Mark(checksum(self.as_str().as_bytes()))
    }
}

/// The fewest replies from which on the members can be heard: below, single answers would show.
pub const FEWEST_MEMBERS: u32 = 3;

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
            Item::Own(own) => Item::Own(OwnItem { extra: Vec::new(), ..own.clone() }),
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
        if !added.all.is_empty() {
            let replies = Arc::make_mut(&mut self.answered.replies);
            replies.retain(|reply| added.of(&reply.id).is_none());
            let mut latest: Vec<usize> = added.all.iter().map(|standing| standing.arrived).collect();
            order::sort(&mut latest);
            replies.extend(latest.into_iter().filter_map(|at| Some(sent.get(at)?.reply.clone())));
        }
        told
    }

    /// Its replies, each as if it had been sent alone.
    pub fn sent_replies(&self) -> impl Iterator<Item = SentReply> {
        let (assessment, round) = (self.id.mark(), self.round);
        self.answered.replies.iter().map(move |reply| SentReply { assessment, round, reply: reply.clone() })
    }

    /// The replies of another state of this assessment that can be added here: of two people who collected apart, each
    /// has what the other lacks.
    pub fn replies_to_add(&self, other: &Self) -> Vec<SentReply> {
        let mut arrivals = Arrivals::at(self);
        let mut can_be_added = |sent: &SentReply| {
            let meant = self.worded_otherwise(&sent.reply, other.answered.own_items()).is_none();
            meant && matches!(arrivals.add(sent), Arrival::New | Arrival::Replaces)
        };
        other.sent_replies().filter(|sent| can_be_added(sent)).collect()
    }

    /// An own expectation that a reply speaks of and that has other words here than where the reply was given: two who
    /// add one apart give both the same id.
    pub fn worded_otherwise<'a>(&self, reply: &Reply, own: impl IntoIterator<Item = &'a OwnItem>) -> Option<ItemId> {
        let differs = |theirs: &&OwnItem| self.answered.own(theirs.id).is_some_and(|mine| mine.text != theirs.text);
        own.into_iter().filter(differs).map(|theirs| theirs.id).find(|id| spoken(reply).any(|one| one == *id))
    }

    /// An item that the reply speaks of and that this assessment never had.
    fn unknown_item(&self, reply: &Reply) -> Option<ItemId> {
        spoken(reply).find(|id| id.own_number().is_some() && self.answered.own(*id).is_none())
    }
}

/// The items that a reply speaks of.
fn spoken(reply: &Reply) -> impl Iterator<Item = ItemId> {
    let answers = &reply.answers;
    let rated = [&answers.importance, &answers.delivered, &answers.guess];
    rated.into_iter().flat_map(Map::keys).chain(&answers.top).copied()
}

/// Judges replies that arrive one after the other, without asking each time all that are there.
pub struct Arrivals<'a> {
    assessment: &'a Assessment,
    mark: Mark,
    /// The replies that were there before any arrived.
    there: Standings,
    /// Those that were added.
    added: Standings,
    /// How many of them are of people who had not replied before.
    new: usize,
    arrived: usize,
}

/// What stands under each id.
#[derive(Default)]
struct Standings {
    all: Vec<Standing>,
    /// The places in the list, in the order of the ids: what is moved to make room for one is small.
    by_id: Vec<usize>,
}

/// What stands under an id.
struct Standing {
    id: String,
    side: Side,
    /// The higher revision is later, then the later date.
    revision: u32,
    date: Option<Instant>,
    /// Whether the id is borne by replies of both sides.
    torn: bool,
    /// The place of the latest among all that arrived.
    arrived: usize,
}

impl<'a> Arrivals<'a> {
    /// What would arrive at an assessment.
    pub fn at(assessment: &'a Assessment) -> Self {
        let mut there = Standings::default();
        for reply in assessment.answered.replies.iter() {
            there.note(reply, 0);
        }
        Self { assessment, mark: assessment.id.mark(), there, added: Standings::default(), new: 0, arrived: 0 }
    }

    /// What adding a reply would do now.
    pub fn consider(&self, sent: &SentReply) -> Arrival {
        self.weigh(sent).1
    }

    /// Adds a reply, if it can be; tells what became of it.
    pub fn add(&mut self, sent: &SentReply) -> Arrival {
        self.judge(sent).1
    }

    /// Adds a reply, if it can be; tells what it would have been before any other was added, and what became of it.
    pub fn judge(&mut self, sent: &SentReply) -> (Arrival, Arrival) {
        let arrivals = self.weigh(sent);
        if matches!(arrivals.1, Arrival::New | Arrival::Replaces) {
            self.added.note(&sent.reply, self.arrived);
            self.new += usize::from(arrivals.1 == Arrival::New);
        }
        self.arrived += 1;
        arrivals
    }

    /// Whether a reply, found to be addable, is the latest of its person among those that were added up to now; `at` is
    /// its place among all that arrived.
    pub fn is_latest(&self, id: &str, at: usize) -> bool {
        self.added.of(id).is_none_or(|standing| standing.arrived == at)
    }

    /// Whether a later reply of the same person was added.
    pub fn is_answered_anew(&self, reply: &Reply) -> bool {
        let later = |one: &Standing| (one.revision, &one.date) > (reply.revision, &reply.date);
        self.added.of(&reply.id).is_some_and(later)
    }

    /// What adding a reply would have done at first, and would do now.
    fn weigh(&self, sent: &SentReply) -> (Arrival, Arrival) {
        if let Some(refused) = self.refused(sent) {
            return (refused, refused);
        }
        let count = self.there.all.len();
        let there = self.there.of(&sent.reply.id);
        let now = self.added.of(&sent.reply.id).or(there);
        (beside(&sent.reply, there, count), beside(&sent.reply, now, count + self.new))
    }

    /// Why a reply cannot be added, whatever else arrives.
    fn refused(&self, sent: &SentReply) -> Option<Arrival> {
        let answered = &self.assessment.answered;
        let side = sent.reply.side;
        if sent.assessment != self.mark {
            return Some(Arrival::Foreign);
        }
        if sent.round != self.assessment.round {
            return Some(Arrival::OtherRound(sent.round));
        }
        if let Some(id) = self.assessment.unknown_item(&sent.reply) {
            return Some(Arrival::UnknownItem(id));
        }
        let summarised =
            answered.summary.get(side).is_some() && !answered.replies.iter().any(|reply| reply.side == side);
        summarised.then_some(Arrival::Summarised)
    }
}

/// What adding a reply does beside what stands under its id, where so many replies are there.
fn beside(reply: &Reply, standing: Option<&Standing>, count: usize) -> Arrival {
    match standing {
        None if count >= limits::REPLIES => Arrival::TooMany,
        None => Arrival::New,
        Some(standing) if standing.torn || standing.side != reply.side => Arrival::OtherSide,
        Some(standing) if standing.is_earlier(reply) => Arrival::Replaces,
        Some(_) => Arrival::AlreadyThere,
    }
}

impl Standing {
    fn is_earlier(&self, reply: &Reply) -> bool {
        (self.revision, &self.date) < (reply.revision, &reply.date)
    }
}

impl Standings {
    fn of(&self, id: &str) -> Option<&Standing> {
        self.all.get(*self.by_id.get(self.place(id).ok()?)?)
    }

    /// Where an id stands in the order of the ids, or would.
    fn place(&self, id: &str) -> Result<usize, usize> {
        self.by_id.binary_search_by(|at| self.all.get(*at).map_or("", |standing| standing.id.as_str()).cmp(id))
    }

    fn note(&mut self, reply: &Reply, arrived: usize) {
        match self.place(&reply.id) {
            Err(at) => {
                self.by_id.insert(at, self.all.len());
                let (id, side, date) = (reply.id.clone(), reply.side, reply.date.clone());
                self.all.push(Standing { id, side, revision: reply.revision, date, torn: false, arrived });
            }
            Ok(at) => {
                let Some(standing) = self.by_id.get(at).and_then(|at| self.all.get_mut(*at)) else { return };
                standing.torn |= standing.side != reply.side;
                standing.arrived = arrived;
                if standing.is_earlier(reply) {
                    (standing.revision, standing.date) = (reply.revision, reply.date.clone());
                }
            }
        }
    }
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
    /// It speaks of an own expectation that this assessment does not have, or has in other words.
    UnknownItem(ItemId),
    /// Its side's replies were left out of what came: only their summary is here, to which nothing can be added.
    Summarised,
    /// There are [`limits::REPLIES`] replies already.
    TooMany,
}
