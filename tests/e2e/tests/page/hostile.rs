//! What somebody who means harm may hand in, by file, link, catalogue, page and frame host: it gets one clear sentence,
//! or is shown as text. Nothing is changed, nothing is run, and the console stays empty.

use std::fs;
use std::path::PathBuf;

use common_ground::app::filled;
use common_ground::catalogue::bundled;
use common_ground::link::{self, Carried};
use common_ground::route::Place;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::host::{self, Host};
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use common_ground_e2e::{environment, file, hostile};
use serde_json::{Value, json};

use super::{one_file, own_catalogue, wrong_input};

const ID: &str = "0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a11";

/// What a name of the example becomes is a name that begins so.
const MARK: &str = "<img src=x onerror=window.fooled=1>";

#[track_caller]
fn written(page: &Page, name: &str, content: &str) -> PathBuf {
    let path = page.browser().folder().join(name);
    fs::write(&path, content).must("writing a file");
    path
}

/// Nothing was taken for markup, nothing leads to a script, and no object of a script has got another nature.
#[track_caller]
fn harmless(page: &Page, when: &str) {
    assert!(!page.is_fooled(), "{when}: text was taken as markup");
    let script = "const leads = [...document.querySelectorAll('[href], [src], [action]')].flatMap((one) =>
            ['href', 'src', 'action'].map((name) => one.getAttribute(name) ?? '').filter((to) => /^\\s*(javascript|data:text)/i.test(to)));
        if (({}).polluted || Object.polluted) leads.push('an object');
        return leads.join();";
    assert_eq!(page.text_of(script), "", "{when}");
}

/// Every place of what is open says its texts as texts.
#[track_caller]
fn every_place(page: &Page, door: &str) {
    for place in Place::ALL.map(Place::path) {
        page.visit_place(place);
        page.browser().run("document.querySelectorAll('details').forEach((one) => { one.open = true; })", Vec::new());
        page.settle();
        harmless(page, &format!("{door}, {place}"));
    }
    assert!(page.title().contains(MARK), "{}", page.title());
}

#[test]
fn hostile_texts_in_a_file_are_shown_as_texts_in_every_place() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    // An identity that scripts know as something else is one like any other.
    let (text, spoilt) = hostile::assessment("__proto__");
    assert!(spoilt > 20, "{spoilt} texts");
    page.open_file(&written(&page, "hostile.json", &text.to_string()));
    page.wait_until("it is open", || page.fragment().starts_with("#/c/__proto__/"));
    every_place(&page, "a file");
    page.reload();
    every_place(&page, "storage");
    page.visit("#/portfolio");
    harmless(&page, "side by side");
    page.home();
    harmless(&page, "the first page");
    assert_eq!(page.communities().len(), 1);
    page.leave();
}

#[test]
fn hostile_texts_in_a_link_and_in_a_page_are_shown_as_texts() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let (text, _) = hostile::assessment(ID);
    let assessment = common_ground::file::read(&text.to_string(), bundled()).must("reading the file");
    let fragment = [link::ROUTE, &link::encode(&assessment, Carried::ALL, bundled()).must("a link")].concat();
    page.go(&[environment::page(), fragment.clone()].concat());
    page.wait_until("the copy is shown", || page.fragment() == "#/guest");
    page.rest();
    harmless(&page, "a link");
    assert!(page.title().contains(MARK), "{}", page.title());
    assert_eq!(page.kept(), "[]");
    page.go(&carrying(&page, "link.html", &fragment, None));
    page.wait_until("the copy is shown", || page.fragment() == "#/guest");
    page.rest();
    harmless(&page, "a page");
    assert!(page.title().contains(MARK), "{}", page.title());
    page.leave();
}

/// The address of a page in one file that carries this.
#[track_caller]
fn carrying(page: &Page, name: &str, fragment: &str, catalogue: Option<&str>) -> String {
    let bytes = fs::read(environment::dist().join("common-ground.html")).must("reading the page");
    let letters = bytes.chunks_exact(2).filter_map(|two| <[u8; 2]>::try_from(two).ok()).map(u16::from_le_bytes);
    let letters: Vec<u16> = letters.collect();
    let whole = filled(&letters, fragment, catalogue).must("a page that carries it");
    let path = page.browser().folder().join(name);
    let bytes: Vec<u8> = whole.iter().flat_map(|letter| letter.to_le_bytes()).collect();
    fs::write(&path, bytes).must("writing a page");
    one_file::address(&path)
}

#[test]
fn hostile_files_get_one_sentence_and_change_nothing() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.home();
    let small = file::small(ID, "Hostile").to_string();
    let with = |place: &str, value: Value| {
        let mut text = file::small(ID, "Hostile");
        *text.pointer_mut(place).must("a place in the file") = value;
        text.to_string()
    };
    let deep = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let within = |more: &str| small.replacen('{', &format!("{{{more},"), 1);
    let mut cases = vec![
        ("deep", within(&format!("\"a\":{}", deep(100_000)))),
        ("open", "[".repeat(100_000)),
        ("objects", within(&format!("\"a\":{}1", "{\"a\":".repeat(100_000)))),
        ("infinite", within("\"a\":1e400")),
        ("step", small.replace("\"O1\":2", "\"O1\":1e400")),
        ("large", with("/version", json!(99_999_999_999_999_999_999_f64))),
        ("digits", small.replace("\"version\":1", "\"version\":99999999999999999999")),
        ("size", within("\"min_replies\":{\"members\":99999999999999999999}")),
        ("id", with("/id", json!("<script>window.fooled=1</script>"))),
        ("twice", within("\"__proto__\":1,\"__proto__\":2")),
    ];
    for name in hostile::NAMES {
        cases.push(("item", with("/items", json!([name]))));
        cases.push(("answer", with("/members/importance", json!({ name: 4 }))));
        cases.push(("phase", with("/community/phase", json!(name))));
    }
    for (at, (name, content)) in cases.iter().enumerate() {
        wrong_input::check(&page, &written(&page, &format!("{at}-{name}.json"), content), "", "");
        harmless(&page, name);
    }
    page.leave();
}

#[test]
fn hostile_catalogues_get_one_sentence_or_are_shown_as_text() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let (text, spoilt) = hostile::catalogue();
    assert!(spoilt > 40, "{spoilt} texts");
    let good = text.to_string();
    let deep = good.replacen('{', &format!("{{\"a\":{}{},", "[".repeat(100_000), "]".repeat(100_000)), 1);
    let infinite = good.replacen('{', "{\"a\":1e400,", 1);
    let first = text.pointer("/items/0/id").and_then(Value::as_str).must("an item").to_owned();
    let mut cases = vec![("deep", deep), ("infinite", infinite)];
    cases.extend(hostile::NAMES.map(|name| ("id", good.replace(&format!("\"{first}\""), &format!("\"{name}\"")))));
    for (at, (name, content)) in cases.iter().enumerate() {
        wrong_input::check(&page, &written(&page, &format!("{at}-{name}.catalogue.json"), content), "", "");
        harmless(&page, name);
    }
    let name = text.pointer("/name").and_then(Value::as_str).must("a name").to_owned();
    page.open_file(&written(&page, "hostile.catalogue.json", &good));
    page.hear(&name);
    harmless(&page, "opened");
    page.press(EN.frame.dismiss);
    page.press(EN.home.start);
    harmless(&page, "chosen from");
    own_catalogue::choose(&page, &name);
    page.identity();
    page.write(EN.asking.name, MARK);
    every_place(&page, "a catalogue");
    page.visit("#/method");
    harmless(&page, "the method");
    page.leave();
}

#[test]
fn what_would_inflate_is_refused_by_every_door() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.home();
    let before = page.kept();
    let bomb = hostile::bomb();
    let refused = |door: &str| {
        page.hear(EN.notices.unreadable);
        assert_eq!(page.said().lines().count(), 1, "{door}: {}", page.said());
        page.press(EN.frame.dismiss);
    };
    page.visit(&bomb);
    refused("an address");
    page.press(EN.home.open);
    let field = page.find(Role::Field, EN.home.open_paste).to_value();
    page.browser().run(
        "const [field, text] = arguments;
        field.value = text;
        field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }));",
        vec![field, json!(bomb.replace("#/v/", "cg:"))],
    );
    page.press(EN.home.open_paste_go);
    refused("a code");
    page.open_file(&written(&page, "bomb.txt", &bomb));
    refused("a file");
    assert_eq!(page.kept(), before);
    page.leave();

    let page = Page::before(&driver);
    page.go(&carrying(&page, "bomb.html", &bomb, None));
    page.hear(EN.notices.unreadable);
    assert_eq!(page.heading(), EN.home.title);
    let deep = "[".repeat(100_000);
    page.go(&carrying(&page, "deep.html", "", Some(&deep)));
    page.hear(EN.notices.catalogue_not_provided);
    assert_eq!(page.kept(), "[]");
    page.leave();
}

#[test]
fn a_host_that_hands_over_something_hostile_sees_it_shown_as_text() {
    let driver = Driver::start();
    let page = Page::before(&driver);
    let (text, _) = hostile::assessment("constructor");
    // A script in the page around would end at the first that is in a text.
    let text = text.to_string().replace('<', "\\u003c");
    let intranet = Host::of(format!(
        "<!doctype html><link rel=\"icon\" href=\"data:,\"><title>Hostile</title>{}
        <common-ground src=\"{}\"></common-ground>
        <script>
            window.errors = [];
            const ground = document.querySelector('common-ground');
            ground.addEventListener('error', ({{ detail }}) => errors.push(detail));
            ground.storage = {{ load: () => JSON.parse(String.raw`{}`), save: async () => {{}} }};
        </script>",
        host::script(),
        environment::page(),
        text.replace('`', "\\u0060").replace("${", "\\u0024{"),
    ));
    page.visit_framed(&intranet);
    page.wait_until("it is open", || page.fragment().starts_with("#/c/constructor/"));
    every_place(&page, "a host");
    assert_eq!(page.kept_here(), 0);
    let around = "return [window.errors.length, ({}).polluted ?? null, document.images.length, window.fooled ?? null]";
    assert_eq!(page.around(around, Vec::new()), json!([0, null, 0, null]), "nor around the page");
    page.leave();
}
