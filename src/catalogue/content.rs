//! The words of the catalogue, and their format.
//!
//! One UTF-8 JSON object: `format` (`common-ground/catalogue`), `version` (1), and the keys of [`Catalogue`], which are
//! those of the types below; lists stand in the order in which they are shown. `docs/catalogue.md` shows an example. A
//! missing key is an error that names its place. Keys that this program does not know are passed over, and are part of
//! the [identity](super::identity) all the same.
//!
//! | fixed, since the rules speak of it | free |
//! |---|---|
//! | the ids of phases, origins, contributions and practices, each once and in their order | their names, labels and explanations |
//! | five steps a scale, the lowest first | their words |
//! | the codes of weaknesses | their words, actions, measures, bridges, sources |
//! | the form of an item's id: one or two capital letters and a number from 1 to 99 | which items there are, and all that is said of them |
//!
//! `own-N` stands for a community's own items and `VP` for practices, so neither can be an item. An id that the bundled
//! catalogue has should stand for the same expectation: the advice on recognition looks at `M5`, and bundled measures
//! and bridges name what they show. **Limits**: [`MAX_BYTES`] of text; 1 to 40 items, 1 to 25 of them default, since an
//! assessment asks about at most 30 and up to five are its own; a name of 60 characters, an item's label of 20, a word
//! of a scale of 32, any other text of 1 000.
//!
//! Some keys are there for whoever edits the file, or for other programs, and are passed over here, so that they may be
//! left out: `horizon` of an item, `label` of a practice, `name` and `means` of a weakness.
//!
//! `advice` holds what is [advised](super::advice); without it, the bundled advice stands, as far as the catalogue has
//! the items it speaks of. The bundled catalogue is kept in two files, `en.json` and `en.advice.json`, since they are
//! edited apart and most readings of the first need none of the second; [`bundled_text`] puts both together as the one
//! file that this format is.
//!
//! The bundled files are read once. They cannot be wrong at run time: tests hold their counts, their references and the
//! lengths that the pictures rely on.

use std::sync::OnceLock;

use super::{
    Advice, CatalogueError, CatalogueId, Contribution, Holder, ItemId, Phase, Practice, Side, Step, bundled_advice,
    read,
};

/// What the key `format` says.
pub const FORMAT: &str = "common-ground/catalogue";

/// The version that is read.
pub const VERSION: u64 = 1;

/// The most bytes that are read: six times what is bundled, and a tenth of what browsers let a page keep.
pub const MAX_BYTES: usize = 500_000;

/// The bundled words, without the advice.
const EN: &str = include_str!("en.json");

/// Everything that is asked, in one language.
#[derive(Debug)]
pub struct Catalogue {
    /// Which it is; `None` for the bundled one.
    pub(super) id: Option<CatalogueId>,
    /// What it advises; `None` for the bundled advice.
    pub(super) advice: Option<Advice>,
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
    /// What each side may put in.
    pub contributions: Vec<ContributionWords>,
    /// The ten practices of a value proposition.
    pub practices: Vec<PracticeWords>,
}

/// The words of the five scales, five steps each.
#[derive(Debug)]
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
#[derive(Debug)]
pub struct StepWords {
    /// In a word or two, for a button.
    pub word: String,
    /// In a sentence.
    pub means: String,
}

/// A phase or an origin in words.
#[derive(Debug)]
pub struct Choice {
    /// The name in files.
    pub id: String,
    /// The name on screen.
    pub name: String,
    /// What it is, in a sentence.
    pub means: String,
}

/// An expectation.
#[derive(Debug)]
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
    /// Whether a new assessment starts with it.
    pub default: bool,
}

/// A kind of contribution in words.
#[derive(Debug)]
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
#[derive(Debug)]
pub struct Means {
    /// In a few words.
    pub means: String,
    /// An example of a unit for its amount.
    pub unit: String,
}

/// A practice in words.
#[derive(Debug)]
pub struct PracticeWords {
    /// Which.
    pub id: Practice,
    /// Its name.
    pub name: String,
    /// What it is, with an example.
    pub help: String,
    /// What each of the five levels looks like.
    pub levels: [String; 5],
}

impl Catalogue {
    /// Reads a catalogue.
    ///
    /// # Errors
    ///
    /// A [`CatalogueError`] that names the place.
    ///
    /// ```
    /// use common_ground::catalogue::Catalogue;
    ///
    /// let error = Catalogue::read(r#"{"format": "common-ground/catalogue", "version": 1, "name": 7}"#).unwrap_err();
    /// assert_eq!(error.to_string(), "name: a number, where a text is expected");
    /// ```
    pub fn read(text: &str) -> Result<Self, CatalogueError> {
        read::catalogue(text)
    }

    /// Whether a text says that it is a catalogue, of whatever version.
    pub fn claims(text: &str) -> bool {
        read::format(text).is_some_and(|format| format == FORMAT)
    }

    /// Which it is; `None` for the one that comes with Common Ground.
    pub const fn id(&self) -> Option<&CatalogueId> {
        self.id.as_ref()
    }

    /// What it advises.
    pub fn advice(&self) -> &Advice {
        match &self.advice {
            Some(advice) => advice,
            None => bundled_advice(),
        }
    }

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

    /// What a practice is called.
    pub fn practice_name(&self, practice: Practice) -> &str {
        self.practice(practice).map_or("", |words| &words.name)
    }

    /// What a phase is called.
    pub fn phase_name(&self, phase: Phase) -> &str {
        self.phase(phase).map_or("", |choice| &choice.name)
    }

    /// What a kind of contribution is called.
    pub fn contribution_name(&self, kind: Contribution) -> &str {
        self.contributions.iter().find(|words| words.id == kind).map_or("", |words| &words.name)
    }

    /// The word of a step.
    pub fn word(&self, scale: Scale, step: Step) -> &str {
        self.scale(scale).get(usize::from(step.number())).map_or("", |words| &words.word)
    }

    /// The words of the five steps of a scale, the lowest first.
    pub const fn scale(&self, scale: Scale) -> &[StepWords; 5] {
        match scale {
            Scale::Importance => &self.scales.importance,
            Scale::Delivered => &self.scales.delivered,
            Scale::Worth => &self.scales.worth,
            Scale::Contribution => &self.scales.contribution,
            Scale::Practice => &self.scales.practice,
        }
    }
}

/// The catalogue that comes with Common Ground, in English.
///
/// ```
/// let catalogue = common_ground::catalogue::bundled();
/// assert_eq!(catalogue.items.len(), 25);
/// assert_eq!(catalogue.default_items().count(), 12);
/// ```
#[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "the file is ours and a test reads it")]
pub fn bundled() -> &'static Catalogue {
    static BUNDLED: OnceLock<Catalogue> = OnceLock::new();
    BUNDLED.get_or_init(|| read::bundled(EN).expect("the bundled catalogue is readable"))
}

/// The bundled catalogue and its advice as one file: what an own catalogue starts from.
///
/// ```
/// use common_ground::catalogue::{Catalogue, bundled_text};
///
/// assert!(Catalogue::read(&bundled_text()).unwrap().id().is_none());
/// ```
pub fn bundled_text() -> String {
    let words = EN.trim_end().trim_end_matches('}').trim_end();
    // Format, version and language of the advice are those of the whole.
    let advice = super::advice::EN.split_once("\"weaknesses\"").map_or("", |(_, rest)| rest.trim_end());
    let mut text = [words, ",\n \"advice\": {\n  \"weaknesses\""].concat();
    for line in advice.split_inclusive('\n') {
        text.push_str(line);
        if line.ends_with('\n') {
            text.push(' ');
        }
    }
    text.push_str("\n}\n");
    text
}

/// What the bundled catalogue is told by where others could be meant.
///
/// Its digest is worked out when first asked for: most pages never do.
pub fn bundled_id() -> &'static CatalogueId {
    static ID: OnceLock<CatalogueId> = OnceLock::new();
    ID.get_or_init(|| CatalogueId { name: bundled().name.clone(), digest: read::digest(&bundled_text()) })
}

impl PartialEq for Catalogue {
    /// Two catalogues are the same if their digests are.
    fn eq(&self, other: &Self) -> bool {
        self.id == other.id
    }
}

/// A catalogue without anything in it, for the moment before one is read.
pub fn none() -> &'static Catalogue {
    const NO_STEP: [StepWords; 5] = [const { StepWords { word: String::new(), means: String::new() } }; 5];
    static NONE: Catalogue = Catalogue {
        id: None,
        advice: None,
        name: String::new(),
        language: String::new(),
        scales: Scales {
            importance: NO_STEP,
            delivered: NO_STEP,
            worth: NO_STEP,
            contribution: NO_STEP,
            practice: NO_STEP,
        },
        phases: Vec::new(),
        origins: Vec::new(),
        items: Vec::new(),
        contributions: Vec::new(),
        practices: Vec::new(),
    };
    &NONE
}
