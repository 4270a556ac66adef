//! The community: name, purpose, phase and what helps whoever reads the results.

use crate::app::view::{self, CommunityField};
use crate::assessment::{Community, Edit};
use crate::catalogue::content::Choice;
use crate::catalogue::{Origin, Phase};
use crate::route::{Part, Place, Route};
use crate::text::EN;
use crate::ui::markup::{El, el, of};
use crate::ui::parts::{Field, OPTIONAL, again, field, intro, onward, page};
use crate::ui::shell::{Seen, Shell};

/// The community as it is seen; nothing when the screen is about to go.
type Described = Seen<Option<Community>>;

/// The form that describes a community.
pub fn community(shell: Shell) -> El {
    let seen = shell.see(view::community);
    let text = &EN.asking;
    let entry = |which| entry(shell, seen, which);
    let form = of("form", "form")
        .add(entry(CommunityField::Name))
        .add(phases(shell, seen).add(of("p", "hint").text(text.phase_hint)))
        .add(entry(CommunityField::Purpose))
        .add(origins(shell, seen).add(of("p", "hint").text(text.origin_hint)))
        .add(of("div", "two").add(entry(CommunityField::Size)).add(entry(CommunityField::Founded)))
        .add(entry(CommunityField::NextReview))
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

fn entry(shell: Shell, seen: Described, which: CommunityField) -> El {
    let (id, label, hint, kind) = which.words();
    // The name alone is needed.
    let aside = if which == CommunityField::Name { "" } else { OPTIONAL };
    let about =
        Field { id: id.to_owned(), label: label.to_owned(), hint: hint.to_owned(), aside, kind, ..Field::default() };
    let value = move || seen.pick(|seen| which.value(seen));
    field(shell, about, value, move |typed| {
        shell.edit(which.read(&typed)?);
        Ok(())
    })
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
    chosen: fn(&Community) -> Option<&'static str>,
    /// What choosing an id leads to, and whether it was chosen already.
    edit: fn(&str, bool) -> Option<Edit>,
}

impl Cards {
    fn make(&self, shell: Shell, seen: Described) -> Vec<El> {
        let (chosen, edit) = (self.chosen, self.edit);
        let mut cards = Vec::new();
        for choice in self.words {
            let id = choice.id.as_str();
            let checked = move || seen.pick(chosen) == Some(id);
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
