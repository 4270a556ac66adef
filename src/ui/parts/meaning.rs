//! What the steps of a scale mean, for whoever wonders.

use super::super::markup::{El, el, of};
use super::super::shell::Shell;
use crate::app::view;
use crate::catalogue::content::Scale;
use crate::text::EN;

/// What the steps of these scales mean, folded.
pub fn meaning(shell: Shell, scales: &[Scale]) -> El {
    let mut list = of("dl", "steps-mean xs");
    for scale in scales {
        for (step, word, means) in shell.now(|model| view::meanings(model.catalogue, *scale)) {
            list = list.add(el("dt").add(el("b").text(step)).text(" ").text(word)).add(el("dd").text(means));
        }
    }
    of("details", "more").add(el("summary").text(EN.asking.steps_mean)).add(list)
}
