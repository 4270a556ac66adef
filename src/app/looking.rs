//! Communities side by side: the saved ones, and those that came as links and files for looking only.

use std::sync::Arc;

use super::message::{Ambient, Effect};
use super::model::{Guest, Model, Pending, Shelved};
use super::naming::name;
use super::notice::Notice;
use super::opening;
use super::{catalogues, restoring};
use crate::assessment::{Assessment, AssessmentId, SnapshotRef};
use crate::catalogue::Known;
use crate::file::{self, BackUp};
use crate::link::{self, Content};
use crate::order;
use crate::report::csv;
use crate::route::{Pick, Route};
use crate::text::EN;

/// One of the two ends of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The first.
    One,
    /// The second.
    Other,
}

impl End {
    /// Both.
    pub const ALL: [Self; 2] = [Self::One, Self::Other];

    /// What stands at this end.
    pub const fn of<T>(self, [one, other]: &[T; 2]) -> &T {
        match self {
            Self::One => one,
            Self::Other => other,
        }
    }

    /// Its letter, which stands for a long name.
    pub const fn letter(self) -> &'static str {
        self.of::<&'static str>(&EN.compare.ends)
    }
}

/// Two states of an assessment that are compared; `None` is the present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparing {
    /// Of which assessment.
    pub id: AssessmentId,
    /// One of them.
    pub earlier: Option<SnapshotRef>,
    /// The other.
    pub later: Option<SnapshotRef>,
}

/// What was found in texts that were handed over for looking.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// Communities that were not here.
    pub added: usize,
    /// In the place of an earlier state that was there for looking.
    pub replaced: usize,
    /// Saved here already, and left as they are.
    pub saved: usize,
    /// Links with a pass-phrase.
    pub locked: usize,
    /// Links of another kind.
    pub other: usize,
    /// What could not be read.
    pub unreadable: usize,
    /// Why the first of them could not be.
    pub why: String,
}

/// What one piece of a text is.
enum Piece {
    Community(Box<Assessment>),
    Locked,
    Other,
    Unreadable(String),
}

/// Puts what some texts hold beside the saved communities, without saving it. The catalogues of a back-up are here
/// then.
pub fn look_at(model: &mut Model, texts: &[String], ambient: &Ambient) -> Vec<Effect> {
    let mut looked = Looked::default();
    let mut effects = Vec::new();
    let mut all = Vec::new();
    for text in texts {
        let back_up = file::back_up(text);
        for catalogue in back_up.iter().flat_map(|back_up| &back_up.catalogues) {
            match catalogues::bring(model, catalogue.text, ambient) {
                Ok(more) => effects.extend(more),
                Err(why) => all.push(Piece::Unreadable((EN.notices.line)(catalogue.number, &why))),
            }
        }
        all.extend(pieces(text, back_up, &model.catalogues.known));
    }
    for piece in all {
        match piece {
            Piece::Community(assessment) => place(model, *assessment, &mut looked),
            Piece::Locked => looked.locked += 1,
            Piece::Other => looked.other += 1,
            Piece::Unreadable(why) => {
                looked.unreadable += 1;
                if looked.why.is_empty() {
                    looked.why = why;
                }
            }
        }
    }
    model.looked = Some(looked);
    effects
}

fn place(model: &mut Model, assessment: Assessment, looked: &mut Looked) {
    if model.shelf.contains_key(&assessment.id) {
        looked.saved += 1;
        return;
    }
    let id = assessment.id.clone();
    let shelved = Shelved::new(Arc::new(assessment), None, Pending::Nothing);
    match model.beside.insert(id, shelved) {
        Some(_) => looked.replaced += 1,
        None => looked.added += 1,
    }
}

/// What a text holds: a back-up with a community a line, a file, or text with links in it.
fn pieces(text: &str, back_up: Option<BackUp<'_>>, known: &Known) -> Vec<Piece> {
    let read = |text: &str| match file::read_known(text, known) {
        Ok(assessment) => Piece::Community(Box::new(assessment)),
        Err(error) => Piece::Unreadable(opening::why_not(text, &error)),
    };
    let text = text.trim_start_matches('\u{feff}').trim();
    match back_up {
        Some(back_up) => back_up.assessments.into_iter().map(|line| numbered(read(line.text), line.number)).collect(),
        None if text.starts_with('{') => vec![read(text)],
        None => link::find(text).into_iter().map(|found| linked(found.token, known)).collect(),
    }
}

/// A piece of a line of a back-up: where it cannot be read, which line it is.
fn numbered(piece: Piece, line: usize) -> Piece {
    match piece {
        Piece::Unreadable(why) => Piece::Unreadable((EN.notices.line)(line, &why)),
        other => other,
    }
}

fn linked(token: Result<String, link::LinkError>, known: &Known) -> Piece {
    match token.and_then(|token| link::decode_known(&token, known)).map(|(content, _)| content) {
        Ok(Content::Assessment(assessment)) => Piece::Community(assessment),
        Ok(Content::Locked) => Piece::Locked,
        Ok(Content::Invitation(_) | Content::Reply(_)) => Piece::Other,
        Err(error) => Piece::Unreadable(error.to_string()),
    }
}

/// Keeps all of those for looking. One that was deleted here in another state is asked about.
pub fn keep(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let all = model.beside.values().map(|one| Arc::clone(&one.assessment)).collect();
    model.beside.clear();
    model.looked = None;
    restoring::keep_all(model, all, ambient)
}

/// Takes one of those for looking away, or all of them.
pub fn look_away(model: &mut Model, id: Option<&AssessmentId>) -> Vec<Effect> {
    match id {
        Some(id) => {
            model.beside.remove(id);
        }
        None => model.beside.clear(),
    }
    model.looked = None;
    Vec::new()
}

/// Opens one of those for looking as the guest copy.
pub fn look_into(model: &mut Model, id: &AssessmentId) -> Vec<Effect> {
    let Some(shelved) = model.beside.get(id) else { return Vec::new() };
    let (assessment, results) = (Arc::clone(&shelved.assessment), Arc::clone(&shelved.results));
    let held = file::write_compact(&assessment);
    model.guest = Some(Guest { assessment, results });
    vec![Effect::HoldGuest(Some(held)), Effect::Go(Route::Guest)]
}

/// All communities side by side, by name; with each, whether it is there for looking only.
pub fn side_by_side(model: &Model) -> Vec<(&Shelved, bool)> {
    let saved = model.shelf.values().map(|shelved| (shelved, false));
    let beside = model.beside.values().filter(|one| !model.shelf.contains_key(&one.assessment.id));
    let all = saved.chain(beside.map(|shelved| (shelved, true)));
    // The names are written once, not once for each comparison.
    let mut named: Vec<_> = all.map(|one| (name(&one.0.assessment).to_lowercase(), one)).collect();
    order::sort_by(&mut named, |(name, one), (other_name, other)| {
        name.cmp(other_name).then_with(|| one.0.assessment.id.cmp(&other.0.assessment.id))
    });
    named.into_iter().map(|(_, one)| one).collect()
}

/// Goes where a state stands at one end of the comparison, and what was there before at the other.
pub fn put_beside(model: &Model, end: End, pick: Option<Pick>) -> Vec<Effect> {
    let Route::Compare([one, other]) = model.route.clone() else { return Vec::new() };
    vec![Effect::Go(Route::Compare(match end {
        End::One => [pick, other],
        End::Other => [one, pick],
    }))]
}

/// The assessment of a state that is compared: a saved one, one that is there for looking, or the guest copy.
pub fn picked<'a>(model: &'a Model, pick: &Pick) -> Option<&'a Arc<Assessment>> {
    if pick.id == Pick::GUEST {
        return model.guest.as_ref().map(|guest| &guest.assessment);
    }
    let id = AssessmentId::new(&pick.id)?;
    model.shelf.get(&id).or_else(|| model.beside.get(&id)).map(|shelved| &shelved.assessment)
}

/// Offers all of them as a table to open with a double click: with the mark without which Excel does not take it for
/// UTF-8.
pub fn save_table(model: &mut Model, ambient: &Ambient) -> Vec<Effect> {
    let mut text = ["\u{feff}", &csv::header()].concat();
    for (shelved, _) in side_by_side(model) {
        text.push_str(&csv::row(&shelved.assessment, &shelved.results));
    }
    let name = (EN.portfolio.file)(ambient.today.as_str());
    model.notice = Some(Notice::FileSaved(name.clone()));
    vec![Effect::Download { name, media: "text/csv", text }]
}
