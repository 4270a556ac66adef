//! How it went, and what has changed since the last snapshot.

use super::escape::inline;
use super::page::Page;
use super::shown;
use crate::report::changed::{Changed, since_last};
use crate::report::{Subject, over_time};
use crate::score::moment::moments;
use crate::text::EN;

/// The figures of every snapshot and of the present, and what has changed; nothing before the first snapshot.
pub(super) fn over_time(page: &mut Page, subject: &Subject<'_>) {
    let (text, assessment) = (&EN.time, subject.assessment);
    let Some((names, changed)) = since_last(assessment, subject.catalogue) else { return };
    page.heading(2, EN.frame.time);
    let (finding, lead) = over_time::finding(assessment);
    page.paragraph(&["**", &shown(&finding), ".** ", &shown(&lead)].concat());
    if assessment.round > 1 {
        page.paragraph(&(text.round_now)(assessment.round));
    }
    page.heading(3, text.trend_title);
    let trends = over_time::trends(assessment, &moments(assessment), subject.catalogue);
    let row = |row: over_time::TrendRow| {
        let mut name = inline(&row.name);
        if !row.note.is_empty() {
            name = [&name, " (", row.note, ")"].concat();
        }
        [name].into_iter().chain(row.cells.iter().map(|cell| shown(cell))).collect()
    };
    let rows: Vec<Vec<String>> = trends.into_iter().flat_map(|trends| trends.rows).map(row).collect();
    page.table(&over_time::COLUMNS, &rows);
    what_changed(page, &names, &changed);
}

/// The figures and the answers that moved.
fn what_changed(page: &mut Page, [earlier, later]: &[String; 2], changed: &Changed) {
    let text = &EN.time;
    page.heading(3, text.changes_title);
    page.paragraph(text.rule);
    for note in &changed.notes {
        page.paragraph(&inline(note));
    }
    let rows: Vec<Vec<String>> = changed
        .figures
        .iter()
        .map(|row| {
            let change = [row.sign, row.change].join(" ");
            let [earlier, later] = row.values.each_ref().map(|value| shown(value));
            vec![row.name.clone(), earlier, later, change.trim_start().to_owned()]
        })
        .collect();
    page.table(&[text.figure, &inline(earlier), &inline(later), text.change], &rows);
    if changed.moved.is_empty() {
        page.paragraph(&[&changed.moved_title, "."].concat());
        return;
    }
    page.paragraph(&[&changed.moved_title, ":"].concat());
    let moved = changed.moved.iter().map(|row| {
        let about = if row.about.is_empty() { String::new() } else { [", ", &row.about].concat() };
        ["**", &inline(&row.what), "**", &about, ": ", &row.steps].concat()
    });
    page.list(&moved.collect::<Vec<_>>());
}
