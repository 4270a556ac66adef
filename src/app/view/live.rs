//! The picture that stays in sight while one answers.

use super::explained::{self, Shown};
use super::results::sentence;
use super::{asked, picture_of, words};
use crate::app::Model;
use crate::assessment::Answered;
use crate::catalogue::{PerSide, Practice, Side};
use crate::chart::Picture;
use crate::route::{Part, Place, Route};
use crate::score::{Asked, Gate, Group, Results};
use crate::text::EN;

/// The live picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Live {
    /// "5 or more of 12 expectations matter to both".
    pub sentence: String,
    /// The overlap; absent where nobody has answered for a side.
    pub overlap: Option<Shown>,
    /// The picture.
    pub picture: Picture,
    /// What it is drawn from.
    pub why: String,
    /// "3 of 12 still open".
    pub open: String,
    /// Where to go next.
    pub next: NextOpen,
}

/// The next question without an answer.
#[derive(Clone, Debug, PartialEq)]
pub struct NextOpen {
    /// What the way there is called.
    pub label: &'static str,
    /// The same in short.
    pub short: &'static str,
    /// The place where it is asked.
    pub address: String,
    /// The element that asks it; empty where nothing is open.
    pub element: String,
}

/// The live picture of the assessment that is open.
pub fn live(model: &Model, part: Part) -> Option<Live> {
    let (assessment, results) = model.shown()?;
    let answered = &assessment.answered;
    let sentence = sentence(answered, results);
    let picture = picture_of(answered, results, model.catalogue, "live", sentence.title.clone());
    let total = answered.items.len();
    let open = total - results.overlap.drawn_items;
    Some(Live {
        overlap: sentence.overlap.is_some().then(|| explained::overlap(results)),
        sentence: sentence.start,
        picture,
        why: why(results, total),
        open: (EN.asking.strip_open)(open, total),
        next: next(assessment.id.as_str(), answered, results, part, model.sides()),
    })
}

/// What the picture is drawn from.
fn why(results: &Results, total: usize) -> String {
    let heard = PerSide::from_fn(|side| results.counted.heard(side));
    let voices = match (heard.organisation, heard.members) {
        (true, true) => EN.asking.heard_both.to_owned(),
        (true, false) => (EN.asking.heard_one)(words::side(Side::Organisation), words::side(Side::Members)),
        (false, true) => (EN.asking.heard_one)(words::side(Side::Members), words::side(Side::Organisation)),
        (false, false) if results.overlap.drawn_items == 0 => String::new(),
        (false, false) => EN.asking.sketch.to_owned(),
    };
    match drawn_from(results, total) {
        Some(drawn) => format!("{voices} {drawn}"),
        None => voices,
    }
}

/// That the picture is drawn from a part of the items only, where it is.
pub fn drawn_from(results: &Results, total: usize) -> Option<String> {
    let drawn = results.overlap.drawn_items;
    (0 < drawn && drawn < total).then(|| (EN.asking.drawn_from)(drawn, total, total - drawn))
}

/// The first question about an item that a side has not answered.
pub fn unanswered(answered: &Answered, part: Part, sides: &[Side]) -> Option<Asked> {
    answered.items.iter().map(crate::assessment::Item::id).find_map(|item| {
        let open = |side: &&Side| {
            let answers = answered.estimate.get(**side);
            let ratings = if part == Part::Delivered { &answers.delivered } else { &answers.importance };
            !ratings.contains_key(&item)
        };
        sides.iter().find(open).map(|side| asked::of(part, *side, item))
    })
}

/// The sides whose own estimate of something counts, since nobody is heard on it.
pub fn estimated(results: &Results, group: Group, sides: &[Side]) -> Vec<Side> {
    let unheard = |side: &&Side| !results.counted.voices.get(**side).of(group).is_heard();
    sides.iter().filter(unheard).copied().collect()
}

/// The first of these sides that has not said whether it is worth it.
pub fn unweighed(answered: &Answered, sides: &[Side]) -> Option<Side> {
    sides.iter().copied().find(|side| answered.estimate.get(*side).worth.is_none())
}

/// The practices of the phase that have no answer.
pub fn unjudged(answered: &Answered) -> Vec<Practice> {
    let needed = Gate::for_phase(answered.community.phase).needs().iter().map(|(practice, _)| *practice);
    needed.filter(|practice| answered.practices.get(practice).is_none_or(|given| given.level.is_none())).collect()
}

/// The next question without an answer: in this part of the expectations, else whether it is worth it, else the
/// practices of the phase; the results where all of that is answered.
fn next(id: &str, answered: &Answered, results: &Results, part: Part, sides: &[Side]) -> NextOpen {
    let text = &EN.asking;
    let to = |place| Route::assessment(id, place).address();
    let next = |label, short, asked| NextOpen {
        label,
        short,
        address: to(asked::place(asked)),
        element: asked::element(asked),
    };
    let (question, group) = match part {
        Part::Delivered => (Part::Delivered, Group::Delivered),
        Part::Importance | Part::Top => (Part::Importance, Group::Importance),
    };
    if let Some(asked) = unanswered(answered, question, &estimated(results, group, sides)) {
        return next(text.next_open, text.next_short, asked);
    }
    if let Some(side) = unweighed(answered, &estimated(results, Group::Worth, sides)) {
        return next(text.next_worth, text.next_worth_short, Asked::Worth(side));
    }
    if let Some(practice) = unjudged(answered).first() {
        return next(text.exchange_next, text.next_practices, Asked::Practice(*practice));
    }
    NextOpen { label: text.all_answered, short: EN.frame.results, address: to(Place::Results), element: String::new() }
}
