//! The page in a frame of another origin: what it shows, what it may not do, and that it works all the same.

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, Engine, Setting};
use common_ground_e2e::environment;
use common_ground_e2e::host::{self, Host};
use common_ground_e2e::page::{Answer, Page, Role, statement};
use common_ground_e2e::server::Reply;
use common_ground_e2e::stop::Must;
use serde_json::json;

/// A page of another origin with a frame; `query` follows the address of the page.
fn framing(attributes: &str, query: &str) -> Host {
    Host::of(format!(
        "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>Intranet</title><h1>Intranet</h1>
        <iframe {attributes} width=\"720\" height=\"700\" src=\"{}{query}\"></iframe>",
        environment::page()
    ))
}

/// From the first page to a picture of what both sides want.
#[track_caller]
fn main_job(page: &Page) {
    page.press(EN.home.start);
    page.phase("launch");
    page.follow(EN.asking.community_next);
    for (item, organisation, members) in [("O1", 4, 2), ("O2", 4, 4), ("O3", 3, 3)] {
        page.choose(Side::Organisation, statement(item), Answer::Step(organisation));
        page.choose(Side::Members, statement(item), Answer::Step(members));
    }
    page.visit_place("results");
    // Of three answered of twelve, two are wanted by both: (2 + 4 + 3) of (4 + 4 + 3) at most, and less with the rest.
    assert!(page.heading().contains(EN.results.overlap_follows), "{}", page.heading());
}

/// Goes to the link of what is open, which leads to this address.
#[track_caller]
fn link_leads(page: &Page, address: &str) {
    page.visit_place("share");
    let link = page.written(EN.share.link_label);
    assert!(link.starts_with(&format!("{address}#/v/")), "{link}");
}

#[test]
fn the_main_job_is_done_in_a_sandbox_of_another_origin_without_storage() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let intranet = framing("sandbox=\"allow-scripts\"", "?theme=dark");
    page.visit_framed(&intranet);
    page.hear(EN.hosting.sandbox_title);
    assert_eq!(page.text_of("return self.origin"), "null");
    assert_eq!(page.text_of("return document.documentElement.dataset.theme"), "dark");
    main_job(&page);

    // A sandbox lets no file out, and says nothing of it: so the page offers its text.
    page.press(EN.frame.save_file);
    page.hear("unless the page around this one forbids it");
    page.react(EN.hosting.text_offer);
    let text = page.written(&(EN.hosting.text_label)("community.common-ground.json"));
    let saved: serde_json::Value = serde_json::from_str(&text).must("reading the text");
    assert_eq!(saved.pointer("/organisation/importance/O1"), Some(&json!(4)));
    page.press(EN.frame.close);

    // In WebKit the page in one file stands in, and links lead to the site all the same.
    link_leads(&page, &environment::page());
    page.press(EN.share.copy);
    page.wait_until("the page says whether the link is copied", || {
        [EN.notices.link_copied, EN.notices.clipboard_refused].iter().any(|words| page.said().contains(words))
    });
    // It opens no mail program either.
    page.follow(EN.share.mail);
    page.hear(EN.hosting.window_refused);
    page.press(EN.frame.dismiss);
    // Nor does it print.
    page.all(Role::Button).into_iter().find(|button| button.text() == EN.handouts.print).must("a button").press();
    page.hear(EN.notices.print_refused);
    page.press(EN.frame.dismiss);

    page.home();
    assert!(page.words().contains(EN.hosting.store_sandbox));
    assert!(!page.has(Role::Button, EN.hosting.reveal), "there is nothing to be shown");
}

#[test]
fn the_page_in_one_file_does_the_main_job_in_a_sandbox() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    page.visit_framed(&framing("sandbox=\"allow-scripts\"", "common-ground.html"));
    page.hear(EN.hosting.sandbox_title);
    assert_eq!(page.text_of("return self.origin"), "null");
    main_job(&page);
    link_leads(&page, &format!("{}common-ground.html", environment::page()));
    page.leave();
}

#[test]
fn the_main_job_is_done_in_a_frame_of_another_origin_whose_storage_is_blocked() {
    let driver = Driver::start();
    let page = Page::set(&driver, &[Setting::NoStorage]);
    page.visit_framed(&framing("", ""));
    page.hear(EN.frame.tab_title);
    main_job(&page);
    link_leads(&page, &environment::page());
    page.home();
    assert_eq!(page.names(Role::Card).len(), 1, "it is here as long as the page is open");
    assert!(page.words().contains(EN.home.store_tab), "where it is kept is said");
    page.leave();
}

#[test]
fn in_a_frame_what_this_browser_keeps_is_shown_after_a_click() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let intranet = framing("", "");
    page.visit_framed(&intranet);
    page.press(EN.home.start);
    let place = page.fragment();
    page.write(EN.asking.name, "Bridge inspectors");
    page.home();
    assert_eq!(page.communities(), ["Bridge inspectors"]);
    assert!(page.words().contains(EN.hosting.store_frame), "{}", page.words());

    page.reload_around();
    page.see(Role::Button, EN.hosting.reveal);
    assert!(!page.words().contains("Bridge inspectors"), "{}", page.words());
    page.browser().run(&format!("location.hash = '{place}'"), Vec::new());
    page.wait_until("its place says why it is not shown", || page.heading() == EN.hosting.not_here_title);
    page.press(EN.hosting.reveal);
    page.wait_until("it is shown", || page.written(EN.asking.name) == "Bridge inspectors");
    page.home();
    assert_eq!(page.communities(), ["Bridge inspectors"]);
    page.leave();
}

#[test]
fn at_any_width_in_a_frame_nothing_is_wider_than_it() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let intranet = framing("", "?theme=dark");
    page.visit_framed(&intranet);
    assert_eq!(page.text_of("return document.documentElement.dataset.theme"), "dark");
    page.open_example();
    for width in [320, 360, 768, 1100] {
        page.around("document.querySelector('iframe').width = arguments[0]", vec![json!(width)]);
        for place in ["results", "expectations", "share", "plan"] {
            page.visit_place(place);
            page.settle();
            assert!(page.beyond() <= 0, "{place} at {width} is {} too wide", page.beyond());
        }
    }
    page.leave();
}

#[test]
fn an_address_can_ask_for_one_side_and_a_start() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    page.visit("?side=members&start=method&theme=light&lang=tlh");
    assert_eq!(page.heading(), EN.frame.method);
    assert_eq!(page.text_of("return document.documentElement.lang"), "en-GB");
    page.visit("?side=members#/");
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    let card = page.find(Role::Card, statement("O1"));
    assert_eq!(card.all(Role::Group).len(), 1, "one side is asked");
    page.choose(Side::Members, statement("O1"), Answer::Step(4));
    assert!(page.link().starts_with(&format!("{}#/v/", environment::page())), "the link carries no options");
    page.leave();
}

/// The page as another server gives it.
fn served(change: impl Fn(&str, Reply) -> Reply + Send + Sync + 'static) -> Host {
    Host::start(move |path| {
        let name = if path.is_empty() { "index.html" } else { path };
        change(name, host::file(name))
    })
}

#[track_caller]
fn says(page: &Page, host: &Host, words: &str) {
    page.browser().goto(&host.address());
    page.wait_until(&format!("the page says: {words}"), || page.said().contains(words));
    assert!(!page.words().contains("Loading the page"), "{}", page.words());
}

#[test]
fn where_webassembly_is_forbidden_the_page_says_what_to_do() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let forbids = |server: &Host| {
        says(&page, server, "This page cannot run here.");
        assert!(page.words().contains("'wasm-unsafe-eval'"));
    };
    // A browser without it, as Safari is where one has chosen its lockdown.
    forbids(&served(|_, mut reply| {
        let text = String::from_utf8_lossy(&reply.body);
        if text.starts_with("<!doctype html>") {
            let without = "<!doctype html><script>delete window.WebAssembly;</script>";
            reply.body = text.replacen("<!doctype html>", without, 1).into_bytes();
        }
        reply
    }));
    // A policy of the server's that forgets the program. WebKit forbids it only where it comes as bytes, as in the one
    // file.
    if page.browser().engine() != Engine::WebKit {
        forbids(&served(|_, reply| reply.with("Content-Security-Policy", "script-src 'self' 'unsafe-inline'")));
    }
}

#[test]
fn where_the_program_does_not_arrive_the_page_says_what_to_do() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    for end in [".wasm", ".js"] {
        let cut = served(move |path, reply| if path.ends_with(end) { Reply::missing() } else { reply });
        says(&page, &cut, "The program of this page has not arrived.");
    }
    // In a sandbox, where the server gives the files of the page to its own origin only.
    let closed = served(|_, mut reply| {
        reply.headers.retain(|(name, _)| !name.eq_ignore_ascii_case("Access-Control-Allow-Origin"));
        reply
    });
    let intranet = Host::of(format!("<iframe sandbox=\"allow-scripts\" src=\"{}\"></iframe>", closed.address()));
    page.browser().goto(&intranet.address());
    if page.browser().engine() == Engine::WebKit {
        // The page in one file stands in.
        return page.enter();
    }
    page.enter_before();
    page.wait_until("the page says so", || page.said().contains("The program of this page has not arrived."));
}
