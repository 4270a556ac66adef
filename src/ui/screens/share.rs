//! Link and file.

use super::handouts::handouts;
use super::locking::locking;
use super::one_page::one_page;
use crate::app::view::{self, CarryRow, Leads, ShareView};
use crate::app::{Msg, Notice};
use crate::browser::sheet;
use crate::chart::{self, MarkKind};
use crate::text::{EN, numbers};
use crate::ui::framing;
use crate::ui::markup::{El, el, of, part, svg};
use crate::ui::parts::{address_field, check, intro, more, opener, page, qr_code, section, sends};
use crate::ui::shell::{Seen, Shell};

/// Ways to hand on what one sees.
pub fn share(shell: Shell) -> El {
    let seen = shell.see(view::share);
    let hint = part(move || {
        let address = seen.pick(|seen| seen.unnamed.clone());
        let name = |address: String| el("a").set("href", &address).text(EN.share.give_name);
        let hint = |address| of("p", "notice").text(EN.share.unnamed_hint).text(" ").add(name(address));
        address.map(hint).into_iter().collect()
    });
    let title = if shell.now(view::leads) == Leads::Nowhere { EN.share.code } else { EN.share.link };
    let by_link = of("li", "card way wide")
        .add(el("h2").text(title))
        .add(part(move || seen.pick(|seen| link(shell, seen))))
        .add(scanned(seen))
        .add(carries(shell))
        .add(part(move || {
            let stays = seen.pick(|seen| seen.stays);
            stays.map(|words| of("p", "t-2 xs").text(words)).into_iter().collect()
        }))
        .add(locking(shell));
    let by_file = of("li", "card way").live(move || seen.pick(|seen| file(shell, seen)));
    page("main")
        .add(intro(EN.share.title, EN.share.lead))
        .add(hint)
        .add(of("ul", "ways").add(by_link).add(one_page(shell, seen)).add(by_file))
        .add(handouts(shell))
        .add(section(EN.share.open, EN.share.open_lead).add(of("div", "opening").add(opener(shell, || ()))))
}

/// The link, where it arrives whole, and the ways to send it.
fn link(shell: Shell, seen: &ShareView) -> Vec<El> {
    let fragment = match &seen.fragment {
        Ok(fragment) => fragment,
        Err(why) => return vec![of("p", "notice alert").text(why)],
    };
    let address = framing::handed(&seen.leads, fragment);
    let (label, copies, lead) = match &seen.leads {
        Leads::Here => (EN.share.link_label, EN.share.copy, None),
        Leads::Site(lead) => (EN.share.link_label, EN.share.copy, Some(lead.as_str())),
        Leads::Nowhere => (EN.share.code_label, EN.share.code_copy, Some(EN.share.code_lead)),
    };
    let field = address_field("link", label, &address);
    let length = address.chars().count();
    let warning = if seen.locked { EN.share.link_locked } else { EN.share.link_warning };
    let about = of("p", "t-2 xs")
        .set("id", "link-about")
        .text(&(EN.share.length)(&numbers::count(length)))
        .text(" ")
        .text(&seen.holds);
    vec![
        el("p").text(warning),
        of("div", "part").maybe(lead.map(|lead| of("p", "notice").text(lead))),
        of("div", "linkrow").add(field).add(copy(shell, "button first", copies, &address, None)),
        about,
        whole(length),
        ways(shell, seen, &address),
        el("p").add(el("a").set("href", fragment).text(EN.share.see_as_guest)),
    ]
}

/// The link as a QR code; it stays open while what the link carries changes.
fn scanned(seen: Seen<Option<ShareView>>) -> El {
    let address = move || {
        seen.with(|seen| {
            let seen = seen.as_ref().filter(|seen| seen.leads != Leads::Nowhere)?;
            Some(framing::handed(&seen.leads, seen.fragment.as_ref().ok()?))
        })
    };
    let code = part(move || address().map(|address| qr_code(&address, EN.share.qr_title)).into_iter().collect());
    more(EN.share.qr).live_set("hidden", move || address().is_none().then(String::new)).add(code)
}

fn copy(shell: Shell, class: &str, words: &str, address: &str, rich: Option<String>) -> El {
    let said = if shell.now(view::leads) == Leads::Nowhere { Notice::Copied } else { Notice::LinkCopied };
    sends(shell, class, words, Msg::Copy { text: address.to_owned(), rich, said })
}

/// Where it arrives whole.
fn whole(length: usize) -> El {
    let survives = view::survives(length);
    let none = survives.iter().all(|(_, whole)| !whole);
    let row = |(program, whole): &(&str, bool)| {
        let (kind, words) =
            if *whole { (MarkKind::Yes, EN.share.survives_yes) } else { (MarkKind::No, EN.share.survives_no) };
        el("li")
            .add(svg(&chart::mark(kind).to_svg()))
            .add(of("span", "visually-hidden").text(words).text(": "))
            .add(el("span").text(program))
    };
    el("div")
        .add(of("p", "label").text(EN.share.survives))
        .add(of("ul", "found-list").all(survives.iter().map(row).collect()))
        .maybe(none.then(|| of("p", "notice").text(EN.share.too_long)))
}

/// Other ways than the clipboard. A code needs no name, and a mail with nothing but a code would help nobody.
fn ways(shell: Shell, seen: &ShareView, address: &str) -> El {
    let leads = seen.leads != Leads::Nowhere;
    let rich = leads.then(|| {
        let rich = view::named_link(&seen.name, address);
        copy(shell, "button", EN.share.copy_rich, address, Some(rich))
    });
    let mail = leads.then(|| of("a", "button").set("href", &view::share_mail(seen, address)).text(EN.share.mail));
    let sheet = sheet::there().then(|| {
        let title = (EN.share.mail_subject)(&seen.name);
        sends(shell, "button", EN.share.sheet, Msg::ShareSheet { title, text: address.to_owned() })
    });
    of("div", "actions").maybe(rich).maybe(mail).maybe(sheet)
}

/// What the link carries beside the answers; nothing where there is nothing more.
fn carries(shell: Shell) -> El {
    let seen = shell.see(view::carries);
    let rows = move || seen.with(|rows| rows.iter().map(|row| row.label.clone()).collect::<Vec<_>>());
    let hidden = move || seen.with(|rows| rows.is_empty().then(String::new));
    of("fieldset", "checks").live_set("hidden", hidden).add(of("legend", "label").text(EN.share.carries)).add(
        of("div", "checks").live_list(rows, move |label| match seen.now().into_iter().find(|row| row.label == label) {
            Some(row) => carry(shell, seen, &row),
            None => el("span"),
        }),
    )
}

fn carry(shell: Shell, seen: Seen<Vec<CarryRow>>, row: &CarryRow) -> El {
    let (label, own) = (row.label.clone(), row.label.clone());
    let on = move || seen.with(|rows| rows.iter().any(|row| row.label == label && row.on));
    let turn = move |_| {
        if let Some(row) = seen.now().into_iter().find(|row| row.label == own) {
            shell.send(Msg::Carry(row.other));
        }
    };
    check(el("span").text(&row.label), on, turn).add(of("span", "hint").text(row.hint))
}

fn file(shell: Shell, seen: &ShareView) -> Vec<El> {
    let save = sends(shell, "button", EN.share.save, Msg::SaveFile(seen.id.clone()));
    vec![el("h2").text(EN.share.file), el("p").text(EN.share.file_lead), of("p", "actions").add(save)]
}
