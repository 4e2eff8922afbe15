//! How many people are before this one, and how long it may take.

use super::composer::{Composer, figures, words};
use crate::text::{Paragraph, Side};
use crate::{Labelled, Slip};

/// One or two labelled figures: side by side, or under each other when their words are too long for that.
pub(super) fn outlook(composer: &mut Composer<'_>, slip: &Slip, y: i32) -> i32 {
    let measures = composer.measures;
    let (left, width) = (composer.left, composer.width());
    let y = composer.rule(y) + measures.above;
    let ahead = Figure::set(composer, &slip.ahead);
    let bottom = match slip.wait.as_ref().map(|wait| Figure::set(composer, wait)) {
        None => ahead.put(composer, left, y),
        Some(wait) => {
            let second = if ahead.width + measures.gutter <= measures.second_figure
                && measures.second_figure + wait.width <= width
            {
                Some(measures.second_figure)
            } else {
                Some(ahead.width + measures.gutter).filter(|second| second + wait.width <= width)
            };
            if let Some(second) = second {
                ahead.put(composer, left, y).max(wait.put(composer, left + second, y))
            } else {
                let middle = ahead.put(composer, left, y) + measures.above;
                wait.put(composer, left, middle)
            }
        }
    };
    bottom + measures.below
}

/// A label over a figure with its unit.
pub(super) struct Figure {
    label: Paragraph,
    value: Paragraph,
    width: i32,
}

impl Figure {
    pub(super) fn set(composer: &mut Composer<'_>, labelled: &Labelled) -> Self {
        let measures = composer.measures;
        let width = composer.width();
        let label = composer.wrapped(&labelled.label, measures.label, width, Side::Left);
        let unit = format!(" {}", labelled.unit);
        let runs = [figures(&labelled.value, measures.figure.size), words(&unit, measures.unit)];
        let value = composer.set(&runs, measures.figure, width, Side::Left, false);
        let width = label.width.max(value.width);
        Self { label, value, width }
    }

    pub(super) fn put(self, composer: &mut Composer<'_>, x: i32, y: i32) -> i32 {
        let middle = y + self.label.height;
        let bottom = middle + self.value.height;
        composer.put(self.label, x, y);
        composer.put(self.value, x, middle);
        bottom
    }
}
