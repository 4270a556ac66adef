//! What stands around every screen.

use super::Words;

table! {
    /// What stands around every screen.
    Frame {
        brand: Words = "Common Ground",
        skip: Words = "Skip to the content",
        places: Words = "Places",
        before_after: Words = "Before and after",
        method: Words = "Method",
        method_lead: Words = "Every formula and every threshold, what is a proposal of this project, and what stays in your browser.",
        contents: Words = "On this page",
        share: Words = "Share",
        report: Words = "Report",
        undo: Words = "Undo",
        redo: Words = "Redo",
        theme_light: Words = "Use the light colours",
        theme_dark: Words = "Use the dark colours",
        dismiss: Words = "Dismiss",
        close: Words = "Close",
        ask: Words = "Ask",
        see: Words = "See",
        act: Words = "Act",
        community: Words = "Community",
        expectations: Words = "Expectations",
        exchange: Words = "Exchange",
        practices: Words = "Value proposition",
        results: Words = "Results",
        voices: Words = "Voices",
        time: Words = "Over time",
        statement: Words = "Statement and measures",
        plan: Words = "Plan",
        reply: Words = "Your reply",
        home: Words = "Home",
        guest: Words = "A copy to look at",
        kept_browser: Words = "Saved in this browser",
        kept_tab: Words = "In this tab only",
        kept_full: Words = "Not saved: storage is full",
        organisation: Words = "Organisation",
        the_organisation: Words = "The organisation",
        members: Words = "Members",
        nowhere: Words = "There is nothing at this address",
        nowhere_lead: fn(&str) -> String = |address| {
            format!("“{address}” is not a place of Common Ground. The link may have lost a part on its way.")
        },
        not_here: Words = "This community cannot be shown here",
        not_here_lead: Words =
            "It may have been deleted, or cannot be read: the first page says what is kept. Or it was saved in another browser or on another machine: if someone sent it to you, open their link or file.",
        to_home: Words = "Go to the first page",
        loading: Words = "One moment …",
        part_missing: Words = "This part of the page did not arrive",
        part_missing_lead: Words =
            "Nothing you typed is lost. The network may be away for a moment. If trying again does not help, the page was renewed since you opened it: load it again.",
        part_away: Words = "A part of this page did not arrive.",
        part_away_lead: Words = "Some places and buttons will not work before it is here. Nothing you typed is lost.",
        part_again: Words = "Try again",
        full_title: Words = "This browser has no room left for what you type.",
        full_lead: Words = "It is all still on this page, but closing it may lose it. Save a file, or delete communities you no longer need.",
        tab_title: Words = "This browser does not let the page save anything.",
        tab_lead: Words = "What you type lasts until you close this tab. Save a file or copy the link before you do.",
        save_file: Words = "Save file",
        newer_title: Words = "A new version is ready.",
        newer_lead: Words = "What you typed is saved and stays.",
        newer_use: Words = "Load the new version",
    }
}
