//! One expectation: its two questions, and what can be done with it beside answering.

use std::rc::Rc;

use super::evidence::{Listed, evidence};
use super::expectations::Asked;
use crate::app::Model;
use crate::app::view::{self, ChoiceView, ExpectationsView, ItemCard};
use crate::assessment::{About, Edit};
use crate::browser::dom;
use crate::catalogue::content::Scale;
use crate::catalogue::{ItemId, Side};
use crate::chart::Region;
use crate::route::Part;
use crate::text::EN;
use crate::ui::markup::{El, el, of, untracked};
use crate::ui::parts::{Field, button, choice, field, spot_class};
use crate::ui::shell::Shell;

/// Where a card is read: the item among all that are asked about.
#[derive(Clone, Copy)]
struct Card {
    seen: Asked,
    id: ItemId,
}

impl Card {
    /// A text of the card, followed; empty once the item is gone.
    fn words(self, pick: fn(&ItemCard) -> String) -> impl Fn() -> String + Copy + 'static {
        move || self.seen.with(|seen| find(seen.as_ref(), self.id).map(pick)).unwrap_or_default()
    }

    /// The question for a side, followed.
    fn question(self, side: Side) -> ChoiceView {
        let question = self.seen.with(|seen| find(seen.as_ref(), self.id).map(|card| card.choices.get(side).clone()));
        question.unwrap_or_else(|| ChoiceView::unasked(side))
    }
}

fn find(seen: Option<&ExpectationsView>, id: ItemId) -> Option<&ItemCard> {
    seen?.cards.iter().find(|card| card.id == id)
}

/// One item with its two questions.
pub fn item(shell: Shell, seen: Asked, part: Part, id: ItemId) -> El {
    let card = Card { seen, id };
    let first = untracked(|| seen.with(|seen| find(seen.as_ref(), id).map(|card| (card.help, card.own))));
    let (help, own) = first.unwrap_or_default();
    let statement = card.words(|card| card.statement.clone());
    let spot = card.words(|card| ["num ", spot_class(card.spot)].concat());
    let tag = card.words(|card| tag_class(card.spot).to_owned());
    let scale = if part == Part::Delivered { Scale::Delivered } else { Scale::Importance };
    let steps = shell.now(|model| view::steps(model.catalogue, scale));
    let ask = |side: Side| {
        choice(
            move || card.question(side),
            statement,
            steps,
            move |answer| {
                shell.edit(Edit::Rate { question: view::question(part), side, item: id, answer });
            },
        )
    };
    let number =
        el("span").live_set("class", move || Some(spot())).live_text(card.words(|card| card.number.to_string()));
    let title = el("div").add(el("h3").set("dir", "auto").live_text(statement)).add(of("p", "t-2").text(help));
    let verdict =
        el("span").live_set("class", move || Some(tag())).live_text(card.words(|card| card.verdict.to_owned()));
    of("li", "card ask")
        .set("id", &element(id))
        .add(el("header").add(number).add(title).add(verdict))
        .all(shell.now(Model::sides).iter().map(|side| ask(*side)).collect())
        .add(beside(shell, card, own))
        .add(of("p", "actions out").add(take_out(shell, card)))
}

const fn tag_class(spot: Region) -> &'static str {
    match spot {
        Region::Shared => "tag t-both",
        Region::OrganisationOnly => "tag t-org",
        Region::MembersOnly => "tag t-mem",
        Region::Neither | Region::Open => "tag t-2",
    }
}

/// Takes the item out of what is asked.
fn take_out(shell: Shell, card: Card) -> El {
    let statement = card.words(|card| card.statement.clone());
    button("button plain small", EN.asking.take_out)
        .live_set("aria-label", move || Some((EN.asking.take_out_name)(&statement())))
        .on("click", move |_| {
            let next = untracked(|| card.seen.pick(|seen| neighbour(seen, card.id)));
            shell.edit(Edit::TakeOut(card.id));
            // Its heading: on one of its answers, the next arrow key would choose another.
            let below = next.map_or_else(String::new, |id| ["#", &element(id), " h3"].concat());
            dom::focus_soon(&[&below, "main h1"]);
        })
}

/// The item below this one, or above the last.
fn neighbour(seen: &ExpectationsView, id: ItemId) -> Option<ItemId> {
    let at = seen.cards.iter().position(|card| card.id == id)?;
    seen.cards.get(at + 1).or_else(|| seen.cards.get(at.checked_sub(1)?)).map(|card| card.id)
}

fn element(id: ItemId) -> String {
    ["item-", id.as_str()].concat()
}

/// What can be written about an item beside answering: note, evidence, and the wording of an own one.
fn beside(shell: Shell, card: Card, own: bool) -> El {
    let id = card.id;
    let statement = card.words(|card| card.statement.clone());
    let label = card.words(|card| card.noted.clone());
    let wording = own.then(|| {
        let about = about(&["wording-", id.as_str()], EN.asking.reword, "text");
        field(shell, about, statement, move |typed| {
            if !typed.trim().is_empty() {
                shell.edit(Edit::RewordOwn { item: id, text: typed });
            }
            Ok(())
        })
    });
    let note = about(&["note-", id.as_str()], EN.asking.note, "textarea");
    let note = field(shell, note, card.words(|card| card.note.clone()), move |typed| {
        shell.edit(Edit::ItemNote(id, typed));
        Ok(())
    });
    let shows = Listed {
        shell,
        about: About::Item(id),
        name: Rc::new(statement),
        rows: Rc::new(move || {
            card.seen.with(|seen| find(seen.as_ref(), id).map(|card| card.evidence.clone())).unwrap_or_default()
        }),
    };
    let summary = el("summary").live_text(label).add(of("span", "visually-hidden").text(": ").live_text(statement));
    let reworded = wording.as_ref().map(|_| of("p", "hint").live_text(card.words(|card| card.reworded.clone())));
    let form = of("div", "form").maybe(wording).maybe(reworded).add(note).add(evidence(&shows));
    of("details", "more").add(summary).add(form)
}

fn about(id: &[&str], label: &str, kind: &'static str) -> Field {
    Field { id: id.concat(), label: label.to_owned(), kind, ..Field::default() }
}
