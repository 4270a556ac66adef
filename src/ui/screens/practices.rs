//! The ten practices of the value proposition, the gate of the phase beside them.

use leptos::prelude::*;

use crate::app::view::{self, GateView, PracticeRow, PracticesView};
use crate::assessment::{Answer, Edit};
use crate::browser::dom;
use crate::catalogue::{Practice, Step};
use crate::chart::{self, MarkKind};
use crate::route::{Place, Route};
use crate::text::EN;
use crate::ui::parts::{Svg, TextField};
use crate::ui::shell::Shell;

/// How firm the value proposition is.
#[component]
pub fn Practices() -> impl IntoView {
    let shell = Shell::get();
    let seen = shell.see(view::practices);
    let Some(first) = seen.get_untracked() else { return ().into_any() };
    let rows: Vec<AnyView> = first.rows.iter().map(|row| practice(row.clone(), seen)).collect();
    let next = shell.see(|model| {
        model.open_id().map(|id| Route::assessment(id.as_str(), Place::Results).address()).unwrap_or_default()
    });
    view! {
        <main class="main" id="main"><div class="practices">
            <div class="q">
                <header class="intro"><h1>{EN.asking.practices_title}</h1><p>{EN.asking.practices_lead}</p></header>
                <ol class="asks">{rows}</ol>
                <p class="actions"><a class="button first" href=move || next.get()>{EN.asking.practices_next}</a></p>
            </div>
            <aside class="gate" aria-label=EN.asking.so_far>{move || seen.with(|seen| seen.as_ref().map(|seen| gate(&seen.gate)))}</aside>
        </div></main>
    }
    .into_any()
}

fn practice(first: PracticeRow, seen: Memo<Option<PracticesView>>) -> AnyView {
    let shell = Shell::get();
    let which = first.practice;
    let fallback = first.clone();
    let row = Memo::new(move |_| {
        let find = |seen: &Option<PracticesView>| seen.as_ref()?.rows.iter().find(|row| row.practice == which).cloned();
        seen.with(find).unwrap_or_else(|| fallback.clone())
    });
    let answer = Memo::new(move |_| row.with(|row| row.answer));
    let needs = move || row.with(|row| row.needs.clone());
    let levels = Step::ALL.into_iter().map(Answer::Step).zip(first.levels);
    let mut options: Vec<AnyView> = levels.map(|(one, words)| level(which, one, words, answer)).collect();
    options.push(level(which, Answer::DontKnow, EN.asking.dont_know, answer));
    let take_back = move |event: leptos::ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "Delete" | "Backspace") {
            event.prevent_default();
            shell.edit(Edit::Level(which, None));
        }
    };
    view! {
        <li class="card practice" id=format!("practice-{}", which.key())>
            <header>
                <span class="pn">{first.number}</span>
                <div><h3>{first.name}</h3><p class="t-2">{first.help}</p></div>
                <span class="tag t-2">{needs}</span>
            </header>
            <fieldset class="levels" on:keydown=take_back>
                <legend class="visually-hidden">{first.name}</legend>
                {options}
            </fieldset>
            <More which=which row=row/>
        </li>
    }
    .into_any()
}

fn level(which: Practice, one: Answer, words: &'static str, answer: Memo<Option<Answer>>) -> AnyView {
    let shell = Shell::get();
    let (sign, class) = match one {
        Answer::Step(step) => (step.to_string(), ""),
        Answer::DontKnow => ("?".to_owned(), "dk"),
    };
    let choose = move |_| shell.edit(Edit::Level(which, (answer.get_untracked() != Some(one)).then_some(one)));
    view! {
        <label class=class>
            <input type="radio" name=format!("level-{}", which.key()) value=sign.clone() prop:checked=move || answer.get() == Some(one)
                on:click=choose/>
            <b>{sign}</b><span>{words}</span>
        </label>
    }
    .into_any()
}

/// The note and the level aimed at.
#[component]
fn More(which: Practice, row: Memo<PracticeRow>) -> impl IntoView {
    let shell = Shell::get();
    let note = Memo::new(move |_| row.with(|row| row.note.clone()));
    let target = Memo::new(move |_| row.with(|row| row.target));
    let label = move || if note.with(String::is_empty) { EN.asking.add_note_and_aim } else { EN.asking.note_and_aim };
    let write = Callback::new(move |typed: String| {
        shell.edit(Edit::PracticeNote(which, typed));
        None
    });
    let aim = move |event: leptos::ev::Event| {
        let step = event_target_value(&event).parse().ok().and_then(Step::new);
        shell.edit(Edit::Target(which, step));
    };
    let options: Vec<AnyView> = Step::ALL
        .into_iter()
        .map(|step| {
            let words = shell.now(|model| model.catalogue.word(crate::catalogue::content::Scale::Practice, step));
            view! { <option value=step.to_string()>{format!("{step} {words}")}</option> }.into_any()
        })
        .collect();
    let id = format!("aim-{}", which.key());
    view! {
        <details class="more">
            <summary>{label}<span class="visually-hidden">": "{row.with_untracked(|row| row.name)}</span></summary>
            <div class="form">
                <TextField id=format!("note-{}", which.key()) label=EN.asking.practice_note kind="textarea" value=note on_input=write/>
                <div class="entry">
                    <label class="label" for=id.clone()>{EN.asking.target}</label>
                    <select class="field" id=id on:change=aim
                        prop:value=move || target.get().map_or_else(String::new, |step| step.to_string())>
                        <option value="">{EN.asking.no_target}</option>{options}
                    </select>
                </div>
            </div>
        </details>
    }
    .into_any()
}

fn gate(gate: &GateView) -> AnyView {
    let rows: Vec<AnyView> = gate
        .rows
        .iter()
        .cloned()
        .map(|row| {
            let class = match row.mark {
                MarkKind::Yes => "yes",
                MarkKind::No => "no",
                MarkKind::Unknown => "open",
            };
            let element = row.element;
            let jump = move |_| {
                dom::focus_in(&element);
            };
            view! {
                <li class=class>
                    <Svg scene=chart::mark(row.mark).to_svg()/>
                    <button class="link" type="button" on:click=jump>{row.name}<span class="visually-hidden">": "{row.mark_words}</span></button>
                    <span>{row.figure}</span>
                </li>
            }
            .into_any()
        })
        .collect();
    view! {
        <div class="gate-in">
            <p class="k">{gate.title.clone()}</p>
            <p class="sentence">{gate.state.clone()}</p>
            <ul class="gates">{rows}</ul>
            <p class="t-2 xs">{EN.asking.gate_proposal}</p>
        </div>
    }
    .into_any()
}
