//! Opening a link or files: a field to paste into, files to choose, a place to drop them.

use std::rc::Rc;

use super::reading::{Take, chooser, dropping};
use super::{labelled, opening, submit};
use crate::app::{Msg, Source};
use crate::text::EN;
use crate::ui::markup::{El, el, of, value};
use crate::ui::shell::Shell;

/// Called when something was handed over to be opened, whatever comes of it.
type Done = Rc<dyn Fn()>;

/// Opens a link or files; `done` is called once something was handed over.
pub fn opener(shell: Shell, done: impl Fn() + 'static) -> El {
    let done: Done = Rc::new(done);
    of("div", "stack").add(paste(shell, Rc::clone(&done))).add(drop_zone(shell, done))
}

fn paste(shell: Shell, done: Done) -> El {
    let field =
        of("textarea", "field mono short").set("id", "paste").set("required", "").set("aria-describedby", "paste-hint");
    let pasted = field.clone();
    let entry = labelled("paste", EN.home.open_paste, EN.home.open_paste_hint, field);
    let go = submit("button", EN.home.open_paste_go);
    of("form", "form").add(entry).add(of("div", "actions").add(go)).on("submit", move |event| {
        event.prevent_default();
        shell.send(Msg::Open { text: value(&pasted), source: Source::Paste });
        done();
    })
}

fn drop_zone(shell: Shell, done: Done) -> El {
    let open = opening(shell);
    let take: Take = Rc::new(move |handed, refused| {
        open(handed, refused);
        done();
    });
    let chooser = chooser(Rc::clone(&take)).set("accept", ".json,.jsonl,.txt,application/json");
    let zone = of("div", "dropzone")
        .add(of("label", "button").add(chooser).text(EN.home.open_file))
        .add(el("p").text(EN.home.open_drop))
        // A link that is dropped here would lead away from the page.
        .on("drop", |event| event.prevent_default());
    dropping(zone, take)
}
