//! What the steps of a scale mean, for whoever wonders.

use super::more;
use crate::app::view;
use crate::catalogue::content::Scale;
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::shell::Shell;

/// What the steps of these scales mean, folded.
pub fn meaning(shell: Shell, scales: &[Scale]) -> El {
    let mut list = of("dl", "steps-mean xs");
    for scale in scales {
        for (step, word, means) in shell.now(|model| view::meanings(model.catalogue, *scale)) {
            list = list.add(el("dt").add(el("b").text(step)).text(" ").text(word)).add(el("dd").text(means));
        }
    }
    more(EN.asking.steps_mean).add(list)
}
