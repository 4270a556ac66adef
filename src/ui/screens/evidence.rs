//! What shows that something is so: entries to be written, opened, removed; and one more.

use std::rc::Rc;

use leptos::prelude::{Get, RwSignal, Update, request_animation_frame};

use crate::app::view::{EvidenceField, EvidenceRow, evidence_wrong};
use crate::assessment::{About, Edit, Evidence, EvidenceEdit};
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part, untracked};
use crate::ui::parts::{Field, button, field};
use crate::ui::shell::Shell;

/// Where entries are read, and what they are about.
#[derive(Clone)]
pub struct Listed {
    /// The shell.
    pub shell: Shell,
    /// What they are about.
    pub about: About,
    /// The same in words, followed.
    pub name: Rc<dyn Fn() -> String>,
    /// The entries, followed.
    pub rows: Rc<dyn Fn() -> Vec<EvidenceRow>>,
}

impl Listed {
    /// The start of the ids of its elements.
    fn id(&self, at: usize) -> String {
        ["evidence-", self.about.key(), "-", &at.to_string()].concat()
    }

    fn add_id(&self) -> String {
        ["evidence-add-", self.about.key()].concat()
    }

    /// Something of an entry, followed; the default when it has gone.
    fn read<T: Default>(&self, at: usize, pick: impl Fn(&EvidenceRow) -> T + 'static) -> impl Fn() -> T + 'static {
        let rows = Rc::clone(&self.rows);
        move || rows().get(at).map(&pick).unwrap_or_default()
    }
}

/// The entries, and a button for one more.
pub fn evidence(listed: &Listed) -> El {
    // What was typed and cannot be kept must not pass to another entry when one goes: then all are made anew.
    let removals = RwSignal::new(0_u32);
    let rows = Rc::clone(&listed.rows);
    let keys = move || {
        let time = removals.get();
        (0..rows().len()).map(|at| format!("{time}-{at}")).collect()
    };
    let each = listed.clone();
    let list = of("ul", "evidence").live_list(keys, move |key| {
        let at = key.rsplit('-').next().and_then(|at| at.parse().ok()).unwrap_or(0);
        entry(&each, at, removals)
    });
    let (to, name) = (listed.clone(), Rc::clone(&listed.name));
    let add = button("button small", EN.asking.evidence_add)
        .set("id", &listed.add_id())
        .live_set("aria-label", move || Some((EN.asking.evidence_add_name)(&name())))
        .on("click", move |_| {
            let at = untracked(|| (to.rows)()).len();
            to.shell.edit(Edit::Evidence(to.about, EvidenceEdit::Add(Box::<Evidence>::default())));
            let id = to.id(at);
            request_animation_frame(move || {
                dom::focus_in(&id);
            });
        });
    of("div", "stack2").add(list).add(of("p", "actions").add(add))
}

fn entry(listed: &Listed, at: usize, removals: RwSignal<u32>) -> El {
    let mut fields = of("div", "evidence-form");
    for which in EvidenceField::ALL {
        fields = fields.add(one_field(listed, at, which));
    }
    let opens = listed.read(at, |row| row.opens.clone());
    let link = part(move || {
        let link = |address: String| {
            el("a").set("href", &address).set("target", "_blank").set("rel", "noopener noreferrer").text(&(EN
                .asking
                .evidence_open)(
                &address
            ))
        };
        opens().map(link).into_iter().collect()
    });
    let (to, name) = (listed.clone(), Rc::clone(&listed.name));
    let remove = button("button small", EN.asking.evidence_remove)
        .live_set("aria-label", move || Some((EN.asking.evidence_remove_name)(at + 1, &name())))
        .on("click", move |_| {
            let Some(row) = untracked(|| (to.rows)()).get(at).cloned() else { return };
            removals.update(|count| *count += 1);
            to.shell.edit(row.remove(to.about));
            let id = to.add_id();
            request_animation_frame(move || dom::focus_on(&id));
        });
    let set = el("fieldset")
        .add(of("legend", "label").text(&(EN.asking.evidence_number)(at + 1)))
        .add(fields)
        .add(of("p", "actions").add(remove).add(link));
    el("li").set("id", &listed.id(at)).add(set)
}

fn one_field(listed: &Listed, at: usize, which: EvidenceField) -> El {
    let (word, label, hint) = which.words();
    let about = Field {
        id: [&listed.id(at), "-", word].concat(),
        label: label.to_owned(),
        hint: hint.to_owned(),
        kind: "text",
        check: (which == EvidenceField::Url).then_some(evidence_wrong),
        ..Field::default()
    };
    let to = listed.clone();
    field(listed.shell, about, listed.read(at, move |row| which.value(row)), move |typed| {
        if let Some(row) = untracked(|| (to.rows)()).get(at) {
            to.shell.edit(row.typed(to.about, which, &typed)?);
        }
        Ok(())
    })
}
