//! A quiet line: what is in no file yet.

use super::sends;
use crate::app::Msg;
use crate::app::view;
use crate::text::EN;
use crate::ui::markup::{El, of};
use crate::ui::shell::Shell;

/// The reminder of a screen; nothing most of the time.
pub fn reminder(shell: Shell) -> El {
    let seen = shell.see(view::reminder);
    of("div", "part").live(move || {
        let Some(reminder) = seen.get() else { return Vec::new() };
        let (words, save) = match reminder.id.clone() {
            Some(id) => (EN.frame.save_file, Msg::SaveFile(id)),
            None => (EN.home.back_up, Msg::BackUp),
        };
        let plain = |words, msg| sends(shell, "button plain small", words, msg);
        let later = plain(EN.hosting.later, Msg::RemindLater(reminder.id));
        let actions = of("span", "actions").add(plain(words, save)).add(later);
        vec![of("p", "remind").add(of("span", "t-2").text(&reminder.words)).add(actions)]
    })
}
