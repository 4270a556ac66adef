//! Figures that open: what is shown, its terms, what is open, its rule.

use super::words;
use crate::catalogue::Side;
use crate::report::finding::is_estimated;
pub use crate::report::words::{KEPT, OVERLAP, RETURNS, SHARED};
use crate::score::delivery::{self, Share};
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
    share: Share,
    part_means: String,
    whole_means: String,
    /// How many of the answers that it draws on are missing.
    open: String,
    /// Which of them are one person's estimate, where others are not.
    estimated: String,
}

impl Shown {
    /// A figure with its explanation.
    fn new(figure: Figure, thresholds: &[f64], division: &Division, rule: &'static str) -> Self {
        let text = words::percent(figure, thresholds);
        let mut rows = Vec::new();
        let mut sum = String::new();
        if let Figure::Missing(why) = figure {
            rows.push((EN.results.row_open.to_owned(), missing(why)));
        } else {
            let (part, whole) = (numbers::sum(division.share.part), numbers::sum(division.share.whole));
            if figure.value().is_some() && division.share.whole > 0.0 {
                sum = format!("{part} ÷ {whole} = {text}");
            }
            rows.push((part, division.part_means.clone()));
            rows.push((whole, division.whole_means.clone()));
            if !division.open.is_empty() {
                rows.push((EN.results.row_open.to_owned(), division.open.clone()));
            }
            if !division.estimated.is_empty() {
                rows.push((EN.results.row_estimated.to_owned(), division.estimated.clone()));
            }
            if figure.value().is_none() {
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
    let drawn = overlap.drawn;
    let division = Division {
        share: Share { part: drawn.shared, whole: drawn.union() },
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
        let shared = counted(overlap.shared);
        let either = counted(overlap::wanted(&results.counted));
        rows.push((String::new(), (EN.results.beside_shared)(&shared, &either, &share)));
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

/// A count as far as it is known.
fn counted((least, most): (usize, usize)) -> String {
    if least == most { least.to_string() } else { format!("{least}–{most}") }
}

/// How much of what a side wants the other wants too.
pub fn coverage(results: &Results, side: Side) -> Shown {
    let drawn = results.overlap.drawn;
    let whole = match side {
        Side::Organisation => drawn.organisation,
        Side::Members => drawn.members,
    };
    let division = Division {
        share: Share { part: drawn.shared, whole },
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
        share: delivery::kept_share(&counted),
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
        share: delivery::returned_share(&counted, side),
        part_means: EN.results.return_part.to_owned(),
        whole_means: over(EN.results.return_whole, counted.items.len(), results),
        open: open(unweighed + open_delivered(results, &[side])),
        estimated: estimated(results, &[Group::Importance, Group::Delivered], &[side]),
    };
    Shown::new(*results.delivery.returns.get(side), RETURNS, &division, "delivered")
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
