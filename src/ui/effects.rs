//! Carries out what `update` asks for, and reports back.

use std::time::Duration;

use leptos::prelude::{Set, set_timeout};
use leptos::task::spawn_local;

use super::framing;
use super::shell::Shell;
use crate::app::{Aside, Effect, Kept, Msg, Notice, Refused, Save, Stored, Whence, filled};
use crate::assessment::AssessmentId;
use crate::browser::storage::{self, ASSESSMENT, CATALOGUE, DRAFT, GONE, PutError, Record, UNSAVED};
use crate::browser::{clipboard, files, frame, location, one_page, provided, sheet, worker};

/// How long a host may take to say what became of a save before the page says that it has not.
const PATIENCE: Duration = Duration::from_secs(10);

/// Carries out an effect.
pub fn carry_out(effect: Effect, shell: Shell) {
    match effect {
        Effect::Save(save) => put(save, shell),
        Effect::Remove(id) => storage::remove_record(id.as_str()),
        Effect::KeepGone(id, text) => {
            if storage::keep_gone(id.as_str(), &text).is_err() {
                shell.send(Msg::GoneRefused(id));
            }
        }
        Effect::DropGone(id) => storage::drop_gone(id.as_str()),
        Effect::PutAside(aside) => storage::put_aside(&aside.key, &aside.why, &aside.text),
        Effect::DropAside(key) => storage::drop_aside(&key),
        Effect::HoldGuest(text) => storage::set_guest(text.as_deref()),
        Effect::Focus(element) => shell.focus_next.set(Some(element.to_owned())),
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
            if DRAFT.keep_or_owe(&key, &record).is_err() {
                shell.send(Msg::DraftRefused(key));
            }
        }
        Effect::KeepDrafts => shell.send(Msg::KeepDrafts),
        Effect::DropDraft(key) => DRAFT.drop(&key),
        Effect::KeepCatalogue { digest, text } => {
            if CATALOGUE.keep(&digest.to_string(), &text).is_err() {
                shell.send(Msg::CatalogueRefused(digest));
            }
        }
        Effect::DropCatalogue(digest) => CATALOGUE.drop(&digest.to_string()),
        Effect::OnePage { name, fragment, catalogue } => spawn_local(async move {
            let said = one_page(name, &fragment, catalogue.as_deref()).await;
            shell.send(Msg::Tell(said.unwrap_or(Notice::PageRefused)));
        }),
        Effect::Renew if storage::owes() => shell.send(Msg::Tell(Notice::NotRenewed)),
        Effect::Renew => worker::renew(),
        Effect::Download { name, media, text } => {
            if !files::offer(&name, media, &text) {
                shell.send(Msg::DownloadRefused { name, text });
            }
        }
        Effect::Persist => storage::persist(),
        Effect::NoteUnsaved { id, record: Some(record) } => {
            // Without room for it the reminder comes later.
            let _ = UNSAVED.keep(id.as_str(), &record);
        }
        Effect::NoteUnsaved { id, record: None } => UNSAVED.drop(id.as_str()),
        Effect::ReadKept => shell.send(started(Reading::Everything)),
        Effect::Accept => frame::accept(),
        Effect::Answer(text) => frame::call(&text),
        Effect::Post(text) => frame::post(&text),
        Effect::TellResults(id) => shell.send(Msg::TellResults(id)),
        Effect::Await(awaited) => set_timeout(move || shell.send(Msg::HostLate(awaited)), PATIENCE),
        Effect::DownloadPicture { name, svg } => spawn_local(async move {
            let drawn = files::offer_png(&name, &svg).await;
            shell.send(Msg::Tell(if drawn { Notice::FileSaved(name) } else { Notice::PictureRefused }));
        }),
    }
}

/// Offers the page with a link in it, and the catalogue that it needs; what is to be said then.
async fn one_page(name: String, fragment: &str, catalogue: Option<&str>) -> Option<Notice> {
    let page = filled(&one_page::letters().await?, &[&framing::home(), fragment].concat(), catalogue)?;
    files::offer_letters(&name, "text/html", &page).then(|| Notice::PageSaved(name, 2 * page.len()))
}

fn put(save: Save, shell: Shell) {
    let Save { id, over, stamp, answers, replies, snapshots } = save;
    let record = Record { id: id.as_str().to_owned(), stamp: stamp.clone(), answers, replies, snapshots };
    shell.send(match storage::put(over.as_deref(), &record) {
        Ok(()) => Msg::Saved { id, stamp },
        Err(PutError::Full) => Msg::SaveRefused { id, stamp, why: Refused::Full },
        Err(PutError::Denied) => Msg::SaveRefused { id, stamp, why: Refused::Denied },
        Err(PutError::Overtaken(theirs)) => Msg::Overtaken { id, theirs: theirs.map(stored) },
    });
}

/// A record as the application knows it.
pub fn stored(record: Record) -> Stored {
    let Record { id, stamp, answers, replies, snapshots } = record;
    Stored { id, stamp, answers, replies, snapshots }
}

/// How much of storage is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {
    /// All of it.
    Everything,
    /// What is needed before the person says that it is to be shown: the guest copy. Replies that were begun are read
    /// in any case, since an invitation goes on with them.
    Little,
}

/// What storage holds, as a message.
pub fn started(reading: Reading) -> Msg {
    let mut kept = Kept {
        storage: if storage::lasts() { crate::app::Storage::Browser } else { crate::app::Storage::TabOnly },
        guest: storage::guest(),
        whence: if one_page::is_file() { Whence::File(one_page::site()) } else { Whence::Site },
        inside: one_page::fragment(),
        unsaved: UNSAVED.all(),
        owed: storage::owed_ends(),
        around: framing::around(),
        options: framing::options(),
        hidden: reading == Reading::Little && storage::any(),
        ..Kept::default()
    };
    if !kept.hidden {
        kept.records = storage::records().into_iter().map(stored).collect();
        kept.gone = storage::gone();
        kept.aside = storage::aside().into_iter().map(|(key, why, text)| Aside { key, text, why }).collect();
    }
    Msg::Started(Box::new(kept))
}

/// The replies begun in this browser as a message; `None` where there are none.
pub fn drafts() -> Option<Msg> {
    let drafts = DRAFT.all();
    (!drafts.is_empty()).then_some(Msg::Drafts(drafts))
}

/// The catalogue that the page carries as a message; `None` where it carries none.
pub fn carried() -> Option<Msg> {
    one_page::catalogue().map(|text| Msg::Provided { address: String::new(), text: Some(text) })
}

/// The catalogues that were opened in this browser as a message; `None` where there are none.
pub fn catalogues() -> Option<Msg> {
    let catalogues = CATALOGUE.all();
    (!catalogues.is_empty()).then_some(Msg::Catalogues(catalogues))
}

/// Fetches the catalogue that the page brings along, if its head names one.
pub fn fetch_catalogue(shell: Shell) {
    let Some(address) = provided::catalogue() else { return };
    spawn_local(async move {
        let text = provided::fetch(&address).await;
        shell.send(Msg::Provided { address, text });
    });
}

/// What another tab has done to a key, or to all of them, as a message; `None` if the page does not follow it.
pub fn elsewhere(key: Option<&str>) -> Option<Msg> {
    let Some(key) = key else { return storage::was_emptied().then_some(Msg::Emptied) };
    let key = key.strip_prefix(storage::SPACE)?;
    storage::settle(key);
    if let Some(key) = DRAFT.end(key) {
        return Some(Msg::DraftElsewhere { key: key.to_owned(), record: DRAFT.get(key) });
    }
    if let Some(key) = CATALOGUE.end(key) {
        return Some(Msg::CatalogueElsewhere { digest: key.parse().ok()?, text: CATALOGUE.get(key) });
    }
    if let Some(id) = GONE.end(key) {
        return Some(Msg::GoneElsewhere { id: id.to_owned(), record: GONE.get(id) });
    }
    let id = ASSESSMENT.end(key)?;
    AssessmentId::new(id)?;
    Some(Msg::Elsewhere { id: id.to_owned(), record: storage::record(id).map(stored) })
}

/// The page is shown. If the browser had kept it as it was, it may have heard nothing of what other tabs did meanwhile:
/// all that storage holds, and all that the page knows of, is looked at again.
pub fn meanwhile(shell: Shell, was_kept: bool) {
    let mut keys = if was_kept { storage::keys() } else { return };
    if keys.is_empty() {
        if let Some(msg) = elsewhere(None) {
            shell.send(msg);
        }
        return;
    }
    shell.now(|model| {
        keys.extend(model.shelf.keys().map(|id| ASSESSMENT.key(id.as_str())));
        keys.extend(model.drafts.keys().map(|key| DRAFT.key(key)));
    });
    for key in keys {
        if let Some(msg) = elsewhere(Some(&[storage::SPACE, &key].concat())) {
            shell.send(msg);
        }
    }
}
