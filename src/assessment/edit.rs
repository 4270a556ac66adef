//! The edits that a person can make, and what each allows.
//!
//! An edit is applied whole or refused; a refused one changes nothing. Applying the same edit to a newer state of the
//! same assessment is meaningful: that is how two tabs are reconciled, by [`Assessment::rebase`].

use std::sync::Arc;

use super::planning::longest;
use super::voices::FEWEST_MEMBERS;
use super::{
    About, Answer, Asked, Assessment, Date, EvidenceEdit, Note, PlanEdit, PracticeAnswer, Question, Refusal, SentReply,
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

impl Edit {
    /// The text in it, if it is a change of a text.
    pub fn text(&self) -> Option<&str> {
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
}
