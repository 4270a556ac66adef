//! An own catalogue on the command line.

use common_ground::catalogue::{Catalogue, bundled_text};
use common_ground::file;
use common_ground::tree::Tree;

use super::super::cli::{run, text};
use super::{DIGEST, OWN, known, made_link, made_with};

fn made() -> String {
    file::write(&made_with(known().1))
}

#[test]
fn the_bundled_catalogue_is_printed_as_a_start() {
    let output = run(&["catalogue"], b"");
    assert!(output.status.success());
    assert_eq!(text(&output.stdout), bundled_text());
    assert!(Catalogue::read(text(&output.stdout)).is_ok());
}

#[test]
fn a_catalogue_is_checked() {
    let output = run(&["catalogue", "own.catalogue.json"], b"");
    let expected = format!(
        "name: Ward practice\ndigest: {DIGEST}\nlanguage: en-GB\nexpectations: 7, 6 of them by default\n\
         advice: 54 actions, {} measures, 0 bridges\n",
        known().1.advice().measures.len()
    );
    assert_eq!(text(&output.stdout), expected);
    let wrong = run(&["catalogue", "-"], OWN.replace("\"W2\"", "\"W1\"").as_bytes());
    assert_eq!(text(&wrong.stderr), "common-ground: -: items[1].id: \"W1\" stands twice\n");
    assert_eq!(wrong.status.code(), Some(1));
    let large = run(&["catalogue", "-"], " ".repeat(600_000).as_bytes());
    assert_eq!(
        text(&large.stderr),
        "common-ground: -: 600000 bytes are too many for a catalogue: at most 500000 are read\n"
    );
}

#[test]
fn what_was_made_with_a_catalogue_needs_it() {
    let without = run(&["score", "-"], made().as_bytes());
    assert_eq!(
        text(&without.stdout),
        "{\"error\":\"catalogue: it was made with “Ward practice” (a50b430c), and that catalogue is not here\",\
         \"source\":\"-:1\"}\n"
    );
    assert_eq!(without.status.code(), Some(1));
    for arguments in
        [["--catalogue", "own.catalogue.json", "score", "-"], ["score", "-", "--catalogue", "own.catalogue.json"]]
    {
        let output = run(&arguments, made().as_bytes());
        assert!(output.status.success(), "{}", text(&output.stdout));
        assert!(text(&output.stdout).contains("\"name\":\"Wound care\""));
    }
}

#[test]
fn every_command_takes_a_catalogue() {
    let with = |arguments: &[&str], input: &str| {
        let output = run(&[arguments, &["--catalogue", "own.catalogue.json"]].concat(), input.as_bytes());
        assert!(output.status.success(), "{arguments:?}: {}", text(&output.stderr));
        text(&output.stdout).to_owned()
    };
    let report = with(&["report", "--format", "markdown", "-"], &made());
    assert!(report.contains("Patients fall less often on our wards"), "{report}");
    let fragment = with(&["link", "-"], &made());
    let token = made_link(known().1);
    assert_eq!(fragment, format!("#/v/{token}\n"));
    assert_eq!(with(&["decode", &token], ""), made());
    assert!(with(&["score", "-"], &format!("see {fragment}")).contains("Wound care"));
    assert!(with(&["invite", "--side", "members", "-"], &made()).starts_with("#/v/"));
    let table = with(&["report", "--format", "csv", "-"], &fragment);
    assert!(table.contains("One way of handing over, on every ward"), "{table}");
}

#[test]
fn a_back_up_is_scored_with_the_catalogues_in_it() {
    let flat = |json: &str| Tree::parse(json).unwrap().to_text();
    let example = include_str!("../../golden/worked-example.common-ground.json");
    let lines = [flat(OWN), flat(&made()), flat(example)].join("\n");
    let output = run(&["score", "-"], lines.as_bytes());
    assert!(output.status.success(), "{}", text(&output.stdout));
    assert_eq!(text(&output.stdout).lines().count(), 2);
    let wrong = [flat(&OWN.replace("\"W2\"", "\"W1\"")), flat(&made())].join("\n");
    let output = run(&["score", "-"], wrong.as_bytes());
    let first = text(&output.stdout).lines().next().unwrap();
    assert_eq!(first, "{\"error\":\"items[1].id: \\\"W1\\\" stands twice\",\"source\":\"-:1\"}");
}

#[test]
fn a_catalogue_that_cannot_be_read_stops_the_command() {
    let output = run(&["--catalogue", "nowhere.json", "score", "-"], b"");
    assert_eq!(output.status.code(), Some(1));
    assert!(text(&output.stderr).starts_with("common-ground: nowhere.json: "), "{}", text(&output.stderr));
}
