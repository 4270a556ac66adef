//! Which answers to get next.
//!
//! **Rule.** Where the outlook is a range, the first undecided criterion of the ladder is what stands between its two ends.
//! Each unknown quantity that this criterion depends on is a question. It is weighed by the width that is left in the worst
//! case, should it be answered with any of the steps 0 to 4; the smallest comes first, ties in the order of the catalogue
//! (item by item, importance before delivered, the organisation before the members; practices in their order). Criteria
//! above the highest reachable rung ask nothing, and an outlook of one rung asks nothing at all.
//!
//! **Width** is in shares, 0 to 1, so that the orders of all criteria read alike:
//!
//! - of a criterion on a share: how far its ends are apart; 1 where a side is silent, since it may then be any share; 0 where
//!   there is no value because nothing is wanted, since nothing more can be learned about it;
//! - of one on both returns: the sum of the two, only those still undecided, which may make it up to 2;
//! - of one on practices (*begun*, the gates): how many of those it needs are unknown, as a share of those;
//! - of *something shared*: how many items could be shared, as a share of all;
//! - of *someone gains*: the unknown answers of the two; of *both gain*: the possible kinds of exchange beyond one, of three;
//! - of any of the last four: 0 as soon as it is decided.
//!
//! **An unknown is in a criterion** where it can move its figure at all: what is delivered of an item that a side does not
//! want at all is not asked for the sake of its return, nor an importance for *something shared* where the other side does
//! not want the item.
//!
//! **Cost.** Each question is answered five times and its figure computed again, by the same code; so this is not part of
//! the results, and is asked for where it is shown. **Source.** This project's (domain notes 6.11).
//!
//! ```
//! use common_ground::assessment::{Answer, Answered, Community, Item};
//! use common_ground::catalogue::{ItemId, Phase, Practice, Step};
//! use common_ground::score::{self, Asked, CriterionId};
//!
//! let item: ItemId = "O1".parse().unwrap();
//! let mut answered = Answered::new(Community::new(Phase::Plan), vec![Item::Catalogue(item)]);
//! answered.practices.entry(Practice::Vp1).or_default().level = Step::new(2).map(Answer::Step);
//! let asked = score::questions::open(&score::results(&answered));
//! assert_eq!((asked[0].asked, asked[0].criterion), (Asked::Practice(Practice::Vp2), CriterionId::Begun));
//! assert_eq!(asked.len(), 1);
//! ```

use super::exchange::possible;
use super::outlook::{self, Verdict};
use super::overlap::is_wanted;
use super::{
    Counted, CountedItem, Criterion, CriterionId, Figure, Gate, Missing, Results, TOLERANCE, delivery, overlap,
    thresholds,
};
use crate::catalogue::{ItemId, Level, Practice, Side, Step};

/// A quantity that is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// How important an item is to a side.
    Importance(Side, ItemId),
    /// How much of an item has arrived, as a side sees it.
    Delivered(Side, ItemId),
    /// Whether it is worth it to a side.
    Worth(Side),
    /// How established a practice is.
    Practice(Practice),
}

/// A question whose answer may decide the outlook.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenQuestion {
    /// What is asked.
    pub asked: Asked,
    /// The criterion that waits for it.
    pub criterion: CriterionId,
    /// How wide the criterion's figure may still be once it is answered.
    pub width_left: f64,
}

/// The questions that come next, the most telling first; none where the outlook is one rung.
pub fn open(results: &Results) -> Vec<OpenQuestion> {
    let undecided = |criterion: &&Criterion| criterion.verdict == Verdict::Unknown;
    let Some(criterion) = results.criteria.iter().find(undecided).filter(|_| !results.outlook.is_settled()) else {
        return Vec::new();
    };
    let subject = Subject::of(criterion, results);
    let mut counted = results.counted.clone();
    let mut questions: Vec<OpenQuestion> = subject
        .unknowns(&results.counted)
        .into_iter()
        .map(|asked| {
            let left = Step::ALL.map(|step| {
                set(&mut counted, asked, Some(step));
                subject.width(&counted)
            });
            set(&mut counted, asked, None);
            OpenQuestion { asked, criterion: criterion.id, width_left: left.into_iter().fold(0.0, f64::max) }
        })
        .collect();
    // Widths that differ by less than two figures may differ are a tie; the sort is stable.
    let rounded = |question: &OpenQuestion| (question.width_left / TOLERANCE).round();
    questions.sort_by(|one, other| rounded(one).total_cmp(&rounded(other)));
    questions
}

/// What a criterion depends on.
enum Subject {
    /// Practices at their levels.
    Practices(Vec<(Practice, u8)>),
    /// The overlap.
    Overlap,
    /// How much of what is wanted is shared.
    SharedOfWanted,
    /// Whether anything is shared.
    Shared,
    /// Whether it is worth it to someone.
    Someone,
    /// Whether it is worth it to both.
    Both,
    /// How much of what both want is delivered to both.
    Kept,
    /// The returns of these sides.
    Returns(Vec<Side>),
    /// Nothing that could be asked.
    Nothing,
}

impl Subject {
    fn of(criterion: &Criterion, results: &Results) -> Self {
        match criterion.id {
            CriterionId::Begun => {
                Self::Practices(outlook::BEGUN.map(|practice| (practice, thresholds::BEGUN)).to_vec())
            }
            CriterionId::Gate => Self::Practices(Gate::for_phase(results.counted.phase).needs().to_vec()),
            CriterionId::Sustained => Self::Practices(Gate::Sustaining.needs().to_vec()),
            CriterionId::Embedded => Self::Practices(Gate::Embedded.needs().to_vec()),
            CriterionId::SomeOverlap | CriterionId::EnoughOverlap => Self::Overlap,
            CriterionId::EnoughShared => Self::SharedOfWanted,
            CriterionId::SomethingShared => Self::Shared,
            CriterionId::SomeoneGains => Self::Someone,
            CriterionId::BothGain => Self::Both,
            CriterionId::PromiseKept => Self::Kept,
            CriterionId::ReturnsBegun => Self::returns(results, thresholds::RETURNS_BEGUN),
            CriterionId::ReturnsGood => Self::returns(results, thresholds::RETURNS_GOOD),
            CriterionId::Phase | CriterionId::BothHeard => Self::Nothing,
        }
    }

    /// The returns that are not decided yet.
    fn returns(results: &Results, threshold: f64) -> Self {
        let undecided =
            |side: &Side| outlook::reaches(*results.delivery.returns.get(*side), threshold) == Verdict::Unknown;
        Self::Returns(Side::ALL.into_iter().filter(undecided).collect())
    }

    /// The unknown quantities in it, in the order of the catalogue.
    fn unknowns(&self, counted: &Counted) -> Vec<Asked> {
        match self {
            Self::Practices(needs) => {
                let unknown = needs.iter().filter(|(practice, _)| counted.practice(*practice).is_none());
                unknown.map(|(practice, _)| Asked::Practice(*practice)).collect()
            }
            Self::Someone | Self::Both => {
                let unknown = Side::ALL.into_iter().filter(|side| counted.worth.get(*side).is_none());
                unknown.map(Asked::Worth).collect()
            }
            Self::Nothing => Vec::new(),
            _ => counted.items.iter().flat_map(|item| self.of_item(item)).collect(),
        }
    }

    /// The unknown quantities of an item in it.
    fn of_item<'a>(&'a self, item: &'a CountedItem) -> impl Iterator<Item = Asked> + 'a {
        let importance = Side::ALL.into_iter().filter(|&side| item.importance.get(side).is_none());
        let delivered = Side::ALL.into_iter().filter(|&side| item.delivered.get(side).is_none());
        importance
            .filter(|&side| self.hangs_on_importance(side, item))
            .map(|side| Asked::Importance(side, item.id))
            .chain(
                delivered
                    .filter(|&side| self.hangs_on_delivered(side, item))
                    .map(|side| Asked::Delivered(side, item.id)),
            )
    }

    fn hangs_on_importance(&self, side: Side, item: &CountedItem) -> bool {
        let other = *item.importance.get(side.other());
        match self {
            Self::Overlap | Self::SharedOfWanted => true,
            Self::Shared => other.is_none_or(is_wanted),
            Self::Kept => may_be_any(other),
            Self::Returns(sides) => sides.contains(&side),
            _ => false,
        }
    }

    fn hangs_on_delivered(&self, side: Side, item: &CountedItem) -> bool {
        let wanted = |side| may_be_any(*item.importance.get(side));
        match self {
            Self::Kept => Side::ALL.into_iter().all(wanted) && may_be_any(*item.delivered.get(side.other())),
            Self::Returns(sides) => sides.contains(&side) && wanted(side),
            _ => false,
        }
    }

    /// How much is open.
    fn width(&self, counted: &Counted) -> f64 {
        match self {
            Self::Practices(needs) => {
                let levels = || needs.iter().map(|&(practice, least)| (counted.practice(practice), least));
                let blocked = levels().any(|(step, least)| step.is_some_and(|step| step.number() < least));
                let unknown = levels().filter(|(step, _)| step.is_none()).count();
                if blocked { 0.0 } else { share(unknown, needs.len()) }
            }
            Self::Overlap => width(overlap::jaccard(counted)),
            Self::SharedOfWanted => width(overlap::shared_of_wanted(counted)),
            Self::Shared => match overlap::shared(counted) {
                (low, high) if low < thresholds::SOMETHING_SHARED => share(high, counted.items.len()),
                _ => 0.0,
            },
            Self::Someone => {
                let gains = Side::ALL.iter().any(|side| counted.worth.get(*side).is_some_and(gains));
                let unknown = Side::ALL.iter().filter(|side| counted.worth.get(**side).is_none()).count();
                if gains { 0.0 } else { share(unknown, 2) }
            }
            Self::Both => {
                let kinds = possible(&counted.worth);
                let decided = !kinds.contains(&super::Exchange::Sustaining);
                if decided { 0.0 } else { share(kinds.len() - 1, 3) }
            }
            Self::Kept => width(delivery::kept(counted)),
            Self::Returns(sides) => sides.iter().map(|&side| width(delivery::returned(counted, side))).sum(),
            Self::Nothing => 0.0,
        }
    }
}

fn gains(worth: Level) -> bool {
    worth.reaches(thresholds::GAINS)
}

/// Whether a quantity may be above 0.
fn may_be_any(level: Option<Level>) -> bool {
    level.is_none_or(|level| level > Level::ZERO)
}

/// How far a figure's ends are apart; nothing where no answer can give it a value.
fn width(figure: Figure) -> f64 {
    match figure {
        Figure::Missing(Missing::NothingWanted | Missing::Flat) => 0.0,
        figure => figure.width(),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of items and practices")]
fn share(part: usize, whole: usize) -> f64 {
    part as f64 / whole.max(1) as f64
}

/// Answers a question, or takes the answer back.
fn set(counted: &mut Counted, asked: Asked, step: Option<Step>) {
    let level = step.map(Level::from);
    match asked {
        Asked::Importance(side, id) => {
            if let Some(item) = counted.items.iter_mut().find(|item| item.id == id) {
                *item.importance.get_mut(side) = level;
            }
        }
        Asked::Delivered(side, id) => {
            if let Some(item) = counted.items.iter_mut().find(|item| item.id == id) {
                *item.delivered.get_mut(side) = level;
            }
        }
        Asked::Worth(side) => *counted.worth.get_mut(side) = level,
        Asked::Practice(practice) => {
            if let Some(slot) = counted.practices.get_mut(practice.index()) {
                *slot = step;
            }
        }
    }
}
