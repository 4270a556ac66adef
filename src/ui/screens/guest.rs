//! The copy that came with a link: the results to look at, and a way to keep it.

use leptos::prelude::*;

use super::{Nowhere, ResultsBody};
use crate::app::{Msg, view};
use crate::text::EN;
use crate::ui::shell::Shell;

/// The guest copy, read-only.
#[component]
pub fn Guest() -> impl IntoView {
    let shell = Shell::get();
    let guest = shell.see(view::guest);
    move || match guest.get() {
        None => view! { <Nowhere title=EN.share.guest_gone lead=EN.share.guest_gone_lead.to_owned()/> }.into_any(),
        Some(guest) => view! {
            <main class="main results" id="main">
                <div class="guestbar" role="note">
                    <p><b>{EN.share.guest_title}</b>" "{EN.share.guest_lead}" "{guest.here}</p>
                    <p class="actions">
                        <button class="button first" type="button" on:click=move |_| shell.send(Msg::KeepGuest)>{EN.share.guest_keep}</button>
                        <button class="button" type="button" on:click=move |_| shell.send(Msg::SaveFile(guest.id.clone()))>{EN.share.save}</button>
                    </p>
                </div>
                <ResultsBody/>
            </main>
        }
        .into_any(),
    }
}
