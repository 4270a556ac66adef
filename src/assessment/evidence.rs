//! What shows that a thing is so: the edits on it, and which of its addresses may be opened.
//!
//! Evidence has no id in the file. An edit therefore names the place **and** what stood there, so that two tabs never
//! write into each other's entry: where another tab has added or removed one, the entry is found again by what is in
//! it; where it was changed, the edit is refused.
//!
//! ```
//! use common_ground::assessment::{About, Assessment, AssessmentId, Edit, Evidence, EvidenceEdit};
//! use common_ground::catalogue::{Practice, bundled};
//!
//! let now = "2026-11-20T16:05:00Z".parse().unwrap();
//! let mut assessment = Assessment::new(AssessmentId::from_random([7; 16]), now, bundled());
//! let about = About::Practice(Practice::Vp5);
//! let edit = |edit| Edit::Evidence(about, edit);
//! assessment.apply(edit(EvidenceEdit::Add(Box::default())), bundled()).unwrap();
//! let page = Evidence { url: "https://a.org/page".into(), ..Evidence::default() };
//! let change = EvidenceEdit::Change { at: 0, was: Box::default(), to: Box::new(page.clone()) };
//! assessment.apply(edit(change), bundled()).unwrap();
//! assert_eq!(assessment.answered.practices.get(&Practice::Vp5).unwrap().evidence, [page.clone()]);
//! assessment.apply(edit(EvidenceEdit::Remove { at: 0, was: Box::new(page) }), bundled()).unwrap();
//! assert!(assessment.answered.practices.is_empty());
//! ```

use super::{Assessment, Evidence, Refusal, limits};
use crate::catalogue::{ItemId, Practice};

/// What evidence is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum About {
    /// An expectation.
    Item(ItemId),
    /// A practice.
    Practice(Practice),
}

impl About {
    /// Its name in files.
    pub fn key(&self) -> &str {
        match self {
            Self::Item(id) => id.as_str(),
            Self::Practice(practice) => practice.key(),
        }
    }
}

/// One change in a list of evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum EvidenceEdit {
    /// One more, behind the others.
    Add(Box<Evidence>),
    /// Another in its place.
    Change {
        /// Where it stood.
        at: usize,
        /// What stood there.
        was: Box<Evidence>,
        /// What stands there now.
        to: Box<Evidence>,
    },
    /// Take it out.
    Remove {
        /// Where it stood.
        at: usize,
        /// What stood there.
        was: Box<Evidence>,
    },
}

impl EvidenceEdit {
    /// The texts in it, for the limit.
    pub(super) fn texts(&self) -> Option<[&str; 3]> {
        match self {
            Self::Add(to) | Self::Change { to, .. } => Some([&to.text, &to.url, &to.person]),
            Self::Remove { .. } => None,
        }
    }

    /// Which of its fields a change is about: typing into one of them is one change.
    pub fn field(&self) -> Option<(usize, &'static str)> {
        let Self::Change { at, was, to } = self else { return None };
        let field = if was.text != to.text {
            "text"
        } else if was.url != to.url {
            "url"
        } else if was.date != to.date {
            "date"
        } else {
            "person"
        };
        Some((*at, field))
    }
}

impl Evidence {
    /// The address, where it [may be opened](opens).
    pub fn link(&self) -> Option<&str> {
        Some(self.url.trim()).filter(|address| opens(address))
    }

    /// Whether nothing was written in it.
    pub fn says_nothing(&self) -> bool {
        let words = [&self.text, &self.url, &self.person];
        self.date.is_none() && words.iter().all(|words| words.trim().is_empty())
    }
}

/// Whether an address may become a link: one of `http`, `https` or `mailto` with something behind it. No other can, so
/// that nothing typed is ever run. This is the only place that decides it, for the page and for reports.
///
/// ```
/// use common_ground::assessment::opens;
///
/// assert!(opens("https://a.org") && opens("HTTP://a.org/b?c") && opens("mailto:a@b.org"));
/// assert!(!opens("javascript:alert(1)") && !opens("www.a.org") && !opens("file:///a") && !opens("https://"));
/// ```
pub fn opens(address: &str) -> bool {
    ["http://", "https://", "mailto:"].iter().any(|start| {
        let (head, rest) = (address.get(..start.len()), address.get(start.len()..));
        head.is_some_and(|head| head.eq_ignore_ascii_case(start)) && rest.is_some_and(|rest| !rest.trim().is_empty())
    })
}

impl Assessment {
    /// Applies an edit of evidence.
    pub(super) fn evidence(&mut self, about: About, edit: EvidenceEdit) -> Result<(), Refusal> {
        let mut list = match about {
            About::Item(id) => self.notes.get(&id).map(|note| note.evidence.clone()),
            About::Practice(practice) => self.answered.practices.get(&practice).map(|given| given.evidence.clone()),
        }
        .unwrap_or_default();
        change(&mut list, edit)?;
        match about {
            About::Item(id) => self.noted(id, |note| note.evidence = list),
            About::Practice(practice) => self.practise(practice, |given| given.evidence = list),
        }
        Ok(())
    }
}

fn change(list: &mut Vec<Evidence>, edit: EvidenceEdit) -> Result<(), Refusal> {
    match edit {
        EvidenceEdit::Add(_) if list.len() >= limits::EVIDENCE => return Err(Refusal::TooMuchEvidence),
        EvidenceEdit::Add(new) => list.push(*new),
        EvidenceEdit::Change { at, was, to } => {
            let found = find(list, at, &was).and_then(|at| list.get_mut(at));
            *found.ok_or(Refusal::NoSuchEvidence)? = *to;
        }
        EvidenceEdit::Remove { at, was } => {
            let at = find(list, at, &was).ok_or(Refusal::NoSuchEvidence)?;
            list.remove(at);
        }
    }
    Ok(())
}

/// Where an entry stands: where it stood, or else the first like it.
fn find(list: &[Evidence], at: usize, was: &Evidence) -> Option<usize> {
    let here = list.get(at).is_some_and(|one| one == was);
    if here { Some(at) } else { list.iter().position(|one| one == was) }
}
