//! What comes next: the actions that are proposed, and why these.

use super::folding::way;
use crate::app::view::{self, NextView, Proposed};
use crate::assessment::ActionStatus;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::parts::button;
use crate::ui::shell::Shell;

/// The actions that are proposed.
pub fn next_actions(shell: Shell) -> El {
    let seen = shell.see(view::next);
    part(move || seen.with(|seen| seen.as_ref().map(|seen| actions(shell, seen)).into_iter().collect()))
}

fn actions(shell: Shell, seen: &NextView) -> El {
    let header = el("header")
        .add(el("h2").set("id", "next-title").set("tabindex", "-1").text(EN.next.title))
        .add(el("p").text(EN.next.lead));
    let section = of("section", "section").set("id", "next").add(header);
    let outlook = || way(shell, "outlook", EN.next.to_questions);
    let note = |note| of("p", "notice").text(note).text(" ").maybe(seen.questions.then(outlook));
    let section = section.maybe(seen.note.map(note));
    if seen.actions.is_empty() {
        return section;
    }
    let cards = seen.actions.iter().zip(1..).map(|(card, number)| action(shell, card, number, seen.editable)).collect();
    section.add(of("ol", "acts").all(cards)).add(of("p", "note").text(EN.next.what_if))
}

fn action(shell: Shell, card: &Proposed<'_>, number: usize, editable: bool) -> El {
    let body = el("div")
        .add(of("p", "k xs").text(&card.against))
        .add(el("h3").text(card.title))
        .add(of("p", "t-2 xs").text(&card.who))
        .add(el("p").text(card.how))
        .add(of("p", "t-2").text(card.why));
    let mut more = of("div", "stack1");
    for words in [&card.step, card.fit, &card.source] {
        if !words.is_empty() {
            more = more.add(of("p", "t-2").text(words));
        }
    }
    let named = of("span", "visually-hidden").text(": ").text(card.title);
    let more = of("details", "more").add(el("summary").text(EN.next.more).add(named)).add(more);
    let mut foot = el("footer").add(el("p").text(&card.blocks)).add(more);
    if editable {
        let text = &EN.next;
        let plan = put(shell, card, ActionStatus::Open, "button small", text.into_plan, text.into_plan_name);
        let aside = put(shell, card, ActionStatus::Dropped, "button small", text.not_for_us, text.not_for_us_name);
        foot = foot.add(of("p", "actions").add(plan).add(aside));
    }
    of("li", "card act").add(of("span", "an").set("aria-hidden", "true").text(&number.to_string())).add(body).add(foot)
}

/// A button that puts the action into the plan: to be done, or set aside so that it is not proposed again.
fn put(
    shell: Shell,
    card: &Proposed<'_>,
    status: ActionStatus,
    class: &str,
    words: &str,
    name: fn(&str) -> String,
) -> El {
    let action = card.action;
    button(class, words).set("aria-label", &name(card.title)).on("click", move |_| {
        if let Some((edit, _)) = shell.now(|model| view::new_action(model, action, status)) {
            shell.edit(edit);
        }
    })
}
