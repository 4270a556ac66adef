//! Mine, theirs or both: the decision when what came has the identity of one that is here.

use leptos::html;
use leptos::prelude::*;

use crate::app::Msg;
use crate::app::view;
use crate::text::EN;
use crate::ui::shell::Shell;

/// The dialog that asks.
#[component]
pub fn Decision() -> impl IntoView {
    let shell = Shell::get();
    let decision = shell.see(view::decision);
    let dialog = NodeRef::<html::Dialog>::new();
    Effect::new(move |_| {
        let waiting = decision.with(Option::is_some);
        if let Some(dialog) = dialog.get() {
            // Opening an open dialog, or closing a closed one, is no error that matters.
            if waiting && !dialog.open() {
                let _ = dialog.show_modal();
            } else if !waiting {
                dialog.close();
            }
        }
    });
    let words = move |pick: fn(&view::DecisionView) -> &String| {
        move || decision.with(|decision| decision.as_ref().map(|decision| pick(decision).clone()))
    };
    view! {
        <dialog class="dialog" node_ref=dialog aria-labelledby="decision-title" on:close=move |_| {
            if decision.with_untracked(Option::is_some) {
                shell.send(Msg::Dismiss);
            }
        }>
            <header><h2 id="decision-title">{words(|decision| &decision.title)}</h2></header>
            <p>{EN.home.same_lead}</p>
            <footer>
                <button class="button first" type="button" on:click=move |_| shell.send(Msg::OpenMine)>
                    {words(|decision| &decision.mine)}
                </button>
                <button class="button" type="button" on:click=move |_| shell.send(Msg::TakeInstead)>
                    {words(|decision| &decision.take)}
                </button>
                <button class="button" type="button" on:click=move |_| shell.send(Msg::KeepBoth)>{EN.home.same_both}</button>
                <button class="button plain" type="button" on:click=move |_| shell.send(Msg::Dismiss)>{EN.frame.close}</button>
            </footer>
        </dialog>
    }
    .into_any()
}
