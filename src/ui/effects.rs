//! Carries out what `update` asks for, and reports back.

use leptos::task::spawn_local;

use super::shell::Shell;
use crate::app::{Aside, Effect, Kept, Msg, Notice, Refused, Save, Stored};
use crate::assessment::AssessmentId;
use crate::browser::storage::{self, PutError, Record};
use crate::browser::{clipboard, files, location, sheet};

/// Carries out an effect.
pub fn carry_out(effect: Effect, shell: Shell) {
    match effect {
        Effect::Save(save) => put(save, shell),
        Effect::Remove(id) => storage::remove_record(id.as_str()),
        Effect::KeepGone(id, text) => {
            // Without room, the deleted one can be brought back as long as the page is open.
            let _ = storage::keep_gone(id.as_str(), &text);
        }
        Effect::DropGone(id) => storage::drop_gone(id.as_str()),
        Effect::PutAside(aside) => storage::put_aside(&aside.key, &aside.why, &aside.text),
        Effect::DropAside(key) => storage::drop_aside(&key),
        Effect::HoldGuest(text) => storage::set_guest(text.as_deref()),
        Effect::Go(route) => location::go(&route.address()),
        Effect::Replace(route) => {
            location::replace(&route.address());
        }
        Effect::Copy { text, rich, said } => spawn_local(async move {
            let copied = clipboard::copy(&text, rich.as_deref()).await;
            shell.send(Msg::Tell(if copied { said } else { Notice::ClipboardRefused }));
        }),
        Effect::ShareSheet { title, text } => spawn_local(async move {
            if !sheet::share(&title, &text).await {
                shell.send(Msg::Tell(Notice::ShareRefused));
            }
        }),
        Effect::KeepDraft { key, record } => {
            if storage::keep_draft(&key, &record).is_err() {
                shell.send(Msg::Tell(Notice::DraftRefused));
            }
        }
        Effect::DropDraft(key) => storage::drop_draft(&key),
        Effect::Download { name, media, text } => {
            files::offer(&name, media, &text);
        }
    }
}

fn put(save: Save, shell: Shell) {
    let Save { id, over, stamp, answers, replies, snapshots } = save;
    let record = Record { id: id.as_str().to_owned(), stamp: stamp.clone(), answers, replies, snapshots };
    shell.send(match storage::put(over.as_deref(), &record) {
        Ok(()) => Msg::Saved { id, stamp },
        Err(PutError::Full) => Msg::SaveRefused { id, why: Refused::Full },
        Err(PutError::Denied) => Msg::SaveRefused { id, why: Refused::Denied },
        Err(PutError::Overtaken(theirs)) => Msg::Overtaken { id, theirs: theirs.map(stored) },
    });
}

/// A record as the application knows it.
pub fn stored(record: Record) -> Stored {
    let Record { id, stamp, answers, replies, snapshots } = record;
    Stored { id, stamp, answers, replies, snapshots }
}

/// The records of storage as the first message.
pub fn started() -> Msg {
    let aside = storage::aside().into_iter().map(|(key, why, text)| Aside { key, text, why }).collect();
    Msg::Started(Box::new(Kept {
        storage: if storage::lasts() { crate::app::Storage::Browser } else { crate::app::Storage::TabOnly },
        records: storage::records().into_iter().map(stored).collect(),
        gone: storage::gone(),
        aside,
        guest: storage::guest(),
        drafts: storage::drafts(),
    }))
}

/// What another tab has done to a key, or to all of them, as a message; `None` if the page does not follow it.
pub fn elsewhere(key: Option<&str>) -> Option<Msg> {
    let Some(key) = key else { return storage::is_empty().then_some(Msg::Emptied) };
    let key = key.strip_prefix(storage::SPACE)?;
    if let Some(key) = key.strip_prefix(storage::DRAFT) {
        return Some(Msg::DraftElsewhere { key: key.to_owned(), record: storage::draft(key) });
    }
    let id = key.strip_prefix(storage::ASSESSMENT)?;
    AssessmentId::new(id)?;
    Some(Msg::Elsewhere { id: id.to_owned(), record: storage::record(id).map(stored) })
}
