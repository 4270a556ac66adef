//! Links, files and pasted text; the guest copy; mine, theirs or both.
//!
//! Opening never overwrites. A link to an assessment is shown as a guest copy; one to an invitation opens the reply; a
//! reply offers to be added where it belongs; a locked link asks for its pass-phrase. A file whose identity is not here
//! is kept; one of which another state is here, or was deleted recently, waits for a decision: open mine, add its
//! replies to mine, take this one instead, or keep both. A catalogue is kept; what was made with one that is not here
//! waits until that is opened.

use std::sync::Arc;

use super::dialog::Dialog;
use super::editing::change;
use super::gone::Gone;
use super::history::{Named, Where};
use super::message::{Ambient, Effect, Source};
use super::model::{Guest, Model};
use super::naming::name;
use super::notice::Notice;
use super::shelf::{bring_back, copy_of, same};
use super::{catalogues, collecting, replying, restoring};
use crate::assessment::{Assessment, Beside, RepliesApart, SentReply};
use crate::catalogue::{Catalogue, Side};
use crate::file::{self, FileError};
use crate::link::{self, Carried, Content, LinkError};
use crate::report::Include;
use crate::route::{Place, Route};
use crate::text::EN;

/// An assessment that came and has the identity of one that is here, or was deleted recently.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// What came.
    pub theirs: Arc<Assessment>,
    /// How many answers differ between the two.
    pub answers: usize,
    /// Which replies differ; the first of the two is the one that is here.
    pub replies: RepliesApart,
    /// Whether it came with what a side said as medians, where the one that is here has the replies.
    pub medians: bool,
    /// What the one that is here has beside its answers, and the other lacks.
    pub lacks: Vec<Beside>,
    /// The replies in what came that can be added to the one that is here.
    pub adds: Vec<SentReply>,
    /// Where it is asked about.
    pub at: Route,
}

/// A link that waits for its pass-phrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// The text it came in.
    pub text: String,
    /// Why it did not open with what was tried.
    pub wrong: Option<String>,
    /// How it came.
    pub source: Source,
}

/// Whether an address leads to something that is read first: a link, a reply, or what the page itself carries.
pub fn leads_beyond(model: &Model, route: &Route) -> bool {
    match route {
        Route::Link(_) | Route::Reply { .. } => true,
        // Where the tab does not keep the copy, the page still has it.
        Route::Guest => model.guest.is_none() && model.inside.is_some(),
        _ => false,
    }
}

/// The address has changed to one of those.
pub fn reached(model: &mut Model, route: Route, ambient: &Ambient) -> Vec<Effect> {
    if let Route::Link(fragment) = &route {
        return open_link(model, fragment, Source::Address, ambient);
    }
    if route == Route::Guest
        && model.guest.is_none()
        && let Some(inside) = model.inside.clone()
    {
        return open_link(model, &inside, Source::Address, ambient);
    }
    went(model, route);
    replying::reached(model)
}

/// The address has changed to a place.
pub fn went(model: &mut Model, route: Route) -> Vec<Effect> {
    let passing = model.notice.as_ref().is_some_and(Notice::is_passing);
    // It has led where it pointed to.
    let led = matches!(
        (&model.notice, &route),
        (Some(Notice::PhaseChanged(_)), Route::Assessment { place: Place::Time, .. })
    );
    if route != model.route {
        if passing || led || model.notice == model.said {
            model.notice = None;
        }
        model.said.clone_from(&model.notice);
    }
    // Whoever goes somewhere else, as with Back, leaves what was asked about as it is.
    if model.incoming().is_some_and(|incoming| incoming.at != route) {
        model.dialogs.pop();
        model.queue.clear();
    }
    model.route = route;
    let open = model.open_id();
    if open.is_some() && open != model.along_with {
        // What goes along with one community says nothing of another.
        (model.carried, model.along, model.along_with) = (Carried::default(), Include::default(), open);
    }
    Vec::new()
}

/// Opens a text: an assessment file, a back-up of several, or a link.
pub fn open(model: &mut Model, text: &str, source: Source, ambient: &Ambient) -> Vec<Effect> {
    let trimmed = text.trim_start_matches('\u{feff}').trim();
    // What could not be opened before says nothing about this.
    if matches!(model.notice, Some(Notice::Unreadable(_))) {
        model.notice = None;
    }
    if !trimmed.starts_with(['{', '[']) && source != Source::File {
        return open_link(model, trimmed, source, ambient);
    }
    if let Some(back_up) = file::back_up(trimmed) {
        return restoring::restore(model, &back_up, None, ambient);
    }
    let error = match file::read_known(text, &model.catalogues.known) {
        Ok(assessment) => return take(model, Arc::new(assessment), ambient),
        Err(error) => error,
    };
    if let Some(needed) = error.needed() {
        return catalogues::want(model, needed.clone(), text, source);
    }
    if Catalogue::claims(text) {
        return catalogues::open(model, text, ambient);
    }
    if source == Source::File {
        match link::decode_known(trimmed, &model.catalogues.known) {
            Err(link) if link.needed().is_none() => {}
            _ => return open_link(model, trimmed, source, ambient),
        }
    }
    unreadable(model, why_not(text, &error))
}

/// Why a file cannot be read: of one that is no file of ours at all, where JSON ends in it says nothing.
pub fn why_not(text: &str, error: &FileError) -> String {
    if text.contains("common-ground/") { error.to_string() } else { EN.notices.no_file.to_owned() }
}

/// Opens what the first link in a text holds.
fn open_link(model: &mut Model, text: &str, source: Source, ambient: &Ambient) -> Vec<Effect> {
    let content = link::decode_known(text, &model.catalogues.known);
    show(model, content, text, source, ambient)
}

/// What a link holds, and the catalogue it was made with.
type Opened = Result<(Content, &'static Catalogue), LinkError>;

/// Shows what a link holds. An address that it came with stays only until that is shown.
fn show(model: &mut Model, content: Opened, text: &str, source: Source, ambient: &Ambient) -> Vec<Effect> {
    // What waits for a phrase or a catalogue is there again when the page is loaded again.
    let waits = matches!(content, Ok((Content::Locked, _)) | Err(LinkError::OtherCatalogue(Some(_))));
    let (route, mut effects) = match content {
        Ok((Content::Assessment(assessment), _)) => {
            let held = file::write_compact(&assessment);
            model.guest = Some(Guest::new(Arc::new(*assessment)));
            (Some(Route::Guest), vec![Effect::HoldGuest(Some(held))])
        }
        Ok((Content::Invitation(invitation), catalogue)) => {
            let (route, effects) = replying::open(model, *invitation, catalogue, ambient);
            (Some(route), effects)
        }
        Ok((Content::Reply(sent), _)) => {
            let route = collecting::offer(model, &sent, text);
            // There, what it would add and the button that adds it stand far below the heading.
            let found = matches!(route, Some(Route::Assessment { .. })).then_some(Effect::Focus("found"));
            (route, found.into_iter().collect())
        }
        Ok((Content::Locked, _)) => {
            model.open_dialog(Dialog::Sealed(Sealed { text: text.to_owned(), wrong: None, source }));
            (None, Vec::new())
        }
        Err(LinkError::OtherCatalogue(Some(needed))) => (None, catalogues::want(model, needed, text, source)),
        Err(error) => (None, unreadable(model, error.to_string())),
    };
    match (source, route) {
        (Source::Address, route) => {
            model.route = route.unwrap_or(Route::Home);
            effects.extend(replying::reached(model));
            if !waits {
                effects.push(Effect::Replace(model.route.clone()));
            }
        }
        (_, Some(Route::Guest)) => {
            model.route = Route::Guest;
            effects.push(Effect::Go(Route::Guest));
        }
        (_, Some(route)) => effects.push(Effect::Go(route)),
        (_, None) => {}
    }
    effects
}

/// Opens the link that waits for its pass-phrase.
pub fn unlock(model: &mut Model, phrase: &str, ambient: &Ambient) -> Vec<Effect> {
    let sealed = model.dialogs.pop_if(|dialog| matches!(dialog, Dialog::Sealed(_)));
    let Some(Dialog::Sealed(sealed)) = sealed else { return Vec::new() };
    match link::unlock(&sealed.text, phrase) {
        Ok(token) => {
            let content = link::decode_known(&token, &model.catalogues.known);
            show(model, content, &token, sealed.source, ambient)
        }
        Err(error) => {
            model.dialogs.push(Dialog::Sealed(Sealed { wrong: Some(error.to_string()), ..sealed }));
            Vec::new()
        }
    }
}

fn unreadable(model: &mut Model, why: String) -> Vec<Effect> {
    model.notice = Some(Notice::Unreadable(why));
    Vec::new()
}

/// Keeps what came, or asks what to do with it if another state of it is here, or was deleted recently.
pub fn take(model: &mut Model, theirs: Arc<Assessment>, ambient: &Ambient) -> Vec<Effect> {
    let id = theirs.id.clone();
    match model.had(&id) {
        Some(mine) if !same(mine, &theirs) => {
            model.queue.push(theirs);
            Vec::new()
        }
        Some(_) if model.shelf.contains_key(&id) => {
            model.notice = Some(Notice::SameAlready(name(&theirs)));
            vec![Effect::Go(Route::assessment(id.as_str(), Place::Results))]
        }
        _ => {
            let name = name(&theirs);
            let mut effects = change(model, Named::Opened, vec![(id.clone(), Where::Shelf(theirs))], ambient);
            model.notice = Some(Notice::Kept(name));
            effects.push(Effect::Go(Route::assessment(id.as_str(), Place::Results)));
            effects
        }
    }
}

/// Asks about the next of those that came and are here in another state, before anything else is asked. When all are
/// decided, what has come with them is said. What is done now may lead somewhere, and is asked about there.
pub fn ask(model: &mut Model, effects: &[Effect]) {
    // What it was asked against may be gone for good by now.
    if model.incoming().is_some_and(|incoming| model.had(&incoming.theirs.id).is_none()) {
        model.decided();
    }
    while model.incoming().is_none() && !model.queue.is_empty() {
        let theirs = model.queue.remove(0);
        // What was decided before may have settled it.
        let Some(mine) = model.had(&theirs.id).filter(|mine| !same(mine, &theirs)) else { continue };
        let (one, two) = (&mine.answered, &theirs.answered);
        let (answers, replies) = (one.answers_apart(two), one.replies_apart(two));
        let medians =
            Side::ALL.into_iter().any(|side| two.summary.get(side).is_some() && one.summary.get(side).is_none());
        let lacks = mine.lacking_in(&theirs);
        // To one that was deleted nothing is added.
        let adds = if model.shelf.contains_key(&theirs.id) { mine.replies_to_add(&theirs) } else { Vec::new() };
        let leads = effects.iter().rev().find_map(|effect| match effect {
            Effect::Go(route) => Some(route),
            _ => None,
        });
        let at = leads.unwrap_or(&model.route).clone();
        model.dialogs.push(Dialog::Incoming(Incoming { theirs, answers, replies, medians, lacks, adds, at }));
    }
    if model.incoming().is_none() && model.then.is_some() {
        model.notice = model.then.take();
    }
}

/// Keeps the guest copy.
pub fn keep_guest(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    match &model.guest {
        Some(guest) => {
            let theirs = Arc::clone(&guest.assessment);
            take(model, theirs, ambient)
        }
        None => Vec::new(),
    }
}

/// Opens the one that is here; one that was deleted is brought back.
pub fn open_mine(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Some(Incoming { theirs, .. }) = model.decided() else { return Vec::new() };
    let mut effects =
        if model.shelf.contains_key(&theirs.id) { Vec::new() } else { bring_back(model, &theirs.id, ambient) };
    effects.push(Effect::Go(Route::assessment(theirs.id.as_str(), Place::Results)));
    effects
}

/// Adds the replies of the one that came to the one that is here, and leaves everything else as it is.
pub fn add_theirs(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    if !model.incoming().is_some_and(|incoming| model.shelf.contains_key(&incoming.theirs.id)) {
        return Vec::new();
    }
    let Some(Incoming { theirs, adds, .. }) = model.decided() else { return Vec::new() };
    let route = Route::assessment(theirs.id.as_str(), Place::Voices);
    // It is there already when the address follows, so what is said now is still said there.
    let mut effects = went(model, route.clone());
    model.catalogue = model.of_what_is_shown();
    effects.extend(collecting::add(model, adds, ambient));
    effects.push(Effect::Go(route));
    effects
}

/// Replaces the one that is here; undo brings it back, and it stays among the recently deleted under an id of its own.
pub fn take_instead(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Some(Incoming { theirs, .. }) = model.decided() else { return Vec::new() };
    let (id, called) = (theirs.id.clone(), name(&theirs));
    let mut states = vec![(id.clone(), Where::Shelf(theirs))];
    if let Some(mine) = model.had(&id) {
        let before = copy_of(mine, (EN.home.same_before)(&name(mine)), ambient);
        states.push((before.id.clone(), Where::Gone(Gone::new(Arc::new(before), ambient.now.clone()))));
    }
    let mut effects = change(model, Named::Replaced, states, ambient);
    model.notice = Some(Notice::Replaced(called));
    effects.push(Effect::Go(Route::assessment(id.as_str(), Place::Results)));
    effects
}

/// Keeps the one that came beside the one that is here; one that was deleted is brought back.
pub fn keep_both(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let Some(Incoming { theirs, .. }) = model.decided() else { return Vec::new() };
    let name = (EN.home.copy_of)(&name(&theirs));
    let copy = copy_of(&theirs, name.clone(), ambient);
    let id = copy.id.clone();
    let mut states = vec![(id.clone(), Where::Shelf(Arc::new(copy)))];
    if let Some(gone) = model.gone.get(&theirs.id).filter(|_| !model.shelf.contains_key(&theirs.id)) {
        states.push((theirs.id.clone(), Where::Shelf(Arc::clone(&gone.assessment))));
    }
    let mut effects = change(model, Named::Opened, states, ambient);
    model.notice = Some(Notice::Kept(name));
    effects.push(Effect::Go(Route::assessment(id.as_str(), Place::Results)));
    effects
}
