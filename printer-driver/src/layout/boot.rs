//! The boot slip: that the office has started again and when, the next numbers, how many wait.

use super::composer::Composer;
use super::foot::{self, Moment};
use super::head;
use super::measures::Size;
use super::number::{CAPITALS, NO_WRAP};
use super::outlook::Figure;
use crate::BootSlip;
use crate::text::{Paragraph, Side, whole};

/// Columns of numbers: more would make them small, and a commune has eight.
const COLUMNS_MAX: i32 = 2;

/// The whole slip, in the order in which the staff need it. What it is not, a ticket, stands in the frame at the end.
pub(super) fn boot(composer: &mut Composer<'_>, slip: &BootSlip, y: i32) -> i32 {
    let y = head::place(composer, &slip.office, &slip.unit, y);
    let y = start(composer, slip, y);
    let y = next_numbers(composer, slip, y);
    let y = waiting(composer, slip, y);
    foot::framed(composer, &slip.remark, y)
}

/// What has happened, and when.
fn start(composer: &mut Composer<'_>, slip: &BootSlip, y: i32) -> i32 {
    let (left, width, measures) = (composer.left, composer.width(), composer.measures);
    let title = composer.balanced(&slip.title, measures.service, width, Side::Left);
    let moment = Moment::set(composer, &slip.time, &slip.date);
    let title_y = y + measures.above;
    let moment_y = title_y + title.height + measures.counters_gap;
    composer.put(title, left, title_y);
    moment.put_on_one_line(composer, left, moment_y) + measures.below
}

/// The numbers in columns that are as wide as the widest of them; nothing when there is none.
fn next_numbers(composer: &mut Composer<'_>, slip: &BootSlip, y: i32) -> i32 {
    if slip.numbers.is_empty() {
        return y;
    }
    let (left, width, measures) = (composer.left, composer.width(), composer.measures);
    let y = composer.rule(y) + measures.above;
    let title = composer.balanced(&slip.numbers_title, measures.label, width, Side::Left);
    let mut baseline = y + title.height;
    composer.put(title, left, y);
    let size = Size { size: measures.next_number, leading: measures.next_number };
    let numbers: Vec<Paragraph> = slip.numbers.iter().map(|number| composer.figures(number, size, NO_WRAP)).collect();
    let widest = numbers.iter().map(|number| number.ink_width).max().unwrap_or(width);
    let columns = ((width + measures.gutter) / (widest + measures.gutter)).clamp(1, COLUMNS_MAX);
    let pitch = (width + measures.gutter) / columns;
    let mut numbers = numbers.into_iter().peekable();
    while numbers.peek().is_some() {
        baseline += measures.next_number_gap + whole(measures.next_number * CAPITALS);
        for (column, number) in (0..columns).zip(&mut numbers) {
            composer.picture(number.ink, left + column * pitch, baseline - number.baseline + number.ink_y);
        }
    }
    baseline + measures.next_number_gap
}

/// How many people wait.
fn waiting(composer: &mut Composer<'_>, slip: &BootSlip, y: i32) -> i32 {
    let left = composer.left;
    let y = composer.rule(y) + composer.measures.above;
    let figure = Figure::set(composer, &slip.waiting);
    figure.put(composer, left, y) + composer.measures.below
}
