//! Opening a link or a file: a field to paste into, a file to choose, a place to drop one.

use leptos::html;
use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::File;

use crate::app::{Msg, Notice, Source};
use crate::browser::files;
use crate::text::{EN, numbers};
use crate::ui::shell::Shell;

/// Opens a link or a file.
#[component]
pub fn Opener() -> impl IntoView {
    let shell = Shell::get();
    let pasted = RwSignal::new(String::new());
    let over = RwSignal::new(false);
    let chooser = NodeRef::<html::Input>::new();
    let paste = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        shell.send(Msg::Open { text: pasted.get_untracked(), source: Source::Paste });
    };
    let chosen = move |_| {
        if let Some(input) = chooser.get_untracked() {
            if let Some(file) = input.files().and_then(|files| files.get(0)) {
                open_file(file, shell);
            }
            // Choosing the same file again is to open it again.
            input.set_value("");
        }
    };
    let dropped = move |event: leptos::ev::DragEvent| {
        event.prevent_default();
        over.set(false);
        if let Some(file) = event.data_transfer().and_then(|data| data.files()).and_then(|files| files.get(0)) {
            open_file(file, shell);
        }
    };
    view! {
        <form class="form" on:submit=paste>
            <div class="entry">
                <label class="label" for="paste">{EN.home.open_paste}</label>
                <p class="hint" id="paste-hint">{EN.home.open_paste_hint}</p>
                <textarea class="field mono short" id="paste" aria-describedby="paste-hint" prop:value=move || pasted.get()
                    on:input=move |event| pasted.set(event_target_value(&event))></textarea>
            </div>
            <div class="actions"><button class="button" type="submit">{EN.home.open_paste_go}</button></div>
        </form>
        <div class="dropzone" class:over=move || over.get()
            on:dragover=move |event| { event.prevent_default(); over.set(true); }
            on:dragleave=move |_| over.set(false) on:drop=dropped>
            <label class="button">
                <input class="visually-hidden" type="file" node_ref=chooser on:change=chosen
                    accept=".json,.jsonl,.txt,application/json"/>
                {EN.home.open_file}
            </label>
            <p>{EN.home.open_drop}</p>
        </div>
    }
    .into_any()
}

/// Reads a file and opens what is in it.
pub fn open_file(file: File, shell: Shell) {
    spawn_local(async move {
        shell.send(match files::read(&file).await {
            Ok(text) => Msg::Open { text, source: Source::File },
            Err(size) => {
                #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size")]
                let size = numbers::bytes(size as usize);
                Msg::Tell(Notice::Unreadable((EN.notices.too_large)(&size)))
            }
        });
    });
}
