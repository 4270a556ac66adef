//! Which expectations are asked about: adding, taking out, and those of their own.

use super::{Answered, Answers, Assessment, Item, OwnItem, Refusal, limits};
use crate::catalogue::{Catalogue, Holder, ItemId, Side};

impl Assessment {
    pub(super) fn add_item(&mut self, id: ItemId, catalogue: &Catalogue) -> Result<(), Refusal> {
        let answered = &mut self.answered;
        if answered.items.len() >= limits::ITEMS {
            return Err(Refusal::TooManyItems);
        }
        if answered.number(id).is_some() {
            return Err(Refusal::AskedAlready(id));
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

    pub(super) fn take_out(&mut self, id: ItemId) -> Result<(), Refusal> {
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

    /// The id of the next own expectation with these words. Undo takes an id back that an invitation may have carried
    /// already, so that other words get another one: up to 997 numbers are left out, as many as the words say.
    pub fn next_own_of(&self, text: &str) -> ItemId {
        let words = text.trim().bytes().fold(0_u32, |sum, byte| sum.wrapping_mul(31).wrapping_add(u32::from(byte)));
        ItemId::own(self.last_own_number().saturating_add(1 + words % 997))
    }

    /// Whether an own expectation has this id, or ever had it here.
    pub(super) fn is_own_used(&self, id: ItemId) -> bool {
        id.own_number().is_none_or(|number| number <= self.last_own_number())
    }

    pub(super) fn add_own(&mut self, id: ItemId, text: &str, holder: Holder) -> Result<(), Refusal> {
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

    pub(super) fn reword(&mut self, id: ItemId, text: &str) -> Result<(), Refusal> {
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

    /// The highest number that an own item ever had here, so that none is used twice.
    fn last_own_number(&self) -> u32 {
        let answered = &self.answered;
        let of_answers = |answers: &Answers| {
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
