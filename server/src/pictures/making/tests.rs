//! Pictures of every kind, and what is none: what comes of each.

use image::Luma;
use image::codecs::webp::WebPEncoder;
use image::{GenericImageView, GrayImage, load_from_memory};

use super::*;

/// A drawing of some colours on white.
fn drawing(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let is_inside = (x * 4 / width + y * 4 / height).is_multiple_of(2);
        image::Rgb(if is_inside { [20, 40, 90] } else { [250, 250, 250] })
    })
}

/// More colours than any drawing has.
fn photo(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = |step: u32| u8::try_from((x * step + y * (7 - step) + x * y / 97) % 256).unwrap_or(0);
        image::Rgb([wave(1), wave(2), wave(3)])
    })
}

fn png_of(drawn: &RgbImage) -> Vec<u8> {
    png(drawn, drawn.dimensions(), ExtendedColorType::Rgb8).expect("drawn").bytes
}

fn jpeg_of(drawn: &RgbImage) -> Vec<u8> {
    jpeg(drawn).expect("drawn").bytes
}

fn webp_of(drawn: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (width, height) = drawn.dimensions();
    WebPEncoder::new_lossless(&mut bytes).write_image(drawn, width, height, ExtendedColorType::Rgb8).expect("drawn");
    bytes
}

/// A camera's notes as JPEG holds them: which way is up, where it was, who took it.
fn with_exif(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    // Little-endian TIFF with one directory of two entries: orientation (0x0112), and the artist (0x013B) as text.
    let artist = b"GPS 21.853,106.761 Nong Thi Ha\0";
    let mut tiff = b"II*\0\x08\0\0\0\x02\0".to_vec();
    tiff.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
    let length = u8::try_from(artist.len()).expect("short");
    tiff.extend([0x3B, 0x01, 2, 0, length, 0, 0, 0, 38, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(artist);
    let part = [b"Exif\0\0".as_slice(), &tiff].concat();
    let length = u16::try_from(part.len() + 2).expect("short").to_be_bytes();
    [&[0xFF, 0xD8, 0xFF, 0xE1], &length[..], &part, &jpeg[2..]].concat()
}

fn has(bytes: &[u8], text: &[u8]) -> bool {
    bytes.windows(text.len()).any(|window| window == text)
}

#[test]
fn drawings_are_kept_as_png_and_photos_as_jpeg_whatever_they_came_as() {
    for (drawn, kind) in [(drawing(300, 200), Kind::Png), (photo(300, 200), Kind::Jpeg)] {
        for file in [png_of(&drawn), webp_of(&drawn)] {
            let made = make(&file, Purpose::Slide).expect("a picture");
            assert_eq!((made.kind, made.width, made.height), (kind, 300, 200));
            let again = load_from_memory(&made.bytes).expect("it is one");
            assert_eq!(again.dimensions(), (300, 200));
        }
    }
    assert_eq!(make(&jpeg_of(&photo(300, 200)), Purpose::Slide).expect("a picture").kind, Kind::Jpeg);
    let grey = GrayImage::from_fn(40, 30, |x, _| Luma([u8::try_from(x * 6).unwrap_or(0)]));
    let mut file = Vec::new();
    PngEncoder::new(&mut file).write_image(&grey, 40, 30, ExtendedColorType::L8).expect("drawn");
    assert_eq!(make(&file, Purpose::Slide).expect("a picture").kind, Kind::Png);
}

#[test]
fn a_picture_is_made_as_small_as_it_is_needed_and_never_larger() {
    for (purpose, before, after) in [
        (Purpose::Slide, (4_000, 3_000), (1_440, 1_080)),
        (Purpose::Slide, (2_000, 400), (1_920, 384)),
        (Purpose::Slide, (9_000, 700), (1_920, 149)),
        (Purpose::Slide, (640, 480), (640, 480)),
        (Purpose::Logo, (4_000, 4_000), (120, 120)),
        (Purpose::Logo, (64, 64), (64, 64)),
        (Purpose::Slide, (1, 5_000), (1, 1_080)),
    ] {
        let made = make(&png_of(&drawing(before.0, before.1)), purpose).expect("a picture");
        assert_eq!((made.width, made.height), after, "{before:?}");
    }
}

#[test]
fn a_logo_is_small_enough_for_a_bad_network() {
    let made = make(&jpeg_of(&photo(3_000, 1_000)), Purpose::Logo).expect("a picture");
    assert!(made.bytes.len() < 40_000, "{} bytes", made.bytes.len());
}

#[test]
fn a_picture_of_a_camera_that_lay_on_its_side_is_upright() {
    // Its left half is dark.
    let lying = RgbImage::from_fn(60, 40, |x, _| image::Rgb(if x < 30 { [0; 3] } else { [255; 3] }));
    let jpeg = jpeg_of(&lying);
    for (orientation, size, dark) in
        [(1, (60, 40), (5, 20)), (3, (60, 40), (55, 20)), (6, (40, 60), (20, 5)), (8, (40, 60), (20, 55))]
    {
        let made = make(&with_exif(&jpeg, orientation), Purpose::Slide).expect("a picture");
        let upright = load_from_memory(&made.bytes).expect("it is one").into_rgb8();
        assert_eq!(upright.dimensions(), size, "{orientation}");
        assert!(upright.get_pixel(dark.0, dark.1).0[0] < 60, "{orientation}: dark at {dark:?}");
    }
    let large = make(&with_exif(&jpeg_of(&photo(3_000, 2_000)), 6), Purpose::Slide).expect("a picture");
    assert_eq!((large.width, large.height), (720, 1_080));
}

#[test]
fn where_and_by_whom_a_picture_was_taken_is_gone() {
    for drawn in [photo(300, 200), drawing(300, 200)] {
        let file = with_exif(&jpeg_of(&drawn), 1);
        assert!(has(&file, b"GPS 21.853"));
        let made = make(&file, Purpose::Slide).expect("a picture");
        for note in [b"GPS".as_slice(), b"Exif", b"Nong", b"II*", b"http", b"ICC_PROFILE", b"tEXt", b"eXIf"] {
            assert!(!has(&made.bytes, note), "{}", String::from_utf8_lossy(note));
        }
    }
}

#[test]
fn what_was_hung_behind_a_picture_is_gone() {
    let script = b"<html><script>alert(1)</script></html>";
    for mut file in [png_of(&drawing(50, 40)), jpeg_of(&photo(50, 40)), webp_of(&photo(50, 40))] {
        file.extend(script);
        if let Ok(made) = make(&file, Purpose::Slide) {
            assert!(!has(&made.bytes, b"<script>") && !has(&made.bytes, b"html"));
        }
    }
    let mut file = png_of(&drawing(50, 40));
    file.extend(script);
    make(&file, Purpose::Slide).expect("the picture before it is one");
}

#[test]
fn half_a_picture_is_none() {
    for file in [png_of(&photo(200, 150)), jpeg_of(&photo(200, 150)), webp_of(&photo(200, 150))] {
        for part in [file.len() / 4, file.len() / 2, file.len() * 9 / 10] {
            let made = make(&file[..part], Purpose::Slide);
            assert!(matches!(made, Err(PictureError::NoPicture)), "{part} of {}", file.len());
        }
    }
}

#[test]
fn what_is_no_picture_is_refused() {
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>";
    let gif = b"GIF89a\x01\x00\x01\x00\x00\xff\x00,\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x00;";
    for file in [b"".as_slice(), b"hello", svg, gif, b"%PDF-1.7", b"\xff\xd8\xff\xd9", b"\x89PNG\r\n\x1a\n"] {
        assert!(matches!(make(file, Purpose::Slide), Err(PictureError::NoPicture)));
    }
}

/// Some KB that tell of 2.5 billion points.
#[test]
fn a_picture_that_would_fill_the_memory_is_refused_before_it_is_drawn() {
    for (width, height) in [(50_000, 50_000), (19_999, 19_999), (2_000_000_000, 1), (6_000, 5_000)] {
        let file = bomb(width, height);
        assert!(file.len() < 4_000);
        let made = make(&file, Purpose::Slide);
        assert!(matches!(made, Err(PictureError::TooManyPixels)), "{width}x{height}: {made:?}");
    }
}

/// A PNG that says of itself that it is so large, and has the beginning of its lines.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, content) in [(b"IHDR", head), (b"IDAT", vec![0x78; 2_000]), (b"IEND", Vec::new())] {
        let named = [&name[..], &content].concat();
        file.extend(u32::try_from(content.len()).expect("short").to_be_bytes());
        file.extend(&named);
        file.extend(checksum(&named).to_be_bytes());
    }
    file
}

/// CRC-32 as PNG's specification has it, in annex D.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |crc: u32| (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)))
}

#[test]
fn the_edge_of_a_transparent_drawing_has_no_shadow() {
    // Red on points that are transparent and black.
    let drawn = RgbaImage::from_fn(2_000, 2_000, |x, _| Rgba(if x % 200 < 100 { [255, 0, 0, 255] } else { [0; 4] }));
    let file = png(&drawn, drawn.dimensions(), ExtendedColorType::Rgba8).expect("drawn").bytes;
    let made = make(&file, Purpose::Slide).expect("a picture");
    assert_eq!(made.kind, Kind::Png);
    let small = load_from_memory(&made.bytes).expect("it is one").into_rgba8();
    assert!(small.pixels().any(|point| point.0[3] == 0));
    let shadow = small.pixels().find(|point| point.0[3] > 40 && point.0[0] < 240);
    assert_eq!(shadow, None);
}

#[test]
fn a_photo_with_a_transparent_edge_is_not_kept_as_a_huge_drawing() {
    let mut random = fastrand::Rng::with_seed(3);
    let noise = RgbaImage::from_fn(1_000, 800, |x, _| {
        Rgba([random.u8(..), random.u8(..), random.u8(..), if x < 9 { 0 } else { 255 }])
    });
    let file = png(&noise, noise.dimensions(), ExtendedColorType::Rgba8).expect("drawn").bytes;
    let made = make(&file, Purpose::Slide).expect("a picture");
    assert_eq!(made.kind, Kind::Jpeg);
    let edge = load_from_memory(&made.bytes).expect("it is one").into_rgb8().get_pixel(1, 400).0;
    assert!(edge.iter().all(|colour| *colour > 200), "{edge:?}");
}

/// Several thousand pictures of which some bytes are others: each is a picture or none, and nothing else happens.
#[test]
fn damaged_pictures_are_pictures_or_none() {
    let mut random = fastrand::Rng::with_seed(42);
    let whole = [
        png_of(&drawing(64, 48)),
        png_of(&photo(64, 48)),
        jpeg_of(&photo(64, 48)),
        with_exif(&jpeg_of(&drawing(64, 48)), 6),
        webp_of(&photo(64, 48)),
        webp_of(&drawing(64, 48)),
    ];
    let (mut made, mut refused) = (0, 0);
    for _ in 0..1_000 {
        for file in &whole {
            let mut file = file.clone();
            for _ in 0..random.usize(1..6) {
                let place = random.usize(0..file.len());
                file[place] = random.u8(..);
            }
            if random.bool() {
                file.truncate(random.usize(0..=file.len()));
            }
            match make(&file, Purpose::Logo) {
                Ok(picture) => {
                    assert!(picture.width <= 360 && picture.height <= 120);
                    made += 1;
                }
                Err(PictureError::NoPicture | PictureError::TooManyPixels) => refused += 1,
                Err(error) => panic!("{error}"),
            }
        }
    }
    assert!(made > 100 && refused > 1_000, "{made} made, {refused} refused");
}
