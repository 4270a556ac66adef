//! Which answers to get next.
//!
//! **Rule.** Where the outlook is a range, the first undecided criterion of the ladder is what stands between its two
//! ends. Each unknown quantity that this criterion depends on is a question. It is weighed by the width that is left in
//! the worst case, should it be answered with any of the steps 0 to 4; the smallest comes first, ties in the order of
//! the catalogue (item by item, importance before delivered, the organisation before the members; practices in their
//! order). Criteria above the highest reachable rung ask nothing, and an outlook of one rung asks nothing at all.
//!
//! **Width** is in shares, 0 to 1, so that the orders of all criteria read alike:
//!
//! - of a criterion on a share: how far its ends are apart; 1 where a side is silent, since it may then be any share; 0
//!   where there is no value because nothing is wanted, since nothing more can be learned about it;
//! - of one on both returns: the sum of the two, only those still undecided, which may make it up to 2;
//! - of one on practices (*begun*, the gates): how many of those it needs are unknown, as a share of those;
//! - of *something shared*: how many items could be shared, as a share of all;
//! - of *someone gains*: the unknown answers of the two; of *both gain*: the possible kinds of exchange beyond one, of
//!   three;
//! - of any of the last four: 0 as soon as it is decided.
//!
//! **An unknown is in a criterion** where it can move its figure at all: what is delivered of an item that a side does
//! not want at all is not asked for the sake of its return, nor an importance for *something shared* where the other
//! side does not want the item.
//!
//! **What is open beside them.** The first questions decide the outlook for certain only where no other criterion up to
//! the highest reachable rung hangs on further answers; else [`further`] counts those, so that nobody is told that two
//! answers decide when the next two come after them.
//!
//! **Cost.** Each question is answered five times and its figure computed again, by the same code; so this is not part
//! of the results, and is asked for where it is shown. **Source.** This project's (domain notes 6.11).
//!
//! **Units** the width has that of a share, as above; questions are counted. **Edges.** Where every answer is known
//! there is nothing to ask; widths closer than [`TOLERANCE`] are a tie.
//!
//! ```
//! use common_ground::assessment::{Answer, Answered, Community, Item};
//! use common_ground::catalogue::{ItemId, Phase, Practice, Step};
//! use common_ground::score::{self, Asked, CriterionId};
//!
//! let item: ItemId = "O1".parse().unwrap();
//! let mut answered = Answered::new(Community::new(Phase::Plan), vec![Item::Catalogue(item)]);
//! answered.practices.entry(Practice::Vp1).or_default().level = Step::new(2).map(Answer::Step);
//! let asked = score::questions::open(&score::results(&answered));
//! assert_eq!((asked[0].asked, asked[0].criterion), (Asked::Practice(Practice::Vp2), CriterionId::Begun));
//! assert_eq!(asked.len(), 1);
//! ```

use super::subject::Subject;
use super::{Counted, Criterion, CriterionId, Lever, Results, TOLERANCE, Verdict};
use crate::catalogue::{ItemId, Level, Practice, Side, Step};
use crate::order;

/// A quantity that is unknown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Asked {
    /// How important an item is to a side.
    Importance(Side, ItemId),
    /// How much of an item has arrived, as a side sees it.
    Delivered(Side, ItemId),
    /// Whether it is worth it to a side.
    Worth(Side),
    /// How established a practice is.
    Practice(Practice),
}

/// A question whose answer may decide the outlook.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct OpenQuestion {
    /// What is asked.
    pub asked: Asked,
    /// The criterion that waits for it.
    pub criterion: CriterionId,
    /// How wide the criterion's figure may still be once it is answered.
    pub width_left: f64,
}

/// The questions that come next, the most telling first; none where the outlook is one rung.
pub fn open(results: &Results) -> Vec<OpenQuestion> {
    let undecided = |criterion: &&Criterion| criterion.verdict == Verdict::Unknown;
    let Some(criterion) = results.criteria.iter().find(undecided).filter(|_| !results.outlook.is_settled()) else {
        return Vec::new();
    };
    let subject = Subject::of(criterion, results);
    let mut counted = results.counted.clone();
    let mut questions: Vec<OpenQuestion> = subject
        .unknowns(&results.counted)
        .into_iter()
        .map(|asked| {
            let left = Step::ALL.map(|step| {
                set(&mut counted, asked, Some(step));
                subject.width(&counted)
            });
            set(&mut counted, asked, None);
            OpenQuestion { asked, criterion: criterion.id, width_left: left.into_iter().fold(0.0, f64::max) }
        })
        .collect();
    // Widths that differ by less than two figures may differ are a tie; the sort is stable.
    let rounded = |question: &OpenQuestion| (question.width_left / TOLERANCE).round();
    order::sort_by(&mut questions, |one, other| rounded(one).total_cmp(&rounded(other)));
    questions
}

/// The unknown answers that a criterion depends on, in the order of the catalogue.
pub fn of(criterion: &Criterion, results: &Results) -> Vec<Asked> {
    Subject::of(criterion, results).unknowns(&results.counted)
}

/// How many more answers are open, beside those that come first, on which a rung that is within reach hangs. None where
/// the first ones decide, whatever they are.
pub fn further(results: &Results, first: &[OpenQuestion]) -> usize {
    let mut seen: Vec<Asked> = first.iter().map(|question| question.asked).collect();
    let within_reach = |one: &&Criterion| one.verdict == Verdict::Unknown && one.id.rung() <= results.outlook.high;
    for criterion in results.criteria.iter().filter(within_reach) {
        for asked in Subject::of(criterion, results).unknowns(&results.counted) {
            if !seen.contains(&asked) {
                seen.push(asked);
            }
        }
    }
    seen.len() - first.len()
}

/// Answers a question, or takes the answer back.
fn set(counted: &mut Counted, asked: Asked, step: Option<Step>) {
    Lever::from(asked).set(counted, step.map(Level::from));
}

#[cfg(test)]
mod tests {
    use super::super::sample::importance;
    use super::*;
    use crate::catalogue::Phase;
    use Side::{Members, Organisation};

    /// Asked, and how much is left, in thousandths.
    fn asked(counted: Counted) -> (Option<CriterionId>, Vec<(Asked, f64)>) {
        let open = open(&Results::of(counted));
        assert!(open.windows(2).all(|pair| pair[0].criterion == pair[1].criterion), "one criterion at a time");
        let rounded = |question: &OpenQuestion| (question.asked, (question.width_left * 1000.0).round());
        (open.first().map(|question| question.criterion), open.iter().map(rounded).collect())
    }

    fn id(code: &str) -> ItemId {
        code.parse().unwrap()
    }

    fn begun() -> Counted {
        importance("4 3", "4 3").phase(Phase::Sustain).practices("2 2 2 2 2 2 2 2 2 2").worth("3 3")
    }

    #[test]
    fn a_settled_outlook_asks_nothing() {
        assert_eq!(asked(begun().delivered("3 3", "3 3")), (None, vec![]));
        assert_eq!(asked(begun().practised(Practice::Vp1, 0).worth("? ?")), (None, vec![]));
    }

    #[test]
    fn the_first_undecided_criterion_asks_its_practices() {
        let (criterion, found) = asked(Counted { practices: [None; 10], ..begun() });
        assert_eq!(criterion, Some(CriterionId::Begun));
        assert_eq!(found, [(Asked::Practice(Practice::Vp1), 500.0), (Asked::Practice(Practice::Vp2), 500.0)]);
        let (criterion, found) = asked(begun().delivered("3 3", "3 3").practices("2 2 ? 0 2 2 ? 0 2 ?"));
        assert_eq!(criterion, Some(CriterionId::Gate), "two of its seven are open; VP7 is none of them");
        assert_eq!(found, [(Asked::Practice(Practice::Vp3), 143.0), (Asked::Practice(Practice::Vp10), 143.0)]);
    }

    #[test]
    fn the_answer_that_narrows_the_overlap_most_comes_first() {
        // Overlap of O1 (4, ?), O2 (0.5, ?), O3 (3, 3). Answering O1 leaves O2: at worst 3 + 4a … ; answering O2 leaves
        // O1.
        let counted = importance("4 1 3", "? ? 3").practices("2 2 2 2 2 2 2 2 2 2").worth("3 3");
        let (criterion, found) = asked(counted);
        assert_eq!(criterion, Some(CriterionId::EnoughOverlap));
        // O1 = 4: (7+0)/(7+1) … (7+1)/(7+1) or (7+1)/(7+4): from 8/11 to 1; O1 = 0: (3+0)/(7+1) to 4/8, (3+1)/(7+4) =
        // 4/11: 4/11 to 1/2. The widest is 1 − 8/11 = 0.273. O2 = 1: (3+1)/(7+1) to (7+1)/8: 1/2. O2 = 0: (3)/(8) to
        // 7/8: 1/2.
        assert_eq!(
            found,
            [(Asked::Importance(Members, id("O1")), 273.0), (Asked::Importance(Members, id("O2")), 500.0)]
        );
    }

    #[test]
    fn something_shared_asks_only_where_it_is_possible() {
        let counted = importance("4 0 ?", "? ? 2").practices("2 2 2 2 2 2 2 2 2 2").worth("3 3");
        // The overlap comes first; make it known to be enough.
        let enough = Counted { items: importance("4 2 ?", "? 2 2.5").items, ..counted };
        let (criterion, found) = asked(enough);
        assert_eq!(criterion, Some(CriterionId::SomeOverlap));
        assert_eq!(found.len(), 2);
        let (criterion, found) = asked(begun().importances("2.5 2.5 ? ? ?", "2.5 2.5 2.5 3 ?"));
        // What the organisation thinks of O3 cannot make it shared: the members do not want it.
        assert_eq!(criterion, Some(CriterionId::SomethingShared));
        assert_eq!(
            found,
            [
                (Asked::Importance(Organisation, id("O4")), 200.0),
                (Asked::Importance(Organisation, id("O5")), 400.0),
                (Asked::Importance(Members, id("O5")), 400.0),
            ]
        );
    }

    #[test]
    fn worth_is_asked_for_the_one_and_for_both() {
        let (criterion, found) = asked(begun().worth("? 1"));
        assert_eq!((criterion, found), (Some(CriterionId::SomeoneGains), vec![(Asked::Worth(Organisation), 0.0)]));
        let (criterion, found) = asked(begun().delivered("3 3", "3 3").worth("3 ?"));
        assert_eq!((criterion, found), (Some(CriterionId::BothGain), vec![(Asked::Worth(Members), 0.0)]));
    }

    #[test]
    fn returns_ask_only_the_side_that_is_undecided_and_only_what_it_wants() {
        let counted = begun().importances("4 3 0", "4 3 0").delivered("? 4 ?", "3 ? ?");
        let (criterion, found) = asked(counted);
        // The organisation's first item may be 0 of 4 … but 12 of 28 has arrived anyway; the members' 12 of 28 too.
        assert_eq!((criterion, found), (None, vec![]));
        let (criterion, found) = asked(begun().importances("4 3 0", "4 3 0").delivered("? 1 ?", "3 ? ?"));
        assert_eq!(criterion, Some(CriterionId::ReturnsBegun));
        assert_eq!(found, [(Asked::Delivered(Organisation, id("O1")), 0.0)]);
    }

    #[test]
    fn the_promise_asks_what_both_want_and_the_other_side_sees() {
        let counted = begun().practices("4 4 4 4 4 4 4 4 4 4").with_voices();
        let (criterion, found) =
            asked(counted.importances("4 4 0 4", "4 4 4 4").delivered("? ? ? 4", "4 0 4 4").worth("3 3"));
        assert_eq!(criterion, Some(CriterionId::PromiseKept));
        assert_eq!(found, [(Asked::Delivered(Organisation, id("O1")), 0.0)]);
    }

    #[test]
    fn a_silent_side_is_asked_all_it_could_say() {
        let (criterion, found) = asked(begun().importances("4 3", "? ?"));
        assert_eq!(criterion, Some(CriterionId::SomeOverlap));
        // After M says 4 about the first: 4/7 to 1; 0: 0 to 3/7. After 3 about the second: 3/7 to 1.
        assert_eq!(
            found,
            [(Asked::Importance(Members, id("O1")), 429.0), (Asked::Importance(Members, id("O2")), 571.0)]
        );
    }

    #[test]
    fn further_answers_are_those_of_other_criteria_within_reach() {
        let both = |counted: Counted| {
            let results = Results::of(counted);
            let open = open(&results);
            (open.len(), further(&results, &open))
        };
        // Two practices decide whether anything is begun, and nothing else is open.
        assert_eq!(both(begun().delivered("3 3", "3 3").practices("? ? 0 2 2 2 2 2 2 2")), (2, 0));
        // The gate asks for them as well, and for five more; the exchange for two.
        assert_eq!(both(Counted { practices: [None; 10], ..begun().delivered("3 3", "3 3").worth("? ?") }), (2, 7));
        // Where one of the gate's is below, that rung is out of reach, and only whether anybody gains is open.
        let below = begun().delivered("3 3", "3 3").practices("? ? 0 ? ? ? ? ? ? ?").worth("? ?");
        assert_eq!(both(below), (2, 2));
        assert_eq!(both(begun().delivered("3 3", "3 3")), (0, 0));
    }

    #[test]
    fn each_question_is_asked_on_its_own() {
        let results = Results::of(importance("? ? 3", "3 2 ?").practices("2 2 2 2 2 2 2 2 2 2"));
        let asked = open(&results);
        assert_eq!(asked.len(), 3);
        for question in asked {
            let alone = Step::ALL.map(|step| {
                let mut counted = results.counted.clone();
                set(&mut counted, question.asked, Some(step));
                crate::score::overlap::jaccard(&counted).width()
            });
            let expected = alone.into_iter().fold(0.0, f64::max);
            assert!((question.width_left - expected).abs() < 1e-12, "{question:?}");
        }
    }
}
