//! The edits that a person can make, and what each allows.
//!
//! An edit is applied whole or refused; a refused one changes nothing. Applying the same edit to a newer state of the same
//! assessment is meaningful: that is how two tabs are reconciled, by [`Assessment::make_again`].

use std::fmt;
use std::sync::Arc;

use super::planning::longest;
use super::{
    About, Answer, Answered, Assessment, Date, EvidenceEdit, Item, Note, OwnItem, PlanEdit, PracticeAnswer, SentReply,
    SnapshotRef, limits,
};
use crate::catalogue::{Catalogue, Contribution, Holder, ItemId, Origin, Phase, Practice, Side, Step};

/// One change by a person.
#[derive(Clone, Debug, PartialEq)]
pub enum Edit {
    /// The community's name.
    Name(String),
    /// What it is for.
    Purpose(String),
    /// Where it stands.
    Phase(Phase),
    /// Who started it.
    Origin(Option<Origin>),
    /// When it was founded.
    Founded(Option<Date>),
    /// How many members it has.
    Size(Option<u32>),
    /// When it is reviewed next.
    NextReview(Option<Date>),
    /// Ask about an item of the catalogue, or bring one back.
    AddItem(ItemId),
    /// Ask no longer about an item; its answers are kept.
    TakeOut(ItemId),
    /// Ask about an expectation of their own, under a new id.
    AddOwn {
        /// Its id.
        item: ItemId,
        /// The expectation.
        text: String,
        /// Who usually holds it.
        holder: Holder,
    },
    /// Reword an own expectation.
    RewordOwn {
        /// Which.
        item: ItemId,
        /// The expectation.
        text: String,
    },
    /// An estimate about an item; `None` takes it back.
    Rate {
        /// What is rated.
        question: Question,
        /// For which side.
        side: Side,
        /// Which item.
        item: ItemId,
        /// The answer.
        answer: Option<Answer>,
    },
    /// The estimate whether it is worth it.
    Worth(Side, Option<Answer>),
    /// The estimated top three, the most important first.
    Top(Side, Vec<ItemId>),
    /// How firmly a side contributes.
    Pledge(Side, Contribution, Option<Answer>),
    /// How much a side contributes, in words.
    Amount(Side, Contribution, String),
    /// How established a practice is.
    Level(Practice, Option<Answer>),
    /// The level aimed at.
    Target(Practice, Option<Step>),
    /// A note on a practice.
    PracticeNote(Practice, String),
    /// A note on an item.
    ItemNote(ItemId, String),
    /// A change in what shows that something is so.
    Evidence(About, EvidenceEdit),
    /// How an item could become shared, in their own words.
    Bridge(ItemId, String),
    /// Whether an invitation asks something.
    Ask(Asked, bool),
    /// Where replies are sent.
    ReplyTo(String),
    /// From how many replies on a side is heard.
    MinReplies(Side, u32),
    /// Replies that arrived; those that cannot be added are left.
    AddReplies(Arc<Vec<SentReply>>),
    /// Take out the reply with this id.
    TakeOutReply(String),
    /// A change in the statement, the measures or the plan.
    Plan(PlanEdit),
    /// Keep a dated copy of what was answered.
    TakeSnapshot {
        /// The day.
        date: Date,
        /// What it is called; may be empty.
        label: String,
    },
    /// Keep a dated copy, and hear both sides anew: the replies and summaries move into the copy, the estimates stay.
    StartRound {
        /// The round that ends, so that two tabs do not end it twice.
        ends: u32,
        /// The day.
        date: Date,
        /// What the copy is called; may be empty.
        label: String,
    },
    /// Call a snapshot otherwise.
    RenameSnapshot(SnapshotRef, String),
    /// Forget a snapshot.
    DropSnapshot(SnapshotRef),
}

/// What an invitation may ask beside importance, worth and, after planning, what has arrived.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// What has arrived.
    Delivered,
    /// How important each item is believed to be to the other side.
    Guess,
    /// What the side puts in.
    Contribution,
    /// The three that matter most.
    Top,
}

/// The fewest replies from which on the members can be heard: below, single answers would show.
pub const FEWEST_MEMBERS: u32 = 3;

/// What is asked about each item of each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How important it is.
    Importance,
    /// How much has arrived.
    Delivered,
    /// How important it is believed to be to the other side.
    Guess,
}

impl Question {
    /// The name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Importance => "importance",
            Self::Delivered => "delivered",
            Self::Guess => "guess",
        }
    }
}

/// Why an edit was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A text is longer than [`limits::TEXT`].
    TextTooLong(usize),
    /// There are [`limits::ITEMS`] items already.
    TooManyItems,
    /// There are [`limits::OWN_ITEMS`] own items already.
    TooManyOwn,
    /// It is the last item.
    LastItem,
    /// The item is neither in the catalogue nor an own one, or is asked about already.
    NoSuchItem(ItemId),
    /// An own expectation without words.
    Empty,
    /// The members would be heard from fewer than [`FEWEST_MEMBERS`] replies, or the organisation from none.
    MinimumTooLow(u32),
    /// Replies were given under the present minimum, so that it cannot be lowered.
    MinimumPromised(u32),
    /// More replies than an assessment can hold.
    MinimumTooHigh,
    /// It does not have a reply with this id.
    NoSuchReply,
    /// There are [`limits::SNAPSHOTS`] snapshots already.
    TooManySnapshots,
    /// It does not have this snapshot.
    NoSuchSnapshot,
    /// A snapshot of a month or a year.
    SnapshotNotADay,
    /// The round that was to end is not the present one, which this is.
    RoundOver(u32),
    /// There are [`limits::MEASURES`] measures already.
    TooManyMeasures,
    /// There are [`limits::ACTIONS`] actions already.
    TooManyActions,
    /// It does not have a measure with this id.
    NoSuchMeasure,
    /// It does not have an action with this id.
    NoSuchAction,
    /// An action without words.
    EmptyAction,
    /// The id of a new measure, action or own expectation was given before.
    IdUsed,
    /// There is an own expectation of the last number already.
    NoNumberLeft,
    /// Neither a number nor nothing.
    NotANumber,
    /// A month or a year where a day is needed.
    NotADay,
    /// The statement is not the one that was to be replaced.
    StatementChanged,
    /// There are [`limits::EVIDENCE`] entries already.
    TooMuchEvidence,
    /// It does not have this evidence.
    NoSuchEvidence,
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TextTooLong(length) => {
                write!(f, "a text of {length} characters is too long: at most {} are kept", limits::TEXT)
            }
            Self::TooManyItems => write!(f, "there are {} expectations already: take one out first", limits::ITEMS),
            Self::TooManyOwn => {
                write!(f, "there are {} expectations of your own already: take one out first", limits::OWN_ITEMS)
            }
            Self::LastItem => f.write_str("the last expectation cannot be taken out: add another first"),
            Self::NoSuchItem(id) => write!(f, "{id} is not an expectation that can be changed here"),
            Self::Empty => f.write_str("an expectation needs words"),
            Self::MinimumTooLow(fewest) => {
                write!(f, "the minimum cannot be below {fewest}: single answers would show; choose {fewest} or more")
            }
            Self::MinimumPromised(least) => {
                write!(f, "people have replied under the minimum of {least}: it can be raised, not lowered")
            }
            Self::MinimumTooHigh => {
                write!(f, "an assessment holds {} replies: choose a minimum that can be reached", limits::REPLIES)
            }
            Self::NoSuchReply => f.write_str("this reply is no longer here"),
            Self::TooManySnapshots => {
                write!(f, "there are {} snapshots already: take one out first", limits::SNAPSHOTS)
            }
            Self::NoSuchSnapshot => f.write_str("this snapshot is no longer here, or has another name now"),
            Self::SnapshotNotADay => f.write_str("a snapshot needs a day, such as 2026-11-20"),
            Self::RoundOver(present) => {
                write!(f, "another round was begun in the meantime: this is round {present} now")
            }
            Self::TooManyMeasures => write!(f, "there are {} measures already: take one out first", limits::MEASURES),
            Self::TooManyActions => {
                write!(f, "there are {} actions in the plan already: take one out first", limits::ACTIONS)
            }
            Self::NoSuchMeasure => f.write_str("this measure is no longer here"),
            Self::NoSuchAction => f.write_str("this action is no longer here"),
            Self::EmptyAction => f.write_str("an action needs words: say what is to be done"),
            Self::IdUsed => f.write_str("another one was added in the meantime: add it again"),
            Self::NoNumberLeft => write!(
                f,
                "the numbers for expectations of your own are used up: own-{} is the last; start a new community to add more",
                ItemId::LAST_OWN
            ),
            Self::NotANumber => f.write_str("a measure needs numbers, such as 12 or 2.5"),
            Self::NotADay => f.write_str("a day is needed, such as 2027-02-15"),
            Self::TooMuchEvidence => {
                write!(f, "there are {} entries of evidence here already: remove one first", limits::EVIDENCE)
            }
            Self::NoSuchEvidence => f.write_str("this evidence is no longer here, or was changed in the meantime"),
            Self::StatementChanged => {
                f.write_str("the statement was changed in the meantime: look at it before you replace it")
            }
        }
    }
}

impl Edit {
    /// The text in it, for the limit.
    fn text(&self) -> Option<&str> {
        match self {
            Self::Name(text)
            | Self::Purpose(text)
            | Self::AddOwn { text, .. }
            | Self::RewordOwn { text, .. }
            | Self::Amount(_, _, text)
            | Self::PracticeNote(_, text)
            | Self::ItemNote(_, text)
            | Self::Bridge(_, text)
            | Self::ReplyTo(text)
            | Self::TakeSnapshot { label: text, .. }
            | Self::StartRound { label: text, .. }
            | Self::RenameSnapshot(_, text) => Some(text),
            Self::Plan(edit) => edit.text(),
            Self::Evidence(_, edit) => edit.texts().and_then(longest),
            _ => None,
        }
    }
}

impl Assessment {
    /// Applies an edit.
    ///
    /// # Errors
    ///
    /// A [`Refusal`]; the assessment is as before.
    pub fn apply(&mut self, edit: Edit, catalogue: &Catalogue) -> Result<(), Refusal> {
        if let Some(length) = edit.text().map(|text| text.chars().count()).filter(|&length| length > limits::TEXT) {
            return Err(Refusal::TextTooLong(length));
        }
        let community = &mut self.answered.community;
        match edit {
            Edit::Name(name) => community.name = name,
            Edit::Purpose(purpose) => community.purpose = purpose,
            Edit::Phase(phase) => community.phase = phase,
            Edit::Origin(origin) => community.origin = origin,
            Edit::Founded(date) => community.founded = date,
            Edit::Size(size) => community.size = size,
            Edit::NextReview(date) => community.next_review = date,
            Edit::AddItem(item) => return self.add_item(item, catalogue),
            Edit::TakeOut(item) => return self.take_out(item),
            Edit::AddOwn { item, text, holder } => return self.add_own(item, &text, holder),
            Edit::RewordOwn { item, text } => return self.reword(item, &text),
            Edit::Rate { question, side, item, answer } => {
                self.answered.estimate.get_mut(side).rate(question, item, answer);
            }
            Edit::Worth(side, answer) => self.answered.estimate.get_mut(side).worth = answer,
            Edit::Top(side, mut items) => {
                items.truncate(limits::TOP);
                self.answered.estimate.get_mut(side).top = items;
            }
            Edit::Pledge(side, kind, level) => {
                self.answered.estimate.get_mut(side).pledge(kind, |pledge| pledge.level = level);
            }
            Edit::Amount(side, kind, amount) => {
                self.answered.estimate.get_mut(side).pledge(kind, |pledge| pledge.amount = amount);
            }
            Edit::Level(practice, level) => self.practise(practice, |answer| answer.level = level),
            Edit::Target(practice, target) => self.practise(practice, |answer| answer.target = target),
            Edit::PracticeNote(practice, note) => self.practise(practice, |answer| answer.note = note),
            Edit::ItemNote(item, text) => self.noted(item, |note| note.note = text),
            Edit::Bridge(item, text) => self.noted(item, |note| note.bridge = text),
            Edit::Evidence(about, edit) => return self.evidence(about, edit),
            Edit::Ask(asked, whether) => *self.invite.asks_mut(asked) = whether,
            Edit::ReplyTo(address) => address.trim().clone_into(&mut self.invite.reply_to),
            Edit::MinReplies(side, least) => return self.set_minimum(side, least),
            Edit::AddReplies(sent) => {
                self.add_replies(&sent);
            }
            Edit::TakeOutReply(id) => return self.take_out_reply(&id),
            Edit::Plan(edit) => return self.plan(edit),
            Edit::TakeSnapshot { date, label } => return self.take_snapshot(date, &label),
            Edit::StartRound { ends, date, label } => return self.start_round(ends, date, &label),
            Edit::RenameSnapshot(which, label) => return self.rename_snapshot(&which, &label),
            Edit::DropSnapshot(which) => return self.drop_snapshot(&which),
        }
        Ok(())
    }

    /// Below the fewest, single answers would show; below what was promised to those who replied, theirs would.
    fn set_minimum(&mut self, side: Side, least: u32) -> Result<(), Refusal> {
        let fewest = if side == Side::Members { FEWEST_MEMBERS } else { 1 };
        let present = *self.answered.min_replies.get(side);
        let promised = self.answered.replies.iter().any(|reply| reply.side == side);
        if least < fewest {
            return Err(Refusal::MinimumTooLow(fewest));
        }
        if promised && least < present {
            return Err(Refusal::MinimumPromised(present));
        }
        if usize::try_from(least).is_ok_and(|least| least > limits::REPLIES) {
            return Err(Refusal::MinimumTooHigh);
        }
        *self.answered.min_replies.get_mut(side) = least;
        Ok(())
    }

    fn take_out_reply(&mut self, id: &str) -> Result<(), Refusal> {
        if !self.answered.replies.iter().any(|reply| reply.id == id) {
            return Err(Refusal::NoSuchReply);
        }
        Arc::make_mut(&mut self.answered.replies).retain(|reply| reply.id != id);
        Ok(())
    }

    fn add_item(&mut self, id: ItemId, catalogue: &Catalogue) -> Result<(), Refusal> {
        let answered = &mut self.answered;
        if answered.items.len() >= limits::ITEMS {
            return Err(Refusal::TooManyItems);
        }
        if answered.number(id).is_some() {
            return Err(Refusal::NoSuchItem(id));
        }
        if let Some(at) = answered.set_aside.iter().position(|own| own.id == id) {
            if own_count(&answered.items) >= limits::OWN_ITEMS {
                return Err(Refusal::TooManyOwn);
            }
            let own = answered.set_aside.remove(at);
            answered.items.push(Item::Own(own));
            return Ok(());
        }
        let place = |id: ItemId| catalogue.items.iter().position(|item| item.id == id);
        let Some(own_place) = place(id) else { return Err(Refusal::NoSuchItem(id)) };
        // Into the catalogue's order, before the first item that stands behind it there.
        let at = answered.items.iter().position(|item| place(item.id()).is_none_or(|other| other > own_place));
        answered.items.insert(at.unwrap_or(answered.items.len()), Item::Catalogue(id));
        Ok(())
    }

    fn take_out(&mut self, id: ItemId) -> Result<(), Refusal> {
        let answered = &mut self.answered;
        let at = answered.items.iter().position(|item| item.id() == id).ok_or(Refusal::NoSuchItem(id))?;
        if answered.items.len() == 1 {
            return Err(Refusal::LastItem);
        }
        if let Item::Own(own) = answered.items.remove(at) {
            answered.set_aside.push(own);
        }
        Ok(())
    }

    /// The id of the next own expectation; where no number is left, the last one, which is used.
    pub fn next_own(&self) -> ItemId {
        ItemId::own(self.last_own_number().saturating_add(1))
    }

    /// Whether an own expectation has this id, or ever had it here.
    pub(super) fn is_own_used(&self, id: ItemId) -> bool {
        id.own_number().is_none_or(|number| number <= self.last_own_number())
    }

    fn add_own(&mut self, id: ItemId, text: &str, holder: Holder) -> Result<(), Refusal> {
        let items = &self.answered.items;
        if items.len() >= limits::ITEMS {
            return Err(Refusal::TooManyItems);
        }
        if own_count(items) >= limits::OWN_ITEMS {
            return Err(Refusal::TooManyOwn);
        }
        let text = text.trim();
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        if self.is_own_used(id) {
            let left = self.last_own_number() < ItemId::LAST_OWN;
            return Err(if left { Refusal::IdUsed } else { Refusal::NoNumberLeft });
        }
        self.answered.items.push(Item::Own(OwnItem { id, text: text.to_owned(), holder, extra: Vec::new() }));
        Ok(())
    }

    fn reword(&mut self, id: ItemId, text: &str) -> Result<(), Refusal> {
        let text = text.trim();
        if text.is_empty() {
            return Err(Refusal::Empty);
        }
        let own = self.answered.items.iter_mut().find_map(|item| match item {
            Item::Own(own) if own.id == id => Some(own),
            _ => None,
        });
        text.clone_into(&mut own.ok_or(Refusal::NoSuchItem(id))?.text);
        Ok(())
    }

    pub(super) fn practise(&mut self, practice: Practice, change: impl FnOnce(&mut PracticeAnswer)) {
        let answer = self.answered.practices.entry(practice).or_default();
        change(answer);
        if answer.is_empty() {
            self.answered.practices.remove(&practice);
        }
    }

    /// Changes what is written beside an item.
    pub(super) fn noted(&mut self, item: ItemId, change: impl FnOnce(&mut Note)) {
        let note: &mut Note = self.notes.entry(item).or_default();
        change(note);
        if note.is_empty() {
            self.notes.remove(&item);
        }
    }

    /// The highest number that an own item ever had here, so that none is used twice.
    fn last_own_number(&self) -> u32 {
        let answered = &self.answered;
        let of_answers = |answers: &super::Answers| {
            let maps = [&answers.importance, &answers.delivered, &answers.guess];
            maps.into_iter().flat_map(|ratings| ratings.keys().copied()).collect::<Vec<_>>()
        };
        let own = |answered: &Answered| answered.own_items().map(|own| own.id).collect::<Vec<_>>();
        let estimated = Side::ALL.into_iter().flat_map(|side| of_answers(answered.estimate.get(side)));
        let replied = answered.replies.iter().flat_map(|reply| of_answers(&reply.answers));
        let earlier = self.snapshots.iter().flat_map(|snapshot| own(&snapshot.answered));
        let ids =
            own(answered).into_iter().chain(estimated).chain(replied).chain(earlier).chain(self.notes.keys().copied());
        ids.filter_map(|id| id.own_number()).max().unwrap_or(0)
    }
}

/// How many of the items are own ones.
fn own_count(items: &[Item]) -> usize {
    items.iter().filter(|item| matches!(item, Item::Own(_))).count()
}
