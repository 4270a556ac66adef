//! The page in a frame of another page.

use serde_json::Value;

use super::Page;
use crate::browser::Element;
use crate::host::Host;
use crate::stop::Must;

/// The frame of the page that is around: in the markup, or in the element of `embed.js`.
const FRAME: &str = "const ground = document.querySelector('common-ground');
    return (ground ? ground.shadowRoot : document)?.querySelector('iframe');";

impl Page<'_> {
    /// Goes to a page that frames the page, and into the frame.
    #[track_caller]
    pub fn visit_framed(&self, host: &Host) {
        self.browser().goto(&host.address());
        self.enter();
    }

    /// Goes into the frame, and waits until the page is there.
    ///
    /// A frame of another origin begins empty and is then handed to another process: a driver that entered it before
    /// looks at the empty one for ever. So it is left and entered again until the page is there.
    #[track_caller]
    pub fn enter(&self) {
        self.enter_before();
        self.wait_until("the page is there, in its frame", || {
            let there = self.is_there();
            if !there {
                self.browser().leave_frame();
                self.enter_before();
            }
            there
        });
        self.settle();
    }

    /// Goes into the frame, whatever is in it.
    #[track_caller]
    pub fn enter_before(&self) {
        let mut frame = None;
        self.wait_until("there is a frame", || {
            frame = Element::from_value(&self.browser().run(FRAME, Vec::new()));
            frame.is_some()
        });
        self.browser().enter(&frame.must("a frame"));
    }

    /// What a script of the page around returns; it is awaited if it is a promise.
    #[track_caller]
    pub fn around(&self, script: &str, arguments: Vec<Value>) -> Value {
        self.browser().leave_frame();
        let answer = self.browser().run(script, arguments);
        self.enter_before();
        answer
    }

    /// Loads the page around again, and goes into the frame again.
    #[track_caller]
    pub fn reload_around(&self) {
        self.browser().leave_frame();
        self.browser().reload();
        self.enter();
    }
}
