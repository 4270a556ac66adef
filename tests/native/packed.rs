//! What grows is stored packed: nothing of it is lost, little room is taken, and what was stored before is read.

use std::sync::Arc;

use common_ground::app::{Effect, Stored};
use common_ground::assessment::{Answer, Answers, Assessment, AssessmentId, Edit, Reply, Snapshot, reply_id};
use common_ground::catalogue::{Side, Step, bundled};
use common_ground::file::{self, FileError, Parts};
use fastrand::Rng;
use proptest::prelude::*;

use super::file::{GOLDEN, read};
use super::generate;
use super::page::Page;
use super::replies::reply;

fn answer(random: &mut Rng) -> Option<Answer> {
    match random.usize(..20) {
        0 => None,
        1 => Some(Answer::DontKnow),
        _ => Some(Answer::Step(Step::ALL[random.usize(..5)])),
    }
}

/// Replies as people give them: each of its own mind, a third with a name.
fn replies(count: u32, seed: u64) -> Vec<Reply> {
    let mut random = Rng::with_seed(seed);
    let items: Vec<_> = bundled().default_items().collect();
    let names = ["Ada Lovelace", "Grace Hopper", "Karl-Heinz Müller", "Zeynep Çelik", "O. Okafor"];
    let one = |at: u32| {
        let mut answers = Answers::default();
        for item in &items {
            answers.importance.extend(answer(&mut random).map(|answer| (*item, answer)));
            answers.delivered.extend(answer(&mut random).map(|answer| (*item, answer)));
        }
        answers.worth = answer(&mut random);
        let first = random.usize(..10);
        answers.top = items[first..first + 3].to_vec();
        let date = format!(
            "2026-11-{:02}T{:02}:{:02}:00Z",
            1 + random.usize(..30),
            7 + random.usize(..12),
            random.usize(..60)
        );
        let [_, _, a, b] = at.to_be_bytes();
        let low = random.u8(..);
        let side = if random.usize(..10) == 0 { Side::Organisation } else { Side::Members };
        let name = (random.usize(..3) == 0).then(|| names[random.usize(..5)].to_owned());
        Reply { date: date.parse().ok(), name, ..reply(&reply_id([low, a, 19, b, 77, low ^ b]), side, answers) }
    };
    (0..count).map(one).collect()
}

fn many() -> Assessment {
    let now = "2026-11-20T16:05:00Z".parse().unwrap();
    let mut assessment = Assessment::new(AssessmentId::from_random([9; 16]), now, bundled());
    assessment.answered.replies = Arc::new(replies(1_000, 7));
    let snapshot = |at: u32| {
        let mut answered = assessment.answered.clone();
        answered.replies = Arc::new(replies(20, u64::from(at)));
        let date = format!("20{:02}-{:02}-01", 10 + at / 12, 1 + at % 12).parse().unwrap();
        Snapshot { date, label: String::new(), answered, extra: Vec::new() }
    };
    assessment.snapshots = Arc::new((0..50).map(snapshot).collect());
    assessment
}

/// What storage counts.
fn characters(text: &str) -> usize {
    text.encode_utf16().count()
}

#[test]
fn a_thousand_replies_and_fifty_snapshots_take_a_fraction_of_their_room() {
    let assessment = many();
    let parts = file::write_parts(&assessment);
    let check = |what: &str, text: &str, part: usize| {
        let (before, after) = (characters(&file::unpacked(text).unwrap()), characters(text));
        println!("{what}: {before} characters, {after} packed");
        assert!(after * part < before, "{what}: {after} of {before}");
    };
    check("1 000 replies", &parts.replies, 15);
    check("50 snapshots with 20 replies each", &parts.snapshots, 15);
    assert_eq!(file::read_parts(&parts, bundled()).unwrap(), assessment);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_that_was_packed_comes_back(text in any::<String>(), times in 1..40_usize) {
        let long = text.repeat(times);
        prop_assert_eq!(file::unpacked(&file::packed(&long)).unwrap(), long);
    }

    #[test]
    fn a_changed_character_is_told_or_says_the_same(assessment in generate::assessment(), at in any::<prop::sample::Index>(), to in 0x4e00..0x8e00_u32) {
        let good = file::write_replies(&assessment.answered.replies);
        prop_assume!(!good.is_empty());
        let mut changed: Vec<char> = good.chars().collect();
        let at = at.index(changed.len());
        changed[at] = char::from_u32(to).unwrap();
        let changed: String = changed.into_iter().collect();
        if let Ok(text) = file::unpacked(&changed) {
            prop_assert!(text == file::unpacked(&good).unwrap() || text == changed, "{}", changed);
        }
    }

    /// What was stored before anything was packed.
    #[test]
    fn lists_that_are_not_packed_are_read_too(assessment in generate::assessment()) {
        let parts = file::write_parts(&assessment);
        let plain = |text: &str| file::unpacked(text).unwrap();
        let before = Parts { replies: plain(&parts.replies), snapshots: plain(&parts.snapshots), ..parts.clone() };
        prop_assert!(before.replies.is_empty() || before.replies.starts_with('['));
        prop_assert!(parts.replies.is_empty() || parts.replies.starts_with("packed-1:"));
        prop_assert_eq!(file::read_parts(&before, bundled()).unwrap(), assessment);
    }
}

/// A page that holds the golden file, as an earlier version stored it.
fn before() -> (Page, Stored) {
    let parts = file::write_parts(&read(GOLDEN));
    let record = Stored {
        id: read(GOLDEN).id.as_str().to_owned(),
        stamp: "00".into(),
        answers: parts.answers.replacen("\"version\":2", "\"version\":1", 1),
        replies: Some(file::unpacked(&parts.replies).unwrap()),
        snapshots: Some(file::unpacked(&parts.snapshots).unwrap()),
    };
    let mut page = Page::new();
    page.stored.insert(record.id.clone(), record.clone());
    page.start();
    (page, record)
}

#[test]
fn a_rating_leaves_what_was_stored_unpacked_and_the_next_snapshot_packs_it() {
    let (mut page, record) = before();
    let community = AssessmentId::new(&record.id).unwrap();
    page.send(common_ground::app::Msg::Went(common_ground::route::Route::assessment(
        &record.id,
        common_ground::route::Place::Results,
    )));
    page.rate(Side::Members, "O1", 3);
    assert_eq!(page.stored[&record.id].snapshots, record.snapshots);
    assert_eq!(page.stored(&community), *page.open());
    let date = "2026-11-23".parse().unwrap();
    page.send(common_ground::app::Msg::Edit(Edit::TakeSnapshot { date, label: "now".into() }));
    assert!(page.stored[&record.id].snapshots.as_ref().unwrap().starts_with("packed-1:"));
    assert_eq!(page.stored[&record.id].replies, record.replies);
    assert_eq!(page.stored(&community), *page.open());
}

#[test]
fn a_record_with_damaged_replies_is_put_aside_with_all_that_can_be_read() {
    let (mut page, record) = before();
    let parts = file::write_parts(&read(GOLDEN));
    let cut: String = parts.replies.chars().take(40).collect();
    let damaged = Stored { replies: Some(cut.clone()), snapshots: Some(parts.snapshots), ..record.clone() };
    page.stored.insert(record.id.clone(), damaged);
    page.model = common_ground::app::Model::default();
    page.start();
    assert!(page.model.shelf.is_empty());
    let [aside] = page.model.aside.as_slice() else { panic!("{:?}", page.model.aside) };
    assert_eq!(aside.why, FileError::Packed.to_string());
    assert_eq!(aside.text, [&record.answers, &cut, record.snapshots.as_ref().unwrap()].map(String::as_str).join("\n"));
    assert!(page.effects.iter().any(|effect| matches!(effect, Effect::PutAside(_))));
}

#[test]
fn what_a_newer_page_has_packed_stays_where_that_page_looks_for_it() {
    let (mut page, record) = before();
    let newer = Stored { replies: Some("packed-2:中".into()), ..record.clone() };
    page.stored.insert(record.id.clone(), newer.clone());
    page.model = common_ground::app::Model::default();
    page.effects.clear();
    page.start();
    assert!(page.model.shelf.is_empty() && page.model.aside[0].why.contains('2'));
    assert!(!page.effects.iter().any(|effect| matches!(effect, Effect::PutAside(_))));
    assert_eq!(page.stored[&record.id], newer);
}

/// What cannot unpack a list takes the record for that of a newer page, and leaves it alone.
#[test]
fn a_record_with_packed_lists_says_so_by_its_version_and_a_file_never_does() {
    let mut assessment = read(GOLDEN);
    let refused = |answers: &str| file::read(answers, bundled()).unwrap_err();
    assert!(matches!(refused(&file::write_answers(&assessment)), FileError::Newer { found: 2, .. }));
    assert_eq!(file::read(&file::write(&assessment), bundled()).unwrap(), assessment);
    assessment.answered.replies = Arc::default();
    assert!(matches!(refused(&file::write_answers(&assessment)), FileError::Newer { found: 2, .. }));
    assessment.snapshots = Arc::default();
    assert_eq!(file::read(&file::write_answers(&assessment), bundled()).unwrap(), assessment);
    let parts = Parts { answers: file::write_answers(&read(GOLDEN)).replacen(":2", ":3", 1), ..Parts::default() };
    assert!(matches!(file::read_parts(&parts, bundled()), Err(FileError::Newer { found: 3, known: 2 })));
}

/// More than is read would be kept and never come back.
#[test]
fn what_is_longer_than_is_read_is_not_packed_so_that_storage_refuses_it() {
    let long = "[1],".repeat(file::MAX_BYTES / 4 + 1);
    assert_eq!(file::packed(&long), long);
}
