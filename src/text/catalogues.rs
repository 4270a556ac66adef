//! Catalogues of somebody's own.

use super::Words;

table! {
    /// Catalogues of somebody's own.
    Catalogues {
        link: Words = "Catalogues",
        count: fn(usize) -> String = |items| match items {
            1 => "one expectation".to_owned(),
            _ => format!("{items} expectations"),
        },
        items: fn(usize, usize) -> String = |items, default| match items {
            1 => "one expectation".to_owned(),
            _ => format!("{items} expectations, {default} of them by default"),
        },
        bundled: Words = "Comes with Common Ground",
        provided: Words = "Comes with this page",
        kept: Words = "Kept in this browser",
        not_kept: Words = "Here until you close this page",
        save: Words = "Save the catalogue",
        keep: Words = "Keep in this browser",
        remove: Words = "Remove",
        used_by: fn(usize) -> String = |uses| match uses {
            0 => "nothing is made with it".to_owned(),
            1 => "one thing is made with it".to_owned(),
            _ => format!("{uses} things are made with it"),
        },
        list: Words = "Catalogues that are here",
        choose_title: Words = "Which catalogue?",
        choose_lead: Words = "A catalogue says what is asked and in which words. A community stays with the one it began with.",
        wanted_title: fn(&str) -> String = |name| format!("This needs the catalogue “{name}”"),
        wanted_lead: fn(&str) -> String = |digest| format!(
            "It was made with other expectations or words than this page has, so it would be shown wrongly without them. \
             Ask whoever sent it for the catalogue’s file, and open that here: then it goes on by itself. \
             The file’s digest begins with {digest}."
        ),
        wanted_other: fn(&str) -> String = |name| format!("“{name}” is here now, but it is not the catalogue that is needed."),
        wanted_open: Words = "Open the catalogue’s file",
        waiting_title: Words = "Waiting for a catalogue",
        waiting_lead: Words = "These were made with a catalogue that is not in this browser. They are kept as they are, and come back once you open its file.",
        waiting_needs: fn(&str, &str) -> String = |name, digest| format!("needs “{name}” (digest {digest}…)"),
        waiting_reply: Words = "A reply you began",
        waiting_guest: Words = "A copy from a link",
        waiting_gone: Words = "A deleted community",
        made_with: Words = "Its expectations and words come from the catalogue",
        column: Words = "Catalogue",
        opened: fn(&str, &str) -> String = |name, items| {
            format!("The catalogue “{name}” is in this browser now: {items}. Choose it when you start a community.")
        },
        here: fn(&str) -> String = |name| format!("The catalogue “{name}” is here already."),
        is_bundled: Words = "This is the catalogue that comes with Common Ground. It is here already.",
        removed: fn(&str) -> String = |name| format!("“{name}” is not kept in this browser any more. It is here until you close this page."),
        in_use: fn(&str, usize) -> String = |name, uses| match uses {
            1 => format!("“{name}” stays: one thing in this browser was made with it. Delete that for good first."),
            _ => format!("“{name}” stays: {uses} things in this browser were made with it. Delete them for good first."),
        },
        refused: fn(&str) -> String = |name| {
            format!("This browser could not keep the catalogue “{name}”. It is here until you close this page: keep its file.")
        },
        not_provided: Words = "This page should bring a catalogue of its own along, and it could not be read.",
        too_many: Words = "No more catalogues fit into this page. Load it again, then open this one first.",
        fetch_failed: fn(&str) -> String = |address| format!("{address} could not be fetched from where this page is"),
    }
}
