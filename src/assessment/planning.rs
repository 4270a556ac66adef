//! The edits on the value statement, the measures and the actions of the plan.
//!
//! Measures are called `m1`, `m2`, …, actions `a1`, `a2`, …; edits address them so. **An id is never used again**
//! within an assessment, also after the last one was removed: a calendar that holds `a3`, or another tab that still
//! shows it, must not come upon another action under that name. [`Numbered`] remembers what was removed.
//!
//! **Two tabs.** Whoever adds says under which id. Where another tab has used it in the meantime, the edit is refused;
//! [`Assessment::rebase`] then takes the next free one.
//!
//! ```
//! use common_ground::assessment::{Action, ActionEdit, Assessment, AssessmentId, Edit, PlanEdit};
//! use common_ground::catalogue::bundled;
//!
//! let now = "2026-11-20T16:05:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::from_random([7; 16]), now, bundled());
//! let add = |id: String, text: &str| {
//!     Edit::Plan(PlanEdit::AddAction(Box::new(Action { id, text: text.into(), ..Action::default() })))
//! };
//! let id = assessment.next_action();
//! assert_eq!(id, "a1");
//! assessment.apply(add(id, "Ask five members"), bundled()).unwrap();
//! assessment.apply(Edit::Plan(PlanEdit::RemoveAction("a1".into())), bundled()).unwrap();
//! assert_eq!(assessment.next_action(), "a2");
//! ```

use super::{Action, ActionStatus, Assessment, Date, Measure, Refusal, limits};
use crate::catalogue::ItemId;
use crate::catalogue::advice::Kind;

/// The highest numbers that measures and actions had here and that no one has any longer; 0 where none was removed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbered {
    /// Of the measures.
    pub measures: u32,
    /// Of the actions.
    pub actions: u32,
}

/// One change in the statement, the measures or the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum PlanEdit {
    /// The statement, typed.
    Statement(String),
    /// The statement, written at once; nothing that was typed in the meantime is lost.
    Draft {
        /// What it takes the place of.
        over: String,
        /// The statement.
        text: String,
    },
    /// Who keeps the statement.
    StatementOwner(String),
    /// When it is looked at again.
    StatementReview(Option<Date>),
    /// A measure under a new id.
    AddMeasure(Box<Measure>),
    /// A change in the measure with this id.
    Measure(String, MeasureEdit),
    /// Take out the measure with this id.
    RemoveMeasure(String),
    /// An action under a new id. One of the catalogue that is in the plan already stays as it is there.
    AddAction(Box<Action>),
    /// A change in the action with this id.
    Action(String, ActionEdit),
    /// Take out the action with this id.
    RemoveAction(String),
}

/// One change in a measure.
#[derive(Clone, Debug, PartialEq)]
pub enum MeasureEdit {
    /// Its name.
    Name(String),
    /// Whether it looks ahead.
    Kind(Option<Kind>),
    /// Whether it shows an expectation.
    Shows(ItemId, bool),
    /// Its unit.
    Unit(String),
    /// Where it started.
    Baseline(Option<f64>),
    /// Where it should get.
    Target(Option<f64>),
    /// Where it is.
    Current(Option<f64>),
    /// By when.
    Due(Option<Date>),
    /// Who keeps it.
    Owner(String),
}

/// One change in an action.
#[derive(Clone, Debug, PartialEq)]
pub enum ActionEdit {
    /// What to do.
    Text(String),
    /// Who does it.
    Owner(String),
    /// By when.
    Due(Option<Date>),
    /// Where it stands.
    Status(ActionStatus),
}

impl PlanEdit {
    /// The longest text in it, for the limit.
    pub(super) fn text(&self) -> Option<&str> {
        match self {
            Self::Statement(text)
            | Self::Draft { text, .. }
            | Self::StatementOwner(text)
            | Self::Measure(_, MeasureEdit::Name(text) | MeasureEdit::Unit(text) | MeasureEdit::Owner(text))
            | Self::Action(_, ActionEdit::Text(text) | ActionEdit::Owner(text)) => Some(text),
            Self::AddMeasure(measure) => longest([&measure.name, &measure.unit, &measure.owner]),
            Self::AddAction(action) => longest([&action.text, &action.owner, ""]),
            _ => None,
        }
    }

    /// The day in it.
    fn date(&self) -> Option<&Date> {
        match self {
            Self::StatementReview(date)
            | Self::Measure(_, MeasureEdit::Due(date))
            | Self::Action(_, ActionEdit::Due(date)) => date.as_ref(),
            Self::AddMeasure(measure) => measure.due.as_ref(),
            Self::AddAction(action) => action.due.as_ref(),
            _ => None,
        }
    }

    /// The id of the measure or action that it is about.
    pub(super) fn id_mut(&mut self) -> Option<&mut String> {
        match self {
            Self::AddMeasure(measure) => Some(&mut measure.id),
            Self::AddAction(action) => Some(&mut action.id),
            Self::Measure(id, _) | Self::RemoveMeasure(id) | Self::Action(id, _) | Self::RemoveAction(id) => Some(id),
            Self::Statement(_) | Self::Draft { .. } | Self::StatementOwner(_) | Self::StatementReview(_) => None,
        }
    }
}

/// The longest of some texts, for the limit.
pub(super) fn longest(texts: [&str; 3]) -> Option<&str> {
    texts.into_iter().max_by_key(|text| text.chars().count())
}

/// Gives the empty ones among some ids this letter and the numbers behind the last one.
fn give_ids(letter: &str, mut last: u32, ids: &mut dyn Iterator<Item = &mut String>) {
    for id in ids.filter(|id| id.is_empty()) {
        last = last.saturating_add(1);
        *id = [letter, &last.to_string()].concat();
    }
}

/// The number of an id of this letter.
fn number(id: &str, letter: char) -> Option<u32> {
    id.strip_prefix(letter)?.parse().ok()
}

impl Assessment {
    /// The id of the next measure.
    pub fn next_measure(&self) -> String {
        ["m", &self.last_measure().saturating_add(1).to_string()].concat()
    }

    /// The id of the next action.
    pub fn next_action(&self) -> String {
        ["a", &self.last_action().saturating_add(1).to_string()].concat()
    }

    /// Gives measures and actions without an id the next one: a file may leave it out.
    pub fn give_ids(&mut self) {
        let (measure, action) = (self.last_measure(), self.last_action());
        give_ids("m", measure, &mut self.measures.iter_mut().map(|measure| &mut measure.id));
        give_ids("a", action, &mut self.actions.iter_mut().map(|action| &mut action.id));
    }

    fn last_measure(&self) -> u32 {
        let here = self.measures.iter().filter_map(|measure| number(&measure.id, 'm')).max();
        here.unwrap_or(0).max(self.numbered.measures)
    }

    fn last_action(&self) -> u32 {
        let here = self.actions.iter().filter_map(|action| number(&action.id, 'a')).max();
        here.unwrap_or(0).max(self.numbered.actions)
    }

    /// Whether a measure has this id, or ever had it here.
    pub(super) fn is_measure_used(&self, id: &str) -> bool {
        number(id, 'm').is_none_or(|number| number <= self.last_measure())
    }

    /// Whether an action has this id, or ever had it here.
    pub(super) fn is_action_used(&self, id: &str) -> bool {
        number(id, 'a').is_none_or(|number| number <= self.last_action())
    }

    /// Applies an edit of the plan.
    pub(super) fn plan(&mut self, edit: PlanEdit) -> Result<(), Refusal> {
        if edit.date().is_some_and(|date| !date.is_day()) {
            return Err(Refusal::NotADay);
        }
        match edit {
            PlanEdit::Statement(text) => self.statement.text = text,
            PlanEdit::Draft { over, text } => {
                if self.statement.text != over {
                    return Err(Refusal::StatementChanged);
                }
                self.statement.text = text;
            }
            PlanEdit::StatementOwner(owner) => self.statement.owner = owner,
            PlanEdit::StatementReview(date) => self.statement.review = date,
            PlanEdit::AddMeasure(measure) => return self.add_measure(*measure),
            PlanEdit::Measure(id, change) => return self.change_measure(&id, change),
            PlanEdit::RemoveMeasure(id) => {
                let at = self.measures.iter().position(|measure| measure.id == id).ok_or(Refusal::NoSuchMeasure)?;
                self.numbered.measures = self.numbered.measures.max(number(&id, 'm').unwrap_or(0));
                self.measures.remove(at);
            }
            PlanEdit::AddAction(action) => return self.add_action(*action),
            PlanEdit::Action(id, change) => return self.change_action(&id, change),
            PlanEdit::RemoveAction(id) => {
                let at = self.actions.iter().position(|action| action.id == id).ok_or(Refusal::NoSuchAction)?;
                self.numbered.actions = self.numbered.actions.max(number(&id, 'a').unwrap_or(0));
                self.actions.remove(at);
            }
        }
        Ok(())
    }

    fn add_measure(&mut self, measure: Measure) -> Result<(), Refusal> {
        if self.measures.len() >= limits::MEASURES {
            return Err(Refusal::TooManyMeasures);
        }
        if self.is_measure_used(&measure.id) {
            return Err(Refusal::IdUsed);
        }
        let numbers = [measure.baseline, measure.target, measure.current];
        if numbers.into_iter().flatten().any(|number| !number.is_finite()) {
            return Err(Refusal::NotANumber);
        }
        if let Some(unknown) = measure.items.iter().find(|id| self.answered.number(**id).is_none()) {
            return Err(Refusal::NoSuchItem(*unknown));
        }
        self.measures.push(measure);
        Ok(())
    }

    fn change_measure(&mut self, id: &str, change: MeasureEdit) -> Result<(), Refusal> {
        let asked = |item| self.answered.number(item).is_some();
        match change {
            MeasureEdit::Shows(item, true) if !asked(item) => return Err(Refusal::NoSuchItem(item)),
            MeasureEdit::Baseline(Some(number))
            | MeasureEdit::Target(Some(number))
            | MeasureEdit::Current(Some(number))
                if !number.is_finite() =>
            {
                return Err(Refusal::NotANumber);
            }
            _ => {}
        }
        let measure = self.measures.iter_mut().find(|measure| measure.id == id).ok_or(Refusal::NoSuchMeasure)?;
        match change {
            MeasureEdit::Name(name) => measure.name = name,
            MeasureEdit::Kind(kind) => measure.kind = kind,
            MeasureEdit::Shows(item, shown) => {
                measure.items.retain(|one| *one != item);
                if shown {
                    measure.items.push(item);
                }
            }
            MeasureEdit::Unit(unit) => measure.unit = unit,
            MeasureEdit::Baseline(number) => measure.baseline = number,
            MeasureEdit::Target(number) => measure.target = number,
            MeasureEdit::Current(number) => measure.current = number,
            MeasureEdit::Due(date) => measure.due = date,
            MeasureEdit::Owner(owner) => measure.owner = owner,
        }
        Ok(())
    }

    fn add_action(&mut self, action: Action) -> Result<(), Refusal> {
        let planned = |number| self.actions.iter().any(|action| action.advice == Some(number));
        if action.advice.is_some_and(planned) {
            return Ok(());
        }
        if self.actions.len() >= limits::ACTIONS {
            return Err(Refusal::TooManyActions);
        }
        if self.is_action_used(&action.id) {
            return Err(Refusal::IdUsed);
        }
        if action.text.trim().is_empty() {
            return Err(Refusal::EmptyAction);
        }
        self.actions.push(action);
        Ok(())
    }

    fn change_action(&mut self, id: &str, change: ActionEdit) -> Result<(), Refusal> {
        let action = self.actions.iter_mut().find(|action| action.id == id).ok_or(Refusal::NoSuchAction)?;
        match change {
            ActionEdit::Text(text) => action.text = text,
            ActionEdit::Owner(owner) => action.owner = owner,
            ActionEdit::Due(date) => action.due = date,
            ActionEdit::Status(status) => action.status = status,
        }
        Ok(())
    }
}
