//! A slide that the wall display shows beside the calls.

use super::picture::PictureId;
use crate::read::{Table, text, texts};
use crate::texts::Texts;

/// Longest title.
const TITLE_LONGEST: usize = 60;
/// Longest figure before a row.
const FIGURE_LONGEST: usize = 4;
/// Longest first words of a row.
const LEAD_LONGEST: usize = 20;
/// Longest text of a row.
const TEXT_LONGEST: usize = 120;

/// A slide that the wall display shows beside the calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slide {
    /// As *5 biết · 4 luôn · 3 thể hiện*; of a picture, what it shows, for those who can't see it.
    pub title: Texts,
    /// What fills the slide in place of title and rows.
    pub picture: Option<PictureId>,
    /// Its rows, one to five; none beside a picture.
    pub rows: Vec<SlideRow>,
}

/// A row of a slide.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SlideRow {
    /// The large figure before the row, as *5*.
    pub figure: String,
    /// The first words, as *Biết*.
    pub lead: Texts,
    /// The rest, as *nghe dân nói, nói dân hiểu*.
    pub text: Texts,
}

impl Slide {
    pub(super) fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let title = table.required("title", texts(TITLE_LONGEST));
        let picture = table.child("picture");
        let rows = table.child("rows");
        if picture.value().is_some() {
            // Both would leave each too little room to be read from afar.
            if rows.value().is_some() && rows.count() != Some(0) {
                rows.refuse_found("rows beside a picture", "either rows or a picture");
            }
            let picture = PictureId::read(&picture);
            return Some(Self { title: title?, picture: Some(picture?), rows: Vec::new() });
        }
        let rows = rows.list(1..=5, |node| node.table(SlideRow::read));
        Some(Self { title: title?, picture: None, rows: rows? })
    }
}

impl SlideRow {
    fn read(table: &mut Table<'_, '_>) -> Option<Self> {
        let figure = table.required("figure", text(FIGURE_LONGEST));
        let lead = table.required("lead", texts(LEAD_LONGEST));
        let words = table.required("text", texts(TEXT_LONGEST));
        Some(Self { figure: figure?, lead: lead?, text: words? })
    }
}
