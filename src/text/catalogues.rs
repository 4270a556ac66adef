//! Catalogues of somebody's own.

use super::Words;

table! {
    /// Catalogues of somebody's own.
    Catalogues {
        items: fn(usize, usize) -> String = |items, default| match items {
            1 => "one expectation".to_owned(),
            _ => format!("{items} expectations, {default} of them by default"),
        },
        bundled: Words = "Comes with Common Ground",
        provided: Words = "Comes with this page",
        kept: Words = "Saved in this browser",
        not_kept: Words = "Here until you close this page",
        save: Words = "Save the catalogue",
        keep: Words = "Save in this browser",
        remove: Words = "Delete",
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
        fetch_failed: fn(&str) -> String = |address| format!("{address} could not be fetched from where this page is"),
    }
}
