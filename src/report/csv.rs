//! Tables for spreadsheets: the results of many assessments, one row each, and the expectations of one.
//!
//! [`header`] and [`row`] make a table for programs as much as for people: lines end with a line feed, and no mark
//! stands in front; the page puts one there. A figure takes two columns, `_low` and `_high`, which are equal where it
//! has one value and empty where it has none; items, kinds of exchange stand side by side in a cell, with spaces
//! between them. Zones and what blocks a gate are only in the JSON. [`sheet`] is a file to open with a double click: a
//! byte order mark, without which Excel does not take it for UTF-8, and lines that end with CRLF (RFC 4180). It has
//! steps as they count, halves with a point, and an empty cell for what is not known; no notes and no names.
//!
//! A spreadsheet takes a cell that starts with `=`, `+`, `-` or `@` for a formula, whatever wrote it there. So a text
//! that starts so, be it behind spaces, tabs or line breaks, gets an apostrophe in front, and so does one that starts
//! with a tab or a line break; numbers stay numbers. Cells with a comma, a quote or a line break stand in quotes.

use std::borrow::Cow;

use super::words;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, ItemId, Level, Side};
use crate::score::{CriterionId, Exchange, Figure, Gate, Region, Results, Zone};

/// Finds the figure of a column.
type Column = fn(&Results) -> Figure;

/// The figures with their names, in the order of the columns.
const FIGURES: [(&str, Column); 12] = [
    ("overlap", |results| results.overlap.jaccard),
    ("coverage_organisation", |results| results.overlap.coverage.organisation),
    ("coverage_members", |results| results.overlap.coverage.members),
    ("profile", |results| results.overlap.profile),
    ("beyond_chance", |results| results.overlap.beyond_chance),
    ("shared_of_wanted", |results| results.overlap.shared_of_wanted),
    ("delivered_overlap", |results| results.delivery.overlap),
    ("kept", |results| results.delivery.kept),
    ("return_organisation", |results| results.delivery.returns.organisation),
    ("return_members", |results| results.delivery.returns.members),
    ("contribution_organisation", |results| results.contribution.organisation),
    ("contribution_members", |results| results.contribution.members),
];

/// The header, with its line end.
pub fn header() -> String {
    let mut cells: Vec<String> = ["id", "name", "phase"].map(str::to_owned).to_vec();
    cells.extend(Side::ALL.map(|side| format!("heard_{}", side.key())));
    for (name, _) in FIGURES {
        cells.extend([format!("{name}_low"), format!("{name}_high")]);
    }
    cells.extend(["area_organisation", "area_members", "area_shared"].map(str::to_owned));
    cells.extend(Region::ALL.map(|region| region.key().to_owned()));
    cells.push("exchange".to_owned());
    cells.extend(Gate::ALL.map(|gate| format!("gate_{}", gate.key())));
    cells.extend(CriterionId::ALL.map(|criterion| format!("criterion_{}", criterion.key())));
    cells.extend(["outlook_low", "outlook_high"].map(str::to_owned));
    line(&cells, "\n")
}

/// The row of one assessment, with its line end.
pub fn row(assessment: &Assessment, results: &Results) -> String {
    let community = &assessment.answered.community;
    let mut cells: Vec<String> = vec![
        harmless(assessment.id.as_str()).into_owned(),
        harmless(&community.name).into_owned(),
        community.phase.key().to_owned(),
    ];
    cells.extend(Side::ALL.map(|side| if results.counted.heard(side) { "yes" } else { "no" }.to_owned()));
    for (_, figure) in FIGURES {
        let ends = figure(results).ends();
        cells.extend([number(ends.map(|ends| ends.0)), number(ends.map(|ends| ends.1))]);
    }
    let areas = results.overlap.areas;
    cells.push(number(areas.map(|areas| areas.organisation)));
    cells.push(number(areas.map(|areas| areas.members)));
    cells.push(number(areas.map(|areas| areas.shared)));
    for region in Region::ALL {
        let ids: Vec<_> = results.standing(region).map(|item| item.id).collect();
        cells.push(ids.iter().map(ItemId::as_str).collect::<Vec<_>>().join(" "));
    }
    cells.push(results.exchange.iter().copied().map(Exchange::key).collect::<Vec<_>>().join(" "));
    cells.extend(results.gates.iter().map(|reading| reading.state.key().to_owned()));
    cells.extend(results.criteria.iter().map(|criterion| criterion.verdict.key().to_owned()));
    cells.extend([results.outlook.low.key().to_owned(), results.outlook.high.key().to_owned()]);
    line(&cells, "\n")
}

/// A line of that table with further cells behind it.
///
/// ```
/// use common_ground::report::csv::longer;
///
/// assert_eq!(longer("a,b\n", ["2026-05-01", "=1, 2"]), "a,b,2026-05-01,\"'=1, 2\"\n");
/// ```
pub fn longer(row: &str, cells: [&str; 2]) -> String {
    [row.trim_end_matches('\n'), ",", &line(&cells.map(|cell| harmless(cell).into_owned()), "\n")].concat()
}

/// The columns of the sheet.
const COLUMNS: [&str; 10] = [
    "number",
    "id",
    "expectation",
    "importance_organisation",
    "importance_members",
    "delivered_organisation",
    "delivered_members",
    "region",
    "zone_organisation",
    "zone_members",
];

/// The expectations of an assessment, one row each, as a file.
///
/// ```
/// use common_ground::assessment::{Assessment, AssessmentId};
/// use common_ground::{catalogue, report::csv, score};
///
/// let now = "2026-11-23T08:00:00Z".parse().unwrap();
/// let assessment = Assessment::new(AssessmentId::new("a").unwrap(), now, catalogue::bundled());
/// let sheet = csv::sheet(&assessment, &score::results(&assessment.answered), catalogue::bundled());
/// assert!(sheet.starts_with("\u{feff}number,id,expectation,"));
/// assert_eq!(sheet.lines().count(), 13);
/// ```
pub fn sheet(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> String {
    let level = |level: Option<Level>| number(level.map(Level::steps));
    let mut sheet = String::from("\u{feff}");
    sheet.push_str(&line(&COLUMNS.map(str::to_owned), "\r\n"));
    let answered = &assessment.answered;
    let stands = results.counted.items.iter().zip(&results.overlap.regions).enumerate();
    for (at, (item, region)) in stands {
        let zone = |side: Side| results.delivery.zones.get(side).get(at).copied().flatten();
        let zones = Side::ALL.map(|side| zone(side).map_or("", Zone::key).to_owned());
        let mut cells = vec![
            (at + 1).to_string(),
            harmless(item.id.as_str()).into_owned(),
            harmless(&words::statement(answered, item.id, catalogue)).into_owned(),
        ];
        cells.extend(
            [item.importance, item.delivered].iter().flat_map(|both| Side::ALL.map(|side| level(*both.get(side)))),
        );
        cells.push(region.key().to_owned());
        cells.extend(zones);
        sheet.push_str(&line(&cells, "\r\n"));
    }
    sheet
}

/// A text that no spreadsheet takes for a formula.
///
/// ```
/// use common_ground::report::csv::harmless;
///
/// assert_eq!(harmless("=1+1"), "'=1+1");
/// assert_eq!(harmless(" \t@SUM(A1)"), "' \t@SUM(A1)");
/// assert_eq!(harmless("Bridge inspectors"), "Bridge inspectors");
/// ```
pub fn harmless(text: &str) -> Cow<'_, str> {
    let visible = text.trim_start_matches(|one: char| one.is_whitespace() || one.is_control() || one == '\u{feff}');
    // The wide forms count as the narrow ones where East Asian languages are written.
    let formula = visible.starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠', '−']);
    if formula || text.starts_with(['\t', '\r', '\n']) { format!("'{text}").into() } else { text.into() }
}

fn number(number: Option<f64>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

/// A line of cells, with quotes where they are needed.
fn line(cells: &[String], end: &str) -> String {
    let mut line = String::new();
    for (at, cell) in cells.iter().enumerate() {
        if at > 0 {
            line.push(',');
        }
        if cell.contains([',', '"', '\r', '\n']) {
            line.extend(["\"", &cell.replace('"', "\"\""), "\""]);
        } else {
            line.push_str(cell);
        }
    }
    line.push_str(end);
    line
}
