//! Over time: snapshots and rounds on the page, what has changed, what was last time.

use common_ground::app::view::{self, ChangesView};
use common_ground::app::{Msg, Notice, Pending, Shelved, Source};
use common_ground::assessment::{Answer, Edit, Item, SnapshotRef};
use common_ground::catalogue::{PerSide, Phase, Practice, Side, Step};
use common_ground::chart::{Interval, TrendAsked, TrendTone};
use common_ground::file;
use common_ground::route::{Place, Route};
use common_ground::score::trend::{self, Measured};
use common_ground::text::EN;
use proptest::prelude::*;

use super::generate;
use super::page::{Page, id};

const THIN: char = '\u{202f}';

/// A community that asks about two expectations: 4 and 4 to the organisation, 2 and 2 to the members. So 4 of 8 steps
/// coincide: 50 %.
fn half() -> Page {
    let mut page = Page::new();
    page.create();
    let others: Vec<_> = page.open().answered.items.iter().map(Item::id).filter(|one| !two().contains(one)).collect();
    for item in others {
        page.send(Msg::Edit(Edit::TakeOut(item)));
    }
    for item in ["O1", "O2"] {
        page.rate(Side::Organisation, item, 4);
        page.rate(Side::Members, item, 2);
    }
    to(&mut page, Place::Time);
    page
}

fn two() -> [common_ground::catalogue::ItemId; 2] {
    [id("O1"), id("O2")]
}

fn to(page: &mut Page, place: Place) {
    let id = page.open().id.clone();
    page.send(Msg::Went(Route::assessment(id.as_str(), place)));
}

fn take(page: &mut Page, date: &str, label: &str) {
    page.send(Msg::Edit(Edit::TakeSnapshot { date: date.parse().unwrap(), label: label.into() }));
}

fn which(page: &Page, at: usize) -> SnapshotRef {
    page.open().snapshots[at].reference(at)
}

fn changes(page: &Page) -> ChangesView {
    view::changes(&page.model).unwrap()
}

/// What the table says of a figure: then, later, where it went.
fn row(view: &ChangesView, name: &str) -> (String, String, &'static str) {
    let row = view.changed.figures.iter().find(|row| row.name == name).unwrap();
    let [earlier, later] = row.values.clone();
    (earlier, later, row.change)
}

fn rail_count(page: &Page) -> String {
    let frame = view::frame(&page.model);
    let mut entries = frame.rail.into_iter().flat_map(|group| group.entries);
    entries.find(|entry| entry.label == "Over time").unwrap().count
}

#[test]
fn a_snapshot_stands_in_the_list_and_in_the_menu_and_is_undone() {
    let mut page = half();
    assert_eq!(rail_count(&page), "");
    assert_eq!(view::time(&page.model).unwrap().title, "Nothing to compare with yet");
    assert!(view::trends(&page.model).is_none() && view::changes(&page.model).is_none());
    take(&mut page, "2026-05-01", "Before launch");
    take(&mut page, "2026-08-01", "");
    assert_eq!(rail_count(&page), "2");
    let seen = view::time(&page.model).unwrap();
    let rows: Vec<_> = seen.snapshots.iter().map(|row| (row.name.as_str(), row.about.as_str())).collect();
    let about = format!("Planning phase · 50{THIN}% overlap");
    assert_eq!(rows, [("1 August 2026", about.as_str()), ("Before launch, 1 May 2026", about.as_str())]);
    assert_eq!(seen.today, "2026-11-23");
    let notice = view::notice(&page.model).unwrap();
    assert_eq!((notice.words.as_str(), notice.undo), ("The answers of 1 August 2026 are kept as a snapshot.", true));

    page.send(Msg::Edit(Edit::DropSnapshot(which(&page, 0))));
    assert_eq!(view::notice(&page.model).unwrap().words, "The snapshot of 1 May 2026 is deleted.");
    assert_eq!(rail_count(&page), "1");
    page.send(Msg::Undo);
    assert_eq!(rail_count(&page), "2");
}

#[test]
fn the_finding_names_the_way_that_overlap_went() {
    let mut page = half();
    take(&mut page, "2026-05-01", "");
    let title = |page: &Page| view::time(&page.model).unwrap().title;
    assert_eq!(title(&page), "No clear change in overlap since 1 May 2026");
    page.rate(Side::Members, "O1", 4); // 6 of 8
    assert_eq!(title(&page), format!("Overlap has risen from 50{THIN}% to 75{THIN}% since 1 May 2026"));
    page.rate(Side::Members, "O1", 0); // 2 of 8
    assert_eq!(title(&page), format!("Overlap has fallen from 50{THIN}% to 25{THIN}% since 1 May 2026"));
}

#[test]
fn a_difference_that_is_rounded_away_is_said_to_be_less_than_a_point() {
    let mut page = Page::new();
    page.create();
    let items: Vec<String> = page.open().answered.items.iter().map(|item| item.id().to_string()).collect();
    // 19 steps coincide of 37, and then 20 of 39: 51.35 % and 51.28 %.
    let organisation = [0, 2, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3];
    let members = [0, 0, 2, 2, 2, 2, 2, 2, 2, 2, 2, 1];
    for (item, (own, other)) in items.iter().zip(organisation.into_iter().zip(members)) {
        page.rate(Side::Organisation, item, own);
        page.rate(Side::Members, item, other);
    }
    to(&mut page, Place::Time);
    take(&mut page, "2026-05-01", "");
    page.rate(Side::Organisation, &items[0], 1);
    page.rate(Side::Members, &items[0], 1);
    page.rate(Side::Organisation, &items[1], 3);
    let (at, day) = (format!("51{THIN}%"), "1 May 2026");
    let title = |page: &Page| view::time(&page.model).unwrap().title;
    assert_eq!(title(&page), format!("Overlap, at {at}, has fallen by less than a point since {day}"));
    assert_eq!(row(&changes(&page), "Overlap"), (at.clone(), at.clone(), "down by less than a point"));
    let line = view::results(&page.model).unwrap().last_time.unwrap().words;
    assert_eq!(line, format!("Last time ({day}): {at} overlap; it has fallen by less than a point since."));

    // The other way round.
    take(&mut page, "2026-06-01", "");
    page.rate(Side::Organisation, &items[0], 0);
    page.rate(Side::Members, &items[0], 0);
    page.rate(Side::Organisation, &items[1], 2);
    assert_eq!(title(&page), format!("Overlap, at {at}, has risen by less than a point since 1 June 2026"));
    assert_eq!(row(&changes(&page), "Overlap").2, "up by less than a point");
}

#[test]
fn the_results_say_what_was_last_time() {
    let mut page = half();
    let line = |page: &Page| view::results(&page.model).unwrap().last_time.map(|last| last.words);
    assert_eq!(line(&page), None);
    take(&mut page, "2026-05-01", "");
    assert_eq!(line(&page), Some(format!("Last time (1 May 2026): 50{THIN}% overlap; no clear change.")));
    page.rate(Side::Members, "O1", 4);
    assert_eq!(line(&page), Some(format!("Last time (1 May 2026): 50{THIN}% overlap; it has risen since.")));
    // Another expectation makes 7 of 12 now, which is not what is compared.
    page.send(Msg::Edit(Edit::AddItem(id("O3"))));
    page.rate(Side::Organisation, "O3", 4);
    page.rate(Side::Members, "O3", 1);
    assert_eq!(
        line(&page),
        Some(format!(
            "Last time (1 May 2026): 50{THIN}% overlap; over the two expectations asked both times 50{THIN}% then and \
             75{THIN}% now; it has risen since."
        ))
    );
    let address = view::results(&page.model).unwrap().last_time.unwrap().address.unwrap();
    assert_eq!(Route::parse(&address), Route::assessment(page.open().id.as_str(), Place::Time));
}

#[test]
fn a_guest_copy_says_what_was_last_time_and_leads_nowhere() {
    let mut page = half();
    take(&mut page, "2026-05-01", "");
    let text = common_ground::file::write(page.open());
    let mut other = Page::seeded(700);
    other.send(Msg::LookAt(vec![text]));
    let id = page.open().id.clone();
    other.send(Msg::LookInto(id));
    assert_eq!(other.model.route, Route::Guest);
    let last = view::results(&other.model).unwrap().last_time.unwrap();
    assert_eq!(
        (last.words, last.address),
        (format!("Last time (1 May 2026): 50{THIN}% overlap; no clear change."), None)
    );
}

#[test]
fn a_new_round_keeps_the_replies_as_last_time_and_hears_nobody() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    to(&mut page, Place::Time);
    let replies = page.open().answered.replies.len();
    assert_eq!(replies, 12);
    let means = view::time(&page.model).unwrap().round_means;
    assert!(means.starts_with("Twelve replies move into the snapshot"), "{means}");
    let kept = page.open().snapshots.len();
    let overlap = page.model.open().unwrap().results.overlap.jaccard;
    let start = Edit::StartRound { ends: page.open().round, date: "2026-11-23".parse().unwrap(), label: String::new() };
    page.send(Msg::Edit(start));
    assert_eq!(
        view::notice(&page.model).unwrap().words,
        "Round 2 has begun. Both sides are unheard until new replies come in."
    );
    let shelved = page.model.open().unwrap();
    assert!(Side::ALL.into_iter().all(|side| !shelved.results.counted.heard(side)));
    let last = &shelved.past()[kept];
    assert_eq!((last.overlap, last.snapshot), (overlap, Some(kept)));
    assert_eq!(view::time(&page.model).unwrap().round_now, "This is round 2.");
    // Who spoke is named, since a change may come from that.
    let notes = changes(&page).changed.notes;
    assert!(
        notes.iter().any(|note| note.ends_with("an estimate later. A change may come from who spoke.")),
        "{notes:?}"
    );
    // An estimate that stands where people were heard has not moved.
    let changed = changes(&page).changed;
    let said = "Estimates stand against what people said, so no answer is called moved";
    assert_eq!((changed.moved_title.as_str(), changed.moved.len()), (said, 0));
    assert!(view::time(&page.model).unwrap().lead.starts_with(&format!("{said}. ")));
    // A practice has always been judged by the same.
    page.send(Msg::Edit(Edit::Level(Practice::Vp1, Some(Answer::Step(Step::new(0).unwrap())))));
    let changed = changes(&page).changed;
    let moved: Vec<_> = changed.moved.iter().map(|row| row.about.as_str()).collect();
    assert_eq!((changed.moved_title.as_str(), &*moved), ("One answer moved by a step or more", &["practice"][..]));
    page.send(Msg::Undo);
    page.send(Msg::Undo);
    assert_eq!(page.open().answered.replies.len(), replies);
    assert_eq!(page.open().snapshots.len(), kept);
}

#[test]
fn a_round_without_an_answer_or_an_estimate_says_so_and_compares_nothing_with_it() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    to(&mut page, Place::Time);
    // Without what the keeper has estimated, what was heard stands alone.
    let mut bare = page.open().clone();
    bare.answered.estimate = PerSide::default();
    let text = file::write(&bare);
    page.send(Msg::Open { text, source: Source::File });
    page.send(Msg::TakeInstead);
    to(&mut page, Place::Time);
    page.send(Msg::Edit(Edit::StartRound { ends: 1, date: "2026-11-23".parse().unwrap(), label: String::new() }));
    let seen = view::time(&page.model).unwrap();
    assert_eq!(seen.title, "Round 2 still has to be heard; overlap was 53\u{202f}% on 23 November 2026");
    assert_eq!(seen.lead, EN.time.not_yet);
    let changed = changes(&page).changed;
    assert_eq!(changed.notes, Vec::<String>::new());
    let overlap = changed.figures.iter().find(|row| row.name == EN.time.overlap).unwrap();
    assert_eq!((overlap.values[1].as_str(), overlap.change), ("–", "known only once"));
    // No end of a line stands where nothing is known now: only the practices, which are the keeper's, have one.
    let trend = view::trends(&page.model).unwrap().trend;
    let svg = common_ground::chart::trend(&trend, common_ground::chart::Room::Wide).to_svg();
    assert!(!svg.contains(">–<") && svg.contains(">7 of 10<"), "{svg}");
}

#[test]
fn what_changed_is_told_with_both_figures_and_the_answers_behind_it() {
    let mut page = half();
    take(&mut page, "2026-05-01", "Start");
    page.rate(Side::Members, "O1", 4);
    page.send(Msg::Edit(Edit::Level(Practice::Vp1, Some(Answer::Step(Step::new(2).unwrap())))));
    let seen = changes(&page);
    assert_eq!(seen.between, Some(("Start, 1 May 2026".into(), "Now".into())));
    assert_eq!(row(&seen, "Overlap"), (format!("50{THIN}%"), format!("75{THIN}%"), "up"));
    // All that the members want, the organisation wanted and wants.
    let whole = format!("100{THIN}%");
    assert_eq!(row(&seen, "What members want, the organisation wants too"), (whole.clone(), whole, "no clear change"));
    // A practice that was unknown has not moved: nothing says from where.
    assert_eq!(row(&seen, "Practices at 2 or above"), ("0–10 of 10".into(), "1–10 of 10".into(), "no clear change"));
    assert!(seen.changed.figures.iter().all(|row| row.name != "Worth it for members"), "nobody was asked");
    assert_eq!(seen.changed.moved_title, "One answer moved by a step or more");
    let moved: Vec<_> = seen.changed.moved.iter().map(|row| (row.about.as_str(), row.steps.as_str())).collect();
    assert_eq!(moved, [("important to the members", "2 → 4")]);
    assert_eq!(seen.changed.notes, Vec::<String>::new());
}

#[test]
fn any_two_states_can_be_compared_and_stay_chosen() {
    let mut page = half();
    for (date, step) in [("2026-05-01", 3), ("2026-06-01", 4), ("2026-07-01", 1)] {
        take(&mut page, date, "");
        page.rate(Side::Members, "O1", step);
    }
    assert_eq!(changes(&page).chosen, (2, 3), "at first the last snapshot and the present");
    let (one, other) = (which(&page, 1), which(&page, 0));
    page.send(Msg::Compare { earlier: Some(one), later: Some(other) });
    let seen = changes(&page);
    assert_eq!(seen.chosen, (1, 0));
    // Whichever was chosen first, the earlier comes first: 4 of 8, then 5 of 8.
    assert_eq!(seen.between, Some(("1 May 2026".into(), "1 June 2026".into())));
    assert_eq!(row(&seen, "Overlap"), (format!("50{THIN}%"), format!("63{THIN}%"), "up"));
    page.send(Msg::Edit(Edit::RenameSnapshot(which(&page, 1), "Summer".into())));
    assert_eq!(changes(&page).chosen, (1, 0), "a new name is no other snapshot");
    page.send(Msg::Compare { earlier: Some(which(&page, 1)), later: Some(which(&page, 1)) });
    assert_eq!((changes(&page).chosen, changes(&page).between), ((1, 1), None));
    page.send(Msg::Edit(Edit::DropSnapshot(which(&page, 1))));
    assert_eq!(changes(&page).chosen, (1, 2), "what is gone cannot be compared");
}

#[test]
fn a_change_of_phase_offers_a_snapshot_where_there_is_something_to_keep() {
    let mut page = Page::new();
    page.create();
    page.send(Msg::Edit(Edit::Phase(Phase::Launch)));
    assert_eq!(page.model.notice, None);
    let mut page = half();
    take(&mut page, "2026-05-01", "");
    to(&mut page, Place::Community);
    page.send(Msg::Edit(Edit::Phase(Phase::Sustain)));
    let notice = view::notice(&page.model).unwrap();
    let (words, address) = notice.link.clone().unwrap();
    assert_eq!((words, notice.undo), ("Over time", true));
    page.send(Msg::Went(Route::parse(&address)));
    assert_eq!(page.model.notice, None, "it has led where it pointed to");
    let notes = changes(&page).changed.notes;
    let phases =
        "The phase was planning then and sustaining later: each outlook is judged by what its own phase needs.";
    assert_eq!(notes, [phases]);
}

#[test]
fn the_trend_has_a_place_for_every_snapshot_and_the_present() {
    let mut page = half();
    take(&mut page, "2026-05-01", "");
    page.send(Msg::Edit(Edit::AddItem(id("O3"))));
    take(&mut page, "2026-05-31", "");
    let seen = view::trends(&page.model).unwrap();
    let days: Vec<f64> = seen.trend.dates.iter().map(|date| date.day).collect();
    // The harness says that it is 23 November: 176 days later.
    assert_eq!((days[1] - days[0], days[2] - days[1]), (30.0, 176.0));
    let asked: Vec<_> = seen.trend.dates.iter().map(|date| date.asked).collect();
    assert_eq!(asked, [TrendAsked::Same, TrendAsked::Changed, TrendAsked::Same]);
    assert_eq!(seen.rows[1].note, "other expectations asked");
    let [overlap, returns, practices] = seen.trend.panels.as_slice() else { panic!("three panels") };
    // An unknown expectation adds 0 of 4 at least and 4 of 4 at most: 4/12 to 8/12.
    let values = &overlap.lines[0].values;
    assert_eq!(values[0], Some(Interval { low: 0.5, high: 0.5 }));
    let Some(Interval { low, high }) = values[1] else { panic!("a range") };
    assert!((low - 4.0 / 12.0).abs() < 1e-9 && (high - 8.0 / 12.0).abs() < 1e-9, "{low} to {high}");
    assert!(returns.lines.iter().all(|line| line.values == [None; 3] && line.latest == "–"));
    assert_eq!(practices.lines[0].values[2], Some(Interval { low: 0.0, high: 1.0 }));
    assert_eq!(practices.lines[0].latest, "0–10 of 10");
    // A count of ten, and nobody's colour.
    let ticks: Vec<_> = practices.ticks.iter().map(|(at, words)| (*at, words.as_str())).collect();
    assert_eq!((ticks, practices.lines[0].tone), (vec![(0.0, "0"), (0.5, "5"), (1.0, "10")], TrendTone::Ink));
    assert_eq!(seen.rows[2].name, "Now");
}

#[test]
fn snapshots_are_scored_once_and_again_only_when_they_say_something_else() {
    let mut page = half();
    for date in ["2026-05-01", "2026-06-01"] {
        take(&mut page, date, "");
        page.rate(Side::Members, "O1", 4);
    }
    let past = |page: &Page| page.model.open().unwrap().past().as_ptr();
    let scored = past(&page);
    page.rate(Side::Members, "O2", 1);
    page.send(Msg::Edit(Edit::RenameSnapshot(which(&page, 0), "Spring".into())));
    assert_eq!(past(&page), scored, "an answer and a name change no snapshot");
    let fresh = |page: &Page| {
        let shelved = page.model.open().unwrap();
        Shelved::new(shelved.assessment.clone(), None, Pending::Nothing).moments() == shelved.moments()
    };
    assert!(fresh(&page));
    page.send(Msg::Edit(Edit::DropSnapshot(which(&page, 0))));
    assert!(fresh(&page) && page.model.open().unwrap().past().len() == 1);
    page.send(Msg::Undo);
    assert!(fresh(&page) && page.model.open().unwrap().past().len() == 2);
}

#[test]
fn a_day_that_is_none_is_refused_and_changes_nothing() {
    let mut page = half();
    take(&mut page, "2026-05", "");
    assert!(
        matches!(&page.model.notice, Some(Notice::Refused(why)) if why == "a snapshot needs a day, such as 2026-11-20")
    );
    assert!(page.open().snapshots.is_empty());
}

/// What the page follows over time is what every state scores from scratch.
fn check_moments(page: &Page) -> Result<(), TestCaseError> {
    let moments = page.model.open().unwrap().moments();
    let points = trend::series(page.open());
    prop_assert_eq!(moments.len(), points.len());
    for (moment, point) in moments.iter().zip(&points) {
        let of = |measured: Measured| measured.of(&point.results);
        prop_assert_eq!((moment.snapshot, &moment.date), (point.snapshot, &point.date));
        prop_assert_eq!(moment.items, point.results.counted.items.len());
        prop_assert_eq!(moment.other_items, !point.added.is_empty() || !point.taken_out.is_empty());
        prop_assert_eq!(moment.overlap, of(Measured::Overlap));
        prop_assert_eq!(moment.shared, point.results.overlap.shared);
        for (side, returned) in moment.returns.iter() {
            prop_assert_eq!(*returned, of(Measured::Return(side)));
        }
        let practices = |count: usize| f64::from(u8::try_from(count).unwrap());
        let maturity = (practices(moment.maturity.0), practices(moment.maturity.1));
        prop_assert_eq!(Some(maturity), of(Measured::Maturity).ends());
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_is_done_to_snapshots_the_trend_is_what_they_score_from_scratch(assessment in generate::assessment()) {
        let mut page = Page::new();
        page.send(Msg::Open { text: file::write(&assessment), source: Source::File });
        check_moments(&page)?;
        take(&mut page, "2026-11-20", "Review");
        check_moments(&page)?;
        let item = page.open().answered.items.first().map(Item::id);
        page.send(Msg::Edit(Edit::Level(Practice::Vp4, Some(Answer::Step(Step::new(3).unwrap())))));
        if let Some(item) = item {
            page.send(Msg::Edit(Edit::TakeOut(item)));
        }
        check_moments(&page)?;
        page.send(Msg::Edit(Edit::DropSnapshot(which(&page, 0))));
        check_moments(&page)?;
        page.send(Msg::Undo);
        check_moments(&page)?;
    }
}
