//! A labelled field of text, with a hint and an error.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::app::{Model, Msg};
use crate::assessment::limits;
use crate::text::EN;
use crate::ui::markup::{El, el, follow, of, set_property, typed, untracked};
use crate::ui::shell::Shell;

/// What a field is about.
#[derive(Clone, Default)]
pub struct Field {
    /// The element's id.
    pub id: String,
    /// Its label.
    pub label: String,
    /// The rest of the label, for whoever hears the page; who sees it sees it from where the field stands.
    pub unseen: String,
    /// What to write.
    pub hint: String,
    /// Said beside the label: that it may stay empty.
    pub aside: &'static str,
    /// The kind of field: a type of `input`, `textarea` for several lines, or `decimal` for a number as text, so that
    /// what is half typed can be read.
    pub kind: &'static str,
    /// What is wrong with a value that is kept all the same, as it stands there.
    pub check: Option<fn(&str) -> Option<&'static str>>,
}

/// A labelled field. What is typed is handed on with every key; what is wrong with it is shown.
///
/// While somebody types, the field is theirs: it is not rewritten by what their typing makes of the value, only by what
/// comes from elsewhere, as Undo does. Nor is it while what stands in it was refused: it stays to be put right, also
/// where one comes back from another screen. So does a text that is too long to be kept.
pub fn field(
    shell: Shell,
    about: Field,
    value: impl Fn() -> String + 'static,
    input: impl Fn(String) -> Result<(), &'static str> + 'static,
) -> El {
    field_boxed(shell, about, Box::new(value), Box::new(input))
}

fn field_boxed(
    shell: Shell,
    about: Field,
    value: Box<dyn Fn() -> String>,
    input: Box<dyn Fn(String) -> Result<(), &'static str>>,
) -> El {
    let value: Rc<dyn Fn() -> String> = Rc::from(value);
    let Field { id, label, unseen, hint, aside, kind, check } = about;
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let error = of("p", "error").set("id", &error_id).set("role", "status");
    let field = match kind {
        "textarea" => of("textarea", "field short"),
        "decimal" => of("input", "field").set("type", "text").set("inputmode", "decimal"),
        kind => of("input", "field").set("type", kind),
    };
    let typing = Rc::new(Cell::new(false));
    let refused = Rc::new(Cell::new(false));
    let (on_input, on_blur) = ((Rc::clone(&typing), Rc::clone(&refused)), (Rc::clone(&typing), Rc::clone(&refused)));
    let field = field
        .set("id", &id)
        .set("aria-describedby", &format!("{hint_id} {error_id}"))
        .set("dir", "auto")
        .set("autocomplete", "off");
    let (marked, said) = (field.clone(), error.clone());
    let tell: Rc<dyn Fn(Option<&'static str>)> = Rc::new(move |wrong| {
        said.node().set_text_content(wrong);
        let _ = marked.clone().set("aria-invalid", if wrong.is_some() { "true" } else { "false" });
    });
    let told = Rc::clone(&tell);
    let checked = move |value: &str| check.and_then(|check| check(value));
    // What the value became by what was typed here.
    let made: Rc<RefCell<String>> = Rc::default();
    let (made_of, became) = (Rc::clone(&value), Rc::clone(&made));
    let (typed_in, overwritten) = (id.clone(), id.clone());
    if let Some((left, wrong)) = shell.now(|model| refused_in(model, &id)) {
        typing.set(true);
        refused.set(true);
        *made.borrow_mut() = untracked(|| value());
        set_property(field.node(), "value", &left.into());
        tell(Some(wrong));
    }
    let field = field
        .on("input", move |event| {
            on_input.0.set(true);
            let typed = typed(&event);
            let kept_wrong = checked(&typed);
            let long = typed.chars().count() > limits::TEXT;
            let wrong = if long { Some(EN.asking.too_long) } else { input(typed.clone()).err() };
            on_input.1.set(wrong.is_some());
            remember(shell, &typed_in, typed, wrong);
            told(wrong.or(kept_wrong));
            *became.borrow_mut() = untracked(|| made_of());
        })
        .on("blur", move |_| on_blur.0.set(on_blur.1.get()));
    let element = field.node().clone();
    follow(move || {
        let value = value();
        if !typing.get() || *made.borrow() != value {
            typing.set(false);
            remember(shell, &overwritten, String::new(), None);
            if refused.replace(false) || check.is_some() {
                tell(checked(&value));
            }
            set_property(&element, "value", &value.into());
        }
    });
    let aside = (!aside.is_empty()).then(|| el("small").text(aside));
    let unseen = (!unseen.is_empty()).then(|| of("span", "visually-hidden").text(&unseen));
    let label = of("label", "label").set("for", &id).text(&label).text(" ").maybe(unseen).maybe(aside);
    let hint = (!hint.is_empty()).then(|| of("p", "hint").set("id", &hint_id).text(&hint));
    of("div", "entry").add(label).maybe(hint).add(field).add(error)
}

/// What was refused in a field, and why.
fn refused_in(model: &Model, id: &str) -> Option<(String, &'static str)> {
    let (text, wrong) = model.begun(id);
    (!wrong.is_empty()).then(|| (text.to_owned(), wrong))
}

/// Remembers what was refused, and forgets what no longer is.
fn remember(shell: Shell, id: &str, text: String, wrong: Option<&'static str>) {
    match wrong {
        Some(wrong) => shell.send(Msg::Begin(id.to_owned(), text, wrong)),
        None if shell.now(|model| refused_in(model, id)).is_some() => {
            shell.send(Msg::Begin(id.to_owned(), String::new(), ""));
        }
        None => {}
    }
}

/// The word beside the label of a field that may stay empty.
pub const OPTIONAL: &str = EN.asking.optional;
