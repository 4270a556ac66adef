//! What has changed between two states of the answers, by the rule of [`trend`]: of one community over time, or of two
//! side by side. Both are said here, each in its own [words](Between).

use super::finding::outlook_short;
use super::words;
use crate::assessment::{Answered, Assessment};
use crate::catalogue::{Catalogue, ItemId, Side};
use crate::score::trend::{self, Change, Changes, Direction, Measured, Moved, Slot};
use crate::score::{Figure, Outlook, Rung, Voice};
use crate::text::{Between, EN, numbers};

/// What has changed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changed {
    /// What to keep in mind.
    pub notes: Vec<String>,
    /// The figures.
    pub figures: Vec<ChangeRow>,
    /// How many answers moved.
    pub moved_title: String,
    /// Which.
    pub moved: Vec<MovedRow>,
}

/// A figure, or a level, in both states.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// What it is.
    pub name: String,
    /// What it comes to in each.
    pub values: [String; 2],
    /// Where it went, as a sign; empty where there is none.
    pub sign: &'static str,
    /// The same in words.
    pub change: &'static str,
    /// Where it clearly went.
    pub direction: Direction,
}

/// An answer that moved.
#[derive(Clone, Debug, PartialEq)]
pub struct MovedRow {
    /// The item, or what else was asked.
    pub what: String,
    /// What about it.
    pub about: String,
    /// From where to where.
    pub steps: String,
    /// By how many half steps, up or down.
    pub by: u8,
}

/// What has changed from the earlier to the later state.
pub fn changed(earlier: &Answered, later: &Answered, catalogue: &Catalogue) -> Changed {
    let changes = trend::compare(earlier, later);
    let label = |id: ItemId| {
        // In the words of the later of the states that has it.
        let state = if later.own(id).is_some() { later } else { earlier };
        words::label(state, id, catalogue)
    };
    Changed {
        notes: notes(&changes, &label, catalogue, &EN.time.between),
        figures: figures(&changes, &EN.time.between),
        moved_title: moved_title(&changes),
        moved: changes.moved.iter().map(|one| moved(one, &label, catalogue)).collect(),
    }
}

/// How many answers moved; where none did, and estimates stand against what was heard, that.
pub fn moved_title(changes: &Changes) -> String {
    match changes.moved.len() {
        0 if changes.guessed > 0 => EN.time.moved_unlike.to_owned(),
        count => (EN.time.moved)(count),
    }
}

/// What has changed since the last snapshot, and what that and the present are called; `None` without one.
pub fn since_last(assessment: &Assessment, catalogue: &Catalogue) -> Option<([String; 2], Changed)> {
    let last = trend::latest(assessment)?;
    let name = (EN.time.named)(&last.label, &words::date(&last.date));
    Some(([name, EN.time.present.to_owned()], changed(&last.answered, &assessment.answered, catalogue)))
}

/// The figures that say something in one of the two states, in the order of [`Measured::all`]; single practices stand
/// among the answers.
pub fn figures(changes: &Changes, text: &Between) -> Vec<ChangeRow> {
    let row = |change: &Change| {
        let (name, write) = written(change.measured)?;
        let values = [write(change.earlier), write(change.later)];
        let says = values.iter().any(|value| value != numbers::NONE);
        let mut row = says.then(|| ChangeRow::new(name.to_owned(), values, change.direction, text))?;
        if change.guessed && !row.is_alone() {
            row.change = text.guessed;
        }
        Some(row)
    };
    changes.figures.iter().filter_map(row).collect()
}

impl ChangeRow {
    /// A row with its change in words.
    pub fn new(name: String, values: [String; 2], direction: Direction, text: &Between) -> Self {
        let alone = is_alone(&values);
        let [first, second] = if read_alike(&values[0], &values[1]) { text.higher_little } else { text.higher };
        let (sign, change) = match direction {
            Direction::Down => (text.signs[0], first),
            Direction::Up => (text.signs[1], second),
            Direction::Unclear => ("", if alone { text.one_alone } else { text.no_clear }),
        };
        Self { name, values, sign, change, direction }
    }

    /// Whether it is there in one of the two alone.
    pub fn is_alone(&self) -> bool {
        is_alone(&self.values)
    }

    /// Whether it is clearly higher in the first, and in the second.
    pub fn wins(&self) -> [bool; 2] {
        [Direction::Down, Direction::Up].map(|wins| self.direction == wins)
    }

    /// Whether it clearly went anywhere.
    pub fn is_clear(&self) -> bool {
        self.direction != Direction::Unclear
    }
}

fn is_alone(values: &[String; 2]) -> bool {
    values.iter().any(|value| value == numbers::NONE)
}

/// What to keep in mind: what both states ask about, their phases, who spoke.
pub fn notes(
    changes: &Changes,
    label: &dyn Fn(ItemId) -> String,
    catalogue: &Catalogue,
    text: &Between,
) -> Vec<String> {
    let mut notes = vec![if changes.common.is_empty() {
        text.common_none.to_owned()
    } else {
        (text.common)(changes.common.len(), changes.taken_out.len(), changes.added.len())
    }];
    if !changes.reworded.is_empty() {
        let labels: Vec<String> = changes.reworded.iter().map(|id| label(*id)).collect();
        notes.push((text.reworded)(&labels.join(", ")));
    }
    let (one, other) = (&changes.earlier, &changes.later);
    if one.phase != other.phase {
        let name = |phase| catalogue.phase_name(phase).to_lowercase();
        notes.push((text.phases)(&name(one.phase), &name(other.phase)));
    }
    // Where there is nothing of a side in one of them, nobody spoke there.
    for side in Side::ALL.into_iter().filter(|side| *one.says.get(*side) && *other.says.get(*side)) {
        let (one, other) = (one.voices.get(side), other.voices.get(side));
        if one.importance != other.importance {
            notes.push((text.voices)(words::side(side), &voice(one.importance), &voice(other.importance)));
        } else if one != other {
            notes.push((text.voices_partly)(words::side(side)));
        }
    }
    notes.retain(|note| !note.is_empty());
    notes
}

/// Whether two shares are written alike: they are less than a point apart, and a sentence that says which is the higher
/// says so too, since else "51 %, then 51 %: down" would look like a mistake.
pub fn read_alike(one: &str, other: &str) -> bool {
    numbers::bare(one) == numbers::bare(other)
}

/// Writes a figure.
pub type Write = fn(Figure) -> String;

/// The name of a figure, and how it is written; `None` for what is said otherwise.
pub fn written(measured: Measured) -> Option<(&'static str, Write)> {
    let text = &EN.time;
    Some(match measured {
        Measured::Overlap => (text.overlap, |figure| words::percent(figure, words::OVERLAP)),
        Measured::Coverage(side) => {
            (by_side(side, text.coverage_organisation, text.coverage_members), |figure| words::percent(figure, &[]))
        }
        Measured::SharedOfWanted => (text.shared_of_wanted, |figure| words::percent(figure, words::SHARED)),
        Measured::Kept => (text.kept, |figure| words::percent(figure, words::KEPT)),
        Measured::Return(side) => (by_side(side, text.return_organisation, text.return_members), |figure| {
            words::percent(figure, words::RETURNS)
        }),
        // An unknown worth may be any step.
        Measured::Worth(side) => (by_side(side, text.worth_organisation, text.worth_members), |figure| {
            figure.value().map_or_else(|| numbers::NONE.to_owned(), numbers::steps)
        }),
        Measured::Contribution(side) => {
            (by_side(side, text.puts_in_organisation, text.puts_in_members), |figure| words::percent(figure, &[]))
        }
        Measured::Maturity => (text.practices, |figure| {
            let (low, high) = places(figure);
            (EN.time.of_ten)(low, high)
        }),
        Measured::Outlook => (text.outlook, |figure| {
            let (low, high) = places(figure);
            let rung = |at: usize| Rung::ALL.get(at).copied().unwrap_or(Rung::ShortLived);
            outlook_short(Outlook { low: rung(low), high: rung(high) })
        }),
        Measured::Practice(_) | Measured::Gate(_) => return None,
    })
}

/// One of two words, by side.
pub const fn by_side(side: Side, organisation: &'static str, members: &'static str) -> &'static str {
    match side {
        Side::Organisation => organisation,
        Side::Members => members,
    }
}

/// The ends of a figure that counts whole small things.
fn places(figure: Figure) -> (usize, usize) {
    let whole = |number: f64| (0_u8..=10).find(|whole| f64::from(*whole) >= number - 0.5).map_or(10, usize::from);
    figure.ends().map_or((0, 0), |(low, high)| (whole(low), whole(high)))
}

fn moved(moved: &Moved, label: &dyn Fn(ItemId) -> String, catalogue: &Catalogue) -> MovedRow {
    let text = &EN.time;
    let (what, about) = match moved.slot {
        Slot::Importance(side, id) => (label(id), (text.important_to)(words::side(side))),
        Slot::Delivered(side, id) => {
            (label(id), by_side(side, text.delivered_organisation, text.delivered_members).to_owned())
        }
        Slot::Worth(side) => (by_side(side, text.worth_organisation, text.worth_members).to_owned(), String::new()),
        Slot::Contribution(side, kind) => {
            (catalogue.contribution_name(kind).to_owned(), (text.puts_in)(words::side(side)))
        }
        Slot::Practice(practice) => (catalogue.practice_name(practice).to_owned(), text.practice.to_owned()),
    };
    let steps = (text.moved_from_to)(&numbers::steps(moved.from.steps()), &numbers::steps(moved.to.steps()));
    let by = moved.from.halves().abs_diff(moved.to.halves());
    MovedRow { what, about, steps, by }
}

/// Who spoke, in words.
fn voice(voice: Voice) -> String {
    super::finding::people(voice).map_or_else(|| EN.time.estimate.to_owned(), EN.time.voice_replies)
}
