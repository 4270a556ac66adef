//! The items of version 2: which are asked about, which a record speaks of, in which order.

use super::LinkError;
use super::stream::Stream;
use super::values;
use crate::assessment::{Item, OwnItem, checksum, limits};
use crate::catalogue::{Catalogue, Holder, ItemId, bundled};

/// The digest of the catalogue that was bundled when version 2 was made: 25 items, twelve of them default.
pub(super) const BUNDLED: u32 = 2_070_278_804;

/// The ids that the places of a payload speak of.
pub(super) struct Edition {
    /// The catalogue's items in their order.
    pub(super) items: Vec<ItemId>,
    /// Those that a new assessment begins with.
    pub(super) default: Vec<ItemId>,
    /// Whether this is the bundled catalogue itself, whose digest is known.
    is_bundled: bool,
}

impl Edition {
    /// The ids of a catalogue.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let items = catalogue.items.iter().map(|item| item.id).collect();
        let is_bundled = std::ptr::eq(catalogue, bundled());
        Self { items, default: catalogue.default_items().collect(), is_bundled }
    }

    /// What tells editions apart, whatever their language: the CRC-32C of the ids, each with a line feed, `*` before it
    /// for a default item.
    pub(super) fn digest(&self) -> u32 {
        let mut text = String::new();
        for id in &self.items {
            if self.default.contains(id) {
                text.push('*');
            }
            text.push_str(id.as_str());
            text.push('\n');
        }
        checksum(text.as_bytes())
    }

    /// Which edition a payload was made with: 0 for the bundled one of version 2, else 1 and its digest.
    pub(super) fn stated(&self, stream: &mut Stream<'_>) {
        let digest = if self.is_bundled { BUNDLED } else { self.digest() };
        let other = stream.flag(digest != BUNDLED);
        let stated = if other { stream.whole(digest) } else { BUNDLED };
        if stated != digest {
            stream.fail(LinkError::OtherCatalogue);
        }
    }

    /// All ids that answers may speak of: the catalogue's, then own ones.
    pub(super) fn pool(&self, asked: &[Item], aside: &[OwnItem]) -> Vec<ItemId> {
        let asked = asked.iter().filter(|item| matches!(item, Item::Own(_))).map(Item::id);
        self.items.iter().copied().chain(asked).chain(aside.iter().map(|own| own.id)).collect()
    }
}

/// The items asked about: a flag for the default ones; else those of the catalogue, own ones, and their order where it is
/// another than that.
pub(super) fn asked(stream: &mut Stream<'_>, items: &mut Vec<Item>, edition: &Edition) {
    let is_default = items.iter().map(Item::id).eq(edition.default.iter().copied());
    if stream.flag(is_default) {
        *items = edition.default.iter().copied().map(Item::Catalogue).collect();
        return;
    }
    let ids: Vec<ItemId> = items.iter().map(Item::id).collect();
    let asked = subset(stream, &ids, &edition.items);
    let mut own: Vec<OwnItem> = items.drain(..).filter_map(into_own).collect();
    stream.list(&mut own, (1, limits::OWN_ITEMS), blank_own, &mut own_item);
    let mut plain: Vec<Item> = asked.into_iter().map(Item::Catalogue).chain(own.into_iter().map(Item::Own)).collect();
    let in_order = plain.iter().map(Item::id).eq(ids.iter().copied());
    if stream.flag(in_order) {
        *items = plain;
    } else {
        let count = plain.len();
        for number in 0..count {
            let id = ids.get(number);
            let at = plain.iter().position(|item| Some(&item.id()) == id).unwrap_or_default();
            let at = stream.place(at, plain.len());
            if at < plain.len() {
                items.push(plain.remove(at));
            }
        }
    }
    stream.require((1..=limits::ITEMS).contains(&items.len()));
}

fn into_own(item: Item) -> Option<OwnItem> {
    match item {
        Item::Own(own) => Some(own),
        Item::Catalogue(_) => None,
    }
}

/// Own items that were taken out.
pub(super) fn aside(stream: &mut Stream<'_>, own: &mut Vec<OwnItem>) {
    stream.list(own, (1, usize::MAX), blank_own, &mut own_item);
}

fn own_item(stream: &mut Stream<'_>, own: &mut OwnItem) {
    values::own(stream, &mut own.id);
    stream.text(&mut own.text);
    stream.choice(&Holder::ALL, &mut own.holder);
}

fn blank_own() -> OwnItem {
    OwnItem { id: ItemId::own(1), text: String::new(), holder: Holder::Both, extra: Vec::new() }
}

/// Those of a list that are among others: a bit each.
pub(super) fn subset(stream: &mut Stream<'_>, among: &[ItemId], of: &[ItemId]) -> Vec<ItemId> {
    of.iter().copied().filter(|id| stream.flag(among.contains(id))).collect()
}

/// The ids that a record speaks of: a flag where all are among the usual ones, which then stand for them; else each of the
/// pool has a bit.
pub(super) fn spoken_of(stream: &mut Stream<'_>, spoken: &[ItemId], usual: &[ItemId], pool: &[ItemId]) -> Vec<ItemId> {
    if stream.flag(spoken.iter().all(|id| usual.contains(id))) { usual.to_vec() } else { subset(stream, spoken, pool) }
}

/// The own ids that a record speaks of, for one that travels alone.
pub(super) fn own_ids(stream: &mut Stream<'_>, ids: &mut Vec<ItemId>) {
    stream.list(ids, (1, limits::ITEMS), || ItemId::own(1), &mut values::own);
}

/// Items picked from a list, in their order: how many, then each by its place among those that are left.
pub(super) fn picks(stream: &mut Stream<'_>, picks: &mut Vec<ItemId>, of: &[ItemId], limit: usize) {
    let mut left = of.to_vec();
    // What is not in the list, or picked twice, is no pick.
    picks.retain(|id| left.iter().position(|one| one == id).map(|at| left.remove(at)).is_some());
    let (mut left, mut picked) = (of.to_vec(), Vec::new());
    for number in 0..stream.place(picks.len(), limit.min(of.len()) + 1) {
        let at = left.iter().position(|id| Some(id) == picks.get(number)).unwrap_or_default();
        let at = stream.place(at, left.len());
        if at < left.len() {
            picked.push(left.remove(at));
        }
    }
    *picks = picked;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_catalogue_is_the_one_of_version_2() {
        assert_eq!(Edition::of(bundled()).digest(), BUNDLED);
    }
}
