//! The one step that an action is after, and what it gains.
//!
//! **Rule.** Each weakness names the answer that its actions raise by a step; where that is an answer about *the item
//! with the largest gain*, there is one way for each item. Of the criteria in whose way the weakness stands, and which
//! are failed or undecided, those of the lowest rung are asked; of these and of the ways, the pair with the largest
//! [gain](Reached::gain) is taken. Ties take the criterion that the rules name first, then the item that comes first.
//!
//! | weakness | raised |
//! |---|---|
//! | NV | action 1 VP5, 2 VP2, 3 VP3, 4 VP4 |
//! | OX, MX, LO, SC | importance to the side that gives the lower, of an item known on both sides |
//! | UD | delivered to both sides, of an item that is shared |
//! | RC | delivered of M5 to the members |
//! | EX, CL | worth of the members, of the organisation |
//! | SP, LE, ME, AG | VP9, VP10, VP6, VP4 |
//! | EM | the lower of VP7 and VP8 |
//!
//! **Edges.** What is unknown cannot be raised, nor what is at 4; then there is no step and no gain. Of UD the side
//! that is at 4 stays there, and an item of which a side's delivered is unknown is passed over. An item that both sides
//! weigh alike has no lower side. A step that would set the criterion back, such as more weight on one side for
//! something that neither wanted, is no way. A step that is not enough to move the figure gains 0, which is not the
//! same as none. The criterion is the weakness's and not the action's: while VP1 or VP2 is missing, each action of NV
//! is asked what it does for *begun*, and those on other practices gain 0 there. VP1 has no action of its own.
//!
//! **Units** a step of the answer; the gain is a share. **Source.** This project's.
//!
//! ```
//! use common_ground::advice;
//! use common_ground::assessment::{Answer, Assessment, AssessmentId};
//! use common_ground::catalogue::{Practice, Step, bundled, bundled_advice};
//! use common_ground::score::{self, Lever, Many};
//!
//! let now = "2026-11-02T09:30:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, bundled());
//! let level = Step::new(1).map(Answer::Step);
//! assessment.answered.practices.entry(Practice::Vp9).or_default().level = level;
//! let results = score::results(&assessment.answered);
//! let many = Many::of(&assessment.answered, &results.counted);
//! let first = &advice::proposals(&assessment, &results, &many, bundled_advice(), &[])[0];
//! let raised = first.raises[0];
//! assert_eq!(raised.lever, Lever::Practice(Practice::Vp9));
//! assert_eq!((raised.from.steps(), raised.to.steps()), (1.0, 2.0));
//! ```

use super::Case;
use super::weakness::{WeaknessId, recognition};
use crate::catalogue::{Practice, Side};
pub use crate::score::Raise;
use crate::score::{CountedItem, CriterionId, Lever, Reached, Region, TOLERANCE, Verdict, raised};

/// The step, and what it does to what.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Step {
    pub blocks: Option<CriterionId>,
    pub raises: Vec<Raise>,
    pub before: Option<Reached>,
    pub after: Option<Reached>,
    pub gain: Option<f64>,
}

/// The step that an action of a weakness is after.
pub(super) fn step(weakness: WeaknessId, action: u16, case: &Case<'_>) -> Step {
    let ways = ways(weakness, action, case);
    let mut step = best(&asked(weakness, case), &ways, case);
    // Without a figure to choose by, a step is named where there is nothing to choose.
    if let (Choice::None, [way], None) = (weakness.choice(), ways.as_slice(), step.gain) {
        step.raises.clone_from(way);
    }
    step
}

/// What an action may be about.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Choice {
    /// Any expectation, to move the two sides closer.
    Item,
    /// Any shared expectation, to deliver more of it.
    SharedItem,
    /// One thing.
    None,
}

impl WeaknessId {
    /// Whether its actions may be about several things, of which the one with the largest gain is taken.
    pub(super) const fn choice(self) -> Choice {
        match self {
            Self::OrganisationUnclear | Self::MembersUnclear | Self::Overlap | Self::Scope => Choice::Item,
            Self::Undelivered => Choice::SharedItem,
            _ => Choice::None,
        }
    }
}

/// The criteria of the lowest rung in whose way it stands.
fn asked(weakness: WeaknessId, case: &Case<'_>) -> Vec<CriterionId> {
    let mut open: Vec<CriterionId> = weakness.criteria().to_vec();
    open.retain(|&id| verdict(id, case) != Verdict::Yes && weakness.hinders(id, case));
    let lowest = open.iter().map(|id| id.rung()).min();
    open.retain(|id| Some(id.rung()) == lowest);
    open
}

fn verdict(id: CriterionId, case: &Case<'_>) -> Verdict {
    let found = case.results.criteria.iter().find(|criterion| criterion.id == id);
    found.map_or(Verdict::Unknown, |criterion| criterion.verdict)
}

/// The way with the largest gain for one of these criteria.
fn best(asked: &[CriterionId], ways: &[Vec<Raise>], case: &Case<'_>) -> Step {
    let mut best = Step { blocks: asked.first().copied(), ..Step::default() };
    let mut moved = case.results.counted.clone();
    for &id in asked {
        let Some(before) = Reached::of(id, &case.results.counted) else { continue };
        if best.blocks == Some(id) && best.before.is_none() {
            best.before = Some(before);
        }
        for way in ways {
            let after = raised(&mut moved, way, |moved| Reached::of(id, moved));
            let gain = after.and_then(|after| before.gain(&after)).filter(|gain| *gain >= 0.0);
            if gain.is_some_and(|gain| best.gain.is_none_or(|most| gain > most + TOLERANCE)) {
                best = Step { blocks: Some(id), raises: way.clone(), before: Some(before), after, gain };
            }
        }
    }
    best
}

/// The ways to raise what an action is after; each can be gone.
fn ways(weakness: WeaknessId, action: u16, case: &Case<'_>) -> Vec<Vec<Raise>> {
    let counted = &case.results.counted;
    let raised = |levers: &[Lever]| -> Vec<Raise> { levers.iter().filter_map(|lever| lever.raise(counted)).collect() };
    let mut ways: Vec<Vec<Raise>> = match weakness.choice() {
        Choice::Item => counted.items.iter().filter_map(lower).map(|lever| raised(&[lever])).collect(),
        Choice::SharedItem => shared(case).map(|item| raised(&delivered(item))).collect(),
        Choice::None => vec![raised(&single(weakness, action, case))],
    };
    ways.retain(|way| !way.is_empty());
    ways
}

/// What is raised where there is no choice of items.
fn single(weakness: WeaknessId, action: u16, case: &Case<'_>) -> Vec<Lever> {
    let phase = case.results.counted.phase;
    let lever = match weakness {
        WeaknessId::Statement => of_statement(action).map(Lever::Practice),
        WeaknessId::Recognition => recognition().map(|item| Lever::Delivered(Side::Members, item)),
        WeaknessId::Extraction => Some(Lever::Worth(Side::Members)),
        WeaknessId::Club => Some(Lever::Worth(Side::Organisation)),
        _ => {
            let known = weakness.practices(phase).iter().filter_map(|&practice| {
                let level = case.results.counted.practice(practice)?;
                Some((level, practice))
            });
            known.min_by_key(|(level, _)| *level).map(|(_, practice)| Lever::Practice(practice))
        }
    };
    lever.into_iter().collect()
}

/// The practice that an action on the value statement raises, by its number.
const fn of_statement(action: u16) -> Option<Practice> {
    match action {
        1 => Some(Practice::Vp5),
        2 => Some(Practice::Vp2),
        3 => Some(Practice::Vp3),
        4 => Some(Practice::Vp4),
        _ => None,
    }
}

/// The importance that is lower than the other side's.
fn lower(item: &CountedItem) -> Option<Lever> {
    let (organisation, members) = item.importance.organisation.zip(item.importance.members)?;
    let side = if organisation < members { Side::Organisation } else { Side::Members };
    (organisation != members).then_some(Lever::Importance(side, item.id))
}

/// The items that both want, and of which both know what has arrived.
fn shared<'a>(case: &'a Case<'_>) -> impl Iterator<Item = &'a CountedItem> {
    let known = |item: &CountedItem| item.delivered.organisation.is_some() && item.delivered.members.is_some();
    case.results.standing(Region::Shared).filter(move |item| known(item))
}

fn delivered(item: &CountedItem) -> [Lever; 2] {
    Side::ALL.map(|side| Lever::Delivered(side, item.id))
}
