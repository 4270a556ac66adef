//! The results: one heading, one picture, one sentence a section; detail behind each.

use leptos::prelude::*;

use crate::app::view::{self, MatrixView, QuestionRow, ResultsView, TopList};
use crate::catalogue::{PerSide, Side};
use crate::route::Route;
use crate::text::EN;
use crate::ui::charts::{Every, Ladder, Pointed, Profile, Sides, StillPicture};
use crate::ui::parts::{Figure, Numeral, Svg, glyph, side_class};
use crate::ui::shell::Shell;

/// The results of a saved assessment.
#[component]
pub fn Results() -> impl IntoView {
    view! { <main class="main results" id="main"><ResultsBody/></main> }.into_any()
}

/// The results themselves, saved or as a guest.
#[component]
pub fn ResultsBody() -> impl IntoView {
    let shell = Shell::get();
    provide_context(Pointed(RwSignal::new(None)));
    let seen = shell.see(view::results);
    move || seen.get().map(body)
}

fn body(seen: ResultsView) -> AnyView {
    let picture = view! { <StillPicture picture=seen.picture.clone() points=seen.points.clone()/> };
    view! {
        {hero(&seen)}
        <figure class="heropic">{picture}</figure>
        <section class="section" id="every">
            <header><h2>{EN.results.every_title}</h2><p>{EN.results.every_lead}</p></header>
            <Every every=seen.every/>
        </section>
        <section class="section" id="outlook">
            <header><h2>{EN.results.outlook_title}</h2><p>{EN.results.outlook_lead}</p></header>
            <Ladder ladder=seen.ladder.clone()/>
            {questions(&seen.ladder.questions, &seen.ladder.deciding)}
            <p class="note">
                {EN.results.outlook_foot}" "
                <a href=Route::Method(Some("outlook".to_owned())).address()>{EN.results.outlook_method}</a>
            </p>
        </section>
        <div class="cols two wide-left">
            <section class="section" id="sides">
                <header><h2>{EN.results.sides_title}</h2><p>{seen.sides_lead}</p></header>
                <Sides flies=seen.flies pledges=seen.pledges/>
            </section>
            <section class="section" id="exchange">
                <header><h2>{EN.results.exchange_title}</h2><p>{seen.exchange_finding}</p></header>
                <Svg scene=seen.exchange/>
            </section>
        </div>
        {tops(seen.tops)}
        {matrices(seen.matrices, seen.no_matrix)}
        <section class="section" id="profile">
            <header><h2>{EN.results.profile_title}</h2><p>{seen.profile_lead}" "{seen.maturity}</p></header>
            <Profile rows=seen.profile/>
        </section>
        <p class="note">
            {EN.results.evidence}" "
            <a href=Route::Method(Some("proposals".to_owned())).address()>{EN.results.evidence_link}</a>
        </p>
    }
    .into_any()
}

/// The finding: the sentence, what is delivered, the outlook.
fn hero(seen: &ResultsView) -> AnyView {
    let figure = seen.overlap.clone().map(|shown| {
        view! { ": "<Figure shown=shown/>" "{EN.results.overlap_follows}"." }
    });
    let kept = seen.kept.clone().map(|shown| view! { <Figure shown=shown/>" "{EN.results.kept_follows}" " });
    let outlook = seen.outlook.iter().map(|rung| view! { <strong>{*rung}</strong> }.into_any());
    let mut words: Vec<AnyView> = Vec::new();
    for rung in outlook {
        if !words.is_empty() {
            words.push(format!(" {} ", EN.results.and).into_any());
        }
        words.push(rung);
    }
    let notices: Vec<AnyView> =
        seen.notices.iter().map(|words| view! { <p class="notice">{*words}</p> }.into_any()).collect();
    let answer = seen.answer.clone().map(|address| {
        view! {
            <p class="notice">{EN.results.nobody_both_lead}</p>
            <p class="actions"><a class="button first" href=address>{EN.results.answer_now}</a></p>
        }
    });
    view! {
        <header class="hero">
            <p class="k">{seen.kicker.clone()}</p>
            <h1>{seen.sentence.start.clone()}{figure}</h1>
            <p class="lead">
                {kept}{seen.outlook_lead}" "<span class="outlook-of"><Svg scene=seen.stairs.clone()/>{words}</span>". "
                {seen.outlook_rest.clone()}
            </p>
            {notices}{answer}
        </header>
    }
    .into_any()
}

/// What to answer next, where the outlook is a range.
fn questions(questions: &[QuestionRow], deciding: &str) -> Option<AnyView> {
    if questions.is_empty() {
        return None;
    }
    let shell = Shell::get();
    let read_only = shell.now(|model| model.open().is_none());
    let row = |question: &QuestionRow| {
        let note = (!question.note.is_empty()).then(|| view! { " "<span class="t-2">"("{question.note}")"</span> });
        let element = question.element.clone();
        let words = question.words.clone();
        if read_only {
            return view! { <li>{words}{note}</li> }.into_any();
        }
        let go = move |_| shell.focus_next.set(Some(element.clone()));
        view! { <li><a href=question.address.clone() on:click=go>{words}</a>{note}</li> }.into_any()
    };
    let rows: Vec<AnyView> = questions.iter().map(row).collect();
    Some(
        view! {
            <div class="next-questions">
                <h3>{EN.results.questions_title}</h3>
                <p class="t-2">{(EN.results.questions_lead)(deciding)}</p>
                <ol>{rows}</ol>
            </div>
        }
        .into_any(),
    )
}

fn tops(tops: Option<(String, PerSide<TopList>)>) -> Option<AnyView> {
    let (lead, lists) = tops?;
    let side = |side: Side| {
        let (title, class) = match side {
            Side::Organisation => (EN.frame.the_organisation, "t-org"),
            Side::Members => (EN.frame.members, "t-mem"),
        };
        let rows: Vec<AnyView> = lists
            .get(side)
            .rows
            .iter()
            .cloned()
            .map(|(number, label, spot, wanted)| {
                view! { <li><Numeral number=number spot=spot/><span><span dir="auto">{label}</span>" "<span class="t-2 xs">{wanted}</span></span></li> }.into_any()
            })
            .collect();
        let empty = rows.is_empty().then(|| view! { <li class="t-2">{EN.results.top_empty}</li> });
        view! { <div class="stack"><h3 class=class>{glyph(side_class(side))}{title}</h3><ol class="urgent top-list">{rows}{empty}</ol></div> }
    };
    Some(
        view! {
            <section class="section" id="top">
                <header><h2>{EN.results.top_title}</h2><p>{lead}</p></header>
                <div class="cols two">{side(Side::Organisation)}{side(Side::Members)}</div>
            </section>
        }
        .into_any(),
    )
}

fn matrices(matrices: Option<PerSide<MatrixView>>, why_not: &'static str) -> AnyView {
    let lead = if matrices.is_some() { EN.results.matrix_lead } else { why_not };
    let side = |side: Side, matrix: &MatrixView| {
        let (title, urgent, class) = match side {
            Side::Organisation => (EN.results.matrix_organisation, EN.results.matrix_urgent_organisation, "sidecap t-org"),
            Side::Members => (EN.results.matrix_members, EN.results.matrix_urgent_members, "sidecap t-mem"),
        };
        let rows: Vec<AnyView> = matrix
            .urgent
            .iter()
            .cloned()
            .map(|(number, label, spot)| view! { <li><Numeral number=number spot=spot/><span dir="auto">{label}</span></li> }.into_any())
            .collect();
        let none = rows.is_empty().then_some(EN.results.matrix_no_urgent);
        view! {
            <figure class="stack">
                <figcaption class=class>{glyph(side_class(side))}{title}</figcaption>
                <Svg scene=matrix.scenes.concat()/>
                <p class="xs"><strong>{urgent}</strong>" "{none}</p>
                <ul class="urgent">{rows}</ul>
            </figure>
        }
        .into_any()
    };
    let figures = matrices.map(|matrices| {
        view! { <div class="cols two">{side(Side::Organisation, &matrices.organisation)}{side(Side::Members, &matrices.members)}</div> }
    });
    view! {
        <section class="section" id="delivery">
            <header><h2>{EN.results.matrix_title}</h2><p>{lead}</p></header>
            {figures}
        </section>
    }
    .into_any()
}
