//! What stands around every screen: the bar on top, the menu, the notices.

use leptos::prelude::{Get, GetUntracked, RwSignal, Set};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent, Node};

use super::{arrival, button, renewal};
use crate::app::Msg;
use crate::app::view::{FrameView, RailEntry, RailGroup};
use crate::browser::{dom, storage};
use crate::chart;
use crate::route::Route;
use crate::text::EN;
use crate::ui::framing;
use crate::ui::markup::{El, el, of, part, svg};
use crate::ui::program::{Says, Work};
use crate::ui::shell::{Seen, Shell};

/// The frame around a screen.
pub fn frame(shell: Shell, seen: Seen<FrameView>, screen: El) -> El {
    let skip = of("a", "skip").set("href", "#main").text(EN.frame.skip).on("click", |event| {
        // What stands behind # is the place, so the browser's own jump would leave it.
        event.prevent_default();
        dom::focus_heading();
    });
    let menu = move |seen: FrameView| if seen.rail.is_empty() { Vec::new() } else { vec![places(&seen)] };
    let rail = move |seen: FrameView| if seen.rail.is_empty() { Vec::new() } else { vec![rail(&seen.rail)] };
    let solo = move || Some(if seen.with(|seen| seen.rail.is_empty()) { "shell solo" } else { "shell" }.to_owned());
    of("div", "frame")
        .on("focusin", |event| {
            // By the target: not every browser knows yet what the focus is within.
            let target = event.target().and_then(|target| target.dyn_into::<Node>().ok());
            if let Some(summary) = unfolded()
                && !summary.parent_element().is_some_and(|menu| menu.contains(target.as_ref()))
            {
                summary.click();
            }
        })
        .on("keydown", |event| {
            let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key);
            if key.as_deref() == Some("Escape")
                && let Some(summary) = unfolded()
            {
                summary.click();
                // What takes no focus is left as it is.
                let _ = summary.focus();
            }
        })
        .add(skip)
        .add(top(shell, seen))
        .add(part(move || menu(seen.get())))
        .add(said("part", move || words(shell, |work| work.keeping)))
        .add(renewal(shell))
        .add(arrival(shell))
        .add(el("div").live_set("class", solo).add(part(move || rail(seen.get()))).add(screen))
        .add(said("notices", move || {
            let moment = || of("div", "toast").add(el("span").text(EN.frame.loading));
            let mut words = words(shell, |work| work.notice);
            words.extend(shell.heard.get().then(moment));
            words
        }))
        // Where the rest of the program takes its time, whoever has chosen something learns that it was heard.
        .on("click", move |_| shell.hear())
}

/// A place in which something is said. It is always there, so that it is heard when words appear in it.
fn said(class: &str, words: impl Fn() -> Vec<El> + 'static) -> El {
    of("div", class).set("role", "status").live(words)
}

/// What is said as soon as the part of the program that works is here.
fn words(shell: Shell, says: fn(&Work) -> Says) -> Vec<El> {
    shell.program.work().map(|work| says(&work)(shell)).unwrap_or_default()
}

fn top(shell: Shell, seen: Seen<FrameView>) -> El {
    let brand = of("a", "brand")
        .set("href", &Route::Home.address())
        .add(svg(&chart::brand().to_svg()))
        .add(el("span").text(EN.frame.brand));
    let name = of("span", "where")
        .set("dir", "auto")
        .live_text(move || seen.with(|seen| seen.community.clone().unwrap_or_default()));
    let name = name.live_set("hidden", move || seen.with(|seen| seen.community.is_none().then(String::new)));
    let kept = of("span", "kept")
        .live_text(move || seen.with(|seen| if seen.rail.is_empty() { String::new() } else { seen.kept.clone() }));
    let kept = kept.live_class("alert", move || seen.with(|seen| seen.kept_alert));
    let undo = button("button plain small", EN.frame.undo)
        .on("click", move |_| shell.send(Msg::Undo))
        .live_property("disabled", move || seen.with(|seen| !seen.undo.0).into());
    let redo = button("button plain small", EN.frame.redo)
        .on("click", move |_| shell.send(Msg::Redo))
        .live_property("disabled", move || seen.with(|seen| !seen.undo.1).into());
    let idle = move || seen.with(|seen| (seen.undo == (false, false)).then(String::new));
    let links = part(move || {
        let (portfolio, share, open) =
            seen.with(|seen| (seen.portfolio.clone(), seen.share.clone(), !seen.rail.is_empty()));
        let mut links = Vec::new();
        if let Some(address) = portfolio {
            links.push(of("a", "button plain small").set("href", &address).text(EN.portfolio.here));
        }
        if !open {
            let method = Route::Method(None).address();
            links.push(of("a", "button plain small").set("href", &method).text(EN.frame.method));
        }
        links.extend(share.map(|address| of("a", "button small").set("href", &address).text(EN.frame.share)));
        links
    });
    let end = of("div", "end")
        .add(kept)
        .add(of("span", "undo").live_set("hidden", idle).add(undo).add(redo))
        .add(links)
        .add(theme());
    of("header", "top")
        .live_class("bare", move || seen.with(|seen| seen.community.is_none()))
        .add(brand)
        .add(name)
        .add(end)
}

/// Light or dark.
fn theme() -> El {
    let system_dark = dom::prefers("(prefers-color-scheme: dark)");
    let dark = RwSignal::new(framing::theme().map_or(system_dark, |theme| theme == "dark"));
    let label = move || Some(if dark.get() { EN.frame.theme_light } else { EN.frame.theme_dark }.to_owned());
    of("button", "button plain icon")
        .set("type", "button")
        .live_set("aria-label", label)
        .live_set("title", label)
        .add(svg(&chart::half_moon().to_svg()))
        .on("click", move |_| {
            dark.set(!dark.get_untracked());
            let theme = if dark.get_untracked() { "dark" } else { "light" };
            dom::set_root("data-theme", Some(theme));
            storage::set_theme(theme);
        })
}

fn link(entry: &RailEntry) -> El {
    let link = el("a").set("href", &entry.address);
    let link = if entry.current { link.set("aria-current", "page") } else { link };
    link.text(entry.label).add(el("span").text(&entry.count))
}

fn groups(groups: &[RailGroup]) -> Vec<El> {
    let group =
        |group: &RailGroup| el("section").add(el("h2").text(group.name)).all(group.entries.iter().map(link).collect());
    groups.iter().map(group).collect()
}

/// The menu at the side of a wide page.
fn rail(rail: &[RailGroup]) -> El {
    of("nav", "rail").set("aria-label", EN.frame.places).all(groups(rail))
}

/// What the menu of a narrow page is folded by, where that is open. A press beside it is one on that, by its style.
fn unfolded() -> Option<HtmlElement> {
    dom::first(".places [open] > summary")
}

/// The menu of a narrow page: where one is, and the places before and after.
fn places(frame: &FrameView) -> El {
    let step = |to: &Option<(&'static str, String)>, back: bool| {
        to.as_ref().map(|(label, address)| {
            let link = el("a").set("href", address);
            // Where there is no room, the name of the place before is only heard.
            if back { link.text("‹").add(el("span").text(" ").text(label)) } else { link.text(label).text(" ›") }
        })
    };
    let menu = of("nav", "places-list").set("aria-label", EN.frame.places).all(groups(&frame.rail));
    let steps = el("nav").set("aria-label", EN.frame.before_after);
    of("div", "places")
        .add(el("details").add(el("summary").text(frame.here)).add(menu))
        .add(steps.maybe(step(&frame.before, true)).maybe(step(&frame.after, false)))
}
