//! The two sides: what each wants of the other, gets back and puts in; and the exchange between them.

use super::explained::{self, Shown};
use super::words;
use crate::assessment::Answered;
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Contribution, Level, PerSide, Side, Step};
use crate::chart::{self, ExchangeWords, Quadrant, QuadrantWords, Scene};
use crate::report::finding;
use crate::score::{Exchange, Results};
use crate::text::{EN, numbers};

/// A figure for each side, from one middle line.
#[derive(Clone, Debug, PartialEq)]
pub struct Fly {
    /// Its name in classes.
    pub key: &'static str,
    /// Its name.
    pub label: &'static str,
    /// The two figures.
    pub sides: PerSide<Shown>,
    /// Ticks in per cent.
    pub ticks: &'static [u8],
}

/// One kind of contribution of the two sides.
#[derive(Clone, Debug, PartialEq)]
pub struct PledgeRow {
    /// Its name.
    pub name: String,
    /// Half steps of each side.
    pub levels: PerSide<Option<u8>>,
    /// The same in words, with the amount.
    pub words: PerSide<String>,
}

/// What is said of the two sides.
pub fn sides_lead(results: &Results) -> String {
    let coverage = results.overlap.coverage;
    let (Some(organisation), Some(members)) = (coverage.organisation.value(), coverage.members.value()) else {
        return EN.results.coverage_open.to_owned();
    };
    if (organisation - members).abs() < 0.05 {
        return EN.results.coverage_even.to_owned();
    }
    if organisation < members {
        let share = numbers::percent(organisation, organisation, &[]);
        (EN.results.coverage_from)(words::side(Side::Organisation), words::side(Side::Members), &share)
    } else {
        (EN.results.coverage_from_members)(&numbers::percent(members, members, &[]))
    }
}

/// Coverage, returns, contributions.
pub fn flies(results: &Results) -> Vec<Fly> {
    let text = &EN.results;
    vec![
        Fly {
            key: "cover",
            label: text.coverage,
            sides: PerSide::from_fn(|side| explained::coverage(results, side)),
            ticks: &[],
        },
        Fly {
            key: "back",
            label: text.returns,
            sides: PerSide::from_fn(|side| explained::returns(results, side)),
            ticks: &[25, 50],
        },
        Fly {
            key: "in",
            label: text.puts_in,
            sides: PerSide::from_fn(|side| explained::contribution(results, side)),
            ticks: &[],
        },
    ]
}

/// The five kinds of contribution.
pub fn pledges(answered: &Answered, results: &Results, catalogue: &Catalogue) -> Vec<PledgeRow> {
    let row = |kind: Contribution| {
        let level = |side: Side| results.counted.contribution.get(side).get(kind.index()).copied().flatten();
        let words = |side: Side| {
            let said = words::level_or_open(level(side), Scale::Contribution, catalogue);
            match answered.estimate.get(side).contribution.get(&kind).map(|pledge| pledge.amount.trim()) {
                Some(amount) if !amount.is_empty() => format!("{said}, {amount}"),
                _ => said,
            }
        };
        let name = catalogue.contributions.iter().find(|words| words.id == kind).map(|words| words.name.to_lowercase());
        PledgeRow {
            name: name.unwrap_or_default(),
            levels: PerSide::from_fn(|side| level(side).map(Level::halves)),
            words: PerSide::from_fn(words),
        }
    };
    Contribution::ALL.into_iter().map(row).collect()
}

/// The picture of the exchange as SVG, and what it says.
pub fn exchange_scene(results: &Results, catalogue: &Catalogue, uid: &str) -> (String, &'static str) {
    (exchange_drawn(results, catalogue, uid).to_svg(), finding::exchange(results))
}

/// The picture of the exchange.
pub fn exchange_drawn(results: &Results, catalogue: &Catalogue, uid: &str) -> Scene {
    let text = &EN.results;
    let at = |exchange: &Exchange| Exchange::ALL.iter().position(|one| one == exchange).unwrap_or(0);
    let quadrant = |exchange: &Exchange| match exchange {
        Exchange::Sustaining => Quadrant::Sustaining,
        Exchange::Extraction => Quadrant::Extraction,
        Exchange::Club => Quadrant::Club,
        Exchange::Drifting => Quadrant::Drifting,
    };
    let words = |exchange: Exchange| QuadrantWords {
        name: words::pick(&text.exchange_names, at(&exchange)).to_owned(),
        line: words::pick(&text.exchange_subs, at(&exchange)).to_owned(),
    };
    let names: Vec<String> =
        results.exchange.iter().map(|one| words::pick(&text.exchange_names, at(one)).to_lowercase()).collect();
    let said = |level: Option<Level>| {
        level.map_or_else(|| text.not_answered.to_owned(), |level| words::level(level, Scale::Worth, catalogue).1)
    };
    let worth = &results.counted.worth;
    chart::exchange(&chart::Exchange {
        organisation: worth.organisation.map(Level::steps),
        members: worth.members.map(Level::steps),
        possible: results.exchange.iter().map(quadrant).collect(),
        words: ExchangeWords {
            title: (text.exchange_picture)(&names.join(", "), &said(worth.organisation), &said(worth.members)),
            sustaining: words(Exchange::Sustaining),
            extraction: words(Exchange::Extraction),
            club: words(Exchange::Club),
            drifting: words(Exchange::Drifting),
            organisation: text.exchange_org_axis.to_owned(),
            members: text.exchange_mem_axis.to_owned(),
            steps: Step::ALL.map(|step| catalogue.word(Scale::Worth, step).to_owned()),
        },
        uid: uid.to_owned(),
    })
}
