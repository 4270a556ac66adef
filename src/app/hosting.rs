//! The page in a frame: the host that keeps an assessment, what it may learn, and what this browser keeps.
//!
//! A host learns of an assessment in two cases: it handed it over itself, or the person released it on screen, under
//! the origin that the browser names. Whatever else is open, it is told nothing; that it is asked for and not shown, it
//! is told as `declined`, and asking again changes nothing.
//!
//! What the host keeps is worked on as if it were stored: a save goes to it, and counts once it says so. Until then the
//! change is pending, as it is with any other storage that has not answered.

use std::sync::Arc;

use super::history::History;
use super::message::{Ambient, Effect, Port, Save};
use super::model::{Model, Pending, Shelved};
use super::naming::name;
use super::notice::Notice;
use super::{offering, storing};
use crate::advice;
use crate::assessment::{Assessment, AssessmentId};
use crate::catalogue::bundled;
use crate::file;
use crate::host::{Fault, Heard, Said, Start, hear, origin};
use crate::report;
use crate::route::{Part, Place, Route};
use crate::score::Many;
use crate::text::EN;

/// How many saves may wait for an answer; of more, the oldest are no longer waited for.
const WAITING: usize = 64;

/// What is around the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Around {
    /// Nothing: it has a window of its own.
    #[default]
    Window,
    /// Another page.
    Frame,
    /// Another page, which denies this one its origin, and with it storage and more.
    Sandbox,
}

/// The page around this one, once it has greeted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Host {
    /// Its origin as a person reads it.
    pub name: String,
    /// How far it is with fetching what it keeps; `None` where it does not, or has.
    pub loading: Option<Loading>,
    /// What it keeps.
    pub held: Option<Held>,
    /// Whether it has asked for what is open.
    pub asks: Asks,
    /// What was released to it.
    pub released: Vec<AssessmentId>,
}

/// Whether a host asks to see what is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Asks {
    /// It has not asked.
    #[default]
    Nothing,
    /// It asks.
    Results,
    /// It has asked, and the person said no: until the page is loaded anew it is not asked again.
    Declined,
}

/// What the host keeps is not here yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Loading {
    /// It is fetching it.
    Waits,
    /// It has said nothing for a while.
    Late,
    /// It could not, or what it handed over cannot be read; holds the reason, if there is one.
    Failed(Option<String>),
}

/// What a host is given a while for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Awaited {
    /// That it hands over what it keeps.
    HandedOver,
    /// That it says what became of the save with this stamp.
    Saved(String),
}

/// An assessment that the host keeps.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// Which.
    pub id: AssessmentId,
    /// The stamps of the saves that wait for an answer, oldest first.
    pub waiting: Vec<String>,
    /// What went wrong with the last one.
    pub trouble: Option<Trouble>,
}

/// Why the host does not hold what was typed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// It refused; holds its reason, if it gave one.
    Refused(Option<String>),
    /// It has not answered for a while.
    Late,
}

impl Model {
    /// Which one the host keeps.
    pub fn held_id(&self) -> Option<AssessmentId> {
        Some(self.host.as_ref()?.held.as_ref()?.id.clone())
    }

    /// What the host keeps, if this is it.
    pub fn held(&self, id: &AssessmentId) -> Option<(&Host, &Held)> {
        let host = self.host.as_ref()?;
        host.held.as_ref().filter(|held| held.id == *id).map(|held| (host, held))
    }

    /// The host that fetches what it keeps, as long as nothing else is open: what was typed in the meantime would go
    /// elsewhere.
    pub fn awaits(&self) -> Option<(&Host, &Loading)> {
        let host = self.host.as_ref()?;
        let other = matches!(self.route, Route::Method(_) | Route::Guest | Route::Link(_)) || self.busy();
        host.loading.as_ref().filter(|_| !other).map(|loading| (host, loading))
    }

    /// Whether a person is at something that the host's assessment does not take the place of.
    fn busy(&self) -> bool {
        self.open().is_some() || matches!(self.route, Route::Reply { .. })
    }

    /// Whether the host may learn of it.
    fn shows(&self, id: &AssessmentId) -> bool {
        self.held(id).is_some() || self.host.as_ref().is_some_and(|host| host.released.contains(id))
    }
}

/// A message of whoever is around the page, before it is known who that is.
pub fn greeted(model: &mut Model, message: Result<&str, Fault>, from: &str, port: Port) -> Vec<Effect> {
    let answer = |fault: &Fault| vec![Effect::Answer(Said::Error(fault).to_text())];
    match message.and_then(hear) {
        Ok(Heard::Hello) if port == Port::Missing => answer(&Fault::NoPort),
        Ok(Heard::Hello) if model.host.is_some() => answer(&Fault::Again),
        Ok(Heard::Hello) => {
            let name = origin(from).unwrap_or_else(|| EN.hosting.nameless.to_owned());
            model.host = Some(Host { name, loading: None, held: None, asks: Asks::Nothing, released: Vec::new() });
            vec![Effect::Accept, Effect::Post(Said::Welcome(&model.options).to_text())]
        }
        // Another kind belongs into the port.
        Ok(_) => answer(&Fault::NoPort),
        Err(fault) if fault.is_strange() => Vec::new(),
        Err(fault) => answer(&fault),
    }
}

/// A message through the port.
pub fn told(model: &mut Model, message: Result<&str, Fault>, ambient: &Ambient) -> Vec<Effect> {
    let heard = message.and_then(hear);
    let loads = matches!(heard, Ok(Heard::Load(_)) | Err(_));
    let carried = match heard {
        Ok(Heard::Hello) => Err(Fault::Again),
        Ok(Heard::Loading) => Ok(wait(model)),
        Ok(Heard::Load(text)) => load(model, text.as_deref(), ambient),
        Ok(Heard::Failed { why }) => Ok(failed(model, why)),
        Ok(Heard::Saved { stamp }) => saved(model, &stamp),
        Ok(Heard::Refused { stamp, why }) => refused(model, &stamp, why),
        Ok(Heard::Ask) => Ok(ask(model)),
        Err(fault) => Err(fault),
    };
    carried.unwrap_or_else(|fault| {
        if loads {
            failed(model, Some(fault.to_string()));
        }
        vec![Effect::Post(Said::Error(&fault).to_text())]
    })
}

/// The host fetches what it keeps.
fn wait(model: &mut Model) -> Vec<Effect> {
    match &mut model.host {
        Some(host) if host.held.is_none() => {
            host.loading = Some(Loading::Waits);
            vec![Effect::Await(Awaited::HandedOver)]
        }
        _ => Vec::new(),
    }
}

/// What it fetched did not come, or cannot be read.
fn failed(model: &mut Model, why: Option<String>) -> Vec<Effect> {
    if let Some(loading) = model.host.as_mut().and_then(|host| host.loading.as_mut()) {
        *loading = Loading::Failed(why);
    }
    Vec::new()
}

/// Works on an assessment that the host keeps, or begins one that it will keep.
fn load(model: &mut Model, text: Option<&str>, ambient: &Ambient) -> Result<Vec<Effect>, Fault> {
    let Some(host) = &model.host else { return Err(Fault::NoPort) };
    let before = host.held.as_ref().map(|held| held.id.clone());
    if before.as_ref().and_then(|id| model.shelf.get(id)).is_some_and(|shelved| shelved.pending != Pending::Nothing) {
        return Err(Fault::Busy);
    }
    let assessment = match text {
        Some(text) => {
            file::read_known(text, &model.catalogues.known).map_err(|error| Fault::Assessment(error.to_string()))?
        }
        None => Assessment::new(AssessmentId::from_random(ambient.random), ambient.now.clone(), bundled()),
    };
    let id = assessment.id.clone();
    let mut effects = Vec::new();
    if let Some(before) = before {
        model.shelf.remove(&before);
    }
    // This browser's own state of it stays where it is stored; what it has not stored yet is kept as a copy.
    if let Some(mine) = model.shelf.get(&id).filter(|mine| mine.pending != Pending::Nothing).cloned() {
        effects.extend(storing::keep_apart(model, &mine, ambient));
    }
    // What was done before was done to other assessments, or to another state of this one.
    model.history = History::default();
    let pending = if text.is_some() { Pending::Nothing } else { Pending::Whole };
    let mut shelved = Shelved::new(Arc::new(assessment), None, pending);
    effects.push(Effect::Post(
        Said::Loaded { id: id.as_str(), name: &shelved.assessment.answered.community.name }.to_text(),
    ));
    let place = start(model, &shelved, text.is_none());
    let first = storing::to_save(&mut shelved, None, ambient);
    model.shelf.insert(id.clone(), shelved);
    if let Some(host) = &mut model.host {
        host.loading = None;
        host.held = Some(Held { id: id.clone(), waiting: Vec::new(), trouble: None });
    }
    if text.is_none() {
        effects.push(first);
    } else {
        effects.push(Effect::TellResults(id.clone()));
    }
    if !model.busy() {
        effects.push(Effect::Go(Route::assessment(id.as_str(), place)));
    }
    Ok(effects)
}

/// Where an assessment of the host's begins: where the address says, else where there is something to do or to see.
fn start(model: &Model, shelved: &Shelved, new: bool) -> Place {
    match model.options.start {
        Start::Place(place) => place,
        _ if new => Place::Community,
        _ if shelved.results.overlap.jaccard.ends().is_some() => Place::Results,
        _ => Place::Expectations(Part::Importance),
    }
}

/// The host has kept a save.
fn saved(model: &mut Model, stamp: &str) -> Result<Vec<Effect>, Fault> {
    let (id, last) = answered(model, stamp)?;
    // An earlier one says nothing of what was typed since.
    Ok(if last { storing::saved(model, &id, stamp) } else { Vec::new() })
}

/// The host has not kept a save.
fn refused(model: &mut Model, stamp: &str, why: Option<String>) -> Result<Vec<Effect>, Fault> {
    let (id, last) = answered(model, stamp)?;
    if last {
        if let Some(shelved) = model.shelf.get_mut(&id) {
            shelved.pending = Pending::Whole;
        }
        if let Some(held) = held_mut(model) {
            held.trouble = Some(Trouble::Refused(why));
        }
    }
    Ok(Vec::new())
}

/// A save was answered: which assessment it was of, and whether it was the last one.
fn answered(model: &mut Model, stamp: &str) -> Result<(AssessmentId, bool), Fault> {
    let held = held_mut(model).ok_or(Fault::Stamp)?;
    let at = held.waiting.iter().position(|one| one == stamp).ok_or(Fault::Stamp)?;
    held.waiting.drain(..=at);
    let last = held.waiting.is_empty();
    if last {
        held.trouble = None;
    }
    Ok((held.id.clone(), last))
}

fn held_mut(model: &mut Model) -> Option<&mut Held> {
    model.host.as_mut()?.held.as_mut()
}

/// The host has let the page wait for a while.
pub fn late(model: &mut Model, awaited: &Awaited) -> Vec<Effect> {
    let Some(host) = &mut model.host else { return Vec::new() };
    match awaited {
        Awaited::HandedOver if host.loading == Some(Loading::Waits) => host.loading = Some(Loading::Late),
        Awaited::HandedOver => {}
        Awaited::Saved(stamp) => {
            if let Some(held) = &mut host.held
                && held.trouble.is_none()
                && held.waiting.contains(stamp)
            {
                held.trouble = Some(Trouble::Late);
            }
        }
    }
    Vec::new()
}

/// Hands the assessment to the host once more, or asks for it once more.
pub fn save_again(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    if model.host.as_ref().is_some_and(|host| host.loading.is_some()) {
        let mut effects = wait(model);
        effects.push(Effect::Post(Said::Load.to_text()));
        return effects;
    }
    let held = model.host.as_ref().and_then(|host| host.held.as_ref());
    let shelved = held.and_then(|held| model.shelf.get_mut(&held.id));
    shelved.map(|shelved| storing::to_save(shelved, None, ambient)).into_iter().collect()
}

/// The host asks to see what is open.
fn ask(model: &mut Model) -> Vec<Effect> {
    let held = model.open_id().filter(|id| model.shows(id));
    let Some(host) = &mut model.host else { return Vec::new() };
    match (held, host.asks) {
        (Some(id), _) => vec![Effect::TellResults(id)],
        (None, Asks::Declined) => vec![Effect::Post(Said::Declined.to_text())],
        (None, _) => {
            host.asks = Asks::Results;
            Vec::new()
        }
    }
}

/// The person releases what is open.
pub fn release(model: &mut Model) -> Vec<Effect> {
    let Some(id) = model.open_id().filter(|_| model.open().is_some()) else { return Vec::new() };
    let Some(host) = model.host.as_mut().filter(|host| host.asks == Asks::Results) else { return Vec::new() };
    host.asks = Asks::Nothing;
    host.released.push(id.clone());
    vec![Effect::TellResults(id)]
}

/// The person shows nothing, or nothing any more.
pub fn withhold(model: &mut Model) -> Vec<Effect> {
    let open = model.open_id();
    let Some(host) = &mut model.host else { return Vec::new() };
    host.released.retain(|id| Some(id) != open.as_ref());
    host.asks = Asks::Declined;
    vec![Effect::Post(Said::Declined.to_text())]
}

/// Tells the host the results of one that it may see.
pub fn tell_results(model: &Model, id: &AssessmentId) -> Vec<Effect> {
    let Some(shelved) = model.shelf.get(id).filter(|_| model.shows(id)) else { return Vec::new() };
    let (assessment, results) = (&shelved.assessment, &shelved.results);
    let many = Many::of(&assessment.answered, &results.counted);
    let next = advice::proposals(assessment, results, &many, model.catalogues.of(assessment).advice(), &[]);
    let line = report::json(assessment, results, &next);
    vec![Effect::Post(Said::Results(&line).to_text())]
}

/// Sees to it that what the host keeps goes to the host, and that it learns of what it may see. Everything that is to
/// be done passes here.
pub fn divert(model: &mut Model, effects: Vec<Effect>) -> Vec<Effect> {
    let mut diverted = Vec::with_capacity(effects.len());
    for effect in effects {
        match effect {
            Effect::Save(save) if model.shows(&save.id) => tell(model, save, &mut diverted),
            // The host keeps it, and no other place of this page.
            Effect::Remove(id) if model.held(&id).is_some() => {}
            Effect::Download { name, media, text } => {
                if model.around != Around::Window {
                    offering::remember_offer(model, &name, &text);
                }
                diverted.push(Effect::Download { name, media, text });
            }
            other => diverted.push(other),
        }
    }
    diverted
}

/// A change of what the host keeps or may see.
fn tell(model: &mut Model, save: Save, diverted: &mut Vec<Effect>) {
    let id = save.id.clone();
    let Some(assessment) = model.shelf.get(&id).map(|shelved| Arc::clone(&shelved.assessment)) else { return };
    if model.held(&id).is_some() {
        let text = file::write_compact(&assessment);
        diverted.push(Effect::Post(Said::Save { stamp: &save.stamp, assessment: &text }.to_text()));
        diverted.push(Effect::Await(Awaited::Saved(save.stamp.clone())));
        if let Some(held) = held_mut(model) {
            held.waiting.push(save.stamp);
            let spare = held.waiting.len().saturating_sub(WAITING);
            held.waiting.drain(..spare);
        }
    } else {
        diverted.push(Effect::Save(save));
    }
    let updated = assessment.updated.as_ref().map_or("", |updated| updated.as_str());
    diverted.push(Effect::Post(Said::Changed { id: id.as_str(), updated }.to_text()));
    diverted.push(Effect::TellResults(id));
}

/// Whether a change that another tab made in storage is followed: not of what the host keeps, nor before this browser's
/// assessments are shown.
pub fn follows(model: &Model, id: &str) -> bool {
    let there = AssessmentId::new(id);
    let held = there.as_ref().is_some_and(|id| model.held(id).is_some());
    let here = there.as_ref().is_some_and(|id| model.shelf.contains_key(id));
    !held && (here || !model.hidden)
}

/// Deleting is the host's business.
pub fn is_kept_there(model: &mut Model, id: &AssessmentId) -> bool {
    let Some(words) = model.held(id).map(|(host, _)| (EN.hosting.delete_there)(&host.name)) else { return false };
    model.notice = Some(Notice::Refused(words));
    true
}

/// The name of a held assessment, for where it is kept.
pub fn held_name(model: &Model) -> Option<(String, String)> {
    let host = model.host.as_ref()?;
    let shelved = model.shelf.get(&host.held.as_ref()?.id)?;
    Some((host.name.clone(), name(&shelved.assessment)))
}
