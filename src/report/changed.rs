//! What has changed between two states of the answers, by the rule of [`trend`].

use super::finding::outlook_short;
use super::words;
use crate::assessment::{Answered, Assessment};
use crate::catalogue::{Catalogue, ItemId, Side};
use crate::score::trend::{self, Change, Changes, Direction, Measured, Moved, Slot};
use crate::score::{Figure, Outlook, Rung, Voice};
use crate::text::{EN, numbers};

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

/// A figure in both states.
#[derive(Clone, Debug, PartialEq)]
pub struct ChangeRow {
    /// What it is.
    pub name: &'static str,
    /// Then.
    pub earlier: String,
    /// Later.
    pub later: String,
    /// Where it went: a sign and a word.
    pub change: (&'static str, &'static str),
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
}

/// The figures that are shown; single practices stand among the answers.
const SHOWN: [Measured; 13] = [
    Measured::Overlap,
    Measured::Coverage(Side::Organisation),
    Measured::Coverage(Side::Members),
    Measured::SharedOfWanted,
    Measured::Kept,
    Measured::Return(Side::Organisation),
    Measured::Return(Side::Members),
    Measured::Worth(Side::Organisation),
    Measured::Worth(Side::Members),
    Measured::Contribution(Side::Organisation),
    Measured::Contribution(Side::Members),
    Measured::Maturity,
    Measured::Outlook,
];

/// What has changed from the earlier to the later state.
pub fn changed(earlier: &Answered, later: &Answered, catalogue: &Catalogue) -> Changed {
    let changes = trend::compare(earlier, later);
    let words = Words { earlier, later, catalogue };
    Changed {
        notes: words.notes(&changes),
        figures: SHOWN.into_iter().filter_map(|measured| figure(changes.of(measured)?)).collect(),
        moved_title: (EN.time.moved)(changes.moved.len()),
        moved: changes.moved.iter().map(|moved| words.moved(moved)).collect(),
    }
}

/// What has changed since the last snapshot, and what that and the present are called; `None` without one.
pub fn since_last(assessment: &Assessment, catalogue: &Catalogue) -> Option<([String; 2], Changed)> {
    let last = trend::latest(assessment)?;
    let name = (EN.time.named)(&last.label, &words::date(&last.date));
    Some(([name, EN.time.present.to_owned()], changed(&last.answered, &assessment.answered, catalogue)))
}

/// A figure that says something in one of the two states.
fn figure(change: &Change) -> Option<ChangeRow> {
    let (name, write) = written(change.measured)?;
    let (earlier, later) = (write(change.earlier), write(change.later));
    let says = earlier != numbers::NONE || later != numbers::NONE;
    let alone = earlier == numbers::NONE || later == numbers::NONE;
    let change = if alone { ("", EN.time.one_alone) } else { went(change.direction, read_alike(&earlier, &later)) };
    says.then_some(ChangeRow { name, earlier, later, change })
}

const fn went(direction: Direction, alike: bool) -> (&'static str, &'static str) {
    match (direction, alike) {
        (Direction::Up, false) => ("▲", EN.time.up),
        (Direction::Up, true) => ("▲", EN.time.up_little),
        (Direction::Down, false) => ("▼", EN.time.down),
        (Direction::Down, true) => ("▼", EN.time.down_little),
        (Direction::Unclear, _) => ("", EN.time.no_clear),
    }
}

/// Whether two shares are written alike: they are less than a point apart, and a sentence that says which is the higher says
/// so too, since else "51 %, then 51 %: down" would look like a mistake.
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
        Measured::Contribution(side) => {
            (by_side(side, text.puts_in_organisation, text.puts_in_members), |figure| words::percent(figure, &[]))
        }
        // An unknown worth may be any step.
        Measured::Worth(side) => (by_side(side, text.worth_organisation, text.worth_members), |figure| {
            figure.value().map_or_else(|| numbers::NONE.to_owned(), numbers::steps)
        }),
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

/// What the words of a comparison are taken from.
struct Words<'a> {
    earlier: &'a Answered,
    later: &'a Answered,
    catalogue: &'a Catalogue,
}

impl Words<'_> {
    fn notes(&self, changes: &Changes) -> Vec<String> {
        let text = &EN.time;
        let mut notes = Vec::new();
        if changes.common.is_empty() {
            notes.push(text.common_none.to_owned());
        } else if !changes.added.is_empty() || !changes.taken_out.is_empty() {
            notes.push((text.common)(changes.common.len(), changes.added.len(), changes.taken_out.len()));
        }
        if !changes.reworded.is_empty() {
            let labels: Vec<String> = changes.reworded.iter().map(|id| self.label(*id)).collect();
            notes.push((text.reworded)(&labels.join(", ")));
        }
        let (from, to) = (changes.earlier.phase, changes.later.phase);
        if from != to {
            let name = |phase| self.catalogue.phase(phase).map_or("", |phase| phase.name.as_str()).to_lowercase();
            notes.push((text.phase_differs)(&name(from), &name(to)));
        }
        for side in Side::ALL {
            let (from, to) = (changes.earlier.voices.get(side), changes.later.voices.get(side));
            if from.importance != to.importance {
                notes.push((text.voices_differ)(words::side(side), &voice(from.importance), &voice(to.importance)));
            } else if from != to {
                notes.push((text.voices_partly)(words::side(side)));
            }
        }
        notes
    }

    /// The label of an item in the later of the states that has it.
    fn label(&self, id: ItemId) -> String {
        let state = if self.later.own(id).is_some() { self.later } else { self.earlier };
        words::label(state, id, self.catalogue)
    }

    fn moved(&self, moved: &Moved) -> MovedRow {
        let text = &EN.time;
        let (what, about) = match moved.slot {
            Slot::Importance(side, id) => (self.label(id), (text.important_to)(words::side(side))),
            Slot::Delivered(side, id) => {
                (self.label(id), by_side(side, text.delivered_organisation, text.delivered_members).to_owned())
            }
            Slot::Worth(side) => (by_side(side, text.worth_organisation, text.worth_members).to_owned(), String::new()),
            Slot::Contribution(side, kind) => {
                let named = self.catalogue.contributions.iter().find(|words| words.id == kind);
                (named.map(|words| words.name.clone()).unwrap_or_default(), (text.puts_in)(words::side(side)))
            }
            Slot::Practice(practice) => {
                let name = self.catalogue.practice(practice).map(|words| words.name.clone());
                (name.unwrap_or_default(), text.practice.to_owned())
            }
        };
        let steps = (text.moved_from_to)(&numbers::steps(moved.from.steps()), &numbers::steps(moved.to.steps()));
        MovedRow { what, about, steps }
    }
}

/// Who spoke, in words.
pub fn voice(voice: Voice) -> String {
    super::finding::people(voice).map_or_else(|| EN.time.estimate.to_owned(), EN.time.voice_replies)
}
