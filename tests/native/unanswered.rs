//! What is still to answer, and where one goes on: behind each part that asks, beside the picture, on the results.

use common_ground::app::Msg;
use common_ground::app::view::{self, UnansweredRow};
use common_ground::assessment::Question;
use common_ground::assessment::{Answer, Edit, Item};
use common_ground::catalogue::{Phase, Practice, Side, Step};
use common_ground::route::{Part, Place, Route};
use common_ground::text::EN;

use super::page::Page;

fn step(number: u8) -> Option<Answer> {
    Step::new(number).map(Answer::Step)
}

fn page(phase: Phase) -> Page {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::Phase(phase)));
    page
}

fn place(page: &Page, place: Place) -> String {
    Route::assessment(page.open().id.as_str(), place).address()
}

fn items(page: &Page) -> Vec<common_ground::catalogue::ItemId> {
    page.open().answered.items.iter().map(Item::id).collect()
}

fn rate_all(page: &mut Page, question: Question, sides: &[Side]) {
    for item in items(page) {
        for &side in sides {
            page.send(Msg::Edit(Edit::Rate { question, side, item, answer: step(3) }));
        }
    }
}

/// Where the button beside the picture leads from this part, and to which element.
fn next(page: &Page, part: Part) -> (String, String) {
    let next = view::expectations(&page.model, part).unwrap().live.next;
    (next.address, next.element)
}

fn words(rows: &[UnansweredRow]) -> Vec<&str> {
    rows.iter().map(|row| row.words.as_str()).collect()
}

#[test]
fn the_way_beside_the_picture_leads_on_to_worth_practices_and_results() {
    let mut page = page(Phase::Plan);
    let first = items(&page)[0];
    assert_eq!(
        next(&page, Part::Importance),
        (place(&page, Place::Expectations(Part::Importance)), format!("importance-organisation-{first}"))
    );
    rate_all(&mut page, Question::Importance, &Side::ALL);
    assert_eq!(next(&page, Part::Importance), (place(&page, Place::Exchange), "worth-organisation".into()));
    page.send(Msg::Edit(Edit::Worth(Side::Organisation, Some(Answer::DontKnow))));
    assert_eq!(next(&page, Part::Importance), (place(&page, Place::Exchange), "worth-members".into()));
    page.send(Msg::Edit(Edit::Worth(Side::Members, step(2))));
    // While planning, the first two practices are among those that are needed.
    assert_eq!(next(&page, Part::Importance), (place(&page, Place::Practices), "practice-VP1".into()));
    for practice in Practice::ALL {
        page.send(Msg::Edit(Edit::Level(practice, step(2))));
    }
    assert_eq!(next(&page, Part::Importance), (place(&page, Place::Results), String::new()));
}

#[test]
fn each_part_of_the_expectations_ends_with_a_way_on() {
    let ways = |page: &Page, part: Part| -> Vec<String> {
        view::expectations(&page.model, part).unwrap().onward.into_iter().map(|(_, address)| address).collect()
    };
    let planned = page(Phase::Plan);
    assert_eq!(ways(&planned, Part::Importance), [place(&planned, Place::Exchange)]);
    let run = page(Phase::Sustain);
    let to = |place_of: Place| place(&run, place_of);
    assert_eq!(ways(&run, Part::Importance), [to(Place::Exchange), to(Place::Expectations(Part::Delivered))]);
    assert_eq!(ways(&run, Part::Delivered), [to(Place::Expectations(Part::Top)), to(Place::Results)]);
    assert_eq!(ways(&run, Part::Top), [to(Place::Results), to(Place::Exchange)]);
}

#[test]
fn the_results_say_what_is_still_to_answer_and_lead_there() {
    let mut page = page(Phase::Launch);
    assert_eq!(view::unanswered(&page.model), None, "before the first answer the page asks for it in another way");
    rate_all(&mut page, Question::Importance, &[Side::Organisation]);
    assert_eq!(view::unanswered(&page.model), None, "as long as a side is silent");
    let first = items(&page)[0];
    page.send(Msg::Edit(Edit::Rate {
        question: Question::Importance,
        side: Side::Members,
        item: first,
        answer: step(4),
    }));
    let seen = view::unanswered(&page.model).unwrap();
    let text = &EN.results;
    let practices = (text.still_practices)(7, 7);
    assert_eq!(
        words(&seen.needed),
        [(text.still_importance)(11, 24), (text.still_worth)((text.is_worth)(false), 2), practices]
    );
    assert_eq!(words(&seen.more), [(text.still_delivered)(24, 24).as_str(), text.still_top, text.still_contributions]);
    let second = items(&page)[1];
    assert_eq!(seen.needed[0].element, format!("importance-members-{second}"));
    assert_eq!(seen.needed[1].address, place(&page, Place::Exchange));
    page.send(Msg::Edit(Edit::Worth(Side::Organisation, step(2))));
    let seen = view::unanswered(&page.model).unwrap();
    assert_eq!(
        (seen.needed[1].words.as_str(), seen.needed[1].element.as_str()),
        ((text.still_worth)((text.is_worth)(false), 1).as_str(), "worth-members")
    );
}

#[test]
fn where_all_is_answered_nothing_is_still_to_answer() {
    let mut page = page(Phase::Launch);
    rate_all(&mut page, Question::Importance, &Side::ALL);
    rate_all(&mut page, Question::Delivered, &Side::ALL);
    let first = items(&page)[0];
    for side in Side::ALL {
        page.send(Msg::Edit(Edit::Worth(side, step(2))));
        page.send(Msg::Edit(Edit::Top(side, vec![first])));
        page.send(Msg::Edit(Edit::Pledge(side, common_ground::catalogue::Contribution::Time, step(1))));
    }
    for practice in Practice::ALL {
        page.send(Msg::Edit(Edit::Level(practice, step(2))));
    }
    assert_eq!(view::unanswered(&page.model), None);
}
