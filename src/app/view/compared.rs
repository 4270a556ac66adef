//! What two states come to over the expectations that both ask about: figures, criteria, practices, expectations.

use super::words;
use crate::app::End;
use crate::assessment::Answered;
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, ItemId, Level, PerSide, Practice, Side};
use crate::chart::MarkKind;
use crate::report::changed::{ChangeRow, by_side, figures, notes};
use crate::report::criterion::{Told, criterion_words, told};
use crate::report::drawing::ladder;
use crate::score::trend::{Beside, Direction, Measured, Slot};
use crate::score::{Counted, CriterionId, Figure, Results, Rung};
use crate::text::{EN, numbers};

/// The end at which a figure is clearly higher.
pub(super) const fn end_of(direction: Direction) -> Option<End> {
    match direction {
        Direction::Up => Some(End::Other),
        Direction::Down => Some(End::One),
        Direction::Unclear => None,
    }
}

/// Two states in tables.
#[derive(Clone, Debug, PartialEq)]
pub struct ComparedView {
    /// What the two are called.
    pub names: [String; 2],
    /// What to keep in mind.
    pub notes: Vec<String>,
    /// The figures.
    pub figures: Vec<ChangeRow>,
    /// The criteria of the outlook, by their rungs.
    pub criteria: Vec<CriteriaGroup>,
    /// The ten practices.
    pub practices: Vec<ChangeRow>,
    /// How important the common expectations are.
    pub importance: Vec<ItemRow>,
    /// How much of them has arrived; empty where nobody has said so.
    pub delivered: Vec<ItemRow>,
    /// The expectations that only one asks about.
    pub only: [Vec<String>; 2],
}

/// The criteria of a rung.
#[derive(Clone, Debug, PartialEq)]
pub struct CriteriaGroup {
    /// The rung.
    pub name: &'static str,
    /// Its criteria.
    pub rows: Vec<CriterionPair>,
}

/// A criterion of both.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionPair {
    /// What it asks.
    pub words: &'static str,
    /// What it needs, where it needs the same of both.
    pub needs: String,
    /// Whether it holds for each.
    pub held: [Held; 2],
}

impl CriterionPair {
    /// Whether both come to the same verdict.
    pub fn is_alike(&self) -> bool {
        self.held[0].mark == self.held[1].mark
    }
}

/// Whether a criterion holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Held {
    /// As a sign.
    pub mark: MarkKind,
    /// In a word.
    pub words: &'static str,
    /// Its figure, and what is short.
    pub figure: String,
}

/// An expectation that both ask about.
#[derive(Clone, Debug, PartialEq)]
pub struct ItemRow {
    /// Its label.
    pub label: String,
    /// For the organisation, then for the members: what it is in A and in B.
    pub cells: PerSide<[String; 2]>,
    /// Whether the two differ by a step or more.
    pub differs: PerSide<bool>,
    /// By how many half steps both sides together.
    by: u8,
}

impl ItemRow {
    /// Whether neither side differs.
    pub fn is_alike(&self) -> bool {
        self.differs.iter().all(|(_, differs)| !*differs)
    }
}

/// The tables of two states; `catalogue` is that of both.
pub(super) fn compared(
    beside: &Beside,
    states: [&Answered; 2],
    names: [String; 2],
    catalogue: &Catalogue,
) -> ComparedView {
    let changes = &beside.changes;
    let [one, other] = states;
    let text = &EN.compare.between;
    let label = |id: ItemId| words::label(one, id, catalogue);
    let labels =
        |state: &Answered, ids: &[ItemId]| ids.iter().map(|id| words::label(state, *id, catalogue)).collect::<Vec<_>>();
    let rows = |slot: fn(Side, ItemId) -> Slot| items(beside, one, catalogue, slot);
    let arrived = beside.results.iter().any(|results| {
        results.counted.items.iter().any(|item| item.delivered.iter().any(|(_, level)| level.is_some()))
    });
    ComparedView {
        names,
        notes: notes(changes, &label, catalogue, text),
        figures: figures(changes, text),
        criteria: Rung::ALL.into_iter().filter_map(|rung| group(rung, &beside.results, catalogue)).collect(),
        practices: Practice::ALL.into_iter().filter_map(|one| practice(one, beside, catalogue)).collect(),
        importance: rows(Slot::Importance),
        delivered: if arrived { rows(Slot::Delivered) } else { Vec::new() },
        only: [labels(one, &changes.taken_out), labels(other, &changes.added)],
    }
}

fn practice(practice: Practice, beside: &Beside, catalogue: &Catalogue) -> Option<ChangeRow> {
    let change = beside.changes.of(Measured::Practice(practice))?;
    let level = |figure: Figure| match figure.value().and_then(Level::from_steps) {
        Some(level) => words::level_or_open(Some(level), Scale::Practice, catalogue),
        None => EN.compare.unknown.to_owned(),
    };
    let name = catalogue.practice_name(practice).to_owned();
    let values = [level(change.earlier), level(change.later)];
    Some(ChangeRow::new(name, values, change.direction, &EN.compare.between))
}

/// The criteria of a rung; `None` for the lowest, which has none.
fn group(rung: Rung, results: &[Results; 2], catalogue: &Catalogue) -> Option<CriteriaGroup> {
    let of_rung = CriterionId::ALL.into_iter().filter(|id| id.rung() == rung);
    let rows: Vec<CriterionPair> = of_rung.map(|id| pair(id, results, catalogue)).collect();
    let name = words::pick(&EN.results.rung_names, rung.index());
    (!rows.is_empty()).then_some(CriteriaGroup { name, rows })
}

fn pair(id: CriterionId, results: &[Results; 2], catalogue: &Catalogue) -> CriterionPair {
    let [one, other] = results.each_ref().map(|results| {
        let found = results.criteria.iter().find(|criterion| criterion.id == id);
        let mark = found.map_or(MarkKind::Unknown, ladder::mark);
        (mark, found.map(|criterion| told(criterion, results, catalogue)).unwrap_or_default())
    });
    let needs = if one.1.needs == other.1.needs { one.1.needs.clone() } else { String::new() };
    let alone = needs.is_empty();
    CriterionPair { words: criterion_words(id), needs, held: [one, other].map(|(mark, told)| held(mark, &told, alone)) }
}

/// One of the two, with what it needs where the other needs something else.
fn held(mark: MarkKind, told: &Told, alone: bool) -> Held {
    let needs = if alone { told.needs.as_str() } else { "" };
    let join = |parts: &[&str], between| {
        parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(between)
    };
    let figure = join(&[&join(&[&told.figure, needs], ", "), &told.short], "; ");
    Held { mark, words: told.verdict, figure }
}

/// The common expectations in steps; `slot` names what is looked at.
fn items(beside: &Beside, one: &Answered, catalogue: &Catalogue, slot: fn(Side, ItemId) -> Slot) -> Vec<ItemRow> {
    let level = |counted: &Counted, side: Side, id: ItemId| {
        let item = counted.items.iter().find(|item| item.id == id)?;
        let levels = if slot(side, id) == Slot::Importance(side, id) { item.importance } else { item.delivered };
        *levels.get(side)
    };
    let cell = |level: Option<Level>| {
        level.map_or_else(|| EN.compare.unknown.to_owned(), |level| numbers::steps(level.steps()))
    };
    let levels = |side: Side, id: ItemId| beside.results.each_ref().map(|results| level(&results.counted, side, id));
    let apart = |side: Side, id: ItemId| match levels(side, id) {
        [Some(one), Some(other)] => one.halves().abs_diff(other.halves()),
        _ => 0,
    };
    let row = |id: &ItemId| ItemRow {
        label: words::label(one, *id, catalogue),
        cells: PerSide::from_fn(|side| levels(side, *id).map(cell)),
        differs: PerSide::from_fn(|side| apart(side, *id) >= 2),
        by: Side::ALL.into_iter().map(|side| apart(side, *id)).sum(),
    };
    let rows: Vec<ItemRow> = beside.changes.common.iter().map(row).collect();
    let most = rows.iter().map(|row| row.by).max().unwrap_or_default();
    // The largest difference first, without a sort, which would be one more in the page.
    (0..=most).rev().flat_map(|by| rows.iter().filter(move |row| row.by == by).cloned()).collect()
}

/// The heading of a side's columns, and the letters below it.
pub fn side_heading(side: Side) -> &'static str {
    by_side(side, EN.frame.organisation, EN.frame.members)
}
