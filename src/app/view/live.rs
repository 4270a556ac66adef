//! The picture that stays in sight while one answers.

use super::explained::{self, Shown};
use super::results::sentence;
use super::{picture_of, words};
use crate::app::Model;
use crate::assessment::Answered;
use crate::catalogue::{ItemId, PerSide, Side};
use crate::chart::Picture;
use crate::route::{Part, Place, Route};
use crate::score::Results;
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

/// The element in which a question about an item is asked.
pub fn element(part: Part, side: Side, item: ItemId) -> String {
    let part = match part {
        Part::Importance => "importance",
        Part::Delivered => "delivered",
        Part::Top => "top",
    };
    format!("{part}-{}-{item}", side.key())
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
        why: why(results, total, open),
        open: (EN.asking.strip_open)(open, total),
        next: next(assessment.id.as_str(), answered, part, model.sides()),
    })
}

/// What the picture is drawn from.
fn why(results: &Results, total: usize, open: usize) -> String {
    let heard = PerSide::from_fn(|side| results.counted.heard(side));
    let voices = match (heard.organisation, heard.members) {
        (true, true) => EN.asking.heard_both.to_owned(),
        (true, false) => (EN.asking.heard_one)(words::side(Side::Organisation), words::side(Side::Members)),
        (false, true) => (EN.asking.heard_one)(words::side(Side::Members), words::side(Side::Organisation)),
        (false, false) => EN.asking.sketch.to_owned(),
    };
    let drawn = results.overlap.drawn_items;
    if open == 0 || drawn == 0 { voices } else { format!("{voices} {}", (EN.asking.drawn_from)(drawn, total, open)) }
}

/// The next question without an answer: in this part of the expectations, else the results.
fn next(id: &str, answered: &Answered, part: Part, sides: &[Side]) -> NextOpen {
    let question = match part {
        Part::Importance | Part::Top => Part::Importance,
        Part::Delivered => Part::Delivered,
    };
    let unanswered = answered.items.iter().map(crate::assessment::Item::id).find_map(|item| {
        sides.iter().find_map(|side| {
            let answers = answered.estimate.get(*side);
            let ratings = if question == Part::Delivered { &answers.delivered } else { &answers.importance };
            (!ratings.contains_key(&item)).then(|| element(question, *side, item))
        })
    });
    let to = |place| Route::assessment(id, place).address();
    match unanswered {
        Some(element) => NextOpen {
            label: EN.asking.next_open,
            short: EN.asking.next_short,
            address: to(Place::Expectations(question)),
            element,
        },
        None => NextOpen {
            label: EN.asking.all_answered,
            short: EN.frame.results,
            address: to(Place::Results),
            element: String::new(),
        },
    }
}
