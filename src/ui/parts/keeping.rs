//! What is not kept as it should be, and what the page around this one asks for or sees.

use super::sends;
use crate::app::Msg;
use crate::app::view::{self, HostView, KeepingView};
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

/// The bars below the top, followed.
pub fn keeping(shell: Shell) -> Vec<El> {
    let mut bars = Vec::new();
    bars.extend(shell.see(view::keeping).with(|kept| kept.as_ref().map(|kept| saving(shell, kept))));
    bars.extend(shell.see(view::hosting).with(|host| host.as_ref().map(|host| hosting(shell, host))));
    bars
}

fn saving(shell: Shell, kept: &KeepingView) -> El {
    let save = kept.save.clone().map(|id| sends(shell, "button small", EN.frame.save_file, Msg::SaveFile(id)));
    let again = kept.again.then(|| sends(shell, "button small", EN.hosting.again, Msg::SaveAgain));
    let words = el("p").add(el("b").text(&kept.title)).text(" ").text(&kept.lead);
    let actions = of("p", "actions").maybe(again).maybe(save);
    of("div", "savebar").add(words).add(actions)
}

fn hosting(shell: Shell, host: &HostView) -> El {
    let words = el("p").add(el("b").text(&host.title)).text(" ").text(host.lead);
    let ask = |words, msg| sends(shell, "button small", words, msg);
    let actions = of("p", "actions");
    let actions = if host.asks {
        actions.add(ask(EN.hosting.release, Msg::Release)).add(ask(EN.hosting.withhold, Msg::Withhold))
    } else {
        actions.add(ask(EN.hosting.stop, Msg::Withhold))
    };
    of("div", "guestbar").add(words).add(actions)
}
