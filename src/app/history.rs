//! What can be taken back: a hundred changes, over everything.

use std::mem::Discriminant;
use std::sync::Arc;

use super::gone::Gone;
use super::replying::Draft;
use crate::assessment::{About, ActionEdit, Assessment, AssessmentId, Date, Edit, MeasureEdit, PlanEdit, Question};
use crate::catalogue::{Contribution, ItemId, Practice, Side};

/// How many changes are remembered.
const DEPTH: usize = 100;

/// After so many seconds without one, a change is one of its own.
const PAUSE: i64 = 10;

/// The changes made since the page was opened, and those taken back.
#[derive(Clone, Debug, Default)]
pub struct History {
    past: Vec<Change>,
    future: Vec<Change>,
}

/// One change, as a person would name it: one or several assessments before and after.
#[derive(Clone, Debug)]
pub struct Change {
    /// What was changed.
    pub named: Named,
    /// Each assessment before and after.
    pub swaps: Vec<Swap>,
    /// The reply that was forgotten, and its key.
    pub forgot: Option<(String, Draft)>,
    /// Consecutive changes that are joined by the same are one, so that typing a word is undone at once, and so is
    /// moving through the steps of an answer, until the field is [left](History::part) or a while has passed.
    pub joins: Option<Joins>,
}

/// What consecutive changes of one assessment are joined by: which field they are about.
#[derive(Clone, Debug, PartialEq)]
pub enum Joins {
    /// One that there is once.
    Field(Discriminant<Edit>),
    /// One of an item.
    Item(Discriminant<Edit>, ItemId),
    /// One of a practice.
    Practice(Discriminant<Edit>, Practice),
    /// One of what a side puts in.
    Contribution(Discriminant<Edit>, Side, Contribution),
    /// A rating.
    Rate(Question, Side, ItemId),
    /// Whether it is worth it to a side.
    Worth(Side),
    /// One of an evidence, by its place.
    Evidence(About, usize, &'static str),
    /// One of the statement.
    Statement(Discriminant<PlanEdit>),
    /// One of a measure.
    Measure(String, Discriminant<MeasureEdit>),
    /// One of an action.
    Action(String, Discriminant<ActionEdit>),
    /// What a snapshot is called, by its place and day.
    Snapshot(usize, Date),
}

/// One assessment before and after a change.
#[derive(Clone, Debug)]
pub struct Swap {
    /// Which.
    pub id: AssessmentId,
    /// Before.
    pub before: Where,
    /// After.
    pub after: Where,
}

/// Where an assessment was.
#[derive(Clone, Debug)]
pub enum Where {
    /// Saved.
    Shelf(Arc<Assessment>),
    /// Recently deleted.
    Gone(Gone),
    /// Not here.
    Nowhere,
}

impl Where {
    /// The assessment, unless it is not here.
    pub const fn assessment(&self) -> Option<&Arc<Assessment>> {
        match self {
            Self::Shelf(assessment) | Self::Gone(Gone { assessment, .. }) => Some(assessment),
            Self::Nowhere => None,
        }
    }

    /// When it was changed last, in seconds.
    fn changed(&self) -> Option<i64> {
        self.assessment()?.updated.as_ref()?.seconds()
    }
}

/// What was changed, for "Undone: …".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Named {
    /// An answer of a side.
    Answer(Side),
    /// A level of a practice, its target or note.
    Practice,
    /// The description of the community.
    Description,
    /// The phase.
    Phase,
    /// Which items are asked about.
    Items,
    /// A note on an item.
    Note,
    /// What shows that something is so.
    Evidence,
    /// How an item could become shared.
    Bridge,
    /// A new assessment.
    Created,
    /// A copy.
    Duplicated,
    /// A deletion.
    Deleted,
    /// A deleted one brought back.
    BroughtBack,
    /// One that came as a link or file.
    Opened,
    /// One replaced by what came.
    Replaced,
    /// What an invitation asks, and from how many replies on a side is heard.
    Invitation,
    /// A reply begun here that was forgotten.
    Forgotten,
    /// Replies that were added.
    RepliesAdded,
    /// A reply that was taken out.
    ReplyTakenOut,
    /// The value statement.
    Statement,
    /// A measure, added or changed.
    Measure,
    /// A measure that was taken out.
    MeasureTakenOut,
    /// An action of the plan, added or changed.
    Action,
    /// An action that was taken out.
    ActionTakenOut,
    /// A snapshot that was taken, renamed or dropped.
    Snapshot,
    /// A new round.
    Round,
}

/// Whether a change stands for itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Run {
    /// It does.
    Begun,
    /// It goes on with the one before, and both are one.
    GoesOn,
}

impl History {
    /// Remembers a change; what was taken back before can no longer be made again.
    pub fn push(&mut self, change: Change) -> Run {
        self.future.clear();
        if let Some(last) = self.past.last_mut()
            && change.joins.is_some()
            && last.joins == change.joins
            && let ([old], [new]) = (last.swaps.as_mut_slice(), change.swaps.as_slice())
            && old.id == new.id
            && let (Some(before), Some(after)) = (old.after.changed(), new.after.changed())
            && after - before < PAUSE
        {
            old.after = new.after.clone();
            return Run::GoesOn;
        }
        if self.past.len() == DEPTH {
            self.past.remove(0);
        }
        self.past.push(change);
        Run::Begun
    }

    /// Whoever has made the last change has left what it was made with: what follows is a change of its own.
    pub fn part(&mut self) {
        if let Some(last) = self.past.last_mut() {
            last.joins = None;
        }
    }

    /// Another tab has changed this assessment: what follows here must not be one with what went before it.
    pub fn part_of(&mut self, id: &AssessmentId) {
        if self.past.last().is_some_and(|last| last.swaps.iter().any(|swap| swap.id == *id)) {
            self.part();
        }
    }

    /// The change to take back next.
    pub fn take_past(&mut self) -> Option<Change> {
        let change = self.past.pop()?;
        self.future.push(change.clone());
        // What comes next is no part of what came before.
        self.part();
        Some(change)
    }

    /// The change to make again next.
    pub fn take_future(&mut self) -> Option<Change> {
        let change = self.future.pop()?;
        self.past.push(Change { joins: None, ..change.clone() });
        Some(change)
    }

    /// Whether what was done last is that a reply was forgotten.
    pub fn has_forgotten(&self) -> bool {
        self.past.last().is_some_and(|last| last.forgot.is_some())
    }

    /// Whether there is something to take back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is something to make again.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
