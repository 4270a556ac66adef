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
        evidence: Words = "a change in the evidence",
        bridge: Words = "a change in a bridge",
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
        snapshot_taken: fn(&str) -> String = |date| format!("The answers of {date} are kept as a snapshot."),
        snapshot_dropped: fn(&str) -> String = |date| format!("The snapshot of {date} is deleted."),
        round_started: fn(u32) -> String = |round| format!("Round {round} has begun. Both sides are unheard until new replies come in."),
        phase_changed: Words = "The phase has changed. Keep a snapshot, or ask everybody again in a new round, so that you can compare later.",
        deleted_for_good: fn(&str) -> String = |name| format!("“{name}” is deleted for good."),
        deleted: fn(&str) -> String = |name| format!("“{name}” is deleted."),
        taken_out: fn(&str) -> String = |statement| format!("“{statement}” is taken out. Its answers come back with it."),
        asked: fn(&str) -> String = |statement| format!("“{statement}” is asked now."),
        planned: fn(&str) -> String = |action| format!("“{action}” is in the plan."),
        set_aside: fn(&str) -> String = |action| format!("“{action}” is set aside and not proposed again."),
        to_plan: Words = "Go to the plan",
        drafted: Words = "A first version is written. Replace what stands in [brackets].",
        reply_out: Words = "The reply is taken out.",
        brought_back: fn(&str) -> String = |name| format!("“{name}” is back."),
        kept: fn(&str) -> String = |name| format!("“{name}” is saved in this browser now."),
        kept_tab: fn(&str) -> String = |name| format!("“{name}” is yours now, until you close this tab."),
        same_already: fn(&str) -> String = |name| format!("“{name}” is here already, in the same state."),
        brought: fn([usize; 6]) -> String = |counts| {
            let several = [
                ["new", "new"],
                ["saved as a copy beside yours", "saved as copies beside yours"],
                ["here already", "here already"],
                ["as you decided", "as you decided"],
                ["catalogue", "catalogues"],
                ["waiting for its catalogue", "waiting for their catalogue"],
            ];
            let mut all = String::new();
            for (count, [one, many]) in counts.into_iter().zip(several) {
                if count > 0 {
                    all.push_str(if all.is_empty() { "Brought in: " } else { ", " });
                    all.extend([count.to_string().as_str(), " ", if count == 1 { one } else { many }]);
                }
            }
            all + "."
        },
        unread: fn(&str, usize) -> String = |named, more| match more {
            0 => format!("Could not be read: {named}."),
            _ => format!("Could not be read: {named}; and {more} more."),
        },
        unread_aside: Words = " What stands in such lines is kept aside on the first page.",
        back_up: Words = "back-up",
        no_file: Words = "this is no file of Common Ground",
        lines_aside: fn(usize, &str) -> String = |count, first| match count {
            1 => first.to_owned(),
            _ => format!("{count} lines; {first}"),
        },
        open_alone: Words = "a locked link, an invitation or a reply: open it by itself",
        replaced: fn(&str) -> String = |name| format!("“{name}” is now what you opened. What it was before is among the recently deleted."),
        duplicated: fn(&str) -> String = |name| format!("“{name}” is ready."),
        unreadable: Words = "Nothing was opened, and nothing has changed.",
        refused: Words = "This could not be changed.",
        link_copied: Words = "The link is copied.",
        copied: Words = "Copied.",
        reply_copied: Words = "Your reply is copied. Paste it into a message to whoever asked you.",
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
        reply_forgotten: Words = "Your answers are forgotten here.",
        reply_forgotten_name: Words = "forgetting your answers",
        reply_for_nobody: Words = "This is a reply for a community that is not in this browser.",
        reply_for_nobody_detail: Words = "Send it to whoever asked you, or open it where the community is saved.",
        part_missing: Words = "That was not done, since a part of the page did not arrive. Nothing you typed is lost: try again when the network is back.",
        draft_refused: Words = "This browser could not save your answers. Closing this tab may lose them: send your reply before you do.",
        clipboard_refused: Words = "The clipboard is refused here. Select the link or the text and copy it yourself.",
        file_saved: fn(&str) -> String = |name| format!("Saved as {name} where your browser keeps downloads."),
        print_refused: Words = "If nothing to print opened, printing is forbidden here.",
        print_refused_detail: Words = "Save the report as text (Markdown), or open the link from Share in a window of its own and print there.",
        picture_refused: Words = "This browser could not draw the picture.",
        picture_refused_detail: Words = "Save it as SVG instead.",
        page_saved: fn(&str, &str) -> String = |name, size| format!("Saved as {name} ({size}) where your browser keeps downloads. A double click opens it."),
        page_saved_or_not: fn(&str, &str) -> String = |name, size| {
            format!("{name} ({size}) goes to your downloads, unless the page around this one forbids it. If nothing arrives, send the link instead, or save the page from a window of its own.")
        },
        page_refused: Words = "The page could not be made: this site did not hand it out, or you are offline. Send the link or the file instead.",
        not_renewed: Words = "Not reloaded: something on this page is nowhere else yet. Save a file, or finish what you pasted or opened, and try again.",
        overruled: fn(&str) -> String = |name| format!("Nothing changes: another tab has changed the same in “{name}” since."),
        changed_elsewhere: fn(&str) -> String = |name| format!("“{name}” was changed in another tab; this is its latest state."),
        merged: fn(&str) -> String = |name| format!("“{name}” was changed in another tab too. Both changes are in it."),
        kept_apart: fn(&str) -> String = |name| format!("Another tab has changed this community. Your state is saved as “{name}”."),
        emptied: fn(usize) -> String = |count| match count {
            1 => "Another page has emptied this browser’s storage. Your community is saved again.".to_owned(),
            _ => format!("Another page has emptied this browser’s storage. Your {} communities are saved again.", words(count)),
        },
        deleted_at_once: fn(&str) -> String = |name| {
            format!("“{name}” is deleted. This browser has no room to keep it: you can bring it back until you close this page.")
        },
        not_put_back: fn(&str) -> String = |changes| {
            format!("This browser has no room for {changes}. They are here, and kept aside until there is room.")
        },
        no_room: fn(usize, &str) -> String = |count, names| match count {
            1 => format!("This browser has no room for {names}. Closing this tab may lose it: save it as a file, or delete something."),
            _ => format!("This browser has no room for {} communities: {names}. Closing this tab may lose them: save them as files, or delete something.", words(count)),
        },
        last_changes: fn(&str) -> String = |names| format!("the last changes to {names}"),
        last_changes_others: fn(&str) -> String = |names| format!("the last changes to {names}, and others"),
        last_changes_all: Words = "your last changes",
        both: fn(&str, &str) -> String = |one, other| format!("{one} and {other}"),
        named: fn(&str) -> String = |name| format!("“{name}”"),
        deleted_elsewhere: fn(&str) -> String = |name| format!("“{name}” was deleted in another tab."),
        line: fn(usize, &str) -> String = |line, error| format!("line {line}: {error}"),
        too_large: fn(&str, &str) -> String = |name, size| format!("{name} has {size}: an assessment has at most 20 MB"),
        wrong_key: Words = "the record is filed under another identity",
        catalogues: Words = "Catalogues",
        catalogue_items: fn(usize) -> String = |items| match items {
            1 => "one expectation".to_owned(),
            _ => format!("{items} expectations"),
        },
        catalogue_opened: fn(&str, &str) -> String = |name, items| {
            format!("The catalogue “{name}” is in this browser now: {items}. Choose it when you start a community.")
        },
        catalogue_here: fn(&str) -> String = |name| format!("The catalogue “{name}” is here already."),
        catalogue_bundled: Words = "This is the catalogue that comes with Common Ground. It is here already.",
        catalogue_removed: fn(&str) -> String = |name| format!("“{name}” is not saved in this browser any more. It is here until you close this page."),
        catalogue_in_use: fn(&str, usize) -> String = |name, uses| match uses {
            1 => format!("“{name}” stays: one thing in this browser was made with it. Delete that for good first."),
            _ => format!("“{name}” stays: {uses} things in this browser were made with it. Delete them for good first."),
        },
        catalogue_refused: fn(&str) -> String = |name| {
            format!("This browser could not save the catalogue “{name}”. It is here until you close this page: keep its file.")
        },
        catalogue_not_provided: Words = "This page should bring a catalogue of its own along, and it could not be read.",
        catalogue_too_many: Words = "No more catalogues fit into this page. Load it again, then open this one first.",
    }
}
