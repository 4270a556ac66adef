//! The checklist of a value statement: ten things to look for, and why each holds or not.
//!
//! It looks for words, and says so on screen. A verb counts for a side where it stands at most four words behind it in
//! the same sentence ("members, who need …"), or, where it hands something over, at most two before it ("saves members
//! …"); and only if no bracket that is still to be filled in follows it.

use super::words;
use crate::assessment::{Assessment, Measure};
use crate::catalogue::advice::Kind;
use crate::catalogue::{Advice, Catalogue, ItemId};
use crate::chart::MarkKind;
use crate::score::{Region, Results};
use crate::text::EN;

/// The place of the check that asks for what both sides want.
const SPEAKS: usize = 5;

/// The most words of a statement that people can say.
const LONGEST: usize = 90;

/// One of the checks.
#[derive(Clone, Debug, PartialEq)]
pub struct CheckRow {
    /// Whether it holds.
    pub mark: MarkKind,
    /// The same in words.
    pub mark_words: &'static str,
    /// What is looked for.
    pub name: &'static str,
    /// Why it holds or not.
    pub why: String,
}

/// A piece of the statement.
#[derive(Clone, Debug, PartialEq)]
enum Piece {
    /// A word, in small letters.
    Word(String),
    /// The end of a sentence.
    End,
    /// Something in brackets that is to be filled in.
    Gap,
}

/// The items that both sides want, in their order.
pub fn shared(results: &Results) -> impl Iterator<Item = ItemId> {
    results.standing(Region::Shared).map(|item| item.id)
}

/// The checks of the statement of an assessment.
pub fn checks(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> Vec<CheckRow> {
    let text = &EN.planning;
    let statement = assessment.statement.text.trim();
    let pieces = pieces(statement);
    let gaps = pieces.iter().filter(|piece| **piece == Piece::Gap).count();
    let length = statement.split_whitespace().count();
    let named = |side| pieces.iter().any(|piece| begins(piece, side));
    let missing = |members: bool, organisation: bool| match (members, organisation) {
        (false, true) => text.missing_members.to_owned(),
        (true, false) => text.missing_organisation.to_owned(),
        _ => String::new(),
    };
    let both = (named(text.member_words), named(text.organisation_words));
    let gets = (gets(&pieces, text.member_words), gets(&pieces, text.organisation_words));
    let gives = (gives(&pieces, text.member_words), gives(&pieces, text.organisation_words));
    let spoken = spoken_of(assessment, results, catalogue, &pieces);
    let some_shared = shared(results).next().is_some();
    let speaks = if spoken.is_empty() { String::new() } else { (text.speaks_of)(&spoken) };
    let written = [
        (both.0 && both.1, missing(both.0, both.1)),
        (gets.0 && gets.1, missing(gets.0, gets.1)),
        (gives.0 && gives.1, missing(gives.0, gives.1)),
        (says(&without_labels(&pieces, assessment, catalogue), text.effect_words), String::new()),
        (says(&pieces, text.instead_words), String::new()),
        (!spoken.is_empty(), speaks),
        (gaps == 0, if gaps == 0 { String::new() } else { (text.gaps_left)(gaps) }),
        (is_short(statement), (text.length)(length)),
    ];
    let leads = assessment.measures.iter().any(|measure| is_whole(measure, catalogue.advice()));
    let beside = [leads, is_kept(assessment)];
    let silent = statement.is_empty();
    let of_text = written.into_iter().map(|(holds, detail)| (if silent { None } else { Some(holds) }, detail));
    let all = of_text.chain(beside.map(|holds| (Some(holds), String::new())));
    let mut rows: Vec<CheckRow> = all.enumerate().map(|(at, (holds, detail))| row(at, holds, &detail)).collect();
    // What both want cannot be named while there is nothing.
    if let (false, Some(speaks)) = (some_shared, rows.get_mut(SPEAKS)) {
        (speaks.mark, speaks.mark_words) = (MarkKind::Unknown, EN.results.unknown);
        text.check_nothing_shared.clone_into(&mut speaks.why);
    }
    rows
}

/// Whether a statement stands there, and nothing in it is left to fill in.
pub(super) fn is_written(statement: &str) -> bool {
    let pieces = pieces(statement);
    !pieces.contains(&Piece::Gap) && pieces.iter().any(|piece| matches!(piece, Piece::Word(_)))
}

/// The pieces without the labels of what is asked about: "faster newcomers" is what somebody wants, and no effect yet.
fn without_labels(pieces: &[Piece], assessment: &Assessment, catalogue: &Catalogue) -> Vec<Piece> {
    let answered = &assessment.answered;
    let mut left = pieces.to_vec();
    for item in &answered.items {
        let mut label = self::pieces(&words::label(answered, item.id(), catalogue));
        label.retain(|piece| *piece != Piece::End);
        while let Some(at) =
            (0..left.len()).find(|at| !label.is_empty() && left.get(*at..).unwrap_or_default().starts_with(&label))
        {
            left.drain(at..at + label.len());
        }
    }
    left
}

/// Whether people can say a statement.
pub(super) fn is_short(statement: &str) -> bool {
    statement.split_whitespace().count() <= LONGEST
}

fn row(at: usize, holds: Option<bool>, detail: &str) -> CheckRow {
    let text = &EN.planning;
    let (mark, mark_words, reasons) = match holds {
        Some(true) => (MarkKind::Yes, EN.results.yes, &text.check_holds),
        Some(false) => (MarkKind::No, EN.results.no, &text.check_asks),
        None => (MarkKind::Unknown, EN.results.unknown, &text.check_asks),
    };
    let reason = words::pick(reasons, at);
    // What was found stands for why it holds; what is missing stands before what is asked for.
    let why = match holds {
        Some(true) if !detail.is_empty() => detail.to_owned(),
        Some(false) if !detail.is_empty() => [detail, " ", reason].concat(),
        _ => reason.to_owned(),
    };
    CheckRow { mark, mark_words, name: words::pick(&text.check_names, at), why }
}

/// A statement in pieces.
fn pieces(statement: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut word = String::new();
    let mut inside = false;
    for (at, letter) in statement.char_indices().chain([(statement.len(), '.')]) {
        match letter {
            // One that is never closed is a gap, and hides nothing behind it.
            '[' if !statement.get(at..).is_some_and(|rest| rest.contains(']')) => pieces.push(Piece::Gap),
            '[' => inside = true,
            ']' if inside => {
                inside = false;
                pieces.push(Piece::Gap);
            }
            _ if inside => {}
            _ if letter.is_alphanumeric() => word.extend(letter.to_lowercase()),
            _ => {
                if !word.is_empty() {
                    pieces.push(Piece::Word(std::mem::take(&mut word)));
                }
                if matches!(letter, '.' | '!' | '?' | ';' | '\n') {
                    pieces.push(Piece::End);
                }
            }
        }
    }
    pieces
}

fn begins(piece: &Piece, with: &[&str]) -> bool {
    matches!(piece, Piece::Word(word) if with.iter().any(|start| word.starts_with(start)))
}

/// Whether what follows a place is written, and no gap.
fn is_filled(pieces: &[Piece], behind: usize) -> bool {
    !pieces.iter().skip(behind + 1).take(2).any(|piece| *piece == Piece::Gap)
}

/// Whether one of some words stands behind a side, before the sentence ends.
fn follows(pieces: &[Piece], side: &[&str], verbs: &[&str]) -> bool {
    pieces.iter().enumerate().filter(|(_, piece)| begins(piece, side)).any(|(at, _)| {
        let near = pieces.iter().enumerate().skip(at + 1).take(4).take_while(|(_, piece)| **piece != Piece::End);
        near.filter(|(_, piece)| begins(piece, verbs)).any(|(place, _)| is_filled(pieces, place))
    })
}

fn gives(pieces: &[Piece], side: &[&str]) -> bool {
    follows(pieces, side, EN.planning.give_words)
}

fn gets(pieces: &[Piece], side: &[&str]) -> bool {
    let handed = pieces.iter().enumerate().filter(|(_, piece)| begins(piece, side)).any(|(at, _)| {
        let before = pieces.iter().take(at).rev().take(2).take_while(|piece| **piece != Piece::End);
        is_filled(pieces, at) && before.into_iter().any(|piece| begins(piece, EN.planning.hand_words))
    });
    handed || follows(pieces, side, EN.planning.gain_words)
}

/// Whether one of some turns of phrase stands in it.
fn says(pieces: &[Piece], phrases: &[&str]) -> bool {
    let stands = |phrase: &str, at: usize| {
        let mut there = pieces.iter().skip(at);
        phrase.split(' ').all(|word| matches!(there.next(), Some(Piece::Word(found)) if found == word))
            && is_filled(pieces, at + phrase.split(' ').count() - 1)
    };
    phrases.iter().any(|phrase| (0..pieces.len()).any(|at| stands(phrase, at)))
}

/// The labels of what both sides want and the statement speaks of: it has all telling words of the label, or two of the
/// whole expectation.
fn spoken_of(assessment: &Assessment, results: &Results, catalogue: &Catalogue, pieces: &[Piece]) -> String {
    let answered = &assessment.answered;
    let said = |stem: &&String| pieces.iter().any(|piece| begins(piece, &[stem]));
    let has = |id: &ItemId| {
        let label = telling(&words::label(answered, *id, catalogue));
        let whole = telling(&words::statement(answered, *id, catalogue));
        !label.is_empty() && label.iter().all(|stem| said(&stem)) || whole.iter().filter(said).count() > 1
    };
    let labels = shared(results).filter(has).map(|id| words::within(&words::label(answered, id, catalogue)));
    (EN.planning.list)(&labels.collect::<Vec<_>>())
}

/// The beginnings of the words that tell an expectation from others.
fn telling(text: &str) -> Vec<String> {
    let mut telling: Vec<String> = Vec::new();
    for piece in pieces(text) {
        if let Piece::Word(word) = piece {
            // Five letters tell a word and its endings; one with fewer than four is a particle.
            let stem: String = word.chars().take(5).collect();
            let common = EN.planning.common_words.iter().any(|start| word.starts_with(start));
            if stem.chars().count() > 3 && !common && !telling.contains(&stem) {
                telling.push(stem);
            }
        }
    }
    telling
}

/// Whether a measure looks ahead and has all that it takes.
fn is_whole(measure: &Measure, advice: &Advice) -> bool {
    measure.kind_by(advice) == Some(Kind::Leading)
        && !measure.unit.trim().is_empty()
        && measure.baseline.is_some()
        && measure.target.is_some()
        && measure.due.is_some()
}

fn is_kept(assessment: &Assessment) -> bool {
    !assessment.statement.owner.trim().is_empty() && assessment.statement.review.is_some()
}
