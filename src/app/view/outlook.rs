//! The ladder: every criterion with its figure and its threshold, and what to answer next.

use super::asked;
use super::explained::{self, Shown};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Side};
use crate::chart::{Scene, stairs};
pub use crate::report::criterion::criterion_words;
use crate::report::criterion::is_later;
use crate::report::drawing::ladder::rungs;
pub use crate::report::drawing::ladder::{CriterionRow, RungRow};
pub use crate::report::finding::outlook_short;
use crate::report::next;
use crate::route::Route;
use crate::score::{Asked, Criterion, CriterionId, Outlook, Reason, Results, questions};
use crate::text::EN;

/// The ladder, the highest rung on top.
#[derive(Clone, Debug, PartialEq)]
pub struct LadderView {
    /// The rungs.
    pub rungs: Vec<RungRow>,
    /// The figures of criteria that open: the criterion's name in files, and its figure, or those of both sides.
    pub opens: Vec<(&'static str, Vec<Shown>)>,
    /// What to answer next.
    pub questions: Vec<QuestionRow>,
    /// Which criterion these would decide, and how many they are of.
    pub deciding: String,
}

/// A question that could decide the outlook.
#[derive(Clone, Debug, PartialEq)]
pub struct QuestionRow {
    /// The question.
    pub words: String,
    /// The place where it is asked.
    pub address: String,
    /// The element that asks it.
    pub element: String,
    /// What stands in the way, where the keeper's own answer would not count.
    pub note: &'static str,
}

/// The outlook as four bars.
pub fn outlook_stairs(outlook: Outlook) -> Scene {
    stairs(outlook.low.index() + 1, outlook.high.index() + 1)
}

/// The ladder of an assessment.
pub fn ladder(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> LadderView {
    let open = questions::open(results);
    let shown = open.iter().take(next::QUESTIONS);
    let questions = shown.map(|question| question_row(question.asked, assessment, results, catalogue)).collect();
    let opens = results.criteria.iter().map(|criterion| (criterion.id.key(), opens(criterion, results))).collect();
    LadderView { rungs: rungs(results, catalogue), opens, questions, deciding: next::questions_lead(&open) }
}

/// The figures that a criterion compares with a share, with what stands behind them.
fn opens(criterion: &Criterion, results: &Results) -> Vec<Shown> {
    let has_value = match &criterion.reason {
        Reason::Share { figure, .. } => figure.ends().is_some(),
        Reason::Shares { figures, .. } => figures.iter().any(|(_, figure)| figure.ends().is_some()),
        _ => false,
    };
    match criterion.id {
        _ if !has_value || is_later(criterion, results) => Vec::new(),
        CriterionId::SomeOverlap | CriterionId::EnoughOverlap => vec![explained::overlap(results)],
        CriterionId::EnoughShared => vec![explained::shared(results)],
        CriterionId::PromiseKept => vec![explained::kept(results)],
        CriterionId::ReturnsBegun | CriterionId::ReturnsGood => {
            Side::ALL.into_iter().map(|side| explained::returns(results, side)).collect()
        }
        _ => Vec::new(),
    }
}

/// A question, and where it is asked.
pub fn question_row(asked: Asked, assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> QuestionRow {
    let voices = |side: Side| results.counted.voices.get(side);
    let heard = match asked {
        Asked::Importance(side, _) => voices(side).importance.is_heard(),
        Asked::Delivered(side, _) => voices(side).delivered.is_heard(),
        Asked::Worth(side) => voices(side).worth.is_heard(),
        Asked::Practice(_) => false,
    };
    let words = next::question(asked, &assessment.answered, catalogue);
    let address = Route::assessment(assessment.id.as_str(), asked::place(asked)).address();
    let note = if heard { EN.results.question_heard } else { "" };
    QuestionRow { words, address, element: asked::element(asked), note }
}
