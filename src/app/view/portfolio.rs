//! Many communities side by side: the map, the table and its order, what is there for looking only.

use std::cmp::Ordering;

use super::frame::changed;
use super::outlook::outlook_short;
use super::time::heard;
use super::{explained, words};
use crate::app::{Looked, Model, Moment, Shelved, name, side_by_side};
use crate::assessment::AssessmentId;
use crate::catalogue::{PerSide, Side};
use crate::chart::{Interval, MOST_LABELS, Map, MapPlace, MapPoint, MapWords, Voice};
use crate::order;
use crate::report::finding::people;
use crate::route::{Place, Route};
use crate::score::outlook::reaches;
use crate::score::{Figure, Verdict, gates, thresholds};
use crate::text::{EN, numbers};

/// The communities side by side, without the map.
#[derive(Clone, Debug, PartialEq)]
pub struct PortfolioView {
    /// How many.
    pub title: String,
    /// What can be said of all.
    pub lead: String,
    /// What is said below the map: which are not on it, and what the numbers on it are.
    pub notes: Vec<String>,
    /// Whether there is anything to draw.
    pub drawn: bool,
    /// Whether some are there for looking only.
    pub looking: bool,
    /// A row each, by name.
    pub rows: Vec<PortfolioRow>,
    /// What was found when something was handed over for looking.
    pub found: Vec<String>,
}

/// A community.
#[derive(Clone, Debug, PartialEq)]
pub struct PortfolioRow {
    /// Which.
    pub id: AssessmentId,
    /// Its number on the map and in the table.
    pub number: usize,
    /// Where its results are; `None` for one that is there for looking only.
    pub address: Option<String>,
    /// What stands in the columns.
    pub cells: [String; 10],
    /// What they are sorted by.
    keys: [Key; 10],
}

/// What a cell is sorted by.
#[derive(Clone, Debug, PartialEq)]
enum Key {
    /// By its letters.
    Words(String),
    /// By its lowest, then by its highest.
    Number(f64, f64),
    /// There is no value: always last.
    Nothing,
}

/// A column of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Column {
    /// Its name.
    Name,
    /// Where it stands.
    Phase,
    /// Its overlap.
    Overlap,
    /// How many expectations matter to both.
    Shared,
    /// What the organisation gets back.
    ReturnOrganisation,
    /// What the members get back.
    ReturnMembers,
    /// Practices at 2 or above.
    Maturity,
    /// Its outlook.
    Outlook,
    /// Who is heard.
    Heard,
    /// When it was last changed.
    Changed,
}

/// Upwards or downwards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// The smallest first.
    Ascending,
    /// The largest first.
    Descending,
}

/// What the table is sorted by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sorting {
    /// By which column.
    pub column: Column,
    /// Which way.
    pub order: Order,
}

impl Column {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::Name,
        Self::Phase,
        Self::Overlap,
        Self::Shared,
        Self::ReturnOrganisation,
        Self::ReturnMembers,
        Self::Maturity,
        Self::Outlook,
        Self::Heard,
        Self::Changed,
    ];
}

impl Sorting {
    /// By name, as the communities are numbered.
    pub const BY_NAME: Self = Self { column: Column::Name, order: Order::Ascending };

    /// By a column as it is chosen first: names from A on, and of figures the largest first.
    pub fn first(column: Column) -> Self {
        if column == Column::Name { Self::BY_NAME } else { Self::BY_NAME.chosen(column) }
    }

    /// What choosing a heading leads to: the other way round if it was chosen already; else names from A on, and of
    /// figures the largest first.
    #[must_use]
    pub fn chosen(self, column: Column) -> Self {
        let order = match (self.column == column, self.order, column) {
            (true, Order::Descending, _) | (false, _, Column::Name | Column::Phase) => Order::Ascending,
            (true, Order::Ascending, _) | (false, ..) => Order::Descending,
        };
        Self { column, order }
    }
}

/// The places of the rows in this order. What has no value stands last, whichever way; equals stand by name.
pub fn sorted(rows: &[PortfolioRow], by: Sorting) -> Vec<usize> {
    let column = by.column as usize;
    let mut places: Vec<(usize, Option<&Key>)> = rows.iter().map(|row| row.keys.get(column)).enumerate().collect();
    // Stable, so that equals keep the order of their names.
    order::sort_by(&mut places, |(_, one), (_, other)| match (one, other) {
        (Some(Key::Words(one)), Some(Key::Words(other))) => turned(one.cmp(other), by.order),
        (Some(Key::Number(low, high)), Some(Key::Number(other_low, other_high))) => {
            turned(low.total_cmp(other_low).then(high.total_cmp(other_high)), by.order)
        }
        (Some(Key::Nothing) | None, Some(Key::Nothing) | None) => Ordering::Equal,
        (Some(Key::Nothing) | None, _) => Ordering::Greater,
        _ => Ordering::Less,
    });
    places.into_iter().map(|(place, _)| place).collect()
}

/// The same, but only of those whose name a search finds; an empty one finds all.
pub fn found_rows(rows: &[PortfolioRow], by: Sorting, search: &str) -> Vec<usize> {
    let named = |row: &PortfolioRow| row.cells.first().is_some_and(|name| is_called(name, search));
    let mut places = sorted(rows, by);
    places.retain(|place| rows.get(*place).is_some_and(named));
    places
}

fn is_called(name: &str, search: &str) -> bool {
    name.to_lowercase().contains(&search.trim().to_lowercase())
}

const fn turned(ordering: Ordering, order: Order) -> Ordering {
    match order {
        Order::Ascending => ordering,
        Order::Descending => ordering.reverse(),
    }
}

/// All communities side by side.
pub fn portfolio(model: &Model) -> PortfolioView {
    let all = side_by_side(model);
    let overlap = |shelved: &Shelved| shelved.results.overlap.jaccard.ends();
    let placed = all.iter().filter(|(shelved, _)| overlap(shelved).is_some()).count();
    let enough = |(shelved, _): &&(&Shelved, bool)| {
        reaches(shelved.results.overlap.jaccard, thresholds::ENOUGH_OVERLAP) == Verdict::Yes
    };
    let enough = all.iter().filter(enough).count();
    let mut notes = Vec::new();
    if placed > MOST_LABELS {
        notes.push(EN.portfolio.map_numbers.to_owned());
    }
    if placed > 0 && placed < all.len() {
        notes.push((EN.portfolio.unplaced)(all.len() - placed));
    }
    PortfolioView {
        title: (EN.portfolio.title)(all.len()),
        lead: if all.is_empty() { EN.portfolio.empty.to_owned() } else { (EN.portfolio.lead)(enough, placed) },
        notes,
        drawn: placed > 0,
        looking: all.iter().any(|(_, looking)| *looking),
        found: model.looked.as_ref().map(found).unwrap_or_default(),
        rows: (1..).zip(&all).map(|(number, one)| row(number, one, model)).collect(),
    }
}

fn row(number: usize, (shelved, looking): &(&Shelved, bool), model: &Model) -> PortfolioRow {
    let (assessment, results) = (&shelved.assessment, &shelved.results);
    let catalogue = model.catalogues.of(assessment);
    let id = assessment.id.clone();
    let phase = assessment.answered.community.phase;
    let (overlap, shared) = (results.overlap.jaccard, results.overlap.shared);
    let returns = results.delivery.returns;
    let maturity = gates::maturity(&results.counted);
    let outlook = results.outlook;
    let voices = PerSide::from_fn(|side: Side| results.counted.voices.get(side).importance);
    let percent = |figure| words::percent(figure, explained::RETURNS);
    let called = name(assessment);
    let people: u32 = voices.iter().filter_map(|(_, voice)| people(*voice)).sum();
    let sides = voices.iter().filter(|(_, voice)| voice.is_heard()).count();
    PortfolioRow {
        number,
        address: (!looking).then(|| Route::assessment(id.as_str(), Place::Results).address()),
        keys: [
            Key::Words(called.to_lowercase()),
            Key::Number(small(phase.index()), 0.0),
            figure(overlap),
            Key::Number(small(shared.0), small(shared.1)),
            figure(returns.organisation),
            figure(returns.members),
            Key::Number(small(maturity.0), small(maturity.1)),
            Key::Number(small(outlook.low.index()), small(outlook.high.index())),
            Key::Number(small(sides), f64::from(people)),
            assessment.updated.as_ref().map_or(Key::Nothing, |updated| Key::Words(updated.to_string())),
        ],
        cells: [
            called,
            catalogue.phase_name(phase).to_owned(),
            words::percent(overlap, explained::OVERLAP),
            (EN.time.shared_of)(shared.0, shared.1, assessment.answered.items.len()),
            percent(returns.organisation),
            percent(returns.members),
            (EN.time.of_ten)(maturity.0, maturity.1),
            outlook_short(outlook),
            heard(voices),
            changed(model, assessment.updated.as_ref()),
        ],
        id,
    }
}

fn figure(figure: Figure) -> Key {
    figure.ends().map_or(Key::Nothing, |(low, high)| Key::Number(low, high))
}

fn small(number: usize) -> f64 {
    f64::from(u32::try_from(number).unwrap_or(u32::MAX))
}

/// The map of all communities that have an overlap and that a search by name finds, under their numbers among all; an
/// empty search finds all.
pub fn portfolio_map(model: &Model, search: &str) -> Map {
    let all = side_by_side(model);
    let found = (1..).zip(&all).filter(|(_, (shelved, _))| is_called(&name(&shelved.assessment), search));
    let points: Vec<MapPoint> = found.filter_map(|(number, (shelved, _))| point(number, shelved)).collect();
    Map {
        words: MapWords {
            title: (EN.portfolio.map_picture)(points.len()),
            ticks: [0.0, 0.25, 0.5, 0.75, 1.0].map(|share| numbers::percent(share, share, &[])),
            overlap_axis: EN.portfolio.overlap_axis.to_owned(),
            maturity_axis: EN.portfolio.maturity_axis.to_owned(),
        },
        points,
        uid: "portfolio".to_owned(),
    }
}

fn point(number: usize, shelved: &Shelved) -> Option<MapPoint> {
    let results = &shelved.results;
    let heard = Side::ALL.into_iter().all(|side| results.counted.heard(side));
    Some(MapPoint {
        key: shelved.assessment.id.as_str().to_owned(),
        number,
        label: name(&shelved.assessment),
        place: place(results.overlap.jaccard, gates::maturity(&results.counted))?,
        path: shelved.past().iter().filter_map(was).collect(),
        voice: if heard { Voice::Heard } else { Voice::Estimated },
    })
}

fn was(moment: &Moment) -> Option<MapPlace> {
    place(moment.overlap, moment.maturity)
}

fn place(overlap: Figure, (least, most): (usize, usize)) -> Option<MapPlace> {
    let (low, high) = overlap.ends()?;
    let maturity = Interval { low: small(least), high: small(most) };
    Some(MapPlace { overlap: Interval { low, high }, maturity })
}

/// What was found, a sentence each.
fn found(looked: &Looked) -> Vec<String> {
    let text = &EN.portfolio;
    let counted = [
        (looked.added, text.added),
        (looked.replaced, text.replaced),
        (looked.saved, text.saved_already),
        (looked.locked, text.locked),
        (looked.other, text.other),
    ];
    let say = |(count, words): (usize, fn(usize) -> String)| (count > 0).then(|| words(count));
    let mut found: Vec<String> = counted.into_iter().filter_map(say).collect();
    if looked.unreadable > 0 {
        found.push((text.unreadable)(looked.unreadable, &looked.why));
    }
    if found.is_empty() {
        found.push(text.nothing.to_owned());
    }
    found
}
