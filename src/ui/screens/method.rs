//! Every formula and threshold, what is a proposal, sources, privacy, version.

use leptos::prelude::*;

use crate::app::view;
use crate::route::Route;
use crate::text::EN;
use crate::text::method::{Block, SECTIONS, Section, Slot};
use crate::ui::shell::Shell;

/// How the numbers are made.
#[component]
pub fn Method() -> impl IntoView {
    let entries: Vec<AnyView> = SECTIONS
        .iter()
        .map(|section| {
            let address = Route::Method(Some(section.id.to_owned())).address();
            view! { <a href=address>{section.title}</a> }.into_any()
        })
        .collect();
    let sections: Vec<AnyView> = SECTIONS.iter().map(section).collect();
    view! {
        <main class="main" id="main">
            <header class="intro"><h1>{EN.frame.method}</h1><p>{EN.frame.method_lead}</p></header>
            <div class="method">
                <nav class="toc" aria-label=EN.frame.contents><h2>{EN.frame.contents}</h2>{entries}</nav>
                <article class="prose">{sections}</article>
            </div>
        </main>
    }
    .into_any()
}

fn section(section: &'static Section) -> AnyView {
    let blocks: Vec<AnyView> = section.blocks.iter().map(block).collect();
    view! { <section id=section.id><h2>{section.title}</h2>{blocks}</section> }.into_any()
}

fn block(block: &'static Block) -> AnyView {
    match block {
        Block::Text(words) => view! { <p>{*words}</p> }.into_any(),
        Block::Formula { is, reads } => view! { <pre tabindex="0"><code>{*is}</code></pre><p class="t-2">{*reads}</p> }.into_any(),
        Block::Terms(terms) => {
            let terms: Vec<AnyView> =
                terms.iter().map(|(term, means)| view! { <dt>{*term}</dt><dd>{*means}</dd> }.into_any()).collect();
            view! { <dl>{terms}</dl> }.into_any()
        }
        Block::Points(points) => {
            let points: Vec<AnyView> = points.iter().map(|point| view! { <li>{*point}</li> }.into_any()).collect();
            view! { <ul>{points}</ul> }.into_any()
        }
        Block::Table { head, rows } => {
            let rows = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
            table(head.iter().map(|cell| (*cell).to_owned()).collect(), rows)
        }
        Block::Sources(sources) => {
            let sources: Vec<AnyView> = sources.iter().map(|(cite, address)| source(cite, address)).collect();
            view! { <ul>{sources}</ul> }.into_any()
        }
        Block::Slot(slot) => filled(slot),
    }
}

fn source(cite: &'static str, address: &'static str) -> AnyView {
    if address.is_empty() {
        return view! { <li>{cite}</li> }.into_any();
    }
    view! { <li>{cite}" "<a href=address rel="noreferrer noopener" target="_blank">{address}</a></li> }.into_any()
}

/// What the program fills from its own rules.
fn filled(slot: &'static Slot) -> AnyView {
    let shell = Shell::get();
    let tables = shell.now(|model| view::method_tables(model, slot));
    tables.into_iter().map(|filled| view! { <h3>{filled.title}</h3>{table(filled.head, filled.rows)} }.into_any()).collect_view().into_any()
}

fn table(head: Vec<String>, rows: Vec<Vec<String>>) -> AnyView {
    let head: Vec<AnyView> = head.into_iter().map(|cell| view! { <th scope="col">{cell}</th> }.into_any()).collect();
    let rows: Vec<AnyView> = rows
        .into_iter()
        .map(|row| {
            let cells: Vec<AnyView> = row.into_iter().map(|cell| view! { <td>{cell}</td> }.into_any()).collect();
            view! { <tr>{cells}</tr> }.into_any()
        })
        .collect();
    view! { <div class="scroll" tabindex="0"><table class="table"><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div> }.into_any()
}
