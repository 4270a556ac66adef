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
//! | `replying` | an invitation answered: begun, left, resumed, shown to be sent |
//! | `collecting` | what a heap of text holds, and adding the replies in it |
//! | `looking` | communities side by side, some for looking only |
//! | `moment` | what the snapshots come to, computed once |
//! | `sharing` | what a link carries, and its pass-phrase |
//! | `storing` | what storage answers: loaded, saved, refused, overtaken by another tab |

mod collecting;
mod editing;
mod example;
mod history;
mod looking;
mod message;
mod model;
mod moment;
mod naming;
mod opening;
mod replying;
mod sharing;
mod shelf;
mod storing;
pub mod view;

pub use collecting::Heap;
pub use history::{Change, History, Named, Swap};
pub use looking::{Looked, side_by_side};
pub use message::{Ambient, Effect, Kept, Msg, Save, Source, Stored};
pub use model::{
    Aside, Comparing, Gone, Guest, Incoming, Locked, Model, Notice, Pending, Refused, Sealed, Shelved, Storage,
};
pub use moment::Moment;
pub use naming::{file_name, name};
pub use replying::{Draft, ITEMS_A_PAGE, Page, ReplyEdit};

/// Carries out a message.
pub fn update(model: &mut Model, msg: Msg, ambient: &Ambient) -> Vec<Effect> {
    match msg {
        Msg::Started(kept) => storing::started(model, *kept, ambient),
        Msg::Went(route) => opening::went(model, route, ambient),
        Msg::Edit(edit) => editing::edit(model, edit, ambient),
        Msg::Undo | Msg::Redo if model.replying().is_some() => Vec::new(),
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
        Msg::Copy { text, rich, said } => vec![Effect::Copy { text, rich, said }],
        Msg::ShareSheet { title, text } => vec![Effect::ShareSheet { title, text }],
        Msg::Open { text, source } => opening::open(model, &text, source, ambient),
        Msg::Unlock(phrase) => opening::unlock(model, &phrase, ambient),
        Msg::Carry(carried) => sharing::carry(model, carried),
        Msg::Lock(phrase) => sharing::lock(model, &phrase, ambient),
        Msg::Reply(edit) => replying::edit(model, edit, ambient),
        Msg::ForgetDraft(key) => replying::forget(model, &key),
        Msg::DraftElsewhere { key, record } => replying::elsewhere(model, key, record.as_deref()),
        Msg::Sift(text) => collecting::sift(model, text),
        Msg::AddFound => collecting::add_found(model, ambient),
        Msg::LookAt(texts) => looking::look_at(model, &texts),
        Msg::LookInto(id) => looking::look_into(model, &id),
        Msg::LookAway(id) => looking::look_away(model, id.as_ref()),
        Msg::SaveTable => looking::save_table(model, ambient),
        Msg::Compare { earlier, later } => {
            model.comparing = model.open_id().map(|id| Comparing { id, earlier, later });
            Vec::new()
        }
        Msg::KeepGuest => opening::keep_guest(model, ambient),
        Msg::OpenMine => opening::open_mine(model),
        Msg::TakeInstead => opening::take_instead(model, ambient),
        Msg::KeepBoth => opening::keep_both(model, ambient),
        Msg::Dismiss => {
            model.notice = None;
            model.incoming = None;
            model.sealed = None;
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
        Msg::Emptied => storing::emptied(model, ambient),
        Msg::DownloadAside(key) => storing::download_aside(model, &key),
        Msg::DropAside(key) => storing::drop_aside(model, &key),
    }
}
