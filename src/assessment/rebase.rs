//! Edits made again on what another tab has saved.
//!
//! Whoever adds a measure, an action or an expectation of their own says under which id. Where the other tab has given
//! that id to something else, what is added here gets the next free one, and so do the edits that follow and speak of
//! it.

use super::{About, Assessment, Edit, MeasureEdit, PlanEdit, Refusal};
use crate::catalogue::{Catalogue, ItemId};

impl Assessment {
    /// Makes edits again on a newer state of the assessment, and gives them as they were made: what is added under an
    /// id that was used in the meantime gets the next one.
    ///
    /// # Errors
    ///
    /// A [`Refusal`]; those before it were made.
    pub fn rebase(&mut self, edits: &[Edit], catalogue: &Catalogue) -> Result<Vec<Edit>, Refusal> {
        let (mut planned, mut own) = (Vec::new(), Vec::new());
        let mut made = Vec::new();
        for edit in edits {
            let mut edit = edit.clone();
            match &mut edit {
                Edit::AddOwn { item, .. } if self.is_own_used(*item) => own.push((*item, self.next_own())),
                // They name what they answer by the id under which it was asked about.
                Edit::AddReplies(_) if !own.is_empty() => return Err(Refusal::IdUsed),
                Edit::Plan(plan) => self.rename(plan, &mut planned),
                _ => {}
            }
            edit.each_item(&mut |id| {
                if let Some((_, new)) = own.iter().rev().find(|(old, _)| old == id) {
                    *id = *new;
                }
            });
            self.apply(edit.clone(), catalogue)?;
            made.push(edit);
        }
        Ok(made)
    }

    /// Gives a measure or an action the id that it has here.
    fn rename(&self, plan: &mut PlanEdit, renamed: &mut Vec<(String, String)>) {
        let free = match plan {
            PlanEdit::AddMeasure(new) if self.is_measure_used(&new.id) => Some(self.next_measure()),
            PlanEdit::AddAction(new) if self.is_action_used(&new.id) => Some(self.next_action()),
            _ => None,
        };
        if let Some(id) = plan.id_mut() {
            renamed.extend(free.map(|free| (id.clone(), free)));
            if let Some((_, new)) = renamed.iter().rev().find(|(old, _)| old == id) {
                id.clone_from(new);
            }
        }
    }
}

impl Edit {
    /// Hands on the id of every expectation that it speaks of.
    fn each_item(&mut self, change: &mut dyn FnMut(&mut ItemId)) {
        match self {
            Self::AddItem(item)
            | Self::TakeOut(item)
            | Self::AddOwn { item, .. }
            | Self::RewordOwn { item, .. }
            | Self::Rate { item, .. }
            | Self::ItemNote(item, _)
            | Self::Bridge(item, _)
            | Self::Evidence(About::Item(item), _)
            | Self::Plan(PlanEdit::Measure(_, MeasureEdit::Shows(item, _))) => change(item),
            Self::Top(_, items) => items.iter_mut().for_each(change),
            Self::Plan(PlanEdit::AddMeasure(measure)) => measure.items.iter_mut().for_each(change),
            _ => {}
        }
    }
}
