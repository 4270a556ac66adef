//! The answers of one person or one side, replies, and what is left of them.

use super::fault::{Read, missing};
use super::fields::{at_most, fields, ids, per_item, per_name};
use super::value;
use crate::assessment::{Answer, Answers, Extra, Instant, Pledge, Ratings, Reply, Summary, Tree, limits};
use crate::catalogue::{Contribution, ItemId, Level, Side};
use crate::order::Map;
use crate::tree::Out;

/// One side's answers.
pub(super) fn read(tree: Tree) -> Read<Answers> {
    let mut to = Answers::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "importance" => to.importance = per_item(tree, value::answer)?,
            "delivered" => to.delivered = per_item(tree, value::answer)?,
            "worth" => to.worth = value::given(tree)?,
            "top" => to.top = top(tree)?,
            "guess" => to.guess = per_item(tree, value::answer)?,
            "contribution" => to.contribution = per_contribution(tree, pledge)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

/// Writes one side's answers.
pub(super) fn write(out: &mut Out, answers: &Answers) {
    out.open('{');
    ratings(out, "importance", &answers.importance);
    ratings(out, "delivered", &answers.delivered);
    write_answer(out, "worth", answers.worth);
    write_ids(out, "top", &answers.top);
    ratings(out, "guess", &answers.guess);
    if !answers.contribution.is_empty() {
        out.key("contribution");
        out.open('{');
        for (kind, pledge) in &answers.contribution {
            out.key(kind.key());
            out.open_flat('{');
            write_answer(out, "level", pledge.level);
            out.words("amount", &pledge.amount);
            out.extra(&pledge.extra);
            out.close('}');
        }
        out.close('}');
    }
    out.extra(&answers.extra);
    out.close('}');
}

fn pledge(tree: Tree) -> Read<Pledge> {
    let mut to = Pledge::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "level" => to.level = value::given(tree)?,
            "amount" => to.amount = value::words(tree)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

/// A reply.
pub(super) fn read_reply(tree: Tree) -> Read<Reply> {
    let (mut id, mut side) = (None, None);
    let (mut revision, mut date, mut name, mut answers) = (1, None, None, Answers::default());
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "id" => id = Some(value::reply_id(tree)?),
            "revision" => revision = value::count(tree)?,
            "side" => side = Some(value::name(tree, Side::from_key, &Side::ALL.map(Side::key))?),
            "date" => date = value::optional(tree, value::instant)?,
            "name" => name = value::optional(tree, value::text)?,
            "answers" => answers = read(tree)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    match (id, side) {
        (Some(id), Some(side)) => Ok(Reply { id, revision, side, date, name, answers, extra }),
        (None, _) => missing("id"),
        (_, None) => missing("side"),
    }
}

/// Writes a reply.
pub(super) fn write_reply(out: &mut Out, reply: &Reply) {
    out.open('{');
    out.maybe("id", Some(&reply.id));
    out.count("revision", reply.revision);
    out.maybe("side", Some(reply.side.key()));
    out.maybe("date", reply.date.as_ref().map(Instant::as_str));
    out.maybe("name", reply.name.as_deref());
    out.key("answers");
    write(out, &reply.answers);
    out.extra(&reply.extra);
    out.close('}');
}

/// What is left of a side's replies.
pub(super) fn read_summary(tree: Tree) -> Read<Summary> {
    let mut to = Summary::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "count" => to.count = value::count(tree)?,
            "importance" => to.importance = per_item(tree, value::level)?,
            "delivered" => to.delivered = per_item(tree, value::level)?,
            "worth" => to.worth = value::optional(tree, value::level)?,
            "top" => to.top = top(tree)?,
            "contribution" => to.contribution = per_contribution(tree, value::level)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

/// Writes what is left of a side's replies.
pub(super) fn write_summary(out: &mut Out, summary: &Summary) {
    out.open('{');
    out.count("count", summary.count);
    levels(out, "importance", summary.importance.iter().map(|(id, level)| (id.as_str(), *level)));
    levels(out, "delivered", summary.delivered.iter().map(|(id, level)| (id.as_str(), *level)));
    out.number("worth", summary.worth.map(Level::steps));
    write_ids(out, "top", &summary.top);
    levels(out, "contribution", summary.contribution.iter().map(|(kind, level)| (kind.key(), *level)));
    out.extra(&summary.extra);
    out.close('}');
}

fn top(tree: Tree) -> Read<Vec<ItemId>> {
    at_most(&tree, "expectations", limits::TOP)?;
    ids(tree)
}

fn per_contribution<T>(tree: Tree, one: fn(Tree) -> Read<T>) -> Read<Map<Contribution, T>> {
    per_name(tree, Contribution::from_key, &Contribution::ALL.map(Contribution::key), one)
}

fn ratings(out: &mut Out, key: &str, ratings: &Ratings) {
    if !ratings.is_empty() {
        out.key(key);
        out.open_flat('{');
        for (id, answer) in ratings {
            write_answer(out, id.as_str(), Some::<Answer>(*answer));
        }
        out.close('}');
    }
}

fn levels<'a>(out: &mut Out, key: &str, levels: impl Iterator<Item = (&'a str, Level)>) {
    let mut levels = levels.peekable();
    if levels.peek().is_some() {
        out.key(key);
        out.open_flat('{');
        for (name, level) in levels {
            out.number(name, Some(level.steps()));
        }
        out.close('}');
    }
}

/// The entries of an object with one key for each side, `null` being as good as absent.
pub(super) fn per_side(tree: Tree, take: &mut dyn FnMut(Side, Tree) -> Read<()>) -> Read<Extra> {
    fields(tree, &mut |key, tree| {
        let Some(side) = Side::from_key(key) else { return Ok(Some(tree)) };
        if tree != Tree::Null {
            take(side, tree)?;
        }
        Ok(None)
    })
}

/// An entry with an answer, left out where none was given.
pub(super) fn write_answer(out: &mut Out, key: &str, answer: Option<Answer>) {
    match answer.map(Answer::step) {
        Some(Some(step)) => out.count(key, step.number().into()),
        Some(None) => out.plain_entry(key, "null"),
        None => {}
    }
}

/// An entry with a list of ids in one line, left out where it is empty.
pub(super) fn write_ids(out: &mut Out, key: &str, ids: &[ItemId]) {
    if !ids.is_empty() {
        out.key(key);
        out.open_flat('[');
        for id in ids {
            out.next();
            out.string(id.as_str());
        }
        out.close(']');
    }
}
