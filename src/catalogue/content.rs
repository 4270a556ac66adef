//! The words of the catalogue, and their format.
//!
//! One UTF-8 JSON object: `format` (`common-ground/catalogue`), `version` (1), `language` (a BCP 47 tag), `name`, and the
//! lists below, each in the order in which it is shown. Unknown keys are ignored; a missing one is an error.
//!
//! The bundled file is parsed once. It cannot be wrong at run time: [`bundled`] is covered by tests that hold its
//! counts, its references and the lengths that the pictures rely on.

use std::sync::OnceLock;

use serde::Deserialize;

use super::{Contribution, Holder, ItemId, Phase, Practice, Side, Step};

/// Everything that is asked and advised, in one language.
#[derive(Debug, Deserialize)]
pub struct Catalogue {
    /// The name of this catalogue.
    pub name: String,
    /// The language of its words, as a BCP 47 tag.
    pub language: String,
    /// The words of the steps.
    pub scales: Scales,
    /// The phases, in their order.
    pub phases: Vec<Choice>,
    /// Who may have started it.
    pub origins: Vec<Choice>,
    /// The expectations.
    pub items: Vec<Item>,
    /// How a one-sided expectation may become shared.
    pub bridges: Vec<Bridge>,
    /// What each side may put in.
    pub contributions: Vec<ContributionWords>,
    /// The ten practices of a value proposition.
    pub practices: Vec<PracticeWords>,
    /// What may be weak.
    pub weaknesses: Vec<Weakness>,
    /// What can be done about it.
    pub actions: Vec<Action>,
    /// How it may be measured.
    pub measures: Vec<Indicator>,
    /// Where the advice draws on.
    pub sources: Vec<Source>,
}

/// The words of the five scales, five steps each.
#[derive(Debug, Deserialize)]
pub struct Scales {
    /// How important an item is to a side.
    pub importance: [StepWords; 5],
    /// How much of it has arrived.
    pub delivered: [StepWords; 5],
    /// Whether what a side gets is worth what it puts in.
    pub worth: [StepWords; 5],
    /// How firmly a contribution is given.
    pub contribution: [StepWords; 5],
    /// How established a practice is.
    pub practice: [StepWords; 5],
}

/// One of the five scales.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scale {
    /// How important an item is to a side.
    Importance,
    /// How much of it has arrived.
    Delivered,
    /// Whether it is worth it.
    Worth,
    /// How firmly a contribution is given.
    Contribution,
    /// How established a practice is.
    Practice,
}

/// What one step of a scale says.
#[derive(Debug, Deserialize)]
pub struct StepWords {
    /// In a word or two, for a button.
    pub word: String,
    /// In a sentence.
    pub means: String,
}

/// A phase or an origin in words.
#[derive(Debug, Deserialize)]
pub struct Choice {
    /// The name in files.
    pub id: String,
    /// The name on screen.
    pub name: String,
    /// What it is, in a sentence.
    pub means: String,
}

/// An expectation.
#[derive(Debug, Deserialize)]
pub struct Item {
    /// Its code.
    pub id: ItemId,
    /// At most 20 characters, for the picture.
    pub label: String,
    /// The expectation, readable by either side.
    pub statement: String,
    /// What is meant, with an example.
    pub help: String,
    /// Who usually holds it.
    pub holder: Holder,
    /// When it usually shows.
    pub horizon: Horizon,
    /// Whether a new assessment starts with it.
    pub default: bool,
}

/// When a benefit usually shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Horizon {
    /// Within months.
    Short,
    /// Within years.
    Long,
}

/// How an expectation of one side may serve one of the other.
#[derive(Debug, Deserialize)]
pub struct Bridge {
    /// The expectation it starts from.
    pub from: ItemId,
    /// The expectation it serves.
    pub to: ItemId,
    /// What to do.
    pub how: String,
}

/// A kind of contribution in words.
#[derive(Debug, Deserialize)]
pub struct ContributionWords {
    /// Which.
    pub id: Contribution,
    /// Its name.
    pub name: String,
    /// What it is for the organisation.
    pub organisation: Means,
    /// What it is for the members.
    pub members: Means,
}

impl ContributionWords {
    /// What it is for a side.
    pub const fn of(&self, side: Side) -> &Means {
        match side {
            Side::Organisation => &self.organisation,
            Side::Members => &self.members,
        }
    }
}

/// What a contribution is for a side.
#[derive(Debug, Deserialize)]
pub struct Means {
    /// In a few words.
    pub means: String,
    /// An example of a unit for its amount.
    pub unit: String,
}

/// A practice in words.
#[derive(Debug, Deserialize)]
pub struct PracticeWords {
    /// Which.
    pub id: Practice,
    /// Its name.
    pub name: String,
    /// At most 24 characters.
    pub label: String,
    /// What it is, with an example.
    pub help: String,
    /// What each of the five levels looks like.
    pub levels: [String; 5],
}

/// Something that may be weak.
#[derive(Debug, Deserialize)]
pub struct Weakness {
    /// Its code, two letters.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What is weak, in a sentence.
    pub means: String,
}

/// Something that can be done.
#[derive(Debug, Deserialize)]
pub struct Action {
    /// Its number, 1 to 54.
    pub number: u16,
    /// The code of the weakness it answers.
    pub weakness: String,
    /// The phase it fits best.
    pub phase: Fits,
    /// What to do, in a line.
    pub title: String,
    /// How to begin.
    pub how: String,
    /// Why it helps.
    pub why: String,
    /// Who acts.
    pub actors: Vec<Actor>,
    /// The keys of its sources.
    pub sources: Vec<String>,
}

/// The phase that an action fits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Fits {
    /// While planning.
    Plan,
    /// While launching.
    Launch,
    /// Once it runs.
    Sustain,
    /// At any time.
    Any,
}

/// Who acts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Actor {
    /// Whoever in the organisation grants the licence or pays.
    Sponsor,
    /// Whoever leads the community.
    Leader,
    /// The members.
    Members,
}

/// Something that can be counted.
#[derive(Debug, Deserialize)]
pub struct Indicator {
    /// Its code, `L1` to `L17` and `R1` to `R10`.
    pub id: String,
    /// Its name.
    pub name: String,
    /// Whether it looks ahead.
    pub kind: Kind,
    /// Its unit.
    pub unit: String,
    /// Whose value it shows.
    pub side: Holder,
    /// The phases it fits.
    pub phases: Vec<Phase>,
    /// How to count it.
    pub how: String,
    /// What it should decide.
    pub decision: String,
}

/// Whether a measure looks ahead or back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// It can be influenced now and is believed to precede the result.
    Leading,
    /// It shows the result.
    Lagging,
}

impl Kind {
    /// The name in files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Leading => "leading",
            Self::Lagging => "lagging",
        }
    }
}

/// A publication or a practice that advice draws on.
#[derive(Debug, Deserialize)]
pub struct Source {
    /// Its key.
    pub key: String,
    /// Author, year, where.
    pub cite: String,
    /// How well it was checked.
    pub kind: Checked,
}

/// How well a source was checked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Checked {
    /// Read at its source.
    Read,
    /// Well known, cited from memory.
    Known,
    /// This project's own synthesis.
    Synthesis,
}

impl Catalogue {
    /// The expectation with this id.
    pub fn item(&self, id: ItemId) -> Option<&Item> {
        self.items.iter().find(|item| item.id == id)
    }

    /// The ids that a new assessment starts with.
    pub fn default_items(&self) -> impl Iterator<Item = ItemId> {
        self.items.iter().filter(|item| item.default).map(|item| item.id)
    }

    /// A practice in words.
    pub fn practice(&self, practice: Practice) -> Option<&PracticeWords> {
        self.practices.iter().find(|words| words.id == practice)
    }

    /// A phase in words.
    pub fn phase(&self, phase: Phase) -> Option<&Choice> {
        self.phases.iter().find(|choice| choice.id == phase.key())
    }

    /// The word of a step.
    pub fn word(&self, scale: Scale, step: Step) -> &str {
        let words = match scale {
            Scale::Importance => &self.scales.importance,
            Scale::Delivered => &self.scales.delivered,
            Scale::Worth => &self.scales.worth,
            Scale::Contribution => &self.scales.contribution,
            Scale::Practice => &self.scales.practice,
        };
        words.get(usize::from(step.number())).map_or("", |words| &words.word)
    }
}

/// The catalogue that comes with Common Ground, in English.
///
/// ```
/// let catalogue = common_ground::catalogue::bundled();
/// assert_eq!(catalogue.items.len(), 25);
/// assert_eq!(catalogue.default_items().count(), 12);
/// ```
#[expect(clippy::expect_used, reason = "the file is part of the program and a test reads it")]
pub fn bundled() -> &'static Catalogue {
    static BUNDLED: OnceLock<Catalogue> = OnceLock::new();
    BUNDLED.get_or_init(|| serde_json::from_str(include_str!("en.json")).expect("the bundled catalogue is readable"))
}
