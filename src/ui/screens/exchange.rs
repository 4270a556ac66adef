//! Worth and contributions.

use crate::app::Model;
use crate::app::view::{self, ChoiceView, ContributionRow, ExchangeView};
use crate::assessment::Edit;
use crate::catalogue::Side;
use crate::catalogue::content::Scale;
use crate::route::Place;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{Field, choice, field, intro, onward, page, section};
use crate::ui::shell::{Seen, Shell};

/// Worth and contributions as they are seen; nothing when the screen is about to go.
type Weighed = Seen<Option<ExchangeView>>;

/// Does each side get back what it puts in?
pub fn exchange(shell: Shell) -> El {
    let seen = shell.see(view::exchange);
    let Some(first) = seen.now() else { return of("div", "part") };
    let intro = intro(EN.asking.exchange_title, EN.asking.exchange_lead);
    let mut rows = of("ol", "asks");
    for (at, row) in first.contributions.iter().enumerate() {
        rows = rows.add(contribution(shell, seen, at, row));
    }
    // What two taps show stands behind the two taps: below them on a narrow page, beside all questions on a wide one.
    let first_two =
        of("div", "q").add(intro).maybe(first.hint.map(|hint| of("p", "t-2").text(hint))).add(worth(shell, seen));
    let contributions = section(EN.asking.contributions, EN.asking.contributions_lead).add(rows);
    let rest = of("div", "q").add(contributions).add(onward(shell, Place::Practices, EN.asking.exchange_next));
    let columns = of("div", "expect weigh").add(first_two).add(so_far(seen)).add(rest);
    page("main").add(columns)
}

/// A text, followed; empty when what it is about has gone.
fn words(seen: Weighed, pick: fn(&ExchangeView) -> &str) -> impl Fn() -> String + Copy + 'static {
    move || seen.with(|seen| seen.as_ref().map_or("", pick).to_owned())
}

fn worth(shell: Shell, seen: Weighed) -> El {
    let ask = words(seen, |seen| seen.worth_ask);
    let steps = shell.now(|model| view::steps(model.catalogue, Scale::Worth));
    let question = move |side: Side| -> ChoiceView {
        seen.with(|seen| seen.as_ref().map_or_else(|| ChoiceView::unasked(side), |seen| seen.worth.get(side).clone()))
    };
    let side =
        |side: Side| choice(move || question(side), ask, steps, move |answer| shell.edit(Edit::Worth(side, answer)));
    let card = of("div", "card ask")
        .add(of("header", "only").add(el("h3").live_text(ask)))
        .all(shell.now(Model::sides).iter().map(|one| side(*one)).collect());
    section(EN.asking.worth, "").add(card)
}

/// The picture beside the questions.
fn so_far(seen: Weighed) -> El {
    let inner = of("div", "live-in")
        .add(of("p", "k").text(EN.asking.so_far))
        .add(of("p", "sentence").live_text(words(seen, |seen| &seen.finding)))
        .add(of("span", "part").live_html(words(seen, |seen| &seen.scene)));
    el("aside").set("aria-label", EN.results.exchange_title).add(inner)
}

/// One kind of contribution, for both sides.
fn contribution(shell: Shell, seen: Weighed, at: usize, row: &ContributionRow) -> El {
    of("li", "card ask contrib")
        .add(of("header", "only").add(el("h3").text(row.name)))
        .all(shell.now(Model::sides).iter().map(|one| side(shell, seen, at, row, *one)).collect())
}

fn side(shell: Shell, seen: Weighed, at: usize, row: &ContributionRow, side: Side) -> El {
    let (kind, name) = (row.kind, row.name);
    let steps = shell.now(|model| view::steps(model.catalogue, Scale::Contribution));
    let question = move || {
        let question = seen.with(|seen| Some(seen.as_ref()?.contributions.get(at)?.choices.get(side).clone()));
        question.unwrap_or_else(|| ChoiceView::unasked(side))
    };
    let amount = move || {
        let amount = seen.with(|seen| Some(seen.as_ref()?.contributions.get(at)?.amount.get(side).clone()));
        amount.unwrap_or_default()
    };
    let about = Field {
        id: ["amount-", side.key(), "-", kind.key()].concat(),
        label: EN.asking.amount.to_owned(),
        unseen: (EN.asking.amount_for)(&name.to_lowercase(), &view::side_heading(side).to_lowercase()),
        hint: (*row.unit.get(side)).to_owned(),
        kind: "text",
        ..Field::default()
    };
    let pledge = choice(
        question,
        move || name.to_owned(),
        steps,
        move |answer| {
            shell.edit(Edit::Pledge(side, kind, answer));
        },
    );
    let amount = field(shell, about, amount, move |typed| {
        shell.edit(Edit::Amount(side, kind, typed));
        Ok(())
    });
    of("div", "side").add(pledge).add(of("p", "hint").text(row.means.get(side))).add(amount)
}
