//! Many voices without a server: inviting, answering, collecting; and the edits behind it.

use common_ground::app::view::{self, ReplyBody};
use common_ground::app::{Effect, Msg, Notice, ReplyEdit, Source, Storage, owes};
use common_ground::assessment::{Answer, Arrival, Edit, Instant, Reply, SentReply};
use common_ground::assessment::{Asked, Question, Refusal};
use common_ground::catalogue::content::Scale;
use common_ground::catalogue::{Contribution, Level, Phase, Side, Step, bundled};
use common_ground::link::{self, Content, Finding};
use common_ground::route::{Place, Route};
use common_ground::score::Voice;
use common_ground::text::EN;

use super::page::{Page, id};

#[expect(clippy::unnecessary_wraps, reason = "answers are optional where it is used")]
fn step(number: u8) -> Option<Answer> {
    Some(Answer::Step(Step::new(number).unwrap()))
}

/// A leader's page with a community of the phase launch, invitations ready.
pub fn leader() -> Page {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::Name("Bridge inspectors".into())));
    page.send(Msg::Edit(Edit::Phase(Phase::Launch)));
    page.send(Msg::Edit(Edit::ReplyTo("lead@example.org".into())));
    let id = page.open().id.clone();
    page.send(Msg::Went(Route::assessment(id.as_str(), Place::Voices)));
    page
}

pub fn invitation(leader: &Page, side: Side) -> String {
    link::invite(&leader.open().invitation(side), bundled()).unwrap()
}

/// A person in a browser of their own who opens an invitation and answers every importance with the same step.
pub fn answer(seed: u32, token: &str, importance: u8) -> Page {
    let mut page = Page::seeded(seed);
    page.send(Msg::Went(Route::Link(format!("/v/{token}"))));
    let items: Vec<_> =
        page.model.replying().unwrap().0.invitation.items.iter().map(common_ground::assessment::Item::id).collect();
    for item in items {
        page.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, item, step(importance))));
    }
    page.send(Msg::Reply(ReplyEdit::Worth(step(3))));
    page
}

/// The line at the end of a reply.
pub fn code(page: &mut Page) -> String {
    let (draft, _) = page.model.replying().unwrap();
    let last = draft.pages().len() - 1;
    let Route::Reply { key, .. } = page.model.route.clone() else { panic!("not replying") };
    page.send(Msg::Went(Route::Reply { key, page: last }));
    match view::reply(&page.model).unwrap().body {
        ReplyBody::End(end) => end.code,
        other => panic!("the last page shows {other:?}"),
    }
}

fn collect(leader: &mut Page, text: &str) {
    leader.send(Msg::Sift(text.to_owned()));
    leader.send(Msg::AddFound);
}

#[test]
fn five_members_and_a_sponsor_are_heard_after_one_paste() {
    let mut leader = leader();
    let members = invitation(&leader, Side::Members);
    let sponsors = invitation(&leader, Side::Organisation);
    let mut text = String::from("Dear all,\n");
    for (seed, importance) in [(100, 0), (200, 1), (300, 3), (400, 4), (500, 4)] {
        let line = code(&mut answer(seed, &members, importance));
        text.extend(["> here is mine\n> ", &line, "\n> thanks\n\n"]);
    }
    text.push_str(&code(&mut answer(600, &sponsors, 2)));
    collect(&mut leader, &text);

    let results = &leader.model.open().unwrap().results;
    assert_eq!(results.counted.voices.members.importance, Voice::Replies(5));
    assert_eq!(results.counted.voices.organisation.importance, Voice::Replies(1));
    for item in &results.counted.items {
        assert_eq!(item.importance.members.unwrap().halves(), 6);
        assert_eq!(item.importance.organisation.unwrap().halves(), 4);
    }
    assert_eq!(leader.model.notice, Some(Notice::RepliesAdded { new: 6, replaced: 0 }));

    leader.send(Msg::Undo);
    assert!(leader.open().answered.replies.is_empty());
    leader.send(Msg::Redo);
    assert_eq!(leader.open().answered.replies.len(), 6);
}

#[test]
fn those_who_have_answered_and_do_not_count_yet_are_said_to() {
    let mut leader = leader();
    let members = invitation(&leader, Side::Members);
    let title = |leader: &Page| view::results(&leader.model).unwrap().sentence.title;
    for (seed, expected) in [
        (100, "One member has answered; four more answers are needed before any of them counts"),
        (200, "Two members have answered; three more answers are needed before any of them counts"),
    ] {
        collect(&mut leader, &code(&mut answer(seed, &members, 3)));
        assert_eq!(title(&leader), expected);
    }
    let seen = view::voices(&leader.model).unwrap();
    assert_eq!(seen.lead, "From the members, three more answers are needed before any of them counts.");
    assert_eq!(seen.talk.unwrap().none, EN.voices.talk_nobody);

    // Of one person who counts, nothing can stand out.
    let sponsors = invitation(&leader, Side::Organisation);
    collect(&mut leader, &code(&mut answer(600, &sponsors, 2)));
    let seen = view::voices(&leader.model).unwrap();
    let talk = seen.talk.unwrap();
    assert_eq!(talk.none, "Only one person counts so far, so there is nothing to compare yet.");
    assert_eq!(seen.lead, "From the members, three more answers are needed before any of them counts.");
    assert_eq!(talk.surprises, None, "nothing was estimated");
    assert_eq!(title(&leader), "Two members have answered; three more answers are needed before any of them counts");
    leader.rate(Side::Organisation, "O1", 1);
    assert_eq!(view::voices(&leader.model).unwrap().talk.unwrap().surprises, Some(Vec::new()));

    for seed in [300, 400, 500] {
        collect(&mut leader, &code(&mut answer(seed, &members, 2)));
    }
    let seen = view::voices(&leader.model).unwrap();
    assert_eq!((seen.lead.as_str(), seen.talk.unwrap().none), (EN.voices.talk_none, EN.voices.talk_none));
}

#[test]
fn nothing_is_added_before_it_is_confirmed_and_everything_found_is_said() {
    let mut leader = leader();
    let token = invitation(&leader, Side::Members);
    let one = code(&mut answer(100, &token, 1));
    collect(&mut leader, &one);
    let mut person = answer(200, &token, 2);
    let first = code(&mut person);
    person.send(Msg::Reply(ReplyEdit::Worth(step(0))));
    let second = code(&mut person);
    let foreign = {
        let other = Page::seeded(900);
        let mut other = other;
        other.create();
        other.send(Msg::Edit(Edit::Name("Elsewhere".into())));
        let id = other.open().id.clone();
        other.send(Msg::Went(Route::assessment(id.as_str(), Place::Voices)));
        code(&mut answer(300, &invitation(&other, Side::Members), 3))
    };
    let cut = &first[..first.len() - 12];
    let text = format!("{one}\n{first}\n{second}\n{second}\n{foreign}\n{cut}\n{}\n", link::ROUTE.to_owned() + &token);
    leader.send(Msg::Sift(text));
    assert_eq!(leader.open().answered.replies.len(), 1, "only looked through");

    let found = leader.model.open_heap().unwrap().found(leader.open());
    let arrivals: Vec<String> = found
        .iter()
        .map(|finding| match finding {
            Finding::Reply(sent, arrival) => format!("{arrival:?} {}", sent.reply.revision),
            Finding::Again => "again".to_owned(),
            Finding::Earlier => "earlier".to_owned(),
            Finding::Invitation => "invitation".to_owned(),
            Finding::OtherKind => "other".to_owned(),
            Finding::Unreadable(_, why) => why.clone(),
        })
        .collect();
    assert_eq!(arrivals[0], "AlreadyThere 1");
    assert_eq!(arrivals[1], "earlier", "an earlier one of a person whose later one is here too");
    assert_eq!(arrivals[2], "New 2");
    assert_eq!(arrivals[3], "again");
    assert_eq!(arrivals[4], "Foreign 1");
    assert!(arrivals[5].starts_with("the link was cut short: "), "{}", arrivals[5]);
    assert_eq!(arrivals[6], "invitation");

    leader.send(Msg::AddFound);
    let replies = &leader.open().answered.replies;
    assert_eq!(replies.len(), 2);
    assert_eq!(replies[1].answers.worth, step(0), "the later of two");
}

#[test]
fn answering_twice_replaces_the_earlier_reply() {
    let mut leader = leader();
    let mut person = answer(100, &invitation(&leader, Side::Members), 2);
    let first = code(&mut person);
    collect(&mut leader, &first);
    let item = leader.open().answered.items[0].id();
    person.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, item, step(4))));
    assert!(view::reply(&person.model).unwrap().again.is_some(), "the page says that it replaces");
    let second = code(&mut person);
    leader.send(Msg::Sift(second.clone()));
    assert!(matches!(
        leader.model.open_heap().unwrap().found(leader.open())[..],
        [Finding::Reply(_, Arrival::Replaces)]
    ));
    leader.send(Msg::AddFound);
    assert_eq!(leader.open().answered.replies.len(), 1);
    assert_eq!(leader.open().answered.replies[0].answers.importance.get(&item).copied(), step(4));
    collect(&mut leader, &first);
    assert_eq!(
        leader.open().answered.replies[0].answers.importance.get(&item).copied().unwrap(),
        step(4).unwrap(),
        "the earlier one is late"
    );
}

#[test]
fn a_reply_can_be_left_and_resumed() {
    let leader = leader();
    let token = invitation(&leader, Side::Members);
    let mut person = Page::seeded(100);
    person.send(Msg::Went(Route::Link(format!("/v/{token}"))));
    for item in ["O1", "O2", "O3", "O4"] {
        person.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, id(item), step(2))));
    }
    person.send(Msg::Reply(ReplyEdit::Name("Ada".into())));
    let mut later = Page::seeded(500);
    later.drafts = person.drafts.clone();
    later.start();
    later.send(Msg::Went(Route::Link(format!("/v/{token}"))));
    let (draft, page) = later.model.replying().unwrap();
    assert_eq!(draft.sent, person.model.replying().unwrap().0.sent);
    assert_eq!(page, 1, "the page of the fifth item");
    assert_eq!(draft.sent.reply.name.as_deref(), Some("Ada"));
}

/// What was done to storage about replies that were begun, in order.
fn about_drafts(page: &Page) -> Vec<&Effect> {
    let about =
        |effect: &&Effect| matches!(effect, Effect::KeepDraft { .. } | Effect::DropDraft(_) | Effect::PutAside(_));
    page.effects.iter().filter(about).collect()
}

#[test]
fn a_begun_reply_that_cannot_be_read_is_put_aside_before_another_takes_its_place() {
    let leader = leader();
    let token = invitation(&leader, Side::Members);
    let (key, written) = answer(100, &token, 2).drafts.pop_first().unwrap();
    for unreadable in ["", "no link at all\n\n", &written.replacen('A', "Z", 3), &format!("{token}\n{token}\n")] {
        let mut later = Page::seeded(500);
        later.drafts.insert(key.clone(), unreadable.to_owned());
        later.start();
        assert_eq!(later.drafts[&key], unreadable, "it blocks nothing, and stays where it is");
        assert!(later.model.drafts.is_empty());
        later.send(Msg::Went(Route::Link(format!("/v/{token}"))));
        let Some(aside) = later.model.aside.first().cloned() else { panic!("{unreadable:?} is overwritten") };
        assert_eq!((&*aside.text, aside.key), (unreadable, format!("reply.{key}")));
        assert!(!aside.why.is_empty());
        // First its place is free, since storage may be full.
        assert!(
            matches!(about_drafts(&later)[..], [Effect::DropDraft(_), Effect::PutAside(_), Effect::KeepDraft { .. }]),
            "{:?}",
            about_drafts(&later)
        );
        later.send(Msg::Reply(ReplyEdit::Worth(step(3))));
        assert_eq!(about_drafts(&later).len(), 4, "once is enough");
    }
}

#[test]
fn a_reply_that_storage_refuses_stays_on_the_page_until_it_is_kept() {
    let leader = leader();
    let mut person = answer(100, &invitation(&leader, Side::Members), 2);
    let (key, kept) = person.drafts.pop_first().unwrap();
    let renews = |person: &mut Page| {
        person.effects.clear();
        person.send(Msg::Renew);
        person.effects.contains(&Effect::Renew)
    };
    let worth = |person: &Page| person.model.replying().unwrap().0.sent.reply.answers.worth;
    assert!(renews(&mut person), "all of it is in storage");
    person.full = true;
    person.send(Msg::Reply(ReplyEdit::Worth(step(1))));
    assert_eq!(person.model.notice, Some(Notice::DraftRefused));
    assert!(renews(&mut person) && owes(&person.model), "its last answer is in the journal");

    // Storage is looked at again, and holds what it held before, or nothing.
    for record in [Some(kept.clone()), None] {
        person.send(Msg::DraftElsewhere { key: key.clone(), record });
        assert_eq!(worth(&person), step(1));
        assert!(!renews(&mut person) && !owes(&person.model), "what another tab has written is later there");
    }
    person.full = false;
    person.send(Msg::Reply(ReplyEdit::Worth(step(0))));
    assert!(renews(&mut person));
    person.send(Msg::DraftElsewhere { key: key.clone(), record: Some(kept.clone()) });
    assert_eq!(worth(&person), step(3), "what another tab has kept counts again");

    // A reply that was shown to be sent elsewhere is later than one that was not.
    let mut elsewhere = Page::seeded(500);
    elsewhere.drafts.insert(key.clone(), kept);
    elsewhere.start();
    elsewhere.send(Msg::Went(person.model.route.clone()));
    code(&mut elsewhere);
    person.full = true;
    person.send(Msg::Reply(ReplyEdit::Worth(step(1))));
    person.send(Msg::DraftElsewhere { key: key.clone(), record: elsewhere.drafts.remove(&key) });
    assert_eq!(worth(&person), step(3));
}

#[test]
fn a_reply_that_another_tab_has_kept_and_this_one_cannot_read_takes_nothing_from_the_screen() {
    let leader = leader();
    let mut person = answer(100, &invitation(&leader, Side::Members), 2);
    let (key, _) = person.drafts.first_key_value().unwrap();
    let key = key.clone();
    let before = person.model.replying().unwrap().0.clone();
    for theirs in ["one of a newer page", "another one"] {
        person.send(Msg::DraftElsewhere { key: key.clone(), record: Some(theirs.into()) });
        assert_eq!(person.model.replying().unwrap().0.sent, before.sent);
    }
    person.effects.clear();
    person.send(Msg::Renew);
    assert_eq!(person.effects, [], "what is on the screen is nowhere else");
    person.send(Msg::Reply(ReplyEdit::Worth(step(1))));
    let [Effect::DropDraft(_), Effect::PutAside(aside), Effect::KeepDraft { .. }] = about_drafts(&person)[..] else {
        panic!("{:?}", about_drafts(&person))
    };
    assert_eq!(aside.text, "another one", "as it was in storage when another took its place");

    person.send(Msg::DraftElsewhere { key: key.clone(), record: Some("a third one".into()) });
    person.effects.clear();
    person.send(Msg::Emptied);
    let kept = [Effect::KeepDraft { key, record: "a third one".into() }];
    assert!(about_drafts(&person).iter().any(|effect| kept.contains(effect)), "what cannot be read is kept as well");
}

#[test]
fn members_are_asked_for_themselves_and_others_for_the_organisation_whether_it_is_worth_it() {
    let mut leader = leader();
    for (phase, members, organisation) in [
        (Phase::Plan, "Would what you get be worth what you put in?", EN.asking.worth_plan),
        (Phase::Launch, "Is what you get worth what you put in?", EN.asking.worth_now),
    ] {
        leader.send(Msg::Edit(Edit::Phase(phase)));
        for (side, expected) in [(Side::Members, members), (Side::Organisation, organisation)] {
            let mut person = answer(100, &invitation(&leader, side), 1);
            let Route::Reply { key, .. } = person.model.route.clone() else { panic!("not replying") };
            let pages = person.model.replying().unwrap().0.pages().len();
            let asked = (0..pages).find_map(|page| {
                person.send(Msg::Went(Route::Reply { key: key.clone(), page }));
                match view::reply(&person.model).unwrap().body {
                    ReplyBody::Worth(worth) => Some(worth.ask),
                    _ => None,
                }
            });
            assert_eq!(asked, Some(expected));
        }
    }
}

#[test]
fn a_reply_without_an_answer_is_not_ready_and_counts_all_that_is_asked() {
    let leader = leader();
    let token = invitation(&leader, Side::Members);
    let mut person = Page::seeded(100);
    person.send(Msg::Went(Route::Link(format!("/v/{token}"))));
    let done = |person: &Page| view::reply(&person.model).unwrap().done;
    // Importance and delivered of twelve, worth, the top three.
    assert_eq!(done(&person), (0, 26));
    let Route::Reply { key, .. } = person.model.route.clone() else { panic!("not replying") };
    let last = person.model.replying().unwrap().0.pages().len() - 1;
    let end = Route::Reply { key: key.clone(), page: last };
    person.send(Msg::Reply(ReplyEdit::Name("Ada".into())));
    person.send(Msg::Went(end.clone()));
    let first = Route::Reply { key, page: 0 }.address();
    assert_eq!(view::reply(&person.model).unwrap().body, ReplyBody::Empty(first), "a name alone says nothing");
    assert!(!person.model.replying().unwrap().0.shown, "and was not shown to be sent");
    person.send(Msg::Reply(ReplyEdit::Worth(step(3))));
    assert_eq!(done(&person), (1, 26));
    person.send(Msg::Went(end));
    let ReplyBody::End(seen) = view::reply(&person.model).unwrap().body else { panic!("an answer can be sent") };
    let (words, asked) = seen.open.unwrap();
    assert_eq!(words, (common_ground::text::EN.reply.end_open)(25));
    let first = person.model.replying().unwrap().0.invitation.items[0].id();
    assert_eq!(asked.element, format!("reply-importance-{first}"));
    assert!(asked.address.ends_with("/1"), "{}", asked.address);
    assert_eq!(seen.also, ["Worth it: yes.", "It carries your name: Ada."]);
}

#[test]
fn the_end_of_a_reply_says_of_each_thing_how_important_it_is_and_what_has_arrived() {
    let mut person = answer(100, &invitation(&leader(), Side::Members), 2);
    for (item, question, answered) in [
        ("O6", Question::Importance, 3),
        ("O1", Question::Importance, 3),
        ("M1", Question::Importance, 4),
        ("O1", Question::Delivered, 1),
    ] {
        person.send(Msg::Reply(ReplyEdit::Rate(question, id(item), step(answered))));
    }
    code(&mut person);
    let ReplyBody::End(seen) = view::reply(&person.model).unwrap().body else { panic!("an answer can be sent") };
    let (sentence, rows) = seen.says;
    assert_eq!(sentence, "Three expectations are important or essential:");
    let rows: Vec<(&str, &str)> = rows.iter().map(|row| (row.importance, row.delivered.as_str())).collect();
    assert_eq!(rows, [("essential", ""), ("important", "so far: a little"), ("important", "")]);
}

#[test]
fn the_end_of_a_reply_leads_to_each_question_and_each_page_back_to_the_end() {
    let mut leader = leader();
    leader.send(Msg::Edit(Edit::Ask(Asked::Contribution, true)));
    let mut person = answer(100, &invitation(&leader, Side::Members), 3);
    let pages = |person: &Page| person.model.replying().unwrap().0.pages();
    let Route::Reply { key, .. } = person.model.route.clone() else { panic!("not replying") };
    let go = |person: &mut Page, page| person.send(Msg::Went(Route::Reply { key: key.clone(), page }));
    go(&mut person, 0);
    assert_eq!(view::reply(&person.model).unwrap().end, None, "whoever has not been there is not led there");
    code(&mut person);
    let ReplyBody::End(seen) = view::reply(&person.model).unwrap().body else { panic!("an answer can be sent") };
    for row in &seen.says.1 {
        let Route::Reply { page, .. } = Route::parse(&row.asked.address) else { panic!("a page of the reply") };
        go(&mut person, page);
        let ReplyBody::Items(items) = view::reply(&person.model).unwrap().body else { panic!("a page with items") };
        let item = items.iter().find(|item| item.number == row.number).unwrap();
        assert!(item.questions.iter().any(|(_, _, choice)| choice.element == row.asked.element));
    }
    // Every question that is open is led to where it is asked, whatever its kind.
    let last = pages(&person).len() - 1;
    let mut led = Vec::new();
    for _ in 0..40 {
        go(&mut person, last);
        let ReplyBody::End(seen) = view::reply(&person.model).unwrap().body else { panic!("an answer can be sent") };
        let Some((_, asked)) = seen.open else { break };
        let element = asked.element.trim_start_matches("reply-").to_owned();
        let edit = match element.split_once('-') {
            Some(("delivered", item)) => ReplyEdit::Rate(Question::Delivered, id(item), step(1)),
            Some(("top", _)) => ReplyEdit::Top(vec![id("M1")]),
            _ => ReplyEdit::Pledge(Contribution::from_key(&element).unwrap(), step(1)),
        };
        person.send(Msg::Reply(edit));
        led.push(element);
    }
    assert_eq!((led.len(), &*led[12]), (12 + 1 + 5, "top-members-0"), "{led:?}");
    assert!(led[13..].contains(&"time".to_owned()));

    let end = Route::Reply { key: key.clone(), page: last }.address();
    for page in 0..last {
        go(&mut person, page);
        let seen = view::reply(&person.model).unwrap();
        assert_eq!(seen.end.or(seen.next.map(|(_, next)| next).filter(|next| *next == end)), Some(end.clone()));
    }
}

#[test]
fn where_the_browser_keeps_nothing_a_reply_is_to_be_given_in_one_go() {
    let mut person = answer(100, &invitation(&leader(), Side::Members), 3);
    let said = |person: &Page| {
        let opening = view::reply(&person.model).unwrap().opening.unwrap();
        [vec![opening.lead], opening.privacy].concat().join(" ")
    };
    let Route::Reply { key, .. } = person.model.route.clone() else { panic!("not replying") };
    person.send(Msg::Went(Route::Reply { key, page: 0 }));
    assert!(said(&person).contains(EN.reply.pause) && view::keeping(&person.model).is_none());
    person.model.storage = Storage::TabOnly;
    assert!(said(&person).contains(EN.reply.no_pause) && said(&person).contains(EN.reply.privacy_tab));
    assert!(!said(&person).contains(EN.reply.pause));
    let bar = view::keeping(&person.model).unwrap();
    assert_eq!((&*bar.title, &*bar.lead, bar.save), (EN.reply.tab_title, EN.reply.tab_lead, None));
    code(&mut person);
    let ReplyBody::End(seen) = view::reply(&person.model).unwrap().body else { panic!("an answer can be sent") };
    assert_eq!(seen.later, EN.reply.sent_later_tab);
}

#[test]
fn all_that_a_reply_carries_is_said_before_it_is_sent() {
    let mut leader = leader();
    leader.send(Msg::Edit(Edit::Ask(Asked::Guess, true)));
    leader.send(Msg::Edit(Edit::Ask(Asked::Contribution, true)));
    let mut person = answer(100, &invitation(&leader, Side::Members), 1);
    person.send(Msg::Reply(ReplyEdit::Rate(Question::Guess, id("O1"), step(4))));
    person.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, id("O2"), Some(Answer::DontKnow))));
    person.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, id("O3"), step(4))));
    for item in ["O2", "O3", "O4"] {
        person.send(Msg::Reply(ReplyEdit::Rate(Question::Delivered, id(item), step(2))));
    }
    person.send(Msg::Reply(ReplyEdit::Top(vec![id("O1"), id("M1")])));
    person.send(Msg::Reply(ReplyEdit::Pledge(Contribution::Time, step(3))));
    person.send(Msg::Reply(ReplyEdit::Amount(Contribution::Time, "two hours on Fridays".into())));
    person.send(Msg::Reply(ReplyEdit::Amount(Contribution::Funding, "my train fare".into())));
    code(&mut person);
    let ReplyBody::End(seen) = view::reply(&person.model).unwrap().body else { panic!("an answer can be sent") };
    let firm = bundled().word(Scale::Contribution, Step::new(3).unwrap());
    let named = |id: &str| bundled().item(id.parse().unwrap()).unwrap().statement.clone();
    assert_eq!(
        seen.also,
        [
            "It also carries what was said of ten expectations that matter less.".to_owned(),
            "It also carries “don’t know” for the importance of one expectation.".to_owned(),
            // Of the third it stands beside its importance.
            "It also carries what was said to have arrived of two other expectations.".to_owned(),
            format!("Matters most: {}; {}.", named("O1"), named("M1")),
            "It carries a guess of what the other side wants for one expectation.".to_owned(),
            "Worth it: yes.".to_owned(),
            "Put in: funding, my train fare.".to_owned(),
            format!("Put in: time, {firm}, two hours on Fridays."),
        ]
    );
}

#[test]
fn somebody_else_in_the_same_browser_answers_beside_the_first_and_both_count() {
    let mut leader = leader();
    let invitation = invitation(&leader, Side::Members);
    let mut page = answer(100, &invitation, 4);
    let first = code(&mut page);
    assert_eq!(view::reply(&page.model).unwrap().again, None, "whoever has just answered knows");
    page.send(Msg::Went(Route::Link(format!("/v/{invitation}"))));
    assert_eq!(view::reply(&page.model).unwrap().again, Some(EN.reply.again));

    page.send(Msg::AnswerAnew);
    let seen = view::reply(&page.model).unwrap();
    assert_eq!((seen.done.0, seen.page.0, seen.again), (0, 1, None));
    page.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, id("O1"), step(1))));
    let second = code(&mut page);
    collect(&mut leader, &format!("{first}\n{second}"));
    assert_eq!(leader.model.notice, Some(Notice::RepliesAdded { new: 2, replaced: 0 }));

    // Both stay here, and the invitation leads to the one of whom it was last.
    assert_eq!((page.model.drafts.len(), page.drafts.len()), (2, 2));
    page.send(Msg::Went(Route::Link(format!("/v/{invitation}"))));
    assert_eq!(page.model.replying().unwrap().0.sent.reply.answers.importance.len(), 1);
}

#[test]
fn a_reply_that_is_forgotten_can_be_brought_back_as_any_other_change() {
    let leader = leader();
    let mut page = answer(100, &invitation(&leader, Side::Members), 4);
    let line = code(&mut page);
    let (key, kept) = (page.model.drafts.keys().next().unwrap().clone(), page.drafts.clone());
    page.send(Msg::ForgetDraft(key.clone()));
    assert!(page.drafts.is_empty() && page.model.route == Route::Home);
    assert!(view::notice(&page.model).unwrap().undo);
    page.send(Msg::Undo);
    assert_eq!(page.drafts, kept);
    page.send(Msg::Went(Route::Reply { key: key.clone(), page: 0 }));
    assert_eq!(code(&mut page), line, "the same reply of the same person");

    page.send(Msg::ForgetDraft(key.clone()));
    page.send(Msg::Dismiss);
    // One that was begun since stays beside it.
    page.send(Msg::Went(Route::Link(format!("/v/{}", invitation(&leader, Side::Members)))));
    let (begun, _) = page.drafts.first_key_value().unwrap();
    assert_eq!(*begun, key);
    page.send(Msg::Went(Route::Home));
    page.send(Msg::Undo);
    assert_eq!(page.drafts.len(), 2);
    assert!(page.drafts.values().any(|draft| kept.values().any(|kept| kept == draft)));
    assert!(matches!(page.model.notice, Some(Notice::Undone(_))));
    page.send(Msg::Undo);
    assert_eq!(page.drafts.len(), 2, "nothing was done before");
    page.send(Msg::Redo);
    assert_eq!(page.drafts.len(), 1);
}

#[test]
fn a_reply_carries_only_what_was_asked() {
    let mut leader = leader();
    leader.send(Msg::Edit(Edit::Ask(Asked::Top, false)));
    leader.send(Msg::Edit(Edit::Ask(Asked::Delivered, false)));
    let mut person = answer(100, &invitation(&leader, Side::Members), 2);
    person.send(Msg::Reply(ReplyEdit::Rate(Question::Delivered, id("O1"), step(2))));
    person.send(Msg::Reply(ReplyEdit::Rate(Question::Guess, id("O1"), step(2))));
    person.send(Msg::Reply(ReplyEdit::Top(vec![id("O1")])));
    let Ok(Content::Reply(sent)) = link::decode(&code(&mut person), bundled()) else { panic!("a reply") };
    let answers = &sent.reply.answers;
    assert_eq!((answers.delivered.len(), answers.guess.len(), answers.top.len()), (0, 0, 0));
    assert_eq!(answers.importance.len(), 12);
    assert_eq!(sent.reply.name, None, "no name unless typed");
}

#[test]
fn an_invitation_carries_nothing_of_the_answers() {
    let mut one = leader();
    let before = invitation(&one, Side::Members);
    one.rate(Side::Members, "O1", 4);
    one.send(Msg::Edit(Edit::Worth(Side::Organisation, step(1))));
    one.send(Msg::Edit(Edit::ItemNote(id("O1"), "secret".into())));
    one.send(Msg::Edit(Edit::Purpose("to be kept".into())));
    assert_eq!(invitation(&one, Side::Members), before);
    let person = answer(100, &before, 3);
    collect(&mut one, &code(&mut { person }));
    assert_eq!(invitation(&one, Side::Members), before);
}

#[test]
fn a_reply_opened_where_it_belongs_offers_to_be_added_and_elsewhere_says_so() {
    let mut leader = leader();
    let mut person = answer(100, &invitation(&leader, Side::Members), 2);
    let line = code(&mut person);
    leader.send(Msg::Went(Route::Home));
    leader.send(Msg::Open { text: line.clone(), source: Source::Paste });
    assert!(matches!(leader.model.route, Route::Assessment { place: Place::Voices, .. }));
    assert!(leader.effects.contains(&Effect::Focus("found")), "what it would add takes the focus");
    assert!(leader.open().answered.replies.is_empty());
    leader.send(Msg::AddFound);
    assert_eq!(leader.open().answered.replies.len(), 1);

    let mut stranger = Page::seeded(700);
    stranger.send(Msg::Open { text: line.clone(), source: Source::Paste });
    assert_eq!(stranger.model.notice, Some(Notice::ReplyForNobody));

    person.send(Msg::Went(Route::Home));
    person.send(Msg::Open { text: line, source: Source::Paste });
    assert!(matches!(person.model.route, Route::Reply { .. }), "one's own reply is shown");
}

#[test]
fn whoever_was_sent_the_picture_answers_for_their_side_and_the_reply_counts_where_it_came_from() {
    let mut leader = leader();
    leader.add_own("A tool library");
    let picture = link::encode(leader.open(), link::Carried::default(), bundled()).unwrap();
    let mut sponsor = Page::seeded(100);
    sponsor.send(Msg::Went(Route::Link(format!("/v/{picture}"))));
    assert_eq!(sponsor.model.route, Route::Guest);
    sponsor.send(Msg::AnswerGuest(Side::Organisation));

    let (draft, page) = sponsor.model.replying().unwrap();
    let mut expected = leader.open().invitation(Side::Organisation);
    expected.asks.reply_to.clear();
    assert_eq!((&*draft.invitation, page), (&expected, 0), "an address is a name, and names stayed at home");
    assert_eq!(sponsor.effects.last(), Some(&Effect::Go(sponsor.model.route.clone())));
    sponsor.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, id("O1"), step(4))));
    sponsor.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, id("own-1"), step(3))));
    let line = code(&mut sponsor);
    assert!(sponsor.model.shelf.is_empty(), "answering keeps no copy");

    collect(&mut leader, &line);
    assert_eq!(leader.model.notice, Some(Notice::RepliesAdded { new: 1, replaced: 0 }));
    let answers = &leader.open().answered.replies[0].answers;
    assert_eq!(answers.importance.get(&id("own-1")).copied(), step(3));

    // Whoever opens the picture again goes on where it was left.
    sponsor.send(Msg::Went(Route::Guest));
    sponsor.send(Msg::AnswerGuest(Side::Organisation));
    assert_eq!(sponsor.model.replying().unwrap().0.sent.reply.answers.importance.len(), 2);
}

#[test]
fn what_could_not_be_opened_is_forgotten_once_something_can() {
    let leader = leader();
    let link = invitation(&leader, Side::Members);
    for text in ["Dear all, see you on Monday.", "{\"format\": \"acme\"}"] {
        let mut person = Page::seeded(100);
        person.send(Msg::Open { text: text.to_owned(), source: Source::Paste });
        assert!(matches!(person.model.notice, Some(Notice::Unreadable(_))), "{text}");
        person.send(Msg::Open { text: link.clone(), source: Source::Paste });
        assert_eq!(person.model.notice, None, "{text}");
        assert!(matches!(person.model.route, Route::Reply { .. }));
    }
}

#[test]
fn a_locked_link_asks_for_its_phrase_and_says_when_it_is_wrong() {
    let mut leader = leader();
    leader.send(Msg::Lock("correct horse".into()));
    let token = leader.model.locked.as_ref().unwrap().token.clone();
    let mut guest = Page::seeded(100);
    guest.send(Msg::Went(Route::Link(format!("/v/{token}"))));
    assert_eq!(guest.model.route, Route::Home, "the fragment leaves the address");
    assert_eq!(view::sealed(&guest.model), Some(None));
    guest.send(Msg::Unlock("wrong".into()));
    let why = view::sealed(&guest.model).unwrap().unwrap();
    assert!(why.contains("pass-phrase"), "{why}");
    guest.send(Msg::Unlock("correct horse".into()));
    assert_eq!(guest.model.route, Route::Guest);
    assert_eq!(guest.model.guest.as_ref().unwrap().assessment.answered.community.name, "Bridge inspectors");
    assert_eq!(view::sealed(&guest.model), None);
}

#[test]
fn a_change_takes_the_lock_off() {
    let mut leader = leader();
    leader.send(Msg::Lock("correct horse".into()));
    assert!(view::share(&leader.model).unwrap().locked);
    leader.rate(Side::Members, "O1", 1);
    assert!(!view::share(&leader.model).unwrap().locked);
}

#[test]
fn replies_of_another_round_or_side_or_for_a_summary_are_not_added() {
    let mut leader = leader();
    let line = code(&mut answer(100, &invitation(&leader, Side::Members), 2));
    let Ok(Content::Reply(sent)) = link::decode(&line, bundled()) else { panic!("a reply") };
    let mut assessment = leader.open().clone();
    assert_eq!(assessment.consider(&SentReply { round: 2, ..(*sent).clone() }), Arrival::OtherRound(2));
    assert_eq!(assessment.add_replies(&[(*sent).clone()]), [Arrival::New]);
    let other = Reply { side: Side::Organisation, revision: 9, ..sent.reply.clone() };
    assert_eq!(assessment.consider(&SentReply { reply: other, ..(*sent).clone() }), Arrival::OtherSide);
    let later: Instant = "2030-01-01T00:00:00Z".parse().unwrap();
    let same = Reply { date: Some(later), ..sent.reply.clone() };
    assert_eq!(assessment.consider(&SentReply { reply: same, ..(*sent).clone() }), Arrival::Replaces);

    let mut copy = leader.open().clone();
    copy.answered.summary.members = Some(common_ground::assessment::Summary { count: 5, ..Default::default() });
    assert_eq!(copy.consider(&sent), Arrival::Summarised);
    collect(&mut leader, &line);
    let mut own = (*sent).clone();
    own.reply.id = "BBBBBBBB".into();
    own.reply.answers.top = vec![common_ground::catalogue::ItemId::own(7)];
    let unknown = common_ground::catalogue::ItemId::own(7);
    assert_eq!(leader.open().consider(&own), Arrival::UnknownItem(unknown));
}

#[test]
fn the_members_minimum_stays_at_three_or_more_and_is_a_promise() {
    let mut leader = leader();
    let refused = |leader: &mut Page, side, least| {
        leader.model.notice = None;
        leader.send(Msg::Edit(Edit::MinReplies(side, least)));
        leader.model.notice.clone()
    };
    let why = |refusal: Refusal| Some(Notice::Refused(refusal.to_string()));
    assert_eq!(refused(&mut leader, Side::Members, 2), why(Refusal::MinimumTooLow(3)));
    assert_eq!(refused(&mut leader, Side::Organisation, 0), why(Refusal::MinimumTooLow(1)));
    assert_eq!(refused(&mut leader, Side::Members, 3), None);
    assert_eq!(refused(&mut leader, Side::Members, 4), None);
    let line = code(&mut answer(100, &invitation(&leader, Side::Members), 2));
    collect(&mut leader, &line);
    assert_eq!(refused(&mut leader, Side::Members, 3), why(Refusal::MinimumPromised(4)));
    assert_eq!(refused(&mut leader, Side::Members, 6), None);
    assert_eq!(refused(&mut leader, Side::Organisation, 2), None, "nobody of that side has replied");
    assert_eq!(leader.open().answered.min_replies.members, 6);
}

#[test]
fn taking_out_a_reply_can_be_undone() {
    let mut leader = leader();
    let line = code(&mut answer(100, &invitation(&leader, Side::Members), 2));
    collect(&mut leader, &line);
    let id = leader.open().answered.replies[0].id.clone();
    leader.send(Msg::Edit(Edit::TakeOutReply(id)));
    assert!(leader.open().answered.replies.is_empty());
    leader.send(Msg::Undo);
    assert_eq!(leader.open().answered.replies.len(), 1);
}

#[test]
fn two_tabs_that_collect_at_once_keep_all_replies() {
    let mut leader = leader();
    let token = invitation(&leader, Side::Members);
    let (one, two) = (code(&mut answer(100, &token, 1)), code(&mut answer(200, &token, 2)));
    let mut other = Page::seeded(50);
    other.stored = leader.stored.clone();
    other.start();
    other.send(Msg::Went(leader.model.route.clone()));
    collect(&mut leader, &one);
    other.stored = leader.stored.clone();
    collect(&mut other, &two);
    assert_eq!(other.open().answered.replies.len(), 2);
}

#[test]
fn no_screen_export_or_summary_tells_a_single_answer_below_the_minimum() {
    let text = |answers: &[u8]| {
        let mut leader = leader();
        let token = invitation(&leader, Side::Members);
        let lines: Vec<String> =
            (0_u32..).zip(answers).map(|(at, step)| code(&mut answer(100 * (at + 1), &token, *step))).collect();
        collect(&mut leader, &lines.join("\n"));
        let model = &leader.model;
        let assessment = leader.open();
        let results = &model.open().unwrap().results;
        [
            format!("{:?}", view::voices(model)),
            format!("{:?}", view::replies(model).iter().map(|row| (&row.who, row.side)).collect::<Vec<_>>()),
            format!("{:?}", view::results(model)),
            format!("{:?}", view::portfolio(model)),
            format!("{:?}", view::expectations(model, common_ground::route::Part::Importance)),
            format!("{:?}", view::exchange(model)),
            common_ground::report::json(assessment, results, &[]),
            common_ground::report::csv::row(assessment, results),
            format!("{:?}", link::summary(&assessment.answered)),
            link::encode(assessment, link::Carried::default(), bundled()).unwrap(),
        ]
        .join("\n")
    };
    // The ids of the replies and the time are the same in both: only the answers differ.
    let one = text(&[0, 1, 2, 3]);
    let two = text(&[4, 4, 0, 1]);
    for (left, right) in one.lines().zip(two.lines()) {
        assert_eq!(left, right);
    }
    assert_ne!(text(&[0, 1, 2, 3, 4]), text(&[4, 4, 0, 1, 4]), "with a fifth reply the side is heard");
}

#[test]
fn what_was_heard_is_what_counts_and_the_estimate_is_told_beside_it() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let seen = view::expectations(&page.model, common_ground::route::Part::Importance).unwrap();
    let fourth = &seen.cards[3].choices.members;
    let heard = fourth.heard.as_ref().unwrap();
    assert_eq!(heard.words, "Heard from 9: 1 nice to have; estimate: 3");
    assert_eq!(Step::ALL.into_iter().filter(|step| heard.is(*step)).map(Step::number).collect::<Vec<_>>(), [1]);
    assert_eq!(fourth.answer, step(3), "the estimate is kept");
    // A half step lies between two; what is open is at none.
    for (level, steps) in [(Level::from_halves(5), &[2, 3][..]), (Level::from_halves(8), &[4]), (None, &[])] {
        let heard = view::Heard { words: String::new(), level };
        assert_eq!(Step::ALL.into_iter().filter(|step| heard.is(*step)).map(Step::number).collect::<Vec<_>>(), steps);
    }
}
