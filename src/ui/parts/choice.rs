//! One question: five steps and "don't know", as native radio buttons.

use leptos::prelude::*;

use super::{glyph, side_class};
use crate::app::view::ChoiceView;
use crate::assessment::Answer;
use crate::catalogue::{Side, Step};
use crate::text::EN;

/// Five steps and "don't know". Choosing the chosen one again, or Delete, takes the answer back.
#[component]
pub fn Choice(
    /// The question.
    #[prop(into)]
    question: Signal<ChoiceView>,
    /// What is asked, for whoever hears the page; the side stands before it.
    #[prop(into)]
    about: Signal<String>,
    /// The words of the steps.
    words: [&'static str; 5],
    /// Takes the answer, or that it is taken back.
    on_answer: Callback<Option<Answer>>,
) -> impl IntoView {
    let (element, side) = question.with_untracked(|question| (question.element.clone(), question.side));
    let answer = Memo::new(move |_| question.with(|question| question.answer));
    let heard = Memo::new(move |_| question.with(|question| question.heard.clone()));
    let name = match side {
        Side::Organisation => EN.frame.organisation,
        Side::Members => EN.frame.members,
    };
    let steps = Step::ALL.into_iter().map(|step| Answer::Step(step)).chain([Answer::DontKnow]);
    let words = words.into_iter().chain([EN.asking.dont_know]);
    let options: Vec<AnyView> =
        steps.zip(words).map(|(one, word)| option(element.clone(), one, word, answer, on_answer)).collect();
    let take_back = move |event: leptos::ev::KeyboardEvent| {
        if matches!(event.key().as_str(), "Delete" | "Backspace") {
            event.prevent_default();
            on_answer.run(None);
        }
    };
    view! {
        <fieldset class=format!("choice {}", side_class(side)) id=element on:keydown=take_back>
            <legend>
                {glyph(side_class(side))}{name}<span class="visually-hidden">{move || format!(": {}", about.get())}</span>
            </legend>
            <div class="steps">{options}</div>
        </fieldset>
        {move || heard.get().map(|heard| view! { <p class="heard t-2 xs">{heard}</p> })}
    }
    .into_any()
}

fn option(
    name: String,
    one: Answer,
    word: &'static str,
    answer: Memo<Option<Answer>>,
    on_answer: Callback<Option<Answer>>,
) -> AnyView {
    let (sign, class) = match one {
        Answer::Step(step) => (step.to_string(), ""),
        Answer::DontKnow => ("?".to_owned(), "dk"),
    };
    let choose = move |_| on_answer.run((answer.get_untracked() != Some(one)).then_some(one));
    view! {
        <label class=class>
            <input type="radio" name=name value=sign.clone() prop:checked=move || answer.get() == Some(one) on:click=choose/>
            <b aria-hidden=if class.is_empty() { "false" } else { "true" }>{sign}</b>
            <span>{word}</span>
        </label>
    }
    .into_any()
}
