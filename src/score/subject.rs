//! What an undecided criterion depends on: which unknown quantities are in it, and how wide it is open.
//!
//! The rules stand in [`questions`](super::questions).

use super::exchange::possible;
use super::outlook;
use super::overlap::is_wanted;
use super::{
    Asked, Counted, CountedItem, Criterion, CriterionId, Exchange, Figure, Missing, Results, Verdict, delivery,
    overlap, thresholds,
};
use crate::catalogue::{Level, Practice, Side};

/// What a criterion depends on.
pub(super) enum Subject {
    /// Practices at their levels.
    Practices(&'static [(Practice, u8)]),
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
    pub(super) fn of(criterion: &Criterion, results: &Results) -> Self {
        match criterion.id {
            CriterionId::Begun | CriterionId::Gate | CriterionId::Sustained | CriterionId::Embedded => {
                Self::Practices(outlook::needs(criterion.id, results.counted.phase))
            }
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
    pub(super) fn unknowns(&self, counted: &Counted) -> Vec<Asked> {
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
    pub(super) fn width(&self, counted: &Counted) -> f64 {
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
                let decided = !kinds.contains(&Exchange::Sustaining);
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
