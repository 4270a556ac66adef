//! What stands beside the answers: practices, notes, statement, measures, actions, invitation.

use super::answers::{write_answer, write_ids};
use super::fault::Read;
use super::fields::{fields, ids, list};
use super::value;
use crate::assessment::{
    Action, ActionStatus, Date, Evidence, Extra, Invite, Measure, Note, PracticeAnswer, Statement, Tree,
};
use crate::catalogue::advice::Kind;
use crate::tree::Out;

/// How established a practice is.
pub(super) fn read_practice(tree: Tree) -> Read<PracticeAnswer> {
    let mut to = PracticeAnswer::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "level" => to.level = value::given(tree)?,
            "note" => to.note = value::words(tree)?,
            "target" => to.target = value::optional(tree, value::step)?,
            "evidence" => to.evidence = list(tree, read_evidence)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

/// Writes how established a practice is.
pub(super) fn write_practice(out: &mut Out, practice: &PracticeAnswer) {
    out.open('{');
    write_answer(out, "level", practice.level);
    out.words("note", &practice.note);
    out.number("target", practice.target.map(|step| f64::from(step.number())));
    write_evidence(out, &practice.evidence);
    out.extra(&practice.extra);
    out.close('}');
}

/// A note on an item; one that is nothing but a text may stand as that.
pub(super) fn read_note(tree: Tree) -> Read<Note> {
    if matches!(tree, Tree::Text(_)) {
        return Ok(Note { note: value::text(tree)?, ..Note::default() });
    }
    let mut to = Note::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "note" => to.note = value::words(tree)?,
            "evidence" => to.evidence = list(tree, read_evidence)?,
            "bridge" => to.bridge = value::words(tree)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

/// Writes a note on an item.
pub(super) fn write_note(out: &mut Out, note: &Note) {
    out.open('{');
    out.words("note", &note.note);
    write_evidence(out, &note.evidence);
    out.words("bridge", &note.bridge);
    out.extra(&note.extra);
    out.close('}');
}

fn read_evidence(tree: Tree) -> Read<Evidence> {
    let mut to = Evidence::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "text" => to.text = value::words(tree)?,
            "url" => to.url = value::words(tree)?,
            "date" => to.date = value::optional(tree, value::date)?,
            "person" => to.person = value::words(tree)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

fn write_evidence(out: &mut Out, evidence: &[Evidence]) {
    write_list(out, "evidence", evidence, |out, evidence| {
        out.words("text", &evidence.text);
        out.words("url", &evidence.url);
        out.maybe("date", written(evidence.date.as_ref()));
        out.words("person", &evidence.person);
        &evidence.extra
    });
}

/// The value statement.
pub(super) fn read_statement(tree: Tree) -> Read<Statement> {
    let mut to = Statement::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "text" => to.text = value::words(tree)?,
            "owner" => to.owner = value::words(tree)?,
            "review" => to.review = value::optional(tree, value::day)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

/// Writes the value statement, unless there is none.
pub(super) fn write_statement(out: &mut Out, statement: &Statement) {
    if *statement != Statement::default() {
        out.key("statement");
        out.open('{');
        out.words("text", &statement.text);
        out.words("owner", &statement.owner);
        out.maybe("review", written(statement.review.as_ref()));
        out.extra(&statement.extra);
        out.close('}');
    }
}

/// A measure.
pub(super) fn read_measure(tree: Tree) -> Read<Measure> {
    let mut to = Measure::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "id" => to.id = value::words(tree)?,
            "indicator" => to.indicator = value::words(tree)?,
            "name" => to.name = value::words(tree)?,
            "kind" => to.kind = value::optional(tree, read_kind)?,
            "items" => to.items = ids(tree)?,
            "unit" => to.unit = value::words(tree)?,
            "baseline" => to.baseline = value::optional(tree, value::number)?,
            "target" => to.target = value::optional(tree, value::number)?,
            "current" => to.current = value::optional(tree, value::number)?,
            "due" => to.due = value::optional(tree, value::day)?,
            "owner" => to.owner = value::words(tree)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

/// Writes the measures, unless there are none.
pub(super) fn write_measures(out: &mut Out, measures: &[Measure]) {
    write_list(out, "measures", measures, |out, measure| {
        out.words("id", &measure.id);
        out.words("indicator", &measure.indicator);
        out.words("name", &measure.name);
        out.maybe("kind", measure.kind.map(Kind::key));
        write_ids(out, "items", &measure.items);
        out.words("unit", &measure.unit);
        out.number("baseline", measure.baseline);
        out.number("target", measure.target);
        out.number("current", measure.current);
        out.maybe("due", written(measure.due.as_ref()));
        out.words("owner", &measure.owner);
        &measure.extra
    });
}

fn read_kind(tree: Tree) -> Read<Kind> {
    value::name(tree, Kind::from_key, &Kind::ALL.map(Kind::key))
}

/// An action.
pub(super) fn read_action(tree: Tree) -> Read<Action> {
    let mut to = Action::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "id" => to.id = value::words(tree)?,
            "advice" => to.advice = value::optional(tree, value::small)?,
            "text" => to.text = value::words(tree)?,
            "owner" => to.owner = value::words(tree)?,
            "due" => to.due = value::optional(tree, value::day)?,
            "status" => {
                to.status = value::name(tree, ActionStatus::from_key, &ActionStatus::ALL.map(ActionStatus::key))?;
            }
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

/// Writes the actions, unless there are none.
pub(super) fn write_actions(out: &mut Out, actions: &[Action]) {
    write_list(out, "actions", actions, |out, action| {
        out.words("id", &action.id);
        out.number("advice", action.advice.map(f64::from));
        out.words("text", &action.text);
        out.words("owner", &action.owner);
        out.maybe("due", written(action.due.as_ref()));
        out.maybe("status", Some(action.status.key()));
        &action.extra
    });
}

/// What an invitation asks.
pub(super) fn read_invite(tree: Tree) -> Read<Invite> {
    let mut to = Invite::default();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "delivered" => to.delivered = value::switch(tree)?,
            "guess" => to.guess = value::switch(tree)?,
            "contribution" => to.contribution = value::switch(tree)?,
            "top" => to.top = value::switch(tree)?,
            "reply_to" => to.reply_to = value::words(tree)?,
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    to.extra = extra;
    Ok(to)
}

/// Writes what an invitation asks, unless it is what it asks anyway.
pub(super) fn write_invite(out: &mut Out, invite: &Invite) {
    if *invite != Invite::default() {
        out.key("invite");
        out.open('{');
        let switches = [
            ("delivered", invite.delivered),
            ("guess", invite.guess),
            ("contribution", invite.contribution),
            ("top", invite.top),
        ];
        for (key, on) in switches {
            out.plain_entry(key, if on { "true" } else { "false" });
        }
        out.words("reply_to", &invite.reply_to);
        out.extra(&invite.extra);
        out.close('}');
    }
}

/// Writes a list of objects, unless it is empty; `one` writes our keys and gives the others.
fn write_list<T>(out: &mut Out, key: &str, list: &[T], one: for<'a> fn(&mut Out, &'a T) -> &'a Extra) {
    if !list.is_empty() {
        out.key(key);
        out.open('[');
        for value in list {
            out.next();
            out.open('{');
            let extra = one(out, value);
            out.extra(extra);
            out.close('}');
        }
        out.close(']');
    }
}

fn written(date: Option<&Date>) -> Option<&str> {
    date.map(Date::as_str)
}
