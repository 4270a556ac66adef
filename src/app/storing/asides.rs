//! What could not be read, or waits for its catalogue: as a file, and deleted.

use crate::app::catalogues::{Record, Waiting};
use crate::app::message::{Effect, Stored};
use crate::app::model::Model;
use crate::assessment::AssessmentId;
use crate::file;

/// A record as one text, so that nothing of it is lost when it is put aside; what was packed is there for people to
/// read, where that can be.
pub(super) fn whole(record: &Stored) -> String {
    let readable = |text: &String| file::unpacked(text).unwrap_or_else(|_| text.clone());
    let grown = [&record.replies, &record.snapshots].into_iter().flatten().map(readable);
    std::iter::once(record.answers.clone()).chain(grown).collect::<Vec<_>>().join("\n")
}

/// Offers a record that could not be read as a file.
pub fn download_aside(model: &Model, key: &str) -> Vec<Effect> {
    let Some(aside) = model.aside.iter().find(|aside| aside.key == key) else { return Vec::new() };
    let name = format!("unreadable-{key}.txt");
    vec![Effect::Download { name, media: "text/plain", text: aside.text.clone() }]
}

/// Offers a record that waits for its catalogue as a file: the assessment without what grows, or all of it as lines.
pub fn download_waiting(model: &Model, id: &str) -> Vec<Effect> {
    let found = model.waiting.iter().find_map(|one| match &one.record {
        Record::Saved(stored) if stored.id == id => Some(stored),
        _ => None,
    });
    let Some(stored) = found else { return Vec::new() };
    vec![Effect::Download { name: format!("waiting-{id}.txt"), media: "text/plain", text: whole(stored) }]
}

/// Deletes a record that could not be read.
pub fn drop_aside(model: &mut Model, key: &str) -> Vec<Effect> {
    model.aside.retain(|aside| aside.key != key);
    let mut effects = vec![Effect::DropAside(key.to_owned())];
    // One that was not moved is still in its old place, unless something that can be read has taken it since.
    let waits = |one: &Waiting| matches!(&one.record, Record::Saved(stored) if stored.id == key);
    if let Some(id) = AssessmentId::new(key)
        && !model.shelf.contains_key(&id)
        && !model.waiting.iter().any(waits)
    {
        effects.push(Effect::Remove(id));
    }
    effects
}
