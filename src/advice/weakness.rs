//! What may be weak, and what it stands in the way of.
//!
//! **Rule.** One line a weakness; its codes are those of the catalogue of advice.
//!
//! | weakness | present where | stands in the way of |
//! |---|---|---|
//! | NV value statement | plan: VP1, VP2 or VP5 below 2; later: any of VP1 to VP5 | *begun*, *gate*, *sustained* |
//! | OX, MX unclear | more than a third of a side's importance is [in doubt](crate::score::doubt) | *something shared*, *enough shared*, *some overlap*, *enough overlap* |
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
//! Each is read together with [what makes it](super::because), which its proposals name.
//!
//! **Standing in the way.** A weakness of practices stands in the way of a criterion that needs one of its practices
//! higher than it is known to be: ME, while planning, of no gate, as none asks for VP6. RC stands in the way of returns
//! only as far as those of the members are not enough. Whether a criterion is reached already is looked up elsewhere
//! ([`raise`](super::raise)).
//!
//! **Units** those of the figures. **Edges.** What stands exactly at a threshold is not below it. An unknown answer is
//! never a weakness, and nothing answered is none.
//!
//! **Source.** This project's; the weaknesses are gathered from what practitioners report (domain notes 2.4, 7, 8).
//!
//! ```
//! use common_ground::advice::{self, WeaknessId};
//! use common_ground::assessment::{Answer, Assessment, AssessmentId};
//! use common_ground::catalogue::{Practice, Step, bundled, bundled_advice};
//! use common_ground::score::{self, Many};
//!
//! let now = "2026-11-02T09:30:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, bundled());
//! let found = |assessment: &Assessment| {
//!     let results = score::results(&assessment.answered);
//!     let many = Many::of(&assessment.answered, &results.counted);
//!     advice::weaknesses(assessment, &results, &many, bundled_advice())
//! };
//! assert_eq!(found(&assessment), []);
//! let practices = &mut assessment.answered.practices;
//! practices.entry(Practice::Vp9).or_default().level = Step::new(1).map(Answer::Step);
//! practices.entry(Practice::Vp10).or_default().level = Step::new(2).map(Answer::Step);
//! assert_eq!(found(&assessment), [WeaknessId::Sponsor]);
//! ```

use super::Case;
use crate::catalogue::Practice::{Vp1, Vp2, Vp3, Vp4, Vp5, Vp6, Vp7, Vp8, Vp9, Vp10};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{ItemId, Phase, Practice};
use crate::score::outlook::{needs, reaches};
use crate::score::thresholds;
use crate::score::{Counted, CriterionId, Figure, Verdict};

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
pub(super) fn blocks(practice: Practice, id: CriterionId, counted: &Counted) -> bool {
    let low = |least: u8| counted.practice(practice).is_some_and(|step| step.number() < least);
    needs(id, counted.phase).iter().any(|&(needed, least)| needed == practice && low(least))
}

/// The expectation that *recognition* is about: reputation and recognition for expertise.
pub(super) fn recognition() -> Option<ItemId> {
    "M5".parse().ok()
}

fn holds(figure: Figure, threshold: f64) -> bool {
    reaches(figure, threshold) == Verdict::Yes
}
