//! What is planned, in words: actions and measures.

use super::{Subject, words};
use crate::advice::bridges;
use crate::assessment::{Action, ActionStatus, Date, Measure};
use crate::catalogue::Advice;
use crate::catalogue::advice::Kind;
use crate::text::EN;

/// A table in words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Table {
    /// The heads of its columns.
    pub head: Vec<&'static str>,
    /// Its rows.
    pub rows: Vec<Vec<String>>,
}

/// The measures; their owners only where names are included.
pub fn measures(subject: &Subject<'_>) -> Table {
    let text = &EN.report;
    let mut head = vec![text.measure, text.kind, text.baseline, text.current, text.target, text.due, text.shows];
    if subject.include.names {
        head.push(text.owner);
    }
    Table { head, rows: subject.assessment.measures.iter().map(|one| measure_row(one, subject)).collect() }
}

fn measure_row(measure: &Measure, subject: &Subject<'_>) -> Vec<String> {
    let unit = measure.unit.trim();
    let number = |value: Option<f64>| value.map(|value| counted(value, unit)).unwrap_or_default();
    let shows = measure.items.iter().filter_map(|id| subject.assessment.answered.number(*id));
    let mut row = vec![
        measure_name(measure, subject.advice),
        kind(measure, subject.advice).to_owned(),
        number(measure.baseline),
        number(measure.current),
        number(measure.target),
        measure.due.as_ref().map(words::date).unwrap_or_default(),
        shows.map(|number| number.to_string()).collect::<Vec<_>>().join(", "),
    ];
    if subject.include.names {
        row.push(measure.owner.clone());
    }
    row
}

/// Whether an action is no more than a proposal that was set aside as "not for us": nobody planned it, so it is in no
/// plan.
///
/// A file keeps it as a dropped action, so that it is not proposed again. One that was planned and dropped, but never
/// worded, given to somebody or dated, cannot be told from it.
pub fn is_set_aside(action: &Action, advice: &Advice) -> bool {
    let untouched = |title: &str| action.text.trim() == title && action.owner.trim().is_empty() && action.due.is_none();
    action.status == ActionStatus::Dropped
        && action.advice.and_then(|number| advice.action(number)).is_some_and(|one| untouched(one.title.trim()))
}

/// The actions that were planned.
pub fn planned<'a>(actions: &'a [Action], advice: &'a Advice) -> impl Iterator<Item = &'a Action> {
    actions.iter().filter(|action| !is_set_aside(action, advice))
}

/// The actions that were planned; their owners only where names are included.
pub fn actions(subject: &Subject<'_>) -> Table {
    let text = &EN.report;
    let mut head = vec![text.what, text.state, text.due];
    if subject.include.names {
        head.push(text.owner);
    }
    Table {
        head,
        rows: planned(&subject.assessment.actions, subject.advice).map(|one| action_row(one, subject)).collect(),
    }
}

fn action_row(action: &Action, subject: &Subject<'_>) -> Vec<String> {
    let mut row = vec![
        title(action, subject.advice),
        state(action, subject.today).to_owned(),
        action.due.as_ref().map(words::date).unwrap_or_default(),
    ];
    if subject.include.names {
        row.push(action.owner.clone());
    }
    row
}

/// A bridge in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Bridge {
    /// The expectations that it joins: one, where it is their own.
    pub ends: Vec<String>,
    /// What to do.
    pub how: String,
    /// Whose idea it is.
    pub whose: &'static str,
}

/// How what one side alone wants could become shared: what is offered, and what they wrote.
pub fn bridges(subject: &Subject<'_>) -> Vec<Bridge> {
    let answered = &subject.assessment.answered;
    let label = |id| words::label(answered, id, subject.catalogue);
    let offered = bridges::offered(subject.results, subject.advice).into_iter().map(|bridge| Bridge {
        ends: vec![label(bridge.from), label(bridge.to)],
        how: bridge.how.clone(),
        whose: EN.change.report_synthesis,
    });
    let own = answered.items.iter().filter_map(|item| {
        let how = subject.assessment.notes.get(&item.id())?.bridge.trim().to_owned();
        (!how.is_empty()).then(|| Bridge { ends: vec![label(item.id())], how, whose: EN.change.report_own })
    });
    offered.chain(own).collect()
}

/// What an action says, or else the advice that it came from.
pub fn title(action: &Action, advice: &Advice) -> String {
    let own = action.text.trim();
    if !own.is_empty() {
        return own.to_owned();
    }
    let known = action.advice.and_then(|number| advice.action(number));
    known.map_or_else(|| EN.report.action_unnamed.to_owned(), |known| known.title.clone())
}

/// Where an action stands on a day.
pub fn state(action: &Action, today: &Date) -> &'static str {
    let late = action.due.as_ref().and_then(|due| due.days_until(today)).is_some_and(|days| days > 0);
    match action.status {
        ActionStatus::Open if late => EN.report.overdue,
        status => words::pick(&EN.report.states, status.index()),
    }
}

/// What a measure is called, or else its indicator.
pub fn measure_name(measure: &Measure, advice: &Advice) -> String {
    match advice.indicator(&measure.indicator) {
        Some(known) if measure.name.trim().is_empty() => known.name.clone(),
        _ => measure.name.trim().to_owned(),
    }
}

/// What is to be looked at on the day of a measure: its name, or that it has none, and its target.
pub fn measure_due(measure: &Measure, advice: &Advice) -> String {
    let name = match measure_name(measure, advice) {
        name if name.is_empty() => EN.report.measure_unnamed.to_owned(),
        name => name,
    };
    match measure.target {
        Some(target) => (EN.report.measure_due)(&name, &counted(target, measure.unit.trim())),
        None => name,
    }
}

/// A number with its unit.
fn counted(value: f64, unit: &str) -> String {
    if unit.is_empty() { value.to_string() } else { format!("{value} {unit}") }
}

/// Whether a measure looks ahead, as it says or as its indicator does; empty where neither tells.
pub fn kind(measure: &Measure, advice: &Advice) -> &'static str {
    match measure.kind_by(advice) {
        Some(Kind::Leading) => EN.report.leading,
        Some(Kind::Lagging) => EN.report.lagging,
        None => "",
    }
}
