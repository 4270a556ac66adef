//! The screens on which one answers.

use super::Words;
use super::numbers::{capital, words};

table! {
    /// The screens on which one answers.
    Asking {
        // -- community
        community_title: Words = "Which community is it?",
        community_lead: Words = "A name and a phase are enough to begin. The rest helps whoever reads the results.",
        name: Words = "Name",
        name_hint: Words = "What its members call it.",
        purpose: Words = "Purpose",
        purpose_hint: Words = "What it is for, in a sentence or two.",
        phase: Words = "Where does it stand?",
        phase_hint: Words = "While planning, nobody is asked what has been delivered.",
        origin: Words = "Who started it?",
        origin_hint: Words = "Recorded, never scored: both kinds can last.",
        founded: Words = "Founded",
        founded_hint: Words = "A year, a month or a day: 2023, 2023\u{2011}04 or 2023\u{2011}04\u{2011}30.",
        founded_wrong: Words = "Write a year, a month or a day, such as 2023, 2023-04 or 2023-04-30.",
        size: Words = "Members",
        size_hint: Words = "About how many people belong to it.",
        size_wrong: Words = "Write a whole number up to four billion, such as 40.",
        next_review: Words = "Next review",
        next_review_hint: Words = "When you want to look at this again.",
        optional: Words = "optional",
        too_long: Words = "A text has 20,000 characters at most. This one is longer: it is saved once it is shorter.",
        community_next: Words = "Go on to the expectations",
        // -- expectations
        expectations_title: Words = "What does each side expect?",
        expectations_lead: Words =
            "Rate each expectation for the organisation and for the members, as you believe they would. If you do not know, say so: the picture shows what that leaves open. Choosing an answer once more takes it away; so does the Delete key.",
        importance: Words = "What matters",
        delivered: Words = "What is delivered",
        top: Words = "Top three",
        parts: Words = "Parts of the expectations",
        of: fn(usize, usize) -> String = |some, all| format!("{some} of {all}"),
        tab_heard: Words = "heard",
        tab_later: Words = "not asked yet",
        dont_knows: fn(usize) -> String = |count| format!("{count} don’t know"),
        importance_ask: Words = "How important is it to each side?",
        delivered_ask: Words = "How much of it has each side got so far?",
        delivered_plan: Words =
            "This community is being planned, so nothing needs an answer here yet. What you answer all the same counts.",
        dont_know: Words = "don’t know",
        heard: fn(usize, &str) -> String = |people, level| match people {
            0 => format!("Heard: {level}"),
            _ => format!("Heard from {people}: {level}"),
        },
        heard_open: fn(usize) -> String = |people| match people {
            0 => "Heard, too few on this".to_owned(),
            _ => format!("Heard from {people}, too few on this"),
        },
        heard_beside: fn(u8) -> String = |step| format!("; estimate: {step}"),
        heard_counts: Words = "Where people are heard, their answers count, and are filled in. The estimate stays beside them, dashed.",
        both_want: Words = "Both want it",
        only_organisation: Words = "Only the organisation",
        only_members: Words = "Only members",
        neither: Words = "Neither",
        open: Words = "Still open",
        take_out: Words = "Take out this expectation",
        take_out_name: fn(&str) -> String = |statement| format!("Take out this expectation: {statement}"),
        note: Words = "Note",
        reword: Words = "Wording",
        reworded: fn(usize) -> String = |people| {
            let have = match people {
                0 => "Whoever was invited before may have".to_owned(),
                1 => "One person has".to_owned(),
                _ => format!("{} people have", capital(&words(people))),
            };
            format!("{have} answered these words. To mean something else, take this one out and add another: their answers stay with the words they read.")
        },
        bank_title: Words = "More expectations, or one of your own",
        bank_lead: fn(usize, usize) -> String = |asked, most| {
            format!("You ask about {asked}; at most {most} fit. Adding or taking out never loses an answer.")
        },
        add: Words = "Add",
        add_name: fn(&str) -> String = |statement| format!("Add: {statement}"),
        bring_back: Words = "Bring back",
        own_title: Words = "One of your own",
        own_hint: fn(usize) -> String = |left| match left {
            0 => "You have five of your own: take one out to add another.".to_owned(),
            1 => "In words that either side can read. Room for one more.".to_owned(),
            _ => format!("In words that either side can read. Room for {}.", words(left)),
        },
        own_text: Words = "The expectation",
        own_holder: Words = "Who usually expects it?",
        own_add: Words = "Add it",
        holder_organisation: Words = "the organisation",
        holder_members: Words = "members",
        holder_both: Words = "both",
        bank_full: Words = "Thirty expectations are the most that one picture can hold. Take one out to add another.",
        top_ask: Words = "Which three matter most to each side?",
        top_hint: Words = "Choosing three shows what ratings that are all high do not. It enters no figure.",
        top_place: fn(usize) -> String = |place| match place {
            1 => "First".to_owned(),
            2 => "Second".to_owned(),
            _ => "Third".to_owned(),
        },
        top_none: Words = "not chosen",
        so_far: Words = "So far",
        onward: Words = "Go on",
        importance_next: Words = "Go on: is it worth it?",
        importance_or: Words = "Say what is delivered",
        delivered_next: Words = "Go on to the top three",
        steps_mean: Words = "What the steps mean",
        next_worth: Words = "Next: is it worth it?",
        next_worth_short: Words = "Worth it?",
        next_practices: Words = "Practices",
        next_open: Words = "Go to the next open one",
        next_short: Words = "Next open",
        all_answered: Words = "See the results",
        strip_overlap: Words = "overlap",
        strip_open: fn(usize, usize) -> String = |open, all| match open {
            0 => format!("all {all} answered"),
            _ => format!("{open} of {all} still open"),
        },
        sketch: Words = "Drawn from the estimate: the lines close when people are heard.",
        heard_both: Words = "Both sides are heard.",
        heard_one: fn(&str, &str) -> String = |heard, estimated| {
            format!("{} heard; {estimated} estimated.", capital(heard))
        },
        drawn_from: fn(usize, usize, usize) -> String = |drawn, all, open| {
            format!(
                "Drawn from the {drawn} of {all} expectations answered for both sides; the {} still open can move the overlap anywhere in the hatched part.",
                words(open)
            )
        },
        // -- notes and evidence
        add_note: Words = "Add a note or evidence",
        add_note_or_aim: Words = "Add a note, evidence or an aim",
        noted_note: Words = "note",
        noted_evidence: fn(usize) -> String = |count| format!("evidence ({count})"),
        noted_aim: fn(u8) -> String = |level| format!("aim {level}"),
        evidence_number: fn(usize) -> String = |number| format!("Evidence {number}"),
        evidence_text: Words = "What shows it",
        evidence_url: Words = "Address",
        evidence_url_hint: Words = "Where it can be opened: https://…, or mailto:… for a mail address.",
        evidence_url_wrong: Words = "This is saved, but cannot be opened: an address begins with https://, http:// or mailto:.",
        evidence_date: Words = "Date",
        evidence_date_hint: Words = "A year, a month or a day.",
        evidence_date_wrong: Words = "This is no date and is not saved. Write a year, a month or a day, such as 2026, 2026-10 or 2026-10-01.",
        evidence_person: Words = "Who can tell",
        evidence_person_hint: Words = "A name, if somebody can say more.",
        evidence_add: Words = "Add evidence",
        evidence_add_name: fn(&str) -> String = |about| format!("Add evidence: {about}"),
        evidence_remove: Words = "Take out",
        evidence_remove_name: fn(usize, &str) -> String = |number, about| format!("Take out evidence {number}: {about}"),
        evidence_open: fn(&str) -> String = |address| format!("Open {address}"),
        // -- exchange
        exchange_title: Words = "Does each side get back what it puts in?",
        exchange_lead: Words = "Answer for each side as you believe it would. Two taps are enough; contributions sharpen the picture. Choosing an answer once more takes it away; so does the Delete key.",
        worth: Words = "Is it worth it?",
        worth_now: Words = "Is what we get worth what we put in?",
        worth_plan: Words = "Would what we get be worth what we put in?",
        contributions: Words = "What does each side put in?",
        contributions_lead: Words = "How firmly each kind is given. An amount is optional and in your own words.",
        amount: Words = "Amount",
        amount_for: fn(&str, &str) -> String = |kind, side| format!("of {kind}, {side}"),
        exchange_next: Words = "Go on to the value proposition",
        // -- practices
        practices_title: Words = "How firm is the value proposition?",
        practices_lead: Words =
            "Judge these ten practices yourself. Choose the sentence that is true today, not the one that is planned.",
        target: Words = "Aim for",
        no_target: Words = "no aim yet",
        practice_note: Words = "Note",
        needed: fn(&str, u8) -> String = |gate, level| format!("{level} needed for “{gate}”"),
        gate_of: fn(&str) -> String = |gate| format!("Gate: {gate}"),
        gate_met: Words = "The gate is met.",
        gate_not_met: fn(usize) -> String = |count| match count {
            1 => "One practice is below what it needs.".to_owned(),
            _ => format!("{} practices are below what it needs.", capital(&words(count))),
        },
        gate_unknown: fn(usize) -> String = |count| match count {
            1 => "One practice is still open.".to_owned(),
            _ => format!("{} practices are still open.", capital(&words(count))),
        },
        gate_proposal: Words = "The levels that a gate needs are proposals of this project.",
        practices_list: Words = "The ten practices",
        practices_next: Words = "See the results",
    }
}
