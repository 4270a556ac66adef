//! The items of a picture, sorted into where they belong, with their labels cleaned and measured.

use super::{Picture, PictureItem, Region};
use crate::chart::measure::em;
use crate::chart::wrap::clean;
use crate::order;

/// An item and its label.
pub(super) struct Entry<'a> {
    pub(super) item: &'a PictureItem,
    /// The label in one line.
    pub(super) label: String,
    /// Its width at font size 1.
    pub(super) em: f64,
}

/// The items by place, in the order in which they are read.
#[derive(Default)]
pub(super) struct Entries<'a> {
    pub(super) organisation: Vec<Entry<'a>>,
    /// The least delivered first.
    pub(super) shared: Vec<Entry<'a>>,
    pub(super) members: Vec<Entry<'a>>,
    /// Wanted by neither, then open.
    pub(super) outside: Vec<Entry<'a>>,
}

impl<'a> Entries<'a> {
    pub(super) fn of(picture: &'a Picture) -> Self {
        let mut entries = Self::default();
        for item in &picture.items {
            let label = clean(&item.label);
            let entry = Entry { item, em: em(&label), label };
            match item.region {
                Region::OrganisationOnly => entries.organisation.push(entry),
                Region::Shared => entries.shared.push(entry),
                Region::MembersOnly => entries.members.push(entry),
                Region::Neither | Region::Open => entries.outside.push(entry),
            }
        }
        let delivered = |entry: &Entry| entry.item.delivered.unwrap_or(-1.0);
        order::sort_by(&mut entries.shared, |a, b| delivered(a).total_cmp(&delivered(b)));
        order::sort_by_key(&mut entries.outside, |entry| entry.item.region);
        entries
    }

    /// All of them in one row, in the order of the list.
    pub(super) fn all(self) -> Vec<Entry<'a>> {
        let mut all = self.organisation;
        all.extend(self.shared.into_iter().chain(self.members).chain(self.outside));
        order::sort_by_key(&mut all, |entry| entry.item.number);
        all
    }
}
