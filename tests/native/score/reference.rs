//! The rules of scoring once more, for answers that are all known: plain floats, straight from the page, nothing shared
//! with the code under test but the names of rungs and of practices.

use common_ground::catalogue::{Phase, Practice};
use common_ground::score::Rung;

/// Everything answered, with any numbers from 0 to 4.
#[derive(Clone, Debug)]
pub struct Full {
    /// Importance, delivered of the organisation, then of the members; one row an item.
    pub items: Vec<[f64; 4]>,
    pub worth: [f64; 2],
    pub contribution: [[f64; 5]; 2],
    pub practices: [u8; 10],
    pub phase: Phase,
    pub heard: [bool; 2],
}

/// Where each quantity stands in a row.
pub const O: usize = 0;
pub const M: usize = 1;
pub const SEEN: usize = 2;
pub const FELT: usize = 3;

fn over(numerator: f64, denominator: f64) -> Option<f64> {
    (denominator > 1e-12).then(|| numerator / denominator)
}

impl Full {
    fn sum(&self, of: impl Fn(&[f64; 4]) -> f64) -> f64 {
        self.items.iter().map(of).sum()
    }

    fn shared_area(&self) -> f64 {
        self.sum(|item| item[O].min(item[M]))
    }

    pub fn overlap(&self) -> Option<f64> {
        over(self.shared_area(), self.sum(|item| item[O].max(item[M])))
    }

    pub fn coverage(&self, side: usize) -> Option<f64> {
        over(self.shared_area(), self.sum(|item| item[side]))
    }

    pub fn profile(&self) -> Option<f64> {
        let (so, sm) = (self.sum(|item| item[O]), self.sum(|item| item[M]));
        (so > 0.0 && sm > 0.0).then(|| self.sum(|item| (item[O] / so).min(item[M] / sm)))
    }

    pub fn beyond_chance(&self) -> Option<f64> {
        let n = self.items.len();
        let mut pairings = 0.0;
        for one in &self.items {
            for other in &self.items {
                pairings += one[O].min(other[M]);
            }
        }
        let expected = pairings / n as f64;
        let sorted = |at: usize| {
            let mut list: Vec<f64> = self.items.iter().map(|item| item[at]).collect();
            list.sort_by(f64::total_cmp);
            list
        };
        let most: f64 = sorted(O).into_iter().zip(sorted(M)).map(|(o, m)| o.min(m)).sum();
        ((most - expected).abs() > 1e-12).then(|| (self.shared_area() - expected) / (most - expected))
    }

    pub fn shared(&self) -> usize {
        self.items.iter().filter(|item| item[O] >= 3.0 && item[M] >= 3.0).count()
    }

    pub fn shared_of_wanted(&self) -> Option<f64> {
        let either = self.items.iter().filter(|item| item[O] >= 3.0 || item[M] >= 3.0).count();
        over(self.shared() as f64, either as f64)
    }

    fn delivered_area(&self) -> f64 {
        self.sum(|item| item[O].min(item[M]) * item[SEEN].min(item[FELT]) / 4.0)
    }

    pub fn delivered_overlap(&self) -> Option<f64> {
        over(self.delivered_area(), self.sum(|item| item[O].max(item[M])))
    }

    pub fn kept(&self) -> Option<f64> {
        over(self.delivered_area(), self.shared_area())
    }

    pub fn returned(&self, side: usize) -> Option<f64> {
        over(self.sum(|item| item[side] * item[side + 2]), 4.0 * self.sum(|item| item[side]))
    }

    pub fn contributed(&self, side: usize) -> f64 {
        self.contribution[side].iter().sum::<f64>() / 5.0 / 4.0
    }

    /// Every figure with its name.
    pub fn figures(&self) -> [(&'static str, Option<f64>); 12] {
        [
            ("overlap", self.overlap()),
            ("coverage organisation", self.coverage(O)),
            ("coverage members", self.coverage(M)),
            ("profile", self.profile()),
            ("beyond chance", self.beyond_chance()),
            ("shared of wanted", self.shared_of_wanted()),
            ("delivered overlap", self.delivered_overlap()),
            ("kept", self.kept()),
            ("return organisation", self.returned(O)),
            ("return members", self.returned(M)),
            ("contribution organisation", Some(self.contributed(0))),
            ("contribution members", Some(self.contributed(1))),
        ]
    }

    fn practised(&self, practice: Practice) -> u8 {
        self.practices[Practice::ALL.iter().position(|&one| one == practice).unwrap()]
    }

    /// The gates: ready to launch, launched well, sustaining, embedded.
    pub fn gates(&self) -> [bool; 4] {
        let vp = |number: usize| self.practised(Practice::ALL[number - 1]);
        [
            [1, 2, 5, 9].into_iter().all(|n| vp(n) >= 2) && vp(10) >= 1,
            [1, 2, 3, 5, 6, 9, 10].into_iter().all(|n| vp(n) >= 2),
            [1, 2, 3, 4, 5, 6, 9, 10].into_iter().all(|n| vp(n) >= 3) && vp(7) >= 2,
            [4, 7, 8].into_iter().all(|n| vp(n) >= 3),
        ]
    }

    pub fn rung(&self) -> Rung {
        let reaches = |figure: Option<f64>, threshold: f64| figure.is_some_and(|value| value >= threshold - 1e-9);
        let returns = |threshold| reaches(self.returned(O), threshold) && reaches(self.returned(M), threshold);
        let fragile = self.practised(Practice::Vp1) >= 1
            && self.practised(Practice::Vp2) >= 1
            && reaches(self.overlap(), 0.25)
            && self.shared() >= 1
            && self.worth.iter().any(|&worth| worth >= 2.0);
        let gates = self.gates();
        let on_course = (if self.phase == Phase::Plan { gates[0] } else { gates[1] })
            && reaches(self.overlap(), 0.5)
            && reaches(self.shared_of_wanted(), 1.0 / 3.0)
            && self.worth.iter().all(|&worth| worth >= 3.0)
            && (self.phase == Phase::Plan || returns(0.25));
        let lasting = self.phase == Phase::Sustain
            && gates[2]
            && gates[3]
            && self.heard == [true, true]
            && reaches(self.kept(), 0.5)
            && returns(0.5);
        match (fragile, on_course, lasting) {
            (false, ..) => Rung::ShortLived,
            (true, false, _) => Rung::Fragile,
            (true, true, false) => Rung::OnCourse,
            (true, true, true) => Rung::Lasting,
        }
    }
}
