//! The plan: what is to be done, by whom and when, and the next review.

use super::words;
use crate::app::Model;
use crate::assessment::{Action, ActionEdit, ActionStatus, Assessment, Date, Edit, PlanEdit};
use crate::catalogue::Advice;
use crate::report::next::who;
use crate::report::planned::is_set_aside;
use crate::route::{Place, Route};
use crate::text::EN;

/// The plan.
#[derive(Clone, Debug, PartialEq)]
pub struct PlanView {
    /// How many actions are open, overdue, done; or where they come from.
    pub lead: String,
    /// Where they come from, if there are none.
    pub results: Option<String>,
    /// What is to be done, in the order in which it was added.
    pub open: Vec<ActionRow>,
    /// What is done, dropped or "not for us", the last first.
    pub closed: Vec<ActionRow>,
    /// "Two done or dropped, one not for us"
    pub closed_title: String,
    /// The next review.
    pub review: String,
    /// How far away it is.
    pub review_note: String,
}

/// An action.
#[derive(Clone, Debug, PartialEq)]
pub struct ActionRow {
    /// Its id.
    pub id: String,
    /// What is to be done, or that it has no words.
    pub title: String,
    /// By when or where it stands, and who.
    pub line: String,
    /// Whether its day has passed and it is still open.
    pub overdue: bool,
    /// Where it stands.
    pub status: ActionStatus,
    /// Whether it is a proposal that was "not for us", and never planned.
    pub aside: bool,
    /// How to begin and why it helps, for one of the catalogue.
    pub about: Option<(&'static str, &'static str)>,
    /// Who is thought to do it, for one of the catalogue; else empty.
    pub who: String,
    /// The action itself.
    action: Action,
}

/// A field of an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ActionField {
    /// What is to be done.
    Text,
    /// Who does it.
    Owner,
    /// By when.
    Due,
}

impl ActionField {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 3] = [Self::Text, Self::Owner, Self::Due];

    /// A word for ids, its label, and the kind of its field.
    pub const fn words(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::Text => ("text", EN.planning.action_text, "textarea"),
            Self::Owner => ("owner", EN.planning.action_owner, "text"),
            Self::Due => ("due", EN.planning.action_due, "date"),
        }
    }

    /// What stands in it.
    pub fn value(self, row: &ActionRow) -> String {
        match self {
            Self::Text => row.action.text.clone(),
            Self::Owner => row.action.owner.clone(),
            Self::Due => words::written(row.action.due.as_ref()),
        }
    }

    /// What typing in it leads to.
    ///
    /// # Errors
    ///
    /// What is wrong with what was typed.
    pub fn read(self, typed: &str) -> Result<ActionEdit, &'static str> {
        Ok(match self {
            Self::Text => ActionEdit::Text(typed.to_owned()),
            Self::Owner => ActionEdit::Owner(typed.to_owned()),
            Self::Due => ActionEdit::Due(words::typed_day(typed)?),
        })
    }
}

/// The actions that are still to be done.
pub fn open_actions(assessment: &Assessment) -> impl Iterator<Item = &Action> {
    assessment.actions.iter().filter(|action| action.status == ActionStatus::Open)
}

/// The plan of the assessment that is open.
pub fn plan(model: &Model) -> Option<PlanView> {
    let assessment = &model.open()?.assessment;
    let today = model.today.as_ref();
    let open: Vec<ActionRow> =
        open_actions(assessment).map(|action| row(action, model.catalogue.advice(), today)).collect();
    let closed = assessment.actions.iter().rev().filter(|action| action.status != ActionStatus::Open);
    let closed: Vec<ActionRow> = closed.map(|action| row(action, model.catalogue.advice(), today)).collect();
    let overdue = open.iter().filter(|row| row.overdue).count();
    let aside = closed.iter().filter(|row| row.aside).count();
    let ended = closed.len() - aside;
    let empty = open.is_empty() && ended == 0;
    let next = assessment.answered.community.next_review.as_ref();
    Some(PlanView {
        lead: if empty {
            EN.planning.plan_empty.to_owned()
        } else {
            (EN.planning.plan_state)(open.len(), overdue, ended)
        },
        results: empty.then(|| Route::assessment(assessment.id.as_str(), Place::Results).address()),
        closed_title: (EN.planning.plan_closed)(ended, aside),
        open,
        closed,
        review: words::written(next),
        review_note: match next {
            None => EN.planning.review_none.to_owned(),
            Some(date) => today
                .and_then(|today| today.days_until(date))
                .map_or_else(|| words::date(date), |days| (EN.planning.review_in)(&words::date(date), days)),
        },
    })
}

/// An action as it is shown.
pub(super) fn row(action: &Action, advice: &'static Advice, today: Option<&Date>) -> ActionRow {
    let text = &EN.planning;
    let days = today.zip(action.due.as_ref()).and_then(|(today, due)| today.days_until(due));
    let overdue = action.status == ActionStatus::Open && days.is_some_and(|days| days < 0);
    let owner = match action.owner.trim() {
        "" => text.unowned,
        owner => owner,
    };
    let when = match (action.status, action.due.as_ref(), days) {
        (ActionStatus::Done, ..) => text.state_done.to_owned(),
        (ActionStatus::Dropped, ..) => text.state_dropped.to_owned(),
        (_, None, _) => text.undated.to_owned(),
        (_, Some(due), None) => words::date(due),
        (_, Some(due), Some(days)) if days < 0 => [&words::date(due), ", ", &(text.overdue_days)(-days)].concat(),
        (_, Some(due), Some(days)) => [&words::date(due), ", ", &(text.due_days)(days)].concat(),
    };
    let aside = is_set_aside(action, advice);
    let advice = action.advice.and_then(|number| advice.action(number));
    ActionRow {
        id: action.id.clone(),
        title: match action.text.trim() {
            "" => text.unworded_action.to_owned(),
            text => text.to_owned(),
        },
        line: if aside { text.state_aside.to_owned() } else { [&when, "\u{a0}· ", owner].concat() },
        overdue,
        status: action.status,
        aside,
        who: advice.map(who).unwrap_or_default(),
        about: advice.map(|one| (one.how.as_str(), one.why.as_str())),
        action: action.clone(),
    }
}

/// What typing the day of the next review leads to.
///
/// # Errors
///
/// What is wrong with what was typed.
pub fn plan_review(typed: &str) -> Result<Edit, &'static str> {
    words::typed_day(typed).map(Edit::NextReview)
}

/// Adds an action of the catalogue by its number, in its own words, to be done or set aside so that it is not proposed
/// again: the edit, and the id it will have.
pub fn new_action(model: &Model, number: u16, status: ActionStatus) -> Option<(Edit, String)> {
    let advice = model.catalogue.advice().action(number)?;
    add(model, Action { advice: Some(number), text: advice.title.clone(), status, ..Action::default() })
}

/// Adds an action of their own: the edit, and the id it will have.
pub fn own_action(model: &Model, text: &str) -> Option<(Edit, String)> {
    worded_action(model, text, None)
}

/// Adds an action in words of its own that does what one of the catalogue proposes: the edit, and the id it will have.
/// Where that one was set aside it is still "not for us", and this is an action of their own.
pub fn worded_action(model: &Model, text: &str, advice: Option<u16>) -> Option<(Edit, String)> {
    let taken = |number: &u16| {
        model.open().is_some_and(|one| one.assessment.actions.iter().any(|action| action.advice == Some(*number)))
    };
    let advice = advice.filter(|number| !taken(number));
    add(model, Action { advice, text: text.trim().to_owned(), ..Action::default() })
}

fn add(model: &Model, action: Action) -> Option<(Edit, String)> {
    let id = model.open()?.assessment.next_action();
    Some((Edit::Plan(PlanEdit::AddAction(Box::new(Action { id: id.clone(), ..action }))), id))
}
