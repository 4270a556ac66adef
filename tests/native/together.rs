//! Replies that two people collected, and copies in which the single replies are not: what is said of them, and what
//! can be done.

use std::sync::Arc;

use common_ground::app::view;
use common_ground::app::{Handed, Msg, Notice, Source, loses};
use common_ground::assessment::{Action, Answer, Answers, Assessment, Edit, Measure, PlanEdit, Reply};
use common_ground::catalogue::{Holder, ItemId, Side, Step, bundled};
use common_ground::file;
use common_ground::link::{self, Carried};
use common_ground::route::{Place, Route};
use common_ground::text::EN;
use proptest::prelude::*;

use super::page::{Page, id};
use super::replies;
use super::voices::{answer, code, invitation, leader};

fn says(item: ItemId, number: u8) -> Answers {
    Answers { importance: [(item, Answer::Step(Step::new(number).unwrap()))].into(), ..Answers::default() }
}

fn member(name: &str, number: u8) -> Reply {
    replies::reply(name, Side::Members, says(id("O1"), number))
}

/// The community of a leader, with these replies.
fn with(leader: &Page, all: &[Reply]) -> Assessment {
    let mut assessment = leader.open().clone();
    assessment.answered.replies = Arc::new(all.to_vec());
    assessment
}

fn ids(assessment: &Assessment) -> Vec<&str> {
    let mut ids: Vec<&str> = assessment.answered.replies.iter().map(|reply| &*reply.id).collect();
    ids.sort_unstable();
    ids
}

/// A page on which these were collected, and the file of a colleague who has others: a is the same in both, b was
/// changed since.
fn halves() -> (Page, String) {
    let mut page = leader();
    let later = Reply { revision: 2, ..member("b", 4) };
    let mut theirs = with(&page, &[member("a", 1), later, member("c", 2), member("d", 3)]);
    theirs.answered.community.purpose = "Theirs".into();
    theirs.updated = Some("2026-11-24T08:00:00Z".parse().unwrap());
    for reply in [member("a", 1), member("b", 0), member("e", 2)] {
        let sent = replies::sent(page.open(), reply);
        page.send(Msg::Edit(Edit::AddReplies(Arc::new(vec![sent]))));
    }
    (page, file::write(&theirs))
}

#[test]
fn a_file_of_who_collects_too_adds_its_replies_to_mine_and_changes_nothing_else() {
    let (mut page, theirs) = halves();
    let before = page.open().clone();
    page.send(Msg::Went(Route::Home));
    page.send(Msg::Open { text: theirs, source: Source::File });
    let seen = view::decision(&page.model).unwrap();
    assert_eq!(seen.add.as_deref(), Some("Add its three replies to mine"));

    page.send(Msg::AddTheirs);
    let id = before.id.clone();
    assert_eq!(page.model.route, Route::assessment(id.as_str(), Place::Voices));
    assert_eq!(page.model.notice, Some(Notice::RepliesAdded { new: 2, replaced: 1 }));
    assert_eq!(ids(page.open()), ["a", "b", "c", "d", "e"]);
    let b = page.open().answered.replies.iter().find(|reply| reply.id == "b").unwrap();
    assert_eq!(b.revision, 2, "the later of two revisions");
    let mut expected = before.clone();
    expected.answered.replies.clone_from(&page.open().answered.replies);
    expected.updated.clone_from(&page.open().updated);
    assert_eq!(*page.open(), expected);
    assert_eq!(page.stored(&id), *page.open());

    page.send(Msg::Undo);
    assert_eq!(ids(page.open()), ["a", "b", "e"]);
}

#[test]
fn two_who_have_merged_have_the_same_whatever_the_order_of_the_replies() {
    let mut page = leader();
    for name in ["a", "b"] {
        let sent = replies::sent(page.open(), member(name, 2));
        page.send(Msg::Edit(Edit::AddReplies(Arc::new(vec![sent]))));
    }
    let theirs = with(&page, &[member("b", 2), member("a", 2)]);
    page.send(Msg::Open { text: file::write(&theirs), source: Source::File });
    assert_eq!(view::decision(&page.model), None);
    assert!(matches!(page.model.notice, Some(Notice::SameAlready(_))), "{:?}", page.model.notice);

    // One who says something else, or replies on the other side, is not the same.
    for other in [member("a", 3), Reply { side: Side::Organisation, ..member("a", 2) }] {
        let theirs = with(&page, &[member("b", 2), other]);
        page.send(Msg::Open { text: file::write(&theirs), source: Source::File });
        assert!(view::decision(&page.model).is_some());
        page.send(Msg::Dismiss);
    }
}

#[test]
fn the_decision_says_which_replies_either_lacks_and_where_mine_would_be() {
    let (mut page, theirs) = halves();
    page.send(Msg::Open { text: theirs, source: Source::File });
    let says = |page: &Page| view::decision(&page.model).unwrap().differs;
    assert_eq!(
        says(&page),
        " The two differ in one reply. What you opened has two replies that yours lacks. What you opened lacks one reply that yours has: if you take it instead, yours stays among the recently deleted."
    );
    page.send(Msg::Dismiss);

    let mut medians = page.open().clone();
    for reply in ["f", "g", "h"] {
        let all = Arc::make_mut(&mut medians.answered.replies);
        all.push(member(reply, 2));
    }
    let token = link::encode(&medians, Carried::default(), bundled()).unwrap();
    page.send(Msg::Open { text: [link::ROUTE, &token].concat(), source: Source::Paste });
    page.send(Msg::KeepGuest);
    assert!(says(&page).contains("What you opened lacks three replies that yours has: "), "{}", says(&page));
    assert!(says(&page).ends_with(" It carries medians in place of replies."), "{}", says(&page));
}

#[test]
fn what_is_asked_about_goes_with_the_place_it_is_asked_at_and_not_with_what_leads_to_the_next() {
    let (mut page, theirs) = halves();
    let here = page.model.route.clone();
    let before = page.open().clone();
    page.send(Msg::Open { text: theirs.clone(), source: Source::File });
    page.send(Msg::Went(here.clone()));
    assert!(view::decision(&page.model).is_some());
    page.send(Msg::Went(Route::Method(None)));
    assert_eq!(view::decision(&page.model), None);
    page.send(Msg::Went(here));
    assert_eq!((view::decision(&page.model), page.open()), (None, &before));

    // Of two, the second is asked about where the first has led.
    let mut purpose = before;
    purpose.answered.community.purpose = "Another".into();
    let handed = |text: String| Handed { file: Some("one.json".into()), text };
    let files = vec![handed(theirs), handed(file::write(&purpose))];
    page.send(Msg::Went(Route::Home));
    page.send(Msg::OpenFiles { files, refused: Vec::new() });
    page.send(Msg::OpenMine);
    assert!(view::decision(&page.model).is_some());
    page.send(Msg::Went(Route::assessment(page.open().id.as_str(), Place::Results)));
    assert!(view::decision(&page.model).is_some());
}

#[test]
fn what_has_no_reply_that_is_new_offers_none() {
    let (mut page, _) = halves();
    let mut theirs = page.open().clone();
    theirs.answered.community.purpose = "Theirs".into();
    page.send(Msg::Open { text: file::write(&theirs), source: Source::File });
    assert_eq!(view::decision(&page.model).unwrap().add, None);
    page.send(Msg::Dismiss);

    // Nor where it was deleted, or where it answers another round.
    let (mut page, text) = halves();
    page.send(Msg::Delete(page.open().id.clone()));
    page.send(Msg::Open { text: text.clone(), source: Source::File });
    assert_eq!(view::decision(&page.model).unwrap().add, None);
    let (mut page, text) = halves();
    page.send(Msg::Edit(Edit::StartRound { ends: 1, date: "2026-11-23".parse().unwrap(), label: String::new() }));
    page.send(Msg::Open { text, source: Source::File });
    assert_eq!(view::decision(&page.model).unwrap().add, None);
}

#[test]
fn the_heap_takes_the_file_the_link_and_the_back_up_of_who_collects_too() {
    let (page, theirs) = halves();
    let read = file::read(&theirs, bundled()).unwrap();
    let link = [link::ROUTE, &link::encode(&read, Carried::ALL, bundled()).unwrap()].concat();
    let other = file::write_compact(&with(&Page::seeded(7_000).into_other(), &[member("x", 1)]));
    let back_up = format!("{}\n{other}\n", file::write_compact(&read));
    for (text, lines) in [
        (theirs, vec!["2 replies of the members", "1 reply replaces an earlier one", "1 is there already"]),
        (link, vec!["2 replies of the members", "1 reply replaces an earlier one", "1 is there already"]),
        (
            back_up,
            vec![
                "2 replies of the members",
                "1 reply replaces an earlier one",
                "1 is there already",
                "1 is for another community",
            ],
        ),
    ] {
        let mut page = Page { stored: page.stored.clone(), ..Page::seeded(5_000) };
        page.start();
        page.send(Msg::Went(Route::assessment(read.id.as_str(), Place::Voices)));
        page.send(Msg::HandOver(vec![Handed { file: Some("half2.json".into()), text }]));
        assert!(view::pieces(&page.model)[0].holds.ends_with(" replies"));
        let found = view::found(&page.model).unwrap();
        assert_eq!(found.lines.iter().map(|line| &*line.what).collect::<Vec<_>>(), lines);
        assert_eq!(found.add.as_deref(), Some("Add 3 replies"));
        page.send(Msg::AddFound);
        assert_eq!(ids(page.open()), ["a", "b", "c", "d", "e"]);
    }
}

#[test]
fn a_text_of_another_program_is_looked_through_as_any_other() {
    let mut page = leader();
    let line = code(&mut answer(100, &invitation(&page, Side::Members), 3));
    let chats = [
        format!("{{\"messages\": [\"{line}\"]}}"),
        format!("{{\"from\": \"a\", \"text\": \"{line}\"}}\n{{\"from\": \"b\", \"text\": \"thanks\"}}"),
        format!("{{{line}"),
    ];
    for chat in chats {
        page.send(Msg::Sift(chat));
        assert_eq!(view::found(&page.model).unwrap().add.as_deref(), Some("Add 1 reply"));
    }
}

#[test]
fn a_file_that_is_ours_and_cannot_be_read_says_why() {
    let mut page = leader();
    page.send(Msg::Sift(file::write(page.open()).replace("\"version\": 1", "\"version\": 99")));
    let found = view::found(&page.model).unwrap();
    assert_eq!(found.lines[0].what, "1 cannot be read");
    assert!(found.lines[0].rest.contains("99"), "{}", found.lines[0].rest);
}

#[test]
fn a_reply_about_words_that_are_others_here_is_not_added() {
    let mut page = leader();
    let mut copy = page.open().clone();
    page.add_own("Safer lone working");
    let own = ItemId::own(1);
    let add =
        |text: &str| Edit::AddOwn { item: own, text: text.into(), holder: common_ground::catalogue::Holder::Both };
    copy.apply(add("Better pay"), bundled()).unwrap();
    copy.answered.replies = Arc::new(vec![replies::reply("a", Side::Members, says(own, 4)), member("b", 3)]);
    assert_eq!(page.open().replies_to_add(&copy).len(), 1);
    page.send(Msg::Sift(file::write(&copy)));
    page.send(Msg::AddFound);
    assert_eq!(ids(page.open()), ["b"]);

    copy.apply(Edit::RewordOwn { item: own, text: "Safer lone working".into() }, bundled()).unwrap();
    assert_eq!(page.open().replies_to_add(&copy).len(), 1, "with the same words it is meant");
}

#[test]
fn an_invitation_that_was_sent_back_is_told_from_other_links() {
    let mut page = leader();
    let own = [link::ROUTE, &invitation(&page, Side::Members)].concat();
    page.send(Msg::Sift(own));
    let found = view::found(&page.model).unwrap();
    assert_eq!((&*found.lines[0].what, found.add), ("1 is your own invitation", None));

    let other = [link::ROUTE, &invitation(&Page::seeded(7_000).into_other(), Side::Members)].concat();
    page.send(Msg::Sift(other));
    assert_eq!(view::found(&page.model).unwrap().lines[0].what, (EN.inviting.found_other)(1));
}

#[test]
fn a_message_whose_reply_is_here_leads_to_taking_it_out() {
    let mut page = leader();
    let line = code(&mut answer(100, &invitation(&page, Side::Members), 3));
    page.send(Msg::Sift(line.clone()));
    assert_eq!(view::found(&page.model).unwrap().here, None);
    page.send(Msg::AddFound);
    page.send(Msg::Sift(format!("Hello,\n{line}")));
    let found = view::found(&page.model).unwrap();
    assert_eq!(found.here.as_ref(), Some(&page.open().answered.replies[0].id));
    let row = view::replies(&page.model).remove(0);
    assert_eq!(row.when, "the members · 23 November 2026, 00:01");
    page.send(Msg::Edit(Edit::TakeOutReply(found.here.unwrap())));
    assert_eq!(view::found(&page.model).unwrap().add.as_deref(), Some("Add 1 reply"));
}

#[test]
fn a_copy_without_single_replies_says_who_has_answered_and_invites_nobody() {
    let mut page = leader();
    let five: Vec<Reply> = "abcde".chars().map(|name| member(&name.to_string(), 3)).collect();
    let sent = five.into_iter().map(|reply| replies::sent(page.open(), reply)).collect();
    page.send(Msg::Edit(Edit::AddReplies(Arc::new(sent))));
    let link = link::encode(page.open(), Carried::default(), bundled()).unwrap();
    let mut copy = Page::seeded(900);
    copy.send(Msg::Open { text: [link::ROUTE, &link].concat(), source: Source::Paste });
    copy.send(Msg::KeepGuest);
    let id = copy.open().id.clone();
    copy.send(Msg::Went(Route::assessment(id.as_str(), Place::Voices)));

    let seen = view::voices(&copy.model).unwrap();
    assert_eq!((&*seen.title, &*seen.lead), ("Five members have replied.", ""));
    assert_eq!(seen.notices, [(EN.inviting.summarised)("the members", 5)]);
    let cards = view::inviting(&copy.model).unwrap().cards;
    assert_eq!(cards.members.fragment, Err(EN.inviting.not_here.to_owned()));
    assert!(cards.organisation.fragment.is_ok(), "nobody was left out of that side");

    // A new round asks everybody anew, and says where what was said is.
    copy.send(Msg::Edit(Edit::StartRound { ends: 1, date: "2026-11-23".parse().unwrap(), label: "Autumn".into() }));
    let seen = view::voices(&copy.model).unwrap();
    assert_eq!(seen.title, "Nobody has replied in round 2 yet.");
    let before = "The five replies of the round before are in the snapshot “Autumn, 23 November 2026”. ";
    assert_eq!(seen.lead, [before, EN.inviting.nobody_lead].concat());
    assert!(view::inviting(&copy.model).unwrap().cards.members.fragment.is_ok());
}

#[test]
fn a_summary_without_a_count_is_heard_without_a_number() {
    let mut page = leader();
    let mut copy = page.open().clone();
    copy.answered.summary.members = Some(common_ground::assessment::Summary {
        importance: [(id("O1"), common_ground::catalogue::Level::from_halves(6).unwrap())].into(),
        ..Default::default()
    });
    page.send(Msg::Open { text: file::write(&copy), source: Source::File });
    page.send(Msg::TakeInstead);
    let open = page.model.open().unwrap();
    let kicker = common_ground::report::finding::kicker(&open.assessment, &open.results, bundled(), 0);
    assert!(kicker.contains("the members heard") && !kicker.contains("0 members"), "{kicker}");
    assert_eq!(view::voices(&page.model).unwrap().title, EN.inviting.answered_elsewhere);
}

#[test]
fn whoever_is_sent_a_picture_sees_the_statement_and_the_plan_that_came_with_it() {
    let mut page = leader();
    let holds = |page: &Page| view::share(&page.model).unwrap().holds;
    assert_eq!(holds(&page), "It holds the answers of today; later changes need a new one.");
    page.send(Msg::Edit(Edit::Plan(PlanEdit::Statement("Inspectors learn from each other.".into()))));
    let action = Action { id: page.open().next_action(), text: "Name a coordinator".into(), ..Action::default() };
    page.send(Msg::Edit(Edit::Plan(PlanEdit::AddAction(Box::new(action)))));
    let seen = "It holds the answers of today, the value statement and the plan; later changes need a new one.";
    assert_eq!(holds(&page), seen);

    let link = link::encode(page.open(), Carried::default(), bundled()).unwrap();
    let opened = |mut sponsor: Page| {
        sponsor.send(Msg::Open { text: [link::ROUTE, &link].concat(), source: Source::Paste });
        view::guest(&sponsor.model).unwrap()
    };
    let guest = opened(Page::seeded(900));
    let (statement, open) = guest.settled.unwrap();
    assert_eq!(statement, "Inspectors learn from each other.");
    assert_eq!(open.iter().map(|(what, _)| &**what).collect::<Vec<_>>(), ["Name a coordinator"]);
    assert_eq!(guest.here, None);
    let mut kept = Page::seeded(900);
    kept.send(Msg::Open { text: [link::ROUTE, &link].concat(), source: Source::Paste });
    kept.send(Msg::KeepGuest);
    let again = |stored| {
        let mut page = Page { stored, ..Page::seeded(1_800) };
        page.start();
        opened(page).here
    };
    assert_eq!(again(kept.stored.clone()), Some(EN.share.guest_same));
    kept.send(Msg::Edit(Edit::Name("Another name".into())));
    assert_eq!(again(kept.stored.clone()), Some(EN.share.guest_here));
}

#[test]
fn a_mail_says_that_whoever_reads_it_can_read_the_link_unless_it_is_locked() {
    let mut page = leader();
    page.send(Msg::Edit(Edit::Name("Nurses".into())));
    let mail = |page: &Page| view::share_mail(&view::share(&page.model).unwrap(), "https://example.org/#/v/Ag");
    let says = view::mailto("", "", EN.share.mail_open).split("body=").nth(1).unwrap().to_owned();
    assert!(mail(&page).ends_with(&says));
    page.send(Msg::Lock("four unrelated words".into()));
    assert!(!mail(&page).contains(&says));
}

#[test]
fn what_a_link_holds_is_said_with_all_that_is_ticked() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let id = page.open().id.clone();
    page.send(Msg::Went(Route::assessment(id.as_str(), Place::Share)));
    let holds = |page: &Page| view::share(&page.model).unwrap().holds;
    let before = holds(&page);
    assert!(!before.contains("replies"), "{before}");
    page.send(Msg::Carry(Carried { replies: true, names: true, ..Carried::default() }));
    let after = holds(&page);
    assert!(after.contains(", all 12 single replies and names of people; later changes"), "{after}");
    let ticked = view::share(&page.model).unwrap().carries;
    assert_eq!(ticked.iter().filter(|row| row.on).count(), 2);
}

#[test]
fn what_is_typed_to_be_added_outlasts_a_change_of_screen() {
    use common_ground::app::{OWN_ACTION, OWN_EXPECTATION};
    let mut page = leader();
    let (id, there) = (page.open().id.clone(), page.model.route.clone());
    page.send(Msg::Begin(OWN_EXPECTATION.into(), "Safer lone".into(), ""));
    page.send(Msg::Begin(OWN_EXPECTATION.into(), "Safer lone working".into(), ""));
    page.send(Msg::Begin(OWN_ACTION.into(), "Ask the".into(), ""));
    page.send(Msg::Went(Route::assessment(id.as_str(), Place::Results)));
    assert_eq!(
        (page.model.begun(OWN_EXPECTATION).0, page.model.begun(OWN_ACTION).0),
        ("Safer lone working", "Ask the")
    );
    let other = page.create();
    assert_eq!(page.model.begun(OWN_EXPECTATION).0, "", "each community has its own");
    page.send(Msg::Begin(OWN_EXPECTATION.into(), "Theirs".into(), ""));
    page.send(Msg::Went(there));
    assert_eq!(page.model.begun(OWN_EXPECTATION).0, "Safer lone working");
    page.send(Msg::Delete(other));
    page.send(Msg::Begin(OWN_ACTION.into(), String::new(), ""));
    page.effects.clear();
    page.send(Msg::Renew);
    assert_eq!(page.effects, [], "a new version waits for it");
}

#[test]
fn what_was_refused_in_a_field_is_there_where_one_comes_back_and_leaving_the_page_asks() {
    let mut page = leader();
    let there = page.model.route.clone();
    assert!(!loses(&page.model));
    page.send(Msg::Begin("founded".into(), "spring 2020".into(), "not a date"));
    page.send(Msg::Went(Route::Home));
    assert!(loses(&page.model));
    let other = page.create();
    assert_eq!(page.model.begun("founded"), ("", ""), "each community has its own");
    page.send(Msg::Went(there));
    assert_eq!(page.model.begun("founded"), ("spring 2020", "not a date"));
    page.send(Msg::Delete(other));
    page.send(Msg::Begin("founded".into(), String::new(), ""));
    assert!(!loses(&page.model), "it was put right");
}

#[test]
fn what_was_refused_goes_with_what_it_was_typed_for() {
    let mut page = leader();
    for id in ["m1", "m12"] {
        let measure = Measure { id: id.into(), name: id.into(), ..Measure::default() };
        page.send(Msg::Edit(Edit::Plan(PlanEdit::AddMeasure(Box::new(measure)))));
        page.send(Msg::Begin(format!("measure-{id}-due"), "soon".into(), "not a date"));
    }
    let at = |page: &Page, field: &str| page.model.begun(field).0.to_owned();
    page.send(Msg::Edit(Edit::Plan(PlanEdit::RemoveMeasure("m1".into()))));
    assert_eq!((at(&page, "measure-m1-due"), at(&page, "measure-m12-due")), (String::new(), "soon".to_owned()));
}

#[test]
fn what_was_refused_in_a_reply_is_nothing_for_whoever_answers_next() {
    let (mut page, text) = (Page::seeded(4_000), invitation(&leader(), Side::Members));
    page.send(Msg::Open { text: text.clone(), source: Source::Paste });
    let Route::Reply { key, .. } = page.model.route.clone() else { panic!("no reply is open") };
    page.send(Msg::Begin("reply-name".into(), "n".repeat(100), "too long"));
    page.send(Msg::Went(Route::Home));
    assert!(loses(&page.model));
    page.send(Msg::ForgetDraft(key.clone()));
    page.send(Msg::Open { text, source: Source::Paste });
    assert_eq!(page.model.route, Route::Reply { key, page: 0 });
    assert_eq!(page.model.begun("reply-name"), ("", ""));
}

#[test]
fn what_is_added_leaves_its_field_and_what_is_refused_or_something_else_stays_in_it() {
    use common_ground::app::{OWN_ACTION, OWN_EXPECTATION};
    let mut page = leader();
    let typed = |page: &Page| [OWN_EXPECTATION, OWN_ACTION].map(|field| page.model.begun(field).0.to_owned());
    page.send(Msg::Begin(OWN_EXPECTATION.into(), " Safer lone working".into(), ""));
    page.send(Msg::Begin(OWN_ACTION.into(), "Ask the five".into(), ""));
    let other = Action { id: "a1".into(), text: "Name a sponsor".into(), ..Action::default() };
    page.send(Msg::Edit(Edit::Plan(PlanEdit::AddAction(Box::new(other)))));
    assert_eq!(typed(&page), [" Safer lone working", "Ask the five"], "it was something else");
    let own = |page: &Page| view::new_own(&page.model, page.model.begun(OWN_EXPECTATION).0, Holder::Both).unwrap();
    page.send(Msg::Edit(own(&page)));
    assert_eq!(typed(&page), ["", "Ask the five"]);
    let (action, _) = view::own_action(&page.model, page.model.begun(OWN_ACTION).0).unwrap();
    page.send(Msg::Edit(action));
    assert_eq!(typed(&page), ["", ""]);
    let long = "x".repeat(100_000);
    page.send(Msg::Begin(OWN_EXPECTATION.into(), long.clone(), ""));
    page.send(Msg::Edit(own(&page)));
    assert!(matches!(page.model.notice, Some(Notice::Refused(_))), "{:?}", page.model.notice);
    assert_eq!(typed(&page), [&long, ""]);
}

#[test]
fn two_snapshots_of_one_day_are_told_apart_wherever_one_is_chosen() {
    let mut page = leader();
    for label in ["", "", "Review"] {
        let take = Edit::TakeSnapshot { date: "2026-11-20".parse().unwrap(), label: label.into() };
        page.send(Msg::Edit(take));
    }
    let expected = ["20 November 2026 (1)", "20 November 2026 (2)", "Review, 20 November 2026"];
    let states: Vec<String> = view::changes(&page.model).unwrap().states.into_iter().map(|one| one.name).collect();
    assert_eq!(states[..3], expected);
    let rows: Vec<String> = view::time(&page.model).unwrap().snapshots.into_iter().rev().map(|row| row.name).collect();
    assert_eq!(rows, expected);
    let id = page.open().id.to_string();
    page.send(Msg::Went(Route::parse(&format!("#/compare/{id}"))));
    let [end, _] = view::compare(&page.model).ends;
    let names: Vec<String> = end.states.into_iter().skip(1).rev().map(|one| one.name).collect();
    assert_eq!(names, expected);
}

#[test]
fn one_who_words_their_own_expectation_anew_is_told_who_has_answered_the_old_words() {
    let mut page = leader();
    page.add_own("Safer lone working");
    let own = ItemId::own(1);
    let card = |page: &Page| {
        let seen = view::expectations(&page.model, common_ground::route::Part::Importance).unwrap();
        seen.cards.into_iter().find(|card| card.id == own).unwrap().reworded
    };
    assert!(card(&page).starts_with("Whoever was invited before may have answered these words."), "{}", card(&page));
    let said: Vec<_> = ["a", "b"]
        .map(|name| replies::sent(page.open(), replies::reply(name, Side::Members, says(own, 4))))
        .into_iter()
        .chain([replies::sent(page.open(), member("c", 4))])
        .collect();
    page.send(Msg::Edit(Edit::AddReplies(Arc::new(said))));
    assert!(card(&page).starts_with("Two people have answered these words."), "{}", card(&page));
}

proptest! {
    /// The union, whoever has which: by id, the later revision, and no matter who adds whose.
    #[test]
    fn two_halves_are_the_same_whole_from_either_side(
        mine in prop::collection::btree_map("[a-e]", 1..4_u32, 0..5),
        theirs in prop::collection::btree_map("[a-e]", 1..4_u32, 0..5),
    ) {
        let page = leader();
        let made = |all: &std::collections::BTreeMap<String, u32>| {
            let replies: Vec<Reply> = all
                .iter()
                .map(|(name, revision)| Reply { revision: *revision, ..member(name, u8::try_from(*revision).unwrap()) })
                .collect();
            with(&page, &replies)
        };
        let mut union = mine.clone();
        for (name, revision) in &theirs {
            let there = union.entry(name.clone()).or_default();
            *there = (*there).max(*revision);
        }
        for (one, other) in [(made(&mine), made(&theirs)), (made(&theirs), made(&mine))] {
            let mut whole = one.clone();
            whole.add_replies(&one.replies_to_add(&other));
            let found: std::collections::BTreeMap<String, u32> =
                whole.answered.replies.iter().map(|reply| (reply.id.clone(), reply.revision)).collect();
            prop_assert_eq!(&found, &union);
        }
    }
}

impl Page {
    /// A page with a community of its own.
    fn into_other(mut self) -> Self {
        self.create();
        self
    }
}
