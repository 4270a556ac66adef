//! Every threshold of the rules, in one place.
//!
//! Each is a **proposal of this project** but for the sizes of Cliff's δ, chosen so that its words can be said aloud
//! ("both want it", "half of it"). None is a norm: the evidence for communities of practice is thin, and a verdict is a
//! reading of the answers, not a forecast. A comparison allows [`TOLERANCE`](super::TOLERANCE). What the gates of
//! maturity need stands in the one table of [`gates`](super::gates).

/// Proposal: an item is wanted by a side from this importance on (3, *important*).
pub const WANTED: u8 = 3;

/// Proposal: an item is urgent where it is wanted and delivered stays behind by this many steps or more.
pub const URGENT_GAP: u8 = 2;

/// Proposal: an item is to improve where delivered stays behind by this many steps or more.
pub const IMPROVE_GAP: u8 = 1;

/// Proposal: an item is in excess where more is delivered than it matters, by this many steps or more.
pub const EXCESS_GAP: u8 = 2;

/// Proposal: a side says "worth it" from this step on (3, *yes*).
pub const WORTH_IT: u8 = 3;

/// Proposal: a practice counts towards maturity from this level on (2, *written down once*).
pub const PRACTISED: u8 = 2;

/// Proposal: *begun* asks the practices it names for this level (1, *talked about*).
pub const BEGUN: u8 = 1;

/// Proposal: there is some overlap from here on.
pub const SOME_OVERLAP: f64 = 0.25;

/// Proposal: something is shared from this many shared items on.
pub const SOMETHING_SHARED: usize = 1;

/// Proposal: a side gains from this worth on (2, *about even*).
pub const GAINS: u8 = 2;

/// Proposal: there is enough overlap from here on.
pub const ENOUGH_OVERLAP: f64 = 0.5;

/// Proposal: enough of what either side wants is wanted by both from here on.
pub const ENOUGH_SHARED: f64 = 1.0 / 3.0;

/// Proposal: returns have begun from here on, for both sides.
pub const RETURNS_BEGUN: f64 = 0.25;

/// Proposal: the promise is kept from this kept share on.
pub const PROMISE_KEPT: f64 = 0.5;

/// Proposal: returns are good from here on, for both sides.
pub const RETURNS_GOOD: f64 = 0.5;

/// Proposal: how the answers to a question are spread is shown from this many on, or from `min_replies` if that is
/// more.
pub const SPREAD: u32 = 2;

/// Proposal: a difference between all answers of two sides is asked of this many raw answers on each side, or more.
pub const RAW_ANSWERS: u32 = 5;

/// Romano et al. 2006: below this, Cliff's δ is negligible; from here on it is small.
pub const SMALL_EFFECT: f64 = 0.147;

/// Romano et al. 2006: Cliff's δ is medium from here on.
pub const MEDIUM_EFFECT: f64 = 0.33;

/// Romano et al. 2006: Cliff's δ is large from here on.
pub const LARGE_EFFECT: f64 = 0.474;

/// Proposal: an item is worth talking about from this size on.
pub const DISCUSS: f64 = 0.25;

/// Proposal: this many items to talk about are enough at a time.
pub const TOPICS: usize = 7;

/// Proposal: two sides see an item the same way up to this many steps apart.
pub const SAME: u8 = 1;

/// Proposal: an estimate was far off from this many steps on.
pub const FAR_OFF: u8 = 2;

/// Proposal: expectations are unclear where more than one in this many is "I don't know".
pub const IN_DOUBT: usize = 3;

/// Proposal: the scope is right from this many shared items on, or where it is [`DEFINED`].
pub const IN_SCOPE: usize = 2;

/// Proposal: for whom and with what gain and cost is settled from this level on (3, *used and owned*).
pub const DEFINED: u8 = 3;

/// Proposal: a contribution can be counted on from this level on (2, *agreed*).
pub const AGREED: u8 = 2;

/// Proposal: people of one side disagree about an item below this consensus.
pub const CONSENSUS: f64 = 0.5;

/// Proposal: this many actions are enough at a time.
pub const PROPOSALS: usize = 3;

/// Proposal: an overlap of this much in which nothing is shared comes of flat ratings.
pub const FLAT: f64 = 0.5;

/// Proposal: the sides have the same priorities where their profiles coincide by this much or more.
pub const SAME_PROFILE: f64 = 0.8;

/// Proposal: and they want them to a different strength where the overlap is no more than this.
pub const OTHER_STRENGTH: f64 = 0.5;

/// Proposal: two coverages closer than this are about the same.
pub const COVERED_ALIKE: f64 = 0.05;

/// Proposal: among fewer replies than this of an organisation, each person can be recognised.
pub const RECOGNISABLE: usize = 5;
