//! What many voices say: what to talk about, all answers, how the sides read each other, what was believed.

use super::picture::place;
use super::words;
use crate::app::Shelved;
use crate::assessment::Answered;
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Contribution, ItemId, Level, PerSide, Side};
use crate::chart::{Bars, Histogram, HistogramSize, Region as Spot, histogram};
use crate::score::{
    Group, Hidden, Many, ManyItem, Quantity, Reading, Results, Said, Split, Spread, Surprise, Topic, thresholds,
};
use crate::text::{EN, numbers};

/// What many voices say.
#[derive(Clone, Debug, PartialEq)]
pub struct TalkView {
    /// What to talk about: between the sides, then within a side.
    pub topics: Vec<TopicList>,
    /// How to read it.
    pub lead: &'static str,
    /// Said where there is nothing to talk about.
    pub none: &'static str,
    /// All answers, a table for each kind of question that anybody is heard in.
    pub tables: Vec<AnswersTable>,
    /// What the figures in them mean.
    pub means: String,
    /// How each side reads the other; `None` where nobody guessed.
    pub readings: Vec<ReadingsView>,
    /// Where the keeper's estimates were far off; `None` where no side is heard, or nothing of it was estimated.
    pub surprises: Option<Vec<SurpriseRow>>,
}

/// The number, the shape and the short label of an item.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    /// Its number.
    pub number: usize,
    /// Where it stands in the picture.
    pub spot: Spot,
    /// Its short label.
    pub label: String,
}

/// What to talk about of one kind.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicList {
    /// Between whom.
    pub split: Split,
    /// Who differs.
    pub title: &'static str,
    /// What to do about it.
    pub advice: &'static str,
    /// The items.
    pub rows: Vec<TopicRow>,
}

/// An item to talk about.
#[derive(Clone, Debug, PartialEq)]
pub struct TopicRow {
    /// Which.
    pub item: Named,
    /// The answers, as SVG.
    pub scene: String,
    /// How far people are apart.
    pub finding: String,
}

/// A table of answers.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswersTable {
    /// What was asked.
    pub title: &'static str,
    /// Its rows.
    pub rows: Vec<AnswersRow>,
    /// Why answers of a side are not shown, for each side where they are not.
    pub hidden: Vec<String>,
}

/// A question with its answers.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswersRow {
    /// The item, or the name of what was asked.
    pub what: Result<Named, String>,
    /// The answers, as SVG; empty where none are shown.
    pub scene: String,
    /// The medians.
    pub medians: PerSide<String>,
    /// How far they are apart, in steps.
    pub apart: String,
    /// The same in words, where the answers can be compared.
    pub effect: String,
    /// The agreement within each side: in words, and as a share of a hundred.
    pub agreement: PerSide<Option<(String, f64)>>,
}

/// How a side reads the other.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingsView {
    /// The side that reads.
    pub side: Side,
    /// Whose guesses these are.
    pub title: &'static str,
    /// The kinds that occur.
    pub kinds: Vec<ReadingKind>,
}

/// The items of one kind of reading.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadingKind {
    /// Its name, what it means, what to do.
    pub words: [&'static str; 3],
    /// Whether there is nothing to do about it.
    pub settled: bool,
    /// Its items, with what was guessed and what is said.
    pub items: Vec<(Named, String)>,
}

/// An item of which an estimate was far off.
#[derive(Clone, Debug, PartialEq)]
pub struct SurpriseRow {
    /// The item.
    pub item: Named,
    /// For each estimate the question, what was believed, and what is said.
    pub lines: Vec<String>,
}

/// What all of this is made from.
struct Seen<'a> {
    answered: &'a Answered,
    results: &'a Results,
    catalogue: &'a Catalogue,
}

/// What many voices of an assessment say, and what of it stands out, in a sentence or two: where members are split,
/// where the sides are apart.
pub fn talk(shelved: &Shelved, catalogue: &Catalogue) -> (TalkView, String) {
    let seen = Seen { answered: &shelved.assessment.answered, results: &shelved.results, catalogue };
    let many = Many::of(seen.answered, &seen.results.counted);
    let heard = Side::ALL.into_iter().any(|side| seen.results.counted.heard(side));
    let shown = |side: Side| many.items.iter().any(|item| item.importance.said.get(side).spread.is_ok());
    // One person agrees with themselves: only a second answer is one to compare.
    let said = |side: Side| {
        let answers = many.items.iter().filter_map(|item| item.importance.said.get(side).spread.ok());
        answers.map(|spread| spread.answers()).max().unwrap_or(0)
    };
    let several = Side::ALL.into_iter().map(said).sum::<u32>() > 1;
    let tables = seen.tables(&many);
    // What no table shows is not explained.
    let compared = tables.iter().flat_map(|table| &table.rows).any(|row| !row.effect.is_empty());
    let effects = if compared { EN.voices.effect_means } else { "" };
    let means = [EN.voices.agreement_means, effects, EN.voices.proposals];
    let view = TalkView {
        topics: seen.topics(&many),
        lead: if Side::ALL.into_iter().all(shown) { EN.voices.talk_lead } else { EN.voices.talk_lead_one },
        means: means.into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" "),
        none: match heard {
            true if several => EN.voices.talk_none,
            true => EN.voices.talk_alone,
            false => EN.voices.talk_nobody,
        },
        tables,
        readings: Side::ALL.into_iter().filter_map(|side| seen.readings(&many, side)).collect(),
        surprises: (heard && seen.estimates()).then(|| seen.surprises(&many)),
    };
    (view, lead(&seen, &many))
}

fn lead(seen: &Seen<'_>, many: &Many) -> String {
    let of = |split: Split| -> Vec<String> {
        let topics = many.topics.iter().filter(|topic| topic.split == split).take(2);
        topics.map(|topic| words::within(&words::label(seen.answered, topic.id, seen.catalogue))).collect()
    };
    let sentence = |split: Split, lead: fn(&str) -> String| {
        let labels = of(split);
        (!labels.is_empty()).then(|| lead(&labels.join(EN.voices.and)))
    };
    let parts = [
        sentence(Split::WithinMembers, EN.voices.members_split),
        sentence(Split::WithinOrganisation, EN.voices.organisation_split),
        sentence(Split::BetweenSides, EN.voices.sides_apart),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    let heard = Side::ALL.into_iter().all(|side| seen.results.counted.heard(side));
    if parts.is_empty() && heard { EN.voices.talk_none.to_owned() } else { parts.join(" ") }
}

impl Seen<'_> {
    fn named(&self, id: ItemId) -> Named {
        Named {
            number: self.answered.number(id).unwrap_or(1),
            spot: place(self.results.region(id)),
            label: words::label(self.answered, id, self.catalogue),
        }
    }

    fn level(&self, level: Level, scale: Scale) -> String {
        let (number, word) = words::level(level, scale, self.catalogue);
        [&number, " ", &word].concat()
    }

    /// Between the sides first, then within a side.
    fn topics(&self, many: &Many) -> Vec<TopicList> {
        let of = |split: Split| {
            let topics = many.topics.iter().filter(|topic| topic.split == split);
            TopicList {
                split,
                title: words::pick(&EN.voices.split_titles, split.index()),
                advice: words::pick(&EN.voices.splits_do, split.index()),
                rows: topics.filter_map(|topic| self.topic(many, topic)).collect(),
            }
        };
        let lists = [Split::BetweenSides, Split::WithinMembers, Split::WithinOrganisation].map(of);
        lists.into_iter().filter(|list| !list.rows.is_empty()).collect()
    }

    fn topic(&self, many: &Many, topic: &Topic) -> Option<TopicRow> {
        let item = many.items.iter().find(|item| item.id == topic.id)?;
        let said = &item.importance.said;
        let within = |side: Side| {
            let spread = said.get(side).spread.ok()?;
            let (low, high) = ends(&spread)?;
            let share = share(spread.consensus());
            Some((EN.voices.agreement_from)(&share, low, high))
        };
        let finding = match topic.split {
            Split::BetweenSides => self.apart(item),
            Split::WithinMembers => within(Side::Members),
            Split::WithinOrganisation => within(Side::Organisation),
        };
        Some(TopicRow {
            item: self.named(topic.id),
            scene: scene(said, HistogramSize::List),
            finding: finding.unwrap_or_default(),
        })
    }

    fn apart(&self, item: &ManyItem) -> Option<String> {
        let said = &item.importance.said;
        let (o, m) = said.organisation.median.zip(said.members.median)?;
        let word = |level| words::level(level, Scale::Importance, self.catalogue).1;
        let steps = (o.steps() - m.steps()).abs();
        Some((EN.voices.apart)(&numbers::steps(steps), &word(o), &word(m)))
    }

    fn tables(&self, many: &Many) -> Vec<AnswersTable> {
        let items = |quantity: fn(&ManyItem) -> &Quantity| -> Vec<AnswersRow> {
            many.items.iter().map(|item| row(Ok(self.named(item.id)), quantity(item))).collect()
        };
        let mut exchange = vec![row(Err(EN.asking.worth.to_owned()), &many.worth)];
        for (kind, quantity) in Contribution::ALL.into_iter().zip(&many.contribution) {
            exchange.push(row(Err(self.catalogue.contribution_name(kind).to_owned()), quantity));
        }
        let first = many.items.first();
        let tables = [
            (EN.asking.importance, first.map(|item| item.importance), items(|item| &item.importance)),
            (EN.asking.delivered, first.map(|item| item.delivered), items(|item| &item.delivered)),
            (EN.frame.exchange, Some(many.worth), exchange),
        ];
        let told = |rows: &[AnswersRow]| rows.iter().any(AnswersRow::says_something);
        tables
            .into_iter()
            .filter(|(_, _, rows)| told(rows))
            .map(|(title, first, rows)| AnswersTable {
                title,
                rows,
                hidden: first.map(|one| hidden(&one)).unwrap_or_default(),
            })
            .collect()
    }

    fn readings(&self, many: &Many, side: Side) -> Option<ReadingsView> {
        let title = match side {
            Side::Organisation => EN.voices.reading_organisation,
            Side::Members => EN.voices.reading_members,
        };
        // What is most dangerous first.
        let order = [Reading::FalseConsensus, Reading::FalseConflict, Reading::TrueDissensus, Reading::TrueConsensus];
        let kinds: Vec<ReadingKind> = order.into_iter().filter_map(|kind| self.kind(many, side, kind)).collect();
        (!kinds.is_empty()).then_some(ReadingsView { side, title, kinds })
    }

    fn kind(&self, many: &Many, side: Side, kind: Reading) -> Option<ReadingKind> {
        let mut items = Vec::new();
        for item in &many.items {
            let Some(perception) = item.perception.get(side).filter(|one| one.reading == kind) else { continue };
            let median = |of: Side| {
                let median = item.importance.said.get(of).median;
                median.map_or_else(String::new, |said| self.level(said, Scale::Importance))
            };
            let sentence = match side {
                Side::Organisation => EN.voices.guessed_members,
                Side::Members => EN.voices.guessed_organisation,
            };
            let guess = self.level(perception.guess, Scale::Importance);
            items.push((self.named(item.id), sentence(&guess, &median(side.other()), &median(side))));
        }
        let at = kind.index();
        let text = &EN.voices;
        let words = [&text.readings, &text.readings_mean, &text.readings_do].map(|words| words::pick(words, at));
        (!items.is_empty()).then_some(ReadingKind { words, settled: kind == Reading::TrueConsensus, items })
    }

    /// Whether the keeper has estimated anything of a side that is heard.
    fn estimates(&self) -> bool {
        let estimated = |side: &Side| {
            let estimate = self.answered.estimate.get(*side);
            !estimate.importance.is_empty() || !estimate.delivered.is_empty()
        };
        Side::ALL.iter().filter(|side| self.results.counted.heard(**side)).any(estimated)
    }

    fn surprises(&self, many: &Many) -> Vec<SurpriseRow> {
        let mut rows: Vec<SurpriseRow> = Vec::new();
        let line = |surprise: &Surprise| {
            let (scale, about) = match surprise.group {
                Group::Delivered => (Scale::Delivered, EN.asking.delivered),
                _ => (Scale::Importance, EN.asking.importance),
            };
            let sentence = match surprise.side {
                Side::Organisation => EN.voices.surprise_organisation,
                Side::Members => EN.voices.surprise_members,
            };
            let words = sentence(&self.level(surprise.believed, scale), &self.level(surprise.said, scale));
            [about, ": ", &words].concat()
        };
        for surprise in &many.surprises {
            let item = self.named(surprise.id);
            match rows.iter_mut().find(|row| row.item == item) {
                Some(row) => row.lines.push(line(surprise)),
                None => rows.push(SurpriseRow { item, lines: vec![line(surprise)] }),
            }
        }
        rows
    }
}

/// A question with its answers.
fn row(what: Result<Named, String>, quantity: &Quantity) -> AnswersRow {
    let said = &quantity.said;
    let median =
        |side: Side| said.get(side).median.map_or_else(|| numbers::NONE.to_owned(), |one| numbers::steps(one.steps()));
    let agreement = |side: Side| {
        let consensus = said.get(side).spread.ok()?.consensus();
        Some((share(consensus), consensus * 100.0))
    };
    let compared = quantity.gap.and_then(|gap| gap.delta.zip(gap.effect()));
    let effect = compared.map(|(delta, effect)| {
        let size = words::pick(&EN.voices.effects, effect.index());
        (EN.voices.effect)(size, &format!("{delta:+.2}"))
    });
    AnswersRow {
        what,
        scene: scene(said, HistogramSize::Row),
        medians: PerSide::from_fn(median),
        apart: quantity.gap.map_or_else(|| numbers::NONE.to_owned(), |gap| numbers::steps(gap.steps.abs())),
        effect: effect.unwrap_or_default(),
        agreement: PerSide::from_fn(agreement),
    }
}

impl AnswersRow {
    fn says_something(&self) -> bool {
        self.medians.iter().any(|(_, median)| median != numbers::NONE) && !self.scene.is_empty()
    }
}

/// The lowest and the highest step that anybody chose.
fn ends(spread: &Spread) -> Option<(u8, u8)> {
    let counts = spread.counts();
    let chosen = (0_u8..).zip(counts).filter(|(_, count)| *count > 0).map(|(step, _)| step);
    chosen.clone().next().zip(chosen.last())
}

/// A consensus, as exactly as the weakness that looks at it.
fn share(share: f64) -> String {
    numbers::percent(share, share, &[thresholds::CONSENSUS])
}

/// The answers of both sides as a picture; nothing where neither side's are shown.
fn scene(said: &PerSide<Said>, size: HistogramSize) -> String {
    let bars = |side: Side| {
        let said = said.get(side);
        Bars { counts: said.spread.ok().map(|spread| spread.counts()), median: said.median.map(Level::steps) }
    };
    let (organisation, members) = (bars(Side::Organisation), bars(Side::Members));
    if organisation.counts.is_none() && members.counts.is_none() {
        return String::new();
    }
    let counted =
        |bars: &Bars| bars.counts.map_or_else(|| EN.voices.histogram_none.to_owned(), EN.voices.histogram_side);
    let title = (EN.voices.histogram)(&counted(&members), &counted(&organisation));
    histogram(&Histogram { organisation, members, title }, size).to_svg()
}

/// Why the answers of a side are not shown.
fn hidden(quantity: &Quantity) -> Vec<String> {
    let sides = [(Side::Organisation, EN.frame.the_organisation), (Side::Members, EN.frame.members)];
    let mut lines = Vec::new();
    for (side, name) in sides {
        let why = match quantity.said.get(side).spread {
            Err(Hidden::NotHeard { from }) => (EN.voices.hidden_unheard)(from),
            Err(Hidden::Summary) => EN.voices.hidden_summary.to_owned(),
            Err(Hidden::TooFew { .. }) | Ok(_) => continue,
        };
        lines.push([name, ": ", &why].concat());
    }
    lines
}
