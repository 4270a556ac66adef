//! Figures that open: what is shown, its terms, what is open, its rule.

use super::words;
use crate::catalogue::Side;
use crate::report::criterion::counted;
use crate::report::finding::is_estimated;
pub use crate::report::words::{KEPT, OVERLAP, RETURNS, SHARED};
use crate::score::bounds::{Ends, Sums};
use crate::score::delivery;
use crate::score::{Counted, CountedItem, Figure, Group, Missing, Results, overlap};
use crate::text::{EN, numbers};

/// A figure as it is shown, with what stands behind it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// What is shown: "52 %", "41–63 %", "–".
    pub text: String,
    /// What opens.
    pub explained: Explained,
    /// Lowest and highest as shares, for a bar.
    pub ends: Option<(f64, f64)>,
}

/// What opens behind a figure.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explained {
    /// "Why 52 %?"
    pub title: String,
    /// "12 ÷ 23 = 52 %"; empty where there is no one division.
    pub sum: String,
    /// Its terms and what stands beside it.
    pub rows: Vec<(String, String)>,
    /// The section of the method page that holds its rule.
    pub rule: &'static str,
}

/// A division that stands behind a figure: what is divided, and by what, each with what it means.
struct Division {
    /// What it is of the answers that are known.
    known: Ends,
    /// What it is where the missing answers give the least, and where they give the most.
    ends: Ends,
    /// How much of their numbers is shown as 1.
    unit: f64,
    part_means: String,
    whole_means: String,
    /// How many of the answers that it draws on are missing.
    open: String,
    /// Which of them are one person's estimate, where others are not.
    estimated: String,
}

/// What the sums of the figures count in: expectations, half steps, steps times steps in halves each, and steps of
/// which sixteenths are delivered.
const ITEMS: f64 = 1.0;
const HALVES: f64 = 2.0;
const QUARTERS: f64 = 4.0;
const SIXTEENTHS: f64 = 16.0;

impl Shown {
    /// A figure with its explanation.
    fn new(figure: Figure, thresholds: &[f64], division: &Division, rule: &'static str) -> Self {
        let text = words::percent(figure, thresholds);
        let mut rows = Vec::new();
        let mut sum = String::new();
        if let Figure::Missing(why) = figure {
            rows.push((EN.results.row_open.to_owned(), missing(why)));
        } else {
            let shown = |sums: Sums| {
                let number = |of: i64| i32::try_from(of).map(|of| numbers::sum(f64::from(of) / division.unit));
                (number(sums.over).unwrap_or_default(), number(sums.under).unwrap_or_default())
            };
            let known = division.known.map(|[known, _]| known).unwrap_or_default();
            let (part, whole) = shown(known);
            if figure.value().is_some() && known.under > 0 {
                sum = (EN.results.divided)(&part, &whole, &text);
            }
            rows.push((part, division.part_means.clone()));
            rows.push((whole, division.whole_means.clone()));
            if !division.open.is_empty() {
                rows.push((EN.results.row_open.to_owned(), division.open.clone()));
            }
            if !division.estimated.is_empty() {
                rows.push((EN.results.row_estimated.to_owned(), division.estimated.clone()));
            }
            if let (None, Some((low, high)), Ok(ends)) = (figure.value(), figure.ends(), division.ends) {
                let reached = [EN.results.row_least, EN.results.row_most].into_iter().zip([low, high]).zip(ends);
                rows.extend(reached.map(|((term, end), sums)| {
                    let (part, whole) = shown(sums);
                    (term.to_owned(), (EN.results.divided)(&part, &whole, &numbers::percent(end, end, thresholds)))
                }));
                rows.push((EN.results.row_range.to_owned(), EN.results.range_means.to_owned()));
            }
        }
        if !thresholds.is_empty() {
            let values: Vec<String> = thresholds.iter().map(|t| numbers::percent(*t, *t, &[])).collect();
            rows.push((EN.results.row_threshold.to_owned(), (EN.results.proposal)(&values.join(", "))));
        }
        let title = match figure {
            Figure::Missing(_) => EN.results.why_none.to_owned(),
            _ => (EN.results.why)(&text),
        };
        Self { explained: Explained { title, sum, rows, rule }, ends: figure.ends(), text }
    }
}

/// Why there is no figure, in words.
pub fn missing(why: Missing) -> String {
    match why {
        Missing::Silent(side) => (EN.results.missing_silent)(words::side(side)),
        Missing::BothSilent => EN.results.missing_both.to_owned(),
        Missing::NothingWanted => EN.results.missing_nothing.to_owned(),
        Missing::NeedsAll => EN.results.missing_all.to_owned(),
        Missing::Flat => EN.results.missing_flat.to_owned(),
    }
}

/// How many importance answers are unknown.
fn open_importance(results: &Results) -> usize {
    let unknown = |item: &CountedItem| item.importance.iter().filter(|(_, level)| level.is_none()).count();
    results.counted.items.iter().map(unknown).sum()
}

/// How many answers about what is delivered are unknown, of some sides.
fn open_delivered(results: &Results, sides: &[Side]) -> usize {
    let unknown = |item: &CountedItem| sides.iter().filter(|side| item.delivered.get(**side).is_none()).count();
    results.counted.items.iter().map(unknown).sum()
}

fn open(count: usize) -> String {
    if count == 0 { EN.results.open_none.to_owned() } else { (EN.results.open_some)(count) }
}

/// What of these is one person's estimate: the group and the side, for each; empty where all were heard.
fn estimated(results: &Results, groups: &[Group], sides: &[Side]) -> String {
    let mut told = Vec::new();
    for (group, words) in Group::ALL.into_iter().zip(EN.report.groups) {
        for side in sides.iter().filter(|side| groups.contains(&group) && is_estimated(results, **side, group)) {
            told.push((EN.results.estimated_for)(words, words::side(*side)));
        }
    }
    told.join("; ")
}

/// The overlap.
pub fn overlap(results: &Results) -> Shown {
    let overlap = &results.overlap;
    let division = Division {
        known: overlap::jaccard_ends(&weighed(results)),
        ends: overlap::jaccard_ends(&results.counted),
        unit: HALVES,
        part_means: (EN.results.smaller)(overlap.drawn_items),
        whole_means: EN.results.larger.to_owned(),
        open: open(open_importance(results)),
        estimated: estimated(results, &[Group::Importance], &Side::ALL),
    };
    let mut shown = Shown::new(overlap.jaccard, OVERLAP, &division, "overlap");
    let rows = &mut shown.explained.rows;
    if let Some(profile) = overlap.profile.value() {
        let chance = overlap.beyond_chance.value().map_or_else(|| EN.results.chance_flat.to_owned(), chance);
        let profile = numbers::percent(profile, profile, &[]);
        rows.push((EN.results.row_beside.to_owned(), (EN.results.beside)(&profile, &chance)));
    }
    if overlap.shared_of_wanted.ends().is_some() {
        let share = words::percent(overlap.shared_of_wanted, SHARED);
        let shared = counted(overlap.shared.0, overlap.shared.1);
        let either = overlap::wanted(&results.counted);
        let either = counted(either.0, either.1);
        let beside = (EN.results.beside_shared)(&shared, &either, &share);
        rows.push((EN.results.row_beside.to_owned(), beside));
    }
    shown
}

/// How far the overlap is beyond chance, in words: by what is shown of it, so that 0.00 is as much as chance.
fn chance(beyond: f64) -> String {
    let shown = format!("{beyond:.2}");
    let [more, less, same] = EN.results.chance_kinds;
    match shown.trim_start_matches('-') {
        "0.00" => same("0.00"),
        _ if beyond > 0.0 => more(&shown),
        figure => less(&["−", figure].concat()),
    }
}

/// How many of the expectations that either side wants both want.
pub fn shared(results: &Results) -> Shown {
    let known = weighed(results);
    let division = Division {
        known: overlap::shared_ends(&known),
        ends: overlap::shared_ends(&results.counted),
        unit: ITEMS,
        part_means: EN.results.shared_part.to_owned(),
        whole_means: over(EN.results.shared_whole, known.items.len(), results),
        open: open(open_importance(results)),
        estimated: estimated(results, &[Group::Importance], &Side::ALL),
    };
    Shown::new(results.overlap.shared_of_wanted, SHARED, &division, "overlap")
}

/// How much of what a side wants the other wants too.
pub fn coverage(results: &Results, side: Side) -> Shown {
    let division = Division {
        known: overlap::coverage_ends(&weighed(results), side),
        ends: overlap::coverage_ends(&results.counted, side),
        unit: HALVES,
        part_means: EN.results.coverage_part.to_owned(),
        whole_means: over(&(EN.results.coverage_whole)(words::side(side)), results.overlap.drawn_items, results),
        open: open(open_importance(results)),
        estimated: estimated(results, &[Group::Importance], &Side::ALL),
    };
    Shown::new(*results.overlap.coverage.get(side), &[], &division, "overlap")
}

/// What is delivered of what is shared.
pub fn kept(results: &Results) -> Shown {
    let known = |item: &CountedItem, side| item.importance.get(side).is_some() && item.delivered.get(side).is_some();
    let counted = answered(results, &|item| Side::ALL.into_iter().all(|side| known(item, side)));
    let division = Division {
        known: delivery::kept_ends(&counted),
        ends: delivery::kept_ends(&results.counted),
        unit: SIXTEENTHS,
        part_means: EN.results.kept_part.to_owned(),
        whole_means: over(EN.results.kept_whole, counted.items.len(), results),
        open: open(open_importance(results) + open_delivered(results, &Side::ALL)),
        estimated: estimated(results, &[Group::Importance, Group::Delivered], &Side::ALL),
    };
    Shown::new(results.delivery.kept, KEPT, &division, "delivered")
}

/// What a side gets back.
pub fn returns(results: &Results, side: Side) -> Shown {
    let counted = answered(results, &|item| item.importance.get(side).is_some() && item.delivered.get(side).is_some());
    let unweighed = results.counted.items.iter().filter(|item| item.importance.get(side).is_none()).count();
    let division = Division {
        known: delivery::returned_ends(&counted, side),
        ends: delivery::returned_ends(&results.counted, side),
        unit: QUARTERS,
        part_means: EN.results.return_part.to_owned(),
        whole_means: over(EN.results.return_whole, counted.items.len(), results),
        open: open(unweighed + open_delivered(results, &[side])),
        estimated: estimated(results, &[Group::Importance, Group::Delivered], &[side]),
    };
    Shown::new(*results.delivery.returns.get(side), RETURNS, &division, "delivered")
}

/// What counts of the items whose importance both sides know.
fn weighed(results: &Results) -> Counted {
    answered(results, &|item| item.importance.iter().all(|(_, level)| level.is_some()))
}

/// What counts of the items of which all is known.
fn answered(results: &Results, known: &dyn Fn(&CountedItem) -> bool) -> Counted {
    let mut counted = results.counted.clone();
    counted.items.retain(|item| known(item));
    counted
}

/// What a term means, and over how many expectations it is added up where that is not all.
fn over(means: &str, known: usize, results: &Results) -> String {
    (EN.results.answered_of)(means, known, results.counted.items.len())
}
