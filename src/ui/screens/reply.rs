//! Answering an invitation: one side, three items a page, on a phone as well.

use super::nowhere::nowhere;
use super::reply_end::{empty, end};
use crate::app::view::{self, ChoiceView, ReplyBody, ReplyItem, ReplyPledge, ReplyView, ReplyWorth, TopView};
use crate::app::{Msg, NAME, ReplyEdit};
use crate::catalogue::Side;
use crate::catalogue::content::Scale;
use crate::text::EN;
use crate::ui::markup::{El, el, of, untracked};
use crate::ui::parts::{Field, field, glyph, kept_choice, meaning, page, picks, sends, side_class};
use crate::ui::shell::{Seen, Shell};

/// The reply as it is seen.
pub type Replying = Seen<Option<ReplyView>>;

/// A page of a reply.
pub fn reply(shell: Shell) -> El {
    let seen: Replying = shell.see(view::reply);
    let Some(first) = seen.now() else { return nowhere(EN.reply.gone_title, EN.reply.gone_lead) };
    let mut body = of("div", "reply").add(intro(shell, &first));
    body = match &first.body {
        ReplyBody::Items(items) => body.add(asks(shell, seen, items)).add(meaning(shell, &scales(items))),
        ReplyBody::Worth(worth) => body.all(worth_page(shell, seen, worth)).maybe(name(shell, seen)),
        ReplyBody::Contributions(rows) => body.add(pledges(shell, seen, rows)).maybe(name(shell, seen)),
        ReplyBody::Empty(first) => body.all(empty(first)),
        ReplyBody::End(_) => body.all(end(shell, &first)),
    };
    // The last page has a way back among its words, and nothing lies over the line to send.
    let foot = (!matches!(first.body, ReplyBody::End(_) | ReplyBody::Empty(_))).then(|| foot(&first));
    page("main replying").add(progress(seen)).add(body).maybe(foot)
}

/// How far one is; it stays in sight.
fn progress(seen: Replying) -> El {
    let done = move || seen.with(|seen| seen.as_ref().map_or((0, 1), |seen| seen.done));
    let share = move || {
        let (done, all) = done();
        (done * 100 / all.max(1)).to_string()
    };
    let words = move || {
        let (done, all) = done();
        (EN.reply.progress)(done, all)
    };
    let track = of("div", "track").set("aria-hidden", "true").add(el("i").live_var("--v", share));
    of("div", "rtop").add(of("div", "progress").add(el("p").set("role", "status").live_text(words)).add(track))
}

fn intro(shell: Shell, seen: &ReplyView) -> El {
    let class = match seen.side {
        Side::Organisation => "k t-org",
        Side::Members => "k t-mem",
    };
    let kicker = of("p", class).add(glyph(side_class(seen.side))).add(el("span").set("dir", "auto").text(&seen.kicker));
    let header = el("header").add(kicker);
    let anew = || sends(shell, "button small", EN.reply.somebody_else, Msg::AnswerAnew);
    let again =
        seen.again.map(|again| of("div", "notice").add(el("p").text(again)).add(of("p", "actions").add(anew())));
    let Some(opening) = &seen.opening else {
        let (page, pages) = seen.page;
        return match &seen.body {
            ReplyBody::End(_) | ReplyBody::Empty(_) => header.maybe(again),
            _ => header.add(of("h1", "page-h").text(&(EN.reply.page)(page, pages))).maybe(again),
        };
    };
    let rules = opening.privacy.iter().map(|rule| el("li").text(rule)).collect();
    let privacy = of("details", "more").set("open", "").add(el("summary").text(EN.reply.privacy_title));
    header
        .add(el("h1").text(opening.title))
        .add(el("p").text(&opening.lead))
        .maybe(opening.hint.map(|hint| of("p", "t-2").text(hint)))
        .maybe(again)
        .add(privacy.add(of("ul", "rules t-2 xs").all(rules)))
}

/// A question on the page, followed.
fn asked(seen: Replying, pick: impl Fn(&ReplyView) -> Option<ChoiceView> + Copy + 'static) -> impl Fn() -> ChoiceView {
    move || seen.pick(pick).unwrap_or_else(|| ChoiceView::unasked(Side::Members))
}

/// The items of the page.
fn asks(shell: Shell, seen: Replying, items: &[ReplyItem]) -> El {
    let mut list = of("ol", "ritems");
    for (at, item) in items.iter().enumerate() {
        list = list.add(card(shell, seen, at, item));
    }
    list
}

fn card(shell: Shell, seen: Replying, at: usize, item: &ReplyItem) -> El {
    let title = el("h2")
        .add(of("span", "num").text(&item.number.to_string()))
        .add(el("span").set("dir", "auto").text(&item.statement));
    let mut card = of("li", "ritem").add(title);
    if !item.help.is_empty() {
        card = card.add(of("p", "t-2 xs").text(item.help));
    }
    let id = item.id;
    for (nth, (question, scale, _)) in item.questions.iter().enumerate() {
        let question = *question;
        let view = asked(seen, move |seen| match &seen.body {
            ReplyBody::Items(items) => items.get(at)?.questions.get(nth).map(|(_, _, choice)| choice.clone()),
            _ => None,
        });
        let statement = item.statement.clone();
        card = card.add(kept_choice(
            view,
            move || statement.clone(),
            steps(shell, *scale),
            move |answer| {
                shell.send(Msg::Reply(ReplyEdit::Rate(question, id, answer)));
            },
        ));
    }
    card
}

/// The scales of the questions on the page, each once.
fn scales(items: &[ReplyItem]) -> Vec<Scale> {
    let mut scales = Vec::new();
    for (_, scale, _) in items.iter().flat_map(|item| &item.questions) {
        if !scales.contains(scale) {
            scales.push(*scale);
        }
    }
    scales
}

fn steps(shell: Shell, scale: Scale) -> [&'static str; 5] {
    shell.now(|model| view::steps(model.catalogue, scale))
}

fn worth_page(shell: Shell, seen: Replying, worth: &ReplyWorth) -> Vec<El> {
    let ask = worth.ask;
    let view = asked(seen, |seen| match &seen.body {
        ReplyBody::Worth(worth) => Some(worth.choice.clone()),
        _ => None,
    });
    let worth_choice = kept_choice(
        view,
        move || ask.to_owned(),
        steps(shell, Scale::Worth),
        move |answer| {
            shell.send(Msg::Reply(ReplyEdit::Worth(answer)));
        },
    );
    let mut parts = vec![of("section", "ritem").add(el("h2").text(ask)).add(worth_choice)];
    if let Some((ask, _)) = &worth.top {
        let top = move || -> Option<TopView> {
            seen.with(|seen| match &seen.as_ref()?.body {
                ReplyBody::Worth(worth) => worth.top.as_ref().map(|(_, top)| top.clone()),
                _ => None,
            })
        };
        let side = untracked(|| seen.with(|seen| seen.as_ref().map_or(Side::Members, |seen| seen.side)));
        let places = picks(top, side, move |items| shell.send(Msg::Reply(ReplyEdit::Top(items))));
        let hint = of("p", "t-2 xs").text(EN.reply.top_hint);
        parts.push(of("section", "ritem tops").add(el("h2").text(ask)).add(hint).add(places));
    }
    parts
}

fn pledges(shell: Shell, seen: Replying, rows: &[ReplyPledge]) -> El {
    let side = untracked(|| seen.with(|seen| seen.as_ref().map_or(Side::Members, |seen| seen.side)));
    let title = match side {
        Side::Organisation => EN.reply.contributions_organisation,
        Side::Members => EN.reply.contributions_members,
    };
    let mut list = of("ol", "ritems");
    for (at, row) in rows.iter().enumerate() {
        list = list.add(pledge(shell, seen, at, row));
    }
    of("section", "stack").add(el("h2").text(title)).add(of("p", "t-2 xs").text(EN.reply.contributions_lead)).add(list)
}

fn pledge(shell: Shell, seen: Replying, at: usize, row: &ReplyPledge) -> El {
    let (kind, name) = (row.kind, row.name);
    let nth = move |seen: &ReplyView| match &seen.body {
        ReplyBody::Contributions(rows) => rows.get(at).cloned(),
        _ => None,
    };
    let view = asked(seen, move |seen| nth(seen).map(|row| row.choice));
    let ask = kept_choice(
        view,
        move || name.to_owned(),
        steps(shell, Scale::Contribution),
        move |answer| {
            shell.send(Msg::Reply(ReplyEdit::Pledge(kind, answer)));
        },
    );
    let about = Field {
        id: ["reply-amount-", kind.key()].concat(),
        label: (EN.reply.amount)(&name.to_lowercase()),
        hint: row.unit.to_owned(),
        kind: "text",
        ..Field::default()
    };
    let amount = move || seen.pick(nth).map_or_else(String::new, |row| row.amount);
    let amount = field(shell, about, amount, move |typed| {
        shell.send(Msg::Reply(ReplyEdit::Amount(kind, typed)));
        Ok(())
    });
    of("li", "ritem").add(el("h3").text(name)).add(of("p", "t-2 xs").text(row.means)).add(ask).add(amount)
}

/// The name, asked on the last page of questions.
fn name(shell: Shell, seen: Replying) -> Option<El> {
    let last = untracked(|| seen.pick(|seen| seen.page.0 + 1 == seen.page.1));
    let about = Field {
        id: "reply-name".to_owned(),
        label: EN.reply.name_label.to_owned(),
        hint: EN.reply.name_hint.to_owned(),
        aside: crate::ui::parts::OPTIONAL,
        kind: "text",
        ..Field::default()
    };
    let value = move || seen.pick(|seen| seen.name.clone());
    last.then(|| {
        of("section", "ritem").add(field(shell, about, value, move |typed| {
            if typed.chars().count() > NAME {
                return Err(EN.reply.name_long);
            }
            shell.send(Msg::Reply(ReplyEdit::Name(typed)));
            Ok(())
        }))
    })
}

/// Back and on.
fn foot(seen: &ReplyView) -> El {
    let back = seen.back.as_ref().map(|address| of("a", "button").set("href", address).text(EN.reply.back));
    let next = seen.next.as_ref().map(|(words, address)| of("a", "button first").set("href", address).text(words));
    let end = seen.end.as_ref().map(|address| of("a", "to-end").set("href", address).text(EN.reply.to_end));
    of("nav", "rfoot").set("aria-label", EN.frame.before_after).maybe(back).maybe(next).maybe(end)
}
