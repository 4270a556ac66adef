//! The two sides: what each wants of the other, gets back and puts in.

use crate::assessment::Answered;
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Contribution, Level, PerSide, Side};
use crate::chart::{self, Ground, Interval, Scene, SideShares, SideSteps};
use crate::report::words;
use crate::score::{Figure, Results, thresholds};
use crate::text::{EN, numbers};

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
    if (organisation - members).abs() < thresholds::COVERED_ALIKE {
        return EN.results.coverage_even.to_owned();
    }
    let [organisation, members] = [organisation, members].map(|share| numbers::percent(share, share, &[]));
    (EN.results.coverage_both)(&organisation, &members)
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
        PledgeRow {
            name: catalogue.contribution_name(kind).to_lowercase(),
            levels: PerSide::from_fn(|side| level(side).map(Level::halves)),
            words: PerSide::from_fn(words),
        }
    };
    Contribution::ALL.into_iter().map(row).collect()
}

/// The two sides as a picture.
pub(super) fn scene(answered: &Answered, results: &Results, catalogue: &Catalogue) -> Scene {
    let text = &EN.results;
    let both = |of: &dyn Fn(Side) -> String| Side::ALL.map(of);
    let share = |name: &str, ground, of: PerSide<Figure>, thresholds: &[f64]| SideShares {
        name: name.to_owned(),
        ground,
        ends: Side::ALL.map(|side| of.get(side).ends().map(|(low, high)| Interval { low, high })),
        words: both(&|side| words::percent(*of.get(side), thresholds)),
        ticks: thresholds.iter().map(|at| (*at, numbers::sum(at * 100.0))).collect(),
    };
    let kind = |row: PledgeRow| SideSteps {
        name: row.name,
        levels: [row.levels.organisation, row.levels.members],
        words: [row.words.organisation, row.words.members],
    };
    chart::sides(&chart::Sides {
        title: String::new(),
        names: [EN.frame.organisation, EN.frame.members].map(str::to_owned),
        shares: vec![
            share(text.coverage, Ground::Wanted, results.overlap.coverage, &[]),
            share(text.returns, Ground::Possible, results.delivery.returns, words::RETURNS),
        ],
        puts_in: text.puts_in.to_owned(),
        kinds: pledges(answered, results, catalogue).into_iter().map(kind).collect(),
        uid: "sides".to_owned(),
    })
}
