//! Single values of a file: texts, steps, numbers, dates, names.
//!
//! Where a value may be absent, `null` is the same; only an answer tells the two apart.

#![expect(clippy::needless_pass_by_value, reason = "readers are handed on, so all are a `fn(Tree) -> Read<T>`")]

use std::str::FromStr;

use super::fault::{At, Problem, Read, fault, missing, quoted};
use super::fields::fields;
use crate::assessment::{Answer, AssessmentId, Date, Instant, Tree, limits};
use crate::catalogue::identity::is_name;
use crate::catalogue::{CatalogueId, Digest, ItemId, Level, Step};

/// A text of at most [`limits::TEXT`] characters.
pub(super) fn text(tree: Tree) -> Read<String> {
    let Tree::Text(text) = tree else { return kind(&tree, "a text") };
    // The bytes are counted at once, the characters only where they may be too many.
    if text.len() > limits::TEXT {
        let count = text.chars().count();
        if count > limits::TEXT {
            return fault(Problem::TooLong { count, limit: limits::TEXT });
        }
    }
    Ok(text)
}

/// A text, empty where it is absent.
pub(super) fn words(tree: Tree) -> Read<String> {
    optional(tree, text).map(Option::unwrap_or_default)
}

/// Which catalogue something was made with. Nothing else in it is kept: what a catalogue is, its digest says.
pub(super) fn catalogue(tree: Tree) -> Read<CatalogueId> {
    let (mut name, mut digest) = (None, None);
    fields(tree, &mut |key, tree| {
        match key {
            "name" => name = Some(text(tree)?),
            "digest" => digest = Some(self::digest(tree)?),
            _ => {}
        }
        Ok(None)
    })?;
    match (name, digest) {
        (Some(name), Some(digest)) if is_name(&name) => Ok(CatalogueId { name, digest }),
        (Some(name), Some(_)) => {
            fault(Problem::Value { found: quoted(&name), expected: "a name of 1 to 60 characters" }).at("name")
        }
        (None, _) => missing("name"),
        (_, None) => missing("digest"),
    }
}

fn digest(tree: Tree) -> Read<Digest> {
    match parsed(&tree) {
        Some(digest) => Ok(digest),
        None => not(&tree, "32 hexadecimal digits"),
    }
}

/// `None` for `null`, else what `one` reads.
pub(super) fn optional<T>(tree: Tree, one: fn(Tree) -> Read<T>) -> Read<Option<T>> {
    match tree {
        Tree::Null => Ok(None),
        tree => one(tree).map(Some),
    }
}

/// An answer: a step, or `null` for "I don't know".
pub(super) fn answer(tree: Tree) -> Read<Answer> {
    match tree {
        Tree::Null => Ok(Answer::DontKnow),
        Tree::Number(_) => step(tree).map(Answer::Step),
        other => kind(&other, "a step from 0 to 4 or null"),
    }
}

/// An answer that was given.
pub(super) fn given(tree: Tree) -> Read<Option<Answer>> {
    answer(tree).map(Some)
}

/// A step, a whole number from 0 to 4.
pub(super) fn step(tree: Tree) -> Read<Step> {
    const EXPECTED: &str = "a step from 0 to 4";
    match whole(&tree).map(|number| u8::try_from(number).ok().and_then(Step::new)) {
        Some(Some(step)) => Ok(step),
        _ => not(&tree, EXPECTED),
    }
}

/// A median: a step or the middle of two.
pub(super) fn level(tree: Tree) -> Read<Level> {
    let level = match &tree {
        Tree::Number(number) => number.as_f64().and_then(Level::from_steps),
        _ => None,
    };
    level.map_or_else(|| not(&tree, "a half step from 0 to 4"), Ok)
}

/// A number.
pub(super) fn number(tree: Tree) -> Read<f64> {
    let Tree::Number(number) = &tree else { return kind(&tree, "a number") };
    number.as_f64().map_or_else(|| not(&tree, "a number"), Ok)
}

/// A count: a whole number from 0.
pub(super) fn count(tree: Tree) -> Read<u32> {
    match whole(&tree).map(u32::try_from) {
        Some(Ok(count)) => Ok(count),
        _ => not(&tree, "a whole number from 0 to 4294967295"),
    }
}

/// A count from 1.
pub(super) fn positive(tree: Tree) -> Read<u32> {
    match whole(&tree).map(u32::try_from) {
        Some(Ok(count)) if count > 0 => Ok(count),
        _ => not(&tree, "a whole number from 1 to 4294967295"),
    }
}

/// `true` or `false`.
pub(super) fn switch(tree: Tree) -> Read<bool> {
    match tree {
        Tree::Bool(value) => Ok(value),
        other => kind(&other, "true or false"),
    }
}

/// A day.
pub(super) fn day(tree: Tree) -> Read<Date> {
    let read: Option<Date> = parsed(&tree);
    match read.filter(Date::is_day) {
        Some(date) => Ok(date),
        None => not(&tree, "a day such as 2026-11-20"),
    }
}

/// A day, a month or a year.
pub(super) fn date(tree: Tree) -> Read<Date> {
    parsed(&tree).map_or_else(|| not(&tree, "a day, month or year such as 2026-11-20, 2026-11, 2026"), Ok)
}

/// An instant.
pub(super) fn instant(tree: Tree) -> Read<Instant> {
    parsed(&tree).map_or_else(|| not(&tree, "an instant such as 2026-11-20T16:05:00Z"), Ok)
}

/// The id of an assessment.
pub(super) fn assessment_id(tree: Tree) -> Read<AssessmentId> {
    let id = match &tree {
        Tree::Text(text) => AssessmentId::new(text),
        _ => None,
    };
    id.map_or_else(|| not(&tree, "an id of 1 to 64 letters, digits, hyphens, underscores"), Ok)
}

/// The id of a reply, which has the form of an assessment's.
pub(super) fn reply_id(tree: Tree) -> Read<String> {
    assessment_id(tree).map(|id| id.as_str().to_owned())
}

/// One of a closed list of names.
pub(super) fn name<T>(tree: Tree, from: fn(&str) -> Option<T>, names: &[&'static str]) -> Read<T> {
    let Tree::Text(text) = tree else { return kind(&tree, "a text") };
    from(&text).map_or_else(|| fault(Problem::NotOneOf { found: quoted(&text), names: names.to_vec() }), Ok)
}

/// The fault of a value of the wrong kind.
pub(super) fn kind<T>(tree: &Tree, expected: &'static str) -> Read<T> {
    fault(Problem::Kind { found: tree.kind(), expected })
}

/// The fault of a value that is not what is expected, be it of the right kind or not.
fn not<T>(tree: &Tree, expected: &'static str) -> Read<T> {
    match tree {
        Tree::Number(number) => fault(Problem::Value { found: number.to_string(), expected }),
        Tree::Text(text) => fault(Problem::Value { found: quoted(text), expected }),
        other => kind(other, expected),
    }
}

/// The value of a text.
fn parsed<T: FromStr>(tree: &Tree) -> Option<T> {
    match tree {
        Tree::Text(text) => text.parse().ok(),
        _ => None,
    }
}

/// A whole number that is not negative, also where it is written `3.0`, which JSON does not tell from `3`.
pub(super) fn whole(tree: &Tree) -> Option<u64> {
    let Tree::Number(number) = tree else { return None };
    number.as_u64().or_else(|| {
        let number = number.as_f64().filter(|number| number.fract() == 0.0 && (0.0..=9e15).contains(number))?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "guarded by the line above")]
        let whole = number as u64;
        Some(whole)
    })
}

/// The number of an action.
pub(super) fn small(tree: Tree) -> Read<u16> {
    match whole(&tree).map(u16::try_from) {
        Some(Ok(number)) => Ok(number),
        _ => not(&tree, "a whole number from 0 to 65535"),
    }
}

/// The id of an own item.
pub(super) fn own_id(tree: Tree) -> Read<ItemId> {
    let id: Option<ItemId> = parsed(&tree);
    match id.filter(|id| id.own_number().is_some()) {
        Some(id) => Ok(id),
        None => not(&tree, "an own id such as own-1"),
    }
}
