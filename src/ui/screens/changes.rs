//! What has changed between two states.

use crate::app::view::{self, ChangeRow, Changed, ChangesView, MovedRow};
use crate::app::{End, Msg};
use crate::text::EN;
use crate::ui::markup::{El, el, of, part, typed};
use crate::ui::parts::{labelled, more, option, section, table};
use crate::ui::shell::{Seen, Shell};

/// The comparison as it is seen.
type Compared = Seen<Option<ChangesView>>;

/// What has changed between two states to choose; nothing before the first snapshot.
pub fn changes(shell: Shell) -> El {
    let seen = shell.see(view::changes);
    // The fields stay while what they are about changes.
    let any = shell.see(|model| model.open().is_some_and(|shelved| !shelved.assessment.snapshots.is_empty()));
    part(move || {
        if !any.get() {
            return Vec::new();
        }
        let found = of("div", "stack").set("role", "status").live(move || seen.pick(body));
        vec![section(EN.time.changes_title, EN.time.rule).set("id", "changes").add(choosing(shell, seen)).add(found)]
    })
}

/// The two states to choose.
fn choosing(shell: Shell, seen: Compared) -> El {
    let one = state(shell, seen, End::One, EN.time.changes_from);
    let other = state(shell, seen, End::Other, EN.time.changes_to);
    of("div", "between").add(one).add(other)
}

fn state(shell: Shell, seen: Compared, end: End, words: &str) -> El {
    let id = if end == End::One { "compare-one" } else { "compare-other" };
    let options = move || {
        seen.with(|seen| {
            let Some(seen) = seen else { return Vec::new() };
            let (one, other) = seen.chosen;
            let chosen = end.of(&[one, other]).to_string();
            seen.states.iter().enumerate().map(|(at, state)| option(&at.to_string(), &state.name, &chosen)).collect()
        })
    };
    let select = of("select", "field").set("id", id).live(options).on("change", move |event| {
        let Some(ChangesView { states, chosen, .. }) = seen.now() else { return };
        let Ok(at) = typed(&event).parse::<usize>() else { return };
        let (one, other) = if end == End::One { (at, chosen.1) } else { (chosen.0, at) };
        let which = |at: usize| states.get(at).and_then(|state| state.which.clone());
        shell.send(Msg::Compare { earlier: which(one), later: which(other) });
    });
    labelled(id, words, "", select)
}

fn body(seen: &ChangesView) -> Vec<El> {
    let Some((earlier, later)) = &seen.between else {
        return vec![el("p").text(EN.time.same_state)];
    };
    changed(&seen.changed, earlier, later, AT_ONCE)
}

/// About how many things it is said at once what has moved; the rest is folded.
const AT_ONCE: usize = 8;

/// What has changed from one state to another, by their names; what moved most first, and what is behind `most` things
/// folded.
pub(super) fn changed(seen: &Changed, earlier: &str, later: &str, most: usize) -> Vec<El> {
    let mut parts: Vec<El> = seen.notes.iter().map(|words| of("p", "notice").text(words)).collect();
    let head = |words: &str| el("th").set("scope", "col").set("dir", "auto").text(words);
    let heads = el("tr").add(head(EN.time.figure)).add(head(earlier)).add(head(later)).add(head(EN.time.change));
    parts.push(figures(EN.time.changes_title, heads, &seen.figures));
    parts.push(el("h3").text(&seen.moved_title));
    let things = view::grouped(&seen.moved);
    // One or two are not worth folding.
    let shown = if things.len() > most.saturating_add(2) { most } else { things.len() };
    let (first, rest) = things.split_at(shown);
    let list = |things: &[&[MovedRow]]| of("ul", "moves").all(things.iter().map(|rows| moved(rows)).collect());
    if !first.is_empty() {
        parts.push(list(first));
    }
    if !rest.is_empty() {
        let title = (EN.time.moved_rest)(rest.iter().map(|rows| rows.len()).sum());
        parts.push(more(&title).add(list(rest)));
    }
    parts
}

/// Figures of two states, and where each went, below these heads of columns.
pub(super) fn figures(caption: &str, heads: El, rows: &[ChangeRow]) -> El {
    let row = |row: &ChangeRow| {
        // Between two communities only the higher one is bold.
        let [one, other] = row.wins().map(|wins| of("td", if wins { "fg wins" } else { "fg" }));
        let (one, other) = (one.text(&row.values[0]), other.text(&row.values[1]));
        let sign = (!row.sign.is_empty()).then(|| of("span", "sign").set("aria-hidden", "true").text(row.sign));
        let change = if row.is_clear() {
            el("td").maybe(sign).add(el("b").text(row.change))
        } else {
            of("td", "t-2").text(row.change)
        };
        el("tr").add(el("th").set("scope", "row").text(&row.name)).add(one).add(other).add(change)
    };
    table("table changes", caption, heads, rows.iter().map(row).collect())
}

/// A thing, and each answer about it that moved.
fn moved(rows: &[MovedRow]) -> El {
    let mut made = el("li").maybe(rows.first().map(|row| el("span").set("dir", "auto").text(&row.what)));
    for row in rows {
        made = made.add(of("span", "t-2 xs").text(&row.about)).add(of("span", "fg").text(&row.steps));
    }
    made
}
