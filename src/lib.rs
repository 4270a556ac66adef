//! Common Ground shows how far what an organisation expects from a community of practice and what its members expect
//! from it overlap, whether both get back what they put in, and what stands in the way.
//!
//! # Bird's eye
//!
//! Three rings; arrows point inwards only.
//!
//! ```text
//! shell         ui  browser            cli            Leptos, web-sys, gloo-storage | the terminal
//!   ↓
//! application   app                                   Model, Msg, update -> Effects, view models, undo
//!   ↓
//! rules         catalogue  assessment  score  advice  what is asked, what was answered, what follows, what next
//!               chart  link  file  report  text  route  host  tree  order  coding
//! ```
//!
//! The rules and the application are pure: no clock, no randomness, no I/O. The compiler holds that: what belongs to
//! the browser is a dependency only for `wasm32`, so a rule that reaches for it does not compile under `cargo test`.
//!
//! # Map
//!
//! | room | what is there | uses |
//! |---|---|---|
//! | [`catalogue`] | items, scales, practices, contributions, advice: data per language, and its types | `tree` |
//! | [`assessment`] | answers, replies, snapshots, and the edits allowed on them | `catalogue`, `coding`, `tree` |
//! | [`score`] | assessment → results; one idea a file | `assessment`, `catalogue` |
//! | [`advice`] | results → what next, and bridges from one side to both | `assessment`, `catalogue`, `score` |
//! | [`chart`] | numbers → scene → SVG text; knows no assessment | |
//! | [`link`] | assessment, invitation, reply ↔ the part of an address behind `#`; finding them in any text; the pass-phrase; the wire format is written there | `assessment`, `catalogue`, `coding`, `file`, `score` |
//! | [`mod@file`] | assessment ↔ JSON; versions; what storage packs | `assessment`, `catalogue`, `coding`, `tree` |
//! | [`report`] | assessment and results → sentences, Markdown, tables, calendar, SVG files, JSON | `advice`, `assessment`, `catalogue`, `chart`, `score`, `text`, `tree` |
//! | [`text`] | every sentence of the interface | |
//! | [`host`] | what this page and a page that frames it say to each other; the options in its address | `catalogue`, `route`, `tree` |
//! | [`route`] | `#/…` ↔ a place | |
//! | [`tree`] | JSON with its keys in order | |
//! | [`coding`] | numbers ↔ as few bytes as they are worth; whether bytes arrived as they were sent | |
//! | [`order`] | sorting and maps in order, each compiled to as little code as possible | |
//! | [`app`] | the state machine: model, messages, effects, view models | all of the above but `coding` |
//! | `browser` | storage, address, clipboard, files, focus, the page around: the only code that touches `web-sys` storage and location | |
//! | `ui` | elements made of view models; carries out effects | `app`, `assessment`, `browser`, `catalogue`, `chart`, `host`, `route`, `text` |
//! | `cli` | the command line, native only | `advice`, `assessment`, `catalogue`, `file`, `link`, `report`, `score`, `text` |
//!
//! [`order`] is not named where it is used, since nearly all do. `tests/native/house.rs` reads the sources and holds
//! this table, which allows what is used and nothing else.
//!
//! # One interaction
//!
//! A tap on a step → `ui::parts::choice` → `Shell::send(Msg::Edit(Edit::Rate { … }))` → [`app::here`] applies the edit,
//! remembers it for undo, computes the results once, and answers `Effect::Save` → `ui::effects` → `browser::storage`,
//! whose `journal` follows → `Msg::Saved`, `Msg::SaveRefused` or, if another tab was quicker, `Msg::Overtaken`. Screens
//! follow views of the model ([`app::view`]) that change only when what they show changes; the circles of the picture
//! move from the old numbers to the new, drawn exactly in each frame.
//!
//! # As one file, and without a network
//!
//! The build makes two pages of one program. The *site* loads its files from where it lies; `src/site/sw.js` keeps a
//! whole version of them, so that it works without a network, and lets a new one in when a person says so
//! (`browser::worker`, `app::renewing`). The *one file* has all of it inside, packed, and asks nobody for anything:
//! `xtask/src/one_file.rs` puts it together, `xtask/src/packed.rs` says why it is packed so, `src/site/boot.js` starts
//! it. A page with an assessment, or with an invitation, is the one file with a link in an element of its own, and the
//! catalogue that it needs (`app::one_page`): the site fetches the file, the file writes itself anew. Opened from a
//! file whose site is not known, it hands on codes and pages instead of links ([`app::view::Leads`]). Where a site's
//! page cannot load its files, the one file stands in. So there is one wire format, one set of switches and one lock,
//! and letters of a link can neither end an element nor be run.
//!
//! # Where to start
//!
//! | what you look for | where it is |
//! |---|---|
//! | a number is wrong | [`score`], in the file named after it |
//! | an action is proposed that should not be | [`advice`] |
//! | a word is wrong | [`text`], or the catalogue's `en.json` |
//! | a picture | [`chart`]; as a file, [`report::drawing`] |
//! | what a screen shows | its file in [`app::view`]; [`report`] for the sentences that reports say too |
//! | which screen a place has, and what is said while it is coming | `ui::place`, `ui::program` |
//! | how a screen is laid out | its file in `src/ui/screens`; a file in `style/screens` where it needs more than `style/parts` |
//! | a link does not arrive | [`link`], whose documentation is the wire format; how what is coded is packed: [`coding`] |
//! | a reply is not counted | `assessment::voices`, [`link::sift`]; on screen, `app::collecting` |
//! | what is saved when | `app::storing`, `browser::storage` |
//! | two tabs on the same community | `app::storing`, from `Msg::Overtaken` on; `assessment::rebase`; with undo, `app::meanwhile` |
//! | what a killed browser leaves | [`app::journal`], `browser::storage::journal`, `ui::recovering` |
//! | what was deleted recently | `app::gone`, `browser::storage::gone` |
//! | what had no room, and what leaving would lose | `browser::storage::owed`, `app::storing::saving`; `ui::leaving` |
//! | undo and redo | `app::editing`, `app::history` |
//! | what is opened, and never overwrites | `app::opening`; several at once, `app::restoring`; what waits for a catalogue, `app::catalogues`; what is asked in turn, `app::dialog` |
//! | what is handed over as a file, or on paper | `app::handing`, `app::offering`; [`app::view::paper`], `ui::printing` |
//! | a page that frames this one | [`host`], `app::hosting`, `browser::frame`, `src/site/embed.js` |
//! | a new version, work without a network | `app::renewing`, `browser::worker`, `src/site/sw.js` |
//!
//! # Invariants
//!
//! - Nothing is imputed: a figure with unknown answers is a range, and the range is exact ([`score::bounds`]).
//! - Nothing typed is lost: every edit is saved at once; a refused save leaves it on the page and in the journal, and
//!   says so; what a field refuses stands there until it is put right; opening never overwrites; what cannot be read is
//!   put aside. Where `IndexedDB` is not refused, a browser that is killed loses at most the last second
//!   ([`app::journal`]). No clock, however wrong, overwrites anything, and one that is wrong for less than a week drops
//!   nothing.
//! - A rating writes the answers alone: replies and snapshots lie under keys of their own, packed ([`file::packed()`]).
//! - Nothing typed is run: text becomes text nodes; SVG text is escaped in one place (`chart::svg`); the page's policy
//!   allows no inline script but its own.
//! - A page around this one learns nothing that it did not hand over itself, or that the person released on screen.
//! - No request leaves the page's own origin, and the one file makes none at all: by policy, and by test. Deliberately
//!   absent: accounts, servers, analytics, fonts from elsewhere.
//! - No `unwrap`, `expect`, indexing or `panic!`: in the browser a panic ends the page.
//! - The page comes in parts (`ui::program`): the first is what the first page needs and has a budget, which the build
//!   prints and holds; the others come when they are needed or the page is at rest. What the first page reaches must
//!   not grow unseen: that is why [`app::here`] and [`app::beyond`] are two functions, and why each table of [`text`]
//!   stands alone.
//! - `ui::markup` makes elements with functions that exist once, where Leptos' `view!` would compile each element's
//!   type: measured, that was half of the page.

pub mod advice;
pub mod app;
pub mod assessment;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod catalogue;
pub mod chart;
#[cfg(not(target_arch = "wasm32"))]
pub mod cli;
pub mod coding;
pub mod file;
pub mod host;
pub mod link;
pub mod order;
pub mod report;
pub mod route;
pub mod score;
pub mod text;
pub mod tree;
#[cfg(target_arch = "wasm32")]
pub mod ui;
