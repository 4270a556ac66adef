//! Collecting replies: what a heap of text holds, said before anything changes.
//!
//! A field of text lays out all that is in it, which takes a browser a third of a second for a thousand mails. So only
//! what is typed or pasted in small pieces stands in the field; what is large, and each file, lies beside it as a
//! [`Piece`], which is read once.

use std::sync::Arc;

use super::editing;
use super::message::{Ambient, Effect, Handed};
use super::model::Model;
use super::notice::Notice;
use crate::assessment::{Arrival, Arrivals, Assessment, AssessmentId, Edit, SentReply};
use crate::catalogue::Catalogue;
use crate::link::{self, Finding, Letter};
use crate::route::{Place, Route};

/// From how many bytes on a text that is pasted or dropped at once is kept beside the field: some thirty replies.
const LARGE: usize = 4_000;

/// What is looked through for replies.
#[derive(Clone, Debug, PartialEq)]
pub struct Heap {
    /// For which assessment.
    pub id: AssessmentId,
    /// What stands in the field.
    pub typed: Piece,
    /// What lies beside it, in the order in which it came.
    pub beside: Vec<Piece>,
    /// The number of the next piece.
    next: u32,
}

/// A text, read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Piece {
    /// Tells it from the others as long as it is there.
    pub number: u32,
    /// The name of the file that it was.
    pub file: Option<String>,
    /// The text.
    pub text: Arc<str>,
    /// What is in it.
    letters: Arc<Vec<Letter>>,
}

impl Piece {
    fn of(text: &str, catalogue: &Catalogue) -> Self {
        Self { letters: Arc::new(link::letters(text, catalogue)), text: text.into(), ..Self::default() }
    }

    /// How many replies are in it, whatever becomes of them.
    pub fn replies(&self) -> usize {
        let held = |letter: &Letter| match letter {
            Letter::Reply(_) => 1,
            Letter::Collected(replies, _) => replies.len(),
            Letter::Invitation(_) | Letter::OtherKind | Letter::Unreadable(..) => 0,
        };
        self.letters.iter().map(held).sum()
    }
}

impl Heap {
    /// Whether a text that comes at once is kept beside the field.
    pub const fn is_large(text: &str) -> bool {
        text.len() >= LARGE
    }

    /// Whether nothing was typed, and nothing lies beside.
    pub fn is_empty(&self) -> bool {
        self.beside.is_empty() && self.typed.text.trim().is_empty()
    }

    /// What is in all of it, in order, held against the assessment as it is now.
    pub fn found(&self, assessment: &Assessment) -> Vec<Finding> {
        let mut letters = self.beside.iter().chain([&self.typed]).flat_map(|piece| piece.letters.iter());
        link::judge(&mut letters, assessment)
    }
}

/// Changes the heap of an assessment.
fn change(model: &mut Model, id: &AssessmentId, change: impl FnOnce(&mut Heap, &Catalogue)) {
    let Some(shelved) = model.shelf.get(id) else { return };
    let catalogue = model.catalogues.of(&shelved.assessment);
    if let Some(heap) = model.heaps.iter_mut().find(|heap| heap.id == *id) {
        return change(heap, catalogue);
    }
    let mut heap = Heap { id: id.clone(), typed: Piece::default(), beside: Vec::new(), next: 0 };
    change(&mut heap, catalogue);
    model.heaps.push(heap);
}

/// Looks for replies in what stands in the field, for the assessment that is open.
pub fn sift(model: &mut Model, text: &str) -> Vec<Effect> {
    if let Some(id) = model.open_id() {
        change(model, &id, |heap, catalogue| heap.typed = Piece::of(text, catalogue));
    }
    Vec::new()
}

/// Lays texts beside the field, for the assessment that is open.
pub fn hand_over(model: &mut Model, handed: Vec<Handed>) -> Vec<Effect> {
    if let Some(id) = model.open_id().filter(|_| !handed.is_empty()) {
        change(model, &id, |heap, catalogue| {
            for Handed { file, text } in handed {
                heap.beside.push(Piece { number: heap.next, file, ..Piece::of(&text, catalogue) });
                heap.next += 1;
            }
        });
    }
    Vec::new()
}

/// Takes away one of those that lie beside the field.
pub fn take_away(model: &mut Model, number: u32) -> Vec<Effect> {
    if let Some(id) = model.open_heap().map(|heap| heap.id.clone()) {
        change(model, &id, |heap, _| heap.beside.retain(|piece| piece.number != number));
    }
    Vec::new()
}

/// Adds what was found.
pub fn add_found(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let (Some(heap), Some(shelved)) = (model.open_heap(), model.open()) else { return Vec::new() };
    let (id, found) = (heap.id.clone(), heap.found(&shelved.assessment));
    let effects = add(model, link::addable(&found).cloned().collect(), ambient);
    if !effects.is_empty() {
        model.heaps.retain(|heap| heap.id != id);
    }
    effects
}

/// Adds replies to the assessment that is open, and says how many.
pub fn add(model: &mut Model, sent: Vec<SentReply>, ambient: &Ambient) -> Vec<Effect> {
    let Some(shelved) = model.open().filter(|_| !sent.is_empty()) else { return Vec::new() };
    let mut arrivals = Arrivals::at(&shelved.assessment);
    let (mut new, mut replaced) = (0, 0);
    for one in &sent {
        match arrivals.add(one) {
            Arrival::New => new += 1,
            Arrival::Replaces => replaced += 1,
            _ => {}
        }
    }
    let effects = editing::edit(model, Edit::AddReplies(Arc::new(sent)), ambient);
    if !effects.is_empty() {
        model.notice = Some(Notice::RepliesAdded { new, replaced });
    }
    effects
}

/// A reply was opened where it may belong: offers to add it, or says that it belongs elsewhere.
pub fn offer(model: &mut Model, sent: &SentReply, text: &str) -> Option<Route> {
    let here = model.shelf.keys().find(|id| id.mark() == sent.assessment).cloned();
    if let Some(id) = here {
        change(model, &id, |heap, catalogue| {
            // What was typed before stays.
            let before = heap.typed.text.trim_end();
            let all = if before.is_empty() { text.to_owned() } else { [before, "\n", text].concat() };
            heap.typed = Piece::of(&all, catalogue);
        });
        return Some(Route::assessment(id.as_str(), Place::Voices));
    }
    let mine = model.drafts.iter().find(|(_, draft)| draft.sent.reply.id == sent.reply.id);
    if let Some((key, draft)) = mine {
        return Some(Route::Reply { key: key.clone(), page: draft.pages().len().saturating_sub(1) });
    }
    model.notice = Some(Notice::ReplyForNobody);
    None
}
