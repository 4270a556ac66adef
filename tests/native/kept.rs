//! What is kept stays: whatever is opened, refused, emptied, deleted or brought together, nothing that somebody typed
//! goes.

use common_ground::app::view::{decision, keeping, notice, wanted};
use common_ground::app::{Aside, Effect, Handed, Kept, Msg, Notice, Refused, ReplyEdit, Source, Storage};
use common_ground::assessment::Question;
use common_ground::assessment::{
    About, Action, Answer, Assessment, AssessmentId, Edit, Evidence, EvidenceEdit, Measure, MeasureEdit, PlanEdit,
};
use common_ground::catalogue::{Catalogue, ItemId, Known, Side, Step, bundled};
use common_ground::file;
use common_ground::link::{self, Carried, Content};
use common_ground::route::{Place, Route};
use common_ground::text::EN;
use common_ground::tree::Tree;

use crate::app::{brought, two_tabs};
use crate::own_catalogue::{OWN, known, made_with};
use crate::page::{Page, id};

fn open(page: &mut Page, text: &str) {
    page.send(Msg::Open { text: text.to_owned(), source: Source::File });
}

/// A page that has deleted a community since its file was saved, and that file.
fn deleted_since_its_file() -> (Page, AssessmentId, String, Assessment) {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    let file = file::write(page.open());
    page.rate(Side::Members, "O1", 4);
    let newer = page.open().clone();
    page.send(Msg::Delete(community.clone()));
    (page, community, file, newer)
}

#[test]
fn opening_an_earlier_state_of_what_was_deleted_asks_and_drops_nothing() {
    let (mut page, community, file, newer) = deleted_since_its_file();
    let kept = page.gone.clone();
    open(&mut page, &file);
    assert!(page.model.shelf.is_empty() && page.model.incoming().is_some());
    assert_eq!(page.gone, kept);
    let seen = decision(&page.model).unwrap();
    assert_eq!(seen.title, "“Bridge inspectors” is among the recently deleted");
    assert_eq!(seen.differs, " The two differ in one answer.");
    assert_eq!(seen.mine, "Bring mine back");
    page.send(Msg::Dismiss);
    assert_eq!(page.gone, kept);

    open(&mut page, &file);
    page.send(Msg::OpenMine);
    assert_eq!(page.open().answered, newer.answered);
    assert_eq!(page.stored(&community).answered, newer.answered);
    assert!(page.gone.is_empty());
    page.send(Msg::Undo);
    assert_eq!(page.gone, kept);

    open(&mut page, &file);
    page.send(Msg::TakeInstead);
    assert!(page.open().answered.estimate.members.importance.is_empty());
    page.send(Msg::Undo);
    assert_eq!(page.gone, kept);

    open(&mut page, &file);
    page.send(Msg::KeepBoth);
    assert_eq!(page.model.shelf.len(), 2);
    assert_eq!(page.open().copied_from.as_ref(), Some(&community));
    assert_eq!(page.stored(&community).answered, newer.answered);
    page.send(Msg::Undo);
    assert_eq!((page.model.shelf.len(), &page.gone), (0, &kept));
}

#[test]
fn what_an_opened_link_takes_the_place_of_is_said_and_stays_among_the_deleted() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    page.send(Msg::Edit(Edit::ItemNote(id("O1"), "A note".into())));
    page.send(Msg::Edit(Edit::Bridge(id("M1"), "A bridge".into())));
    page.send(Msg::Edit(Edit::TakeSnapshot { date: "2026-11-20".parse().unwrap(), label: String::new() }));
    let mine = page.open().clone();
    let mut theirs = mine.clone();
    theirs.answered.estimate.members.rate(Question::Importance, id("O1"), Some(Answer::DontKnow));
    let link = link::encode(&theirs, Carried::default(), bundled()).unwrap();
    page.send(Msg::Open { text: [link::ROUTE, &link].concat(), source: Source::Paste });
    page.send(Msg::KeepGuest);
    let expected = " The two differ in one answer. What you opened lacks notes, bridges and snapshots that yours has: if you take it instead, yours stays among the recently deleted.";
    assert_eq!(decision(&page.model).unwrap().differs, expected);

    page.send(Msg::TakeInstead);
    assert!(page.open().notes.is_empty() && page.open().snapshots.is_empty());
    let (kept, gone) = page.model.gone.iter().next().unwrap();
    assert!(page.gone.contains_key(kept.as_str()) && *kept != community);
    let kept = kept.clone();
    assert_eq!(gone.assessment.answered.community.name, (EN.home.same_before)("Bridge inspectors"));
    page.send(Msg::BringBack(kept.clone()));
    assert_eq!((page.stored(&kept).notes, page.stored(&kept).snapshots), (mine.notes.clone(), mine.snapshots.clone()));

    page.send(Msg::Undo);
    page.send(Msg::Undo);
    assert!(page.gone.is_empty(), "undo takes the second copy back too");
    assert_eq!(page.stored(&community).notes, mine.notes);
}

#[test]
fn opening_what_was_deleted_as_it_was_brings_it_back() {
    let (mut page, community, _, newer) = deleted_since_its_file();
    open(&mut page, &file::write(&newer));
    assert_eq!(page.model.notice, Some(Notice::Kept("Bridge inspectors".to_owned())));
    assert_eq!(page.stored(&community).answered, newer.answered);
    assert!(page.gone.is_empty());
}

#[test]
fn a_back_up_with_an_earlier_state_of_what_was_deleted_is_kept_beside_it() {
    let (mut page, community, file, newer) = deleted_since_its_file();
    let kept = page.gone.clone();
    let mut other = Page::seeded(1000);
    other.create();
    open(&mut other, &file);
    other.send(Msg::BackUp);
    let Some(Effect::Download { text, .. }) = other.effects.last().cloned() else { panic!("no file was offered") };
    open(&mut page, &text);
    assert_eq!(page.model.notice, Some(brought(1, 1, 0)));
    assert_eq!(page.gone, kept);
    assert!(!page.model.shelf.contains_key(&community));
    page.send(Msg::BringBack(community.clone()));
    assert_eq!(page.stored(&community).answered, newer.answered);
}

#[test]
fn an_example_that_was_worked_on_and_deleted_is_not_written_over_by_a_fresh_one() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let example = page.model.open_id().unwrap();
    page.send(Msg::Edit(Edit::Worth(Side::Members, Some(Answer::DontKnow))));
    page.send(Msg::Delete(example.clone()));
    let kept = page.gone.clone();
    page.send(Msg::OpenExample);
    assert_eq!(page.gone, kept);
    page.send(Msg::TakeInstead);
    assert!(page.model.shelf.contains_key(&example) && notice(&page.model).is_some());
    // As it came, it comes again without a question.
    page.send(Msg::Delete(example.clone()));
    page.send(Msg::OpenExample);
    assert!(page.model.incoming().is_none() && page.model.open_id() == Some(example));
}

// -- a storage that another page has emptied

/// What a page keeps.
fn all(page: &Page) -> [Vec<String>; 4] {
    [
        page.stored.keys().cloned().collect(),
        page.gone.values().cloned().collect(),
        page.drafts.values().cloned().collect(),
        page.catalogues.keys().cloned().collect(),
    ]
}

/// Another page empties the storage, and this one hears of it.
fn empty(page: &mut Page) {
    page.stored.clear();
    page.gone.clear();
    page.drafts.clear();
    page.catalogues.clear();
    page.send(Msg::Emptied);
}

/// A page with a community and a deleted one that were made with an own catalogue, and a reply that was begun to the
/// first.
fn with_own_catalogue() -> (Page, AssessmentId) {
    let mut page = Page::new();
    open(&mut page, OWN);
    let digest = page.model.catalogues.own[0].id.digest;
    let mut create = || {
        page.send(Msg::CreateWith(Some(digest)));
        page.send(Msg::Edit(Edit::Name("Wound care".into())));
        page.model.open_id().unwrap()
    };
    let (community, deleted) = (create(), create());
    page.send(Msg::Delete(deleted));
    let invitation = page.model.shelf.get(&community).unwrap().assessment.invitation(Side::Members);
    let token = link::invite(&invitation, page.model.catalogues.own[0].catalogue).unwrap();
    page.send(Msg::Open { text: format!("#/r/{token}"), source: Source::Paste });
    assert_eq!(all(&page).map(|kind| kind.len()), [1, 1, 1, 1]);
    (page, community)
}

/// The same browser with its page loaded again.
fn again(page: &Page) -> Page {
    let mut again = Page::seeded(page.count + 100);
    again.stored.clone_from(&page.stored);
    again.gone.clone_from(&page.gone);
    again.drafts.clone_from(&page.drafts);
    again.catalogues.clone_from(&page.catalogues);
    again.start();
    again
}

#[test]
fn a_storage_that_was_emptied_has_the_own_catalogues_again() {
    let (mut page, community) = with_own_catalogue();
    let before = all(&page);
    empty(&mut page);
    assert_eq!(all(&page), before);
    assert!(again(&page).model.shelf.contains_key(&community));
}

#[test]
fn a_storage_that_was_emptied_has_again_what_waits_for_its_catalogue() {
    let (mut page, community) = with_own_catalogue();
    page.catalogues.clear();
    let mut page = again(&page);
    assert_eq!((page.model.waiting.len(), page.model.shelf.len()), (3, 0));
    let (before, stored) = (all(&page), page.stored.clone());
    empty(&mut page);
    assert_eq!(all(&page), before);
    assert_eq!(page.stored, stored);
    open(&mut page, OWN);
    assert!(page.model.shelf.contains_key(&community) && page.model.waiting.is_empty());
}

// -- own expectations of two tabs

#[test]
fn answers_about_an_own_expectation_stay_with_it_when_two_tabs_have_added_one() {
    let (mut one, mut two, _) = two_tabs();
    one.add_own("Y");
    two.full = true;
    two.add_own("X");
    two.rate(Side::Members, "own-1", 4);
    let about = [
        Edit::ItemNote(id("own-1"), "of X".into()),
        Edit::Bridge(id("own-1"), "from X".into()),
        Edit::Top(Side::Members, vec![id("O1"), id("own-1")]),
        Edit::RewordOwn { item: id("own-1"), text: "X, reworded".into() },
        Edit::Plan(PlanEdit::AddMeasure(Box::new(Measure {
            id: "m1".into(),
            items: vec![id("own-1")],
            ..Measure::default()
        }))),
        Edit::Plan(PlanEdit::Measure("m1".into(), MeasureEdit::Shows(id("O1"), true))),
        Edit::Plan(PlanEdit::AddMeasure(Box::new(Measure { id: "m2".into(), ..Measure::default() }))),
        Edit::Plan(PlanEdit::Measure("m2".into(), MeasureEdit::Shows(id("own-1"), true))),
        Edit::Evidence(
            About::Item(id("own-1")),
            EvidenceEdit::Add(Box::new(Evidence { text: "seen".into(), ..Evidence::default() })),
        ),
        Edit::TakeOut(id("own-1")),
        Edit::AddItem(id("own-1")),
    ];
    for edit in about {
        two.send(Msg::Edit(edit));
    }
    two.full = false;
    two.stored.clone_from(&one.stored);
    two.send(Msg::Edit(Edit::Name("Both".into())));
    assert!(matches!(two.model.notice, Some(Notice::Merged(_))), "{:?}", two.model.notice);
    let merged = two.open();
    let words: Vec<&str> = [1, 2].iter().map(|n| merged.answered.own(ItemId::own(*n)).unwrap().text.as_str()).collect();
    assert_eq!(words, ["Y", "X, reworded"]);
    let [y, x] = [1, 2].map(ItemId::own);
    let members = &merged.answered.estimate.members;
    assert_eq!(
        (members.importance.get(&y), members.importance.get(&x)),
        (None, Some(&Answer::Step(Step::new(4).unwrap())))
    );
    assert_eq!(members.top, [id("O1"), x]);
    let note = merged.notes.get(&x).unwrap();
    assert_eq!((note.note.as_str(), note.bridge.as_str(), note.evidence.len()), ("of X", "from X", 1));
    assert!(!merged.notes.contains_key(&y));
    let shown: Vec<_> = merged.measures.iter().map(|measure| measure.items.clone()).collect();
    assert_eq!(shown, [vec![x, id("O1")], vec![x]]);
}

#[test]
fn replies_about_an_own_expectation_are_not_counted_for_another_when_two_tabs_have_added_one() {
    let (mut one, mut two, community) = two_tabs();
    one.add_own("Y");
    two.full = true;
    two.add_own("X");
    let mut member = Page::seeded(1000);
    let token = link::invite(&two.open().invitation(Side::Members), bundled()).unwrap();
    member.send(Msg::Open { text: format!("#/r/{token}"), source: Source::Paste });
    member.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, id("own-1"), Some(Answer::DontKnow))));
    let sent = member.model.replying().unwrap().0.travelling();
    two.send(Msg::Edit(Edit::AddReplies(vec![sent].into())));
    assert_eq!(two.open().answered.replies.len(), 1);
    two.full = false;
    two.stored.clone_from(&one.stored);
    two.send(Msg::Edit(Edit::Name("Both".into())));
    assert!(matches!(two.model.notice, Some(Notice::KeptApart(_))), "{:?}", two.model.notice);
    assert_eq!(two.model.shelf.len(), 2);
    for shelved in two.model.shelf.values() {
        let theirs = shelved.assessment.id == community;
        let answered = &shelved.assessment.answered;
        let own = answered.own(ItemId::own(1)).unwrap();
        assert_eq!((own.text.as_str(), answered.replies.len()), if theirs { ("Y", 0) } else { ("X", 1) });
    }
}

// -- several at once

#[test]
fn a_back_up_without_one_good_line_changes_nothing_also_where_its_catalogue_was_waited_for() {
    let (_, own) = known();
    let mut page = Page::new();
    open(&mut page, &file::write(&made_with(own)));
    let (waits, flat) = (page.model.wanted().cloned(), Tree::parse(OWN).unwrap().to_text());
    assert!(waits.is_some());
    open(&mut page, &format!("{flat}\n{{\"format\": \"common-ground/assessment\"}}\n"));
    let said = notice(&page.model).unwrap();
    assert!(said.detail == EN.notices.unreadable && said.words.starts_with("Line 2: "), "{said:?}");
    assert_eq!(all(&page).map(|kind| kind.len()), [0; 4]);
    assert!(page.model.shelf.is_empty() && page.model.catalogues.own.is_empty() && page.model.aside.is_empty());
    assert_eq!(page.model.wanted().cloned(), waits);
    // What is wanted by a line behind is asked for, once what needs nothing is here.
    let other = OWN.replacen("Ward practice", "Another", 1);
    let other = made_with(Known::default().add(Catalogue::read(&other).unwrap()).unwrap());
    let (here, waits) = (file::write_compact(&made_with_bundled()), file::write_compact(&other));
    open(&mut page, &format!("{flat}\n{waits}\n{here}\n"));
    assert_eq!(page.model.wanted().map(|wanted| wanted.text.as_str()), Some(waits.trim()));
    let said = notice(&page.model).unwrap();
    assert_eq!(said.words, "Brought in: 1 new, 1 waiting for its catalogue.");
    assert!(page.stored.contains_key(made_with_bundled().id.as_str()));
    open(&mut page, &OWN.replacen("Ward practice", "Another", 1));
    assert!(page.model.wanted().is_none() && page.stored.contains_key(other.id.as_str()));
}

/// Three communities, a line each.
fn three() -> [String; 3] {
    [1, 2, 3].map(|seed| {
        let id = AssessmentId::from_random([seed; 16]);
        file::write_compact(&Assessment::new(id, "2026-11-20T09:30:00Z".parse().unwrap(), bundled())).trim().to_owned()
    })
}

#[test]
fn of_a_back_up_with_bad_lines_what_can_be_read_is_here_and_the_rest_is_named_and_kept_aside() {
    let [one, two, three] = three();
    let (cut, broken) = (&two[..200], "{broken line}");
    let text = format!("{one}\n\n{broken}\n{three}\n{cut}");
    let mut page = Page::new();
    let handed = Handed { file: Some("all.jsonl".to_owned()), text };
    page.send(Msg::OpenFiles { files: vec![handed.clone()], refused: Vec::new() });
    assert_eq!(page.stored.len(), 2);
    let said = notice(&page.model).unwrap();
    assert_eq!(said.words, "Brought in: 2 new.");
    let [first, second] =
        ["all.jsonl, line 3: not JSON, at column 2: ", "; all.jsonl, line 5: not JSON: it ends too early, at column 2"];
    assert!(said.detail.starts_with(&format!("Could not be read: {first}")), "{}", said.detail);
    assert!(said.detail.contains(second) && said.detail.ends_with(EN.notices.unread_aside), "{}", said.detail);
    assert!(said.alert && said.undo);
    // The lines are there to be downloaded, also after the page was opened again.
    let aside = page.effects.iter().find_map(|effect| match effect {
        Effect::PutAside(aside) => Some(aside.clone()),
        _ => None,
    });
    let aside = aside.unwrap();
    assert_eq!((aside.key.as_str(), aside.text), ("all.jsonl", format!("{broken}\n{cut}")));
    assert!(aside.why.starts_with("2 lines; line 3: "), "{}", aside.why);
    page.send(Msg::DownloadAside(aside.key));
    assert!(matches!(page.effects.last(), Some(Effect::Download { name, .. }) if name == "unreadable-all.jsonl.txt"));
    // The same again takes nothing's place; another file of this name neither.
    page.send(Msg::OpenFiles { files: vec![handed], refused: Vec::new() });
    assert_eq!((page.model.aside.len(), page.stored.len()), (1, 2));
    let other = Handed { file: Some("all.jsonl".to_owned()), text: format!("{one}\n{{no") };
    page.send(Msg::OpenFiles { files: vec![other], refused: Vec::new() });
    assert_eq!(page.model.aside.iter().map(|one| one.key.as_str()).collect::<Vec<_>>(), ["all.jsonl", "all.jsonl (2)"]);
    // For looking, what can be read stands there too, and the line is named.
    page.send(Msg::LookAt(vec![format!("{two}\n{cut}")]));
    let looked = page.model.looked.clone().unwrap();
    assert!(looked.added == 1 && looked.why.starts_with("line 2: "), "{looked:?}");
    page.send(Msg::KeepLooked);
    assert_eq!(page.stored.len(), 3);
    assert!(page.model.beside.is_empty());
}

#[test]
fn several_files_are_opened_at_once_and_what_is_here_in_another_state_is_asked_in_turn() {
    let mut page = Page::new();
    let [one, two, three] = three();
    for text in [&one, &two] {
        open(&mut page, text);
    }
    let changed = |text: &str, name: &str| text.replacen("\"name\":\"\"", &format!("\"name\":\"{name}\""), 1);
    let (_, own) = known();
    let handed = |file: &str, text: &str| Handed { file: Some(file.to_owned()), text: text.to_owned() };
    let files = vec![
        handed("one.json", &changed(&one, "One")),
        handed("two.json", &changed(&two, "Two")),
        handed("three.json", &three),
        handed("same.json", &two),
        handed("note.txt", "no link"),
        handed("own.json", &file::write(&made_with(own))),
        handed("catalogue.json", OWN),
    ];
    page.send(Msg::OpenFiles { files, refused: vec!["big.json has 30 MB".to_owned()] });
    assert!(page.model.shelf.len() == 4 && page.model.wanted().is_none(), "what needs no decision is here");
    let asked = |page: &Page| page.model.incoming().map(|one| one.theirs.answered.community.name.clone());
    assert_eq!((asked(&page).as_deref(), page.model.notice.as_ref()), (Some("One"), None));
    assert!(decision(&page.model).unwrap().differs.ends_with(" After this, one more is asked about."));
    page.send(Msg::TakeInstead);
    assert!(!decision(&page.model).unwrap().differs.contains("is asked about"), "the last one");
    assert_eq!(asked(&page).as_deref(), Some("Two"));
    page.send(Msg::Dismiss);
    assert_eq!(asked(&page), None);
    let said = notice(&page.model).unwrap();
    assert_eq!(said.words, "Brought in: 2 new, 1 here already, 2 as you decided, 1 catalogue.");
    assert!(
        said.detail.starts_with("Could not be read: big.json has 30 MB; note.txt: this is no file of Common Ground"),
        "{}",
        said.detail
    );
    let names = |page: &Page| -> Vec<String> {
        page.model.shelf.values().map(|one| one.assessment.answered.community.name.clone()).collect()
    };
    assert!(names(&page).contains(&"One".to_owned()) && !names(&page).contains(&"Two".to_owned()));
    assert!(page.model.aside.is_empty(), "a file stays where it is");
    // Nothing that can be read changes nothing.
    let before = page.stored.clone();
    page.send(Msg::OpenFiles { files: vec![handed("a", "{"), handed("b", "x")], refused: Vec::new() });
    let said = notice(&page.model).unwrap();
    let none = "this is no file of Common Ground";
    assert_eq!((said.words, &*said.detail), (format!("a: {none}; b: {none}."), EN.notices.unreadable));
    // One alone is named too; of what is ours, the place is told where it is wrong.
    for (text, why) in [
        ("", none),
        ("hello", none),
        ("{\"a\": 1}", none),
        ("{\"format\": \"x\"}", none),
        ("{\"format\": \"common-ground/assessment\"}", "version: required, and missing"),
        ("{\"format\": \"common-ground/assessment\",\n", "not JSON: it ends too early, at line 2, column 0"),
    ] {
        page.send(Msg::OpenFiles { files: vec![handed("x.json", text)], refused: Vec::new() });
        assert_eq!(notice(&page.model).unwrap().words, format!("x.json: {why}."));
    }
    assert_eq!(page.stored, before);
}

/// A page that was handed two files at once: another state of a community that is here, and one without its catalogue.
fn two_questions() -> (Page, Assessment) {
    let mut page = Page::new();
    let [one, ..] = three();
    open(&mut page, &one);
    let mine = one.replacen("\"name\":\"\"", "\"name\":\"One\"", 1);
    let waiting = made_with(known().1);
    let files = [mine, file::write(&waiting)].map(|text| Handed { file: None, text });
    page.send(Msg::OpenFiles { files: files.into(), refused: Vec::new() });
    (page, waiting)
}

#[test]
fn of_two_questions_one_is_asked_after_the_other_and_closing_one_loses_nothing_of_the_other() {
    let (mut page, waiting) = two_questions();
    assert!(decision(&page.model).is_some() && wanted(&page.model).is_none(), "one dialog is open");
    page.send(Msg::Dismiss);
    assert!(decision(&page.model).is_none() && wanted(&page.model).is_some(), "the other is still asked");
    open(&mut page, OWN);
    assert!(wanted(&page.model).is_none());
    assert_eq!(page.stored(&waiting.id).answered, waiting.answered);

    let (mut page, waiting) = two_questions();
    page.send(Msg::TakeInstead);
    assert!(wanted(&page.model).is_some(), "also where the first was answered");
    page.send(Msg::Dismiss);
    assert!(page.model.dialog().is_none());
    open(&mut page, OWN);
    assert!(!page.stored.contains_key(waiting.id.as_str()), "what was closed is not asked again");

    // What came behind a phrase that is asked for waits too.
    let token = link::encode(&made_with_bundled(), Carried::default(), bundled()).unwrap();
    let locked = link::lock(&token, "open sesame", [3; 16]).unwrap();
    let mut page = Page::new();
    page.send(Msg::Open { text: format!("#/v/{locked}"), source: Source::Paste });
    open(&mut page, &file::write(&waiting));
    assert!(page.model.sealed().is_some() && wanted(&page.model).is_none());
    page.send(Msg::Unlock("open barley".to_owned()));
    assert!(page.model.sealed().is_some_and(|sealed| sealed.wrong.is_some()));
    page.send(Msg::Unlock("open sesame".to_owned()));
    assert!(page.model.guest.is_some() && wanted(&page.model).is_some());
}

#[test]
fn two_states_of_a_community_in_one_back_up_are_both_kept() {
    let one = made_with_bundled();
    let mut two = one.clone();
    two.answered.community.name = "Two".to_owned();
    let text: String = [&one, &two, &one].map(|one| file::write_compact(one).trim_end().to_owned() + "\n").concat();
    let mut page = Page::new();
    open(&mut page, &text);
    assert_eq!(page.model.notice, Some(brought(1, 1, 1)));
    assert_eq!(page.stored(&one.id).answered, one.answered);
    let names: Vec<&str> =
        page.model.shelf.values().map(|one| one.assessment.answered.community.name.as_str()).collect();
    assert!(names.contains(&"Two (copy)"), "{names:?}");
}

#[test]
fn a_back_up_brings_its_catalogue_to_what_waits_for_it() {
    let (_, own) = known();
    let waiting = made_with(own);
    let mut page = Page::new();
    open(&mut page, &file::write(&waiting));
    let flat = Tree::parse(OWN).unwrap().to_text();
    open(&mut page, &format!("{flat}\n{}\n", file::write_compact(&waiting)));
    assert_eq!(page.model.notice, Some(brought(0, 0, 1)));
    assert_eq!(page.stored(&waiting.id).answered, waiting.answered);
    assert!(page.catalogues.len() == 1 && page.model.wanted().is_none());
}

#[test]
fn a_back_up_with_a_catalogue_is_looked_at_beside_the_saved_ones() {
    let (mut page, community) = with_own_catalogue();
    page.send(Msg::BackUp);
    let Some(Effect::Download { text, .. }) = page.effects.last().cloned() else { panic!("no file was offered") };
    let mut other = Page::seeded(1000);
    other.send(Msg::LookAt(vec![text]));
    let looked = other.model.looked.clone().unwrap();
    assert_eq!((looked.added, looked.unreadable), (1, 0), "{looked:?}");
    assert!(other.model.beside.contains_key(&community));
    assert_eq!(all(&other).map(|kind| kind.len()), [0; 4], "for looking only");
    // A catalogue that cannot be read is one thing that could not be.
    let broken = OWN.replace("\"W2\"", "\"W1\"");
    let flat = Tree::parse(&broken).unwrap().to_text();
    other.send(Msg::LookAt(vec![format!("{flat}\n{}", file::write_compact(&made_with_bundled()))]));
    let looked = other.model.looked.clone().unwrap();
    assert_eq!(
        (looked.added, looked.unreadable, looked.why.as_str()),
        (1, 1, "line 1: items[1].id: \"W1\" stands twice")
    );
}

fn made_with_bundled() -> Assessment {
    Assessment::new(AssessmentId::from_random([5; 16]), "2026-11-20T09:30:00Z".parse().unwrap(), bundled())
}

// -- refused

#[test]
fn what_is_brought_back_and_does_not_fit_stays_among_the_deleted_in_storage() {
    let mut page = Page::new();
    let community = page.create();
    page.rate(Side::Members, "O1", 4);
    page.send(Msg::Delete(community.clone()));
    page.send(Msg::Went(Route::Home));
    page.full = true;
    page.effects.clear();
    page.send(Msg::BringBack(community.clone()));
    page.send(Msg::Went(Route::assessment(community.as_str(), Place::Results)));
    page.rate(Side::Members, "O2", 3);
    assert!(page.stored.is_empty());
    let tomorrow = again(&page);
    let gone = &tomorrow.model.gone.get(&community).unwrap().assessment;
    assert_eq!(gone.answered.estimate.members.importance.len(), 1);
    // It makes room before it is tried.
    let order: Vec<bool> = page
        .effects
        .iter()
        .filter_map(|effect| match effect {
            Effect::DropGone(_) => Some(true),
            Effect::Save(_) => Some(false),
            _ => None,
        })
        .collect();
    assert_eq!(order, [true, false, true, false]);
    page.full = false;
    page.rate(Side::Members, "O3", 2);
    assert_eq!(page.stored(&community), *page.open());
    assert!(page.gone.is_empty());
    page.full = true;
    page.rate(Side::Members, "O3", 1);
    assert!(page.gone.is_empty(), "what is saved is not among the deleted, whatever is refused later");
}

#[test]
fn what_was_brought_back_and_refused_is_taken_back_as_any_other_change() {
    let mut page = Page::new();
    let community = page.create();
    page.send(Msg::Delete(community.clone()));
    let kept = page.gone.clone();
    page.full = true;
    page.send(Msg::BringBack(community.clone()));
    page.send(Msg::Undo);
    assert_eq!((&page.gone, page.model.gone.len(), page.model.shelf.len()), (&kept, 1, 0));
    page.send(Msg::Redo);
    page.send(Msg::Undo);
    page.send(Msg::Undo);
    page.send(Msg::Undo);
    assert!(page.gone.is_empty() && page.stored.is_empty() && page.model.shelf.is_empty(), "it was never made");
}

#[test]
fn where_another_finds_room_so_does_what_had_none_and_what_is_stored_is_not_said_to_be_unsaved() {
    let mut page = Page::new();
    let stored = page.create();
    let refused = page.create();
    page.full = true;
    page.rate(Side::Members, "O1", 4);
    assert_eq!(keeping(&page.model).unwrap().title, EN.frame.full_title);
    page.send(Msg::Went(Route::assessment(stored.as_str(), Place::Community)));
    assert_eq!(keeping(&page.model), None);
    // Somebody else has made room, which no event tells.
    page.full = false;
    page.rate(Side::Members, "O1", 3);
    assert_eq!((page.stored(&stored), page.model.storage), (page.open().clone(), Storage::Browser));
    page.send(Msg::Went(Route::assessment(refused.as_str(), Place::Community)));
    assert_eq!(page.stored(&refused), *page.open());
}

#[test]
fn a_refusal_that_was_no_want_of_room_is_forgotten_once_everything_is_saved() {
    let mut page = Page::new();
    let community = page.create();
    let stamp = page.stored[community.as_str()].stamp.clone();
    page.send(Msg::SaveRefused { id: community.clone(), stamp, why: Refused::Denied });
    assert_eq!(keeping(&page.model).unwrap().title, EN.frame.tab_title);
    page.rate(Side::Members, "O1", 4);
    assert_eq!(page.stored(&community), *page.open());
    assert_eq!(keeping(&page.model), None);
    // A browser that keeps nothing is not believed to keep something.
    let mut page = Page::new();
    page.send(Msg::Started(Box::new(Kept { storage: Storage::TabOnly, ..Kept::default() })));
    page.create();
    page.rate(Side::Members, "O1", 4);
    assert_eq!(keeping(&page.model).unwrap().title, EN.frame.tab_title);
    // Nor said to.
    open(&mut page, include_str!("../../src/app/example.common-ground.json"));
    let Some(Notice::Kept(name)) = &page.model.notice else { panic!("{:?}", page.model.notice) };
    assert_eq!(notice(&page.model).unwrap().words, (EN.notices.kept_tab)(name));
}

#[test]
fn deleting_what_was_put_aside_leaves_the_record_that_waits_under_its_key() {
    let (mut page, community) = with_own_catalogue();
    page.catalogues.clear();
    let mut page = again(&page);
    let stored = page.stored.clone();
    page.model.aside.push(Aside { key: community.to_string(), text: "{".into(), why: "cut".into() });
    page.send(Msg::DropAside(community.to_string()));
    assert!(page.model.aside.is_empty());
    assert_eq!(page.stored, stored);
}

// -- under which number

/// A file whose entry `key` is this.
fn file_with(key: &str, value: &str) -> String {
    let text = file::write_compact(&made_with_bundled());
    [text.trim_end().strip_suffix('}').unwrap(), ",\"", key, "\":", value, "}"].concat()
}

#[test]
fn measures_and_actions_without_an_id_get_the_next_one_when_they_are_read() {
    let mut page = Page::new();
    let text = file_with(
        "measures",
        r#"[{"name":"A"},{"id":"m3","name":"B"},{"name":"C"}],"last_measure":4,"actions":[{"text":"D"},{"id":"","text":"E"}]"#,
    );
    open(&mut page, &text);
    let ids: Vec<&str> = page.open().measures.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["m5", "m3", "m6"]);
    let ids: Vec<&str> = page.open().actions.iter().map(|one| one.id.as_str()).collect();
    assert_eq!(ids, ["a1", "a2"]);
    page.send(Msg::Edit(Edit::Plan(PlanEdit::RemoveAction("a2".into()))));
    page.send(Msg::Edit(Edit::Plan(PlanEdit::Measure("m6".into(), MeasureEdit::Name("C, renamed".into())))));
    let names: Vec<&str> = page.open().measures.iter().map(|one| one.name.as_str()).collect();
    assert_eq!((names, page.open().actions[0].text.as_str()), (vec!["A", "B", "C, renamed"], "D"));
    // A link of a state without ids too.
    let mut without = made_with_bundled();
    without.actions = vec![Action { text: "D".into(), ..Action::default() }; 2];
    let token = link::encode(&without, Carried::ALL, bundled()).unwrap();
    let Ok(Content::Assessment(read)) = link::decode(&token, bundled()) else { panic!("it is an assessment") };
    assert_eq!(read.actions.iter().map(|one| one.id.as_str()).collect::<Vec<_>>(), ["a1", "a2"]);
}

#[test]
fn measures_and_actions_with_the_same_id_are_an_error_that_names_the_place() {
    let said = |key: &str, value: &str| file::read(&file_with(key, value), bundled()).unwrap_err().to_string();
    assert_eq!(said("measures", r#"[{"id":"m1"},{"id":"m2"},{"id":"m1"}]"#), "measures[2].id: m1 is given twice");
    assert_eq!(
        said("actions", r#"[{"id":"a1","text":"A"},{"id":"a1","text":"B"}]"#),
        "actions[1].id: a1 is given twice"
    );
    let mut twice = made_with_bundled();
    twice.measures = vec![Measure { id: "m1".into(), ..Measure::default() }; 2];
    let token = link::encode(&twice, Carried::ALL, bundled()).unwrap();
    let error = link::decode(&token, bundled()).unwrap_err().to_string();
    assert!(error.contains("measures[1].id: m1 is given twice"), "{error}");
}

#[test]
fn an_own_expectation_gets_no_number_that_is_taken_where_the_numbers_end() {
    let mut page = Page::new();
    let text = file_with("x", "0").replacen(
        "\"items\":[",
        r#""items":[{"id":"own-99999999","text":"The last","holder":"both"},"#,
        1,
    );
    open(&mut page, &text);
    let before = page.open().clone();
    page.add_own("One more");
    assert_eq!(*page.open(), before);
    let said = notice(&page.model).unwrap();
    assert_eq!(
        said.detail,
        "The numbers for expectations of your own are used up: own-99999999 is the last; start a new community to add more."
    );
}
