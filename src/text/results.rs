//! The results.

use super::Words;
use super::numbers::{beginning, capital, words};

table! {
    /// The results.
    Results {
        title: Words = "Results",
        // -- the sentence
        matters: fn(usize, usize, usize) -> String = |least, most, all| match (least, most) {
            (0, 0) => format!("None of {all} expectations matters to both"),
            (1, 1) => format!("1 of {all} expectations matters to both"),
            (least, most) if least == most => format!("{least} of {all} expectations matter to both"),
            (0, most) => format!("Up to {most} of {all} expectations may matter to both"),
            (least, _) => format!("{least} or more of {all} expectations matter to both"),
        },
        overlap_follows: Words = "overlap",
        nobody: fn(&str) -> String = |side| format!("Nobody has answered for {side} yet"),
        nobody_both: Words = "Nobody has answered yet",
        too_few: fn(bool, usize, usize) -> String = |members, count, more| {
            let people = match (members, count) {
                (true, 1) => "member has",
                (true, _) => "members have",
                (false, 1) => "person for the organisation has",
                (false, _) => "people for the organisation have",
            };
            beginning(&format!("{} {people} answered; {}", words(count), more_needed(more)))
        },
        too_few_of: fn(&str, usize) -> String = |side, more| format!("From {side}, {}.", more_needed(more)),
        nobody_both_lead: Words = "Say what each side expects, as you believe it: the picture begins with the first answer.",
        nobody_lead: fn(&str) -> String = |side| format!("Now say what matters to {side}, as you believe it: then there is a picture."),
        answer_now: Words = "Answer now",
        kept_follows: Words = "of that common ground is delivered.",
        outlook_is: Words = "The outlook is",
        outlook_between: Words = "The outlook lies between",
        and: Words = "and",
        between_and_next: fn(usize, &str, &str) -> String = |count, next, names| match count {
            1 => format!("One criterion stands between this community and being {next}: {names}."),
            _ => format!("{} criteria stand between this community and being {next}: {names}.", capital(&words(count))),
        },
        quoted: fn(&str) -> String = |name| format!("“{name}”"),
        open_decide: fn(usize, usize) -> String = |first, further| {
            let (answers, come) = if first == 1 { ("answer", "comes") } else { ("answers", "come") };
            let first = capital(&words(first));
            match further {
                0 => format!("{first} open {answers} may decide it."),
                1 => format!("{first} {answers} {come} first; one more is open."),
                _ => format!("{first} {answers} {come} first; {} more are open.", words(further)),
            }
        },
        one_sees: Words = "As one person sees it",
        heard_organisation: fn(usize) -> String = |people| match people {
            0 => "the organisation".to_owned(),
            1 => "1 person for the organisation".to_owned(),
            _ => format!("{people} people for the organisation"),
        },
        heard_members: fn(usize) -> String = |people| match people {
            0 => "the members".to_owned(),
            1 => "1 member".to_owned(),
            _ => format!("{people} members"),
        },
        heard: Words = "heard",
        estimated: fn(&str) -> String = |groups| format!("estimated: {groups}"),
        phase_of: fn(&str) -> String = |phase| format!("{phase} phase"),
        flat: Words = "Both give everything the same modest weight; nothing matters to both yet.",
        flat_but: Words = "The two sides give things much the same weight, yet nothing matters to both.",
        same_priorities: Words = "Same priorities, different strength: the two sides put the expectations in much the same order, but one asks for more of nearly everything.",
        // -- what is still to answer
        still_title: Words = "Still to answer",
        still_importance: fn(usize, usize) -> String = |open, all| format!("How important it is to each side: {open} of {all} open"),
        still_worth: fn(&str, usize) -> String = |asked, open| match open {
            1 => format!("{asked} One side is open"),
            _ => format!("{asked} Both sides are open"),
        },
        is_worth: fn(bool) -> Words = |would| if would { "Would it be worth it?" } else { "Is it worth it?" },
        still_practices: fn(usize, usize) -> String = |open, all| format!("The practices that this phase needs: {open} of {all} open"),
        still_more_title: Words = "To sharpen the picture",
        still_more: Words = "Not needed, but worth a few minutes:",
        still_delivered: fn(usize, usize) -> String = |open, all| format!("What is delivered: {open} of {all} open"),
        still_top: Words = "The top three of each side",
        still_contributions: Words = "What each side puts in",
        // -- the picture
        picture_org_lines: fn(&str) -> [String; 2] = |share| [format!("{share} of what it wants,"), "members want too".to_owned()],
        picture_mem_lines: fn(&str) -> [String; 2] = |share| [format!("{share} of what they want,"), "the organisation wants too".to_owned()],
        both_want: Words = "Both want",
        is_delivered: fn(&str) -> [String; 2] = |share| [share.to_owned(), "is delivered".to_owned()],
        neither: Words = "Important to neither",
        still_open: Words = "Still open",
        neither_and_open: Words = "Neither, or still open",
        nobody_yet: [Words; 2] = ["nobody", "yet"],
        picture_title: fn(&str, usize, usize, usize) -> String = |sentence, organisation, both, members| {
            format!("Two circles, the organisation’s on the left and the members’ on the right. {sentence}. Expectations in the organisation’s part alone: {organisation}; in the common part: {both}; in the members’ part alone: {members}. The same numbers are in the table Every expectation.")
        },
        point_how: Words = "The picture: go through the expectations with the arrow keys, and look closer at one with Enter",
        point_importance: fn(&str, &str) -> String = |level, word| format!("{level} {word}"),
        point_delivered: fn(&str, &str) -> String = |level, word| format!("delivered {level}, {word}"),
        point_open: Words = "no answer yet",
        key_how: Words = "Touch a number in the picture to look closer at its expectation.",
        // -- every expectation
        every_title: Words = "Every expectation",
        every_lead: Words = "Steps of importance, counted outwards from the middle. Green is what the two sides have in common; what sticks out, one side wants more.",
        every_number: Words = "No.",
        every_expectation: Words = "Expectation",
        every_delivered: Words = "Delivered",
        every_delivered_cell: fn(&str) -> String = |level| format!("{level} of 4, as both see it"),
        every_unknown: Words = "open",
        region_shared: Words = "Both want",
        region_organisation: Words = "Only the organisation",
        region_members: Words = "Only members",
        region_neither: Words = "Neither",
        region_open: Words = "Still open",
        every_sum: fn(&str, &str) -> String = |shared, all| match shared {
            "1" => format!("1 of {all} steps coincides"),
            _ => format!("{shared} of {all} steps coincide"),
        },
        every_sum_drawn: fn(usize, usize) -> String = |drawn, all| format!("over the {drawn} of {all} expectations answered for both"),
        // -- outlook
        outlook_title: Words = "Outlook",
        outlook_lead: Words = "What holds, what does not, and what is still open.",
        outlook_foot: Words = "All of a rung’s criteria must hold, and those of every rung below it. It is a reading of the answers, not a forecast. The thresholds are proposals of this project, and the evidence on communities of practice is thin.",
        outlook_method: Words = "How the outlook is made",
        rung_names: [Words; 4] = ["At risk of being short-lived", "Fragile", "On course for its phase", "Built to last"],
        rung_words: [Words; 4] = ["at risk of being short-lived", "fragile", "on course for its phase", "built to last"],
        rung_short: [Words; 4] = ["At risk", "Fragile", "On course", "Lasting"],
        rung_start: Words = "Where every community starts",
        up_to: Words = " to ",
        rung_now: Words = "The outlook now",
        rung_least: Words = "The least, whatever is answered",
        rung_may: Words = "Possible, as far as is known",
        rung_holds: fn(usize, usize) -> String = |hold, all| match hold {
            1 => format!("1 of {all} criteria holds"),
            _ => format!("{hold} of {all} criteria hold"),
        },
        needs: fn(&str) -> String = |what| format!("needs {what}"),
        yes: Words = "holds",
        no: Words = "does not hold",
        unknown: Words = "not known yet",
        criteria: [Words; 15] = [
            "A value proposition has been begun",
            "Some overlap",
            "Something matters to both",
            "At least one side breaks even",
            "The practices of this phase",
            "Enough overlap",
            "Enough of what is wanted is shared",
            "Both find it worth it",
            "Both have begun to get something back",
            "The community is in its sustaining phase",
            "The practices of a sustaining community",
            "Embedded in the organisation",
            "Both sides are heard",
            "The promise is kept",
            "Both get back at least half",
        ],
        exchange_kinds: [Words; 4] = ["for both", "only for the organisation", "only for the members", "for neither"],
        pair: fn(&str, &str) -> String = |organisation, members| format!("organisation {organisation}, members {members}"),
        practice_at: fn(&str, &str) -> String = |name, level| format!("“{name}”\u{a0}at\u{a0}{level}"),
        not_asked: Words = "not asked while planning",
        does_not_count: Words = "does not count yet",
        practices_below: fn(&str) -> String = |names| format!("below: {names}"),
        practices_open: fn(&str) -> String = |names| format!("open: {names}"),
        of_practices: fn(&str, usize) -> String = |met, all| format!("{met} of {all}"),
        both_word: Words = "both",
        heard_neither: Words = "neither",
        heard_only_organisation: Words = "only the organisation",
        heard_only_members: Words = "only the members",
        organisation_word: Words = "the organisation",
        members_word: Words = "the members",
        questions_title: Words = "What to answer next",
        questions_lead: fn(&str, usize, usize) -> String = |criterion, shown, all| {
            if all == 1 { format!("This answer could decide “{criterion}”.") }
            else if shown == all { format!("These answers could decide “{criterion}”; the most deciding first.") }
            else { format!("{} answers could decide “{criterion}”; these {} decide the most.", capital(&words(all)), words(shown)) }
        },
        question_importance: fn(&str, &str) -> String = |item, side| format!("{item}: how important is it to {side}?"),
        question_delivered: fn(&str, &str) -> String = |item, side| format!("{item}: how much of it has reached {side}?"),
        question_worth: fn(bool, &str) -> String = |would, side| {
            if would { format!("Would it be worth it for {side}?") } else { format!("Is it worth it for {side}?") }
        },
        question_practice: fn(&str) -> String = |practice| format!("Practice: {practice}"),
        question_heard: Words = "(too few replies answer this)",
        // -- two sides
        sides_title: Words = "Two sides",
        coverage_even: Words = "Each side wants much the same share of what the other wants.",
        coverage_both: fn(&str, &str) -> String = |organisation, members| {
            format!("Members want {organisation} of what the organisation wants; the organisation wants {members} of what members want.")
        },
        coverage_open: Words = "How much of what each side wants the other wants too, what each gets back, and what each puts in.",
        coverage: Words = "What it wants, the other side wants too",
        returns: Words = "Of what it wants, it gets back",
        puts_in: Words = "Puts in",
        // -- exchange
        exchange_title: Words = "Exchange",
        exchange_names: [Words; 4] = ["Sustaining", "Extraction", "Club", "Drifting"],
        exchange_subs: [Words; 4] = ["both", "only the organisation", "only members", "neither"],
        // Whether it is, or would be; and what each of the two sides says.
        exchange_finding: [fn(bool, &str, &str) -> String; 4] = [
            |would, _, _| {
                if would { "both sides say yes: what they would get is worth what they would put in.".to_owned() }
                else { "both sides say yes: what they get is worth what they put in.".to_owned() }
            },
            |_, _, members| format!("only the organisation says yes; members say “{members}”."),
            |_, organisation, _| format!("only members say yes; the organisation says “{organisation}”."),
            |_, organisation, members| format!("neither side says yes: the organisation says “{organisation}”, members say “{members}”."),
        ],
        // Where a side gets less than it puts in: the organisation, the members.
        members_leave: Words = "Members who get too little leave.",
        budget_is_cut: Words = "A budget that returns too little is cut.",
        exchange_as: Words = "as one person sees it, ",
        exchange_partly: fn(&str) -> String = |side| format!("For {side}, that is one person’s estimate."),
        exchange_open: fn(bool) -> Words = |would| if would {
            "It is not known yet whether it would be worth it for both; these are the kinds still possible."
        } else {
            "It is not known yet whether it is worth it for both; these are the kinds still possible."
        },
        exchange_org_axis: Words = "Worth it for the organisation?",
        exchange_mem_axis: Words = "Worth it for the members?",
        exchange_picture: fn(&str, &str, &str) -> String = |kinds, organisation, members| {
            format!("Possible kinds of exchange: {kinds}. Worth it for the organisation: {organisation}. Worth it for the members: {members}.")
        },
        not_answered: Words = "not answered",
        // -- importance against delivery
        matrix_title: Words = "Importance against delivery",
        matrix_lead: Words = "High and to the left is where something important has hardly arrived.",
        matrix_plan: Words = "While a community is being planned, nothing is delivered yet.",
        matrix_none: Words = "Nobody has said yet what has been delivered.",
        matrix_organisation: Words = "As the organisation sees it",
        matrix_members: Words = "As members see it",
        matrix_x: Words = "Delivered, up to a visible result",
        matrix_y: Words = "Importance, up to essential",
        matrix_urgent_organisation: Words = "Urgent for the organisation",
        matrix_urgent_members: Words = "Urgent for members",
        matrix_no_urgent: Words = "Nothing is urgent.",
        matrix_silent: fn(&str) -> String = |side| format!("It is not known yet what has arrived for {side}."),
        matrix_open: fn(usize) -> String = |open| match open {
            1 => "Nothing known is urgent; one expectation is open.".to_owned(),
            _ => format!("Nothing known is urgent; {} expectations are open.", words(open)),
        },
        zones: [Words; 4] = ["urgent", "improve", "more than asked", "in line"],
        matrix_picture: fn(&str, usize) -> String = |side, urgent| {
            let urgent = match urgent {
                0 => "no expectation is urgent".to_owned(),
                1 => "one expectation is urgent".to_owned(),
                _ => format!("{} expectations are urgent", words(urgent)),
            };
            format!("Importance against delivery, {side}: {urgent}.")
        },
        // -- profile
        profile_title: Words = "Value proposition",
        profile_lead: fn(&str, usize, usize) -> String = |gate, below, open| match (below, open) {
            (0, 0) => format!("Ten practices, as whoever keeps this assessment judges them. All that “{gate}” needs is reached."),
            (0, open) => format!("Ten practices, as whoever keeps this assessment judges them. The line marks what “{gate}” needs: {} still open.", words(open)),
            (below, 0) => format!("Ten practices, as whoever keeps this assessment judges them. The line marks what “{gate}” needs: {} below it.", words(below)),
            (below, open) => format!("Ten practices, as whoever keeps this assessment judges them. The line marks what “{gate}” needs: {} below it, {} still open.", words(below), words(open)),
        },
        gate_names: [Words; 4] = ["ready to launch", "launched well", "sustaining", "embedded"],
        profile_needs: fn(u8) -> String = |level| format!("needs {level}"),
        maturity: fn(usize, usize) -> String = |low, high| {
            if low == high { format!("Written down or better: {low} of 10 practices.") }
            else { format!("Written down or better: {low} to {high} of 10 practices.") }
        },
        // -- top three
        top_title: Words = "Top three",
        top_one: fn(&str) -> String = |side| format!("Only {side} chose a top three so far."),
        top_lead: fn(usize) -> String = |common| match common {
            0 => "No expectation stands in both lists.".to_owned(),
            1 => "One expectation stands in both lists.".to_owned(),
            _ => format!("{} expectations stand in both lists.", capital(&words(common))),
        },
        top_wanted: Words = "the other side wants it too",
        top_both: Words = "in both lists",
        top_not_wanted: Words = "not important to the other side",
        top_open: Words = "the other side has not said",
        top_empty: Words = "not chosen yet",
        // -- the foot
        evidence: Words = "A word of caution: no study is known that tests such an index on communities of practice. It carries over findings from work on mutual expectations between employers and employees, and its thresholds are this project’s proposals.",
        evidence_link: Words = "What is known, and what is not",
        // -- a figure, opened
        why: fn(&str) -> String = |figure| format!("Why {figure}?"),
        why_none: Words = "Why is there no figure?",
        rule: Words = "The rule",
        answered_of: fn(&str, usize, usize) -> String = |what, known, all| {
            if known == all { what.to_owned() } else { format!("{what}, over the {known} of {all} that are answered") }
        },
        row_estimated: Words = "Estimated",
        estimated_for: fn(&str, &str) -> String = |group, side| format!("{group}, for {side}"),
        open_none: Words = "no answer is missing",
        open_some: fn(usize) -> String = |count| match count {
            1 => "one answer is missing or “don’t know”".to_owned(),
            _ => format!("{} answers are missing or “don’t know”", words(count)),
        },
        row_open: Words = "Open",
        row_beside: Words = "Beside it",
        row_threshold: Words = "Thresholds",
        row_range: Words = "Range",
        row_least: Words = "At least",
        row_most: Words = "At most",
        divided: fn(&str, &str, &str) -> String = |part, whole, share| format!("{part} ÷ {whole} = {share}"),
        range_means: Words = "whatever the missing answers are, the figure lies in this range; each end is reached by some answer",
        shared_part: Words = "expectations that matter to both",
        shared_whole: Words = "expectations that matter to at least one side",
        smaller: fn(usize) -> String = |count| match count {
            1 => "the smaller of the two ratings of one expectation".to_owned(),
            _ => format!("the smaller of the two ratings, added up over {count} expectations"),
        },
        larger: Words = "the larger of the two, added up",
        proposal: fn(&str) -> String = |values| format!("{values}, proposals of this project"),
        beside: fn(&str, &str) -> String = |profile, chance| {
            format!("Leaving aside who rates more generously, {profile} of the weight falls on the same expectations. {chance}")
        },
        // Where the overlap is larger than chance would give, smaller, or the same.
        chance_kinds: [fn(&str) -> String; 3] = [
            |figure| format!("The same ratings dealt out by chance would overlap less, so the high ones do meet ({figure}, where 0 is chance and 1 the most possible)."),
            |figure| format!("Even so, the same ratings dealt out by chance would overlap more: the high ones seldom meet ({figure}, where 0 is chance and 1 the most possible)."),
            |figure| format!("The same ratings dealt out by chance would overlap as much ({figure}, where 1 is the most possible)."),
        ],
        beside_shared: fn(&str, &str, &str) -> String = |shared, either, share| {
            format!("Wanted by both, of what either wants: {shared} of {either}, {share}.")
        },
        chance_flat: Words = "Whether that is more than chance cannot be said: the ratings do not tell the expectations apart.",
        kept_part: Words = "the shared steps, each times the share that both sides see delivered",
        kept_whole: Words = "the shared steps",
        coverage_part: Words = "the shared steps",
        coverage_whole: fn(&str) -> String = |side| format!("all steps given by {side}"),
        return_part: Words = "each importance times what has arrived of it, added up",
        return_whole: Words = "four times all importance: everything fully delivered",
        missing_silent: fn(&str) -> String = |side| format!("What it needs from {side} has not been answered."),
        missing_both: Words = "Neither side has answered what it needs.",
        missing_nothing: Words = "Nothing is wanted at all, so there is nothing to share out.",
        missing_all: Words = "It needs every importance, and some are open.",
        missing_flat: Words = "The ratings do not tell the expectations apart.",
    }
}

fn more_needed(more: usize) -> String {
    match more {
        1 => "one more answer is needed before any of them counts".to_owned(),
        _ => format!("{} more answers are needed before any of them counts", words(more)),
    }
}
