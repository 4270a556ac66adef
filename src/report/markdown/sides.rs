//! The two sides, the exchange between them, the practices and the contributions.

use super::escape::inline;
use super::page::Page;
use super::{notes, shown, told};
use crate::catalogue::content::Scale;
use crate::catalogue::{Contribution, Practice, Side, Step};
use crate::report::criterion::practice_numbers;
use crate::report::gates::{gate_name, need, next_gate};
use crate::report::{Subject, finding, words};
use crate::score::{Figure, Results, gates};
use crate::text::EN;

/// What each side wants of the other, gets back and puts in.
pub(super) fn sides(page: &mut Page, subject: &Subject<'_>) {
    let text = &EN.results;
    page.heading(2, text.sides_title);
    let row = |label: &str, figure: &dyn Fn(&Results, Side) -> Figure, thresholds: &[f64]| {
        let share = |side| shown(&words::percent(figure(subject.results, side), thresholds));
        [label.to_owned()].into_iter().chain(Side::ALL.map(share)).collect::<Vec<_>>()
    };
    let mut rows = vec![
        row(text.coverage, &|results, side| *results.overlap.coverage.get(side), &[]),
        row(text.returns, &|results, side| *results.delivery.returns.get(side), words::RETURNS),
        row(text.puts_in, &|results, side| *results.contribution.get(side), &[]),
    ];
    let top = |side: Side| {
        let label = |id| inline(&words::label(&subject.assessment.answered, id, subject.catalogue));
        let labels: Vec<String> = subject.results.counted.top.get(side).iter().map(|id| label(*id)).collect();
        if labels.is_empty() { text.top_empty.to_owned() } else { labels.join(", ") }
    };
    rows.push([text.top_title.to_owned()].into_iter().chain(Side::ALL.map(top)).collect());
    page.table(&[EN.report.figure, EN.frame.organisation, EN.frame.members], &rows);
}

/// Whether it is worth it, and what follows.
pub(super) fn exchange(page: &mut Page, subject: &Subject<'_>) {
    page.heading(2, EN.results.exchange_title);
    let kinds: Vec<&str> =
        subject.results.exchange.iter().map(|kind| words::pick(&EN.results.exchange_names, kind.index())).collect();
    page.paragraph(&format!("**{}.** {}", kinds.join(" / "), finding::exchange(subject.results, subject.catalogue)));
    let worth = &subject.results.counted.worth;
    let items = [(EN.results.exchange_org_axis, worth.organisation), (EN.results.exchange_mem_axis, worth.members)];
    let item = |(asked, level)| format!("{asked} {}", words::level_or_open(level, Scale::Worth, subject.catalogue));
    page.list(&items.map(item));
}

/// The ten practices against the gate that comes next, and the four gates.
pub(super) fn practices(page: &mut Page, subject: &Subject<'_>) {
    let (text, results) = (&EN.report, subject.results);
    page.heading(2, EN.results.profile_title);
    let gate = next_gate(results);
    let missing = results.gates.iter().find(|reading| reading.gate == gate);
    let (below, open) = missing.map_or((0, 0), |reading| (reading.blocking.len(), reading.unknown.len()));
    page.paragraph(&(text.practices_lead)(gate_name(gate), below, open));
    let (low, high) = gates::maturity(&results.counted);
    page.paragraph(&(EN.results.maturity)(low, high));
    let rows: Vec<Vec<String>> = Practice::ALL.into_iter().map(|one| practice(one, subject)).collect();
    let needed = (text.needed)(gate_name(gate));
    page.table(&[EN.results.every_number, text.practice, text.level, &needed, text.aim], &rows);
    let rows: Vec<Vec<String>> = results
        .gates
        .iter()
        .map(|reading| {
            let state = words::pick(&text.gate_states, reading.state.index());
            let (below, open) = (practice_numbers(&reading.blocking), practice_numbers(&reading.unknown));
            vec![gate_name(reading.gate).to_owned(), state.to_owned(), below, open]
        })
        .collect();
    page.table(&[text.gate, text.gate_state, text.below, text.open], &rows);
    if subject.include.notes {
        let noted = subject.assessment.answered.practices.iter().filter_map(|(practice, answer)| {
            let told = told(&answer.note, &answer.evidence, subject);
            let number = practice.index() + 1;
            (!told.is_empty()).then(|| format!("{} {number}: {told}", EN.results.every_number))
        });
        notes(page, &noted.collect::<Vec<_>>());
    }
}

/// A practice as a row.
fn practice(practice: Practice, subject: &Subject<'_>) -> Vec<String> {
    let step = |step: Step| format!("{step} {}", subject.catalogue.word(Scale::Practice, step));
    let level = subject.results.counted.practice(practice);
    let aim = subject.assessment.answered.practices.get(&practice).and_then(|answer| answer.target);
    vec![
        (practice.index() + 1).to_string(),
        inline(subject.catalogue.practice_name(practice)),
        level.map_or_else(|| EN.results.every_unknown.to_owned(), step),
        need(next_gate(subject.results), practice).map(|least| least.to_string()).unwrap_or_default(),
        aim.map(step).unwrap_or_default(),
    ]
}

/// What each side puts in, of each kind.
pub(super) fn contributions(page: &mut Page, subject: &Subject<'_>) {
    let answered = &subject.assessment.answered;
    page.heading(2, EN.report.contributions);
    let row = |kind: Contribution| {
        let level = |side: Side| {
            let level = subject.results.counted.contribution.get(side).get(kind.index()).copied().flatten();
            let said = words::level_or_open(level, Scale::Contribution, subject.catalogue);
            // What the keeper knows: an amount in a reply is one person's and stays there.
            let amount = answered.estimate.get(side).contribution.get(&kind).map(|pledge| inline(&pledge.amount));
            match amount {
                Some(amount) if !amount.is_empty() => format!("{said}, {amount}"),
                _ => said,
            }
        };
        [inline(subject.catalogue.contribution_name(kind))].into_iter().chain(Side::ALL.map(level)).collect()
    };
    let rows: Vec<Vec<String>> = Contribution::ALL.into_iter().map(row).collect();
    page.table(&[EN.report.kind, EN.frame.organisation, EN.frame.members], &rows);
}
