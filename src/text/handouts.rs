//! Reports, tables and pictures to hand over; the report on paper.

use super::Words;

table! {
    /// Reports, tables and pictures to hand over; the report on paper.
    Handouts {
        title: Words = "Reports, tables and pictures",
        lead: Words = "Files to hand over or to work with. Your browser makes them here. They hold the middle answers of a side, no replies; where one person alone was heard for it, the middle is that person’s answer.",
        // -- what goes along
        along: Words = "In reports and on paper",
        names: Words = "Names of people in reports",
        names_hint: Words = "Of those who own something or can tell; of those who replied once three of their side did.",
        notes: Words = "Notes and evidence in reports",
        notes_hint: Words = "What stands beside expectations and practices.",
        // -- the files
        save: Words = "Save",
        print: Words = "Print",
        open: Words = "Look at it",
        paper: Words = "Report on paper",
        paper_hint: Words = "One page with the essentials, then everything. Your browser prints it or saves it as PDF.",
        markdown: Words = "Report as text (Markdown)",
        markdown_hint: Words = "For mails, wikis and minutes.",
        csv: Words = "Expectations as a table (CSV)",
        csv_hint: Words = "For Excel and other spreadsheets; without names and notes.",
        json: Words = "Results for programs (JSON)",
        json_hint: Words = "Every figure in full; without names and notes.",
        calendar: Words = "Plan for a calendar (ICS)",
        calendar_hint: Words = "Open actions, measures and the next review, a day each. Taken in again, it changes its entries.",
        calendar_none: Words = "No open action and no measure has a day yet, and no next review is set.",
        calendar_save: Words = "Save for a calendar",
        pictures_title: Words = "Pictures",
        pictures: [Words; 5] = [
            "The picture of shared value",
            "The exchange",
            "Importance against delivery, as the organisation sees it",
            "Importance against delivery, as members see it",
            "Over time",
        ],
        svg: Words = "SVG",
        png: Words = "PNG",
        picture_svg: Words = "Save the picture as SVG",
        picture_png: Words = "Save the picture as PNG",
        map_svg: Words = "Save the map as SVG",
        map_png: Words = "Save the map as PNG",
        // -- where no file arrives
        copy: Words = "Copy",
        // -- the report on paper
        here: Words = "This is the report as it is printed.",
        here_lead: Words = "Each screen of this community prints like this.",
        heading: fn(&str) -> String = |rung| format!("Outlook: {rung}"),
        next_rung: fn(&str, usize, usize) -> String = |name, hold, all| format!("Next rung: {name}, {hold} of {all} criteria hold"),
        top_rung: Words = "Every rung is reached.",
        worth: Words = "Worth it?",
        importance: Words = "Importance from 0 (not expected) to 4 (essential), the middle answer of each side. Delivered: what both sides see, in four steps from promised to a visible result.",
        in_figures: Words = "The expectations in figures",
        shapes: Words = "● both want it, ◖ only the organisation, ◗ only members, ○ neither or still open.",
        division: fn(&str) -> String = |division| format!("Overlap = {division}: the smaller of the two ratings, summed, over the larger, summed."),
        proposals: Words = "Thresholds are proposals of this project.",
        made: Words = "Made with Common Ground in a browser; nothing was sent to a server.",
        practice: fn(usize, &str) -> String = |number, name| format!("Practice {number}, {name}"),
        expectation: fn(usize, &str) -> String = |number, name| format!("Expectation {number}, {name}"),
        notes_title: Words = "Notes and evidence",
        method_title: Words = "How this was made",
        method: Words = "Each side said how important each expectation is to it, from 0 to 4, and how much of it has arrived. Where several people of a side answered, the median counts. The overlap is the sum of the smaller of the two ratings over the sum of the larger; the two circles and their lens have these areas. An answer that is missing is not guessed: a figure then is the exact range over all that it could be. The outlook is a ladder of stated criteria, a reading of the answers and not a forecast.",
    }
}
