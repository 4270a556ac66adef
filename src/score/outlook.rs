//! The outlook: a ladder of four rungs, and where a community stands on it.
//!
//! **Rule.** Each rung has criteria ([`CriterionId`]). The outlook is the highest rung all of whose criteria, and those
//! of every rung below, hold. A criterion is yes, no or unknown: unknown where its figure's range reaches both sides of
//! the threshold or there is no figure at all. The outlook is a range of two rungs: the lowest takes every unknown as
//! no, the highest every unknown as yes.
//!
//! **Units** none: four rungs in order, their places 0 to 3; each criterion has the units of [its
//! figure](super::criterion).
//!
//! **Edges.** Comparisons allow [`TOLERANCE`](super::TOLERANCE). A criterion of two figures is *no* as soon as one of
//! them is too low, even where the other is unknown. *both heard* is never unknown. The outlook can be no lower than
//! the first rung, which asks nothing.
//!
//! **Source.** Verdicts by gates, the worst first, instead of an average that lets one side's gain pay for the other's
//! loss (domain notes 6.6; OECD handbook on composite indicators). All [thresholds] are proposals of this project; the
//! evidence for communities of practice is thin, and the outlook is a reading of the answers, not a forecast.
//!
//! ```
//! use common_ground::score::outlook::{Criterion, CriterionId, Outlook, Reason, Rung, Verdict};
//! use common_ground::score::Figure;
//!
//! let criteria = CriterionId::ALL.map(|id| Criterion {
//!     id,
//!     verdict: match id.rung() {
//!         Rung::Fragile => Verdict::Yes,
//!         Rung::OnCourse => Verdict::Unknown,
//!         _ => Verdict::No,
//!     },
//!     reason: Reason::NotAsked,
//! });
//! assert_eq!(Outlook::of(&criteria), Outlook { low: Rung::Fragile, high: Rung::OnCourse });
//! let wide = Reason::Share { figure: Figure::Range { low: 0.4, high: 0.6 }, threshold: 0.5 };
//! assert_eq!(wide.verdict(&[]), Verdict::Unknown);
//! ```

pub use super::criterion::{Criterion, CriterionId, Reason, Verdict, reaches};
use super::{Counted, Delivery, Exchange, Gate, GateReading, Overlap, thresholds};
use crate::catalogue::kinds::keyed;
use crate::catalogue::{PerSide, Phase, Practice};

keyed! {
    /// A rung of the ladder, lowest first.
    Rung {
        /// At risk of being short-lived: where everything starts.
        ShortLived = "short_lived",
        /// Fragile.
        Fragile = "fragile",
        /// On course for its phase.
        OnCourse = "on_course",
        /// Built to last.
        Lasting = "lasting",
    }
}

/// The practices that *begun* asks for.
pub const BEGUN: [Practice; 2] = [Practice::Vp1, Practice::Vp2];

/// The practices that a criterion asks for, each with its least level; none where it is not on practices.
pub const fn needs(id: CriterionId, phase: Phase) -> &'static [(Practice, u8)] {
    const BEGUN_NEEDS: [(Practice, u8); 2] = {
        let [first, second] = BEGUN;
        [(first, thresholds::BEGUN), (second, thresholds::BEGUN)]
    };
    match id {
        CriterionId::Begun => &BEGUN_NEEDS,
        CriterionId::Gate => Gate::for_phase(phase).needs(),
        CriterionId::Sustained => Gate::Sustaining.needs(),
        CriterionId::Embedded => Gate::Embedded.needs(),
        _ => &[],
    }
}

/// All criteria, in the order of [`CriterionId::ALL`].
pub fn criteria(
    counted: &Counted,
    overlap: &Overlap,
    delivery: &Delivery,
    exchange: &[Exchange],
    gates: &[GateReading; 4],
) -> Vec<Criterion> {
    let read = |id| {
        let reason = reason(id, counted, overlap, delivery, exchange);
        Criterion { id, verdict: reason.verdict(gates), reason }
    };
    CriterionId::ALL.into_iter().map(read).collect()
}

/// What a criterion is read from.
fn reason(id: CriterionId, counted: &Counted, overlap: &Overlap, delivery: &Delivery, exchange: &[Exchange]) -> Reason {
    let share = |figure, threshold| Reason::Share { figure, threshold };
    let returns = |threshold| Reason::Shares { figures: delivery.returns, threshold };
    match id {
        CriterionId::Begun => Reason::Levels {
            levels: BEGUN.into_iter().map(|practice| (practice, counted.practice(practice))).collect(),
            threshold: thresholds::BEGUN,
        },
        CriterionId::SomeOverlap => share(overlap.jaccard, thresholds::SOME_OVERLAP),
        CriterionId::SomethingShared => {
            let (low, high) = overlap.shared;
            Reason::Count { low, high, threshold: thresholds::SOMETHING_SHARED }
        }
        CriterionId::SomeoneGains => Reason::Worth { worth: counted.worth, threshold: thresholds::GAINS },
        CriterionId::Gate => Reason::Gate(Gate::for_phase(counted.phase)),
        CriterionId::EnoughOverlap => share(overlap.jaccard, thresholds::ENOUGH_OVERLAP),
        CriterionId::EnoughShared => share(overlap.shared_of_wanted, thresholds::ENOUGH_SHARED),
        CriterionId::BothGain => Reason::Exchange(exchange.to_vec()),
        CriterionId::ReturnsBegun if counted.phase == Phase::Plan => Reason::NotAsked,
        CriterionId::ReturnsBegun => returns(thresholds::RETURNS_BEGUN),
        CriterionId::Phase => Reason::Phase(counted.phase),
        CriterionId::Sustained => Reason::Gate(Gate::Sustaining),
        CriterionId::Embedded => Reason::Gate(Gate::Embedded),
        CriterionId::BothHeard => Reason::Heard(PerSide::from_fn(|side| counted.heard(side))),
        CriterionId::PromiseKept => share(delivery.kept, thresholds::PROMISE_KEPT),
        CriterionId::ReturnsGood => returns(thresholds::RETURNS_GOOD),
    }
}

/// Where a community stands on the ladder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// The rung it has whatever the unknown answers are.
    pub low: Rung,
    /// The highest rung it may have.
    pub high: Rung,
}

impl Outlook {
    /// Reads the outlook from the criteria.
    pub fn of(criteria: &[Criterion]) -> Self {
        let highest = |holds: fn(Verdict) -> bool| {
            let failed = criteria.iter().filter(|criterion| !holds(criterion.verdict)).map(|one| one.id.rung()).min();
            // The rung below the first that fails; the first rung of all has no criteria.
            Rung::ALL.into_iter().take_while(|&rung| failed.is_none_or(|failed| rung < failed)).last()
        };
        Self {
            low: highest(|verdict| verdict == Verdict::Yes).unwrap_or(Rung::ShortLived),
            high: highest(|verdict| verdict != Verdict::No).unwrap_or(Rung::ShortLived),
        }
    }

    /// Whether it is one rung, whatever the unknown answers are.
    pub fn is_settled(self) -> bool {
        self.low == self.high
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::importance;
    use super::*;
    use crate::score::Results;

    /// A community that fulfils everything.
    fn best() -> Counted {
        importance("4 3 3", "3 4 3")
            .delivered("3 3 3", "3 3 3")
            .phase(Phase::Sustain)
            .worth("3 4")
            .practices("3 3 3 3 3 3 3 3 3 3")
            .with_voices()
    }

    #[track_caller]
    fn check(counted: Counted, low: Rung, high: Rung) {
        assert_eq!(Results::of(counted).outlook, Outlook { low, high });
    }

    #[track_caller]
    fn fails(counted: Counted, id: CriterionId, rung: Rung) {
        let results = Results::of(counted);
        let failed = results.criteria.iter().find(|one| one.verdict != Verdict::Yes).map(|one| (one.id, one.verdict));
        assert_eq!(failed, Some((id, Verdict::No)));
        assert_eq!(results.outlook, Outlook { low: rung, high: rung });
    }

    #[test]
    fn all_that_holds_is_built_to_last() {
        check(best(), Rung::Lasting, Rung::Lasting);
    }

    #[test]
    fn each_criterion_that_fails_keeps_the_outlook_below_its_rung() {
        let (none, fragile, on_course) = (Rung::ShortLived, Rung::Fragile, Rung::OnCourse);
        fails(best().practised(Practice::Vp1, 0), CriterionId::Begun, none);
        fails(best().practised(Practice::Vp2, 0), CriterionId::Begun, none);
        fails(with_importance("4 0", "0 4"), CriterionId::SomeOverlap, none);
        fails(with_importance("2 2", "2 2"), CriterionId::SomethingShared, none);
        fails(best().worth("1.5 1"), CriterionId::SomeoneGains, none);
        fails(best().practised(Practice::Vp3, 1), CriterionId::Gate, fragile);
        // X = 3 of 12; then 3 of 11 with one of three wanted items shared.
        fails(with_importance("3 4 0 0", "3 0 2 3"), CriterionId::EnoughOverlap, fragile);
        fails(with_importance("3 3 3 2.5", "3 2 2 3"), CriterionId::EnoughShared, fragile);
        fails(best().worth("2.5 4"), CriterionId::BothGain, fragile);
        fails(best().delivered("0.5 0.5 0.5", "3 3 3"), CriterionId::ReturnsBegun, fragile);
        fails(best().phase(Phase::Launch), CriterionId::Phase, on_course);
        fails(best().practised(Practice::Vp4, 2), CriterionId::Sustained, on_course);
        fails(best().practised(Practice::Vp8, 2), CriterionId::Embedded, on_course);
        fails(unheard(), CriterionId::BothHeard, on_course);
        fails(best().delivered("3 3 0", "0 3 3"), CriterionId::PromiseKept, on_course);
        fails(best().delivered("3 2 2", "1 1 3.5"), CriterionId::PromiseKept, on_course);
    }

    #[test]
    fn a_figure_at_its_threshold_is_enough_and_just_below_is_not() {
        let (fragile, on_course, lasting) = (Rung::Fragile, Rung::OnCourse, Rung::Lasting);
        let launched = |organisation, members| best().phase(Phase::Launch).delivered(organisation, members);
        check(launched("1 1 1", "1 1 1"), on_course, on_course);
        check(launched("1 1 1", "1 1 0.5"), fragile, fragile);
        check(with_importance("4 0", "4 4"), lasting, lasting);
        fails(with_importance("4 0 0.5", "4 4 0"), CriterionId::EnoughOverlap, fragile);
        check(with_importance("3 3 3", "3 2 2"), lasting, lasting);
        check(best().delivered("2 2 2", "2 2 2"), lasting, lasting);
        fails(best().delivered("2 2 2.5", "2 2 1.5"), CriterionId::PromiseKept, on_course);
        check(with_importance("3 4 4 1", "3 0 0 0"), fragile, fragile);
        fails(with_importance("3 4 4 1.5", "3 0 0 0"), CriterionId::SomeOverlap, Rung::ShortLived);
    }

    fn with_importance(organisation: &str, members: &str) -> Counted {
        let items = importance(organisation, members).items.len();
        let delivered = "3 ".repeat(items);
        Counted { items: importance(organisation, members).delivered(&delivered, &delivered).items, ..best() }
    }

    fn unheard() -> Counted {
        Counted { voices: PerSide::default(), ..best() }
    }

    #[test]
    fn good_returns_are_asked_apart_from_the_promise() {
        // Nine tenths of what both want is kept, and little of what the members alone want.
        let counted = Counted { items: importance("3 0 0", "3 4 4").delivered("4 0 0", "4 0.5 0.5").items, ..best() };
        let results = Results::of(counted);
        let verdict = |id: CriterionId| results.criteria.iter().find(|one| one.id == id).map(|one| one.verdict);
        assert_eq!(verdict(CriterionId::PromiseKept), Some(Verdict::Yes));
        assert_eq!(verdict(CriterionId::ReturnsGood), Some(Verdict::No));
    }

    #[test]
    fn returns_are_not_asked_while_planning() {
        check(best().phase(Phase::Plan).delivered("0 0 0", "? ? ?"), Rung::OnCourse, Rung::OnCourse);
        check(best().phase(Phase::Launch).delivered("1 1 1", "? ? ?"), Rung::Fragile, Rung::OnCourse);
    }

    #[test]
    fn an_unknown_criterion_makes_a_range() {
        check(Counted { practices: [None; 10], ..best() }, Rung::ShortLived, Rung::Lasting);
        check(best().worth("3 ?"), Rung::Fragile, Rung::Lasting);
        check(best().worth("? ?"), Rung::ShortLived, Rung::Lasting);
        // The undecided gate does not matter below a rung that fails.
        check(best().worth("3 ?").practised(Practice::Vp1, 0), Rung::ShortLived, Rung::ShortLived);
        check(best().worth("3 ?").practised(Practice::Vp8, 0), Rung::Fragile, Rung::OnCourse);
    }
}
