//! A page without a browser: the model, and a storage that answers as a browser's would.

use std::collections::{BTreeMap, BTreeSet};

use common_ground::app::{Ambient, Effect, Kept, Model, Msg, Refused, Save, Storage, Stored, update};
use common_ground::assessment::Question;
use common_ground::assessment::{Answer, Assessment, AssessmentId, Edit};
use common_ground::catalogue::{Holder, ItemId, Side, Step};

/// A page with a storage that answers as a browser's would.
pub struct Page {
    pub model: Model,
    /// What storage holds: id → record.
    pub stored: BTreeMap<String, Stored>,
    /// The replies begun in this browser.
    pub drafts: BTreeMap<String, String>,
    /// The catalogues that are kept, by their digests.
    pub catalogues: BTreeMap<String, String>,
    /// The recently deleted.
    pub gone: BTreeMap<String, String>,
    /// What storage had no room for, with what it held then: id → record.
    pub owed: BTreeMap<String, (Option<Stored>, Stored)>,
    pub full: bool,
    pub count: u32,
    /// The day that the clock tells.
    pub today: &'static str,
    /// How many minutes it is ahead of universal time.
    pub ahead: i32,
    pub effects: Vec<Effect>,
}

impl Page {
    pub fn new() -> Self {
        Self::seeded(0)
    }

    /// A page in another browser: its random bytes are its own.
    pub fn seeded(seed: u32) -> Self {
        let mut page = Self {
            model: Model::default(),
            stored: BTreeMap::new(),
            drafts: BTreeMap::new(),
            catalogues: BTreeMap::new(),
            gone: BTreeMap::new(),
            owed: BTreeMap::new(),
            full: false,
            count: seed,
            today: "2026-11-23",
            ahead: 0,
            effects: Vec::new(),
        };
        page.start();
        page
    }

    pub fn start(&mut self) {
        let ids: BTreeSet<String> = self.stored.keys().chain(self.owed.keys()).cloned().collect();
        let records = ids.iter().filter_map(|id| self.record(id)).collect();
        if !self.catalogues.is_empty() {
            self.send(Msg::Catalogues(self.catalogues.clone().into_iter().collect()));
        }
        let gone = self.gone.clone().into_iter().collect();
        let owed = self.owed.keys().cloned().collect();
        let kept = Kept { storage: Storage::Browser, records, gone, owed, ..Kept::default() };
        self.send(Msg::Started(Box::new(kept)));
        self.send(Msg::Drafts(self.drafts.clone().into_iter().collect()));
    }

    pub fn ambient(&mut self) -> Ambient {
        self.count += 1;
        let now =
            format!("{}T{:02}:{:02}:{:02}Z", self.today, self.count / 3600 % 24, self.count / 60 % 60, self.count % 60)
                .parse()
                .unwrap();
        let mut random = [0; 16];
        random[..4].copy_from_slice(&self.count.to_le_bytes());
        Ambient { now, today: self.today.parse().unwrap(), ahead: self.ahead, random }
    }

    pub fn send(&mut self, msg: Msg) {
        let ambient = self.ambient();
        for effect in update(&mut self.model, msg, &ambient) {
            self.effects.push(effect.clone());
            match effect {
                Effect::Save(save) => self.save(save),
                Effect::Remove(id) => {
                    self.stored.remove(id.as_str());
                    self.owed.remove(id.as_str());
                }
                Effect::KeepDraft { key, .. } if self.full => self.send(Msg::DraftRefused(key)),
                Effect::KeepDraft { key, record } => {
                    self.drafts.insert(key, record);
                }
                Effect::KeepDrafts => self.send(Msg::KeepDrafts),
                Effect::TellResults(id) => self.send(Msg::TellResults(id)),
                Effect::DropDraft(key) => {
                    self.drafts.remove(&key);
                }
                Effect::KeepCatalogue { digest, .. } if self.full => self.send(Msg::CatalogueRefused(digest)),
                Effect::KeepCatalogue { digest, text } => {
                    self.catalogues.insert(digest.to_string(), text);
                }
                Effect::DropCatalogue(digest) => {
                    self.catalogues.remove(&digest.to_string());
                }
                Effect::KeepGone(id, text) => {
                    self.gone.insert(id.to_string(), text);
                }
                Effect::DropGone(id) => {
                    self.gone.remove(id.as_str());
                }
                Effect::Go(route) | Effect::Replace(route) => self.send(Msg::Went(route)),
                _ => {}
            }
        }
    }

    /// What is read: what is owed, unless another tab has written since.
    fn record(&self, id: &str) -> Option<Stored> {
        let there = self.stored.get(id);
        self.owed.get(id).filter(|(then, _)| then.as_ref() == there).map(|(_, owed)| owed).or(there).cloned()
    }

    pub fn save(&mut self, save: Save) {
        let there = self.record(save.id.as_str());
        if there.as_ref().map(|record| &record.stamp) != save.over.as_ref() {
            return self.send(Msg::Overtaken { id: save.id, theirs: there });
        }
        let before = there.unwrap_or_default();
        let record = Stored {
            id: save.id.as_str().to_owned(),
            stamp: save.stamp.clone(),
            answers: save.answers,
            replies: save.replies.or(before.replies),
            snapshots: save.snapshots.or(before.snapshots),
        };
        if self.full {
            self.owed.insert(record.id.clone(), (self.stored.get(&record.id).cloned(), record));
            return self.send(Msg::SaveRefused { id: save.id, stamp: save.stamp, why: Refused::Full });
        }
        self.owed.remove(&record.id);
        self.stored.insert(record.id.clone(), record);
        self.send(Msg::Saved { id: save.id, stamp: save.stamp });
    }

    pub fn create(&mut self) -> AssessmentId {
        self.send(Msg::Create);
        self.model.open_id().unwrap()
    }

    pub fn open(&self) -> &Assessment {
        &self.model.open().unwrap().assessment
    }

    /// Chooses a step, and leaves the question.
    pub fn rate(&mut self, side: Side, item: &str, step: u8) {
        let answer = Some(Answer::Step(Step::new(step).unwrap()));
        self.send(Msg::Edit(Edit::Rate { question: Question::Importance, side, item: id(item), answer }));
        self.send(Msg::Left);
    }

    /// Adds an expectation of the community's own.
    pub fn add_own(&mut self, text: &str) {
        let item = self.open().next_own();
        self.send(Msg::Edit(Edit::AddOwn { item, text: text.into(), holder: Holder::Both }));
    }

    pub fn importance(&self, side: Side, item: &str) -> Option<u8> {
        let answer = self.open().answered.estimate.get(side).importance.get(&id(item))?;
        answer.step().map(Step::number)
    }

    /// What storage holds of an assessment, read as a new page would.
    pub fn stored(&self, id: &AssessmentId) -> Assessment {
        let mut other = Self::new();
        other.stored.clone_from(&self.stored);
        other.catalogues.clone_from(&self.catalogues);
        other.start();
        Assessment::clone(&other.model.shelf.get(id).unwrap().assessment)
    }
}

pub fn id(text: &str) -> ItemId {
    text.parse().unwrap()
}
