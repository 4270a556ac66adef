//! Reading several files, chosen or dropped.

use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use super::super::markup::{El, of};
use super::super::shell::Shell;
use crate::app::{Handed, Msg, Notice};
use crate::browser::files;
use crate::text::{EN, numbers};

/// Called with the files that could be read.
pub type Take = Rc<dyn Fn(Vec<Handed>)>;

/// An element onto which files can be dropped. Dropped text is left to the browser.
pub fn dropping(zone: El, shell: Shell, take: Take) -> El {
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
        lit(&dropped, false);
        let files = event.dyn_ref::<DragEvent>().and_then(DragEvent::data_transfer).and_then(|data| data.files());
        if files.as_ref().is_some_and(|files| files.length() > 0) {
            event.prevent_default();
            read_all(files, shell, Rc::clone(&take));
        }
    })
}

/// A button that chooses files.
pub fn choosing(words: &str, shell: Shell, take: Take) -> El {
    let chooser = of("input", "visually-hidden").set("type", "file").set("multiple", "").on("change", move |event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            read_all(input.files(), shell, Rc::clone(&take));
            // Choosing the same files again is to read them again.
            input.set_value("");
        }
    });
    of("label", "button small").add(chooser).text(words)
}

fn read_all(chosen: Option<FileList>, shell: Shell, take: Take) {
    let Some(chosen) = chosen else { return };
    // The list is emptied when the field is, before the first file is read.
    let chosen: Vec<File> = (0..chosen.length()).filter_map(|at| chosen.get(at)).collect();
    spawn_local(async move {
        let mut handed = Vec::new();
        for file in chosen {
            match files::read(&file).await {
                Ok(text) => handed.push(Handed { file: Some(file.name()), text }),
                Err(size) => {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size")]
                    let size = numbers::bytes(size as usize);
                    shell.send(Msg::Tell(Notice::Unreadable((EN.notices.too_large)(&size))));
                }
            }
        }
        take(handed);
    });
}
