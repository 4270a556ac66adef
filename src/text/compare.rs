//! Two communities, or two states of one, side by side.

use super::Words;
use super::between::{Between, expectations};
use super::numbers::{capital, words};

table! {
    /// Two communities, or two states of one, side by side.
    Compare {
        // -- the finding
        choose: Words = "Two communities side by side",
        choose_lead: Words = "Choose one at each end: a community as it stands now, or one of its snapshots.",
        alone_lead: Words = "There is only one community here. Save another one, or add one to the portfolio for looking only.",
        nobody_lead: Words = "There is no community here yet. Save two, or add them to the portfolio for looking only.",
        gone_lead: Words = "What this address names is not here any more: it was deleted, or was there for looking only. Choose another one.",
        same: Words = "This is the same state twice",
        same_lead: Words = "Choose another one at one end.",
        catalogues: Words = "These two cannot be compared",
        catalogues_lead: Words = "They were asked by different catalogues: the same number may stand for another expectation, and the same step for another word.",
        more: fn(&str, &str, &str) -> String = |end, high, low| format!("Overlap is higher in {end}: {high} against {low}"),
        more_little: fn(&str, &str) -> String = |end, at| format!("Overlap, at {at}, is higher in {end} by less than a point"),
        unclear: fn(&str, &str) -> String = |one, other| format!("No clear difference in overlap: {one} in A, {other} in B"),
        nothing: Words = "No overlap to compare yet",
        nothing_common: Words = "No expectation is asked by both",
        higher_count: fn(usize, usize) -> String = |one, other| {
            let count = |count: usize| if count == 0 { "none".to_owned() } else { words(count) };
            format!("Clearly higher in A: {}; in B: {}.", count(one), count(other))
        },
        unclear_all: Words = "No figure differs clearly. The answers that do are below.",
        // How many differ not clearly, and how many are there in one of the two alone.
        unclear_rest: fn(usize, usize) -> String = |count, alone| {
            let shows = if count == 1 { "shows" } else { "show" };
            let is = if alone == 1 { "is" } else { "are" };
            let other = match count + alone {
                1 => "other one".to_owned(),
                all => format!("other {} figures", words(all)),
            };
            match (count, alone) {
                (0, 0) => "Every figure differs clearly.".to_owned(),
                (_, 0) => format!("The {other} {shows} no clear difference."),
                (0, _) => format!("The {other} {is} known only of one of the two."),
                _ => format!("Of the {other}, {} {shows} no clear difference and {} {is} known only of one of the two.", words(count), words(alone)),
            }
        },
        rule: Words = "A figure is called higher only where the two ranges do not touch and one of its answers differs by a step or more. All figures are computed over the expectations that both ask about.",
        // -- choosing
        ends: [Words; 2] = ["A", "B"],
        community: fn(&str) -> String = |end| format!("{end}: community"),
        state: fn(&str) -> String = |end| format!("{end}: state"),
        none: Words = "Choose a community",
        missing: Words = "Not here any more",
        guest: fn(&str) -> String = |name| format!("{name} (opened from a link, not saved)"),
        looked: fn(&str) -> String = |name| format!("{name} (for looking only)"),
        own_overlap: fn(&str, usize) -> String = |overlap, items| match items {
            1 => format!("{overlap} overlap over its one expectation"),
            _ => format!("{overlap} overlap over all its {items} expectations"),
        },
        heard: fn(&str) -> String = |heard| format!("heard: {heard}"),
        swap: Words = "Swap A and B",
        all: Words = "All communities side by side",
        // -- what to keep in mind
        between: Between = Between {
            common: |common, one, other| {
                let of = |count: usize, end: &str| match count {
                    0 => String::new(),
                    _ => format!("; {end} asks about {} more", words(count)),
                };
                format!("Compared over the {} that both ask about{}{}.", expectations(common), of(one, "A"), of(other, "B"))
            },
            common_none: "They ask about no expectation in common, so figures that rest on expectations cannot be compared. What does not depend on them is below.",
            reworded: |items| format!("Worded otherwise in A than in B, and compared all the same: {items}."),
            phases: |one, other| {
                format!("The phase is {one} in A and {other} in B: each outlook is judged by what its own phase needs.")
            },
            voices: |side, one, other| {
                format!("For {side}, {one} counted in A and {other} in B. A difference may come from who spoke.")
            },
            voices_partly: |side| format!("For {side}, not all questions were answered by as many people in A as in B."),
            higher: ["higher in A", "higher in B"],
            higher_little: ["higher in A by less than a point", "higher in B by less than a point"],
            signs: ["", ""],
            no_clear: "no clear difference",
            guessed: "not compared",
            one_alone: "known only of one",
        },
        practices_by: Words = "Each is judged by whoever keeps that assessment.",
        // -- the tables
        results: Words = "Figures",
        alike: fn(usize, usize) -> String = |alike, all| format!("The same in both: {alike} of {all}"),
        near: fn(usize, usize) -> String = |near, all| format!("No difference of a step: {near} of {all}"),
        criteria: Words = "Criteria of the outlook",
        criteria_lead: Words = "Whether each holds, and its figure, over the expectations that both ask about.",
        criterion: Words = "Criterion",
        practices: Words = "Practices",
        practice: Words = "Practice",
        items: Words = "Expectations in common",
        items_lead: Words = "How important each is, in steps from 0 to 4. The largest difference first; bold where A and B differ by a step or more; “0–4” where nobody knows yet.",
        delivered: Words = "What has arrived of them",
        delivered_lead: Words = "In steps from 0 to 4, marked in the same way.",
        expectation: Words = "Expectation",
        difference: Words = "Difference",
        differs: Words = "differs by a step or more",
        only: fn(&str, usize) -> String = |end, count| format!("Only in {end} ({count})"),
        only_title: Words = "Expectations in one alone",
        unknown: Words = "0–4",
        // -- the ways here
        beside_title: Words = "Beside another community",
        beside_lead: Words = "The same figures of another community that is here, or of a state of it, next to these.",
        beside: Words = "Compare with another community",
        guest_beside: Words = "Compare with another",
        tick: fn(&str) -> String = |name| format!("Compare {name}"),
        ticked_one: fn(&str) -> String = |name| format!("{name} is ticked. Tick another one to compare the two."),
        ticked_two: fn(&str, &str) -> String = |one, other| format!("{one} and {other} are ticked."),
        ticked_many: fn(usize) -> String = |count| format!("{} are ticked. Two can be compared: untick the others.", capital(&words(count))),
        go: Words = "Compare these two",
    }
}
