//! The expectations: what matters, what is delivered, the top three, and what else could be asked.

use leptos::prelude::*;

use super::live::LivePicture;
use crate::app::view::{self, BankRow, ExpectationsView, ItemCard, TopView};
use crate::assessment::{Answer, Edit};
use crate::catalogue::content::Scale;
use crate::catalogue::{Holder, ItemId, Side};
use crate::chart::Region;
use crate::route::{Part, Place, Route};
use crate::text::EN;
use crate::ui::parts::{Choice, Numeral, TextField, glyph, side_class};
use crate::ui::shell::Shell;

/// The part of the expectations that the address names.
fn part_of(route: &Route) -> Part {
    match route {
        Route::Assessment { place: Place::Expectations(part), .. } => *part,
        _ => Part::Importance,
    }
}

/// The expectations of both sides.
#[component]
pub fn Expectations() -> impl IntoView {
    let shell = Shell::get();
    let seen = shell.see(|model| view::expectations(model, part_of(&model.route)));
    let part = shell.see(|model| part_of(&model.route));
    // The screen goes when its assessment does; until then the last state is shown.
    let Some(first) = seen.get_untracked() else { return ().into_any() };
    let first_live = first.live.clone();
    let last = Memo::new(move |before: Option<&ExpectationsView>| {
        seen.get().or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let live = Memo::new(move |before: Option<&view::Live>| {
        seen.with(|seen| seen.as_ref().map(|seen| seen.live.clone())).or_else(|| before.cloned()).unwrap_or_else(|| first_live.clone())
    });
    view! {
        <main class="main" id="main"><div class="expect">
            <div class="q">
                <header class="intro">
                    <h1>{EN.asking.expectations_title}</h1>
                    <p>{EN.asking.expectations_lead}</p>
                    {move || last.with(tabs)}
                </header>
                <h2 class="ask-h">{move || last.with(|seen| seen.ask)}</h2>
                {move || last.with(|seen| seen.hint).map(|hint| view! { <p class="t-2">{hint}</p> })}
                {move || match part.get() {
                    Part::Top => view! { <Tops last=last/> }.into_any(),
                    part => view! { <Asks last=last part=part/><Bank last=last/> }.into_any(),
                }}
            </div>
            <LivePicture live=live/>
        </div></main>
    }
    .into_any()
}

fn tabs(seen: &ExpectationsView) -> AnyView {
    let tab = |tab: &view::Tab| {
        let current = tab.current.then_some("page");
        view! { <a href=tab.address.clone() aria-current=current>{tab.label}" "<span>{tab.count.clone()}</span></a> }.into_any()
    };
    let tabs: Vec<AnyView> = seen.tabs.iter().map(tab).collect();
    view! { <nav class="parts" aria-label=EN.asking.parts>{tabs}</nav> }.into_any()
}

#[component]
fn Asks(last: Memo<ExpectationsView>, part: Part) -> impl IntoView {
    let ids = move || last.with(|seen| seen.cards.iter().map(|card| card.id).collect::<Vec<_>>());
    view! {
        <ol class="asks">
            <For each=ids key=|id| *id children=move |id| view! { <Ask last=last part=part id=id/> }/>
        </ol>
    }
    .into_any()
}

/// One item with its two questions.
#[component]
fn Ask(last: Memo<ExpectationsView>, part: Part, id: ItemId) -> impl IntoView {
    let shell = Shell::get();
    let find = move |seen: &ExpectationsView| seen.cards.iter().find(|card| card.id == id).cloned();
    let Some(first) = last.with_untracked(find) else { return ().into_any() };
    let (help, own) = (first.help, first.own);
    let card = Memo::new(move |before: Option<&ItemCard>| {
        last.with(find).or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let spot = Memo::new(move |_| card.with(|card| card.spot));
    let statement = Memo::new(move |_| card.with(|card| card.statement.clone()));
    let verdict = Memo::new(move |_| card.with(|card| card.verdict));
    let numeral = Memo::new(move |_| card.with(|card| card.number));
    let tag = move || match spot.get() {
        Region::Shared => "tag t-both",
        Region::OrganisationOnly => "tag t-org",
        Region::MembersOnly => "tag t-mem",
        Region::Neither | Region::Open => "tag t-2",
    };
    let scale = if part == Part::Delivered { Scale::Delivered } else { Scale::Importance };
    let words = shell.now(|model| view::steps(model.catalogue, scale));
    let choice = move |side: Side| {
        let question = Signal::derive(move || card.with(|card| card.choices.get(side).clone()));
        let answer = Callback::new(move |answer: Option<Answer>| {
            shell.edit(Edit::Rate { question: view::question(part), side, item: id, answer });
        });
        view! { <Choice question=question about=statement words=words on_answer=answer/> }
    };
    view! {
        <li class="card ask" id=format!("item-{id}")>
            <header>
                {move || view! { <Numeral number=numeral.get() spot=spot/> }}
                <div><h3 dir="auto">{move || statement.get()}</h3><p class="t-2">{help}</p></div>
                <span class=tag>{move || verdict.get()}</span>
            </header>
            {choice(Side::Organisation)}{choice(Side::Members)}
            <Beside card=card id=id own=own/>
        </li>
    }
    .into_any()
}

/// What can be done with an item beside answering: note, wording, taking out.
#[component]
fn Beside(card: Memo<ItemCard>, id: ItemId, own: bool) -> impl IntoView {
    let shell = Shell::get();
    let note = Memo::new(move |_| card.with(|card| card.note.clone()));
    let statement = Memo::new(move |_| card.with(|card| card.statement.clone()));
    let label = move || if note.with(String::is_empty) { EN.asking.add_note } else { EN.asking.note };
    let write = Callback::new(move |typed: String| {
        shell.edit(Edit::ItemNote(id, typed));
        None
    });
    let reword = Callback::new(move |typed: String| {
        if !typed.trim().is_empty() {
            shell.edit(Edit::RewordOwn { item: id, text: typed });
        }
        None
    });
    let wording = own.then(|| view! {
        <TextField id=format!("wording-{id}") label=EN.asking.reword value=statement on_input=reword/>
    });
    view! {
        <details class="more">
            <summary>{label}<span class="visually-hidden">": "{move || statement.get()}</span></summary>
            <div class="form">
                {wording}
                <TextField id=format!("note-{id}") label=EN.asking.note kind="textarea" value=note on_input=write/>
                <p class="actions">
                    <button class="button small" type="button" on:click=move |_| shell.edit(Edit::TakeOut(id))
                        aria-label=move || (EN.asking.take_out_name)(&statement.get())>{EN.asking.take_out}</button>
                </p>
            </div>
        </details>
    }
    .into_any()
}

/// The top three of both sides.
#[component]
fn Tops(last: Memo<ExpectationsView>) -> impl IntoView {
    let side = move |side: Side| {
        let top = Memo::new(move |_| last.with(|seen| seen.top.get(side).clone()));
        let (title, class) = match side {
            Side::Organisation => (EN.frame.the_organisation, "t-org"),
            Side::Members => (EN.frame.members, "t-mem"),
        };
        view! {
            <section>
                <h3 class=class>{glyph(side_class(side))}{title}</h3>
                {move || view! { <ol>{(0..3).map(|place| pick(top.get(), side, place)).collect::<Vec<_>>()}</ol> }}
            </section>
        }
    };
    view! { <div class="tops">{side(Side::Organisation)}{side(Side::Members)}</div> }.into_any()
}

/// One place of a top three.
fn pick(top: TopView, side: Side, place: usize) -> AnyView {
    let shell = Shell::get();
    let chosen = top.chosen.get(place).copied().flatten();
    let taken: Vec<ItemId> =
        top.chosen.iter().enumerate().filter(|(at, _)| *at != place).filter_map(|(_, item)| *item).collect();
    let options: Vec<AnyView> = top
        .options
        .iter()
        .filter(|(id, _)| !taken.contains(id))
        .map(|(id, label)| {
            view! { <option value=id.to_string() selected=chosen == Some(*id)>{label.clone()}</option> }.into_any()
        })
        .collect();
    let choose = move |event: leptos::ev::Event| {
        let mut items = top.chosen;
        if let Some(slot) = items.get_mut(place) {
            *slot = event_target_value(&event).parse().ok();
        }
        shell.edit(Edit::Top(side, items.into_iter().flatten().collect()));
    };
    let label = (EN.asking.top_place)(place + 1);
    let open = chosen.is_none();
    view! {
        <li>
            <select class="field" id=format!("top-{}-{place}", side.key()) aria-label=format!("{label}, {}", side.key()) on:change=choose>
                <option value="" selected=open>{EN.asking.top_none}</option>
                {options}
            </select>
        </li>
    }
    .into_any()
}

/// Further items: of the catalogue, taken out, and one's own.
#[component]
fn Bank(last: Memo<ExpectationsView>) -> impl IntoView {
    let shell = Shell::get();
    let rows = Memo::new(move |_| last.with(|seen| seen.bank.clone()));
    let asked = Memo::new(move |_| last.with(|seen| seen.asked));
    let full = move || asked.with(|(asked, most)| asked >= most);
    let text = RwSignal::new(String::new());
    let holder = RwSignal::new(Holder::Both);
    let left = Memo::new(move |_| last.with(|seen| seen.own_left));
    let add = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        shell.edit(Edit::AddOwn { text: text.get_untracked(), holder: holder.get_untracked() });
        // Kept in the field if it was refused.
        if shell.now(|model| !matches!(model.notice, Some(crate::app::Notice::Refused(_)))) {
            text.set(String::new());
        }
    };
    let typed = Callback::new(move |typed: String| {
        text.set(typed);
        None
    });
    let holders = [
        (Holder::Both, EN.asking.holder_both),
        (Holder::Organisation, EN.asking.holder_organisation),
        (Holder::Members, EN.asking.holder_members),
    ];
    let options: Vec<AnyView> =
        holders.into_iter().map(|(one, words)| view! { <option value=one.key()>{words}</option> }.into_any()).collect();
    view! {
        <section class="section">
            <header>
                <h2>{EN.asking.bank_title}</h2>
                <p>{move || asked.with(|(asked, most)| (EN.asking.bank_lead)(*asked, *most))}</p>
            </header>
            {move || full().then(|| view! { <p class="notice">{EN.asking.bank_full}</p> })}
            <form class="form card" on:submit=add>
                <h3>{EN.asking.own_title}</h3>
                <p class="hint">{move || (EN.asking.own_hint)(left.get())}</p>
                <TextField id="own".to_owned() label=EN.asking.own_title value=text on_input=typed/>
                <div class="entry">
                    <label class="label" for="own-holder">{EN.asking.own_holder}</label>
                    <select class="field" id="own-holder"
                        on:change=move |event| holder.set(Holder::from_key(&event_target_value(&event)).unwrap_or(Holder::Both))>
                        {options}
                    </select>
                </div>
                <p class="actions"><button class="button" type="submit" disabled=move || left.get() == 0>{EN.asking.own_add}</button></p>
            </form>
            <ul class="bank">
                <For each=move || rows.get() key=|row| (row.id, row.back) children=move |row| bank_row(row, shell)/>
            </ul>
        </section>
    }
    .into_any()
}

fn bank_row(row: BankRow, shell: Shell) -> AnyView {
    let (words, label) = if row.back {
        (EN.asking.bring_back, format!("{}: {}", EN.asking.bring_back, row.statement))
    } else {
        (EN.asking.add, (EN.asking.add_name)(&row.statement))
    };
    let class = match row.holder {
        Holder::Organisation => "org",
        Holder::Members => "mem",
        Holder::Both => "both",
    };
    view! {
        <li>
            {glyph(class)}
            <div><b dir="auto">{row.statement}</b><p class="t-2 xs">{row.help}</p></div>
            <button class="button small" type="button" aria-label=label on:click=move |_| shell.edit(Edit::AddItem(row.id))>{words}</button>
        </li>
    }
    .into_any()
}
