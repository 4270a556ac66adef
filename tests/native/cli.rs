//! The command line, as a process.

mod links;

use std::fmt::Write as _;
use std::io::Write;
use std::process::{Command, Output, Stdio};
use std::sync::Arc;

use common_ground::assessment::{Extra, Snapshot};
use common_ground::catalogue::{Phase, bundled};
use common_ground::link::{self, Carried};
use common_ground::{file, report, score};
use serde_json::{Value, json};

use super::file::{GOLDEN, LOOK, read};

const EXAMPLE: &str = include_str!("../golden/worked-example.common-ground.json");
const RESULTS: &str = include_str!("../golden/worked-example.results.json");

/// Runs the program with something on its standard input.
pub fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_common-ground"))
        .args(arguments)
        .current_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // The process may have ended before it read all.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

pub fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).unwrap()
}

/// The lines that are printed for this input, each cut to `{"id":"…"` or `{"error":"…","source":"…"}`, and the status.
fn check(input: &str, expected: &[&str]) {
    check_bytes(input.as_bytes(), expected);
}

fn check_bytes(input: &[u8], expected: &[&str]) {
    let output = run(&["score", "-"], input);
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    let short: Vec<&str> = lines.iter().map(|line| line.split_once(",\"name\"").map_or(*line, |(id, _)| id)).collect();
    assert_eq!(short, expected);
    let failed = expected.iter().any(|line| line.starts_with("{\"error\""));
    assert_eq!(output.status.code(), Some(i32::from(failed)));
    assert_eq!(text(&output.stderr), "");
}

fn line(id: &str) -> String {
    format!(
        "{{\"format\":\"common-ground/assessment\",\"version\":1,\"id\":\"{id}\",\"items\":[\"O1\"],\
         \"community\":{{\"name\":\"\",\"phase\":\"plan\"}}}}"
    )
}

#[test]
fn the_worked_example_gives_the_results_of_the_page() {
    let output = run(&["score", "worked-example.common-ground.json"], b"");
    assert!(output.status.success());
    let expected: serde_json::Value = serde_json::from_str(RESULTS).unwrap();
    let printed: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(printed, expected);
    // In the order of the page, too.
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    assert_eq!(squeezed(text(&output.stdout)), squeezed(RESULTS));
}

#[test]
fn a_file_of_many_lines_is_one_assessment() {
    let id = "{\"id\":\"0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a11\"";
    check(GOLDEN, &[id]);
    check(&format!("\n\n{GOLDEN}\n"), &[id]);
    check(&format!("\u{feff}{GOLDEN}"), &[id]);
    check(&file::write_compact(&read(GOLDEN)), &[id]);
    check(&file::write(&read(GOLDEN)), &[id]);
}

#[test]
fn json_lines_are_scored_one_by_one() {
    check(
        &format!("{}\n{}\r\n\n{}", line("a"), line("b"), line("c")),
        &["{\"id\":\"a\"", "{\"id\":\"b\"", "{\"id\":\"c\""],
    );
}

#[test]
fn an_unreadable_line_stands_in_its_place_and_the_others_are_scored() {
    let seven = line("x").replace("}}", "},\"members\":{\"worth\":7}}");
    check(
        &format!("{}\n{seven}\n{}\n", line("a"), line("b")),
        &[
            "{\"id\":\"a\"",
            "{\"error\":\"members.worth: 7 is not a step from 0 to 4\",\"source\":\"-:2\"}",
            "{\"id\":\"b\"",
        ],
    );
    let cut = &line("x")[..50];
    let early = |line: usize| {
        format!("{{\"error\":\"not JSON: it ends too early, at line 1, column 50\",\"source\":\"-:{line}\"}}")
    };
    check(&format!("{cut}\n{}", line("a")), &[&early(1), "{\"id\":\"a\""]);
    check(&format!("{}\n{cut}\n{}", line("a"), line("b")), &["{\"id\":\"a\"", &early(2), "{\"id\":\"b\""]);
    let neither = |line: usize| {
        format!("{{\"error\":\"neither an assessment nor a link of Common Ground\",\"source\":\"-:{line}\"}}")
    };
    check(&format!("garbage\n\nmore\n{}\n\nx\n", line("a")), &[&neither(1), &neither(3), "{\"id\":\"a\"", &neither(6)]);
    check_bytes(
        &[b"\xff\xfe\n".as_slice(), line("a").as_bytes()].concat(),
        &["{\"error\":\"not UTF-8 text, at byte 1\",\"source\":\"-:1\"}", "{\"id\":\"a\""],
    );
}

#[test]
fn links_are_found_in_a_text() {
    let token = link::encode(&read(LOOK), Carried::default(), bundled()).unwrap();
    let id = "{\"id\":\"64f761be-b59a-4271-8f2b-7adb1a8adde6\"";
    check(&token, &[id]);
    check(&format!("Hello,\n\nsee https://example.org/#/v/{token}.\n> {token}\nRegards"), &[id, id]);
    let wrapped: Vec<&str> = token.as_bytes().chunks(70).map(text).collect();
    check(&format!("See\nhttps://example.org/#/v/{}\n\n{}", wrapped.join("\n"), line("a")), &[id, "{\"id\":\"a\""]);
    let cut = format!("Look:\n\nhttps://example.org/#/v/{}\n", &token[..99]);
    let error = format!(
        "{{\"error\":\"the link was cut short: 99 of {} characters arrived; ask for it again\",\"source\":\"-:3\"}}",
        token.len()
    );
    check(&cut, &[&error]);
}

#[test]
fn what_holds_nothing_is_one_error() {
    check("", &["{\"error\":\"the file is empty: an assessment or a link is expected\",\"source\":\"-:1\"}"]);
    check("\n \n", &["{\"error\":\"the file is empty: an assessment or a link is expected\",\"source\":\"-:1\"}"]);
    check(
        "Dear all,\nno link today.\n",
        &["{\"error\":\"neither an assessment nor a link of Common Ground\",\"source\":\"-:1\"}"],
    );
    check("[1, 2]", &["{\"error\":\"the file: a list, where an object is expected\",\"source\":\"-:1\"}"]);
}

#[test]
fn fifty_megabytes_of_noise_are_one_error() {
    let noise = "x".repeat(50_000_000);
    let error = "{\"error\":\"50000000 bytes are too many for a file: at most 20000000 are read\",\"source\":\"-:1\"}";
    check(&noise, &[error]);
    check(&format!("{noise}\n{}", line("a")), &[error, "{\"id\":\"a\""]);
}

#[test]
fn a_file_that_cannot_be_opened_is_an_error_and_the_others_are_scored() {
    // What is no file cannot be opened or, where it can, not be read.
    for missing in ["missing.json", "."] {
        let output = run(&["score", missing, "worked-example.common-ground.json"], b"");
        assert_eq!(output.status.code(), Some(1));
        let lines: Vec<&str> = text(&output.stdout).lines().collect();
        let source = format!("\",\"source\":\"{missing}:1\"}}");
        assert!(lines[0].starts_with("{\"error\":\"") && lines[0].ends_with(&source), "{}", lines[0]);
        assert!(lines[1].starts_with("{\"id\":"));
    }
}

#[test]
fn every_command_that_reads_one_file_names_it_where_it_cannot() {
    let garbled = std::env::temp_dir().join(format!("common-ground-garbled-{}", std::process::id()));
    std::fs::write(&garbled, b"{\"format\": \xff}").unwrap();
    let commands: [(&[&str], &[&str]); 6] = [
        (&["link"], &[]),
        (&["invite", "--side", "members"], &[]),
        (&["report", "--format", "csv"], &[]),
        (&["catalogue"], &[]),
        (&["merge"], &["-"]),
        (&["score", "-", "--catalogue"], &[]),
    ];
    for (command, behind) in commands {
        for (file, why) in
            [("missing.json", ""), (".", ""), (garbled.to_str().unwrap(), "not UTF-8 text, at byte 12\n")]
        {
            let output = run(&[command, &[file], behind].concat(), b"");
            let start = format!("common-ground: {file}: {why}");
            assert!(text(&output.stderr).starts_with(&start), "{command:?}: {}", text(&output.stderr));
            assert_eq!((output.status.code(), text(&output.stdout)), (Some(1), ""), "{command:?} {file}");
        }
    }
    std::fs::remove_file(garbled).unwrap();
}

#[test]
fn a_table_has_a_header_and_a_row_for_each() {
    let named = |name: &str| line("a").replace("\"name\":\"\"", &format!("\"name\":\"{name}\""));
    let input = format!("{}\nnothing\n{}\n", named("=1+1"), named("a, \\\"b\\\""));
    let output = run(&["score", "--format", "csv", "-"], input.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<&str> = text(&output.stdout).lines().collect();
    assert_eq!(lines.len(), 3);
    assert!(lines[0].starts_with("id,name,phase,heard_organisation,heard_members,overlap_low,overlap_high,"));
    assert!(lines[1].starts_with("a,'=1+1,plan,no,no,,,"), "{}", lines[1]);
    assert!(lines[2].starts_with("a,\"a, \"\"b\"\"\",plan,"));
    let error = "{\"error\":\"neither an assessment nor a link of Common Ground\",\"source\":\"-:2\"}\n";
    assert_eq!(text(&output.stderr), error);
}

#[test]
fn a_page_with_an_assessment_in_it_is_one_line_of_results_or_one_error() {
    let token = link::encode(&read(EXAMPLE), Carried::default(), bundled()).unwrap();
    let page = |carried: &str| -> Vec<u8> {
        let text =
            format!("\u{feff}<!doctype html>\n<script id=\"carried\">{carried}</script>\n<script>{{}}</script>\n");
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    };
    let output = run(&["score", "-"], &page(&format!("#/v/{token}")));
    assert!(output.status.success() && text(&output.stdout).starts_with("{\"id\":\"0b8f"), "{}", text(&output.stdout));
    let output = run(&["score", "-"], &page(""));
    assert_eq!((output.status.code(), text(&output.stdout).lines().count()), (Some(1), 1));
}

#[test]
fn a_file_in_letters_of_two_bytes_is_read_and_one_that_is_no_text_gets_one_sentence() {
    let wide: Vec<u8> = format!("\u{feff}{}", line("a")).encode_utf16().flat_map(u16::to_le_bytes).collect();
    check_bytes(&wide, &["{\"id\":\"a\""]);
    let noise: Vec<u8> =
        (0..100_000_u32).map(|at| u8::try_from(at.wrapping_mul(2_654_435_761) >> 24).unwrap()).collect();
    assert!(noise.split(|byte| *byte == b'\n').count() > 100);
    check_bytes(&noise, &["{\"error\":\"this is no text: an assessment or a link is expected\",\"source\":\"-:1\"}"]);
}

#[test]
fn snapshots_are_scored_where_they_are_asked_for_oldest_first_and_each_line_says_which_it_is() {
    let mut assessment = read(EXAMPLE);
    let taken = [("2026-05-01", "Spring, a \"review\""), ("2025-11-01", "=1")].map(|(date, label)| {
        let (date, label) = (date.parse().unwrap(), label.to_owned());
        Snapshot { date, label, answered: assessment.answered.clone(), extra: Extra::default() }
    });
    let [first, mut second] = taken;
    second.answered.community.phase = Phase::Launch;
    assessment.snapshots = Arc::new(vec![first, second]);
    let input = file::write(&assessment);
    let output = run(&["score", "--snapshots", "-"], input.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stderr));
    let lines: Vec<Value> = text(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    let said: Vec<(&Value, &Value)> = lines.iter().map(|line| (&line["snapshot"], &line["phase"])).collect();
    let of = |date: &str, label: &str| json!({ "date": date, "label": label });
    let expected = [
        (of("2025-11-01", "=1"), json!("launch")),
        (of("2026-05-01", "Spring, a \"review\""), json!("plan")),
        (Value::Null, json!("plan")),
    ];
    assert_eq!(said, expected.iter().map(|(of, phase)| (of, phase)).collect::<Vec<_>>());
    // Of the present, all else is what it is without them.
    let mut now = lines[2].clone();
    now.as_object_mut().unwrap().remove("snapshot");
    let alone = run(&["score", "-"], input.as_bytes());
    assert_eq!(now, serde_json::from_str::<Value>(text(&alone.stdout)).unwrap());
    assert_eq!((&lines[1]["overlap"], &lines[1]["next"]), (&now["overlap"], &json!([])));

    let table = run(&["score", "--snapshots", "--format", "csv", "-"], input.as_bytes());
    let lines: Vec<&str> = text(&table.stdout).lines().collect();
    assert!(lines[0].ends_with(",outlook_high,snapshot_date,snapshot_label"), "{}", lines[0]);
    assert!(lines[1].ends_with(",2025-11-01,'=1") && lines[3].ends_with(",,"), "{lines:?}");
    assert!(lines[2].ends_with(",2026-05-01,\"Spring, a \"\"review\"\"\""), "{}", lines[2]);
}

#[test]
fn every_row_of_a_table_has_the_cells_of_its_header() {
    let cells = |line: &str| {
        csv::ReaderBuilder::new().has_headers(false).from_reader(line.as_bytes()).records().next().unwrap().unwrap()
    };
    let header = cells(&report::csv::header());
    for text in [GOLDEN, LOOK, EXAMPLE] {
        let assessment = read(text);
        let row = cells(&report::csv::row(&assessment, &score::results(&assessment.answered)));
        let cell = |name: &str| row.get(header.iter().position(|column| column == name).unwrap()).unwrap();
        assert_eq!(row.len(), header.len());
        assert_eq!(cell("id"), assessment.id.as_str());
        assert_eq!(cell("phase"), assessment.answered.community.phase.key());
    }
    let assessment = read(EXAMPLE);
    let row = cells(&report::csv::row(&assessment, &score::results(&assessment.answered)));
    let cell = |name: &str| row.get(header.iter().position(|column| column == name).unwrap()).unwrap();
    for (name, expected) in [
        ("overlap_low", "0.5217391304347826"),
        ("overlap_high", "0.5217391304347826"),
        ("beyond_chance_low", "-1"),
        ("kept_low", ""),
        ("area_members", "19"),
        ("members_only", "O4 S1 M1"),
        ("exchange", "sustaining extraction club drifting"),
        ("gate_embedded", "unknown"),
        ("criterion_enough_shared", "no"),
        ("outlook_high", "fragile"),
    ] {
        assert_eq!(cell(name), expected, "{name}");
    }
}

#[test]
fn a_cell_that_could_be_a_formula_is_made_harmless() {
    let check = |text: &str, expected: &str| assert_eq!(report::csv::harmless(text), expected);
    for start in ["=", "+", "-", "@", "\t", "\r", "\n", " =", "\u{a0}=", "\u{feff}@", "\u{0}=", "＝", "\t x"] {
        check(&format!("{start}x"), &format!("'{start}x"));
    }
    for harmless in ["", "x", " x", "1-1", "'=1", "O1 O2", "ü=1"] {
        check(harmless, harmless);
    }
}

#[test]
fn a_reader_that_stops_early_ends_it_quietly() {
    let mut input = String::new();
    for number in 0..2_000 {
        writeln!(input, "{}", line(&format!("a{number}"))).unwrap();
    }
    let path = std::env::temp_dir().join(format!("common-ground-{}.jsonl", std::process::id()));
    std::fs::write(&path, input).unwrap();
    let mut child = Command::new(env!("CARGO_BIN_EXE_common-ground"))
        .args(["score", path.to_str().unwrap()])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    drop(child.stdout.take());
    let output = child.wait_with_output().unwrap();
    std::fs::remove_file(path).unwrap();
    assert_eq!((output.status.code(), text(&output.stderr)), (Some(0), ""));
}

#[test]
fn wrong_arguments_are_a_matter_of_use() {
    assert_eq!(run(&["score"], b"").status.code(), Some(2));
    assert_eq!(run(&["score", "--format", "xml", "-"], b"").status.code(), Some(2));
    assert_eq!(run(&["score", "--help"], b"").status.code(), Some(0));
}

#[test]
fn the_process_prints_what_the_library_computes() {
    let assessment = file::read(LOOK, bundled()).unwrap();
    let results = score::results(&assessment.answered);
    let expected = report::json(&assessment, &results, &super::advice::proposals(&assessment, &results));
    let output = run(&["score", "look-example.common-ground.json"], b"");
    assert_eq!(text(&output.stdout), format!("{expected}\n"));
    let _: serde_json::Value = serde_json::from_str(&expected).unwrap();
}
