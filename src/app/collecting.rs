//! Collecting replies: what a heap of text holds, said before anything changes.

use std::sync::Arc;

use super::editing;
use super::message::{Ambient, Effect};
use super::model::{Model, Notice};
use crate::assessment::{Arrival, Assessment, AssessmentId, Edit, SentReply};
use crate::catalogue::Catalogue;
use crate::link::{self, Finding};
use crate::route::{Place, Route};

/// A text in which replies are looked for.
#[derive(Clone, Debug, PartialEq)]
pub struct Heap {
    /// For which assessment.
    pub id: AssessmentId,
    /// The text.
    pub text: String,
    /// What is in it, in order.
    pub found: Vec<Finding>,
}

impl Heap {
    /// Looks through a text.
    pub fn of(assessment: &Assessment, text: String, catalogue: &Catalogue) -> Self {
        Self { id: assessment.id.clone(), found: link::sift(&text, assessment, catalogue), text }
    }
}

/// Looks for replies in a text, for the assessment that is open.
pub fn sift(model: &mut Model, text: String) -> Vec<Effect> {
    let Some(shelved) = model.open() else { return Vec::new() };
    model.heap = Some(Heap::of(&shelved.assessment, text, model.catalogue));
    Vec::new()
}

/// Adds what was found.
pub fn add_found(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Some(heap) = model.heap.clone().filter(|heap| model.open_id().as_ref() == Some(&heap.id)) else {
        return Vec::new();
    };
    let sent: Vec<SentReply> = link::addable(&heap.found).cloned().collect();
    if sent.is_empty() {
        return Vec::new();
    }
    let of = |arrival| heap.found.iter().filter(|one| matches!(one, Finding::Reply(_, a) if *a == arrival)).count();
    let (new, replaced) = (of(Arrival::New), of(Arrival::Replaces));
    let effects = editing::edit(model, Edit::AddReplies(Arc::new(sent)), ambient);
    if !effects.is_empty() {
        model.heap = None;
        model.notice = Some(Notice::RepliesAdded { new, replaced });
    }
    effects
}

/// A reply was opened where it may belong: offers to add it, or says that it belongs elsewhere.
pub fn offer(model: &mut Model, sent: &SentReply, text: &str) -> Option<Route> {
    let here = model.shelf.keys().find(|id| id.mark() == sent.assessment).cloned();
    if let Some(id) = here {
        let shelved = model.shelf.get(&id)?;
        model.heap = Some(Heap::of(&shelved.assessment, text.to_owned(), model.catalogue));
        return Some(Route::assessment(id.as_str(), Place::Voices));
    }
    let mine = model.drafts.iter().find(|(_, draft)| draft.sent.reply.id == sent.reply.id);
    if let Some((key, draft)) = mine {
        return Some(Route::Reply { key: key.clone(), page: draft.pages().len().saturating_sub(1) });
    }
    model.notice = Some(Notice::ReplyForNobody);
    None
}
