//! The community: name, purpose, phase and what helps whoever reads the results.

use crate::app::{Model, view};
use crate::assessment::{self, Date, Edit};
use crate::catalogue::content::Choice;
use crate::catalogue::{Origin, Phase};
use crate::route::{Part, Place, Route};
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{Field, OPTIONAL, again, field, intro, onward, page};
use crate::ui::shell::{Seen, Shell};

/// The community as it is seen; nothing when the screen is about to go.
type Described = Seen<Option<assessment::Community>>;

fn described(model: &Model) -> Option<assessment::Community> {
    Some(model.open()?.assessment.answered.community.clone())
}

/// The form that describes a community.
pub fn community(shell: Shell) -> El {
    let seen = shell.see(described);
    let text = &EN.asking;
    let entry = |about: Field, value: fn(&assessment::Community) -> String, read: Read| {
        let value = move || seen.with(|seen| seen.as_ref().map(value)).unwrap_or_default();
        field(about, value, move |typed| {
            shell.edit(read(&typed)?);
            Ok(())
        })
    };
    let name = entry(
        about("name", text.name, text.name_hint, "", "text"),
        |community| community.name.clone(),
        |typed| Ok(Edit::Name(typed.to_owned())),
    );
    let purpose = entry(
        about("purpose", text.purpose, text.purpose_hint, OPTIONAL, "textarea"),
        |community| community.purpose.clone(),
        |typed| Ok(Edit::Purpose(typed.to_owned())),
    );
    let size = entry(
        about("size", text.size, text.size_hint, OPTIONAL, "text"),
        |community| community.size.map(|size| size.to_string()).unwrap_or_default(),
        size,
    );
    let founded = entry(
        about("founded", text.founded, text.founded_hint, OPTIONAL, "text"),
        |community| written(community.founded.as_ref()),
        |typed| date(typed, Edit::Founded, false),
    );
    let next_review = entry(
        about("next-review", text.next_review, text.next_review_hint, OPTIONAL, "date"),
        |community| written(community.next_review.as_ref()),
        |typed| date(typed, Edit::NextReview, true),
    );
    let form = of("form", "form")
        .add(name)
        .add(phases(shell, seen))
        .add(of("p", "hint").text(text.phase_hint))
        .add(purpose)
        .add(origins(shell, seen))
        .add(of("p", "hint").text(text.origin_hint))
        .add(of("div", "two").add(size).add(founded))
        .add(next_review)
        .on("submit", |event| event.prevent_default());
    let intro = intro(text.community_title, text.community_lead);
    page("main community").add(intro).add(form).maybe(made_with(shell)).add(onward(
        shell,
        Place::Expectations(Part::Importance),
        text.community_next,
    ))
}

/// Which catalogue the community has, where it is not the one that comes with Common Ground.
fn made_with(shell: Shell) -> Option<El> {
    let name = shell.now(view::made_with)?;
    let link = el("a").set("href", &Route::Method(Some("catalogues".to_owned())).address()).text(&name);
    Some(of("p", "note").text(EN.catalogues.made_with).text(" ").add(link.set("dir", "auto")))
}

fn about(id: &str, label: &str, hint: &str, aside: &'static str, kind: &'static str) -> Field {
    Field { id: id.to_owned(), label: label.to_owned(), hint: hint.to_owned(), aside, kind, ..Field::default() }
}

/// What is typed, as an edit, or what is wrong with it.
type Read = fn(&str) -> Result<Edit, &'static str>;

fn size(typed: &str) -> Result<Edit, &'static str> {
    let typed = typed.trim();
    match typed.parse::<u32>() {
        Ok(size) => Ok(Edit::Size(Some(size))),
        Err(_) if typed.is_empty() => Ok(Edit::Size(None)),
        Err(_) => Err(EN.asking.size_wrong),
    }
}

fn date(typed: &str, edit: fn(Option<Date>) -> Edit, day: bool) -> Result<Edit, &'static str> {
    let typed = typed.trim();
    match typed.parse::<Date>() {
        Ok(date) if date.is_day() || !day => Ok(edit(Some(date))),
        _ if typed.is_empty() => Ok(edit(None)),
        _ => Err(if day { EN.asking.next_review_wrong } else { EN.asking.founded_wrong }),
    }
}

fn written(date: Option<&Date>) -> String {
    date.map(ToString::to_string).unwrap_or_default()
}

fn phases(shell: Shell, seen: Described) -> El {
    let cards = Cards {
        group: "phase",
        words: shell.now(|model| &model.catalogue.phases),
        chosen: |community| Some(community.phase.key()),
        edit: |id, _| Phase::from_key(id).map(Edit::Phase),
    };
    of("fieldset", "phases").add(of("legend", "label").text(EN.asking.phase)).all(cards.make(shell, seen))
}

fn origins(shell: Shell, seen: Described) -> El {
    let cards = Cards {
        group: "origin",
        words: shell.now(|model| &model.catalogue.origins),
        chosen: |community| community.origin.map(Origin::key),
        // Choosing the chosen one again takes the answer back.
        edit: |id, again| Some(Edit::Origin(Origin::from_key(id).filter(|_| !again))),
    };
    let legend = of("legend", "label").text(EN.asking.origin).text(" ").add(el("small").text(OPTIONAL));
    of("fieldset", "phases").add(legend).all(cards.make(shell, seen))
}

/// Native radio buttons as cards with a name and a sentence.
struct Cards {
    group: &'static str,
    words: &'static [Choice],
    /// The id of the chosen one.
    chosen: fn(&assessment::Community) -> Option<&'static str>,
    /// What choosing an id leads to, and whether it was chosen already.
    edit: fn(&str, bool) -> Option<Edit>,
}

impl Cards {
    fn make(&self, shell: Shell, seen: Described) -> Vec<El> {
        let (chosen, edit) = (self.chosen, self.edit);
        let mut cards = Vec::new();
        for choice in self.words {
            let id = choice.id.as_str();
            let checked = move || seen.with(|seen| seen.as_ref().and_then(chosen)) == Some(id);
            let input = el("input")
                .set("type", "radio")
                .set("name", self.group)
                .set("value", id)
                .live_property("checked", move || checked().into());
            let input = again(input, checked, move |again| {
                if let Some(edit) = edit(id, again) {
                    shell.edit(edit);
                }
            });
            let name = el("b").text(&choice.name);
            cards.push(el("label").add(input).add(name).add(el("span").text(&choice.means)));
        }
        cards
    }
}
