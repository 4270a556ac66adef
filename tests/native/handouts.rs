//! What is handed over: files by the functions of the reports, and the report on paper.

use common_ground::advice;
use common_ground::app::view;
use common_ground::app::{Drawing, Effect, Handout, Msg, Source};
use common_ground::assessment::{Edit, PlanEdit};
use common_ground::catalogue::{Holder, ItemId, Origin, bundled, bundled_advice};
use common_ground::link::Carried;
use common_ground::report::drawing::drawn;
use common_ground::report::{self, Include, Subject, calendar, csv, markdown};
use common_ground::route::{Place, Route};
use common_ground::score::{self, Many, Split};
use common_ground::text::EN;

use super::page::Page;

/// The example, open at its results.
fn example() -> Page {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    page
}

/// Makes a file, and gives its name, its media type and its text.
#[track_caller]
fn handed(page: &mut Page, handout: Handout) -> (String, &'static str, String) {
    page.effects.clear();
    page.send(Msg::HandOut(handout));
    let [Effect::Download { name, media, text }] = page.effects.as_slice() else { panic!("{:?}", page.effects) };
    (name.clone(), *media, text.clone())
}

#[test]
fn each_file_is_what_its_function_of_the_reports_makes() {
    let mut page = example();
    let assessment = page.open().clone();
    let results = score::results(&assessment.answered);
    let many = Many::of(&assessment.answered, &results.counted);
    for include in [Include::default(), Include { names: true, notes: true }] {
        page.send(Msg::Along(include));
        let expected = markdown::markdown(&Subject {
            assessment: &assessment,
            results: &results,
            next: &advice::next(&assessment, &results, &many, bundled_advice(), &[]),
            catalogue: bundled(),
            advice: bundled_advice(),
            today: &"2026-11-23".parse().unwrap(),
            ahead: 0,
            include,
        });
        let (name, media, text) = handed(&mut page, Handout::Markdown);
        assert_eq!((name.as_str(), media), ("water-network-modellers.md", "text/markdown"));
        assert_eq!(text, expected);
    }
    let (name, media, text) = handed(&mut page, Handout::Csv);
    assert_eq!((name.as_str(), media), ("water-network-modellers.csv", "text/csv"));
    assert_eq!(text, csv::sheet(&assessment, &results, bundled()));

    let (name, media, text) = handed(&mut page, Handout::Json);
    assert_eq!((name.as_str(), media), ("water-network-modellers.results.json", "application/json"));
    let next = advice::proposals(&assessment, &results, &many, bundled_advice(), &[]);
    assert_eq!(text, report::json(&assessment, &results, &next) + "\n");

    let (name, media, text) = handed(&mut page, Handout::Svg(Drawing::Shared));
    assert_eq!((name.as_str(), media), ("water-network-modellers-picture.svg", "image/svg+xml"));
    let scene = drawn(Drawing::Shared, (&assessment, &results), bundled(), 0).unwrap();
    assert_eq!(text, report::picture::file(&scene));
}

#[test]
fn a_calendar_is_there_once_something_has_a_day() {
    let mut page = Page::new();
    page.create();
    page.send(Msg::HandOut(Handout::Calendar));
    assert!(!page.effects.iter().any(|effect| matches!(effect, Effect::Download { .. })));
    assert!(!view::has_calendar(page.open()));
    page.send(Msg::Edit(Edit::NextReview("2027-02-15".parse().ok())));
    assert!(view::has_calendar(page.open()));
    let (name, media, text) = handed(&mut page, Handout::Calendar);
    assert_eq!((name.as_str(), media), ("community-without-a-name.ics", "text/calendar"));
    assert!(text.contains("DTSTART;VALUE=DATE:20270215\r\n"), "{text}");
    let stamp = text.lines().find_map(|line| line.strip_prefix("DTSTAMP:")).unwrap();
    let now = format!(
        "{}-{}-{}T{}:{}:{}Z",
        &stamp[..4],
        &stamp[4..6],
        &stamp[6..8],
        &stamp[9..11],
        &stamp[11..13],
        &stamp[13..15]
    );
    let same = calendar::calendar(page.open(), bundled_advice(), &now.parse().unwrap(), Include::default());
    assert_eq!(same, Some(text));
}

#[test]
fn a_picture_as_points_is_drawn_from_its_file_of_lines() {
    let mut page = example();
    for drawing in Drawing::ALL.into_iter().filter(|drawing| *drawing != Drawing::Trend) {
        let (name, _, svg) = handed(&mut page, Handout::Svg(drawing));
        page.effects.clear();
        page.send(Msg::HandOut(Handout::Png(drawing)));
        let png = name.replace(".svg", ".png");
        assert_eq!(page.effects, [Effect::DownloadPicture { name: png, svg: svg.clone() }]);
        assert!(svg.starts_with("<svg xmlns="), "{drawing:?}");
    }
    page.effects.clear();
    page.send(Msg::HandOut(Handout::Svg(Drawing::Trend)));
    assert_eq!(page.effects, [], "there is no trend before the first snapshot");
}

#[test]
fn the_map_of_all_communities_is_a_picture_too() {
    let mut page = example();
    page.send(Msg::Went(Route::Portfolio));
    let (name, _, svg) = handed(&mut page, Handout::MapSvg);
    assert_eq!(name, "common-ground-map.svg");
    assert!(svg.contains("Water network"), "{svg}");
    // It stands alone: how it is read, and whose each number is.
    let below = svg.rsplit("</g>").next().unwrap();
    assert!(below.contains("Water network modellers") && below.contains("To the right"), "{svg}");
    assert!(!svg.contains("those of the table"), "there is no table in a file");
}

#[test]
fn a_file_that_the_browser_refuses_is_shown_as_text_to_copy() {
    let mut page = example();
    assert_eq!(view::offered(&page.model), None);
    page.send(Msg::DownloadRefused { name: "a.csv".into(), text: "1,2".into() });
    let (name, text) = view::offered(&page.model).unwrap();
    assert_eq!((name.as_str(), &*text), ("a.csv", "1,2"));
}

#[test]
fn each_screen_of_a_community_prints_its_report_and_no_other_screen_does() {
    let mut page = example();
    let id = page.open().id.clone();
    let prints = |page: &mut Page, route: Route| {
        page.send(Msg::Went(route));
        view::prints_paper(&page.model)
    };
    for place in Place::ALL {
        assert!(prints(&mut page, Route::assessment(id.as_str(), place)), "{place:?}");
    }
    for route in [Route::Home, Route::Portfolio, Route::Method(None), Route::assessment(id.as_str(), Place::Report)] {
        assert!(!prints(&mut page, route.clone()), "{route:?}");
    }
    page.send(Msg::Went(Route::assessment(id.as_str(), Place::Report)));
    assert!(view::paper(&page.model).is_some(), "there it is on the screen already");
}

/// All that stands in the report on paper, as one text.
fn paper(page: &Page) -> String {
    format!("{:?}", view::paper(&page.model).unwrap())
}

#[test]
fn notes_and_names_stand_on_paper_only_where_they_were_chosen() {
    let mut page = example();
    page.send(Msg::Edit(Edit::Plan(PlanEdit::StatementOwner("Zuzanna Quill".into()))));
    let note = "Two design standards were opened for comment";
    assert!(page.open().notes.values().any(|one| one.note.contains(note)));
    assert!(!paper(&page).contains(note) && !paper(&page).contains("Zuzanna"));
    page.send(Msg::Along(Include { notes: true, ..Include::default() }));
    assert!(paper(&page).contains(note) && !paper(&page).contains("Zuzanna"));
    page.send(Msg::Along(Include { names: true, ..Include::default() }));
    assert!(!paper(&page).contains(note) && paper(&page).contains("Zuzanna"));
}

#[test]
fn a_statement_is_to_be_looked_at_again_in_reports_only_where_there_is_one() {
    let mut page = example();
    let again = (EN.report.looked_at)("15 February 2027");
    let edit = |page: &mut Page, text: &str| {
        page.send(Msg::Edit(Edit::Plan(PlanEdit::Statement(text.into()))));
        page.effects.clear();
        page.send(Msg::HandOut(Handout::Markdown));
        let file = page.effects.iter().find_map(|effect| match effect {
            Effect::Download { text, .. } => Some(text.clone()),
            _ => None,
        });
        [paper(page), file.unwrap()].map(|report| report.contains(&again))
    };
    assert_eq!(edit(&mut page, "For members and the organisation."), [true, true]);
    assert_eq!(edit(&mut page, " \n"), [false, false]);
}

#[test]
fn what_goes_along_is_chosen_for_one_community_and_stays_chosen_for_it() {
    let mut page = example();
    let place = page.model.route.clone();
    page.send(Msg::Carry(Carried::ALL));
    page.send(Msg::Along(Include { names: true, notes: true }));
    let chosen = |page: &Page| (page.model.carried, page.model.along);
    page.send(Msg::Went(Route::Home));
    page.send(Msg::Went(place.clone()));
    assert_eq!(chosen(&page), (Carried::ALL, Include { names: true, notes: true }));
    page.create();
    assert_eq!(chosen(&page), (Carried::default(), Include::default()));
    page.send(Msg::Went(place));
    assert_eq!(chosen(&page), (Carried::default(), Include::default()));
}

#[test]
fn nothing_on_paper_names_a_reply() {
    let page = example();
    let text = paper(&page);
    assert!(!page.open().answered.replies.is_empty());
    for reply in page.open().answered.replies.iter() {
        assert!(!text.contains(&reply.id), "{}", reply.id);
    }
}

#[test]
fn the_first_page_holds_seventeen_expectations_with_short_labels_and_no_more() {
    let mut page = Page::new();
    page.create();
    let all: Vec<_> =
        bundled().items.iter().map(|item| (item.id, item.label.clone(), item.statement.clone())).collect();
    let seen = |page: &Page| view::paper(&page.model).unwrap();
    assert!(seen(&page).items.iter().all(|row| all.iter().any(|(_, _, statement)| *statement == row.statement)));
    let add = |page: &mut Page, count: usize| {
        for (id, ..) in &all {
            let asked = page.open().answered.number(*id).is_some();
            if !asked && page.open().answered.items.len() < count {
                page.send(Msg::Edit(Edit::AddItem(*id)));
            }
        }
        assert_eq!(page.open().answered.items.len(), count);
    };
    add(&mut page, 17);
    assert!(seen(&page).items_fit);
    assert!(seen(&page).items.iter().all(|row| all.iter().any(|(_, label, _)| *label == row.statement)));
    // Own ones are long: where not even the labels have room, the table goes to the next page.
    for (own, (id, ..)) in (1..=5).zip(&all) {
        page.send(Msg::Edit(Edit::TakeOut(*id)));
        let text = "Nobody has to work alone at night on a bridge without a colleague who knows where".to_owned();
        page.send(Msg::Edit(Edit::AddOwn { item: ItemId::own(own), text, holder: Holder::Both }));
    }
    assert_eq!(page.open().answered.items.len(), 17);
    assert!(!seen(&page).items_fit);
    for _ in 0..5 {
        page.send(Msg::Undo);
        page.send(Msg::Undo);
    }
    add(&mut page, 18);
    assert!(!seen(&page).items_fit);
    assert!(seen(&page).items.iter().all(|row| all.iter().any(|(_, _, statement)| *statement == row.statement)));
}

#[test]
fn a_copy_that_came_with_a_link_prints_as_a_report_too() {
    let page = example();
    let token = common_ground::link::encode(page.open(), common_ground::link::Carried::default(), bundled()).unwrap();
    let mut guest = Page::new();
    guest.send(Msg::Open { text: ["#/v/", &token].concat(), source: Source::Address });
    guest.send(Msg::Went(Route::Guest));
    assert!(view::prints_paper(&guest.model));
    let (theirs, mine) = (view::paper(&guest.model).unwrap(), view::paper(&page.model).unwrap());
    assert_eq!((theirs.title, theirs.items), (mine.title, mine.items));
}

#[test]
fn on_paper_nothing_tells_who_of_a_side_chose_what() {
    let page = example();
    let topics = view::paper(&page.model).unwrap().topics;
    let kinds = |within: bool| topics.iter().filter(move |list| (list.split != Split::BetweenSides) == within);
    assert!(kinds(true).count() > 0 && kinds(false).count() > 0, "the example has both kinds");
    assert!(topics.iter().flat_map(|list| &list.rows).all(|row| row.scene.is_empty()), "no picture of the answers");
    assert!(kinds(true).flat_map(|list| &list.rows).all(|row| row.finding.is_empty()), "no lowest, no highest");
    assert!(kinds(false).flat_map(|list| &list.rows).all(|row| !row.finding.is_empty()), "middle answers stay");
}

#[test]
fn what_a_community_is_stands_on_paper_and_in_markdown() {
    let mut page = Page::new();
    page.create();
    let edits = [
        Edit::Purpose("Share what works.\n\nAnd what does not.".into()),
        Edit::Origin(Some(Origin::BottomUp)),
        Edit::Founded("2023-04".parse().ok()),
        Edit::Size(Some(140)),
    ];
    for edit in edits {
        page.send(Msg::Edit(edit));
    }
    let seen = view::paper(&page.model).unwrap();
    assert_eq!(seen.purpose, ["Share what works.", "And what does not."]);
    let origin = &bundled().origins.iter().find(|choice| choice.id == "bottom_up").unwrap().name;
    let about =
        [(EN.asking.origin, origin.clone()), (EN.asking.founded, "April 2023".into()), (EN.asking.size, "140".into())];
    assert_eq!(seen.about, about);
    let (.., text) = handed(&mut page, Handout::Markdown);
    let lines = format!("\n- Who started it? {origin}\n- Founded: April 2023\n- Members: 140\n");
    assert!(text.contains(&lines), "{text}");
}

#[test]
fn a_note_keeps_its_lines_on_paper_and_in_markdown() {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::ItemNote("O1".parse().unwrap(), "One | two\n\n- three".into())));
    page.send(Msg::Along(Include { notes: true, ..Include::default() }));
    assert!(view::paper(&page.model).unwrap().notes.iter().any(|(_, note)| note.contains("two\n\n- three")));
    let (.., text) = handed(&mut page, Handout::Markdown);
    assert!(text.contains("One \\| two\\\n  \\- three\n"), "{text}");
}
