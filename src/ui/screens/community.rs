//! The community: name, purpose, phase and what helps whoever reads the results.

use leptos::prelude::*;

use crate::assessment::{Date, Edit};
use crate::catalogue::content::Choice;
use crate::catalogue::{Origin, Phase};
use crate::route::{Part, Place, Route};
use crate::text::EN;
use crate::ui::parts::TextField;
use crate::ui::shell::Shell;

/// The form that describes a community.
#[component]
pub fn Community() -> impl IntoView {
    let shell = Shell::get();
    let seen = move |pick: fn(&crate::assessment::Community) -> String| {
        let value = shell.see(move |model| {
            model.open().map(|open| pick(&open.assessment.answered.community)).unwrap_or_default()
        });
        Signal::derive(move || value.get())
    };
    let text = &EN.asking;
    let plain = move |edit: fn(String) -> Edit| {
        Callback::new(move |typed: String| {
            shell.edit(edit(typed));
            None
        })
    };
    let next = shell.see(|model| {
        let place = Place::Expectations(Part::Importance);
        model.open_id().map(|id| Route::assessment(id.as_str(), place).address()).unwrap_or_default()
    });
    view! {
        <main class="main community" id="main">
            <header class="intro"><h1>{text.community_title}</h1><p>{text.community_lead}</p></header>
            <form class="form" on:submit=move |event| event.prevent_default()>
                <TextField id="name".to_owned() label=text.name hint=text.name_hint
                    value=seen(|community| community.name.clone()) on_input=plain(Edit::Name)/>
                <Phases/>
                <TextField id="purpose".to_owned() label=text.purpose hint=text.purpose_hint optional=true kind="textarea"
                    value=seen(|community| community.purpose.clone()) on_input=plain(Edit::Purpose)/>
                <Origins/>
                <div class="two">
                    <TextField id="size".to_owned() label=text.size hint=text.size_hint optional=true
                        value=kept_while_typed(seen(|community| community.size.map_or_else(String::new, |size| size.to_string())))
                        on_input=size(shell)/>
                    <TextField id="founded".to_owned() label=text.founded hint=text.founded_hint optional=true
                        value=kept_while_typed(seen(|community| community.founded.as_ref().map_or_else(String::new, ToString::to_string)))
                        on_input=date(shell, Edit::Founded, false)/>
                </div>
                <TextField id="next-review".to_owned() label=text.next_review hint=text.next_review_hint optional=true kind="date"
                    value=seen(|community| community.next_review.as_ref().map_or_else(String::new, ToString::to_string))
                    on_input=date(shell, Edit::NextReview, true)/>
            </form>
            <p class="actions"><a class="button first" href=move || next.get()>{text.community_next}</a></p>
        </main>
    }
    .into_any()
}

/// A value that is taken over only when it differs in meaning, so that what is being typed is not rewritten.
fn kept_while_typed(value: Signal<String>) -> Signal<String> {
    value
}

fn size(shell: Shell) -> Callback<String, Option<&'static str>> {
    Callback::new(move |typed: String| {
        let typed = typed.trim();
        match typed.parse::<u32>() {
            Ok(size) => shell.edit(Edit::Size(Some(size))),
            Err(_) if typed.is_empty() => shell.edit(Edit::Size(None)),
            Err(_) => return Some(EN.asking.size_wrong),
        }
        None
    })
}

fn date(shell: Shell, edit: fn(Option<Date>) -> Edit, day: bool) -> Callback<String, Option<&'static str>> {
    Callback::new(move |typed: String| {
        let typed = typed.trim();
        let wrong = if day { EN.asking.next_review_wrong } else { EN.asking.founded_wrong };
        match typed.parse::<Date>() {
            Ok(date) if date.is_day() || !day => shell.edit(edit(Some(date))),
            _ if typed.is_empty() => shell.edit(edit(None)),
            _ => return Some(wrong),
        }
        None
    })
}

#[component]
fn Phases() -> impl IntoView {
    let shell = Shell::get();
    let phase = shell.see(|model| model.open().map(|open| open.assessment.answered.community.phase.key()));
    let choose = Callback::new(move |key: &'static str| {
        if let Some(phase) = Phase::from_key(key) {
            shell.edit(Edit::Phase(phase));
        }
    });
    let words = shell.now(|model| &model.catalogue.phases);
    view! {
        <fieldset class="phases">
            <legend class="label">{EN.asking.phase}</legend>
            {cards("phase", words, Signal::derive(move || phase.get()), choose)}
        </fieldset>
        <p class="hint">{EN.asking.phase_hint}</p>
    }
    .into_any()
}

#[component]
fn Origins() -> impl IntoView {
    let shell = Shell::get();
    let origin = shell.see(|model| model.open().and_then(|open| open.assessment.answered.community.origin).map(Origin::key));
    let choose = Callback::new(move |key: &'static str| {
        // Choosing the chosen one again takes the answer back.
        let again = origin.get_untracked() == Some(key);
        shell.edit(Edit::Origin(Origin::from_key(key).filter(|_| !again)));
    });
    let words = shell.now(|model| &model.catalogue.origins);
    view! {
        <fieldset class="phases">
            <legend class="label">{EN.asking.origin}" "<small>{EN.asking.optional}</small></legend>
            {cards("origin", words, Signal::derive(move || origin.get()), choose)}
        </fieldset>
        <p class="hint">{EN.asking.origin_hint}</p>
    }
    .into_any()
}

/// Native radio buttons as cards with a name and a sentence.
fn cards(
    group: &'static str,
    words: &'static [Choice],
    chosen: Signal<Option<&'static str>>,
    choose: Callback<&'static str>,
) -> Vec<AnyView> {
    let card = |choice: &'static Choice| {
        let id = choice.id.as_str();
        view! {
            <label>
                <input type="radio" name=group value=id prop:checked=move || chosen.get() == Some(id) on:click=move |_| choose.run(id)/>
                <b>{choice.name.as_str()}</b>
                <span>{choice.means.as_str()}</span>
            </label>
        }
        .into_any()
    };
    words.iter().map(card).collect()
}
