//! One question: five steps and "don't know", as native radio buttons.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{Event, KeyboardEvent};

use super::{again, glyph, side_class};
use crate::app::view::ChoiceView;
use crate::assessment::Answer;
use crate::catalogue::Step;
use crate::text::EN;
use crate::ui::markup::{El, el, follow, of, set_property, untracked};

/// A question with five steps and "don't know". Choosing the chosen one again, or Delete, takes the answer back.
///
/// `about` says what is asked to whoever hears the page; the side or the question stands before it.
pub fn choice(
    question: impl Fn() -> ChoiceView + 'static,
    about: impl Fn() -> String + 'static,
    words: [&'static str; 5],
    answer: impl Fn(Option<Answer>) + 'static,
) -> El {
    choice_boxed(Rc::new(question), Box::new(about), words, Rc::new(answer), Again::TakesBack)
}

/// The same where nobody may lose an answer unawares: choosing the chosen one again keeps it, and only Delete takes it
/// back.
pub fn kept_choice(
    question: impl Fn() -> ChoiceView + 'static,
    about: impl Fn() -> String + 'static,
    words: [&'static str; 5],
    answer: impl Fn(Option<Answer>) + 'static,
) -> El {
    choice_boxed(Rc::new(question), Box::new(about), words, Rc::new(answer), Again::Keeps)
}

/// What choosing the chosen answer again does.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Again {
    TakesBack,
    Keeps,
}

/// Takes an answer, or that it is taken back.
type Take = Rc<dyn Fn(Option<Answer>)>;

fn choice_boxed(
    question: Rc<dyn Fn() -> ChoiceView>,
    about: Box<dyn Fn() -> String>,
    words: [&'static str; 5],
    answer: Take,
    twice: Again,
) -> El {
    let ChoiceView { element, side, legend: name, .. } = untracked(|| question());
    let answers = Step::ALL.into_iter().map(Answer::Step).chain([Answer::DontKnow]);
    let words = words.into_iter().chain([EN.asking.dont_know]);
    let option = |(one, word)| {
        let (asked, answer) = (Rc::clone(&question), Rc::clone(&answer));
        let radio = again(
            radio(&element, one),
            move || asked().answer == Some(one),
            move |again| {
                if !again || twice == Again::TakesBack {
                    answer((!again).then_some(one));
                }
            },
        );
        (one, answer_of(radio, one, word))
    };
    let options: Vec<(Answer, El)> = answers.zip(words).map(option).collect();
    let steps = of("div", "steps").all(options.iter().map(|(_, label)| label.clone()).collect());
    let shown = Rc::clone(&question);
    let field = of("fieldset", &format!("choice {}", side_class(side)));
    let around = field.clone();
    follow(move || {
        let now = shown();
        let _ = around.node().class_list().toggle_with_force("has-heard", now.heard.is_some());
        for (one, label) in &options {
            let chosen = now.answer == Some(*one);
            if let Some(input) = label.node().first_element_child() {
                set_property(&input, "checked", &chosen.into());
            }
            // By a class: rules with :has() would be looked at anew at each change of the page.
            let _ = label.node().class_list().toggle_with_force("chosen", chosen);
            // What people said is what counts; it is said in words below.
            let said = matches!(one, Answer::Step(step) if now.heard.as_ref().is_some_and(|heard| heard.is(*step)));
            let _ = label.node().class_list().toggle_with_force("said", said);
        }
    });
    let legend = el("legend")
        .add(glyph(side_class(side)))
        .text(name)
        .add(of("span", "visually-hidden").live_text(move || format!(": {}", about())));
    field
        .set("id", &element)
        .add(legend)
        .add(steps)
        .add(of("p", "heard t-2 xs").live_text(move || question().heard.map(|heard| heard.words).unwrap_or_default()))
        .on("keydown", move |event| {
            if takes_back(&event) {
                answer(None);
            }
        })
}

/// Whether a key was pressed that takes an answer back; then it does nothing else.
pub fn takes_back(event: &Event) -> bool {
    let key = event.dyn_ref::<KeyboardEvent>().map(KeyboardEvent::key).unwrap_or_default();
    let takes = matches!(key.as_str(), "Delete" | "Backspace");
    if takes {
        event.prevent_default();
    }
    takes
}

/// The button of an answer to what has this name.
pub fn radio(name: &str, one: Answer) -> El {
    el("input").set("type", "radio").set("name", name).set("value", &sign(one))
}

/// The button of an answer with the words for it.
pub fn answer_of(radio: El, one: Answer, word: &str) -> El {
    let (class, hidden) = if one == Answer::DontKnow { ("dk", "true") } else { ("", "false") };
    of("label", class).add(radio).add(el("b").set("aria-hidden", hidden).text(&sign(one))).add(el("span").text(word))
}

/// What an answer is written as.
fn sign(one: Answer) -> String {
    match one {
        Answer::Step(step) => step.to_string(),
        Answer::DontKnow => "?".to_owned(),
    }
}
