//! What the results say in words: whose word it is, what is open, and nothing that was not asked or answered.

use common_ground::app::{Msg, Source, view};
use common_ground::assessment::{Answer, Assessment, Reply};
use common_ground::catalogue::{ItemId, Phase, Practice, Side, Step, bundled};
use common_ground::chart::MarkKind;
use common_ground::report::{criterion, finding};
use common_ground::score::{self, CriterionId};
use common_ground::text::EN;
use common_ground::{assessment::Edit, file, route::Part};

use super::page::{Page, id};

fn step(number: u8) -> Option<Answer> {
    Step::new(number).map(Answer::Step)
}

/// The example with its replies changed.
fn example(change: impl Fn(&mut Reply)) -> Assessment {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let mut example = page.open().clone();
    let mut replies: Vec<Reply> = example.answered.replies.to_vec();
    replies.iter_mut().for_each(change);
    example.answered.replies = replies.into();
    example
}

fn exchange(assessment: &Assessment) -> String {
    finding::exchange(&score::results(&assessment.answered), bundled())
}

/// One where nobody was heard, with what each side says of the worth.
fn estimated(phase: Phase, organisation: u8, members: u8) -> String {
    let mut one = example(|_| ());
    one.answered.replies = Vec::new().into();
    one.answered.community.phase = phase;
    one.answered.estimate.organisation.worth = step(organisation);
    one.answered.estimate.members.worth = step(members);
    exchange(&one)
}

#[test]
fn the_exchange_is_told_in_the_words_of_the_answers_and_whose_they_are() {
    assert_eq!(exchange(&example(|_| ())), "Both sides say yes: what they get is worth what they put in.");
    let run = |organisation, members| estimated(Phase::Sustain, organisation, members);
    assert_eq!(run(3, 4), "As one person sees it, both sides say yes: what they get is worth what they put in.");
    assert_eq!(run(3, 2), "As one person sees it, only the organisation says yes; members say “about even”.");
    assert_eq!(
        run(3, 1),
        "As one person sees it, only the organisation says yes; members say “hardly”. Members who get too little leave."
    );
    assert_eq!(
        run(0, 3),
        "As one person sees it, only members say yes; the organisation says “no”. A budget that returns too little is cut."
    );
    assert_eq!(
        run(1, 2),
        "As one person sees it, neither side says yes: the organisation says “hardly”, members say “about even”."
    );
    // While planning it is asked what would be, and nothing follows yet.
    assert_eq!(
        estimated(Phase::Plan, 3, 3),
        "As one person sees it, both sides say yes: what they would get is worth what they would put in."
    );
    assert_eq!(
        estimated(Phase::Plan, 3, 1),
        "As one person sees it, only the organisation says yes; members say “hardly”."
    );
    // One side was heard, the other was not.
    let mut half = example(|reply| {
        if reply.side == Side::Members {
            reply.answers.worth = None;
        }
    });
    half.answered.estimate.members.worth = step(3);
    assert_eq!(
        exchange(&half),
        "Both sides say yes: what they get is worth what they put in. For the members, that is one person’s estimate."
    );
}

#[test]
fn what_is_estimated_though_both_sides_were_heard_is_said_above_and_beside_each_figure() {
    let whole = example(|_| ());
    let kicker = |one: &Assessment, ahead| finding::kicker(one, &score::results(&one.answered), bundled(), ahead);
    assert!(!kicker(&whole, 0).contains("estimated"), "{}", kicker(&whole, 0));
    let mut part = example(|reply| reply.answers.delivered.clear());
    for item in part.answered.items.clone() {
        for side in Side::ALL {
            part.answered.estimate.get_mut(side).delivered.insert(item.id(), step(2).unwrap());
        }
    }
    let above = kicker(&part, 0);
    assert!(above.contains(" heard · estimated: what is delivered · "), "{above}");
    let mut page = Page::new();
    page.send(Msg::Open { source: Source::File, text: file::write_compact(&part) });
    let seen = view::results(&page.model).unwrap();
    let rows = |shown: view::Shown| -> Vec<String> {
        let rows = shown.explained.rows.into_iter();
        rows.filter(|(label, _)| label == EN.results.row_estimated).map(|(_, words)| words).collect()
    };
    assert_eq!(
        rows(seen.kept.unwrap()),
        ["what is delivered, for the organisation; what is delivered, for the members"]
    );
    assert_eq!(rows(seen.flies[1].sides.members.clone()), ["what is delivered, for the members"]);
    assert!(rows(seen.overlap.unwrap()).is_empty());
    // The day of the last change is the reader's.
    assert!(kicker(&whole, 0).ends_with("20 November 2026") && kicker(&whole, 14 * 60).ends_with("21 November 2026"));
}

#[test]
fn a_figure_names_its_missing_answers_and_adds_up_only_what_is_answered() {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::Phase(Phase::Launch)));
    let items: Vec<ItemId> = page.open().answered.items.iter().map(common_ground::assessment::Item::id).collect();
    for (at, item) in items.iter().enumerate() {
        page.rate(Side::Organisation, &item.to_string(), 3);
        if at < 7 {
            page.rate(Side::Members, &item.to_string(), 3);
        }
    }
    let question = common_ground::assessment::Question::Delivered;
    page.send(Msg::Edit(Edit::Rate { question, side: Side::Organisation, item: items[0], answer: step(2) }));
    let seen = view::results(&page.model).unwrap();
    let told = |shown: &view::Shown| shown.explained.rows.clone();
    let coverage = told(&seen.flies[0].sides.organisation);
    assert_eq!(coverage[1].1, "all steps given by the organisation, over the 7 of 12 that are answered");
    assert_eq!(coverage[2], (EN.results.row_open.to_owned(), "five answers are missing or “don’t know”".to_owned()));
    // One item of importance 3 with 2 delivered: 6 of 12; the other eleven are open.
    let back = told(&seen.flies[1].sides.organisation);
    assert_eq!((back[0].0.as_str(), back[1].0.as_str()), ("6", "12"));
    assert!(back[1].1.ends_with(", over the 1 of 12 that are answered"), "{back:?}");
    assert_eq!(back[2].1, "eleven answers are missing or “don’t know”");
    // Each end is a division of its own: five times 0 of 3 for the members, or five times 3; eleven times 0 or 4
    // delivered.
    let ends = |rows: &[(String, String)]| -> Vec<String> {
        let named = |name| rows.iter().find(|(label, _)| label == name).unwrap().1.replace('\u{202f}', " ");
        vec![named(EN.results.row_least), named(EN.results.row_most)]
    };
    assert_eq!(ends(&coverage), ["21 ÷ 36 = 58 %", "36 ÷ 36 = 100 %"]);
    assert_eq!(ends(&told(seen.overlap.as_ref().unwrap())), ["21 ÷ 36 = 58 %", "36 ÷ 36 = 100 %"]);
    assert_eq!(ends(&back), ["6 ÷ 144 = 4 %", "138 ÷ 144 = 96 %"]);
    // The figures of the ladder open too.
    let opens = |id: CriterionId| &seen.ladder.opens.iter().find(|(key, _)| *key == id.key()).unwrap().1;
    let [shared] = opens(CriterionId::EnoughShared).as_slice() else { panic!("one figure") };
    let rows = told(shared);
    assert_eq!((rows[0].0.as_str(), rows[1].0.as_str()), ("7", "7"));
    assert_eq!(ends(&rows), ["7 ÷ 12 = 58 %", "12 ÷ 12 = 100 %"]);
    assert_eq!(opens(CriterionId::EnoughOverlap).as_slice(), [seen.overlap.clone().unwrap()]);
    let [one, _] = opens(CriterionId::ReturnsGood).as_slice() else { panic!("two figures") };
    assert_eq!(told(one), back);
    assert!(opens(CriterionId::Gate).is_empty() && opens(CriterionId::PromiseKept).is_empty());
    // What is not asked while planning says so, and opens to nothing, also where some of it was answered.
    page.send(Msg::Edit(Edit::Rate { question, side: Side::Members, item: items[0], answer: step(2) }));
    page.send(Msg::Edit(Edit::Phase(Phase::Plan)));
    let planned = view::results(&page.model).unwrap().ladder;
    let kept = planned.rungs.iter().flat_map(|rung| &rung.criteria).find(|row| row.key == "promise_kept").unwrap();
    assert_eq!(kept.drawn.figure, EN.results.not_asked);
    assert_eq!(planned.opens.iter().find(|(key, _)| *key == "promise_kept").unwrap().1, []);
    // Nothing is said of a side that said nothing, and no more of one than it said.
    let seen = seen.matrices.unwrap();
    assert_eq!(seen.organisation.none, "Nothing known is urgent; eleven expectations are open.");
    assert_eq!(seen.members.none, "It is not known yet what has arrived for the members.");
}

#[test]
fn what_is_not_asked_while_planning_neither_holds_nor_counts() {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::Level(Practice::Vp1, step(0))));
    let seen = view::results(&page.model).unwrap();
    let rung = &seen.ladder.rungs[1];
    assert_eq!(rung.line, "0 of 4 criteria hold");
    let row = rung.criteria.iter().find(|row| row.key == "returns_begun").unwrap();
    assert_eq!(
        (row.drawn.mark, row.mark_words, row.drawn.figure.as_str()),
        (MarkKind::NotAsked, "does not count yet", "not asked while planning")
    );
}

#[test]
fn the_top_threes_are_compared_only_where_both_chose() {
    let mut page = Page::new();
    page.create();
    let lead = |page: &Page| view::results(&page.model).unwrap().tops.unwrap().0;
    page.send(Msg::Edit(Edit::Top(Side::Organisation, vec![id("O1"), id("S1")])));
    assert_eq!(lead(&page), "Only the organisation chose a top three so far.");
    page.send(Msg::Edit(Edit::Top(Side::Members, vec![id("O1")])));
    page.rate(Side::Members, "O1", 2);
    page.rate(Side::Members, "S1", 2);
    assert_eq!(lead(&page), "One expectation stands in both lists.");
    let rows = view::results(&page.model).unwrap().tops.unwrap().1.organisation.rows;
    assert_eq!((rows[0].3, rows[1].3), ("in both lists", "not important to the other side"));
}

#[test]
fn of_many_questions_it_is_said_how_many_are_shown() {
    let mut page = Page::new();
    page.create();
    page.rate(Side::Organisation, "O1", 4);
    page.rate(Side::Members, "O1", 4);
    for practice in [Practice::Vp1, Practice::Vp2] {
        page.send(Msg::Edit(Edit::Level(practice, step(2))));
    }
    let seen = view::results(&page.model).unwrap().ladder;
    assert_eq!(seen.questions.len(), 5);
    assert_eq!(seen.deciding, "22 answers could decide “Some overlap”; these five decide the most.");
}

#[test]
fn what_a_criterion_waits_for_is_named_where_it_is_told() {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::Phase(Phase::Launch)));
    for item in page.open().answered.items.clone() {
        for side in Side::ALL {
            page.rate(side, &item.id().to_string(), 4);
        }
    }
    for practice in Practice::ALL {
        page.send(Msg::Edit(Edit::Level(practice, step(1))));
    }
    for side in Side::ALL {
        page.send(Msg::Edit(Edit::Worth(side, step(3))));
    }
    // The outlook is certain, so it asks nothing; what is delivered is open all the same.
    let seen = view::results(&page.model).unwrap();
    assert!(seen.ladder.questions.is_empty() && seen.outlook == ["fragile"]);
    assert_eq!(
        seen.outlook_rest,
        "Two criteria stand between this community and being on course for its phase: “The practices of this phase” \
         and “Both have begun to get something back”."
    );
    let rows = view::becoming(&page.model).unwrap().rows;
    let waits = rows.iter().find(|row| row.key == "returns_begun").unwrap();
    assert_eq!(waits.notes, ["It is still open. To answer first:"]);
    let asked = waits.asks.as_ref().unwrap();
    assert!(asked.words.ends_with("how much of it has reached the organisation?"), "{}", asked.words);
    let address = common_ground::route::Route::assessment(
        page.open().id.as_str(),
        common_ground::route::Place::Expectations(Part::Delivered),
    );
    assert_eq!(asked.address, address.address());
    let results = &page.model.open().unwrap().results;
    let gate = results.criteria.iter().find(|one| one.id == CriterionId::Gate).unwrap();
    let told = criterion::told(gate, results, bundled());
    assert!(
        told.short.starts_with(
            "below: “Developed with both sides”, “Clear gains and costs”, “People can say what it is for”, "
        ),
        "{}",
        told.short
    );
}

#[test]
fn a_silent_side_is_the_first_to_answer_for() {
    let mut page = Page::new();
    page.create();
    let answer = |page: &Page| view::results(&page.model).unwrap().answer.unwrap().0;
    assert_eq!(answer(&page), EN.results.nobody_both_lead);
    assert_eq!(view::results(&page.model).unwrap().sentence.title, "Nobody has answered yet");
    page.rate(Side::Organisation, "O1", 4);
    assert_eq!(answer(&page), "Now say what matters to the members, as you believe it: then there is a picture.");
}

#[test]
fn days_and_times_are_those_of_the_person() {
    let mut page = Page::new();
    page.ahead = 14 * 60;
    page.today = "2026-11-26";
    page.start();
    page.create();
    page.count += 10 * 3600 + 6 * 60;
    page.send(Msg::Edit(Edit::Name("Alpha".into())));
    assert_eq!(view::card(&page.model, &page.open().id).unwrap().changed, "27 November 2026");
    assert!(view::results(&page.model).unwrap().kicker.ends_with("27 November 2026"));
}

#[test]
fn one_is_told_as_one_and_several_as_several() {
    let text = &EN.results;
    assert_eq!((text.rung_holds)(1, 4), "1 of 4 criteria holds");
    assert_eq!((EN.handouts.next_rung)("fragile", 1, 4), "Next rung: fragile, 1 of 4 criteria holds");
    assert_eq!((text.every_sum)("1", "9"), "1 of 9 steps coincides");
    assert_eq!((text.questions_lead)("Some overlap", 1, 1), "This answer could decide “Some overlap”.");
}

#[test]
fn nobody_says_that_a_guess_rose_or_fell() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let before = view::time(&page.model).unwrap();
    page.send(Msg::Edit(Edit::StartRound { ends: 1, date: "2026-11-23".parse().unwrap(), label: String::new() }));
    // The keeper's estimate is another; nobody has said anything in this round.
    for item in page.open().answered.items.clone() {
        page.rate(Side::Members, &item.id().to_string(), 0);
    }
    let seen = view::time(&page.model).unwrap();
    assert_ne!(before.title, seen.title);
    assert!(seen.title.starts_with("Round 2 still has to be heard; overlap was 53"), "{}", seen.title);
    let last = view::results(&page.model).unwrap().last_time.unwrap().words;
    assert!(last.ends_with(" overlap; this round still has to be heard."), "{last}");
    let changed = view::changes(&page.model).unwrap().changed;
    let row = changed.figures.iter().find(|row| row.name == EN.time.overlap).unwrap();
    assert_eq!((row.sign, row.change), ("", "not compared"));
    let practices = changed.figures.iter().find(|row| row.name == EN.time.practices).unwrap();
    assert_eq!(practices.change, "no clear change", "the keeper’s both times");
}
