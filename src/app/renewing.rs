//! A new version of the page: it is used once the person says so, and once nothing would be lost.

use super::catalogues::Wanted;
use super::dialog::Dialog;
use super::message::{Effect, Source};
use super::model::{Model, Pending, Storage};
use super::notice::Notice;
use super::opening::Sealed;
use super::replying::Draft;
use crate::assessment::AssessmentId;

/// Whether a new version of the page has arrived.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Version {
    /// None has been heard of.
    #[default]
    Latest,
    /// One waits until a person lets it in.
    Waits,
}

/// A new version has arrived and waits.
pub fn ready(model: &mut Model) -> Vec<Effect> {
    model.version = Version::Waits;
    Vec::new()
}

/// Loads the page again with the new version, unless something is on the page and nowhere else.
pub fn renew(model: &mut Model) -> Vec<Effect> {
    if loses(model) {
        model.notice = Some(Notice::NotRenewed);
        return Vec::new();
    }
    vec![Effect::Renew]
}

/// Whether an assessment or a reply, named by its id or its key, is here.
fn is_here(model: &Model, of: &str) -> bool {
    model.drafts.contains_key(of) || AssessmentId::new(of).is_some_and(|id| model.shelf.contains_key(&id))
}

/// Whether something is owed to storage: the journal has it, where there is one.
pub fn owes(model: &Model) -> bool {
    model.shelf.values().any(|shelved| shelved.owed) || model.drafts.values().any(|draft| draft.owed)
}

/// Whether loading the page again would lose something that somebody typed or opened.
pub fn loses(model: &Model) -> bool {
    let pending = model.shelf.values().any(|shelved| shelved.pending != Pending::Nothing && !shelved.owed);
    let begun = model.drafts.values().any(Draft::begun);
    let draft = model.drafts.values().any(|draft| draft.begun() && draft.unsaved && !draft.owed);
    let catalogue = model.catalogues.own.iter().any(|own| own.refused && !own.kept && !own.provided);
    let kept_nowhere = !model.shelf.is_empty() || begun || model.guest.is_some();
    pending
        || draft
        || catalogue
        || model.storage == Storage::TabOnly && kept_nowhere
        || model.heaps.iter().any(|heap| !heap.is_empty() && model.shelf.contains_key(&heap.id))
        || model.begun.iter().any(|one| !one.text.trim().is_empty() && is_here(model, &one.of))
        || !model.beside.is_empty()
        || model.dialogs.iter().any(|dialog| match dialog {
            Dialog::Incoming(_) => true,
            // What came with the address is still there.
            Dialog::Sealed(Sealed { source, .. }) | Dialog::Wanted(Wanted { source, .. }) => *source != Source::Address,
            Dialog::Choosing | Dialog::Offered => false,
        })
}
