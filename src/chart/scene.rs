//! A scene: marks with classes and labels, in a box of its own units. What it looks like is said by the style sheet.

/// A picture that can be written as one `<svg>` element.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// Width of the view box.
    pub width: f64,
    /// Height of the view box below 0.
    pub height: f64,
    /// How far the view box reaches above 0: none, but where a [heading](super::sheet()) stands there.
    pub above: f64,
    /// Classes of the `<svg>` element.
    pub class: String,
    /// The accessible name. Empty: the picture is decoration and hidden from assistive technology.
    pub title: String,
    /// Whether the picture follows its container or has a size of its own.
    pub sizing: Sizing,
    /// What is drawn, bottom to top.
    pub marks: Vec<Mark>,
}

/// How large a scene stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sizing {
    /// As wide as the style sheet says: only a view box is written.
    Fluid,
    /// `width` and `height` are written as attributes, in CSS pixels.
    Fixed,
}

/// One mark. Colours come from the class; `pattern` is the id of a [`Mark::Hatch`] that fills the shape instead.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// A disc or a ring.
    Circle {
        /// Class in the style sheet; may be empty.
        class: &'static str,
        /// Centre.
        x: f64,
        /// Centre.
        y: f64,
        /// Radius.
        radius: f64,
        /// Id of the hatch that fills it.
        pattern: Option<String>,
    },
    /// A rectangle with round corners.
    Rect {
        /// Class in the style sheet; may be empty.
        class: &'static str,
        /// Left edge.
        x: f64,
        /// Upper edge.
        y: f64,
        /// Width.
        width: f64,
        /// Height.
        height: f64,
        /// Radius of the corners.
        radius: f64,
        /// Id of the hatch that fills it.
        pattern: Option<String>,
    },
    /// A path; see [`super::path::Outline`].
    Path {
        /// Class in the style sheet; may be empty.
        class: &'static str,
        /// The commands.
        d: String,
        /// Id of the hatch that fills it.
        pattern: Option<String>,
    },
    /// One line of text.
    Text(Text),
    /// Marks that belong together.
    Group(Group),
    /// The definition of a clip path.
    Clip {
        /// Its id, unique in the page.
        id: String,
        /// Its outline.
        d: String,
    },
    /// The definition of a hatch: parallel lines.
    Hatch {
        /// Its id, unique in the page.
        id: String,
        /// Class of the lines.
        class: &'static str,
        /// Distance of the lines.
        gap: f64,
        /// Degrees clockwise from upright.
        turn: f64,
    },
}

/// Which point of a text its position names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Its start.
    Start,
    /// Its middle.
    Middle,
    /// Its end.
    End,
}

/// One line of text on its base line.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// Classes for colour (`to`, `tb`, `t2`, …) and weight (`b`, `w600`, `w550`); may be empty.
    pub class: &'static str,
    /// The anchor.
    pub x: f64,
    /// The base line.
    pub y: f64,
    /// Font size.
    pub size: f64,
    /// What `x` names.
    pub anchor: Anchor,
    /// Degrees clockwise about the anchor.
    pub turn: f64,
    /// The words.
    pub words: String,
}

/// Marks that belong together.
#[derive(Clone, Debug, PartialEq)]
pub struct Group {
    /// Class in the style sheet; may be empty.
    pub class: &'static str,
    /// The value of `data-item`.
    pub item: Option<String>,
    /// Its words in full, where they are cut or are not there; empty where nothing is to be said.
    pub title: String,
    /// The id of the [`Mark::Clip`] that cuts it.
    pub clip: Option<String>,
    /// The marks, bottom to top.
    pub marks: Vec<Mark>,
}

impl Scene {
    /// A scene as wide as its container lets it be.
    pub fn fluid(class: &str, title: &str, (width, height): (f64, f64), marks: Vec<Mark>) -> Self {
        let (class, title) = (class.to_owned(), title.to_owned());
        Self { width, height, above: 0.0, class, title, sizing: Sizing::Fluid, marks }
    }
}

impl Scene {
    /// Whether a path or a rectangle has a class.
    pub fn has(&self, wanted: &str) -> bool {
        fn has(marks: &[Mark], wanted: &str) -> bool {
            marks.iter().any(|mark| match mark {
                Mark::Rect { class, .. } | Mark::Path { class, .. } => class.split(' ').any(|one| one == wanted),
                Mark::Group(group) => has(&group.marks, wanted),
                _ => false,
            })
        }
        has(&self.marks, wanted)
    }

    /// Says of each item what it is in full: for a file, beside which no table stands.
    pub fn name_items(&mut self, names: &dyn Fn(&str) -> Option<String>) {
        fn name(marks: &mut [Mark], names: &dyn Fn(&str) -> Option<String>) {
            for mark in marks {
                if let Mark::Group(group) = mark {
                    if let Some(full) = group.item.as_deref().and_then(names) {
                        group.title = full;
                    }
                    name(&mut group.marks, names);
                }
            }
        }
        name(&mut self.marks, names);
    }
}

impl Mark {
    /// A disc or ring that its class colours.
    pub(super) fn circle(class: &'static str, x: f64, y: f64, radius: f64) -> Self {
        Self::Circle { class, x, y, radius, pattern: None }
    }

    /// A path that its class colours.
    pub(super) fn path(class: &'static str, d: String) -> Self {
        Self::Path { class, d, pattern: None }
    }

    /// A rectangle at a corner, of a size, that its class colours.
    pub(super) fn rect(class: &'static str, (x, y): (f64, f64), (width, height): (f64, f64), radius: f64) -> Self {
        Self::Rect { class, x, y, width, height, radius, pattern: None }
    }

    /// Words that start at a point.
    pub(super) fn text(class: &'static str, (x, y): (f64, f64), size: f64, words: impl Into<String>) -> Self {
        Self::Text(Text { class, x, y, size, anchor: Anchor::Start, turn: 0.0, words: words.into() })
    }

    /// Words centred on a point.
    pub(super) fn centred(class: &'static str, (x, y): (f64, f64), size: f64, words: impl Into<String>) -> Self {
        Self::Text(Text { class, x, y, size, anchor: Anchor::Middle, turn: 0.0, words: words.into() })
    }

    /// Words that end at a point.
    pub(super) fn ending(class: &'static str, (x, y): (f64, f64), size: f64, words: impl Into<String>) -> Self {
        Self::Text(Text { class, x, y, size, anchor: Anchor::End, turn: 0.0, words: words.into() })
    }
}
