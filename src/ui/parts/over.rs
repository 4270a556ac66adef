//! What stands over every screen: the dialogs that wait for an answer, a file as text, and what opens behind a figure.

use super::catalogue_choice::catalogue_choice;
use super::catalogue_wanted::catalogue_wanted;
use super::decision::decision;
use super::offered::offered;
use super::popover::popover;
use super::sealed::sealed;
use crate::ui::markup::El;
use crate::ui::shell::Shell;

/// All of it; a dialog is open while something waits.
pub fn over(shell: Shell) -> Vec<El> {
    vec![
        decision(shell),
        sealed(shell),
        catalogue_choice(shell),
        catalogue_wanted(shell),
        offered(shell),
        popover(shell),
    ]
}
