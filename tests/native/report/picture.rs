//! Pictures as files that stand alone.

use std::collections::BTreeSet;
use std::sync::Arc;

use common_ground::assessment::{Answer, Answers, Assessment};
use common_ground::catalogue::bundled;
use common_ground::report::drawing::{Drawing, drawn};
use common_ground::report::picture;
use common_ground::score;

use super::{example, second_review, with_own};

/// Every picture of an assessment, as it is written into a file.
fn files(assessment: &Assessment) -> Vec<(Drawing, String)> {
    let results = score::results(&assessment.answered);
    let file = |one: Drawing| Some((one, picture::file(&drawn(one, (assessment, &results), bundled(), 0)?)));
    Drawing::ALL.into_iter().filter_map(file).collect()
}

/// The example where nobody was heard.
fn unheard() -> Assessment {
    let mut assessment = example();
    assessment.answered.replies = Arc::default();
    assessment
}

/// The same with much that is not known.
fn unknown() -> Assessment {
    let mut assessment = unheard();
    let members = &mut assessment.answered.estimate.members;
    members.importance.retain(|id, _| id.as_str() < "O4");
    members.delivered.clear();
    members.worth = Some(Answer::DontKnow);
    members.contribution.clear();
    assessment.answered.practices.retain(|practice, _| practice.index() > 1);
    assessment
}

/// The same where the members say nothing.
fn silent() -> Assessment {
    let mut assessment = unheard();
    assessment.answered.estimate.members = Answers::default();
    assessment
}

/// The classes that the marks name.
fn classes(svg: &str) -> BTreeSet<&str> {
    let marks = svg.split_once("</style>").unwrap().1;
    let lists = marks.split(" class=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    lists.flat_map(str::split_whitespace).collect()
}

#[test]
fn every_class_in_a_file_has_a_rule_in_it() {
    for assessment in [example(), unheard(), unknown(), silent(), second_review(), with_own("One more")] {
        for (drawing, svg) in files(&assessment) {
            let style = svg.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
            // A group of one item, a numeral without a side and a word look as their place has it.
            let plain = ["item", "may", "word"];
            for class in classes(&svg).into_iter().filter(|class| !plain.contains(class)) {
                let named = [",", "{", ".", " "].iter().any(|end| style.contains(&format!(".{class}{end}")));
                assert!(named, "{class} of {drawing:?} in {svg}");
            }
        }
    }
}

#[test]
fn every_hatch_that_a_file_names_is_in_it_once() {
    for assessment in [example(), unheard(), unknown(), silent(), second_review()] {
        for (drawing, svg) in files(&assessment) {
            let named: BTreeSet<&str> =
                svg.split("url(#").skip(1).map(|rest| rest.split(')').next().unwrap()).collect();
            for id in named {
                assert_eq!(svg.matches(&format!("id=\"{id}\"")).count(), 1, "{id} of {drawing:?}");
            }
        }
    }
}

#[test]
fn a_file_needs_nothing_from_elsewhere_and_keeps_words_as_words() {
    let mut typed = with_own("<script>&\"'");
    typed.answered.community.name = "</title><script>".into();
    for (drawing, svg) in files(&typed) {
        for word in ["<script", "var(", "oklch", "@import", "href", "style=", "</title>."] {
            assert!(!svg.contains(word), "{word} in {drawing:?}");
        }
        assert!(svg.contains("&lt;/title&gt;&lt;script&gt;"), "{drawing:?}");
        assert_eq!(svg.matches("http").count(), 1);
    }
    let shown =
        [Drawing::Shared, Drawing::Every].map(|one| files(&typed).into_iter().find(|(it, _)| *it == one).unwrap().1);
    assert!(shown.iter().all(|svg| svg.contains("&lt;script&gt;&amp;&quot;&#39;")));
}

#[test]
fn words_that_are_cut_are_there_in_full() {
    let long = "Meeting the regulator well prepared, with every figure that they ask for in each of the twelve districts, \
                and without having to look for any of them in the week before the hearing takes place";
    let mut assessment = with_own(long);
    assessment.answered.community.name = "A very long name of a community ".repeat(9).trim().to_owned();
    for (drawing, svg) in files(&assessment) {
        assert!(svg.contains(&format!("{}</title>", assessment.answered.community.name)), "the name in {drawing:?}");
        if matches!(drawing, Drawing::Shared | Drawing::Every) {
            assert!(
                !svg.contains(&format!(">{long}</text>")) && svg.contains(&format!("{long}</title>")),
                "{drawing:?}"
            );
        }
    }
}

#[test]
fn what_is_not_known_is_drawn_as_a_range_and_said_to_be_one() {
    let known = files(&example()).into_iter();
    for ((drawing, known), (same, unknown)) in known.zip(files(&unknown())) {
        if matches!(drawing, Drawing::Every | Drawing::Ladder | Drawing::Sides | Drawing::Practices) {
            assert_eq!(drawing, same);
            assert!(!known.contains("url(#"), "{drawing:?}: all is known, and nothing is hatched");
            assert!(unknown.contains("url(#"), "{drawing:?}");
            let said = ["possible, while answers are missing", "open", "not known yet"];
            assert!(said.iter().any(|words| unknown.contains(&format!(">{words}</text>"))), "{drawing:?}");
        }
    }
}

/// A colour of `oklch(L C H)` in sRGB, as files have it (Ottosson 2020).
fn in_srgb(oklch: &str) -> String {
    let numbers: Vec<f64> = oklch.split(' ').map(|number| number.parse().unwrap()).collect();
    let [lightness, chroma, hue] = numbers[..] else { panic!("{oklch}") };
    let (a, b) = (chroma * hue.to_radians().cos(), chroma * hue.to_radians().sin());
    let cubed = |of_a: f64, of_b: f64| (lightness + of_a * a + of_b * b).powi(3);
    let cones = [
        cubed(0.396_337_777_4, 0.215_803_757_3),
        cubed(-0.105_561_345_8, -0.063_854_172_8),
        cubed(-0.089_484_177_5, -1.291_485_548_0),
    ];
    let channel = |[l, m, s]: [f64; 3]| {
        let linear = (l * cones[0] + m * cones[1] + s * cones[2]).clamp(0.0, 1.0);
        let light = if linear <= 0.003_130_8 { 12.92 * linear } else { 1.055 * linear.powf(1.0 / 2.4) - 0.055 };
        let nearest = (0..=u8::MAX).find(|byte| f64::from(*byte) + 0.5 >= light * 255.0);
        format!("{:02x}", nearest.unwrap())
    };
    let channels = [
        [4.076_741_662_1, -3.307_711_591_3, 0.230_969_929_2],
        [-1.268_438_004_6, 2.609_757_401_1, -0.341_319_396_5],
        [-0.004_196_086_3, -0.703_418_614_7, 1.707_614_701_0],
    ];
    format!("#{}", channels.map(channel).concat())
}

#[test]
fn every_colour_is_one_that_the_page_has_in_its_light_theme() {
    let tokens = include_str!("../../../style/tokens.css");
    let between = |start: &'static str| {
        tokens.split(start).skip(1).filter_map(|rest| rest.split_once(')').map(|(inside, _)| inside))
    };
    let meant: BTreeSet<String> = between("light-dark(var(")
        .map(|name| {
            let colour = tokens.split_once(&format!("{name}: oklch(")).unwrap().1.split_once(')').unwrap().0;
            in_srgb(colour)
        })
        .collect();
    assert!(meant.len() > 15, "{meant:?}");
    for (drawing, file) in files(&example()) {
        let style = file.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        for after in style.split('#').skip(1) {
            let digits: String = after.chars().take_while(char::is_ascii_hexdigit).collect();
            let colour = if digits == "fff" { "#ffffff".to_owned() } else { format!("#{digits}") };
            assert!(meant.contains(&colour), "{colour} in {drawing:?}");
        }
    }
}
