//! How far two states of an assessment differ, for whoever is to choose between them.

use super::{Answered, Answers, Question, Reply};
use crate::catalogue::{Contribution, Practice, Side};

impl Answered {
    /// How many of their own answers and how many replies two states differ in.
    pub fn differing(&self, other: &Self) -> (usize, usize) {
        (answers(self, other), replies(self, other))
    }
}

/// How many of their own answers two states differ in: estimates of both sides, and the levels of the practices.
fn answers(one: &Answered, two: &Answered) -> usize {
    let mut count = 0;
    for side in Side::ALL {
        let (one, two) = (one.estimate.get(side), two.estimate.get(side));
        for question in Question::ALL {
            let (one, two) = (one.ratings(question), two.ratings(question));
            count += one.iter().filter(|(item, answer)| two.get(*item) != Some(*answer)).count();
            count += two.keys().filter(|item| !one.contains_key(*item)).count();
        }
        count += usize::from(one.worth != two.worth) + usize::from(one.top != two.top);
        let pledged = |answers: &Answers, kind| answers.contribution.get(&kind).and_then(|pledge| pledge.level);
        count += Contribution::ALL.into_iter().filter(|kind| pledged(one, *kind) != pledged(two, *kind)).count();
    }
    count + Practice::ALL.into_iter().filter(|practice| one.practice(*practice) != two.practice(*practice)).count()
}

/// How many replies are in one of the two states alone, or say something else there.
fn replies(one: &Answered, two: &Answered) -> usize {
    let apart = |one: &Answered, two: &Answered, changed: bool| {
        let same = |reply: &Reply| two.replies.iter().find(|other| (&other.id, other.side) == (&reply.id, reply.side));
        one.replies.iter().filter(|reply| same(reply).is_none_or(|other| changed && other != *reply)).count()
    };
    apart(one, two, true) + apart(two, one, false)
}
