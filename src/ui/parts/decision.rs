//! Mine, theirs or both: the decision when what came has the identity of one that is here.

use super::modal::modal;
use super::sends;
use crate::app::Msg;
use crate::app::view;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

/// The dialog that asks.
pub fn decision(shell: Shell) -> El {
    let seen = shell.see(view::decision);
    let waits = move || seen.with(Option::is_some);
    let body = move || seen.get().map(|decision| body(shell, &decision)).unwrap_or_default();
    modal(shell, "decision-title", Box::new(waits), Box::new(body))
}

fn body(shell: Shell, decision: &view::DecisionView) -> Vec<El> {
    // What waits to be added comes first: nothing is lost by it.
    let (adds, mine) = if decision.add.is_some() { ("button first", "button") } else { ("", "button first") };
    let [yours, this] = &decision.when;
    vec![
        el("header").add(el("h2").set("id", "decision-title").text(&decision.title)),
        el("p").text(EN.home.same_lead).text(&decision.differs),
        el("p").text(yours).add(el("br")).text(this),
        of("footer", "each")
            .maybe(decision.add.as_ref().map(|words| sends(shell, adds, words, Msg::AddTheirs)))
            .add(sends(shell, mine, decision.mine, Msg::OpenMine))
            .add(sends(shell, "button", EN.home.same_take, Msg::TakeInstead))
            .add(sends(shell, "button", EN.home.same_both, Msg::KeepBoth))
            .add(sends(shell, "button plain", EN.frame.close, Msg::Dismiss)),
    ]
}
