//! Where things are kept, what stands in the way of it, what the host of a frame may see, and what is in no file yet.

use crate::app::keeping::much;
use crate::app::{Around, Asks, Dialog, Host, Loading, Model, Pending, Storage, Trouble, name};
use crate::assessment::AssessmentId;
use crate::route::{Place, Route};
use crate::text::EN;
use crate::text::numbers::words as number_words;

/// A bar that says that something is not kept where it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KeepingView {
    /// What is.
    pub title: String,
    /// What can be done.
    pub lead: String,
    /// What can be saved as a file.
    pub save: Option<AssessmentId>,
    /// Whether it can be handed over once more.
    pub again: bool,
}

/// What the host of a frame asks for or sees.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HostView {
    /// Who, and what.
    pub title: String,
    /// What that means; empty where it was said when it was allowed.
    pub lead: &'static str,
    /// Whether it is asked for; else it is seen.
    pub asks: bool,
}

/// A reminder to save a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReminderView {
    /// What is in no file.
    pub words: String,
    /// The one that it is about; `None` where there are several.
    pub id: Option<AssessmentId>,
}

/// Where what is open is kept, in a few words, and whether that is a warning.
pub fn kept(model: &Model) -> (String, bool) {
    if let Some((host, held)) = model.open_id().as_ref().and_then(|id| model.held(id)) {
        return match (&held.trouble, held.waiting.is_empty()) {
            (Some(_), _) => ((EN.hosting.not_kept)(&host.name), true),
            (None, true) => ((EN.hosting.kept)(&host.name), false),
            (None, false) => ((EN.hosting.being_kept)(&host.name), false),
        };
    }
    match storage(model) {
        Storage::Browser => (EN.frame.kept_browser.to_owned(), false),
        Storage::TabOnly | Storage::Refusing => (EN.frame.kept_tab.to_owned(), true),
        Storage::Full => (EN.frame.kept_full.to_owned(), true),
    }
}

/// How the browser keeps what is open: what is stored is, whatever else there is no room for.
fn storage(model: &Model) -> Storage {
    let stored = model.open().is_some_and(|one| one.pending == Pending::Nothing && one.stamp.is_some());
    match model.storage {
        Storage::Full | Storage::Refusing if stored => Storage::Browser,
        other => other,
    }
}

/// Says plainly when something cannot be kept.
pub fn keeping(model: &Model) -> Option<KeepingView> {
    if let Some(trouble) = model.host.as_ref().and_then(trouble) {
        return Some(trouble);
    }
    let save = model.open().map(|shelved| shelved.assessment.id.clone());
    // What the host keeps is safe, whatever this browser does.
    let held = |id: &AssessmentId| model.held(id).is_some();
    if save.as_ref().is_some_and(held) || !model.shelf.is_empty() && model.shelf.keys().all(held) {
        return None;
    }
    let (title, lead) = match (storage(model), model.around) {
        (Storage::Browser, _) => return None,
        // Whoever replies has no file or link to save.
        _ if matches!(model.route, Route::Reply { .. }) => (EN.reply.tab_title, EN.reply.tab_lead),
        (Storage::Full, _) => (EN.frame.full_title, EN.frame.full_lead),
        (Storage::TabOnly, Around::Sandbox) => (EN.hosting.sandbox_title, EN.hosting.sandbox_lead),
        (Storage::TabOnly | Storage::Refusing, _) => (EN.frame.tab_title, EN.frame.tab_lead),
    };
    Some(KeepingView { title: title.to_owned(), lead: lead.to_owned(), save, again: false })
}

fn trouble(host: &Host) -> Option<KeepingView> {
    let held = host.held.as_ref()?;
    let (title, why) = match held.trouble.as_ref()? {
        Trouble::Refused(why) => ((EN.hosting.refused_title)(&host.name), why.as_deref()),
        Trouble::Late => ((EN.hosting.late_title)(&host.name), None),
    };
    let lead = because(why, EN.hosting.still_here);
    Some(KeepingView { title, lead, save: Some(held.id.clone()), again: true })
}

/// The host's reason, if it gave one, before what follows from it.
fn because(why: Option<&str>, lead: &str) -> String {
    why.map_or_else(|| lead.to_owned(), |why| [&(EN.hosting.refused_why)(why), " ", lead].concat())
}

/// What is said in the place of a screen while the host fetches what it keeps, or where that did not come.
pub fn awaited(model: &Model) -> Option<KeepingView> {
    let (host, loading) = model.awaits()?;
    let text = &EN.hosting;
    let (title, lead) = match loading {
        Loading::Waits => ((text.loading_title)(&host.name), String::new()),
        Loading::Late => ((text.loading_late_title)(&host.name), text.loading_late.to_owned()),
        Loading::Failed(why) => ((text.failed_title)(&host.name), because(why.as_deref(), text.failed_lead)),
    };
    Some(KeepingView { title, lead, save: None, again: *loading != Loading::Waits })
}

/// What the host asks for or sees, of what is open.
pub fn hosting(model: &Model) -> Option<HostView> {
    let host = model.host.as_ref()?;
    let assessment = &model.open()?.assessment;
    if host.released.contains(&assessment.id) {
        return Some(HostView { title: (EN.hosting.released)(&host.name), lead: "", asks: false });
    }
    let asks = host.asks == Asks::Results && model.held(&assessment.id).is_none();
    asks.then(|| HostView {
        title: (EN.hosting.asks)(&host.name, &name(assessment)),
        lead: EN.hosting.asks_lead,
        asks: true,
    })
}

/// What is to be saved as a file: on the first page of all, on the results of what is open.
pub fn reminder(model: &Model) -> Option<ReminderView> {
    let much = much(model);
    let one = |id: &AssessmentId| {
        let shelved = model.shelf.get(id)?;
        let edits = model.unsaved.iter().find(|(one, _)| one == id).map_or(0, |(_, unsaved)| unsaved.edits);
        let words = (EN.hosting.remind_one)(&name(&shelved.assessment), &(EN.hosting.changes)(edits));
        Some(ReminderView { words, id: Some(id.clone()) })
    };
    match (&model.route, much.as_slice()) {
        (Route::Home, [id]) => one(id),
        (Route::Home, [_, _, ..]) => {
            Some(ReminderView { words: (EN.hosting.remind_many)(&number_words(much.len())), id: None })
        }
        (Route::Assessment { id, place: Place::Results }, much) => one(much.iter().find(|one| one.as_str() == id)?),
        _ => None,
    }
}

/// The file that was offered, where it is shown as text: its name, what is in it.
pub fn offered(model: &Model) -> Option<(String, String)> {
    let offered = model.offered.as_ref().filter(|_| model.dialog() == Some(&Dialog::Offered))?;
    Some((offered.name.clone(), offered.text.to_string()))
}
