//! What is weak, read from what is known.
//!
//! **Rule.** One line a weakness; its codes are those of the catalogue of advice.
//!
//! | weakness | present where | stands in the way of |
//! |---|---|---|
//! | NV value statement | plan: VP1, VP2 or VP5 below 2; later: any of VP1 to VP5 | *begun*, *gate*, *sustained* |
//! | OX, MX unclear | more than a third of a side's importance is [in doubt](doubt) | *something shared*, *enough shared*, *some overlap*, *enough overlap* |
//! | LO low overlap | J below 0.5 | the same |
//! | SC scope | fewer than two shared items, and VP2 below 3 | the same |
//! | UD undelivered | not plan, and K below 0.5 | *returns begun*, *promise kept*, *returns good* |
//! | RC recognition | not plan, and M5 is urgent for the members | the same |
//! | EX, CL | the exchange is extraction, club | *both gain*, *someone gains* |
//! | SP, LE, ME | VP9, VP10, VP6 below 2; ME also where measures exist and none is leading | *gate*, *sustained* |
//! | AG, EM | sustain, and VP4 below 2; VP7 or VP8 | *sustained*, *embedded* |
//! | TI, FR, TR | `time` of a side; `funding` or `resources` of the organisation; `participation` of the members, below 2 | |
//! | PG perception | a false consensus or conflict, or an estimate two steps off | |
//! | DI disagreement | a consensus below 0.5 on an item that the side wants | |
//! | EN end of life | not plan, and both returns below 0.25 now and in the last snapshot | |
//!
//! **An unknown answer is never a weakness.** A figure is weak only where its whole range is; a level only where it is
//! known. Hence, too: where a side has said nothing of importance, the scope is not called wrong, although too few items
//! may be left to be shared; a measure without a kind takes that of its indicator, and where that is unknown as well it may
//! be leading; a snapshot of the plan, when *delivered* was not asked, has no low return.
//!
//! **Standing in the way.** A weakness of practices stands in the way of a criterion that needs one of its practices
//! higher than it is known to be: ME, while planning, of no gate, as none asks for VP6. RC stands in the way of returns
//! only as far as those of the members are not enough. Whether a criterion is reached already is looked up elsewhere
//! ([`raise`](super::raise)).
//!
//! **Source.** This project's; the weaknesses are gathered from what practitioners report (domain notes 2.4, 7, 8).

use super::Case;
use crate::catalogue::Practice::{Vp1, Vp2, Vp3, Vp4, Vp5, Vp6, Vp7, Vp8, Vp9, Vp10};
use crate::catalogue::advice::Kind;
use crate::catalogue::kinds::keyed;
use crate::catalogue::{Contribution, ItemId, Level, PerSide, Phase, Practice, Side};
use crate::score::outlook::{needs, reaches};
use crate::score::overlap::is_wanted;
use crate::score::thresholds;
use crate::score::{
    Counted, CriterionId, Exchange, Figure, Group, Lever, Reading, TOLERANCE, Verdict, Zone, delivery, doubt, trend,
};

keyed! {
    /// Something that may be weak, by its code in the catalogue.
    WeaknessId {
        /// The value statement is not agreed, written down and known.
        Statement = "NV",
        /// What the organisation expects is unclear.
        OrganisationUnclear = "OX",
        /// What the members expect is unclear.
        MembersUnclear = "MX",
        /// The overlap is low.
        Overlap = "LO",
        /// The scope is not settled, and hardly anything is shared.
        Scope = "SC",
        /// Little of what both want is delivered.
        Undelivered = "UD",
        /// Members want recognition and do not get it.
        Recognition = "RC",
        /// The members lose.
        Extraction = "EX",
        /// The organisation loses.
        Club = "CL",
        /// No sponsor has agreed to it.
        Sponsor = "SP",
        /// The leader or the core group lacks a role or people.
        Leader = "LE",
        /// Measures are missing, or look back.
        Measures = "ME",
        /// What is offered has not been reviewed.
        Ageing = "AG",
        /// The organisation does not draw on it.
        NotEmbedded = "EM",
        /// Time is not agreed.
        Time = "TI",
        /// Funding is fragile.
        Funding = "FR",
        /// Members hardly take part.
        Trust = "TR",
        /// The sides misread each other, or were misread.
        Perception = "PG",
        /// A side disagrees within itself.
        Disagreement = "DI",
        /// Neither side gets much back, again.
        EndOfLife = "EN",
    }
}

impl WeaknessId {
    /// The criteria that it may stand in the way of, in the order of the rules.
    pub const fn criteria(self) -> &'static [CriterionId] {
        match self {
            Self::Statement => &[CriterionId::Begun, CriterionId::Gate, CriterionId::Sustained],
            Self::OrganisationUnclear | Self::MembersUnclear | Self::Overlap | Self::Scope => &[
                CriterionId::SomethingShared,
                CriterionId::EnoughShared,
                CriterionId::SomeOverlap,
                CriterionId::EnoughOverlap,
            ],
            Self::Undelivered | Self::Recognition => {
                &[CriterionId::ReturnsBegun, CriterionId::PromiseKept, CriterionId::ReturnsGood]
            }
            Self::Extraction | Self::Club => &[CriterionId::BothGain, CriterionId::SomeoneGains],
            Self::Sponsor | Self::Leader | Self::Measures => &[CriterionId::Gate, CriterionId::Sustained],
            Self::Ageing | Self::NotEmbedded => &[CriterionId::Sustained, CriterionId::Embedded],
            Self::Time | Self::Funding | Self::Trust | Self::Perception | Self::Disagreement | Self::EndOfLife => &[],
        }
    }

    /// The practices that it speaks of.
    pub(super) const fn practices(self, phase: Phase) -> &'static [Practice] {
        match self {
            Self::Statement if matches!(phase, Phase::Plan) => &[Vp1, Vp2, Vp5],
            Self::Statement => &[Vp1, Vp2, Vp3, Vp4, Vp5],
            Self::Sponsor => &[Vp9],
            Self::Leader => &[Vp10],
            Self::Measures => &[Vp6],
            Self::Ageing => &[Vp4],
            Self::NotEmbedded => &[Vp7, Vp8],
            _ => &[],
        }
    }

    /// Whether it is there, whatever the unknown answers are.
    pub(super) fn is_present(self, case: &Case<'_>) -> bool {
        let counted = &case.results.counted;
        let weak_practice = || self.practices(counted.phase).iter().any(|&one| practised_below(counted, one));
        let (running, sustaining) = (counted.phase != Phase::Plan, counted.phase == Phase::Sustain);
        match self {
            Self::Statement | Self::Sponsor | Self::Leader => weak_practice(),
            Self::Measures => weak_practice() || none_leads(case),
            Self::Ageing | Self::NotEmbedded => sustaining && weak_practice(),
            Self::OrganisationUnclear => is_unclear(case, Side::Organisation),
            Self::MembersUnclear => is_unclear(case, Side::Members),
            Self::Overlap => fails(case.results.overlap.jaccard, thresholds::ENOUGH_OVERLAP),
            Self::Scope => is_out_of_scope(case),
            Self::Undelivered => running && fails(case.results.delivery.kept, thresholds::PROMISE_KEPT),
            Self::Recognition => running && is_recognition_urgent(case),
            Self::Extraction => case.results.exchange == [Exchange::Extraction],
            Self::Club => case.results.exchange == [Exchange::Club],
            Self::Time => Side::ALL.iter().any(|&side| is_not_agreed(counted, side, Contribution::Time)),
            Self::Funding => [Contribution::Funding, Contribution::Resources]
                .into_iter()
                .any(|kind| is_not_agreed(counted, Side::Organisation, kind)),
            Self::Trust => is_not_agreed(counted, Side::Members, Contribution::Participation),
            Self::Perception => is_misread(case),
            Self::Disagreement => is_divided(case),
            Self::EndOfLife => running && is_at_its_end(case),
        }
    }

    /// Whether what it speaks of is in the way of a criterion of its own.
    pub(super) fn hinders(self, id: CriterionId, case: &Case<'_>) -> bool {
        let counted = &case.results.counted;
        match (self, id) {
            (Self::Recognition, CriterionId::ReturnsBegun) => {
                !holds(case.results.delivery.returns.members, thresholds::RETURNS_BEGUN)
            }
            (Self::Recognition, CriterionId::ReturnsGood) => {
                !holds(case.results.delivery.returns.members, thresholds::RETURNS_GOOD)
            }
            _ => {
                let practices = self.practices(counted.phase);
                practices.is_empty() || practices.iter().any(|&practice| blocks(practice, id, counted))
            }
        }
    }
}

/// Whether a criterion needs a practice higher than it is known to be.
fn blocks(practice: Practice, id: CriterionId, counted: &Counted) -> bool {
    let low = |least: u8| counted.practice(practice).is_some_and(|step| step.number() < least);
    needs(id, counted.phase).iter().any(|&(needed, least)| needed == practice && low(least))
}

/// The expectation that *recognition* is about: reputation and recognition for expertise.
pub(super) fn recognition() -> Option<ItemId> {
    "M5".parse().ok()
}

fn fails(figure: Figure, threshold: f64) -> bool {
    reaches(figure, threshold) == Verdict::No
}

fn holds(figure: Figure, threshold: f64) -> bool {
    reaches(figure, threshold) == Verdict::Yes
}

fn practised_below(counted: &Counted, practice: Practice) -> bool {
    counted.practice(practice).is_some_and(|step| step.number() < thresholds::PRACTISED)
}

fn is_not_agreed(counted: &Counted, side: Side, kind: Contribution) -> bool {
    Lever::Contribution(side, kind).level(counted).is_some_and(|level| !level.reaches(thresholds::AGREED))
}

fn none_leads(case: &Case<'_>) -> bool {
    let measures = &case.assessment.measures;
    let of_indicator = |code: &str| case.advice.measures.iter().find(|one| one.id == code).map(|one| one.kind);
    let kind = |measure: &crate::assessment::Measure| measure.kind.or_else(|| of_indicator(&measure.indicator));
    !measures.is_empty() && measures.iter().all(|measure| kind(measure) == Some(Kind::Lagging))
}

fn is_unclear(case: &Case<'_>, side: Side) -> bool {
    let counted = &case.results.counted;
    let more_than_a_third = |items: usize| items * thresholds::IN_DOUBT > counted.items.len();
    let unknown = counted.items.iter().filter(|item| item.importance.get(side).is_none()).count();
    more_than_a_third(unknown) && more_than_a_third(doubt::items(&case.assessment.answered, counted, side))
}

fn is_out_of_scope(case: &Case<'_>) -> bool {
    let counted = &case.results.counted;
    let (_, at_most) = case.results.overlap.shared;
    let undefined = counted.practice(Vp2).is_some_and(|step| step.number() < thresholds::DEFINED);
    at_most < thresholds::IN_SCOPE && undefined && counted.silent(&[Group::Importance]).is_none()
}

fn is_recognition_urgent(case: &Case<'_>) -> bool {
    let zones = case.results.counted.items.iter().zip(&case.results.delivery.zones.members);
    let found = |id| zones.clone().find(|(item, _)| item.id == id).and_then(|(_, zone)| *zone);
    recognition().and_then(found) == Some(Zone::Urgent)
}

fn is_misread(case: &Case<'_>) -> bool {
    let is_false = |reading| matches!(reading, Reading::FalseConsensus | Reading::FalseConflict);
    let misread = |side: Side| {
        let mut perceptions = case.many.items.iter().filter_map(move |item| *item.perception.get(side));
        perceptions.any(|one| is_false(one.reading))
    };
    Side::ALL.into_iter().any(misread) || !case.many.surprises.is_empty()
}

fn is_divided(case: &Case<'_>) -> bool {
    let divided = |side: Side| {
        let mut said = case.many.items.iter().map(move |item| item.importance.said.get(side));
        said.any(|said| {
            let wanted: Option<Level> = said.median.filter(|median| is_wanted(*median));
            let consensus = said.spread.map(|spread| spread.consensus());
            wanted.is_some() && consensus.is_ok_and(|consensus| consensus < thresholds::CONSENSUS - TOLERANCE)
        })
    };
    Side::ALL.into_iter().any(divided)
}

fn is_at_its_end(case: &Case<'_>) -> bool {
    let low = |returns: &PerSide<Figure>| returns.iter().all(|(_, one)| fails(*one, thresholds::RETURNS_BEGUN));
    let was_low = |answered: &crate::assessment::Answered| {
        let counted = Counted::of(answered);
        low(&PerSide::from_fn(|side| delivery::returned(&counted, side)))
    };
    let last = trend::latest(case.assessment).map(|snapshot| &snapshot.answered);
    low(&case.results.delivery.returns)
        && last.is_some_and(|answered| answered.community.phase != Phase::Plan && was_low(answered))
}
