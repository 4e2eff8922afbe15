//! The drawings of the fields of work, stroked from their SVG files.

use zeno::{Cap, Command, Join, Mask, PathBuilder as _, PathData as _, Stroke, Transform};

use crate::Raster;

/// Edge of the square grid that the pictograms are drawn on.
const GRID: f32 = 48.0;

/// Stroke on paper in grid units, a little above the screen's 3: thermal dots lose their edges.
const STROKE: f32 = 3.4;

/// Stroke of parts that act alone (class `w`), in grid units.
const STROKE_ALONE: f32 = 4.5;

/// A drawing that stands for a field of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Pictogram {
    name: &'static str,
    drawing: &'static str,
}

macro_rules! pictograms {
    ($($name:literal),+) => {
        const ALL: &[Pictogram] =
            &[$(Pictogram { name: $name, drawing: include_str!(concat!("../pictograms/", $name, ".svg")) }),+];
    };
}
pictograms!("A", "C", "D", "E", "H", "K", "M", "X", "child", "elder", "merit", "preg", "wheel");

impl Pictogram {
    /// The pictogram of this name, none when there is no such drawing.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        ALL.iter().find(|pictogram| pictogram.name == name).copied()
    }

    /// Its name: a service's letter or a priority class's word.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.name
    }

    /// All that there are.
    pub fn all() -> impl Iterator<Item = Self> {
        ALL.iter().copied()
    }

    /// Draws it into a square of this edge in dots.
    pub(crate) fn draw(self, edge: u16) -> Raster {
        let mut picture = Raster::new(edge, edge);
        for shape in self.drawing.split('<').filter_map(Shape::read) {
            let (coverage, placement) = shape.cover(edge);
            let width = usize::try_from(placement.width).unwrap_or(1).max(1);
            for (y, row) in (placement.top..).zip(coverage.chunks_exact(width)) {
                let dots = (placement.left..).zip(row).filter(|(_, coverage)| **coverage >= 128);
                dots.for_each(|(x, _)| picture.blacken(x, y));
            }
        }
        picture
    }
}

/// One `path` or `circle` of a drawing.
struct Shape {
    outline: Vec<Command>,
    /// Width in grid units; none: filled.
    stroke: Option<f32>,
}

impl Shape {
    /// Reads an element's text between `<` and the next `<`; none when it is no shape.
    fn read(element: &str) -> Option<Self> {
        let mut outline = Vec::new();
        if element.starts_with("path ") {
            outline.extend(attribute(element, "d")?.commands());
        } else if element.starts_with("circle ") {
            let number = |name| attribute(element, name)?.parse::<f32>().ok();
            outline.add_circle((number("cx")?, number("cy")?), number("r")?);
        } else {
            return None;
        }
        let stroke = match attribute(element, "class") {
            Some("f") => None,
            Some("w") => Some(STROKE_ALONE),
            Some(_) | None => Some(STROKE),
        };
        Some(Self { outline, stroke })
    }

    fn cover(&self, edge: u16) -> (Vec<u8>, zeno::Placement) {
        let scale = f32::from(edge) / GRID;
        let mut stroke = Stroke::new(self.stroke.unwrap_or_default());
        stroke.cap(Cap::Round).join(Join::Round);
        let mut mask = Mask::new(&self.outline);
        mask.transform(Some(Transform::scale(scale, scale)));
        if self.stroke.is_some() {
            mask.style(stroke);
        }
        mask.render()
    }
}

/// The value of an element's attribute.
fn attribute<'element>(element: &'element str, name: &str) -> Option<&'element str> {
    let start = element.find(&format!(" {name}=\""))? + name.len() + 3;
    element[start..].split('"').next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_drawing_is_read_to_its_end() {
        for pictogram in Pictogram::all() {
            let elements = pictogram.drawing.split('<');
            let shapes = elements.filter(|element| element.starts_with("path ") || element.starts_with("circle "));
            for element in shapes {
                assert!(Shape::read(element).is_some(), "{}: {element}", pictogram.name);
                let outline = attribute(element, "d").unwrap_or_default();
                assert_eq!(zeno::validate_svg(outline), Ok(()), "{}: {outline}", pictogram.name);
            }
        }
    }

    #[test]
    fn every_drawing_fills_its_square_and_stays_in_it() {
        for pictogram in Pictogram::all() {
            for edge in [72, 92] {
                let picture = pictogram.draw(edge);
                let dots = |x, y| picture.is_black(i32::from(x), i32::from(y));
                let black = |band: std::ops::Range<u16>| band.clone().any(|y| (0..edge).any(|x| dots(x, y)));
                assert!(black(0..edge / 4) && black(edge * 3 / 4..edge), "{}", pictogram.name);
                let at_edge =
                    (0..edge).any(|at| dots(at, 0) || dots(at, edge - 1) || dots(0, at) || dots(edge - 1, at));
                assert!(!at_edge, "{} is cut off at {edge}", pictogram.name);
            }
        }
    }
}
