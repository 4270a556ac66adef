//! Many communities side by side.

use super::Words;
use super::numbers::{capital, words};

table! {
    /// Many communities side by side.
    Portfolio {
        title: fn(usize) -> String = |count| match count {
            0 => "No communities yet".to_owned(),
            1 => "One community".to_owned(),
            _ => format!("{} communities side by side", capital(&words(count))),
        },
        lead: fn(usize, usize) -> String = |enough, placed| match (enough, placed) {
            (_, 0) => "None of them has an overlap to show yet.".to_owned(),
            (0, _) => "None reaches 50\u{202f}% overlap for certain.".to_owned(),
            (1, _) => "One reaches 50\u{202f}% overlap for certain.".to_owned(),
            _ => format!("{} reach 50\u{202f}% overlap for certain.", capital(&words(enough))),
        },
        empty: Words = "Save a community, or paste links and open files below to look at some together.",
        map_title: Words = "Overlap and practices",
        map_lead: Words = "To the right, more overlap; upwards, more of the ten practices at 2 or above. A line or a hatched box is a range, an outline what one person believes, a dotted trail the way since the first snapshot.",
        map_numbers: Words = "The numbers on the map are those of the table.",
        map_picture: fn(usize) -> String = |count| {
            format!("A map of communities: {count}. Overlap from left to right and practices at 2 or above upwards. The same numbers are in the table below it.")
        },
        overlap_axis: Words = "Overlap",
        maturity_axis: Words = "Practices at 2 or above, of ten",
        unplaced: fn(usize) -> String = |count| match count {
            1 => "One is not on the map: a side has not been answered for yet.".to_owned(),
            _ => format!("{} are not on the map: a side has not been answered for yet.", capital(&words(count))),
        },
        table_title: Words = "All figures",
        sort: Words = "Sort by",
        table_lead: Words = "Sort by any of them. Tick two communities to compare them.",
        columns: [Words; 10] = [
            "Community", "Phase", "Overlap", "Matter to both", "Organisation gets back", "Members get back",
            "Practices at 2 or above", "Outlook", "Heard", "Changed",
        ],
        number: Words = "No.",
        ascending: Words = "▲",
        descending: Words = "▼",
        looked: Words = "for looking only",
        take_out: Words = "Take out",
        keep_all: Words = "Save these in this browser",
        take_out_all: Words = "Take out all that are for looking only",
        download: Words = "Save as a table (CSV)",
        file: fn(&str) -> String = |today| format!("common-ground-portfolio-{today}.csv"),
        // -- for looking only
        look_title: Words = "Look at others too",
        look_lead: Words = "Paste links to assessments, or open files and back-ups. They stand on the map and in the table until you close this page, and are not saved.",
        look_label: Words = "Text with links in it",
        look_placeholder: Words = "https://…#/v/…",
        look: Words = "Add for looking",
        look_files: Words = "Choose files",
        look_drop: Words = "or drop them here.",
        added: fn(usize) -> String = |count| match count {
            1 => "1 community is added for looking.".to_owned(),
            _ => format!("{count} communities are added for looking."),
        },
        replaced: fn(usize) -> String = |count| match count {
            1 => "1 takes the place of an earlier state of it.".to_owned(),
            _ => format!("{count} take the place of earlier states of them."),
        },
        saved_already: fn(usize) -> String = |count| match count {
            1 => "1 is saved in this browser already and stands here as you have it.".to_owned(),
            _ => format!("{count} are saved in this browser already and stand here as you have them."),
        },
        locked: fn(usize) -> String = |count| match count {
            1 => "1 link is locked with a pass-phrase: open it on the first page and keep a copy.".to_owned(),
            _ => format!("{count} links are locked with a pass-phrase: open them on the first page and keep copies."),
        },
        other: fn(usize) -> String = |count| match count {
            1 => "1 link is an invitation or a reply, not a community.".to_owned(),
            _ => format!("{count} links are invitations or replies, not communities."),
        },
        unreadable: fn(usize, &str) -> String = |count, why| match count {
            1 => format!("1 could not be read: {why}."),
            _ => format!("{count} could not be read. The first: {why}."),
        },
        nothing: Words = "No community was found in it.",
        // -- the way here
        here: Words = "Portfolio",
        compare: Words = "Compare",
        beside: Words = "See them side by side",
    }
}
