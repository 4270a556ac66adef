//! Bringing communities in for looking only: pasted links, opened files.

use std::rc::Rc;

use crate::app::Msg;
use crate::app::view::PortfolioView;
use crate::text::EN;
use crate::ui::markup::{El, el, of, set_property, value};
use crate::ui::parts::{choosing, dropping, only, section, sends, submit};
use crate::ui::shell::{Seen, Shell};

/// The box for links and files, beside what was found. What is typed is read when it is handed over, not with every
/// key.
pub fn looking(shell: Shell, seen: Seen<PortfolioView>) -> El {
    let text = &EN.portfolio;
    let take = only(shell, move |handed| shell.send(Msg::LookAt(handed.into_iter().map(|file| file.text).collect())));
    let field = of("textarea", "field mono")
        .set("id", "look-at")
        .set("aria-label", text.look_label)
        .set("placeholder", text.look_placeholder)
        .set("spellcheck", "false");
    let pasted = field.clone();
    let add = submit("button", text.look);
    let choose = choosing(text.look_files, Rc::clone(&take));
    let actions = of("div", "actions").add(add).add(choose).add(of("span", "t-2 xs").text(text.look_drop));
    let form = of("form", "stack2").add(dropping(field, take)).add(actions).on("submit", move |event| {
        event.prevent_default();
        shell.send(Msg::LookAt(vec![value(&pasted)]));
        set_property(pasted.node(), "value", &"".into());
    });
    let found = of("div", "found").set("role", "status").live(move || {
        let mut parts: Vec<El> = seen.with(|seen| seen.found.iter().map(|words| el("p").text(words)).collect());
        if seen.with(|seen| seen.looking) {
            let out = sends(shell, "button small", text.take_out_all, Msg::LookAway(None));
            let keep = sends(shell, "button small", text.keep_all, Msg::KeepLooked);
            parts.push(of("p", "actions").add(keep).add(out));
        }
        parts
    });
    section(text.look_title, text.look_lead).set("id", "look").add(of("div", "paste").add(form).add(found))
}
