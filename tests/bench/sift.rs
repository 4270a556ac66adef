//! How long a thousand replies in a mail thread take: found, read, judged, added, scored. Run by `cargo xtask bench`.

#![allow(clippy::expect_used, clippy::format_push_string, missing_docs)]

use std::hint::black_box;
use std::sync::Arc;
use std::time::Instant;

use common_ground::assessment::{Answer, Answers, Assessment, AssessmentId, Edit, Reply, SentReply, reply_id};
use common_ground::catalogue::{Side, Step, bundled};
use common_ground::{file, link, score};

const REPLIES: u16 = 1_000;

fn main() {
    let now: common_ground::assessment::Instant = "2026-11-23T10:00:00Z".parse().expect("an instant");
    let mut assessment = Assessment::new(AssessmentId::from_random([7; 16]), now.clone(), bundled());
    let items: Vec<_> = bundled().default_items().collect();
    let mut text = String::new();
    for person in 0..REPLIES {
        let [a, b] = person.to_be_bytes();
        let side = if person % 10 == 0 { Side::Organisation } else { Side::Members };
        let mut answers = Answers::default();
        for (at, item) in (0_u16..).zip(&items) {
            let step = Step::new(u8::try_from((person * 7 + at * 3) % 5).unwrap_or_default()).expect("a step");
            answers.importance.insert(*item, Answer::Step(step));
            answers.delivered.insert(*item, Answer::Step(step));
        }
        let id = reply_id([9, 8, 7, 6, a, b]);
        let reply = Reply { id, revision: 1, side, date: Some(now.clone()), name: None, answers, extra: Vec::new() };
        let sent = SentReply { assessment: assessment.id.mark(), round: 1, reply };
        let token = link::reply(&sent, bundled()).expect("a token");
        text.push_str(&format!("On Monday person {person} wrote:\n> here is mine:\n> cg:{token}\n> Thanks\n\n"));
    }
    println!("{REPLIES} replies in {} characters of mail", text.len());
    time("found", || link::find(&text).len());
    let found = link::find(&text);
    let tokens: Vec<&str> = found.iter().filter_map(|one| one.token.as_deref().ok()).collect();
    time("read", || tokens.iter().filter(|token| link::decode(token, bundled()).is_ok()).count());
    time("found, read and judged", || link::sift(&text, &assessment, bundled()).len());
    let sent = Arc::new(link::addable(&link::sift(&text, &assessment, bundled())).cloned().collect::<Vec<_>>());
    let before = assessment.clone();
    time("added", || {
        let mut after = before.clone();
        let _ = after.apply(Edit::AddReplies(Arc::clone(&sent)), bundled());
        after.answered.replies.len()
    });
    let _ = assessment.apply(Edit::AddReplies(sent), bundled());
    time("scored", || score::results(&assessment.answered).criteria.len());
    let counted = score::Counted::of(&assessment.answered);
    time("what many say", || score::Many::of(&assessment.answered, &counted).items.len());
    time("written", || file::write_replies(&assessment.answered.replies).len());
}

/// The median of nine runs.
fn time(what: &str, run: impl Fn() -> usize) {
    let mut times: Vec<_> = (0..9)
        .map(|_| {
            let start = Instant::now();
            black_box(run());
            start.elapsed()
        })
        .collect();
    times.sort();
    println!("  {what}: {:.2} ms", times.get(4).map_or(0.0, |time| time.as_secs_f64() * 1e3));
}
