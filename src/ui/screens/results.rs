//! The results: one heading, one picture, one sentence a section; detail behind each.

use leptos::prelude::Set;

use super::becoming::becoming;
use super::bridges::{bridges, switch};
use super::delivery::delivery;
use super::folding::{contents, folded};
use super::handouts::picture_ways;
use super::hero::hero;
use super::next_actions::next_actions;
use super::next_questions::next_questions;
use super::top_lists::top_lists;
use super::unanswered::unanswered;
use crate::app::view::{self, EveryGroup, EveryRow, EveryView, ResultsView};
use crate::chart::Region;
use crate::route::Route;
use crate::text::EN;
use crate::ui::charts::pointing::still_picture;
use crate::ui::charts::{every, ladder, named, profile, range, sides};
use crate::ui::markup::{El, el, of, part, svg};
use crate::ui::parts::{self, figure, numeral, page, reminder, spot_class};
use crate::ui::shell::Shell;

/// The results of a saved assessment.
pub fn results(shell: Shell) -> El {
    page("main").add(reminder(shell)).add(results_body(shell))
}

/// The results themselves, saved or as a guest.
pub fn results_body(shell: Shell) -> El {
    shell.pointed.set(None);
    shell.bridging.set(false);
    let seen = shell.see(view::results);
    let made = move |make: fn(Shell, &ResultsView) -> Vec<El>| part(move || seen.pick(|seen| make(shell, seen)));
    // One writes in the bridges, so they stay when the results around them are made again.
    of("div", "part").add(made(found)).add(bridges(shell)).add(made(follows)).add(parts::detail(shell))
}

/// The finding, the picture, and its numbers as a table.
fn found(shell: Shell, seen: &ResultsView) -> Vec<El> {
    let text = &EN.results;
    let mut parts = vec![
        hero(shell, seen).add(contents(shell, &seen.contents)),
        pictured(shell, seen),
        picture_ways(shell),
        unanswered(shell),
        next_actions(shell),
    ];
    if seen.says.expectations {
        parts.push(folded(shell, "every", text.every_title, text.every_lead).add(every(shell, &seen.every)));
    }
    parts
}

/// The picture; below it from what it is drawn where that is not all, and where it is too small for words, the words.
fn pictured(shell: Shell, seen: &ResultsView) -> El {
    let mut figure = of("figure", "heropic").add(still_picture(shell, seen.picture.clone(), seen.points.clone()));
    if let Some(drawn) = &seen.drawn {
        let ends = seen.overlap.as_ref().and_then(|shown| shown.ends);
        figure = figure.add(of("div", "drawn").add(range(move || ends, &[25, 50])).add(of("p", "t-2 xs").text(drawn)));
    }
    figure.add(key(&seen.every)).add(switch(shell))
}

/// Each number of the picture in words. Whoever hears the page has heard them in the picture.
fn key(every: &EveryView) -> El {
    let row = |spot: Region, row: &EveryRow| {
        el("li").add(numeral(row.drawn.number, spot)).add(el("span").set("dir", "auto").text(&row.drawn.statement))
    };
    let listed = |group: &EveryGroup| {
        let rows = of("ul", "stack1").all(group.rows.iter().map(|one| row(group.spot, one)).collect());
        let class = spot_class(group.spot);
        of("div", &format!("stack1 {class}")).add(named(of("b", &format!("xs t-{class}")), group)).add(rows)
    };
    let groups = of("div", "pic-key-list").all(every.groups.iter().map(listed).collect());
    of("div", "pic-key").set("aria-hidden", "true").add(of("p", "t-2 xs").text(EN.results.key_how)).add(groups)
}

/// What follows from it.
fn follows(shell: Shell, seen: &ResultsView) -> Vec<El> {
    let text = &EN.results;
    let mut parts = vec![
        folded(shell, "outlook", text.outlook_title, text.outlook_lead)
            .add(ladder(&|shown| figure(shell, shown), &seen.ladder))
            .maybe(next_questions(shell, &seen.ladder))
            .add(note(text.outlook_foot, "outlook", text.outlook_method)),
    ];
    if seen.says.any() {
        parts.push(becoming(shell));
    }
    if seen.says.sides {
        let both = folded(shell, "sides", text.sides_title, &seen.sides_lead);
        let both = both.add(sides(&|shown| figure(shell, shown), &seen.flies, &seen.pledges));
        let exchange = folded(shell, "exchange", text.exchange_title, &seen.exchange_finding).add(svg(&seen.exchange));
        parts.push(of("div", "cols two wide-left").add(both).add(exchange));
    }
    parts.extend(seen.tops.as_ref().map(|(lead, lists)| top_lists(shell, lead, lists)));
    if seen.matrices.is_some() || seen.says.any() {
        parts.push(delivery(shell, seen.matrices.as_ref(), seen.no_matrix));
    }
    if seen.says.practices {
        let lead = format!("{} {}", seen.profile_lead, seen.maturity);
        parts.push(folded(shell, "profile", text.profile_title, &lead).add(profile(&seen.profile)));
    }
    parts.push(note(text.evidence, "proposals", text.evidence_link));
    parts
}

/// A word on the method, with a link to its section.
fn note(words: &str, about: &str, link: &str) -> El {
    let address = Route::Method(Some(about.to_owned())).address();
    of("p", "note").text(words).text(" ").add(el("a").set("href", &address).text(link))
}
