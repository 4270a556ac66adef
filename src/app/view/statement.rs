//! The value statement, its checklist, and the practice it stands for.

use super::checklist::{CheckRow, checks, is_written, shared};
use super::draft::draft;
use super::words;
use crate::app::Model;
use crate::assessment::{Answer, Assessment, Edit, PlanEdit};
use crate::catalogue::{Catalogue, Practice, Step};
use crate::chart::MarkKind;
use crate::route::{Place, Route};
use crate::text::EN;

/// The value statement.
#[derive(Clone, Debug, PartialEq)]
pub struct StatementView {
    /// The statement as it is typed.
    pub text: String,
    /// Who keeps it.
    pub owner: String,
    /// When it is looked at again.
    pub review: String,
    /// What both sides want, in a sentence.
    pub wants: String,
    /// Where that is seen, if nothing is shared.
    pub results: Option<String>,
    /// Whether nothing is written yet.
    pub empty: bool,
    /// The checks.
    pub checks: Vec<CheckRow>,
    /// How many hold.
    pub state: String,
    /// That the practice may stand higher.
    pub offer: Option<OfferView>,
}

/// That a practice may stand higher now.
#[derive(Clone, Debug, PartialEq)]
pub struct OfferView {
    /// Which.
    pub practice: Practice,
    /// "… may stand higher now"
    pub title: String,
    /// Where it stands.
    pub now: String,
    /// The levels above: each with its words.
    pub levels: Vec<(Step, &'static str)>,
}

/// A field of the statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementField {
    /// The statement.
    Text,
    /// Who keeps it.
    Owner,
    /// When it is looked at again.
    Review,
}

impl StatementField {
    /// What stands in it.
    pub fn value(self, view: &StatementView) -> String {
        match self {
            Self::Text => view.text.clone(),
            Self::Owner => view.owner.clone(),
            Self::Review => view.review.clone(),
        }
    }

    /// What typing in it leads to.
    ///
    /// # Errors
    ///
    /// What is wrong with what was typed.
    pub fn read(self, typed: &str) -> Result<Edit, &'static str> {
        Ok(Edit::Plan(match self {
            Self::Text => PlanEdit::Statement(typed.to_owned()),
            Self::Owner => PlanEdit::StatementOwner(typed.to_owned()),
            Self::Review => PlanEdit::StatementReview(words::typed_day(typed)?),
        }))
    }
}

/// The statement of the assessment that is open.
pub fn statement(model: &Model) -> Option<StatementView> {
    let shelved = model.open()?;
    let (assessment, results) = (&shelved.assessment, &shelved.results);
    let labels: Vec<String> =
        shared(results).map(|id| words::within(&words::label(&assessment.answered, id, model.catalogue))).collect();
    let checks = checks(assessment, results, model.catalogue);
    let held = checks.iter().filter(|check| check.mark == MarkKind::Yes).count();
    Some(StatementView {
        text: assessment.statement.text.clone(),
        owner: assessment.statement.owner.clone(),
        review: words::written(assessment.statement.review.as_ref()),
        results: labels.is_empty().then(|| Route::assessment(assessment.id.as_str(), Place::Results).address()),
        wants: match labels.as_slice() {
            [] => EN.planning.nothing_shared.to_owned(),
            _ => (EN.planning.both_want)(&(EN.planning.list)(&labels)),
        },
        empty: assessment.statement.text.trim().is_empty(),
        state: (EN.planning.checks_state)(held, checks.len()),
        offer: offer(assessment, held == checks.len(), model.catalogue),
        checks,
    })
}

/// The levels of the practice that a statement may have reached: written down, as soon as nothing is left to fill in;
/// in use, where all checks hold. What both sides do together at set times no statement shows.
fn offer(assessment: &Assessment, all_hold: bool, catalogue: &'static Catalogue) -> Option<OfferView> {
    if !is_written(&assessment.statement.text) {
        return None;
    }
    let practice = Practice::Vp5;
    let words = catalogue.practice(practice)?;
    let now = assessment.answered.practice(practice).and_then(Answer::step);
    let level = |step: Step| words.levels.get(usize::from(step.number())).map(String::as_str);
    let higher = |step: &Step| now.is_none_or(|now| now < *step);
    let levels = [2, 3].into_iter().filter(|level| all_hold || *level < 3).filter_map(Step::new).filter(higher);
    let levels: Vec<_> = levels.filter_map(|step| Some((step, level(step)?))).collect();
    (!levels.is_empty()).then(|| OfferView {
        practice,
        title: (EN.planning.offer_title)(&words.name),
        now: match now.and_then(level) {
            Some(words) => (EN.planning.offer_now)(words),
            None => EN.planning.offer_none.to_owned(),
        },
        levels,
    })
}

/// Writes a first version in the place of the statement that is there now.
pub fn draft_edit(model: &Model) -> Option<Edit> {
    let shelved = model.open()?;
    let text = draft(&shelved.assessment, &shelved.results, model.catalogue);
    Some(Edit::Plan(PlanEdit::Draft { over: shelved.assessment.statement.text.clone(), text }))
}
