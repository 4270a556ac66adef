//! Many communities side by side: the table and its order, the map, what is there for looking only.

use common_ground::app::view::{self, Column, Order, PortfolioView, Sorting, found_rows, sorted};
use common_ground::app::{Effect, Msg, Source};
use common_ground::assessment::{AssessmentId, Edit};
use common_ground::catalogue::{Side, bundled};
use common_ground::chart::Voice;
use common_ground::link::{self, Carried};
use common_ground::route::Route;
use common_ground::text::EN;
use common_ground::{file, report};

use super::page::Page;

/// Adds a community in which the organisation says 4 of one expectation and the members this; all others are 0 to both.
fn add(page: &mut Page, name: &str, members: u8) -> AssessmentId {
    let id = page.create();
    page.send(Msg::Edit(Edit::Name(name.into())));
    let items: Vec<String> = page.open().answered.items.iter().map(|item| item.id().to_string()).collect();
    for item in &items {
        let is_first = item == &items[0];
        page.rate(Side::Organisation, item, if is_first { 4 } else { 0 });
        page.rate(Side::Members, item, if is_first { members } else { 0 });
    }
    id
}

/// Four communities: 100 %, 25 %, none, 25 % overlap.
fn four() -> Page {
    let mut page = Page::new();
    add(&mut page, "Delta", 4);
    add(&mut page, "alpha", 1);
    page.create();
    page.send(Msg::Edit(Edit::Name("Charlie".into())));
    add(&mut page, "Bravo", 1);
    page.send(Msg::Went(Route::Portfolio));
    page
}

fn names(seen: &PortfolioView, by: Sorting) -> Vec<&str> {
    sorted(&seen.rows, by).into_iter().map(|place| seen.rows[place].cells[0].as_str()).collect()
}

#[test]
fn communities_are_numbered_by_name_and_sorted_by_any_column() {
    let page = four();
    let seen = view::portfolio(&page.model);
    assert_eq!(seen.title, "Four communities side by side");
    assert_eq!(seen.lead, "One reaches 50\u{202f}% overlap for certain.");
    let numbered: Vec<_> = seen.rows.iter().map(|row| (row.number, row.cells[0].as_str())).collect();
    assert_eq!(numbered, [(1, "alpha"), (2, "Bravo"), (3, "Charlie"), (4, "Delta")]);
    let by_overlap = Sorting::BY_NAME.chosen(Column::Overlap);
    assert_eq!(by_overlap, Sorting { column: Column::Overlap, order: Order::Descending });
    // Equals stand by name, and what has no figure stands last, whichever way.
    assert_eq!(names(&seen, by_overlap), ["Delta", "alpha", "Bravo", "Charlie"]);
    assert_eq!(names(&seen, by_overlap.chosen(Column::Overlap)), ["alpha", "Bravo", "Delta", "Charlie"]);
    assert_eq!(names(&seen, Sorting::BY_NAME.chosen(Column::Name)), ["Delta", "Charlie", "Bravo", "alpha"]);
    assert_eq!(Sorting::first(Column::Name), Sorting::BY_NAME);
    assert_eq!(Sorting::first(Column::Overlap), by_overlap, "as its heading does when it is chosen first");
    let by_change = Sorting::BY_NAME.chosen(Column::Changed);
    assert_eq!(names(&seen, by_change), ["Bravo", "Charlie", "alpha", "Delta"], "the last changed first");
    for column in Column::ALL {
        let mut places = sorted(&seen.rows, Sorting::BY_NAME.chosen(column));
        places.sort_unstable();
        assert_eq!(places, [0, 1, 2, 3], "each row once");
    }
}

#[test]
fn the_map_has_those_with_an_overlap_and_where_they_were() {
    let mut page = four();
    let delta = page.model.shelf.values().find(|one| one.assessment.answered.community.name == "Delta").unwrap();
    let id = delta.assessment.id.clone();
    page.send(Msg::Went(Route::assessment(id.as_str(), common_ground::route::Place::Time)));
    page.send(Msg::Edit(Edit::TakeSnapshot { date: "2026-05-01".parse().unwrap(), label: String::new() }));
    page.rate(Side::Members, "O1", 2);
    page.send(Msg::Went(Route::Portfolio));
    let map = view::portfolio_map(&page.model, "");
    let places: Vec<_> = map.points.iter().map(|one| (one.number, one.place.overlap.low, one.place.maturity)).collect();
    let open = common_ground::chart::Interval { low: 0.0, high: 10.0 };
    assert_eq!(places, [(1, 0.25, open), (2, 0.25, open), (4, 0.5, open)]);
    let was: Vec<_> = map.points[2].path.iter().map(|place| place.overlap.low).collect();
    assert_eq!(was, [1.0]);
    assert!(map.points.iter().all(|point| point.voice == Voice::Estimated));
    let notes = view::portfolio(&page.model).notes;
    assert_eq!(notes, ["One is not on the map: a side has not been answered for yet."]);
}

#[test]
fn links_and_files_are_looked_at_without_being_saved() {
    let mut theirs = Page::seeded(500);
    let linked = add(&mut theirs, "Linked", 4);
    let link = link::encode(theirs.open(), Carried::default(), bundled()).unwrap();
    let invitation = link::invite(&theirs.open().invitation(Side::Members), bundled()).unwrap();
    let locked = link::lock(&link, "correct horse", [7; 16]).unwrap();
    let mut others = Page::seeded(50_000);
    add(&mut others, "First of a back-up", 2);
    add(&mut others, "Second of a back-up", 2);
    others.send(Msg::BackUp);
    let Some(Effect::Download { text: back_up, .. }) = others.effects.pop() else { panic!("a file was offered") };

    let mut page = four();
    let mine = file::write(&page.model.shelf.values().next().unwrap().assessment);
    let before = (page.stored.clone(), page.model.history.can_redo());
    page.effects.clear();
    let cut = &link[..link.len() - 30];
    let pasted = format!("See https://example.org/#/v/{link}\nand cg:{invitation}\nand cg:{locked}\nand cg:{cut}\n");
    page.send(Msg::LookAt(vec![pasted, back_up.clone(), mine, "{\"format\": 1}".into()]));
    assert_eq!((page.stored.clone(), page.model.history.can_redo()), before, "nothing is saved");
    assert!(page.effects.is_empty());
    let seen = view::portfolio(&page.model);
    assert!(seen.looking && seen.rows.len() == 7);
    assert_eq!(
        seen.found[..4],
        [
            "3 communities are added for looking.",
            "1 is saved in this browser already and stands here as you have it.",
            "1 link is locked with a pass-phrase: open it on the first page and keep a copy.",
            "1 link is an invitation or a reply, not a community.",
        ]
    );
    assert!(seen.found[4].starts_with("2 could not be read. The first: "), "{:?}", seen.found);
    let row = seen.rows.iter().find(|row| row.cells[0] == "Linked").unwrap();
    assert_eq!((row.address.as_deref(), row.cells[2].as_str()), (None, "100\u{202f}%"));

    page.send(Msg::LookAt(vec![back_up]));
    assert_eq!(view::portfolio(&page.model).found, ["2 take the place of earlier states of them."]);
    page.send(Msg::LookAt(vec!["nothing of ours".into()]));
    assert_eq!(view::portfolio(&page.model).found, ["No community was found in it."]);
    page.send(Msg::LookAway(Some(linked.clone())));
    assert_eq!(view::portfolio(&page.model).rows.len(), 6);
    page.send(Msg::LookAway(None));
    assert_eq!(view::portfolio(&page.model).rows.len(), 4);

    // One that is saved later stands there once.
    page.send(Msg::LookAt(vec![link.clone()]));
    page.send(Msg::LookInto(linked));
    assert_eq!(page.model.route, Route::Guest);
    page.send(Msg::KeepGuest);
    assert_eq!(view::portfolio(&page.model).rows.len(), 5);
    assert!(!view::portfolio(&page.model).looking);
}

#[test]
fn the_table_for_a_spreadsheet_has_a_row_each_whatever_they_are_called() {
    let mut page = four();
    add(&mut page, "A, \"B\"\nand =C", 3);
    add(&mut page, "=1+1", 3);
    add(&mut page, "\"Best\" practice", 3);
    let mut theirs = Page::seeded(500);
    add(&mut theirs, "Zulu", 4);
    page.send(Msg::LookAt(vec![file::write(theirs.open())]));
    page.effects.clear();
    page.send(Msg::SaveTable);
    let [Effect::Download { name, media, text }] = page.effects.as_slice() else { panic!("one file") };
    assert_eq!((name.as_str(), *media), ("common-ground-portfolio-2026-11-23.csv", "text/csv"));
    let table = text.strip_prefix('\u{feff}').expect("a table for a double click begins with a byte order mark");
    assert!(table.starts_with(&report::csv::header()));
    // Read by a reader that is not ours.
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let names: Vec<String> = reader.records().map(|record| record.unwrap()[1].to_owned()).collect();
    assert_eq!(names, ["\"Best\" practice", "'=1+1", "A, \"B\"\nand =C", "alpha", "Bravo", "Charlie", "Delta", "Zulu"]);
}

#[test]
fn the_portfolio_is_offered_from_two_communities_on() {
    let mut page = Page::new();
    let offered = |page: &Page| view::frame(&page.model).portfolio;
    page.create();
    page.send(Msg::Went(Route::Home));
    assert_eq!(offered(&page), None);
    page.create();
    assert_eq!(offered(&page), None, "not within a community");
    page.send(Msg::Went(Route::Home));
    assert_eq!(offered(&page).as_deref(), Some("#/portfolio"));
    page.send(Msg::Went(Route::parse("#/portfolio")));
    assert_eq!(page.model.route, Route::Portfolio);
    assert!(view::frame(&page.model).title.starts_with("Portfolio · "));
}

#[test]
fn five_hundred_communities_have_five_hundred_rows_and_no_words_on_the_map_but_numbers() {
    let mut page = Page::seeded(9);
    add(&mut page, "Template", 3);
    let template = page.open().clone();
    let mut lines = String::new();
    for number in 0..500_u32 {
        let mut copy = template.clone();
        copy.id = AssessmentId::new(&format!("community-{number}")).unwrap();
        copy.answered.community.name = format!("Community {number:03}");
        lines.push_str(&file::write_compact(&copy));
        lines.push('\n');
    }
    page.send(Msg::Open { text: lines, source: Source::File });
    page.send(Msg::Went(Route::Portfolio));
    let seen = view::portfolio(&page.model);
    assert_eq!(seen.rows.len(), 501);
    assert_eq!(seen.notes, ["The numbers on the map are those of the table."]);
    let svg =
        common_ground::chart::map(&view::portfolio_map(&page.model, ""), common_ground::chart::Room::Wide).to_svg();
    assert!(!svg.contains("Community 0"), "too many for names");
}

#[test]
fn a_search_finds_names_by_any_part_of_them_and_keeps_the_order() {
    let page = four();
    let seen = view::portfolio(&page.model);
    let check = |search: &str, expected: &[&str]| {
        let found = found_rows(&seen.rows, Sorting::BY_NAME, search);
        let names: Vec<&str> = found.into_iter().map(|place| seen.rows[place].cells[0].as_str()).collect();
        assert_eq!(names, expected, "{search}");
    };
    check("", &["alpha", "Bravo", "Charlie", "Delta"]);
    check(" ALPH ", &["alpha"]);
    check("r", &["Bravo", "Charlie"]);
    check("25", &[]);
}

#[test]
fn a_search_leaves_on_the_map_those_it_finds_under_their_numbers() {
    let page = four();
    let map = view::portfolio_map(&page.model, "");
    let check = |search: &str, expected: &[(usize, &str)]| {
        let found = view::portfolio_map(&page.model, search);
        let points: Vec<_> = found.points.iter().map(|point| (point.number, point.label.as_str())).collect();
        assert_eq!(points, expected, "{search}");
        assert_eq!(found.words.title, (EN.portfolio.map_picture)(expected.len()));
    };
    let all: Vec<_> = map.points.iter().map(|point| (point.number, point.label.as_str())).collect();
    check("", &all);
    check("zebra", &[]);
    let with = |letter: char| all.iter().copied().filter(|(_, name)| name.contains(letter)).collect::<Vec<_>>();
    assert!(with('r').len() < all.len());
    check(" R ", &with('r'));
}
