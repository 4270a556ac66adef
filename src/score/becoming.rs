//! What would have to become true for the next rung of the outlook.
//!
//! **Rule.** The next rung is the one above the lowest that the outlook can be. For each of its criteria that is known
//! to fail, every single step up is tried that its figure is made of, and the ones that [gain](Reached::gain) most are
//! given, at most `WAYS`; ties in the order of the sides, then of the items. Where no single step gains anything, the
//! same step taken by both sides is tried: what both see delivered moves only so.
//!
//! | criterion | steps tried |
//! |---|---|
//! | overlap, shared | the importance of each item to each side |
//! | promise kept, returns | what has arrived of each item for each side |
//! | worth it | the worth to each side |
//! | begun, the gates | each practice that it needs |
//! | phase, both heard | none: no answer moves them |
//!
//! **Only up.** A step down can gain too: a promise is better kept where less of it is wanted. No community works
//! towards that, so it is no answer to the question. What one step down does is told by [`what_if`](super::what_if()).
//!
//! **Units** gains are shares, exactly; whether the criterion holds after the step is read off all results anew.
//! **Edges.** At the highest rung there is no next one. A criterion that is unknown has no ways: an answer comes first.
//! What is unknown cannot be raised. A practice that needs more than one step gains nothing by one, and stands under
//! [`Hurdle::far`]. **Source.** This project's (domain notes 6.12).
//!
//! ```
//! use common_ground::assessment::{Answer, Answered, Community, Item};
//! use common_ground::catalogue::{ItemId, Phase, Practice, Side, Step};
//! use common_ground::score::{self, CriterionId, Lever, Verdict, next_rung};
//!
//! let item: ItemId = "O1".parse().unwrap();
//! let step = |number| Answer::Step(Step::new(number).unwrap());
//! let mut answered = Answered::new(Community::new(Phase::Plan), vec![Item::Catalogue(item)]);
//! answered.estimate.organisation.importance.insert(item, step(4));
//! answered.estimate.members.importance.insert(item, step(2));
//! answered.practices.entry(Practice::Vp2).or_default().level = Some(step(0));
//! let next = next_rung(&score::results(&answered)).unwrap();
//!
//! let shared = next.hurdles.iter().find(|one| one.id == CriterionId::SomethingShared).unwrap();
//! assert_eq!(shared.ways.len(), 1);
//! assert_eq!(shared.ways[0].raises[0].lever, Lever::Importance(Side::Members, item));
//! assert_eq!((shared.ways[0].gain, shared.ways[0].verdict), (1.0, Verdict::Yes));
//! // VP1 is unknown, so that VP2 alone does not decide.
//! let begun = next.hurdles.iter().find(|one| one.id == CriterionId::Begun).unwrap();
//! assert_eq!((begun.ways[0].gain, begun.ways[0].verdict), (0.5, Verdict::Unknown));
//! ```

use super::{Counted, CriterionId, Lever, Raise, Reached, Results, Rung, TOLERANCE, Verdict, outlook, raised};
use crate::catalogue::{Practice, Side, Step};

/// The most ways that are given for a criterion.
const WAYS: usize = 3;

/// What stands between a community and the next rung.
#[derive(Clone, Debug, PartialEq)]
pub struct NextRung {
    /// The rung.
    pub rung: Rung,
    /// Its criteria that do not hold, or are not known to, in their order; never empty.
    pub hurdles: Vec<Hurdle>,
}

/// A criterion that does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Hurdle {
    /// Which.
    pub id: CriterionId,
    /// *No*, or *unknown*.
    pub verdict: Verdict,
    /// How far it is reached; `None` for what no answer moves.
    pub before: Option<Reached>,
    /// The steps that gain most, the largest gain first.
    pub ways: Vec<Way>,
    /// The practices that one step does not bring to the level needed, with where they stand and that level.
    pub far: Vec<(Practice, Step, u8)>,
}

/// A step that gains something.
#[derive(Clone, Debug, PartialEq)]
pub struct Way {
    /// What would be a step higher: one quantity, or the same one of both sides.
    pub raises: Vec<Raise>,
    /// How far the criterion would be reached.
    pub after: Reached,
    /// What that is more than now, above 0.
    pub gain: f64,
    /// Whether the criterion would hold.
    pub verdict: Verdict,
}

/// What would have to become true for the next rung; `None` at the highest.
pub fn next_rung(results: &Results) -> Option<NextRung> {
    let rung = Rung::ALL.into_iter().find(|rung| *rung > results.outlook.low)?;
    let fails = results.criteria.iter().filter(|one| one.id.rung() == rung && one.verdict != Verdict::Yes);
    Some(NextRung { rung, hurdles: fails.map(|one| hurdle(one.id, one.verdict, results)).collect() })
}

fn hurdle(id: CriterionId, verdict: Verdict, results: &Results) -> Hurdle {
    let before = Reached::of(id, &results.counted);
    let (mut ways, mut far) = (Vec::new(), Vec::new());
    if let (Verdict::No, Some(before)) = (verdict, &before) {
        let levers = levers(id, &results.counted);
        let single = levers.iter().map(|lever| vec![*lever]).collect();
        ways = best(id, before, single, results);
        if ways.is_empty() {
            ways = best(id, before, levers.iter().filter_map(|lever| of_both(*lever)).collect(), results);
        }
        let needs = outlook::needs(id, results.counted.phase);
        far.extend(needs.iter().filter_map(|&(practice, least)| {
            let step = results.counted.practice(practice).filter(|step| step.number() + 1 < least)?;
            Some((practice, step, least))
        }));
    }
    Hurdle { id, verdict, before, ways, far }
}

/// What the figure of a criterion is made of.
fn levers(id: CriterionId, counted: &Counted) -> Vec<Lever> {
    let of_items = |lever: fn(Side, crate::catalogue::ItemId) -> Lever| {
        let of_side = |side| counted.items.iter().map(move |item| lever(side, item.id));
        Side::ALL.into_iter().flat_map(of_side).collect()
    };
    match id {
        CriterionId::SomeOverlap
        | CriterionId::SomethingShared
        | CriterionId::EnoughOverlap
        | CriterionId::EnoughShared => of_items(Lever::Importance),
        CriterionId::PromiseKept | CriterionId::ReturnsBegun | CriterionId::ReturnsGood => of_items(Lever::Delivered),
        CriterionId::SomeoneGains | CriterionId::BothGain => Side::ALL.map(Lever::Worth).to_vec(),
        _ => outlook::needs(id, counted.phase).iter().map(|(practice, _)| Lever::Practice(*practice)).collect(),
    }
}

/// The same quantity of both sides, named by the organisation's.
fn of_both(lever: Lever) -> Option<Vec<Lever>> {
    let both = match lever {
        Lever::Importance(Side::Organisation, id) => Side::ALL.map(|side| Lever::Importance(side, id)),
        Lever::Delivered(Side::Organisation, id) => Side::ALL.map(|side| Lever::Delivered(side, id)),
        Lever::Worth(Side::Organisation) => Side::ALL.map(Lever::Worth),
        _ => return None,
    };
    Some(both.to_vec())
}

/// Of these steps the ones that gain most.
fn best(id: CriterionId, before: &Reached, levers: Vec<Vec<Lever>>, results: &Results) -> Vec<Way> {
    let mut moved = results.counted.clone();
    let mut found: Vec<Way> = Vec::new();
    for levers in levers {
        let raises: Vec<Raise> = levers.iter().filter_map(|lever| lever.raise(&results.counted)).collect();
        if raises.len() < levers.len() {
            continue;
        }
        let Some(after) = raised(&mut moved, &raises, |moved| Reached::of(id, moved)) else { continue };
        let Some(gain) = before.gain(&after).filter(|gain| *gain > 0.0) else { continue };
        // Behind all that gain as much.
        let place = found.iter().position(|way| way.gain < gain - TOLERANCE).unwrap_or(found.len());
        if place < WAYS {
            found.insert(place, Way { raises, after, gain, verdict: Verdict::No });
            found.truncate(WAYS);
        }
    }
    for way in &mut found {
        let results = raised(&mut moved, &way.raises, |moved| Results::of(moved.clone()));
        way.verdict = results.criteria.iter().find(|one| one.id == id).map_or(way.verdict, |one| one.verdict);
    }
    found
}
