//! An assessment and its snapshots.

use std::sync::Arc;

use super::answered::{self, Reading};
use super::beside;
use super::fault::{Read, missing};
use super::fields::{fields, list, per_item, short_list};
use super::value;
use super::{FORMAT, version};
use crate::assessment::{
    Answered, Assessment, AssessmentId, Instant, Invite, Numbered, Snapshot, Statement, Tree, limits,
};
use crate::catalogue::CatalogueId;
use crate::order::Map;
use crate::tree::Out;

/// Which lists are written with the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lists {
    /// Replies and snapshots.
    With,
    /// Neither.
    Without,
}

/// An assessment from the object of a file.
pub(super) fn read(tree: Tree) -> Read<Assessment> {
    let mut reading = Reading::new();
    let (mut id, mut copied_from, mut created, mut updated, mut round) = (None, None, None, None, 1);
    let (mut notes, mut statement) = (Map::new(), Statement::default());
    let (mut measures, mut actions, mut invite) = (Vec::new(), Vec::new(), Invite::default());
    let (mut numbered, mut catalogue) = (Numbered::default(), None);
    let mut snapshots = Vec::new();
    let extra = fields(tree, &mut |key, tree| {
        match key {
            // Read before anything else, by `version`.
            "format" | "version" => {}
            "id" => id = Some(value::assessment_id(tree)?),
            "copied_from" => copied_from = value::optional(tree, value::assessment_id)?,
            "created" => created = value::optional(tree, value::instant)?,
            "updated" => updated = value::optional(tree, value::instant)?,
            "round" => round = value::positive(tree)?,
            "catalogue" => catalogue = value::optional(tree, value::catalogue)?,
            "notes" => notes = per_item(tree, beside::read_note)?,
            "statement" => statement = beside::read_statement(tree)?,
            "measures" => measures = list(tree, beside::read_measure)?,
            "actions" => actions = list(tree, beside::read_action)?,
            "last_measure" => numbered.measures = value::count(tree)?,
            "last_action" => numbered.actions = value::count(tree)?,
            "invite" => invite = beside::read_invite(tree)?,
            "snapshots" => snapshots = read_snapshots(tree)?,
            _ => return reading.take(key, tree),
        }
        Ok(None)
    })?;
    let Some(id) = id else { return missing("id") };
    let answered = reading.finish()?;
    let snapshots = Arc::new(snapshots);
    let mut read = Assessment {
        id,
        copied_from,
        created,
        updated,
        round,
        catalogue,
        answered,
        notes,
        statement,
        measures,
        actions,
        numbered,
        invite,
        snapshots,
        extra,
    };
    read.give_ids();
    Ok(read)
}

/// Writes an assessment.
pub(super) fn write(out: &mut Out, assessment: &Assessment, lists: Lists) {
    let answered = &assessment.answered;
    out.open('{');
    out.maybe("format", Some(FORMAT));
    let packed = lists == Lists::Without && !(answered.replies.is_empty() && assessment.snapshots.is_empty());
    let version = if packed { version::PACKED } else { version::CURRENT };
    out.plain_entry("version", &version.to_string());
    out.maybe("id", Some(assessment.id.as_str()));
    out.maybe("copied_from", assessment.copied_from.as_ref().map(AssessmentId::as_str));
    out.maybe("created", assessment.created.as_ref().map(Instant::as_str));
    out.maybe("updated", assessment.updated.as_ref().map(Instant::as_str));
    out.count("round", assessment.round);
    if let Some(CatalogueId { name, digest }) = &assessment.catalogue {
        out.key("catalogue");
        out.open_flat('{');
        out.maybe("name", Some(name));
        out.maybe("digest", Some(&digest.to_string()));
        out.close('}');
    }
    answered::write_answers(out, answered);
    if !assessment.notes.is_empty() {
        out.key("notes");
        out.open('{');
        for (id, note) in &assessment.notes {
            out.key(id.as_str());
            beside::write_note(out, note);
        }
        out.close('}');
    }
    beside::write_statement(out, &assessment.statement);
    beside::write_measures(out, &assessment.measures);
    beside::write_actions(out, &assessment.actions);
    for (key, number) in [("last_measure", assessment.numbered.measures), ("last_action", assessment.numbered.actions)]
    {
        if number > 0 {
            out.count(key, number);
        }
    }
    answered::write_min_replies(out, answered);
    beside::write_invite(out, &assessment.invite);
    if lists == Lists::With && !answered.replies.is_empty() {
        out.key("replies");
        answered::write_replies(out, &answered.replies);
    }
    answered::write_summary(out, answered);
    if lists == Lists::With && !assessment.snapshots.is_empty() {
        out.key("snapshots");
        write_snapshots(out, &assessment.snapshots);
    }
    out.extra(&assessment.extra);
    out.close('}');
}

/// The snapshots.
pub(super) fn read_snapshots(tree: Tree) -> Read<Vec<Snapshot>> {
    short_list(tree, "snapshots", limits::SNAPSHOTS, read_snapshot)
}

/// Writes the snapshots as a list.
pub(super) fn write_snapshots(out: &mut Out, snapshots: &[Snapshot]) {
    out.open('[');
    for snapshot in snapshots {
        out.next();
        out.open('{');
        out.maybe("date", Some(snapshot.date.as_str()));
        out.words("label", &snapshot.label);
        out.key("assessment");
        write_answered(out, &snapshot.answered);
        out.extra(&snapshot.extra);
        out.close('}');
    }
    out.close(']');
}

fn read_snapshot(tree: Tree) -> Read<Snapshot> {
    let (mut date, mut label, mut answered) = (None, String::new(), None);
    let extra = fields(tree, &mut |key, tree| {
        match key {
            "date" => date = Some(value::day(tree)?),
            "label" => label = value::words(tree)?,
            "assessment" => answered = Some(read_answered(tree)?),
            _ => return Ok(Some(tree)),
        }
        Ok(None)
    })?;
    match (date, answered) {
        (Some(date), Some(answered)) => Ok(Snapshot { date, label, answered, extra }),
        (None, _) => missing("date"),
        (_, None) => missing("assessment"),
    }
}

fn read_answered(tree: Tree) -> Read<Answered> {
    let mut reading = Reading::new();
    let extra = fields(tree, &mut |key, tree| reading.take(key, tree))?;
    let mut answered = reading.finish()?;
    answered.extra.snapshot = extra;
    Ok(answered)
}

fn write_answered(out: &mut Out, answered: &Answered) {
    out.open('{');
    answered::write_answers(out, answered);
    answered::write_min_replies(out, answered);
    if !answered.replies.is_empty() {
        out.key("replies");
        answered::write_replies(out, &answered.replies);
    }
    answered::write_summary(out, answered);
    out.extra(&answered.extra.snapshot);
    out.close('}');
}
