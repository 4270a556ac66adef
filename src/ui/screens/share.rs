//! Link and file.

use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

use super::super::markup::{El, el, of, part, set_property};
use super::super::parts::opener;
use super::super::shell::Shell;
use crate::app::Msg;
use crate::app::view::{self, ShareView};
use crate::browser::location;
use crate::text::EN;

/// Ways to hand on what one sees.
pub fn share(shell: Shell) -> El {
    let seen = shell.see(view::share);
    let header = el("header").add(el("h2").text(EN.share.open)).add(el("p").text(EN.share.open_lead));
    of("main", "main")
        .set("id", "main")
        .add(of("header", "intro").add(el("h1").text(EN.share.title)).add(el("p").text(EN.share.lead)))
        .add(part(move || seen.with(|seen| seen.as_ref().map(|seen| ways(shell, seen)).unwrap_or_default())))
        .add(of("section", "section").add(header).add(of("div", "opening").add(opener(shell, || ()))))
}

fn ways(shell: Shell, seen: &ShareView) -> Vec<El> {
    let mut parts = Vec::new();
    if let Some(address) = &seen.unnamed {
        let name = el("a").set("href", address).text(EN.share.give_name);
        parts.push(of("p", "notice").text(EN.share.unnamed_hint).text(" ").add(name));
    }
    let by_link = of("li", "card way wide").add(el("h2").text(EN.share.link));
    let by_link = match &seen.fragment {
        Ok(fragment) => by_link.all(link(shell, seen, fragment)),
        Err(why) => by_link.add(of("p", "notice alert").text(why)),
    };
    parts.push(of("ul", "ways").add(by_link).add(file(shell, seen)));
    parts
}

fn link(shell: Shell, seen: &ShareView, fragment: &str) -> Vec<El> {
    let address = format!("{}{fragment}", location::page());
    let field = of("input", "field mono")
        .set("id", "link")
        .set("readonly", "")
        .set("aria-label", EN.share.link_label)
        .on("focus", |event| {
            let target = event.target();
            if let Some(input) = target.as_ref().and_then(|target| target.dyn_ref::<HtmlInputElement>()) {
                input.select();
            }
        });
    set_property(field.node(), "value", &address.as_str().into());
    let copy = of("button", "button first")
        .set("type", "button")
        .text(EN.share.copy)
        .on("click", move |_| shell.send(Msg::CopyLink(address.clone())));
    let about = of("p", "t-2 xs").text(&seen.about).text(" ").text(seen.replies.unwrap_or_default());
    let mut parts = vec![el("p").text(EN.share.link_warning), of("div", "linkrow").add(field).add(copy), about];
    parts.extend(seen.long.map(|long| of("p", "notice").text(long)));
    parts.push(el("p").add(el("a").set("href", fragment).text(EN.share.see_as_guest)));
    parts
}

fn file(shell: Shell, seen: &ShareView) -> El {
    let id = seen.id.clone();
    let save = of("button", "button")
        .set("type", "button")
        .text(EN.share.save)
        .on("click", move |_| shell.send(Msg::SaveFile(id.clone())));
    of("li", "card way")
        .add(el("h2").text(EN.share.file))
        .add(el("p").text(EN.share.file_lead))
        .add(of("p", "actions").add(save))
}
