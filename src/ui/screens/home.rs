//! The first page.

use leptos::html;
use leptos::prelude::*;

use crate::app::view::{self, Card, HomeView};
use crate::app::{Aside, Msg};
use crate::chart::{IdeaKind, IdeaWords, Room, idea};
use crate::text::EN;
use crate::ui::parts::{Opener, Svg};
use crate::ui::shell::Shell;

/// The first page: the idea, or the saved communities and then the idea.
#[component]
pub fn Home() -> impl IntoView {
    let shell = Shell::get();
    let home = shell.see(view::home);
    let any = Memo::new(move |_| home.with(|home| !home.cards.is_empty()));
    let dialog = NodeRef::<html::Dialog>::new();
    let open = Callback::new(move |()| {
        if let Some(dialog) = dialog.get_untracked() {
            // Open already is no error that matters.
            let _ = dialog.show_modal();
        }
    });
    // What was opened is shown elsewhere, or waits for a decision in a dialog of its own.
    let told = shell.see(|model| (model.notice.clone(), model.incoming.is_some()));
    Effect::new(move |before: Option<_>| {
        let now = told.get();
        if before.is_some_and(|before| before != now)
            && let Some(dialog) = dialog.get_untracked()
        {
            dialog.close();
        }
        now
    });
    view! {
        <main class="main home" class:saved=move || any.get() id="main">
            {move || if any.get() {
                view! { <Saved home=home open=open/> }.into_any()
            } else {
                view! { <Opening open=open/> }.into_any()
            }}
            {move || home.with(rest)}
            <Ideas/>
        </main>
        <dialog class="dialog" node_ref=dialog aria-labelledby="open-title">
            <header>
                <h2 id="open-title">{EN.home.open_title}</h2>
                <form method="dialog"><button class="button plain small">{EN.frame.close}</button></form>
            </header>
            <Opener/>
        </dialog>
    }
    .into_any()
}

#[component]
fn Opening(open: Callback<()>) -> impl IntoView {
    let shell = Shell::get();
    view! {
        <div class="opening">
            <h1>{EN.home.title}</h1>
            <p class="lead">{EN.home.lead}</p>
            <div class="actions">
                <button class="button first" type="button" on:click=move |_| shell.send(Msg::Create)>{EN.home.start}</button>
                <button class="button" type="button" on:click=move |_| open.run(())>{EN.home.open}</button>
                <button class="button plain" type="button" on:click=move |_| shell.send(Msg::OpenExample)>{EN.home.example}</button>
            </div>
            <p class="note">{EN.home.terms}</p>
        </div>
    }
    .into_any()
}

#[component]
fn Saved(home: Memo<HomeView>, open: Callback<()>) -> impl IntoView {
    let shell = Shell::get();
    let search = RwSignal::new(String::new());
    let found = move || {
        let search = search.get().trim().to_lowercase();
        let matches = |card: &&Card| search.is_empty() || card.search.contains(&search);
        home.with(|home| home.cards.iter().filter(matches).cloned().collect::<Vec<_>>())
    };
    let count = move || home.with(|home| home.cards.len());
    let none = move || found().is_empty().then(|| (EN.home.none_found)(search.get().trim()));
    view! {
        <div class="bar">
            <h1>{EN.home.saved_title}</h1>
            <div class="actions">
                <button class="button" type="button" on:click=move |_| open.run(())>{EN.home.open}</button>
                <button class="button" type="button" on:click=move |_| shell.send(Msg::OpenExample)>{EN.home.example}</button>
                <button class="button first" type="button" on:click=move |_| shell.send(Msg::Create)>{EN.home.new}</button>
            </div>
        </div>
        <div class="find" class:visually-hidden=move || count() < 2>
            <input class="field" type="search" aria-label=EN.home.search_label placeholder=move || (EN.home.search)(count())
                on:input=move |event| search.set(event_target_value(&event))/>
            <p class="t-2">{EN.home.sorted}</p>
        </div>
        <ul class="tiles">
            <For each=found key=|card| format!("{:?}", card) children=move |card| tile(card, shell)/>
        </ul>
        <p class="t-2" role="status">{none}</p>
    }
    .into_any()
}

fn tile(card: Card, shell: Shell) -> AnyView {
    let (copy, delete) = (card.id.clone(), card.id);
    let button = |words: &'static str, msg: Msg| {
        let label = (EN.home.of_name)(words, &card.name);
        view! {
            <button class="button plain small" type="button" aria-label=label on:click=move |_| shell.send(msg.clone())>{words}</button>
        }
        .into_any()
    };
    let row = |term: &'static str, means: AnyView| view! { <div><dt>{term}</dt><dd>{means}</dd></div> }.into_any();
    let outlook = view! { <Svg scene=card.stairs/>{card.outlook} }.into_any();
    view! {
        <li class="card tile">
            <div class="tile-top"><Svg scene=card.mini/><p class="big">{card.overlap}</p></div>
            <h3 dir="auto"><a href=card.address>{card.name.clone()}</a></h3>
            <p class="t-2">{card.line}</p>
            <dl>
                {row(EN.home.phase, card.phase.into_any())}{row(EN.home.outlook, outlook)}
                {row(EN.home.heard, card.heard.into_any())}{row(EN.home.changed, card.changed.into_any())}
            </dl>
            <div class="tile-end">
                {button(EN.home.duplicate, Msg::Duplicate(copy))}{button(EN.home.delete, Msg::Delete(delete))}
            </div>
        </li>
    }
    .into_any()
}

/// The recently deleted, what could not be read, and where things are kept.
fn rest(home: &HomeView) -> AnyView {
    let shell = Shell::get();
    let act = move |words: &'static str, name: &str, msg: Msg| {
        let label = (EN.home.of_name)(words, name);
        view! {
            <button class="button plain small" type="button" aria-label=label on:click=move |_| shell.send(msg.clone())>{words}</button>
        }
        .into_any()
    };
    let gone: Vec<AnyView> = home
        .gone
        .iter()
        .map(|row| {
            let back = act(EN.home.bring_back, &row.name, Msg::BringBack(row.id.clone()));
            let drop = act(EN.home.delete_for_good, &row.name, Msg::DeleteForGood(row.id.clone()));
            let (name, when) = (row.name.clone(), row.when.clone());
            view! { <li><span dir="auto">{name}</span><span class="t-2">{when}</span>{back}{drop}</li> }.into_any()
        })
        .collect();
    let aside: Vec<AnyView> = home
        .aside
        .iter()
        .map(|Aside { key, why, .. }| {
            let get = act(EN.home.download, key, Msg::DownloadAside(key.clone()));
            let drop = act(EN.home.delete, key, Msg::DropAside(key.clone()));
            view! { <li><span>{key.clone()}</span><span class="t-2">{why.clone()}</span>{get}{drop}</li> }.into_any()
        })
        .collect();
    let aside = (!aside.is_empty()).then(|| {
        view! {
            <section class="section">
                <header><h2>{EN.home.aside_title}</h2><p>{EN.home.aside_lead}</p></header>
                <div class="gone"><ul>{aside}</ul></div>
            </section>
        }
    });
    let gone = (!gone.is_empty()).then(|| {
        view! {
            <details class="gone">
                <summary>{EN.home.gone_title}" "<span class="t-2">{gone.len()}</span></summary>
                <p class="t-2 xs">{EN.home.gone_lead}</p>
                <ul>{gone}</ul>
            </details>
        }
    });
    let back_up = home.anything.then(|| {
        view! { <button class="button small" type="button" on:click=move |_| shell.send(Msg::BackUp)>{EN.home.back_up}</button> }
    });
    view! {
        {aside}{gone}
        <div class="kept-where"><p class="note">{home.store.clone()}" "{EN.home.who_reads}</p><p class="actions">{back_up}</p></div>
    }
    .into_any()
}

/// The idea in two pictures.
#[component]
fn Ideas() -> impl IntoView {
    let own = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let text = &EN.home;
    let words = |title: &str, organisation: &[&str], members: &[&str], upper: &[&str], lower: &[&str]| IdeaWords {
        title: title.to_owned(),
        organisation: EN.frame.the_organisation.to_owned(),
        members: EN.frame.members.to_owned(),
        organisation_only: own(organisation),
        members_only: own(members),
        shared: own(upper),
        shared_and_delivered: own(lower),
        delivered: text.delivered.to_owned(),
    };
    let apart = words(text.apart_picture, text.apart_organisation, text.apart_members, &[], &[]);
    let together = words(
        text.together_picture,
        text.together_organisation,
        text.together_members,
        text.together_upper,
        text.together_lower,
    );
    let figure = |kind: IdeaKind, words: &IdeaWords, title: &'static str, lead: &'static str| {
        let scenes: String = [Room::Wide, Room::Narrow].map(|room| idea(kind, words, room).to_svg()).concat();
        view! { <figure><Svg scene=scenes/><figcaption><h2>{title}</h2><p>{lead}</p></figcaption></figure> }.into_any()
    };
    view! {
        <div class="ideas">
            {figure(IdeaKind::Apart, &apart, text.apart, text.apart_lead)}
            {figure(IdeaKind::Overlapping, &together, text.together, text.together_lead)}
        </div>
    }
    .into_any()
}
