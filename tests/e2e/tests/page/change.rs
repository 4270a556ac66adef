//! Notes with evidence, a step tried, bridges: by keyboard too.

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, keys};
use common_ground_e2e::page::{Answer, Page, Role, Thing, statement};

#[test]
fn evidence_is_written_kept_opened_safely_and_removed() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    let item = statement("O1");
    let card = page.find(Role::Card, item);
    card.all(Role::More).iter().for_each(Thing::press);
    card.find(Role::Button, &(EN.asking.evidence_add_name)(item)).press();
    let text = card.find(Role::Field, EN.asking.evidence_text);
    page.wait_until("the new entry has the focus", || text.has_focus());
    text.write("Minutes of the board");
    let address = card.find(Role::Field, EN.asking.evidence_url);
    address.write("javascript:alert(1)");
    page.hear(EN.asking.evidence_url_wrong);
    assert!(card.all(Role::Link).is_empty(), "it opens nothing");
    let date = card.find(Role::Field, EN.asking.evidence_date);
    date.write("soon");
    page.hear(EN.asking.evidence_date_wrong);
    card.find(Role::Field, EN.asking.evidence_person).write("Mara");
    assert_eq!(
        (date.value().as_str(), address.value().as_str()),
        ("soon", "javascript:alert(1)"),
        "what was typed stays"
    );
    date.write("2026-10");
    address.write("https://example.org/minutes");
    let link = card.find(Role::Link, &(EN.asking.evidence_open)("https://example.org/minutes"));
    assert_eq!(page.browser().run("return arguments[0].rel", vec![link.to_value()]), "noopener noreferrer");

    page.reload();
    let card = page.find(Role::Card, item);
    let folded = card.all(Role::More).iter().map(Thing::text).collect::<String>();
    assert!(folded.contains("Evidence (1)"), "{folded}");
    card.all(Role::More).iter().for_each(Thing::press);
    let kept = [EN.asking.evidence_text, EN.asking.evidence_url, EN.asking.evidence_date, EN.asking.evidence_person];
    let kept = kept.map(|field| card.find(Role::Field, field).value());
    assert_eq!(kept, ["Minutes of the board", "https://example.org/minutes", "2026-10", "Mara"]);
    card.find(Role::Button, &(EN.asking.evidence_remove_name)(1, item)).press();
    let add = card.find(Role::Button, &(EN.asking.evidence_add_name)(item));
    page.wait_until("the button below has the focus", || add.has_focus());
    page.press(EN.frame.undo);
    page.hear(&(EN.notices.undone)(EN.notices.evidence));
    assert_eq!(card.find(Role::Field, EN.asking.evidence_text).value(), "Minutes of the board");
    page.leave();
}

#[test]
fn a_step_is_tried_by_keyboard_from_the_picture_and_from_the_table() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    let before = page.words();
    let picture = page.find(Role::Group, EN.results.point_how);
    picture.focus();
    page.settle();
    page.keys(&[keys::RIGHT]);
    page.settle();
    page.keys(&[keys::ENTER]);
    let detail = page.find(Role::Dialog, &format!("1 {}", statement("O1")));
    page.wait_until("what opens has the focus", || detail.has_focus());
    let importance = (EN.change.if_importance)(EN.results.members_word);
    let up = detail.find(Role::Button, &(EN.change.if_name)(EN.change.if_up, &importance));
    up.focus();
    page.keys(&[keys::ENTER]);
    // 23 + 1 of 43: the organisation gives 4, the members 1.
    page.wait_until("the overlap follows", || detail.text().contains("Overlap 53\u{202f}% 56\u{202f}%"));
    page.keys(&[keys::ENTER]);
    page.wait_until("it is let go", || detail.text().contains(EN.change.if_choose));
    page.keys(&[keys::ESCAPE]);
    page.wait_until("it is closed", || page.names(Role::Dialog).is_empty());
    page.wait_until("the picture has the focus again", || picture.has_focus());
    assert_eq!(page.words(), before, "nothing has changed");

    page.press(statement("M1"));
    page.see(Role::Dialog, &format!("9 {}", statement("M1")));
    page.press(EN.frame.close);
    page.wait_until("it is closed", || page.names(Role::Dialog).is_empty());
    page.leave();
}

#[test]
fn bridges_are_shown_when_asked_for_written_and_planned() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.open_example();
    let arrows = || {
        let script = "return String([...document.querySelectorAll('.bridge')]
            .filter((arrow) => arrow.getBoundingClientRect().width > 0).length)";
        page.text_of(script)
    };
    assert_eq!(arrows(), "0", "the picture is the number");
    let shown = [EN.change.bridge_show, " ", EN.change.bridge_show_hint].concat();
    page.find(Role::Check, &shown).press();
    page.wait_until("the four ends of two bridges move", || arrows() == "4");
    page.unfold(&(EN.change.bridge_own_count)(0));
    page.write("4 Better processes", "Let them draft it");
    page.wait_until("their own is shown too", || arrows() == "5");
    page.press(&(EN.change.bridge_into_plan_name)("Better processes"));
    page.hear(EN.change.bridge_planned);
    page.to(EN.frame.plan);
    let planned = "Bridge for “Better processes”: Let them draft it";
    page.see(Role::Heading, planned);
    page.press(EN.frame.undo);
    page.wait_until("it is out of the plan", || !page.has(Role::Heading, planned));
    page.to(EN.frame.results);
    assert_eq!(arrows(), "0", "they are asked for anew");
    page.leave();
}

#[test]
fn the_next_rung_is_told_for_an_answer_of_ones_own() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    page.choose(Side::Members, statement("O1"), Answer::Step(0));
    page.to(EN.frame.results);
    page.see(Role::Heading, EN.change.rung_title);
    let words = page.words();
    assert!(words.contains(&(EN.change.rung_lead)(EN.results.rung_names[1])), "{words}");
    assert!(words.contains((EN.change.rung_unknown)(2)), "{words}");
    page.leave();
}
