//! What many voices say: how answers are spread, what to talk about, and how the sides read each other.

use super::Words;
use super::numbers::words;

table! {
    /// What many voices say.
    Voices {
        // -- what to talk about
        talk_title: Words = "What to talk about",
        talk_lead: Words = "First what people differ on most and care about most. Members stand above the scale, the organisation below.",
        talk_on_paper: Words = "First what people differ on most and care about most. Who chose what stands nowhere here.",
        talk_lead_one: Words = "First what people differ on most and care about most.",
        talk_none: Words = "Nothing stands out: where people are heard, they are close to each other, or it matters to nobody.",
        talk_alone: Words = "Only one person counts so far, so there is nothing to compare yet.",
        talk_nobody: Words = "Nobody is heard yet, so nothing can be compared.",
        split_titles: [Words; 3] = ["Within the organisation", "Among the members", "Between the two sides"],
        splits_do: [Words; 3] = [
            "Let the organisation settle what it wants before it asks anything of members.",
            "Ask both ends what they would use it for; it may have to serve only some.",
            "Put it on the table with both sides there, and begin with why it matters to the one that wants it.",
        ],
        apart: fn(&str, &str, &str) -> String = |steps, organisation, members| match steps {
            "½" | "1" => format!("{steps} step apart; organisation: {organisation}, members: {members}"),
            _ => format!("{steps} steps apart; organisation: {organisation}, members: {members}"),
        },
        agreement: fn(&str) -> String = |share| format!("{share} agreement"),
        agreement_from: fn(&str, u8, u8) -> String = |share, low, high| {
            if low == high { format!("{share} agreement: all say {low}") } else { format!("{share} agreement, from {low} to {high}") }
        },
        agreement_means: Words = "100\u{202f}% is everybody on the same step, 0\u{202f}% half of them at each end. Answers spread evenly over all steps give 43\u{202f}%.",
        members_split: fn(&str) -> String = |items| format!("Members are split over {items}."),
        organisation_split: fn(&str) -> String = |items| format!("People of the organisation are split over {items}."),
        sides_apart: fn(&str) -> String = |items| format!("The sides are furthest apart on {items}."),
        and: Words = " and ",
        // -- all answers
        all_title: Words = "All answers",
        all_lead: Words = "How many chose each step. Estimates are not among them.",
        organisation_short: Words = "Org.",
        members_short: Words = "Mem.",
        apart_short: Words = "Apart",
        agreement_short: Words = "Agreement",
        expectation: Words = "Expectation",
        question: Words = "Question",
        above: Words = "above",
        below: Words = "below",
        effects: [Words; 4] = [
            "hardly any difference between the answers",
            "a small difference between the answers",
            "a clear difference between the answers",
            "a large difference between the answers",
        ],
        effect: fn(&str, &str) -> String = |size, delta| format!("{size} (Cliff’s δ {delta})"),
        effect_means: Words = "How large a difference between the sides is (Cliff’s δ) comes from every answer of one side held against every answer of the other. The sizes are conventions of statistics, not of this project.",
        histogram: fn(&str, &str) -> String = |members, organisation| format!("Members: {members}. Organisation: {organisation}."),
        // "four at step 1, one at step 3"; of the steps that anybody chose.
        histogram_side: fn([u32; 5]) -> String = |counts| {
            let chosen = counts.iter().zip(0..).filter(|(count, _)| **count > 0);
            let told: Vec<String> = chosen.map(|(many, step)| format!("{} at step {step}", words(count(*many)))).collect();
            told.join(", ")
        },
        histogram_none: Words = "not shown",
        // -- why answers are not shown
        hidden_unheard: fn(u32) -> String = |from| format!("not heard yet: shown from {} answers on", words(count(from))),
        hidden_summary: Words = "only the middle answers came with the link",
        // -- reading each other
        reading_title: Words = "Reading each other",
        reading_lead: Words = "What each side believes the other wants, against what the other says. Up to one step apart counts as the same.",
        reading_organisation: Words = "How the organisation reads members",
        reading_members: Words = "How members read the organisation",
        readings: [Words; 4] = [
            "Agree, and know it",
            "Agree, but think they differ",
            "Differ, but think they agree",
            "Differ, and know it",
        ],
        readings_mean: [Words; 4] = [
            "Both want much the same, and this side expects that.",
            "Both want much the same, but this side expects a conflict where there is none.",
            "This side takes for granted that the other wants the same. It does not.",
            "They want different things, and this side does not expect otherwise.",
        ],
        readings_do: [Words; 4] = [
            "Build on it: nothing needs to be explained here.",
            "Show each other these answers. One conversation may be all it takes.",
            "Talk about this first: a plan that rests on it disappoints both.",
            "Bargain openly: look for something that gives each side its own reason.",
        ],
        guessed_members: fn(&str, &str, &str) -> String = |guess, said, own| format!("The organisation believed {guess}; members say {said}, the organisation itself {own}."),
        guessed_organisation: fn(&str, &str, &str) -> String = |guess, said, own| format!("Members believed {guess}; the organisation says {said}, members themselves {own}."),
        // -- the estimates
        surprise_title: Words = "What was believed, and what was said",
        surprise_lead: Words = "Where the estimate was two steps or more from what a side said itself. If it surprised you, it may surprise others.",
        surprise_none: Words = "No estimate was two steps off or more.",
        surprise_organisation: fn(&str, &str) -> String = |believed, said| format!("Estimate: {believed}; the organisation says {said}."),
        surprise_members: fn(&str, &str) -> String = |believed, said| format!("Estimate: {believed}; members say {said}."),
        surprise_do: Words = "Ask what you did not see, before you plan on what you believed.",
        // -- the foot
        proposals: Words = "Minimum, sizes and what counts as the same are proposals of this project. This is a reading of the answers, not a forecast.",
    }
}

fn count(number: u32) -> usize {
    usize::try_from(number).unwrap_or(usize::MAX)
}
