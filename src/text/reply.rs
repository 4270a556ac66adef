//! What a person sees who answers an invitation.

use super::Words;
use super::numbers::{capital, words};

table! {
    /// What a person sees who answers an invitation.
    Reply {
        for_members: fn(&str) -> String = |community| format!("For members of {community}"),
        for_organisation: fn(&str) -> String = |community| format!("For the organisation behind {community}"),
        unnamed: Words = "this community",
        title_members: Words = "What do you want from this community?",
        title_organisation: Words = "What does the organisation want from this community?",
        lead: fn(usize, usize, &str) -> String = |items, minutes, pause| {
            let expectations = if items == 1 { "expectation" } else { "expectations" };
            format!(
                "{} {expectations}, about {} minutes. {pause} If you cannot tell, say so: “don’t know” is an answer.",
                capital(&words(items)),
                words(minutes)
            )
        },
        pause: Words = "You can stop at any time and go on later in this browser.",
        no_pause: Words = "This browser may not save your answers: answer in one go, and send your reply before you close this tab.",
        organisation_hint: Words = "Answer for the organisation as you see it from your role: what it needs from this community, not what would please it.",
        // -- what happens with the answers
        privacy_title: Words = "What happens with your answers",
        privacy_here: Words = "They stay in this browser until you send them.",
        privacy_tab: Words = "They stay in this tab until you send them, and are gone once you close it.",
        privacy_travel: Words = "Your answers travel inside what you send: whoever reads it can read them.",
        privacy_sender: Words = "Whoever collects the replies sees who sent the message. The reply itself holds a name only if you type one.",
        privacy_few: fn(u32) -> String = |least| match least {
            0 | 1 => "On your side a single reply already counts, so yours can be recognised.".to_owned(),
            _ => format!(
                "On your side nothing about single answers is shown before {} people have replied. With fewer, yours could be traced to you.",
                words(least as usize)
            ),
        },
        // -- questions
        importance_members: Words = "How important to you?",
        importance_organisation: Words = "How important to the organisation?",
        delivered_members: Words = "What have you got so far?",
        delivered_organisation: Words = "What has the organisation got so far?",
        guess_members: Words = "And to the organisation, do you think?",
        guess_organisation: Words = "And to the members, do you think?",
        worth_now: Words = "Is what you get worth what you put in?",
        worth_plan: Words = "Would what you get be worth what you put in?",
        worth_members: Words = "Your answer",
        worth_organisation: Words = "The organisation’s answer",
        top_members: Words = "Which three matter most to you?",
        top_organisation: Words = "Which three matter most to the organisation?",
        top_hint: Words = "Choosing three says more than rating all of them high.",
        contributions_members: Words = "What do you put in?",
        contributions_organisation: Words = "What does the organisation put in?",
        contributions_lead: Words = "How firmly each kind is given. An amount is optional and in your own words; leave it out if it would show who you are.",
        amount: fn(&str) -> String = |kind| format!("Amount of {kind}"),
        // -- going through
        progress: fn(usize, usize) -> String = |done, all| format!("{done} of {all} answered"),
        back: Words = "Back",
        next_items: fn(usize) -> String = |count| match count {
            1 => "Next one".to_owned(),
            _ => format!("Next {}", words(count)),
        },
        next: Words = "Next",
        finish: Words = "Finish",
        page: fn(usize, usize) -> String = |page, pages| format!("Page {page} of {pages}"),
        again: Words = "These answers have been ready to send before. If you did send them, what you send now takes their place.",
        begun_before: Words = "These answers were begun earlier in this browser.",
        somebody_else: Words = "Somebody else answers",
        // -- the end
        end_title: Words = "Your reply is ready. Now send it back.",
        end_lead: fn(Option<&str>) -> String = |to| match to {
            Some(to) => format!("Nothing has left this browser yet. Send this line to {to} by mail or chat; it is all that is needed."),
            None => "Nothing has left this browser yet. Send this line to whoever asked you, by mail or chat; it is all that is needed.".to_owned(),
        },
        end_open: fn(usize) -> String = |open| match open {
            1 => "One question is still open. You can send the reply as it is, or answer it first.".to_owned(),
            _ => format!("{} questions are still open. You can send the reply as it is, or answer them first.", capital(&words(open))),
        },
        end_empty_title: Words = "Nothing is answered yet.",
        end_empty_lead: Words = "So there is nothing to send yet. Go back and answer what you can; a few answers are better than none.",
        to_end: Words = "Back to the end",
        tab_title: Words = "This browser may not save your answers.",
        tab_lead: Words = "Closing this tab may lose them: answer in one go, and send your reply before you do.",
        to_first: Words = "Go to the first question",
        to_open: Words = "Go to the first open one",
        code_label: Words = "Your reply as a line",
        share: Words = "Share …",
        copy: Words = "Copy the line",
        copy_link: Words = "Copy as a link",
        mail: Words = "Write a mail",
        mail_subject: fn(&str) -> String = |community| format!("My reply: {community}"),
        mail_body: fn(&str, &str) -> String = |code, link| {
            format!("Here is my reply:\n\n{code}\n\nOr as a link:\n{link}\n")
        },
        mail_code: fn(&str) -> String = |code| format!("Here is my reply:\n\n{code}\n"),
        qr: Words = "Show as a QR code",
        qr_title: Words = "Your reply as a QR code",
        name_label: Words = "Your name",
        name_hint: Words = "Only if you want the reply to carry it. Leave it empty to send none.",
        name_long: Words = "A name has 100 characters at most: this one is sent once it is shorter.",
        says: Words = "What it says",
        says_wanted: fn(usize) -> String = |wanted| match wanted {
            0 => "Nothing is important or essential.".to_owned(),
            1 => "One expectation is important or essential:".to_owned(),
            _ => format!("{} expectations are important or essential:", capital(&words(wanted))),
        },
        says_delivered: fn(&str) -> String = |word| format!("so far: {word}"),
        says_lower: fn(usize) -> String = |lower| match lower {
            1 => "It also carries what was said of one expectation that matters less.".to_owned(),
            _ => format!("It also carries what was said of {} expectations that matter less.", words(lower)),
        },
        says_unknown: fn(usize) -> String = |count| match count {
            1 => "It also carries “don’t know” for the importance of one expectation.".to_owned(),
            _ => format!("It also carries “don’t know” for the importance of {} expectations.", words(count)),
        },
        says_arrived: fn(usize) -> String = |count| match count {
            1 => "It also carries what was said to have arrived of one other expectation.".to_owned(),
            _ => format!("It also carries what was said to have arrived of {} other expectations.", words(count)),
        },
        says_top: fn(&[String]) -> String = |top| format!("Matters most: {}.", top.join("; ")),
        says_guesses: fn(usize) -> String = |count| match count {
            1 => "It carries a guess of what the other side wants for one expectation.".to_owned(),
            _ => format!("It carries guesses of what the other side wants for {} expectations.", words(count)),
        },
        says_pledge: fn(&str, &str) -> String = |kind, given| format!("Put in: {}, {given}.", kind.to_lowercase()),
        says_worth: fn(&str) -> String = |word| format!("Worth it: {word}."),
        says_name: fn(&str) -> String = |name| format!("It carries your name: {name}."),
        change: Words = "Change an answer",
        sent_later_tab: Words = "Until you close this tab you can change your answers and send again: the later reply replaces this one. Forgetting them here does not call back what you sent.",
        sent_later: Words = "You can change your answers later and send again: the later reply replaces this one. Forgetting them here does not call back what you sent.",
        forget: Words = "Forget my answers here",
        gone_title: Words = "This invitation is not open in this browser",
        gone_lead: Words = "Open the link in the message that invited you. Answers that you began are in the browser in which you began them.",
        // -- on the first page
        begun_title: Words = "Your replies",
        begun_lead: Words = "Begun or sent from this browser.",
        forget_short: Words = "Forget",
        go_on: Words = "Go on",
        begun_state: fn(usize, usize) -> String = |done, all| format!("{done} of {all} answered"),
        ready: Words = "ready to send",
    }
}
