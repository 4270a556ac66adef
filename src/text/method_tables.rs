//! The words around the tables of the method page that come from the rules.

use super::Words;

table! {
    /// The words around the tables of the method page.
    MethodTables {
        importance: Words = "Importance",
        delivered: Words = "Delivered",
        worth: Words = "Worth",
        contribution: Words = "Contribution",
        practice: Words = "Practice",
        scale_head: [Words; 3] = ["Step", "Word", "Meaning"],
        gates: Words = "What each gate needs",
        practice_column: Words = "Practice",
        asked_by: Words = "Asked in phase",
        asked_by_top: Words = "by the top rung",
        rungs: Words = "The rungs and their criteria",
        rungs_head: [Words; 3] = ["Rung", "Criterion", "Asks for"],
        asks_begun: fn(u8) -> String = |level| format!("practices 1 and 2 ≥ {level}"),
        asks_gains: fn(u8) -> String = |step| format!("worth ≥ {step} on at least one side"),
        asks_gate: Words = "the gate of the phase is met",
        asks_both_gain: fn(u8) -> String = |step| format!("worth ≥ {step} on both sides"),
        asks_returns_begun: fn(&str) -> String = |share| format!("both {share}; not asked while planning"),
        asks_phase: Words = "the phase is sustaining",
        asks_named_gate: fn(&str) -> String = |gate| format!("the gate “{gate}” is met"),
        asks_heard: Words = "enough replies from both sides",
        zones: Words = "Zones of importance against delivery",
        zones_head: [Words; 2] = ["Zone", "Where"],
        zone_urgent: fn(u8, u8) -> String = |wanted, gap| format!("importance ≥ {wanted}, and delivered {gap} steps or more behind"),
        zone_improve: fn(u8) -> String = |gap| format!("else delivered {gap} step or more behind"),
        zone_more: fn(u8) -> String = |gap| format!("else delivered {gap} steps or more ahead"),
        zone_line: Words = "anything else",
        version: Words = "Versions",
        version_head: [Words; 2] = ["What", "Version"],
        version_program: Words = "Program",
        version_content: Words = "Content",
        version_file: Words = "File format",
        version_link: Words = "Link format",
    }
}
