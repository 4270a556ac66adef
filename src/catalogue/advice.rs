//! What is advised: what may be weak, what can be done about it, how it may be measured, and where that comes from.
//!
//! One object with the keys of [`Advice`], which are those of the types below: under `advice` in a catalogue, or for
//! what is bundled a file of its own beside the catalogue of the same language, with `format` (`common-ground/advice`),
//! `version` (1) and `language`. It is read as [`content`](super::content) is. The bundled one is apart since it is
//! twice as long as all that is asked, and whoever only asks need not read it.
//!
//! An action answers a weakness by its code, and the rules know when a weakness is there: its codes are a closed list.
//! What a code stands for is written beside it for whoever edits the file, and passed over here: a proposal is headed
//! with what was found. What measures show and bridges connect are items of the same catalogue; a bridge may name the
//! action that says the same, and no two name one. **Limits**: 200 actions, 100 measures, 100 bridges, 200 sources;
//! codes of measures, weaknesses and sources have at most 12 characters.

use std::sync::OnceLock;

use super::kinds::keyed;
use super::read::{Fields, Read, Value};
use super::{CatalogueError, Holder, ItemId, Phase};
use crate::tree::Tree;

/// What the key `format` says.
pub const FORMAT: &str = "common-ground/advice";

/// The version that is read.
pub const VERSION: u64 = 1;

/// The bundled advice.
pub(super) const EN: &str = include_str!("en.advice.json");

/// Everything that is advised, in one language.
#[derive(Debug)]
pub struct Advice {
    /// The codes of what may be weak, two letters each.
    pub weaknesses: Vec<String>,
    /// What can be done about it.
    pub actions: Vec<Action>,
    /// How it may be measured.
    pub measures: Vec<Indicator>,
    /// How a one-sided expectation may become shared.
    pub bridges: Vec<Bridge>,
    /// Where the advice draws on.
    pub sources: Vec<Source>,
}

/// Something that can be done.
#[derive(Debug)]
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

keyed! {
    /// The phase that an action fits.
    Fits {
        /// While planning.
        Plan = "plan",
        /// While launching.
        Launch = "launch",
        /// Once it runs.
        Sustain = "sustain",
        /// At any time.
        Any = "any",
    }
}

keyed! {
    /// Who acts.
    Actor {
        /// Whoever in the organisation grants the licence or pays.
        Sponsor = "sponsor",
        /// Whoever leads the community.
        Leader = "leader",
        /// The members.
        Members = "members",
    }
}

/// Something that can be counted.
#[derive(Debug)]
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
    /// The expectations that it shows; empty where it tells of the community's health and of none in particular.
    pub items: Vec<ItemId>,
    /// How to count it.
    pub how: String,
    /// What it should decide.
    pub decision: String,
}

keyed! {
    /// Whether a measure looks ahead or back.
    Kind {
        /// It can be influenced now and is believed to precede the result.
        Leading = "leading",
        /// It shows the result.
        Lagging = "lagging",
    }
}

/// How an expectation of one side may serve one of the other.
#[derive(Debug)]
pub struct Bridge {
    /// The expectation it starts from.
    pub from: ItemId,
    /// The expectation it serves.
    pub to: ItemId,
    /// What to do.
    pub how: String,
    /// The number of the action that proposes the same: where one is in the plan, the other is not proposed again.
    pub action: Option<u16>,
}

/// A publication or a practice that advice draws on.
#[derive(Debug)]
pub struct Source {
    /// Its key.
    pub key: String,
    /// Author, year, where.
    pub cite: String,
    /// How well it was checked.
    pub kind: Checked,
}

keyed! {
    /// How well a source was checked.
    Checked {
        /// Read at its source.
        Read = "read",
        /// Well known, cited from memory.
        Known = "known",
        /// This project's own synthesis.
        Synthesis = "synthesis",
    }
}

impl Advice {
    /// Reads the advice.
    ///
    /// # Errors
    ///
    /// A [`CatalogueError`] that names the place.
    pub fn read(text: &str) -> Result<Self, CatalogueError> {
        Self::of(&mut Fields::document(Tree::parse(text), FORMAT, VERSION)?)
    }

    /// Takes the advice out of an object.
    pub(super) fn of(all: &mut Fields) -> Read<Self> {
        Ok(Self {
            weaknesses: all.each("weaknesses", |value| value.fields()?.text("id"))?,
            actions: all.each("actions", action)?,
            measures: all.each("measures", indicator)?,
            bridges: all.each("bridges", bridge)?,
            sources: all.each("sources", source)?,
        })
    }

    /// The action with this number.
    pub fn action(&self, number: u16) -> Option<&Action> {
        self.actions.iter().find(|action| action.number == number)
    }

    /// The measure with this code.
    pub fn indicator(&self, code: &str) -> Option<&Indicator> {
        self.measures.iter().find(|measure| measure.id == code)
    }

    /// The bundled advice, as far as these items carry it: a measure that shows none of them, and a bridge that lacks
    /// an end, are no advice for them.
    pub(super) fn bundled_for(has: &dyn Fn(ItemId) -> bool) -> Result<Self, CatalogueError> {
        let mut advice = Self::read(EN)?;
        advice.measures.retain_mut(|measure| {
            let health = measure.items.is_empty();
            measure.items.retain(|id| has(*id));
            health || !measure.items.is_empty()
        });
        advice.bridges.retain(|bridge| has(bridge.from) && has(bridge.to));
        Ok(advice)
    }
}

/// The advice that comes with Common Ground, in English.
#[expect(clippy::expect_used, clippy::missing_panics_doc, reason = "the file is ours and a test reads it")]
pub fn bundled_advice() -> &'static Advice {
    static BUNDLED: OnceLock<Advice> = OnceLock::new();
    BUNDLED.get_or_init(|| Advice::read(EN).expect("the bundled advice is readable"))
}

fn action(value: Value) -> Read<Action> {
    let mut action = value.fields()?;
    Ok(Action {
        number: action.take("number")?.number()?,
        weakness: action.text("weakness")?,
        phase: action.take("phase")?.name(Fits::from_key, &Fits::ALL.map(Fits::key))?,
        title: action.text("title")?,
        how: action.text("how")?,
        why: action.text("why")?,
        actors: action.each("actors", |value| value.name(Actor::from_key, &Actor::ALL.map(Actor::key)))?,
        sources: action.each("sources", Value::text)?,
    })
}

fn indicator(value: Value) -> Read<Indicator> {
    let mut indicator = value.fields()?;
    Ok(Indicator {
        id: indicator.text("id")?,
        name: indicator.text("name")?,
        kind: indicator.take("kind")?.name(Kind::from_key, &Kind::ALL.map(Kind::key))?,
        unit: indicator.text("unit")?,
        side: indicator.take("side")?.name(Holder::from_key, &Holder::ALL.map(Holder::key))?,
        phases: indicator.each("phases", |value| value.name(Phase::from_key, &Phase::ALL.map(Phase::key)))?,
        items: indicator.each("items", Value::id)?,
        how: indicator.text("how")?,
        decision: indicator.text("decision")?,
    })
}

fn bridge(value: Value) -> Read<Bridge> {
    let mut bridge = value.fields()?;
    Ok(Bridge {
        from: bridge.take("from")?.id()?,
        to: bridge.take("to")?.id()?,
        how: bridge.text("how")?,
        action: bridge.maybe("action").map(Value::number).transpose()?,
    })
}

fn source(value: Value) -> Read<Source> {
    let mut source = value.fields()?;
    Ok(Source {
        key: source.text("key")?,
        cite: source.text("cite")?,
        kind: source.take("kind")?.name(Checked::from_key, &Checked::ALL.map(Checked::key))?,
    })
}
