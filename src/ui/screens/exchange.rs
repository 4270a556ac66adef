//! Worth and contributions.

use leptos::prelude::*;

use crate::app::view::{self, ChoiceView, ContributionRow, ExchangeView};
use crate::assessment::{Answer, Edit};
use crate::catalogue::Side;
use crate::catalogue::content::Scale;
use crate::route::{Place, Route};
use crate::text::EN;
use crate::ui::parts::{Choice, Svg, TextField};
use crate::ui::shell::Shell;

/// Does each side get back what it puts in?
#[component]
pub fn Exchange() -> impl IntoView {
    let shell = Shell::get();
    let seen = shell.see(view::exchange);
    let Some(first) = seen.get_untracked() else { return ().into_any() };
    let rows: Vec<AnyView> = (0..first.contributions.len()).map(|at| contribution(at, first.clone(), seen)).collect();
    let last = Memo::new(move |before: Option<&ExchangeView>| {
        seen.get().or_else(|| before.cloned()).unwrap_or_else(|| first.clone())
    });
    let words = shell.now(|model| view::steps(model.catalogue, Scale::Worth));
    let worth = move |side: Side| {
        let question = Signal::derive(move || last.with(|seen| seen.worth.get(side).clone()));
        let answer = Callback::new(move |answer: Option<Answer>| shell.edit(Edit::Worth(side, answer)));
        let about = Signal::derive(move || last.with(|seen| seen.worth_ask.to_owned()));
        view! { <Choice question=question about=about words=words on_answer=answer/> }
    };
    let scene = Signal::derive(move || last.with(|seen| seen.scene.clone()));
    let next = shell.see(|model| {
        model.open_id().map(|id| Route::assessment(id.as_str(), Place::Practices).address()).unwrap_or_default()
    });
    view! {
        <main class="main" id="main"><div class="expect">
            <div class="q">
                <header class="intro"><h1>{EN.asking.exchange_title}</h1><p>{EN.asking.exchange_lead}</p></header>
                <section class="section">
                    <header><h2>{EN.asking.worth}</h2></header>
                    <div class="card ask">
                        <header class="only"><h3>{move || last.with(|seen| seen.worth_ask)}</h3></header>
                        {worth(Side::Organisation)}{worth(Side::Members)}
                    </div>
                </section>
                <section class="section">
                    <header><h2>{EN.asking.contributions}</h2><p>{EN.asking.contributions_lead}</p></header>
                    <ol class="asks">{rows}</ol>
                </section>
                <p class="actions"><a class="button first" href=move || next.get()>{EN.asking.exchange_next}</a></p>
            </div>
            <aside class="beside" aria-label=EN.results.exchange_title>
                <div class="live-in"><p class="k">{EN.asking.so_far}</p>
                    <p class="sentence">{move || last.with(|seen| seen.finding)}</p><Svg scene=scene/></div>
            </aside>
        </div></main>
    }
    .into_any()
}

/// One kind of contribution, for both sides.
fn contribution(at: usize, first: ExchangeView, seen: Memo<Option<ExchangeView>>) -> AnyView {
    let shell = Shell::get();
    let Some(row) = first.contributions.get(at).cloned() else { return ().into_any() };
    let (kind, name) = (row.kind, row.name);
    let words = shell.now(|model| view::steps(model.catalogue, Scale::Contribution));
    let of = move |seen: &Option<ExchangeView>| -> Option<ContributionRow> { seen.as_ref()?.contributions.get(at).cloned() };
    let side = |side: Side| {
        let fallback: ChoiceView = row.choices.get(side).clone();
        let question =
            Signal::derive(move || seen.with(of).map_or_else(|| fallback.clone(), |row| row.choices.get(side).clone()));
        let amount = Signal::derive(move || seen.with(of).map(|row| row.amount.get(side).clone()).unwrap_or_default());
        let answer = Callback::new(move |answer: Option<Answer>| shell.edit(Edit::Pledge(side, kind, answer)));
        let write = Callback::new(move |typed: String| {
            shell.edit(Edit::Amount(side, kind, typed));
            None
        });
        let label = match side {
            Side::Organisation => EN.frame.organisation,
            Side::Members => EN.frame.members,
        };
        view! {
            <div class="side">
                <Choice question=question about=Signal::stored(name.to_owned()) words=words on_answer=answer/>
                <p class="hint">{*row.means.get(side)}</p>
                <TextField id=format!("amount-{}-{}", side.key(), kind.key())
                    label=(EN.asking.amount_for)(&name.to_lowercase(), &label.to_lowercase())
                    hint=*row.unit.get(side) value=amount on_input=write/>
            </div>
        }
    };
    view! {
        <li class="card ask contrib">
            <header class="only"><h3>{name}</h3></header>
            {side(Side::Organisation)}{side(Side::Members)}
        </li>
    }
    .into_any()
}
