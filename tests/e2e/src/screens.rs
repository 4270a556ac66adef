//! Every screen of the page, to go through.

use std::fs;

use common_ground::text::EN;
use serde_json::json;

use crate::file;
use crate::page::{Page, Role};
use crate::stop::Must;

/// A screen: what it is called, and where it is.
#[derive(Clone, Debug)]
pub struct Screen {
    /// A name for reports and files.
    pub name: String,
    /// Its address behind `#`, with it.
    pub fragment: String,
}

/// The places of a community and the ends of their addresses.
const PLACES: [(&str, &str); 13] = [
    ("community", "community"),
    ("importance", "expectations"),
    ("delivered", "expectations/delivered"),
    ("top", "expectations/top"),
    ("exchange", "exchange"),
    ("practices", "value-proposition"),
    ("results", "results"),
    ("voices", "voices"),
    ("over-time", "over-time"),
    ("statement", "statement"),
    ("plan", "plan"),
    ("share", "share"),
    ("report", "report"),
];

/// The identity of the community that has some answers.
pub const PARTIAL: &str = "0b8f1c1e-6a55-4a53-9a63-0d7f6f0c8a11";

/// Light or dark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
}

impl Theme {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Light, Self::Dark];

    /// Its name for reports and files.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}

impl Page<'_> {
    /// Uses these colours, by the button at the top.
    #[track_caller]
    pub fn colours(&self, theme: Theme) {
        let button = match theme {
            Theme::Light => EN.frame.theme_light,
            Theme::Dark => EN.frame.theme_dark,
        };
        if self.has(Role::Button, button) {
            self.press(button);
        }
    }
}

/// Fills an empty page: a community without an answer, one with some, the example, the example as a guest sees it, and
/// a reply that was begun. Leaves the first page with its three cards, and gives all other screens.
#[track_caller]
pub fn prepare(page: &Page) -> Vec<Screen> {
    page.press(EN.home.start);
    let empty = page.identity();
    page.home();

    let mut partial = file::small(PARTIAL, "Bridge inspectors");
    if let Some(members) = partial.get_mut("members") {
        *members = json!({ "importance": { "O1": 1, "O2": 3, "O3": null } });
    }
    let path = page.browser().folder().join("partial.json");
    fs::write(&path, partial.to_string()).must("writing a file");
    page.open_file(&path);
    let partial = page.identity();
    page.press(EN.frame.dismiss);
    page.home();

    page.open_example();
    let example = page.identity();
    let link = page.link();
    page.to(EN.frame.voices);
    let invitation = page.written(&(EN.inviting.link_label)(EN.results.members_word));
    page.go(&link);
    page.wait_until("the guest copy is shown", || page.fragment() == "#/guest");
    page.go(&invitation);
    page.wait_until("the reply is shown", || page.fragment().starts_with("#/r/"));
    let statement = &common_ground::catalogue::bundled().items.first().must("an expectation").statement;
    page.find(Role::Group, &format!("{}: {statement}", EN.reply.importance_members)).radio("4").press();
    let reply = page.fragment().rsplit_once('/').map(|(reply, _)| reply.to_owned()).must("an address of a reply");
    page.visit("#/");

    let screen = |name: &str, fragment: String| Screen { name: name.to_owned(), fragment };
    let mut screens = vec![screen("home", "#/".to_owned())];
    for (kind, id) in [("empty", &empty), ("partial", &partial), ("example", &example)] {
        let places = PLACES.iter().filter(|(place, _)| kind != "partial" || *place == "results");
        screens.extend(places.map(|(place, end)| screen(&format!("{kind}-{place}"), format!("#/c/{id}/{end}"))));
    }
    for (at, name) in ["first", "worth", "end"].into_iter().enumerate() {
        let page = [1, 5, 6].get(at).copied().unwrap_or(1);
        screens.push(screen(&format!("reply-{name}"), format!("{reply}/{page}")));
    }
    screens.push(screen("guest", "#/guest".to_owned()));
    screens.push(screen("portfolio", "#/portfolio".to_owned()));
    screens.push(screen("compare-choose", "#/compare".to_owned()));
    screens.push(screen("compare", format!("#/compare/{example}/{partial}")));
    screens.push(screen("method", "#/method".to_owned()));
    screens.push(screen("nowhere", "#/somewhere/else".to_owned()));
    screens
}
