//! What is said once, and how errors are led in.

use super::Words;
use super::numbers::words;

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
        invitation: Words = "a change in the invitations",
        replies_added_name: Words = "adding replies",
        reply_taken_out_name: Words = "taking out a reply",
        statement: Words = "a change in the value statement",
        measure: Words = "a change in a measure",
        measure_taken_out: Words = "taking out a measure",
        action: Words = "a change in the plan",
        action_taken_out: Words = "taking out an action",
        snapshot: Words = "a snapshot",
        round: Words = "a new round",
        elsewhere: Words = "a change from another tab",
        snapshot_taken: fn(&str) -> String = |date| format!("The answers of {date} are kept as a snapshot."),
        snapshot_dropped: fn(&str) -> String = |date| format!("The snapshot of {date} is deleted."),
        round_started: fn(u32) -> String = |round| format!("Round {round} has begun. Both sides are unheard until new replies come in."),
        phase_changed: Words = "The phase has changed. Keep a snapshot, or ask everybody again in a new round, so that you can compare later.",
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
        copied: Words = "Copied.",
        reply_copied: Words = "Your reply is copied. Paste it into a message to whoever invited you.",
        share_refused: Words = "Nothing was handed on: this browser refused, or you closed its window. Copy instead.",
        replies_added: fn(usize, usize) -> String = |new, replaced| {
            let added = match new {
                0 => String::new(),
                1 => "1 reply is added.".to_owned(),
                _ => format!("{new} replies are added."),
            };
            let instead = match replaced {
                0 => String::new(),
                1 => "1 takes the place of an earlier one of the same person.".to_owned(),
                _ => format!("{replaced} take the place of earlier ones of the same people."),
            };
            [added, instead].into_iter().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(" ")
        },
        reply_for_nobody: Words = "This is a reply for a community that is not in this browser.",
        reply_for_nobody_detail: Words = "Send it to whoever invited you, or open it where the community is kept.",
        draft_refused: Words = "This browser could not keep your answers. They last until you close this tab: send your reply before you do.",
        clipboard_refused: Words = "This browser refuses the clipboard. Select the link and copy it yourself.",
        file_saved: fn(&str) -> String = |name| format!("Saved as {name} where your browser keeps downloads."),
        changed_elsewhere: fn(&str) -> String = |name| format!("“{name}” was changed in another tab; this is its latest state."),
        merged: fn(&str) -> String = |name| format!("“{name}” was changed in another tab too. Both changes are in it."),
        kept_apart: fn(&str) -> String = |name| format!("Another tab has changed this community. Your state is kept as “{name}”."),
        emptied: fn(usize) -> String = |count| match count {
            1 => "Another page has emptied this browser’s storage. Your community is saved again.".to_owned(),
            _ => format!("Another page has emptied this browser’s storage. Your {} communities are saved again.", words(count)),
        },
        deleted_elsewhere: fn(&str) -> String = |name| format!("“{name}” was deleted in another tab."),
        line: fn(usize, &str) -> String = |line, error| format!("line {line}: {error}"),
        too_large: fn(&str) -> String = |size| format!("the file has {size}: an assessment has at most 20 MB"),
        wrong_key: Words = "the record is filed under another identity",
    }
}
