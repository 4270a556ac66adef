//! The top three of both sides.

use super::expectations::Asked;
use crate::app::view::TopView;
use crate::assessment::{Edit, limits};
use crate::catalogue::Side;
use crate::text::EN;
use crate::ui::markup::{El, el, of, typed, untracked};
use crate::ui::parts::{glyph, side_class};
use crate::ui::shell::Shell;

/// The top three of both sides.
pub fn tops(shell: Shell, seen: Asked) -> El {
    of("div", "tops").add(top(shell, seen, Side::Organisation)).add(top(shell, seen, Side::Members))
}

fn top(shell: Shell, seen: Asked, side: Side) -> El {
    let (title, class) = match side {
        Side::Organisation => (EN.frame.the_organisation, "t-org"),
        Side::Members => (EN.frame.members, "t-mem"),
    };
    let mut places = el("ol");
    for place in 0..limits::TOP {
        places = places.add(el("li").add(pick(shell, seen, side, place)));
    }
    el("section").add(of("h3", class).add(glyph(side_class(side))).text(title)).add(places)
}

/// One place of a top three. Its options are made again, the field stays.
fn pick(shell: Shell, seen: Asked, side: Side, place: usize) -> El {
    let label = [&(EN.asking.top_place)(place + 1), ", ", side.key()].concat();
    of("select", "field")
        .set("id", &["top-", side.key(), "-", &place.to_string()].concat())
        .set("aria-label", &label)
        .live(move || {
            seen.with(|seen| match seen {
                Some(seen) => options(seen.top.get(side), place),
                None => Vec::new(),
            })
        })
        .on("change", move |event| {
            let chosen = untracked(|| seen.with(|seen| seen.as_ref().map(|seen| seen.top.get(side).chosen)));
            let Some(mut chosen) = chosen else { return };
            if let Some(slot) = chosen.get_mut(place) {
                *slot = typed(&event).parse().ok();
            }
            shell.edit(Edit::Top(side, chosen.into_iter().flatten().collect()));
        })
}

/// What can be chosen at a place: nothing, or an item that stands at no other place.
fn options(top: &TopView, place: usize) -> Vec<El> {
    let chosen = top.chosen.get(place).copied().flatten();
    let mut options = vec![option("", EN.asking.top_none, chosen.is_none())];
    for (id, label) in &top.options {
        let here = chosen == Some(*id);
        if here || !top.chosen.contains(&Some(*id)) {
            options.push(option(id.as_str(), label, here));
        }
    }
    options
}

fn option(value: &str, words: &str, chosen: bool) -> El {
    let option = el("option").set("value", value).text(words);
    if chosen { option.set("selected", "") } else { option }
}
