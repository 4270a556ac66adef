//! The results of one assessment as one line of JSON.

use crate::advice::Proposal;
use crate::assessment::Assessment;
use crate::catalogue::{PerSide, Practice, Side};
use crate::score::{Exchange, Figure, Region, Results};
use crate::tree::{Tree, quote};

/// The results as one line, without its end: every key is there, `null` where there is no value, numbers in full. `next`
/// is what is [proposed](crate::advice::proposals).
///
/// ```
/// use common_ground::{catalogue, file, report, score};
///
/// let text = r#"{"format": "common-ground/assessment", "version": 1, "id": "a", "items": ["O1"],
///     "community": {"name": "Inspectors", "phase": "plan"}}"#;
/// let assessment = file::read(text, catalogue::bundled()).unwrap();
/// let line = report::json(&assessment, &score::results(&assessment.answered), &[]);
/// assert!(line.starts_with(r#"{"id":"a","name":"Inspectors","phase":"plan","#));
/// assert!(line.ends_with(r#","next":[]}"#));
/// ```
pub fn json(assessment: &Assessment, results: &Results, next: &[Proposal]) -> String {
    let (overlap, delivery, counted) = (&results.overlap, &results.delivery, &results.counted);
    let community = &assessment.answered.community;
    let mut line = Line::new();
    line.key("id").text(assessment.id.as_str());
    line.key("name").text(&community.name);
    line.key("phase").text(community.phase.key());
    line.sides("heard", |line, side| line.plain(if counted.heard(side) { "true" } else { "false" }));
    line.key("overlap").figure(overlap.jaccard);
    line.figures("coverage", &overlap.coverage);
    line.key("profile").figure(overlap.profile);
    line.key("beyond_chance").figure(overlap.beyond_chance);
    line.key("shared_of_wanted").figure(overlap.shared_of_wanted);
    areas(&mut line, results);
    for region in Region::ALL {
        line.key(region.key()).open('[');
        for id in results.standing(region).map(|item| item.id) {
            line.next().text(id.as_str());
        }
        line.close(']');
    }
    line.key("delivered_overlap").figure(delivery.overlap);
    line.key("kept").figure(delivery.kept);
    line.figures("return", &delivery.returns);
    line.figures("contribution", &results.contribution);
    line.sides("zones", |line, side| zones(line, results, side));
    line.key("exchange").names(results.exchange.iter().copied().map(Exchange::key));
    ladder(&mut line, results);
    line.key("next").open('[');
    for proposal in next {
        line.proposal(proposal);
    }
    line.close(']');
    line.finish()
}

fn areas(line: &mut Line, results: &Results) {
    line.key("areas");
    match results.overlap.areas {
        Some(areas) => {
            line.open('{');
            for (key, area) in
                [("organisation", areas.organisation), ("members", areas.members), ("shared", areas.shared)]
            {
                line.key(key).plain(&Tree::from(area).to_text());
            }
            line.close('}');
        }
        None => line.plain("null"),
    }
}

fn zones(line: &mut Line, results: &Results, side: Side) {
    line.open('{');
    for (item, zone) in results.counted.items.iter().zip(results.delivery.zones.get(side)) {
        if let Some(zone) = zone {
            line.key(item.id.as_str()).text(zone.key());
        }
    }
    line.close('}');
}

/// Gates, criteria, outlook.
fn ladder(line: &mut Line, results: &Results) {
    line.key("gates").open('{');
    for reading in &results.gates {
        line.key(reading.gate.key()).open('{');
        line.key("state").text(reading.state.key());
        line.key("blocking").names(reading.blocking.iter().copied().map(Practice::key));
        line.key("unknown").names(reading.unknown.iter().copied().map(Practice::key));
        line.close('}');
    }
    line.close('}');
    line.key("criteria").open('{');
    for criterion in &results.criteria {
        line.key(criterion.id.key()).text(criterion.verdict.key());
    }
    line.close('}');
    line.key("outlook").open('{');
    line.key("low").text(results.outlook.low.key());
    line.key("high").text(results.outlook.high.key());
    line.close('}');
}

/// A line that grows.
struct Line {
    text: String,
}

impl Line {
    fn new() -> Self {
        let mut text = String::with_capacity(2_048);
        text.push('{');
        Self { text }
    }

    fn finish(mut self) -> String {
        self.text.push('}');
        self.text
    }

    /// Begins the next value of a list, or the next key.
    fn next(&mut self) -> &mut Self {
        if !self.text.ends_with(['{', '[']) {
            self.text.push(',');
        }
        self
    }

    /// Begins an entry; keys need no escapes.
    fn key(&mut self, key: &str) -> &mut Self {
        self.next().plain("\"");
        self.plain(key);
        self.plain("\":");
        self
    }

    fn plain(&mut self, text: &str) {
        self.text.push_str(text);
    }

    fn open(&mut self, bracket: char) -> &mut Self {
        self.text.push(bracket);
        self
    }

    fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    fn text(&mut self, text: &str) {
        quote(text, &mut self.text);
    }

    fn names(&mut self, names: impl Iterator<Item = &'static str>) {
        self.open('[');
        for name in names {
            self.next().text(name);
        }
        self.close(']');
    }

    fn proposal(&mut self, proposal: &Proposal) {
        self.next().open('{');
        self.key("advice").plain(&proposal.action.to_string());
        self.key("weakness").text(proposal.weakness.key());
        self.key("blocks");
        match proposal.blocks {
            Some(criterion) => self.text(criterion.key()),
            None => self.plain("null"),
        }
        self.key("gain");
        match proposal.gain {
            Some(gain) => self.number(gain),
            None => self.plain("null"),
        }
        self.close('}');
    }

    /// A number in the shortest form that is read back the same; written by the code that writes them in files, since another
    /// would cost the page kilobytes.
    fn number(&mut self, number: f64) {
        match serde_json::Number::from_f64(number) {
            Some(number) => self.plain(&number.to_string()),
            None => self.plain("null"),
        }
    }

    fn figure(&mut self, figure: Figure) {
        match figure {
            Figure::Value(value) => {
                self.open('{').key("value").number(value);
                self.close('}');
            }
            Figure::Range { low, high } => {
                self.open('{').key("low").number(low);
                self.key("high").number(high);
                self.close('}');
            }
            Figure::Missing(_) => self.plain("null"),
        }
    }

    fn figures(&mut self, key: &str, figures: &PerSide<Figure>) {
        self.sides(key, |line, side| line.figure(*figures.get(side)));
    }

    /// An entry with one value for each side.
    fn sides(&mut self, key: &str, mut value: impl FnMut(&mut Self, Side)) {
        self.key(key).open('{');
        for side in Side::ALL {
            self.key(side.key());
            value(self, side);
        }
        self.close('}');
    }
}
