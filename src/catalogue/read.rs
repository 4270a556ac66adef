//! From text to the types of the catalogue, by plain code: so every error is one sentence that names the place.
//!
//! Values are taken out of the [`Tree`] and carry their place with them. Keys that nobody takes are ignored.

use std::fmt;

use super::content::{
    Catalogue, Choice, ContributionWords, FORMAT, Item, MAX_BYTES, Means, PracticeWords, Scales, StepWords, VERSION,
};
use super::identity::{CatalogueId, Digest};
use super::{Advice, Contribution, Holder, ItemId, Practice, bundled_id, check};
use crate::tree::Tree;

/// Why a text is no catalogue, or no advice, that this program can read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CatalogueError {
    /// It has more bytes than [`MAX_BYTES`].
    TooLarge(usize),
    /// It is no JSON, or an object in it gives a key twice; what stands in the way, and where.
    NotJson(String),
    /// It is of another format.
    OtherFormat {
        /// What it says.
        found: String,
        /// What it should.
        expected: &'static str,
    },
    /// It is of a version that only a newer program knows.
    Newer {
        /// Its version.
        found: u64,
        /// The newest that is known here.
        known: u64,
    },
    /// Something in it is wrong.
    Wrong {
        /// Where: `items[3].holder`, counted from 0; empty for the whole.
        place: String,
        /// What.
        problem: String,
    },
}

impl fmt::Display for CatalogueError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::TooLarge(bytes) => {
                write!(f, "{bytes} bytes are too many for a catalogue: at most {MAX_BYTES} are read")
            }
            Self::NotJson(reason) => write!(f, "not JSON: {reason}"),
            Self::OtherFormat { found, expected } => {
                write!(f, "format: \"{found}\" is another format, \"{expected}\" is expected")
            }
            Self::Newer { found, known } => write!(f, "version {found} is newer than this program knows ({known})"),
            Self::Wrong { place, problem } if place.is_empty() => write!(f, "the whole: {problem}"),
            Self::Wrong { place, problem } => write!(f, "{place}: {problem}"),
        }
    }
}

impl std::error::Error for CatalogueError {}

/// The most characters of any text.
const TEXT: usize = 1_000;

/// What reading gives.
pub(super) type Read<T> = Result<T, CatalogueError>;

/// A value and its place.
pub(super) struct Value {
    place: String,
    tree: Tree,
}

impl Value {
    /// A text with something in it, on one line.
    pub(super) fn text(self) -> Read<String> {
        let Tree::Text(text) = self.tree else { return self.no("a text") };
        let problem = if text.trim().is_empty() {
            "empty, where a text is expected"
        } else if text.contains(char::is_control) {
            "a line end or another control character, where plain text is expected"
        } else if text.chars().nth(TEXT).is_some() {
            return too_long(&self.place, &text, TEXT);
        } else {
            return Ok(text);
        };
        wrong(&self.place, problem.to_owned())
    }

    /// `true` or `false`.
    fn switch(self) -> Read<bool> {
        match self.tree {
            Tree::Bool(value) => Ok(value),
            _ => self.no("true or false"),
        }
    }

    /// A small whole number.
    pub(super) fn number(self) -> Read<u16> {
        match self.whole().map(u16::try_from) {
            Some(Ok(number)) => Ok(number),
            _ => self.no_number("a whole number from 0 to 65535"),
        }
    }

    /// The id of an expectation.
    pub(super) fn id(self) -> Read<ItemId> {
        let Tree::Text(text) = &self.tree else { return self.no("an id") };
        match text.parse() {
            Ok(id) => Ok(id),
            Err(error) => wrong(&self.place, format!("\"{text}\" is {error}")),
        }
    }

    /// One of a closed list of names.
    pub(super) fn name<T>(self, from: fn(&str) -> Option<T>, names: &[&str]) -> Read<T> {
        let Tree::Text(text) = &self.tree else { return self.no("a text") };
        from(text).map_or_else(|| none_of(&self.place, text, names), Ok)
    }

    /// An object.
    pub(super) fn fields(self) -> Read<Fields> {
        match self.tree {
            Tree::Object(entries) => Ok(Fields { place: self.place, entries }),
            _ => self.no("an object"),
        }
    }

    /// A list.
    fn values(self) -> Read<Vec<Self>> {
        let Tree::List(list) = self.tree else { return self.no("a list") };
        let mut values = Vec::with_capacity(list.len());
        for (index, tree) in list.into_iter().enumerate() {
            values.push(Self { place: format!("{}[{index}]", self.place), tree });
        }
        Ok(values)
    }

    /// A list of five, as many as a scale has steps.
    fn five(self) -> Read<[Self; 5]> {
        let place = self.place.clone();
        match <[Self; 5]>::try_from(self.values()?) {
            Ok(five) => Ok(five),
            Err(values) => wrong(&place, format!("{} values, where five are expected", values.len())),
        }
    }

    fn whole(&self) -> Option<u64> {
        match &self.tree {
            Tree::Number(number) => number.as_u64(),
            _ => None,
        }
    }

    /// The error of a value of another kind.
    fn no<T>(&self, expected: &str) -> Read<T> {
        wrong(&self.place, format!("{}, where {expected} is expected", self.tree.kind()))
    }

    /// The error of a value that is no number, or not one that can stand there.
    fn no_number<T>(&self, expected: &str) -> Read<T> {
        match &self.tree {
            Tree::Number(number) => wrong(&self.place, format!("{number} is not {expected}")),
            _ => self.no(expected),
        }
    }
}

/// The entries of an object and its place.
pub(super) struct Fields {
    place: String,
    entries: Vec<(String, Tree)>,
}

impl Fields {
    /// The entries of a whole text, its format and version checked.
    pub(super) fn document(tree: Result<Tree, serde_json::Error>, format: &'static str, version: u64) -> Read<Self> {
        let tree = tree.map_err(|error| CatalogueError::NotJson(error.to_string()))?;
        let mut all = Value { place: String::new(), tree }.fields()?;
        let found = all.text("format")?;
        if found != format {
            return Err(CatalogueError::OtherFormat { found, expected: format });
        }
        let stated = all.take("version")?;
        match stated.whole() {
            Some(found) if found == version => Ok(all),
            Some(found) if found > version => Err(CatalogueError::Newer { found, known: version }),
            _ => stated.no_number("the number of a version"),
        }
    }

    /// The place of the value of a key.
    fn place(&self, key: &str) -> String {
        if self.place.is_empty() { key.to_owned() } else { format!("{}.{key}", self.place) }
    }

    /// Takes the value of a key out.
    pub(super) fn take(&mut self, key: &str) -> Read<Value> {
        match self.maybe(key) {
            Some(value) => Ok(value),
            None => wrong(&self.place(key), "required, and missing".to_owned()),
        }
    }

    /// Takes the value of a key out that may be missing.
    pub(super) fn maybe(&mut self, key: &str) -> Option<Value> {
        let at = self.entries.iter().position(|(one, _)| one == key)?;
        Some(Value { place: self.place(key), tree: self.entries.swap_remove(at).1 })
    }

    /// Takes a text out.
    pub(super) fn text(&mut self, key: &str) -> Read<String> {
        self.take(key)?.text()
    }

    /// Takes a list out, each value read by `one`.
    pub(super) fn each<T>(&mut self, key: &str, one: fn(Value) -> Read<T>) -> Read<Vec<T>> {
        let mut read = Vec::new();
        for value in self.take(key)?.values()? {
            read.push(one(value)?);
        }
        Ok(read)
    }
}

/// The error of something at a place.
pub(super) fn wrong<T>(place: &str, problem: String) -> Read<T> {
    Err(CatalogueError::Wrong { place: place.to_owned(), problem })
}

fn none_of<T>(place: &str, found: &str, names: &[&str]) -> Read<T> {
    let names = match names {
        [names @ .., last] if !names.is_empty() => format!("{} or {last}", names.join(", ")),
        names => names.concat(),
    };
    wrong(place, format!("\"{found}\" is not {names}"))
}

/// The error of a text that has more characters than fit.
pub(super) fn too_long<T>(place: &str, text: &str, limit: usize) -> Read<T> {
    wrong(place, format!("{} characters are too many: at most {limit} fit", text.chars().count()))
}

/// What a text says its format is.
pub(super) fn format(text: &str) -> Option<String> {
    let Ok(Tree::Object(entries)) = Tree::parse(unmarked(text)) else { return None };
    entries.into_iter().find_map(|(key, value)| match value {
        Tree::Text(format) if key == "format" => Some(format),
        _ => None,
    })
}

/// The digest of a text that is JSON; of `null` where it is none.
pub(super) fn digest(text: &str) -> Digest {
    Digest::of(&Tree::parse(text).unwrap_or(Tree::Null))
}

/// Some editors of Windows put a byte-order mark before the text.
fn unmarked(text: &str) -> &str {
    text.strip_prefix('\u{feff}').unwrap_or(text)
}

/// The catalogue that a text holds, checked, with its identity.
pub(super) fn catalogue(text: &str) -> Read<Catalogue> {
    if text.len() > MAX_BYTES {
        return Err(CatalogueError::TooLarge(text.len()));
    }
    let tree = Tree::parse(unmarked(text));
    let digest = tree.as_ref().ok().map(Digest::of);
    let mut all = Fields::document(tree, FORMAT, VERSION)?;
    let mut catalogue = words(&mut all)?;
    if let Some(advice) = all.maybe("advice") {
        catalogue.advice = Some(Advice::of(&mut advice.fields()?)?);
    }
    check::catalogue(&catalogue)?;
    match digest.filter(|digest| *digest != bundled_id().digest) {
        Some(digest) => {
            catalogue.id = Some(CatalogueId { name: catalogue.name.clone(), digest });
            if catalogue.advice.is_none() {
                catalogue.advice = Some(Advice::bundled_for(&|id| catalogue.item(id).is_some())?);
            }
        }
        None => catalogue.advice = None,
    }
    Ok(catalogue)
}

/// The bundled words. A test reads them as if they were somebody else's.
pub(super) fn bundled(text: &str) -> Read<Catalogue> {
    words(&mut Fields::document(Tree::parse(text), FORMAT, VERSION)?)
}

fn words(all: &mut Fields) -> Read<Catalogue> {
    Ok(Catalogue {
        id: None,
        advice: None,
        name: all.text("name")?,
        language: all.text("language")?,
        scales: scales(all.take("scales")?)?,
        phases: all.each("phases", choice)?,
        origins: all.each("origins", choice)?,
        items: all.each("items", item)?,
        contributions: all.each("contributions", contribution)?,
        practices: all.each("practices", practice)?,
    })
}

fn scales(value: Value) -> Read<Scales> {
    let mut scales = value.fields()?;
    Ok(Scales {
        importance: steps(scales.take("importance")?)?,
        delivered: steps(scales.take("delivered")?)?,
        worth: steps(scales.take("worth")?)?,
        contribution: steps(scales.take("contribution")?)?,
        practice: steps(scales.take("practice")?)?,
    })
}

fn steps(value: Value) -> Read<[StepWords; 5]> {
    let [none, little, half, much, all] = value.five()?;
    Ok([step(none)?, step(little)?, step(half)?, step(much)?, step(all)?])
}

fn step(value: Value) -> Read<StepWords> {
    let mut step = value.fields()?;
    Ok(StepWords { word: step.text("word")?, means: step.text("means")? })
}

fn choice(value: Value) -> Read<Choice> {
    let mut choice = value.fields()?;
    Ok(Choice { id: choice.text("id")?, name: choice.text("name")?, means: choice.text("means")? })
}

fn item(value: Value) -> Read<Item> {
    let mut item = value.fields()?;
    Ok(Item {
        id: item.take("id")?.id()?,
        label: item.text("label")?,
        statement: item.text("statement")?,
        help: item.text("help")?,
        holder: item.take("holder")?.name(Holder::from_key, &Holder::ALL.map(Holder::key))?,
        default: item.take("default")?.switch()?,
    })
}

fn contribution(value: Value) -> Read<ContributionWords> {
    let mut words = value.fields()?;
    Ok(ContributionWords {
        id: words.take("id")?.name(Contribution::from_key, &Contribution::ALL.map(Contribution::key))?,
        name: words.text("name")?,
        organisation: means(words.take("organisation")?)?,
        members: means(words.take("members")?)?,
    })
}

fn means(value: Value) -> Read<Means> {
    let mut means = value.fields()?;
    Ok(Means { means: means.text("means")?, unit: means.text("unit")? })
}

fn practice(value: Value) -> Read<PracticeWords> {
    let mut words = value.fields()?;
    let [none, little, half, much, all] = words.take("levels")?.five()?;
    Ok(PracticeWords {
        id: words.take("id")?.name(Practice::from_key, &Practice::ALL.map(Practice::key))?,
        name: words.text("name")?,
        help: words.text("help")?,
        levels: [none.text()?, little.text()?, half.text()?, much.text()?, all.text()?],
    })
}
