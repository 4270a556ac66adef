//! The words around a picture that stands alone: what it says, what its marks mean, what to mind.

use super::{Drawing, matrix, profile, sides};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Phase, Side};
use crate::chart::{Hue, KeyEntry, MarkKind, Region as Spot, Sample, Sheet, Weight};
use crate::report::gates::{gate_name, next_gate};
use crate::report::{finding, over_time, words};
use crate::score::moment::moments;
use crate::score::{Figure, Results, Verdict, gates};
use crate::text::EN;

/// The words around a picture.
pub(super) fn words(drawing: Drawing, assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> Sheet {
    let text = &EN.results;
    let (heading, lead) = heading(drawing, assessment, results, catalogue);
    let urgent = |name: &str, side| {
        let labels = matrix::matrix_of(&assessment.answered, results, catalogue, side).1;
        let labels: Vec<String> = labels.into_iter().map(|(_, label, _)| label).collect();
        vec![if labels.is_empty() {
            text.matrix_no_urgent.to_owned()
        } else {
            [name, ": ", &labels.join(", "), "."].concat()
        }]
    };
    let known = results.counted.worth.iter().filter(|(_, level)| level.is_some()).count();
    let (drawn, all) = (results.overlap.drawn_items, results.counted.items.len());
    let notes = match drawing {
        Drawing::Shared if drawn < all => vec![(EN.handouts.drawn_over)(drawn, all)],
        Drawing::Exchange if known == 1 => vec![EN.handouts.key_band.to_owned()],
        Drawing::Ladder => vec![text.outlook_foot.to_owned()],
        Drawing::Organisation => urgent(text.matrix_urgent_organisation, Side::Organisation),
        Drawing::Members => urgent(text.matrix_urgent_members, Side::Members),
        Drawing::Sides | Drawing::Trend => vec![EN.handouts.proposals.to_owned()],
        _ => Vec::new(),
    };
    Sheet {
        name: words::name(assessment),
        about: finding::kicker(assessment, results, catalogue),
        heading,
        lead,
        key: key(drawing, assessment, results, catalogue),
        notes,
    }
}

/// What a picture says, in one sentence, and more of it.
fn heading(drawing: Drawing, assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> (String, String) {
    let text = &EN.results;
    let matrix = |side: &str| ([text.matrix_title, ", ", side].concat(), text.matrix_lead.to_owned());
    match drawing {
        Drawing::Shared | Drawing::Map => {
            (finding::sentence(&assessment.answered, results).title, finding::notices(results).join(" "))
        }
        Drawing::Every => (text.every_title.to_owned(), text.every_lead.to_owned()),
        Drawing::Ladder => {
            let (lead, rungs, rest) = finding::outlook(results);
            ([lead, " ", &rungs.join(&[" ", text.and, " "].concat())].concat(), rest)
        }
        Drawing::Sides => (text.sides_title.to_owned(), sides::sides_lead(results)),
        Drawing::Exchange => {
            let name = |one: &crate::score::Exchange| words::pick(&text.exchange_names, one.index()).to_lowercase();
            let names: Vec<String> = results.exchange.iter().map(name).collect();
            ([text.exchange_title, ": ", &names.join(", ")].concat(), finding::exchange(results).to_owned())
        }
        Drawing::Organisation => matrix(EN.handouts.as_organisation),
        Drawing::Members => matrix(EN.handouts.as_members),
        Drawing::Practices => {
            let (low, high) = gates::maturity(&results.counted);
            let lead = profile::profile(results, catalogue).0;
            (text.profile_title.to_owned(), [&lead, " ", &(text.maturity)(low, high)].concat())
        }
        Drawing::Trend => {
            let (title, more) = over_time::finding(assessment);
            (title, [&more, " ", EN.time.trend_lead].concat())
        }
    }
}

fn entry(sample: Sample, words: &str) -> KeyEntry {
    KeyEntry { sample, words: words.to_owned() }
}

/// What the marks of a picture mean, as far as they are in it.
fn key(drawing: Drawing, assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> Vec<KeyEntry> {
    let text = &EN.handouts;
    match drawing {
        Drawing::Shared | Drawing::Map => shared(results),
        Drawing::Every => every(results),
        Drawing::Ladder => ladder(results),
        Drawing::Sides => {
            let figures = [results.overlap.coverage, results.delivery.returns, results.contribution];
            let ranges = figures.iter().flat_map(|of| Side::ALL.map(|side| is_range(*of.get(side))));
            let kinds = |side| results.counted.contribution.get(side).iter().any(Option::is_none);
            let mut key =
                vec![entry(Sample::Segment(Hue::Both), EN.results.top_wanted), entry(Sample::Needed, text.key_needed)];
            if ranges.into_iter().any(|range| range) {
                key.push(entry(Sample::Range(Hue::Both), text.key_range));
            }
            if Side::ALL.into_iter().any(kinds) {
                key.push(entry(Sample::Open, EN.results.every_unknown));
            }
            key
        }
        Drawing::Exchange => exchange(results),
        Drawing::Organisation => items(assessment, results, catalogue, Side::Organisation),
        Drawing::Members => items(assessment, results, catalogue, Side::Members),
        Drawing::Practices => {
            let need = (text.key_gate)(gate_name(next_gate(results)));
            let rows = profile::profile(results, catalogue).1;
            let mut key = vec![entry(Sample::Reached, text.key_reached), entry(Sample::Needed, &need)];
            if rows.iter().any(|row| row.misses) {
                key.push(entry(Sample::Missing, text.key_missing));
            }
            if rows.iter().any(|row| row.level.is_none()) {
                key.push(entry(Sample::Open, EN.results.unknown));
            }
            key
        }
        Drawing::Trend => trend(assessment),
    }
}

fn is_range(figure: Figure) -> bool {
    figure.ends().is_some() && figure.value().is_none()
}

fn shape(spot: Spot) -> KeyEntry {
    let text = &EN.results;
    let words = match spot {
        Spot::Shared => text.region_shared,
        Spot::OrganisationOnly => text.region_organisation,
        Spot::MembersOnly => text.region_members,
        Spot::Neither => text.region_neither,
        Spot::Open => text.region_open,
    };
    entry(Sample::Shape(spot), words)
}

/// The shapes of who wants what.
fn shapes(results: &Results) -> Vec<KeyEntry> {
    let spots = [Spot::OrganisationOnly, Spot::Shared, Spot::MembersOnly, Spot::Neither, Spot::Open];
    let stands = |spot: &Spot| results.overlap.regions.iter().any(|one| crate::report::picture::place(*one) == *spot);
    spots.into_iter().filter(stands).map(shape).collect()
}

fn shared(results: &Results) -> Vec<KeyEntry> {
    let mut key = shapes(results);
    if results.counted.phase != Phase::Plan && results.delivery.kept_drawn.ends().is_some() {
        key.push(entry(Sample::Pips, EN.handouts.key_pips));
        if is_range(results.delivery.kept_drawn) {
            key.push(entry(Sample::Range(Hue::Both), EN.handouts.key_range));
        }
    }
    if !Side::ALL.into_iter().all(|side| results.counted.heard(side)) {
        key.push(entry(Sample::Estimated, EN.handouts.key_estimated));
    }
    key
}

fn every(results: &Results) -> Vec<KeyEntry> {
    let text = &EN.handouts;
    let mut key = vec![
        entry(Sample::Segment(Hue::Both), text.key_common),
        entry(Sample::Segment(Hue::Organisation), text.key_organisation),
        entry(Sample::Segment(Hue::Members), text.key_members),
    ];
    let items = &results.counted.items;
    if items.iter().any(|item| item.importance.iter().any(|(_, level)| level.is_none())) {
        key.push(entry(Sample::Open, EN.results.every_unknown));
    }
    key.push(entry(Sample::Pips, text.key_pips));
    key
}

fn ladder(results: &Results) -> Vec<KeyEntry> {
    let text = &EN.results;
    let marks = [
        (Verdict::Yes, MarkKind::Yes, text.yes),
        (Verdict::No, MarkKind::No, text.no),
        (Verdict::Unknown, MarkKind::Unknown, text.unknown),
    ];
    let there = |verdict| results.criteria.iter().any(|one| one.verdict == verdict);
    let marks = marks.into_iter().filter(|(verdict, ..)| there(*verdict));
    let mut key: Vec<KeyEntry> = marks.map(|(_, mark, words)| entry(Sample::Mark(mark), words)).collect();
    key.push(entry(Sample::Needed, EN.handouts.key_needed));
    let ranges = results.criteria.iter().any(|one| match &one.reason {
        crate::score::Reason::Share { figure, .. } => is_range(*figure),
        crate::score::Reason::Shares { figures, .. } => figures.iter().any(|(_, figure)| is_range(*figure)),
        _ => false,
    });
    if ranges {
        key.push(entry(Sample::Range(Hue::Both), EN.handouts.key_range));
    }
    key
}

fn exchange(results: &Results) -> Vec<KeyEntry> {
    let known = results.counted.worth.iter().filter(|(_, level)| level.is_some()).count();
    if known == 2 { vec![entry(Sample::Here, EN.handouts.key_here)] } else { Vec::new() }
}

/// The expectations in a chart that has their numbers alone.
fn items(assessment: &Assessment, results: &Results, catalogue: &Catalogue, side: Side) -> Vec<KeyEntry> {
    let answered = &assessment.answered;
    let mut key = shapes(results);
    for point in matrix::matrix_of(answered, results, catalogue, side).0.points {
        let weight = if point.urgent { Weight::Solid } else { Weight::Soft };
        let id = answered.items.iter().map(crate::assessment::Item::id).find(|id| id.to_string() == point.key);
        let words = id.map(|id| words::label(answered, id, catalogue)).unwrap_or_default();
        key.push(KeyEntry { sample: Sample::Item(point.region, point.number, weight), words });
    }
    key
}

fn trend(assessment: &Assessment) -> Vec<KeyEntry> {
    let mut key = vec![
        entry(Sample::Shape(Spot::OrganisationOnly), EN.frame.organisation),
        entry(Sample::Shape(Spot::MembersOnly), EN.frame.members),
    ];
    let ranges = |one: &crate::score::moment::Moment| {
        is_range(one.overlap)
            || one.returns.iter().any(|(_, figure)| is_range(*figure))
            || one.maturity.0 < one.maturity.1
    };
    if moments(assessment).iter().any(ranges) {
        key.push(entry(Sample::Range(Hue::Both), EN.handouts.key_range));
    }
    key
}
