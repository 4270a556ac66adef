//! What a person writes is text, whatever it looks like, and stays as it was written.

use std::path::Path;

use common_ground::catalogue::Side;
use common_ground::text::EN;
use common_ground_e2e::browser::Driver;
use common_ground_e2e::page::{Answer, Page, Role, Thing, statement};

const NAME: &str = "<img src=x onerror=\"window.fooled=1\"> “O’Neill” & 'Söhne' עברית 👩‍🔬🏳️‍🌈";
const NOTE: &str = "</textarea><script>window.fooled=1</script>\n\tمرحبا \u{202e}abc\u{202c} {{7*7}} ${x} %00 \\n";
const OWN: &str = "\"><svg onload=window.fooled=1> עברית 👍🏽 <b>bold</b> &amp; --";

/// Ten thousand characters of everything.
fn purpose() -> String {
    let seed = "<i onclick=\"window.fooled=1\">x</i> ' \" & עברית العربية 漢字 e\u{301} 👩‍👩‍👧‍👦\u{200d} \\ / \n";
    seed.chars().cycle().take(9_999).chain(['.']).collect()
}

/// Opens what is written beside the first expectation, and beside the own one, and compares everything.
#[track_caller]
fn check(page: &Page, when: &str) {
    page.to(EN.frame.community);
    assert_eq!(page.written(EN.asking.name), NAME, "{when}: the name");
    assert_eq!(
        page.written(&format!("{} {}", EN.asking.purpose, EN.asking.optional)),
        purpose(),
        "{when}: the purpose"
    );
    page.to(EN.frame.expectations);
    let card = page.find(Role::Card, statement("O1"));
    card.all(Role::More).iter().for_each(Thing::press);
    assert_eq!(card.find(Role::Field, EN.asking.note).value(), NOTE, "{when}: the note");
    let own = page.find(Role::Card, OWN);
    own.all(Role::More).iter().for_each(Thing::press);
    assert_eq!(own.find(Role::Field, EN.asking.reword).value(), OWN, "{when}: the own expectation");
    shown_as_text(page, when);
}

#[track_caller]
fn shown_as_text(page: &Page, when: &str) {
    assert!(!page.is_fooled(), "{when}: text was taken as markup");
    assert!(page.title().contains(NAME), "{when}: the title is {}", page.title());
}

/// Opens a file from the first page and waits until it is there.
#[track_caller]
fn open(page: &Page, file: &Path) {
    page.home();
    page.open_file(file);
    page.hear(&(EN.notices.kept)(NAME));
}

#[test]
fn any_text_is_shown_as_text_and_survives_storage_file_and_link() {
    let driver = Driver::start();
    let page = Page::new(&driver);
    page.begin(NAME, "launch");
    page.write(&format!("{} {}", EN.asking.purpose, EN.asking.optional), &purpose());
    page.to(EN.frame.expectations);
    let card = page.find(Role::Card, statement("O1"));
    card.all(Role::More).iter().for_each(Thing::press);
    card.find(Role::Field, EN.asking.note).write(NOTE);
    page.unfold(EN.asking.bank_title);
    page.write(EN.asking.own_text, OWN);
    page.press(EN.asking.own_add);
    page.see(Role::Card, OWN);

    page.reload();
    check(&page, "after loading again");
    // The table of the results is there once something is answered.
    page.choose(Side::Members, OWN, Answer::Step(3));
    page.to(EN.frame.results);
    shown_as_text(&page, "in the results");
    assert!(page.words().contains(OWN), "the own expectation is in the table");
    page.home();
    assert_eq!(page.communities(), [NAME]);
    shown_as_text_at_home(&page);

    page.follow(NAME);
    page.to(EN.frame.share);
    // Notes travel only if one says so.
    page.find(Role::Check, &[EN.share.carry_notes, EN.share.carry_notes_hint].join(" ")).press();
    let link = page.link();
    let file = page.browser().downloaded(".common-ground.json", || page.press(EN.share.save));
    page.home();
    page.press(&(EN.home.of_name)(EN.home.delete, NAME));
    page.hear(&(EN.notices.deleted)(NAME));
    shown_as_text_at_home(&page);
    // A deleted one is here no longer, so the file is simply opened.
    open(&page, &file);
    check(&page, "after a file");
    page.leave();

    let guest = Page::before(&driver);
    guest.go(&link);
    guest.wait_until("the copy is shown", || guest.fragment() == "#/guest");
    shown_as_text(&guest, "as a guest");
    guest.press(EN.share.guest_keep);
    guest.hear(&(EN.notices.kept)(NAME));
    check(&guest, "after a link");
    guest.leave();
}

#[track_caller]
fn shown_as_text_at_home(page: &Page) {
    assert!(!page.is_fooled(), "on the first page text was taken as markup");
}
