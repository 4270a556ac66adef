//! The reports of the example community, as they were checked by hand.

use std::path::PathBuf;

use common_ground::assessment::Assessment;
use common_ground::catalogue::{bundled, bundled_advice};
use common_ground::report::drawing::{Drawing, drawn};
use common_ground::report::{calendar, csv, picture};
use common_ground::score;

use super::{ALL, NONE, action, example, now, page, second_review};

/// Compares with a file; with `UPDATE_GOLDEN` set it is written instead.
#[track_caller]
fn check(name: &str, report: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name);
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, report).unwrap();
    }
    let golden = std::fs::read_to_string(&path).unwrap();
    for (at, (line, expected)) in report.lines().zip(golden.lines()).enumerate() {
        assert_eq!(line, expected, "{name}, line {}", at + 1);
    }
    assert_eq!(report, golden, "{name}");
}

#[test]
fn the_example_in_markdown_is_as_it_was() {
    check("report-example.md", &page(&example(), NONE));
    check("report-example-names-notes.md", &page(&example(), ALL));
}

#[test]
fn the_example_as_a_table_is_as_it_was() {
    let example = example();
    check("report-example.csv", &csv::sheet(&example, &score::results(&example.answered), bundled()));
}

#[test]
fn the_example_as_a_calendar_is_as_it_was() {
    let mut example = example();
    example.actions.push(action("a1", "Open the design standard for comment; say by when, and to whom", "2026-12-15"));
    check("report-example.ics", &calendar::calendar(&example, bundled_advice(), &now(), NONE).unwrap());
}

#[test]
fn the_example_as_a_picture_is_as_it_was() {
    check("report-example.svg", &drawing(Drawing::Shared, &example()));
}

#[test]
fn the_bars_of_the_example_are_as_they_were() {
    for one in [Drawing::Every, Drawing::Ladder, Drawing::Sides, Drawing::Practices] {
        check(&format!("report-example-{}.svg", one.key()), &drawing(one, &example()));
    }
}

/// The second review of the example: two states are kept, everybody is asked again, and whoever keeps the assessment
/// answers anew. What the rules make of it is worked out in `tests/e2e/tests/page/second_review.rs`.
#[test]
fn a_second_review_in_markdown_and_as_a_picture_is_as_it_was() {
    let review = second_review();
    check("report-second-review.md", &page(&review, NONE));
    check("report-second-review-over-time.svg", &drawing(Drawing::Trend, &review));
}

fn drawing(drawing: Drawing, assessment: &Assessment) -> String {
    let results = score::results(&assessment.answered);
    picture::file(&drawn(drawing, (assessment, &results), bundled(), 0).unwrap())
}
