//! Sets text: words and figures in, dots out. The only file that names `cosmic-text`.

use std::borrow::Cow;
use std::sync::Arc;

use cosmic_text::fontdb::{Database, Source};
use cosmic_text::{
    Align, Attrs, Buffer, CacheKey, CacheKeyFlags, Family, FeatureTag, FontFeatures, FontSystem, LayoutGlyph, Metrics,
    Shaping, SwashCache, Weight, Wrap,
};

use crate::Raster;

#[cfg(test)]
mod tests;

/// Whole fonts: nothing of the machine's own is used, so a slip looks the same everywhere.
const FONTS: [&[u8]; 2] =
    [include_bytes!("../fonts/BeVietnamPro_600SemiBold.ttf"), include_bytes!("../fonts/Barlow_600SemiBold.ttf")];

/// Coverage from which a dot is black. Text is never dithered.
const BLACK_FROM: u8 = 128;

/// What a run of text is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Face {
    /// Be Vietnam Pro: words.
    Words,
    /// Barlow with figures of equal width: whatever people match, compare or count.
    Figures,
    /// Barlow with figures of their own widths, for those between words.
    FiguresInText,
}

/// A stretch of text in one face and size.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run<'text> {
    pub(crate) text: &'text str,
    pub(crate) face: Face,
    /// Size of the em square in dots.
    pub(crate) size: f32,
    /// Added between signs, in parts of the size; figures only.
    pub(crate) tracking: f32,
}

/// Where lines stand in their width.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    Left,
    Centre,
    Right,
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Setting {
    /// Width of the column in dots; no line is longer.
    pub(crate) width: i32,
    /// From line to line in dots.
    pub(crate) leading: f32,
    pub(crate) side: Side,
    /// Lines of about equal length instead of a short last one.
    pub(crate) balanced: bool,
}

/// A paragraph that has been set.
#[derive(Debug, Clone)]
pub(crate) struct Paragraph {
    /// Its dots, cut to what is black.
    pub(crate) ink: Raster,
    /// Where the dots stand, seen from the upper left corner of the first line's box.
    pub(crate) ink_x: i32,
    pub(crate) ink_y: i32,
    /// Width of the dots; the picture is rounded up to whole bytes.
    pub(crate) ink_width: i32,
    /// Width of the longest line in dots.
    pub(crate) width: i32,
    /// Height of all line boxes in dots.
    pub(crate) height: i32,
    /// The first line's baseline, from the upper edge of its box.
    pub(crate) baseline: i32,
    /// Number of lines.
    pub(crate) lines: usize,
}

/// Sets paragraphs, and keeps the glyphs that it has drawn: bounded by the fonts' glyphs and our few sizes.
pub(crate) struct Typesetter {
    fonts: FontSystem,
    glyphs: SwashCache,
}

impl Typesetter {
    pub(crate) fn new() -> Self {
        let mut database = Database::new();
        for font in FONTS {
            database.load_font_source(Source::Binary(Arc::new(font)));
        }
        // The locale picks among fonts for Chinese signs, of which there are none.
        Self { fonts: FontSystem::new_with_locale_and_db("vi".to_owned(), database), glyphs: SwashCache::new() }
    }

    /// Sets runs one after the other as one paragraph, wrapped at its width.
    pub(crate) fn set(&mut self, runs: &[Run<'_>], setting: Setting) -> Paragraph {
        let mut buffer = Buffer::new_empty(Metrics::new(setting.leading, setting.leading));
        buffer.set_wrap(Wrap::WordOrGlyph);
        let clean: Vec<_> = runs.iter().map(|run| printable(run.text)).collect();
        let spans = clean.iter().zip(runs).map(|(text, run)| (text.as_ref(), attributes(*run, setting.leading)));
        let align = match setting.side {
            Side::Left => Align::Left,
            Side::Centre => Align::Center,
            Side::Right => Align::Right,
        };
        buffer.set_rich_text(spans, &Attrs::new(), Shaping::Advanced, Some(align));
        let lines = self.wrap(&mut buffer, setting.width);
        let column = if setting.balanced { self.balance(&mut buffer, setting.width, lines) } else { setting.width };
        let shift = match setting.side {
            Side::Left => 0,
            Side::Centre => (setting.width - column) / 2,
            Side::Right => setting.width - column,
        };
        let ink = self.draw(&buffer);
        let width = buffer.layout_runs().map(|line| whole(line.line_w.ceil())).max().unwrap_or(0);
        let height = buffer.layout_runs().map(|line| line.line_height).sum::<f32>();
        Paragraph {
            ink_x: ink.left + shift,
            ink_y: ink.top,
            ink_width: ink.width,
            ink: ink.picture,
            width,
            height: whole(height),
            baseline: buffer.layout_runs().next().map_or(0, |line| whole(line.line_y)),
            lines,
        }
    }

    fn wrap(&mut self, buffer: &mut Buffer, width: i32) -> usize {
        buffer.set_size(Some(dots(width)), None);
        buffer.shape_until_scroll(&mut self.fonts, false);
        buffer.layout_runs().count()
    }

    /// Narrows the column as long as the text keeps its number of lines, and says how wide it is then.
    fn balance(&mut self, buffer: &mut Buffer, width: i32, lines: usize) -> i32 {
        let (mut too_narrow, mut enough) = (0, width);
        while lines > 1 && enough - too_narrow > 1 {
            let middle = i32::midpoint(too_narrow, enough);
            if self.wrap(buffer, middle) > lines {
                too_narrow = middle;
            } else {
                enough = middle;
            }
        }
        self.wrap(buffer, enough);
        enough
    }

    /// Draws all glyphs on whole dots: the same letter always has the same dots.
    fn draw(&mut self, buffer: &Buffer) -> Ink {
        let mut drawn = Vec::new();
        for line in buffer.layout_runs() {
            let baseline = line.line_y.round();
            for glyph in line.glyphs {
                let (key, x, y) = whole_dot_key(glyph, baseline);
                if let Some(image) = self.glyphs.get_image(&mut self.fonts, key)
                    && image.placement.width > 0
                {
                    drawn.push((key, x + image.placement.left, y - image.placement.top));
                }
            }
        }
        let mut black = Vec::new();
        for (key, x, y) in drawn {
            if let Some(image) = self.glyphs.get_image(&mut self.fonts, key) {
                let columns = usize::try_from(image.placement.width).unwrap_or(1);
                for (row, coverage) in (y..).zip(image.data.chunks_exact(columns)) {
                    let dots = (x..).zip(coverage).filter(|(_, coverage)| **coverage >= BLACK_FROM);
                    black.extend(dots.map(|(column, _)| (column, row)));
                }
            }
        }
        Ink::new(&black)
    }
}

/// Black dots, cut to their bounds.
struct Ink {
    picture: Raster,
    left: i32,
    top: i32,
    width: i32,
}

impl Ink {
    fn new(black: &[(i32, i32)]) -> Self {
        let bounds = |values: &mut dyn Iterator<Item = i32>| {
            values.fold(None, |bounds: Option<(i32, i32)>, value| {
                let (first, last) = bounds.unwrap_or((value, value));
                Some((first.min(value), last.max(value)))
            })
        };
        let (left, right) = bounds(&mut black.iter().map(|(x, _)| *x)).unwrap_or((0, -1));
        let (top, bottom) = bounds(&mut black.iter().map(|(_, y)| *y)).unwrap_or((0, -1));
        let extent = |first, last| u16::try_from(last - first + 1).unwrap_or(u16::MAX);
        let mut picture = Raster::new(extent(left, right), extent(top, bottom));
        for (x, y) in black {
            picture.blacken(x - left, y - top);
        }
        Self { picture, left, top, width: right - left + 1 }
    }
}

/// Control characters have no dots, but fonts draw boxes for them. A line break stays one.
fn printable(text: &str) -> Cow<'_, str> {
    let is_control = |sign: char| sign.is_control() && sign != '\n';
    if text.contains(is_control) { text.replace(is_control, "").into() } else { text.into() }
}

fn attributes(run: Run<'_>, leading: f32) -> Attrs<'static> {
    let attributes = Attrs::new().weight(Weight::SEMIBOLD).metrics(Metrics::new(run.size, leading));
    match run.face {
        Face::Words => attributes.family(Family::Name("Be Vietnam Pro")),
        Face::FiguresInText => attributes.family(Family::Name("Barlow")).letter_spacing(run.tracking),
        Face::Figures => {
            let mut features = FontFeatures::new();
            features.enable(FeatureTag::new(b"tnum"));
            attributes.family(Family::Name("Barlow")).font_features(features).letter_spacing(run.tracking)
        }
    }
}

fn whole_dot_key(glyph: &LayoutGlyph, baseline: f32) -> (CacheKey, i32, i32) {
    let x = glyph.font_size.mul_add(glyph.x_offset, glyph.x).round();
    let y = (baseline + glyph.y - glyph.font_size * glyph.y_offset).round();
    CacheKey::new(glyph.font_id, glyph.glyph_id, glyph.font_size, (x, y), glyph.font_weight, CacheKeyFlags::empty())
}

#[expect(clippy::cast_possible_truncation, reason = "a slip's measures are far below the limits of either type")]
pub(crate) fn whole(dots: f32) -> i32 {
    dots.round() as i32
}

#[expect(clippy::cast_precision_loss, reason = "a slip's measures are far below the limits of either type")]
pub(crate) fn dots(whole: i32) -> f32 {
    whole as f32
}
