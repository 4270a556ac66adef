//! What is asked and was answered: the part of a file that a snapshot holds too.

use std::sync::Arc;

use super::answers::{self, per_side};
use super::beside;
use super::fault::{Problem, Read, fault, missing};
use super::fields::{fields, list, not_known, per_name, short_list};
use super::value;
use crate::assessment::{Answered, Answers, Community, Date, Item, OwnItem, Reply, Tree, limits};
use crate::catalogue::{Holder, Origin, Phase, Practice, Side};
use crate::tree::Out;

/// What has been read so far.
pub(super) struct Reading {
    community: Option<Community>,
    rest: Answered,
}

impl Reading {
    /// Nothing yet.
    pub(super) fn new() -> Self {
        Self { community: None, rest: Answered::new(Community::new(Phase::Plan), Vec::new()) }
    }

    /// Reads the value of a key, or gives it back where the key is unknown.
    pub(super) fn take(&mut self, key: &str, tree: Tree) -> Read<Option<Tree>> {
        let to = &mut self.rest;
        match key {
            "community" => self.community = Some(read_community(tree)?),
            "items" => to.items = read_items(tree)?,
            "set_aside" => to.set_aside = list(tree, read_own)?,
            "organisation" => to.estimate.organisation = answers::read(tree)?,
            "members" => to.estimate.members = answers::read(tree)?,
            "practices" => {
                to.practices =
                    per_name(tree, Practice::from_key, &Practice::ALL.map(Practice::key), beside::read_practice)?;
            }
            "min_replies" => {
                let minima = &mut to.min_replies;
                to.extra.min_replies = per_side(tree, &mut |side, tree| {
                    *minima.get_mut(side) = value::positive(tree)?;
                    Ok(())
                })?;
            }
            "replies" => to.replies = Arc::new(read_replies(tree)?),
            "summary" => {
                let summaries = &mut to.summary;
                to.extra.summary = per_side(tree, &mut |side, tree| {
                    *summaries.get_mut(side) = Some(answers::read_summary(tree)?);
                    Ok(())
                })?;
            }
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    }

    /// All of it, if nothing is missing.
    pub(super) fn finish(self) -> Read<Answered> {
        let Some(community) = self.community else { return missing("community") };
        if self.rest.items.is_empty() {
            return missing("items");
        }
        Ok(Answered { community, ..self.rest })
    }
}

/// Writes the keys up to the practices.
pub(super) fn write_answers(out: &mut Out, answered: &Answered) {
    write_community(out, &answered.community);
    out.key("items");
    write_items(out, &answered.items);
    if !answered.set_aside.is_empty() {
        out.key("set_aside");
        out.open('[');
        for own in &answered.set_aside {
            out.next();
            write_own(out, own);
        }
        out.close(']');
    }
    for (side, estimate) in answered.estimate.iter() {
        if *estimate != Answers::default() {
            out.key(side.key());
            answers::write(out, estimate);
        }
    }
    if !answered.practices.is_empty() {
        out.key("practices");
        out.open('{');
        for (practice, answer) in &answered.practices {
            out.key(practice.key());
            beside::write_practice(out, answer);
        }
        out.close('}');
    }
}

/// Writes from how many replies on a side is heard.
pub(super) fn write_min_replies(out: &mut Out, answered: &Answered) {
    out.key("min_replies");
    out.open_flat('{');
    for (side, minimum) in answered.min_replies.iter() {
        out.count(side.key(), *minimum);
    }
    out.extra(&answered.extra.min_replies);
    out.close('}');
}

/// Writes what is left of replies, unless there is nothing.
pub(super) fn write_summary(out: &mut Out, answered: &Answered) {
    let extra = &answered.extra.summary;
    if Side::ALL.iter().any(|side| answered.summary.get(*side).is_some()) || !extra.is_empty() {
        out.key("summary");
        out.open('{');
        for (side, summary) in answered.summary.iter() {
            if let Some(summary) = summary {
                out.key(side.key());
                answers::write_summary(out, summary);
            }
        }
        out.extra(extra);
        out.close('}');
    }
}

/// The replies.
pub(super) fn read_replies(tree: Tree) -> Read<Vec<Reply>> {
    short_list(tree, "replies", limits::REPLIES, answers::read_reply)
}

/// Writes the replies as a list.
pub(super) fn write_replies(out: &mut Out, replies: &[Reply]) {
    out.open('[');
    for reply in replies {
        out.next();
        answers::write_reply(out, reply);
    }
    out.close(']');
}

fn read_community(tree: Tree) -> Read<Community> {
    let mut to = Community::new(Phase::Plan);
    let (mut name, mut phase) = (None, None);
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "name" => name = Some(value::text(tree)?),
            "purpose" => to.purpose = value::words(tree)?,
            "phase" => phase = Some(value::name(tree, Phase::from_key, &Phase::ALL.map(Phase::key))?),
            "origin" => to.origin = value::optional(tree, read_origin)?,
            "founded" => to.founded = value::optional(tree, value::date)?,
            "size" => to.size = value::optional(tree, value::count)?,
            "next_review" => to.next_review = value::optional(tree, value::day)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    match (name, phase) {
        (Some(name), Some(phase)) => Ok(Community { name, phase, extra, ..to }),
        (None, _) => missing("name"),
        (_, None) => missing("phase"),
    }
}

fn read_origin(tree: Tree) -> Read<Origin> {
    value::name(tree, Origin::from_key, &Origin::ALL.map(Origin::key))
}

/// Writes the key `community`.
pub(super) fn write_community(out: &mut Out, community: &Community) {
    out.key("community");
    out.open('{');
    out.maybe("name", Some(&community.name));
    out.words("purpose", &community.purpose);
    out.maybe("phase", Some(community.phase.key()));
    out.maybe("origin", community.origin.map(Origin::key));
    out.maybe("founded", community.founded.as_ref().map(Date::as_str));
    out.number("size", community.size.map(f64::from));
    out.maybe("next_review", community.next_review.as_ref().map(Date::as_str));
    out.extra(&community.extra);
    out.close('}');
}

fn read_items(tree: Tree) -> Read<Vec<Item>> {
    let count = match &tree {
        Tree::List(values) => values.iter().filter(|value| matches!(value, Tree::Object(_))).count(),
        _ => 0,
    };
    let items = short_list(tree, "expectations", limits::ITEMS, |value| match value {
        Tree::Text(text) => match text.parse() {
            Ok(id) => Ok(Item::Catalogue(id)),
            Err(_) => not_known(&text),
        },
        Tree::Object(_) => read_own(value).map(Item::Own),
        other => value::kind(&other, "an id or an object"),
    })?;
    if items.is_empty() {
        return fault(Problem::NoItems);
    }
    if count > limits::OWN_ITEMS {
        return fault(Problem::TooMany { count, what: "own expectations", limit: limits::OWN_ITEMS });
    }
    Ok(items)
}

/// Writes the items: those of the catalogue in one line, own ones as objects.
pub(super) fn write_items(out: &mut Out, items: &[Item]) {
    out.open_flat('[');
    for item in items {
        out.next();
        match item {
            Item::Catalogue(id) => out.string(id.as_str()),
            Item::Own(own) => write_own(out, own),
        }
    }
    out.close(']');
}

fn read_own(tree: Tree) -> Read<OwnItem> {
    let (mut id, mut text, mut holder) = (None, String::new(), Holder::Both);
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "id" => id = Some(value::own_id(tree)?),
            "text" => text = value::words(tree)?,
            "holder" => holder = value::name(tree, Holder::from_key, &Holder::ALL.map(Holder::key))?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    match id {
        Some(id) => Ok(OwnItem { id, text, holder, extra }),
        None => missing("id"),
    }
}

fn write_own(out: &mut Out, own: &OwnItem) {
    out.open('{');
    out.maybe("id", Some(own.id.as_str()));
    out.words("text", &own.text);
    out.maybe("holder", Some(own.holder.key()));
    out.extra(&own.extra);
    out.close('}');
}
