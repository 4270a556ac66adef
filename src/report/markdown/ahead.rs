//! What lies ahead: statement, measures, plan, and what next.

use super::escape::{block, inline};
use super::page::Page;
use crate::report::{Subject, next, planned, words};
use crate::text::EN;

/// The value statement.
pub(super) fn statement(page: &mut Page, subject: &Subject<'_>) {
    let (text, statement) = (&EN.report, &subject.assessment.statement);
    page.heading(2, text.statement);
    let words = block(&statement.text, "> ");
    page.paragraph(if words.is_empty() { text.statement_none } else { &words });
    let mut parts = Vec::new();
    if subject.include.names && !statement.owner.trim().is_empty() {
        parts.push((text.kept_by)(&inline(&statement.owner)));
    }
    // Where there is none, there is none to be looked at again.
    let review = statement.review.as_ref().filter(|_| !words.is_empty());
    parts.extend(review.map(|day| (text.looked_at)(&words::date(day))));
    page.paragraph(&parts.join(" "));
}

/// The measures.
pub(super) fn measures(page: &mut Page, subject: &Subject<'_>) {
    let text = &EN.report;
    page.heading(2, text.measures);
    if subject.assessment.measures.is_empty() {
        page.paragraph(text.measures_none);
        return;
    }
    table(page, &planned::measures(subject));
}

/// A table of which each cell is what somebody typed, or may be.
fn table(page: &mut Page, table: &planned::Table) {
    let rows: Vec<Vec<String>> = table.rows.iter().map(|row| row.iter().map(|cell| inline(cell)).collect()).collect();
    page.table(&table.head, &rows);
}

/// The actions that were chosen, and the next review.
pub(super) fn plan(page: &mut Page, subject: &Subject<'_>) {
    let (text, assessment) = (&EN.report, subject.assessment);
    page.heading(2, text.plan);
    let actions = planned::actions(subject);
    if actions.rows.is_empty() {
        page.paragraph(text.plan_none);
    } else {
        table(page, &actions);
    }
    let review = assessment.answered.community.next_review.as_ref();
    page.paragraph(&review.map(|day| (text.next_review)(&words::date(day))).unwrap_or_default());
}

/// How what one side alone wants could become shared: what is offered, and what they wrote.
pub(super) fn bridges(page: &mut Page, subject: &Subject<'_>) {
    let bold = |end: &String| ["**", &inline(end), "**"].concat();
    let line = |bridge: &planned::Bridge| {
        let ends: Vec<String> = bridge.ends.iter().map(bold).collect();
        format!("{}: {} ({})", ends.join(" → "), inline(&bridge.how), bridge.whose)
    };
    let lines: Vec<String> = planned::bridges(subject).iter().map(line).collect();
    if !lines.is_empty() {
        page.heading(2, EN.change.bridges_title);
        page.paragraph(EN.change.report_lead);
        page.list(&lines);
    }
}

/// What next: questions, then actions.
pub(super) fn next(page: &mut Page, subject: &Subject<'_>) {
    let (text, answered) = (&EN.report, &subject.assessment.answered);
    page.heading(2, text.next);
    let ahead = subject.next;
    if ahead.questions.is_empty() && ahead.proposals.is_empty() {
        page.paragraph(text.next_none);
        return;
    }
    if !ahead.questions.is_empty() {
        page.paragraph(&next::questions_lead(&ahead.questions));
        let asked = ahead.questions.iter().take(next::QUESTIONS);
        let asked: Vec<String> =
            asked.map(|one| inline(&next::question(one.asked, answered, subject.catalogue))).collect();
        page.numbered(&asked);
    }
    if !ahead.proposals.is_empty() {
        page.paragraph(text.next_actions);
        let proposed = ahead.proposals.iter().filter_map(|one| {
            let told = next::proposed(one, (answered, subject.results), subject.catalogue, subject.advice)?;
            Some(format!("**{}**: {} {}", inline(told.title), inline(told.how), inline(&told.reasons())))
        });
        page.numbered(&proposed.collect::<Vec<_>>());
    }
}
