//! The words around a picture that stands alone: what it says, what its marks mean, what to mind.

use super::{Drawing, matrix, profile, sides};
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, Phase, Side};
use crate::chart::{Hue, KeyEntry, MarkKind, Region as Spot, Sample, Scene, Sheet, Weight};
use crate::report::gates::{gate_name, next_gate};
use crate::report::{finding, over_time, words};
use crate::score::{Criterion, Reason, Results, Verdict, gates};
use crate::text::EN;

/// The words around a picture.
pub(super) fn words(
    drawing: Drawing,
    scene: &Scene,
    (assessment, results): (&Assessment, &Results),
    catalogue: &Catalogue,
    ahead: i32,
) -> Sheet {
    let text = &EN.results;
    let (heading, lead) = heading(drawing, assessment, results, catalogue);
    let mut key = key(drawing, assessment, results, catalogue);
    // What is hatched is explained where something is.
    key.retain(|entry| match entry.sample {
        Sample::Open => scene.has("un"),
        Sample::Range(_) => scene.has("tr-bar") || drawing == Drawing::Shared,
        Sample::Missing => scene.has("s-miss"),
        _ => true,
    });
    let urgent = |name: &str, side| {
        let labels = matrix::matrix_of(&assessment.answered, results, catalogue, side).1;
        let labels: Vec<String> = labels.into_iter().map(|(_, label, _)| label).collect();
        vec![if labels.is_empty() {
            matrix::none_urgent(results, side)
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
        about: finding::kicker(assessment, results, catalogue, ahead),
        heading,
        lead,
        key,
        notes,
    }
}

/// What a picture says, in one sentence, and more of it.
fn heading(drawing: Drawing, assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> (String, String) {
    let text = &EN.results;
    let matrix = |side: &str| ([text.matrix_title, ", ", side].concat(), text.matrix_lead.to_owned());
    match drawing {
        Drawing::Shared => {
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
            ([text.exchange_title, ": ", &names.join(", ")].concat(), finding::exchange(results, catalogue))
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
        Drawing::Shared => shared(results),
        Drawing::Every => vec![
            entry(Sample::Segment(Hue::Both), text.key_common),
            entry(Sample::Segment(Hue::Organisation), text.key_organisation),
            entry(Sample::Segment(Hue::Members), text.key_members),
            entry(Sample::Open, EN.results.every_unknown),
            entry(Sample::Pips, text.key_pips),
        ],
        Drawing::Ladder => ladder(results),
        Drawing::Sides => vec![
            entry(Sample::Segment(Hue::Both), EN.results.top_wanted),
            entry(Sample::Needed, text.key_needed),
            entry(Sample::Range(Hue::Both), text.key_range),
            entry(Sample::Open, EN.results.every_unknown),
        ],
        Drawing::Exchange => exchange(results),
        Drawing::Organisation => items(assessment, results, catalogue, Side::Organisation),
        Drawing::Members => items(assessment, results, catalogue, Side::Members),
        Drawing::Practices => vec![
            entry(Sample::Reached, text.key_reached),
            entry(Sample::Needed, &(text.key_gate)(gate_name(next_gate(results)))),
            entry(Sample::Missing, text.key_missing),
            entry(Sample::Open, EN.results.unknown),
        ],
        Drawing::Trend => vec![
            entry(Sample::Shape(Spot::OrganisationOnly), EN.frame.organisation),
            entry(Sample::Shape(Spot::MembersOnly), EN.frame.members),
            entry(Sample::Range(Hue::Both), text.key_range),
        ],
    }
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
        if results.delivery.kept_drawn.value().is_none() {
            key.push(entry(Sample::Range(Hue::Both), EN.handouts.key_range));
        }
    }
    if !Side::ALL.into_iter().all(|side| results.counted.heard(side)) {
        key.push(entry(Sample::Estimated, EN.handouts.key_estimated));
    }
    key
}

fn ladder(results: &Results) -> Vec<KeyEntry> {
    let text = &EN.results;
    let mut key = Vec::new();
    for (verdict, asked, mark, words) in [
        (Verdict::Yes, true, MarkKind::Yes, text.yes),
        (Verdict::No, true, MarkKind::No, text.no),
        (Verdict::Unknown, true, MarkKind::Unknown, text.unknown),
        (Verdict::Yes, false, MarkKind::NotAsked, text.does_not_count),
    ] {
        let is = |one: &Criterion| one.verdict == verdict && (one.reason != Reason::NotAsked) == asked;
        if results.criteria.iter().any(is) {
            key.push(entry(Sample::Mark(mark), words));
        }
    }
    key.push(entry(Sample::Needed, EN.handouts.key_needed));
    key.push(entry(Sample::Range(Hue::Both), EN.handouts.key_range));
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
