//! What is pasted, dropped and typed while replies are collected, and how replies are judged one after the other.

use common_ground::app::view::{self, PieceRow};
use common_ground::app::{Handed, Heap, Msg, Notice, Source};
use common_ground::assessment::{
    Answers, Arrival, Arrivals, Assessment, AssessmentId, Edit, Reply, SentReply, Summary, limits,
};
use common_ground::catalogue::{Side, bundled};
use common_ground::link::{self, Finding};
use common_ground::route::{Place, Route};
use common_ground::text::EN;
use proptest::prelude::*;

use super::page::Page;
use super::replies;
use super::voices::{answer, code, invitation, leader};

fn pasted(text: &str) -> Msg {
    Msg::HandOver(vec![Handed { file: None, text: text.to_owned() }])
}

fn dropped(name: &str, text: &str) -> Handed {
    Handed { file: Some(name.to_owned()), text: text.to_owned() }
}

/// The lines of as many members, each in a mail.
fn mails(leader: &Page, count: u32) -> Vec<String> {
    let token = invitation(leader, Side::Members);
    (1..=count).map(|at| format!("Hello,\n> {}\n", code(&mut answer(100 * at, &token, 3)))).collect()
}

fn names(page: &Page) -> Vec<(String, String)> {
    view::pieces(&page.model).into_iter().map(|PieceRow { name, holds, .. }| (name, holds)).collect()
}

fn addable(page: &Page) -> Option<String> {
    view::found(&page.model).and_then(|found| found.add)
}

/// Replies as a message brings them, a line each.
fn lines(all: &[SentReply]) -> String {
    let line = |sent: &SentReply| ["cg:", &link::reply(sent, bundled()).unwrap(), "\n"].concat();
    all.iter().map(line).collect::<Vec<_>>().concat()
}

#[test]
fn what_is_pasted_and_dropped_lies_beside_the_field_and_adds_up() {
    let mut page = leader();
    let mails = mails(&page, 5);
    page.send(pasted(&mails[..2].concat()));
    page.send(Msg::Sift(mails[2].clone()));
    page.send(Msg::HandOver(vec![dropped("replies.txt", &mails[3..].concat()), dropped("empty.txt", "")]));
    let (two, more) = (mails[..2].concat().len(), mails[3..].concat().len());
    assert_eq!(
        names(&page),
        [
            (format!("Pasted text, {two} bytes"), "2 replies".to_owned()),
            (format!("replies.txt, {more} bytes"), "2 replies".to_owned()),
            ("empty.txt, 0 bytes".to_owned(), "no reply".to_owned()),
        ]
    );
    assert_eq!(view::heap_text(&page.model), mails[2], "what lies beside is not in the field");
    assert_eq!(addable(&page), Some((EN.inviting.add)(5)));
    assert!(page.open().answered.replies.is_empty(), "nothing is added before it is confirmed");

    page.send(Msg::AddFound);
    assert_eq!(page.open().answered.replies.len(), 5);
    assert_eq!((names(&page), view::heap_text(&page.model)), (vec![], String::new()));
}

#[test]
fn each_community_has_a_heap_of_its_own() {
    let mut page = leader();
    let (mails, here) = (mails(&page, 2), page.model.route.clone());
    page.send(pasted(&mails[0]));
    page.send(Msg::Sift("thinking of it".into()));

    let other = page.create();
    page.send(Msg::Went(Route::assessment(other.as_str(), Place::Voices)));
    assert_eq!((names(&page), view::heap_text(&page.model)), (vec![], String::new()));
    let theirs = code(&mut answer(900, &invitation(&page, Side::Members), 3));
    page.send(Msg::Sift("words about others".into()));
    page.send(Msg::Went(here.clone()));
    // A reply that is opened is offered where it belongs.
    page.send(Msg::Open { text: theirs.clone(), source: Source::Paste });
    assert_eq!(view::heap_text(&page.model), format!("words about others\n{theirs}"));
    page.send(Msg::AddFound);
    assert_eq!((page.open().answered.replies.len(), view::heap_text(&page.model)), (1, String::new()));

    page.send(Msg::Went(here));
    assert_eq!((names(&page).len(), &*view::heap_text(&page.model)), (1, "thinking of it"));
    assert_eq!(addable(&page), Some((EN.inviting.add)(1)));
    // What is nowhere else is not lost while another community is open.
    page.send(Msg::Went(Route::Home));
    page.effects.clear();
    page.send(Msg::Renew);
    assert_eq!(page.effects, []);
}

#[test]
fn what_was_found_is_held_against_the_community_as_it_is_now() {
    let mut page = leader();
    let mails = mails(&page, 5);
    let said = |page: &Page| view::found(&page.model).unwrap().lines.remove(0).what;
    page.send(pasted(&mails.concat()));
    assert_eq!(addable(&page), Some((EN.inviting.add)(5)));
    page.send(Msg::Edit(Edit::StartRound { ends: 1, date: "2026-11-23".parse().unwrap(), label: String::new() }));
    assert_eq!((addable(&page), said(&page)), (None, (EN.inviting.found_round)(5, 1)));
    page.send(Msg::AddFound);
    assert!(page.open().answered.replies.is_empty());
    page.send(Msg::Undo);
    assert_eq!(addable(&page), Some((EN.inviting.add)(5)));

    let mut tab = Page::seeded(5_000);
    tab.stored.clone_from(&page.stored);
    tab.start();
    tab.send(Msg::Went(page.model.route.clone()));
    tab.send(pasted(&mails[..2].concat()));
    tab.send(Msg::AddFound);
    page.stored.clone_from(&tab.stored);
    let id = page.open().id.to_string();
    page.send(Msg::Elsewhere { record: tab.stored.get(&id).cloned(), id });
    assert_eq!(addable(&page), Some((EN.inviting.add)(3)), "two are there already");
    page.send(Msg::AddFound);
    assert_eq!(page.model.notice, Some(Notice::RepliesAdded { new: 3, replaced: 0 }));
    assert_eq!(page.open().answered.replies.len(), 5);
}

#[test]
fn what_lies_beside_the_field_survives_a_change_of_place_and_every_key_typed() {
    let mut page = leader();
    let (mails, here) = (mails(&page, 2), page.model.route.clone());
    page.send(pasted(&mails[0]));
    page.send(Msg::Sift("thinking of".into()));
    page.send(Msg::Went(Route::Home));
    assert!(view::pieces(&page.model).is_empty(), "no community is open");
    page.send(Msg::Went(here));
    page.send(Msg::Sift("thinking of it".into()));
    page.send(Msg::Sift(String::new()));
    assert_eq!(names(&page).len(), 1);
    assert_eq!(addable(&page), Some((EN.inviting.add)(1)));
    let number = view::pieces(&page.model)[0].number;
    assert_eq!(view::piece_text(&page.model, number), mails[0]);
}

#[test]
fn what_lies_beside_the_field_can_be_taken_away_one_by_one() {
    let mut page = leader();
    let mails = mails(&page, 3);
    for mail in &mails {
        page.send(pasted(mail));
    }
    let second = view::pieces(&page.model)[1].number;
    page.send(Msg::TakeAway(second));
    page.send(Msg::TakeAway(second));
    let left: Vec<String> =
        view::pieces(&page.model).iter().map(|row| view::piece_text(&page.model, row.number)).collect();
    assert_eq!(left, [mails[0].as_str(), &mails[2]]);
    assert_eq!(view::piece_text(&page.model, second), "");
    assert_eq!(addable(&page), Some((EN.inviting.add)(2)));

    page.send(pasted(&mails[1]));
    let numbers: Vec<u32> = view::pieces(&page.model).iter().map(|row| row.number).collect();
    assert!(!numbers.contains(&second), "a number is given once");
    for number in numbers {
        page.send(Msg::TakeAway(number));
    }
    assert_eq!(view::found(&page.model), None, "nothing is there");
}

#[test]
fn the_same_reply_in_two_texts_is_added_once() {
    let mut page = leader();
    let mail = mails(&page, 1).remove(0);
    page.send(pasted(&mail));
    page.send(Msg::Sift(mail.clone()));
    page.send(Msg::HandOver(vec![dropped("again.txt", &mail)]));
    let lines: Vec<String> = view::found(&page.model).unwrap().lines.into_iter().map(|line| line.what).collect();
    assert_eq!(lines, [(EN.inviting.found_new)(EN.results.members_word, 1), (EN.inviting.found_again)(2)]);
    page.send(Msg::AddFound);
    assert_eq!(page.open().answered.replies.len(), 1);
}

#[test]
fn a_reply_and_its_correction_in_one_paste_are_told_from_the_same_one_twice() {
    let mut page = leader();
    let reply = |revision| sent(page.open(), (1, Side::Members, revision, 1));
    let text = lines(&[reply(1), reply(2), reply(2)]);
    let other = lines(&[reply(2), reply(1)]);
    let said = |page: &Page| -> Vec<(bool, String, String)> {
        let lines = view::found(&page.model).unwrap().lines;
        lines.into_iter().map(|line| (line.good, line.what, line.rest)).collect()
    };
    let new = (true, "1 reply of the members".to_owned(), "new".to_owned());
    let earlier = (true, "1 was answered again".to_owned(), "and the later one counts".to_owned());
    let twice = (false, "1 stands in the text twice".to_owned(), "added once".to_owned());
    page.send(Msg::Sift(text));
    assert_eq!(said(&page), [new.clone(), twice, earlier.clone()]);
    page.send(Msg::Sift(other));
    assert_eq!(said(&page), [new, earlier]);
    page.send(Msg::AddFound);
    assert_eq!(page.open().answered.replies[0].revision, 2);
}

#[test]
fn a_reply_for_another_community_that_is_here_is_named_and_leads_there() {
    let mut page = leader();
    let first = page.open().id.clone();
    let mail = mails(&page, 1).remove(0);
    page.create();
    page.send(Msg::Edit(Edit::Name("Elsewhere".into())));
    let second = page.open().id.clone();
    page.send(Msg::Went(Route::assessment(second.as_str(), Place::Voices)));
    page.send(Msg::Sift(mail));
    let line = view::found(&page.model).unwrap().lines.remove(0);
    assert_eq!((line.what.as_str(), line.good), ("1 is for “Bridge inspectors”", false));
    assert_eq!(line.to, Some(Route::assessment(first.as_str(), Place::Voices).address()));
    assert_eq!(addable(&page), None);
    // Once it is not here any more, nobody can say which it is.
    page.send(Msg::Delete(first));
    let line = view::found(&page.model).unwrap().lines.remove(0);
    assert_eq!((line.what.as_str(), line.to), ("1 is for another community", None));
}

#[test]
fn a_reply_that_is_opened_leaves_what_was_typed_and_pasted_there() {
    let mut page = leader();
    let mails = mails(&page, 3);
    page.send(pasted(&mails[0]));
    page.send(Msg::Sift(mails[1].clone()));
    page.send(Msg::Open { text: mails[2].clone(), source: Source::Paste });
    assert_eq!(names(&page).len(), 1);
    assert_eq!(view::heap_text(&page.model), format!("{}\n{}", mails[1].trim_end(), mails[2].trim_end()));
    assert_eq!(addable(&page), Some((EN.inviting.add)(3)));
}

#[test]
fn a_text_is_large_from_four_thousand_bytes_on() {
    assert!(!Heap::is_large(&"a".repeat(3_999)));
    assert!(Heap::is_large(&"a".repeat(4_000)));
    assert!(Heap::is_large(&"ü".repeat(2_000)));
}

/// A reply as a stranger may send it.
fn sent(assessment: &Assessment, (id, side, revision, round): (u8, Side, u32, u32)) -> SentReply {
    let reply = Reply { revision, ..replies::reply(&format!("person-{id}"), side, Answers::default()) };
    SentReply { round, ..replies::sent(assessment, reply) }
}

fn community() -> Assessment {
    let now = "2026-11-20T16:05:00Z".parse().unwrap();
    Assessment::new(AssessmentId::from_random([9; 16]), now, bundled())
}

fn side() -> impl Strategy<Value = Side> {
    prop_oneof![Just(Side::Organisation), Just(Side::Members)]
}

fn some() -> impl Strategy<Value = Vec<(u8, Side, u32, u32)>> {
    let round = prop_oneof![9 => Just(1_u32), 1 => Just(2)];
    proptest::collection::vec((0..6_u8, side(), 1..4_u32, round), 0..14)
}

proptest! {
    /// What a reply is at first, and what it is after those before it, is what the assessment itself says that received
    /// them one at a time.
    #[test]
    fn replies_are_judged_as_if_each_were_added_before_the_next_is_asked_about(there in some(), arriving in some()) {
        let mut before = community();
        for one in there {
            let sent = sent(&before, one);
            before.add_replies(&[sent]);
        }
        let mut after = before.clone();
        let mut arrivals = Arrivals::at(&before);
        let all: Vec<SentReply> = arriving.into_iter().map(|one| sent(&before, one)).collect();
        for sent in &all {
            let expected = (before.consider(sent), after.consider(sent));
            prop_assert_eq!(arrivals.judge(sent), expected);
            after.add_replies(std::slice::from_ref(sent));
        }
        let mut at_once = before.clone();
        at_once.add_replies(&all);
        prop_assert_eq!(at_once, after);
    }

    /// Adding what a heap says it would add is adding all of it: nothing is said to be added and then is not.
    #[test]
    fn what_is_said_to_be_added_is_what_is_added(there in some(), arriving in some()) {
        let mut before = community();
        for one in there {
            let sent = sent(&before, one);
            before.add_replies(&[sent]);
        }
        let all: Vec<SentReply> = arriving.into_iter().map(|one| sent(&before, one)).collect();
        let text = lines(&all);
        let found = link::sift(&text, &before, bundled());
        prop_assert_eq!(found.len(), all.len());
        let (mut said, mut whole) = (before.clone(), before.clone());
        let chosen: Vec<SentReply> = link::addable(&found).cloned().collect();
        let told = said.add_replies(&chosen);
        prop_assert!(told.iter().all(|one| matches!(one, Arrival::New | Arrival::Replaces)), "{:?}", told);
        whole.add_replies(&all);
        prop_assert_eq!(said, whole);
    }
}

#[test]
fn an_id_of_both_sides_in_one_heap_counts_for_the_side_that_came_first() {
    let assessment = community();
    let all = [(1, Side::Members, 1, 1), (1, Side::Organisation, 2, 1)].map(|one| sent(&assessment, one));
    let text = lines(&all);
    let found = link::sift(&text, &assessment, bundled());
    let [Finding::Reply(_, Arrival::New), Finding::Reply(_, Arrival::OtherSide)] = found.as_slice() else {
        panic!("{found:?}")
    };
}

#[test]
fn beyond_what_fits_each_is_too_many_but_a_later_one_of_somebody_is_not() {
    let mut assessment = community();
    let many = limits::REPLIES - 1;
    let replies = (0..many).map(|at| Reply { id: at.to_string(), ..sent(&assessment, (0, Side::Members, 1, 1)).reply });
    assessment.answered.replies = std::sync::Arc::new(replies.collect());
    let mut arrivals = Arrivals::at(&assessment);
    let mut judge = |id: &str, revision: u32| {
        let mut sent = sent(&assessment, (0, Side::Members, revision, 1));
        sent.reply.id = id.to_owned();
        arrivals.judge(&sent)
    };
    assert_eq!(judge("last", 1), (Arrival::New, Arrival::New));
    assert_eq!(judge("beyond", 1), (Arrival::New, Arrival::TooMany));
    assert_eq!(judge("last", 2), (Arrival::New, Arrival::Replaces));
    assert_eq!(judge("7", 2), (Arrival::Replaces, Arrival::Replaces));
    assert_eq!(judge("last", 2), (Arrival::New, Arrival::AlreadyThere));
    let mut summarised = community();
    summarised.answered.summary.members = Some(Summary { count: 5, ..Summary::default() });
    let reply = sent(&summarised, (0, Side::Members, 1, 1));
    assert_eq!(Arrivals::at(&summarised).judge(&reply), (Arrival::Summarised, Arrival::Summarised));
}
