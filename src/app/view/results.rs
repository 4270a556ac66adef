//! The results: the sentence, the picture, every expectation, the outlook, the two sides, exchange, delivery, practices.

use super::explained::{self, Shown};
use super::outlook::{LadderView, ladder};
use super::picture::{PointView, place, points};
use super::practices::{gate_name, need};
use super::{picture_of, words};
use crate::app::Model;
use crate::assessment::{Answered, Assessment};
use crate::catalogue::content::Scale;
use crate::catalogue::{Catalogue, Contribution, ItemId, Level, PerSide, Phase, Practice, Side, Step};
use crate::chart::{
    self, ExchangeWords, Matrix, MatrixPoint, MatrixWords, Picture, Quadrant, QuadrantWords, Region as Spot, Room,
};
use crate::route::{Part, Place, Route};
use crate::score::{Exchange, Figure, Gate, GateState, Region, Results, Rung, Verdict, Voice, Zone, gates, questions};
use crate::text::{EN, numbers};

/// The results.
#[derive(Clone, Debug, PartialEq)]
pub struct ResultsView {
    /// Phase, who was heard, when.
    pub kicker: String,
    /// The finding.
    pub sentence: Sentence,
    /// The overlap; absent where there is none to speak of.
    pub overlap: Option<Shown>,
    /// What of the common ground is delivered.
    pub kept: Option<Shown>,
    /// The outlook as four bars, as SVG.
    pub stairs: String,
    /// "The outlook is" or "The outlook lies between".
    pub outlook_lead: &'static str,
    /// The rung, or the two rungs, in words.
    pub outlook: Vec<&'static str>,
    /// What stands between this and the next rung.
    pub outlook_rest: String,
    /// What is said about unusual results.
    pub notices: Vec<&'static str>,
    /// Where to answer, if a side is silent.
    pub answer: Option<String>,
    /// The picture.
    pub picture: Picture,
    /// What is said when an item in it is pointed at.
    pub points: Vec<PointView>,
    /// Every expectation.
    pub every: EveryView,
    /// The ladder.
    pub ladder: LadderView,
    /// What is said of the two sides.
    pub sides_lead: String,
    /// Coverage, returns, contributions.
    pub flies: Vec<Fly>,
    /// The five kinds of contribution.
    pub pledges: Vec<PledgeRow>,
    /// The picture of the exchange, as SVG.
    pub exchange: String,
    /// What it says.
    pub exchange_finding: &'static str,
    /// Importance against delivery, where anybody has said anything.
    pub matrices: Option<PerSide<MatrixView>>,
    /// Why it is not there.
    pub no_matrix: &'static str,
    /// The two top threes, if either was chosen.
    pub tops: Option<(String, PerSide<TopList>)>,
    /// What is said of the practices.
    pub profile_lead: String,
    /// The ten practices.
    pub profile: Vec<ProfileRow>,
    /// How many of ten are written down.
    pub maturity: String,
}

/// "5 of 12 expectations matter to both: 52 % overlap."
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Up to the figure.
    pub start: String,
    /// The overlap; absent where there is none to speak of.
    pub overlap: Option<String>,
    /// The whole sentence.
    pub title: String,
}

/// Every expectation, grouped by who wants it.
#[derive(Clone, Debug, PartialEq)]
pub struct EveryView {
    /// The groups that have items.
    pub groups: Vec<EveryGroup>,
    /// The sums of the two sides.
    pub sums: Option<PerSide<String>>,
    /// "23 steps coincide of 43 in all".
    pub sum: String,
    /// "23 ÷ 43 = 53 %".
    pub division: String,
}

/// The items of one region.
#[derive(Clone, Debug, PartialEq)]
pub struct EveryGroup {
    /// The region.
    pub spot: Spot,
    /// Its name.
    pub name: &'static str,
    /// Its items.
    pub rows: Vec<EveryRow>,
}

/// One item in figures.
#[derive(Clone, Debug, PartialEq)]
pub struct EveryRow {
    /// Its id.
    pub key: String,
    /// Its number.
    pub number: usize,
    /// Its statement.
    pub statement: String,
    /// Importance in half steps.
    pub importance: PerSide<Option<u8>>,
    /// The same in words.
    pub importance_words: PerSide<String>,
    /// What both see delivered, in half steps.
    pub delivered: Option<u8>,
    /// The note on it.
    pub note: String,
}

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

/// Importance against delivery of one side.
#[derive(Clone, Debug, PartialEq)]
pub struct MatrixView {
    /// The picture for wide and narrow containers, as SVG.
    pub scenes: [String; 2],
    /// What is urgent: number, label, region.
    pub urgent: Vec<(usize, String, Spot)>,
}

/// The top three of a side.
#[derive(Clone, Debug, PartialEq)]
pub struct TopList {
    /// Number, label, region, and whether the other side wants it.
    pub rows: Vec<(usize, String, Spot, &'static str)>,
}

/// A practice against what is needed.
#[derive(Clone, Debug, PartialEq)]
pub struct ProfileRow {
    /// Its number.
    pub number: usize,
    /// Its name.
    pub name: String,
    /// The level.
    pub level: Option<u8>,
    /// The level in words.
    pub words: String,
    /// What the gate needs.
    pub need: Option<u8>,
    /// Whether it falls short.
    pub misses: bool,
}

/// The results of what is open or came as a guest.
pub fn results(model: &Model) -> Option<ResultsView> {
    let (assessment, results) = model.shown()?;
    let answered = &assessment.answered;
    let catalogue = model.catalogue;
    let sentence = sentence(answered, results);
    let title = picture_title(results, &sentence.title);
    let (outlook_lead, outlook, outlook_rest) = outlook_words(results);
    let (exchange, exchange_finding) = exchange_scene(results, catalogue, "results-exchange");
    let silent = silent(results);
    let (profile_lead, profile) = profile(results, catalogue);
    let (low, high) = gates::maturity(&results.counted);
    let matrices = matrices(answered, results, catalogue);
    Some(ResultsView {
        kicker: kicker(assessment, results, catalogue),
        overlap: sentence.overlap.is_some().then(|| explained::overlap(results)),
        kept: results.delivery.kept.ends().is_some().then(|| explained::kept(results)),
        stairs: super::outlook::outlook_stairs(results.outlook).to_svg(),
        outlook_lead,
        outlook,
        outlook_rest,
        notices: notices(results),
        answer: (!silent.is_empty() && model.open().is_some()).then(|| {
            Route::assessment(assessment.id.as_str(), Place::Expectations(Part::Importance)).address()
        }),
        picture: picture_of(answered, results, catalogue, "picture", title),
        points: points(answered, results, catalogue),
        every: every(assessment, results, catalogue),
        ladder: ladder(assessment, results, catalogue),
        sides_lead: sides_lead(results),
        flies: flies(results),
        pledges: pledges(answered, results, catalogue),
        exchange,
        exchange_finding,
        no_matrix: match answered.community.phase {
            Phase::Plan => EN.results.matrix_plan,
            Phase::Launch | Phase::Sustain => EN.results.matrix_none,
        },
        matrices,
        tops: tops(answered, results, catalogue),
        profile_lead,
        profile,
        maturity: (EN.results.maturity)(low, high),
        sentence,
    })
}

/// The sides of which no importance is known.
fn silent(results: &Results) -> Vec<Side> {
    let unknown = |side: &Side| results.counted.items.iter().all(|item| item.importance.get(*side).is_none());
    Side::ALL.into_iter().filter(unknown).collect()
}

/// The finding in one sentence.
pub fn sentence(answered: &Answered, results: &Results) -> Sentence {
    let start = match silent(results).as_slice() {
        [side] => (EN.results.nobody)(words::side(*side)),
        [_, _] => EN.results.nobody_both.to_owned(),
        _ => {
            let (least, most) = results.overlap.shared;
            (EN.results.matters)(least, most, answered.items.len())
        }
    };
    let overlap = results.overlap.jaccard.ends().map(|_| words::percent(results.overlap.jaccard, explained::OVERLAP));
    let title = match &overlap {
        Some(figure) => format!("{start}: {figure} {}", EN.results.overlap_follows),
        None => start.clone(),
    };
    Sentence { start, overlap, title }
}

/// How many replies a side is heard from; `None` for an estimate.
pub const fn people(voice: Voice) -> Option<u32> {
    match voice {
        Voice::Replies(people) | Voice::Summary(people) => Some(people),
        Voice::Estimate => None,
    }
}

fn kicker(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> String {
    let text = &EN.results;
    let phase = catalogue.phase(results.counted.phase).map_or("", |phase| &phase.name);
    let voice = |side: Side| people(results.counted.voices.get(side).importance);
    let organisation = voice(Side::Organisation).map(|people| (text.heard_organisation)(people as usize));
    let members = voice(Side::Members).map(|people| (text.heard_members)(people as usize));
    let heard = [organisation, members].into_iter().flatten().collect::<Vec<_>>();
    let mut parts = vec![(text.phase_of)(phase)];
    if !heard.is_empty() {
        parts.push(format!("{} {}", heard.join(&format!(" {} ", text.and)), text.heard));
    }
    if heard.len() < 2 {
        parts.push(text.one_sees.to_owned());
    }
    parts.extend(assessment.updated.as_ref().map(|updated| words::date(&updated.date())));
    parts.join(" · ")
}

fn picture_title(results: &Results, sentence: &str) -> String {
    let count = |region: Region| results.overlap.regions.iter().filter(|one| **one == region).count();
    (EN.results.picture_title)(
        sentence,
        count(Region::OrganisationOnly),
        count(Region::Shared),
        count(Region::MembersOnly),
    )
}

/// The outlook in words: the lead, one or two rungs, and what stands before the next.
fn outlook_words(results: &Results) -> (&'static str, Vec<&'static str>, String) {
    let outlook = results.outlook;
    let name = |rung: Rung| words::pick(&EN.results.rung_words, words::rung_index(rung));
    if outlook.low != outlook.high {
        let open = questions::open(results).len();
        let rest = if open == 0 { String::new() } else { (EN.results.open_decide)(open) };
        return (EN.results.outlook_between, vec![name(outlook.low), name(outlook.high)], rest);
    }
    let next = Rung::ALL.into_iter().find(|rung| *rung > outlook.low);
    let rest = next.map(|next| {
        let missing = results
            .criteria
            .iter()
            .filter(|criterion| criterion.id.rung() == next && criterion.verdict != Verdict::Yes)
            .count();
        (EN.results.between_and_next)(missing, name(next))
    });
    (EN.results.outlook_is, vec![name(outlook.low)], rest.unwrap_or_default())
}

fn notices(results: &Results) -> Vec<&'static str> {
    let overlap = &results.overlap;
    let mut notices = Vec::new();
    let at_least = |figure: Figure, share: f64| figure.ends().is_some_and(|(low, _)| low >= share - 1e-9);
    if at_least(overlap.jaccard, 0.5) && overlap.shared.1 == 0 {
        notices.push(EN.results.flat);
    }
    let low = overlap.jaccard.ends().is_some_and(|(_, high)| high <= 0.5 + 1e-9);
    if at_least(overlap.profile, 0.8) && low {
        notices.push(EN.results.same_priorities);
    }
    notices
}

fn every(assessment: &Assessment, results: &Results, catalogue: &Catalogue) -> EveryView {
    let answered = &assessment.answered;
    let rows: Vec<(Region, EveryRow)> = words::numbered(answered)
        .zip(&results.counted.items)
        .zip(&results.overlap.regions)
        .map(|(((number, item), counted), region)| {
            let importance_words = PerSide::from_fn(|side| match counted.importance.get(side) {
                Some(level) => {
                    let (number, word) = words::level(*level, Scale::Importance, catalogue);
                    format!("{number} {word}")
                }
                None => EN.results.every_unknown.to_owned(),
            });
            let delivered = counted.delivered.organisation.zip(counted.delivered.members);
            let row = EveryRow {
                key: item.id().to_string(),
                number,
                statement: words::statement(answered, item.id(), catalogue),
                importance: counted.importance.map(|level| level.map(Level::halves)),
                importance_words,
                delivered: delivered.map(|(one, two)| one.min(two).halves()),
                note: assessment.notes.get(&item.id()).map(|note| note.note.clone()).unwrap_or_default(),
            };
            (*region, row)
        })
        .collect();
    let group = |region: Region| {
        let name = match region {
            Region::Shared => EN.results.region_shared,
            Region::OrganisationOnly => EN.results.region_organisation,
            Region::MembersOnly => EN.results.region_members,
            Region::Neither => EN.results.region_neither,
            Region::Open => EN.results.region_open,
        };
        let rows = rows.iter().filter(|(one, _)| *one == region).map(|(_, row)| row.clone()).collect();
        EveryGroup { spot: place(region), name, rows }
    };
    let drawn = results.overlap.drawn;
    let union = drawn.organisation + drawn.members - drawn.shared;
    let (shared, all) = (numbers::sum(drawn.shared), numbers::sum(union));
    let some = union > 0.0;
    let mut sum = if some { (EN.results.every_sum)(&shared, &all) } else { String::new() };
    if some && results.overlap.drawn_items < answered.items.len() {
        sum = format!("{sum}, {}", (EN.results.every_sum_drawn)(results.overlap.drawn_items, answered.items.len()));
    }
    let share = numbers::percent(drawn.shared / union, drawn.shared / union, explained::OVERLAP);
    EveryView {
        groups: Region::ALL.into_iter().map(group).filter(|group| !group.rows.is_empty()).collect(),
        sums: some.then(|| PerSide {
            organisation: numbers::sum(drawn.organisation),
            members: numbers::sum(drawn.members),
        }),
        sum,
        division: if some { format!("{shared} ÷ {all} = {share}") } else { String::new() },
    }
}

fn sides_lead(results: &Results) -> String {
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

fn flies(results: &Results) -> Vec<Fly> {
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

fn pledges(answered: &Answered, results: &Results, catalogue: &Catalogue) -> Vec<PledgeRow> {
    let row = |kind: Contribution| {
        let level = |side: Side| results.counted.contribution.get(side).get(kind.index()).copied().flatten();
        let words = |side: Side| {
            let said = level(side).map_or_else(
                || EN.results.every_unknown.to_owned(),
                |level| {
                    let (number, word) = words::level(level, Scale::Contribution, catalogue);
                    format!("{number} {word}")
                },
            );
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
    let scene = chart::exchange(&chart::Exchange {
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
    });
    let finding = match results.exchange.as_slice() {
        [one] => words::pick(&text.exchange_finding, at(one)),
        _ => text.exchange_open,
    };
    (scene.to_svg(), finding)
}

fn matrices(answered: &Answered, results: &Results, catalogue: &Catalogue) -> Option<PerSide<MatrixView>> {
    let any = results.counted.items.iter().any(|item| item.delivered.iter().any(|(_, level)| level.is_some()));
    any.then(|| PerSide::from_fn(|side| matrix(answered, results, catalogue, side)))
}

fn matrix(answered: &Answered, results: &Results, catalogue: &Catalogue, side: Side) -> MatrixView {
    let text = &EN.results;
    let zones = results.delivery.zones.get(side);
    let mut points = Vec::new();
    let mut urgent = Vec::new();
    for (((number, item), counted), (region, zone)) in
        words::numbered(answered).zip(&results.counted.items).zip(results.overlap.regions.iter().zip(zones))
    {
        let (Some(importance), Some(delivered)) = (counted.importance.get(side), counted.delivered.get(side)) else {
            continue;
        };
        let is_urgent = *zone == Some(Zone::Urgent);
        if is_urgent {
            urgent.push((number, words::label(answered, item.id(), catalogue), place(*region)));
        }
        points.push(MatrixPoint {
            key: item.id().to_string(),
            number,
            region: place(*region),
            importance: importance.steps(),
            delivered: delivered.steps(),
            urgent: is_urgent,
        });
    }
    let steps = |scale: Scale| Step::ALL.map(|step| catalogue.word(scale, step).to_owned());
    let title = match side {
        Side::Organisation => text.matrix_organisation,
        Side::Members => text.matrix_members,
    };
    let [zone_urgent, zone_improve, zone_more, zone_line] = text.zones.map(str::to_owned);
    let picture = Matrix {
        points,
        words: MatrixWords {
            title: (text.matrix_picture)(title, urgent.len()),
            importance: steps(Scale::Importance),
            delivered: steps(Scale::Delivered),
            urgent: zone_urgent,
            improve: zone_improve,
            in_line: zone_line,
            more_than_asked: zone_more,
            importance_axis: text.matrix_y.to_owned(),
            delivered_axis: text.matrix_x.to_owned(),
        },
    };
    let scenes = [Room::Wide, Room::Narrow].map(|room| chart::matrix(&picture, room).to_svg());
    MatrixView { scenes, urgent }
}

fn tops(answered: &Answered, results: &Results, catalogue: &Catalogue) -> Option<(String, PerSide<TopList>)> {
    let top = &results.counted.top;
    if top.organisation.is_empty() && top.members.is_empty() {
        return None;
    }
    let common = top.organisation.iter().filter(|item| top.members.contains(item)).count();
    let row = |side: Side, item: &ItemId| {
        let number = answered.number(*item)?;
        let counted = results.counted.items.get(number - 1)?;
        let wanted = match counted.importance.get(side.other()) {
            Some(level) if level.reaches(3) => EN.results.top_wanted,
            Some(_) => EN.results.top_not_wanted,
            None => EN.results.top_open,
        };
        let region = results.overlap.regions.get(number - 1).copied().unwrap_or(Region::Open);
        Some((number, words::label(answered, *item, catalogue), place(region), wanted))
    };
    let list = |side: Side| TopList { rows: top.get(side).iter().filter_map(|item| row(side, item)).collect() };
    Some(((EN.results.top_lead)(common), PerSide::from_fn(list)))
}

/// The gate that comes next: that of the phase, and once it is met in phase sustain those of the top rung.
fn next_gate(results: &Results) -> Gate {
    let own = Gate::for_phase(results.counted.phase);
    let mut chain = vec![own];
    if results.counted.phase == Phase::Sustain {
        chain.extend([Gate::Sustaining, Gate::Embedded]);
    }
    let met = |gate: &Gate| results.gates.iter().any(|reading| reading.gate == *gate && reading.state == GateState::Met);
    chain.iter().copied().find(|gate| !met(gate)).or(chain.last().copied()).unwrap_or(own)
}

fn profile(results: &Results, catalogue: &Catalogue) -> (String, Vec<ProfileRow>) {
    let gate = next_gate(results);
    let row = |practice: Practice| {
        let step = results.counted.practices.get(practice.index()).copied().flatten();
        let need = need(gate, practice);
        ProfileRow {
            number: practice.index() + 1,
            name: catalogue.practice(practice).map(|words| words.name.clone()).unwrap_or_default(),
            level: step.map(Step::number),
            words: step.map_or_else(
                || EN.results.unknown.to_owned(),
                |step| catalogue.word(Scale::Practice, step).to_owned(),
            ),
            misses: step.zip(need).is_some_and(|(step, need)| step.number() < need),
            need,
        }
    };
    let rows: Vec<ProfileRow> = Practice::ALL.into_iter().map(row).collect();
    let below = rows.iter().filter(|row| row.misses).count();
    let open = rows.iter().filter(|row| row.need.is_some() && row.level.is_none()).count();
    ((EN.results.profile_lead)(gate_name(gate), below, open), rows)
}
