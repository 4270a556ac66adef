//! Link and file.

use leptos::prelude::*;

use crate::app::view::{self, ShareView};
use crate::app::Msg;
use crate::browser::location;
use crate::text::EN;
use crate::ui::parts::Opener;
use crate::ui::shell::Shell;

/// Ways to hand on what one sees.
#[component]
pub fn Share() -> impl IntoView {
    let shell = Shell::get();
    let seen = shell.see(view::share);
    view! {
        <main class="main" id="main">
            <header class="intro"><h1>{EN.share.title}</h1><p>{EN.share.lead}</p></header>
            {move || seen.get().map(|seen| ways(seen, shell))}
            <section class="section">
                <header><h2>{EN.share.open}</h2><p>{EN.share.open_lead}</p></header>
                <div class="opening"><Opener/></div>
            </section>
        </main>
    }
    .into_any()
}

fn ways(seen: ShareView, shell: Shell) -> AnyView {
    let id = seen.id.clone();
    let unnamed = seen.unnamed.clone().map(|address| {
        view! { <p class="notice">{EN.share.unnamed_hint}" "<a href=address>{EN.share.give_name}</a></p> }
    });
    view! {
        {unnamed}
        <ul class="ways">
            <li class="card way wide"><h2>{EN.share.link}</h2>{link(seen, shell)}</li>
            <li class="card way">
                <h2>{EN.share.file}</h2>
                <p>{EN.share.file_lead}</p>
                <p class="actions">
                    <button class="button" type="button" on:click=move |_| shell.send(Msg::SaveFile(id.clone()))>{EN.share.save}</button>
                </p>
            </li>
        </ul>
    }
    .into_any()
}

fn link(seen: ShareView, shell: Shell) -> AnyView {
    let fragment = match seen.fragment {
        Ok(fragment) => fragment,
        Err(why) => return view! { <p class="notice alert">{why}</p> }.into_any(),
    };
    let address = format!("{}{fragment}", location::page());
    let copied = address.clone();
    let select_all = |event: leptos::ev::FocusEvent| event_target::<web_sys::HtmlInputElement>(&event).select();
    view! {
        <p>{EN.share.link_warning}</p>
        <div class="linkrow">
            <input class="field mono" id="link" readonly aria-label=EN.share.link_label prop:value=address
                on:focus=select_all/>
            <button class="button first" type="button" on:click=move |_| shell.send(Msg::CopyLink(copied.clone()))>{EN.share.copy}</button>
        </div>
        <p class="t-2 xs">{seen.about}" "{seen.replies}</p>
        {seen.long.map(|long| view! { <p class="notice">{long}</p> })}
        <p><a href=fragment>{EN.share.see_as_guest}</a></p>
    }
    .into_any()
}
