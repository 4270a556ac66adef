//! Links, files and the guest copy.

use super::Words;

table! {
    /// Links, files and the guest copy.
    Share {
        title: Words = "Share what you see",
        lead: Words = "A link carries this assessment inside it. Whoever opens it sees the picture and the figures as you see them, and cannot change yours.",
        link: Words = "Link",
        link_label: Words = "The link to this assessment",
        link_about: fn(usize) -> String = |length| format!("{length} characters. It holds the answers, notes and amounts of today; later changes need a new link."),
        link_replies: Words = "Single replies and earlier snapshots stay here: what each side said travels as its medians.",
        link_warning: Words = "A link cannot be called back. Whoever has the message can read what is in it.",
        link_long: Words = "Some mail and chat programs cut links of this length. If it does not arrive whole, the page says so; send the file instead.",
        copy: Words = "Copy the link",
        see_as_guest: Words = "See what they will see",
        file: Words = "File",
        file_lead: Words = "Everything in this assessment, replies and snapshots too, to keep, to send or to score with other programs.",
        save: Words = "Save file",
        open: Words = "Open a link or file",
        open_lead: Words = "Opening never overwrites: you decide what happens if the community is here already.",
        unnamed_hint: Words = "This community has no name yet: whoever opens the link will not know which it is.",
        give_name: Words = "Give it a name",
        guest_title: Words = "This is a copy that came with a link.",
        guest_lead: Words = "You can look at everything. To answer or change something, keep it in this browser.",
        guest_keep: Words = "Keep a copy",
        guest_here: Words = "A state of this community is in this browser already; you will be asked what to do.",
        guest_gone: Words = "The link is no longer in the address.",
        guest_gone_lead: Words = "Open it again from the message in which you received it.",
    }
}
