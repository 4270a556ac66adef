//! Dated copies of what was answered, and rounds.
//!
//! A snapshot holds answers, never figures: they are computed again where it is shown. A **round** ends with a snapshot
//! into which the replies and summaries move; both sides then start unheard, and the keeper's estimates stay. Snapshots
//! stand oldest first; of one day, in the order in which they were taken.
//!
//! **Edges.** At most [`limits::SNAPSHOTS`]; a snapshot has a day, not only a month or a year, as files want it.

use std::sync::Arc;

use super::{Assessment, Date, Refusal, Snapshot, limits};
use crate::catalogue::PerSide;

/// Which snapshot: its place, and what stood there.
///
/// Snapshots have no ids. An edit that was made on an older state finds its snapshot by day and name where it has
/// moved, and is refused where it is gone or has another name, so that never another one is changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SnapshotRef {
    /// Its place in the list, from 0.
    pub at: usize,
    /// Its day.
    pub date: Date,
    /// Its name.
    pub label: String,
}

impl Snapshot {
    /// How to speak of this snapshot, which stands at a place in its list.
    pub fn reference(&self, at: usize) -> SnapshotRef {
        SnapshotRef { at, date: self.date.clone(), label: self.label.clone() }
    }

    /// Whether it is the one that is spoken of, as far as day and name tell.
    fn is(&self, which: &SnapshotRef) -> bool {
        self.date == which.date && self.label == which.label
    }
}

impl Assessment {
    /// The place of a snapshot: where it was, or else the first of that day and name.
    ///
    /// ```
    /// # use common_ground::assessment::{Assessment, AssessmentId, Edit};
    /// # use common_ground::catalogue::bundled;
    /// # let id = AssessmentId::from_random([7; 16]);
    /// # let mut assessment = Assessment::new(id, "2026-11-20T16:05:00Z".parse().unwrap(), bundled());
    /// let take = |date: &str| Edit::TakeSnapshot { date: date.parse().unwrap(), label: "Review".into() };
    /// assessment.apply(take("2026-05-01"), bundled()).unwrap();
    /// let review = assessment.snapshots[0].reference(0);
    /// assessment.apply(take("2026-04-01"), bundled()).unwrap(); // stands before it
    /// assert_eq!(assessment.snapshot_at(&review), Some(1));
    /// ```
    pub fn snapshot_at(&self, which: &SnapshotRef) -> Option<usize> {
        let there = self.snapshots.get(which.at).is_some_and(|snapshot| snapshot.is(which));
        if there { Some(which.at) } else { self.snapshots.iter().position(|snapshot| snapshot.is(which)) }
    }

    pub(super) fn take_snapshot(&mut self, date: Date, label: &str) -> Result<(), Refusal> {
        if !date.is_day() {
            return Err(Refusal::SnapshotNotADay);
        }
        if self.snapshots.len() >= limits::SNAPSHOTS {
            return Err(Refusal::TooManySnapshots);
        }
        let (label, answered) = (label.trim().to_owned(), self.answered.clone());
        let earlier = self.snapshots.iter().rposition(|snapshot| snapshot.date <= date);
        let snapshot = Snapshot { date, label, answered, extra: Vec::new() };
        Arc::make_mut(&mut self.snapshots).insert(earlier.map_or(0, |at| at + 1), snapshot);
        Ok(())
    }

    pub(super) fn start_round(&mut self, ends: u32, date: Date, label: &str) -> Result<(), Refusal> {
        if ends != self.round {
            return Err(Refusal::RoundOver(self.round));
        }
        self.take_snapshot(date, label)?;
        self.answered.replies = Arc::default();
        self.answered.summary = PerSide::default();
        // What other programs keep beside the summaries belongs to the round that ended.
        self.answered.extra.summary.clear();
        self.round = self.round.saturating_add(1);
        Ok(())
    }

    pub(super) fn rename_snapshot(&mut self, which: &SnapshotRef, label: &str) -> Result<(), Refusal> {
        label.trim().clone_into(&mut self.snapshot_mut(which)?.label);
        Ok(())
    }

    pub(super) fn drop_snapshot(&mut self, which: &SnapshotRef) -> Result<(), Refusal> {
        let at = self.snapshot_at(which).ok_or(Refusal::NoSuchSnapshot)?;
        Arc::make_mut(&mut self.snapshots).remove(at);
        Ok(())
    }

    fn snapshot_mut(&mut self, which: &SnapshotRef) -> Result<&mut Snapshot, Refusal> {
        let at = self.snapshot_at(which);
        at.and_then(|at| Arc::make_mut(&mut self.snapshots).get_mut(at)).ok_or(Refusal::NoSuchSnapshot)
    }
}
