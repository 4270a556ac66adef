//! A table that a narrow page takes apart.

use crate::browser::dom;
use crate::ui::markup::{El, el, of};

/// What each element of a table is to those who listen.
const ROLES: [(&str, &str); 5] = [
    ("thead, tbody", "rowgroup"),
    ("tr", "row"),
    ("thead th", "columnheader"),
    ("tbody th", "rowheader"),
    ("td", "cell"),
];

/// A table with a caption that is heard alone, the row of its heads, and its rows. Where the page is narrow, its styles
/// lay its cells out otherwise than as a table, which takes from them what they are; so they say it themselves.
pub fn table(class: &str, caption: &str, heads: El, rows: Vec<El>) -> El {
    let caption = of("caption", "visually-hidden").text(caption);
    let table =
        of("table", class).set("role", "table").add(caption).add(el("thead").add(heads)).add(el("tbody").all(rows));
    for (elements, role) in ROLES {
        for element in dom::all(table.node(), elements) {
            // A role is a name that every element takes.
            let _ = element.set_attribute("role", role);
        }
    }
    table
}
