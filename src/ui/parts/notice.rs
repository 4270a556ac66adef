//! What is said once, with Undo where it helps.

use leptos::prelude::*;

use crate::app::Msg;
use crate::app::view;
use crate::text::EN;
use crate::ui::shell::Shell;

/// The notice of the moment. Its place is always there, so that it is heard when words appear in it.
#[component]
pub fn Notice() -> impl IntoView {
    let shell = Shell::get();
    let notice = shell.see(view::notice);
    view! {
        <div class="notices" role="status">
            {move || notice.get().map(|notice| {
                let undo = notice.undo.then(|| view! {
                    <button class="button small" type="button" on:click=move |_| shell.send(Msg::Undo)>{EN.frame.undo}</button>
                });
                let dismiss = view! {
                    <button class="button small" type="button" on:click=move |_| shell.send(Msg::Dismiss)>{EN.frame.dismiss}</button>
                };
                if notice.alert {
                    view! {
                        <div class="notice alert"><p><b>{notice.words}</b>" "<span>{notice.detail}</span></p>{dismiss}</div>
                    }.into_any()
                } else {
                    view! { <p class="toast"><span>{notice.words}</span><span class="actions">{undo}{dismiss}</span></p> }.into_any()
                }
            })}
        </div>
    }
    .into_any()
}
