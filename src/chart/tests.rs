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
fn thirty_badges_in_the_matrix_can_be_read_and_stay_by_their_places() {
    let mut dice = Dice(37);
    for _ in 0..60 {
        let half_steps = |dice: &mut Dice| f64::from(u32::try_from(dice.below(7)).unwrap()) / 2.0;
        let mut points: Vec<_> = (1..=30).map(|n| point(n, half_steps(&mut dice), half_steps(&mut dice))).collect();
        // Nine of them at one place.
        for point in points.iter_mut().take(9) {
            (point.importance, point.delivered) = (1.0, 1.0);
        }
        let seen = Seen::of(&matrix(&Matrix { points: points.clone(), words: matrix_words() }, Room::Narrow));
        for (body, _, key, _) in &seen.badges {
            let disc = body.disc();
            let point = points.iter().find(|point| point.key == *key).unwrap();
            let (x, y) = (22.0 + (point.delivered + 0.5) * 60.0, 326.0 - (point.importance + 0.5) * 60.0);
            assert!(disc.r > 6.0, "{key:?} is {} large", disc.r);
            assert!((disc.x - x).hypot(disc.y - y) <= 30.0, "{key:?} is at {disc:?} instead of {x} {y}");
        }
    }
}

#[test]
fn no_badge_touches_the_name_of_a_zone_in_the_matrix() {
    let mut dice = Dice(53);
    let regions = [Region::Shared, Region::OrganisationOnly, Region::MembersOnly];
    for n in [1, 6, 12, 30].repeat(75) {
        let half_steps = |dice: &mut Dice| f64::from(u32::try_from(dice.below(9)).unwrap()) / 2.0;
        let mut points: Vec<_> = (1..=n).map(|n| point(n, half_steps(&mut dice), half_steps(&mut dice))).collect();
        for (point, region) in points.iter_mut().zip(regions.iter().cycle()) {
            point.region = *region;
            point.urgent = true;
        }
        let picture = Matrix { points, words: matrix_words() };
        for room in [Room::Wide, Room::Narrow] {
            let seen = Seen::of(&matrix(&picture, room));
            let names: Vec<_> = seen.words.iter().filter(|word| word.1.class.starts_with("zl")).collect();
            let words: String = names.iter().map(|name| name.1.words.as_str()).collect::<Vec<_>>().join(" ");
            let all = ["urgent", "improve", "in line", "more than asked"];
            assert!(n == 30 || all.iter().all(|name| words.contains(name)), "{words} beside {n} badges");
            for (area, text, _) in names {
                for (body, _, key, _) in &seen.badges {
                    assert!(!body.covers(*area, 2.0), "{key} over {:?}: {:?}", text.words, picture.points);
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
fn a_narrow_picture_has_the_whole_name_and_every_label_below_it() {
    let unbroken = "Bundesstraßenverwaltungsfachangestelltengemeinschaft".repeat(2);
    let sentence = "People who look after the shared measuring instruments of all regional laboratories and of their partners in \
                    three other countries";
    for name in [unbroken.as_str(), sentence] {
        let label = |number, words: &str| KeyEntry {
            sample: Sample::Item(Region::Shared, number, Weight::Soft),
            words: words.to_owned(),
        };
        let key = vec![label(1, name), label(2, "Critical questions"), label(3, name)];
        let words = Sheet { name: name.to_owned(), heading: "Exchange".to_owned(), key, ..Sheet::default() };
        let picture = Exchange {
            organisation: Some(3.0),
            members: Some(3.0),
            possible: Vec::new(),
            words: ExchangeWords::default(),
            uid: "x".to_owned(),
        };
        let scene = sheet(exchange(&picture), &words);
        let seen = Seen::of(&scene);
        let written: String = seen.words.iter().map(|word| word.1.words.as_str()).collect();
        let (written, wanted) = (written.replace(' ', ""), name.replace(' ', ""));
        assert_eq!(written.matches(&wanted).count(), 3, "{written}");
        for (place, (area, text, _)) in seen.words.iter().enumerate() {
            assert!(area.right <= scene.width + 0.5 && area.bottom <= scene.height + 0.5, "{}", text.words);
            for (other, what, _) in seen.words.iter().skip(place + 1) {
                assert!(!area.meets(*other, -0.3), "{:?} over {:?}", text.words, what.words);
            }
        }
    }
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

/// The columns of a class with their place, width and height, from left to right.
fn columns(scene: &Scene, wanted: &str) -> Vec<[f64; 4]> {
    let rect = |mark: &Mark| match mark {
        Mark::Rect { class, x, y, width, height, .. } if *class == wanted => Some([*x, *y, *width, *height]),
        _ => None,
    };
    scene.marks.iter().filter_map(rect).collect()
}

fn bold_steps(scene: &Scene) -> String {
    let bold = |mark: &Mark| match mark {
        Mark::Text(text) if text.class == "tk b" => Some(text.words.clone()),
        _ => None,
    };
    scene.marks.iter().filter_map(bold).collect()
}

fn bars(counts: [u32; 5], median: f64) -> Bars {
    Bars { counts: Some(counts), median: Some(median) }
}

#[test]
fn a_column_is_as_high_as_its_share_and_stands_away_from_the_scale() {
    let picture = Histogram {
        members: bars([2, 4, 1, 1, 1], 1.0),
        organisation: bars([0, 0, 0, 0, 3], 4.0),
        ..Histogram::default()
    };
    for (size, full, extent) in [(HistogramSize::List, 44.0, (112.0, 102.0)), (HistogramSize::Row, 21.0, (82.0, 56.0))]
    {
        let scene = histogram(&picture, size);
        assert_eq!((scene.width, scene.height, scene.sizing), (extent.0, extent.1, Sizing::Fixed));
        let (members, organisation) = (columns(&scene, "h-mem"), columns(&scene, "h-org"));
        for ([_, top, _, height], share) in members.iter().zip([2.0, 4.0, 1.0, 1.0, 1.0]) {
            assert!((height - full * share / 9.0).abs() < 1e-9);
            assert!((top + height - full).abs() < 1e-9, "members end where the scale begins");
        }
        let across = (extent.0 - 12.0) / 5.0;
        assert_eq!(organisation, [[4.0 * (across + 3.0), full + 14.0, across, full]], "no column for no answer");
        assert!((2.0 * full + 14.0 - extent.1).abs() < 1e-9, "all at one step fill the height");
        assert_eq!(columns(&scene, "h-base").len(), 10);
        assert_eq!(bold_steps(&scene), "14");
    }
}

#[test]
fn a_side_that_is_not_shown_leaves_its_half_empty_and_the_other_in_its_place() {
    let members = bars([0, 1, 3, 1, 0], 2.0);
    let both = histogram(
        &Histogram { members, organisation: bars([1, 1, 0, 0, 0], 0.5), ..Histogram::default() },
        HistogramSize::Row,
    );
    let median = Bars { counts: None, median: Some(3.5) };
    let alone = histogram(&Histogram { members, organisation: median, ..Histogram::default() }, HistogramSize::Row);
    assert_eq!(columns(&alone, "h-mem"), columns(&both, "h-mem"));
    assert_eq!((columns(&alone, "h-org").len(), columns(&alone, "h-base").len()), (0, 5));
    assert_eq!((alone.width, alone.height), (both.width, both.height));
    assert_eq!((bold_steps(&both), bold_steps(&alone)), ("012".to_owned(), "234".to_owned()), "a half makes both bold");
    let none = histogram(&Histogram::default(), HistogramSize::Row);
    assert_eq!((none.marks.len(), bold_steps(&none)), (5, String::new()), "the scale alone");
}

#[test]
fn a_histogram_is_written_as_in_the_reference() {
    let picture = Histogram {
        members: bars([2, 5, 2, 0, 0], 1.0),
        organisation: bars([0, 0, 0, 1, 2], 4.0),
        title: "Know-how kept".to_owned(),
    };
    let svg = histogram(&picture, HistogramSize::Row).to_svg();
    let start =
        r#"<svg class="mirror" viewBox="0 0 82 56" width="82" height="56" role="img" aria-label="Know-how kept">"#;
    assert!(svg.starts_with(start), "{svg}");
    for mark in [
        r#"<rect class="h-base" x="0" y="20.25" width="14" height="1.5"/>"#,
        r#"<rect class="h-base" x="0" y="34.25" width="14" height="1.5"/>"#,
        r#"<rect class="h-mem" x="17" y="9.33" width="14" height="11.67"/>"#,
        r#"<rect class="h-org" x="68" y="35" width="14" height="14"/>"#,
        r#"<text class="tk b" x="24" y="32" font-size="11.5" text-anchor="middle">1</text>"#,
        r#"<text class="tk" x="58" y="32" font-size="11.5" text-anchor="middle">3</text>"#,
    ] {
        assert!(svg.contains(mark), "{mark} is not in {svg}");
    }
}

#[test]
fn counts_without_an_answer_draw_a_base_line_and_nothing_else() {
    let empty = Bars { counts: Some([0; 5]), median: None };
    let scene = histogram(&Histogram { members: empty, ..Histogram::default() }, HistogramSize::List);
    assert_eq!((columns(&scene, "h-mem").len(), columns(&scene, "h-base").len()), (0, 5));
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
