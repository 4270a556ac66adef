//! Catalogues of somebody's own: which are here, which one a new community is to have, and which is asked for.

use crate::app::{Dialog, Model, Own, Record, Waiting, uses};
use crate::catalogue::{Catalogue, Digest, bundled};
use crate::text::EN;
use crate::tree::Tree;

/// A catalogue that is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogueRow {
    /// Which; `None` is the bundled one.
    pub digest: Option<Digest>,
    /// Its name.
    pub name: String,
    /// What is in it and where it is from.
    pub line: String,
    /// Whether it can be kept in this browser, or removed from it.
    pub kept: Option<bool>,
}

/// The catalogue that something waits for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WantedView {
    /// That it is needed.
    pub title: String,
    /// Why, and what can be done.
    pub lead: String,
    /// That another one was opened.
    pub other: String,
}

/// A record that waits for its catalogue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WaitingRow {
    /// The key of a saved assessment, which can be downloaded.
    pub id: Option<String>,
    /// What it is.
    pub name: String,
    /// What it needs.
    pub needs: String,
}

/// The catalogues that are here: one that the page brings along first, then the bundled one.
pub fn catalogues(model: &Model) -> Vec<CatalogueRow> {
    let (first, others): (Vec<&Own>, Vec<&Own>) = model.catalogues.own.iter().partition(|own| own.provided);
    let row = |own: &&Own| own_row(model, own);
    let text = &EN.catalogues;
    let line = [&items(bundled()), text.bundled].join(" · ");
    let plain = CatalogueRow { digest: None, name: bundled().name.clone(), line, kept: None };
    first.iter().map(row).chain([plain]).chain(others.iter().map(row)).collect()
}

fn own_row(model: &Model, own: &Own) -> CatalogueRow {
    let text = &EN.catalogues;
    let from = match (own.provided, own.kept) {
        (true, _) => text.provided,
        (false, true) => text.kept,
        (false, false) => text.not_kept,
    };
    let digest = own.id.digest;
    let line = [&items(own.catalogue), from, &(text.used_by)(uses(model, digest)), &digest.short()].join(" · ");
    CatalogueRow { digest: Some(digest), name: own.id.name.clone(), line, kept: Some(own.kept) }
}

/// How many expectations a catalogue has.
pub fn items(catalogue: &Catalogue) -> String {
    (EN.catalogues.items)(catalogue.items.len(), catalogue.default_items().count())
}

/// The catalogues to choose from, while one is being chosen.
pub fn choice(model: &Model) -> Option<Vec<CatalogueRow>> {
    (model.dialog() == Some(&Dialog::Choosing)).then(|| catalogues(model))
}

/// The catalogue that what came waits for.
pub fn wanted(model: &Model) -> Option<WantedView> {
    let wanted = model.wanted()?;
    let text = &EN.catalogues;
    Some(WantedView {
        title: (text.wanted_title)(&wanted.needed.name),
        lead: (text.wanted_lead)(&wanted.needed.digest.short()),
        other: wanted.other.as_ref().map(|name| (text.wanted_other)(name)).unwrap_or_default(),
    })
}

/// What storage holds and cannot be shown before its catalogue is here.
pub fn waiting(model: &Model) -> Vec<WaitingRow> {
    model.waiting.iter().map(waiting_row).collect()
}

fn waiting_row(Waiting { needed, record }: &Waiting) -> WaitingRow {
    let text = &EN.catalogues;
    let (id, name) = match record {
        Record::Saved(stored) => (Some(stored.id.clone()), community(&stored.answers)),
        Record::Gone(..) => (None, text.waiting_gone.to_owned()),
        Record::Guest(_) => (None, text.waiting_guest.to_owned()),
        Record::Draft(..) => (None, text.waiting_reply.to_owned()),
    };
    WaitingRow { id, name, needs: (text.waiting_needs)(&needed.name, &needed.digest.short()) }
}

/// What a community is called in a record that is not read any further.
fn community(answers: &str) -> String {
    let name = Tree::parse(answers).ok().and_then(|tree| entry(tree, "community")).and_then(|tree| entry(tree, "name"));
    match name {
        Some(Tree::Text(name)) if !name.trim().is_empty() => name,
        _ => EN.home.unnamed.to_owned(),
    }
}

fn entry(tree: Tree, key: &str) -> Option<Tree> {
    let Tree::Object(entries) = tree else { return None };
    entries.into_iter().find_map(|(one, value)| (one == key).then_some(value))
}

/// The catalogue that what is shown was made with, where it is not the bundled one: its name and the beginning of its
/// digest.
pub fn made_with(model: &Model) -> Option<String> {
    model.catalogue.id().map(ToString::to_string)
}
