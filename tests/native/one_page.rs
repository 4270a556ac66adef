//! One page with an assessment: what goes into it, what comes out of it, and a new version of the page.

use common_ground::app::view::Leads;
use common_ground::app::{Effect, Kept, Msg, Notice, Pending, Source, Storage, Version, Whence, filled, owes, view};
use common_ground::assessment::Edit;
use common_ground::catalogue::{Catalogue, Side, bundled};
use common_ground::file;
use common_ground::link::{self, Carried, Content};
use common_ground::route::{Place, Route};
use common_ground::text::EN;

use super::own_catalogue::{OWN, known, made_with};
use super::page::Page;

const HOSTILE: &str = "</script><script>alert(1)</script><!-- \u{0} \" ' & ~ \r\n 👩‍🔬 \u{202e}";

/// What a person typed, everywhere where names and notes go.
fn written(page: &mut Page) {
    page.create();
    page.send(Msg::Edit(Edit::Name(HOSTILE.into())));
    page.send(Msg::Edit(Edit::Purpose(HOSTILE.into())));
    page.rate(Side::Organisation, "O1", 4);
    page.rate(Side::Members, "O1", 2);
}

/// The page that is offered: its name, the link in it.
fn offered(page: &mut Page) -> Option<(String, String)> {
    page.effects.clear();
    page.send(Msg::SavePage);
    page.effects.iter().find_map(|effect| match effect {
        Effect::OnePage { name, fragment, .. } => Some((name.clone(), fragment.clone())),
        _ => None,
    })
}

fn started(kept: Kept) -> Page {
    let mut page = Page::seeded(77);
    page.send(Msg::Started(Box::new(kept)));
    page
}

fn letters(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}

#[test]
fn nothing_typed_can_end_the_element_that_it_is_carried_in() {
    let mut page = Page::new();
    written(&mut page);
    let (name, fragment) = offered(&mut page).unwrap();
    assert_eq!(name, "script-script-alert-1-script-👩-🔬.common-ground.html".replace("-👩-🔬", ""));
    assert!(fragment.bytes().all(|letter| letter.is_ascii_alphanumeric() || b"#/-_".contains(&letter)), "{fragment}");
    let bare = letters("<p>\u{feff}</p><script id=\"carried\" data-own=\"\"></script><p id=\"program\">~\u{803c}</p>");
    let whole = filled(&bare, &fragment, None).unwrap();
    let text = String::from_utf16(&whole).unwrap();
    assert_eq!(text.matches("<script").count(), 1);
    assert_eq!(text.matches("</script>").count(), 1);
    assert_eq!(filled(&whole, "", None).unwrap(), bare, "all the rest is as it was");
}

#[test]
fn replies_names_notes_and_snapshots_stay_at_home_unless_asked_for() {
    let mut page = Page::new();
    page.send(Msg::OpenExample);
    let held = |page: &mut Page| {
        let (_, fragment) = offered(page).unwrap();
        link::decode(&fragment, bundled()).unwrap().assessment().unwrap()
    };
    let bare = held(&mut page);
    assert_eq!(bare.answered.replies.len(), 0);
    assert!(bare.notes.is_empty() && bare.snapshots.is_empty());
    page.send(Msg::Carry(Carried::ALL));
    let whole = held(&mut page);
    assert_eq!(whole.answered.replies.len(), page.open().answered.replies.len());
    assert!(!whole.answered.replies.is_empty());
    assert_eq!(whole.notes, page.open().notes);
}

#[test]
fn opening_the_page_shows_the_assessment_as_a_guest_copy_and_saves_nothing() {
    let mut sender = Page::new();
    written(&mut sender);
    let (_, fragment) = offered(&mut sender).unwrap();
    let mut page = started(Kept { inside: Some(fragment.clone()), whence: Whence::File(None), ..Kept::default() });
    page.send(Msg::Went(Route::parse(&fragment)));
    assert_eq!(page.model.route, Route::Guest);
    assert_eq!(
        page.model.guest.as_ref().unwrap().assessment.answered.community.name,
        sender.open().answered.community.name
    );
    assert!(page.stored.is_empty() && page.model.shelf.is_empty());

    // Where the tab keeps nothing, the page itself still knows it.
    let mut again = started(Kept { inside: Some(fragment), ..Kept::default() });
    again.send(Msg::Went(Route::Guest));
    assert!(again.model.guest.is_some());
    assert_eq!(again.model.route, Route::Guest);
}

#[test]
fn a_locked_page_asks_for_the_phrase() {
    let mut sender = Page::new();
    written(&mut sender);
    sender.send(Msg::Lock("four unrelated words here".into()));
    let (_, fragment) = offered(&mut sender).unwrap();
    let mut page = started(Kept { inside: Some(fragment.clone()), ..Kept::default() });
    page.send(Msg::Went(Route::parse(&fragment)));
    assert!(page.model.guest.is_none());
    assert_eq!(view::sealed(&page.model), Some(None));
    page.send(Msg::Unlock("four unrelated words here".into()));
    assert!(page.model.guest.is_some());
}

#[test]
fn a_page_whose_link_was_spoilt_says_so_and_opens_the_first_page() {
    let mut page = started(Kept { inside: Some("#/v/Agxx".into()), ..Kept::default() });
    page.send(Msg::Went(Route::parse("#/v/Agxx")));
    assert_eq!(page.model.route, Route::Home);
    assert!(matches!(page.model.notice, Some(Notice::Unreadable(_))), "{:?}", page.model.notice);
}

#[test]
fn where_nothing_is_open_no_page_is_offered() {
    let mut page = Page::new();
    page.create();
    assert!(offered(&mut page).is_some());
    page.send(Msg::Went(Route::Home));
    assert_eq!(offered(&mut page), None);
}

#[test]
fn a_page_opened_as_a_file_says_where_things_are_and_where_links_lead() {
    let check = |whence: Whence, who, leads: Leads| {
        let mut page = started(Kept { whence, ..Kept::default() });
        assert_eq!(view::home(&page.model).who, who);
        let id = page.create();
        page.send(Msg::Went(Route::assessment(id.as_str(), Place::Share)));
        assert_eq!(view::share(&page.model).unwrap().leads, leads);
        assert_eq!(view::inviting(&page.model).unwrap().leads, leads);
        assert_eq!(view::leads(&page.model), leads);
    };
    check(Whence::Site, EN.home.who_reads, Leads::Here);
    check(Whence::File(None), EN.home.who_reads_file, Leads::Nowhere);
    let site = "https://example.org/cg/";
    check(Whence::File(Some(site.into())), EN.home.who_reads_file, Leads::Site((EN.share.link_site)(site)));
}

#[test]
fn a_code_opens_what_the_link_would_have() {
    let mut page = Page::new();
    written(&mut page);
    let id = page.model.open_id().unwrap();
    page.send(Msg::Went(Route::assessment(id.as_str(), Place::Share)));
    let code = view::code(view::share(&page.model).unwrap().fragment.as_ref().unwrap());
    assert!(code.starts_with("cg:"), "{code}");
    let mut other = Page::seeded(5);
    other.send(Msg::Open { text: format!("Here it is:\n{code}\n"), source: Source::Paste });
    assert_eq!(other.model.route, Route::Guest);
    let guest = other.model.guest.as_ref().unwrap();
    assert_eq!(guest.assessment.answered.community.name, page.open().answered.community.name);
}

#[test]
fn a_page_with_an_invitation_opens_as_that_invitation() {
    let mut leader = Page::new();
    written(&mut leader);
    leader.effects.clear();
    leader.send(Msg::SaveInvitation(Side::Members));
    let Some(Effect::OnePage { name, fragment, catalogue: None }) = leader.effects.first().cloned() else {
        panic!("a page: {:?}", leader.effects)
    };
    assert!(name.starts_with("members-script"), "{name}");
    assert!(
        matches!(link::decode(&fragment, bundled()), Ok(Content::Invitation(asked)) if asked.side == Side::Members)
    );
    let mut page = started(Kept { inside: Some(fragment.clone()), whence: Whence::File(None), ..Kept::default() });
    page.send(Msg::Went(Route::parse(&fragment)));
    assert!(page.model.replying().is_some(), "{:?}", page.model.route);
    assert_eq!(view::leads(&page.model), Leads::Nowhere);
}

/// The catalogue of the tests with something hostile in its words.
fn own() -> String {
    let hostile = "</script><!-- 👩‍🔬 \u{2028} ~ & <b>";
    let text = include_str!("../golden/own.catalogue.json");
    assert!(text.contains("Patients fall less often on our wards"));
    text.replace("Patients fall less often on our wards", hostile)
}

#[test]
fn what_was_made_with_an_own_catalogue_carries_it_and_asks_for_nothing() {
    let mut sender = Page::new();
    sender.send(Msg::Open { text: own(), source: Source::File });
    let catalogue = Catalogue::read(&own()).unwrap();
    let digest = catalogue.id().unwrap().digest;
    sender.send(Msg::CreateWith(Some(digest)));
    sender.send(Msg::Edit(Edit::Name("Wound care".into())));
    let id = sender.model.open_id().unwrap();
    sender.send(Msg::Went(Route::assessment(id.as_str(), Place::Share)));
    assert_eq!(view::share(&sender.model).unwrap().catalogue, Some((EN.share.page_catalogue)("Ward practice")));
    for message in [Msg::SavePage, Msg::SaveInvitation(Side::Organisation)] {
        sender.effects.clear();
        sender.send(message);
        let Some(Effect::OnePage { fragment, catalogue: Some(carried), .. }) = sender.effects.first().cloned() else {
            panic!("a page: {:?}", sender.effects)
        };
        assert!(carried.bytes().all(|letter| matches!(letter, b' '..=b'~') && letter != b'<'), "{carried}");
        assert_eq!(Catalogue::read(&carried).unwrap(), catalogue, "not a word of it is another");
        let page = letters("<script id=\"carried\" data-own=\"\"></script>");
        assert!(filled(&page, &fragment, Some(&carried)).is_some());

        let mut page = Page::seeded(9);
        page.send(Msg::Provided { address: String::new(), text: Some(carried) });
        page.send(Msg::Started(Box::new(Kept { inside: Some(fragment.clone()), ..Kept::default() })));
        page.send(Msg::Went(Route::parse(&fragment)));
        assert_eq!((page.model.wanted(), page.model.notice.as_ref()), (None, None));
        assert_eq!(page.model.catalogue.id().map(|id| id.digest), Some(digest));
        assert!(page.model.guest.is_some() || page.model.replying().is_some());
        let looks = page.model.guest.is_some();
        assert_eq!(
            page.catalogues.is_empty(),
            looks,
            "what is only looked at keeps nothing; a reply is kept, with its words"
        );
    }
    // Locked, the answers need the phrase; the expectations that are asked about do not, which is said.
    sender.send(Msg::Lock("four unrelated words here".into()));
    assert_eq!(view::share(&sender.model).unwrap().catalogue, Some((EN.share.page_catalogue_open)("Ward practice")));
}

#[test]
fn a_new_version_is_used_when_a_person_says_so_and_nothing_would_be_lost() {
    let renews = |page: &mut Page| {
        page.effects.clear();
        page.send(Msg::Renew);
        let renews = page.effects.contains(&Effect::Renew);
        assert_eq!(page.model.notice == Some(Notice::NotRenewed), !renews);
        page.send(Msg::Dismiss);
        renews
    };
    let mut page = Page::new();
    assert_eq!(page.model.version, Version::Latest);
    page.send(Msg::NewerThere);
    assert_eq!(page.model.version, Version::Waits);
    assert!(!page.effects.contains(&Effect::Renew), "never by itself");
    let id = page.create();
    assert!(renews(&mut page), "everything is saved");

    page.full = true;
    page.rate(Side::Members, "O1", 3);
    assert!(renews(&mut page) && owes(&page.model), "an answer that storage refused is in the journal");
    page.full = false;
    page.rate(Side::Members, "O1", 2);
    assert_eq!(page.model.shelf.get(&id).unwrap().pending, Pending::Nothing);
    assert!(renews(&mut page));

    page.send(Msg::Sift("pasted, and nowhere else".into()));
    assert!(!renews(&mut page), "a heap of text was pasted");
    page.send(Msg::Sift(" \n".into()));
    assert!(renews(&mut page));

    page.full = true;
    page.send(Msg::Open { text: OWN.into(), source: Source::File });
    assert!(!renews(&mut page), "storage has refused a catalogue");
    page.full = false;
    page.send(Msg::KeepCatalogue(page.model.catalogues.own[0].id.digest));
    assert!(renews(&mut page));
    page.full = true;
    page.send(Msg::RemoveCatalogue(page.model.catalogues.own[0].id.digest));
    assert!(renews(&mut page), "nobody wants it any more");
    page.full = false;

    let mut other = Page::seeded(700);
    let made = file::write_compact(&made_with(known().1));
    other.send(Msg::Open { text: made, source: Source::Paste });
    assert!(view::wanted(&other.model).is_some());
    other.effects.clear();
    other.send(Msg::Renew);
    assert!(!other.effects.contains(&Effect::Renew), "what was opened waits for its catalogue");

    page.model.storage = Storage::TabOnly;
    assert!(!renews(&mut page), "this tab alone holds a community");
}
