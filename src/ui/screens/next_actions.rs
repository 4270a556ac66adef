//! What comes next: the actions that are proposed, and why these.

use std::cell::Cell;

use web_sys::Event;

use super::folding::way;
use crate::app::view::{self, NextView, Proposed};
use crate::assessment::ActionStatus;
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part};
use crate::ui::parts::button;
use crate::ui::shell::Shell;

/// How long after one card has gone its button in the next one is deaf, in milliseconds: the second press of a double
/// one falls on a card that nobody has read.
const DEAF: f64 = 700.0;

thread_local! {
    /// When a card was last put away, by the clock of events. It outlives the cards: the results around them may be
    /// made again.
    static LAST: Cell<f64> = const { Cell::new(-DEAF) };
}

/// The actions that are proposed.
pub fn next_actions(shell: Shell) -> El {
    let seen = shell.see(view::next);
    part(move || seen.with(|seen| seen.as_ref().map(|seen| actions(shell, seen)).into_iter().collect()))
}

fn actions(shell: Shell, seen: &NextView) -> El {
    let header = el("header")
        .add(el("h2").set("id", "next-title").set("tabindex", "-1").text(EN.next.title))
        .maybe((!seen.actions.is_empty()).then(|| el("p").text(EN.next.lead)));
    let planned = |(words, address): &(String, String)| {
        of("p", "notice").text(words).text(" ").add(el("a").set("href", address).text(EN.notices.to_plan))
    };
    let section = of("section", "section").set("id", "next").add(header).maybe(seen.planned.as_ref().map(planned));
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
        .add(el("h3").set("id", &title(number)).set("tabindex", "-1").text(card.title))
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
        let plan = put(shell, (card, number), ActionStatus::Open, text.into_plan, text.into_plan_name);
        let aside = put(shell, (card, number), ActionStatus::Dropped, text.not_for_us, text.not_for_us_name);
        foot = foot.add(of("p", "actions").add(plan).add(aside));
    }
    of("li", "card act").add(of("span", "an").set("aria-hidden", "true").text(&number.to_string())).add(body).add(foot)
}

fn title(number: usize) -> String {
    ["next-", &number.to_string()].concat()
}

/// A button that puts the action into the plan: to be done, or set aside so that it is not proposed again. The card
/// that takes its place, or else the heading, takes the focus.
fn put(
    shell: Shell,
    (card, number): (&Proposed<'_>, usize),
    status: ActionStatus,
    words: &str,
    name: fn(&str) -> String,
) -> El {
    let action = card.action;
    let put = move |event: Event| {
        let at = event.time_stamp();
        if at - LAST.replace(at) < DEAF {
            return;
        }
        if let Some((edit, _)) = shell.now(|model| view::new_action(model, action, status)) {
            shell.edit(edit);
        }
        dom::focus_soon(&[&["#", &title(number)].concat(), "#next-title"]);
    };
    button("button small", words).set("aria-label", &name(card.title)).on("click", put)
}
