//! One thing on the page.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::{Page, Role};
use crate::browser::{Click, Element};
use crate::stop::{Must, stop};

/// Brings an element into the middle of the window and waits until it stays there for a frame: a driver looks first
/// where it is, and clicks there a little later, as people do once nothing moves any more.
const STILL: &str = "const [element, done] = arguments;
    const place = () => {
        element.scrollIntoView({ block: 'center', behavior: 'instant' });
        const { x, y } = element.getBoundingClientRect();
        return `${x} ${y}`;
    };
    const frame = (then) => {
        let once = () => { once = () => {}; then(); };
        setTimeout(() => once(), 200);
        requestAnimationFrame(() => setTimeout(() => once()));
    };
    const look = (before, left) => frame(() => {
        const now = place();
        if (now === before || left === 0) done(); else look(now, left - 1);
    });
    look(place(), 20);";

/// One thing on the page.
#[must_use]
pub struct Thing<'page, 'driver> {
    page: &'page Page<'driver>,
    element: Element,
}

impl<'page, 'driver> Thing<'page, 'driver> {
    pub(super) const fn new(page: &'page Page<'driver>, element: Element) -> Self {
        Self { page, element }
    }

    /// What a script returns about it; nothing of one that is gone is so, which whoever waits asks again.
    #[track_caller]
    fn run(&self, script: &str) -> Value {
        self.page.browser().run_about(script, vec![self.element.to_value()]).unwrap_or_default()
    }

    #[track_caller]
    fn text_of(&self, script: &str) -> String {
        self.run(script).as_str().map(str::to_owned).unwrap_or_default()
    }

    /// The thing as scripts get it.
    pub fn to_value(&self) -> Value {
        self.element.to_value()
    }

    /// Clicks it, in the middle of the window, where no notice lies over it.
    #[track_caller]
    pub fn press(&self) {
        self.page.act();
        if !self.click() {
            stop("what was to be pressed is gone");
        }
    }

    /// The words beside one of its radio buttons, which are what a person clicks.
    #[track_caller]
    pub fn radio(&self, value: &str) -> Thing<'page, 'driver> {
        let script = "const [group, value] = arguments;
            const radio = [...group.querySelectorAll('input[type=radio]')].find((radio) => radio.value === value);
            return radio?.labels[0];";
        let label = self.page.browser().run_about(script, vec![self.element.to_value(), json!(value)]);
        Thing::new(self.page, label.as_ref().and_then(Element::from_value).must("an answer"))
    }

    /// Which of its radio buttons is chosen.
    #[track_caller]
    pub fn chosen(&self) -> Option<String> {
        let chosen = self.run("return arguments[0].querySelector('input[type=radio]:checked')?.value");
        chosen.as_str().map(str::to_owned)
    }

    /// Writes in place of what is there, as a keyboard of any script does; in one step, so that no focus moves between.
    /// Tells whether it could.
    #[track_caller]
    pub(super) fn takes(&self, text: &str) -> bool {
        let write = "const [field, text] = arguments;
            field.scrollIntoView({ block: 'center' });
            field.focus();
            field.select();
            return text ? document.execCommand('insertText', false, text) : !field.value || document.execCommand('delete');";
        self.page.browser().run_about(write, vec![self.element.to_value(), json!(text)]) == Some(json!(true))
    }

    /// Writes in place of what is there.
    #[track_caller]
    pub fn write(&self, text: &str) {
        self.page.act();
        if !self.takes(text) {
            stop("the browser took no text");
        }
    }

    /// Chooses a file.
    #[track_caller]
    pub fn choose_file(&self, path: &Path) {
        self.page.act();
        self.page.browser().type_into(&self.element, &path.to_string_lossy());
    }

    /// Drags files over it and drops them there; a field for files is too small to be hit, so there it is around its
    /// label. Only Chromium's driver drags.
    #[track_caller]
    pub fn drop_files(&self, paths: &[PathBuf]) {
        self.page.act();
        self.page.browser().run_and_wait(STILL, vec![self.element.to_value()]);
        let middle = "const [element] = arguments;
            const zone = element.type === 'file' ? element.closest('label').parentElement : element;
            const { x, y, width, height } = zone.getBoundingClientRect();
            return { x: x + width / 2, y: y + height / 2 };";
        let place = self.run(middle);
        let at = |axis: &str| place.get(axis).cloned().unwrap_or_default();
        let data = json!({ "items": [], "files": paths, "dragOperationsMask": 1 });
        for kind in ["dragEnter", "dragOver", "drop"] {
            let drag = json!({ "type": kind, "x": at("x"), "y": at("y"), "data": data });
            self.page.browser().tell("Input.dispatchDragEvent", &drag);
        }
    }

    /// What is in it.
    #[track_caller]
    pub fn value(&self) -> String {
        self.text_of("return arguments[0].value")
    }

    /// Chooses one of its list by its words.
    #[track_caller]
    pub fn pick(&self, words: &str) {
        let script = "return [...arguments[0].options].find((option) => option.text === arguments[1])";
        let option = self.page.browser().run_about(script, vec![self.element.to_value(), json!(words)]);
        Thing::new(self.page, option.as_ref().and_then(Element::from_value).must("one of the list")).press();
    }

    /// Clicks it once nothing moves or lies over it, as it does for a moment on its way in or out; tells whether it was
    /// there.
    #[track_caller]
    pub(super) fn click(&self) -> bool {
        let mut clicked = Click::Covered;
        self.page.wait_until("it can be clicked", || {
            self.page.browser().run_about_and_wait(STILL, vec![self.element.to_value()]);
            clicked = self.page.browser().click(&self.element);
            clicked != Click::Covered
        });
        clicked == Click::Done
    }

    /// Its words.
    #[track_caller]
    pub fn text(&self) -> String {
        self.text_of("return arguments[0].innerText.replace(/[ \\t\\n]+/g, ' ').trim()")
    }

    /// Whether it can be used.
    #[track_caller]
    pub fn is_usable(&self) -> bool {
        self.run("return !arguments[0].matches(':disabled')") == json!(true)
    }

    /// Whether it, or something in it, has the focus.
    #[track_caller]
    pub fn has_focus(&self) -> bool {
        self.run("return arguments[0].contains(document.activeElement)") == json!(true)
    }

    /// Gives it the focus.
    #[track_caller]
    pub fn focus(&self) {
        self.run("arguments[0].scrollIntoView({ block: 'center' }); arguments[0].focus();");
    }

    /// The one thing in it with this role and name.
    #[track_caller]
    pub fn find(&self, role: Role, name: &str) -> Thing<'page, 'driver> {
        self.page.find_in(Some(&self.element), role, name)
    }

    /// All things in it with this role.
    #[track_caller]
    pub fn all(&self, role: Role) -> Vec<Thing<'page, 'driver>> {
        let found = self.page.look(Some(&self.element), role, None);
        found.elements.into_iter().map(|element| Thing::new(self.page, element)).collect()
    }
}
