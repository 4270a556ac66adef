//! What is still to answer, for whoever looks at the results: what the first picture needs, and what would sharpen it.

use super::asked;
use super::asking::given;
use super::live::{self, estimated, unjudged, unweighed};
use crate::app::Model;
use crate::catalogue::{Phase, Side};
use crate::route::{Part, Place, Route};
use crate::score::{Asked, Gate, Group};
use crate::text::EN;

/// What is still to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct UnansweredView {
    /// What the first picture needs, in the order in which it is asked.
    pub needed: Vec<UnansweredRow>,
    /// What would sharpen it, and can be left out.
    pub more: Vec<UnansweredRow>,
}

/// Something that is still to answer.
#[derive(Clone, Debug, PartialEq)]
pub struct UnansweredRow {
    /// What, and how much of it.
    pub words: String,
    /// The place where it is asked.
    pub address: String,
    /// The element that asks the first of it.
    pub element: String,
}

/// What is still to answer in the assessment that is open; `None` in a copy that came with a link, as long as a side
/// is silent, which the page says in another way, and where nothing is left.
pub fn unanswered(model: &Model) -> Option<UnansweredView> {
    let shelved = model.open()?;
    let (answered, results) = (&shelved.assessment.answered, &shelved.results);
    if Side::ALL.iter().any(|side| !results.counted.speaks(*side, Group::Importance)) {
        return None;
    }
    let row = |words: String, place: Place, element: String| UnansweredRow {
        words,
        address: Route::assessment(shelved.assessment.id.as_str(), place).address(),
        element,
    };
    let about = |words, asked| row(words, asked::place(asked), asked::element(asked));
    let (text, plan) = (&EN.results, answered.community.phase == Phase::Plan);
    let of = |group| estimated(results, group, model.sides());
    let rated = |part: Part, sides: &[Side], words: fn(usize, usize) -> String| {
        let (some, _, all) = given(answered, part, sides);
        Some(about(words(all - some, all), live::unanswered(answered, part, sides)?))
    };
    let mut needed = Vec::new();
    needed.extend(rated(Part::Importance, &of(Group::Importance), text.still_importance));
    let worth = of(Group::Worth);
    if let Some(side) = unweighed(answered, &worth) {
        let open = worth.iter().filter(|side| answered.estimate.get(**side).worth.is_none()).count();
        needed.push(about((text.still_worth)((text.is_worth)(plan), open), Asked::Worth(side)));
    }
    let open = unjudged(answered);
    if let Some(first) = open.first() {
        let all = Gate::for_phase(answered.community.phase).needs().len();
        needed.push(about((text.still_practices)(open.len(), all), Asked::Practice(*first)));
    }
    let mut more = Vec::new();
    if !plan {
        more.extend(rated(Part::Delivered, &of(Group::Delivered), text.still_delivered));
    }
    // The top three come with the importance of the items.
    let contribution = of(Group::Contribution);
    if of(Group::Importance).iter().any(|side| results.counted.top.get(*side).is_empty()) {
        more.push(row(text.still_top.to_owned(), Place::Expectations(Part::Top), String::new()));
    }
    if contribution.iter().any(|side| answered.estimate.get(*side).contribution.is_empty()) {
        more.push(row(text.still_contributions.to_owned(), Place::Exchange, String::new()));
    }
    (!needed.is_empty() || !more.is_empty()).then_some(UnansweredView { needed, more })
}
