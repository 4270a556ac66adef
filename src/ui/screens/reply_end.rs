//! The last page of a reply: the line to send, and what it says.

use crate::app::view::{self, Leads, ReplyBody, ReplyEnd, ReplyView, Said};
use crate::app::{Msg, Notice};
use crate::browser::sheet;
use crate::text::EN;
use crate::ui::framing;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{more, qr_code, section, sends, way};
use crate::ui::shell::Shell;

/// Nothing was answered: nothing to send, and the way to the first question.
pub fn empty(first: &str) -> Vec<El> {
    let go = of("a", "button first").set("href", first).text(EN.reply.to_first);
    vec![
        el("header").add(el("h1").text(EN.reply.end_empty_title)).add(el("p").text(EN.reply.end_empty_lead)),
        of("p", "actions").add(go),
    ]
}

/// The reply, to be sent.
pub fn end(shell: Shell, seen: &ReplyView) -> Vec<El> {
    let ReplyBody::End(end) = &seen.body else { return Vec::new() };
    let leads = shell.now(view::leads);
    // A page that was opened as a file has no address for anybody else, and the line is all that is needed.
    let link = (leads != Leads::Nowhere).then(|| framing::handed(&leads, &end.fragment));
    let lead = of("p", "break").set("dir", "auto").text(&end.lead);
    let mut parts = vec![el("header").add(el("h1").text(EN.reply.end_title)).add(lead)];
    if let Some((words, asked)) = &end.open {
        parts.push(
            of("p", "notice")
                .text(words)
                .text(" ")
                .add(way(shell, &asked.address, &asked.element).text(EN.reply.to_open)),
        );
    }
    parts
        .push(of("p", "code").add(el("code").set("id", "code").set("aria-label", EN.reply.code_label).text(&end.code)));
    parts.push(ways(shell, end, link.as_deref()));
    parts.extend(link.map(|link| more(EN.reply.qr).add(qr_code(&link, EN.reply.qr_title))));
    parts.push(says(shell, end));
    parts.push(later(shell, &seen.key, end.later));
    parts
}

/// The ways to send it.
fn ways(shell: Shell, end: &ReplyEnd, link: Option<&str>) -> El {
    let copy = |class: &str, words: &str, text: &str| {
        sends(shell, class, words, Msg::Copy { text: text.to_owned(), rich: None, said: Notice::ReplyCopied })
    };
    let body = link.map_or_else(|| (EN.reply.mail_code)(&end.code), |link| (EN.reply.mail_body)(&end.code, link));
    let to = if end.to.contains('@') { end.to.as_str() } else { "" };
    let mail = of("a", "button").set("href", &view::mailto(to, &end.subject, &body)).text(EN.reply.mail);
    let sheet = sheet::there().then(|| {
        let sheet = Msg::ShareSheet { title: end.subject.clone(), text: end.code.clone() };
        sends(shell, "button first", EN.reply.share, sheet)
    });
    let first = if sheet.is_some() { "button" } else { "button first" };
    let copied = copy(first, EN.reply.copy, &end.code);
    let copied_link = link.map(|link| copy("button", EN.reply.copy_link, link));
    of("div", "sendrow").maybe(sheet).add(copied).add(mail).maybe(copied_link)
}

/// What it says, so that one sees what one sends.
fn says(shell: Shell, end: &ReplyEnd) -> El {
    let (sentence, rows) = &end.says;
    let list = (!rows.is_empty()).then(|| of("ul", "said").all(rows.iter().map(|row| said(shell, row)).collect()));
    section(EN.reply.says, sentence)
        .maybe(list)
        .all(end.also.iter().map(|line| of("p", "t-2").set("dir", "auto").text(line)).collect())
        .add(el("p").add(el("a").set("href", &end.change).text(EN.reply.change)))
}

fn said(shell: Shell, row: &Said) -> El {
    let arrived = (!row.delivered.is_empty()).then(|| of("small", "t-2").text(&row.delivered));
    el("li")
        .add(of("span", "num").text(&row.number.to_string()))
        .add(way(shell, &row.asked.address, &row.asked.element).set("dir", "auto").text(&row.statement))
        .add(of("span", "told").add(el("b").text(row.importance)).text(" ").maybe(arrived))
}

fn later(shell: Shell, key: &str, how_long: &str) -> El {
    let forget = sends(shell, "button small", EN.reply.forget, Msg::ForgetDraft(key.to_owned()));
    of("section", "section").add(of("p", "t-2 xs").text(how_long)).add(of("p", "actions").add(forget))
}
