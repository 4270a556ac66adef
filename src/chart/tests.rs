//! The smaller pictures keep their promises.

use super::seen::{Dice, Seen};
use super::*;

fn point(number: usize, importance: f64, delivered: f64) -> MatrixPoint {
    let urgent = importance >= 2.75 && importance - delivered >= 1.75;
    MatrixPoint { key: format!("m{number}"), number, region: Region::Shared, importance, delivered, urgent }
}

fn matrix_words() -> MatrixWords {
    MatrixWords {
        title: "Importance against delivery".to_owned(),
        importance: ["not expected", "minor", "useful", "very important", "essential"].map(str::to_owned),
        delivered: ["nothing yet", "promised or started", "took something away", "used at work", "visible result"]
            .map(str::to_owned),
        urgent: "urgent".to_owned(),
        improve: "improve".to_owned(),
        in_line: "in line".to_owned(),
        more_than_asked: "more than asked".to_owned(),
        importance_axis: "Importance, up to essential".to_owned(),
        delivered_axis: "Delivered, up to a visible result".to_owned(),
    }
}

#[test]
fn badges_in_the_matrix_do_not_touch() {
    let mut dice = Dice(31);
    for _ in 0..300 {
        let half_steps = |dice: &mut Dice| f64::from(u32::try_from(dice.below(9)).unwrap()) / 2.0;
        let points = (1..=30).map(|n| point(n, half_steps(&mut dice), half_steps(&mut dice))).collect();
        let picture = Matrix { points, words: matrix_words() };
        for room in [Room::Wide, Room::Narrow] {
            let seen = Seen::of(&matrix(&picture, room));
            assert_eq!(seen.badges.len(), 30);
            for (place, (body, _, key, _)) in seen.badges.iter().enumerate() {
                for (other, _, owner, _) in seen.badges.iter().skip(place + 1) {
                    assert!(!body.touches(other, 0.0), "{key} touches {owner}: {:?}", picture.points);
                }
            }
        }
    }
}

#[test]
fn words_around_the_matrix_do_not_touch() {
    let picture = Matrix { points: vec![point(1, 4.0, 1.0)], words: matrix_words() };
    for room in [Room::Wide, Room::Narrow] {
        let scene = matrix(&picture, room);
        let seen = Seen::of(&scene);
        for (place, (area, text, _)) in seen.words.iter().enumerate() {
            assert!(
                area.left >= -0.5 && area.right <= scene.width + 0.5 && area.bottom <= scene.height,
                "{}",
                text.words
            );
            for (other, what, _) in seen.words.iter().skip(place + 1) {
                assert!(!area.meets(*other, -0.3), "{:?} over {:?}", text.words, what.words);
            }
        }
    }
}

#[test]
fn only_what_is_urgent_is_solid() {
    let picture = Matrix { points: vec![point(1, 4.0, 1.0), point(2, 4.0, 3.0)], words: matrix_words() };
    let classes: Vec<&str> = Seen::of(&matrix(&picture, Room::Wide)).badges.iter().map(|badge| badge.3).collect();
    assert_eq!(classes, ["n-both", "n-soft-both"]);
}

fn exchange_of(organisation: Option<f64>, members: Option<f64>) -> String {
    let cell = |name: &str| QuadrantWords { name: name.to_owned(), line: "what it means".to_owned() };
    let words = ExchangeWords {
        title: "Exchange".to_owned(),
        sustaining: cell("Sustaining"),
        extraction: cell("Extraction"),
        club: cell("Club"),
        drifting: cell("Drifting"),
        ..ExchangeWords::default()
    };
    let possible = vec![Quadrant::Sustaining];
    exchange(&Exchange { organisation, members, possible, words, uid: "x\"y".to_owned() }).to_svg()
}

#[test]
fn two_answers_are_a_marker_and_one_is_a_band() {
    let both = exchange_of(Some(3.0), Some(3.0));
    assert!(both.contains(r#"<circle class="x-here" cx="268" cy="94" r="8.5"/>"#) && !both.contains("<pattern"));
    assert!(both.contains(r#"<rect class="x-both on" x="240" y="6" width="116" height="116" rx="6"/>"#));
    let one = exchange_of(Some(3.0), None);
    assert!(one.contains(r#"<pattern id="xyx""#) && one.contains("url(#xyx)") && !one.contains("x-here"));
    let none = exchange_of(None, None);
    assert!(!none.contains("<pattern") && !none.contains("x-here"));
}

#[test]
fn the_staircase_shows_what_is_reached_and_what_is_possible() {
    let classes = |low, high| {
        let class = |mark: &Mark| if let Mark::Rect { class, .. } = mark { *class } else { "" };
        stairs(low, high).marks.iter().map(class).collect::<Vec<_>>()
    };
    assert_eq!(classes(2, 2), ["st on", "st on", "st", "st"]);
    assert_eq!(classes(1, 3), ["st on", "st may", "st may", "st"]);
}

#[test]
fn the_two_ideas_keep_their_proportions() {
    let words = IdeaWords { title: "Apart".to_owned(), ..IdeaWords::default() };
    let apart = idea(IdeaKind::Apart, &words, Room::Wide).to_svg();
    assert!(!apart.contains("v-both") && apart.contains(r#"viewBox="0 0 480 278""#));
    let over = idea(IdeaKind::Overlapping, &words, Room::Wide).to_svg();
    assert!(over.contains("M240 44.71A119 119 0 0 1 240 265.29A119 119 0 0 1 240 44.71Z"));
}

#[test]
fn a_mark_is_named_by_its_caller() {
    assert!(mark(MarkKind::Yes).to_svg().contains("aria-hidden"));
    let named = Scene { title: "yes".to_owned(), ..mark(MarkKind::Yes) };
    assert!(named.to_svg().contains(r#"role="img" aria-label="yes""#));
    assert!(brand().to_svg().contains(r#"width="40" height="25" aria-hidden"#));
}
