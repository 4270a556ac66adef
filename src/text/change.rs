//! What would change something: a step up or down, what the next rung asks for, bridges from one side to both.

use super::Words;
use super::numbers::{capital, words};

table! {
    /// What would change something.
    Change {
        // -- one expectation
        detail_note: Words = "Note",
        detail_evidence: Words = "What shows it",
        if_title: Words = "What if",
        if_lead: Words = "One step more or less, and all figures computed again. Nothing is changed by it.",
        if_none: Words = "Nothing about it is known yet, so there is no step to take.",
        if_importance: fn(&str) -> String = |side| format!("Importance to {side}"),
        if_delivered: fn(&str) -> String = |side| format!("Delivered to {side}"),
        if_down: Words = "One step down",
        if_up: Words = "One step up",
        if_down_short: Words = "Down",
        if_up_short: Words = "Up",
        if_name: fn(&str, &str) -> String = |step, what| format!("{step}: {what}"),
        if_said: fn(&str, &str, &str) -> String = |what, to, from| format!("{what} at “{to}” rather than “{from}”:"),
        if_choose: Words = "Choose a step to see what it would move.",
        if_figure: Words = "Figure",
        if_today: Words = "Today",
        if_then: Words = "Then",
        if_same: Words = "same",
        if_more: fn(&str) -> String = |figure| format!("{figure}, a little more"),
        if_less: fn(&str) -> String = |figure| format!("{figure}, a little less"),
        figure_overlap: Words = "Overlap",
        figure_kept: Words = "Common ground delivered",
        figure_return_organisation: Words = "Organisation gets back",
        figure_return_members: Words = "Members get back",
        figure_outlook: Words = "Outlook",
        // -- the next rung
        rung_title: Words = "What would have to become true",
        rung_lead: fn(&str) -> String = |rung| {
            format!("For the next rung, “{rung}”, each of these would have to hold. Under each stand the single steps that would move it most.")
        },
        rung_foot: Words = "Each is a step that people would have to see for themselves: change the community, not the answer.",
        rung_unknown: fn(usize) -> &'static str = |open| match open {
            0 => "There is no figure for it yet.",
            1 => "It is still open. To answer:",
            _ => "It is still open. To answer first:",
        },
        rung_phase: Words = "The community would have to be in its sustaining phase. No answer moves that.",
        rung_heard: Words = "Enough people of both sides would have to reply: see Voices.",
        rung_none: Words = "No single step moves it: it takes several at once.",
        rung_far: fn(&str, u8, u8) -> String = |practice, from, to| {
            format!("The practice “{practice}” would have to go from {from} to {to}: more than one step.")
        },
        rung_way: fn(&str, &str, &str, &str) -> String = |what, to, from, gain| format!("If {what} were at “{to}” rather than “{from}”: {gain}"),
        rung_both: fn(&str, &str) -> String = |what, gain| format!("If {what} were one step higher for both sides: {gain}"),
        rung_holds: Words = ", and it would hold.",
        rung_short: Words = ". That alone is not enough.",
        worth_both: Words = "what people say about whether it is worth it",
        importance_both: fn(&str) -> String = |item| format!("the importance of “{item}”"),
        // -- bridges
        bridges_title: Words = "Bridges",
        bridges_lead: fn(usize) -> String = |count| match count {
            0 => "Nothing stands on one side alone any longer. What you wrote is kept.".to_owned(),
            1 => "One expectation stands on one side alone. A bridge says how both could come to want it.".to_owned(),
            _ => format!("{} expectations stand on one side alone. A bridge says how both could come to want one.", capital(&words(count))),
        },
        bridges_none: Words = "None of the ready ones fits: write your own.",
        bridge_source: Words = "A proposal of this project; nobody has tested it.",
        bridge_joins: Words = "could meet",
        bridge_text: fn(&str, &str, &str) -> String = |from, to, how| format!("Bridge from “{from}” to “{to}”: {how}"),
        bridge_own_text: fn(&str, &str) -> String = |item, how| format!("Bridge for “{item}”: {how}"),
        bridge_into_plan: Words = "Put into the plan",
        bridge_into_plan_name: fn(&str) -> String = |what| format!("Put into the plan: {what}"),
        bridge_planned: Words = "It is in the plan.",
        bridge_own_count: fn(usize) -> String = |count| match count {
            0 => "Write bridges of your own".to_owned(),
            _ => format!("Bridges of your own ({count})"),
        },
        bridge_own_hint: Words = "How could both come to want it? What you write stands in reports. A link does not carry it; a file does.",
        bridge_own_label: fn(usize, &str) -> String = |number, item| format!("{number} {item}"),
        bridge_show: Words = "Show bridges in the picture",
        bridge_show_hint: Words = "Dashed arrows from what one side alone wants into the common part.",
        bridges_stay: Words = "Bridges of your own stay here: a link does not carry them, a file does.",
        // -- in reports
        report_lead: Words = "How what one side alone wants could become something that both want.",
        report_synthesis: Words = "a proposal of this project",
        report_own: Words = "their own",
    }
}
