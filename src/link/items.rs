//! The items of version 2: which are asked about, which a record speaks of, in which order.

use super::LinkError;
use super::stream::Stream;
use super::values;
use crate::assessment::{Answered, Item, OwnItem, limits};
use crate::catalogue::identity::is_name;
use crate::catalogue::{Catalogue, CatalogueId, Digest, Holder, ItemId};

/// The ids that the places of a payload speak of.
pub(super) struct Edition {
    /// The catalogue's items in their order.
    pub(super) items: Vec<ItemId>,
    /// Those that a new assessment begins with.
    pub(super) default: Vec<ItemId>,
    /// Which catalogue it is; `None` for the bundled one.
    pub(super) id: Option<CatalogueId>,
}

impl Edition {
    /// The ids of a catalogue.
    pub(super) fn of(catalogue: &Catalogue) -> Self {
        let items = catalogue.items.iter().map(|item| item.id).collect();
        Self { items, default: catalogue.default_items().collect(), id: catalogue.id().cloned() }
    }

    /// Which catalogue a payload was made with: a flag whether it is another than the bundled one; then a bit that is
    /// set, the 128 bits of its digest, and its name.
    ///
    /// The set bit is for the first readers of version 2, which knew one catalogue and took the 32 bits behind the flag
    /// for a checksum of its items: that of theirs has a first bit of 0, so they say that the catalogue is another one.
    pub(super) fn stated(&self, stream: &mut Stream<'_>) {
        let stated = if stream.flag(self.id.is_some()) { other(stream, self.id.as_ref()) } else { None };
        let digest = |id: &Option<CatalogueId>| id.as_ref().map(|id| id.digest);
        if digest(&stated) != digest(&self.id) {
            stream.fail(LinkError::OtherCatalogue(stated));
        }
    }

    /// All ids that answers may speak of: the catalogue's, then own ones.
    pub(super) fn pool(&self, answered: &Answered) -> Vec<ItemId> {
        self.items.iter().copied().chain(answered.own_items().map(|own| own.id)).collect()
    }
}

/// The digest and the name of a catalogue that is not the bundled one.
fn other(stream: &mut Stream<'_>, id: Option<&CatalogueId>) -> Option<CatalogueId> {
    const MARK: u32 = 1 << 31;
    let mut name = id.map(|id| id.name.clone()).unwrap_or_default();
    let whole = id.map_or(0, |id| u128::from_be_bytes(id.digest.to_bytes()));
    let word = |at: u32| u32::try_from(whole >> (32 * at) & 0xffff_ffff).unwrap_or_default();
    let first = stream.whole(MARK | word(3) >> 1);
    stream.require(first & MARK != 0);
    let mut read = u128::from(first & !MARK) << 1 | u128::from(stream.flag(word(3) & 1 == 1));
    for at in [2, 1, 0] {
        read = read << 32 | u128::from(stream.whole(word(at)));
    }
    stream.text(&mut name);
    stream.require(is_name(&name));
    is_name(&name).then(|| CatalogueId { name, digest: Digest::from_bytes(read.to_be_bytes()) })
}

/// The items asked about: a flag for the default ones; else those of the catalogue, own ones, and their order where it
/// is another than that.
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

/// The ids that a record speaks of: a flag where all are among the usual ones, which then stand for them; else each of
/// the pool has a bit.
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
    use crate::catalogue::bundled;
    use crate::coding::checksum;

    /// The checksum of the catalogue that was bundled when version 2 was made: 25 items, twelve of them default.
    /// Payloads without a catalogue's name speak of it for ever.
    const BUNDLED: u32 = 2_070_278_804;

    #[test]
    fn the_bundled_catalogue_is_the_one_of_version_2() {
        let edition = Edition::of(bundled());
        let mut text = String::new();
        for id in &edition.items {
            if edition.default.contains(id) {
                text.push('*');
            }
            text.push_str(id.as_str());
            text.push('\n');
        }
        assert_eq!(checksum(text.as_bytes()), BUNDLED);
    }

    #[test]
    fn the_first_readers_of_version_2_never_take_another_catalogue_for_theirs() {
        for byte in [0, 0x7b, 0xff] {
            let id = CatalogueId { name: "Ours".to_owned(), digest: Digest::from_bytes([byte; Digest::BYTES]) };
            let mut stream = Stream::writing();
            Edition { items: Vec::new(), default: Vec::new(), id: Some(id) }.stated(&mut stream);
            let payload = stream.finish();
            let mut old = Stream::reading(&payload);
            assert!(old.flag(false));
            assert_ne!(old.whole(0), BUNDLED);
        }
    }
}
