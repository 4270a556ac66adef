//! The ladder of the outlook: every criterion with its figure and its threshold.

use crate::catalogue::Catalogue;
use crate::chart::{self, Bullet, Hue, Interval, MarkKind, RungState, Scene};
use crate::report::{criterion, words};
use crate::score::{Criterion, Figure, Outlook, Reason, Results, Rung, Verdict};
use crate::text::EN;

/// A rung.
#[derive(Clone, Debug, PartialEq)]
pub struct RungRow {
    /// Its name.
    pub name: &'static str,
    /// Where it stands.
    pub state: RungState,
    /// "3 of 4 criteria hold".
    pub line: String,
    /// Its criteria.
    pub criteria: Vec<CriterionRow>,
}

/// A criterion.
#[derive(Clone, Debug, PartialEq)]
pub struct CriterionRow {
    /// Its name in files.
    pub key: &'static str,
    /// Whether it holds, in words.
    pub mark_words: &'static str,
    /// What is drawn of it.
    pub drawn: chart::Criterion,
}

/// The rungs, the highest on top.
pub fn rungs(results: &Results, catalogue: &Catalogue) -> Vec<RungRow> {
    Rung::ALL.into_iter().rev().map(|rung| rung_row(rung, results, catalogue)).collect()
}

fn rung_row(rung: Rung, results: &Results, catalogue: &Catalogue) -> RungRow {
    let Outlook { low, high } = results.outlook;
    let state = if rung == low {
        RungState::Here
    } else if rung < low {
        RungState::Done
    } else if rung <= high {
        RungState::May
    } else {
        RungState::Ahead
    };
    let criteria: Vec<&Criterion> = results.criteria.iter().filter(|criterion| criterion.id.rung() == rung).collect();
    let holding = criteria.iter().filter(|criterion| is_asked(criterion) && criterion.verdict == Verdict::Yes).count();
    let asked = criteria.iter().filter(|criterion| is_asked(criterion)).count();
    let line = match state {
        RungState::Here if low < high => EN.results.rung_least.to_owned(),
        RungState::Here => EN.results.rung_now.to_owned(),
        RungState::May => EN.results.rung_may.to_owned(),
        _ if criteria.is_empty() => EN.results.rung_start.to_owned(),
        _ => (EN.results.rung_holds)(holding, asked),
    };
    RungRow {
        name: words::pick(&EN.results.rung_names, rung.index()),
        state,
        line,
        criteria: criteria.into_iter().map(|criterion| criterion_row(criterion, results, catalogue)).collect(),
    }
}

/// Whether it is asked in this phase at all: what is not stands in nobody's way, and is not counted.
fn is_asked(criterion: &Criterion) -> bool {
    criterion.reason != Reason::NotAsked
}

fn criterion_row(criterion: &Criterion, results: &Results, catalogue: &Catalogue) -> CriterionRow {
    let told = criterion::told(criterion, results, catalogue);
    CriterionRow {
        key: criterion.id.key(),
        mark_words: told.verdict,
        drawn: chart::Criterion {
            mark: mark(criterion),
            words: told.words.to_owned(),
            bars: bars(&criterion.reason),
            short: told.short,
            figure: told.figure,
            needs: told.needs,
        },
    }
}

/// The mark of a criterion.
pub fn mark(criterion: &Criterion) -> MarkKind {
    match criterion.verdict {
        Verdict::Yes if !is_asked(criterion) => MarkKind::NotAsked,
        Verdict::Yes => MarkKind::Yes,
        Verdict::No => MarkKind::No,
        Verdict::Unknown => MarkKind::Unknown,
    }
}

fn bars(reason: &Reason) -> Vec<Bullet> {
    let bars = match reason {
        Reason::Share { figure, threshold } => vec![bar(Hue::Both, *figure, *threshold)],
        Reason::Shares { figures, threshold } => vec![
            bar(Hue::Organisation, figures.organisation, *threshold),
            bar(Hue::Members, figures.members, *threshold),
        ],
        _ => Vec::new(),
    };
    bars.into_iter().flatten().collect()
}

fn bar(hue: Hue, figure: Figure, threshold: f64) -> Option<Bullet> {
    let (low, high) = figure.ends()?;
    Some(Bullet { hue, ends: Interval { low, high }, threshold })
}

/// The same as a picture.
pub(super) fn scene(rungs: Vec<RungRow>) -> Scene {
    let mut drawn = Vec::with_capacity(rungs.len());
    for rung in rungs {
        let mut criteria = Vec::with_capacity(rung.criteria.len());
        for row in rung.criteria {
            criteria.push(row.drawn);
        }
        drawn.push(chart::Rung { name: rung.name.to_owned(), state: rung.state, line: rung.line, criteria });
    }
    chart::ladder(&chart::Ladder { title: String::new(), rungs: drawn, uid: "ladder".to_owned() })
}
