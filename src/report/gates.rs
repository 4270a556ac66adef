//! The gates of maturity: their names, what they need, and which comes next.

use super::words;
use crate::catalogue::{Phase, Practice};
use crate::score::{Gate, GateState, Results};
use crate::text::EN;

/// What a gate is called.
pub fn gate_name(gate: Gate) -> &'static str {
    words::pick(&EN.results.gate_names, gate.index())
}

/// The level that a gate needs of a practice.
pub fn need(gate: Gate, practice: Practice) -> Option<u8> {
    gate.needs().iter().find(|(one, _)| *one == practice).map(|(_, level)| *level)
}

/// The gate that comes next: that of the phase, and once it is met in phase sustain those of the top rung.
pub fn next_gate(results: &Results) -> Gate {
    let own = Gate::for_phase(results.counted.phase);
    let mut chain = vec![own];
    if results.counted.phase == Phase::Sustain {
        chain.extend([Gate::Sustaining, Gate::Embedded]);
    }
    let met =
        |gate: &Gate| results.gates.iter().any(|reading| reading.gate == *gate && reading.state == GateState::Met);
    chain.iter().copied().find(|gate| !met(gate)).or(chain.last().copied()).unwrap_or(own)
}
