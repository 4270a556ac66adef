//! Assessments written as text: `"4 ? -"` is 4, "I don't know", not answered.

use std::sync::Arc;

use common_ground::assessment::{
    Answer, Answers, Assessment, AssessmentId, Item, Pledge, Ratings, Reply, Snapshot, Summary,
};
use common_ground::catalogue::{Contribution, ItemId, Level, Phase, Practice, Side, Step, bundled};

use crate::replies::reply;

pub fn item(code: &str) -> ItemId {
    code.parse().unwrap()
}

fn answers(text: &str) -> Vec<Option<Answer>> {
    let one = |one: &str| match one {
        "-" => None,
        "?" => Some(Answer::DontKnow),
        number => Some(Answer::Step(Step::new(number.parse().unwrap()).unwrap())),
    };
    text.split_whitespace().map(one).collect()
}

/// An assessment that is being written.
#[derive(Clone, Debug)]
pub struct Given(pub Assessment);

impl Given {
    pub fn new(items: &str, phase: Phase) -> Self {
        let now = "2026-11-02T09:30:00Z".parse().unwrap();
        Self(Assessment::new(AssessmentId::new("a").unwrap(), now, bundled())).asked(items).phase(phase)
    }

    pub fn asked(mut self, items: &str) -> Self {
        self.0.answered.items = items.split_whitespace().map(|code| Item::Catalogue(item(code))).collect();
        self
    }

    pub fn phase(mut self, phase: Phase) -> Self {
        self.0.answered.community.phase = phase;
        self
    }

    fn ratings(&self, text: &str) -> Ratings {
        let answers = answers(text);
        assert_eq!(answers.len(), self.0.answered.items.len(), "{text}");
        let ids = self.0.answered.items.iter().map(Item::id);
        ids.zip(answers).filter_map(|(id, answer)| Some((id, answer?))).collect()
    }

    /// The organisation's, then the members'.
    pub fn importance(mut self, organisation: &str, members: &str) -> Self {
        self.0.answered.estimate.organisation.importance = self.ratings(organisation);
        self.0.answered.estimate.members.importance = self.ratings(members);
        self
    }

    pub fn delivered(mut self, organisation: &str, members: &str) -> Self {
        self.0.answered.estimate.organisation.delivered = self.ratings(organisation);
        self.0.answered.estimate.members.delivered = self.ratings(members);
        self
    }

    pub fn worth(mut self, both: &str) -> Self {
        for (side, answer) in Side::ALL.into_iter().zip(answers(both)) {
            self.0.answered.estimate.get_mut(side).worth = answer;
        }
        self
    }

    pub fn practices(mut self, ten: &str) -> Self {
        for (practice, level) in Practice::ALL.into_iter().zip(answers(ten)) {
            self.0.answered.practices.entry(practice).or_default().level = level;
        }
        self
    }

    pub fn practised(mut self, practice: Practice, level: &str) -> Self {
        self.0.answered.practices.entry(practice).or_default().level = answers(level)[0];
        self
    }

    /// Funding, resources, people, participation, time.
    pub fn contribution(mut self, side: Side, five: &str) -> Self {
        let pledges = Contribution::ALL.into_iter().zip(answers(five));
        self.0.answered.estimate.get_mut(side).contribution =
            pledges.map(|(kind, level)| (kind, Pledge { level, ..Pledge::default() })).collect();
        self
    }

    pub fn summarised(mut self, side: Side, kind: Contribution, level: Level) -> Self {
        let summary = Summary { count: 7, contribution: [(kind, level)].into(), ..Summary::default() };
        *self.0.answered.summary.get_mut(side) = Some(summary);
        self
    }

    fn replies(mut self, side: Side, answers: impl Iterator<Item = Answers>) -> Self {
        let reply = |(at, answers)| reply(&format!("{}{at}", side.key()), side, answers);
        let replies: Vec<Reply> = answers.enumerate().map(reply).collect();
        Arc::make_mut(&mut self.0.answered.replies).extend(replies);
        self
    }

    /// Each member's importance.
    pub fn members_say(self, each: &[&str]) -> Self {
        let said: Vec<Answers> =
            each.iter().map(|text| Answers { importance: self.ratings(text), ..Answers::default() }).collect();
        self.replies(Side::Members, said.into_iter())
    }

    /// Five members who all say the same and believe the same of the organisation.
    pub fn members_guess(self, own: &str, guess: &str) -> Self {
        let (importance, guess) = (self.ratings(own), self.ratings(guess));
        let one = Answers { importance, guess, ..Answers::default() };
        self.replies(Side::Members, vec![one; 5].into_iter())
    }

    /// One person of the organisation.
    pub fn organisation_says(self, own: &str) -> Self {
        let one = Answers { importance: self.ratings(own), ..Answers::default() };
        self.replies(Side::Organisation, std::iter::once(one))
    }

    /// With a snapshot of what was answered before, later than those that are there.
    pub fn after(mut self, before: Self) -> Self {
        Arc::make_mut(&mut self.0.snapshots).push(snapshot(before));
        self
    }

    /// With a snapshot that is older than those that are there.
    pub fn older(mut self, before: Self) -> Self {
        Arc::make_mut(&mut self.0.snapshots).insert(0, snapshot(before));
        self
    }

    /// With a snapshot that is older than those that are there, which the file names last.
    pub fn older_named_last(self, before: Self) -> Self {
        let mut given = self.after(before);
        let snapshots = Arc::make_mut(&mut given.0.snapshots);
        if let Some(last) = snapshots.last_mut() {
            last.date = "2025-05-01".parse().unwrap();
        }
        given
    }
}

fn snapshot(before: Given) -> Snapshot {
    Snapshot { date: "2026-05-01".parse().unwrap(), label: String::new(), answered: before.0.answered, extra: vec![] }
}
