//! Two communities, or two states of one, side by side.

use std::sync::Arc;

use common_ground::app::view::{self, ChangeRow, CompareView, compare};
use common_ground::app::{End, Msg, Source};
use common_ground::assessment::{Answered, Edit, Item};
use common_ground::catalogue::{Catalogue, PerSide, Phase, Practice, Side, Step, bundled};
use common_ground::link::{self, Carried};
use common_ground::route::{Pick, Place, Route};
use common_ground::score::trend::{self, Alike, Direction, Measured};
use common_ground::score::{Figure, results};
use common_ground::text::EN;
use proptest::prelude::*;

use super::generate;
use super::page::{Page, id};

const THIN: char = '\u{202f}';

/// Starts a community that asks about these expectations, and answers for both sides; gives its id.
fn add(page: &mut Page, name: &str, answers: &[(&str, u8, u8)]) -> String {
    let community = page.create();
    page.send(Msg::Edit(Edit::Name(name.into())));
    let asked: Vec<_> = page.open().answered.items.iter().map(Item::id).collect();
    for (item, organisation, members) in answers {
        page.send(Msg::Edit(Edit::AddItem(id(item))));
        page.rate(Side::Organisation, item, *organisation);
        page.rate(Side::Members, item, *members);
    }
    for item in asked.into_iter().filter(|item| answers.iter().all(|(one, ..)| *one != item.as_str())) {
        page.send(Msg::Edit(Edit::TakeOut(item)));
    }
    community.to_string()
}

/// Two communities that have O1 and O2 in common. There 6 of 8 steps coincide in the first, 3 of 7 in the second; over
/// all of its own 8 of 12, and 3 of 11.
fn two() -> (Page, String, String) {
    let mut page = Page::new();
    let alpha = add(&mut page, "Alpha", &[("O1", 4, 4), ("O2", 4, 2), ("S1", 2, 4)]);
    let beta = add(&mut page, "Beta", &[("O1", 4, 1), ("O2", 3, 2), ("M1", 0, 4)]);
    (page, alpha, beta)
}

fn go(page: &mut Page, one: &str, other: &str) -> CompareView {
    let picks = [one, other].map(|id| (!id.is_empty()).then(|| Pick::present(id)));
    page.send(Msg::Went(Route::Compare(picks)));
    compare(&page.model)
}

fn row<'a>(rows: &'a [ChangeRow], name: &str) -> &'a ChangeRow {
    rows.iter().find(|row| row.name == name).unwrap()
}

fn percents<const N: usize>(texts: [&str; N]) -> [String; N] {
    texts.map(|text| text.replace('%', &format!("{THIN}%")))
}

#[test]
fn every_comparison_has_an_address() {
    let picks = |one: &str, other: &str| {
        let pick = |text: &str| {
            let (id, number) = text.split_once(' ').map_or((text, None), |(id, number)| (id, Some(number)));
            (!id.is_empty()).then(|| Pick { id: id.into(), snapshot: number.map(|at| at.parse().unwrap()) })
        };
        Route::Compare([pick(one), pick(other)])
    };
    for (route, address) in [
        (picks("", ""), "#/compare"),
        (picks("a", ""), "#/compare/a"),
        (picks("", "b"), "#/compare//b"),
        (picks("a 0", "b 11"), "#/compare/a.1/b.12"),
        (picks(Pick::GUEST, "b"), "#/compare/~guest/b"),
    ] {
        assert_eq!((route.address().as_str(), &Route::parse(address)), (address, &route));
    }
    assert_eq!(Route::parse("#/compare/"), picks("", ""));
    for wrong in ["#/compare/a.0/b", "#/compare/a.x/b", "#/compare/.1/b", "#/compare/a/b/c", "#/compare/a/b/c.1"] {
        assert!(matches!(Route::parse(wrong), Route::Nowhere(_)), "{wrong}");
    }
}

#[test]
fn two_communities_are_compared_over_what_both_ask_about() {
    let (mut page, alpha, beta) = two();
    let seen = go(&mut page, &alpha, &beta);
    assert_eq!(seen.title, format!("Overlap is higher in Alpha: 75{THIN}% against 43{THIN}%"));
    assert_eq!(
        seen.lead,
        ["Clearly higher in A: three; in B: none.", "The other three figures show no clear difference.",]
    );
    let about = seen.ends.each_ref().map(|end| end.about.clone());
    assert_eq!(
        about,
        percents([
            "Planning phase · 67% overlap over all its 3 expectations",
            "Planning phase · 27% overlap over all its 3 expectations"
        ])
    );
    let body = seen.body.unwrap();
    assert_eq!(body.names, ["Alpha", "Beta"]);
    assert_eq!(
        body.notes,
        ["Compared over the two expectations that both ask about; A asks about one more; B asks about one more."]
    );
    for (name, values, difference) in [
        ("Overlap", ["75%", "43%"], "higher in A"),
        ("What the organisation wants, members want too", ["75%", "43%"], "higher in A"),
        ("What members want, the organisation wants too", ["100%", "100%"], "no clear difference"),
        ("Wanted by both, of what either wants", ["50%", "0%"], "higher in A"),
        ("Practices at 2 or above", ["0–10 of 10", "0–10 of 10"], "no clear difference"),
    ] {
        let row = row(&body.figures, name);
        assert_eq!((row.values.clone(), row.change), (percents(values), difference), "{name}");
        assert_eq!(row.is_clear(), difference != "no clear difference");
    }
    assert!(body.figures.iter().all(|row| !row.name.contains("gets back")), "nobody has said what has arrived");
    let importance: Vec<_> = body.importance.iter().map(|row| (row.label.as_str(), &row.cells, row.differs)).collect();
    let cells = |organisation: [&str; 2], members: [&str; 2]| PerSide {
        organisation: organisation.map(str::to_owned),
        members: members.map(str::to_owned),
    };
    let label = |item: &str| bundled().item(id(item)).unwrap().label.as_str();
    assert_eq!(
        importance,
        [
            (label("O1"), &cells(["4", "4"], ["4", "1"]), PerSide { organisation: false, members: true }),
            (label("O2"), &cells(["4", "3"], ["2", "2"]), PerSide { organisation: true, members: false }),
        ]
    );
    assert!(body.delivered.is_empty());
    assert_eq!(body.only, [vec![label("S1").to_owned()], vec![label("M1").to_owned()]]);

    // The other way round, the same is higher in B.
    let turned = go(&mut page, &beta, &alpha);
    assert_eq!(turned.title, seen.title);
    assert_eq!(row(&turned.body.unwrap().figures, "Overlap").change, "higher in B");
    assert_eq!(seen.swap, Some(Route::parse(&format!("#/compare/{beta}/{alpha}")).address()));
}

#[test]
fn the_expectations_that_differ_most_stand_first_and_those_that_are_alike_can_be_told_apart() {
    let mut page = Page::new();
    let alpha = add(&mut page, "Alpha", &[("O1", 4, 4), ("O2", 4, 2), ("O3", 3, 3)]);
    let beta = add(&mut page, "Beta", &[("O1", 4, 3), ("O2", 1, 2), ("O3", 3, 3)]);
    let seen = go(&mut page, &alpha, &beta);
    assert!(seen.ends.iter().all(|end| end.mini.starts_with("<svg")), "each has its picture");
    let body = seen.body.unwrap();
    let label = |item: &str| bundled().item(id(item)).unwrap().label.as_str();
    let found: Vec<_> = body.importance.iter().map(|row| (row.label.as_str(), row.is_alike())).collect();
    assert_eq!(found, [(label("O2"), false), (label("O1"), false), (label("O3"), true)]);
    let coverage = row(&body.figures, "What the organisation wants, members want too");
    assert_eq!(coverage.wins(), [false, true], "9 of 11 against 8 of 8");
}

#[test]
fn a_comparison_and_what_changed_tell_the_same_figures_in_the_same_order() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let id = page.open().id.to_string();
    page.send(Msg::Edit(Edit::TakeSnapshot { date: "2026-05-01".parse().unwrap(), label: String::new() }));
    page.rate(Side::Members, "O1", 0);
    page.send(Msg::Edit(Edit::Phase(Phase::Launch)));
    page.send(Msg::Went(Route::assessment(&id, Place::Time)));
    let then = view::changes(&page.model).unwrap().changed;
    page.send(Msg::Went(Route::parse(&format!("#/compare/{id}.1/{id}"))));
    let beside = compare(&page.model).body.unwrap();
    let told = |rows: &[ChangeRow]| {
        rows.iter().map(|row| (row.name.clone(), row.values.clone(), row.direction)).collect::<Vec<_>>()
    };
    assert_eq!(told(&then.figures), told(&beside.figures));
    let names: Vec<&str> = then.figures.iter().map(|row| row.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "Overlap",
            "What the organisation wants, members want too",
            "What members want, the organisation wants too",
            "Wanted by both, of what either wants",
            "Common ground delivered",
            "The organisation gets back, of what it wants",
            "Members get back, of what they want",
            "Worth it for the organisation",
            "Worth it for members",
            "The organisation puts in",
            "Members put in",
            "Practices at 2 or above",
            "Outlook",
        ]
    );
    // What to keep in mind is the same too, in the words of each; that all is in common is no news over time.
    assert_eq!((then.notes.len(), beside.notes.len()), (1, 2));
    assert!(then.notes[0].starts_with("The phase was sustaining then and launching later: "), "{:?}", then.notes);
    assert!(beside.notes[1].starts_with("The phase is sustaining in A and launching in B: "), "{:?}", beside.notes);
}

#[test]
fn criteria_practices_and_what_has_arrived_stand_side_by_side() {
    let (mut page, alpha, beta) = two();
    let level = |step| Step::new(step).map(common_ground::assessment::Answer::Step);
    // The second is the one that is open.
    page.send(Msg::Edit(Edit::Phase(Phase::Sustain)));
    for (practice, step) in [(Practice::Vp1, 3), (Practice::Vp2, 1)] {
        page.send(Msg::Edit(Edit::Level(practice, level(step))));
    }
    let question = common_ground::assessment::Question::Delivered;
    page.send(Msg::Edit(Edit::Rate { question, side: Side::Members, item: id("O1"), answer: level(2) }));
    let seen = go(&mut page, &alpha, &beta);
    let body = seen.body.unwrap();
    assert!(
        body.notes.contains(
            &"The phase is planning in A and sustaining in B: each outlook is judged by what its own \
                              phase needs."
                .to_owned()
        ),
        "{:?}",
        body.notes
    );
    let name = |practice| bundled().practice(practice).unwrap().name.clone();
    let values: Vec<_> =
        [Practice::Vp1, Practice::Vp2, Practice::Vp3].map(|one| row(&body.practices, &name(one)).clone()).into();
    assert_eq!(values[0].values, ["0–4", "3 used and owned"]);
    assert_eq!(values[2].values, ["0–4", "0–4"]);
    assert!(values.iter().all(|row| !row.is_clear()), "an unknown one may be any step");
    let held = |key: &str| {
        let rows = body.criteria.iter().flat_map(|group| &group.rows);
        let words = &common_ground::report::criterion::criterion_words(
            common_ground::score::CriterionId::from_key(key).unwrap(),
        );
        let found = rows.into_iter().find(|row| row.words == *words).unwrap();
        (found.needs.clone(), found.held.each_ref().map(|held| [held.words, held.figure.as_str()].join(" ")))
    };
    assert_eq!(body.criteria.iter().map(|group| group.rows.len()).collect::<Vec<_>>(), [4, 5, 6]);
    let (yes, no, open) = ("holds", "does not hold", EN.results.unknown);
    let words = |verdict: &str, figure: &str| format!("{verdict} {figure}");
    let practices = |verdict: &str, at: [&str; 2]| {
        let names = ["Developed with both sides", "Clear gains and costs"];
        words(verdict, &[0, 1].map(|one| (EN.results.practice_at)(names[one], at[one])).join(", "))
    };
    let (needs, overlap) = held("enough_overlap");
    assert_eq!(needs, format!("needs 50{THIN}%"));
    assert_eq!(overlap, percents([&words(yes, "75%"), &words(no, "43%")]));
    assert_eq!(held("begun").1, [practices(open, ["?", "?"]), practices(yes, ["3", "1"])]);
    // What each needs stands with it, where the two need something else.
    let (needs, gate) = held("gate");
    assert_eq!(needs, "");
    assert!(gate[0].contains("needs 5") && gate[1].contains("needs 7"), "{gate:?}");
    let arrived = &body.delivered[0];
    assert_eq!(arrived.cells.members, ["0–4", "2"]);
    assert_eq!(
        (arrived.cells.organisation.clone(), arrived.differs.members),
        (["0–4", "0–4"].map(str::to_owned), false)
    );
}

#[test]
fn an_own_expectation_is_the_same_where_its_words_are() {
    let (mut page, alpha, beta) = two();
    page.add_own("Other");
    page.add_own("Safer lone working");
    page.rate(Side::Organisation, "own-2", 4);
    page.rate(Side::Members, "own-2", 1);
    page.send(Msg::Went(Route::assessment(&alpha, Place::Expectations(common_ground::route::Part::Importance))));
    page.add_own("Safer lone working");
    page.rate(Side::Organisation, "own-1", 4);
    page.rate(Side::Members, "own-1", 4);
    for (one, other, cells) in [(&alpha, &beta, ["4", "1"]), (&beta, &alpha, ["1", "4"])] {
        let body = go(&mut page, one, other).body.unwrap();
        let row = body.importance.iter().find(|row| row.label == "Safer lone working").unwrap();
        assert_eq!((row.cells.members.clone(), row.differs.members), (cells.map(str::to_owned), true));
        let of_beta = &body.only[usize::from(one == &alpha)];
        assert!(of_beta.contains(&"Other".to_owned()) && !of_beta.contains(&"Safer lone working".to_owned()));
    }
    // 10 of 12 steps coincide then, and 4 of 11.
    let seen = go(&mut page, &alpha, &beta);
    assert_eq!(seen.title, format!("Overlap is higher in Alpha: 83{THIN}% against 36{THIN}%"));
}

#[test]
fn states_of_one_community_and_of_two_are_chosen_at_each_end() {
    let (mut page, alpha, beta) = two();
    page.send(Msg::Edit(Edit::TakeSnapshot { date: "2026-05-01".parse().unwrap(), label: "Spring".into() }));
    page.rate(Side::Members, "O1", 4);
    page.send(Msg::Went(Route::Compare([None, None])));
    let seen = compare(&page.model);
    assert_eq!((seen.title.as_str(), seen.body, seen.swap), ("Two communities side by side", None, None));
    let names = |end: &view::EndView| end.communities.iter().map(|one| one.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&seen.ends[0]), ["Choose a community", "Alpha", "Beta"]);

    page.send(Msg::PutBeside { end: End::Other, pick: view::chosen(&beta, "") });
    assert_eq!(page.model.route.address(), format!("#/compare//{beta}"));
    page.send(Msg::PutBeside { end: End::One, pick: view::chosen(&alpha, "") });
    let seen = compare(&page.model);
    assert_eq!(seen.title, format!("Overlap is higher in Beta: 86{THIN}% against 75{THIN}%"));
    let states: Vec<_> = seen.ends[1].states.iter().map(|one| (one.value.as_str(), one.name.as_str())).collect();
    assert_eq!(states, [("", "Now"), ("1", "Spring, 1 May 2026")]);
    assert_eq!(seen.ends[0].states.len(), 1);

    // The snapshot of the one against the other.
    page.send(Msg::PutBeside { end: End::Other, pick: view::chosen(&beta, "1") });
    assert_eq!(page.model.route.address(), format!("#/compare/{alpha}/{beta}.1"));
    let seen = compare(&page.model);
    assert_eq!(seen.title, format!("Overlap is higher in Alpha: 75{THIN}% against 43{THIN}%"));
    assert_eq!(seen.body.unwrap().names, ["Alpha", "Beta, Spring, 1 May 2026"]);

    // Two states of the same one, and the same state twice.
    page.send(Msg::PutBeside { end: End::One, pick: view::chosen(&beta, "") });
    assert!(compare(&page.model).title.starts_with("Overlap is higher in Beta, now: "));
    page.send(Msg::PutBeside { end: End::Other, pick: view::chosen(&beta, "") });
    let seen = compare(&page.model);
    assert_eq!((seen.title.as_str(), seen.body), ("This is the same state twice", None));
    page.send(Msg::PutBeside { end: End::Other, pick: view::chosen("", "1") });
    assert_eq!(page.model.route.address(), format!("#/compare/{beta}"));
}

#[test]
fn a_guest_copy_and_one_that_is_there_for_looking_are_compared_without_being_saved() {
    let mut theirs = Page::seeded(700);
    let theirs_id = add(&mut theirs, "Theirs", &[("O1", 2, 2)]);
    let link = link::encode(theirs.open(), Carried::ALL, bundled()).unwrap();
    let (mut page, alpha, _) = two();
    let kept = page.stored.clone();
    page.send(Msg::Open { text: [link::ROUTE, &link].concat(), source: Source::Address });
    assert_eq!(page.model.route, Route::Guest);
    let beside = view::guest(&page.model).unwrap().beside.unwrap();
    assert_eq!(beside, "#/compare/~guest");
    let mut alone = Page::seeded(701);
    alone.send(Msg::Open { text: [link::ROUTE, &link].concat(), source: Source::Address });
    assert_eq!(view::guest(&alone.model).unwrap().beside, None, "nothing is there to put beside it");
    page.send(Msg::Went(Route::parse(&beside)));
    page.send(Msg::PutBeside { end: End::Other, pick: view::chosen(&alpha, "") });
    let seen = compare(&page.model);
    assert_eq!(seen.title, format!("No clear difference in overlap: 100{THIN}% in A, 100{THIN}% in B"));
    assert_eq!(seen.ends[0].communities.last().unwrap().name, "Theirs (opened from a link, not saved)");

    // Once it is kept, it is one of the saved, and named once.
    let mut keeping = Page::seeded(702);
    keeping.send(Msg::Open { text: [link::ROUTE, &link].concat(), source: Source::Address });
    keeping.send(Msg::KeepGuest);
    let names = |page: &mut Page, one: &str| -> Vec<String> {
        go(page, one, "").ends[0].communities.iter().skip(1).map(|one| one.name.clone()).collect()
    };
    assert_eq!(names(&mut keeping, ""), ["Theirs"]);
    assert_eq!(names(&mut keeping, Pick::GUEST).len(), 2, "an address that names it still does");
    page.send(Msg::LookAt(vec![format!("https://example.org/#/v/{link}")]));
    let seen = go(&mut page, &theirs_id, &alpha);
    assert!(seen.body.is_some());
    assert!(seen.ends[0].communities.iter().any(|one| one.name == "Theirs (for looking only)"));
    assert_eq!(page.stored, kept);
    page.send(Msg::LookAway(None));
    let seen = compare(&page.model);
    assert_eq!((seen.title.as_str(), seen.body.is_none()), ("Two communities side by side", true));
    assert!(seen.lead[0].starts_with("What this address names is not here any more"));
    assert_eq!(seen.ends[0].communities.last().unwrap().name, "Not here any more");
    // A snapshot that is gone, too.
    page.send(Msg::Went(Route::parse(&format!("#/compare/{alpha}.3/{alpha}"))));
    assert!(compare(&page.model).lead[0].starts_with("What this address names is not here any more"));
}

#[test]
fn the_title_of_the_document_names_what_is_compared() {
    let (mut page, alpha, beta) = two();
    let title = |page: &Page| view::frame(&page.model).title;
    go(&mut page, &alpha, &beta);
    assert_eq!(title(&page), "Compare · Alpha · Beta · Common Ground");
    go(&mut page, "", &beta);
    assert_eq!(title(&page), "Compare · Beta · Common Ground");
    go(&mut page, "", "");
    assert_eq!(title(&page), "Compare · Common Ground");
    // Two states of one are told apart; what is gone has no name.
    page.send(Msg::Went(Route::assessment(&alpha, Place::Time)));
    page.send(Msg::Edit(Edit::TakeSnapshot { date: "2026-05-01".parse().unwrap(), label: "Spring".into() }));
    page.send(Msg::Went(Route::parse(&format!("#/compare/{alpha}.1/{alpha}"))));
    assert_eq!(title(&page), "Compare · Alpha, 1 May 2026 · Alpha · Common Ground");
    page.send(Msg::Went(Route::parse(&format!("#/compare/{alpha}.3/{alpha}"))));
    assert_eq!(title(&page), "Compare · Alpha · Common Ground");
}

#[test]
fn what_two_catalogues_ask_is_not_compared() {
    let own = include_str!("../golden/own.catalogue.json");
    let (mut page, alpha, _) = two();
    page.send(Msg::Open { text: own.into(), source: Source::File });
    let digest = Catalogue::read(own).unwrap().id().unwrap().digest;
    page.send(Msg::CreateWith(Some(digest)));
    let ward = page.open().id.to_string();
    let seen = go(&mut page, &alpha, &ward);
    assert_eq!((seen.title.as_str(), seen.body), ("These two cannot be compared", None));
    assert_eq!(seen.lead, [EN.compare.catalogues_lead]);
}

#[test]
fn what_has_nothing_in_common_is_compared_in_the_rest() {
    let mut page = Page::new();
    let one = add(&mut page, "One", &[("O1", 4, 4)]);
    let other = add(&mut page, "Other", &[("M1", 4, 4)]);
    let seen = go(&mut page, &one, &other);
    assert_eq!(seen.title, "No expectation is asked by both");
    let body = seen.body.unwrap();
    assert_eq!(body.notes, [EN.compare.between.common_none]);
    assert!(body.importance.is_empty() && body.figures.iter().all(|row| row.name != "Overlap"));
}

#[test]
fn two_that_are_ticked_lead_to_the_comparison() {
    let (mut page, alpha, beta) = two();
    let third = add(&mut page, "Gamma", &[("O1", 1, 1)]);
    // Ticked one after the other.
    let pair =
        |ids: &[&String]| view::pair(&page.model, &ids.iter().fold(String::new(), |list, id| view::toggled(&list, id)));
    assert_eq!(pair(&[]), (String::new(), None));
    assert_eq!(pair(&[&beta]), ("Beta is ticked. Tick another one to compare the two.".to_owned(), None));
    let address = format!("#/compare/{beta}/{alpha}");
    assert_eq!(pair(&[&beta, &alpha]), ("Beta and Alpha are ticked.".to_owned(), Some(address)));
    let (words, none) = pair(&[&beta, &alpha, &third]);
    assert_eq!((words.as_str(), none), ("Three are ticked. Two can be compared: untick the others.", None));
    assert_eq!(pair(&[&beta, &"gone".to_owned()]).1, None);
    assert_eq!(pair(&[&beta, &alpha, &third, &beta]).0, "Alpha and Gamma are ticked.", "one is no longer");
    page.send(Msg::Went(Route::assessment(&third, Place::Time)));
    assert_eq!(view::time(&page.model).unwrap().beside, format!("#/compare/{third}"));
}

/// What the keeper alone answered, about the expectations of the catalogue.
fn estimates(answered: &Answered) -> Answered {
    let mut alone = answered.clone();
    alone.replies = Arc::default();
    alone.summary = PerSide::default();
    alone.items.retain(|item| matches!(item, Item::Catalogue(_)));
    alone
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_figures_are_those_of_each_over_the_common_ones_computed_anew(
        one in generate::assessment(),
        other in generate::assessment(),
    ) {
        let states = [&one, &other].map(|one| estimates(&one.answered));
        let beside = trend::beside(&states[0], &states[1], Alike::Words);
        let common: Vec<_> = beside.changes.common.clone();
        for (at, state) in states.iter().enumerate() {
            let mut alone = state.clone();
            alone.items = common.iter().map(|id| Item::Catalogue(*id)).collect();
            let anew = results(&alone);
            for measured in Measured::all() {
                prop_assert_eq!(measured.of(&beside.results[at]), measured.of(&anew), "{:?}", measured);
            }
            prop_assert_eq!(&beside.results[at].criteria, &anew.criteria);
        }
    }

    #[test]
    fn which_of_the_two_stands_first_only_turns_up_into_down(
        one in generate::assessment(),
        other in generate::assessment(),
    ) {
        let forth = trend::beside(&one.answered, &other.answered, Alike::Words);
        let back = trend::beside(&other.answered, &one.answered, Alike::Words);
        prop_assert_eq!(forth.changes.common.len(), back.changes.common.len());
        prop_assert_eq!(&forth.changes.added, &back.changes.taken_out);
        for (there, here) in forth.changes.figures.iter().zip(&back.changes.figures) {
            let turned = match there.direction {
                Direction::Up => Direction::Down,
                Direction::Down => Direction::Up,
                Direction::Unclear => Direction::Unclear,
            };
            prop_assert_eq!(here.direction, turned);
            let near = |one: Figure, two: Figure| match (one.ends(), two.ends()) {
                (Some((a, b)), Some((c, d))) => (a - c).abs() < 1e-9 && (b - d).abs() < 1e-9,
                (None, None) => true,
                _ => false,
            };
            prop_assert!(near(there.earlier, here.later) && near(there.later, here.earlier), "{:?}", there.measured);
            // The rule: ranges apart, and an answer that differs by a step or more.
            let apart = match (there.earlier.ends(), there.later.ends()) {
                (Some((low, high)), Some((other_low, other_high))) => other_low > high + 1e-9 || low > other_high + 1e-9,
                _ => false,
            };
            prop_assert_eq!(there.direction != Direction::Unclear, apart && !there.moved.is_empty());
        }
    }
}
