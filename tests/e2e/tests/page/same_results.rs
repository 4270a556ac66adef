//! The page and the command line say the same of the same file.

use common_ground::score::{Rung, thresholds};
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::file;
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;
use serde_json::Value;

/// Saves what is open as a file, has the command line score it, and compares; ends at the results.
#[track_caller]
fn compare(page: &Page) {
    page.to(EN.frame.share);
    let file = page.browser().downloaded(".common-ground.json", || page.press(EN.share.save));
    page.hear("Saved as ");
    let scored = file::scored(&file);
    page.to(EN.frame.results);
    let figures = page.figures();

    let overlap = [thresholds::SOME_OVERLAP, thresholds::ENOUGH_OVERLAP];
    assert_eq!(figures.open.first(), Some(&file::shown(scored.get("overlap"), &overlap)), "overlap");
    let returns = [thresholds::RETURNS_BEGUN, thresholds::RETURNS_GOOD];
    let rows: [(&str, &str, &[f64]); 2] =
        [(EN.results.coverage, "coverage", &[]), (EN.results.returns, "return", &returns)];
    for (label, key, thresholds) in rows {
        let of = |side: &str| file::shown(scored.pointer(&format!("/{key}/{side}")), thresholds);
        assert_eq!(page.sides(label), [of("organisation"), of("members")], "{key}");
    }

    let criteria = scored.get("criteria").and_then(Value::as_object).must("criteria");
    assert_eq!(figures.criteria.len(), criteria.len());
    for criterion in figures.criteria {
        let verdict =
            criteria.get(&criterion.key).and_then(Value::as_str).map(|verdict| verdict.replace("unknown", "open"));
        if criterion.words.contains(EN.results.does_not_count) {
            // What is not asked while planning stands in nobody's way: the rules take it for held, and people read
            // that.
            assert_eq!(verdict.as_deref(), Some("yes"), "{}", criterion.key);
            continue;
        }
        assert_eq!(verdict, Some(criterion.verdict), "{}", criterion.key);
    }

    let rung = |end: &str| {
        let key = scored.pointer(&format!("/outlook/{end}")).and_then(Value::as_str);
        let at = Rung::ALL.iter().position(|rung| Some(rung.key()) == key).must("a rung");
        EN.results.rung_words.get(at).copied().must("its words")
    };
    let mut outlook = vec![rung("low"), rung("high")];
    outlook.dedup();
    assert_eq!(figures.outlook, outlook);
}

#[test]
fn the_page_and_the_command_line_say_the_same_of_the_same_file() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    compare(&page);

    // With answers missing everything is a range.
    page.home();
    let partial = page.browser().folder().join("partial.json");
    let mut text = file::small("0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a11", "Bridge inspectors");
    if let Some(importance) = text.pointer_mut("/members/importance").and_then(Value::as_object_mut) {
        importance.remove("S1");
    }
    std::fs::write(&partial, text.to_string()).must("writing a file");
    page.open_file(&partial);
    page.wait_until("the file is open", || page.heading().contains("of 6 expectations"));
    compare(&page);
    assert!(page.figures().open.iter().any(|figure| figure.contains('–')), "ranges are shown");

    // Nobody has answered.
    page.home();
    page.press(EN.home.new);
    page.identity();
    page.to(EN.frame.results);
    assert!(page.heading().starts_with(EN.results.nobody_both), "{}", page.heading());
    page.see(Role::Link, EN.results.answer_now);
    page.leave();
}
