//! How a community goes over time: snapshots, rounds, trends, and what has changed.

use super::Words;
use super::between::{Between, expectations};
use super::numbers::{capital, words};

table! {
    /// How a community goes over time.
    Time {
        // -- the finding
        nothing: Words = "Nothing to compare with yet",
        nothing_lead: Words = "A snapshot keeps a dated copy of all answers. Take one now, and you can see later what has changed: which figures went up or down, and which answers moved.",
        risen: fn(&str, &str, &str) -> String = |from, to, since| format!("Overlap has risen from {from} to {to} since {since}"),
        fallen: fn(&str, &str, &str) -> String = |from, to, since| format!("Overlap has fallen from {from} to {to} since {since}"),
        risen_little: fn(&str, &str) -> String = |at, since| format!("Overlap, at {at}, has risen by less than a point since {since}"),
        fallen_little: fn(&str, &str) -> String = |at, since| format!("Overlap, at {at}, has fallen by less than a point since {since}"),
        unclear: fn(&str) -> String = |since| format!("No clear change in overlap since {since}"),
        not_heard_again: fn(u32, &str, &str) -> String = |round, at, since| {
            format!("Round {round} still has to be heard; overlap was {at} on {since}")
        },
        was_a_guess: fn(&str, &str, &str) -> String = |from, to, since| {
            format!("Overlap is {to}, now that people were heard; it was estimated at {from} on {since}")
        },
        not_yet: Words = "What was said then is in the snapshot. What has changed can be seen once somebody has answered.",
        others_spoke: Words = "Not the same people spoke, so a change may come from that.",
        rule: Words = "Up or down: only where the two ranges do not touch and an answer moved by a step or more. Never between what was heard and an estimate.",
        // -- taking one
        take_title: Words = "Keep how things stand",
        date: Words = "Date",
        date_hint: Words = "The day the answers are from.",
        date_wrong: Words = "A snapshot needs a day, such as 2026-11-20.",
        label: Words = "Name",
        label_hint: Words = "Such as “Before launch”.",
        take: Words = "Take a snapshot",
        take_means: Words = "Keeps a dated copy. Nothing else changes: answers and replies stay as they are.",
        round: Words = "Start a new round",
        round_means: fn(usize) -> String = |replies| match replies {
            0 => "Keeps a dated copy and counts one round up. Replies to invitations of an earlier round are no longer added.".to_owned(),
            1 => "1 reply moves into the snapshot, and both sides start unheard. The estimates stay. Replies to earlier invitations are no longer added: send new ones.".to_owned(),
            _ => format!("{} replies move into the snapshot, and both sides start unheard. The estimates stay. Replies to earlier invitations are no longer added: send new ones.", capital(&words(replies))),
        },
        round_now: fn(u32) -> String = |round| format!("This is round {round}."),
        // -- the charts
        trend_title: Words = "How it went",
        trend_lead: Words = "Every snapshot and the present. A hatched bar is a range; a dashed line means that other expectations were asked.",
        trend_picture: fn(usize) -> String = |dates| {
            format!("Overlap, what each side gets back and practices at 2 or above on {dates} dates. The numbers are in the table below it.")
        },
        overlap: Words = "Overlap",
        returns: Words = "Gets back, of what it wants",
        practices: Words = "Practices at 2 or above",
        of_ten: fn(usize, usize) -> String = |low, high| if low == high { format!("{low} of 10") } else { format!("{low}–{high} of 10") },
        present: Words = "Now",
        numbers: Words = "The numbers",
        numbers_of: fn(&str) -> String = |community| format!("Figures of {community} at each date"),
        shared: Words = "Matter to both",
        shared_of: fn(usize, usize, usize) -> String = |low, high, all| if low == high { format!("{low} of {all}") } else { format!("{low}–{high} of {all}") },
        phase: Words = "Phase",
        heard: Words = "Heard",
        asked_changed: Words = "other expectations asked",
        // -- what changed
        changes_title: Words = "What changed",
        changes_from: Words = "Compare",
        changes_to: Words = "with",
        named: fn(&str, &str) -> String = |label, date| if label.is_empty() { date.to_owned() } else { format!("{label}, {date}") },
        numbered: fn(&str, usize) -> String = |name, number| format!("{name} ({number})"),
        same_state: Words = "Choose two different states.",
        figure: Words = "Figure",
        change: Words = "Change",
        between: Between = Between {
            common: |common, out, added| {
                if out + added == 0 {
                    return String::new();
                }
                let added = if added > 0 { format!("; {} added since", words(added)) } else { String::new() };
                let out = if out > 0 { format!("; {} taken out", words(out)) } else { String::new() };
                format!("Compared over the {} asked both times{added}{out}.", expectations(common))
            },
            common_none: "No expectation was asked both times, so figures that rest on expectations cannot be compared.",
            reworded: |items| format!("Reworded since, and compared all the same: {items}."),
            phases: |from, to| {
                format!("The phase was {from} then and {to} later: each outlook is judged by what its own phase needs.")
            },
            voices: |side, from, to| {
                format!("For {side}, {from} counted then and {to} later. A change may come from who spoke.")
            },
            voices_partly: |side| format!("For {side}, not all questions were answered by the same people then and later."),
            higher: ["down", "up"],
            higher_little: ["down by less than a point", "up by less than a point"],
            signs: ["▼", "▲"],
            no_clear: "no clear change",
            guessed: "not compared",
            one_alone: "known only once",
        },
        estimate: Words = "an estimate",
        voice_replies: fn(u32) -> String = |count| match count {
            1 => "1 reply".to_owned(),
            _ => format!("{count} replies"),
        },
        coverage_organisation: Words = "What the organisation wants, members want too",
        coverage_members: Words = "What members want, the organisation wants too",
        shared_of_wanted: Words = "Wanted by both, of what either wants",
        kept: Words = "Common ground delivered",
        return_organisation: Words = "The organisation gets back, of what it wants",
        return_members: Words = "Members get back, of what they want",
        puts_in_organisation: Words = "The organisation puts in",
        puts_in_members: Words = "Members put in",
        worth_organisation: Words = "Worth it for the organisation",
        worth_members: Words = "Worth it for members",
        outlook: Words = "Outlook",
        moved: fn(usize) -> String = |count| match count {
            0 => "No answer moved by a step or more".to_owned(),
            1 => "One answer moved by a step or more".to_owned(),
            _ => format!("{} answers moved by a step or more", capital(&words(count))),
        },
        moved_unlike: Words = "Estimates stand against what people said, so no answer is called moved",
        // At least three things, of which each has one that moved.
        moved_rest: fn(usize) -> String = |count| format!("The other {}", words(count)),
        moved_from_to: fn(&str, &str) -> String = |from, to| format!("{from} → {to}"),
        important_to: fn(&str) -> String = |side| format!("important to {side}"),
        delivered_organisation: Words = "delivered, as the organisation sees it",
        delivered_members: Words = "delivered, as the members see it",
        puts_in: fn(&str) -> String = |side| format!("put in by {side}"),
        practice: Words = "practice",
        // -- the snapshots
        list_title: Words = "Snapshots",
        list_lead: Words = "The names can be changed. What was answered on that day cannot.",
        remove: Words = "Delete",
        remove_name: fn(&str) -> String = |name| format!("Delete the snapshot {name}"),
        // -- elsewhere
        last_time: fn(&str, &str) -> String = |date, overlap| format!("Last time ({date}): {overlap} overlap"),
        last_time_none: fn(&str) -> String = |date| format!("Last time ({date}): no figure for the overlap yet"),
        last_common: fn(&str, &str, usize) -> String = |from, to, common| {
            format!("over the {} asked both times {from} then and {to} now", expectations(common))
        },
        last_not_heard: Words = "this round still has to be heard",
        last_a_guess: Words = "that was an estimate",
        last_up: Words = "it has risen since",
        last_down: Words = "it has fallen since",
        last_up_little: Words = "it has risen by less than a point since",
        last_down_little: Words = "it has fallen by less than a point since",
        last_more: Words = "What changed",
    }
}
