//! Over time: the finding, the snapshots, the trends and their numbers, and "last time" for the results.

use super::changes::read_alike;
use super::compare::beside;
use super::{explained, words};
use crate::app::{Model, Moment, Shelved, name};
use crate::assessment::{Assessment, SnapshotRef};
use crate::catalogue::{Catalogue, PerSide, Side};
use crate::chart::{Interval, Trend, TrendAsked, TrendDate, TrendLine, TrendPanel, TrendTone, TrendWords};
use crate::report::finding::people;
use crate::route::{Place, Route};
use crate::score::heard::standing;
use crate::score::trend::{self, Changes, Direction, Measured};
use crate::score::{Figure, Voice};
use crate::text::{EN, numbers};

/// What stands above the charts, and the snapshots.
#[derive(Clone, Debug, PartialEq)]
pub struct TimeView {
    /// The finding.
    pub title: String,
    /// What stands behind it.
    pub lead: String,
    /// Today, as a field of a day takes it.
    pub today: String,
    /// Which round this is.
    pub round: u32,
    /// The same in words; empty in the first.
    pub round_now: String,
    /// What a new round does.
    pub round_means: String,
    /// The snapshots, the latest first.
    pub snapshots: Vec<SnapshotRow>,
    /// The way to put it beside another community.
    pub beside: String,
}

/// A snapshot.
#[derive(Clone, Debug, PartialEq)]
pub struct SnapshotRow {
    /// Its place and day, which stay while its name is typed.
    pub key: String,
    /// Which.
    pub which: SnapshotRef,
    /// Its day in words.
    pub date: String,
    /// Day and name.
    pub name: String,
    /// Phase, overlap, who was heard.
    pub about: String,
}

/// The trends.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendView {
    /// What the charts draw.
    pub trend: Trend,
    /// The name of the table.
    pub caption: String,
    /// Its rows, oldest first.
    pub rows: Vec<TrendRow>,
}

/// The numbers of one date.
#[derive(Clone, Debug, PartialEq)]
pub struct TrendRow {
    /// Day and name.
    pub name: String,
    /// Overlap, matter to both, the two returns, practices, phase, heard.
    pub cells: [String; 7],
    /// That other expectations were asked than at the date before.
    pub note: &'static str,
}

/// "Last time": what the latest snapshot said, and whether that has changed.
#[derive(Clone, Debug, PartialEq)]
pub struct LastTime {
    /// The line.
    pub words: String,
    /// Where it is told at length; `None` for a copy that is not kept.
    pub address: Option<String>,
}

/// The snapshots of the assessment that is open, and what is new since the last.
pub fn time(model: &Model) -> Option<TimeView> {
    let shelved = model.open()?;
    let assessment = &shelved.assessment;
    let row = |moment: &Moment| snapshot_row(assessment, moment, model.catalogue);
    let (title, lead) = finding(assessment);
    let replies = standing(&assessment.answered.replies).len();
    let summarised: u32 = assessment.answered.summary.iter().filter_map(|(_, one)| Some(one.as_ref()?.count)).sum();
    Some(TimeView {
        title,
        lead,
        today: model.today.as_ref().map(ToString::to_string).unwrap_or_default(),
        round: assessment.round,
        round_now: if assessment.round > 1 { (EN.time.round_now)(assessment.round) } else { String::new() },
        round_means: (EN.time.round_means)(if replies > 0 { replies } else { summarised as usize }),
        snapshots: shelved.past().iter().rev().filter_map(row).collect(),
        beside: beside(model),
    })
}

/// What has become of the overlap since the last snapshot, and how many answers moved.
fn finding(assessment: &Assessment) -> (String, String) {
    let Some(last) = assessment.snapshots.iter().max_by(|one, other| one.date.cmp(&other.date)) else {
        return (EN.time.nothing.to_owned(), EN.time.nothing_lead.to_owned());
    };
    let changes = trend::compare(&last.answered, &assessment.answered);
    let since = words::date(&last.date);
    let (direction, from, to) = overlap(&changes);
    let title = match direction {
        Direction::Up if read_alike(&from, &to) => (EN.time.risen_little)(&to, &since),
        Direction::Up => (EN.time.risen)(&from, &to, &since),
        Direction::Down if read_alike(&from, &to) => (EN.time.fallen_little)(&to, &since),
        Direction::Down => (EN.time.fallen)(&from, &to, &since),
        Direction::Unclear => (EN.time.unclear)(&since),
    };
    let moved = (EN.time.moved)(changes.moved.len()) + ".";
    let others = changes.earlier.voices != changes.later.voices;
    (title, if others { [&moved, EN.time.others_spoke].join(" ") } else { moved })
}

/// Which way the overlap went, and its two figures.
fn overlap(changes: &Changes) -> (Direction, String, String) {
    let percent = |figure| words::percent(figure, explained::OVERLAP);
    changes.of(Measured::Overlap).map_or((Direction::Unclear, String::new(), String::new()), |change| {
        (change.direction, percent(change.earlier), percent(change.later))
    })
}

/// What a moment is called: a snapshot by name and day, the present as now.
fn called(assessment: &Assessment, moment: &Moment) -> String {
    let snapshot = moment.snapshot.and_then(|at| assessment.snapshots.get(at));
    snapshot.map_or_else(|| EN.time.present.to_owned(), |one| (EN.time.named)(&one.label, &words::date(&one.date)))
}

fn snapshot_row(assessment: &Assessment, moment: &Moment, catalogue: &Catalogue) -> Option<SnapshotRow> {
    let at = moment.snapshot?;
    let snapshot = assessment.snapshots.get(at)?;
    let phase = catalogue.phase(moment.phase).map_or("", |phase| &phase.name);
    let overlap = [words::percent(moment.overlap, explained::OVERLAP), EN.results.overlap_follows.to_owned()].join(" ");
    let about = [(EN.results.phase_of)(phase), overlap, heard(moment.voices)];
    Some(SnapshotRow {
        key: [&at.to_string(), " ", snapshot.date.as_str()].concat(),
        which: snapshot.reference(at),
        date: words::date(&snapshot.date),
        name: (EN.time.named)(&snapshot.label, &words::date(&snapshot.date)),
        about: about.into_iter().filter(|words| words != numbers::NONE).collect::<Vec<_>>().join(" · "),
    })
}

/// How many spoke for each side; a dash where nobody did.
pub(super) fn heard(voices: PerSide<Voice>) -> String {
    let named = |side: Side| match side {
        Side::Organisation => EN.voices.organisation_short,
        Side::Members => EN.voices.members_short,
    };
    let of = |(side, voice): (Side, &Voice)| Some([named(side), " ", &people(*voice)?.to_string()].concat());
    let heard: Vec<String> = voices.iter().filter_map(of).collect();
    if heard.is_empty() { numbers::NONE.to_owned() } else { heard.join(", ") }
}

/// The trends of the assessment that is open; `None` before the first snapshot.
pub fn trends(model: &Model) -> Option<TrendView> {
    let shelved = model.open()?;
    let moments = shelved.moments();
    if moments.len() < 2 {
        return None;
    }
    let assessment = &shelved.assessment;
    Some(TrendView {
        trend: chart(&moments),
        caption: (EN.time.numbers_of)(&name(assessment)),
        rows: moments.iter().map(|moment| trend_row(assessment, moment, model.catalogue)).collect(),
    })
}

fn trend_row(assessment: &Assessment, moment: &Moment, catalogue: &Catalogue) -> TrendRow {
    let (least, most) = moment.shared;
    let (low, high) = moment.maturity;
    let returned = |side: Side| words::percent(*moment.returns.get(side), explained::RETURNS);
    TrendRow {
        name: called(assessment, moment),
        cells: [
            words::percent(moment.overlap, explained::OVERLAP),
            (EN.time.shared_of)(least, most, moment.items),
            returned(Side::Organisation),
            returned(Side::Members),
            (EN.time.of_ten)(low, high),
            catalogue.phase(moment.phase).map(|phase| phase.name.clone()).unwrap_or_default(),
            heard(moment.voices),
        ],
        note: if moment.other_items { EN.time.asked_changed } else { "" },
    }
}

fn chart(moments: &[Moment]) -> Trend {
    let interval = |figure: Figure| figure.ends().map(|(low, high)| Interval { low, high });
    let line = |tone, of: &dyn Fn(&Moment) -> Figure, write: &dyn Fn(&Moment) -> String| TrendLine {
        tone,
        values: moments.iter().map(|moment| interval(of(moment))).collect(),
        latest: moments.last().map(write).unwrap_or_default(),
    };
    let panel = |name: &str, lines| TrendPanel { name: name.to_owned(), lines };
    let returned = |tone, side: Side| {
        line(tone, &|moment| *moment.returns.get(side), &|one| {
            words::percent(*one.returns.get(side), explained::RETURNS)
        })
    };
    Trend {
        dates: moments.iter().map(date).collect(),
        panels: vec![
            panel(
                EN.time.overlap,
                vec![line(TrendTone::Both, &|moment| moment.overlap, &|moment| {
                    words::percent(moment.overlap, explained::OVERLAP)
                })],
            ),
            panel(
                EN.time.returns,
                vec![
                    returned(TrendTone::Organisation, Side::Organisation),
                    returned(TrendTone::Members, Side::Members),
                ],
            ),
            panel(
                EN.time.practices,
                vec![line(TrendTone::Both, &of_ten, &|moment| (EN.time.of_ten)(moment.maturity.0, moment.maturity.1))],
            ),
        ],
        words: TrendWords {
            title: (EN.time.trend_picture)(moments.len()),
            ticks: [0.0, 0.25, 0.5, 1.0].map(|share| numbers::percent(share, share, &[])),
        },
        uid: "trend".to_owned(),
    }
}

/// Practices at 2 or above as a share of the ten.
fn of_ten(moment: &Moment) -> Figure {
    let share = |count: usize| f64::from(u8::try_from(count).unwrap_or(u8::MAX)) / 10.0;
    Figure::between(share(moment.maturity.0), share(moment.maturity.1))
}

fn date(moment: &Moment) -> TrendDate {
    TrendDate {
        day: moment.date.as_ref().map_or(f64::NAN, |date| f64::from(date.day_number())),
        label: moment.date.as_ref().map(words::date).unwrap_or_default(),
        asked: if moment.other_items { TrendAsked::Changed } else { TrendAsked::Same },
    }
}

/// What was last time, for the results of what is shown.
pub fn last_time(assessment: &Assessment, shelved: Option<&Shelved>) -> Option<LastTime> {
    let last = assessment.snapshots.iter().max_by(|one, other| one.date.cmp(&other.date))?;
    let figure = match shelved.and_then(|shelved| shelved.past().last()) {
        Some(moment) => moment.overlap,
        None => trend::last_time(assessment)?.1.overlap.jaccard,
    };
    let date = words::date(&last.date);
    let changes = trend::compare(&last.answered, &assessment.answered);
    let words = if figure.ends().is_none() {
        (EN.time.last_time_none)(&date)
    } else {
        let (direction, from, to) = overlap(&changes);
        let mut parts = vec![(EN.time.last_time)(&date, &words::percent(figure, explained::OVERLAP))];
        if !changes.added.is_empty() || !changes.taken_out.is_empty() {
            parts.push((EN.time.last_common)(&from, &to, changes.common.len()));
        }
        let words = match (direction, read_alike(&from, &to)) {
            (Direction::Up, false) => EN.time.last_up,
            (Direction::Up, true) => EN.time.last_up_little,
            (Direction::Down, false) => EN.time.last_down,
            (Direction::Down, true) => EN.time.last_down_little,
            (Direction::Unclear, _) => EN.time.no_clear,
        };
        parts.push(words.to_owned());
        parts.join("; ")
    };
    let to = |_| Route::assessment(assessment.id.as_str(), Place::Time).address();
    Some(LastTime { words: words + ".", address: shelved.map(to) })
}
