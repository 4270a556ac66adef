//! The results of one assessment as one line of JSON.

use serde_json::Number;

use crate::advice::Proposal;
use crate::assessment::Assessment;
use crate::catalogue::{PerSide, Practice, Side};
use crate::score::{Figure, Region, Results, Zone};
use crate::tree::{Out, Style, Tree};

/// The results as one line, without its end: every key is there, `null` where there is no value, numbers in full.
/// `next` is what is [proposed](crate::advice::proposals).
///
/// ```
/// use common_ground::{catalogue, file, report, score};
///
/// let text = r#"{"format": "common-ground/assessment", "version": 1, "id": "a", "items": ["O1"],
///     "community": {"name": "Inspectors", "phase": "plan"}}"#;
/// let assessment = file::read(text, catalogue::bundled()).unwrap();
/// let line = report::json(&assessment, &score::results(&assessment.answered), &[]);
/// assert!(line.starts_with(r#"{"id":"a","name":"Inspectors","phase":"plan","#));
/// assert!(line.ends_with(r#","next":[]}"#));
/// ```
pub fn json(assessment: &Assessment, results: &Results, next: &[Proposal]) -> String {
    let (overlap, delivery, counted) = (&results.overlap, &results.delivery, &results.counted);
    let community = &assessment.answered.community;
    let mut out = Out::new(Style::Compact);
    out.open('{');
    text(&mut out, "id", assessment.id.as_str());
    text(&mut out, "name", &community.name);
    text(&mut out, "phase", community.phase.key());
    sides(&mut out, "heard", |out, side| out.plain(if counted.heard(side) { "true" } else { "false" }));
    figure(&mut out, "overlap", overlap.jaccard);
    figures(&mut out, "coverage", &overlap.coverage);
    figure(&mut out, "profile", overlap.profile);
    figure(&mut out, "beyond_chance", overlap.beyond_chance);
    figure(&mut out, "shared_of_wanted", overlap.shared_of_wanted);
    areas(&mut out, results);
    for region in Region::ALL {
        names(&mut out, region.key(), results.standing(region).map(|item| item.id.as_str()).collect());
    }
    figure(&mut out, "delivered_overlap", delivery.overlap);
    figure(&mut out, "kept", delivery.kept);
    figures(&mut out, "return", &delivery.returns);
    figures(&mut out, "contribution", &results.contribution);
    sides(&mut out, "zones", |out, side| zones(out, results, side));
    names(&mut out, "exchange", results.exchange.iter().map(|exchange| exchange.key()).collect());
    ladder(&mut out, results);
    out.key("next");
    out.open('[');
    for one in next {
        proposal(&mut out, one);
    }
    out.close(']');
    out.close('}');
    out.finish()
}

fn areas(out: &mut Out, results: &Results) {
    out.key("areas");
    match results.overlap.areas {
        Some(areas) => {
            out.open('{');
            out.number("organisation", Some(areas.organisation));
            out.number("members", Some(areas.members));
            out.number("shared", Some(areas.shared));
            out.close('}');
        }
        None => out.plain("null"),
    }
}

fn zones(out: &mut Out, results: &Results, side: Side) {
    out.open('{');
    for (item, zone) in results.counted.items.iter().zip(results.delivery.zones.get(side)) {
        out.maybe(item.id.as_str(), zone.map(Zone::key));
    }
    out.close('}');
}

/// Gates, criteria, outlook.
fn ladder(out: &mut Out, results: &Results) {
    let practices = |practices: &[Practice]| practices.iter().map(|practice| practice.key()).collect();
    out.key("gates");
    out.open('{');
    for reading in &results.gates {
        out.key(reading.gate.key());
        out.open('{');
        text(out, "state", reading.state.key());
        names(out, "blocking", practices(&reading.blocking));
        names(out, "unknown", practices(&reading.unknown));
        out.close('}');
    }
    out.close('}');
    out.key("criteria");
    out.open('{');
    for criterion in &results.criteria {
        text(out, criterion.id.key(), criterion.verdict.key());
    }
    out.close('}');
    out.key("outlook");
    out.open('{');
    text(out, "low", results.outlook.low.key());
    text(out, "high", results.outlook.high.key());
    out.close('}');
}

fn proposal(out: &mut Out, proposal: &Proposal) {
    out.next();
    out.open('{');
    out.count("advice", proposal.action.into());
    text(out, "weakness", proposal.weakness.key());
    match proposal.blocks {
        Some(criterion) => text(out, "blocks", criterion.key()),
        None => out.plain_entry("blocks", "null"),
    }
    match proposal.gain {
        Some(gain) => number(out, "gain", gain),
        None => out.plain_entry("gain", "null"),
    }
    out.close('}');
}

fn text(out: &mut Out, key: &str, text: &str) {
    out.maybe(key, Some(text));
}

fn names(out: &mut Out, key: &str, names: Vec<&str>) {
    out.key(key);
    out.open('[');
    for name in names {
        out.next();
        out.string(name);
    }
    out.close(']');
}

/// A number in the shortest form that is read back the same, a whole one with its point.
fn number(out: &mut Out, key: &str, number: f64) {
    out.key(key);
    out.tree(&Number::from_f64(number).map_or(Tree::Null, Tree::Number));
}

fn figure(out: &mut Out, key: &str, figure: Figure) {
    out.key(key);
    value(out, figure);
}

fn value(out: &mut Out, figure: Figure) {
    let ends: &[(&str, f64)] = match figure {
        Figure::Value(value) => &[("value", value)],
        Figure::Range { low, high } => &[("low", low), ("high", high)],
        Figure::Missing(_) => return out.plain("null"),
    };
    out.open('{');
    for (key, end) in ends {
        number(out, key, *end);
    }
    out.close('}');
}

fn figures(out: &mut Out, key: &str, figures: &PerSide<Figure>) {
    sides(out, key, |out, side| value(out, *figures.get(side)));
}

/// An entry with one value for each side.
fn sides(out: &mut Out, key: &str, mut value: impl FnMut(&mut Out, Side)) {
    out.key(key);
    out.open('{');
    for side in Side::ALL {
        out.key(side.key());
        value(out, side);
    }
    out.close('}');
}
