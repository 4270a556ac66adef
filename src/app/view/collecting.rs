//! What a heap of text holds, said before anything changes, and the replies that are here.

use super::words;
use crate::app::{Model, Piece, name};
use crate::assessment::{Arrival, Instant, Mark, Reply};
use crate::catalogue::Side;
use crate::link::{self, Finding};
use crate::order::Map;
use crate::route::{Place, Route};
use crate::score::heard::standing;
use crate::text::{EN, numbers};

/// How many broken replies are shown one by one.
const SHOWN: usize = 5;

/// What was found in the text.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundView {
    /// What it says, a line each.
    pub lines: Vec<FoundLine>,
    /// The words on the button that adds them; `None` where nothing can be added.
    pub add: Option<String>,
    /// The one reply that the text holds, if it is here already: whoever sees from a message that it is to go can take
    /// it out.
    pub here: Option<String>,
}

/// A line on what was found.
#[derive(Clone, Debug, PartialEq)]
pub struct FoundLine {
    /// Whether it can be added.
    pub good: bool,
    /// What it is.
    pub what: String,
    /// What follows.
    pub rest: String,
    /// Where that can be done.
    pub to: Option<String>,
}

/// A text that lies beside the field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PieceRow {
    /// Its number.
    pub number: u32,
    /// What it is, and its size.
    pub name: String,
    /// How many replies are in it.
    pub holds: String,
}

/// A reply that is here.
#[derive(Clone, Debug, PartialEq)]
pub struct ReplyRow {
    /// Its id.
    pub id: String,
    /// Its side.
    pub side: Side,
    /// Its name, or that it has none.
    pub who: String,
    /// Its side, when it was given, and how often it was changed.
    pub when: String,
}

/// What was found in the text for the assessment that is open; `None` while there is no text.
pub fn found(model: &Model) -> Option<FoundView> {
    let heap = model.open_heap().filter(|heap| !heap.is_empty())?;
    let found = heap.found(&model.open()?.assessment);
    let addable = link::addable(&found).count();
    let here = match found.as_slice() {
        [Finding::Reply(sent, Arrival::AlreadyThere)] => Some(sent.reply.id.clone()),
        _ => None,
    };
    Some(FoundView { lines: lines(model, &found), add: (addable > 0).then(|| (EN.inviting.add)(addable)), here })
}

/// The text in the field.
pub fn heap_text(model: &Model) -> String {
    model.open_heap().map_or_else(String::new, |heap| String::from(&*heap.typed.text))
}

/// The texts beside it.
pub fn pieces(model: &Model) -> Vec<PieceRow> {
    let row = |piece: &Piece| PieceRow {
        number: piece.number,
        name: {
            let what = piece.file.as_deref().unwrap_or(EN.inviting.pasted);
            [what, ", ", &numbers::bytes(piece.text.len())].concat()
        },
        holds: (EN.inviting.holds)(piece.replies()),
    };
    model.open_heap().map(|heap| heap.beside.iter().map(row).collect()).unwrap_or_default()
}

/// What one of them says; nothing where it was taken away.
pub fn piece_text(model: &Model, number: u32) -> String {
    let piece = model.open_heap().and_then(|heap| heap.beside.iter().find(|piece| piece.number == number));
    piece.map_or_else(String::new, |piece| String::from(&*piece.text))
}

/// What is counted apart, in the order in which it is said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Sort {
    NewMembers,
    NewOrganisation,
    Replaces,
    There,
    Again,
    Earlier,
    /// Of another community that is here: how many stand before it.
    Elsewhere(usize),
    Foreign,
    Round(u32),
    Unknown,
    OtherSide,
    Summarised,
    TooMany,
    Invitation,
    Other,
}

fn lines(model: &Model, found: &[Finding]) -> Vec<FoundLine> {
    let mut counts: Map<Sort, usize> = Map::new();
    let mut broken: Vec<(&str, &str)> = Vec::new();
    for finding in found {
        match finding {
            Finding::Unreadable(start, why) => broken.push((start, why)),
            finding => *counts.entry(sort(model, finding)).or_default() += 1,
        }
    }
    let mut lines: Vec<FoundLine> = counts.iter().map(|(sort, count)| line(model, *sort, *count)).collect();
    lines.extend(unreadable(&broken));
    if lines.is_empty() {
        lines.push(bad(EN.inviting.found_none.to_owned(), EN.inviting.found_none_lead));
    }
    lines
}

fn sort(model: &Model, finding: &Finding) -> Sort {
    let here = |mark: Mark| model.shelf.keys().position(|id| id.mark() == mark);
    match finding {
        Finding::Reply(sent, arrival) => match arrival {
            Arrival::New => match sent.reply.side {
                Side::Members => Sort::NewMembers,
                Side::Organisation => Sort::NewOrganisation,
            },
            Arrival::Replaces => Sort::Replaces,
            Arrival::AlreadyThere => Sort::There,
            Arrival::Foreign => here(sent.assessment).map_or(Sort::Foreign, Sort::Elsewhere),
            Arrival::OtherRound(round) => Sort::Round(*round),
            Arrival::UnknownItem(_) => Sort::Unknown,
            Arrival::OtherSide => Sort::OtherSide,
            Arrival::Summarised => Sort::Summarised,
            Arrival::TooMany => Sort::TooMany,
        },
        Finding::Again => Sort::Again,
        Finding::Earlier => Sort::Earlier,
        Finding::Invitation => Sort::Invitation,
        Finding::OtherKind | Finding::Unreadable(..) => Sort::Other,
    }
}

fn bad(what: String, rest: &str) -> FoundLine {
    FoundLine { good: false, what, rest: rest.to_owned(), to: None }
}

fn good(what: String, rest: &str) -> FoundLine {
    FoundLine { good: true, what, rest: rest.to_owned(), to: None }
}

/// That they are for a community that is here, and the way there.
fn elsewhere(model: &Model, at: usize, count: usize) -> Option<FoundLine> {
    let (id, shelved) = model.shelf.iter().nth(at)?;
    let to = Route::assessment(id.as_str(), Place::Voices).address();
    let what = (EN.inviting.found_elsewhere)(count, &name(&shelved.assessment));
    Some(FoundLine { to: Some(to), ..bad(what, EN.inviting.found_elsewhere_rest) })
}

fn line(model: &Model, sort: Sort, count: usize) -> FoundLine {
    let text = &EN.inviting;
    match sort {
        Sort::NewMembers => good((text.found_new)(words::side(Side::Members), count), text.found_new_rest),
        Sort::NewOrganisation => good((text.found_new)(words::side(Side::Organisation), count), text.found_new_rest),
        Sort::Replaces => good((text.found_replaces)(count), text.found_replaces_rest),
        Sort::There => bad((text.found_there)(count), text.found_there_rest),
        Sort::Again => bad((text.found_again)(count), text.found_again_rest),
        Sort::Earlier => good((text.found_earlier)(count), text.found_earlier_rest),
        Sort::Elsewhere(at) => {
            elsewhere(model, at, count).unwrap_or_else(|| bad((text.found_foreign)(count), text.found_foreign_rest))
        }
        Sort::Foreign => bad((text.found_foreign)(count), text.found_foreign_rest),
        Sort::Round(round) => bad((text.found_round)(count, round as usize), text.found_round_rest),
        Sort::Unknown => bad((text.found_unknown)(count), text.found_unknown_rest),
        Sort::OtherSide => bad((text.found_other_side)(count), text.found_other_side_rest),
        Sort::Summarised => bad((text.found_summarised)(count), text.found_summarised_rest),
        Sort::TooMany => bad((text.found_too_many)(count), text.found_too_many_rest),
        Sort::Invitation => bad((text.found_invitation)(count), text.found_invitation_rest),
        Sort::Other => bad((text.found_other)(count), text.found_other_rest),
    }
}

/// The broken ones: how many, the first few one by one.
fn unreadable(broken: &[(&str, &str)]) -> Option<FoundLine> {
    if broken.is_empty() {
        return None;
    }
    let shown = broken.iter().take(SHOWN).map(|(start, why)| (EN.inviting.found_unreadable_one)(start, why));
    let more = broken.len().checked_sub(SHOWN).filter(|more| *more > 0).map(EN.inviting.found_more);
    let rest = shown.chain(more).collect::<Vec<_>>().join(" ");
    Some(bad((EN.inviting.found_unreadable)(broken.len()), &rest))
}

/// The replies of the assessment that is open, the latest first.
pub fn replies(model: &Model) -> Vec<ReplyRow> {
    let Some(shelved) = model.open() else { return Vec::new() };
    let standing = standing(&shelved.assessment.answered.replies);
    standing.into_iter().rev().map(|reply| row(reply, model.ahead)).collect()
}

fn row(reply: &Reply, ahead: i32) -> ReplyRow {
    let minute = |date: &Instant| {
        let here = date.at(ahead);
        (EN.home.at_time)(&words::date(&here.date()), here.time())
    };
    let date = reply.date.as_ref().map_or_else(|| EN.inviting.undated.to_owned(), minute);
    let changed = match reply.revision {
        0 | 1 => String::new(),
        2 => [", ", EN.inviting.changed_once].concat(),
        more => [", ", &(EN.inviting.revision)(more)].concat(),
    };
    let who = reply.name.as_deref().map(str::trim).filter(|name| !name.is_empty()).unwrap_or(EN.inviting.unnamed);
    ReplyRow {
        id: reply.id.clone(),
        side: reply.side,
        who: who.to_owned(),
        when: [words::side(reply.side), " · ", &date, &changed].concat(),
    }
}
