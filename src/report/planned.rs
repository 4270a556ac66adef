//! What is planned, in words: actions and measures.

use super::words;
use crate::assessment::{Action, ActionStatus, Date, Measure};
use crate::catalogue::Advice;
use crate::catalogue::advice::{Indicator, Kind};
use crate::text::EN;

/// What an action says, or else the advice that it came from.
pub fn title(action: &Action, advice: &Advice) -> String {
    let own = action.text.trim();
    if !own.is_empty() {
        return own.to_owned();
    }
    let known = advice.actions.iter().find(|known| action.advice == Some(known.number));
    known.map_or_else(|| EN.report.action_unnamed.to_owned(), |known| known.title.clone())
}

/// Where an action stands on a day.
pub fn state(action: &Action, today: &Date) -> &'static str {
    let late = action.due.as_ref().and_then(|due| due.days_until(today)).is_some_and(|days| days > 0);
    match action.status {
        ActionStatus::Open if late => EN.report.overdue,
        status => words::pick(&EN.report.states, ActionStatus::ALL.iter().position(|one| *one == status).unwrap_or(0)),
    }
}

/// What a measure is called, or else its indicator.
pub fn measure_name(measure: &Measure, advice: &Advice) -> String {
    match indicator(measure, advice) {
        Some(known) if measure.name.trim().is_empty() => known.name.clone(),
        _ => measure.name.trim().to_owned(),
    }
}

/// Whether a measure looks ahead, as it says or as its indicator does; empty where neither tells.
pub fn kind(measure: &Measure, advice: &Advice) -> &'static str {
    match measure.kind.or_else(|| indicator(measure, advice).map(|known| known.kind)) {
        Some(Kind::Leading) => EN.report.leading,
        Some(Kind::Lagging) => EN.report.lagging,
        None => "",
    }
}

fn indicator<'a>(measure: &Measure, advice: &'a Advice) -> Option<&'a Indicator> {
    advice.measures.iter().find(|known| known.id == measure.indicator)
}
