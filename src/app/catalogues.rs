//! Catalogues of somebody's own: opened, kept, chosen for a new community, and asked for by what was made with them.
//!
//! What was made with a catalogue that is not here is shown nowhere and changed nowhere: what came waits as [`Wanted`],
//! what storage holds as [`Waiting`]. Once the catalogue is opened, both go on by themselves. A catalogue is kept in
//! storage when it is opened by hand, and at the latest with the first thing that is kept and was made with it; it
//! cannot be removed before the last of these.

use std::sync::Arc;
use std::{fmt, mem};

use super::dialog::Dialog;
use super::message::{Ambient, Effect, Save, Source, Stored};
use super::model::Model;
use super::naming::catalogue_file;
use super::notice::Notice;
use super::offering::JSON;
use super::{opening, replying, storing};
use crate::assessment::{Assessment, AssessmentId};
use crate::catalogue::{Catalogue, CatalogueId, Digest, Known, bundled, bundled_text};
use crate::text::EN;

/// The catalogues that are here.
#[derive(Clone, Debug, Default)]
pub struct Catalogues {
    /// What can be read with them.
    pub known: Known,
    /// Those beside the bundled one, in the order in which they came.
    pub own: Vec<Own>,
}

/// A catalogue that is not the bundled one.
#[derive(Clone, Debug)]
pub struct Own {
    /// The catalogue.
    pub catalogue: &'static Catalogue,
    /// What tells it from others.
    pub id: CatalogueId,
    /// Its file as it came.
    pub text: Arc<str>,
    /// Whether storage holds it, or will.
    pub kept: bool,
    /// Whether storage has refused it.
    pub refused: bool,
    /// Whether it came with the page.
    pub provided: bool,
}

/// What came and cannot be read before a catalogue is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wanted {
    /// The catalogue that it was made with.
    pub needed: CatalogueId,
    /// What came.
    pub text: String,
    /// How it came.
    pub source: Source,
    /// The name of another catalogue that was opened since.
    pub other: Option<String>,
}

/// What storage holds and cannot be read before a catalogue is here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Waiting {
    /// The catalogue that it was made with.
    pub needed: CatalogueId,
    /// What it is.
    pub record: Record,
}

/// Why a catalogue is not taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotAdded {
    /// It cannot be read, and why.
    Unreadable(String),
    /// As many as can be are here.
    TooMany,
}

impl fmt::Display for NotAdded {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Unreadable(why) => why,
            Self::TooMany => EN.notices.catalogue_too_many,
        })
    }
}

impl From<NotAdded> for Notice {
    fn from(why: NotAdded) -> Self {
        match why {
            NotAdded::Unreadable(why) => Self::Unreadable(why),
            NotAdded::TooMany => Self::TooManyCatalogues,
        }
    }
}

/// Something that storage holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Record {
    /// A saved assessment.
    Saved(Stored),
    /// A deleted one, by its id.
    Gone(String, String),
    /// The guest copy of this tab.
    Guest(String),
    /// A reply that was begun, by its key.
    Draft(String, String),
}

impl Catalogues {
    /// The catalogue that an assessment was made with. Whatever is here came with its catalogue.
    pub fn of(&self, assessment: &Assessment) -> &'static Catalogue {
        self.known.find(assessment.catalogue.as_ref()).unwrap_or_else(bundled)
    }

    /// The one with this digest.
    pub fn own(&self, digest: Digest) -> Option<&Own> {
        self.own.iter().find(|own| own.id.digest == digest)
    }

    fn own_mut(&mut self, digest: Digest) -> Option<&mut Own> {
        self.own.iter_mut().find(|own| own.id.digest == digest)
    }

    /// Takes a catalogue in; tells which it is. `None` is the bundled one.
    ///
    /// # Errors
    ///
    /// Why it is not taken.
    pub fn add(&mut self, text: &str) -> Result<Option<Digest>, NotAdded> {
        let catalogue = Catalogue::read(text).map_err(|error| NotAdded::Unreadable(error.to_string()))?;
        let Some(id) = catalogue.id().cloned() else { return Ok(None) };
        let catalogue = self.known.add(catalogue).ok_or(NotAdded::TooMany)?;
        let digest = id.digest;
        if self.own(digest).is_none() {
            let own = Own { catalogue, id, text: text.into(), kept: false, refused: false, provided: false };
            self.own.push(own);
        }
        Ok(Some(digest))
    }
}

/// Opens a catalogue that a person handed over: keeps it, and goes on with what waited for it.
pub fn open(model: &mut Model, text: &str, ambient: &Ambient) -> Vec<Effect> {
    opened(model, text, ambient).unwrap_or_else(|why| said(model, why.into()))
}

/// The same, where it is said elsewhere why one is not taken in.
///
/// # Errors
///
/// Why it is not; nothing has changed.
pub fn opened(model: &mut Model, text: &str, ambient: &Ambient) -> Result<Vec<Effect>, NotAdded> {
    let before = model.catalogues.own.len();
    let Some(digest) = model.catalogues.add(text)? else { return Ok(said(model, Notice::CatalogueBundled)) };
    let new = model.catalogues.own.len() > before;
    let mut effects = keep(model, digest);
    if let Some(own) = model.catalogues.own(digest) {
        let (name, items) = (own.id.name.clone(), own.catalogue.items.len());
        model.notice = Some(if new || !effects.is_empty() {
            Notice::CatalogueOpened { name, items }
        } else {
            Notice::CatalogueHere(name)
        });
    }
    effects.extend(go_on(model, digest, ambient));
    Ok(effects)
}

fn said(model: &mut Model, notice: Notice) -> Vec<Effect> {
    model.notice = Some(notice);
    Vec::new()
}

/// Goes on with what waited for a catalogue that is here now.
fn go_on(model: &mut Model, digest: Digest, ambient: &Ambient) -> Vec<Effect> {
    let mut effects = Vec::new();
    for Waiting { record, .. } in mem::take(&mut model.waiting) {
        match record {
            Record::Draft(key, text) => replying::take_in(model, key, &text),
            record => effects.extend(storing::take_in(model, record, ambient)),
        }
    }
    let name = model.catalogues.own(digest).map(|own| own.id.name.clone());
    for dialog in mem::take(&mut model.dialogs) {
        match dialog {
            Dialog::Wanted(wanted) if wanted.needed.digest == digest => {
                effects.extend(opening::open(model, &wanted.text, wanted.source, ambient));
            }
            Dialog::Wanted(wanted) => model.dialogs.push(Dialog::Wanted(Wanted { other: name.clone(), ..wanted })),
            dialog => model.dialogs.push(dialog),
        }
    }
    effects
}

/// Asks for the catalogue that something was made with.
pub fn want(model: &mut Model, needed: CatalogueId, text: &str, source: Source) -> Vec<Effect> {
    model.open_dialog(Dialog::Wanted(Wanted { needed, text: text.to_owned(), source, other: None }));
    Vec::new()
}

/// Takes in a catalogue that came with a back-up; the first thing made with it keeps it.
///
/// # Errors
///
/// Why it cannot be read.
pub fn bring(model: &mut Model, text: &str, ambient: &Ambient) -> Result<Vec<Effect>, String> {
    let digest = model.catalogues.add(text).map_err(|why| why.to_string())?;
    Ok(digest.map_or_else(Vec::new, |digest| go_on(model, digest, ambient)))
}

/// The page brought a catalogue along, or could not.
pub fn provided(model: &mut Model, address: &str, text: Option<&str>, ambient: &Ambient) -> Vec<Effect> {
    let Some(text) = text else {
        return said(model, Notice::CatalogueNotProvided((EN.catalogues.fetch_failed)(address)));
    };
    match model.catalogues.add(text) {
        Ok(Some(digest)) => {
            if let Some(own) = model.catalogues.own_mut(digest) {
                own.provided = true;
            }
            go_on(model, digest, ambient)
        }
        Ok(None) => Vec::new(),
        Err(NotAdded::Unreadable(why)) => said(model, Notice::CatalogueNotProvided(why)),
        Err(why) => said(model, why.into()),
    }
}

/// The catalogues that storage holds. One that cannot be read stays there, and blocks nothing.
pub fn kept(model: &mut Model, texts: &[(String, String)], ambient: &Ambient) -> Vec<Effect> {
    let mut effects = Vec::new();
    for (key, text) in texts {
        if let Ok(Some(digest)) = model.catalogues.add(text)
            && digest.to_string() == *key
            && let Some(own) = model.catalogues.own_mut(digest)
        {
            own.kept = true;
            effects.extend(go_on(model, digest, ambient));
        }
    }
    effects
}

/// Keeps a catalogue, unless it is kept already.
pub fn keep(model: &mut Model, digest: Digest) -> Vec<Effect> {
    match model.catalogues.own_mut(digest) {
        Some(own) if !own.kept => {
            own.kept = true;
            vec![Effect::KeepCatalogue { digest, text: own.text.to_string() }]
        }
        _ => Vec::new(),
    }
}

/// Keeps all that are kept once more, and what waits for one that is not here.
pub fn keep_all(model: &Model) -> Vec<Effect> {
    let kept = model.catalogues.own.iter().filter(|own| own.kept);
    let kept = kept.map(|own| Effect::KeepCatalogue { digest: own.id.digest, text: own.text.to_string() });
    let waiting = model.waiting.iter().filter_map(|one| match one.record.clone() {
        Record::Saved(Stored { id, stamp, answers, replies, snapshots }) => {
            AssessmentId::new(&id).map(|id| Effect::Save(Save { id, over: None, stamp, answers, replies, snapshots }))
        }
        Record::Gone(id, text) => AssessmentId::new(&id).map(|id| Effect::KeepGone(id, text)),
        Record::Draft(key, record) => Some(Effect::KeepDraft { key, record }),
        // It is in this tab alone.
        Record::Guest(_) => None,
    });
    kept.chain(waiting).collect()
}

/// Keeps the catalogue of something that is about to be kept.
pub fn keep_for(model: &mut Model, id: Option<&CatalogueId>) -> Vec<Effect> {
    id.map_or_else(Vec::new, |id| keep(model, id.digest))
}

/// A catalogue could not be kept: it is here until the page is closed, and the page says so.
pub fn refused(model: &mut Model, digest: Digest) -> Vec<Effect> {
    let Some(own) = model.catalogues.own_mut(digest) else { return Vec::new() };
    (own.kept, own.refused) = (false, true);
    let name = own.id.name.clone();
    said(model, Notice::CatalogueRefused(name))
}

/// How many communities, deleted ones and replies were made with a catalogue.
pub fn uses(model: &Model, digest: Digest) -> usize {
    let made = |assessment: &Assessment| assessment.catalogue.as_ref().is_some_and(|id| id.digest == digest);
    let saved = model.shelf.values().filter(|one| made(&one.assessment)).count();
    let gone = model.gone.values().filter(|one| made(&one.assessment)).count();
    let begun = |draft: &super::Draft| draft.catalogue.id().is_some_and(|id| id.digest == digest);
    let copy = model.guest.iter().filter(|guest| made(&guest.assessment)).count();
    saved + gone + copy + model.drafts.values().filter(|draft| begun(draft)).count()
}

/// Takes a catalogue out of storage, if nothing was made with it. It can be kept again until the page is closed.
pub fn remove(model: &mut Model, digest: Digest) -> Vec<Effect> {
    let uses = uses(model, digest);
    let Some(own) = model.catalogues.own_mut(digest) else { return Vec::new() };
    let name = own.id.name.clone();
    if uses > 0 {
        return said(model, Notice::CatalogueInUse { name, uses });
    }
    (own.kept, own.refused) = (false, false);
    model.notice = Some(Notice::CatalogueRemoved(name));
    vec![Effect::DropCatalogue(digest)]
}

/// Another tab has kept or removed a catalogue.
pub fn elsewhere(model: &mut Model, digest: Digest, text: Option<&str>, ambient: &Ambient) -> Vec<Effect> {
    let Some(text) = text else {
        let used = uses(model, digest) > 0;
        if let Some(own) = model.catalogues.own_mut(digest) {
            own.kept = false;
        }
        return if used { keep(model, digest) } else { Vec::new() };
    };
    if model.catalogues.add(text) != Ok(Some(digest)) {
        return Vec::new();
    }
    if let Some(own) = model.catalogues.own_mut(digest) {
        own.kept = true;
    }
    go_on(model, digest, ambient)
}

/// Offers a catalogue as a file; without a digest, the bundled one.
pub fn save(model: &mut Model, digest: Option<Digest>) -> Vec<Effect> {
    let (name, text) = match digest.map(|digest| model.catalogues.own(digest)) {
        None => (bundled().name.as_str(), bundled_text()),
        Some(Some(own)) => (own.catalogue.name.as_str(), own.text.to_string()),
        Some(None) => return Vec::new(),
    };
    let name = catalogue_file(name);
    model.notice = Some(Notice::FileSaved(name.clone()));
    vec![Effect::Download { name, media: JSON, text }]
}
