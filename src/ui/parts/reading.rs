//! Reading files, chosen or dropped.

use std::rc::Rc;

use leptos::task::spawn_local;
use wasm_bindgen::JsCast;
use web_sys::{DragEvent, File, FileList, HtmlInputElement};

use crate::app::{Handed, Msg, Notice};
use crate::browser::files;
use crate::text::{EN, numbers};
use crate::ui::markup::{El, of};
use crate::ui::shell::Shell;

/// Called with the files that could be read, and for each of the others with which it is and why, once each was tried.
pub type Take = Rc<dyn Fn(Vec<Handed>, Vec<String>)>;

/// Passes on the files that could be read, and says of the others why not.
pub fn only(shell: Shell, take: impl Fn(Vec<Handed>) + 'static) -> Take {
    Rc::new(move |handed, refused| {
        if !refused.is_empty() {
            shell.send(Msg::Tell(Notice::Unreadable(refused.join("; "))));
        }
        take(handed);
    })
}

/// An element onto which files can be dropped. Dropped text is left to the browser.
pub fn dropping(zone: El, take: Take) -> El {
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
            read(files, Rc::clone(&take));
        }
    })
}

/// A button that chooses files.
pub fn choosing(words: &str, take: Take) -> El {
    of("label", "button small").add(chooser(take)).text(words)
}

/// The field that chooses files, which its label stands for.
pub fn chooser(take: Take) -> El {
    of("input", "visually-hidden").set("type", "file").set("multiple", "").on("change", move |event| {
        if let Some(input) = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok()) {
            read(input.files(), Rc::clone(&take));
            // Choosing the same files again is to read them again.
            input.set_value("");
        }
    })
}

fn read(chosen: Option<FileList>, take: Take) {
    let Some(chosen) = chosen.filter(|chosen| chosen.length() > 0) else { return };
    // The list is emptied when the field is, before the first file is read.
    let chosen: Vec<File> = (0..chosen.length()).filter_map(|at| chosen.get(at)).collect();
    spawn_local(async move {
        let (mut handed, mut refused) = (Vec::new(), Vec::new());
        for file in chosen {
            match files::read(&file).await {
                Ok(text) => handed.push(Handed { file: Some(file.name()), text }),
                Err(size) => {
                    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size")]
                    let size = numbers::bytes(size as usize);
                    refused.push((EN.notices.too_large)(&file.name(), &size));
                }
            }
        }
        take(handed, refused);
    });
}
