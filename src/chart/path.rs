//! The outline of a path: the few commands that the pictures need, numbers at two decimals.

use super::svg::number;

/// Path data under construction.
///
/// ```
/// use common_ground::chart::path::Outline;
/// let d = Outline::default().start(1.0, 2.004).across(9.5).close().data();
/// assert_eq!(d, "M1 2H9.5Z");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Outline(String);

/// Which way an arc turns, seen on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sweep {
    /// With the clock.
    Clockwise,
    /// Against the clock.
    Counter,
}

/// Which of the two arcs between two points.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Arc {
    /// The shorter one.
    Small,
    /// The longer one.
    Large,
}

impl Outline {
    fn add(mut self, command: char, values: &[f64]) -> Self {
        self.0.push(command);
        for (place, value) in values.iter().enumerate() {
            if place > 0 {
                self.0.push(' ');
            }
            number(&mut self.0, *value);
        }
        self
    }

    /// Moves to a point.
    #[must_use]
    pub fn start(self, x: f64, y: f64) -> Self {
        self.add('M', &[x, y])
    }

    /// A line to a point.
    #[must_use]
    pub fn line(self, x: f64, y: f64) -> Self {
        self.add('L', &[x, y])
    }

    /// A level line to `x`.
    #[must_use]
    pub fn across(self, x: f64) -> Self {
        self.add('H', &[x])
    }

    /// An upright line to `y`.
    #[must_use]
    pub fn down(self, y: f64) -> Self {
        self.add('V', &[y])
    }

    /// An arc of a circle to a point.
    #[must_use]
    pub fn arc(self, radius: f64, arc: Arc, sweep: Sweep, (x, y): (f64, f64)) -> Self {
        let large = if arc == Arc::Large { 1.0 } else { 0.0 };
        let with = if sweep == Sweep::Clockwise { 1.0 } else { 0.0 };
        self.add('A', &[radius, radius, 0.0, large, with, x, y])
    }

    /// Closes the figure.
    #[must_use]
    pub fn close(self) -> Self {
        self.add('Z', &[])
    }

    /// A whole circle.
    #[must_use]
    pub fn circle(self, x: f64, y: f64, radius: f64) -> Self {
        self.start(x - radius, y)
            .arc(radius, Arc::Large, Sweep::Clockwise, (x + radius, y))
            .arc(radius, Arc::Large, Sweep::Clockwise, (x - radius, y))
            .close()
    }

    /// The text of the attribute `d`.
    pub fn data(self) -> String {
        self.0
    }
}
