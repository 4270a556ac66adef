//! Every expectation in steps: the same numbers as the picture.

use crate::assessment::Assessment;
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Level, PerSide, Phase, Side};
use crate::chart::{self, EveryWords, Region as Spot, Scene};
use crate::report::picture::place;
use crate::report::{finding, words};
use crate::score::{Region, Results};
use crate::text::{EN, numbers};

/// Every expectation, grouped by who wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct EveryView {
    /// The groups that have items.
    pub groups: Vec<EveryGroup>,
    /// The sums of the two sides.
    pub sums: Option<PerSide<String>>,
    /// "23 of 43 steps coincide".
    pub sum: String,
    /// "23 ÷ 43 = 53 %".
    pub division: String,
    /// Whether it is asked what has arrived: not while planning, where nothing can have.
    pub asks_delivered: bool,
}

/// The items of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct EveryGroup {
    /// The region.
    pub spot: Spot,
    /// Its name.
    pub name: &'static str,
    /// Its items.
    pub rows: Vec<EveryRow>,
}

/// One item in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct EveryRow {
    /// What is drawn of it.
    pub drawn: chart::EveryRow,
    /// Its importance in words.
    pub importance_words: PerSide<String>,
    /// The note on it.
    pub note: String,
}

/// Every expectation of an assessment.
pub fn every(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> EveryView {
    let answered = &assessment.answered;
    let rows: Vec<(Region, EveryRow)> = words::numbered(answered)
        .zip(&results.counted.items)
        .zip(&results.overlap.regions)
        .map(|(((number, item), counted), region)| {
            let importance_words = PerSide::from_fn(|side| {
                words::level_or_open(*counted.importance.get(side), Scale::Importance, catalogue)
            });
            let delivered = counted.delivered.organisation.zip(counted.delivered.members);
            let row = EveryRow {
                drawn: chart::EveryRow {
                    key: item.id().to_string(),
                    number,
                    statement: words::statement(answered, item.id(), catalogue),
                    importance: Side::ALL.map(|side| counted.importance.get(side).map(Level::halves)),
                    delivered: delivered.map(|(one, two)| one.min(two).halves()),
                },
                importance_words,
                note: assessment.notes.get(&item.id()).map(|note| note.note.clone()).unwrap_or_default(),
            };
            (*region, row)
        })
        .collect();
    let group = |region: Region| {
        let name = words::region(region);
        let rows = rows.iter().filter(|(one, _)| *one == region).map(|(_, row)| row.clone()).collect();
        EveryGroup { spot: place(region), name, rows }
    };
    let drawn = results.overlap.drawn;
    let union = drawn.union();
    let some = union > 0.0;
    let division = || {
        let share = numbers::percent(drawn.shared / union, drawn.shared / union, words::OVERLAP);
        format!("{} ÷ {} = {share}", numbers::sum(drawn.shared), numbers::sum(union))
    };
    EveryView {
        groups: Region::ALL.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect(),
        sums: some
            .then(|| PerSide { organisation: numbers::sum(drawn.organisation), members: numbers::sum(drawn.members) }),
        sum: finding::sum(results),
        division: some.then(division).unwrap_or_default(),
        asks_delivered: results.counted.phase != Phase::Plan,
    }
}

/// The same as a picture.
pub(super) fn scene(view: EveryView) -> Scene {
    let mut groups = Vec::with_capacity(view.groups.len());
    for group in view.groups {
        let mut rows = Vec::with_capacity(group.rows.len());
        for row in group.rows {
            rows.push(row.drawn);
        }
        groups.push(chart::EveryGroup { region: group.spot, name: group.name.to_owned(), rows });
    }
    let sums = view.sums.map(|sums| [sums.organisation, sums.members]).unwrap_or_default();
    let sum = if view.sum.is_empty() { String::new() } else { [&view.sum, ": ", &view.division].concat() };
    chart::every(&chart::Every {
        words: EveryWords {
            title: sum.clone(),
            sides: [EN.frame.organisation, EN.frame.members].map(str::to_owned),
            delivered: if view.asks_delivered { EN.results.every_delivered.to_owned() } else { String::new() },
            sums,
            sum,
        },
        groups,
        uid: "every".to_owned(),
    })
}
