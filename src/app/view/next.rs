//! What comes next: the actions that are proposed, and why these.

use super::plan::open_actions;
use crate::advice;
use crate::app::Model;
use crate::assessment::AssessmentId;
use crate::report::next::proposed;
use crate::route::{Place, Route};
use crate::score::Many;
use crate::text::EN;

pub use crate::report::next::Proposed;

/// What comes next.
#[derive(Clone, Debug, PartialEq)]
pub struct NextView {
    /// Said where questions come first, or where there is nothing.
    pub note: Option<&'static str>,
    /// How many actions are in the plan already, and where that is; only where they can be put there.
    pub planned: Option<(String, String)>,
    /// Whether questions under the outlook come first.
    pub questions: bool,
    /// The actions, at most three.
    pub actions: Vec<Proposed<'static>>,
    /// Whether they can be put into a plan: not in a copy that came with a link.
    pub editable: bool,
}

/// What comes next for what is shown.
pub fn next(model: &Model) -> Option<NextView> {
    let (assessment, results) = model.shown()?;
    let advice = model.catalogue.advice();
    let many = Many::of(&assessment.answered, &results.counted);
    let next = advice::next(assessment, results, &many, advice, &[]);
    let told = (&assessment.answered, &**results);
    let actions: Vec<Proposed<'static>> =
        next.proposals.iter().filter_map(|proposal| proposed(proposal, told, model.catalogue, advice)).collect();
    let note = match (actions.is_empty(), next.questions.is_empty()) {
        (true, true) => Some(EN.next.none),
        (true, false) => Some(EN.next.none_open),
        (false, false) => Some(EN.next.questions_first),
        (false, true) => None,
    };
    let planned = |id: &AssessmentId| {
        let count = open_actions(assessment).count();
        let address = || Route::assessment(id.as_str(), Place::Plan).address();
        (count > 0).then(|| ((EN.next.planned)(count), address()))
    };
    let open = model.open_id();
    Some(NextView {
        planned: open.as_ref().and_then(planned),
        questions: !next.questions.is_empty(),
        note,
        actions,
        editable: model.open().is_some(),
    })
}
