//! The page in a frame, what a host may learn, and where work is safe.

use super::Words;

table! {
    /// The page in a frame, what a host may learn, and where work is safe.
    Hosting {
        nameless: Words = "the page around this one",
        // -- what the host may learn
        asks: fn(&str, &str) -> String = |host, name| format!("{host} asks to see the results of “{name}”."),
        asks_lead: Words = "It would get the name, the figures and the proposed next steps, and again with every change until you close this page. It gets no notes, no replies and no other community.",
        release: Words = "Let it see them",
        withhold: Words = "Keep them hidden",
        released: fn(&str) -> String = |host| format!("{host} sees the results of this community."),
        stop: Words = "Stop showing them",
        // -- what the host keeps
        kept: fn(&str) -> String = |host| format!("Saved at {host}"),
        being_kept: fn(&str) -> String = |host| format!("Being saved at {host}"),
        not_kept: fn(&str) -> String = |host| format!("Not saved at {host}"),
        kept_home: fn(&str, &str) -> String = |host, name| format!("“{name}” is saved at {host}: every change is handed over to it."),
        refused_title: fn(&str) -> String = |host| format!("{host} did not save your last change."),
        refused_why: fn(&str) -> String = |why| {
            let end = if why.ends_with(['.', '!', '?', '…']) { "" } else { "." };
            format!("It says: “{why}”{end}")
        },
        late_title: fn(&str) -> String = |host| format!("{host} has not said that it saved your last change."),
        still_here: Words = "All of it is still on this page. Try again, or save a file before you close it.",
        again: Words = "Try again",
        delete_there: fn(&str) -> String = |host| format!("This community is saved at {host}: it can be deleted only there"),
        loading_title: fn(&str) -> String = |host| format!("{host} is fetching the assessment"),
        loading_late_title: fn(&str) -> String = |host| format!("{host} has not handed the assessment over yet"),
        loading_late: Words = "It opens here as soon as it comes. You can also ask for it once more.",
        failed_title: fn(&str) -> String = |host| format!("{host} could not hand the assessment over"),
        failed_lead: Words = "Try again. If it does not come then either, tell whoever looks after that page.",
        // -- what this browser keeps, in a frame
        hidden_title: Words = "Communities are saved in this browser for this page.",
        hidden_lead: Words = "In a frame they are shown only when you ask for it. The page around this one cannot read them.",
        reveal: Words = "Show them here",
        not_here_title: Words = "This community may be in this browser",
        store_frame: Words = "Saved for this page only: opened by itself, Common Ground may not show it.",
        sandbox_title: Words = "The page around this one does not let this page save anything.",
        sandbox_lead: Words = "What you type lasts until you close or reload it. Save a file or copy the link before you do.",
        store_sandbox: Words = "The page around this one does not let this page save anything: what you type lasts until you close or reload it.",
        // -- what a frame may refuse
        text_offer: Words = "Show it as text",
        saved_or_not: fn(&str) -> String = |name| format!("{name} goes to your downloads, unless the page around this one forbids it. If nothing arrives, copy it as text."),
        text_title: Words = "The file as text",
        text_lead: fn(&str) -> String = |name| format!("Saving files may be forbidden here. Copy this text into a file that you call {name}: it opens like any other."),
        text_label: fn(&str) -> String = |name| format!("What is in {name}"),
        text_copy: Words = "Copy the text",
        window_refused: Words = "If no window opened, the page around this one forbids it.",
        window_address: fn(&str) -> String = |address| format!("Copy this address into a new window: {address}"),
        mail_instead: Words = "Copy the link or the text instead, and paste it into a mail.",
        // -- reminders
        remind_one: fn(&str, &str) -> String = |name, edits| format!("Only in this browser: {edits} to “{name}”. A file keeps them safe if the browser is cleared."),
        remind_many: fn(&str) -> String = |count| format!("Only in this browser: changes to {count} communities. A back-up keeps them safe if the browser is cleared."),
        changes: fn(u32) -> String = |count| match count {
            1 => "1 change".to_owned(),
            _ => format!("{count} changes"),
        },
        later: Words = "Later",
        one_side: fn(&str) -> String = |side| format!("Only the questions to {side} are shown here."),
    }
}
