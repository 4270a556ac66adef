//! The figures of the results, as they stand on the page.

use serde_json::{Value, json};

use super::Page;

/// A criterion of the outlook.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Criterion {
    /// Its name in files.
    pub key: String,
    /// `yes`, `no` or `open`.
    pub verdict: String,
    /// Its words and figures.
    pub words: String,
}

/// All figures of the results.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    /// What the figures that open say, in the order of the page.
    pub open: Vec<String>,
    /// The criteria of the outlook, from the top.
    pub criteria: Vec<Criterion>,
    /// The outlook in words: one rung, or the two ends of a range.
    pub outlook: Vec<String>,
}

impl Page<'_> {
    /// All figures of the results that are shown.
    #[track_caller]
    pub fn figures(&self) -> Figures {
        self.rest();
        let script = "const text = (element) => element.innerText.replace(/[ \\t\\n]+/g, ' ').trim();
            const all = (selector) => [...document.querySelectorAll(`main ${selector}`)];
            return {
                open: all('.fig').map(text),
                outlook: all('.hero strong').map(text),
                criteria: all('li[data-criterion]').map((li) => [li.dataset.criterion, li.className, text(li)]),
            };";
        let seen = self.browser().run(script, Vec::new());
        let list = |value: Option<&Value>| value.and_then(Value::as_array).cloned().unwrap_or_default();
        let texts = |value: Option<&Value>| -> Vec<String> {
            list(value).iter().filter_map(|text| text.as_str().map(str::to_owned)).collect()
        };
        let criterion = |value: &Value| {
            let mut parts = texts(Some(value)).into_iter();
            let mut next = || parts.next().unwrap_or_default();
            Criterion { key: next(), verdict: next(), words: next() }
        };
        Figures {
            open: texts(seen.get("open")),
            outlook: texts(seen.get("outlook")),
            criteria: list(seen.get("criteria")).iter().map(criterion).collect(),
        }
    }

    /// The two figures of a row of the section on the two sides: the organisation's, the members'.
    #[track_caller]
    pub fn sides(&self, label: &str) -> Vec<String> {
        let script = "const [label] = arguments;
            const rows = [...document.querySelectorAll('main li.fly')];
            const row = rows.find((row) => row.querySelector('.fl').innerText === label);
            return [...(row?.querySelectorAll('.fig') ?? [])].map((figure) => figure.innerText);";
        let figures = self.browser().run(script, vec![json!(label)]);
        let figures = figures.as_array().cloned().unwrap_or_default();
        figures.iter().filter_map(|figure| figure.as_str().map(str::to_owned)).collect()
    }
}
