//! Over time and side by side: nothing touches, nothing leaves the box, and many points stay few marks.

use super::badge::Area;
use super::scene::Group;
use super::seen::{Dice, Seen};
use super::*;

fn exact(share: f64) -> Option<Interval> {
    Some(Interval { low: share, high: share })
}

fn range(low: f64, high: f64) -> Option<Interval> {
    Some(Interval { low, high })
}

fn date(day: f64) -> TrendDate {
    TrendDate { day, label: "2026-05-01".to_owned(), asked: TrendAsked::Same }
}

fn line(tone: TrendTone, values: Vec<Option<Interval>>) -> TrendLine {
    TrendLine { tone, values, latest: "41–63\u{a0}%".to_owned() }
}

fn words() -> TrendWords {
    TrendWords { title: "Over time".to_owned() }
}

fn ticks() -> Vec<(f64, String)> {
    [(0.0, "0\u{a0}%"), (0.25, "25\u{a0}%"), (0.5, "50\u{a0}%"), (1.0, "100\u{a0}%")]
        .map(|(at, word)| (at, word.to_owned()))
        .to_vec()
}

fn one(days: &[f64], lines: Vec<TrendLine>) -> Trend {
    let panels = vec![TrendPanel { name: "Overlap".to_owned(), ticks: ticks(), lines }];
    Trend { dates: days.iter().copied().map(date).collect(), panels, words: words(), uid: "t".to_owned() }
}

/// Every path of a class, its commands joined.
fn paths(scene: &Scene, wanted: &str) -> Vec<String> {
    let path = |mark: &Mark| match mark {
        Mark::Path { class, d, .. } if *class == wanted => Some(d.clone()),
        _ => None,
    };
    scene.marks.iter().filter_map(path).collect()
}

/// No words over other words, and none outside.
fn check_words(scene: &Scene) {
    let seen = Seen::of(scene);
    for (place, (area, text, _)) in seen.words.iter().enumerate() {
        let inside = area.left >= -0.5
            && area.top >= -0.5
            && area.right <= scene.width + 0.5
            && area.bottom <= scene.height + 0.5;
        assert!(inside, "{:?} leaves the box", text.words);
        for (other, what, _) in seen.words.iter().skip(place + 1) {
            assert!(!area.meets(*other, -0.3), "{:?} over {:?}", text.words, what.words);
        }
    }
}

/// The end points of all commands of a path. Arcs stay within their radius of these.
fn corners(d: &str) -> Vec<(f64, f64)> {
    let (mut at, mut found) = ((0.0, 0.0), Vec::new());
    let mut rest = d;
    while let Some(command) = rest.chars().next() {
        let end = rest[1..].find(|c: char| c.is_ascii_alphabetic()).map_or(rest.len(), |end| end + 1);
        let numbers: Vec<f64> = rest[1..end].split_whitespace().map(|number| number.parse().unwrap()).collect();
        match command {
            'H' => at.0 = numbers[0],
            'V' => at.1 = numbers[0],
            'Z' => {}
            _ => at = (numbers[numbers.len() - 2], numbers[numbers.len() - 1]),
        }
        found.push(at);
        rest = &rest[end..];
    }
    found
}

fn check_paths(marks: &[Mark], (width, height): (f64, f64)) {
    for mark in marks {
        match mark {
            Mark::Group(group) => check_paths(&group.marks, (width, height)),
            Mark::Path { class, d, .. } => {
                for (x, y) in corners(d) {
                    assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{class}: {x} {y} of {d}");
                }
            }
            _ => {}
        }
    }
}

fn check_box(scene: &Scene) {
    check_words(scene);
    check_paths(&scene.marks, (scene.width, scene.height));
}

#[test]
fn values_are_dots_in_proportion_to_time_and_to_their_share() {
    let values = vec![exact(0.0), exact(0.5), exact(1.0)];
    let scene = trend(&one(&[100.0, 200.0, 400.0], vec![line(TrendTone::Both, values)]), Room::Wide);
    let solid = corners(&paths(&scene, "tr-line tr-both")[0]);
    let [(x0, y0), (x1, y1), _, (x2, y2)] = solid[..] else { panic!("{solid:?}") };
    assert!(((x1 - x0) * 2.0 - (x2 - x1)).abs() < 0.02, "a third of the time is a third of the way");
    assert!((y0 - y1 - 48.0).abs() < 0.02 && (y1 - y2 - 48.0).abs() < 0.02);
    assert!(paths(&scene, "tr-bar tr-both").is_empty() && paths(&scene, "tr-cut tr-both").is_empty());
}

#[test]
fn the_dates_of_one_day_stand_side_by_side_in_their_order_and_inside() {
    for days in [[100.0, 100.0, 200.0], [100.0, 200.0, 200.0], [7.0, 7.0, 7.0]] {
        let values = vec![exact(0.0), exact(0.5), exact(1.0)];
        let scene = trend(&one(&days, vec![line(TrendTone::Both, values)]), Room::Narrow);
        let solid = corners(&paths(&scene, "tr-line tr-both")[0]);
        let [(x0, _), (x1, _), _, (x2, _)] = solid[..] else { panic!("{solid:?}") };
        assert!(x1 - x0 >= 9.9 && x2 - x1 >= 9.9, "{days:?}: {solid:?}");
        check_box(&scene);
    }
}

#[test]
fn a_range_is_a_hatched_bar_and_no_line_runs_through_it() {
    let values = vec![exact(0.5), range(0.25, 0.75), exact(0.5)];
    let scene = trend(&one(&[1.0, 2.0, 3.0], vec![line(TrendTone::Members, values)]), Room::Narrow);
    let bar = corners(&paths(&scene, "tr-bar tr-mem")[0]);
    assert!((bar[2].1 - bar[0].1 - 48.0).abs() < 0.02, "as high as half the scale: {bar:?}");
    assert!(paths(&scene, "tr-line tr-mem").is_empty());
    assert_eq!(corners(&paths(&scene, "tr-rim tr-mem")[0]).len(), 8, "low to low and high to high, twice");
    let svg = scene.to_svg();
    let hatched = r#"class="tr-bar tr-mem" fill="url(#t-narrow-tm)""#;
    assert!(svg.contains(r#"<pattern id="t-narrow-tm""#) && svg.contains(hatched), "{svg}");
}

#[test]
fn a_count_is_drawn_in_ink_on_a_scale_of_its_own() {
    let mut picture = one(&[1.0, 2.0, 3.0], vec![line(TrendTone::Ink, vec![exact(0.0), range(0.2, 0.5), exact(1.0)])]);
    picture.panels[0].ticks = vec![(0.0, "0".to_owned()), (0.5, "5".to_owned()), (1.0, "10".to_owned())];
    let scene = trend(&picture, Room::Wide);
    check_box(&scene);
    let ticks: Vec<_> = named(&scene, "tk").into_iter().map(|(_, words)| words).filter(|word| word.len() < 3).collect();
    assert_eq!(ticks, ["0", "5", "10"]);
    assert_eq!(corners(&paths(&scene, "gl")[0]).len(), 2, "one line within, at 5");
    let svg = scene.to_svg();
    assert!(svg.contains("tr-bar tr-ink") && svg.contains("tr-dot"), "{svg}");
    assert!(!svg.contains("both") && !svg.contains("tr-org") && !svg.contains("tr-mem"), "no side's colour: {svg}");
}

#[test]
fn where_there_is_no_value_the_line_breaks() {
    let values = vec![exact(0.5), None, exact(0.5), exact(0.6)];
    let scene = trend(&one(&[1.0, 2.0, 3.0, 4.0], vec![line(TrendTone::Both, values)]), Room::Wide);
    assert_eq!(corners(&paths(&scene, "tr-line tr-both")[0]).len(), 2);
}

#[test]
fn a_line_is_dashed_where_the_list_has_changed() {
    let mut picture = one(&[1.0, 2.0, 3.0], vec![line(TrendTone::Both, vec![exact(0.5); 3])]);
    picture.dates[2].asked = TrendAsked::Changed;
    let scene = trend(&picture, Room::Wide);
    for class in ["tr-line tr-both", "tr-cut tr-both"] {
        assert_eq!(corners(&paths(&scene, class)[0]).len(), 2, "{class}");
    }
}

#[test]
fn equal_values_of_two_sides_make_one_disc() {
    let lines = vec![
        line(TrendTone::Organisation, vec![range(0.2, 0.6), exact(0.4)]),
        line(TrendTone::Members, vec![range(0.2, 0.6), exact(0.4)]),
    ];
    let scene = trend(&one(&[1.0, 2.0], lines), Room::Wide);
    let (left, right) = (corners(&paths(&scene, "tr-bar tr-org")[0]), corners(&paths(&scene, "tr-bar tr-mem")[0]));
    assert!((left[1].0 - right[0].0).abs() < 1e-9, "the organisation's left of the date, the members' right of it");
    let (left, right) = (&paths(&scene, "n-org")[0], &paths(&scene, "n-mem")[0]);
    assert_eq!((left.contains("0 0 1 "), right.contains("0 0 0 ")), (true, true), "{left} {right}");
    assert_eq!(corners(left), corners(right));
}

#[test]
fn the_last_date_is_always_written_and_none_touch() {
    for n in [1_u32, 2, 3, 7, 30, 200] {
        let days: Vec<f64> = (0..n).map(f64::from).collect();
        let mut picture = one(&days, vec![]);
        for (place, date) in picture.dates.iter_mut().enumerate() {
            date.label = format!("day {place}");
        }
        for room in [Room::Wide, Room::Narrow] {
            let scene = trend(&picture, room);
            check_box(&scene);
            let seen = Seen::of(&scene);
            let written: Vec<&str> = seen.words.iter().map(|word| word.1.words.as_str()).collect();
            assert!(written.contains(&format!("day {}", n - 1).as_str()), "{written:?}");
            assert!(written.contains(&"day 0"), "there is room for the first too");
        }
    }
}

#[test]
fn any_dates_and_any_shares_stay_inside_and_apart() {
    let mut dice = Dice(17);
    for round in 0..60 {
        let n = [1, 2, 5, 40, 200][round % 5];
        let mut days: Vec<f64> = (0..n).map(|_| 20_000.0 + 900.0 * dice.share()).collect();
        days.sort_by(f64::total_cmp);
        if round % 7 == 0 {
            days[0] = f64::NAN;
        }
        let value = |dice: &mut Dice| {
            let (one, other) = (dice.share() * 1.2 - 0.1, dice.share());
            match dice.below(4) {
                0 => None,
                1 => range(one.min(other), one.max(other)),
                _ => exact(one),
            }
        };
        let tones = [TrendTone::Organisation, TrendTone::Members, TrendTone::Both];
        let mut panel = |lines: usize| TrendPanel {
            name: "How much of what the members want the organisation wants too".to_owned(),
            ticks: ticks(),
            lines: tones
                .iter()
                .take(lines)
                .map(|tone| line(*tone, (0..n).map(|_| value(&mut dice)).collect()))
                .collect(),
        };
        let panels = vec![panel(1), panel(2), panel(3), panel(0), panel(2)];
        let picture = Trend { panels, ..one(&days, vec![]) };
        for room in [Room::Wide, Room::Narrow] {
            check_box(&trend(&picture, room));
        }
    }
}

#[test]
fn two_hundred_dates_are_as_many_marks_as_two() {
    let marks = |n: u32| {
        let days: Vec<f64> = (0..n).map(f64::from).collect();
        let values = (0..n).map(|day| if day % 2 == 0 { exact(0.5) } else { range(0.2, 0.4) }).collect();
        let mut picture = one(&days, vec![line(TrendTone::Both, values)]);
        picture.dates.iter_mut().for_each(|date| date.label.clear());
        trend(&picture, Room::Wide).marks.len()
    };
    assert_eq!(marks(200), marks(2), "one path of each kind");
}

#[test]
fn without_dates_or_figures_there_is_an_empty_frame_or_nothing() {
    let scene = trend(&one(&[], vec![line(TrendTone::Both, vec![])]), Room::Wide);
    check_box(&scene);
    let none = trend(&Trend { panels: vec![], ..one(&[], vec![]) }, Room::Narrow);
    assert_eq!((none.height, none.marks.len()), (0.0, 0));
}

fn place(overlap: (f64, f64), maturity: (f64, f64)) -> MapPlace {
    let interval = |(low, high)| Interval { low, high };
    MapPlace { overlap: interval(overlap), maturity: interval(maturity) }
}

fn community(number: usize, place: MapPlace) -> MapPoint {
    let label = format!("Community of number {number}");
    MapPoint { key: format!("c{number}"), number, label, place, path: vec![], voice: Voice::Heard }
}

fn a_map(points: Vec<MapPoint>) -> Map {
    let words = MapWords {
        title: "Overlap and maturity".to_owned(),
        ticks: ["0\u{a0}%", "25\u{a0}%", "50\u{a0}%", "75\u{a0}%", "100\u{a0}%"].map(str::to_owned),
        overlap_axis: "Overlap".to_owned(),
        maturity_axis: "Practices written down or better".to_owned(),
    };
    Map { points, words, uid: "m".to_owned() }
}

fn named(scene: &Scene, class: &str) -> Vec<(Area, String)> {
    let seen = Seen::of(scene);
    seen.words.into_iter().filter(|word| word.1.class == class).map(|word| (word.0, word.1.words)).collect()
}

/// The names on a map, each with the groups of marks that it is.
fn labels(scene: &Scene) -> Vec<(String, Group)> {
    let label = |mark: &Mark| {
        let Mark::Group(group) = mark else { return None };
        let own = Scene::fluid("", "", (0.0, 0.0), group.marks.clone());
        let lines: Vec<String> = named(&own, "mp-name").into_iter().map(|(_, line)| line).collect();
        (!lines.is_empty()).then(|| (lines.join(" "), group.clone()))
    };
    scene.marks.iter().filter_map(label).collect()
}

/// The only group's paths of a class.
fn drawn(scene: &Scene, wanted: &str) -> Vec<String> {
    let group = scene.marks.iter().find_map(|mark| if let Mark::Group(group) = mark { Some(group) } else { None });
    let inner = Scene::fluid("", "", (0.0, 0.0), group.unwrap().marks.clone());
    paths(&inner, wanted)
}

#[test]
fn what_is_known_is_a_dot_one_range_a_line_and_two_a_box() {
    let shown = |place| map(&a_map(vec![community(1, place)]), Room::Wide);
    let dot = corners(&drawn(&shown(place((0.5, 0.5), (5.0, 5.0))), "mp-dot")[0]);
    assert!((dot[0].0 + 4.5 - (26.0 + 320.0)).abs() < 0.02 && (dot[0].1 - (26.0 + 200.0)).abs() < 0.02, "{dot:?}");
    let level = corners(&drawn(&shown(place((0.0, 1.0), (0.0, 0.0))), "mp-line")[0]);
    assert!((level[1].0 - level[0].0 - 616.0).abs() < 0.02, "the whole scale: {level:?}");
    let upright = corners(&drawn(&shown(place((0.0, 0.0), (0.0, 5.0))), "mp-line")[0]);
    assert!((upright[1].1 - upright[0].1 - 188.0).abs() < 0.02, "{upright:?}");
    let scene = shown(place((0.2, 0.4), (2.0, 5.0)));
    assert_eq!((drawn(&scene, "mp-box"), drawn(&scene, "mp-dot").len()), (drawn(&scene, "mp-line"), 0));
    assert!(scene.to_svg().contains(r#"class="mp-box" fill="url(#mmp)""#));
}

#[test]
fn what_one_person_believes_is_outlined_and_a_trail_leads_to_where_it_is() {
    let mut point = community(1, place((0.5, 0.5), (5.0, 5.0)));
    point.voice = Voice::Estimated;
    point.path = vec![place((0.0, 0.0), (0.0, 0.0)), place((0.2, 0.4), (2.0, 4.0))];
    let scene = map(&a_map(vec![point]), Room::Wide);
    assert_eq!((drawn(&scene, "mp-dot").len(), drawn(&scene, "mp-dot mp-est").len()), (0, 1));
    let trail = corners(&drawn(&scene, "mp-trail")[0]);
    assert_eq!(trail.len(), 3);
    assert!((trail[2].0 - 346.0).abs() < 0.02 && (trail[1].0 - (38.0 + 616.0 * 0.3)).abs() < 0.02, "{trail:?}");
}

/// A map of communities anywhere; crowded ones stand within a tenth of it.
fn scattered(dice: &mut Dice, n: usize, crowded: bool) -> Map {
    let side = if crowded { 0.1 } else { 1.0 };
    let points = (1..=n).map(|number| {
        let (x, y) = (0.4 + side * (dice.share() - 0.4), 4.0 + 10.0 * side * (dice.share() - 0.4));
        let wide = if dice.below(4) == 0 { dice.share() * 0.3 } else { 0.0 };
        let high = if dice.below(4) == 0 { dice.share() * 3.0 } else { 0.0 };
        let mut point = community(number, place((x, (x + wide).min(1.0)), (y.max(0.0), (y.max(0.0) + high).min(10.0))));
        point.path = (0..dice.below(4)).map(|_| place((dice.share(), 1.2), (dice.share(), 3.0))).collect();
        point
    });
    a_map(points.collect())
}

#[test]
fn names_on_the_map_touch_neither_each_other_nor_a_dot() {
    let mut dice = Dice(23);
    let (mut full, mut all) = (0, 0);
    for round in 0..120 {
        let picture = scattered(&mut dice, [1, 5, 12, 30][round % 4], round % 3 == 0);
        for room in [Room::Wide, Room::Narrow] {
            let scene = map(&picture, room);
            check_box(&scene);
            let names = named(&scene, "mp-name");
            let labels = labels(&scene);
            if round % 3 > 0 && picture.points.len() <= 12 && room == Room::Wide {
                assert!(
                    labels.len() + 1 >= picture.points.len(),
                    "of a dozen that are no crowd, all but one are named"
                );
            }
            for (label, _) in &labels {
                assert!(picture.points.iter().any(|point| point.label == *label), "{label} is cut");
            }
            all += picture.points.len();
            full += labels.len();
            let groups =
                scene.marks.iter().filter_map(|mark| if let Mark::Group(group) = mark { Some(group) } else { None });
            let words: Vec<bool> =
                groups.map(|group| group.marks.iter().any(|mark| matches!(mark, Mark::Text(_)))).collect();
            assert_eq!(words.iter().filter(|words| !**words).count(), picture.points.len());
            assert!(words.is_sorted(), "words stand above all marks");
            for dot in dots(&scene.marks) {
                for (area, name) in &names {
                    assert!(!area.meets(dot, 0.0), "{name} over a dot");
                }
            }
        }
    }
    assert!(full * 10 > all * 7, "most have their names: {full} of {all}");
}

#[test]
fn names_stand_on_paper_even_where_there_is_nothing_but_a_hatch() {
    let shown = |points: Vec<MapPoint>| map(&a_map(points), Room::Wide);
    let has_paper = |group: &Group| group.marks.iter().any(|mark| matches!(mark, Mark::Rect { class: "mp-paper", .. }));
    // Beside the box there is room, and so further away from a dot within it.
    let boxed = community(1, place((0.3, 0.6), (3.0, 7.0)));
    let within = community(2, place((0.45, 0.45), (5.0, 5.0)));
    let scene = shown(vec![boxed, within.clone()]);
    let area = Area {
        left: 26.0 + 12.0 + 616.0 * 0.3,
        right: 26.0 + 12.0 + 616.0 * 0.6,
        top: 26.0 + 12.0 + 376.0 * 0.3,
        bottom: 26.0 + 12.0 + 376.0 * 0.7,
    };
    assert_eq!(named(&scene, "mp-name").iter().filter(|(one, _)| one.meets(area, 0.0)).count(), 0);
    assert!(labels(&scene).len() == 2 && labels(&scene).iter().all(|(_, group)| !has_paper(group)));
    // A box as large as the map leaves no other room.
    let scene = shown(vec![community(1, place((0.0, 1.0), (0.0, 10.0))), within]);
    check_box(&scene);
    assert!(labels(&scene).len() == 2 && labels(&scene).iter().all(|(_, group)| has_paper(group)));
}

#[test]
fn no_line_to_a_name_runs_over_another() {
    let mut dice = Dice(41);
    let mut led = 0;
    for round in 0..40 {
        let scene = map(&scattered(&mut dice, 30, round % 2 == 0), Room::Wide);
        let names = named(&scene, "mp-name");
        for mark in &scene.marks {
            let Mark::Group(group) = mark else { continue };
            let own = Scene::fluid("", "", (0.0, 0.0), group.marks.clone());
            for lead in paths(&own, "lead") {
                led += 1;
                let [from, to] = corners(&lead)[..] else { panic!("{lead}") };
                let mine = named(&own, "mp-name");
                for (area, name) in names.iter().filter(|name| !mine.contains(name)) {
                    let over = (0..=200).map(|step| f64::from(step) / 200.0).any(|share| {
                        let (x, y) = (from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share);
                        // Between two points that were looked at, a line may cut a corner.
                        let air = 4.0;
                        x > area.left + air && x < area.right - air && y > area.top + air && y < area.bottom - air
                    });
                    assert!(!over, "{lead} runs over {name}");
                }
            }
        }
    }
    assert!(led > 100, "{led}");
}

#[test]
fn no_line_to_a_name_passes_the_dot_of_another() {
    let mut dice = Dice(43);
    let mut passed = 0;
    for round in 0..40 {
        let scene = map(&scattered(&mut dice, 30, round % 2 == 0), Room::Wide);
        let groups =
            || scene.marks.iter().filter_map(|mark| if let Mark::Group(one) = mark { Some(one) } else { None });
        for group in groups() {
            let own = Scene::fluid("", "", (0.0, 0.0), group.marks.clone());
            for lead in paths(&own, "lead") {
                let [from, to] = corners(&lead)[..] else { panic!("{lead}") };
                let long = (to.0 - from.0).hypot(to.1 - from.1).max(1e-9);
                // Where the line would begin if no dot were under it.
                let middle = [from.0 - (to.0 - from.0) / long * 5.85, from.1 - (to.1 - from.1) / long * 5.85];
                for dot in groups().filter(|other| other.item != group.item).flat_map(|other| dots(&other.marks)) {
                    let (x, y) = dot.middle();
                    let near = (0..=400).map(|step| f64::from(step) / 400.0).map(|share| {
                        (from.0 + (to.0 - from.0) * share - x).hypot(from.1 + (to.1 - from.1) * share - y)
                    });
                    let near = near.fold(f64::INFINITY, f64::min);
                    let apart = (middle[0] - x).hypot(middle[1] - y);
                    assert!(near > 8.0_f64.min(apart) - 0.2, "{lead} passes {dot:?} at {near}, {apart} apart");
                    passed += 1;
                }
            }
        }
    }
    assert!(passed > 1000, "{passed}");
}

#[test]
fn marks_of_one_height_that_would_lie_on_each_other_stand_apart() {
    let places = [((0.14, 0.64), 7.0), ((0.43, 0.7), 7.0), ((0.5, 0.5), 7.0), ((0.9, 0.9), 7.0), ((0.5, 0.5), 6.0)];
    let points = (1..).zip(places).map(|(number, (wide, high))| community(number, place(wide, (high, high))));
    for room in [Room::Wide, Room::Narrow] {
        let scene = map(&a_map(points.clone().collect()), room);
        let heights = scene.marks.iter().filter_map(|mark| {
            let Mark::Group(group) = mark else { return None };
            let own = Scene::fluid("", "", (0.0, 0.0), group.marks.clone());
            let drawn = paths(&own, "mp-line").into_iter().chain(paths(&own, "mp-dot")).next()?;
            Some(corners(&drawn)[0].1)
        });
        let heights: Vec<f64> = heights.collect();
        let [one, two, three, alone, below] = heights[..] else { panic!("{heights:?}") };
        assert!((one - alone).abs() < 0.02, "the first stays, and so does what is alone: {heights:?}");
        assert!((two - one).abs() > 6.0 && (three - one).abs() > 6.0 && (two - three).abs() > 6.0, "{heights:?}");
        assert!(heights[..3].iter().all(|one| (one - alone).abs() <= 10.0), "{heights:?}");
        assert!(below - alone > 20.0, "{heights:?}");
    }
}

/// The squares around the dots.
fn dots(marks: &[Mark]) -> Vec<Area> {
    let mut found = Vec::new();
    for mark in marks {
        match mark {
            Mark::Group(group) => found.extend(dots(&group.marks)),
            Mark::Path { class, d, .. } if class.starts_with("mp-dot") => {
                for ends in corners(d).chunks(4) {
                    let (left, right, y) = (ends[0].0, ends[1].0, ends[0].1);
                    let r = (right - left) / 2.0;
                    found.push(Area { left, right, top: y - r, bottom: y + r });
                }
            }
            _ => {}
        }
    }
    found
}

#[test]
fn thirty_at_one_place_still_have_words_that_do_not_touch() {
    let points: Vec<_> = (1..=30).map(|number| community(number, place((0.5, 0.5), (0.0, 0.0)))).collect();
    for room in [Room::Wide, Room::Narrow] {
        let scene = map(&a_map(points.clone()), room);
        check_box(&scene);
        assert!(labels(&scene).len() >= 6, "{} {room:?}", labels(&scene).len());
    }
}

#[test]
fn many_have_numbers_and_one_path_of_each_kind() {
    let mut dice = Dice(29);
    for (n, least) in [(31, 31), (120, 110), (500, 150)] {
        let picture = scattered(&mut dice, n, false);
        let scene = map(&picture, Room::Wide);
        check_box(&scene);
        assert!(named(&scene, "mp-name").is_empty());
        let numbers = named(&scene, "mp-num");
        assert!(numbers.len() >= least, "{} of {n}", numbers.len());
        for (area, number) in &numbers {
            assert!(dots(&scene.marks).iter().all(|dot| !area.meets(*dot, 0.0)), "{number} over a dot");
        }
        let paths = scene.marks.iter().filter(|mark| matches!(mark, Mark::Path { .. })).count();
        assert!(paths <= 7, "grid and six kinds: {paths}");
    }
}

#[test]
fn a_name_that_is_much_too_long_is_cut_and_numbers_that_are_none_stay_inside() {
    let mut point = community(1, place((f64::NAN, 7.0), (-3.0, f64::INFINITY)));
    point.label = "name ".repeat(400);
    point.path = vec![place((f64::NAN, f64::NAN), (1e12, 1e13))];
    for room in [Room::Wide, Room::Narrow] {
        let scene = map(&a_map(vec![point.clone()]), room);
        check_box(&scene);
        let (_, label) = labels(&scene).remove(0);
        assert!(named(&scene, "mp-name").last().unwrap().1.ends_with('…'));
        assert_eq!(label.title, point.label, "it is there in full");
    }
}

#[test]
fn the_two_forms_of_a_picture_share_no_hatch_since_a_page_hides_one_of_them() {
    let ranges = one(&[0.0, 9.0], vec![line(TrendTone::Both, vec![range(0.2, 0.4), range(0.3, 0.5)])]);
    let map_of = |room| map(&Map { uid: "m".to_owned(), ..Map::default() }, room);
    for [wide, narrow] in
        [[Room::Wide, Room::Narrow].map(|room| trend(&ranges, room)), [Room::Wide, Room::Narrow].map(map_of)]
    {
        let ids = |scene: &Scene| -> Vec<String> {
            let id = |mark: &Mark| match mark {
                Mark::Hatch { id, .. } => Some(id.clone()),
                _ => None,
            };
            scene.marks.iter().filter_map(id).collect()
        };
        assert!(!ids(&wide).is_empty() && ids(&wide).iter().all(|id| !ids(&narrow).contains(id)));
    }
}
