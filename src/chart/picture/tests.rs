//! Random pictures on all canvases keep the promises of the placement; hostile words stay words.

use super::*;
use crate::chart::badge::Area;
use crate::chart::geometry::{Disc, Span, distance, lens};
use crate::chart::scene::{Mark, Scene};
use crate::chart::seen::{Dice, Seen};
use crate::chart::venn::Part;
use crate::chart::venn::Venn;

const CANVASES: [Canvas; 4] = [Canvas::Small, Canvas::Medium, Canvas::Large, Canvas::Print];
const LABELS: [&str; 16] = [
    "Critical questions",
    "Lessons learned",
    "Reusable content",
    "Better processes",
    "Know-how kept",
    "Quick help",
    "The right expert",
    "Faster newcomers",
    "Career growth",
    "Skill gaps closed",
    "Consistent practice",
    "A say in practice",
    "Meeting the regulator well prepared",
    "Zusammenarbeit zwischen allen Abteilungen verbessern",
    "很长的中文标签需要被换行",
    "W",
];

fn words() -> PictureWords {
    let lines = |lines: &[&str]| lines.iter().map(|line| (*line).to_owned()).collect::<Vec<_>>();
    PictureWords {
        title: "5 of 12 expectations matter to both".to_owned(),
        organisation: "The organisation".to_owned(),
        members: "Members".to_owned(),
        organisation_lines: lines(&["68\u{2009}% of what it wants,", "members want too"]),
        members_lines: lines(&["72\u{2009}% of what they want,", "the organisation wants too"]),
        both_want: "Both want".to_owned(),
        kept_lines: lines(&["47\u{2009}%", "is delivered"]),
        neither: "Neither sees as very important".to_owned(),
        open: "Still open".to_owned(),
        neither_and_open: "Neither sees as very important, or still open".to_owned(),
        nobody_yet: lines(&["nobody", "yet"]),
    }
}

fn region(organisation: Option<u32>, members: Option<u32>) -> Region {
    match (organisation, members) {
        (None, _) | (_, None) => Region::Open,
        (Some(3..), Some(3..)) => Region::Shared,
        (Some(3..), _) => Region::OrganisationOnly,
        (_, Some(3..)) => Region::MembersOnly,
        _ => Region::Neither,
    }
}

/// A picture as the scorer would ask for it.
fn random(dice: &mut Dice) -> Picture {
    let n = usize::try_from(dice.below(30)).unwrap() + 1;
    let (one, two) = (dice.below(4), dice.below(4));
    let (mut organisation, mut members, mut shared) = (0.0, 0.0, 0.0);
    let mut items = Vec::new();
    for number in 1..=n {
        let (o, m) = (dice.leaning(one), dice.leaning(two));
        if let (Some(o), Some(m)) = (o, m) {
            organisation += f64::from(o);
            members += f64::from(m);
            shared += f64::from(o.min(m));
        }
        let label = LABELS[usize::try_from(dice.below(16)).unwrap()].to_owned();
        let delivered = Some(f64::from(u32::try_from(dice.below(9)).unwrap()) / 2.0).filter(|_| dice.below(8) > 0);
        items.push(PictureItem { key: format!("item-{number}"), number, label, region: region(o, m), delivered });
    }
    let low = match dice.below(6) {
        0 => 0.0,
        1 => 1.0,
        _ => dice.share(),
    };
    let kept = match dice.below(4) {
        0 => None,
        1 => Some(Kept { low, high: low + (1.0 - low) * dice.share() }),
        _ => Some(Kept { low, high: low }),
    };
    let voice = |dice: &mut Dice| match dice.below(20) {
        0 => Voice::Silent,
        1..8 => Voice::Estimated,
        _ => Voice::Heard,
    };
    let circles = Circles { organisation, members, shared };
    let (o, m) = (voice(dice), voice(dice));
    let bridges = Vec::new();
    Picture { circles, organisation: o, members: m, kept, items, bridges, words: words(), uid: "p".to_owned() }
}

fn many(check: impl Fn(&Picture, Canvas, &Scene)) {
    let mut dice = Dice(0x5eed_cafe);
    for _ in 0..400 {
        let drawn = random(&mut dice);
        for canvas in CANVASES {
            check(&drawn, canvas, &picture(&drawn, canvas));
        }
    }
}

#[test]
fn no_word_touches_another_word_or_a_badge() {
    many(|drawn, canvas, scene| {
        let seen = Seen::of(scene);
        for (place, (area, text, key)) in seen.words.iter().enumerate() {
            for (other, what, _) in seen.words.iter().skip(place + 1) {
                assert!(!area.meets(*other, -0.3), "{:?} over {:?} on {canvas:?}: {drawn:?}", text.words, what.words);
            }
            for (body, _, owner, _) in &seen.badges {
                let air = if key.as_ref() == Some(owner) { -0.5 } else { 0.0 };
                assert!(!body.covers(*area, air), "{:?} over {owner} on {canvas:?}: {drawn:?}", text.words);
            }
        }
    });
}

#[test]
fn badges_do_not_touch_and_can_be_read() {
    many(|drawn, canvas, scene| {
        let seen = Seen::of(scene);
        for (place, (body, disc, key, _)) in seen.badges.iter().enumerate() {
            assert!(disc.r >= 7.0, "{key} has radius {} on {canvas:?}: {drawn:?}", disc.r);
            for (other, _, owner, _) in seen.badges.iter().skip(place + 1) {
                assert!(!body.touches(other, 0.0), "{key} touches {owner} on {canvas:?}: {drawn:?}");
            }
        }
    });
}

#[test]
fn everything_stands_inside_the_view_box() {
    many(|drawn, canvas, scene| {
        let seen = Seen::of(scene);
        let inside = |area: Area| {
            area.left >= -0.5
                && area.top >= -0.5
                && area.right <= scene.width + 0.5
                && area.bottom <= scene.height + 0.5
        };
        for (area, text, _) in &seen.words {
            assert!(inside(*area), "{:?} on {canvas:?}: {drawn:?}", text.words);
        }
        for (_, Disc { x, y, r }, key, _) in &seen.badges {
            let area = Area { left: x - r, top: y - r, right: x + r, bottom: y + r };
            assert!(inside(area), "{key} on {canvas:?}: {drawn:?}");
        }
        for mark in &scene.marks {
            if let Mark::Circle { x, y, radius, .. } = mark {
                let area = Area { left: x - radius, top: y - radius, right: x + radius, bottom: y + radius };
                assert!(inside(area), "a circle on {canvas:?}: {drawn:?}");
            }
        }
    });
}

/// The two rings of a scene.
fn rings(scene: &Scene) -> Vec<Disc> {
    let ring = |mark: &Mark| match mark {
        Mark::Circle { class, x, y, radius, .. } if class.starts_with("v-r") => Some(Disc { x: *x, y: *y, r: *radius }),
        _ => None,
    };
    scene.marks.iter().filter_map(ring).collect()
}

#[test]
fn shared_words_stay_inside_the_lens_and_off_the_level() {
    many(|drawn, canvas, scene| {
        let (seen, rings) = (Seen::of(scene), rings(scene));
        let shared = |key: &Option<String>| {
            drawn.items.iter().any(|item| Some(&item.key) == key.as_ref() && item.region == Region::Shared)
        };
        let silent = [drawn.organisation, drawn.members].contains(&Voice::Silent);
        for (area, text, key) in
            seen.words.iter().filter(|(_, text, key)| !silent && (shared(key) || text.class == "b tb"))
        {
            for (x, y) in
                [(area.left, area.top), (area.right, area.top), (area.left, area.bottom), (area.right, area.bottom)]
            {
                let inside = rings.iter().all(|ring| (ring.x - x).hypot(ring.y - y) <= ring.r);
                assert!(inside, "{:?} ({key:?}) leaves the lens on {canvas:?}: {drawn:?}", text.words);
            }
            let venn = Venn { organisation: rings[0], members: rings[1] };
            if let Some(Kept { low, .. }) = drawn.kept.filter(|kept| kept.low > 0.0 && kept.low < 1.0) {
                let level = venn.level(low);
                assert!(
                    level < area.top || level > area.bottom,
                    "{:?} on the level on {canvas:?}: {drawn:?}",
                    text.words
                );
            }
        }
    });
}

#[test]
fn every_item_is_drawn_once_in_reading_order() {
    let order = |region| match region {
        Region::OrganisationOnly => 0,
        Region::Shared => 1,
        Region::MembersOnly => 2,
        Region::Neither => 3,
        Region::Open => 4,
    };
    many(|drawn, canvas, scene| {
        let key = |mark: &Mark| if let Mark::Group(group) = mark { group.item.clone() } else { None };
        let keys: Vec<String> = scene.marks.iter().filter_map(key).collect();
        assert_eq!(keys.len(), drawn.items.len(), "on {canvas:?}: {drawn:?}");
        assert!(drawn.items.iter().all(|item| keys.contains(&item.key)), "on {canvas:?}: {drawn:?}");
        let place = |key: &String| order(drawn.items.iter().find(|item| item.key == *key).unwrap().region);
        if drawn.organisation != Voice::Silent && drawn.members != Voice::Silent {
            assert!(keys.iter().map(place).is_sorted(), "on {canvas:?}: {drawn:?}");
        }
    });
}

#[test]
fn the_areas_are_the_numbers() {
    let mut dice = Dice(9);
    for _ in 0..500 {
        let (organisation, members) = (120.0 * dice.share() + 1.0, 120.0 * dice.share() + 1.0);
        let shared = organisation.min(members) * dice.share();
        let venn = distance(organisation, members, shared);
        let (r1, r2) = (venn.organisation.r, venn.members.r);
        assert!((lens(r1, r2, venn.distance()) - shared).abs() < 1e-6, "{organisation} {members} {shared}");
        assert!((venn.lens_below(-1e3) - shared).abs() < 1e-6, "{organisation} {members} {shared}");
        let share = dice.share();
        let below = venn.lens_below(venn.level(share));
        assert!((below - share * shared).abs() < 1e-6, "{organisation} {members} {shared} {share}");
    }
}

#[test]
fn the_lens_below_a_height_is_the_sum_of_its_chords() {
    let venn = distance(34.0, 10.0, 9.5);
    let step = 1e-4;
    let mut sum = 0.0;
    for row in 0..30_000 {
        let y = 1.5 - step * (f64::from(row) + 0.5);
        sum += venn.chord(Part::Lens, y).map_or(0.0, Span::width) * step;
    }
    assert!((sum - (venn.lens_below(-1.5) - venn.lens_below(1.5))).abs() < 1e-5);
}

#[test]
fn the_drawn_circles_keep_the_proportion() {
    many(|drawn, canvas, scene| {
        let Circles { organisation, members, shared } = drawn.circles;
        let rings = rings(scene);
        let silent = [drawn.organisation, drawn.members].contains(&Voice::Silent);
        if silent || organisation < 1.0 || members < 1.0 {
            return;
        }
        let [o, m] = [rings[0], rings[1]];
        let scale = std::f64::consts::PI * o.r * o.r / organisation;
        let drawn_lens = lens(o.r, m.r, m.x - o.x) / scale;
        assert!((drawn_lens - shared).abs() < 1e-6 * organisation, "{drawn_lens} is not {shared} on {canvas:?}");
        if m.r > 4.0 && o.r > 4.0 {
            assert!((std::f64::consts::PI * m.r * m.r / scale - members).abs() < 1e-6 * organisation);
        }
    });
}

/// The shafts of the arrows in a scene: from where, to where.
fn arrows(scene: &Scene) -> Vec<((f64, f64), (f64, f64))> {
    let shaft = |mark: &Mark| match mark {
        Mark::Path { class: "bridge", d, .. } => {
            let numbers: Vec<f64> = d[1..].split(['L', ' ']).map(|number| number.parse().unwrap()).collect();
            Some(((numbers[0], numbers[1]), (numbers[2], numbers[3])))
        }
        _ => None,
    };
    scene.marks.iter().filter_map(shaft).collect()
}

#[test]
fn an_arrow_leads_from_a_badge_to_the_lens_and_crosses_no_word() {
    let (mut dice, mut count) = (Dice(0x00c0_ffee), 0);
    for _ in 0..400 {
        let mut drawn = random(&mut dice);
        let plain = CANVASES.map(|canvas| picture(&drawn, canvas));
        assert!(plain.iter().all(|scene| arrows(scene).is_empty()), "nobody asked for arrows");
        drawn.bridges = drawn.items.iter().map(|item| item.key.clone()).collect();
        for (canvas, plain) in CANVASES.into_iter().zip(plain) {
            let mut scene = picture(&drawn, canvas);
            let arrows = arrows(&scene);
            if matches!(canvas, Canvas::Small | Canvas::Print) {
                assert!(arrows.is_empty(), "no room on {canvas:?}");
            }
            count += arrows.len();
            let (seen, rings) = (Seen::of(&scene), rings(&scene));
            for ((x, y), (tip, to)) in arrows {
                let from = seen.badges.iter().any(|(_, disc, key, _)| {
                    let alone = [Region::OrganisationOnly, Region::MembersOnly];
                    let here = drawn.items.iter().any(|item| item.key == *key && alone.contains(&item.region));
                    here && (disc.y - y).abs() < 0.02
                });
                assert!(from, "an arrow from nowhere on {canvas:?}: {drawn:?}");
                // It has crossed the edge of the other circle, or of its own where the two are apart.
                let within = rings.iter().filter(|ring| (ring.x - tip).hypot(ring.y - to) <= ring.r + 0.02).count();
                let apart = rings[1].x - rings[0].x >= rings[0].r + rings[1].r;
                assert!(apart || within == 2, "an arrow that ends outside the lens on {canvas:?}: {drawn:?}");
                for (area, text, _) in &seen.words {
                    let crossed = (0..=40).map(f64::from).any(|step| {
                        let (x, y) = (x + (tip - x) * step / 40.0, y + (to - y) * step / 40.0);
                        x > area.left && x < area.right && y > area.top && y < area.bottom
                    });
                    assert!(!crossed, "an arrow over {:?} on {canvas:?}: {drawn:?}", text.words);
                }
            }
            scene.marks.retain(|mark| !matches!(mark, Mark::Path { class: "bridge" | "bridge-head", .. }));
            assert_eq!(scene, plain, "arrows leave all else as it is");
        }
    }
    assert!(count > 1000, "only {count} arrows in 400 pictures");
}

fn hostile(label: &str) -> Picture {
    let item = |(place, region): (usize, Region)| PictureItem {
        key: label.chars().take(300).collect(),
        number: place + 1,
        label: label.to_owned(),
        region,
        delivered: Some(2.0),
    };
    let regions = [Region::OrganisationOnly, Region::Shared, Region::MembersOnly, Region::Neither, Region::Open];
    let circles = Circles { organisation: 7.0, members: 7.0, shared: 5.0 };
    let mut words = words();
    for word in [
        &mut words.title,
        &mut words.organisation,
        &mut words.members,
        &mut words.both_want,
        &mut words.neither_and_open,
    ] {
        label.clone_into(word);
    }
    words.organisation_lines = vec![label.to_owned(); 3];
    words.kept_lines = vec![label.to_owned(); 2];
    Picture {
        circles,
        organisation: Voice::Heard,
        members: Voice::Heard,
        kept: Some(Kept { low: 0.5, high: 0.5 }),
        items: regions.into_iter().enumerate().map(item).collect(),
        bridges: Vec::new(),
        words,
        uid: label.to_owned(),
    }
}

#[test]
fn hostile_words_stay_words() {
    let long = "x".repeat(10_000);
    let accents = format!("a{}", "\u{301}".repeat(5000));
    for label in [
        "<script>alert(1)</script>",
        "\"' onload=alert(1) x='",
        "]]>",
        "a\0b\u{1}\u{ffff}",
        "\u{202e}evil\u{2066}",
        "👩‍👩‍👧‍👦😀🏳️‍🌈 family of emoji that is long",
        "&amp; &lt;",
        "url(#x)\\",
        "",
        " ",
        &long,
        &accents,
    ] {
        for canvas in CANVASES {
            let scene = picture(&hostile(label), canvas);
            let svg = scene.to_svg();
            let well_formed = svg.split('<').skip(1).all(|tag| {
                let name = tag.trim_start_matches('/');
                ["svg", "circle", "path", "rect", "text", "g", "clipPath", "pattern"]
                    .iter()
                    .any(|known| name.strip_prefix(known).is_some_and(|rest| rest.starts_with([' ', '>', '/'])))
                    && tag.matches('>').count() == 1
                    && tag.matches('"').count() % 2 == 0
            });
            assert!(well_formed, "{label:?} on {canvas:?}: {svg}");
            assert!(!svg.contains("style=") && !svg.contains('\0') && !svg.contains('\u{ffff}'), "{label:?}");
            assert!(svg.len() < 400_000, "{label:?} makes {} bytes", svg.len());
            for (area, text, _) in Seen::of(&scene).words {
                assert!(area.left >= -0.5 && area.right <= scene.width + 0.5, "{:?} on {canvas:?}", text.words);
            }
        }
    }
}

#[test]
fn a_silent_side_claims_no_overlap() {
    let mut drawn = random(&mut Dice(5));
    drawn.members = Voice::Silent;
    for canvas in CANVASES {
        let svg = picture(&drawn, canvas).to_svg();
        assert!(
            svg.contains("v-rm v-dash") && svg.contains("nobody") && !svg.contains("v-both") && !svg.contains("v-mem")
        );
        assert!(svg.contains("n-open") && !svg.contains("class=\"n-both\""));
    }
    assert!(mini(&drawn, 60.0).to_svg().contains("v-rm v-dash"));
}

#[test]
fn the_small_form_is_cropped_to_its_outline() {
    let drawn = random(&mut Dice(77));
    let scene = mini(&drawn, 60.0);
    let left = rings(&scene).iter().map(|ring| ring.x - ring.r).fold(f64::INFINITY, f64::min);
    let right = rings(&scene).iter().map(|ring| ring.x + ring.r).fold(0.0, f64::max);
    assert!((left - 2.0).abs() < 1e-9 && (scene.width - right - 2.0).abs() < 1e-9);
    assert!(scene.to_svg().contains("aria-hidden"));
}

#[test]
fn no_word_crosses_a_ring() {
    many(|drawn, canvas, scene| {
        let (seen, rings) = (Seen::of(scene), rings(scene));
        for (area, text, _) in &seen.words {
            for Disc { x, y, r } in &rings {
                let (far_x, far_y) = (
                    (area.left - x).abs().max((area.right - x).abs()),
                    (area.top - y).abs().max((area.bottom - y).abs()),
                );
                let inside = far_x.hypot(far_y) <= *r;
                let outside = (x - x.clamp(area.left, area.right)).hypot(y - y.clamp(area.top, area.bottom)) >= *r;
                assert!(inside || outside, "{:?} crosses a ring on {canvas:?}: {drawn:?}", text.words);
            }
        }
    });
}
