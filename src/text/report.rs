//! Reports: what stands in them beside the sentences of the results.

use super::Words;
use super::numbers::{capital, words};

table! {
    /// Reports.
    Report {
        // -- the head
        title: fn(&str) -> String = |name| format!("{name}: common ground"),
        of_day: fn(&str) -> String = |day| format!("Report of {day}, made with Common Ground."),
        kept: fn(&str) -> String = |share| format!("{share} of that common ground is delivered."),
        outlook: fn(&str) -> String = |rung| format!("The outlook is {rung}."),
        outlook_between: fn(&str, &str) -> String = |low, high| format!("The outlook lies between {low} and {high}."),
        delivered_both: Words = "Delivered (organisation, members)",
        // -- columns
        rung: Words = "Rung",
        criterion: Words = "Criterion",
        figure: Words = "Figure",
        needs: Words = "Needs",
        holds: Words = "Does it hold?",
        side: Words = "Side",
        wanted: Words = "Who wants it",
        practice: Words = "Practice",
        level: Words = "Level",
        needed: fn(&str) -> String = |gate| format!("Needed for “{gate}”"),
        practices_lead: fn(&str, usize, usize) -> String = |gate, below, open| match (below, open) {
            (0, 0) => format!("All that “{gate}” needs is reached."),
            (0, open) => format!("Of what “{gate}” needs, {} still open.", are(open)),
            (below, 0) => format!("Of what “{gate}” needs, {} not reached.", are(below)),
            (below, open) => format!("Of what “{gate}” needs, {} not reached and {} still open.", are(below), are(open)),
        },
        aim: Words = "Aim",
        gate: Words = "Gate",
        gate_state: Words = "State",
        below: Words = "Below it",
        open: Words = "Open",
        gate_states: [Words; 3] = ["met", "not met", "not known yet"],
        kind: Words = "Kind",
        measure: Words = "Measure",
        baseline: Words = "Baseline",
        current: Words = "Now",
        target: Words = "Target",
        due: Words = "By",
        shows: Words = "Shows",
        owner: Words = "Owner",
        what: Words = "What",
        state: Words = "State",
        states: [Words; 3] = ["open", "done", "dropped"],
        overdue: Words = "open, overdue",
        name: Words = "Name",
        value: Words = "Value",
        figures: Words = "Figures",
        id: Words = "Id",
        note: Words = "Note",
        // -- measures
        leading: Words = "looks ahead",
        lagging: Words = "looks back",
        measures: Words = "Measures",
        measures_none: Words = "No measures have been chosen yet.",
        // -- notes
        notes: Words = "Notes",
        can_tell: fn(&str) -> String = |person| format!("{person} can tell"),
        // -- the statement
        statement: Words = "Value statement",
        statement_none: Words = "It has not been written yet.",
        kept_by: fn(&str) -> String = |person| format!("Looked after by {person}."),
        looked_at: fn(&str) -> String = |day| format!("To be looked at again on {day}."),
        // -- contributions
        contributions: Words = "What each side puts in",
        // -- the plan
        plan: Words = "Plan",
        plan_none: Words = "Nothing is planned yet.",
        next_review: fn(&str) -> String = |day| format!("The next review is on {day}."),
        // -- what next
        next: Words = "What next",
        next_asked: Words = "Answer next",
        next_actions: Words = "Proposals, the first thing first:",
        next_none: Words = "Nothing is weak by these rules, and no answer is open that could decide the outlook.",
        against: fn(&str) -> String = |weakness| format!("Against: {weakness}."),
        // -- who was heard
        heard: Words = "Who was heard",
        heard_replies: fn(&str, u32) -> String = |side, people| {
            let people = usize::try_from(people).unwrap_or(usize::MAX);
            match people {
                0 => format!("{}: heard. What counts is the median of their answers.", capital(side)),
                1 => format!("{}: heard from one person.", capital(side)),
                _ => format!("{}: heard from {} people. What counts is the median of their answers.", capital(side), words(people)),
            }
        },
        heard_estimate: fn(&str) -> String = |side| format!("{}: not heard. What stands here is the estimate of whoever keeps this assessment.", capital(side)),
        heard_partly: fn(&str) -> String = |groups| format!("Estimated all the same: {groups}."),
        groups: [Words; 4] = ["what matters", "what is delivered", "whether it is worth it", "what it puts in"],
        replied: fn(&str) -> String = |names| format!("Among them: {names}."),
        practices_by: Words = "The practices are judged by whoever keeps this assessment.",
        // -- the calendar
        review_of: fn(&str) -> String = |name| format!("{name}: look at the common ground again"),
        action_of: fn(&str) -> String = |name| format!("From the plan of {name} in Common Ground."),
        by_owner: fn(&str) -> String = |owner| format!("Owner: {owner}."),
        action_unnamed: Words = "An action without words",
        measure_unnamed: Words = "A measure without a name",
        measure_due: fn(&str, &str) -> String = |name, target| format!("{name}: the target is {target}"),
        // -- the sheets of a workbook
        summary: Words = "Summary",
        practices: Words = "Practices",
        low: Words = "At least",
        high: Words = "At most",
        level_means: Words = "In words",
        kept_figure: Words = "common ground delivered",
        unit: Words = "Unit",
    }
}

fn are(count: usize) -> String {
    format!("{} {}", words(count), if count == 1 { "is" } else { "are" })
}
