//! What comes next: the actions that are proposed, and why these.

use super::Words;
use super::numbers::{capital, words};

table! {
    /// What comes next.
    Next {
        title: Words = "What next",
        lead: Words = "At most three actions, the most useful first. Each says why it stands here.",
        questions_first: Words = "Some answers are still open and could decide the outlook: they come first.",
        none: Words = "Nothing is weak by these rules, so no action is proposed.",
        none_open: Words = "Too much is still open to advise on anything. What is still to answer comes first.",
        to_questions: Words = "See which answers decide",
        // -- what it is proposed for
        at: fn(&str, &str) -> String = |what, level| format!("{what} at “{level}”"),
        none_leads: Words = "no measure that looks ahead",
        in_doubt: fn(&str, &str) -> String = |side, items| format!("“don’t know” for {side} on {items}"),
        of_expectations: fn(usize, usize) -> String = |count, all| format!("{count} of {all} expectations"),
        low_overlap: fn(&str, &str) -> String = |share, needed| format!("an overlap of {share}, below {needed}"),
        few_shared: fn(usize, usize) -> Words = |least, most| match (least, most) {
            (_, 0) => "nothing that matters to both",
            (0, _) => "at most one expectation that matters to both",
            _ => "only one expectation that matters to both",
        },
        low_kept: fn(&str, &str) -> String = |share, needed| format!("{share} of the common ground delivered, below {needed}"),
        low_returns: fn(&str, &str) -> String = |shares, needed| {
            format!("what both get back, below {needed} now and in the last snapshot: {shares}")
        },
        misread: fn(&str, &str) -> String = |side, items| format!("wrong guesses of {side} on {items}"),
        surprised: fn(&str, &str) -> String = |side, items| format!("estimates for {side} that were far off on {items}"),
        divided: fn(&str, &str) -> String = |side, items| format!("answers of {side} far apart on {items}"),
        // -- why it stands here
        blocks_no: fn(&str, &str) -> String = |criterion, rung| format!("“{criterion}” is not met, which keeps the community off “{rung}”."),
        blocks_open: fn(&str, &str) -> String = |criterion, rung| format!("“{criterion}” is still open, and “{rung}” hangs on it."),
        blocks_nothing: Words = "It blocks no rung of the outlook, but it wears a community down.",
        step_one: fn(&str, &str, &str, &str) -> String = |what, from, to, gain| {
            format!("If {what} were at “{to}” rather than “{from}”: {gain}.")
        },
        step_both: fn(&str, &str) -> String = |what, gain| format!("If {what} were one step higher for both sides: {gain}."),
        gain: fn(&str, &str) -> String = |before, after| format!("{before} → {after}"),
        no_gain: fn(&str) -> String = |before| format!("one step alone leaves it at {before}"),
        importance: fn(&str, &str) -> String = |item, side| format!("the importance of “{item}” to {side}"),
        delivered: fn(&str, &str) -> String = |item, side| format!("what has arrived of “{item}” for {side}"),
        delivered_both: fn(&str) -> String = |item| format!("what has arrived of “{item}”"),
        worth: fn(&str) -> String = |side| format!("“Is it worth it?” for {side}"),
        contribution: fn(&str, &str) -> String = |kind, side| format!("{kind} from {side}"),
        needs: fn(usize, usize) -> String = |met, of| format!("{met} of {of} practices"),
        shared: fn(usize, usize) -> String = |items, of| format!("{items} of {of} shared"),
        lower: fn(&str) -> String = |gain| format!("the lower of both, {gain}"),
        worth_steps: fn(&str) -> String = |steps| format!("step {steps} of 4"),
        waits: Words = "Measures have to be chosen first.",
        earlier: Words = "Usually done in an earlier phase.",
        later: Words = "Usually done in a later phase.",
        who: fn(&str) -> String = |actors| format!("Who: {actors}."),
        sponsor: Words = "sponsor",
        leader: Words = "leader",
        members: Words = "members",
        source: fn(&str) -> String = |sources| format!("Source: {sources}"),
        synthesis: Words = "a proposal of this project",
        more: Words = "More on this",
        into_plan: Words = "Put into the plan",
        into_plan_name: fn(&str) -> String = |action| format!("Put into the plan: {action}"),
        not_for_us: Words = "Not for us",
        not_for_us_name: fn(&str) -> String = |action| format!("Not for us: {action}"),
        planned: fn(usize) -> String = |count| match count {
            1 => "One action is in your plan.".to_owned(),
            2 => "Two actions are in your plan.".to_owned(),
            _ => {
                let count = capital(&words(count));
                format!("{count} actions are in your plan: enough to begin with. What follows can wait until one of them is done.")
            }
        },
        what_if: Words = "What-ifs move one answer by one step and compute everything again. They say what would have to become true, not which answer to change.",
    }
}
