//! A quiet line: what is in no file yet.

use super::super::markup::{El, of};
use super::super::shell::Shell;
use crate::app::Msg;
use crate::app::view;
use crate::text::EN;

/// The reminder of a screen; nothing most of the time.
pub fn reminder(shell: Shell) -> El {
    let seen = shell.see(view::reminder);
    of("div", "part").live(move || {
        let Some(reminder) = seen.get() else { return Vec::new() };
        let (words, save) = match reminder.id.clone() {
            Some(id) => (EN.frame.save_file, Msg::SaveFile(id)),
            None => (EN.home.back_up, Msg::BackUp),
        };
        let actions = of("span", "actions").add(button(shell, words, save)).add(button(
            shell,
            EN.hosting.later,
            Msg::RemindLater(reminder.id),
        ));
        vec![of("p", "remind").add(of("span", "t-2").text(&reminder.words)).add(actions)]
    })
}

fn button(shell: Shell, words: &str, msg: Msg) -> El {
    let button = of("button", "button plain small").set("type", "button").text(words);
    button.on("click", move |_| shell.send(msg.clone()))
}
