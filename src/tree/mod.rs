//! JSON with its keys in order, so that what another program wrote into a file and this one does not know is carried
//! along.
//!
//! Everything that is read as JSON becomes a [`Tree`] first and is taken apart by plain code. Code derived for each
//! type would say less in its errors, and would be a large part of the page.

mod out;

use std::fmt::{self, Write};

pub use out::{Out, Style};

use serde::de::{self, Deserialize, Deserializer, MapAccess, SeqAccess, Visitor};
use serde_json::Number;

use crate::order;

/// The unknown keys of one object, in their order.
pub type Extra = Vec<(String, Tree)>;

/// A JSON value with its keys in order. A key given twice is an error, since one of the two would be lost.
#[derive(Clone, Debug, PartialEq)]
pub enum Tree {
    /// `null`.
    Null,
    /// `true` or `false`.
    Bool(bool),
    /// A number, whole or not.
    Number(Number),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Tree>),
    /// An object.
    Object(Vec<(String, Tree)>),
}

impl Tree {
    /// The value that a text holds.
    ///
    /// # Errors
    ///
    /// The text is no JSON, or an object in it gives a key twice.
    ///
    /// ```
    /// # use common_ground::tree::Tree;
    /// let tree = Tree::parse(r#"{"b": [1, 2.5], "a": null}"#).unwrap();
    /// assert_eq!(tree.to_text(), r#"{"b":[1,2.5],"a":null}"#);
    /// ```
    pub fn parse(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// The value as JSON in one line without spaces.
    pub fn to_text(&self) -> String {
        let mut out = Out::new(Style::Compact);
        out.tree(self);
        out.finish()
    }

    /// What kind of value it is, as an error text names it.
    pub const fn kind(&self) -> &'static str {
        match self {
            Self::Null => "null",
            Self::Bool(_) => "true or false",
            Self::Number(_) => "a number",
            Self::Text(_) => "a text",
            Self::List(_) => "a list",
            Self::Object(_) => "an object",
        }
    }
}

/// Adds a text in the quotes of JSON.
pub fn quote(text: &str, out: &mut String) {
    out.push('"');
    for one in text.chars() {
        match one {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            '\r' => out.push_str("\\r"),
            '\t' => out.push_str("\\t"),
            '\0'..='\x1f' => {
                // Writing into a String cannot fail.
                let _ = write!(out, "\\u{:04x}", u32::from(one));
            }
            _ => out.push(one),
        }
    }
    out.push('"');
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<u64> for Tree {
    fn from(number: u64) -> Self {
        Self::Number(number.into())
    }
}

impl From<f64> for Tree {
    /// A whole number is written without a point; what is no number at all becomes `null`.
    fn from(number: f64) -> Self {
        #[expect(clippy::cast_possible_truncation, reason = "guarded by the comparison")]
        let whole = number as i64;
        #[expect(clippy::cast_precision_loss, reason = "guarded by the size")]
        let exact = number.abs() < 9e15 && (whole as f64).to_bits() == (number + 0.0).to_bits();
        if exact { Self::Number(whole.into()) } else { Number::from_f64(number).map_or(Self::Null, Self::Number) }
    }
}

impl<'de> Deserialize<'de> for Tree {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TreeVisitor)
    }
}

struct TreeVisitor;

impl<'de> Visitor<'de> for TreeVisitor {
    type Value = Tree;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a JSON value")
    }

    fn visit_unit<E: de::Error>(self) -> Result<Tree, E> {
        Ok(Tree::Null)
    }

    fn visit_bool<E: de::Error>(self, value: bool) -> Result<Tree, E> {
        Ok(Tree::Bool(value))
    }

    fn visit_u64<E: de::Error>(self, value: u64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_i64<E: de::Error>(self, value: i64) -> Result<Tree, E> {
        Ok(Tree::Number(value.into()))
    }

    fn visit_f64<E: de::Error>(self, value: f64) -> Result<Tree, E> {
        Number::from_f64(value).map(Tree::Number).ok_or_else(|| E::custom("a number out of range"))
    }

    fn visit_str<E: de::Error>(self, value: &str) -> Result<Tree, E> {
        Ok(Tree::Text(value.to_owned()))
    }

    fn visit_string<E: de::Error>(self, value: String) -> Result<Tree, E> {
        Ok(Tree::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = access.next_element()? {
            list.push(value);
        }
        Ok(Tree::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut access: A) -> Result<Tree, A::Error> {
        let mut entries: Vec<(String, Tree)> = Vec::new();
        while let Some((key, value)) = access.next_entry::<String, Tree>()? {
            entries.push((key, value));
        }
        match order::doubled(entries.iter().map(|(key, _)| key.as_str()).collect()) {
            Some(key) => Err(de::Error::custom(format_args!("the key \"{key}\" is given twice"))),
            None => Ok(Tree::Object(entries)),
        }
    }
}
