//! Inviting people to answer, and collecting what they reply.

use super::Words;
use super::numbers::{capital, count, words};

table! {
    /// Inviting people to answer, and collecting what they reply.
    Inviting {
        nobody: fn(u32) -> String = |round| match round {
            0 | 1 => "Nobody has replied yet.".to_owned(),
            _ => format!("Nobody has replied in round {round} yet."),
        },
        nobody_before: fn(usize, &str) -> String = |replies, snapshot| match replies {
            1 => format!("The reply of the round before is in the snapshot “{snapshot}”. "),
            _ => format!("The {} replies of the round before are in the snapshot “{snapshot}”. ", words(replies)),
        },
        answered_elsewhere: Words = "People have replied.",
        nobody_lead: Words = "Until people reply, the estimate counts. Invite both sides: where enough do, what they say takes its place.",
        answered: fn(usize, usize) -> String = |organisation, members| {
            let for_organisation = match organisation {
                0 => String::new(),
                1 => "one person for the organisation".to_owned(),
                _ => format!("{} people for the organisation", words(organisation)),
            };
            let as_members = match members {
                0 => String::new(),
                1 => "one member".to_owned(),
                _ => format!("{} members", words(members)),
            };
            let both = match (for_organisation.is_empty(), as_members.is_empty()) {
                (false, false) => format!("{as_members} and {for_organisation}"),
                _ => format!("{as_members}{for_organisation}"),
            };
            let verb = if organisation + members == 1 { "has" } else { "have" };
            format!("{} {verb} replied.", capital(&both))
        },
        summarised: fn(&str, usize) -> String = |side, count| {
            let many = if count == 0 { String::new() } else { format!(" ({count})") };
            format!("The single replies of {side}{many} are not in this copy: they were left out of the link or file this came from. Their medians count.")
        },
        not_here: Words = "Invite from where the single replies are kept: what comes back cannot be added to this copy. A new round here, under Over time, asks everybody anew.",
        // -- the invitations
        title: Words = "Invite",
        lead: Words = "Each side has its own invitation. It opens one page with that side’s questions; nothing is sent anywhere until the person sends the reply back to you.",
        for_organisation: Words = "For the organisation",
        for_members: Words = "For members",
        who_organisation: Words = "Sponsor, budget holder, the units that should benefit",
        who_members: Words = "Active and quiet ones",
        minutes: fn(usize) -> String = |minutes| format!("about {} minutes", words(minutes)),
        link_label: fn(&str) -> String = |side| format!("Link for {side}"),
        code_label: fn(&str) -> String = |side| format!("Code for {side}"),
        code_copy_name: fn(&str) -> String = |side| format!("Copy the code for {side}"),
        code_lead: Words = "This page was opened from a file: a link would lead nowhere. Save a page with the invitation and send it as an attachment: a double click opens it. Whoever has Common Ground already can paste the code under “Open a link or file”.",
        page: Words = "Save as a page",
        page_name: fn(&str) -> String = |side| format!("Save the invitation of {side} as a page"),
        copy: Words = "Copy the link",
        copy_name: fn(&str) -> String = |side| format!("Copy the link for {side}"),
        mail: Words = "Write a mail",
        mail_name: fn(&str) -> String = |side| format!("Write a mail to {side}"),
        reminder: Words = "Remind",
        reminder_name: fn(&str) -> String = |side| format!("Remind {side} by mail"),
        preview: Words = "See what they will see",
        preview_name: fn(&str) -> String = |side| format!("See what they will see: {side}"),
        qr_title: fn(&str) -> String = |side| format!("QR code of the link for {side}"),
        qr_dense: Words = "This code is too dense to scan well from a screen: print it large, or send the link.",
        qr_none: Words = "This link is too long for a QR code.",
        sponsor_first: Words = "Best asked before they have seen the result.",
        heard: fn(usize) -> String = |count| match count {
            0 => "Heard.".to_owned(),
            _ => format!("{} heard.", capital(&words(count))),
        },
        needed: fn(usize, usize) -> String = |count, missing| match count {
            0 => format!("Nobody yet: {} needed to be heard.", words(missing)),
            _ => format!("{} so far: {} more needed to be heard.", capital(&words(count)), words(missing)),
        },
        needed_meanwhile: Words = "Until then the estimate counts.",
        few_organisation: Words = "With so few, each can be recognised: the reply page says so.",
        nothing_below: fn(usize) -> String = |least| format!("Nothing about single answers is shown below {} replies.", words(least)),
        // -- the texts to send
        mail_subject: fn(&str) -> String = |community| format!("What should {community} be for? Your view"),
        mail_body_members: fn(&str, &str, &str, &str) -> String = |community, minutes, link, to| format!(
            "Hello,\n\nwe would like to know what you want from {community}. Please open this link and answer; it takes {minutes}, on a phone too:\n\n{link}\n\nNothing is sent by itself. At the end you get one line: send it back to {to}. It holds a name only if you type one, but whoever reads your message can read your answers.\n\nThank you!\n"
        ),
        mail_body_organisation: fn(&str, &str, &str, &str) -> String = |community, minutes, link, to| format!(
            "Hello,\n\nwe would like to know what the organisation wants from {community}, before we look at the picture as a whole. Please open this link and answer from your role; it takes {minutes}:\n\n{link}\n\nNothing is sent by itself. At the end you get one line: send it back to {to}. Few people are asked on this side, so your answers can be recognised.\n\nThank you!\n"
        ),
        reminder_subject: fn(&str) -> String = |community| format!("A reminder: your view of {community}"),
        reminder_body: fn(&str, &str, &str, &str) -> String = |community, minutes, link, to| format!(
            "Hello,\n\na short reminder: your view of {community} is still missing. It takes {minutes}:\n\n{link}\n\nIf you have begun, the link goes on where you stopped, in the same browser. At the end, send the line you get back to {to}. If you have sent it already: thank you, and please leave this aside.\n"
        ),
        back_to_me: Words = "me",
        // -- what is asked
        options: Words = "What the invitations ask",
        options_hint: Words = "Importance and “is it worth it?” are always asked. An invitation that was sent keeps the questions it had.",
        ask_delivered: Words = "How much has arrived",
        ask_delivered_plan: Words = "not while planning",
        ask_top: Words = "The three that matter most",
        ask_guess: Words = "How important each is to the other side, as a guess",
        ask_contribution: Words = "What they put in",
        reply_to: Words = "Where replies go",
        reply_to_hint: Words = "A mail address or a name; it stands in the invitation. With an address, the reply page writes the mail.",
        minimum_organisation: Words = "Replies until the organisation is heard",
        minimum_members: Words = "Replies until the members are heard",
        minimum_hint_organisation: Words = "One is enough, since few people speak for an organisation.",
        minimum_hint_members: Words = "At least three. It can be raised later; once somebody has replied it cannot be lowered, since the invitation promised it.",
        not_a_number: Words = "A whole number is expected, such as 5.",
        // -- collecting
        collect: Words = "Bring replies in",
        collect_lead: Words = "Paste whole mails or chats, or drop files. Replies are found in the text around them, and nothing is added before you say so. Anyone can answer more than once: count the messages too.",
        collect_label: Words = "Text with replies in it",
        collect_placeholder: Words = "Paste here",
        collect_file: Words = "Choose files",
        beside: Words = "Texts beside the field",
        pasted: Words = "Pasted text",
        holds: fn(usize) -> String = |replies| match replies {
            0 => "no reply".to_owned(),
            1 => "1 reply".to_owned(),
            _ => format!("{} replies", count(replies)),
        },
        show_text: Words = "Show the text",
        show_text_name: fn(&str) -> String = |name| format!("The text: {name}"),
        take_away: Words = "Take away",
        take_away_name: fn(&str) -> String = |name| format!("Take away: {name}"),
        found_none: Words = "No reply is in this text",
        found_none_lead: Words = "a reply is a line that begins with cg: or a link. Paste the whole message.",
        found_new: fn(&str, usize) -> String = |side, count| match count {
            1 => format!("1 reply of {side}"),
            _ => format!("{count} replies of {side}"),
        },
        found_new_rest: Words = "new",
        found_replaces: fn(usize) -> String = |count| match count {
            1 => "1 reply replaces an earlier one".to_owned(),
            _ => format!("{count} replies replace earlier ones"),
        },
        found_replaces_rest: Words = "of the same person",
        found_there: fn(usize) -> String = |count| match count {
            1 => "1 is there already".to_owned(),
            _ => format!("{count} are there already"),
        },
        found_there_rest: Words = "nothing changes",
        found_again: fn(usize) -> String = |count| match count {
            1 => "1 stands in the text twice".to_owned(),
            _ => format!("{count} stand in the text more than once"),
        },
        found_again_rest: Words = "added once",
        found_earlier: fn(usize) -> String = |count| match count {
            1 => "1 was answered again".to_owned(),
            _ => format!("{count} were answered again"),
        },
        found_earlier_rest: Words = "and the later one counts",
        found_elsewhere: fn(usize, &str) -> String = |count, name| match count {
            1 => format!("1 is for “{name}”"),
            _ => format!("{count} are for “{name}”"),
        },
        found_elsewhere_rest: Words = "bring it in there",
        found_foreign: fn(usize) -> String = |count| match count {
            1 => "1 is for another community".to_owned(),
            _ => format!("{count} are for other communities"),
        },
        found_foreign_rest: Words = "not added",
        found_round: fn(usize, usize) -> String = |count, round| match count {
            1 => format!("1 answers round {round}"),
            _ => format!("{count} answer round {round}"),
        },
        found_round_rest: Words = "not the present one, so not added",
        found_unknown: fn(usize) -> String = |count| match count {
            1 => "1 answers something not asked here".to_owned(),
            _ => format!("{count} answer something not asked here"),
        },
        found_unknown_rest: Words = "not added; it may be for a copy",
        found_other_side: fn(usize) -> String = |count| match count {
            1 => "1 has the id of a reply from the other side".to_owned(),
            _ => format!("{count} have the id of a reply from the other side"),
        },
        found_other_side_rest: Words = "not added",
        found_summarised: fn(usize) -> String = |count| format!("{count} for a side of which only a summary is here"),
        found_summarised_rest: Words = "add it where the single replies are kept",
        found_too_many: fn(usize) -> String = |count| format!("{count} beyond the 5,000 replies that fit"),
        found_too_many_rest: Words = "not added",
        found_other: fn(usize) -> String = |count| match count {
            1 => "1 link is no reply".to_owned(),
            _ => format!("{count} links are no replies"),
        },
        found_other_rest: Words = "an assessment without single replies, an invitation of another community or a locked link; open it from the first page",
        found_invitation: fn(usize) -> String = |count| match count {
            1 => "1 is your own invitation".to_owned(),
            _ => format!("{count} are your own invitations"),
        },
        found_invitation_rest: Words = "not a reply. Ask whoever sent it back for the line at the end of that page",
        found_unreadable: fn(usize) -> String = |count| match count {
            1 => "1 cannot be read".to_owned(),
            _ => format!("{count} cannot be read"),
        },
        found_unreadable_one: fn(&str, &str) -> String = |start, why| format!("“{start}…”: {why}."),
        found_more: fn(usize) -> String = |count| format!("and {count} more"),
        add: fn(usize) -> String = |count| match count {
            1 => "Add 1 reply".to_owned(),
            _ => format!("Add {count} replies"),
        },
        // -- the replies that are here
        list: fn(usize) -> String = |count| match count {
            1 => "The reply that is here".to_owned(),
            _ => format!("The {} replies that are here", words(count)),
        },
        list_hint: Words = "Who sent which, not what they answered. Taking one out can be undone.",
        unnamed: Words = "no name",
        revision: fn(u32) -> String = |revision| format!("changed {} times", words(revision as usize - 1)),
        changed_once: Words = "changed once",
        undated: Words = "no date",
        take_out_here: Words = "Take this reply out",
        take_out: Words = "Take out",
        take_out_name: fn(&str) -> String = |who| format!("Take out the reply: {who}"),
    }
}
