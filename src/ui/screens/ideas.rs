//! The idea in two pictures.

use crate::chart::{IdeaKind, IdeaWords, Room, idea};
use crate::text::EN;
use crate::ui::markup::{El, el, of, svg};

/// The two pictures: apart, and together.
pub fn ideas() -> El {
    let text = &EN.home;
    let apart = IdeaWords {
        title: text.apart_picture.to_owned(),
        organisation_only: own(text.apart_organisation),
        members_only: own(text.apart_members),
        ..named()
    };
    let together = IdeaWords {
        title: text.together_picture.to_owned(),
        organisation_only: own(text.together_organisation),
        members_only: own(text.together_members),
        shared: own(text.together_upper),
        shared_and_delivered: own(text.together_lower),
        ..named()
    };
    of("div", "ideas").add(picture(IdeaKind::Apart, &apart, text.apart, text.apart_lead)).add(picture(
        IdeaKind::Overlapping,
        &together,
        text.together,
        text.together_lead,
    ))
}

/// The names of the two sides, and nothing in the circles.
fn named() -> IdeaWords {
    IdeaWords {
        title: String::new(),
        organisation: EN.frame.the_organisation.to_owned(),
        members: EN.frame.members.to_owned(),
        organisation_only: Vec::new(),
        members_only: Vec::new(),
        shared: Vec::new(),
        shared_and_delivered: Vec::new(),
        delivered: EN.home.delivered.to_owned(),
    }
}

fn own(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

fn picture(kind: IdeaKind, words: &IdeaWords, title: &str, lead: &str) -> El {
    let scenes = [idea(kind, words, Room::Wide).to_svg(), idea(kind, words, Room::Narrow).to_svg()].concat();
    let caption = el("figcaption").add(el("h2").text(title)).add(el("p").text(lead));
    el("figure").add(svg(&scenes)).add(caption)
}
