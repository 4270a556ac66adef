//! Over time: the finding, the snapshots, the trends and their numbers, and "last time" for the results.

use super::compare::beside;
use super::{explained, words};
use crate::app::{Model, Moment, Shelved};
use crate::assessment::{Assessment, SnapshotRef};
use crate::catalogue::Catalogue;
use crate::report::changed::read_alike;
use crate::report::over_time::{self, Guess, finding, guess, overlap};
pub use crate::report::over_time::{COLUMNS as TREND_COLUMNS, TrendRow, TrendView, heard};
use crate::route::{Place, Route};
use crate::score::heard::standing;
use crate::score::trend::{self, Direction};
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
    /// Its day in words; numbered, where there are several of that day.
    pub date: String,
    /// Day and name.
    pub name: String,
    /// Phase, overlap, who was heard.
    pub about: String,
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
    // A range stays on one line of the large heading.
    let title = title.replace('–', "\u{2060}–\u{2060}");
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

fn snapshot_row(assessment: &Assessment, moment: &Moment, catalogue: &Catalogue) -> Option<SnapshotRow> {
    let at = moment.snapshot?;
    let snapshot = assessment.snapshots.get(at)?;
    let phase = catalogue.phase_name(moment.phase);
    let overlap = [words::percent(moment.overlap, explained::OVERLAP), EN.results.overlap_follows.to_owned()].join(" ");
    let about = [(EN.results.phase_of)(phase), overlap, heard(moment.voices)];
    // Those of one day are numbered, whatever they are called: a name is still being typed.
    let of_day = |upto: usize| assessment.snapshots.iter().take(upto).filter(|one| one.date == snapshot.date).count();
    let date = words::date(&snapshot.date);
    let several = of_day(usize::MAX) > 1;
    Some(SnapshotRow {
        key: [at.to_string().as_str(), if several { "+ " } else { " " }, snapshot.date.as_str()].concat(),
        which: snapshot.reference(at),
        date: if several { (EN.time.numbered)(&date, of_day(at + 1)) } else { date },
        name: words::snapshot(&assessment.snapshots, at),
        about: about.into_iter().filter(|words| words != numbers::NONE).collect::<Vec<_>>().join(" · "),
    })
}

/// The trends of the assessment that is open; `None` before the first snapshot.
pub fn trends(model: &Model) -> Option<TrendView> {
    let shelved = model.open()?;
    over_time::trends(&shelved.assessment, &shelved.moments(), model.catalogue)
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
            (Direction::Unclear, _) => match guess(&changes) {
                Guess::Later => EN.time.last_not_heard,
                Guess::Earlier => EN.time.last_a_guess,
                Guess::Neither => EN.time.between.no_clear,
            },
        };
        parts.push(words.to_owned());
        parts.join("; ")
    };
    let to = |_| Route::assessment(assessment.id.as_str(), Place::Time).address();
    Some(LastTime { words: words + ".", address: shelved.map(to) })
}
