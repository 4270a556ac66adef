//! Opening a link or a file: a field to paste into, a file to choose, a place to drop one.

use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement, HtmlTextAreaElement};

use super::super::markup::{El, el, of};
use super::super::shell::Shell;
use crate::app::{Msg, Notice, Source};
use crate::browser::files;
use crate::text::{EN, numbers};

/// Called when something was handed over to be opened, whatever comes of it.
type Done = Rc<dyn Fn()>;

/// Opens a link or a file; `done` is called once one was handed over.
pub fn opener(shell: Shell, done: impl Fn() + 'static) -> El {
    let done: Done = Rc::new(done);
    of("div", "stack").add(paste(shell, Rc::clone(&done))).add(drop_zone(shell, done))
}

fn paste(shell: Shell, done: Done) -> El {
    let field =
        of("textarea", "field mono short").set("id", "paste").set("required", "").set("aria-describedby", "paste-hint");
    let pasted = field.node().clone();
    let entry = of("div", "entry")
        .add(of("label", "label").set("for", "paste").text(EN.home.open_paste))
        .add(of("p", "hint").set("id", "paste-hint").text(EN.home.open_paste_hint))
        .add(field);
    let go = of("button", "button").set("type", "submit").text(EN.home.open_paste_go);
    of("form", "form").add(entry).add(of("div", "actions").add(go)).on("submit", move |event| {
        event.prevent_default();
        let text = pasted.dyn_ref::<HtmlTextAreaElement>().map(HtmlTextAreaElement::value).unwrap_or_default();
        shell.send(Msg::Open { text, source: Source::Paste });
        done();
    })
}

fn drop_zone(shell: Shell, done: Done) -> El {
    let chosen = Rc::clone(&done);
    let chooser = of("input", "visually-hidden")
        .set("type", "file")
        .set("accept", ".json,.jsonl,.txt,application/json")
        .on("change", move |event| {
            if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
                open_first(input.files(), shell, Rc::clone(&chosen));
                // Choosing the same file again is to open it again.
                input.set_value("");
            }
        });
    let zone = of("div", "dropzone")
        .add(of("label", "button").add(chooser).text(EN.home.open_file))
        .add(el("p").text(EN.home.open_drop));
    let (over, left, dropped) = (zone.clone(), zone.clone(), zone.clone());
    let lit = |zone: &El, on: bool| {
        let _ = zone.node().class_list().toggle_with_force("over", on);
    };
    zone.on("dragover", move |event| {
        event.prevent_default();
        lit(&over, true);
    })
    .on("dragleave", move |_| lit(&left, false))
    .on("drop", move |event| {
        event.prevent_default();
        lit(&dropped, false);
        open_first(
            event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files()),
            shell,
            Rc::clone(&done),
        );
    })
}

/// Reads the first of some files and opens what is in it.
fn open_first(files: Option<FileList>, shell: Shell, done: Done) {
    let Some(file) = files.and_then(|files| files.get(0)) else { return };
    spawn_local(read(file, shell, done));
}

async fn read(file: File, shell: Shell, done: Done) {
    shell.send(match files::read(&file).await {
        Ok(text) => Msg::Open { text, source: Source::File },
        Err(size) => {
            #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size")]
            let size = numbers::bytes(size as usize);
            Msg::Tell(Notice::Unreadable((EN.notices.too_large)(&size)))
        }
    });
    done();
}
