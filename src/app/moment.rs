//! What every snapshot comes to: computed once for each set of them, since scoring them with every key would be slow.

use std::sync::Arc;

use super::model::Shelved;
use crate::assessment::{Assessment, Date, Instant, Item};
use crate::catalogue::{PerSide, Phase, Side};
use crate::score::trend::{self, Point};
use crate::score::{Figure, Results, Voice, gates};

/// The figures that are followed over time, at a snapshot or now.
#[derive(Clone, Debug, PartialEq)]
pub struct Moment {
    /// The place of the snapshot in the assessment; `None` for the present.
    pub snapshot: Option<usize>,
    /// Its day, as far as one is known.
    pub date: Option<Date>,
    /// Where the community stood.
    pub phase: Phase,
    /// Who spoke for each side about what matters.
    pub voices: PerSide<Voice>,
    /// How many expectations were asked.
    pub items: usize,
    /// Whether they are others than at the moment before.
    pub other_items: bool,
    /// How many matter to both: known to, and possibly.
    pub shared: (usize, usize),
    /// The overlap.
    pub overlap: Figure,
    /// What each side gets back.
    pub returns: PerSide<Figure>,
    /// How many practices are at 2 or above: known to be, and possibly.
    pub maturity: (usize, usize),
}

impl Moment {
    fn of(snapshot: Option<usize>, date: Option<Date>, results: &Results, other_items: bool) -> Self {
        let counted = &results.counted;
        Self {
            snapshot,
            date,
            phase: counted.phase,
            voices: PerSide::from_fn(|side: Side| counted.voices.get(side).importance),
            items: counted.items.len(),
            other_items,
            shared: results.overlap.shared,
            overlap: results.overlap.jaccard,
            returns: results.delivery.returns,
            maturity: gates::maturity(counted),
        }
    }
}

/// The snapshots of an assessment, oldest first.
fn past(assessment: &Assessment) -> Vec<Moment> {
    if assessment.snapshots.is_empty() {
        return Vec::new();
    }
    let of = |point: Point| {
        let other_items = !point.added.is_empty() || !point.taken_out.is_empty();
        Moment::of(point.snapshot, point.date, &point.results, other_items)
    };
    trend::series(assessment).into_iter().filter(|point| point.snapshot.is_some()).map(of).collect()
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
