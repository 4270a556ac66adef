//! The first page: the saved communities, the recently deleted, what could not be read, and where things are kept.

use std::sync::Arc;

use super::catalogues::{WaitingRow, waiting};
use super::frame::changed;
use super::outlook::{outlook_short, outlook_stairs};
use super::reply::{done, for_whom};
use super::results::sentence;
use super::{explained, picture_of, words};
use crate::app::hosting::held_name;
use crate::app::{Around, Aside, Draft, Incoming, Model, Pending, Shelved, Storage, Whence, name, storing};
use crate::assessment::{Assessment, AssessmentId, Beside};
use crate::chart;
use crate::order;
use crate::route::{Place, Route};
use crate::text::{EN, numbers};

/// The first page.
#[derive(Clone, Debug, PartialEq)]
pub struct HomeView {
    /// The saved communities, the last changed first.
    pub listed: Vec<Listed>,
    /// The replies begun in this browser.
    pub drafts: Vec<DraftRow>,
    /// The recently deleted ones.
    pub gone: Vec<GoneRow>,
    /// Records that wait for their catalogue.
    pub waiting: Vec<WaitingRow>,
    /// Records that could not be read.
    pub aside: Vec<Aside>,
    /// How much is kept where.
    pub store: String,
    /// Who else can see it.
    pub who: &'static str,
    /// Whether this browser keeps more that is not shown before one asks for it.
    pub hidden: bool,
    /// Whether anything can be backed up.
    pub anything: bool,
}

/// A saved community in the list; its card is made when it is shown, for there may be thousands.
#[derive(Clone, Debug, PartialEq)]
pub struct Listed {
    /// Which.
    pub id: AssessmentId,
    /// What a search looks in.
    pub search: String,
    /// The state it is in: another one stands elsewhere in memory.
    state: usize,
}

/// A saved community.
#[derive(Clone, Debug, PartialEq)]
pub struct Card {
    /// Which.
    pub id: AssessmentId,
    /// Its name.
    pub name: String,
    /// Its results.
    pub address: String,
    /// The overlap.
    pub overlap: String,
    /// The finding.
    pub line: String,
    /// The small picture, as SVG.
    pub mini: String,
    /// Its phase.
    pub phase: String,
    /// The outlook in short.
    pub outlook: String,
    /// The same as four bars, as SVG.
    pub stairs: String,
    /// The catalogue it was made with, if that is not the bundled one.
    pub catalogue: Option<String>,
    /// How many replies.
    pub heard: String,
    /// When it was last changed.
    pub changed: String,
    /// Whether it can be deleted here: what the host of a frame keeps cannot.
    pub deletable: bool,
}

/// A reply begun in this browser.
#[derive(Clone, Debug, PartialEq)]
pub struct DraftRow {
    /// Which.
    pub key: String,
    /// For whom.
    pub name: String,
    /// How far it is.
    pub state: String,
    /// Where it goes on.
    pub address: String,
}

/// A deleted community.
#[derive(Clone, Debug, PartialEq)]
pub struct GoneRow {
    /// Which.
    pub id: AssessmentId,
    /// Its name.
    pub name: String,
    /// When it was deleted.
    pub when: String,
}

/// A decision between two states of one assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct DecisionView {
    /// "… is here already", or among the recently deleted.
    pub title: String,
    /// What differs between the two.
    pub differs: String,
    /// When either was last changed.
    pub when: [String; 2],
    /// Open mine, or bring it back.
    pub mine: &'static str,
    /// "Add its four replies to mine", where it has some.
    pub add: Option<String>,
}

/// The first page.
pub fn home(model: &Model) -> HomeView {
    let mut shelved: Vec<&Shelved> = model.shelf.values().collect();
    order::sort_by(&mut shelved, |one, two| two.assessment.updated.cmp(&one.assessment.updated));
    let mut gone: Vec<_> = model.gone.iter().collect();
    order::sort_by(&mut gone, |(_, one), (_, two)| two.when.cmp(&one.when));
    HomeView {
        listed: shelved.into_iter().map(listed).collect(),
        drafts: model
            .drafts
            .iter()
            .filter(|(_, draft)| draft.begun() && !model.hidden)
            .map(|(key, draft)| draft_row(key, draft))
            .collect(),
        gone: gone
            .into_iter()
            .map(|(id, gone)| GoneRow {
                id: id.clone(),
                name: name(&gone.assessment),
                when: (EN.home.gone_when)(&changed(model, Some(&gone.when))),
            })
            .collect(),
        waiting: waiting(model),
        aside: model.aside.clone(),
        store: store(model),
        who: match model.whence {
            _ if model.storage != Storage::Browser || model.hidden => "",
            // All is at the host.
            _ if held_name(model).is_some() && model.shelf.len() == 1 => "",
            Whence::Site => EN.home.who_reads,
            Whence::File(_) => EN.home.who_reads_file,
        },
        hidden: model.hidden,
        anything: !model.shelf.is_empty(),
    }
}

/// Where the communities are: at the host of the frame, in this browser, in this tab only.
fn store(model: &Model) -> String {
    let here = model.shelf.iter().filter(|(id, _)| model.held(id).is_none());
    let (count, size) = here.fold((0, 0), |(count, size), (_, shelved)| (count + 1, size + shelved.size.all()));
    let mut parts: Vec<String> =
        held_name(model).map(|(host, name)| (EN.hosting.kept_home)(&host, &name)).into_iter().collect();
    let held = !parts.is_empty();
    match (model.storage, model.around) {
        // Where all is at the host, what this browser could keep is beside the point.
        _ if held && count == 0 => {}
        (Storage::Browser, _) if model.hidden && count == 0 => {}
        (Storage::Browser, around) => {
            let begun = model.drafts.values().any(Draft::begun);
            let more = begun || !(model.gone.is_empty() && model.aside.is_empty() && model.waiting.is_empty());
            parts.push(if count == 0 && more {
                EN.home.store_above.to_owned()
            } else {
                (EN.home.store)(count, &numbers::count(size))
            });
            if around != Around::Window && count > 0 {
                parts.push(EN.hosting.store_frame.to_owned());
            }
        }
        (Storage::TabOnly, Around::Sandbox) => parts.push(EN.hosting.store_sandbox.to_owned()),
        (Storage::TabOnly | Storage::Refusing, _) => parts.push(EN.home.store_tab.to_owned()),
        (Storage::Full, _) => parts.push(EN.home.store_full.to_owned()),
    }
    parts.join(" ")
}

fn draft_row(key: &str, draft: &Draft) -> DraftRow {
    let (done, all) = done(draft);
    let state = if draft.shown { EN.reply.ready.to_owned() } else { (EN.reply.begun_state)(done, all) };
    let page = if draft.shown { draft.pages().len() - 1 } else { draft.resumed() };
    DraftRow {
        key: key.to_owned(),
        name: for_whom(draft),
        state,
        address: Route::Reply { key: key.to_owned(), page }.address(),
    }
}

fn listed(shelved: &Shelved) -> Listed {
    let assessment = &shelved.assessment;
    Listed {
        id: assessment.id.clone(),
        search: format!("{} {}", name(assessment), assessment.answered.community.purpose).to_lowercase(),
        // A pointer is even.
        state: Arc::as_ptr(assessment).addr() + usize::from(shelved.pending != Pending::Nothing),
    }
}

/// The card of a saved community; `None` if it is not here.
pub fn card(model: &Model, id: &AssessmentId) -> Option<Card> {
    let shelved = model.shelf.get(id)?;
    let (assessment, results) = (&shelved.assessment, &shelved.results);
    let answered = &assessment.answered;
    let name = name(assessment);
    let outlook = results.outlook;
    let catalogue = model.catalogues.of(assessment);
    let picture = picture_of(answered, results, catalogue, &format!("m{id}"), String::new());
    let replies = answered.replies.len();
    let summarised: u32 =
        answered.summary.iter().filter_map(|(_, summary)| summary.as_ref()).map(|one| one.count).sum();
    Some(Card {
        address: Route::assessment(id.as_str(), Place::Results).address(),
        overlap: words::percent(results.overlap.jaccard, explained::OVERLAP),
        line: sentence(answered, results).start,
        mini: chart::mini(&picture, 60.0).to_svg(),
        phase: catalogue.phase_name(answered.community.phase).to_owned(),
        outlook: outlook_short(outlook),
        stairs: outlook_stairs(outlook).to_svg(),
        catalogue: assessment.catalogue.as_ref().map(|id| id.name.clone()),
        heard: (EN.home.replies)(if replies > 0 { replies } else { summarised as usize }),
        changed: if storing::roomless(model).any(|one| one.assessment.id == *id) {
            EN.frame.kept_full.to_owned()
        } else {
            changed(model, assessment.updated.as_ref())
        },
        deletable: model.held(id).is_none(),
        id: id.clone(),
        name,
    })
}

/// The decision that waits, if one does.
pub fn decision(model: &Model) -> Option<DecisionView> {
    let incoming = model.incoming()?;
    let theirs = &incoming.theirs;
    let mine = model.had(&theirs.id)?;
    let (title, open) = if model.shelf.contains_key(&theirs.id) {
        (EN.home.same_title, EN.home.same_mine)
    } else {
        (EN.home.same_title_gone, EN.home.same_mine_gone)
    };
    let day = |one: &Assessment| changed(model, one.updated.as_ref());
    // Two states of one day are told apart by the time.
    let minute = |one: &Assessment| match &one.updated {
        Some(updated) if day(theirs) == day(mine) => (EN.home.at_time)(&day(one), updated.at(model.ahead).time()),
        _ => day(one),
    };
    Some(DecisionView {
        title: title(&name(mine)),
        differs: [differs(incoming), (EN.home.same_more)(model.queue.len())].concat(),
        when: [(EN.home.same_when)(&minute(mine)), (EN.home.same_when_theirs)(&minute(theirs))],
        mine: open,
        add: (model.shelf.contains_key(&theirs.id) && !incoming.adds.is_empty())
            .then(|| (EN.home.same_add)(incoming.adds.len())),
    })
}

/// What the two differ in, and what either has that the other lacks.
fn differs(incoming: &Incoming) -> String {
    let (text, apart) = (&EN.home, incoming.replies);
    let counted = |count: usize, words: fn(usize) -> String| (count > 0).then(|| words(count));
    let changed = [counted(incoming.answers, text.same_answers), counted(apart.changed, text.same_replies)];
    let changed: Vec<String> = changed.into_iter().flatten().collect();
    let mut parts = match changed.is_empty() {
        true if apart.none() => text.same_beside_them.to_owned(),
        true => String::new(),
        false => (text.same_differs)(&changed),
    };
    if apart.theirs > 0 {
        parts.push_str(&(text.same_more_replies)(&(text.same_replies)(apart.theirs)));
    }
    let beside = Beside::ALL.into_iter().zip(text.same_beside);
    let beside = beside.filter(|(what, _)| incoming.lacks.contains(what)).map(|(_, words)| words.to_owned());
    let lacks: Vec<String> = counted(apart.mine, text.same_replies).into_iter().chain(beside).collect();
    if !lacks.is_empty() {
        parts.push_str(&(text.same_lacks)(&lacks));
    }
    if incoming.medians && apart.mine > 0 {
        parts.push_str(text.same_medians);
    }
    parts
}
