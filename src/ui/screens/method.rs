//! Every formula and threshold, what is a proposal, sources, privacy, version.

use super::catalogues::catalogues;
use crate::app::view;
use crate::route::Route;
use crate::text::EN;
use crate::text::method::{Block, SECTIONS, Section, Slot};
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{intro, page};
use crate::ui::shell::Shell;

/// How the numbers are made.
pub fn method(shell: Shell) -> El {
    let mut contents = of("nav", "toc").set("aria-label", EN.frame.contents).add(el("h2").text(EN.frame.contents));
    let mut prose = of("article", "prose");
    for one in SECTIONS {
        let address = Route::Method(Some(one.id.to_owned())).address();
        contents = contents.add(el("a").set("href", &address).text(one.title));
        prose = prose.add(section(shell, one));
    }
    page("main").add(intro(EN.frame.method, EN.frame.method_lead)).add(of("div", "method").add(contents).add(prose))
}

fn section(shell: Shell, section: &Section) -> El {
    let mut made = el("section").set("id", section.id).add(el("h2").text(section.title));
    for one in section.blocks {
        made = block(shell, made, one);
    }
    made
}

/// A formula with no break between Σ and what it sums, nor in a bracket that holds no other.
fn unbroken(formula: &str) -> String {
    let mut whole = String::new();
    for part in formula.replace("Σ ", "Σ\u{a0}").split_inclusive('(') {
        match part.split_once(')') {
            Some((inside, rest)) => whole.extend([&inside.replace(' ', "\u{a0}"), ")", rest]),
            None => whole.push_str(part),
        }
    }
    whole
}

/// Adds a block to its section.
fn block(shell: Shell, section: El, block: &Block) -> El {
    match block {
        Block::Text(words) => section.add(el("p").text(words)),
        Block::Formula { is, reads } => {
            let formula = el("pre").set("tabindex", "0").add(el("code").text(&unbroken(is)));
            section.add(formula).add(of("p", "t-2").text(reads))
        }
        Block::Terms(terms) => {
            let mut list = el("dl");
            for (term, means) in *terms {
                list = list.add(el("dt").text(term)).add(el("dd").text(means));
            }
            section.add(list)
        }
        Block::Points(points) => {
            let mut list = el("ul");
            for point in *points {
                list = list.add(el("li").text(point));
            }
            section.add(list)
        }
        Block::Table { head, rows } => {
            let mut body = el("tbody");
            for row in *rows {
                let mut line = el("tr");
                for cell in *row {
                    line = line.add(el("td").text(cell));
                }
                body = body.add(line);
            }
            let mut line = el("tr");
            for cell in *head {
                line = line.add(column(cell));
            }
            section.add(table(line, body))
        }
        Block::Sources(sources) => {
            let mut list = el("ul");
            for (cite, address) in *sources {
                list = list.add(source(cite, address));
            }
            section.add(list)
        }
        Block::Slot(slot) => filled(shell, section, slot),
        Block::Catalogues => section.add(catalogues(shell)),
    }
}

fn source(cite: &str, address: &str) -> El {
    let source = el("li").text(cite);
    if address.is_empty() {
        return source;
    }
    let link = el("a").set("href", address).set("rel", "noreferrer noopener").set("target", "_blank").text(address);
    source.text(" ").add(link)
}

/// Adds what the program fills from its own rules.
fn filled(shell: Shell, section: El, slot: &Slot) -> El {
    let mut section = section;
    for filled in shell.now(|model| view::method_tables(model, slot)) {
        let mut head = el("tr");
        for cell in &filled.head {
            head = head.add(column(cell));
        }
        let mut body = el("tbody");
        for row in &filled.rows {
            let mut line = el("tr");
            for cell in row {
                line = line.add(el("td").text(cell));
            }
            body = body.add(line);
        }
        section = section.add(el("h3").text(&filled.title)).add(table(head, body));
    }
    section
}

fn column(name: &str) -> El {
    el("th").set("scope", "col").text(name)
}

/// A table that scrolls within itself where it is too wide.
fn table(head: El, body: El) -> El {
    let table = of("table", "table").add(el("thead").add(head)).add(body);
    of("div", "scroll").set("tabindex", "0").add(table)
}
