//! What cannot be read gets one clear sentence and changes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use common_ground_e2e::{environment, file};
use serde_json::{Value, json};

const ID: &str = "0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a11";

/// A file with something in it replaced.
fn with(place: &str, value: Value) -> Vec<u8> {
    let mut text = file::small(ID, "Bridge inspectors");
    *text.pointer_mut(place).must("a place in the file") = value;
    text.to_string().into_bytes()
}

/// Fifty megabytes that look like nothing.
fn noise() -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    let mut next = || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state.to_le_bytes()
    };
    (0..50 * 1_000_000 / 8).flat_map(|_| next()).collect()
}

#[track_caller]
fn written(page: &Page, name: &str, content: &[u8]) -> PathBuf {
    let path = page.browser().folder().join(name);
    fs::write(&path, content).must("writing a file");
    path
}

/// Opens a file that cannot be read.
#[track_caller]
pub fn check(page: &Page, file: &Path, place: &str, what: &str) {
    let before = (page.kept(), page.communities(), page.fragment());
    page.open_file(file);
    page.wait_until(&format!("the page says what is wrong with {}", file.display()), || {
        // A sentence begins with a capital, whatever it begins with.
        let (said, place, what) = (page.said().to_lowercase(), place.to_lowercase(), what.to_lowercase());
        said.contains(&EN.notices.unreadable.to_lowercase()) && said.contains(&place) && said.contains(&what)
    });
    let said = page.said();
    assert_eq!(said.lines().count(), 1, "one sentence, not: {said}");
    assert_eq!((page.kept(), page.communities(), page.fragment()), before, "after {}", file.display());
    page.press(EN.frame.dismiss);
    page.wait_until("the notice is gone", || page.said().is_empty());
}

#[test]
fn what_cannot_be_read_gets_one_clear_sentence_and_changes_nothing() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    page.home();
    let small = file::small(ID, "Bridge inspectors").to_string();
    let cases: [(&str, Vec<u8>, &str, &str); 9] = [
        ("text.json", b"Dear all, here it is.".to_vec(), "text.json", EN.notices.no_file),
        ("cut.json", small.as_bytes().split_at(small.len() / 2).0.to_vec(), "line 1", "ends too early"),
        ("empty.json", Vec::new(), "empty.json", EN.notices.no_file),
        ("other.json", with("/format", json!("acme/survey")), "other.json", EN.notices.no_file),
        ("newer.json", with("/version", json!(99)), "version 99", "newer"),
        ("step.json", with("/members/importance/O3", json!(7)), "members.importance.O3", "7 is not a step"),
        ("twice.json", with("/items", json!(["O1", "O2", "O1"])), "items[2]", "O1 is given twice"),
        ("unknown.json", with("/items", json!(["O1", "O99"])), "items[1]", "O99"),
        ("noise.json", noise(), "", ""),
    ];
    for (name, content, place, what) in cases {
        let file = written(&page, name, &content);
        check(&page, &file, place, what);
    }
    // What is damaged as a link is told as one.
    let link = format!("{}#/v/AQBXabcdefgh", environment::page());
    page.press(EN.home.open);
    page.write(EN.home.open_paste, &link);
    page.press(EN.home.open_paste_go);
    page.hear(EN.notices.unreadable);
    assert!(page.said().contains("The link "), "{}", page.said());
    page.leave();
}

#[test]
fn opening_the_same_wrong_file_twice_says_so_twice() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    let file = written(&page, "step.json", &with("/members/importance/O3", json!(7)));
    for _ in 0..2 {
        page.open_file(&file);
        page.hear(EN.notices.unreadable);
        page.wait_until("the dialog makes room for the sentence", || page.has(Role::Button, EN.frame.dismiss));
    }
    page.leave();
}

#[test]
fn what_a_field_refuses_stands_there_with_the_reason_when_one_comes_back_and_leaving_asks() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    let optional = |name: &str| format!("{name} {}", EN.asking.optional);
    let (purpose, founded) = (optional(EN.asking.purpose), optional(EN.asking.founded));
    let long = "long ".repeat(4_001);
    assert!(!page.asks());
    // Typed by a driver it would take minutes.
    let typed = "const [field, text] = arguments;
        field.value = text;
        field.dispatchEvent(new Event('input', { bubbles: true }));";
    page.browser().run(typed, vec![page.find(Role::Field, &purpose).to_value(), json!(long)]);
    page.write(&founded, "spring 2020");
    let refused = || [EN.asking.too_long, EN.asking.founded_wrong].into_iter().all(|why| page.words().contains(why));
    page.wait_until("both are refused", refused);
    page.to(EN.frame.exchange);
    page.wait_until("leaving asks", || page.asks());
    page.home();
    page.follow("Bridge inspectors");
    page.to(EN.frame.community);
    assert_eq!((page.written(&founded).as_str(), page.written(&purpose)), ("spring 2020", long));
    assert!(refused(), "with their reasons");

    // Put right, it is saved, and nothing is asked.
    page.write(&founded, "2020");
    page.write(&purpose, "Short");
    page.wait_until("nothing is refused", || !page.words().contains(EN.asking.too_long));
    assert!(!page.asks());
    page.reload();
    assert_eq!((page.written(&founded).as_str(), page.written(&purpose).as_str()), ("2020", "Short"));
    page.leave();
}
