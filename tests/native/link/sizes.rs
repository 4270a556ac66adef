//! What links cost. The budgets are promises; what is measured is printed with `--nocapture`.

use common_ground::assessment::{
    Answer, Answers, Assessment, AssessmentId, Instant, Mark, Pledge, PracticeAnswer, Reply, SentReply, Snapshot,
};
use common_ground::catalogue::{Contribution, ItemId, Phase, Practice, Side, Step, bundled};
use common_ground::file;
use common_ground::link::{self, Carried};
use common_ground::order::Map;
use fastrand::Rng;

use super::encode;

fn step(random: &mut Rng) -> Answer {
    Answer::Step(Step::ALL[random.usize(..5)])
}

fn instant(random: &mut Rng, from: i64) -> Instant {
    Instant::from_seconds(from + random.i64(0..50_000_000)).unwrap()
}

fn top(random: &mut Rng, items: &[ItemId]) -> Vec<ItemId> {
    let mut left = items.to_vec();
    (0..3).map(|_| left.remove(random.usize(..left.len()))).collect()
}

/// Names and purposes of 116 to 126 characters together, none of them from the dictionary.
const COMMUNITIES: &[(&str, &str)] = &[
    (
        "Bridge inspectors",
        "Inspectors from all districts compare findings and methods so that defects are found early and fixed once.",
    ),
    (
        "Water network modellers",
        "Engineers at Northmere Water who model how the pipe network behaves, and learn from each other's models.",
    ),
    (
        "Paediatric physiotherapy",
        "Physios in nine hospitals who treat children; we want one way of documenting exercises and some company.",
    ),
    (
        "Kubernetes guild",
        "Platform people trading incident stories, Helm charts and upgrade plans before the next version breaks us.",
    ),
];

/// Everything a keeper can tap, and two texts.
fn tapped(seed: u64) -> Assessment {
    let random = &mut Rng::with_seed(seed);
    let created = 1_760_000_000;
    let mut assessment = Assessment::new(
        AssessmentId::from_random(std::array::from_fn(|_| random.u8(..))),
        instant(random, created),
        bundled(),
    );
    assessment.updated = Some(instant(random, created + 50_000_000));
    let items: Vec<ItemId> = bundled().default_items().collect();
    let answered = &mut assessment.answered;
    let (name, purpose) = COMMUNITIES[usize::try_from(seed).unwrap() % COMMUNITIES.len()];
    name.clone_into(&mut answered.community.name);
    purpose.clone_into(&mut answered.community.purpose);
    answered.community.phase = Phase::ALL[random.usize(..3)];
    for side in Side::ALL {
        *answered.estimate.get_mut(side) = Answers {
            importance: items.iter().map(|id| (*id, step(random))).collect(),
            delivered: items.iter().map(|id| (*id, step(random))).collect(),
            worth: Some(step(random)),
            top: top(random, &items),
            contribution: Contribution::ALL
                .into_iter()
                .map(|kind| (kind, Pledge { level: Some(step(random)), ..Pledge::default() }))
                .collect(),
            ..Answers::default()
        };
    }
    answered.practices = Practice::ALL
        .into_iter()
        .map(|practice| (practice, PracticeAnswer { level: Some(step(random)), ..PracticeAnswer::default() }))
        .collect();
    assessment
}

#[test]
fn an_answered_assessment_takes_at_most_200_characters_and_a_third_of_what_lz_string_takes() {
    for seed in 0..40 {
        let assessment = tapped(seed);
        let link = format!("/v/{}", encode(&assessment));
        let json = file::write_compact(&assessment);
        let lz = lz_str::compress_to_encoded_uri_component(json.encode_utf16().collect::<Vec<_>>()).len();
        if seed < 4 {
            println!("assessment: {} characters, {} of JSON, {lz} by lz-string", link.len(), json.len());
        }
        assert!(link.len() <= 200, "{} characters", link.len());
        assert!(link.len() * 100 <= lz * 35, "{} characters, {lz} by lz-string", link.len());
    }
}

/// A reply about twelve items of the catalogue with any mix of answers.
fn replied(seed: u64, guesses: bool) -> SentReply {
    let random = &mut Rng::with_seed(seed);
    let items: Vec<ItemId> = if seed.is_multiple_of(2) {
        bundled().default_items().collect()
    } else {
        let mut items: Vec<ItemId> = bundled().items.iter().map(|item| item.id).collect();
        while items.len() > 12 {
            items.remove(random.usize(..items.len()));
        }
        items
    };
    let mut any = |limit: usize| match random.usize(..limit) {
        5 => Some(Answer::DontKnow),
        6 => None,
        step => Some(Answer::Step(Step::ALL[step])),
    };
    let mut ratings = || items.iter().filter_map(|id| Some((*id, any(7)?))).collect();
    let answers = Answers {
        importance: ratings(),
        delivered: ratings(),
        guess: if guesses { ratings() } else { Map::new() },
        worth: any(7),
        contribution: Contribution::ALL
            .into_iter()
            .filter_map(|kind| Some((kind, Pledge { level: Some(any(7)?), ..Pledge::default() })))
            .collect(),
        top: top(random, &items),
        ..Answers::default()
    };
    let id: String = (0..8).map(|_| char::from(b"ABCDEFGHIJKLMNOPQRSTUVWXYZ-_0189"[random.usize(..32)])).collect();
    let date = Some(instant(random, 1_760_000_000));
    let revision = 1 + random.u32(..3);
    let side = Side::ALL[random.usize(..2)];
    let assessment = Mark(random.u32(..1 << 31));
    let reply = Reply { id, revision, side, date, name: None, answers, extra: Vec::new() };
    SentReply { assessment, round: 1 + random.u32(..3), reply }
}

#[test]
fn a_reply_takes_at_most_56_characters_and_64_with_guesses() {
    for (guesses, limit) in [(false, 56), (true, 64)] {
        let mut longest = 0;
        for seed in 0..500 {
            let link = format!("cg:{}", link::reply(&replied(seed, guesses), bundled()).unwrap());
            longest = longest.max(link.len());
        }
        println!("reply, guesses {guesses}: at most {longest} characters");
        assert!(longest <= limit, "{longest} characters");
    }
}

#[test]
fn texts_that_return_in_snapshots_cost_next_to_nothing() {
    let mut assessment = tapped(2);
    let note =
        "Two retrofits were delayed by the same supplier. Told at the meeting in May, and used in the north since.";
    for practice in assessment.answered.practices.values_mut() {
        note.clone_into(&mut practice.note);
    }
    let once = super::sent(&assessment, Carried::ALL).len();
    let snapshot = |month| Snapshot {
        date: format!("2026-{month:02}-01").parse().unwrap(),
        label: "Review".to_owned(),
        answered: assessment.answered.clone(),
        extra: Vec::new(),
    };
    assessment.snapshots = std::sync::Arc::new((1..=10).map(snapshot).collect());
    let eleven = super::sent(&assessment, Carried::ALL).len();
    println!("with notes: {once} characters, {} for each snapshot", (eleven - once) / 10);
    // The answers of a snapshot take about 40; its ten notes, name and purpose the rest.
    assert!(eleven < once + 10 * 64);
}

#[test]
fn the_names_of_those_who_reply_cost_little() {
    let mut assessment = tapped(1);
    let replies = |name: Option<&str>| {
        let reply = |seed| Reply { name: name.map(str::to_owned), ..replied(seed, false).reply };
        std::sync::Arc::new((0..100).map(reply).collect::<Vec<_>>())
    };
    assessment.answered.replies = replies(None);
    let without = super::sent(&assessment, Carried::ALL).len();
    assessment.answered.replies = replies(Some("Maria Jones"));
    let with = super::sent(&assessment, Carried::ALL).len();
    println!("100 replies: {without} characters, {with} with names");
    assert!(with < without + 400);
}
