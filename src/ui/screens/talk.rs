//! What many voices say: what to talk about, all answers, how the sides read each other, what was believed.

use crate::app::view::{
    AnswersRow, AnswersTable, Named, ReadingKind, ReadingsView, SurpriseRow, TalkView, TopicList, TopicRow, VoicesView,
};
use crate::catalogue::{PerSide, Side};
use crate::text::EN;
use crate::ui::markup::{El, el, of, part, svg};
use crate::ui::parts::{more, numeral, section, side_class, titled, whose};
use crate::ui::shell::Seen;

/// Everything that the replies say; nothing while there are none.
pub fn talk(seen: Seen<Option<VoicesView>>) -> El {
    part(move || seen.with(|seen| seen.as_ref().and_then(|seen| seen.talk.as_ref()).map(sections).unwrap_or_default()))
}

fn sections(seen: &TalkView) -> Vec<El> {
    let mut parts = vec![topics(seen)];
    if !seen.tables.is_empty() {
        parts.push(answers(&seen.tables, &seen.means));
    }
    if !seen.readings.is_empty() {
        parts.push(readings(&seen.readings));
    }
    parts.extend(seen.surprises.as_ref().map(|rows| surprises(rows)));
    parts
}

pub(super) fn named(item: &Named) -> [El; 2] {
    [numeral(item.number, item.spot), el("span").set("dir", "auto").text(&item.label)]
}

fn topics(seen: &TalkView) -> El {
    let section = section(EN.voices.talk_title, seen.lead);
    if seen.topics.is_empty() {
        return section.add(el("p").text(seen.none));
    }
    section.add(topic_lists(&seen.topics))
}

/// What to talk about, a column for each kind.
fn topic_lists(lists: &[TopicList]) -> El {
    let list = |list: &TopicList| {
        let rows = of("ol", "talks").all(list.rows.iter().map(topic).collect());
        let advice = of("p", "t-2 xs").text(list.advice);
        of("div", "stack").add(of("h3", "colh").text(list.title)).add(advice).add(rows)
    };
    of("div", "cols two").all(lists.iter().map(list).collect())
}

fn topic(row: &TopicRow) -> El {
    let words = el("div").add(el("h4").all(named(&row.item).into())).add(of("p", "t-2 xs").text(&row.finding));
    of("li", "talk").add(svg(&row.scene)).add(words)
}

fn answers(tables: &[AnswersTable], means: &str) -> El {
    let mut section = section(EN.voices.all_title, EN.voices.all_lead);
    for (at, table) in tables.iter().enumerate() {
        section = section.add(answers_table(table, at == 0));
    }
    section.add(of("p", "note").text(means))
}

/// A table of answers; only the first stands open.
fn answers_table(table: &AnswersTable, open: bool) -> El {
    let details = more(table.title);
    let details = if open { details.set("open", "") } else { details };
    let caption = of("caption", "visually-hidden").text(EN.voices.all_title).text(": ").text(table.title);
    let body = el("tbody").all(table.rows.iter().map(answers_row).collect());
    let items = table.rows.first().is_some_and(|row| row.what.is_ok());
    let what = if items { EN.voices.expectation } else { EN.voices.question };
    details
        .all(table.hidden.iter().map(|why| of("p", "t-2 xs").text(why)).collect())
        .add(of("table", "dist").add(caption).add(el("thead").add(answers_head(what))).add(body))
}

fn answers_head(what: &str) -> El {
    let column = |class: &str| of("th", class).set("scope", "col");
    let sides = column("sides").add(titled("span", Side::Members, EN.voices.above)).text(" ").add(titled(
        "span",
        Side::Organisation,
        EN.voices.below,
    ));
    el("tr")
        .add(column("").text(what))
        .add(sides)
        .add(column("n").text(EN.voices.organisation_short))
        .add(column("n").text(EN.voices.members_short))
        .add(column("n apart").text(EN.voices.apart_short))
        .add(column("cn").text(EN.voices.agreement_short))
}

fn answers_row(row: &AnswersRow) -> El {
    let what = match &row.what {
        Ok(item) => el("th").set("scope", "row").add(of("span", "named").all(named(item).into())),
        Err(name) => el("th").set("scope", "row").text(name),
    };
    let effect = (!row.effect.is_empty()).then(|| of("span", "effect t-2 xs").text(&row.effect));
    el("tr")
        .add(what.maybe(effect))
        .add(el("td").add(svg(&row.scene)))
        .add(of("td", "n t-org").text(&row.medians.organisation))
        .add(of("td", "n t-mem").text(&row.medians.members))
        .add(of("td", "n apart").text(&row.apart))
        .add(of("td", "cn").all(agreement(&row.agreement)))
}

/// A bar a side, with its share.
fn agreement(sides: &PerSide<Option<(String, f64)>>) -> Vec<El> {
    let bar = |(side, share): (Side, &Option<(String, f64)>)| {
        let (words, value) = share.as_ref()?;
        let bar = of("span", &["bullet ", side_class(side)].concat()).set("aria-hidden", "true");
        let bar = bar.add(el("i").var("--v", &value.to_string()));
        Some(of("span", "agree").add(bar).add(of("span", "n").add(whose(side)).text(words)))
    };
    // As the picture beside them has it: members above.
    [Side::Members, Side::Organisation].into_iter().filter_map(|side| bar((side, sides.get(side)))).collect()
}

fn readings(sides: &[ReadingsView]) -> El {
    let column = |seen: &ReadingsView| {
        of("div", "stack").add(titled("h3", seen.side, seen.title)).all(seen.kinds.iter().map(kind).collect())
    };
    section(EN.voices.reading_title, EN.voices.reading_lead)
        .add(of("div", "cols two").all(sides.iter().map(column).collect()))
}

fn kind(kind: &ReadingKind) -> El {
    let [title, means, then] = kind.words;
    let row = |(item, words): &(Named, String)| {
        el("li").add(of("span", "named").all(named(item).into())).add(of("span", "t-2 xs").text(words))
    };
    let means = of("p", "t-2 xs").text(means).text(" ").text(then);
    let list = el("ul").all(kind.items.iter().map(row).collect());
    if kind.settled {
        // Most of them, as a rule, and nothing to talk about.
        let count = [title, " (", &kind.items.len().to_string(), ")"].concat();
        return of("details", "more reading").add(el("summary").text(&count)).add(means).add(list);
    }
    of("div", "reading").add(el("h4").text(title)).add(means).add(list)
}

fn surprises(rows: &[SurpriseRow]) -> El {
    let section = section(EN.voices.surprise_title, EN.voices.surprise_lead);
    if rows.is_empty() {
        return section.add(el("p").text(EN.voices.surprise_none));
    }
    let row = |row: &SurpriseRow| {
        let line = |line: &String| of("span", "t-2 xs").text(line);
        el("li").add(of("span", "named").all(named(&row.item).into())).all(row.lines.iter().map(line).collect())
    };
    section
        .add(of("ul", "reading").all(rows.iter().map(row).collect()))
        .add(of("p", "note").text(EN.voices.surprise_do))
}
