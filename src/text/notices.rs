//! What is said once, and how errors are led in.

use super::Words;

table! {
    /// What is said once.
    Notices {
        undone: fn(&str) -> String = |what| format!("Undone: {what}."),
        redone: fn(&str) -> String = |what| format!("Done again: {what}."),
        answer_organisation: Words = "an answer for the organisation",
        answer_members: Words = "an answer for the members",
        practice: Words = "a practice",
        description: Words = "a change in the description",
        phase: Words = "the change of phase",
        items: Words = "a change in what is asked about",
        note: Words = "a note",
        created: Words = "a new community",
        duplicated_name: Words = "a copy",
        deletion: Words = "a deletion",
        brought_back_name: Words = "bringing a community back",
        opened: Words = "what was opened",
        replaced_name: Words = "the replacement",
        elsewhere: Words = "a change from another tab",
        deleted: fn(&str) -> String = |name| format!("“{name}” is deleted."),
        brought_back: fn(&str) -> String = |name| format!("“{name}” is back."),
        kept: fn(&str) -> String = |name| format!("“{name}” is kept in this browser now."),
        same_already: fn(&str) -> String = |name| format!("“{name}” is here already, in the same state."),
        restored: fn(usize, usize, usize) -> String = |new, copies, same| {
            format!("Restored: {new} new, {copies} kept as copies beside yours, {same} here already.")
        },
        replaced: fn(&str) -> String = |name| format!("“{name}” is now what you opened."),
        duplicated: fn(&str) -> String = |name| format!("“{name}” is ready."),
        unreadable: Words = "This could not be opened, and nothing has changed.",
        refused: Words = "This could not be changed.",
        link_copied: Words = "The link is copied.",
        clipboard_refused: Words = "This browser refuses the clipboard. Select the link and copy it yourself.",
        file_saved: fn(&str) -> String = |name| format!("Saved as {name} where your browser keeps downloads."),
        changed_elsewhere: fn(&str) -> String = |name| format!("“{name}” was changed in another tab; this is its latest state."),
        merged: fn(&str) -> String = |name| format!("“{name}” was changed in another tab too. Both changes are in it."),
        kept_apart: fn(&str) -> String = |name| format!("Another tab has changed this community. Your state is kept as “{name}”."),
        deleted_elsewhere: fn(&str) -> String = |name| format!("“{name}” was deleted in another tab."),
        line: fn(usize, &str) -> String = |line, error| format!("line {line}: {error}"),
        too_large: fn(&str) -> String = |size| format!("the file has {size}: an assessment has at most 20 MB"),
        wrong_key: Words = "the record is filed under another identity",
    }
}
