//! The finding on top of the results: the sentence, what is delivered, the outlook.

use crate::app::view::{LastTime, ResultsView};
use crate::text::EN;
use crate::ui::markup::{El, el, of, svg};
use crate::ui::parts::figure;
use crate::ui::shell::Shell;

/// The finding: the sentence, what is delivered, the outlook.
pub fn hero(shell: Shell, seen: &ResultsView) -> El {
    let mut hero = of("header", "hero").add(kicker(&seen.kicker)).add(sentence(shell, seen)).add(lead(shell, seen));
    hero = hero.maybe(seen.last_time.as_ref().map(last_time));
    for words in &seen.notices {
        hero = hero.add(of("p", "notice").text(words));
    }
    if let Some((words, address)) = &seen.answer {
        let answer = of("a", "button first").set("href", address).text(EN.results.answer_now);
        hero = hero.add(of("p", "notice").text(words)).add(of("p", "actions").add(answer));
    }
    hero
}

/// What the finding is drawn from; the day at its end is not broken.
fn kicker(words: &str) -> El {
    let (before, day) = words.split_at(words.rfind(" · ").unwrap_or(words.len()));
    of("p", "k").text(before).add(of("span", "nw").text(day))
}

/// A quiet line: what was last time.
fn last_time(last: &LastTime) -> El {
    let link = |address: &String| el("a").set("href", address).text(EN.time.last_more);
    of("p", "t-2").text(&last.words).text(" ").maybe(last.address.as_ref().map(link))
}

fn sentence(shell: Shell, seen: &ResultsView) -> El {
    let heading = el("h1").text(&seen.sentence.start);
    match &seen.overlap {
        Some(shown) => {
            heading.text(": ").add(figure(shell, shown.clone())).text(" ").text(EN.results.overlap_follows).text(".")
        }
        None => heading,
    }
}

fn lead(shell: Shell, seen: &ResultsView) -> El {
    let mut lead = of("p", "lead");
    if let Some(shown) = &seen.kept {
        lead = lead.add(figure(shell, shown.clone())).text(" ").text(EN.results.kept_follows).text(" ");
    }
    lead.text(seen.outlook_lead).text(" ").add(outlook(seen)).text(". ").text(&seen.outlook_rest)
}

/// The rung, or the two rungs, beside the four bars, which stay on the line of its first word.
fn outlook(seen: &ResultsView) -> El {
    let mut words = el("span");
    for (at, rung) in seen.outlook.iter().enumerate() {
        if at > 0 {
            words = words.text(" ").text(EN.results.and).text(" ").add(el("strong").text(rung));
            continue;
        }
        let (first, rest) = rung.split_at(rung.find(' ').unwrap_or(rung.len()));
        let first = of("span", "nw").add(svg(&seen.stairs)).text(first);
        words = words.add(el("strong").add(first).text(rest));
    }
    words
}
