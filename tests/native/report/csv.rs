//! The sheet, as another program reads it.

use common_ground::catalogue::bundled;
use common_ground::report::csv::{harmless, row, sheet};
use common_ground::score;
use proptest::prelude::*;

use super::super::generate;
use super::{example, with_own};

fn rows(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(text.as_bytes());
    reader.records().map(|row| row.unwrap().iter().map(str::to_owned).collect()).collect()
}

#[test]
fn the_sheet_has_a_mark_in_front_and_a_row_for_each_expectation() {
    let example = example();
    let sheet = sheet(&example, &score::results(&example.answered), bundled());
    let rows = rows(sheet.strip_prefix('\u{feff}').unwrap());
    assert_eq!(rows.len(), 13);
    assert!(rows.iter().all(|row| row.len() == 10));
    assert_eq!(rows[1][3..], ["4", "1", "1", "2", "organisation_only", "urgent", "appropriate"]);
    assert_eq!(sheet.matches("\r\n").count(), sheet.matches('\n').count());
}

#[test]
fn halves_are_numbers_and_what_is_unknown_is_empty() {
    let golden = super::super::file::read(super::super::file::GOLDEN);
    let sheet = sheet(&golden, &score::results(&golden.answered), bundled());
    let rows = rows(&sheet);
    assert_eq!(rows[1][3..], ["3.5", "", "0.5", "", "open", "urgent", ""]);
    assert_eq!(rows[2][3..], ["", "", "", "", "open", "", ""]);
}

#[test]
fn a_formula_is_text_and_a_number_stays_one() {
    let formula = with_own("=HYPERLINK(\"http://a\";\"b\")");
    let sheet = sheet(&formula, &score::results(&formula.answered), bundled());
    assert!(sheet.contains("\r\n13,own-1,\"'=HYPERLINK(\"\"http://a\"\";\"\"b\"\")\",,,,,open,,\r\n"), "{sheet}");
}

proptest! {
    #[test]
    fn any_text_comes_back_and_is_no_formula(text in generate::text()) {
        let assessment = with_own(&text);
        let sheet = sheet(&assessment, &score::results(&assessment.answered), bundled());
        let rows = rows(sheet.strip_prefix('\u{feff}').unwrap());
        prop_assert_eq!(rows.len(), 14);
        let cell = &rows[13][2];
        let kept = *cell == text || cell.strip_prefix('\'') == Some(&text);
        prop_assert!(kept, "{}", cell);
        prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']), "{}", cell);
    }

    #[test]
    fn any_name_comes_back_in_the_table_of_many(text in generate::text()) {
        let mut assessment = example();
        assessment.answered.community.name.clone_from(&text);
        let rows = rows(&row(&assessment, &score::results(&assessment.answered)));
        prop_assert_eq!(rows.len(), 1);
        prop_assert_eq!(rows[0][1].as_str(), &*harmless(&text));
    }
}
