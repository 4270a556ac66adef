//! What is followed over time: the figures of every snapshot and of the present, each over its own items.
//!
//! **Rule.** A moment takes the figures of [`Results`] as they are: the [overlap](super::overlap), the two
//! [returns](super::delivery), how many items both want, and the [maturity](gates). Nothing is compared; whether two
//! moments differ is for [trends](super::trend). **Units** shares 0 to 1, and numbers of items and of practices, each
//! known and possible.
//!
//! **Edges.** The present is a moment too, the last, and its day may be unknown. Where items came or went since the
//! moment before, it says so, since the two are then not figures of the same thing. Snapshots of one day stand as in
//! the file.
//!
//! **Source.** This project's.
//!
//! ```
//! use common_ground::assessment::{Assessment, AssessmentId, Edit};
//! use common_ground::catalogue::{Phase, bundled};
//! use common_ground::score::moment::moments;
//!
//! let now = "2026-11-02T09:30:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, bundled());
//! assessment.apply(Edit::TakeSnapshot { date: "2026-11-02".parse().unwrap(), label: String::new() }, bundled()).unwrap();
//! assessment.apply(Edit::Phase(Phase::Launch), bundled()).unwrap();
//! let all = moments(&assessment);
//! assert_eq!([all[0].snapshot, all[1].snapshot], [Some(0), None]);
//! assert_eq!([all[0].phase, all[1].phase], [Phase::Plan, Phase::Launch]);
//! assert!(!all[1].other_items && all[1].maturity == (0, 10));
//! ```

use super::trend::{self, Point};
use super::{Figure, Results, Voice, gates};
use crate::assessment::{Assessment, Date};
use crate::catalogue::{PerSide, Phase, Side};

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
    /// What results come to at a moment.
    pub fn of(snapshot: Option<usize>, date: Option<Date>, results: &Results, other_items: bool) -> Self {
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

impl From<Point> for Moment {
    fn from(point: Point) -> Self {
        let other_items = !point.added.is_empty() || !point.taken_out.is_empty();
        Self::of(point.snapshot, point.date, &point.results, other_items)
    }
}

/// Every snapshot, oldest first, and the present. **Cost.** Each is scored.
pub fn moments(assessment: &Assessment) -> Vec<Moment> {
    trend::series(assessment).into_iter().map(Moment::from).collect()
}
