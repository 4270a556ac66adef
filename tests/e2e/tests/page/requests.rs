//! No request leaves the page's own site; the one file makes none at all.

use common_ground::text::EN;
use common_ground_e2e::browser::{Driver, Setting};
use common_ground_e2e::environment;
use common_ground_e2e::page::Page;
use common_ground_e2e::site::Site;

use super::main_job::first_picture;

/// Tries every way to ask another site for something; gives how many the policy refused, and how many there were.
const TRY: &str = "const [done] = arguments;
    const other = 'https://elsewhere.example/';
    const refused = new Set();
    addEventListener('securitypolicyviolation', (event) => refused.add(event.effectiveDirective));
    const put = (tag, name, value) => {
        const element = document.createElement(tag);
        element[name] = value;
        if (tag === 'link') element.rel = 'stylesheet';
        document.body.append(element);
        element.remove();
    };
    fetch(other).catch(() => 0);
    try { new WebSocket('wss://elsewhere.example/'); } catch {}
    try { new EventSource(other); } catch {}
    navigator.sendBeacon(other, 'x');
    new Image().src = other + 'x.png';
    put('script', 'src', other + 'x.js');
    put('link', 'href', other + 'x.css');
    put('iframe', 'src', other);
    put('object', 'data', other);
    put('video', 'src', other + 'x.mp4');
    try { new Worker(URL.createObjectURL(new Blob(['']))); } catch {}
    document.fonts.add(new FontFace('x', `url(${other}x.woff2)`));
    document.fonts.load('1rem x').catch(() => 0);
    setTimeout(() => done([...refused].sort().join(' ')), 500);";

const REFUSED: &str =
    "connect-src font-src frame-src img-src media-src object-src script-src-elem style-src-elem worker-src";

/// Does the main job, and everything that hands something out.
#[track_caller]
fn everything(page: &Page) {
    first_picture(page);
    for place in [EN.frame.voices, EN.frame.time, EN.frame.statement, EN.frame.plan, EN.frame.share] {
        page.to(place);
    }
    page.browser().downloaded(".common-ground.html", || page.press(EN.share.page_save));
    page.browser().downloaded(".common-ground.json", || page.press(EN.share.save));
    page.home();
    page.open_example();
}

#[test]
fn the_hosted_page_asks_its_own_site_for_its_own_files_and_nobody_else() {
    let driver = Driver::start();
    let (site, page) = (Site::start(), Page::set(&driver, &[Setting::Requests]));
    page.go(&site.address());
    everything(&page);
    let requests = page.browser().requests();
    let own = |address: &String| {
        let path = address.strip_prefix(site.address().trim_end_matches('/'));
        path.is_some_and(|path| site.names().iter().any(|name| name == path))
    };
    let data = |address: &String| address.starts_with("data:") || address.starts_with("blob:");
    let foreign: Vec<_> = requests.iter().filter(|address| !own(address) && !data(address)).collect();
    assert!(requests.iter().any(own), "requests are noted: {requests:?}");
    assert!(foreign.is_empty(), "{foreign:?}");
    let names = site.names();
    let strange: Vec<_> = site.asked().into_iter().filter(|path| !names.contains(path)).collect();
    assert!(strange.is_empty(), "the site was asked for what it does not have: {strange:?}");
    page.leave();
}

#[test]
fn the_one_file_makes_no_request_at_all() {
    let driver = Driver::start();
    let page = Page::set(&driver, &[Setting::Requests]);
    let file = format!("file://{}", environment::dist().join("common-ground.html").display());
    page.go(&file);
    everything(&page);
    let requests = page.browser().requests();
    let bare = |address: &String| address.split('#').next() == Some(file.as_str());
    let others: Vec<_> = requests
        .iter()
        .filter(|address| !bare(address) && !address.starts_with("data:") && !address.starts_with("blob:"))
        .collect();
    assert_eq!(requests.iter().filter(|address| bare(address)).count(), 1, "the file itself: {requests:?}");
    assert!(others.is_empty(), "{others:?}");
    page.leave();
}

#[test]
fn the_policy_refuses_every_way_to_ask_another_site() {
    let driver = Driver::start();
    let file = format!("file://{}", environment::dist().join("common-ground.html").display());
    for address in [environment::page(), file] {
        let page = Page::before(&driver);
        page.go(&address);
        let refused = page.browser().run_and_wait(TRY, Vec::new());
        assert_eq!(refused.as_str(), Some(REFUSED), "{address}");
    }
}
