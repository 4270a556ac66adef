//! What only the whole can tell: that every id is known, and none is given twice.

use super::fault::{At, Problem, Read, fault};
use super::fields::not_known;
use crate::assessment::{Answered, Answers, Assessment, Item, Reply, Snapshot};
use crate::catalogue::{Catalogue, ItemId};
use crate::order;

/// The ids that answers may speak of: those of the catalogue, and own items asked about or set aside. Sorted.
pub(super) struct Known(Vec<ItemId>);

/// Checks a whole file.
pub(super) fn assessment(assessment: &Assessment, catalogue: &Catalogue) -> Read<()> {
    let known = answered(&assessment.answered, catalogue)?;
    known.all(assessment.notes.keys()).at("notes")?;
    once(&assessment.measures.iter().map(|measure| measure.id.as_str()).collect::<Vec<_>>()).at("measures")?;
    once(&assessment.actions.iter().map(|action| action.id.as_str()).collect::<Vec<_>>()).at("actions")?;
    for (index, measure) in assessment.measures.iter().enumerate() {
        known.listed(&measure.items).at("items").at_index(index).at("measures")?;
    }
    snapshots(&assessment.snapshots, catalogue).at("snapshots")
}

/// Checks that no id in a list is given twice: what is shown and changed is found by it.
fn once(ids: &[&str]) -> Read<()> {
    match order::doubled(ids.to_vec()) {
        Some(twice) => {
            let last = ids.iter().rposition(|id| *id == twice).unwrap_or(0);
            fault(Problem::Twice(twice.to_owned())).at("id").at_index(last)
        }
        None => Ok(()),
    }
}

/// Checks what was answered. Gives the ids that it may speak of.
pub(super) fn answered(answered: &Answered, catalogue: &Catalogue) -> Read<Known> {
    let known = Known::of(answered, catalogue)?;
    for (side, estimate) in answered.estimate.iter() {
        known.answers(estimate).at(side.key())?;
    }
    known.replies(&answered.replies).at("replies")?;
    for (side, summary) in answered.summary.iter() {
        if let Some(summary) = summary {
            let checked = known.all(summary.importance.keys()).at("importance");
            let checked = checked.and_then(|()| known.all(summary.delivered.keys()).at("delivered"));
            checked.and_then(|()| known.listed(&summary.top).at("top")).at(side.key()).at("summary")?;
        }
    }
    Ok(known)
}

fn snapshots(snapshots: &[Snapshot], catalogue: &Catalogue) -> Read<()> {
    for (index, snapshot) in snapshots.iter().enumerate() {
        answered(&snapshot.answered, catalogue).at("assessment").at_index(index)?;
    }
    Ok(())
}

impl Known {
    fn of(answered: &Answered, catalogue: &Catalogue) -> Read<Self> {
        for (index, item) in answered.items.iter().enumerate() {
            let asked = match item {
                Item::Catalogue(id) if catalogue.item(*id).is_none() => not_known(id.as_str()),
                _ if answered.items.iter().take(index).any(|earlier| earlier.id() == item.id()) => {
                    fault(Problem::Twice(item.id().to_string()))
                }
                _ => Ok(()),
            };
            asked.at_index(index).at("items")?;
        }
        let own = answered.own_items().map(|own| own.id);
        let mut known: Vec<ItemId> = catalogue.items.iter().map(|item| item.id).chain(own).collect();
        order::sort(&mut known);
        match known.windows(2).find_map(|pair| pair.first().filter(|id| pair.last() == Some(id))) {
            Some(id) => {
                let last = answered.set_aside.iter().rposition(|own| own.id == *id).unwrap_or(0);
                fault(Problem::Twice(id.to_string())).at_index(last).at("set_aside")
            }
            None => Ok(Self(known)),
        }
    }

    fn answers(&self, answers: &Answers) -> Read<()> {
        self.all(answers.importance.keys()).at("importance")?;
        self.all(answers.delivered.keys()).at("delivered")?;
        self.all(answers.guess.keys()).at("guess")?;
        self.listed(&answers.top).at("top")
    }

    fn replies(&self, replies: &[Reply]) -> Read<()> {
        for (index, reply) in replies.iter().enumerate() {
            self.answers(&reply.answers).at("answers").at_index(index)?;
        }
        Ok(())
    }

    fn all<'a>(&self, mut ids: impl Iterator<Item = &'a ItemId>) -> Read<()> {
        match ids.find(|id| !self.has(**id)) {
            Some(id) => not_known(id.as_str()).at(id.as_str()),
            None => Ok(()),
        }
    }

    fn listed(&self, ids: &[ItemId]) -> Read<()> {
        match ids.iter().enumerate().find(|(_, id)| !self.has(**id)) {
            Some((index, id)) => not_known(id.as_str()).at_index(index),
            None => Ok(()),
        }
    }

    fn has(&self, id: ItemId) -> bool {
        self.0.binary_search(&id).is_ok()
    }
}
