//! The value statement, the measures and the plan.

use super::Words;
use super::numbers::{capital, words};

/// What a draft of a value statement is made of; a gap stands in square brackets.
#[derive(Clone, Debug)]
pub struct Draft {
    /// What the community is called; empty while it has no name.
    pub community: String,
    /// What members gain.
    pub members_gain: String,
    /// What the organisation gains.
    pub organisation_gain: String,
    /// What members put in.
    pub members_give: String,
    /// What the organisation puts in.
    pub organisation_give: String,
    /// The measure that looks ahead.
    pub leading: String,
    /// The measure that looks back.
    pub lagging: String,
    /// When and by whom it is looked at again.
    pub review: String,
}

table! {
    /// The value statement, the measures and the plan.
    Planning {
        // -- the statement
        statement_title: Words = "What is it worth to both?",
        statement_lead: Words = "A few sentences that a member and a sponsor would both sign, and three to five figures that show whether it comes true.",
        both_want: fn(&str) -> String = |labels| format!("Both sides want: {labels}."),
        nothing_shared: Words = "Nothing is known to matter to both sides yet. The statement is best built on that.",
        statement_heading: Words = "The value statement",
        statement: Words = "Statement",
        statement_hint: Words = "What each side gets, what each gives, what changes at work, and what people would do without it.",
        statement_owner: Words = "Who looks after it?",
        statement_owner_hint: Words = "One person who sees that it stays true.",
        statement_review: Words = "Look at it again on",
        statement_review_hint: Words = "At each change of phase, and after a reorganisation.",
        fill: Words = "Write a first version",
        fill_hint: Words = "From what both sides want. What nobody can know but you stays in [square brackets].",
        fill_again: Words = "Begin again from the template",
        fill_again_hint: Words = "Takes the place of your text. Undo brings it back.",
        copy: Words = "Copy as text",
        draft: fn(&Draft) -> String = |draft| {
            let community = match draft.community.as_str() {
                "" => "the community".to_owned(),
                name => format!("the community “{name}”"),
            };
            let Draft { members_gain, organisation_gain, members_give, organisation_give, leading, lagging, review, .. } = draft;
            format!(
                "For members, who need {members_gain}, and for the organisation, which needs {organisation_gain}, {community} provides [what it does] so that [what changes at work]. Members put in {members_give}; the organisation puts in {organisation_give}. Unlike [what people do without it], it [what is better]. We will know by {leading} and {lagging}. Next review: {review}."
            )
        },
        gap_members_gain: Words = "[what members gain]",
        gap_organisation_gain: Words = "[what the organisation gains]",
        gap_members_give: Words = "[time, knowledge]",
        gap_organisation_give: Words = "[time, money, a sponsor]",
        gap_leading: Words = "[a measure that looks ahead]",
        gap_lagging: Words = "[a result]",
        gap_review: Words = "[day, name]",
        list: fn(&[String]) -> String = |parts| match parts.split_last() {
            None => String::new(),
            Some((last, [])) => last.clone(),
            Some((last, others)) => format!("{} and {last}", others.join(", ")),
        },
        draft_measure: fn(&str, &str, &str) -> String = |name, target, due| match (target, due) {
            ("", "") => name.to_owned(),
            ("", due) => format!("{name} (by {due})"),
            (target, "") => format!("{name} ({target})"),
            (target, due) => format!("{name} ({target} by {due})"),
        },
        // -- the checklist
        checks_title: Words = "Checklist",
        checks_state: fn(usize, usize) -> String = |held, all| {
            let all_words = words(all);
            match held {
                0 => format!("None of the {all_words} holds."),
                1 => format!("One of {all_words} holds."),
                _ if held == all => format!("All {all_words} hold."),
                _ => format!("{} of {all_words} hold.", capital(&words(held))),
            }
        },
        checks_note: Words = "It looks for words, so it can miss what you mean. A reminder, not a grade.",
        check_names: [Words; 10] = [
            "Names both sides",
            "Says what each side gets",
            "Says what each side gives",
            "Says what changes",
            "Says what it is better than",
            "Speaks of something both want",
            "Leaves nothing to fill in",
            "Is short",
            "Comes with a measure that looks ahead",
            "Has an owner and a review date",
        ],
        check_asks: [Words; 10] = [
            "Members and the organisation should both find themselves in it.",
            "Say what members gain, and what the organisation gains.",
            "Say what members put in, and what the organisation puts in.",
            "An activity persuades nobody: say what is different at work because of it, for example with “so that”.",
            "Say what people do without the community, for example with “unlike” or “instead of”.",
            "Name one of the expectations that both sides want.",
            "Write it out: no [bracket] may be left.",
            "Ninety words at most: people should be able to say it.",
            "Give one measure that looks ahead its unit, baseline, target and date.",
            "Say who looks after it, and when it is looked at again.",
        ],
        check_holds: [Words; 10] = [
            "Members and the organisation are both in it.",
            "Each side has a gain.",
            "Each side puts something in.",
            "It names an effect.",
            "It names what people would do otherwise.",
            "It speaks of what both sides want.",
            "No bracket is left.",
            "It can be read in one breath or two.",
            "One measure has all that it takes.",
            "Somebody looks after it, and the date is set.",
        ],
        check_nothing_shared: Words = "Nothing is known to be wanted by both sides yet.",
        missing_members: Words = "Members are missing.",
        missing_organisation: Words = "The organisation is missing.",
        speaks_of: fn(&str) -> String = |labels| format!("It speaks of {labels}."),
        gaps_left: fn(usize) -> String = |count| match count {
            1 => "One bracket is left.".to_owned(),
            _ => format!("{} brackets are left.", capital(&words(count))),
        },
        length: fn(usize) -> String = |count| match count {
            1 => "One word.".to_owned(),
            _ => format!("{count} words."),
        },
        // What the checklist looks for. A word stands for all that begin with it.
        member_words: &'static [Words] = &["member", "participant", "practitioner", "colleague"],
        organisation_words: &'static [Words] = &[
            "organisation", "organization", "company", "sponsor", "management", "agency", "authority", "ministry", "department",
            "university", "hospital", "employer", "business",
        ],
        gain_words: &'static [Words] = &[
            "gain", "get", "need", "want", "find", "learn", "save", "benefit", "receive", "has", "have", "grow", "keep",
        ],
        hand_words: &'static [Words] = &["gives", "give", "offers", "brings", "saves", "helps", "lets", "spares"],
        give_words: &'static [Words] = &["put", "give", "contribut", "invest", "pay", "bring", "spend", "fund", "grant", "shar"],
        effect_words: &'static [Words] = &["so that", "as a result", "leads to", "because of it", "fewer", "sooner", "faster", "no longer"],
        instead_words: &'static [Words] = &["unlike", "instead of", "rather than", "without", "compared with", "no longer"],
        // Words that stand in many expectations, so that they tell none of them.
        common_words: &'static [Words] =
            &["about", "better", "communit", "from", "member", "more", "need", "next", "organi", "other", "people", "practice", "that",
              "their", "them", "when", "which", "with", "work"],
        // -- the practice
        offer_title: fn(&str) -> String = |name| format!("“{name}” may stand higher now"),
        offer_now: fn(&str) -> String = |words| format!("You said: {words}"),
        offer_none: Words = "You have not said yet where it stands.",
        offer_ask: Words = "The checklist cannot see what happens with the statement. Which of these is so?",
        offer_set: fn(u8) -> String = |step| format!("Set it to {step}"),
        // -- the measures
        measures_heading: Words = "Measures",
        measures_lead: Words = "Three to five are enough. Some should look ahead: they move early, and you can still do something. Results look back.",
        measures_none: Words = "There is no measure yet.",
        add_measure: Words = "Add one of your own",
        unnamed_measure: Words = "A measure without a name",
        measure_name: Words = "What is counted?",
        measure_unit: Words = "Unit",
        measure_unit_hint: Words = "Such as % of questions, or per quarter.",
        measure_baseline: Words = "Baseline",
        measure_baseline_hint: Words = "Where it started.",
        measure_target: Words = "Target",
        measure_target_hint: Words = "Where it should get.",
        measure_current: Words = "Now",
        measure_current_hint: Words = "Where it is.",
        measure_due: Words = "By",
        measure_owner: Words = "Who counts it?",
        measure_kind: Words = "Does it look ahead?",
        kind_unknown: Words = "not said",
        kind_leading: Words = "ahead: it moves before the result",
        kind_lagging: Words = "back: it is the result",
        leading: Words = "looks ahead",
        lagging: Words = "looks back",
        not_a_number: Words = "Write a number, such as 12 or 2.5.",
        not_a_day: Words = "Write a day, such as 2027-02-15.",
        shows: fn(usize) -> String = |count| match count {
            0 => "Which expectations does it show?".to_owned(),
            1 => "It shows one expectation".to_owned(),
            _ => format!("It shows {} expectations", words(count)),
        },
        from_to: fn(&str, &str, &str) -> String = |from, to, unit| match unit {
            "" => format!("{from} → {to}"),
            _ => format!("{from} → {to} {unit}"),
        },
        to_only: fn(&str, &str) -> String = |to, unit| match unit {
            "" => format!("to {to}"),
            _ => format!("to {to} {unit}"),
        },
        by: fn(&str) -> String = |date| format!("by {date}"),
        progress: fn(&str, &str) -> String = |now, share| format!("{now} now: {share} of the way"),
        progress_reached: fn(&str) -> String = |now| format!("{now} now: the target is reached"),
        progress_back: fn(&str) -> String = |now| format!("{now} now: further from the target than at the start"),
        progress_none: fn(&str) -> String = |now| format!("{now} now: where it started"),
        how: Words = "How to count it",
        decision: Words = "What it decides",
        fields: Words = "Change it",
        take_out: Words = "Take out",
        take_out_name: fn(&str) -> String = |name| format!("Take out: {name}"),
        missing: fn(&str) -> String = |what| format!("It has {what}."),
        no_name: Words = "no name",
        no_baseline: Words = "no baseline",
        no_target: Words = "no target",
        no_item: Words = "no expectation that it shows",
        past_due: fn(&str) -> String = |date| format!("It was due on {date}."),
        warn_no_leading: Words = "None of the measures looks ahead. When a result moves, it is often too late to steer.",
        warn_many: fn(usize) -> String = |count| format!("{} measures are more than anyone keeps in view. Five are enough.", capital(&words(count))),
        warn_full: Words = "No more fit here.",
        // -- the bank
        bank: Words = "Choose from the bank",
        bank_fits: Words = "For this phase, and for what both sides want",
        bank_rest: Words = "All others",
        bank_none: Words = "All that fit are here already.",
        bank_shows: fn(&str) -> String = |labels| format!("Shows {labels}"),
        bank_health: Words = "Tells how the community is doing",
        add: Words = "Add",
        add_name: fn(&str) -> String = |name| format!("Add: {name}"),
        // -- the plan
        plan_title: Words = "What will be done, and by whom?",
        plan_state: fn(usize, usize, usize) -> String = |open, overdue, closed| {
            let opened = match open {
                0 => "Nothing is open".to_owned(),
                1 => "One action is open".to_owned(),
                _ => format!("{} actions are open", capital(&words(open))),
            };
            let late = match (overdue, open) {
                (0, _) => String::new(),
                (1, 1) => ", and it is overdue".to_owned(),
                (1, _) => ", one of them overdue".to_owned(),
                _ => format!(", {} of them overdue", words(overdue)),
            };
            let done = match closed {
                0 => String::new(),
                1 => " One is done or dropped.".to_owned(),
                _ => format!(" {} are done or dropped.", capital(&words(closed))),
            };
            format!("{opened}{late}.{done}")
        },
        plan_empty: Words = "No action is here yet. What next, on the results, proposes at most three at a time and says why. Or write one of your own.",
        plan_to_results: Words = "Go to the results",
        plan_open: Words = "To be done",
        plan_closed: fn(usize, usize) -> String = |ended, aside| match (ended, aside) {
            (ended, 0) => format!("{} done or dropped", capital(&words(ended))),
            (0, aside) => format!("{} not for us", capital(&words(aside))),
            (ended, aside) => format!("{} done or dropped, {} not for us", capital(&words(ended)), words(aside)),
        },
        action_text: Words = "What is to be done?",
        action_owner: Words = "Who does it?",
        action_due: Words = "By",
        action_change: Words = "Change it",
        action_away: Words = "What is dropped stays below, as not done. What is taken out is gone.",
        action_done: Words = "Done",
        action_done_name: fn(&str) -> String = |text| format!("Done: {text}"),
        action_drop: Words = "Drop it",
        action_drop_name: fn(&str) -> String = |text| format!("Drop it: {text}"),
        action_open: Words = "Open it again",
        action_open_name: fn(&str) -> String = |text| format!("Open it again: {text}"),
        state_done: Words = "done",
        state_dropped: Words = "dropped",
        state_aside: Words = "proposed, and not for us",
        unworded_action: Words = "An action without words",
        overdue: Words = "Overdue",
        overdue_days: fn(i32) -> String = |days| match days {
            1 => "since yesterday".to_owned(),
            _ => format!("for {days} days"),
        },
        due_days: fn(i32) -> String = |days| match days {
            0 => "due today".to_owned(),
            1 => "due tomorrow".to_owned(),
            _ => format!("in {days} days"),
        },
        undated: Words = "no date yet",
        unowned: Words = "nobody yet",
        action_about: Words = "How and why",
        own_action: Words = "One of your own",
        own_action_hint: Words = "A step that somebody can take, not a wish.",
        own_action_add: Words = "Add it",
        review_heading: Words = "Next review",
        review: Words = "Look at all of this again on",
        review_hint: Words = "The same date stands with the community.",
        review_in: fn(&str, i32) -> String = |date, days| match days {
            0 => "The review is today.".to_owned(),
            1 => "The review is tomorrow.".to_owned(),
            2.. => format!("{date}, in {days} days."),
            _ => format!("It was due on {date}."),
        },
        review_none: Words = "No date is set. Without one, nobody notices that things have changed.",
    }
}
