//! The application as a pure state machine: [`Model`], [`Msg`], [`update`], and a view model for each screen.
//!
//! `update` changes the model and answers with [`Effect`]s, which the shell carries out; what they lead to comes back
//! as a message. No clock, no randomness, no browser: the shell hands both in as [`Ambient`]. Each workflow is a file:
//!
//! | file | workflow |
//! |---|---|
//! | `editing` | answering and describing, undo and redo |
//! | `shelf` | starting, duplicating, deleting, bringing back, backing up |
//! | `opening` | links, files and pasted text; the guest copy; mine, theirs or both |
//! | `restoring` | several at once: a back-up, or files handed over together |
//! | `one_page` | the application and an assessment in one file |
//! | `renewing` | a new version of the page |
//! | `replying` | an invitation answered: begun, left, resumed, shown to be sent |
//! | `catalogues` | catalogues of somebody's own: opened, kept, asked for |
//! | `collecting` | what a heap of text holds, and adding the replies in it |
//! | `hosting` | the page in a frame: what the host keeps, and what it may learn |
//! | `keeping` | so that work outlasts this browser: persistent storage, and reminders to save a file |
//! | `looking` | communities side by side, some for looking only; two of them compared |
//! | `offering` | files that are offered, where a browser saves none |
//! | `handing` | reports, tables, calendar and pictures as files |
//! | `sharing` | what a link carries, its pass-phrase, and when it is as good as a file |
//! | `storing` | what storage answers: loaded, saved, refused, overtaken by another tab |
//!
//! `model` is what all of them change, `notice` what is said of it, `dialog` what is asked, one after the other, `gone`
//! what a deleted assessment is kept as, `history` what can be taken back, `meanwhile` how it is where another tab has
//! gone on, `moment` what the snapshots come to, computed once. [`journal`] tells which records a killed browser has
//! lost; `ui::recovering` puts them back.

mod catalogues;
mod collecting;
mod dialog;
mod editing;
mod example;
mod gone;
mod handing;
mod history;
mod hosting;
pub mod journal;
mod keeping;
mod looking;
mod meanwhile;
mod message;
mod model;
mod moment;
mod naming;
mod notice;
mod offering;
mod one_page;
mod opening;
mod renewing;
mod replying;
mod restoring;
mod sharing;
mod shelf;
mod storing;
pub mod view;

pub use catalogues::{Catalogues, Own, Record, Waiting, Wanted, uses};
pub use collecting::{Heap, Piece};
pub use dialog::Dialog;
pub use gone::Gone;
pub use handing::{Drawing, Handout};
pub use history::{Change, History, Joins, Named, Run, Swap};
pub use hosting::{Around, Asks, Awaited, Held, Host, Loading, Trouble};
pub use keeping::{MANY_DAYS, MANY_EDITS, Unsaved};
pub use looking::{Comparing, End, Looked, picked, side_by_side};
pub use message::{Ambient, Effect, Handed, Kept, Msg, Port, Save, Source, Stored};
pub use model::{Aside, Begun, Guest, Model, OWN_ACTION, OWN_EXPECTATION, Pending, Refused, Shelved, Size, Storage};
pub use moment::Moment;
pub use naming::{catalogue_file, file_name, name};
pub use notice::Notice;
pub use offering::Offered;
pub use one_page::{Whence, filled};
pub use opening::{Incoming, Sealed};
pub use renewing::{Version, loses, owes};
pub use replying::{Draft, ITEMS_A_PAGE, NAME, Page, ReplyEdit};
pub use sharing::Locked;

use crate::catalogue::bundled;

/// Carries out a message.
pub fn update(model: &mut Model, msg: Msg, ambient: &Ambient) -> Vec<Effect> {
    match here(model, msg, ambient) {
        Ok(effects) => effects,
        Err(msg) => beyond(model, *msg, ambient),
    }
}

/// Carries out a message about what is here: answering, keeping, undoing.
///
/// # Errors
///
/// The message itself, where only [`beyond`] knows what to do. The two are apart since the page loads the program in
/// parts: what reads and writes links comes once it is needed.
pub fn here(model: &mut Model, msg: Msg, ambient: &Ambient) -> Result<Vec<Effect>, Box<Msg>> {
    // Something is gone from storage; or something has found room there, where there was none: so may what had none.
    let freed = match &msg {
        Msg::Saved { .. } => matches!(model.storage, Storage::Full | Storage::Refusing),
        Msg::Elsewhere { record, .. } => record.is_none(),
        Msg::GoneElsewhere { record, .. } => record.is_none(),
        _ => false,
    };
    let mut effects = carry_out(model, msg, ambient)?;
    if freed || effects.iter().any(Effect::makes_room) {
        storing::try_again(model, &mut effects, ambient);
    }
    opening::ask(model, &effects);
    model.catalogue = model.of_what_is_shown();
    Ok(hosting::divert(model, effects))
}

fn carry_out(model: &mut Model, msg: Msg, ambient: &Ambient) -> Result<Vec<Effect>, Box<Msg>> {
    Ok(match msg {
        Msg::Started(kept) => storing::started(model, *kept, ambient),
        Msg::Went(route) if !opening::leads_beyond(model, &route) => {
            // Some browsers do not tell that a control is left with its page.
            model.history.part();
            opening::went(model, route)
        }
        Msg::Edit(edit) => editing::edit(model, edit, ambient),
        Msg::Left => {
            model.history.part();
            Vec::new()
        }
        Msg::Begin(field, text, wrong) => {
            model.begin(field, text, wrong);
            Vec::new()
        }
        Msg::Undo | Msg::Redo if model.replying().is_some() => Vec::new(),
        // Only what reads links can keep a reply.
        Msg::Undo if model.history.has_forgotten() => return Err(Box::new(Msg::Undo)),
        Msg::Undo => editing::undo(model, ambient),
        Msg::Redo => editing::redo(model, ambient),
        Msg::Create if model.catalogues.own.is_empty() => shelf::create(model, bundled(), ambient),
        Msg::Create => {
            model.open_dialog(Dialog::Choosing);
            Vec::new()
        }
        Msg::CreateWith(digest) => shelf::create_with(model, digest, ambient),
        Msg::KeepCatalogue(digest) => catalogues::keep(model, digest),
        Msg::RemoveCatalogue(digest) => catalogues::remove(model, digest),
        Msg::CatalogueRefused(digest) => catalogues::refused(model, digest),
        Msg::Duplicate(id) => shelf::duplicate(model, &id, ambient),
        Msg::Delete(id) if hosting::is_kept_there(model, &id) => Vec::new(),
        Msg::Delete(id) => shelf::delete(model, &id, ambient),
        Msg::BringBack(id) => shelf::bring_back(model, &id, ambient),
        Msg::DeleteForGood(id) => shelf::delete_for_good(model, &id, ambient),
        Msg::BackUp => shelf::back_up(model, ambient),
        Msg::SaveFile(id) => shelf::save_file(model, &id),
        Msg::Copy { text, rich, said } => vec![Effect::Copy { text, rich, said }],
        Msg::ShareSheet { title, text } => vec![Effect::ShareSheet { title, text }],
        Msg::ForgetDraft(key) => replying::forget(model, &key),
        Msg::Compare { earlier, later } => {
            model.comparing = model.open_id().map(|id| Comparing { id, earlier, later });
            Vec::new()
        }
        Msg::KeepGuest => opening::keep_guest(model, ambient),
        Msg::OpenMine => opening::open_mine(model, ambient),
        Msg::TakeInstead => opening::take_instead(model, ambient),
        Msg::KeepBoth => opening::keep_both(model, ambient),
        Msg::Dismiss => {
            model.dialogs.pop();
            model.notice = None;
            Vec::new()
        }
        Msg::Tell(notice) if !sharing::is_of_link(model, &notice) => {
            model.notice = Some(notice);
            Vec::new()
        }
        Msg::Saved { id, stamp } => storing::saved(model, &id, &stamp),
        Msg::SaveRefused { id, stamp, why } => storing::refused(model, &id, stamp, why),
        Msg::Overtaken { id, theirs } => storing::overtaken(model, &id, theirs, ambient),
        Msg::GoneRefused(id) => storing::gone_refused(model, &id),
        Msg::Elsewhere { id, .. } | Msg::GoneElsewhere { id, .. } if !hosting::follows(model, &id) => Vec::new(),
        Msg::Elsewhere { id, record } => storing::elsewhere(model, &id, record, ambient),
        Msg::GoneElsewhere { id, record } => storing::gone_elsewhere(model, id, record, ambient),
        Msg::Emptied => storing::emptied(model, ambient),
        Msg::DownloadAside(key) => storing::download_aside(model, &key),
        Msg::DropAside(key) => storing::drop_aside(model, &key),
        Msg::NewerThere => renewing::ready(model),
        Msg::Renew => renewing::renew(model),
        Msg::Reveal => vec![Effect::ReadKept],
        Msg::Greeted { message, from, port } => {
            hosting::greeted(model, message.as_deref().map_err(Clone::clone), &from, port)
        }
        Msg::Told(message) => hosting::told(model, message.as_deref().map_err(Clone::clone), ambient),
        Msg::HostLate(awaited) => hosting::late(model, &awaited),
        Msg::SaveAgain => hosting::save_again(model, ambient),
        Msg::Release => hosting::release(model),
        Msg::Withhold => hosting::withhold(model),
        Msg::RemindLater(Some(id)) => keeping::copied(model, &id),
        Msg::RemindLater(None) => keeping::all_copied(model),
        Msg::DownloadRefused { name, text } => offering::show_refused(model, &name, &text),
        Msg::ShowOffered => offering::show_offered(model),
        other => return Err(Box::new(other)),
    })
}

/// Carries out a message about what came from elsewhere or is to go there: links, files, replies, tables.
pub fn beyond(model: &mut Model, msg: Msg, ambient: &Ambient) -> Vec<Effect> {
    let effects = carry_out_beyond(model, msg, ambient);
    opening::ask(model, &effects);
    model.catalogue = model.of_what_is_shown();
    hosting::divert(model, effects)
}

fn carry_out_beyond(model: &mut Model, msg: Msg, ambient: &Ambient) -> Vec<Effect> {
    match msg {
        Msg::Catalogues(texts) => catalogues::kept(model, &texts, ambient),
        Msg::Provided { address, text } => catalogues::provided(model, &address, text.as_deref(), ambient),
        Msg::SaveCatalogue(digest) => catalogues::save(model, digest),
        Msg::CatalogueElsewhere { digest, text } => catalogues::elsewhere(model, digest, text.as_deref(), ambient),
        Msg::DownloadWaiting(id) => storing::download_waiting(model, &id),
        Msg::Went(route) => opening::reached(model, route, ambient),
        Msg::OpenExample => shelf::open_example(model, ambient),
        Msg::Open { text, source } => opening::open(model, &text, source, ambient),
        Msg::OpenFiles { files, refused } => restoring::open_files(model, &files, refused, ambient),
        Msg::Unlock(phrase) => opening::unlock(model, &phrase, ambient),
        Msg::Carry(carried) => sharing::carry(model, carried),
        Msg::HandOut(handout) => handing::hand_out(model, handout, ambient),
        Msg::Along(along) => {
            model.along = along;
            Vec::new()
        }
        Msg::Tell(notice) => sharing::copied(model, notice),
        Msg::Lock(phrase) => sharing::lock(model, &phrase, ambient),
        Msg::Drafts(records) => replying::resumed(model, records),
        Msg::AnswerAnew => replying::anew(model, ambient),
        Msg::AnswerGuest(side) => replying::answer_guest(model, side, ambient),
        Msg::Reply(edit) => replying::edit(model, edit, ambient),
        Msg::Undo => replying::remember(model),
        Msg::DraftRefused(key) => replying::refused(model, &key),
        Msg::KeepDrafts => replying::try_again(model),
        Msg::DraftElsewhere { key, record } => replying::elsewhere(model, key, record.as_deref()),
        Msg::Sift(text) => collecting::sift(model, &text),
        Msg::HandOver(handed) => collecting::hand_over(model, handed),
        Msg::TakeAway(number) => collecting::take_away(model, number),
        Msg::AddFound => collecting::add_found(model, ambient),
        Msg::AddTheirs => opening::add_theirs(model, ambient),
        Msg::LookAt(texts) => looking::look_at(model, &texts, ambient),
        Msg::LookInto(id) => looking::look_into(model, &id),
        Msg::KeepLooked => looking::keep(model, ambient),
        Msg::LookAway(id) => looking::look_away(model, id.as_ref()),
        Msg::PutBeside { end, pick } => looking::put_beside(model, end, pick),
        Msg::SaveTable => looking::save_table(model, ambient),
        Msg::SavePage => one_page::save(model),
        Msg::SaveInvitation(side) => one_page::save_invitation(model, side),
        Msg::TellResults(id) => hosting::tell_results(model, &id),
        // Those that `here` carries out.
        _ => Vec::new(),
    }
}
