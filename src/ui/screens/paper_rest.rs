//! The report behind its first page: everything, section by section.

use super::changes::changed;
use super::delivery::matrices_of;
use super::paper_first::items;
use super::talk::named;
use super::time::{trend_charts, trend_table};
use super::top_lists::top_columns;
use crate::app::view::{Bridge, PaperView, Shown, TopicList};
use crate::text::EN;
use crate::ui::charts::{every, ladder, profile, sides};
use crate::ui::markup::{El, el, of, svg};
use crate::ui::parts::{figure_class, section, table};
use crate::ui::shell::Shell;

/// Everything, a section each.
pub fn rest(shell: Shell, seen: &PaperView) -> Vec<El> {
    let (text, found) = (&EN.results, &seen.results);
    let mut parts = Vec::new();
    if !seen.purpose.is_empty() || !seen.about.is_empty() {
        let purpose = seen.purpose.iter().map(|words| el("p").set("dir", "auto").text(words)).collect();
        let about = (!seen.about.is_empty()).then(|| described(&seen.about));
        parts.push(section(EN.asking.purpose, "").all(purpose).maybe(about));
    }
    // The same expectations once: in figures where the first page had no room for those, else in bars.
    parts.push(if seen.items_fit {
        section(text.every_title, text.every_lead).add(every(shell, &found.every))
    } else {
        section(EN.handouts.in_figures, EN.handouts.importance)
            .add(items(&seen.items, seen.results.every.asks_delivered))
    });
    parts.extend(found.tops.as_ref().map(|(lead, lists)| section(text.top_title, lead).add(top_columns(lists))));
    parts.push(
        section(text.outlook_title, text.outlook_lead).add(ladder(&plain, &found.ladder)).add(note(text.outlook_foot)),
    );
    parts.push(
        of("div", "cols two wide-left")
            .add(section(text.sides_title, &found.sides_lead).add(sides(&plain, &found.flies, &found.pledges)))
            .add(section(text.exchange_title, &found.exchange_finding).add(svg(&found.exchange))),
    );
    parts.push(match &found.matrices {
        Some(matrices) => section(text.matrix_title, text.matrix_lead).add(matrices_of(matrices)),
        None => section(text.matrix_title, found.no_matrix),
    });
    let lead = [&found.profile_lead, " ", &found.maturity].concat();
    parts.push(section(text.profile_title, &lead).add(profile(&found.profile)));
    if !seen.notes.is_empty() {
        parts.push(section(EN.handouts.notes_title, "").add(notes(&seen.notes)));
    }
    parts.extend(planned(seen));
    if let Some(past) = &seen.past {
        let trend = &past.trend;
        let shown = section(EN.time.trend_title, &past.finding).add(trend_charts(trend));
        parts.push(shown.add(note(EN.time.trend_lead)).add(trend_table(trend)));
        let [earlier, later] = &past.between;
        let shown = section(EN.time.changes_title, EN.time.rule);
        parts.push(shown.all(changed(&past.changed, earlier, later, usize::MAX)));
    }
    if !seen.topics.is_empty() {
        parts
            .push(section(EN.voices.talk_title, EN.voices.talk_on_paper).all(seen.topics.iter().map(topics).collect()));
    }
    let heard = of("ul", "paper-next").all(seen.heard.iter().map(|line| el("li").text(line)).collect());
    parts.push(section(EN.report.heard, "").add(heard));
    parts.push(section(EN.handouts.method_title, "").add(el("p").text(EN.handouts.method)).add(note(text.evidence)));
    parts
}

/// A figure that does not open.
#[expect(clippy::needless_pass_by_value, reason = "as the figures that open take it")]
fn plain(shown: Shown) -> El {
    of("span", figure_class(&shown.text)).text(&shown.text)
}

fn note(words: &str) -> El {
    of("p", "note").text(words)
}

/// What to talk about of one kind, in words alone.
fn topics(list: &TopicList) -> El {
    let mut rows = of("ul", "urgent top-list");
    for row in &list.rows {
        let [number, words] = named(&row.item);
        let finding = (!row.finding.is_empty()).then(|| of("span", "t-2").text(" ").text(&row.finding));
        rows = rows.add(el("li").add(number).add(el("span").add(words).maybe(finding)));
    }
    let head = of("h3", "colh").text(list.title);
    of("div", "stack").add(head).add(of("p", "t-2 xs").text(list.advice)).add(rows)
}

fn described(about: &[(&'static str, String)]) -> El {
    let mut list = of("dl", "paper-notes");
    for (name, words) in about {
        list = list.add(el("dt").text(name)).add(el("dd").text(words));
    }
    list
}

fn notes(notes: &[(String, String)]) -> El {
    let mut list = of("dl", "paper-notes");
    for (about, words) in notes {
        list = list.add(el("dt").text(about)).add(el("dd").set("dir", "auto").text(words));
    }
    list
}

/// The statement, the measures, the plan, bridges, and how to begin.
fn planned(seen: &PaperView) -> Vec<El> {
    let text = &EN.report;
    let words = |words: &String| el("p").set("dir", "auto").text(words);
    let statement = section(text.statement, "").all(seen.statement.iter().map(words).collect());
    let measures = section(text.measures, if seen.measures.rows.is_empty() { text.measures_none } else { "" });
    let plan = section(text.plan, if seen.plan.rows.is_empty() { text.plan_none } else { "" });
    let mut parts = vec![
        statement,
        measures.maybe(listed(text.measures, &seen.measures.head, &seen.measures.rows)),
        plan.maybe(listed(text.plan, &seen.plan.head, &seen.plan.rows))
            .maybe((!seen.review.is_empty()).then(|| el("p").text(&seen.review))),
    ];
    if !seen.bridges.is_empty() {
        let list = of("ul", "paper-next").all(seen.bridges.iter().map(bridge).collect());
        parts.push(section(EN.change.bridges_title, EN.change.report_lead).add(list));
    }
    if !seen.next_whole.is_empty() {
        let row = |[what, how, why]: &[String; 3]| {
            el("li").add(el("b").text(what)).text(": ").text(how).text(" ").add(of("span", "t-2").text(why))
        };
        let list = of("ol", "paper-next").all(seen.next_whole.iter().map(row).collect());
        parts.push(section(text.next, text.next_actions).add(list));
    }
    parts
}

fn bridge(bridge: &Bridge) -> El {
    let whose = [" (", bridge.whose, ")"].concat();
    el("li")
        .add(el("b").set("dir", "auto").text(&bridge.ends.join(" → ")))
        .text(": ")
        .add(el("span").set("dir", "auto").text(&bridge.how))
        .add(of("span", "t-2").text(&whose))
}

fn listed(caption: &str, head: &[&'static str], rows: &[Vec<String>]) -> Option<El> {
    if rows.is_empty() {
        return None;
    }
    let mut heads = el("tr");
    for words in head {
        heads = heads.add(el("th").set("scope", "col").text(words));
    }
    let row = |row: &Vec<String>| {
        let mut made = el("tr");
        for (at, (cell, column)) in row.iter().zip(head).enumerate() {
            let element = if at == 0 { el("th").set("scope", "row") } else { el("td").set("data-of", column) };
            made = made.add(element.set("dir", "auto").text(cell));
        }
        made
    };
    Some(table("table fits typed", caption, heads, rows.iter().map(row).collect()))
}
