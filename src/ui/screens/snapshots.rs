//! Taking a snapshot, starting a round, and the snapshots that there are.

use crate::app::view::{SnapshotRow, TimeView};
use crate::assessment::{Date, Edit};
use crate::browser::dom;
use crate::text::EN;
use crate::ui::markup::{El, el, of, set_property, untracked, value};
use crate::ui::parts::{Field, button, field, labelled, section, submit};
use crate::ui::shell::{Seen, Shell};

/// The snapshots as they are seen.
type Kept = Seen<Option<TimeView>>;

/// The form that takes a snapshot or starts a round.
pub fn taking(shell: Shell, seen: Kept) -> El {
    let text = &EN.time;
    let date = of("input", "field")
        .set("id", "snapshot-date")
        .set("type", "date")
        .set("aria-describedby", "snapshot-date-hint snapshot-date-error");
    set_property(date.node(), "value", &seen.now().map(|seen| seen.today).unwrap_or_default().into());
    let label = of("input", "field")
        .set("id", "snapshot-label")
        .set("type", "text")
        .set("maxlength", "20000")
        .set("dir", "auto")
        .set("autocomplete", "off")
        .set("aria-describedby", "snapshot-label-hint");
    let error = of("p", "error").set("id", "snapshot-date-error").set("role", "status");
    let fields = of("div", "two")
        .add(labelled("snapshot-date", text.date, text.date_hint, date.clone()).add(error.clone()))
        .add(labelled("snapshot-label", text.label, text.label_hint, label.clone()));
    let given = Given { date, label, error };
    let (of_snapshot, of_round) = (given.clone(), given);
    let take = submit("button first", text.take);
    let begin = button("button", text.round).on("click", move |_| {
        let Some(round) = untracked(|| seen.with(|seen| seen.as_ref().map(|seen| seen.round))) else { return };
        if let Some((date, label)) = of_round.read() {
            shell.edit(Edit::StartRound { ends: round, date, label });
        }
    });
    let words = |pick: fn(&TimeView) -> &String| move || seen.pick(|seen| pick(seen).clone());
    let means = of("p", "t-2 xs").live_text(words(|seen| &seen.round_means));
    let now = of("p", "t-2 xs").live_text(words(|seen| &seen.round_now));
    let ways = of("div", "ways2")
        .add(of("div", "stack2").add(of("p", "actions").add(take)).add(of("p", "t-2 xs").text(text.take_means)))
        .add(of("div", "stack2").add(of("p", "actions").add(begin)).add(means).add(now));
    let form = of("form", "form").add(fields).add(ways).on("submit", move |event| {
        event.prevent_default();
        if let Some((date, label)) = of_snapshot.read() {
            shell.edit(Edit::TakeSnapshot { date, label });
        }
    });
    section(text.take_title, "").set("id", "take").add(form)
}

/// The two fields, and where an error is said.
#[derive(Clone)]
struct Given {
    date: El,
    label: El,
    error: El,
}

impl Given {
    /// Day and name; the name's field is empty again then. Without a day, says so.
    fn read(&self) -> Option<(Date, String)> {
        let date = value(&self.date).parse::<Date>().ok().filter(Date::is_day);
        self.error.node().set_text_content(date.is_none().then_some(EN.time.date_wrong));
        let wrong = if date.is_none() { "true" } else { "false" };
        let _ = self.date.clone().set("aria-invalid", wrong);
        let date = date?;
        let label = value(&self.label);
        set_property(self.label.node(), "value", &"".into());
        Some((date, label))
    }
}

/// The snapshots, the latest first, each with its name to be changed.
pub fn snapshots(shell: Shell, seen: Kept) -> El {
    let keys = move || {
        seen.with(|seen| {
            let rows = seen.as_ref().map_or(&[][..], |seen| &seen.snapshots);
            rows.iter().map(|row| row.key.clone()).collect()
        })
    };
    let none = move || seen.with(|seen| seen.as_ref().is_none_or(|seen| seen.snapshots.is_empty())).then(String::new);
    let list = of("ol", "snaps").live_list(keys, move |key| row(shell, seen, key));
    section(EN.time.list_title, EN.time.list_lead).set("id", "snapshots").live_set("hidden", none).add(list)
}

fn row(shell: Shell, seen: Kept, key: &str) -> El {
    let key = key.to_owned();
    let read = move || -> Option<SnapshotRow> {
        seen.with(|seen| seen.as_ref()?.snapshots.iter().find(|row| row.key == key).cloned())
    };
    let Some(first) = read() else { return el("li") };
    let about = Field {
        id: ["snapshot-", &first.which.at.to_string(), "-", first.which.date.as_str()].concat(),
        // Day and name are two things, for the eye and for the ear.
        label: [&first.date, ":"].concat(),
        hint: first.about,
        aside: EN.time.label,
        kind: "text",
        ..Field::default()
    };
    let (shown, typed, named, gone) = (read.clone(), read.clone(), read.clone(), read);
    let name = field(
        shell,
        about,
        move || shown().map(|row| row.which.label).unwrap_or_default(),
        move |label| {
            if let Some(row) = untracked(&typed) {
                shell.edit(Edit::RenameSnapshot(row.which, label));
            }
            Ok(())
        },
    );
    let remove = button("button small", EN.time.remove)
        .live_set("aria-label", move || named().map(|row| (EN.time.remove_name)(&row.name)))
        .on("click", move |_| {
            let Some(row) = untracked(&gone) else { return };
            let at = |seen: &TimeView| seen.snapshots.iter().position(|one| one.key == row.key);
            let at = untracked(|| seen.with(|seen| seen.as_ref().and_then(at))).map_or(1, |at| at + 1);
            shell.edit(Edit::DropSnapshot(row.which));
            // What comes into its place takes the focus.
            let here = [".snaps > :nth-child(", &at.to_string(), ") button"].concat();
            dom::focus_soon(&[&here, ".snaps > :last-child button", "main h1"]);
        });
    el("li").add(name).add(remove)
}
