//! What stands around every screen: title, menu, state of saving.

use super::asking::given;
use super::keeping::kept;
use super::plan::open_actions;
use super::words;
use crate::app::{Model, Shelved, name, picked};
use crate::assessment::Answer;
use crate::catalogue::Side;
use crate::route::{Part, Pick, Place, Route};
use crate::score::Group;
use crate::score::heard::standing;
use crate::text::EN;

/// What stands around a screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct FrameView {
    /// The title of the document.
    pub title: String,
    /// The name of the community that is open.
    pub community: Option<String>,
    /// Whether it is a guest copy.
    pub guest: bool,
    /// Where things are kept.
    pub kept: String,
    /// Whether that is a warning.
    pub kept_alert: bool,
    /// Whether something can be taken back, and made again.
    pub undo: (bool, bool),
    /// The address of the portfolio, where there are communities to put side by side.
    pub portfolio: Option<String>,
    /// The address of Share.
    pub share: Option<String>,
    /// The menu.
    pub rail: Vec<RailGroup>,
    /// The name of this place.
    pub here: &'static str,
    /// The place before and the one after: name, address.
    pub before: Option<(&'static str, String)>,
    /// The place after.
    pub after: Option<(&'static str, String)>,
}

/// A group of the menu.
#[derive(Clone, Debug, PartialEq)]
pub struct RailGroup {
    /// Its name.
    pub name: &'static str,
    /// Its places.
    pub entries: Vec<RailEntry>,
}

/// A place in the menu.
#[derive(Clone, Debug, PartialEq)]
pub struct RailEntry {
    /// Its name.
    pub label: &'static str,
    /// How far it is answered.
    pub count: String,
    /// Its address.
    pub address: String,
    /// Whether one is there.
    pub current: bool,
}

/// The name of a place.
const fn label(place: Place) -> &'static str {
    match place {
        Place::Community => EN.frame.community,
        Place::Expectations(_) => EN.frame.expectations,
        Place::Exchange => EN.frame.exchange,
        Place::Practices => EN.frame.practices,
        Place::Results => EN.frame.results,
        Place::Voices => EN.frame.voices,
        Place::Time => EN.frame.time,
        Place::Statement => EN.frame.statement,
        Place::Plan => EN.frame.plan,
        Place::Share => EN.frame.share,
        Place::Report => EN.frame.report,
    }
}

/// How far a place is answered; of what is heard, how much is known.
fn count(shelved: &Shelved, place: Place, sides: &[Side]) -> String {
    let (assessment, counted) = (&shelved.assessment, &shelved.results.counted);
    let answered = &assessment.answered;
    // Where replies count, the estimate does not: how much of it is there says nothing.
    let heard = |group, side: &Side| counted.voices.get(*side).of(group).is_heard();
    let answers = |some: usize, all: usize| format!("{some}/{all}");
    match place {
        Place::Community if !answered.community.name.trim().is_empty() => "✓".to_owned(),
        Place::Expectations(_) => {
            let some = sides.iter().map(|side| {
                if heard(Group::Importance, side) {
                    counted.items.iter().filter(|item| item.importance.get(*side).is_some()).count()
                } else {
                    given(answered, Part::Importance, &[*side]).0
                }
            });
            answers(some.sum(), answered.items.len() * sides.len())
        }
        Place::Exchange => {
            let some: usize = sides
                .iter()
                .map(|side| {
                    let estimate = answered.estimate.get(*side);
                    let pledges = if heard(Group::Contribution, side) {
                        counted.contribution.get(*side).iter().flatten().count()
                    } else {
                        estimate.contribution.values().filter(|pledge| pledge.level.is_some()).count()
                    };
                    let worth = if heard(Group::Worth, side) {
                        counted.worth.get(*side).is_some()
                    } else {
                        estimate.worth.is_some()
                    };
                    pledges + usize::from(worth)
                })
                .sum();
            answers(some, 6 * sides.len())
        }
        Place::Practices => {
            let given = |answer: &&crate::assessment::PracticeAnswer| {
                answer.level.is_some_and(|level| level != Answer::DontKnow)
            };
            answers(answered.practices.values().filter(given).count(), 10)
        }
        Place::Voices if !answered.replies.is_empty() => standing(&answered.replies).len().to_string(),
        Place::Time if !assessment.snapshots.is_empty() => assessment.snapshots.len().to_string(),
        Place::Statement if !assessment.measures.is_empty() => assessment.measures.len().to_string(),
        Place::Plan => match open_actions(assessment).count() {
            0 => String::new(),
            open => open.to_string(),
        },
        Place::Community
        | Place::Results
        | Place::Voices
        | Place::Time
        | Place::Statement
        | Place::Share
        | Place::Report => String::new(),
    }
}

/// Whether something can be taken back, and made again. Whoever replies has nothing to take back but answers.
fn undo(model: &Model) -> (bool, bool) {
    let replying = matches!(model.route, Route::Reply { .. });
    (model.history.can_undo() && !replying, model.history.can_redo() && !replying)
}

/// The way to the portfolio, from the first page and from what belongs to no one community.
fn portfolio(model: &Model) -> Option<String> {
    let leads = matches!(model.route, Route::Home | Route::Method(_)) && model.shelf.len() > 1;
    leads.then(|| Route::Portfolio.address())
}

/// What stands around the present screen.
pub fn frame(model: &Model) -> FrameView {
    let (kept, kept_alert) = kept(model);
    let mut frame = FrameView {
        title: title(model),
        community: model.shown().map(|(assessment, _)| name(assessment)),
        guest: model.route == Route::Guest && model.guest.is_some(),
        kept,
        kept_alert,
        undo: undo(model),
        portfolio: portfolio(model),
        share: None,
        rail: Vec::new(),
        here: "",
        before: None,
        after: None,
    };
    let (Route::Assessment { id, place }, Some(shelved)) = (&model.route, model.open()) else { return frame };
    let to = |place: Place| Route::assessment(id, place).address();
    let entry = |one: Place| RailEntry {
        label: label(one),
        count: count(shelved, one, model.sides()),
        address: to(one),
        current: one.same_entry(*place),
    };
    let group = |name, places: &[Place]| RailGroup { name, entries: places.iter().map(|one| entry(*one)).collect() };
    let [community, expectations, exchange, practices, results, voices, time, statement, plan, share] = Place::ALL;
    frame.rail = vec![
        group(EN.frame.ask, &[community, expectations, exchange, practices]),
        group(EN.frame.see, &[results, voices, time]),
        group(EN.frame.act, &[statement, plan, share]),
    ];
    let at = Place::ALL.iter().position(|one| one.same_entry(*place)).unwrap_or(0);
    let beside = |at: Option<usize>| at.and_then(|at| Place::ALL.get(at)).map(|one| (label(*one), to(*one)));
    frame.before = beside(at.checked_sub(1));
    frame.after = beside(at.checked_add(1));
    frame.here = label(*place);
    frame.share = (*place != Place::Share).then(|| to(Place::Share));
    frame
}

/// The title of the document: the place, the community or the two that are compared, the product.
fn title(model: &Model) -> String {
    let place = match &model.route {
        Route::Home if model.shelf.is_empty() => EN.home.title,
        Route::Home => EN.home.saved_title,
        Route::Method(_) => EN.frame.method,
        Route::Assessment { place, .. } => label(*place),
        Route::Portfolio => EN.portfolio.here,
        Route::Compare(_) => EN.portfolio.compare,
        Route::Guest => EN.frame.guest,
        Route::Reply { .. } => EN.frame.reply,
        Route::Link(_) => EN.frame.loading,
        Route::Nowhere(_) => EN.frame.nowhere,
    };
    let replying = model.replying().map(|(draft, _)| draft.invitation.community.clone());
    let community = model.shown().map(|(assessment, _)| name(assessment)).or(replying);
    let mut parts = vec![place.to_owned()];
    parts.extend(community);
    if let Route::Compare(picks) = &model.route {
        parts.extend(picks.iter().flatten().filter_map(|pick| compared(model, pick)));
    }
    parts.push(EN.frame.brand.to_owned());
    parts.join(" · ")
}

/// What stands at an end of a comparison: the community, and of which day where it is a snapshot.
fn compared(model: &Model, pick: &Pick) -> Option<String> {
    let assessment = picked(model, pick)?;
    let called = name(assessment);
    let Some(at) = pick.snapshot else { return Some(called) };
    Some([&called, ", ", &words::date(&assessment.snapshots.get(at)?.date)].concat())
}

/// The day of a moment where the person is, in words, or that it is not known.
pub fn changed(model: &Model, updated: Option<&crate::assessment::Instant>) -> String {
    let day = |updated: &crate::assessment::Instant| words::date(&updated.at(model.ahead).date());
    updated.map_or_else(|| EN.home.unknown_date.to_owned(), day)
}
