//! Results → what next: questions where unknown answers decide, else at most three actions, and why these.
//!
//! **Rule.** An action of the catalogue is a candidate when [its weakness is there](weakness), and neither the plan
//! holds it nor was it set aside as "not for us". Candidates stand in this order:
//!
//! 1. by the rung of the criterion that the weakness blocks, the lowest failed or undecided first, then upwards; those
//!    that block nothing last: an upper rung is of no use while a lower one fails;
//! 2. by the gain of [the one step](raise) that the action is after, the largest first; "–" last;
//! 3. what can be begun before what has to wait: as long as no measure is chosen, neither here nor, as far as is known,
//!    in practice VP6, the actions on measures wait for the one that chooses them (`CHOOSES_MEASURES`);
//! 4. by phase: the present one or any, then an earlier one, then a later one. It ranks, and never filters;
//! 5. in the order of the catalogue.
//!
//! The third is this project's refinement of the fourth: actions of one weakness after the same step gain the same.
//!
//! **One action a weakness first.** Actions of one weakness are several ways to the same step, with the same gain;
//! three of them side by side would be one piece of advice in three wordings. So the first of each weakness are taken
//! in the order above, and only if these are fewer than three, second ones fill up. An action that is set aside makes
//! room for the next of its weakness.
//!
//! **Questions come first.** There are [questions](questions::open) exactly where the outlook is open, which is where
//! the lowest rung that does not hold yet waits for nothing but unknown answers. Then no action is known to be needed
//! for it, and an answer is cheaper than an action. [`next`] gives both, in this order.
//!
//! **Units** gains are shares, as in [`Reached`]. **Edges.** Without a weakness there is nothing to propose. A weakness
//! that the catalogue has and these rules do not know proposes nothing. **Cost.** Only the figure that is asked is
//! computed for each way of a step; the questions cost more, so whoever does not show them asks for [`proposals`]
//! alone.
//!
//! **Source.** This project's (domain notes 8); the actions name theirs.
//!
//! ```
//! use common_ground::advice::{self, WeaknessId};
//! use common_ground::assessment::{Answer, Assessment, AssessmentId};
//! use common_ground::catalogue::{Practice, Step, bundled, bundled_advice};
//! use common_ground::score::{self, CriterionId, Many};
//!
//! let now = "2026-11-02T09:30:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, bundled());
//! let level = |step| Step::new(step).map(Answer::Step);
//! let practices = &mut assessment.answered.practices;
//! practices.entry(Practice::Vp2).or_default().level = level(0);
//! practices.entry(Practice::Vp9).or_default().level = level(1);
//!
//! let results = score::results(&assessment.answered);
//! let many = Many::of(&assessment.answered, &results.counted);
//! let found = advice::proposals(&assessment, &results, &many, bundled_advice(), &[]);
//! let first = &found[0];
//! assert_eq!((first.action, first.weakness, first.blocks), (2, WeaknessId::Statement, Some(CriterionId::Begun)));
//! assert_eq!(first.gain, Some(0.5)); // one of the two practices that *begun* asks for
//! assert_eq!((found[1].action, found[1].weakness), (26, WeaknessId::Sponsor));
//! let others = advice::proposals(&assessment, &results, &many, bundled_advice(), &[26]);
//! assert_eq!((others[1].action, others[1].weakness), (27, WeaknessId::Sponsor));
//! ```

pub mod because;
pub mod bridges;
pub mod raise;
pub mod weakness;

use std::cell::OnceCell;

pub use because::Because;
pub use raise::Raise;
pub use weakness::WeaknessId;

use crate::assessment::Assessment;
use crate::catalogue::advice::{Action, Fits};
use crate::catalogue::{Advice, Phase, Practice};
use crate::order;
use crate::score::{CriterionId, Lever, Many, OpenQuestion, Reached, Results, Rung, TOLERANCE, questions, thresholds};
use raise::{Choice, Step};

/// What comes next.
#[derive(Clone, Debug, PartialEq)]
pub struct Next {
    /// The questions that decide, the most telling first; to be shown before the actions.
    pub questions: Vec<OpenQuestion>,
    /// The actions, at most [`PROPOSALS`](thresholds::PROPOSALS).
    pub proposals: Vec<Proposal>,
}

/// An action that is proposed.
#[derive(Clone, Debug, PartialEq)]
pub struct Proposal {
    /// Its number in the catalogue.
    pub action: u16,
    /// What it is good against.
    pub weakness: WeaknessId,
    /// What makes the weakness. A practice that the action is after stands first, where the criterion needs it higher.
    pub because: Vec<Because>,
    /// The criterion that the weakness stands in the way of.
    pub blocks: Option<CriterionId>,
    /// What would be one step higher: nothing where that is unknown or no answer, two answers where both sides must see
    /// it.
    pub raises: Vec<Raise>,
    /// What the criterion's figure gains by that step, as a share; `None` is shown as "–".
    pub gain: Option<f64>,
    /// Why it stands here.
    pub why: Why,
}

impl Proposal {
    /// The rung of what it blocks.
    pub fn rung(&self) -> Option<Rung> {
        self.blocks.map(CriterionId::rung)
    }
}

/// Why an action stands where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Why {
    /// How far the criterion that is blocked is reached.
    pub before: Option<Reached>,
    /// How far it would be, after the step.
    pub after: Option<Reached>,
    /// Whether what it builds on is not there yet.
    pub waits: bool,
    /// Whether the action fits the phase.
    pub fit: Fit,
}

/// The number of the action that chooses measures.
const CHOOSES_MEASURES: u16 = 41;

/// How the phase of an action stands to the present one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Fit {
    /// It is for this phase, or for any.
    Now,
    /// It is usually done earlier.
    Earlier,
    /// It is usually done later.
    Later,
}

impl Fit {
    /// How an action fits a phase.
    pub const fn of(action: Fits, phase: Phase) -> Self {
        let usual = match action {
            Fits::Any => return Self::Now,
            Fits::Plan => Phase::Plan,
            Fits::Launch => Phase::Launch,
            Fits::Sustain => Phase::Sustain,
        };
        if usual.index() == phase.index() {
            Self::Now
        } else if usual.index() < phase.index() {
            Self::Earlier
        } else {
            Self::Later
        }
    }
}

/// What is advised about.
struct Case<'a> {
    assessment: &'a Assessment,
    results: &'a Results,
    many: &'a Many,
    advice: &'a Advice,
    /// The step of the four weaknesses that raise the same importance.
    overlap: OnceCell<Step>,
}

/// What comes next: questions, then actions.
pub fn next(assessment: &Assessment, results: &Results, many: &Many, advice: &Advice, dismissed: &[u16]) -> Next {
    Next { questions: questions::open(results), proposals: proposals(assessment, results, many, advice, dismissed) }
}

/// The weaknesses that are there, in the order of the rules.
pub fn weaknesses(assessment: &Assessment, results: &Results, many: &Many, advice: &Advice) -> Vec<WeaknessId> {
    let case = Case { assessment, results, many, advice, overlap: OnceCell::new() };
    case.weaknesses()
}

/// The actions to propose, the first first; `results` and `many` are those of the assessment.
///
/// `dismissed` are the numbers of actions that are "not for us".
pub fn proposals(
    assessment: &Assessment,
    results: &Results,
    many: &Many,
    advice: &Advice,
    dismissed: &[u16],
) -> Vec<Proposal> {
    let case = Case { assessment, results, many, advice, overlap: OnceCell::new() };
    let mut candidates = case.candidates(dismissed);
    // Stable: what ties in all stays in the order of the catalogue.
    order::sort_by(&mut candidates, |one, other| {
        // No rung is above all of them. Gains that differ by less than two figures may differ are a tie.
        let rung = |proposal: &Proposal| proposal.rung().map_or(Rung::ALL.len(), Rung::index);
        let gain = |proposal: &Proposal| proposal.gain.map_or(f64::NEG_INFINITY, |gain| (gain / TOLERANCE).round());
        rung(one)
            .cmp(&rung(other))
            .then_with(|| gain(other).total_cmp(&gain(one)))
            .then_with(|| (one.why.waits, one.why.fit).cmp(&(other.why.waits, other.why.fit)))
    });
    one_a_weakness_first(candidates)
}

/// The first of each weakness, then the others; no more than are enough.
fn one_a_weakness_first(candidates: Vec<Proposal>) -> Vec<Proposal> {
    let (mut first, mut others): (Vec<Proposal>, Vec<Proposal>) = (Vec::new(), Vec::new());
    for candidate in candidates {
        let again = first.iter().any(|one| one.weakness == candidate.weakness);
        if again { others.push(candidate) } else { first.push(candidate) }
    }
    first.append(&mut others);
    first.truncate(thresholds::PROPOSALS);
    first
}

impl Case<'_> {
    fn weaknesses(&self) -> Vec<WeaknessId> {
        WeaknessId::ALL.into_iter().filter(|weakness| !weakness.because(self).is_empty()).collect()
    }

    /// Every candidate, in the order of the catalogue.
    fn candidates(&self, dismissed: &[u16]) -> Vec<Proposal> {
        let present = self.weaknesses();
        let planned = |number: u16| self.assessment.actions.iter().any(|action| action.advice == Some(number));
        let candidate = |action: &Action| {
            let weakness = present.iter().copied().find(|weakness| weakness.key() == action.weakness)?;
            let open = !dismissed.contains(&action.number) && !planned(action.number);
            open.then(|| self.proposal(weakness, action))
        };
        self.advice.actions.iter().filter_map(candidate).collect()
    }

    fn proposal(&self, weakness: WeaknessId, action: &Action) -> Proposal {
        let number = action.number;
        let step = match weakness.choice() {
            Choice::Item => self.overlap.get_or_init(|| raise::step(weakness, number, self)).clone(),
            Choice::SharedItem | Choice::None => raise::step(weakness, number, self),
        };
        let because = self.because(weakness, &step);
        let Step { blocks, raises, before, after, gain } = step;
        let fit = Fit::of(action.phase, self.results.counted.phase);
        let waits = weakness == WeaknessId::Measures && number != CHOOSES_MEASURES && !self.has_measures();
        Proposal { action: number, weakness, because, blocks, raises, gain, why: Why { before, after, waits, fit } }
    }

    /// Whether measures are chosen, or may be: those of a practice that is unknown may be kept elsewhere.
    fn has_measures(&self) -> bool {
        let level = self.results.counted.practice(Practice::Vp6);
        !self.assessment.measures.is_empty() || level.is_none_or(|step| step.number() >= thresholds::PRACTISED)
    }

    /// What makes a weakness; in front of it the practice that a step is after, where that is in the way as well.
    fn because(&self, weakness: WeaknessId, step: &Step) -> Vec<Because> {
        let mut because = weakness.because(self);
        if let (Some(id), [Raise { lever: lever @ Lever::Practice(practice), .. }]) = (step.blocks, &step.raises[..])
            && weakness::blocks(*practice, id, &self.results.counted)
            && let Some(at) = because::at(self, *lever)
        {
            because.retain(|one| *one != at);
            because.insert(0, at);
        }
        because
    }
}
