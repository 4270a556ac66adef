//! An own catalogue in the page: opened, kept, chosen, waited for, removed.

use common_ground::app::{Effect, Msg, Notice, Record, ReplyEdit, Source, view};
use common_ground::assessment::Question;
use common_ground::assessment::{Answer, AssessmentId, Edit};
use common_ground::catalogue::{Catalogue, Digest, Side, Step, bundled, bundled_text};
use common_ground::file;
use common_ground::link;
use common_ground::route::{Part, Place, Route};

use super::super::app::brought;
use super::super::page::{Page, id};
use super::super::voices;
use super::{DIGEST, OWN, known, made_link, made_with};

fn digest() -> Digest {
    DIGEST.parse().unwrap()
}

/// A page in which the catalogue was opened.
fn with_catalogue() -> Page {
    let mut page = Page::new();
    open(&mut page, OWN);
    page
}

fn open(page: &mut Page, text: &str) {
    page.send(Msg::Open { text: text.to_owned(), source: Source::File });
}

/// The same browser with its page loaded again, after `forget` has changed what is kept.
fn again(page: &Page, forget: impl FnOnce(&mut Page)) -> Page {
    let mut again = Page::seeded(page.count + 100);
    again.stored.clone_from(&page.stored);
    again.drafts.clone_from(&page.drafts);
    again.catalogues.clone_from(&page.catalogues);
    again.gone.clone_from(&page.gone);
    forget(&mut again);
    again.start();
    again
}

/// Starts a community with the catalogue.
fn create(page: &mut Page) -> AssessmentId {
    page.send(Msg::Create);
    assert!(view::choice(&page.model).is_some());
    page.send(Msg::CreateWith(Some(digest())));
    page.send(Msg::Edit(Edit::Name("Wound care".into())));
    page.model.open_id().unwrap()
}

#[test]
fn a_catalogue_that_is_opened_is_said_and_kept() {
    let mut page = with_catalogue();
    assert_eq!(page.model.notice, Some(Notice::CatalogueOpened { name: "Ward practice".to_owned(), items: 7 }));
    assert_eq!(page.catalogues.get(DIGEST).map(String::as_str), Some(OWN));
    open(&mut page, OWN);
    assert_eq!(page.model.notice, Some(Notice::CatalogueHere("Ward practice".to_owned())));
    open(&mut page, &bundled_text());
    assert_eq!(page.model.notice, Some(Notice::CatalogueBundled));
    assert_eq!(page.catalogues.len(), 1);
}

#[test]
fn a_catalogue_with_a_mistake_changes_nothing_and_its_place_is_said() {
    let mut page = Page::new();
    open(&mut page, &OWN.replace("\"W2\"", "\"W1\""));
    assert_eq!(page.model.notice, Some(Notice::Unreadable("items[1].id: \"W1\" stands twice".to_owned())));
    assert!(page.model.catalogues.own.is_empty() && page.catalogues.is_empty());
}

#[test]
fn a_choice_is_asked_for_only_where_there_is_one() {
    let mut page = Page::new();
    page.create();
    assert_eq!(page.open().catalogue, None);
    open(&mut page, OWN);
    page.send(Msg::Create);
    let rows = view::choice(&page.model).unwrap();
    assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Common Ground", "Ward practice"]);
    page.send(Msg::CreateWith(None));
    assert_eq!(page.open().catalogue, None);
    assert_eq!(view::choice(&page.model), None);
    page.send(Msg::Create);
    page.send(Msg::Dismiss);
    assert_eq!(view::choice(&page.model), None);
}

#[test]
fn a_community_is_shown_with_the_catalogue_it_was_made_with() {
    let mut page = with_catalogue();
    let own = create(&mut page);
    let items: Vec<String> = page.open().answered.items.iter().map(|item| item.id().to_string()).collect();
    assert_eq!(items, ["W1", "W2", "O2", "S1", "N1", "N2"]);
    assert_eq!(page.model.catalogue.name, "Ward practice");
    assert_eq!(view::made_with(&page.model).as_deref(), Some("“Ward practice” (a50b430c)"));
    page.send(Msg::Went(Route::assessment(own.as_str(), Place::Expectations(Part::Importance))));
    let asked = view::expectations(&page.model, Part::Importance).unwrap();
    assert_eq!(asked.cards[0].statement, "Patients fall less often on our wards");
    page.send(Msg::OpenExample);
    assert_eq!(page.model.catalogue, bundled());
    page.send(Msg::Went(Route::Home));
    let listed = view::home(&page.model).listed;
    let cards: Vec<_> = listed.iter().map(|one| view::card(&page.model, &one.id).unwrap()).collect();
    let mut named: Vec<_> = cards.iter().map(|card| (card.catalogue.as_deref(), card.phase.as_str())).collect();
    named.sort_unstable();
    assert_eq!(named, [(None, "Sustaining"), (Some("Ward practice"), "Getting ready")]);
}

#[test]
fn what_is_kept_comes_back_with_its_catalogue() {
    let mut page = with_catalogue();
    let community = create(&mut page);
    page.rate(Side::Members, "W1", 4);
    let state = page.open().clone();
    let again = again(&page, |_| {});
    assert_eq!(*again.model.shelf.get(&community).unwrap().assessment, state);
    assert_eq!(again.model.waiting, []);
    assert_eq!(*again.model.catalogues.of(&state), *known().1);
}

#[test]
fn all_that_was_in_a_storage_that_was_emptied_is_in_it_again() {
    let mut page = with_catalogue();
    create(&mut page);
    page.rate(Side::Members, "W1", 4);
    let deleted = create(&mut page);
    page.send(Msg::Delete(deleted));
    let check = |page: &mut Page| {
        let before = (page.stored.clone(), page.gone.clone(), page.catalogues.clone());
        page.effects.clear();
        page.stored.clear();
        page.gone.clear();
        page.catalogues.clear();
        page.send(Msg::Emptied);
        // Whatever is saved anew may have another stamp.
        for (id, record) in &mut page.stored {
            record.stamp.clone_from(&before.0[id].stamp);
        }
        assert_eq!((&page.stored, &page.gone, &page.catalogues), (&before.0, &before.1, &before.2));
        let noted = |effect: &&Effect| matches!(effect, Effect::NoteUnsaved { record: Some(_), .. });
        page.effects.iter().filter(noted).count()
    };
    assert_eq!(check(&mut page), page.model.unsaved.len());
    assert!(!page.model.unsaved.is_empty() && !page.catalogues.is_empty());
    // What waits for its catalogue is there too, untouched.
    let mut without = again(&page, |page| page.catalogues.clear());
    assert_eq!(without.model.waiting.len(), 2);
    check(&mut without);
    assert_eq!((without.stored.len(), without.gone.len()), (1, 1));
}

#[test]
fn without_its_catalogue_a_record_waits_untouched_and_goes_on_once_that_is_opened() {
    let mut page = with_catalogue();
    let community = create(&mut page);
    page.rate(Side::Members, "W1", 4);
    let state = page.open().clone();
    let deleted = create(&mut page);
    page.send(Msg::Delete(deleted.clone()));
    let mut without = again(&page, |page| page.catalogues.clear());
    assert!(without.model.shelf.is_empty() && without.model.gone.is_empty() && without.model.aside.is_empty());
    assert_eq!((&without.stored, &without.gone), (&page.stored, &page.gone));
    let rows = view::waiting(&without.model);
    let said: Vec<(&str, &str)> = rows.iter().map(|row| (row.name.as_str(), row.needs.as_str())).collect();
    let needs = "needs “Ward practice” (digest a50b430c…)";
    assert_eq!(said, [("Wound care", needs), ("A deleted community", needs)]);
    // Its address leads nowhere, and says so.
    without.send(Msg::Went(Route::assessment(community.as_str(), Place::Results)));
    assert!(without.model.open().is_none());
    open(&mut without, &OWN.replacen("Ward practice", "Another", 1));
    assert_eq!(without.model.waiting.len(), 2);
    open(&mut without, OWN);
    assert_eq!(without.model.waiting, []);
    assert_eq!(*without.model.shelf.get(&community).unwrap().assessment, state);
    assert!(without.model.gone.contains_key(&deleted));
    without.rate(Side::Members, "W2", 1);
    assert_eq!(without.importance(Side::Members, "W2"), Some(1));
    assert_eq!(without.stored(&community), *without.open());
}

#[test]
fn a_file_without_its_catalogue_asks_for_it_and_goes_on() {
    let (_, own) = known();
    let assessment = made_with(own);
    let mut page = Page::new();
    open(&mut page, &file::write(&assessment));
    let asked = view::wanted(&page.model).unwrap();
    assert_eq!(asked.title, "This needs the catalogue “Ward practice”");
    assert!(asked.lead.ends_with("begins with a50b430c."), "{}", asked.lead);
    assert!(page.model.shelf.is_empty() && page.stored.is_empty() && page.model.notice.is_none());
    open(&mut page, &OWN.replacen("Ward practice", "Another", 1));
    let other = view::wanted(&page.model).unwrap().other;
    assert_eq!(other, "“Another” is here now, but it is not the catalogue that is needed.");
    open(&mut page, OWN);
    assert_eq!(view::wanted(&page.model), None);
    assert_eq!(page.model.notice, Some(Notice::Kept("Wound care".to_owned())));
    assert_eq!(page.open().answered, assessment.answered);
}

#[test]
fn what_waits_is_forgotten_when_it_is_dismissed() {
    let mut page = Page::new();
    open(&mut page, &file::write(&made_with(known().1)));
    page.send(Msg::Dismiss);
    open(&mut page, OWN);
    assert!(page.model.shelf.is_empty());
}

#[test]
fn a_link_without_its_catalogue_asks_for_it_and_goes_on() {
    let (_, own) = known();
    let assessment = made_with(own);
    let token = made_link(own);
    let mut page = Page::new();
    page.send(Msg::Went(Route::Link(token)));
    assert_eq!(page.model.route, Route::Home);
    assert!(page.model.guest.is_none());
    assert!(view::wanted(&page.model).is_some());
    open(&mut page, OWN);
    assert_eq!(page.model.route, Route::Guest);
    assert_eq!(page.model.guest.as_ref().unwrap().assessment.answered, assessment.answered);
    assert_eq!(page.model.catalogue, own);
}

#[test]
fn a_locked_link_asks_for_its_catalogue_once_it_is_open() {
    let (_, own) = known();
    let token = made_link(own);
    let locked = link::lock(&token, "open sesame", [3; 16]).unwrap();
    let mut page = Page::new();
    page.send(Msg::Open { text: format!("#/v/{locked}"), source: Source::Paste });
    page.send(Msg::Unlock("open sesame".to_owned()));
    assert!(page.model.sealed().is_none() && view::wanted(&page.model).is_some());
    open(&mut page, OWN);
    assert_eq!(page.model.route, Route::Guest);
}

#[test]
fn an_invitation_is_answered_and_its_reply_added_with_the_catalogue() {
    let mut page = with_catalogue();
    let community = create(&mut page);
    let invitation = page.open().invitation(Side::Members);
    let token = link::invite(&invitation, known().1).unwrap();

    let mut member = Page::seeded(7_000);
    member.send(Msg::Went(Route::Link(token)));
    assert!(member.model.drafts.is_empty() && view::wanted(&member.model).is_some());
    open(&mut member, OWN);
    let step = Some(Answer::Step(Step::new(3).unwrap()));
    member.send(Msg::Reply(ReplyEdit::Rate(Question::Importance, id("W1"), step)));
    assert_eq!(member.model.catalogue.name, "Ward practice");
    let (draft, _) = member.model.replying().unwrap();
    let reply = link::reply(&draft.travelling(), draft.catalogue).unwrap();

    // The begun reply waits too where the catalogue is gone.
    let mut forgetful = again(&member, |page| page.catalogues.clear());
    assert!(forgetful.model.drafts.is_empty());
    assert!(matches!(forgetful.model.waiting[0].record, Record::Draft(..)));
    open(&mut forgetful, OWN);
    assert_eq!(forgetful.model.drafts, member.model.drafts);
    // An invitation that claims to be for the same, and needs no catalogue, does not take its place unseen.
    let mut claimed = voices::leader().open().invitation(Side::Members);
    claimed.assessment = invitation.assessment;
    let mut forgetful = again(&member, |page| page.catalogues.clear());
    forgetful.send(Msg::Went(Route::Link(link::invite(&claimed, bundled()).unwrap())));
    assert_eq!(forgetful.model.waiting, []);
    let before: Vec<&str> = member.drafts.values().map(String::as_str).collect();
    let aside: Vec<&str> = forgetful.model.aside.iter().map(|aside| &*aside.text).collect();
    assert_eq!(aside, before);

    page.send(Msg::Went(Route::Home));
    page.send(Msg::Open { text: reply, source: Source::Paste });
    page.send(Msg::AddFound);
    let replies = &page.model.shelf.get(&community).unwrap().assessment.answered.replies;
    assert_eq!(replies.len(), 1);
    assert_eq!(replies[0].answers.importance.get(&id("W1")).copied(), step);
}

#[test]
fn a_catalogue_in_use_is_not_removed() {
    let mut page = with_catalogue();
    let community = create(&mut page);
    let refused = |page: &Page| {
        assert_eq!(page.model.notice, Some(Notice::CatalogueInUse { name: "Ward practice".to_owned(), uses: 1 }));
        assert!(page.catalogues.contains_key(DIGEST));
    };
    page.send(Msg::RemoveCatalogue(digest()));
    refused(&page);
    page.send(Msg::Delete(community.clone()));
    page.send(Msg::RemoveCatalogue(digest()));
    refused(&page);
    page.send(Msg::DeleteForGood(community.clone()));
    page.send(Msg::RemoveCatalogue(digest()));
    assert_eq!(page.model.notice, Some(Notice::CatalogueRemoved("Ward practice".to_owned())));
    assert!(page.catalogues.is_empty());
    // Undo brings the community back, first to the deleted, and with it what it needs.
    page.send(Msg::Undo);
    assert!(page.model.gone.contains_key(&community));
    assert!(page.catalogues.contains_key(DIGEST));
    page.send(Msg::Undo);
    assert!(page.model.shelf.contains_key(&community));
    assert!(page.catalogues.contains_key(DIGEST));
}

#[test]
fn a_catalogue_that_was_removed_can_be_kept_again() {
    let mut page = with_catalogue();
    page.send(Msg::RemoveCatalogue(digest()));
    assert!(page.catalogues.is_empty());
    page.send(Msg::KeepCatalogue(digest()));
    assert!(page.catalogues.contains_key(DIGEST));
}

#[test]
fn a_catalogue_that_storage_refuses_is_said() {
    let mut page = Page::new();
    page.full = true;
    open(&mut page, OWN);
    assert!(!page.model.catalogues.own[0].kept);
    assert_eq!(page.model.notice, Some(Notice::CatalogueRefused("Ward practice".to_owned())));
}

#[test]
fn a_back_up_brings_the_catalogues_along() {
    let mut page = with_catalogue();
    let community = create(&mut page);
    page.send(Msg::OpenExample);
    page.effects.clear();
    page.send(Msg::BackUp);
    let text = page.effects.iter().find_map(|effect| match effect {
        Effect::Download { text, .. } => Some(text.clone()),
        _ => None,
    });
    let text = text.unwrap();
    assert_eq!(text.lines().count(), 3);
    let mut other = Page::seeded(9_000);
    open(&mut other, &text);
    assert_eq!(other.model.notice, Some(brought(2, 0, 0)));
    assert_eq!(other.stored(&community).answered, page.model.shelf.get(&community).unwrap().assessment.answered);
    assert!(other.catalogues.contains_key(DIGEST));

    let without: Vec<&str> = text.lines().skip(1).collect();
    let mut asked = Page::seeded(11_000);
    open(&mut asked, &without.join("\n"));
    assert!(view::wanted(&asked.model).is_some() && asked.model.shelf.len() == 1, "what needs none is here");
    open(&mut asked, OWN);
    assert_eq!(asked.model.shelf.len(), 2);
}

fn provided(text: Option<&str>) -> Msg {
    Msg::Provided { address: "catalogue.json".to_owned(), text: text.map(str::to_owned) }
}

#[test]
fn a_catalogue_that_the_page_brings_along_is_kept_once_something_is_made_with_it() {
    let mut page = Page::new();
    page.send(provided(Some(OWN)));
    assert!(page.catalogues.is_empty() && page.model.notice.is_none());
    page.send(Msg::Create);
    let rows = view::choice(&page.model).unwrap();
    assert_eq!(rows.iter().map(|row| row.name.as_str()).collect::<Vec<_>>(), ["Ward practice", "Common Ground"]);
    page.send(Msg::CreateWith(Some(digest())));
    assert!(page.catalogues.contains_key(DIGEST));
}

#[test]
fn a_catalogue_that_the_page_should_bring_along_and_cannot_is_said() {
    let mut page = Page::new();
    page.send(provided(None));
    let said = view::notice(&page.model).unwrap();
    assert_eq!(said.detail, "catalogue.json could not be fetched from where this page is.");
    page.send(provided(Some("{}")));
    assert_eq!(view::notice(&page.model).unwrap().detail, "format: required, and missing.");
}

#[test]
fn what_another_tab_keeps_is_here_and_what_it_removes_stays_where_it_is_used() {
    let mut page = with_catalogue();
    create(&mut page);
    let mut other = again(&page, |page| page.catalogues.clear());
    assert_eq!(other.model.waiting.len(), 1);
    other.send(Msg::CatalogueElsewhere { digest: digest(), text: Some(OWN.to_owned()) });
    assert_eq!((other.model.waiting.len(), other.model.shelf.len()), (0, 1));
    other.send(Msg::CatalogueElsewhere { digest: digest(), text: None });
    assert!(other.catalogues.contains_key(DIGEST));
    // A text under another catalogue's key is not taken for it.
    let wrong = Digest::from_bytes([1; Digest::BYTES]);
    let mut third = Page::new();
    third.send(Msg::CatalogueElsewhere { digest: wrong, text: Some(OWN.to_owned()) });
    assert!(third.model.catalogues.own.iter().all(|own| !own.kept));
}

#[test]
fn a_record_of_another_tab_waits_for_its_catalogue() {
    let mut page = with_catalogue();
    let community = create(&mut page);
    let record = page.stored[community.as_str()].clone();
    let mut other = Page::new();
    for _ in 0..2 {
        other.send(Msg::Elsewhere { id: community.to_string(), record: Some(record.clone()) });
        assert_eq!((other.model.waiting.len(), other.model.shelf.len()), (1, 0));
    }
    other.send(Msg::Elsewhere { id: community.to_string(), record: None });
    assert_eq!(other.model.waiting, []);
}

#[test]
fn communities_side_by_side_have_the_words_of_their_own_catalogues() {
    let mut page = with_catalogue();
    create(&mut page);
    page.send(Msg::OpenExample);
    page.send(Msg::Went(Route::Portfolio));
    let rows = view::portfolio(&page.model).rows;
    let text = format!("{rows:?}");
    assert!(text.contains("Getting ready") && text.contains("Sustaining"));
}

#[test]
fn recognition_is_never_proposed_where_it_is_not_asked_about() {
    let advice = Catalogue::read(OWN).unwrap();
    assert!(advice.item(id("M5")).is_none());
    let mut page = with_catalogue();
    create(&mut page);
    page.send(Msg::Edit(Edit::Phase(common_ground::catalogue::Phase::Sustain)));
    for item in ["W1", "W2", "O2", "S1", "N1", "N2"] {
        page.rate(Side::Members, item, 4);
        let rate = |question, step| Edit::Rate {
            question,
            side: Side::Members,
            item: id(item),
            answer: Some(Answer::Step(Step::new(step).unwrap())),
        };
        page.send(Msg::Edit(rate(Question::Delivered, 0)));
    }
    let shown = view::next(&page.model).unwrap();
    assert!(shown.actions.iter().all(|card| card.action != 48), "{shown:?}");
}
