//! Two communities, or two states of one, side by side: which two, and what of them differs.

use super::compared::tables;
use crate::app::view::{self, Choosable, CompareView, EndView, chosen};
use crate::app::{End, Msg};
use crate::route::Route;
use crate::text::EN;
use crate::ui::markup::{El, el, of, part, typed};
use crate::ui::parts::{labelled, option, page};
use crate::ui::shell::{Seen, Shell};

/// What is compared, as it is seen.
type Compared = Seen<CompareView>;

/// Two states side by side. The lists stay while what they lead to changes, and keep the focus.
pub fn compare(shell: Shell) -> El {
    let seen = shell.see(view::compare);
    let lead = part(move || seen.with(|seen| seen.lead.iter().map(|words| of("p", "lead").text(words)).collect()));
    let hero = of("header", "hero")
        .add(of("p", "k").text(EN.portfolio.compare))
        .add(el("h1").live_text(move || seen.with(|seen| seen.title.clone())))
        .add(lead);
    let ends = of("div", "ends-of").add(end(shell, seen, End::One)).add(end(shell, seen, End::Other));
    let found = part(move || seen.with(|seen| seen.body.as_ref().map(tables).unwrap_or_default()));
    page("main compare").add(hero).add(ends).add(ways(seen)).add(found)
}

/// The ways on: both ends changed, and back to all communities.
fn ways(seen: Compared) -> El {
    let all = el("a").set("href", &Route::Portfolio.address()).text(EN.compare.all);
    let swap = part(move || {
        let address = seen.with(|seen| seen.swap.clone());
        address.map(|address| of("a", "button small").set("href", &address).text(EN.compare.swap)).into_iter().collect()
    });
    of("p", "actions").add(swap).add(all)
}

/// One end: its community, its state, and what that says of itself.
fn end(shell: Shell, seen: Compared, which: End) -> El {
    let read = move |seen: &CompareView| -> EndView { which.of(&seen.ends).clone() };
    let one = move || seen.with(read);
    let now = move || read(&seen.now());
    let put = move |pick| shell.send(Msg::PutBeside { end: which, pick });
    let community = list(
        &[which.letter(), "-community"].concat(),
        &(EN.compare.community)(which.letter()),
        move || (one().communities, one().community),
        move |value| put(chosen(&value, "")),
    );
    let state = list(
        &[which.letter(), "-state"].concat(),
        &(EN.compare.state)(which.letter()),
        move || (one().states, one().state),
        move |value| put(chosen(&now().community, &value)),
    );
    let itself = of("div", "itself")
        .add(of("span", "part").live_html(move || one().mini))
        .add(of("p", "t-2 xs").live_text(move || one().about));
    let single = move || (one().states.len() < 2).then(String::new);
    of("div", "end-of")
        .set("role", "group")
        .set("aria-label", which.letter())
        .add(community)
        .add(state.live_set("hidden", single))
        .add(itself)
}

/// A list to choose from, with its label.
fn list(
    id: &str,
    label: &str,
    shown: impl Fn() -> (Vec<Choosable>, String) + 'static,
    choose: impl Fn(String) + 'static,
) -> El {
    let options = move || {
        let (list, value) = shown();
        list.iter().map(|one| option(&one.value, &one.name, &value)).collect()
    };
    let select = of("select", "field").set("id", id).live(options).on("change", move |event| choose(typed(&event)));
    labelled(id, label, "", select)
}
