//! A labelled field of text, with a hint and an error.

use leptos::prelude::*;

use crate::text::EN;

/// A labelled field; what is typed is handed on with every key.
#[component]
pub fn TextField(
    /// The element's id.
    id: String,
    /// Its label.
    #[prop(into)]
    label: String,
    /// What to write.
    #[prop(optional, into)]
    hint: String,
    /// Whether it may stay empty, said beside the label.
    #[prop(optional)]
    optional: bool,
    /// The kind of field; `textarea` for several lines.
    #[prop(default = "text")]
    kind: &'static str,
    /// What is in it.
    #[prop(into)]
    value: Signal<String>,
    /// Takes what is typed; answers with an error.
    on_input: Callback<String, Option<&'static str>>,
) -> impl IntoView {
    let error = RwSignal::new(None::<&'static str>);
    let typed = move |event| error.set(on_input.run(event_target_value(&event)));
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let described = format!("{hint_id} {error_id}");
    let invalid = move || error.get().is_some().then_some("true");
    let field = if kind == "textarea" {
        view! {
            <textarea class="field short" id=id.clone() aria-describedby=described aria-invalid=invalid dir="auto"
                maxlength="20000" prop:value=move || value.get() on:input=typed></textarea>
        }
        .into_any()
    } else {
        view! {
            <input class="field" id=id.clone() type=kind aria-describedby=described aria-invalid=invalid dir="auto"
                maxlength="20000" autocomplete="off" prop:value=move || value.get() on:input=typed/>
        }
        .into_any()
    };
    view! {
        <div class="entry">
            <label class="label" for=id>
                {label} {optional.then(|| view! { <small>{EN.asking.optional}</small> })}
            </label>
            <p class="hint" id=hint_id>{hint}</p>
            {field}
            <p class="error" id=error_id role="status">{move || error.get()}</p>
        </div>
    }
    .into_any()
}
