//! The first page.

use super::Words;
use super::numbers::words;

table! {
    /// The first page.
    Home {
        title: Words = "How much common ground does your community have?",
        lead: Words =
            "An organisation gives a community of practice money, people and patience. Its members give their time. Where what the two expect overlaps, and is delivered, the community is likely to last.",
        start: Words = "Make a first picture",
        open: Words = "Open a link or file",
        example: Words = "See an example",
        terms: Words = "Ten minutes, twelve expectations, two sides. What you type stays in this browser: no account, no server.",
        apart: Words = "Apart",
        apart_lead: Words = "Each side waits for something that the other does not want. The community may be busy; it is likelier to be short-lived.",
        together: Words = "On common ground",
        together_lead: Words = "Each side gets back something it wants for what it puts in. Both keep renewing the licence to operate.",
        apart_organisation: &'static [&'static str] = &["critical research", "lessons learned", "revised practice"],
        apart_members: &'static [&'static str] = &["my development", "my skills", "my interests"],
        together_organisation: &'static [&'static str] = &["critical", "research"],
        together_members: &'static [&'static str] = &["my own", "interests"],
        together_upper: &'static [&'static str] = &["better practice", "missing skills"],
        together_lower: &'static [&'static str] = &["lessons learned", "help at work"],
        delivered: Words = "delivered",
        apart_picture: Words = "Two circles apart: what the organisation expects and what its members expect do not touch.",
        together_picture: Words = "Two circles that overlap: what both expect lies in the lens between them, and half of the lens is filled, since half of it is delivered.",
        saved_title: Words = "Your communities",
        new: Words = "New community",
        search: fn(usize) -> String = |count| format!("Search {} communities", words(count)),
        search_label: Words = "Search your communities",
        sorted: Words = "Sorted by last change",
        some_shown: fn(usize, usize) -> String = |shown, all| format!("{shown} of {all} communities"),
        show_more: Words = "Show more",
        none_found: fn(&str) -> String = |search| format!("No community is called anything like “{search}”."),
        unnamed: Words = "Community without a name",
        copy_of: fn(&str) -> String = |name| format!("{name} (copy)"),
        phase: Words = "Phase",
        outlook: Words = "Outlook",
        heard: Words = "Heard",
        changed: Words = "Changed",
        replies: fn(usize) -> String = |count| match count {
            0 => "no replies yet".to_owned(),
            1 => "1 reply".to_owned(),
            _ => format!("{count} replies"),
        },
        duplicate: Words = "Duplicate",
        delete: Words = "Delete",
        of_name: fn(&str, &str) -> String = |verb, name| format!("{verb} {name}"),
        gone_title: Words = "Recently deleted",
        gone_lead: Words = "Kept for at least 30 days, then gone for good.",
        gone_when: fn(&str) -> String = |date| format!("deleted {date}"),
        bring_back: Words = "Bring back",
        delete_for_good: Words = "Delete for good",
        aside_title: Words = "Could not be read",
        aside_lead: Words = "These are cut, damaged or from a newer version. This browser keeps them as they are until you delete them.",
        download: Words = "Save",
        store: fn(usize, &str) -> String = |count, size| match count {
            0 => "Nothing is saved in this browser yet.".to_owned(),
            1 => format!("Saved in this browser only: one community, {size} characters. Most browsers have room for about five million."),
            _ => format!("Saved in this browser only: {} communities, {size} characters. Most browsers have room for about five million.", words(count)),
        },
        store_above: Words = "What stands above is saved in this browser only.",
        store_tab: Words = "This browser does not let the page save anything: what you type lasts until you close this tab.",
        store_full: Words = "This browser’s storage is full: closing this tab may lose what you type now.",
        who_reads: Words = "Whoever uses this browser under the same account on this machine can read what is saved, and so can other pages from the same web server.",
        who_reads_file: Words = "You opened this page as a file: any other page opened as a file in this browser could read what is saved, and some browsers no longer find it once the file is moved. A back-up is safe from both.",
        back_up: Words = "Back up everything",
        restore: Words = "Restore a back-up",
        open_title: Words = "Open a link or file",
        open_paste: Words = "Paste a link",
        open_paste_hint: Words = "The whole address, or the text it stands in.",
        open_paste_go: Words = "Open the link",
        open_file: Words = "Choose files",
        open_drop: Words = "or drop them here: Common Ground files, a back-up of several, or a catalogue.",
        same_title: fn(&str) -> String = |name| format!("“{name}” is here already"),
        same_title_gone: fn(&str) -> String = |name| format!("“{name}” is among the recently deleted"),
        same_lead: Words = "What you opened is another state of the same community. Nothing has been changed yet.",
        same_beside_them: Words = " The answers are the same in both; something beside them differs, such as a note, the plan or a snapshot.",
        same_differs: fn(&[String]) -> String = |what| format!(" The two differ in {}.", (super::EN.planning.list)(what)),
        same_answers: fn(usize) -> String = |count| counted(count, "answer", "answers"),
        same_replies: fn(usize) -> String = |count| counted(count, "reply", "replies"),
        same_more_replies: fn(&str) -> String = |replies| format!(" What you opened has {replies} that yours lacks."),
        same_medians: Words = " It carries medians in place of replies.",
        same_lacks: fn(&[String]) -> String = |what| {
            format!(" What you opened lacks {} that yours has: if you take it instead, yours stays among the recently deleted.", (super::EN.planning.list)(what))
        },
        same_beside: [Words; 7] = ["notes", "evidence", "bridges", "the value statement", "measures", "actions", "snapshots"],
        at_time: fn(&str, &str) -> String = |day, time| format!("{day}, {time}"),
        same_when: fn(&str) -> String = |date| format!("Yours: last changed {date}."),
        same_when_theirs: fn(&str) -> String = |date| format!("This one: last changed {date}."),
        same_mine: Words = "Open mine",
        same_mine_gone: Words = "Bring mine back",
        same_add: fn(usize) -> String = |replies| match replies {
            1 => "Add its one reply to mine".to_owned(),
            _ => format!("Add its {} replies to mine", words(replies)),
        },
        same_take: Words = "Take this one instead",
        same_before: fn(&str) -> String = |name| format!("{name} (before it was replaced)"),
        same_more: fn(usize) -> String = |more| match more {
            0 => String::new(),
            1 => " After this, one more is asked about.".to_owned(),
            _ => format!(" After this, {} more are asked about.", words(more)),
        },
        same_both: Words = "Keep both",
        unknown_date: Words = "at an unknown time",
    }
}

/// A number of things in words.
fn counted(count: usize, one: &str, many: &str) -> String {
    match count {
        1 => ["one ", one].concat(),
        _ => [words(count).as_str(), " ", many].concat(),
    }
}
