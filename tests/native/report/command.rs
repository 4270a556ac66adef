//! `report` on the command line, as a process.

use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};
use std::sync::Arc;

use common_ground::assessment::{Assessment, Extra, Snapshot};
use common_ground::catalogue::bundled;
use common_ground::report::drawing::{Drawing, drawn};
use common_ground::report::{csv, picture};
use common_ground::{file, score};

use super::super::cli::{run, text};
use super::super::generate;
use super::{EXAMPLE, NONE, action, example, page, with_own};

/// A place for a file of one test.
fn place(name: &str) -> PathBuf {
    std::env::temp_dir().join(format!("common-ground-{}-{name}", std::process::id()))
}

/// What is said on standard error, and nothing printed.
#[track_caller]
fn refused(arguments: &[&str], input: &str, expected: &str) {
    let output = run(arguments, input.as_bytes());
    assert_eq!((text(&output.stderr), text(&output.stdout)), (expected, ""));
    assert_eq!(output.status.code(), Some(1));
}

#[test]
fn it_prints_what_the_library_makes() {
    let print = |format: &str| {
        let output = run(&["report", "--format", format, "-"], EXAMPLE.as_bytes());
        assert!(output.status.success(), "{}", text(&output.stderr));
        text(&output.stdout).to_owned()
    };
    let results = score::results(&example().answered);
    assert_eq!(print("csv"), csv::sheet(&example(), &results, bundled()));
    let scene = |drawing| drawn(drawing, (&example(), &results), bundled(), 0);
    assert_eq!(print("svg"), picture::file(&scene(Drawing::Shared).unwrap()));
    for drawing in Drawing::ALL {
        let Some(scene) = scene(drawing) else { continue };
        let output = run(&["report", "--format", "svg", "--picture", drawing.key(), "-"], EXAMPLE.as_bytes());
        assert_eq!(text(&output.stdout), picture::file(&scene), "{drawing:?}");
    }
    // All but the day, which is today's.
    let undated =
        |page: &str| page.lines().filter(|line| !line.starts_with("Report of ")).collect::<Vec<_>>().join("\n");
    assert_eq!(undated(&print("markdown")), undated(&page(&example(), NONE)));
    assert!(print("calendar").starts_with("BEGIN:VCALENDAR\r\n"));
}

#[test]
fn what_cannot_be_done_is_said_in_a_sentence() {
    refused(
        &["report", "--format", "xlsx", "-"],
        EXAMPLE,
        "common-ground: a workbook cannot be printed: name its file with -o\n",
    );
    refused(
        &["report", "--format", "svg", "--picture", "ladder", "-"],
        EXAMPLE,
        "common-ground: there is no picture \"ladder\": there are picture, expectations, outlook, two-sides, exchange, \
         delivery-organisation, delivery-members, practices, over-time\n",
    );
    refused(
        &["report", "--format", "svg", "--picture", "over-time", "-"],
        EXAMPLE,
        "common-ground: -: no snapshot has been taken yet: there is nothing to draw\n",
    );
    refused(
        &["report", "--format", "csv", "--picture", "outlook", "-"],
        EXAMPLE,
        "common-ground: --picture names what --format svg draws: leave it out, or ask for svg\n",
    );
    let undated = EXAMPLE.replace("\"next_review\"", "\"next\"").replace("\"due\"", "\"day\"");
    refused(
        &["report", "--format", "calendar", "-"],
        &undated,
        "common-ground: -: no open action and no measure has a day, and no next review is set: there is nothing for a calendar\n",
    );
    refused(&["report", "--format", "csv", "-"], "{}", "common-ground: -: format: required, and missing\n");
}

#[test]
fn the_assessment_is_never_overwritten() {
    let path = place("kept.json");
    std::fs::write(&path, EXAMPLE).unwrap();
    let name = path.to_str().unwrap();
    refused(
        &["report", "--format", "svg", name, "-o", name],
        "",
        &format!("common-ground: {name}: the report would overwrite the assessment: name another file with -o\n"),
    );
    assert_eq!(std::fs::read_to_string(&path).unwrap(), EXAMPLE);
    std::fs::remove_file(path).unwrap();
}

/// The parts of a workbook, one after the other: its texts, and its sheets.
fn workbook(path: &Path) -> (String, Vec<String>) {
    let mut parts = zip::ZipArchive::new(Cursor::new(std::fs::read(path).unwrap())).unwrap();
    let sheets = parts.file_names().filter(|name| name.as_ref().unwrap().starts_with("xl/worksheets/sheet")).count();
    let mut part = |name: &str| {
        let mut text = String::new();
        parts.by_name(name).unwrap().read_to_string(&mut text).unwrap();
        text
    };
    let texts = part("xl/sharedStrings.xml");
    (texts, (1..=sheets).map(|number| part(&format!("xl/worksheets/sheet{number}.xml"))).collect())
}

#[test]
fn a_workbook_holds_texts_and_numbers_and_no_formula() {
    let mut assessment = with_own("=1+1");
    assessment.actions = vec![action("a1", "@SUM(A1)", "2026-12-15")];
    let path = place("book.xlsx");
    let make = |more: &[&str]| {
        let mut arguments = vec!["report", "--format", "xlsx", "-", "-o", path.to_str().unwrap()];
        arguments.extend(more);
        let output = run(&arguments, file::write(&assessment).as_bytes());
        assert!(output.status.success(), "{}", text(&output.stderr));
        workbook(&path)
    };
    let (texts, sheets) = make(&[]);
    for word in ["<t>=1+1</t>", "<t>@SUM(A1)</t>", "Water network modellers", "Questions answered within 24 hours"] {
        assert!(texts.contains(word), "{word} in {texts}");
    }
    for sheet in &sheets {
        assert!(!sheet.contains("<f>") && !sheet.contains("hyperlink"), "{sheet}");
    }
    let told = ["Mara Lind", "Two design standards", "Written in a workshop"];
    assert_eq!(told.map(|word| texts.contains(word)), [false; 3]);
    let (texts, _) = make(&["--names", "--notes"]);
    assert_eq!(told.map(|word| texts.contains(word)), [true; 3]);
    std::fs::remove_file(path).unwrap();
}

#[test]
fn from_the_first_snapshot_on_a_workbook_has_how_it_went() {
    let mut assessment = with_own("Own");
    let path = place("past.xlsx");
    let make = |assessment: &Assessment| {
        let arguments = ["report", "--format", "xlsx", "-", "-o", path.to_str().unwrap()];
        let output = run(&arguments, file::write(assessment).as_bytes());
        assert!(output.status.success(), "{}", text(&output.stderr));
        workbook(&path)
    };
    assessment.snapshots = Arc::default();
    assert_eq!(make(&assessment).1.len(), 4);
    let (date, answered) = ("2026-05-01".parse().unwrap(), assessment.answered.clone());
    let snapshot = Snapshot { date, label: "Spring".to_owned(), answered, extra: Extra::default() };
    assessment.snapshots = Arc::new(vec![snapshot]);
    let (texts, sheets) = make(&assessment);
    assert!(sheets.len() == 5 && texts.contains("<t>Spring</t>") && texts.contains("<t>Overlap: At least</t>"));
    assert_eq!(sheets[4].matches("<row ").count(), 3, "a head, the snapshot, the present");
    std::fs::remove_file(path).unwrap();
}

#[test]
fn a_workbook_takes_whatever_an_assessment_may_hold() {
    let mut assessment = with_own(&generate::nasty().concat().chars().take(20_000).collect::<String>());
    assessment.answered.community.purpose = "𝄞".repeat(20_000);
    assessment.statement.text = "_x0041_ \u{ffff}<&>\u{1}".to_owned();
    let path = place("nasty.xlsx");
    let arguments = ["report", "--format", "xlsx", "--names", "--notes", "-", "-o", path.to_str().unwrap()];
    let output = run(&arguments, file::write(&assessment).as_bytes());
    assert_eq!(text(&output.stderr), "");
    let (texts, _) = workbook(&path);
    // What a cell takes: 32,767 UTF-16 units, of which each of these needs two.
    assert!(texts.contains(&format!("<t>{}</t>", "𝄞".repeat(16_383))));
    assert!(texts.contains("_x005F_x0041_ &lt;&amp;&gt;<"), "{texts}");
    std::fs::remove_file(path).unwrap();
}

#[test]
fn the_help_names_every_picture() {
    let output = run(&["report", "--help"], &[]);
    let help = text(&output.stdout).split_whitespace().collect::<Vec<_>>().join(" ");
    for drawing in Drawing::ALL {
        assert!(help.contains(drawing.key()), "{} in {help}", drawing.key());
    }
}
