//! Worth and contributions.

use super::asked;
use super::asking::{ChoiceView, heard, heard_hint};
use super::sides::exchange_scene;
use super::words::legend;
use crate::app::Model;
use crate::assessment::Answer;
use crate::catalogue::content::{ContributionWords, Scale};
use crate::catalogue::{Contribution, PerSide, Phase, Side};
use crate::score::{Asked, Group};
use crate::text::EN;

/// Worth and contributions.
#[derive(Clone, Debug, PartialEq)]
pub struct ExchangeView {
    /// Said once where anybody is heard.
    pub hint: Option<&'static str>,
    /// How worth is asked in this phase.
    pub worth_ask: &'static str,
    /// Worth for each side.
    pub worth: PerSide<ChoiceView>,
    /// The five kinds of contribution.
    pub contributions: Vec<ContributionRow>,
    /// The picture of the exchange, as SVG.
    pub scene: String,
    /// What it says.
    pub finding: String,
}

/// A kind of contribution of both sides.
#[derive(Clone, Debug, PartialEq)]
pub struct ContributionRow {
    /// Which.
    pub kind: Contribution,
    /// Its name.
    pub name: &'static str,
    /// What it means for each side.
    pub means: PerSide<&'static str>,
    /// An example of a unit for each side.
    pub unit: PerSide<&'static str>,
    /// How firmly each side gives it.
    pub choices: PerSide<ChoiceView>,
    /// How much each side gives.
    pub amount: PerSide<String>,
}

/// Worth and contributions of the assessment that is open.
pub fn exchange(model: &Model) -> Option<ExchangeView> {
    let shelved = model.open()?;
    let (answered, results) = (&shelved.assessment.answered, &shelved.results);
    let worth = PerSide::from_fn(|side| ChoiceView {
        element: asked::element(Asked::Worth(side)),
        side,
        legend: legend(side),
        answer: answered.estimate.get(side).worth,
        heard: heard(
            results,
            (Group::Worth, side),
            (*results.counted.worth.get(side), answered.estimate.get(side).worth),
            Scale::Worth,
            model.catalogue,
        ),
    });
    let (scene, finding) = exchange_scene(results, model.catalogue, "exchange");
    let hint = [Group::Worth, Group::Contribution].into_iter().find_map(|group| heard_hint(results, group));
    Some(ExchangeView {
        hint,
        worth_ask: match answered.community.phase {
            Phase::Plan => EN.asking.worth_plan,
            Phase::Launch | Phase::Sustain => EN.asking.worth_now,
        },
        worth,
        contributions: model.catalogue.contributions.iter().map(|words| row(model, words)).collect(),
        scene,
        finding,
    })
}

fn row(model: &Model, words: &'static ContributionWords) -> ContributionRow {
    let kind = words.id;
    let estimate = |side: Side| {
        let shelved = model.open();
        shelved.and_then(|shelved| shelved.assessment.answered.estimate.get(side).contribution.get(&kind).cloned())
    };
    let answer = |side: Side| -> Option<Answer> { estimate(side).and_then(|pledge| pledge.level) };
    let said = |side: Side| {
        let results = &model.open()?.results;
        let level = results.counted.contribution.get(side).get(kind.index()).copied().flatten();
        heard(results, (Group::Contribution, side), (level, answer(side)), Scale::Contribution, model.catalogue)
    };
    ContributionRow {
        kind,
        name: &words.name,
        means: PerSide::from_fn(|side| words.of(side).means.as_str()),
        unit: PerSide::from_fn(|side| words.of(side).unit.as_str()),
        choices: PerSide::from_fn(|side| ChoiceView {
            element: format!("contribution-{}-{}", side.key(), kind.key()),
            side,
            legend: legend(side),
            answer: answer(side),
            heard: said(side),
        }),
        amount: PerSide::from_fn(|side| estimate(side).map(|pledge| pledge.amount).unwrap_or_default()),
    }
}
