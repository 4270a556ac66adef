//! The picture that stays in sight while one answers: a column beside the questions, a strip below them on narrow pages.

use leptos::prelude::*;

use crate::app::view::{Live, NextOpen};
use crate::browser::dom;
use crate::chart::{self, Canvas};
use crate::text::{EN, numbers};
use crate::ui::charts::{Range, SharedPicture};
use crate::ui::parts::{Figure, Svg};
use crate::ui::shell::Shell;

/// The live picture.
#[component]
pub fn LivePicture(
    /// What it shows.
    #[prop(into)]
    live: Signal<Live>,
) -> impl IntoView {
    let picture = Memo::new(move |_| live.with(|live| live.picture.clone()));
    let ends = Memo::new(move |_| live.with(|live| live.overlap.as_ref().and_then(|overlap| overlap.ends)));
    let overlap = Memo::new(move |_| live.with(|live| live.overlap.clone()));
    let start = move || live.with(|live| live.sentence.clone());
    let mini = Signal::derive(move || chart::mini(&picture.get(), 44.0).to_svg());
    view! {
        <aside class="live" aria-label=EN.asking.so_far>
            <div class="live-in">
                <p class="k">{EN.asking.so_far}</p>
                <p class="sentence">
                    {start}
                    {move || overlap.get().map(|shown| view! { ": "<Figure shown=shown/>" "{EN.results.overlap_follows} })}
                </p>
                <SharedPicture picture=picture canvases=&[Canvas::Small]/>
                <Range ends=ends ticks=&[25, 50]/>
                <p class="t-2 xs">{move || live.with(|live| live.why.clone())}</p>
                <p class="next"><Next live=live short=false/></p>
            </div>
        </aside>
        <div class="strip">
            <Svg scene=mini/>
            <p role="status">
                <b>{move || overlap.get().map_or_else(|| numbers::NONE.to_owned(), |shown| shown.text)}</b>" "{EN.asking.strip_overlap}
                <br/><span class="t-2">{move || live.with(|live| live.open.clone())}</span>
            </p>
            <Next live=live short=true/>
        </div>
    }
    .into_any()
}

/// The way to the next question without an answer.
#[component]
fn Next(live: Signal<Live>, short: bool) -> impl IntoView {
    let shell = Shell::get();
    let next = Memo::new(move |_| live.with(|live| live.next.clone()));
    let label = move || next.with(|NextOpen { short: brief, label, .. }| if short { *brief } else { *label });
    let go = move |event: leptos::ev::MouseEvent| {
        let element = next.with_untracked(|next| next.element.clone());
        if element.is_empty() {
            return;
        }
        if dom::focus_in(&element) {
            event.prevent_default();
        } else {
            // It is asked at another place: the link leads there, and the element takes focus.
            shell.focus_next.set(Some(element));
        }
    };
    view! { <a class="button small" href=move || next.with(|next| next.address.clone()) on:click=go>{label}</a> }.into_any()
}
