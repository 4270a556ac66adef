//! Several at once: a back-up of a line each, and files that are handed over together.
//!
//! What can be read is brought in, as one change that can be taken back. What cannot is named: a line of a back-up is
//! kept aside too, since its file may be the only one; a file of its own stays where it is. What was made with a
//! catalogue that is not here waits for it. Of what is here in another state, a back-up's is kept beside it; of a file,
//! one is asked, one after the other.

use std::sync::Arc;

use super::catalogues;
use super::editing::change;
use super::history::{Named, Where};
use super::message::{Ambient, Effect, Handed, Source};
use super::model::{Aside, Model};
use super::naming::name;
use super::notice::Notice;
use super::opening;
use super::shelf::{copy_of, same};
use crate::assessment::{Assessment, AssessmentId};
use crate::catalogue::{Catalogue, CatalogueId, Known};
use crate::file::{self, BackUp, FileError, Line};
use crate::link::{self, Content};
use crate::text::EN;
use crate::tree::Tree;

/// How many of what cannot be read are named.
const NAMED: usize = 3;

/// What several that came at once were.
#[derive(Default)]
struct Brought {
    /// Not here before.
    new: usize,
    /// Here in another state; kept as copies.
    copies: usize,
    /// Here already.
    same: usize,
    /// Here in another state; the person is asked about each.
    asked: usize,
    /// Catalogues.
    catalogues: usize,
    /// Waiting for a catalogue.
    waits: usize,
    /// What could not be read: where, and why.
    unread: Vec<String>,
    /// Whether some of that is kept aside.
    aside: bool,
}

impl Brought {
    /// What is said of it.
    fn told(&self) -> Notice {
        let text = &EN.notices;
        let Self { new, copies, same, asked, catalogues, waits, unread, aside } = self;
        let named: Vec<&str> = unread.iter().take(NAMED).map(String::as_str).collect();
        let mut detail = String::new();
        if !named.is_empty() {
            detail.push_str(&(text.unread)(&named.join("; "), unread.len() - named.len()));
        }
        if *aside {
            detail.push_str(text.unread_aside);
        }
        Notice::Brought {
            words: (text.brought)([*new, *copies, *same, *asked, *catalogues, *waits]),
            detail,
            undo: new + copies > 0 && *asked == 0,
            aside: *aside,
        }
    }
}

/// What is done with what is here in another state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clash {
    /// It is kept beside it.
    Beside,
    /// The person is asked.
    Ask,
}

/// What came, read as far as it can be, before anything changes.
#[derive(Default)]
struct Reading {
    /// What could be read.
    read: Vec<(Arc<Assessment>, Clash)>,
    /// What waits for a catalogue, a line each, and the first of these catalogues.
    waits: Vec<String>,
    needed: Option<CatalogueId>,
    /// Where something cannot be read, and why.
    unread: Vec<String>,
    /// The lines among that.
    aside: Vec<Aside>,
}

impl Reading {
    /// Reads the assessment in a file, or behind the link in it.
    fn file(&mut self, text: &str, known: &Known) -> Result<(), String> {
        let read = file::read_known(text, known);
        match read.as_ref().err().filter(|error| error.needed().is_none()) {
            None => self.take(read, text, Clash::Ask),
            Some(error) => match link::decode_known(text, known) {
                Ok((Content::Assessment(assessment), _)) => self.take(Ok(*assessment), text, Clash::Ask),
                Ok(_) => Err(EN.notices.open_alone.to_owned()),
                Err(_) => Err(opening::why_not(text, error)),
            },
        }
    }

    /// Takes in what was read from a text, or lets it wait for its catalogue; else tells why not.
    fn take(&mut self, read: Result<Assessment, FileError>, text: &str, clash: Clash) -> Result<(), String> {
        match read {
            Ok(assessment) => self.read.push((Arc::new(assessment), clash)),
            Err(error) => match error.needed() {
                Some(needed) => {
                    self.needed.get_or_insert_with(|| needed.clone());
                    self.waits.push(Tree::parse(text).map_or_else(|_| text.to_owned(), |tree| tree.to_text()));
                }
                None => return Err(error.to_string()),
            },
        }
        Ok(())
    }

    /// Reads a back-up with its catalogues, which it gives back.
    fn lines<'a>(&mut self, back_up: &BackUp<'a>, file: Option<&str>, known: &Known) -> Vec<&'a str> {
        let mut broken: Vec<(Line<'_>, String)> = Vec::new();
        let (mut own, mut brought) = (Vec::new(), Vec::new());
        for line in &back_up.catalogues {
            match Catalogue::read(line.text) {
                Err(error) => broken.push((*line, error.to_string())),
                Ok(catalogue) if known.find(catalogue.id()).is_some() => brought.push(line.text),
                Ok(_) if known.own().len() + own.len() >= Known::MOST => {
                    broken.push((*line, EN.notices.catalogue_too_many.to_owned()));
                }
                Ok(catalogue) => {
                    own.push(catalogue);
                    brought.push(line.text);
                }
            }
        }
        for line in &back_up.assessments {
            let mut one = file::read_known(line.text, known);
            if let Some(needed) = one.as_ref().err().and_then(FileError::needed)
                && let Some(own) = own.iter().find(|own| own.id().is_some_and(|id| id.digest == needed.digest))
            {
                one = file::read(line.text, own);
            }
            if let Err(why) = self.take(one, line.text, Clash::Beside) {
                // The number of the line goes before.
                broken.push((*line, why.replacen("at line 1, column", "at column", 1)));
            }
        }
        self.put_aside(&broken, file);
        brought
    }

    /// Names lines that cannot be read, and keeps them together.
    fn put_aside(&mut self, broken: &[(Line<'_>, String)], file: Option<&str>) {
        let named = |(line, why): &(Line<'_>, String)| {
            let why = (EN.notices.line)(line.number, why);
            file.map_or_else(|| why.clone(), |file| [file, ", ", &why].concat())
        };
        self.unread.extend(broken.iter().map(named));
        if let Some(first) = broken.first() {
            let lines: Vec<&str> = broken.iter().map(|(line, _)| line.text).collect();
            let key = file.unwrap_or(EN.notices.back_up).to_owned();
            let why = (EN.notices.lines_aside)(broken.len(), &(EN.notices.line)(first.0.number, &first.1));
            self.aside.push(Aside { key, text: lines.join("\n"), why });
        }
    }
}

/// Brings a back-up in. Where lines are wrong and none can be read, nothing changes.
pub fn restore(model: &mut Model, back_up: &BackUp<'_>, file: Option<&str>, ambient: &Ambient) -> Vec<Effect> {
    let mut reading = Reading::default();
    let found = reading.lines(back_up, file, &model.catalogues.known);
    let (mut effects, mut brought) = (Vec::new(), Brought::default());
    if !reading.read.is_empty() || reading.unread.is_empty() {
        effects = bring_all(model, &found, ambient);
        if reading.read.is_empty() {
            brought.catalogues = found.len();
        }
    }
    finish(model, reading, brought, effects, ambient)
}

/// Opens files that were handed over together; one alone is opened as ever.
pub fn open_files(model: &mut Model, files: &[Handed], refused: Vec<String>, ambient: &Ambient) -> Vec<Effect> {
    if let ([Handed { file, text }], []) = (files, refused.as_slice()) {
        if let Some(back_up) = file::back_up(text) {
            return restore(model, &back_up, file.as_deref(), ambient);
        }
        let effects = opening::open(model, text, Source::File, ambient);
        if let (Some(Notice::Unreadable(why)), Some(_)) = (&mut model.notice, file) {
            *why = at(file.as_deref(), why);
        }
        return effects;
    }
    model.notice = None;
    let mut reading = Reading { unread: refused, ..Reading::default() };
    let (mut effects, mut brought) = (Vec::new(), Brought::default());
    let (catalogues, others): (Vec<_>, Vec<_>) = files.iter().partition(|handed| Catalogue::claims(&handed.text));
    for Handed { file, text } in catalogues {
        match catalogues::opened(model, text, ambient) {
            Ok(more) => {
                effects.extend(more);
                brought.catalogues += 1;
            }
            Err(why) => reading.unread.push(at(file.as_deref(), &why.to_string())),
        }
    }
    // It is said once for all.
    model.notice = None;
    for Handed { file, text } in others {
        let text = text.trim_start_matches('\u{feff}').trim();
        if let Some(back_up) = file::back_up(text) {
            let found = reading.lines(&back_up, file.as_deref(), &model.catalogues.known);
            effects.extend(bring_all(model, &found, ambient));
        } else if let Err(why) = reading.file(text, &model.catalogues.known) {
            reading.unread.push(at(file.as_deref(), &why));
        }
    }
    finish(model, reading, brought, effects, ambient)
}

/// Keeps assessments that are here already but not kept.
pub fn keep_all(model: &mut Model, all: Vec<Arc<Assessment>>, ambient: &Ambient) -> Vec<Effect> {
    let read = all.into_iter().map(|one| (one, Clash::Ask)).collect();
    finish(model, Reading { read, ..Reading::default() }, Brought::default(), Vec::new(), ambient)
}

fn at(file: Option<&str>, why: &str) -> String {
    [file.unwrap_or_default(), ": ", why].concat()
}

fn bring_all(model: &mut Model, catalogues: &[&str], ambient: &Ambient) -> Vec<Effect> {
    catalogues.iter().flat_map(|text| catalogues::bring(model, text, ambient).unwrap_or_default()).collect()
}

/// Brings in what was read: what is not here is added; of what is here, or was deleted, in another state, one is asked,
/// or it is kept beside it, and so is another state further up. What cannot be read is said.
fn finish(
    model: &mut Model,
    reading: Reading,
    mut brought: Brought,
    mut effects: Vec<Effect>,
    ambient: &Ambient,
) -> Vec<Effect> {
    let Reading { read, waits, needed, unread, aside } = reading;
    if read.is_empty() && needed.is_none() && brought.catalogues == 0 {
        model.notice = Some(Notice::Unreadable(unread.join("; ")));
        return effects;
    }
    let mut states: Vec<(AssessmentId, Where)> = Vec::new();
    for (at, (theirs, clash)) in read.into_iter().enumerate() {
        let above = states.iter().find_map(|(id, state)| match state {
            Where::Shelf(above) if *id == theirs.id => Some(above),
            _ => None,
        });
        match above.or_else(|| model.had(&theirs.id)) {
            Some(mine) if !same(mine, &theirs) && clash == Clash::Ask => model.queue.push(theirs),
            Some(mine) if !same(mine, &theirs) => {
                brought.copies += 1;
                let copy = copy_of(&theirs, (EN.home.copy_of)(&name(&theirs)), &varied(ambient, at));
                states.push((copy.id.clone(), Where::Shelf(Arc::new(copy))));
            }
            Some(_) if above.is_some() || model.shelf.contains_key(&theirs.id) => brought.same += 1,
            _ => {
                brought.new += 1;
                states.push((theirs.id.clone(), Where::Shelf(theirs)));
            }
        }
    }
    if !states.is_empty() {
        effects.extend(change(model, Named::Opened, states, ambient));
    }
    if let Some(needed) = needed {
        effects.extend(catalogues::want(model, needed, &waits.join("\n"), Source::File));
    }
    for mut one in aside {
        one.key = free(model, &one);
        model.aside.retain(|other| other.key != one.key);
        model.aside.push(one.clone());
        brought.aside = true;
        effects.push(Effect::PutAside(one));
    }
    (brought.asked, brought.waits, brought.unread) = (model.queue.len(), waits.len(), unread);
    model.notice = Some(brought.told());
    if !model.queue.is_empty() {
        model.then = model.notice.take();
    }
    effects
}

/// The key under which lines are kept aside: of several files of one name, none takes another's place.
fn free(model: &Model, one: &Aside) -> String {
    let mut key = one.key.clone();
    let mut count = 1;
    while model.aside.iter().any(|other| other.key == key && other.text != one.text) {
        count += 1;
        key = format!("{} ({count})", one.key);
    }
    key
}

/// The same surroundings with other random bytes, for the `at`-th of several identities made at once.
fn varied(ambient: &Ambient, at: usize) -> Ambient {
    let mut varied = ambient.clone();
    for (byte, count) in varied.random.iter_mut().zip(at.to_le_bytes()) {
        *byte ^= count;
    }
    varied
}
