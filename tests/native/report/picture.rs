//! The picture as a file that stands alone.

use std::collections::BTreeSet;

use common_ground::catalogue::bundled;
use common_ground::report::picture;
use common_ground::score;

use super::{example, with_own};

fn file(assessment: &common_ground::assessment::Assessment) -> String {
    let answered = &assessment.answered;
    picture::file(&picture::whole(answered, &score::results(answered), bundled()))
}

/// The classes that the marks name.
fn classes(svg: &str) -> BTreeSet<&str> {
    let marks = svg.split_once("</style>").unwrap().1;
    let lists = marks.split(" class=\"").skip(1).map(|rest| rest.split('"').next().unwrap());
    lists.flat_map(str::split_whitespace).collect()
}

#[test]
fn every_class_in_a_file_has_a_rule_in_it() {
    let mut unheard = example();
    unheard.answered.replies = std::sync::Arc::default();
    let mut half = unheard.clone();
    half.answered.estimate.members.importance.retain(|id, _| id.as_str() < "O4");
    half.answered.estimate.members.delivered.clear();
    let mut silent = unheard.clone();
    silent.answered.estimate.members = common_ground::assessment::Answers::default();
    for assessment in [example(), unheard, half, silent, with_own("One more")] {
        let svg = file(&assessment);
        let style = svg.split_once("<style>").unwrap().1.split_once("</style>").unwrap().0;
        // A group of one item, a numeral without a side and an open pip look as their place has it.
        let plain = ["item", "may", "word"];
        for class in classes(&svg).into_iter().filter(|class| !plain.contains(class)) {
            let named = [",", "{", ".", " "].iter().any(|end| style.contains(&format!(".{class}{end}")));
            assert!(named, "{class} in {svg}");
        }
    }
}

#[test]
fn a_file_needs_nothing_from_elsewhere_and_keeps_words_as_words() {
    let svg = file(&with_own("<script>&\"'"));
    for word in ["<script", "var(", "oklch", "@import", "href", "style="] {
        assert!(!svg.contains(word), "{word}");
    }
    assert!(svg.contains("&lt;script&gt;&amp;&quot;&#39;"));
    assert_eq!(svg.matches("http").count(), 1);
}
