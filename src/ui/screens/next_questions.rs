//! What to answer next, where the outlook is a range.

use crate::app::view::{LadderView, QuestionRow};
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::way;
use crate::ui::shell::Shell;

/// The questions that could decide the outlook, if there are any.
pub fn next_questions(shell: Shell, ladder: &LadderView) -> Option<El> {
    if ladder.questions.is_empty() {
        return None;
    }
    let read_only = shell.now(|model| model.open().is_none());
    let mut rows = el("ol");
    for question in &ladder.questions {
        rows = rows.add(row(shell, question, read_only));
    }
    let next = of("div", "next-questions")
        .add(el("h3").text(EN.results.questions_title))
        .add(of("p", "t-2").text(&ladder.deciding))
        .add(rows);
    Some(next)
}

/// A question as an item of a list; where answers can be changed, a link to it that also gives it focus.
pub(super) fn row(shell: Shell, question: &QuestionRow, read_only: bool) -> El {
    let row = if read_only {
        el("li").text(&question.words)
    } else {
        el("li").add(way(shell, &question.address, &question.element).text(&question.words))
    };
    if question.note.is_empty() {
        return row;
    }
    row.text(" ").add(of("span", "t-2").text(question.note))
}
