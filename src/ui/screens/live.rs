//! The picture that stays in sight while one answers: a column beside the questions, a strip below them on narrow
//! pages.

use leptos::prelude::Set;

use super::expectations::Asked;
use crate::app::view::Live;
use crate::browser::dom;
use crate::chart::{self, Canvas};
use crate::text::{EN, numbers};
use crate::ui::charts::picture::shared_picture;
use crate::ui::charts::range;
use crate::ui::markup::{El, el, follow, of, untracked};
use crate::ui::parts::figure;
use crate::ui::shell::Shell;

/// The live picture; `first` is what it shows first, and still when what it is about has gone.
pub fn live_picture(shell: Shell, seen: Asked, first: Live) -> El {
    let first = first.picture;
    let picture = move || {
        seen.with(|seen| match seen {
            Some(seen) => seen.live.picture.clone(),
            None => first.clone(),
        })
    };
    let ends = move || seen.pick(|seen| seen.live.overlap.as_ref()?.ends);
    let sentence = of("p", "sentence").live_text(words(seen, |live| &live.sentence)).add(overlap(shell, seen));
    let inner = of("div", "live-in")
        .add(of("p", "k").text(EN.asking.so_far))
        .add(sentence)
        .add(shared_picture(picture, &[Canvas::Small]))
        .add(range(ends, &[25, 50]))
        .add(of("p", "t-2 xs").live_text(words(seen, |live| &live.why)))
        .add(el("p").add(next(shell, seen, |live| live.next.label)));
    let aside = of("aside", "live").set("aria-label", EN.asking.so_far).add(inner);
    of("div", "part").add(aside).add(strip(shell, seen)).add(heard(seen))
}

/// The figure, for whoever hears the page: said when an answer moves it, however wide the page is.
fn heard(seen: Asked) -> El {
    let said = move || {
        seen.with(|seen| match seen {
            Some(seen) => {
                let figure = seen.live.overlap.as_ref().map_or(numbers::NONE, |shown| &shown.text);
                [figure, " ", EN.asking.strip_overlap, ", ", &seen.live.open].concat()
            }
            None => String::new(),
        })
    };
    of("p", "visually-hidden").set("role", "status").live_text(said)
}

/// The same in short.
fn strip(shell: Shell, seen: Asked) -> El {
    let mini = move || {
        seen.with(|seen| match seen {
            Some(seen) => chart::mini(&seen.live.picture, 44.0).to_svg(),
            None => String::new(),
        })
    };
    let figure = words(seen, |live| live.overlap.as_ref().map_or(numbers::NONE, |shown| &shown.text));
    let short = el("p")
        .add(el("b").live_text(figure))
        .text(" ")
        .text(EN.asking.strip_overlap)
        .add(el("br"))
        .add(of("span", "t-2").live_text(words(seen, |live| &live.open)));
    of("div", "strip").add(of("span", "part").live_html(mini)).add(short).add(next(shell, seen, |live| live.next.short))
}

/// A text of it, followed; empty when what it is about has gone.
fn words(seen: Asked, pick: fn(&Live) -> &str) -> impl Fn() -> String + Copy + 'static {
    move || seen.with(|seen| seen.as_ref().map_or("", |seen| pick(&seen.live)).to_owned())
}

/// The overlap behind the sentence. Its figure is made again only when it has changed, so that it keeps focus.
fn overlap(shell: Shell, seen: Asked) -> El {
    let place = of("span", "part");
    let (inside, mut last) = (place.clone(), None);
    follow(move || {
        let now = seen.pick(|seen| seen.live.overlap.clone());
        if now != last {
            inside.node().set_text_content(None);
            if let Some(shown) = now.clone() {
                let _ = inside.clone().text(": ").add(figure(shell, shown)).text(" ").text(EN.results.overlap_follows);
            }
            last = now;
        }
    });
    place
}

/// The way to the next question without an answer.
fn next(shell: Shell, seen: Asked, label: fn(&Live) -> &str) -> El {
    let address = words(seen, |live| &live.next.address);
    let element = words(seen, |live| &live.next.element);
    of("a", "button small").live_set("href", move || Some(address())).live_text(words(seen, label)).on(
        "click",
        move |event| {
            let element = untracked(element);
            if element.is_empty() {
                return;
            }
            if dom::focus_in(&element) {
                event.prevent_default();
            } else {
                // It is asked at another place: the link leads there, and the element takes focus.
                shell.focus_next.set(Some(element));
            }
        },
    )
}
