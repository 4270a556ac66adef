//! A top three: three places, each a list to choose from.

use std::rc::Rc;

use super::option;
use crate::app::view::{TopView, side_word};
use crate::assessment::limits;
use crate::catalogue::{ItemId, Side};
use crate::text::EN;
use crate::ui::markup::{El, el, of, typed, untracked};

/// Where the places are read.
type Read = Rc<dyn Fn() -> Option<TopView>>;

/// Takes what is chosen.
type Take = Rc<dyn Fn(Vec<ItemId>)>;

/// Three places to fill, the most important first. `take` gets what is chosen after a change.
pub fn picks(top: impl Fn() -> Option<TopView> + 'static, side: Side, take: impl Fn(Vec<ItemId>) + 'static) -> El {
    let (top, take): (Read, Take) = (Rc::new(top), Rc::new(take));
    let mut places = el("ol");
    for place in 0..limits::TOP {
        places = places.add(el("li").add(pick(Rc::clone(&top), side, place, Rc::clone(&take))));
    }
    places
}

/// One place. Its options are made again, the field stays.
fn pick(top: Read, side: Side, place: usize, take: Take) -> El {
    let label = [&(EN.asking.top_place)(place + 1), ", ", side_word(side)].concat();
    let shown = Rc::clone(&top);
    of("select", "field")
        .set("id", &["top-", side.key(), "-", &place.to_string()].concat())
        .set("aria-label", &label)
        .live(move || shown().map(|top| options(&top, place)).unwrap_or_default())
        .on("change", move |event| {
            let Some(TopView { mut chosen, .. }) = untracked(|| top()) else { return };
            if let Some(slot) = chosen.get_mut(place) {
                *slot = typed(&event).parse().ok();
            }
            take(chosen.into_iter().flatten().collect());
        })
}

/// What can be chosen at a place: nothing, or an item that stands at no other place.
fn options(top: &TopView, place: usize) -> Vec<El> {
    let chosen = top.chosen.get(place).copied().flatten();
    let here = chosen.as_ref().map_or("", ItemId::as_str);
    let mut options = vec![option("", EN.asking.top_none, here)];
    for (id, label) in &top.options {
        if chosen == Some(*id) || !top.chosen.contains(&Some(*id)) {
            options.push(option(id.as_str(), label, here));
        }
    }
    options
}
