//! How a community went: the finding, the figures of every snapshot and the present, and the charts of them.

use super::changed::{moved_title, read_alike};
use super::finding::people;
use super::words;
use crate::assessment::Assessment;
use crate::catalogue::{Catalogue, PerSide, Side};
use crate::chart::{Interval, Trend, TrendAsked, TrendDate, TrendLine, TrendPanel, TrendTone, TrendWords};
use crate::score::moment::Moment;
use crate::score::trend::{self, Changes, Direction, Measured, State};
use crate::score::{Figure, Voice};
use crate::text::{EN, numbers};

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

/// What has become of the overlap since the last snapshot, and how many answers moved.
pub fn finding(assessment: &Assessment) -> (String, String) {
    let Some(last) = trend::latest(assessment) else {
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
        Direction::Unclear => match guess(&changes) {
            Guess::Later if from != numbers::NONE => (EN.time.not_heard_again)(assessment.round, &from, &since),
            _ if from == numbers::NONE || to == numbers::NONE => (EN.time.unclear)(&since),
            Guess::Neither | Guess::Later => (EN.time.unclear)(&since),
            Guess::Earlier => (EN.time.was_a_guess)(&from, &to, &since),
        },
    };
    if changes.later.says.iter().all(|(_, says)| !says) {
        return (title, EN.time.not_yet.to_owned());
    }
    let mut lead = moved_title(&changes) + ".";
    let common = (EN.time.between.common)(changes.common.len(), changes.taken_out.len(), changes.added.len());
    if !common.is_empty() && !changes.common.is_empty() {
        lead = [&lead, " ", &common].concat();
    }
    if changes.earlier.voices != changes.later.voices {
        lead = [&lead, " ", EN.time.others_spoke].concat();
    }
    (title, lead)
}

/// Which of two states has an estimate where the other was heard, of what the overlap draws on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// Neither: both were heard, or both are estimates.
    Neither,
    /// The earlier.
    Earlier,
    /// The later.
    Later,
}

/// Which of two states has an estimate of what matters where the other was heard; the later, where each has one.
pub fn guess(changes: &Changes) -> Guess {
    let heard = |state: &State, side: Side| state.voices.get(side).importance.is_heard();
    let (one, other) = (&changes.earlier, &changes.later);
    if Side::ALL.into_iter().any(|side| heard(one, side) && !heard(other, side)) {
        Guess::Later
    } else if Side::ALL.into_iter().any(|side| !heard(one, side) && heard(other, side)) {
        Guess::Earlier
    } else {
        Guess::Neither
    }
}

/// Which way the overlap went, and its two figures.
pub fn overlap(changes: &Changes) -> (Direction, String, String) {
    let percent = |figure| words::percent(figure, words::OVERLAP);
    changes.of(Measured::Overlap).map_or((Direction::Unclear, String::new(), String::new()), |change| {
        (change.direction, percent(change.earlier), percent(change.later))
    })
}

/// What a moment is called: a snapshot by name and day, the present as now.
pub fn called(assessment: &Assessment, moment: &Moment) -> String {
    let snapshot = moment.snapshot.and_then(|at| assessment.snapshots.get(at));
    snapshot.map_or_else(|| EN.time.present.to_owned(), |one| (EN.time.named)(&one.label, &words::date(&one.date)))
}

/// How many spoke for each side; a dash where nobody did.
pub fn heard(voices: PerSide<Voice>) -> String {
    let named = |side: Side| match side {
        Side::Organisation => EN.voices.organisation_short,
        Side::Members => EN.voices.members_short,
    };
    let of = |(side, voice): (Side, &Voice)| Some([named(side), " ", &people(*voice)?.to_string()].concat());
    let heard: Vec<String> = voices.iter().filter_map(of).collect();
    if heard.is_empty() { numbers::NONE.to_owned() } else { heard.join(", ") }
}

/// The trends; `None` before the first snapshot.
pub fn trends(assessment: &Assessment, moments: &[Moment], catalogue: &Catalogue) -> Option<TrendView> {
    (moments.len() > 1).then(|| TrendView {
        trend: chart(moments),
        caption: (EN.time.numbers_of)(&words::name(assessment)),
        rows: moments.iter().map(|moment| trend_row(assessment, moment, catalogue)).collect(),
    })
}

/// The names of the columns, the first of which is that of the rows.
pub const COLUMNS: [&str; 8] = [
    EN.time.date,
    EN.time.overlap,
    EN.time.shared,
    EN.time.return_organisation,
    EN.time.return_members,
    EN.time.practices,
    EN.time.phase,
    EN.time.heard,
];

fn trend_row(assessment: &Assessment, moment: &Moment, catalogue: &Catalogue) -> TrendRow {
    let (least, most) = moment.shared;
    let (low, high) = moment.maturity;
    let returned = |side: Side| words::percent(*moment.returns.get(side), words::RETURNS);
    TrendRow {
        name: called(assessment, moment),
        cells: [
            words::percent(moment.overlap, words::OVERLAP),
            (EN.time.shared_of)(least, most, moment.items),
            returned(Side::Organisation),
            returned(Side::Members),
            (EN.time.of_ten)(low, high),
            catalogue.phase_name(moment.phase).to_owned(),
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
    let panel = |name: &str, ticks, lines| TrendPanel { name: name.to_owned(), ticks, lines };
    // The two in the middle are the thresholds of the rules.
    let shares = || [0.0, 0.25, 0.5, 1.0].map(|share| (share, numbers::percent(share, share, &[]))).to_vec();
    let counts = [(0.0, "0"), (0.5, "5"), (1.0, "10")].map(|(share, words)| (share, words.to_owned())).to_vec();
    let returned = |tone, side: Side| {
        line(tone, &|moment| *moment.returns.get(side), &|one| words::percent(*one.returns.get(side), words::RETURNS))
    };
    Trend {
        dates: moments.iter().map(date).collect(),
        panels: vec![
            panel(
                EN.time.overlap,
                shares(),
                vec![line(TrendTone::Both, &|moment| moment.overlap, &|moment| {
                    words::percent(moment.overlap, words::OVERLAP)
                })],
            ),
            panel(
                EN.time.returns,
                shares(),
                vec![
                    returned(TrendTone::Organisation, Side::Organisation),
                    returned(TrendTone::Members, Side::Members),
                ],
            ),
            panel(
                EN.time.practices,
                counts,
                vec![line(TrendTone::Ink, &of_ten, &|moment| (EN.time.of_ten)(moment.maturity.0, moment.maturity.1))],
            ),
        ],
        words: TrendWords { title: (EN.time.trend_picture)(moments.len()) },
        uid: "trend".to_owned(),
    }
}

/// Practices at 2 or above on a scale up to all ten.
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
