//! The value statement with its checklist, and the measures below it.

use super::measures::measures;
use crate::app::view::{self, CheckRow, OfferView, StatementField, StatementView};
use crate::app::{Msg, Notice};
use crate::assessment::{Answer, Edit};
use crate::browser::dom;
use crate::chart;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part, svg};
use crate::ui::parts::{Field, button, field, intro, more, page, sends};
use crate::ui::shell::{Seen, Shell};

/// The id of the field for the statement, which takes the focus when a first version is written into it.
const TEXT: &str = "statement";

/// The statement as it is seen; nothing when the screen is about to go.
type Stated = Seen<Option<StatementView>>;

/// The value statement and the measures.
pub fn statement(shell: Shell) -> El {
    let seen: Stated = shell.see(view::statement);
    let text = &EN.planning;
    let intro = intro(text.statement_title, text.statement_lead);
    let wants = part(move || {
        let Some((wants, results)) =
            seen.with(|seen| seen.as_ref().map(|seen| (seen.wants.clone(), seen.results.clone())))
        else {
            return Vec::new();
        };
        let link = results.map(|address| el("a").set("href", &address).text(text.plan_to_results));
        vec![el("p").text(&wants).text(" ").maybe(link)]
    });
    let checks =
        of("aside", "checklist").set("aria-label", text.checks_title).add(checklist(seen)).add(offer(shell, seen));
    let written = form(shell, seen);
    let section = of("section", "section")
        .add(el("header").add(el("h2").text(text.statement_heading)).add(wants))
        .add(of("div", "stated").add(written).add(checks));
    page("main").add(intro).add(section).add(measures(shell))
}

fn form(shell: Shell, seen: Stated) -> El {
    let text = &EN.planning;
    let entry = |which: StatementField, id: &str, label: &str, hint: &str, kind| {
        let about =
            Field { id: id.to_owned(), label: label.to_owned(), hint: hint.to_owned(), kind, ..Field::default() };
        let value = move || seen.pick(|seen| which.value(seen));
        field(shell, about, value, move |typed| {
            shell.edit(which.read(&typed)?);
            Ok(())
        })
    };
    let long = entry(StatementField::Text, TEXT, text.statement, text.statement_hint, "textarea");
    let owner =
        entry(StatementField::Owner, "statement-owner", text.statement_owner, text.statement_owner_hint, "text");
    let review =
        entry(StatementField::Review, "statement-review", text.statement_review, text.statement_review_hint, "date");
    of("form", "form statement-form")
        .add(long)
        .add(template(shell, seen))
        .add(of("div", "two").add(owner).add(review))
        .on("submit", |event| event.prevent_default())
}

/// Writing a first version: at once into an empty statement, behind a word of warning over a written one.
fn template(shell: Shell, seen: Stated) -> El {
    let text = &EN.planning;
    let fill = move |class: &str, words: &str| {
        button(class, words).on("click", move |_| {
            if let Some(edit) = shell.now(view::draft_edit) {
                shell.edit(edit);
                dom::focus_on(TEXT);
            }
        })
    };
    // Made again only when it turns from empty to written or back, so that it stays open while somebody types.
    let empty = move || seen.pick(|seen| seen.empty);
    let hidden = |on: bool| on.then(String::new);
    let first = of("div", "stack2")
        .live_set("hidden", move || hidden(!empty()))
        .add(of("p", "actions").add(fill("button first", text.fill)))
        .add(of("p", "hint").text(text.fill_hint));
    let copy = button("button", text.copy).on("click", move |_| {
        let words = seen.now().map(|seen| seen.text).unwrap_or_default();
        shell.send(Msg::Copy { text: words, rich: None, said: Notice::Copied });
    });
    let again = more(text.fill_again)
        .add(of("p", "hint").text(text.fill_again_hint))
        .add(of("p", "actions").add(fill("button small", text.fill_again)));
    let then =
        of("div", "stack2").live_set("hidden", move || hidden(empty())).add(of("p", "actions").add(copy)).add(again);
    of("div", "template").add(first).add(then)
}

fn checklist(seen: Stated) -> El {
    let state = move || seen.pick(|seen| seen.state.clone());
    let rows = of("ul", "checks-list").live(move || seen.pick(|seen| seen.checks.iter().map(check).collect()));
    of("div", "stack2")
        .add(el("h3").text(EN.planning.checks_title))
        .add(of("p", "t-2 xs").live_text(state))
        .add(rows)
        .add(of("p", "t-2 xs").text(EN.planning.checks_note))
}

fn check(row: &CheckRow) -> El {
    let name = el("b").text(row.name).add(of("span", "visually-hidden").text(": ").text(row.mark_words));
    let words = el("div").add(name).add(of("p", "t-2 xs").text(&row.why));
    el("li").add(svg(&chart::mark(row.mark).to_svg())).add(words)
}

/// That the practice may stand higher now. Made again only when that changes.
fn offer(shell: Shell, seen: Stated) -> El {
    of("div", "offer").set("role", "status").live(move || {
        let offer = seen.pick(|seen| seen.offer.clone());
        offer.map(|offer| offered(shell, &offer)).unwrap_or_default()
    })
}

fn offered(shell: Shell, offer: &OfferView) -> Vec<El> {
    let text = &EN.planning;
    let practice = offer.practice;
    let level = |(step, words): &(crate::catalogue::Step, &'static str)| {
        let step = *step;
        let level = Edit::Level(practice, Some(Answer::Step(step)));
        let set = sends(shell, "button small", &(text.offer_set)(step.number()), Msg::Edit(level));
        el("li").add(el("p").text(words)).add(set)
    };
    let body = of("div", "notice")
        .add(el("p").add(el("b").text(&offer.title)))
        .add(of("p", "xs").text(&offer.now))
        .add(of("p", "xs").text(text.offer_ask))
        .add(of("ul", "offer-levels").all(offer.levels.iter().map(level).collect()));
    vec![body]
}
