//! What makes a weakness, read from what is known: the answers and figures that are low.
//!
//! **Rule.** Each line of [the weaknesses](super::weakness), with what there is of it in this assessment; a weakness is
//! there exactly where something makes it. So what a proposal is headed with is what it is proposed for.
//!
//! **An unknown answer is never a weakness.** A figure is weak only where its whole range is; a level only where it is
//! known. Hence, too: where a side has said nothing of importance, the scope is not called wrong, although too few
//! items may be left to be shared; a measure without a kind takes that of its indicator, and where that is unknown as
//! well it may be leading; a snapshot of the plan, when *delivered* was not asked, has no low return.
//!
//! **Units** those of what is named: steps in halves, shares 0 to 1, numbers of items. **Edges.** A weakness that is
//! not there is made by nothing.
//!
//! **Source.** This project's.
//!
//! ```
//! use common_ground::advice::{self, Because};
//! use common_ground::assessment::{Answer, Assessment, AssessmentId};
//! use common_ground::catalogue::{Level, Practice, Step, bundled, bundled_advice};
//! use common_ground::score::{self, Lever, Many};
//!
//! let now = "2026-11-02T09:30:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, bundled());
//! let level = Step::new(1).map(Answer::Step);
//! assessment.answered.practices.entry(Practice::Vp9).or_default().level = level;
//! let results = score::results(&assessment.answered);
//! let many = Many::of(&assessment.answered, &results.counted);
//! let first = &advice::proposals(&assessment, &results, &many, bundled_advice(), &[])[0];
//! let at = Because::At(Lever::Practice(Practice::Vp9), Level::from_steps(1.0).unwrap());
//! assert_eq!(first.because, [at]);
//! ```

use super::Case;
use super::weakness::{WeaknessId, recognition};
use crate::catalogue::Practice::Vp2;
use crate::catalogue::advice::Kind;
use crate::catalogue::{Contribution, ItemId, Level, PerSide, Phase, Side};
use crate::score::outlook::reaches;
use crate::score::overlap::is_wanted;
use crate::score::{
    Exchange, Figure, Group, Lever, Reading, TOLERANCE, Verdict, Zone, delivery, doubt, thresholds, trend,
};

/// Something that makes a weakness.
#[derive(Clone, Debug, PartialEq)]
pub enum Because {
    /// Where an answer stands.
    At(Lever, Level),
    /// Measures are there, and none of them looks ahead.
    NoneLeads,
    /// On how many expectations the answer for a side is "I don't know".
    InDoubt(Side, usize),
    /// The overlap.
    Overlap(Figure),
    /// How many expectations are shared, at least and at most.
    Shared(usize, usize),
    /// How much of the overlap is delivered.
    Kept(Figure),
    /// What both get back; it was as low in the last snapshot.
    Returns(PerSide<Figure>),
    /// What a side believes wrongly of the other.
    Misread(Side, Vec<ItemId>),
    /// What the estimate for a side was two steps off in.
    Surprised(Side, Vec<ItemId>),
    /// What people of a side disagree on.
    Divided(Side, Vec<ItemId>),
}

impl WeaknessId {
    /// What makes it, whatever the unknown answers are; nothing where it is not there.
    pub(super) fn because(self, case: &Case<'_>) -> Vec<Because> {
        let phase = case.results.counted.phase;
        let (running, sustaining) = (phase != Phase::Plan, phase == Phase::Sustain);
        match self {
            Self::Statement | Self::Sponsor | Self::Leader => practices(self, case),
            Self::Measures => [practices(self, case), none_leads(case)].concat(),
            Self::Ageing | Self::NotEmbedded if sustaining => practices(self, case),
            Self::OrganisationUnclear => in_doubt(case, Side::Organisation),
            Self::MembersUnclear => in_doubt(case, Side::Members),
            Self::Overlap => low(case.results.overlap.jaccard, thresholds::ENOUGH_OVERLAP, Because::Overlap),
            Self::Scope => out_of_scope(case),
            Self::Undelivered if running => low(case.results.delivery.kept, thresholds::PROMISE_KEPT, Because::Kept),
            Self::Recognition if running => recognition_urgent(case),
            Self::Extraction => worth(case, Exchange::Extraction, [Side::Members, Side::Organisation]),
            Self::Club => worth(case, Exchange::Club, Side::ALL),
            Self::Time => not_agreed(case, &Side::ALL.map(|side| (side, Contribution::Time))),
            Self::Funding => {
                let kinds = [Contribution::Funding, Contribution::Resources];
                not_agreed(case, &kinds.map(|kind| (Side::Organisation, kind)))
            }
            Self::Trust => not_agreed(case, &[(Side::Members, Contribution::Participation)]),
            Self::Perception => Side::ALL.into_iter().flat_map(|side| misread(case, side)).collect(),
            Self::Disagreement => Side::ALL.into_iter().flat_map(|side| divided(case, side)).collect(),
            Self::EndOfLife if running => at_its_end(case),
            Self::Ageing | Self::NotEmbedded | Self::Undelivered | Self::Recognition | Self::EndOfLife => Vec::new(),
        }
    }
}

fn fails(figure: Figure, threshold: f64) -> bool {
    reaches(figure, threshold) == Verdict::No
}

fn low(figure: Figure, threshold: f64, because: fn(Figure) -> Because) -> Vec<Because> {
    if fails(figure, threshold) { vec![because(figure)] } else { Vec::new() }
}

/// Where a quantity stands, if that is known.
pub(super) fn at(case: &Case<'_>, lever: Lever) -> Option<Because> {
    lever.level(&case.results.counted).map(|level| Because::At(lever, level))
}

/// The practices of a weakness that are not practised.
fn practices(weakness: WeaknessId, case: &Case<'_>) -> Vec<Because> {
    let counted = &case.results.counted;
    let mut low = weakness.practices(counted.phase).to_vec();
    low.retain(|&one| counted.practice(one).is_some_and(|step| step.number() < thresholds::PRACTISED));
    low.into_iter().filter_map(|one| at(case, Lever::Practice(one))).collect()
}

/// What is put in and not agreed.
fn not_agreed(case: &Case<'_>, kinds: &[(Side, Contribution)]) -> Vec<Because> {
    let found = kinds.iter().filter_map(|&(side, kind)| at(case, Lever::Contribution(side, kind)));
    found.filter(|one| matches!(one, Because::At(_, level) if !level.reaches(thresholds::AGREED))).collect()
}

/// Both answers, where they come to this exchange; the side that loses first.
fn worth(case: &Case<'_>, exchange: Exchange, sides: [Side; 2]) -> Vec<Because> {
    let is_there = case.results.exchange == [exchange];
    sides.into_iter().filter(|_| is_there).filter_map(|side| at(case, Lever::Worth(side))).collect()
}

fn none_leads(case: &Case<'_>) -> Vec<Because> {
    let measures = &case.assessment.measures;
    let lags =
        !measures.is_empty() && measures.iter().all(|measure| measure.kind_by(case.advice) == Some(Kind::Lagging));
    if lags { vec![Because::NoneLeads] } else { Vec::new() }
}

fn in_doubt(case: &Case<'_>, side: Side) -> Vec<Because> {
    let counted = &case.results.counted;
    let more_than_a_third = |items: usize| items * thresholds::IN_DOUBT > counted.items.len();
    let unknown = counted.items.iter().filter(|item| item.importance.get(side).is_none()).count();
    if !more_than_a_third(unknown) {
        return Vec::new();
    }
    let doubted = doubt::items(&case.assessment.answered, counted, side);
    if more_than_a_third(doubted) { vec![Because::InDoubt(side, doubted)] } else { Vec::new() }
}

fn out_of_scope(case: &Case<'_>) -> Vec<Because> {
    let counted = &case.results.counted;
    let (at_least, at_most) = case.results.overlap.shared;
    let undefined = counted.practice(Vp2).is_some_and(|step| step.number() < thresholds::DEFINED);
    if at_most < thresholds::IN_SCOPE && undefined && counted.silent(&[Group::Importance]).is_none() {
        [Some(Because::Shared(at_least, at_most)), at(case, Lever::Practice(Vp2))].into_iter().flatten().collect()
    } else {
        Vec::new()
    }
}

fn recognition_urgent(case: &Case<'_>) -> Vec<Because> {
    let zones = case.results.counted.items.iter().zip(&case.results.delivery.zones.members);
    let Some((item, Some(Zone::Urgent))) = zones.into_iter().find(|(item, _)| recognition() == Some(item.id)) else {
        return Vec::new();
    };
    let levers = [Lever::Importance(Side::Members, item.id), Lever::Delivered(Side::Members, item.id)];
    levers.into_iter().filter_map(|lever| at(case, lever)).collect()
}

/// What a side reads wrongly, and what its estimate was off in.
fn misread(case: &Case<'_>, side: Side) -> Vec<Because> {
    let is_false = |reading| matches!(reading, Reading::FalseConsensus | Reading::FalseConflict);
    let read = |item: &&crate::score::ManyItem| item.perception.get(side).is_some_and(|one| is_false(one.reading));
    let misread: Vec<ItemId> = case.many.items.iter().filter(read).map(|item| item.id).collect();
    let of_side = case.many.surprises.iter().filter(|one| one.side == side);
    let mut surprised: Vec<ItemId> = of_side.map(|one| one.id).collect();
    surprised.dedup();
    let found = [Because::Misread(side, misread), Because::Surprised(side, surprised)];
    found.into_iter().filter(is_some).collect()
}

/// What a side wants and is divided about.
fn divided(case: &Case<'_>, side: Side) -> Vec<Because> {
    let is_divided = |item: &&crate::score::ManyItem| {
        let said = item.importance.said.get(side);
        let wanted: Option<Level> = said.median.filter(|median| is_wanted(*median));
        let consensus = said.spread.map(|spread| spread.consensus());
        wanted.is_some() && consensus.is_ok_and(|consensus| consensus < thresholds::CONSENSUS - TOLERANCE)
    };
    let items = case.many.items.iter().filter(is_divided).map(|item| item.id).collect();
    [Because::Divided(side, items)].into_iter().filter(is_some).collect()
}

/// Whether it names an expectation, where it is about some.
fn is_some(because: &Because) -> bool {
    use Because::{Divided, Misread, Surprised};
    !matches!(because, Misread(_, items) | Surprised(_, items) | Divided(_, items) if items.is_empty())
}

fn at_its_end(case: &Case<'_>) -> Vec<Because> {
    let low = |returns: &PerSide<Figure>| returns.iter().all(|(_, one)| fails(*one, thresholds::RETURNS_BEGUN));
    let was_low = |answered: &crate::assessment::Answered| {
        let counted = crate::score::Counted::of(answered);
        low(&PerSide::from_fn(|side| delivery::returned(&counted, side)))
    };
    let last = trend::latest(case.assessment).map(|snapshot| &snapshot.answered);
    let returns = case.results.delivery.returns;
    let is_there =
        low(&returns) && last.is_some_and(|answered| answered.community.phase != Phase::Plan && was_low(answered));
    if is_there { vec![Because::Returns(returns)] } else { Vec::new() }
}
