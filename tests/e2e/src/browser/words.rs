//! What the driver names, and what the standard does not.

use fantoccini::wd::{WebDriverCompatibleCommand, WindowHandle};
use http::Method;
use serde_json::{Value, json};

/// The key under which `WebDriver` hands elements over.
const ELEMENT: &str = "element-6066-11e4-a52e-4f735466cecf";

/// An element of the document, as the driver names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Element(pub(super) String);

impl Element {
    /// The element in an answer of a script, if it is one.
    pub fn from_value(value: &Value) -> Option<Self> {
        value.get(ELEMENT)?.as_str().map(|id| Self(id.to_owned()))
    }

    /// As an argument of a script.
    pub fn to_value(&self) -> Value {
        json!({ ELEMENT: self.0 })
    }
}

/// A window of the browser.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window(pub(super) WindowHandle);

/// A command that the standard, or its client, does not have.
#[derive(Debug)]
pub(super) struct Extra {
    /// `POST` where it is told something.
    pub(super) method: Method,
    /// Behind the session's address.
    pub(super) path: &'static str,
    /// What it says.
    pub(super) body: Option<Value>,
}

impl WebDriverCompatibleCommand for Extra {
    fn endpoint(&self, base: &url::Url, session: Option<&str>) -> Result<url::Url, url::ParseError> {
        base.join(&format!("session/{}/{}", session.unwrap_or_default(), self.path))
    }

    fn method_and_body(&self, _: &url::Url) -> (Method, Option<String>) {
        (self.method.clone(), self.body.as_ref().map(Value::to_string))
    }
}
