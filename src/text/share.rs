//! Links, files and the guest copy.

use super::Words;

table! {
    /// Links, files and the guest copy.
    Share {
        title: Words = "Share what you see",
        lead: Words = "A link carries this assessment inside it. Whoever opens it sees the picture and the figures as you see them, and cannot change yours.",
        link: Words = "Link",
        link_label: Words = "The link to this assessment",
        link_warning: Words = "A link cannot be called back. Whoever has the message can read what is in it.",
        link_locked: Words = "A link cannot be called back. Whoever has it and the pass-phrase can read what is in it.",
        length: fn(&str) -> String = |count| format!("{count} characters."),
        holds: Words = "It holds the answers of today; later changes need a new link.",
        // -- what it carries
        carries: Words = "What the link and the page carry beside the answers",
        carry_replies: fn(usize) -> String = |count| match count {
            1 => "The single reply".to_owned(),
            _ => format!("All {count} single replies"),
        },
        carry_replies_hint: Words = "Left out, what each side said travels as its medians: picture and figures stay the same. Where one person alone was heard for a side, the median is that answer. Sent along, each reply can be read.",
        carry_names: Words = "Names of people",
        carry_names_hint: Words = "Of those who replied, who own something or can tell.",
        carry_notes: Words = "Notes and evidence",
        carry_notes_hint: Words = "On expectations and practices.",
        carry_history: fn(usize) -> String = |count| match count {
            1 => "The earlier snapshot".to_owned(),
            _ => format!("All {count} earlier snapshots"),
        },
        carry_history_hint: Words = "The answers of those days.",
        // -- how far it gets
        survives: Words = "Where it arrives whole",
        survives_mail: Words = "any mail program (up to 900 characters)",
        survives_teams: Words = "Outlook and Teams (up to 2,000)",
        survives_slack: Words = "Slack (up to 4,000)",
        survives_yes: Words = "yes",
        survives_no: Words = "may be cut",
        too_long: Words = "Longer than most programs leave whole: send the file instead. A link that was cut says so.",
        // -- ways
        copy: Words = "Copy the link",
        copy_rich: Words = "Copy as a named link",
        mail: Words = "Write a mail",
        sheet: Words = "Share …",
        qr: Words = "Show as a QR code",
        qr_title: Words = "The link as a QR code",
        rich: fn(&str) -> String = |name| format!("{name}: the common ground of its two sides"),
        mail_subject: fn(&str) -> String = |name| format!("{name}: how much common ground?"),
        mail_body: fn(&str, &str) -> String = |name, link| format!(
            "Hello,\n\nthis link shows how far what the organisation and the members expect from {name} overlap, and what is still open:\n\n{link}\n\nIt opens in your browser. Nothing has to be installed, and nothing you do there changes mine.\n"
        ),
        mail_locked: Words = "\nIt asks for a pass-phrase, which I send you another way.\n",
        see_as_guest: Words = "See what they will see",
        // -- pass-phrase
        lock: Words = "Lock with a pass-phrase",
        lock_hint: Words = "Whoever opens the link is asked for it. Send it another way, a call or another program. A forgotten phrase cannot be recovered; your own copy stays as it is.",
        phrase: Words = "Pass-phrase",
        phrase_hint: Words = "Four or five unrelated words are strong and easy to say on the phone. Capitals and spaces count.",
        lock_do: Words = "Lock the link",
        locking: Words = "One moment …",
        locked: Words = "The link above is locked. A change here needs locking anew.",
        unlock_again: Words = "Take the lock off",
        sealed_title: Words = "This link is locked",
        sealed_lead: Words = "Type the pass-phrase that came another way.",
        sealed_open: Words = "Open it",
        sealed_wrong: Words = "It did not open:",
        // -- file
        file: Words = "File",
        file_lead: Words = "Everything in this assessment, replies and snapshots too, to keep, to send or to score with other programs.",
        save: Words = "Save file",
        // -- one page
        page: Words = "One page with this assessment",
        page_lead: Words = "A file of about half a megabyte that holds Common Ground and this assessment. A double click opens it, offline too, and shows the picture and the figures as a copy. Nothing has to be installed.",
        page_open: Words = "Whoever has the file can read what is in it.",
        page_locked: Words = "It is locked like the link above and asks for the pass-phrase.",
        page_holds: Words = "What is in it",
        page_answers: Words = "The answers of today",
        page_yes: Words = "in it",
        page_no: Words = "left out",
        page_switches: Words = "The switches under Link decide what is in it.",
        page_save: Words = "Save the page",
        link_local: Words = "You opened this page as a file, so links made here open only on this machine. Send the page with the assessment instead.",
        link_site: fn(&str) -> String = |site| format!("You opened this page as a file. Links made here lead to {site}, where it was saved."),
        open: Words = "Open a link or file",
        open_lead: Words = "Opening never overwrites: you decide what happens if the community is here already.",
        unnamed_hint: Words = "This community has no name yet: whoever opens the link will not know which it is.",
        give_name: Words = "Give it a name",
        guest_title: Words = "This is a copy to look at.",
        guest_lead: Words = "To answer or change something, keep it in this browser.",
        guest_keep: Words = "Keep a copy",
        guest_here: Words = "A state of this community is in this browser already; you will be asked what to do.",
        guest_gone: Words = "The link is no longer in the address.",
        guest_gone_lead: Words = "Open it again from the message in which you received it.",
    }
}
