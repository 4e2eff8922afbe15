//! A file from outside becomes a picture of ours: its points alone are taken over, and written anew. No name, place,
//! date or script in the file survives that.

use std::io::Cursor;

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::metadata::Orientation;
use image::{
    DynamicImage, ExtendedColorType, ImageDecoder, ImageEncoder, ImageError, ImageFormat, ImageReader, ImageResult,
    Limits, RgbImage, Rgba, RgbaImage, guess_format, imageops,
};

use super::error::PictureError;
use super::kept::Kind;
use super::whole_jpeg::is_whole;

/// Points of a picture at most: what cameras of 24 megapixels give; phones give 12. A progressive JPEG of 24 million
/// points takes the most memory, nine bytes a point: 220 MB were measured, for 2.2 s of a PC's processor.
const PIXELS_MAX: u64 = 25_000_000;

/// Bytes of the drawn points: four a point.
const DRAWN_BYTES_MAX: u64 = 4 * PIXELS_MAX;

/// Points a side: a panorama's, sixteen times as wide as high.
const SIDE_MAX: u32 = 20_000;

/// Colours of a drawing; a photo has tens of thousands. Drawings stay sharp as PNG, and are small so.
const COLOURS_MAX: usize = 4_096;

/// Bytes of a PNG: with more it is a photo with a transparent edge, and ten times smaller as JPEG on white.
const PNG_BYTES_MAX: usize = 1024 * 1024;

/// Of JPEG, from 1 to 100: what is lost can't be seen from a wall's distance. As high as a wall, a flower before a
/// blurred ground comes to 114 KB with it, and what is nothing but detail to 700.
const JPEG_QUALITY: u8 = 82;

/// What a picture is for, which says how large it is kept.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "kebab-case")]
pub enum Purpose {
    /// Fills a part of the wall: 1920 by 1080 points, all that a screen shows.
    #[default]
    Slide,
    /// Stands beside the office's name, also on phones with a bad network: 360 by 120 points, as high as in the head of
    /// a wall of 3840 by 2160; some 20 KB.
    Logo,
}

impl Purpose {
    fn bounds(self) -> (u32, u32) {
        match self {
            Self::Slide => (1_920, 1_080),
            Self::Logo => (360, 120),
        }
    }
}

/// A picture as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Made {
    /// Its form.
    pub kind: Kind,
    /// Points from left to right.
    pub width: u32,
    /// Points from top to bottom.
    pub height: u32,
    /// The file.
    pub bytes: Vec<u8>,
}

/// Draws a file anew, upright and at most as large as it is needed. A phone's photo takes 1.4 s of a PC's processor in
/// a debug build, and some 115 MB of memory: one at a time, off the async threads.
///
/// # Errors
/// [`PictureError::NoPicture`] or [`PictureError::TooManyPixels`].
pub fn make(file: &[u8], purpose: Purpose) -> Result<Made, PictureError> {
    let (drawn, orientation) = draw(file)?;
    let (width, height) = purpose.bounds();
    // A picture that lies on its side is scaled as it lies: turning the small one costs less.
    let bounds = if turns(orientation) { (height, width) } else { (width, height) };
    let mut drawn = fit(drawn, bounds);
    drawn.apply_orientation(orientation);
    write(drawn).map_err(refused)
}

/// The points of a file, as they stand in it.
fn draw(file: &[u8]) -> Result<(DynamicImage, Orientation), PictureError> {
    let format = guess_format(file).map_err(refused)?;
    let is_known = [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP].contains(&format);
    if !is_known || (format == ImageFormat::Jpeg && !is_whole(file)) {
        return Err(PictureError::NoPicture);
    }
    let mut limits = Limits::no_limits();
    (limits.max_image_width, limits.max_image_height) = (Some(SIDE_MAX), Some(SIDE_MAX));
    limits.max_alloc = Some(DRAWN_BYTES_MAX);
    let mut reader = ImageReader::with_format(Cursor::new(file), format);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(refused)?;
    let (width, height) = decoder.dimensions();
    // The library's own limit of memory is not kept by every decoder.
    if u64::from(width) * u64::from(height) > PIXELS_MAX || decoder.total_bytes() > DRAWN_BYTES_MAX {
        return Err(PictureError::TooManyPixels);
    }
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let drawn = DynamicImage::from_decoder(decoder).map_err(refused)?;
    Ok((drawn, orientation))
}

#[expect(clippy::needless_pass_by_value, reason = "stands where errors are mapped")]
fn refused(error: ImageError) -> PictureError {
    tracing::debug!(%error, "a file is refused as a picture");
    match error {
        ImageError::Limits(_) => PictureError::TooManyPixels,
        ImageError::Decoding(_)
        | ImageError::Encoding(_)
        | ImageError::Parameter(_)
        | ImageError::Unsupported(_)
        | ImageError::IoError(_) => PictureError::NoPicture,
    }
}

fn turns(orientation: Orientation) -> bool {
    match orientation {
        Orientation::Rotate90 | Orientation::Rotate270 | Orientation::Rotate90FlipH | Orientation::Rotate270FlipH => {
            true
        }
        Orientation::NoTransforms
        | Orientation::Rotate180
        | Orientation::FlipHorizontal
        | Orientation::FlipVertical => false,
    }
}

/// Makes a picture smaller until it fits; never larger.
fn fit(drawn: DynamicImage, bounds: (u32, u32)) -> DynamicImage {
    if drawn.width() <= bounds.0 && drawn.height() <= bounds.1 {
        return drawn;
    }
    let (width, height) = scaled((drawn.width(), drawn.height()), bounds);
    // By plain averages first, which take no memory beside the result: the finer way takes 16 bytes a point.
    let is_much_larger = drawn.width() > 4 * width || drawn.height() > 4 * height;
    let drawn = if is_much_larger { drawn.thumbnail_exact(2 * width, 2 * height) } else { drawn };
    if !drawn.color().has_alpha() {
        return DynamicImage::from(drawn.into_rgb8()).resize_exact(width, height, imageops::FilterType::CatmullRom);
    }
    // Transparent points have colours, too, that must not shine through at the edges.
    let mut drawn = drawn.into_rgba8();
    for Rgba([red, green, blue, alpha]) in drawn.pixels_mut() {
        for colour in [red, green, blue] {
            *colour = part(*colour, *alpha, u8::MAX);
        }
    }
    let mut small =
        DynamicImage::from(drawn).resize_exact(width, height, imageops::FilterType::CatmullRom).into_rgba8();
    for Rgba([red, green, blue, alpha]) in small.pixels_mut() {
        for colour in [red, green, blue] {
            *colour = part(*colour, u8::MAX, *alpha);
        }
    }
    small.into()
}

/// The size that fits, with the same shape; at least a point.
fn scaled((width, height): (u32, u32), (width_max, height_max): (u32, u32)) -> (u32, u32) {
    let rounded = |side: u32, of: u32, to: u32| {
        let scaled = (u64::from(side) * u64::from(of) + u64::from(to) / 2) / u64::from(to);
        u32::try_from(scaled).unwrap_or(u32::MAX).max(1)
    };
    if u64::from(width) * u64::from(height_max) > u64::from(height) * u64::from(width_max) {
        (width_max, rounded(height, width_max, width))
    } else {
        (rounded(width, height_max, height), height_max)
    }
}

/// `colour * of / to`, rounded, and at most what a colour can be; nothing of nothing.
fn part(colour: u8, of: u8, to: u8) -> u8 {
    let scaled = (u32::from(colour) * u32::from(of) + u32::from(to) / 2).checked_div(u32::from(to));
    scaled.map_or(0, |scaled| u8::try_from(scaled).unwrap_or(u8::MAX))
}

/// Writes the points, and nothing beside them.
fn write(drawn: DynamicImage) -> ImageResult<Made> {
    if !drawn.color().has_alpha() {
        return write_whole(&drawn.into_rgb8());
    }
    let drawn = drawn.into_rgba8();
    if drawn.pixels().all(|Rgba([.., alpha])| *alpha == u8::MAX) {
        return write_whole(&DynamicImage::from(drawn).into_rgb8());
    }
    let made = png(&drawn, drawn.dimensions(), ExtendedColorType::Rgba8)?;
    if made.bytes.len() <= PNG_BYTES_MAX { Ok(made) } else { jpeg(&on_white(&drawn)) }
}

/// Without transparent points: in the form that suits it.
fn write_whole(drawn: &RgbImage) -> ImageResult<Made> {
    if has_few_colours(drawn) {
        let made = png(drawn, drawn.dimensions(), ExtendedColorType::Rgb8)?;
        if made.bytes.len() <= PNG_BYTES_MAX {
            return Ok(made);
        }
    }
    jpeg(drawn)
}

fn has_few_colours(drawn: &RgbImage) -> bool {
    let mut seen = std::collections::HashSet::with_capacity(COLOURS_MAX + 1);
    drawn.pixels().all(|point| {
        seen.insert(point.0);
        seen.len() <= COLOURS_MAX
    })
}

fn png(points: &[u8], (width, height): (u32, u32), form: ExtendedColorType) -> ImageResult<Made> {
    let mut bytes = Vec::new();
    let encoder = PngEncoder::new_with_quality(&mut bytes, CompressionType::Default, FilterType::Adaptive);
    encoder.write_image(points, width, height, form)?;
    Ok(Made { kind: Kind::Png, width, height, bytes })
}

fn jpeg(drawn: &RgbImage) -> ImageResult<Made> {
    let ((width, height), mut bytes) = (drawn.dimensions(), Vec::new());
    let encoder = JpegEncoder::new_with_quality(&mut bytes, JPEG_QUALITY);
    encoder.write_image(drawn, width, height, ExtendedColorType::Rgb8)?;
    Ok(Made { kind: Kind::Jpeg, width, height, bytes })
}

fn on_white(drawn: &RgbaImage) -> RgbImage {
    RgbImage::from_fn(drawn.width(), drawn.height(), |x, y| {
        let Rgba([red, green, blue, alpha]) = *drawn.get_pixel(x, y);
        image::Rgb([red, green, blue].map(|colour| part(colour, alpha, u8::MAX) + (u8::MAX - alpha)))
    })
}

#[cfg(test)]
mod tests;
