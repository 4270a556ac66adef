//! The exchange: whether it is worth it for each side.

use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Level, Step};
use crate::chart::{self, ExchangeWords, Quadrant, QuadrantWords, Scene};
use crate::report::words;
use crate::score::{Exchange, Results};
use crate::text::EN;

/// The picture of the exchange.
pub fn scene(results: &Results, catalogue: &Catalogue, uid: &str) -> Scene {
    let text = &EN.results;
    let quadrant = |exchange: &Exchange| match exchange {
        Exchange::Sustaining => Quadrant::Sustaining,
        Exchange::Extraction => Quadrant::Extraction,
        Exchange::Club => Quadrant::Club,
        Exchange::Drifting => Quadrant::Drifting,
    };
    let words = |exchange: Exchange| QuadrantWords {
        name: words::pick(&text.exchange_names, exchange.index()).to_owned(),
        line: words::pick(&text.exchange_subs, exchange.index()).to_owned(),
    };
    let names: Vec<String> =
        results.exchange.iter().map(|one| words::pick(&text.exchange_names, one.index()).to_lowercase()).collect();
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
