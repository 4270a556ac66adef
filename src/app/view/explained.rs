//! Figures that open: what is shown, its terms, what is open, its rule.

use super::words;
use crate::catalogue::{Level, Side};
pub use crate::report::words::{KEPT, OVERLAP, RETURNS, SHARED};
use crate::score::{Areas, CountedItem, Figure, Missing, Results};
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

/// A division that stands behind a figure.
struct Division {
    part: f64,
    part_means: String,
    whole: f64,
    whole_means: String,
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
            let (part, whole) = (numbers::sum(division.part), numbers::sum(division.whole));
            if figure.value().is_some() && division.whole > 0.0 {
                sum = format!("{part} ÷ {whole} = {text}");
            }
            rows.push((part, division.part_means.clone()));
            rows.push((whole, division.whole_means.clone()));
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

fn union(areas: Areas) -> f64 {
    areas.organisation + areas.members - areas.shared
}

fn steps(level: Option<Level>) -> f64 {
    level.map_or(0.0, Level::steps)
}

/// How many importance answers are unknown.
pub fn open_importance(results: &Results) -> usize {
    let unknown = |item: &CountedItem| item.importance.iter().filter(|(_, level)| level.is_none()).count();
    results.counted.items.iter().map(unknown).sum()
}

/// The overlap.
pub fn overlap(results: &Results) -> Shown {
    let overlap = &results.overlap;
    let drawn = overlap.drawn;
    let division = Division {
        part: drawn.shared,
        part_means: (EN.results.smaller)(overlap.drawn_items),
        whole: union(drawn),
        whole_means: EN.results.larger.to_owned(),
    };
    let mut shown = Shown::new(overlap.jaccard, OVERLAP, &division, "overlap");
    let open = open_importance(results);
    let open_words = if open == 0 { EN.results.open_none.to_owned() } else { (EN.results.open_some)(open) };
    let rows = &mut shown.explained.rows;
    rows.push((EN.results.row_open.to_owned(), open_words));
    if let Some(profile) = overlap.profile.value() {
        let chance = overlap.beyond_chance.value().map_or_else(|| EN.results.chance_flat.to_owned(), chance);
        let profile = numbers::percent(profile, profile, &[]);
        rows.push((EN.results.row_beside.to_owned(), (EN.results.beside)(&profile, &chance)));
    }
    if overlap.shared_of_wanted.ends().is_some() {
        let share = words::percent(overlap.shared_of_wanted, SHARED);
        let (least, most) = overlap.shared;
        let shared = if least == most { least.to_string() } else { format!("{least}–{most}") };
        let either = wanted_by_either(results);
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

/// How many items either side wants, as far as is known.
fn wanted_by_either(results: &Results) -> String {
    let wanted = |item: &&CountedItem| item.importance.iter().any(|(_, level)| level.is_some_and(|l| l.reaches(3)));
    let could = |item: &&CountedItem| item.importance.iter().any(|(_, level)| level.is_none_or(|l| l.reaches(3)));
    let items = &results.counted.items;
    let (least, most) = (items.iter().filter(wanted).count(), items.iter().filter(could).count());
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
        part: drawn.shared,
        part_means: EN.results.coverage_part.to_owned(),
        whole,
        whole_means: (EN.results.coverage_whole)(words::side(side)),
    };
    Shown::new(*results.overlap.coverage.get(side), &[], &division, "overlap")
}

/// What is delivered of what is shared.
pub fn kept(results: &Results) -> Shown {
    let terms = |item: &CountedItem| {
        let shared = steps(item.importance.organisation).min(steps(item.importance.members));
        let arrived = steps(item.delivered.organisation).min(steps(item.delivered.members)) / 4.0;
        (shared * arrived, shared)
    };
    let known = |item: &&CountedItem| Side::ALL.into_iter().all(|side| item.importance.get(side).is_some());
    let (part, whole) = results
        .counted
        .items
        .iter()
        .filter(known)
        .map(terms)
        .fold((0.0, 0.0), |(part, whole), (p, w)| (part + p, whole + w));
    let division = Division {
        part,
        part_means: EN.results.kept_part.to_owned(),
        whole,
        whole_means: EN.results.kept_whole.to_owned(),
    };
    Shown::new(results.delivery.kept, KEPT, &division, "delivered")
}

/// What a side gets back.
pub fn returns(results: &Results, side: Side) -> Shown {
    let (part, whole) = results.counted.items.iter().fold((0.0, 0.0), |(part, whole), item| {
        let importance = steps(*item.importance.get(side));
        (part + importance * steps(*item.delivered.get(side)), whole + 4.0 * importance)
    });
    let division = Division {
        part,
        part_means: EN.results.return_part.to_owned(),
        whole,
        whole_means: EN.results.return_whole.to_owned(),
    };
    Shown::new(*results.delivery.returns.get(side), RETURNS, &division, "delivered")
}

/// What a side puts in.
pub fn contribution(results: &Results, side: Side) -> Shown {
    let division = Division {
        part: results.counted.contribution.get(side).iter().map(|level| steps(*level)).sum(),
        part_means: EN.results.puts_in_part.to_owned(),
        whole: 20.0,
        whole_means: EN.results.puts_in_whole.to_owned(),
    };
    Shown::new(*results.contribution.get(side), &[], &division, "exchange")
}
