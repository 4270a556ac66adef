//! An assessment as a workbook for Excel and its like: summary, expectations, practices, plan.
//!
//! Texts are written as texts, so that none of them is a formula or a link, whatever it starts with; numbers and days
//! are numbers and days. Notes and names of people only where they are included. It is here and not among the reports,
//! since what writes such files would make the page twice as large.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, FormatAlign, Workbook, Worksheet, XlsxError};

use crate::assessment::{Date, Evidence};
use crate::catalogue::content::Scale;
use crate::catalogue::{Level, Practice, Side};
use crate::report::about::about;
use crate::report::gates::{gate_name, need, next_gate};
use crate::report::{Subject, criterion, finding, over_time, planned, words};
use crate::score::moment::{Moment, moments};
use crate::score::{Figure, Zone};
use crate::text::EN;

/// The most UTF-16 units of a cell.
const CELL: usize = 32_767;

/// The workbook as the bytes of a file.
///
/// # Errors
///
/// What the library says; with the limits of an assessment there is nothing to refuse.
pub(super) fn workbook(subject: &Subject<'_>) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    // Of the assessment and not of the clock: the same in, the same out.
    let made = subject.today.parts();
    if let (year, Some(month), Some(day)) = made {
        let made = ExcelDateTime::from_ymd(year, month, day)?;
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
    }
    summary(&mut Sheet::new(&mut book, EN.report.summary, &[30.0, 60.0, 20.0, 20.0])?, subject)?;
    expectations(
        &mut Sheet::new(
            &mut book,
            EN.frame.expectations,
            &[6.0, 10.0, 70.0, 14.0, 14.0, 14.0, 14.0, 20.0, 16.0, 16.0, 60.0],
        )?,
        subject,
    )?;
    practices(&mut Sheet::new(&mut book, EN.report.practices, &[6.0, 40.0, 8.0, 24.0, 12.0, 8.0, 60.0])?, subject)?;
    plan(&mut Sheet::new(&mut book, EN.report.plan, &[60.0, 16.0, 14.0, 24.0])?, subject)?;
    if !subject.assessment.snapshots.is_empty() {
        let widths = [14.0, 30.0, 16.0, 12.0, 12.0, 12.0, 12.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 14.0, 24.0];
        over_time(&mut Sheet::new(&mut book, EN.frame.time, &widths)?, subject)?;
    }
    book.save_to_buffer()
}

/// A sheet that grows downwards.
struct Sheet<'a> {
    cells: &'a mut Worksheet,
    row: u32,
    bold: Format,
    wrapped: Format,
    day: Format,
    share: Format,
}

/// What stands in a cell.
enum Cell {
    /// Text.
    Text(String),
    /// A number.
    Number(f64),
    /// A share, shown in per cent.
    Share(f64),
    /// A day.
    Day(Date),
    /// Nothing.
    Empty,
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        text.to_owned().into()
    }
}

impl Cell {
    fn level(level: Option<Level>) -> Self {
        level.map_or(Self::Empty, |level| Self::Number(level.steps()))
    }

    fn day(day: Option<&Date>) -> Self {
        day.map_or(Self::Empty, |day| Self::Day(day.clone()))
    }

    fn number(number: Option<f64>) -> Self {
        number.filter(|number| number.is_finite()).map_or(Self::Empty, Self::Number)
    }
}

impl<'a> Sheet<'a> {
    fn new(book: &'a mut Workbook, name: &str, widths: &[f64]) -> Result<Self, XlsxError> {
        let sheet = book.add_worksheet();
        sheet.set_name(name)?;
        for (column, width) in (0..).zip(widths) {
            sheet.set_column_width(column, *width)?;
        }
        let top = || Format::new().set_align(FormatAlign::Top);
        Ok(Self {
            cells: sheet,
            row: 0,
            bold: top().set_bold().set_text_wrap(),
            wrapped: top().set_text_wrap(),
            day: top().set_num_format("yyyy-mm-dd").set_align(FormatAlign::Left),
            share: top().set_num_format("0.0%"),
        })
    }

    /// A heading over a table, which stays in sight where it is the first line.
    fn head(&mut self, words: &[&str]) -> Result<(), XlsxError> {
        for (column, word) in (0..).zip(words) {
            self.cells.write_string_with_format(self.row, column, *word, &self.bold)?;
        }
        if self.row == 0 {
            self.cells.set_freeze_panes(1, 0)?;
        }
        self.row += 1;
        Ok(())
    }

    fn row(&mut self, cells: impl IntoIterator<Item = Cell>) -> Result<(), XlsxError> {
        for (column, cell) in (0..).zip(cells) {
            let (row, sheet) = (self.row, &mut *self.cells);
            match cell {
                Cell::Text(text) => sheet.write_string_with_format(row, column, fitting(&text), &self.wrapped)?,
                Cell::Number(number) => sheet.write_number_with_format(row, column, number, &self.wrapped)?,
                Cell::Share(share) => sheet.write_number_with_format(row, column, share, &self.share)?,
                Cell::Day(day) => match day.parts() {
                    // Excel counts days from 1900 on.
                    (year @ 1900.., Some(month), Some(date)) => {
                        let value = ExcelDateTime::from_ymd(year, month, date)?;
                        sheet.write_datetime_with_format(row, column, &value, &self.day)?
                    }
                    _ => sheet.write_string_with_format(row, column, day.as_str(), &self.wrapped)?,
                },
                Cell::Empty => continue,
            };
        }
        self.row += 1;
        Ok(())
    }

    fn gap(&mut self) {
        self.row += 1;
    }
}

/// As much of a text as a cell takes, without the control characters that the format cannot hold.
fn fitting(text: &str) -> String {
    let mut left = CELL;
    text.chars()
        .filter(|letter| {
            matches!(letter, '\n' | '\t') || !letter.is_control() && !matches!(letter, '\u{fffe}' | '\u{ffff}')
        })
        .take_while(|letter| {
            let fits = letter.len_utf16() <= left;
            left = left.saturating_sub(letter.len_utf16());
            fits
        })
        .collect()
}

fn summary(sheet: &mut Sheet<'_>, subject: &Subject<'_>) -> Result<(), XlsxError> {
    let (text, results, assessment) = (&EN.report, subject.results, subject.assessment);
    let community = &assessment.answered.community;
    sheet.head(&[text.name, text.value])?;
    let phase = subject.catalogue.phase_name(community.phase);
    let (_, rungs, _) = finding::outlook(results);
    for (name, value) in [
        (EN.asking.name, Cell::from(words::name(assessment))),
        (EN.asking.purpose, community.purpose.as_str().into()),
        (EN.home.phase, phase.into()),
    ]
    .into_iter()
    .chain(about(subject).into_iter().map(|(name, value)| (name, value.into())))
    .chain([
        (text.heard, finding::kicker(assessment, results, subject.catalogue, subject.ahead).into()),
        (text.id, assessment.id.as_str().into()),
        (EN.asking.next_review, Cell::day(community.next_review.as_ref())),
        (EN.results.title, finding::sentence(&assessment.answered, results).title.into()),
        (EN.results.outlook_title, rungs.join(" – ").into()),
        (text.statement, assessment.statement.text.as_str().into()),
    ]) {
        sheet.row([name.into(), value])?;
    }
    sheet.gap();
    sheet.head(&[text.figures, text.side, text.low, text.high])?;
    let mut figure = |name: &str, side: &str, figure: Figure| {
        let ends = figure.ends().map(|(low, high)| [Cell::Share(low), Cell::Share(high)]);
        sheet.row([name.into(), side.into()].into_iter().chain(ends.into_iter().flatten()))
    };
    figure(EN.results.overlap_follows, "", results.overlap.jaccard)?;
    figure(text.kept_figure, "", results.delivery.kept)?;
    for side in Side::ALL {
        let name = words::legend(side);
        figure(EN.results.coverage, name, *results.overlap.coverage.get(side))?;
        figure(EN.results.returns, name, *results.delivery.returns.get(side))?;
        figure(EN.results.puts_in, name, *results.contribution.get(side))?;
    }
    sheet.gap();
    sheet.head(&[text.rung, text.criterion, text.figure, text.needs, text.holds])?;
    for one in &results.criteria {
        let told = criterion::told(one, results, subject.catalogue);
        let rung = words::pick(&EN.results.rung_names, one.id.rung().index());
        sheet.row([rung.into(), told.words.into(), told.figure.into(), told.needs.into(), told.verdict.into()])?;
    }
    sheet.gap();
    sheet.row([Cell::Empty, EN.results.evidence.into()])
}

fn expectations(sheet: &mut Sheet<'_>, subject: &Subject<'_>) -> Result<(), XlsxError> {
    let (text, results) = (&EN.report, subject.results);
    let [importance, delivered] = [EN.asking.importance, EN.asking.delivered];
    let of = |what: &str, side: Side| format!("{what}, {}", words::side(side));
    let mut head: Vec<String> =
        [EN.results.every_number, text.id, EN.results.every_expectation].map(str::to_owned).to_vec();
    head.extend([importance, delivered].into_iter().flat_map(|what| Side::ALL.map(|side| of(what, side))));
    head.push(text.wanted.to_owned());
    head.extend(Side::ALL.map(|side| of(EN.results.matrix_title, side)));
    if subject.include.notes {
        head.push(text.note.to_owned());
    }
    sheet.head(&head.iter().map(String::as_str).collect::<Vec<_>>())?;
    for (at, (item, region)) in (0_u32..).zip(results.counted.items.iter().zip(&results.overlap.regions)) {
        let statement = words::statement(&subject.assessment.answered, item.id, subject.catalogue);
        let mut row = vec![Cell::Number(f64::from(at + 1)), item.id.as_str().into(), statement.into()];
        row.extend(
            [item.importance, item.delivered]
                .into_iter()
                .flat_map(|both| Side::ALL.map(|side| *both.get(side)))
                .map(Cell::level),
        );
        row.push(words::region(*region).into());
        row.extend(Side::ALL.map(|side| {
            let zone = results.delivery.zones.get(side).get(at as usize).copied().flatten();
            zone.map_or(Cell::Empty, |zone: Zone| words::pick(&EN.results.zones, zone.index()).into())
        }));
        if subject.include.notes {
            let note = subject.assessment.notes.get(&item.id);
            row.push(note.map_or(Cell::Empty, |note| told(&note.note, &note.evidence, subject).into()));
        }
        sheet.row(row)?;
    }
    Ok(())
}

fn practices(sheet: &mut Sheet<'_>, subject: &Subject<'_>) -> Result<(), XlsxError> {
    let (text, gate) = (&EN.report, next_gate(subject.results));
    let needed = (text.needed)(gate_name(gate));
    let mut head = vec![EN.results.every_number, text.practice, text.level, text.level_means, &needed, text.aim];
    if subject.include.notes {
        head.push(text.note);
    }
    sheet.head(&head)?;
    for (number, practice) in (1_u32..).zip(Practice::ALL) {
        let given = subject.assessment.answered.practices.get(&practice);
        let level = subject.results.counted.practice(practice);
        let mut row = vec![
            Cell::Number(f64::from(number)),
            subject.catalogue.practice_name(practice).into(),
            level.map_or(Cell::Empty, |step| Cell::Number(f64::from(step.number()))),
            level.map_or(Cell::Empty, |step| subject.catalogue.word(Scale::Practice, step).into()),
            need(gate, practice).map_or(Cell::Empty, |least| Cell::Number(f64::from(least))),
            given.and_then(|given| given.target).map_or(Cell::Empty, |step| Cell::Number(f64::from(step.number()))),
        ];
        if subject.include.notes {
            row.push(given.map_or(Cell::Empty, |given| told(&given.note, &given.evidence, subject).into()));
        }
        sheet.row(row)?;
    }
    Ok(())
}

/// A note and what shows it.
fn told(note: &str, evidence: &[Evidence], subject: &Subject<'_>) -> String {
    let mut lines = vec![note.trim().to_owned()];
    lines.extend(evidence.iter().map(|one| {
        let date = one.date.as_ref().map_or("", Date::as_str);
        let person = if subject.include.names { one.person.trim() } else { "" };
        let parts = [one.text.trim(), one.url.trim(), date, person];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    }));
    lines.retain(|line| !line.is_empty());
    lines.join("\n")
}

fn plan(sheet: &mut Sheet<'_>, subject: &Subject<'_>) -> Result<(), XlsxError> {
    let (text, assessment) = (&EN.report, subject.assessment);
    let owner = |owner: &str| if subject.include.names { Cell::from(owner.trim()) } else { Cell::Empty };
    let named = if subject.include.names { text.owner } else { "" };
    sheet.head(&[text.what, text.state, text.due, named])?;
    for action in planned::planned(&assessment.actions, subject.advice) {
        let state = planned::state(action, subject.today);
        let what = planned::title(action, subject.advice);
        sheet.row([what.into(), state.into(), Cell::day(action.due.as_ref()), owner(&action.owner)])?;
    }
    sheet.gap();
    sheet.head(&[text.measure, text.kind, text.due, named, text.unit, text.baseline, text.current, text.target])?;
    for measure in &assessment.measures {
        sheet.row([
            planned::measure_name(measure, subject.advice).into(),
            planned::kind(measure, subject.advice).into(),
            Cell::day(measure.due.as_ref()),
            owner(&measure.owner),
            measure.unit.as_str().into(),
            Cell::number(measure.baseline),
            Cell::number(measure.current),
            Cell::number(measure.target),
        ])?;
    }
    Ok(())
}

/// The figures of every snapshot, oldest first, and of the present.
fn over_time(sheet: &mut Sheet<'_>, subject: &Subject<'_>) -> Result<(), XlsxError> {
    let (text, time) = (&EN.report, &EN.time);
    let mut head = vec![time.date, time.label, time.phase];
    let twice = [time.overlap, time.shared, time.return_organisation, time.return_members, time.practices];
    let twice: Vec<[String; 2]> = twice.map(|name| [text.low, text.high].map(|end| format!("{name}: {end}"))).to_vec();
    head.extend(twice.iter().flatten().map(String::as_str));
    head.extend([EN.frame.expectations, time.heard]);
    sheet.head(&head)?;
    for moment in moments(subject.assessment) {
        sheet.row(cells(&moment, subject))?;
    }
    Ok(())
}

fn cells(moment: &Moment, subject: &Subject<'_>) -> Vec<Cell> {
    let snapshot = moment.snapshot.and_then(|at| subject.assessment.snapshots.get(at));
    let share = |figure: Figure| {
        figure.ends().map_or([Cell::Empty, Cell::Empty], |(low, high)| [Cell::Share(low), Cell::Share(high)])
    };
    let count = |count: usize| u32::try_from(count).map_or(Cell::Empty, |count| Cell::Number(count.into()));
    let phase = subject.catalogue.phase(moment.phase).map_or("", |phase| &phase.name);
    let mut cells = vec![
        Cell::day(moment.date.as_ref()),
        snapshot.map_or(EN.time.present, |one| one.label.as_str()).into(),
        phase.into(),
    ];
    cells.extend(share(moment.overlap));
    cells.extend([count(moment.shared.0), count(moment.shared.1)]);
    cells.extend(Side::ALL.map(|side| share(*moment.returns.get(side))).into_iter().flatten());
    cells.extend([count(moment.maturity.0), count(moment.maturity.1)]);
    cells.extend([count(moment.items), over_time::heard(moment.voices).into()]);
    cells
}
