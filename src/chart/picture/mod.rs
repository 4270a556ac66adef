//! The picture of shared value: two circles of the areas `S_o` and `S_m` whose lens has the area `X`, filled up to the
//! share that is delivered, with every expectation in the place where it belongs.

mod bridges;
mod canvas;
mod entry;
mod fan;
mod file;
mod headings;
mod lens;
mod lens_table;
mod pack;
mod rest;
mod shapes;
mod silent;
mod small;
mod table;
#[cfg(test)]
mod tests;

pub use canvas::{Canvas, picture};
pub(super) use shapes::{Lines, layers};
pub use small::mini;

/// What is to be drawn; see [`picture`].
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The areas.
    pub circles: Circles,
    /// How the organisation was heard.
    pub organisation: Voice,
    /// How the members were heard.
    pub members: Voice,
    /// The share of the lens that is delivered; `None` while nobody knows, or nothing can be delivered yet.
    pub kept: Option<Kept>,
    /// The items, in the order of the list.
    pub items: Vec<PictureItem>,
    /// The items that a bridge leads from one side into the lens, by their keys; none unless they are asked for.
    pub bridges: Vec<String>,
    /// The words around them.
    pub words: PictureWords,
    /// A prefix of the ids inside, unique in the page: letters, digits, hyphens.
    pub uid: String,
}

/// The areas, summed over the items known on both sides.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Circles {
    /// `S_o`: what the organisation wants.
    pub organisation: f64,
    /// `S_m`: what the members want.
    pub members: f64,
    /// `X`: what both want, at most the smaller of the two.
    pub shared: f64,
}

/// How a side was heard: the line of its ring.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Voice {
    /// Answers of the side itself: solid.
    Heard,
    /// Somebody's estimate: dashed.
    Estimated,
    /// Nobody has answered: dotted and empty.
    Silent,
}

/// The share of the lens that is delivered, 0 to 1: sure up to `low`, possible up to `high`.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Kept {
    /// The least it can be.
    pub low: f64,
    /// The most it can be; equal to `low` where nothing is unknown.
    pub high: f64,
}

/// Who wants an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Region {
    /// Both sides.
    Shared,
    /// Only the organisation.
    OrganisationOnly,
    /// Only the members.
    MembersOnly,
    /// Neither side.
    Neither,
    /// An answer is missing.
    Open,
}

/// One expectation in the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct PictureItem {
    /// Its id, written as `data-item`.
    pub key: String,
    /// Its position in the list, from 1: the numeral in its badge.
    pub number: usize,
    /// Its short label.
    pub label: String,
    /// Where it belongs.
    pub region: Region,
    /// What reaches both sides, in steps from 0 to 4, halves possible; `None` if unknown.
    pub delivered: Option<f64>,
}

/// The words of the picture, in the language of the reader.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PictureWords {
    /// The accessible name: a sentence that says the finding.
    pub title: String,
    /// Name of the organisation's side.
    pub organisation: String,
    /// Name of the members' side.
    pub members: String,
    /// Up to two lines below the organisation's name.
    pub organisation_lines: Vec<String>,
    /// Up to two lines below the members' name.
    pub members_lines: Vec<String>,
    /// Heading inside the lens.
    pub both_want: String,
    /// What stands at the bottom of the lens: "47 %", "is delivered".
    pub kept_lines: Vec<String>,
    /// Label of the row below, if all items in it are wanted by neither side.
    pub neither: String,
    /// Label of that row if all items in it are open.
    pub open: String,
    /// Label of that row if it holds both.
    pub neither_and_open: String,
    /// What stands in the circle of a side that nobody has answered for.
    pub nobody_yet: Vec<String>,
}
