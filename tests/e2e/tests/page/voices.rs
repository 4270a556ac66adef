//! Many voices without a server: a leader invites, people reply from browsers of their own, the leader collects.

use common_ground::assessment::{Answer, Answers, AssessmentId, Reply, SentReply, reply_id};
use common_ground::catalogue::{ItemId, Side, Step, bundled};
use common_ground::link;
use common_ground::text::{EN, numbers};
use common_ground_e2e::browser::{Driver, keys};
use common_ground_e2e::page::{Page, Role};
use common_ground_e2e::stop::Must;

/// What the two sponsors and the six members say of every expectation: one step of importance each.
const SPONSORS: [u8; 2] = [4, 3];
const MEMBERS: [u8; 6] = [0, 1, 2, 3, 3, 4];

/// The middle of what they say: 3½ and 2½.
const MEDIANS: [&str; 2] = ["3½", "2½"];

/// The name of a side, as labels say it.
const fn word(side: Side) -> &'static str {
    match side {
        Side::Organisation => EN.results.organisation_word,
        Side::Members => EN.results.members_word,
    }
}

/// The link of an invitation.
#[track_caller]
pub fn invitation(page: &Page, side: Side) -> String {
    page.written(&(EN.inviting.link_label)(word(side)))
}

/// Answers an invitation in a fresh profile; gives the line at its end.
#[track_caller]
fn answer(driver: &Driver, invitation: &str, side: Side, importance: u8) -> String {
    let page = Page::before(driver);
    page.go(invitation);
    let line = answered(&page, side, importance);
    page.leave();
    line
}

/// Answers the invitation that is open; gives the line at its end.
#[track_caller]
pub fn answered(page: &Page, side: Side, importance: u8) -> String {
    page.wait_until("the questions are shown", || page.fragment().starts_with("#/r/"));
    let legend = match side {
        Side::Organisation => EN.reply.importance_organisation,
        Side::Members => EN.reply.importance_members,
    };
    let defaults: Vec<&str> =
        bundled().items.iter().filter(|item| item.default).map(|item| item.statement.as_str()).collect();
    for three in defaults.chunks(3) {
        for statement in three {
            page.find(Role::Group, &format!("{legend}: {statement}")).radio(&importance.to_string()).press();
        }
        let onward = page.all(Role::Link).into_iter().map(|link| link.text());
        let onward: Vec<String> = onward.filter(|words| words.starts_with(EN.reply.next)).collect();
        page.follow(onward.last().must("a way on"));
    }
    page.follow(EN.reply.finish);
    page.wait_until("the reply is shown", || page.heading() == EN.reply.end_title);
    let line = page.text_of("return document.getElementById('code').textContent");
    assert!(line.starts_with("cg:") && line.len() <= 56, "{line}");
    assert!(!page.fragment().contains("/v/"), "the invitation has left the address");
    line
}

/// A mail thread as programs leave it: quoted, wrapped, in a safe link, with tracking behind it.
fn thread(lines: &[String], foreign: &str) -> String {
    let mut text = String::from("Re: Re: your view\n\n");
    for (at, line) in lines.iter().enumerate() {
        let (start, end) = line.split_at(line.len() / 2);
        let message = match at % 4 {
            0 => format!("Hi,\nhere is mine: {line}.\nBest, A\n\n"),
            1 => format!("> On Monday somebody wrote:\n> > {start}\n> > {end}\n\n"),
            2 => {
                let token = line.trim_start_matches("cg:");
                format!(
                    "<https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fcg.example%2F%23%2Fv%2F{token}&data=05%7C01>\n\n"
                )
            }
            _ => format!("\"{line}\"\n-- \nSent from a phone, https://example.org/?utm_source=mail&amp;x=1\n\n"),
        };
        text.push_str(&message);
    }
    let again: Vec<&str> = lines.iter().step_by(5).map(String::as_str).collect();
    format!("{text}{}\n\nFrom another community:\n{foreign}\n", again.join("\n"))
}

#[test]
fn a_leader_invites_eight_people_reply_and_one_paste_brings_them_in() {
    let driver = Driver::start();
    let leader = Page::new(&driver);
    leader.begin("Elsewhere", "launch");
    leader.to(EN.frame.voices);
    let elsewhere = invitation(&leader, Side::Members);
    leader.home();
    leader.begin("Bridge inspectors", "launch");
    leader.to(EN.frame.voices);
    assert_eq!(leader.heading(), (EN.inviting.nobody)(1));
    let (sponsors, members) = (invitation(&leader, Side::Organisation), invitation(&leader, Side::Members));

    let foreign = answer(&driver, &elsewhere, Side::Members, 2);
    // One sponsor was sent the picture instead of an invitation, and answers from there.
    let picture = leader.link();
    leader.to(EN.frame.voices);
    let [first, second] = SPONSORS;
    let sponsor = Page::before(&driver);
    sponsor.go(&picture);
    sponsor.press(EN.share.guest_answer_organisation);
    let mut lines = vec![answered(&sponsor, Side::Organisation, first)];
    sponsor.leave();
    lines.push(answer(&driver, &sponsors, Side::Organisation, second));
    lines.extend(MEMBERS.iter().map(|step| answer(&driver, &members, Side::Members, *step)));

    leader.write(EN.inviting.collect_label, &thread(&lines, &foreign));
    let said = || leader.said();
    let text = &EN.inviting;
    leader.wait_until("what was found is said", || said().contains(&(text.found_new)(word(Side::Members), 6)));
    for expected in
        [(text.found_new)(word(Side::Organisation), 2), (text.found_again)(2), (text.found_elsewhere)(1, "Elsewhere")]
    {
        assert!(said().contains(&expected), "\"{expected}\" is missing in: {}", said());
    }
    leader.press(&(text.add)(8));
    leader.hear(&(EN.notices.replies_added)(8, 0));
    leader.wait_until("all have answered", || leader.heading() == (text.answered)(2, 6));
    let medians = |column: &str| {
        leader.text_of(&format!(
            "return [...document.querySelectorAll('.dist .n.{column}')].map((n) => n.textContent).join()"
        ))
    };
    for (column, median) in ["t-org", "t-mem"].into_iter().zip(MEDIANS) {
        let all = medians(column);
        let importance: Vec<&str> = all.split(',').take(12).collect();
        assert_eq!(importance, [median; 12], "{column}");
    }

    // Σ min ÷ Σ max of twelve times 3½ and 2½: 30 of 42.
    leader.to(EN.frame.results);
    let overlap = numbers::percent(30.0 / 42.0, 30.0 / 42.0, &[]);
    assert!(leader.heading().contains(&overlap), "{}", leader.heading());

    leader.to(EN.frame.voices);
    leader.press(EN.frame.undo);
    leader.wait_until("nobody has answered", || leader.heading() == (EN.inviting.nobody)(1));
    leader.leave();
}

#[test]
fn a_locked_link_opens_with_its_phrase_and_only_with_it() {
    let driver = Driver::start();
    let leader = Page::new(&driver);
    leader.begin("Bridge inspectors", "launch");
    leader.to(EN.frame.share);
    leader.unfold(EN.share.lock);
    leader.write(EN.share.phrase, "correct horse battery");
    leader.press(EN.share.lock_do);
    leader.wait_until("it is locked", || leader.words().contains(EN.share.locked));
    let link = leader.written(EN.share.link_label);
    leader.leave();

    let guest = Page::before(&driver);
    guest.go(&link);
    guest.wait_until("the phrase is asked for", || guest.has(Role::Dialog, EN.share.sealed_title));
    assert!(!guest.words().contains("Bridge inspectors"));
    guest.write(EN.share.phrase, "correct horse");
    guest.press(EN.share.sealed_open);
    guest.hear(EN.share.sealed_wrong);
    guest.write(EN.share.phrase, "correct horse battery");
    guest.press(EN.share.sealed_open);
    guest.wait_until("the copy is shown", || guest.fragment() == "#/guest");
    assert!(guest.title().contains("Bridge inspectors"));
    guest.leave();
}

#[test]
fn a_reply_that_was_left_goes_on_where_it_stopped() {
    let driver = Driver::start();
    let leader = Page::new(&driver);
    leader.begin("Bridge inspectors", "launch");
    leader.to(EN.frame.voices);
    let members = invitation(&leader, Side::Members);
    leader.leave();

    let person = Page::before(&driver);
    person.go(&members);
    person.wait_until("the questions are shown", || person.fragment().ends_with("/1"));
    let first = &bundled().items.first().must("an expectation").statement;
    let question = format!("{}: {first}", EN.reply.importance_members);
    person.find(Role::Group, &question).radio("3").press();
    person.reload();
    assert_eq!(person.find(Role::Group, &question).chosen().as_deref(), Some("3"));
    person.visit("#/");
    let left = (EN.reply.for_members)("Bridge inspectors");
    person.wait_until("the first page knows of the reply", || person.words().contains(&left));
    person.go(&members);
    person.wait_until("the same reply is shown", || person.fragment().starts_with("#/r/"));
    assert_eq!(person.find(Role::Group, &question).chosen().as_deref(), Some("3"));
    person.leave();
}

/// A mail thread of that many members, as long as it takes to be kept beside the field.
fn crowd(id: &str, people: u32) -> String {
    let id = AssessmentId::new(id).must("an identity");
    let items: Vec<ItemId> = bundled().default_items().collect();
    let mail = |person: u32| {
        let [_, _, a, b] = person.to_be_bytes();
        let step = Step::new(u8::try_from(person % 5).unwrap_or_default()).map(Answer::Step).must("a step");
        let importance = items.iter().map(|item| (*item, step)).collect();
        let reply = Reply {
            id: reply_id([1, 2, 3, 4, a, b]),
            revision: 1,
            side: Side::Members,
            date: None,
            name: None,
            answers: Answers { importance, ..Answers::default() },
            extra: Vec::new(),
        };
        let token = link::reply(&SentReply { assessment: id.mark(), round: 1, reply }, bundled()).must("a token");
        format!("On Monday person {person} wrote:\n> Hello, here is mine:\n> cg:{token}\n\n")
    };
    (0..people).map(mail).collect()
}

#[test]
fn a_large_paste_and_a_file_lie_beside_the_field_and_can_be_seen_and_taken_away_with_the_keyboard() {
    let driver = Driver::start();
    let leader = Page::new(&driver);
    let id = leader.begin("Bridge inspectors", "launch");
    leader.to(EN.frame.voices);
    let text = &EN.inviting;
    let all = crowd(&id, 100);
    let half = all.len() / 2 + all[all.len() / 2..].find("On Monday").must("a mail");
    let (pasted, filed) = all.split_at(half);
    let field = || leader.written(text.collect_label);
    let name = |what: &str, text: &str| format!("{what}, {}", numbers::bytes(text.len()));

    leader.paste(text.collect_label, "Dear all,");
    assert_eq!(field(), "Dear all,", "what is small goes into the field");
    leader.paste(text.collect_label, pasted);
    let in_first = pasted.matches("cg:").count();
    leader.hear(&(text.found_new)(word(Side::Members), in_first));
    assert_eq!(field(), "Dear all,", "what is large does not");
    let file = leader.browser().folder().join("replies.txt");
    std::fs::write(&file, filed).must("writing a file");
    leader.find(Role::File, text.collect_file).choose_file(&file);
    leader.hear(&(text.found_new)(word(Side::Members), 100));
    for row in [(name(text.pasted, pasted), in_first), (name("replies.txt", filed), 100 - in_first)] {
        let line = format!("{}: {}", row.0, (text.holds)(row.1));
        assert!(leader.words().contains(&line), "\"{line}\" is missing in: {}", leader.words());
    }

    // It is still there after a look at another place, and after more was typed.
    leader.to(EN.frame.results);
    leader.to(EN.frame.voices);
    leader.hear(&(text.found_new)(word(Side::Members), 100));
    assert_eq!(field(), "Dear all,");

    // Seen and taken away without a mouse.
    let away = (text.take_away_name)(&name("replies.txt", filed));
    leader.find(Role::Button, &away).focus();
    leader.keys(&[keys::TAB]);
    leader.keys(&[keys::ENTER]);
    let shown = (text.show_text_name)(&name("replies.txt", filed));
    leader.wait_until("the text is shown", || leader.has(Role::Field, &shown));
    assert_eq!(leader.written(&shown), filed);
    leader.find(Role::Button, &away).focus();
    leader.keys(&[keys::ENTER]);
    leader.hear(&(text.found_new)(word(Side::Members), in_first));
    assert!(!leader.has(Role::Button, &away));
    assert!(leader.find(Role::Field, text.collect_label).has_focus(), "the focus is where one goes on");

    leader.press(&(text.add)(in_first));
    leader.wait_until("they have answered", || leader.heading() == (text.answered)(0, in_first));
    assert_eq!(field(), "");
    assert!(!leader.words().contains(text.pasted));
    leader.leave();
}
