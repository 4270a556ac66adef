//! The catalogue and the advice that come with Common Ground, and how others are read.

use std::collections::BTreeSet;
use std::fmt::Debug;

use common_ground::catalogue::content::{Choice, Scale};
use common_ground::catalogue::{
    Advice, Catalogue, CatalogueError, Contribution, Origin, Phase, Practice, Step, bundled, bundled_advice,
};
use common_ground::tree::Tree;

const CATALOGUE: &str = include_str!("../../src/catalogue/en.json");
const ADVICE: &str = include_str!("../../src/catalogue/en.advice.json");

/// Every text and its place.
fn texts(tree: &Tree, place: &str, out: &mut Vec<(String, String)>) {
    match tree {
        Tree::Text(text) => out.push((place.to_owned(), text.clone())),
        Tree::List(list) => {
            for (index, value) in list.iter().enumerate() {
                texts(value, &format!("{place}[{index}]"), out);
            }
        }
        Tree::Object(entries) => {
            for (key, value) in entries {
                texts(value, &format!("{place}.{key}"), out);
            }
        }
        _ => {}
    }
}

fn distinct<T: Ord + Debug>(values: impl IntoIterator<Item = T>) -> BTreeSet<T> {
    let mut seen = BTreeSet::new();
    for value in values {
        let shown = format!("{value:?}");
        assert!(seen.insert(value), "{shown} is there twice");
    }
    seen
}

fn words(scale: Scale) -> Vec<&'static str> {
    Step::ALL.into_iter().map(|step| bundled().word(scale, step)).collect()
}

#[test]
fn everything_is_there() {
    let (catalogue, advice) = (bundled(), bundled_advice());
    assert_eq!(catalogue.items.len(), 25);
    let defaults: Vec<String> = catalogue.default_items().map(|id| id.to_string()).collect();
    assert_eq!(defaults, ["O1", "O2", "O3", "O4", "O6", "S1", "S2", "S3", "M1", "M2", "M3", "M5"]);
    assert_eq!(catalogue.practices.iter().map(|practice| practice.id).collect::<Vec<_>>(), Practice::ALL);
    let contributions: Vec<Contribution> = catalogue.contributions.iter().map(|words| words.id).collect();
    assert_eq!(contributions, Contribution::ALL);
    assert_eq!(advice.actions.iter().map(|action| action.number).collect::<Vec<_>>(), (1..=54).collect::<Vec<_>>());
    let codes = (1..=17).map(|n| format!("L{n}")).chain((1..=10).map(|n| format!("R{n}")));
    assert_eq!(advice.measures.iter().map(|measure| measure.id.clone()).collect::<Vec<_>>(), codes.collect::<Vec<_>>());
    assert_eq!(advice.bridges.len(), 4);
}

#[test]
fn the_closed_lists_have_their_words() {
    let ids = |choices: &'static [Choice]| choices.iter().map(|choice| choice.id.as_str()).collect::<Vec<_>>();
    assert_eq!(ids(&bundled().phases), Phase::ALL.map(Phase::key));
    assert_eq!(ids(&bundled().origins), Origin::ALL.map(Origin::key));
}

#[test]
fn the_scales_say_what_the_scoring_reads_from_them() {
    assert_eq!(words(Scale::Importance), ["not expected", "nice to have", "useful", "important", "essential"]);
    assert_eq!(words(Scale::Delivered), ["nothing yet", "a little", "can use it", "used at work", "visible result"]);
    assert_eq!(words(Scale::Worth), ["no", "hardly", "about even", "yes", "clearly yes"]);
    assert_eq!(words(Scale::Contribution), ["none", "ad hoc", "agreed", "agreed and used", "secured for next cycle"]);
    assert_eq!(
        words(Scale::Practice),
        ["absent", "talked about", "written down once", "used and owned", "reviewed with both sides"]
    );
}

#[test]
fn labels_fit_the_pictures() {
    for item in &bundled().items {
        assert!(item.label.chars().count() <= 20, "{}: {}", item.id, item.label);
    }
}

#[test]
fn nothing_is_there_twice() {
    let (catalogue, advice) = (bundled(), bundled_advice());
    distinct(catalogue.items.iter().map(|item| item.id));
    distinct(catalogue.items.iter().map(|item| &item.label));
    distinct(catalogue.items.iter().map(|item| &item.statement));
    distinct(catalogue.practices.iter().map(|practice| &practice.name));
    distinct(catalogue.contributions.iter().map(|words| &words.name));
    for practice in &catalogue.practices {
        distinct(&practice.levels);
    }
    for scale in [Scale::Importance, Scale::Delivered, Scale::Worth, Scale::Contribution, Scale::Practice] {
        distinct(words(scale));
    }
    distinct(&advice.weaknesses);
    distinct(advice.actions.iter().map(|action| &action.title));
    distinct(advice.measures.iter().map(|measure| &measure.name));
    distinct(advice.bridges.iter().map(|bridge| (bridge.from, bridge.to)));
    distinct(advice.sources.iter().map(|source| &source.key));
    distinct(advice.sources.iter().map(|source| &source.cite));
    for action in &advice.actions {
        distinct(&action.actors);
        distinct(&action.sources);
    }
    for measure in &advice.measures {
        distinct(&measure.phases);
        distinct(&measure.items);
    }
}

#[test]
fn every_reference_leads_somewhere() {
    let advice = bundled_advice();
    let weaknesses = distinct(&advice.weaknesses);
    let answered: BTreeSet<&String> = advice.actions.iter().map(|action| &action.weakness).collect();
    assert_eq!(weaknesses, answered, "a weakness without an action, or an action without its weakness");
    let sources = distinct(advice.sources.iter().map(|source| &source.key));
    let cited: BTreeSet<&String> = advice.actions.iter().flat_map(|action| &action.sources).collect();
    assert_eq!(sources, cited, "a source that nothing cites, or a citation without its source");
    for bridge in &advice.bridges {
        for id in [bridge.from, bridge.to] {
            assert!(bundled().item(id).is_some(), "{id}");
        }
    }
    // The notes have three of the four bridges among the actions too, 13 to 15; mentoring is none of them.
    let named: Vec<_> = advice.bridges.iter().map(|bridge| (bridge.from.as_str(), bridge.action)).collect();
    assert_eq!(named, [("M3", Some(13)), ("M1", None), ("M5", Some(14)), ("M6", Some(15))]);
    for action in &advice.actions {
        assert!(!action.actors.is_empty() && !action.sources.is_empty(), "action {}", action.number);
    }
    for measure in &advice.measures {
        assert!(!measure.phases.is_empty(), "{}", measure.id);
        for id in &measure.items {
            assert!(bundled().item(*id).is_some(), "{} shows {id}", measure.id);
        }
    }
}

#[test]
fn every_text_is_set_with_care() {
    for file in [CATALOGUE, ADVICE] {
        let mut found = Vec::new();
        texts(&Tree::parse(file).unwrap(), "", &mut found);
        assert!(found.len() > 100);
        for (place, text) in found {
            assert!(!text.is_empty(), "{place} is empty");
            assert_eq!(text, text.split_whitespace().collect::<Vec<_>>().join(" "), "{place}: white space");
            assert!(!text.contains(['\'', '"']), "{place}: {text}");
            assert!(!text.contains("..."), "{place}: {text}");
        }
    }
}

/// What reading says of a bundled file with another text in the place of the first `from`.
#[track_caller]
fn refused(file: &str, from: &str, to: &str) -> String {
    assert!(file.contains(from), "{from}");
    let text = file.replacen(from, to, 1);
    let error: CatalogueError =
        if file == ADVICE { Advice::read(&text).unwrap_err() } else { Catalogue::read(&text).unwrap_err() };
    error.to_string()
}

#[test]
fn errors_of_a_catalogue_name_the_place() {
    let cases = [
        (r#""id": "O1","#, "", "items[0].id: required, and missing"),
        (r#""id": "O1""#, r#""id": "Ö 1""#, "items[0].id: \"Ö 1\" is not an id of 1 to 12 letters, digits and hyphens"),
        (r#""id": "O1""#, r#""id": 1"#, "items[0].id: a number, where an id is expected"),
        (
            r#""holder": "organisation""#,
            r#""holder": "x""#,
            "items[0].holder: \"x\" is not organisation, members or both",
        ),
        (r#""default": true"#, r#""default": "true""#, "items[0].default: a text, where true or false is expected"),
        (r#""word": "useful""#, r#""word": null"#, "scales.importance[2].word: null, where a text is expected"),
        (r#""worth": ["#, r#""worth": [{},"#, "scales.worth: 6 values, where five are expected"),
        (
            r#""id": "funding""#,
            r#""id": "gold""#,
            "contributions[0].id: \"gold\" is not funding, resources, people, participation or time",
        ),
        (
            r#""unit": "money a year""#,
            r#""unit": []"#,
            "contributions[0].organisation.unit: a list, where a text is expected",
        ),
        (r#""levels": ["#, r#""levels": [{},"#, "practices[0].levels: 6 values, where five are expected"),
        (r#""items": ["#, r#""items": {}, "other": ["#, "items: an object, where a list is expected"),
        (r#""items": ["#, r#""items": [0,"#, "items[0]: a number, where an object is expected"),
        (r#""items": ["#, r#""other": ["#, "items: required, and missing"),
    ];
    for (from, to, expected) in cases {
        assert_eq!(refused(CATALOGUE, from, to), expected);
    }
}

#[test]
fn errors_of_the_advice_name_the_place() {
    let cases = [
        (r#""number": 1,"#, r#""number": -1,"#, "actions[0].number: -1 is not a whole number from 0 to 65535"),
        (r#""phase": "plan""#, r#""phase": "now""#, "actions[0].phase: \"now\" is not plan, launch, sustain or any"),
        (r#""leader""#, r#""boss""#, "actions[0].actors[0]: \"boss\" is not sponsor, leader or members"),
        (r#""kind": "leading""#, r#""kind": "l""#, "measures[0].kind: \"l\" is not leading or lagging"),
        (r#""kind": "read""#, r#""kind": "seen""#, "sources[0].kind: \"seen\" is not read, known or synthesis"),
        (
            r#""common-ground/advice""#,
            r#""common-ground/catalogue""#,
            "format: \"common-ground/catalogue\" is another format, \"common-ground/advice\" is expected",
        ),
    ];
    for (from, to, expected) in cases {
        assert_eq!(refused(ADVICE, from, to), expected);
    }
}

#[test]
fn what_is_no_catalogue_is_refused() {
    let error = |text: &str| Catalogue::read(text).unwrap_err().to_string();
    assert_eq!(error("{"), "not JSON: EOF while parsing an object at line 1 column 1");
    assert_eq!(error(r#"{"a": 1, "a": 2}"#), "not JSON: the key \"a\" is given twice at line 1 column 16");
    assert_eq!(error("[]"), "the whole: a list, where an object is expected");
    assert_eq!(error("{}"), "format: required, and missing");
    assert_eq!(error(r#"{"format": 1}"#), "format: a number, where a text is expected");
    assert_eq!(
        error(r#"{"format": "other"}"#),
        "format: \"other\" is another format, \"common-ground/catalogue\" is expected"
    );
    let version = |version: &str| error(&format!(r#"{{"format": "common-ground/catalogue", "version": {version}}}"#));
    assert_eq!(version("2"), "version 2 is newer than this program knows (1)");
    assert_eq!(version("0"), "version: 0 is not the number of a version");
    assert_eq!(version("\"1\""), "version: a text, where the number of a version is expected");
    assert_eq!(version("1"), "name: required, and missing");
}

#[test]
fn unknown_keys_are_ignored() {
    let text = CATALOGUE.replace(r#""label":"#, r#""new": [{}], "label":"#);
    let catalogue = Catalogue::read(&text).unwrap();
    assert_eq!(format!("{:?}", catalogue.items), format!("{:?}", bundled().items));
    // They are part of what the file is all the same.
    let plain = Catalogue::read(CATALOGUE).unwrap();
    assert_ne!(catalogue.id(), plain.id());
}
