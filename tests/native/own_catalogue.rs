//! A catalogue of somebody's own: read, told from others, carried by files and links.

mod app;
mod command;
mod errors;

use common_ground::assessment::{Answer, Answers, Assessment, AssessmentId, Edit};
use common_ground::catalogue::{
    Catalogue, CatalogueId, ItemId, Known, Side, Step, bundled, bundled_advice, bundled_text,
};
use common_ground::file::{self, FileError};
use common_ground::link::{self, Carried, Content, LinkError};
use common_ground::tree::Tree;

use super::replies::{reply, sent, token, token_with};

/// A small catalogue: seven items, two of whose ids the bundled one has too, and no advice of its own.
pub const OWN: &str = include_str!("../golden/own.catalogue.json");

/// Its digest, by Python's `hashlib.blake2b` over `json.dumps(…, sort_keys=True, separators=(",", ":"),
/// ensure_ascii=False)`.
const DIGEST: &str = "a50b430cd61f35d1e47fcc44af4425f5";

/// The catalogues that are here where it was opened.
pub fn known() -> (Known, &'static Catalogue) {
    let mut known = Known::default();
    let own = known.add(Catalogue::read(OWN).unwrap()).unwrap();
    (known, own)
}

/// An assessment made with it, with an answer.
pub fn made_with(own: &Catalogue) -> Assessment {
    let now = "2026-11-20T09:30:00Z".parse().unwrap();
    let mut assessment = Assessment::new(AssessmentId::from_random([9; 16]), now, own);
    let edits = [
        Edit::Name("Wound care".into()),
        Edit::AddItem("N3".parse().unwrap()),
        Edit::Worth(Side::Members, Some(Answer::Step(Step::new(3).unwrap()))),
    ];
    for edit in edits {
        assessment.apply(edit, own).unwrap();
    }
    assessment
}

/// Its link.
pub fn made_link(own: &Catalogue) -> String {
    token_with(&Content::Assessment(Box::new(made_with(own))), own)
}

#[test]
fn what_is_bundled_keeps_to_the_rules_for_everybody_and_is_told_as_the_bundled_one() {
    let read = Catalogue::read(&bundled_text()).unwrap();
    assert_eq!(read.id(), None);
    assert_eq!(&read, bundled());
    assert_eq!(format!("{:?}", read.advice()), format!("{:?}", bundled_advice()));
    assert_eq!(format!("{:?}", read.items), format!("{:?}", bundled().items));
    assert!(Catalogue::claims(&bundled_text()));
    assert!(!Catalogue::claims(&file::write(&made_with_bundled())));
}

#[test]
fn the_bundled_file_is_laid_out_for_people() {
    let text = bundled_text();
    let tree = Tree::parse(&text).unwrap();
    let Tree::Object(entries) = tree else { panic!("an object") };
    let keys: Vec<&str> = entries.iter().map(|(key, _)| key.as_str()).collect();
    assert_eq!(
        keys,
        [
            "format",
            "version",
            "language",
            "name",
            "scales",
            "phases",
            "origins",
            "items",
            "contributions",
            "practices",
            "advice"
        ]
    );
    assert!(text.lines().all(|line| line.len() < 400));
    assert!(text.contains("\n \"advice\": {\n  \"weaknesses\": [\n   {\n    \"id\": \"NV\","));
    assert!(text.ends_with("\n  ]\n }\n}\n"));
}

#[test]
fn the_digest_is_the_same_for_every_layout_and_another_for_every_change() {
    let id = |text: &str| Catalogue::read(text).unwrap().id().unwrap().clone();
    let own = id(OWN);
    assert_eq!((own.name.as_str(), own.digest.to_string().as_str()), ("Ward practice", DIGEST));
    let flat = Tree::parse(OWN).unwrap().to_text();
    assert_eq!(id(&flat), own);
    assert_eq!(id(&format!("\u{feff}{OWN}")), own);
    assert_ne!(id(&OWN.replace("while on shift", "on shift")).digest, own.digest);
    assert_ne!(id(&OWN.replacen("\"version\": 1,", "\"version\": 1, \"editor\": \"Ada\",", 1)).digest, own.digest);
}

#[test]
fn the_same_catalogue_is_held_once_and_no_more_than_twenty_are() {
    let (mut known, own) = known();
    let again = known.add(Catalogue::read(OWN).unwrap()).unwrap();
    assert!(std::ptr::eq(own, again));
    assert!(std::ptr::eq(known.add(Catalogue::read(&bundled_text()).unwrap()).unwrap(), bundled()));
    for number in known.own().len()..Known::MOST {
        let other = OWN.replacen("Ward practice", &format!("Ward practice {number}"), 1);
        assert!(known.add(Catalogue::read(&other).unwrap()).is_some());
    }
    let one_more = Catalogue::read(&OWN.replacen("Ward practice", "One more", 1)).unwrap();
    assert!(known.add(one_more).is_none());
}

#[test]
fn without_advice_of_its_own_the_bundled_advice_stands_as_far_as_the_items_go() {
    let (_, own) = known();
    let advice = own.advice();
    assert_eq!(advice.actions.len(), 54);
    // No bridge has both its ends: each leads from or to an item that is not here.
    assert!(advice.bridges.is_empty());
    let has = |id: &str| own.items.iter().any(|item| item.id.as_str() == id);
    let expected: Vec<(&str, Vec<&str>)> = bundled_advice()
        .measures
        .iter()
        .filter(|measure| measure.items.is_empty() || measure.items.iter().any(|id| has(id.as_str())))
        .map(|measure| (measure.id.as_str(), measure.items.iter().map(ItemId::as_str).filter(|id| has(id)).collect()))
        .collect();
    let found: Vec<(&str, Vec<&str>)> = advice
        .measures
        .iter()
        .map(|measure| (measure.id.as_str(), measure.items.iter().map(ItemId::as_str).collect()))
        .collect();
    assert_eq!(found, expected);
    assert!(found.len() < bundled_advice().measures.len());
}

#[test]
fn advice_of_its_own_takes_the_place_of_the_bundled() {
    let own = OWN.trim_end().strip_suffix('}').unwrap().trim_end().to_owned();
    let text = own
        + r#", "advice": {"weaknesses": [{"id": "NV", "name": "N", "means": "M"}], "actions": [{"number": 900,
            "weakness": "NV", "phase": "any", "title": "Ask the night shift", "how": "H", "why": "W",
            "actors": ["leader"], "sources": []}], "measures": [], "bridges": [{"from": "N1", "to": "W2", "how": "H"}],
            "sources": []}}"#;
    let catalogue = Catalogue::read(&text).unwrap();
    let advice = catalogue.advice();
    assert_eq!(advice.actions.iter().map(|action| action.number).collect::<Vec<_>>(), [900]);
    assert_eq!((advice.measures.len(), advice.bridges.len()), (0, 1));
}

#[test]
fn what_is_there_for_other_programs_may_be_anything_or_left_out() {
    let without: String = OWN.lines().filter(|line| !line.contains("\"horizon\": ")).collect();
    assert!(without.len() < OWN.len());
    let plain = Catalogue::read(OWN).unwrap();
    for text in [without, OWN.replace("\"short\"", "7")] {
        let read = Catalogue::read(&text).unwrap();
        assert_eq!(format!("{:?}", read.items), format!("{:?}", plain.items));
        assert_ne!(read.id(), plain.id(), "it is part of what the file is all the same");
    }
}

#[test]
fn a_file_names_its_catalogue_and_is_read_with_that_alone() {
    let (known, own) = known();
    let assessment = made_with(own);
    let text = file::write(&assessment);
    assert!(text.contains(&format!("\"catalogue\": {{\"name\": \"Ward practice\", \"digest\": \"{DIGEST}\"}}")));
    assert_eq!(file::read(&text, own), Ok(assessment.clone()));
    assert_eq!(file::read_known(&text, &known), Ok(assessment.clone()));
    let parts = file::write_parts(&assessment);
    assert_eq!(file::read_parts(&parts, own), Ok(assessment));
    let error = file::read(&text, bundled()).unwrap_err();
    assert_eq!(error.needed(), own.id());
    assert_eq!(
        error.to_string(),
        "catalogue: it was made with “Ward practice” (a50b430c), and that catalogue is not here"
    );
}

#[test]
fn a_file_of_the_bundled_catalogue_names_none_and_is_not_read_with_another() {
    let (known, own) = known();
    let assessment = made_with_bundled();
    let text = file::write(&assessment);
    assert!(!text.contains("catalogue"));
    assert_eq!(file::read(&text, own), Err(FileError::OtherCatalogue(None)));
    assert_eq!(file::read_known(&text, &known), Ok(assessment));
}

fn made_with_bundled() -> Assessment {
    let now = "2026-11-20T09:30:00Z".parse().unwrap();
    Assessment::new(AssessmentId::from_random([9; 16]), now, bundled())
}

#[test]
fn what_a_file_calls_its_catalogue_gives_way_to_the_catalogues_own_name() {
    let (_, own) = known();
    let text = file::write(&made_with(own)).replace("Ward practice", "Something else");
    assert_eq!(file::read(&text, own).unwrap().catalogue.as_ref(), own.id());
}

#[test]
fn beside_the_name_of_a_catalogue_alone_keys_of_others_are_not_kept() {
    let (_, own) = known();
    let text = file::write(&made_with(own));
    let with = |at: &str| text.replacen(at, &format!("{at}\"theirs\": 1, "), 1);
    let read = file::read(&with("\"catalogue\": {"), own).unwrap();
    assert_eq!(file::write(&read), text);
    let read = file::read(&with("\"community\": {"), own).unwrap();
    assert!(file::write(&read).contains("\"theirs\": 1"));
}

#[test]
fn errors_in_the_name_of_a_catalogue_name_the_place() {
    let text = file::write(&made_with(known().1));
    let check = |from: &str, to: &str, expected: &str| {
        assert_eq!(file::read(&text.replacen(from, to, 1), bundled()).unwrap_err().to_string(), expected);
    };
    check("\"name\": \"Ward practice\", ", "", "catalogue.name: required, and missing");
    check(&format!(", \"digest\": \"{DIGEST}\""), "", "catalogue.digest: required, and missing");
    check(DIGEST, "A50B", "catalogue.digest: \"A50B\" is not 32 hexadecimal digits");
    check("\"Ward practice\"", "\"\"", "catalogue.name: \"\" is not a name of 1 to 60 characters");
    check("\"Ward practice\"", "7", "catalogue.name: a number, where a text is expected");
}

#[test]
fn links_of_each_kind_name_their_catalogue_and_are_read_with_that_alone() {
    let (known, own) = known();
    let assessment = made_with(own);
    let invitation = assessment.invitation(Side::Members);
    let step = Answer::Step(Step::new(2).unwrap());
    let importance = ["W1", "N3"].map(|id| (id.parse().unwrap(), step)).into();
    let reply = sent(&assessment, reply("q7Hk2mZx", Side::Members, Answers { importance, ..Answers::default() }));
    let contents = [
        Content::Assessment(Box::new(assessment)),
        Content::Invitation(Box::new(invitation)),
        Content::Reply(Box::new(reply)),
    ];
    let other = Catalogue::read(&OWN.replace("Fewer falls", "No falls")).unwrap();
    for content in contents {
        let token = token_with(&content, own);
        assert_eq!(link::decode(&token, own), Ok(content.clone()));
        let (found, with) = link::decode_known(&token, &known).unwrap();
        assert_eq!((found, with), (content, own));
        for stranger in [bundled(), &other] {
            let error = link::decode(&token, stranger).unwrap_err();
            assert_eq!(error, LinkError::OtherCatalogue(own.id().cloned()));
            assert_eq!(
                error.to_string(),
                "the link was made with the catalogue “Ward practice” (a50b430c), and that catalogue is not here"
            );
        }
    }
}

#[test]
fn a_link_of_the_bundled_catalogue_is_not_read_with_another() {
    let token = token(&Content::Assessment(Box::new(made_with_bundled())));
    assert_eq!(link::decode(&token, known().1), Err(LinkError::OtherCatalogue(None)));
}

#[test]
fn nothing_is_written_with_a_catalogue_it_was_not_made_with() {
    let (_, own) = known();
    let needed = own.id().cloned();
    assert_eq!(link::encode(&made_with(own), Carried::ALL, bundled()), Err(LinkError::OtherCatalogue(needed)));
}

#[test]
fn a_locked_link_tells_its_catalogue_once_it_is_open() {
    let (_, own) = known();
    let token = made_link(own);
    let locked = link::lock(&token, "open sesame", [3; 16]).unwrap();
    assert_eq!(link::decode(&locked, bundled()), Ok(Content::Locked));
    let open = link::unlock(&locked, "open sesame").unwrap();
    assert_eq!(link::decode(&open, bundled()).unwrap_err().needed(), own.id());
}

/// The link of [`made_with`], as it was first written.
const GOLDEN: &str = include_str!("../golden/link-v2-own-catalogue.txt");

#[test]
fn a_link_with_a_catalogue_of_its_own_is_read_for_ever() {
    let (_, own) = known();
    assert_eq!(made_link(own), GOLDEN.trim());
    assert_eq!(link::decode(GOLDEN, own), Ok(Content::Assessment(Box::new(made_with(own)))));
}

#[test]
fn a_catalogue_is_shown_by_its_name_and_the_beginning_of_its_digest() {
    let id = CatalogueId { name: "Ward practice".to_owned(), digest: DIGEST.parse().unwrap() };
    assert_eq!(id.to_string(), "“Ward practice” (a50b430c)");
}
