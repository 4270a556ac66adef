//! What is said of an act, and what is left out where nothing can be said yet.

use common_ground::app::Msg;
use common_ground::app::view::{self, MovedRow, Says, grouped, notice};
use common_ground::assessment::{ActionStatus, Answer, Edit, Question};
use common_ground::catalogue::{Practice, Side, Step};
use common_ground::route::{Place, Route};
use common_ground::text::EN;

use super::page::{Page, id};

fn words(page: &Page) -> Option<String> {
    notice(&page.model).map(|said| said.words)
}

fn go(page: &mut Page, place: Place) {
    let route = Route::assessment(page.open().id.as_str(), place);
    page.send(Msg::Went(route));
}

/// Does with the first proposal what its buttons do; gives its title.
fn put(page: &mut Page, status: ActionStatus) -> &'static str {
    let first = view::next(&page.model).unwrap().actions[0].clone();
    let (edit, _) = view::new_action(&page.model, first.action, status).unwrap();
    page.send(Msg::Edit(edit));
    first.title
}

#[test]
fn what_is_put_into_the_plan_or_set_aside_is_said_with_undo_until_the_next_change() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    go(&mut page, Place::Results);
    let title = put(&mut page, ActionStatus::Open);
    let said = notice(&page.model).unwrap();
    let plan = Route::assessment(page.open().id.as_str(), Place::Plan).address();
    assert_eq!(said.words, format!("“{title}” is in the plan."));
    assert_eq!((said.undo, said.link), (true, Some(("Go to the plan", plan))));
    go(&mut page, Place::Plan);
    assert_eq!(words(&page), None, "it has led where it pointed to");

    go(&mut page, Place::Results);
    let title = put(&mut page, ActionStatus::Dropped);
    assert_eq!(words(&page), Some(format!("“{title}” is set aside and not proposed again.")));
    page.send(Msg::Edit(Edit::Purpose("Something else".into())));
    assert_eq!(words(&page), None, "Undo would take back something else");

    // In the plan itself one sees it come.
    go(&mut page, Place::Plan);
    let (edit, _) = view::own_action(&page.model, "Ask the director").unwrap();
    page.send(Msg::Edit(edit));
    assert_eq!(words(&page), None);
}

#[test]
fn taking_out_and_adding_are_said_where_they_were_silent() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    go(&mut page, Place::Voices);
    let reply = page.open().answered.replies[0].id.clone();
    page.send(Msg::Edit(Edit::TakeOutReply(reply)));
    assert_eq!(words(&page).as_deref(), Some("The reply is taken out."));
    go(&mut page, Place::Statement);
    assert_eq!(words(&page), None);
    let draft = view::draft_edit(&page.model).unwrap();
    page.send(Msg::Edit(draft));
    assert_eq!(words(&page).as_deref(), Some(EN.notices.drafted));
    page.add_own("Safer lone working");
    assert_eq!(words(&page).as_deref(), Some("“Safer lone working” is asked now."));
    assert!(notice(&page.model).unwrap().undo);
}

#[test]
fn how_many_actions_are_in_the_plan_stands_beside_what_is_proposed() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    go(&mut page, Place::Results);
    let planned = |page: &Page| view::next(&page.model).unwrap().planned.map(|(words, _)| words);
    assert_eq!(planned(&page), None);
    put(&mut page, ActionStatus::Dropped);
    assert_eq!(planned(&page), None, "what is not for us is not in the plan");
    let expected =
        ["One action is in your plan.", "Two actions are in your plan.", "Three actions are in your plan: enough"];
    for start in expected {
        put(&mut page, ActionStatus::Open);
        let said = planned(&page).unwrap();
        assert!(said.starts_with(start), "{said}");
    }
}

#[test]
fn a_section_of_the_results_stands_once_it_has_its_first_answer() {
    let mut page = Page::new();
    page.create();
    go(&mut page, Place::Results);
    let says = |page: &Page| view::results(&page.model).unwrap().says;
    let listed =
        |page: &Page| -> Vec<&str> { view::results(&page.model).unwrap().contents.iter().map(|(id, _)| *id).collect() };
    let nothing = Says { expectations: false, sides: false, practices: false };
    assert_eq!((says(&page), listed(&page)), (nothing, vec!["next", "outlook"]));
    let kicker = view::results(&page.model).unwrap().kicker;
    assert!(!kicker.contains(EN.results.one_sees), "nobody sees anything yet: {kicker}");

    page.send(Msg::Edit(Edit::Level(Practice::Vp1, Some(Answer::Step(Step::new(2).unwrap())))));
    assert_eq!(says(&page), Says { practices: true, ..nothing });
    page.send(Msg::Edit(Edit::Worth(Side::Members, Some(Answer::Step(Step::new(3).unwrap())))));
    assert_eq!(says(&page), Says { practices: true, sides: true, ..nothing });
    assert_eq!(listed(&page), ["next", "outlook", "next-rung", "sides", "exchange", "delivery", "profile"]);
    let importance = Question::Importance;
    let answer = Some(Answer::DontKnow);
    page.send(Msg::Edit(Edit::Rate { question: importance, side: Side::Members, item: id("O1"), answer }));
    assert!(!says(&page).expectations, "that one does not know is no answer that shows anything");
    page.rate(Side::Members, "O1", 4);
    assert!(says(&page).expectations);
}

#[test]
fn what_moved_is_told_thing_by_thing_and_the_most_first() {
    let row = |what: &str, by: u8| MovedRow { what: what.into(), about: String::new(), steps: String::new(), by };
    let rows = [row("a", 2), row("b", 2), row("b", 3), row("c", 4), row("d", 2)];
    let told: Vec<(&str, usize)> = grouped(&rows).iter().map(|rows| (rows[0].what.as_str(), rows.len())).collect();
    assert_eq!(told, [("b", 2), ("c", 1), ("a", 1), ("d", 1)], "equals in their own order");
}

#[test]
fn a_histogram_is_heard_by_the_steps_that_somebody_chose() {
    assert_eq!((EN.voices.histogram_side)([0, 4, 0, 1, 0]), "four at step 1, one at step 3");
}
