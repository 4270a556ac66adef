//! The measures, what is to be said about them, and the bank to choose from.

use super::checklist::shared;
use super::picture::place;
use super::words;
use crate::app::Model;
use crate::assessment::{Assessment, Date, Edit, Item, Measure, MeasureEdit, PlanEdit, limits};
use crate::catalogue::advice::{Indicator, Kind};
use crate::catalogue::{Advice, ItemId};
use crate::chart::Region as Spot;
use crate::order;
use crate::score::Results;
use crate::text::{EN, numbers};

/// From how many measures on there are too many to keep in view.
const MANY: usize = 6;

/// The measures.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasuresView {
    /// The measures, in the order in which they were added.
    pub cards: Vec<MeasureCard>,
    /// What is to be said about all of them.
    pub warnings: Vec<String>,
    /// Whether another one fits.
    pub room: bool,
    /// The indicators that fit the phase and what both sides want.
    pub fitting: Vec<BankMeasure>,
    /// All others.
    pub rest: Vec<BankMeasure>,
}

/// A measure.
#[derive(Clone, Debug, PartialEq)]
pub struct MeasureCard {
    /// Its id.
    pub id: String,
    /// Its name, or that it has none.
    pub title: String,
    /// "looks ahead · 2 → 6 per quarter · by 31 March 2027 · Anna"
    pub line: String,
    /// How far it is.
    pub progress: String,
    /// What is missing or late.
    pub warning: String,
    /// Whether it looks ahead.
    pub kind: Option<Kind>,
    /// The expectations it may show.
    pub items: Vec<ShownItem>,
    /// How many it shows, as a question or a statement.
    pub shows: String,
    /// How to count it, and what it decides; empty for one of their own.
    pub about: Option<(&'static str, &'static str)>,
    /// The measure itself.
    measure: Measure,
}

/// An expectation that a measure may show.
#[derive(Clone, Debug, PartialEq)]
pub struct ShownItem {
    /// Which.
    pub id: ItemId,
    /// Its number on screen.
    pub number: usize,
    /// Who wants it.
    pub spot: Spot,
    /// Its label.
    pub label: String,
    /// Whether the measure shows it.
    pub shown: bool,
}

/// An indicator of the bank.
#[derive(Clone, Debug, PartialEq)]
pub struct BankMeasure {
    /// Its code.
    pub code: &'static str,
    /// Its name.
    pub name: &'static str,
    /// "looks ahead, per quarter. Shows quick help"
    pub line: String,
    /// What it decides.
    pub decision: &'static str,
}

/// A field of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureField {
    /// Its name.
    Name,
    /// Its unit.
    Unit,
    /// Where it started.
    Baseline,
    /// Where it should get.
    Target,
    /// Where it is.
    Current,
    /// By when.
    Due,
    /// Who keeps it.
    Owner,
}

impl MeasureField {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 7] =
        [Self::Name, Self::Unit, Self::Baseline, Self::Target, Self::Current, Self::Due, Self::Owner];

    /// A word for ids, its label, its hint, and the kind of its field.
    pub const fn words(self) -> (&'static str, &'static str, &'static str, &'static str) {
        let text = &EN.planning;
        match self {
            Self::Name => ("name", text.measure_name, "", "text"),
            Self::Unit => ("unit", text.measure_unit, text.measure_unit_hint, "text"),
            Self::Baseline => ("baseline", text.measure_baseline, text.measure_baseline_hint, "decimal"),
            Self::Target => ("target", text.measure_target, text.measure_target_hint, "decimal"),
            Self::Current => ("current", text.measure_current, text.measure_current_hint, "decimal"),
            Self::Due => ("due", text.measure_due, "", "date"),
            Self::Owner => ("owner", text.measure_owner, "", "text"),
        }
    }

    /// What stands in it.
    pub fn value(self, card: &MeasureCard) -> String {
        let measure = &card.measure;
        let shown = |number: Option<f64>| number.map(self::number).unwrap_or_default();
        match self {
            Self::Name => measure.name.clone(),
            Self::Unit => measure.unit.clone(),
            Self::Baseline => shown(measure.baseline),
            Self::Target => shown(measure.target),
            Self::Current => shown(measure.current),
            Self::Due => words::written(measure.due.as_ref()),
            Self::Owner => measure.owner.clone(),
        }
    }

    /// What typing in it leads to.
    ///
    /// # Errors
    ///
    /// What is wrong with what was typed.
    pub fn read(self, typed: &str) -> Result<MeasureEdit, &'static str> {
        Ok(match self {
            Self::Name => MeasureEdit::Name(typed.to_owned()),
            Self::Unit => MeasureEdit::Unit(typed.to_owned()),
            Self::Baseline => MeasureEdit::Baseline(typed_number(typed)?),
            Self::Target => MeasureEdit::Target(typed_number(typed)?),
            Self::Current => MeasureEdit::Current(typed_number(typed)?),
            Self::Due => MeasureEdit::Due(words::typed_day(typed)?),
            Self::Owner => MeasureEdit::Owner(typed.to_owned()),
        })
    }
}

/// A number that was typed, with a point or a comma, a percent sign or none.
fn typed_number(typed: &str) -> Result<Option<f64>, &'static str> {
    let typed = typed.trim().trim_end_matches('%').trim_end();
    if typed.is_empty() {
        return Ok(None);
    }
    let number: Option<f64> = typed.replace(',', ".").parse().ok();
    number.filter(|number| number.is_finite()).map(Some).ok_or(EN.planning.not_a_number)
}

/// A number as it was typed.
pub fn number(number: f64) -> String {
    number.to_string()
}

/// The measures of the assessment that is open.
pub fn measures(model: &Model) -> Option<MeasuresView> {
    let shelved = model.open()?;
    let (assessment, results) = (&shelved.assessment, &shelved.results);
    let list = &assessment.measures;
    let mut warnings = Vec::new();
    if !list.is_empty() && list.iter().all(|one| one.kind_by(model.catalogue.advice()) != Some(Kind::Leading)) {
        warnings.push(EN.planning.warn_no_leading.to_owned());
    }
    if list.len() >= MANY {
        warnings.push((EN.planning.warn_many)(list.len()));
    }
    if list.len() >= limits::MEASURES {
        warnings.push(EN.planning.warn_full.to_owned());
    }
    let (fitting, rest) = bank(model, assessment, results);
    Some(MeasuresView {
        cards: list.iter().map(|measure| card(model, assessment, results, measure)).collect(),
        warnings,
        room: list.len() < limits::MEASURES,
        fitting,
        rest,
    })
}

fn card(model: &Model, assessment: &Assessment, results: &Results, measure: &Measure) -> MeasureCard {
    let answered = &assessment.answered;
    let regions = answered.items.iter().map(Item::id).zip(&results.overlap.regions).enumerate();
    let mut items: Vec<ShownItem> = regions
        .map(|(at, (id, region))| ShownItem {
            id,
            number: at + 1,
            spot: place(*region),
            label: words::label(answered, id, model.catalogue),
            shown: measure.items.contains(&id),
        })
        .collect();
    // What both want first: a measure should show something of it.
    order::sort_by_key(&mut items, |item| item.spot != Spot::Shared);
    let indicator = model.catalogue.advice().indicator(&measure.indicator);
    MeasureCard {
        id: measure.id.clone(),
        title: title(measure),
        line: line(measure, model.catalogue.advice()),
        progress: progress(measure),
        warning: warning(measure, model.today.as_ref()),
        kind: measure.kind_by(model.catalogue.advice()),
        shows: (EN.planning.shows)(items.iter().filter(|item| item.shown).count()),
        items,
        about: indicator.map(|one| (one.how.as_str(), one.decision.as_str())),
        measure: measure.clone(),
    }
}

fn title(measure: &Measure) -> String {
    match measure.name.trim() {
        "" => EN.planning.unnamed_measure.to_owned(),
        name => name.to_owned(),
    }
}

const fn kind_words(kind: Kind) -> &'static str {
    match kind {
        Kind::Leading => EN.planning.leading,
        Kind::Lagging => EN.planning.lagging,
    }
}

fn line(measure: &Measure, advice: &Advice) -> String {
    let unit = measure.unit.trim();
    let way = match (measure.baseline, measure.target) {
        (Some(from), Some(to)) => (EN.planning.from_to)(&number(from), &number(to), unit),
        (None, Some(to)) => (EN.planning.to_only)(&number(to), unit),
        _ => unit.to_owned(),
    };
    let due = measure.due.as_ref().map(|due| (EN.planning.by)(&words::date(due))).unwrap_or_default();
    let kind = measure.kind_by(advice).map_or("", kind_words).to_owned();
    let parts = [kind, way, due, measure.owner.trim().to_owned()];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}

/// How much of the way from the baseline to the target is made; nothing where there is no way.
fn made(measure: &Measure) -> Option<f64> {
    let (from, to, now) = (measure.baseline?, measure.target?, measure.current?);
    let way = to - from;
    (way.abs() > f64::EPSILON).then(|| (now - from) / way)
}

fn progress(measure: &Measure) -> String {
    let text = &EN.planning;
    let (Some(share), Some(now)) = (made(measure), measure.current) else { return String::new() };
    let now = number(now);
    if share >= 1.0 {
        (text.progress_reached)(&now)
    } else if share < 0.0 {
        (text.progress_back)(&now)
    } else if share > 0.0 {
        (text.progress)(&now, &numbers::percent(share, share, &[]))
    } else {
        (text.progress_none)(&now)
    }
}

fn warning(measure: &Measure, today: Option<&Date>) -> String {
    let text = &EN.planning;
    let lacks = [
        (measure.name.trim().is_empty(), text.no_name),
        (measure.baseline.is_none(), text.no_baseline),
        (measure.target.is_none(), text.no_target),
        (measure.items.is_empty(), text.no_item),
    ];
    let lacks: Vec<String> = lacks.into_iter().filter(|(lacks, _)| *lacks).map(|(_, what)| what.to_owned()).collect();
    let missing = if lacks.is_empty() { String::new() } else { (text.missing)(&(text.list)(&lacks)) };
    let reached = made(measure).is_some_and(|share| share >= 1.0);
    let late = measure.due.as_ref().filter(|due| !reached && today.is_some_and(|today| *due < today));
    let late = late.map(|due| (text.past_due)(&words::date(due))).unwrap_or_default();
    [missing, late].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// The indicators that fit the phase and what both sides want, those that show some of it first; and all others.
fn bank(model: &Model, assessment: &Assessment, results: &Results) -> (Vec<BankMeasure>, Vec<BankMeasure>) {
    let wanted: Vec<ItemId> = shared(results).collect();
    let here = |one: &&Indicator| assessment.measures.iter().any(|measure| measure.indicator == one.id);
    let shows = |one: &Indicator| one.items.iter().any(|id| wanted.contains(id));
    let fits = |one: &&Indicator| {
        one.phases.contains(&assessment.answered.community.phase) && (one.items.is_empty() || shows(one))
    };
    let free = model.catalogue.advice().measures.iter().filter(|one| !here(one));
    let (mut fitting, rest): (Vec<&Indicator>, Vec<&Indicator>) = free.partition(fits);
    order::sort_by_key(&mut fitting, |one| !shows(one));
    let row = |one: &&'static Indicator| {
        let labels = one.items.iter().filter(|id| wanted.contains(id));
        let labels: Vec<String> =
            labels.map(|id| words::within(&words::label(&assessment.answered, *id, model.catalogue))).collect();
        let about = match labels.as_slice() {
            [] if one.items.is_empty() => EN.planning.bank_health.to_owned(),
            [] => String::new(),
            labels => (EN.planning.bank_shows)(&(EN.planning.list)(labels)),
        };
        let parts = [kind_words(one.kind).to_owned(), one.unit.clone(), about];
        BankMeasure {
            code: &one.id,
            name: &one.name,
            line: parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
            decision: &one.decision,
        }
    };
    (fitting.iter().map(row).collect(), rest.iter().map(row).collect())
}

/// Adds an indicator of the bank, or with an empty code one of their own: the edit, and the id it will have.
pub fn new_measure(model: &Model, code: &str) -> Option<(Edit, String)> {
    let shelved = model.open()?;
    let id = shelved.assessment.next_measure();
    let mut measure = Measure { id: id.clone(), ..Measure::default() };
    if let Some(one) = model.catalogue.advice().indicator(code) {
        measure.indicator.clone_from(&one.id);
        measure.name.clone_from(&one.name);
        measure.kind = Some(one.kind);
        measure.unit.clone_from(&one.unit);
        measure.items = shared(&shelved.results).filter(|id| one.items.contains(id)).collect();
    }
    Some((Edit::Plan(PlanEdit::AddMeasure(Box::new(measure))), id))
}
