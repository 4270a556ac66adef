//! Every state of an assessment in a row: each snapshot, and the present.
//!
//! **Rule.** Snapshots stand by their day, of one day as in the file, the present last. Each point is scored over its
//! own items; which came and went since the point before stands beside it. **Units** those of the figures. **Edges.**
//! Without snapshots the present stands alone, and there is no [last time](last_time).
//!
//! **Source.** This project's.
//!
//! ```
//! use common_ground::assessment::{Assessment, AssessmentId, Edit};
//! use common_ground::catalogue::bundled;
//! use common_ground::score::trend;
//!
//! let now = "2026-11-02T09:30:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, bundled());
//! assert!(trend::last_time(&assessment).is_none());
//! for (date, label) in [("2026-11-02", "autumn"), ("2026-05-02", "spring")] {
//!     let snapshot = Edit::TakeSnapshot { date: date.parse().unwrap(), label: label.into() };
//!     assessment.apply(snapshot, bundled()).unwrap();
//! }
//! let labels = trend::series(&assessment).into_iter().map(|point| point.label).collect::<Vec<_>>();
//! assert_eq!(labels, ["spring", "autumn", ""]);
//! assert_eq!(trend::latest(&assessment).unwrap().label, "autumn");
//! ```

use crate::assessment::{Answered, Assessment, Date, Instant, Snapshot};
use crate::catalogue::ItemId;
use crate::order;
use crate::score::{CountedItem, Results, results};

/// One state of an assessment in the row of all.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// The place of its snapshot in the assessment; `None` for the present.
    pub snapshot: Option<usize>,
    /// Its day. The present has that of its last change, or of the last snapshot if that is later; `None` where an
    /// assessment without snapshots says of no day.
    pub date: Option<Date>,
    /// What it is called; empty for the present.
    pub label: String,
    /// Its results, over its own items.
    pub results: Results,
    /// The items that the point before does not ask about; empty for the first.
    pub added: Vec<ItemId>,
    /// The items that only the point before asks about.
    pub taken_out: Vec<ItemId>,
}

/// Every snapshot, oldest first, and the present.
///
/// Two points in a row are comparable as they stand only where nothing was added or taken out between them; else
/// [`compare`](super::compare) tells. **Cost.** Each point is scored; what shows it should keep it.
pub fn series(assessment: &Assessment) -> Vec<Point> {
    let mut earlier: Vec<(usize, &Snapshot)> = assessment.snapshots.iter().enumerate().collect();
    // Files may have them in any order; the sort is stable.
    order::sort_by(&mut earlier, |(_, one), (_, other)| one.date.cmp(&other.date));
    let mut points: Vec<Point> = Vec::with_capacity(earlier.len() + 1);
    for (at, snapshot) in earlier {
        points.push(Point::new(Some(at), Some(snapshot.date.clone()), &snapshot.label, &snapshot.answered));
    }
    let changed = assessment.updated.as_ref().or(assessment.created.as_ref()).map(Instant::date);
    let date = changed.max(points.last().and_then(|point| point.date.clone()));
    points.push(Point::new(None, date, "", &assessment.answered));
    for at in 1..points.len() {
        if let Some((before, [point, ..])) = points.split_at_mut_checked(at) {
            let before = before.last().map_or(&[][..], |before| &before.results.counted.items);
            point.added = without(&point.results.counted.items, before);
            point.taken_out = without(before, &point.results.counted.items);
        }
    }
    points
}

/// "Last time": the latest snapshot and its results, over its own items. They enter nothing of the present.
///
/// A file does not say which snapshot ended a round. So this is the latest of all, which a new round has just made and
/// which a later snapshot replaces.
pub fn last_time(assessment: &Assessment) -> Option<(&Snapshot, Results)> {
    let last = latest(assessment)?;
    Some((last, results(&last.answered)))
}

/// The latest snapshot, wherever a file has it; of several of one day, the last.
pub fn latest(assessment: &Assessment) -> Option<&Snapshot> {
    assessment.snapshots.iter().max_by(|one, other| one.date.cmp(&other.date))
}

impl Point {
    fn new(snapshot: Option<usize>, date: Option<Date>, label: &str, answered: &Answered) -> Self {
        let (added, taken_out) = (Vec::new(), Vec::new());
        Self { snapshot, date, label: label.to_owned(), results: results(answered), added, taken_out }
    }
}

/// The ids of the items that are not among the others.
fn without(items: &[CountedItem], others: &[CountedItem]) -> Vec<ItemId> {
    items.iter().map(|item| item.id).filter(|id| others.iter().all(|other| other.id != *id)).collect()
}
