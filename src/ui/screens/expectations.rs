//! The expectations: what matters, what is delivered, the top three, and what else could be asked.

use super::bank::bank;
use super::item::item;
use super::live::live_picture;
use super::tops::tops;
use crate::app::Model;
use crate::app::view::{self, ExpectationsView, Tab};
use crate::catalogue::content::Scale;
use crate::route::{Part, Place, Route};
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{intro, meaning, page};
use crate::ui::shell::{Seen, Shell};

/// The expectations as they are seen; nothing when the screen is about to go.
pub type Asked = Seen<Option<ExpectationsView>>;

fn asked(model: &Model) -> Option<ExpectationsView> {
    match model.route {
        Route::Assessment { place: Place::Expectations(part), .. } => view::expectations(model, part),
        _ => None,
    }
}

/// The expectations of both sides.
pub fn expectations(shell: Shell) -> El {
    let seen = shell.see(asked);
    let Some(first) = seen.now() else { return of("div", "part") };
    let mut tabs = of("nav", "parts").set("aria-label", EN.asking.parts);
    for at in 0..first.tabs.len() {
        tabs = tabs.add(tab(seen, at));
    }
    let intro = intro(EN.asking.expectations_title, EN.asking.expectations_lead)
        .maybe(first.one_side.as_ref().map(|words| of("p", "t-2").text(words)))
        .add(tabs);
    let ask = move || seen.with(|seen| seen.as_ref().map_or("", |seen| seen.ask).to_owned());
    let hint = move || match seen.pick(|seen| seen.hint) {
        Some(hint) => vec![of("p", "t-2").text(hint)],
        None => Vec::new(),
    };
    let questions = of("div", "q")
        .add(intro)
        .add(of("h2", "ask-h").live_text(ask))
        .add(of("div", "part").live(hint))
        .add(of("div", "part").live_list(move || shown_part(seen), move |key| body(shell, seen, key)))
        .add(
            of("nav", "actions")
                .set("aria-label", EN.asking.onward)
                .live(move || seen.pick(|seen| onward(&seen.onward))),
        );
    let columns = of("div", "expect").add(questions).add(live_picture(shell, seen, first.live));
    page("main").add(columns)
}

/// Where one goes on, the foremost first.
fn onward(ways: &[(&'static str, String)]) -> Vec<El> {
    let classes = ["button first"].into_iter().chain(std::iter::repeat("button"));
    ways.iter().zip(classes).map(|((words, address), class)| of("a", class).set("href", address).text(words)).collect()
}

/// A part in the row of parts: it stays the same element, so that it keeps focus.
fn tab(seen: Asked, at: usize) -> El {
    let read = move |pick: fn(&Tab) -> Option<String>| {
        move || seen.with(|seen| seen.as_ref().and_then(|seen| seen.tabs.get(at)).and_then(pick))
    };
    let (label, count) = (read(|tab| Some(tab.label.to_owned())), read(|tab| Some(tab.count.clone())));
    el("a")
        .live_set("href", read(|tab| Some(tab.address.clone())))
        .live_set("aria-current", read(|tab| tab.current.then(|| "page".to_owned())))
        .live_text(move || label().unwrap_or_default())
        .text(" ")
        .add(el("span").live_text(move || count().unwrap_or_default()))
}

/// The part that is shown, as the one key of a list: its elements are made again only when another part is shown.
fn shown_part(seen: Asked) -> Vec<String> {
    match seen.with(|seen| seen.as_ref().map(|seen| seen.part)) {
        Some(part) => vec![Place::Expectations(part).path().to_owned()],
        None => Vec::new(),
    }
}

fn body(shell: Shell, seen: Asked, shown: &str) -> El {
    match Part::ALL.into_iter().find(|part| Place::Expectations(*part).path() == shown) {
        Some(Part::Top) => tops(shell, seen),
        Some(part) => {
            let scale = if part == Part::Delivered { Scale::Delivered } else { Scale::Importance };
            of("div", "part").add(meaning(shell, &[scale])).add(asks(shell, seen, part)).add(bank(shell, seen))
        }
        None => of("div", "part"),
    }
}

/// A card for each item.
fn asks(shell: Shell, seen: Asked, part: Part) -> El {
    let ids = move || {
        seen.with(|seen| {
            let mut ids = Vec::new();
            for card in seen.iter().flat_map(|seen| &seen.cards) {
                ids.push(card.id.as_str().to_owned());
            }
            ids
        })
    };
    of("ol", "asks").live_list(ids, move |id| match id.parse() {
        Ok(id) => item(shell, seen, part, id),
        Err(_) => el("li"),
    })
}
