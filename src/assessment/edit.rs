//! The edits that a person can make, and what each allows.
//!
//! An edit is applied whole or refused; a refused one changes nothing. Applying the same edit to a newer state of the same
//! assessment is meaningful: that is how two tabs are reconciled.

use std::fmt;

use super::{Answer, Assessment, Date, Item, Note, OwnItem, PracticeAnswer, Ratings, limits};
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
    /// Ask about an expectation of their own.
    AddOwn {
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
}

/// What is asked about each item of each side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Question {
    /// How important it is.
    Importance,
    /// How much has arrived.
    Delivered,
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
            | Self::ItemNote(_, text) => Some(text),
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
            Edit::AddOwn { text, holder } => return self.add_own(&text, holder),
            Edit::RewordOwn { item, text } => return self.reword(item, &text),
            Edit::Rate { question, side, item, answer } => self.rate(question, side, item, answer),
            Edit::Worth(side, answer) => self.answered.estimate.get_mut(side).worth = answer,
            Edit::Top(side, mut items) => {
                items.truncate(limits::TOP);
                self.answered.estimate.get_mut(side).top = items;
            }
            Edit::Pledge(side, kind, level) => self.pledge(side, kind, |pledge| pledge.level = level),
            Edit::Amount(side, kind, amount) => self.pledge(side, kind, |pledge| pledge.amount = amount),
            Edit::Level(practice, level) => self.practise(practice, |answer| answer.level = level),
            Edit::Target(practice, target) => self.practise(practice, |answer| answer.target = target),
            Edit::PracticeNote(practice, note) => self.practise(practice, |answer| answer.note = note),
            Edit::ItemNote(item, note) => self.note(item, note),
        }
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

    fn add_own(&mut self, text: &str, holder: Holder) -> Result<(), Refusal> {
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
        let id = ItemId::own(self.last_own_number() + 1);
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

    fn rate(&mut self, question: Question, side: Side, item: ItemId, answer: Option<Answer>) {
        let answers = self.answered.estimate.get_mut(side);
        let ratings: &mut Ratings = match question {
            Question::Importance => &mut answers.importance,
            Question::Delivered => &mut answers.delivered,
        };
        match answer {
            Some(answer) => ratings.insert(item, answer),
            None => ratings.remove(&item),
        };
    }

    fn pledge(&mut self, side: Side, kind: Contribution, change: impl FnOnce(&mut super::Pledge)) {
        let pledges = &mut self.answered.estimate.get_mut(side).contribution;
        let pledge = pledges.entry(kind).or_default();
        change(pledge);
        if pledge.is_empty() {
            pledges.remove(&kind);
        }
    }

    fn practise(&mut self, practice: Practice, change: impl FnOnce(&mut PracticeAnswer)) {
        let answer = self.answered.practices.entry(practice).or_default();
        change(answer);
        if answer.is_empty() {
            self.answered.practices.remove(&practice);
        }
    }

    fn note(&mut self, item: ItemId, text: String) {
        let note: &mut Note = self.notes.entry(item).or_default();
        note.note = text;
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
        let asked = answered.items.iter().map(Item::id).chain(answered.set_aside.iter().map(|own| own.id));
        let estimated = Side::ALL.into_iter().flat_map(|side| of_answers(answered.estimate.get(side)));
        let replied = answered.replies.iter().flat_map(|reply| of_answers(&reply.answers));
        let earlier = self.snapshots.iter().flat_map(|snapshot| {
            let earlier = &snapshot.answered;
            earlier.items.iter().map(Item::id).chain(earlier.set_aside.iter().map(|own| own.id))
        });
        let ids = asked.chain(estimated).chain(replied).chain(earlier).chain(self.notes.keys().copied());
        ids.filter_map(|id| id.own_number()).max().unwrap_or(0)
    }
}

/// How many of the items are own ones.
fn own_count(items: &[Item]) -> usize {
    items.iter().filter(|item| matches!(item, Item::Own(_))).count()
}
