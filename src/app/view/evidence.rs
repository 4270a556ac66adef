//! Notes and evidence: what stands behind a disclosure, and the fields of an entry.

use super::words;
use crate::assessment::{About, Edit, Evidence, EvidenceEdit, opens};
use crate::catalogue::Step;
use crate::text::{EN, numbers};

/// An entry of evidence.
#[derive(Clone, Debug, PartialEq)]
pub struct EvidenceRow {
    /// Its place, from 0.
    pub at: usize,
    /// Where it can be opened.
    pub opens: Option<String>,
    /// The entry itself.
    evidence: Evidence,
}

/// A field of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EvidenceField {
    /// What it is.
    Text,
    /// Where it is.
    Url,
    /// When it was seen.
    Date,
    /// Who can tell.
    Person,
}

impl EvidenceField {
    /// All of them, in the order of the form.
    pub const ALL: [Self; 4] = [Self::Text, Self::Url, Self::Date, Self::Person];

    /// A word for ids, its label, and a hint.
    pub const fn words(self) -> (&'static str, &'static str, &'static str) {
        let text = &EN.asking;
        match self {
            Self::Text => ("text", text.evidence_text, ""),
            Self::Url => ("url", text.evidence_url, text.evidence_url_hint),
            Self::Date => ("date", text.evidence_date, text.evidence_date_hint),
            Self::Person => ("person", text.evidence_person, text.evidence_person_hint),
        }
    }

    /// What stands in it.
    pub fn value(self, row: &EvidenceRow) -> String {
        let one = &row.evidence;
        match self {
            Self::Text => one.text.clone(),
            Self::Url => one.url.clone(),
            Self::Date => words::written(one.date.as_ref()),
            Self::Person => one.person.clone(),
        }
    }
}

impl EvidenceRow {
    /// What typing in a field leads to.
    ///
    /// # Errors
    ///
    /// What is wrong with what was typed; then nothing is changed.
    pub fn typed(&self, about: About, field: EvidenceField, typed: &str) -> Result<Edit, &'static str> {
        let mut to = self.evidence.clone();
        match field {
            EvidenceField::Text => typed.clone_into(&mut to.text),
            EvidenceField::Url => typed.clone_into(&mut to.url),
            EvidenceField::Date => to.date = words::typed_date(typed, EN.asking.evidence_date_wrong)?,
            EvidenceField::Person => typed.clone_into(&mut to.person),
        }
        let was = Box::new(self.evidence.clone());
        Ok(Edit::Evidence(about, EvidenceEdit::Change { at: self.at, was, to: Box::new(to) }))
    }

    /// Takes it out.
    pub fn remove(&self, about: About) -> Edit {
        Edit::Evidence(about, EvidenceEdit::Remove { at: self.at, was: Box::new(self.evidence.clone()) })
    }

    /// What it says in a line: what it is, or else where; when; who can tell.
    pub fn line(&self) -> String {
        let one = &self.evidence;
        let what = if one.text.trim().is_empty() { &one.url } else { &one.text };
        let date = one.date.as_ref().map(words::date).unwrap_or_default();
        let parts = [what.trim(), &date, one.person.trim()];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    }
}

/// What is said of an address that is kept and cannot be opened.
pub fn evidence_wrong(address: &str) -> Option<&'static str> {
    let address = address.trim();
    (!address.is_empty() && !opens(address)).then_some(EN.asking.evidence_url_wrong)
}

/// The entries of a list.
pub(super) fn rows(list: &[Evidence]) -> Vec<EvidenceRow> {
    let row =
        |(at, one): (usize, &Evidence)| EvidenceRow { at, opens: one.link().map(str::to_owned), evidence: one.clone() };
    list.iter().enumerate().map(row).collect()
}

/// What stands behind a disclosure; `nothing` where nothing does.
pub(super) fn noted(note: &str, evidence: &[Evidence], aim: Option<Step>, nothing: &str) -> String {
    let text = &EN.asking;
    let count = evidence.iter().filter(|one| !one.says_nothing()).count();
    let mut parts = Vec::new();
    if !note.trim().is_empty() {
        parts.push(text.noted_note.to_owned());
    }
    if count > 0 {
        parts.push((text.noted_evidence)(count));
    }
    parts.extend(aim.map(|aim| (text.noted_aim)(aim.number())));
    if parts.is_empty() { nothing.to_owned() } else { numbers::capital(&(EN.planning.list)(&parts)) }
}
