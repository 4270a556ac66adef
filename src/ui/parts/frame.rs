//! What stands around every screen: the bar on top, the menu, the notices.

use leptos::prelude::*;

use super::{Notice, PopoverAt, Svg};
use crate::app::view::{self, FrameView, RailGroup};
use crate::app::{Msg, Storage};
use crate::browser::{dom, storage};
use crate::chart;
use crate::route::Route;
use crate::text::EN;
use crate::ui::shell::Shell;

/// The frame around a screen.
#[component]
pub fn Frame(
    /// The screen.
    children: Children,
) -> impl IntoView {
    let shell = Shell::get();
    PopoverAt::provide();
    let frame = shell.see(view::frame);
    let solo = move || if frame.with(|frame| frame.rail.is_empty()) { "shell solo" } else { "shell" };
    view! {
        <div class="frame">
            <a class="skip" href="#main" on:click=move |event| {
                // The address behind # is the place, so the browser's own jump would leave it.
                event.prevent_default();
                dom::focus_heading();
            }>{EN.frame.skip}</a>
            <Top frame=frame/>
            {move || frame.with(|frame| (!frame.rail.is_empty()).then(|| places(frame)))}
            <StorageNotice/>
            <div class=solo>
                {move || frame.with(|frame| (!frame.rail.is_empty()).then(|| rail(&frame.rail)))}
                {children()}
            </div>
            <Notice/>
        </div>
    }
    .into_any()
}

#[component]
fn Top(frame: Memo<FrameView>) -> impl IntoView {
    let shell = Shell::get();
    let community = move || frame.with(|frame| frame.community.clone());
    let share = move || frame.with(|frame| frame.share.clone());
    let open = move || frame.with(|frame| !frame.rail.is_empty());
    view! {
        <header class="top">
            <a class="brand" href=Route::Home.address()>
                <Svg scene=chart::brand().to_svg()/><span>{EN.frame.brand}</span>
            </a>
            {move || community().map(|name| view! { <span class="where" dir="auto">{name}</span> })}
            <div class="end">
                {move || open().then(|| view! {
                    <span class="kept" class:alert=move || frame.with(|frame| frame.kept_alert)>
                        {move || frame.with(|frame| frame.kept)}
                    </span>
                })}
                <span class="undo">
                    <button class="button plain small" type="button" disabled=move || !frame.with(|frame| frame.undo.0)
                        on:click=move |_| shell.send(Msg::Undo)>{EN.frame.undo}</button>
                    <button class="button plain small" type="button" disabled=move || !frame.with(|frame| frame.undo.1)
                        on:click=move |_| shell.send(Msg::Redo)>{EN.frame.redo}</button>
                </span>
                {move || share().map(|address| view! { <a class="button small" href=address>{EN.frame.share}</a> })}
                {move || (!open()).then(|| view! { <a class="button plain small" href=Route::Method(None).address()>{EN.frame.method}</a> })}
                <Theme/>
            </div>
        </header>
    }
    .into_any()
}

/// Light or dark.
#[component]
fn Theme() -> impl IntoView {
    let system_dark = dom::prefers("(prefers-color-scheme: dark)");
    let dark = RwSignal::new(storage::theme().map_or(system_dark, |theme| theme == "dark"));
    let toggle = move |_| {
        dark.update(|dark| *dark = !*dark);
        let theme = if dark.get_untracked() { "dark" } else { "light" };
        dom::set_root("data-theme", Some(theme));
        storage::set_theme(theme);
    };
    let label = move || if dark.get() { EN.frame.theme_light } else { EN.frame.theme_dark };
    view! {
        <button class="button plain icon" type="button" aria-label=label title=label on:click=toggle>
            <svg viewBox="0 0 20 20" fill="none" stroke="currentColor" stroke-width="1.6" aria-hidden="true">
                <circle cx="10" cy="10" r="7"/><path d="M10 3a7 7 0 0 1 0 14z" fill="currentColor"/>
            </svg>
        </button>
    }
    .into_any()
}

/// Says plainly when nothing can be kept, or nothing more.
#[component]
fn StorageNotice() -> impl IntoView {
    let shell = Shell::get();
    let state = shell.see(|model| (model.storage, model.open_id().filter(|_| model.open().is_some())));
    move || {
        let (storage, id) = state.get();
        let (title, lead) = match storage {
            Storage::Browser => return None,
            Storage::Full => (EN.frame.full_title, EN.frame.full_lead),
            Storage::TabOnly => (EN.frame.tab_title, EN.frame.tab_lead),
        };
        let save = id.map(|id| view! {
            <button class="button small" type="button" on:click=move |_| shell.send(Msg::SaveFile(id.clone()))>
                {EN.frame.save_file}
            </button>
        });
        Some(view! { <div class="savebar" role="status"><p><b>{title}</b>" "{lead}</p>{save}</div> })
    }
}

fn links(groups: &[RailGroup]) -> Vec<AnyView> {
    let link = |entry: &view::RailEntry| {
        let current = entry.current.then_some("page");
        view! { <a href=entry.address.clone() aria-current=current>{entry.label}<span>{entry.count.clone()}</span></a> }.into_any()
    };
    groups
        .iter()
        .map(|group| {
            let entries: Vec<AnyView> = group.entries.iter().map(link).collect();
            view! { <section><h2>{group.name}</h2>{entries}</section> }.into_any()
        })
        .collect()
}

/// The menu at the side of a wide page.
fn rail(groups: &[RailGroup]) -> AnyView {
    view! { <nav class="rail" aria-label=EN.frame.places>{links(groups)}</nav> }.into_any()
}

/// The menu of a narrow page: where one is, and the places before and after.
fn places(frame: &FrameView) -> AnyView {
    let step = |to: &Option<(&'static str, String)>, back: bool| {
        to.clone().map(|(label, address)| {
            let words = if back { format!("‹ {label}") } else { format!("{label} ›") };
            view! { <a href=address>{words}</a> }.into_any()
        })
    };
    view! {
        <div class="places">
            <details>
                <summary>{frame.here}</summary>
                <nav class="places-list" aria-label=EN.frame.places>{links(&frame.rail)}</nav>
            </details>
            <nav aria-label=EN.frame.before_after>{step(&frame.before, true)}{step(&frame.after, false)}</nav>
        </div>
    }
    .into_any()
}
