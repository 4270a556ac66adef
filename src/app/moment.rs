//! What every snapshot comes to: computed once for each set of them, since scoring them with every key would be slow.

use std::sync::Arc;

use super::model::Shelved;
use crate::assessment::{Assessment, Instant, Item};
pub use crate::score::moment::Moment;
use crate::score::trend;

/// The snapshots of an assessment, oldest first.
fn past(assessment: &Assessment) -> Vec<Moment> {
    if assessment.snapshots.is_empty() {
        return Vec::new();
    }
    trend::series(assessment).into_iter().filter(|point| point.snapshot.is_some()).map(Moment::from).collect()
}

impl Shelved {
    /// What the snapshots come to, oldest first; scored when first asked for.
    pub fn past(&self) -> &[Moment] {
        self.past.get_or_init(|| past(&self.assessment))
    }

    /// The same and, last, the present.
    pub fn moments(&self) -> Vec<Moment> {
        let mut moments = self.past().to_vec();
        let last = moments.last();
        let there = |moment: &Moment| self.assessment.snapshots.get(moment.snapshot?);
        let before = last.and_then(there).map_or(&[][..], |snapshot| &snapshot.answered.items);
        let changed = self.assessment.updated.as_ref().or(self.assessment.created.as_ref()).map(Instant::date);
        let date = changed.max(last.and_then(|last| last.date.clone()));
        let other_items = last.is_some() && !same_items(before, &self.assessment.answered.items);
        moments.push(Moment::of(None, date, &self.results, other_items));
        moments
    }

    /// Takes over what was scored for an earlier state, if its snapshots say the same.
    #[must_use]
    pub fn after(mut self, earlier: &Self) -> Self {
        let (old, new) = (&earlier.assessment.snapshots, &self.assessment.snapshots);
        let same = || {
            let mut pairs = old.iter().zip(new.iter());
            old.len() == new.len() && pairs.all(|(old, new)| old.date == new.date && old.answered == new.answered)
        };
        if Arc::ptr_eq(old, new) || earlier.past.get().is_some() && same() {
            self.past = Arc::clone(&earlier.past);
        }
        self
    }
}

fn same_items(one: &[Item], two: &[Item]) -> bool {
    let within = |one: &[Item], two: &[Item]| one.iter().all(|item| two.iter().any(|other| other.id() == item.id()));
    within(one, two) && within(two, one)
}
