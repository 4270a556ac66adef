//! The whole application in one file, opened from the file system, without and with an assessment in it.

use std::fs;
use std::path::{Path, PathBuf};

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::environment;
use common_ground_e2e::page::{Answer, Page, Role};
use common_ground_e2e::stop::Must;

use super::main_job::first_picture;
use super::{own_catalogue, voices};

/// The address of a file.
pub fn address(path: &Path) -> String {
    format!("file://{}", path.display())
}

/// The page as it lies in its file, as the page itself has it.
#[track_caller]
fn written(page: &Page) -> Vec<u8> {
    let script = "const bytes = new Uint8Array(window.commonGroundPage().buffer);
        let text = '';
        for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
        return btoa(text);";
    STANDARD.decode(page.text_of(script)).must("bytes of the page")
}

/// From the first page to where a community is shared.
#[track_caller]
fn to_share(page: &Page, name: &str) {
    page.follow(name);
    page.identity();
    page.to(EN.frame.share);
}

/// Saves a page with the assessment that is shared.
#[track_caller]
fn saved(page: &Page) -> PathBuf {
    page.browser().downloaded(".common-ground.html", || page.press(EN.share.page_save))
}

#[test]
fn the_main_job_is_done_from_a_file_and_kept_in_the_browser() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let file = environment::dist().join("common-ground.html");
    page.go(&address(&file));
    assert_eq!(page.heading(), EN.home.title);
    assert!(page.words().contains(EN.home.who_reads_file), "where things are is said");
    assert!(written(&page) == fs::read(&file).must("reading the file"), "it can write itself anew, to the byte");
    first_picture(&page);
    let heading = page.heading();
    page.reload();
    assert_eq!(page.heading(), heading);
    page.to(EN.frame.share);
    assert!(page.words().contains(EN.share.code_lead), "that links would lead nowhere is said");
    page.home();
    assert_eq!(page.communities(), ["Bridge inspectors"]);
    page.leave();
}

#[test]
fn the_hosted_page_and_the_file_itself_write_a_page_that_opens_as_a_guest_copy() {
    const NAME: &str = "</script><script>window.fooled = 1</script> & “Söhne” 👩‍🔬";
    let driver = Driver::start();
    let hosted = Page::new(&driver);
    hosted.begin(NAME, "launch");
    hosted.home();
    to_share(&hosted, NAME);
    let first = saved(&hosted);

    // Somebody else opens it, and writes one of their own from it.
    let other = Page::before(&driver);
    other.go(&address(&first));
    other.wait_until("the copy is shown", || other.fragment() == "#/guest");
    assert!(other.title().contains(NAME) && !other.is_fooled(), "{}", other.title());
    assert_eq!(other.kept(), "[]", "nothing is kept before one says so");
    assert!(written(&other) == fs::read(&first).must("reading the page"), "what it carries is in it");
    other.reload();
    assert_eq!(other.fragment(), "#/guest");
    other.press(EN.share.guest_keep);
    other.hear(&(EN.notices.kept)(NAME));
    other.home();
    to_share(&other, NAME);
    let link = other.written(EN.share.link_label);
    assert!(link.starts_with(&environment::page()), "links lead to the site that it was saved from: {link}");
    let second = saved(&other);
    assert!(!other.is_fooled());
    let size = |path: &Path| fs::metadata(path).must("looking at a page").len();
    assert_eq!(size(&first), size(&second), "the old one is replaced, not added to");

    let third = Page::before(&driver);
    third.go(&address(&second));
    third.wait_until("the copy is shown", || third.fragment() == "#/guest");
    assert!(third.title().contains(NAME));
    third.home();
    assert_eq!(third.heading(), EN.home.title, "the first page is in it too");
    // The pages that were saved go with the browsers that saved them.
    [hosted, other, third].into_iter().for_each(Page::leave);
}

/// Nothing on the page names where it lies on this machine: no field, no link, no picture of one.
#[track_caller]
fn tells_no_path(page: &Page, when: &str) {
    let script = "const said = [...document.querySelectorAll('input, textarea')].map((field) => field.value);
        const links = [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href'));
        return [document.querySelector('.frame').outerHTML, ...said, ...links.map((link) => decodeURIComponent(link))].join('\\n');";
    let shown = page.text_of(script);
    let folder = environment::dist();
    for path in ["file://", &folder.to_string_lossy()] {
        assert!(!shown.contains(path), "{when}: {path} stands on the page");
    }
}

/// Nothing that would carry an address is offered.
#[track_caller]
fn offers_no_address(page: &Page, when: &str) {
    for (role, name) in [(Role::Link, EN.share.mail), (Role::More, EN.share.qr), (Role::Button, EN.share.copy_rich)] {
        assert!(!page.has(role, name), "{when}: {name}");
    }
}

#[test]
fn a_page_from_a_file_hands_on_codes_and_pages_and_never_its_own_path() {
    let driver = Driver::start();
    let leader = Page::before(&driver);
    leader.go(&address(&environment::dist().join("common-ground.html")));
    leader.begin("Bridge inspectors", "launch");
    leader.to(EN.frame.share);
    let code = leader.written(EN.share.code_label);
    assert!(code.starts_with("cg:"), "{code}");
    tells_no_path(&leader, "sharing");
    offers_no_address(&leader, "sharing");
    leader.to(EN.frame.voices);
    let members = EN.results.members_word;
    assert!(leader.words().contains(EN.inviting.code_lead));
    assert!(leader.written(&(EN.inviting.code_label)(members)).starts_with("cg:"));
    tells_no_path(&leader, "inviting");
    offers_no_address(&leader, "inviting");
    let save = (EN.inviting.page_name)(members);
    let invitation = leader.browser().downloaded(".common-ground.html", || leader.press(&save));

    // Whoever got the page answers in it; the line goes back as it does from anywhere.
    let member = Page::before(&driver);
    member.go(&address(&invitation));
    let line = voices::answered(&member, Side::Members, 3);
    tells_no_path(&member, "replying");
    assert!(!member.has(Role::Button, EN.reply.copy_link));
    leader.write(EN.inviting.collect_label, &line);
    leader.press(&(EN.inviting.add)(1));
    leader.hear(&(EN.notices.replies_added)(1, 0));

    // And the code opens where Common Ground is.
    member.home();
    member.press(EN.home.open);
    member.write(EN.home.open_paste, &code);
    member.press(EN.home.open_paste_go);
    member.wait_until("the copy is shown", || member.fragment() == "#/guest");
    assert!(member.title().contains("Bridge inspectors"));
    [leader, member].into_iter().for_each(Page::leave);
}

#[test]
fn a_page_made_with_an_own_catalogue_has_its_words_and_asks_for_nothing() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    own_catalogue::begin(&page);
    page.to(EN.frame.expectations);
    page.choose(Side::Members, own_catalogue::STATEMENT, Answer::Step(3));
    page.to(EN.frame.share);
    let carried = (EN.share.page_catalogue)(own_catalogue::NAME);
    assert!(page.words().contains(&carried), "{}", page.words());
    let file = saved(&page);

    let other = Page::before(&driver);
    other.go(&address(&file));
    other.wait_until("the copy is shown", || other.fragment() == "#/guest" && other.title().contains("Wound care"));
    other.wait_until("it has its words", || other.words().contains(own_catalogue::STATEMENT));
    assert_eq!(other.names(Role::Dialog), Vec::<String>::new(), "nothing is asked for");
    assert_eq!(other.kept(), "[]", "nothing is kept before one says so");
    assert!(
        written(&other) == fs::read(&file).must("reading the page"),
        "it can write itself anew, with the catalogue"
    );
    other.press(EN.share.guest_keep);
    other.hear(&(EN.notices.kept)("Wound care"));
    other.reload();
    other.to(EN.frame.expectations);
    other.see(Role::Card, own_catalogue::STATEMENT);
    [page, other].into_iter().for_each(Page::leave);
}

#[test]
fn where_webassembly_is_forbidden_the_page_in_one_file_says_what_to_do() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let letters = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    let whole = fs::read(environment::dist().join("common-ground.html")).must("reading the file");
    let allowed = letters("'wasm-unsafe-eval' ");
    let at = whole.windows(allowed.len()).position(|window| window == allowed).must("what allows it");
    let (before, after) = whole.split_at(at);
    let forbidden = [before, after.get(allowed.len()..).unwrap_or_default()].concat();
    let file = page.browser().folder().join("forbidden.html");
    fs::write(&file, forbidden).must("writing a file");
    page.browser().goto(&address(&file));
    let says = || page.text_of("return document.body.innerText");
    page.wait_until("it says so", || says().contains("This page cannot run here."));
    assert!(!says().contains("Loading the page"), "{}", says());
}

#[test]
fn a_page_leaves_replies_names_and_notes_at_home_and_asks_for_its_phrase_when_locked() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.to(EN.frame.share);
    page.unfold(EN.share.lock);
    page.write(EN.share.phrase, "four unrelated words here");
    page.press(EN.share.lock_do);
    page.wait_until("it is locked", || page.words().contains(EN.share.page_locked));
    let file = saved(&page);

    let other = Page::before(&driver);
    other.go(&address(&file));
    other.see(Role::Dialog, EN.share.sealed_title);
    other.write(EN.share.phrase, "four unrelated words here");
    other.press(EN.share.sealed_open);
    other.wait_until("the copy is shown", || other.fragment() == "#/guest");
    other.press(EN.share.guest_keep);
    let kept = other.kept();
    assert!(kept.contains("assessment/") && !kept.contains("replies/"), "no single reply came along");
    [page, other].into_iter().for_each(Page::leave);
}

#[test]
fn a_page_that_was_spoilt_on_its_way_says_so() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let whole = fs::read(environment::dist().join("common-ground.html")).must("reading the file");
    let spoilt = |at: usize| {
        let mut bytes = whole.clone();
        if let Some(byte) = bytes.get_mut(at) {
            *byte ^= 0x10;
        }
        bytes
    };
    let cut = whole.get(..400_000).map(<[u8]>::to_vec).unwrap_or_default();
    for (name, bytes) in [("amid", spoilt(300_000)), ("end", spoilt(whole.len() - 100)), ("cut", cut)] {
        let file = page.browser().folder().join(format!("{name}.html"));
        fs::write(&file, bytes).must("writing a file");
        page.browser().goto(&address(&file));
        let says = || page.text_of("return document.body.innerText");
        page.wait_until(&format!("{name}: it says so"), || says().contains("could not start"));
    }
}
