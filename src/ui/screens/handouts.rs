//! Files to hand over: reports, tables, the plan for a calendar, pictures.

use crate::app::view::{self, AlongRow, HandoutRow, HandoutsView};
use crate::app::{Drawing, Handout, Msg};
use crate::text::EN;
use crate::ui::markup::{El, el, of, part, untracked};
use crate::ui::parts::{button, check, section, sends};
use crate::ui::printing;
use crate::ui::shell::{Seen, Shell};

/// What is seen of them.
type HandedOut = Seen<Option<HandoutsView>>;

/// All files that can be made of what is open.
pub fn handouts(shell: Shell) -> El {
    let seen: HandedOut = shell.see(view::handouts);
    let text = &EN.handouts;
    let lists = part(move || {
        let rows = |pick: fn(&HandoutsView) -> &Vec<HandoutRow>| seen.with(|seen| seen.as_ref().map(pick).cloned());
        let list = |rows: Option<Vec<HandoutRow>>| rows.unwrap_or_default().iter().map(|one| row(shell, one)).collect();
        let files = of("ul", "handouts").maybe(seen.pick(|seen| paper(shell, seen)));
        vec![
            files.all(list(rows(|seen| &seen.files))),
            of("h3", "colh").text(text.pictures_title),
            of("ul", "handouts").all(list(rows(|seen| &seen.pictures))),
        ]
    });
    section(text.title, text.lead).set("id", "handouts").add(along(shell)).add(lists)
}

/// The report on paper.
fn paper(shell: Shell, seen: &HandoutsView) -> Option<El> {
    let text = &EN.handouts;
    let look = of("a", "button small").set("href", seen.paper.as_ref()?).text(text.open);
    let look = look.set("aria-label", &(EN.home.of_name)(text.open, text.paper));
    Some(named(text.paper, text.paper_hint).add(of("span", "actions").add(look).add(print(shell, "button small"))))
}

/// A button that prints.
pub fn print(shell: Shell, class: &str) -> El {
    button(class, EN.handouts.print).on("click", move |_| printing::print(shell))
}

fn named(name: &str, hint: &str) -> El {
    let words = el("div").add(of("span", "handout").text(name));
    of("li", "").add(if hint.is_empty() { words } else { words.add(of("span", "hint").text(hint)) })
}

fn row(shell: Shell, row: &HandoutRow) -> El {
    let file = |(words, handout): &(&'static str, Handout)| {
        save(shell, "button small", words, *handout).set("aria-label", &(EN.home.of_name)(words, row.name))
    };
    named(row.name, row.hint).add(of("span", "actions").all(row.files.iter().map(file).collect()))
}

/// A button that makes a file.
fn save(shell: Shell, class: &str, words: &str, handout: Handout) -> El {
    sends(shell, class, words, Msg::HandOut(handout))
}

/// What goes along in reports and on paper.
pub fn along(shell: Shell) -> El {
    let seen: HandedOut = shell.see(view::handouts);
    let rows = seen.now().map(|seen| seen.along.to_vec()).unwrap_or_default();
    let row = |(at, row): (usize, AlongRow)| {
        let now = move || seen.pick(|seen| seen.along.get(at).copied());
        let on = move || now().is_some_and(|row| row.on);
        let turn = move |_| {
            if let Some(row) = untracked(now) {
                shell.send(Msg::Along(row.other));
            }
        };
        check(el("span").text(row.label), on, turn).add(of("span", "hint").text(row.hint))
    };
    of("fieldset", "checks")
        .add(of("legend", "label").text(EN.handouts.along))
        .add(of("div", "checks").all(rows.into_iter().enumerate().map(row).collect()))
}

/// Below the picture: print, or save the picture.
pub fn picture_ways(shell: Shell) -> El {
    let text = &EN.handouts;
    of("p", "actions picture-ways")
        .add(print(shell, "button small"))
        .add(save(shell, "button small", text.picture_svg, Handout::Svg(Drawing::Shared)))
        .add(save(shell, "button small", text.picture_png, Handout::Png(Drawing::Shared)))
}

/// Below the map: save it.
pub fn map_ways(shell: Shell) -> El {
    let text = &EN.handouts;
    of("p", "actions").add(save(shell, "button small", text.map_svg, Handout::MapSvg)).add(save(
        shell,
        "button small",
        text.map_png,
        Handout::MapPng,
    ))
}

/// On the plan: what has a day, for a calendar.
pub fn calendar_ways(shell: Shell) -> El {
    let seen = shell.see(|model| model.open().is_some_and(|shelved| view::has_calendar(&shelved.assessment)));
    of("p", "actions").live_set("hidden", move || seen.with(|there| (!there).then(String::new))).add(save(
        shell,
        "button",
        EN.handouts.calendar_save,
        Handout::Calendar,
    ))
}
