//! The hosted page without a network, and a new version of it.

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Answer, Page, Role, statement};
use common_ground_e2e::site::Site;
use serde_json::{Value, json};

/// Opens a site and waits until it could be opened again without a network.
#[track_caller]
fn first_visit(page: &Page, site: &Site) {
    page.go(&site.address());
    page.wait_until("the page is served without a network", || {
        page.browser().run("return !!navigator.serviceWorker.controller", Vec::new()) == json!(true)
    });
}

/// Looks for a new version, as the browser does when the page is looked at again; what came of it.
#[track_caller]
fn look(page: &Page) -> String {
    let look = "const [done] = arguments;
        navigator.serviceWorker.getRegistration().then((found) => found.update()).then(
            (found) => {
                const worker = found.installing;
                if (!worker) return done('nothing new');
                worker.addEventListener('statechange', () => done(worker.state));
            },
            () => done('refused'));";
    page.browser().run_and_wait(look, Vec::new()).as_str().unwrap_or_default().to_owned()
}

/// The versions that the browser keeps, in the order in which they came.
#[track_caller]
fn versions(page: &Page) -> Vec<String> {
    let names = page.browser().run_and_wait("caches.keys().then(arguments[0])", Vec::new());
    let version = |name: &Value| Some(name.as_str()?.rsplit(' ').next()?.to_owned());
    names.as_array().map(|names| names.iter().filter_map(version).collect()).unwrap_or_default()
}

/// The edition that is shown.
#[track_caller]
fn edition(page: &Page) -> String {
    page.text_of("return document.body?.dataset.edition || 'first'")
}

/// Publishes an edition, and waits until the browser has it.
#[track_caller]
fn publish(site: &Site, page: &Page, edition: &str) {
    site.publish(edition);
    assert_eq!(look(page), "installed");
}

/// Uses the new version, and waits until it is shown.
#[track_caller]
fn lets_in(page: &Page, new: &str) {
    page.press(EN.frame.newer_use);
    page.wait_until("the new version is shown", || edition(page) == new);
}

#[test]
fn after_the_first_visit_the_page_works_without_a_network() {
    let driver = Driver::start();
    let (site, page) = (Site::start(), Page::before(&driver));
    first_visit(&page, &site);
    site.reachable(false);
    page.go(&format!("{}?from=mail", site.address()));
    page.begin("Bridge inspectors", "launch");
    page.to(EN.frame.expectations);
    page.choose(Side::Organisation, statement("O1"), Answer::Step(4));
    page.choose(Side::Members, statement("O1"), Answer::Step(2));
    page.reload();
    assert_eq!(page.chosen(Side::Members, statement("O1")).as_deref(), Some("2"));
    page.to(EN.frame.results);
    assert!(page.heading().contains(EN.results.overlap_follows), "{}", page.heading());

    // The one file was never asked for, so it is not here: said, not silently nothing.
    page.to(EN.frame.share);
    page.press(EN.share.page_save);
    page.hear(EN.notices.page_refused);
    site.reachable(true);
    page.browser().downloaded(".common-ground.html", || page.press(EN.share.page_save));
    page.hear("Saved as bridge-inspectors.common-ground.html");
    // From now on it is.
    site.reachable(false);
    page.reload();
    page.browser().downloaded(".html", || page.press(EN.share.page_save));
}

#[test]
fn a_new_version_waits_until_a_person_lets_it_in_and_loses_nothing() {
    let driver = Driver::start();
    let (site, page) = (Site::start(), Page::before(&driver));
    first_visit(&page, &site);
    page.begin("Bridge inspectors", "launch");
    assert_eq!(look(&page), "nothing new");
    publish(&site, &page, "second");
    page.hear(EN.frame.newer_title);
    assert_eq!(edition(&page), "first", "it never loads again by itself");

    // Loading again by hand shows the version that is in use, all of it, and says again that another one waits.
    page.reload();
    page.hear(EN.frame.newer_title);
    assert_eq!(edition(&page), "first", "two versions never meet");

    page.to(EN.frame.voices);
    page.write(EN.inviting.collect_label, "a message that is nowhere else");
    page.press(EN.frame.newer_use);
    page.hear(EN.notices.not_renewed);
    assert_eq!(edition(&page), "first", "what was pasted would be lost");
    page.write(EN.inviting.collect_label, " ");
    lets_in(&page, "second");
    page.wait_until_there();
    page.home();
    assert_eq!(page.communities(), ["Bridge inspectors"]);
    assert!(!page.has(Role::Button, EN.frame.newer_use));
    site.reachable(false);
    page.reload();
    assert_eq!(edition(&page), "second", "the new version works without a network too");
}

#[test]
fn a_version_of_which_only_half_is_there_is_not_taken() {
    let driver = Driver::start();
    let (site, page) = (Site::start(), Page::before(&driver));
    first_visit(&page, &site);
    site.publish_half("half");
    assert_eq!(look(&page), "redundant");
    assert!(!page.has(Role::Button, EN.frame.newer_use));
    site.reachable(false);
    page.reload();
    assert_eq!(page.heading(), EN.home.title);
}

#[test]
fn a_second_tab_hears_that_the_first_has_let_a_new_version_in() {
    let driver = Driver::start();
    let (site, page) = (Site::start(), Page::before(&driver));
    first_visit(&page, &site);
    let first = page.browser().window();
    let second = page.browser().open_window();
    page.go(&site.address());
    page.browser().switch(&first);
    publish(&site, &page, "second");
    lets_in(&page, "second");
    page.browser().switch(&second);
    page.hear(EN.frame.newer_title);
    assert_eq!(edition(&page), "first", "another tab is not loaded again");
    lets_in(&page, "second");
    page.wait_until_there();
    page.leave();
}

#[test]
fn of_the_versions_before_the_one_that_was_in_use_stays_for_its_tabs() {
    let driver = Driver::start();
    let (site, page) = (Site::start(), Page::before(&driver));
    first_visit(&page, &site);
    let first = versions(&page);
    assert_eq!(first.len(), 1);
    // The second waits, and is replaced before anybody has used it.
    publish(&site, &page, "second");
    publish(&site, &page, "third");
    page.hear(EN.frame.newer_title);
    let window = page.browser().window();
    let tab = page.browser().open_window();
    page.go(&site.address());
    assert_eq!(edition(&page), "first");
    page.browser().switch(&window);
    lets_in(&page, "third");
    page.browser().switch(&tab);
    page.wait_until("two versions are kept", || versions(&page).len() == 2);
    assert_eq!(versions(&page).first(), first.first(), "this tab may still need a part of it");

    // Once nobody has used the first for a version, it goes.
    let third = versions(&page).pop();
    publish(&site, &page, "fourth");
    lets_in(&page, "fourth");
    page.wait_until("two versions are kept", || versions(&page).len() == 2);
    assert_eq!(versions(&page).first(), third.as_ref());
    page.leave();
}

#[test]
fn a_tab_that_the_first_version_has_taken_over_hears_of_the_next_one_that_does() {
    let driver = Driver::start();
    let (site, page) = (Site::start(), Page::before(&driver));
    first_visit(&page, &site);
    page.settle();
    assert!(!page.has(Role::Button, EN.frame.newer_use), "the first version is the one that is shown");
    // As for a tab that did not see it come and wait.
    page.browser().run("navigator.serviceWorker.dispatchEvent(new Event('controllerchange'))", Vec::new());
    page.see(Role::Button, EN.frame.newer_use);
    page.leave();
}

#[test]
fn where_service_workers_are_refused_the_page_works_as_ever() {
    const REFUSED: &str = "Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get() { throw new DOMException('Service worker is disabled.', 'SecurityError'); } });";
    const MISSING: &str = "delete Navigator.prototype.serviceWorker;";
    let driver = Driver::start();
    for refusal in [REFUSED, MISSING] {
        let page = Page::before(&driver);
        page.browser().tell("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": refusal }));
        page.visit("");
        page.begin("Bridge inspectors", "launch");
        page.home();
        assert_eq!(page.communities(), ["Bridge inspectors"]);
        page.leave();
    }
}

#[test]
fn the_page_can_be_installed() {
    let driver = Driver::start();
    let (site, page) = (Site::start(), Page::before(&driver));
    first_visit(&page, &site);
    let faults = page.browser().tell("Page.getInstallabilityErrors", &json!({}));
    // A window without an address bar of its own, as tests use, is the one thing that the browser may find.
    let ids: Vec<&str> = faults
        .pointer("/installabilityErrors")
        .and_then(|faults| faults.as_array())
        .map(|faults| faults.iter().filter_map(|fault| fault.get("errorId")?.as_str()).collect())
        .unwrap_or_default();
    assert!(ids.iter().all(|id| *id == "in-incognito"), "{ids:?}");
    let manifest = page.browser().tell("Page.getAppManifest", &json!({}));
    assert_eq!(manifest.pointer("/errors"), Some(&json!([])));
    page.leave();
}
