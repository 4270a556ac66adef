//! The ten practices of the value proposition, the gate of the phase beside them.

use std::rc::Rc;

use super::evidence::{Listed, evidence};
use crate::app::view::{self, GateView, PracticeRow, PracticesView};
use crate::assessment::{About, Answer, Edit};
use crate::browser::dom;
use crate::catalogue::content::Scale;
use crate::catalogue::{Practice, Step};
use crate::chart::{self, MarkKind};
use crate::route::Place;
use crate::text::EN;
use crate::ui::markup::{El, el, of, svg, typed};
use crate::ui::parts::{
    Field, again, answer_of, button, field, intro, labelled, onward, option, page, radio, takes_back,
};
use crate::ui::shell::{Seen, Shell};

/// Where a practice is read: its place among the ten.
#[derive(Clone, Copy)]
struct Row {
    seen: Seen<Option<PracticesView>>,
    at: usize,
    practice: Practice,
}

impl Row {
    /// A text of it, followed; empty when what it is about has gone.
    fn words(self, pick: fn(&PracticeRow) -> String) -> impl Fn() -> String + Copy + 'static {
        move || {
            let words = self.seen.with(|seen| seen.as_ref().and_then(|seen| seen.rows.get(self.at)).map(pick));
            words.unwrap_or_default()
        }
    }

    /// Its answer, followed.
    fn answer(self) -> Option<Answer> {
        self.seen.with(|seen| seen.as_ref()?.rows.get(self.at)?.answer)
    }
}

/// How firm the value proposition is.
pub fn practices(shell: Shell) -> El {
    let seen = shell.see(view::practices);
    let Some(first) = seen.now() else { return of("div", "part") };
    let mut rows = of("ol", "asks");
    for (at, row) in first.rows.iter().enumerate() {
        rows = rows.add(practice(shell, Row { seen, at, practice: row.practice }, row));
    }
    let intro = intro(EN.asking.practices_title, EN.asking.practices_lead);
    let list = of("h2", "visually-hidden").text(EN.asking.practices_list);
    let questions =
        of("div", "q").add(intro).add(list).add(rows).add(onward(shell, Place::Results, EN.asking.practices_next));
    let beside = of("aside", "gate").set("aria-label", EN.asking.so_far).live(move || {
        seen.with(|seen| match seen {
            Some(seen) => vec![gate(&seen.gate)],
            None => Vec::new(),
        })
    });
    page("main").add(of("div", "practices").add(questions).add(beside))
}

fn practice(shell: Shell, row: Row, first: &PracticeRow) -> El {
    let which = row.practice;
    let header = el("header")
        .add(of("span", "pn").text(&first.number.to_string()))
        .add(el("div").add(el("h3").text(first.name)).add(of("p", "t-2").text(first.help)))
        .add(of("span", "tag t-2").live_text(row.words(|row| row.needs.clone().unwrap_or_default())));
    let mut levels = of("fieldset", "levels").add(of("legend", "visually-hidden").text(first.name));
    for (step, words) in Step::ALL.into_iter().zip(first.levels) {
        levels = levels.add(level(shell, row, Answer::Step(step), words));
    }
    let levels = levels.add(level(shell, row, Answer::DontKnow, EN.asking.dont_know)).on("keydown", move |event| {
        if takes_back(&event) {
            shell.edit(Edit::Level(which, None));
        }
    });
    of("li", "card practice").set("id", &first.element).add(header).add(levels).add(more(shell, row, first.name))
}

fn level(shell: Shell, row: Row, one: Answer, words: &str) -> El {
    let checked = move || row.answer() == Some(one);
    let input = radio(&["level-", row.practice.key()].concat(), one);
    let input = input.live_property("checked", move || checked().into());
    let input = again(input, checked, move |again| shell.edit(Edit::Level(row.practice, (!again).then_some(one))));
    answer_of(input, one, words)
}

/// The note, the level aimed at and what shows the level.
fn more(shell: Shell, row: Row, name: &'static str) -> El {
    let which = row.practice;
    let label = row.words(|row| row.noted.clone());
    let target = row.words(|row| row.target.map(|step| step.to_string()).unwrap_or_default());
    let about = Field {
        id: ["note-", which.key()].concat(),
        label: EN.asking.practice_note.to_owned(),
        kind: "textarea",
        ..Field::default()
    };
    let note = field(shell, about, row.words(|row| row.note.clone()), move |typed| {
        shell.edit(Edit::PracticeNote(which, typed));
        Ok(())
    });
    let id = ["aim-", which.key()].concat();
    let mut aim = of("select", "field").set("id", &id).add(option("", EN.asking.no_target, ""));
    let words = shell.now(|model| view::steps(model.catalogue, Scale::Practice));
    for (step, words) in Step::ALL.into_iter().zip(words) {
        let step = step.to_string();
        aim = aim.add(option(&step, &[&step, " ", words].concat(), ""));
    }
    let aim = aim.live_property("value", move || target().into()).on("change", move |event| {
        let step = typed(&event).parse().ok().and_then(Step::new);
        shell.edit(Edit::Target(which, step));
    });
    let shows = Listed {
        shell,
        about: About::Practice(which),
        name: Rc::new(move || name.to_owned()),
        rows: Rc::new(move || {
            let rows = row.seen.with(|seen| seen.as_ref()?.rows.get(row.at).map(|row| row.evidence.clone()));
            rows.unwrap_or_default()
        }),
    };
    let form = of("div", "form").add(note).add(labelled(&id, EN.asking.target, "", aim)).add(evidence(&shows));
    let hidden = of("span", "visually-hidden").text(": ").text(name);
    of("details", "more").add(el("summary").live_text(label).add(hidden)).add(form)
}

fn gate(gate: &GateView) -> El {
    let mut rows = of("ul", "gates");
    for row in &gate.rows {
        let class = match row.mark {
            MarkKind::Yes => "yes",
            MarkKind::No => "no",
            MarkKind::Unknown | MarkKind::NotAsked => "open",
        };
        let element = row.element.clone();
        let jump = button("link", &row.name).add(of("span", "visually-hidden").text(": ").text(row.mark_words)).on(
            "click",
            move |_| {
                dom::focus_in(&element);
            },
        );
        let mark = svg(&chart::mark(row.mark).to_svg());
        rows = rows.add(of("li", class).add(mark).add(jump).add(el("span").text(&row.figure)));
    }
    of("div", "gate-in")
        .add(of("p", "k").text(&gate.title))
        .add(of("p", "sentence").text(&gate.state))
        .add(rows)
        .add(of("p", "t-2 xs").text(EN.asking.gate_proposal))
}
