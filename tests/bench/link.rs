//! What links cost: characters in each packing, and time. `cargo xtask bench` runs it; budgets are printed beside,
//! never held, since machines differ; the sizes are held by `tests/native/link/sizes.rs`.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::indexing_slicing, missing_docs)]

use std::sync::Arc;
use std::time::{Duration, Instant};

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use common_ground::assessment::{Answers, Assessment, Note, Reply, SentReply};
use common_ground::catalogue::{Side, bundled};
use common_ground::file;
use common_ground::link::{self, Carried};

const EXAMPLE: &str = include_str!("../../src/app/example.common-ground.json");

/// What version 1 carried.
const AS_VERSION_1: Carried = Carried { replies: false, names: true, notes: true, history: false };

/// Notes as people write them.
const NOTES: &[(&str, &str)] = &[
    ("O1", "The regional offices want to know why sensors on older decks fail; nobody has looked into it so far."),
    ("O2", "Two retrofits were delayed by the same supplier. Told at the meeting in May, and used in the north since."),
    ("O3", "The checklist is in its third version; the southern region still has its own spreadsheet."),
    ("M1", "Karin moved up to lead the load-rating group. For the others it is hard to see what comes next."),
    ("S1", "Most questions in the chat get an answer the same day, but the night shift is left out."),
];

fn main() {
    let example = file::read(EXAMPLE, bundled()).unwrap();
    let answered = answered(&example);
    let mut noted = answered.clone();
    let note = |text: &str| Note { note: text.to_owned(), ..Note::default() };
    noted.notes = NOTES.iter().map(|(id, text)| (id.parse().unwrap(), note(text))).collect();
    println!("characters behind the #          base64  lz-string  deflate  version 1  version 2");
    row("answered, name and purpose", &answered, AS_VERSION_1, Some(200));
    row("the same with five notes", &noted, AS_VERSION_1, None);
    row("the example, replies as medians", &example, AS_VERSION_1, None);
    row("the example, all of it", &example, Carried::ALL, None);
    times(&example, &answered);
}

/// The example's answers without its lists and its other texts.
fn answered(example: &Assessment) -> Assessment {
    let mut answered = Assessment::new(example.id.clone(), example.created.clone().unwrap(), bundled());
    answered.updated.clone_from(&example.updated);
    answered.answered.community.clone_from(&example.answered.community);
    answered.answered.practices.clone_from(&example.answered.practices);
    for practice in answered.answered.practices.values_mut() {
        practice.note.clear();
        practice.evidence.clear();
        practice.target = None;
    }
    for side in Side::ALL {
        let Answers { importance, delivered, worth, top, .. } = example.answered.estimate.get(side).clone();
        let contribution = example.answered.replies.iter().find(|reply| reply.side == side).unwrap();
        let contribution = contribution.answers.contribution.clone();
        *answered.answered.estimate.get_mut(side) =
            Answers { importance, delivered, worth, top, contribution, ..Answers::default() };
    }
    answered
}

fn row(name: &str, assessment: &Assessment, carried: Carried, budget: Option<usize>) {
    let json = file::write_compact(&left_of(assessment, carried));
    let base64 = URL_SAFE_NO_PAD.encode(&json).len();
    let lz = lz_str::compress_to_encoded_uri_component(json.encode_utf16().collect::<Vec<_>>()).len();
    let deflated = miniz_oxide::deflate::compress_to_vec(json.as_bytes(), 10).len();
    let deflate = (deflated * 4).div_ceil(3);
    // A byte for the packing, nine for the envelope, the closing letter.
    let version_1 = ((deflated + 10) * 4).div_ceil(3) + 1 + "/v/".len();
    let version_1 = if carried.replies { "–".to_owned() } else { version_1.to_string() };
    let version_2 = link::encode(assessment, carried, bundled()).unwrap().len() + "/v/".len();
    let budget = budget.map_or_else(String::new, |budget| format!("  (budget {budget})"));
    println!("  {name:<31}{base64:>6}{lz:>11}{deflate:>9}{version_1:>11}{version_2:>11}{budget}");
}

/// What version 2 carries, as it arrives.
fn left_of(assessment: &Assessment, carried: Carried) -> Assessment {
    let token = link::encode(assessment, carried, bundled()).unwrap();
    link::decode(&token, bundled()).and_then(link::Content::assessment).unwrap()
}

fn times(example: &Assessment, answered: &Assessment) {
    let replies: Vec<String> = (0..1000).map(|number| reply(example, number)).collect();
    let token = link::encode(answered, AS_VERSION_1, bundled()).unwrap();
    let mut many = example.clone();
    let of_example = example.answered.replies.iter().cycle().take(1000).enumerate();
    many.answered.replies =
        Arc::new(of_example.map(|(number, reply)| Reply { id: format!("{number:08}"), ..reply.clone() }).collect());
    let all = link::encode(&many, Carried::ALL, bundled()).unwrap();
    println!("best of ten runs");
    let time = |name: &str, budget: &str, run: &dyn Fn()| {
        let once = || {
            let start = Instant::now();
            run();
            start.elapsed()
        };
        let best = (0..10).map(|_| once()).min().unwrap_or(Duration::ZERO);
        println!("  {name:<60}{:>9.3} ms{budget}", best.as_secs_f64() * 1000.0);
    };
    let each = || replies.iter().for_each(|token| assert!(link::decode(token, bundled()).is_ok()));
    time("1,000 replies read one by one", "  (budget 50 ms)", &each);
    time("the answered assessment written", "", &|| drop(link::encode(answered, AS_VERSION_1, bundled())));
    time("the answered assessment read", "", &|| assert!(link::decode(&token, bundled()).is_ok()));
    time(&format!("1,000 replies in one link of {} characters, read", all.len()), "", &|| {
        assert!(link::decode(&all, bundled()).is_ok());
    });
}

/// The link of a reply without a name.
fn reply(example: &Assessment, number: usize) -> String {
    let replies = &example.answered.replies;
    let reply = Reply { id: format!("{number:08}"), name: None, ..replies[number % replies.len()].clone() };
    let sent = SentReply { assessment: example.id.mark(), round: example.round, reply };
    link::reply(&sent, bundled()).unwrap()
}
