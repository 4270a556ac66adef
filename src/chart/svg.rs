//! Scenes as SVG text: every word and attribute escaped, numbers at two decimals, no `style` attribute (a strict
//! content security policy forbids it), no formatting machinery (the page carries this code).

use super::scene::{Anchor, Group, Mark, Scene, Sizing, Text};

impl Scene {
    /// The scene as one `<svg>` element.
    ///
    /// ```
    /// use common_ground::chart::{stairs, Scene};
    /// let svg = Scene::fluid("pic", "a < b", (10.0, 20.5), Vec::new()).to_svg();
    /// assert_eq!(svg, r#"<svg class="pic" viewBox="0 0 10 20.5" role="img" aria-label="a &lt; b"></svg>"#);
    /// assert!(stairs(2, 2).to_svg().contains(r#" aria-hidden="true">"#));
    /// ```
    pub fn to_svg(&self) -> String {
        let mut out = String::with_capacity(256 + 96 * self.marks.len());
        out.push_str("<svg");
        attribute(&mut out, "class", &self.class);
        out.push_str(" viewBox=\"0 ");
        number(&mut out, -self.above);
        out.push(' ');
        number(&mut out, self.width);
        out.push(' ');
        number(&mut out, self.above + self.height);
        out.push('"');
        if self.sizing == Sizing::Fixed {
            length(&mut out, "width", self.width);
            length(&mut out, "height", self.above + self.height);
        }
        if self.title.is_empty() {
            out.push_str(" aria-hidden=\"true\"");
        } else {
            out.push_str(" role=\"img\"");
            attribute(&mut out, "aria-label", &self.title);
        }
        out.push('>');
        for mark in &self.marks {
            write_mark(&mut out, mark);
        }
        out.push_str("</svg>");
        out
    }

    /// The scene as a file that stands alone: a document of its own with a size, a title, a style sheet within it, and
    /// a margin of paper around it. `style` is put in as it is, so it must be ours and hold neither `<` nor `&`.
    ///
    /// ```
    /// use common_ground::chart::Scene;
    /// let file = Scene::fluid("pic", "a < b", (10.0, 20.0), Vec::new()).to_file(".t2{fill:#555}", "#fff");
    /// assert!(file.starts_with(r#"<svg xmlns="http://www.w3.org/2000/svg" class="pic" viewBox="-16 -16 42 52" width="42""#));
    /// assert!(file.contains("<title>a &lt; b</title><style>.t2{fill:#555}</style><rect fill=\"#fff\" x=\"-16\""));
    /// ```
    pub fn to_file(&self, style: &'static str, paper: &'static str) -> String {
        let (width, height) = (self.width + 2.0 * MARGIN, self.above + self.height + 2.0 * MARGIN);
        let (left, top) = (-MARGIN, -MARGIN - self.above);
        let mut out = String::with_capacity(2_048 + 96 * self.marks.len());
        out.push_str("<svg xmlns=\"http://www.w3.org/2000/svg\"");
        attribute(&mut out, "class", &self.class);
        out.push_str(" viewBox=\"");
        for (at, value) in [left, top, width, height].into_iter().enumerate() {
            if at > 0 {
                out.push(' ');
            }
            number(&mut out, value);
        }
        out.push('"');
        lengths(&mut out, &[("width", width), ("height", height)]);
        out.push_str(" role=\"img\"><title>");
        escape(&mut out, &self.title);
        out.extend(["</title><style>", style, "</style><rect"]);
        attribute(&mut out, "fill", paper);
        lengths(&mut out, &[("x", left), ("y", top), ("width", width), ("height", height)]);
        out.push_str("/>");
        for mark in &self.marks {
            write_mark(&mut out, mark);
        }
        out.push_str("</svg>\n");
        out
    }
}

/// Paper around a picture that stands alone, in its units: outlines and some words reach over the edge of its box.
const MARGIN: f64 = 16.0;

fn write_mark(out: &mut String, mark: &Mark) {
    match mark {
        Mark::Circle { class, x, y, radius, pattern } => {
            out.push_str("<circle");
            paint(out, class, pattern.as_deref());
            lengths(out, &[("cx", *x), ("cy", *y), ("r", *radius)]);
            out.push_str("/>");
        }
        Mark::Rect { class, x, y, width, height, radius, pattern } => {
            out.push_str("<rect");
            paint(out, class, pattern.as_deref());
            lengths(out, &[("x", *x), ("y", *y), ("width", *width), ("height", *height)]);
            if *radius > 0.0 {
                length(out, "rx", *radius);
            }
            out.push_str("/>");
        }
        Mark::Path { class, d, pattern } => {
            out.push_str("<path");
            paint(out, class, pattern.as_deref());
            attribute(out, "d", d);
            out.push_str("/>");
        }
        Mark::Text(text) => write_text(out, text),
        Mark::Group(group) => write_group(out, group),
        Mark::Clip { id, d } => {
            out.push_str("<clipPath");
            attribute(out, "id", id);
            out.push_str("><path");
            attribute(out, "d", d);
            out.push_str("/></clipPath>");
        }
        Mark::Hatch { id, class, gap, turn } => write_hatch(out, id, class, (*gap, *turn)),
    }
}

fn write_hatch(out: &mut String, id: &str, class: &str, (gap, turn): (f64, f64)) {
    out.push_str("<pattern");
    attribute(out, "id", id);
    lengths(out, &[("width", gap), ("height", gap)]);
    out.push_str(" patternUnits=\"userSpaceOnUse\" patternTransform=\"rotate(");
    number(out, turn);
    out.push_str(")\"><path");
    paint(out, class, None);
    out.push_str(" d=\"M0 0V");
    number(out, gap);
    out.push_str("\"/></pattern>");
}

fn write_text(out: &mut String, text: &Text) {
    out.push_str("<text");
    paint(out, text.class, None);
    if text.turn == 0.0 {
        lengths(out, &[("x", text.x), ("y", text.y)]);
    } else {
        out.push_str(" transform=\"translate(");
        number(out, text.x);
        out.push(' ');
        number(out, text.y);
        out.push_str(") rotate(");
        number(out, text.turn);
        out.push_str(")\"");
    }
    length(out, "font-size", text.size);
    match text.anchor {
        Anchor::Start => {}
        Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
        Anchor::End => out.push_str(" text-anchor=\"end\""),
    }
    out.push('>');
    escape(out, &text.words);
    out.push_str("</text>");
}

fn write_group(out: &mut String, group: &Group) {
    out.push_str("<g");
    paint(out, group.class, None);
    if let Some(item) = &group.item {
        attribute(out, "data-item", item);
    }
    if let Some(clip) = &group.clip {
        out.push_str(" clip-path=\"url(#");
        escape(out, clip);
        out.push_str(")\"");
    }
    out.push('>');
    if !group.title.is_empty() {
        out.push_str("<title>");
        escape(out, &group.title);
        out.push_str("</title>");
    }
    for mark in &group.marks {
        write_mark(out, mark);
    }
    out.push_str("</g>");
}

fn paint(out: &mut String, class: &str, pattern: Option<&str>) {
    if !class.is_empty() {
        attribute(out, "class", class);
    }
    if let Some(id) = pattern {
        out.push_str(" fill=\"url(#");
        escape(out, id);
        out.push_str(")\"");
    }
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape(out, value);
    out.push('"');
}

fn lengths(out: &mut String, values: &[(&str, f64)]) {
    for (name, value) in values {
        length(out, name, *value);
    }
}

fn length(out: &mut String, name: &str, value: f64) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    number(out, value);
    out.push('"');
}

/// Text that is safe inside an element and inside a quoted attribute. Characters that XML forbids are left out.
fn escape(out: &mut String, text: &str) {
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\t' | '\n' | '\r' => out.push(' '),
            '\0'..='\u{1f}' | '\u{7f}'..='\u{9f}' | '\u{fffe}' | '\u{ffff}' => {}
            other => out.push(other),
        }
    }
}

/// A number rounded to two decimals, without needless noughts; 0 where it is not finite.
///
/// ```
/// use common_ground::chart::svg::number;
/// let text = |value| { let mut out = String::new(); number(&mut out, value); out };
/// assert_eq!(text(12.0), "12");
/// assert_eq!(text(-0.456), "-0.46");
/// assert_eq!(text(3.104), "3.1");
/// assert_eq!(text(-0.001), "0");
/// assert_eq!(text(f64::NAN), "0");
/// ```
pub fn number(out: &mut String, value: f64) {
    let hundredths = hundredths(value);
    if hundredths < 0 {
        out.push('-');
    }
    let size = hundredths.unsigned_abs();
    digits(out, size / 100);
    let (tenth, last) = (size / 10 % 10, size % 10);
    if tenth + last > 0 {
        out.push('.');
        digits(out, tenth);
        if last > 0 {
            digits(out, last);
        }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "clamped to what an i32 holds; a cast of NaN gives 0")]
fn hundredths(value: f64) -> i32 {
    (value * 100.0).round().clamp(-1e9, 1e9) as i32
}

fn digits(out: &mut String, value: u32) {
    if value > 9 {
        digits(out, value / 10);
    }
    out.push(char::from_digit(value % 10, 10).unwrap_or('0'));
}

/// An id that needs no escape anywhere: the letters, digits and hyphens of `uid`, and `form`.
pub(super) fn identifier(uid: &str, form: &str) -> String {
    let mut id: String = uid.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).collect();
    if !id.starts_with(|c: char| c.is_ascii_alphabetic()) {
        id.insert(0, 'v');
    }
    id.push_str(form);
    id
}
