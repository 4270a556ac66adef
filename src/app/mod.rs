//! The application as a pure state machine: [`Model`], [`Msg`], [`update`], and a view model for each screen.
//!
//! `update` changes the model and answers with [`Effect`]s, which the shell carries out; what they lead to comes back as a
//! message. No clock, no randomness, no browser: the shell hands both in as [`Ambient`]. Each workflow is a file:
//!
//! | file | workflow |
//! |---|---|
//! | `editing` | answering and describing, undo and redo |
//! | `shelf` | starting, duplicating, deleting, bringing back, backing up |
//! | `opening` | links, files and pasted text; the guest copy; mine, theirs or both |
//! | `storing` | what storage answers: loaded, saved, refused, overtaken by another tab |

mod editing;
mod example;
mod history;
mod message;
mod model;
mod naming;
mod opening;
mod shelf;
mod storing;
pub mod view;

pub use history::{Change, History, Named, Swap};
pub use message::{Ambient, Effect, Msg, Save, Source, Stored};
pub use model::{Aside, Gone, Guest, Incoming, Model, Notice, Pending, Refused, Shelved, Storage};
pub use naming::{file_name, name};

/// Carries out a message.
pub fn update(model: &mut Model, msg: Msg, ambient: &Ambient) -> Vec<Effect> {
    match msg {
        Msg::Started { storage, records, gone, aside, guest } => {
            storing::started(model, storage, records, gone, aside, guest, ambient)
        }
        Msg::Went(route) => opening::went(model, route),
        Msg::Edit(edit) => editing::edit(model, edit, ambient),
        Msg::Undo => editing::undo(model, ambient),
        Msg::Redo => editing::redo(model, ambient),
        Msg::Create => shelf::create(model, ambient),
        Msg::OpenExample => shelf::open_example(model, ambient),
        Msg::Duplicate(id) => shelf::duplicate(model, &id, ambient),
        Msg::Delete(id) => shelf::delete(model, &id, ambient),
        Msg::BringBack(id) => shelf::bring_back(model, &id, ambient),
        Msg::DeleteForGood(id) => shelf::delete_for_good(model, &id),
        Msg::BackUp => shelf::back_up(model, ambient),
        Msg::SaveFile(id) => shelf::save_file(model, &id),
        Msg::CopyLink(address) => shelf::copy_link(model, address),
        Msg::Open { text, source } => opening::open(model, &text, source, ambient),
        Msg::KeepGuest => opening::keep_guest(model, ambient),
        Msg::OpenMine => opening::open_mine(model),
        Msg::TakeInstead => opening::take_instead(model, ambient),
        Msg::KeepBoth => opening::keep_both(model, ambient),
        Msg::Dismiss => {
            model.notice = None;
            model.incoming = None;
            Vec::new()
        }
        Msg::Tell(notice) => {
            model.notice = Some(notice);
            Vec::new()
        }
        Msg::Saved { id, stamp } => storing::saved(model, &id, &stamp),
        Msg::SaveRefused { id, why } => storing::refused(model, &id, why),
        Msg::Overtaken { id, theirs } => storing::overtaken(model, &id, theirs, ambient),
        Msg::Elsewhere { id, record } => storing::elsewhere(model, &id, record, ambient),
        Msg::DownloadAside(key) => storing::download_aside(model, &key),
        Msg::DropAside(key) => storing::drop_aside(model, &key),
    }
}
