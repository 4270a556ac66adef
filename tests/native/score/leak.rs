//! Looks for a trace of single answers where nothing of them may be seen: one answer is changed, and everything that
//! can be shown or sent must stay the same.

use std::sync::Arc;

use common_ground::assessment::{Answer, Answered, Answers, Assessment, AssessmentId, Pledge, Ratings};
use common_ground::catalogue::{Contribution, ItemId, PerSide, Side, bundled};
use common_ground::score::{Counted, Many, Results, results};
use common_ground::{assessment::Summary, link, report};
use proptest::prelude::*;

use super::heard::{id, importance, replies, step};
use super::many::{heard, many, median, speaks, voiced};

/// All that leaves the rules.
#[derive(Debug, PartialEq)]
struct Shown {
    many: Many,
    results: Results,
    json: String,
    csv: String,
    summary: PerSide<Option<Summary>>,
    link: String,
}

fn shown(answered: &Answered) -> Shown {
    let now = "2026-11-02T09:30:00Z".parse().unwrap();
    let empty = Assessment::new(AssessmentId::new("a").unwrap(), now, bundled());
    let assessment = Assessment { answered: answered.clone(), ..empty };
    let results = results(answered);
    Shown {
        many: many(answered),
        json: report::json(&assessment, &results, &crate::advice::proposals(&assessment, &results)),
        csv: report::csv::row(&assessment, &results),
        summary: link::summary(answered),
        link: link::encode(&assessment, link::Carried::default(), bundled()).unwrap(),
        results,
    }
}

const GROUPS: [&str; 6] = ["importance", "delivered", "worth", "contribution", "guess", "top"];

/// Where an answer stands: in which reply, in which group, about which item or kind.
#[derive(Clone, Debug)]
struct Place {
    reply: prop::sample::Index,
    group: &'static str,
    item: &'static str,
}

fn place() -> impl Strategy<Value = Place> {
    let item = prop::sample::select(vec!["O1", "M1", "S1", "own-1"]);
    (any::<prop::sample::Index>(), prop::sample::select(GROUPS.to_vec()), item).prop_map(|(reply, group, item)| Place {
        reply,
        group,
        item,
    })
}

fn an_answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![1 => Just(None), 1 => Just(Some(Answer::DontKnow)), 6 => (0..=4_u8).prop_map(|n| Some(step(n)))]
}

impl Place {
    fn kind(&self) -> Contribution {
        if self.item == "O1" { Contribution::Time } else { Contribution::Funding }
    }

    fn read(&self, answers: &Answers) -> Option<Answer> {
        match self.group {
            "importance" => answers.importance.get(&id(self.item)).copied(),
            "delivered" => answers.delivered.get(&id(self.item)).copied(),
            "guess" => answers.guess.get(&id(self.item)).copied(),
            "worth" => answers.worth,
            "contribution" => answers.contribution.get(&self.kind())?.level,
            _ => None,
        }
    }

    fn write(&self, answers: &mut Answers, answer: Option<Answer>) {
        let rate = |ratings: &mut Ratings| match answer {
            Some(answer) => drop(ratings.insert(id(self.item), answer)),
            None => drop(ratings.remove(&id(self.item))),
        };
        match self.group {
            "importance" => rate(&mut answers.importance),
            "delivered" => rate(&mut answers.delivered),
            "guess" => rate(&mut answers.guess),
            "worth" => answers.worth = answer,
            "contribution" => {
                answers.contribution.insert(self.kind(), Pledge { level: answer, ..Pledge::default() });
            }
            _ => {
                let item: ItemId = id(self.item);
                answers.top.retain(|one| *one != item);
                if answer.is_some() {
                    answers.top.insert(0, item);
                    answers.top.truncate(3);
                }
            }
        }
    }

    /// The same answers with this one changed, and the side it is of.
    fn changed(&self, answered: &Answered, answer: Option<Answer>) -> (Answered, Side) {
        let mut replies = answered.replies.to_vec();
        let reply = self.reply.get(&replies).clone();
        let at = self.reply.index(replies.len());
        self.write(&mut replies[at].answers, answer);
        (Answered { replies: Arc::new(replies), ..answered.clone() }, reply.side)
    }

    /// The same where at most so many of the members give a step here; the others do not know.
    fn thinned(&self, answered: &Answered, most: usize) -> Answered {
        let mut replies = answered.replies.to_vec();
        let members = replies.iter_mut().filter(|reply| reply.side == Side::Members);
        let gave = members.filter(|reply| self.read(&reply.answers).and_then(Answer::step).is_some());
        for reply in gave.skip(most) {
            self.write(&mut reply.answers, Some(Answer::DontKnow));
        }
        Answered { replies: Arc::new(replies), ..answered.clone() }
    }

    /// The steps that a side gives here.
    fn steps(&self, answered: &Answered, side: Side) -> Vec<u8> {
        let of_side = answered.replies.iter().filter(|reply| reply.side == side);
        of_side.filter_map(|reply| Some(self.read(&reply.answers)?.step()?.number())).collect()
    }
}

/// The same with as many replies of the members left as keep every group below the minimum.
fn too_few(answered: &Answered) -> Answered {
    let mut left = (*answered.min_replies.get(Side::Members) - 1) as usize;
    let keep = answered.replies.iter().filter(|reply| {
        let member = reply.side == Side::Members;
        let keep = !member || left > 0;
        left -= usize::from(member && keep);
        keep
    });
    Answered { replies: Arc::new(keep.cloned().collect()), ..answered.clone() }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, max_global_rejects: 10_000, ..ProptestConfig::default() })]

    #[test]
    fn below_the_minimum_no_answer_of_a_member_leaves_a_trace(
        answered in voiced(16), place in place(), answer in an_answer(),
    ) {
        let before = too_few(&answered);
        prop_assume!(!before.replies.is_empty());
        let (after, side) = place.changed(&before, answer);
        prop_assume!(side == Side::Members);
        prop_assert_eq!(shown(&before), shown(&after));
    }

    #[test]
    fn in_a_group_that_is_not_heard_no_answer_leaves_a_trace(
        answered in voiced(12), place in place(), answer in an_answer(),
    ) {
        let (after, side) = place.changed(&answered, answer);
        prop_assume!(!heard(&answered, side, place.group) && !heard(&after, side, place.group));
        prop_assert_eq!(shown(&answered), shown(&after));
    }

    #[test]
    fn below_its_own_minimum_a_quantity_shows_its_median_at_most(
        answered in voiced(16), place in place(), left in 1..6_u32, to in 0..=4_u8,
    ) {
        let least = answered.min_replies.members;
        let before = place.thinned(&answered, left.min(least - 1) as usize);
        let (after, side) = place.changed(&before, Some(step(to)));
        let (one, other) = (place.steps(&before, Side::Members), place.steps(&after, Side::Members));
        // A step for a step, so that nobody more or less speaks.
        prop_assume!(side == Side::Members && !one.is_empty() && one.len() == other.len());
        if one.len() < least.min(3) as usize || median(one) == median(other) {
            prop_assert_eq!(shown(&before), shown(&after));
        }
    }

    #[test]
    fn who_of_a_side_gave_which_answer_is_nowhere(answered in voiced(16), place in place(), by in 1..5_usize) {
        prop_assume!(place.group != "top");
        let side = place.reply.get(&answered.replies).side;
        let mut numbers = place.steps(&answered, side);
        prop_assume!(numbers.len() > 1);
        let by = by % numbers.len();
        numbers.rotate_left(by);
        let mut turned = answered.replies.to_vec();
        let gave = turned.iter_mut().filter(|reply| reply.side == side);
        let gave = gave.filter(|reply| place.read(&reply.answers).and_then(Answer::step).is_some());
        for (reply, number) in gave.zip(numbers) {
            place.write(&mut reply.answers, Some(step(number)));
        }
        let turned = Answered { replies: Arc::new(turned), ..answered.clone() };
        prop_assert_eq!(shown(&answered), shown(&turned));
    }

    #[test]
    fn names_and_dates_of_replies_are_nowhere(answered in voiced(12)) {
        let mut named = answered.replies.to_vec();
        for reply in &mut named {
            reply.name = Some("Ada".to_owned());
            reply.date = Some("2026-11-19T08:00:00Z".parse().unwrap());
        }
        let named = Answered { replies: Arc::new(named), ..answered.clone() };
        prop_assert_eq!(shown(&answered), shown(&named));
    }
}

#[test]
fn one_answer_makes_a_group_heard_and_then_it_shows() {
    let mut answered = super::heard::asked("O1");
    answered.replies = replies(vec![importance("O1:4"); 4]);
    let four = shown(&answered);
    answered.replies = replies(vec![importance("O1:0"); 4]);
    assert_eq!(shown(&answered), four);
    assert!(!speaks(&answered, &importance("O1:?"), "importance"));
    answered.replies = replies([vec![importance("O1:0"); 4], vec![importance("O1:?")]].concat());
    let counted = Counted::of(&answered);
    assert!(!counted.heard(Side::Members), "five replies, of which four say something");
    answered.replies = replies(vec![importance("O1:0"); 5]);
    let five = shown(&answered);
    assert!(five.many != four.many && five.summary != four.summary && five.json != four.json);
}
