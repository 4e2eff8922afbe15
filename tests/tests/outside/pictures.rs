//! Pictures of the office: taken in by drawing them anew, shown to everybody, kept whole, and never a way in.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, GenericImageView, ImageEncoder, RgbImage, load_from_memory};
use moi_tests::answer::Answer;
use moi_tests::{Caller, Office, Role};
use reqwest::Method;
use serde_json::{Value, json};

pub const ADMINISTRATOR: &str = "Đặng Quốc Bảo";

/// Bytes of a file that are taken in at most.
const FILE_BYTES_MAX: usize = 8 * 1024 * 1024;

/// A drawing; another shade is another picture.
pub fn drawing(shade: u8) -> RgbImage {
    RgbImage::from_fn(640, 400, |x, y| {
        image::Rgb(if (x / 80 + y / 80).is_multiple_of(2) { [shade, 40, 90] } else { [250; 3] })
    })
}

pub fn png(drawn: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (width, height) = drawn.dimensions();
    PngEncoder::new(&mut bytes).write_image(drawn, width, height, ExtendedColorType::Rgb8).expect("drawn");
    bytes
}

fn jpeg(drawn: &RgbImage) -> Vec<u8> {
    let mut bytes = Vec::new();
    let (width, height) = drawn.dimensions();
    JpegEncoder::new(&mut bytes).write_image(drawn, width, height, ExtendedColorType::Rgb8).expect("drawn");
    bytes
}

/// An office that was started with no file, and its administrator.
pub async fn office() -> Result<(Office, Caller)> {
    let office = Office::builder().bare().start().await?;
    let administrator = administrator_of(&office, ADMINISTRATOR).await?;
    Ok((office, administrator))
}

pub async fn administrator_of(office: &Office, name: &str) -> Result<Caller> {
    office.bearer(&office.token(Role::Administrator, name).await?)
}

async fn send(administrator: &Caller, kind: &str, file: Vec<u8>) -> Result<Answer> {
    administrator.send(Method::POST, "/api/v1/pictures", Some((kind, file)), &[]).await
}

/// Takes a picture in, and hands out its name.
pub async fn taken(administrator: &Caller, file: Vec<u8>) -> Result<String> {
    let picture = send(administrator, "image/png", file).await?.expect_status(201)?.value()?;
    Ok(picture["id"].as_str().context("a name")?.to_owned())
}

pub async fn list(administrator: &Caller) -> Result<Vec<Value>> {
    let list = administrator.get("/api/v1/pictures").await?.expect_status(200)?.value()?;
    Ok(list["pictures"].as_array().context("a list")?.clone())
}

/// Changes the set-up so that it names the picture as logo and on a slide.
pub async fn name_it(administrator: &Caller, id: &str) -> Result<()> {
    let slide = json!([{"title": {"vi": "Cổng mới", "en": "The new gate"}, "picture": id}]);
    let edits = json!([{"at": ["office", "logo"], "value": id}, {"at": ["slides"], "value": slide}]);
    change(administrator, edits).await
}

async fn change(administrator: &Caller, edits: Value) -> Result<()> {
    let version = &administrator.get("/api/v1/set-up").await?.value()?["version"];
    let change = json!({"made_from": version, "edits": edits});
    administrator.put_json("/api/v1/set-up", &change).await?.expect_status(200).map(drop)
}

fn files_below(folder: &Path) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.is_dir() {
            files.extend(files_below(&path)?);
        } else if path.is_file() {
            files.push((path.display().to_string(), fs::read(&path)?));
        }
    }
    Ok(files)
}

fn holds(bytes: &[u8], text: &str) -> bool {
    bytes.windows(text.len()).any(|window| window == text.as_bytes())
}

#[tokio::test]
async fn a_picture_is_shown_to_everybody_and_each_taking_in_and_removal_is_in_the_audit() -> Result<()> {
    let (office, administrator) = office().await?;
    let taken = send(&administrator, "image/png", png(&drawing(20))).await?.expect_status(201)?.value()?;
    assert_eq!((&taken["width"], &taken["height"], &taken["damaged"]), (&json!(640), &json!(400), &json!(false)));
    let address = taken["address"].as_str().context("an address")?;
    let shown = office.nobody()?.get(address).await?.expect_status(200)?;
    assert_eq!(load_from_memory(&shown.body)?.into_rgb8(), drawing(20), "a drawing loses nothing");
    assert_eq!(shown.body.len() as u64, taken["bytes"].as_u64().context("bytes")?);
    for (name, value) in [
        ("content-type", "image/png"),
        ("x-content-type-options", "nosniff"),
        ("cache-control", "public, max-age=31536000, immutable"),
        ("content-security-policy", "default-src 'none'; sandbox; frame-ancestors 'none'"),
        ("cross-origin-resource-policy", "same-origin"),
    ] {
        assert_eq!(shown.header(name), value);
    }
    let known = [("if-none-match", shown.header("etag"))];
    office.nobody()?.send(Method::GET, address, None, &known).await?.expect_status(304)?;
    // The same once more is the same, whoever sends it again.
    send(&administrator, "image/png", png(&drawing(20))).await?.expect_status(200)?;
    assert_eq!(list(&administrator).await?.len(), 1);

    administrator.delete(&format!("/api/v1{address}")).await?.expect_status(204)?;
    office.nobody()?.get(address).await?.expect_problem(404, "unknown-picture")?;
    administrator.delete(&format!("/api/v1{address}")).await?.expect_problem(404, "unknown-picture")?;
    let audit = administrator.get("/api/v1/audit").await?.value()?;
    let acts = audit["entries"].as_array().context("entries")?.iter().filter(|one| one["about"] == taken["id"]);
    let acts: Vec<_> = acts.map(|one| (one["act"].clone(), one["by"].clone())).collect();
    let by = json!(ADMINISTRATOR);
    let (added, removed) = ((json!("picture-added"), by.clone()), (json!("picture-removed"), by));
    assert_eq!(acts, [removed, added.clone(), added]);
    office.close().await
}

#[tokio::test]
async fn no_name_from_outside_becomes_a_path() -> Result<()> {
    let (office, administrator) = office().await?;
    let id = taken(&administrator, png(&drawing(20))).await?;
    let secret = fs::read_to_string(office.data().join("journal/moi-office"))?;
    for name in [
        "..%2fmoi-office",
        "..%2f..%2fjournal%2fmoi-office",
        "%2e%2e%2fmoi-office",
        "..%5cmoi-office",
        "%2fetc%2fpasswd",
        "moi-office",
        "unfinished",
        &format!("{id}%00"),
        &format!("{id}%2f..%2f{id}"),
        &format!(".%2f{id}"),
        &id.to_uppercase(),
        &format!("{id}0"),
        &id[..31],
    ] {
        let shown = office.nobody()?.get(&format!("/pictures/{name}")).await?;
        ensure!(shown.status == 404 && !shown.text().contains(&secret), "{name}: {} {}", shown.status, shown.text());
        let removed = administrator.delete(&format!("/api/v1/pictures/{name}")).await?;
        ensure!(removed.status == 404, "{name}: {} {}", removed.status, removed.text());
    }
    let names: Vec<_> = fs::read_dir(office.data().join("journal/files"))?
        .map(|entry| entry.map(|entry| entry.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_, _>>()?;
    assert_eq!(names, [id]);
    office.close().await
}

/// A PNG of few bytes that says of itself that it has so many points.
fn bomb(width: u32, height: u32) -> Vec<u8> {
    let head = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 2, 0, 0, 0]].concat();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (name, content) in [(b"IHDR", head), (b"IDAT", vec![0x78; 2_000]), (b"IEND", Vec::new())] {
        let named = [&name[..], &content].concat();
        let step = |crc: u32| (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 };
        let crc = !named.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| step(crc)));
        file.extend(u32::try_from(content.len()).expect("short").to_be_bytes());
        file.extend(&named);
        file.extend(crc.to_be_bytes());
    }
    file
}

#[tokio::test]
async fn what_is_no_picture_or_too_much_of_one_is_refused_in_words_and_leaves_nothing() -> Result<()> {
    let (office, administrator) = office().await?;
    let (whole, photo) = (png(&drawing(20)), jpeg(&drawing(20)));
    let svg = b"<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>".to_vec();
    let bomb = bomb(50_000, 50_000);
    assert!(bomb.len() < 4_000);
    for (kind, file, status, code) in [
        ("image/svg+xml", svg.clone(), 415, "picture-kind"),
        ("image/png", svg, 422, "no-picture"),
        ("image/gif", b"GIF89a\x01\x00\x01\x00\x00\xff\x00,".to_vec(), 415, "picture-kind"),
        ("text/html", b"<html>".to_vec(), 415, "picture-kind"),
        ("application/json", b"{}".to_vec(), 415, "picture-kind"),
        ("image/jpeg", b"<html>".to_vec(), 422, "no-picture"),
        ("image/png", Vec::new(), 422, "no-picture"),
        ("image/png", whole[..whole.len() / 2].to_vec(), 422, "no-picture"),
        ("image/jpeg", photo[..photo.len() / 2].to_vec(), 422, "no-picture"),
        ("image/jpeg", photo[..photo.len() - 2].to_vec(), 422, "no-picture"),
        ("image/png", bomb, 422, "picture-too-large"),
    ] {
        let answer = send(&administrator, kind, file).await?;
        let problem = answer.expect_problem(status, code).context(kind)?;
        ensure!(problem.detail.len() > 40 && !problem.detail.contains("problems-"), "{problem:?}");
    }
    let vietnamese = administrator.clone().reading("vi")?;
    let refused = send(&vietnamese, "image/png", b"x".to_vec()).await?.expect_problem(422, "no-picture")?;
    assert_eq!(refused.title, "Tệp này không phải hình ảnh");
    let untyped = administrator.send(Method::POST, "/api/v1/pictures", None, &[]).await?;
    untyped.expect_problem(415, "picture-kind")?;
    let strange =
        administrator.send(Method::POST, "/api/v1/pictures?purpose=door", Some(("image/png", whole)), &[]).await?;
    strange.expect_problem(400, "invalid-body")?;
    assert_eq!(list(&administrator).await?, [] as [Value; 0]);
    assert!(!office.data().join("journal/files").exists(), "something was written");
    let audit = administrator.get("/api/v1/audit").await?.text();
    assert!(!audit.contains("picture-added"), "{audit}");
    office.close().await
}

/// The same photo with what a phone notes in it: where it was, and who held it.
fn with_notes(jpeg: &[u8], note: &str) -> Vec<u8> {
    let length = u8::try_from(note.len() + 1).expect("short");
    let mut tiff = b"II*\0\x08\0\0\0\x01\0".to_vec();
    tiff.extend([0x3B, 0x01, 2, 0, length, 0, 0, 0, 26, 0, 0, 0]);
    tiff.extend([0, 0, 0, 0]);
    tiff.extend(note.bytes().chain([0]));
    let part = [b"Exif\0\0".as_slice(), &tiff].concat();
    let part_length = u16::try_from(part.len() + 2).expect("short").to_be_bytes();
    let comment = [&[0xFF, 0xFE], &u16::from(length + 1).to_be_bytes()[..], note.as_bytes()].concat();
    [&[0xFF, 0xD8, 0xFF, 0xE1], &part_length[..], &part, &comment, &jpeg[2..]].concat()
}

#[tokio::test]
async fn where_a_photo_was_taken_and_what_hangs_behind_a_picture_is_kept_nowhere() -> Result<()> {
    let (office, administrator) = office().await?;
    let note = "GPS 21.8537 N 106.7610 E";
    let photo = with_notes(&jpeg(&drawing(20)), note);
    let script = "<html><script>alert('moi')</script></html>";
    let polyglot = [png(&drawing(30)), script.as_bytes().to_vec()].concat();
    assert!(holds(&photo, note) && holds(&polyglot, script));
    for (kind, file) in [("image/jpeg", photo), ("image/png", polyglot)] {
        let taken = send(&administrator, kind, file).await?.expect_status(201)?.value()?;
        let shown = office.nobody()?.get(taken["address"].as_str().context("an address")?).await?.expect_status(200)?;
        assert_eq!(load_from_memory(&shown.body)?.dimensions(), (640, 400));
        for text in ["GPS", "21.8537", "Exif", "<script", "html"] {
            assert!(!holds(&shown.body, text), "{text} is shown");
        }
    }
    for (path, bytes) in files_below(&office.data())? {
        assert!(!holds(&bytes, "21.8537") && !holds(&bytes, "<script"), "{path}");
    }
    office.close().await
}

#[tokio::test]
async fn a_file_that_is_too_long_and_a_picture_too_many_are_refused() -> Result<()> {
    let (office, administrator) = office().await?;
    let long = [png(&drawing(0)), vec![0; FILE_BYTES_MAX]].concat();
    send(&administrator, "image/png", long).await?.expect_problem(413, "body-too-large")?;
    let mut fits = png(&drawing(0));
    fits.resize(FILE_BYTES_MAX, 0);
    send(&administrator, "image/png", fits).await?.expect_status(201)?;
    for shade in 1..60 {
        taken(&administrator, png(&drawing(shade))).await?;
    }
    let refused =
        send(&administrator, "image/png", png(&drawing(60))).await?.expect_problem(409, "too-many-pictures")?;
    assert!(refused.detail.contains("60"), "{}", refused.detail);
    // One that is there needs no room.
    send(&administrator, "image/png", png(&drawing(59))).await?.expect_status(200)?;
    let first = list(&administrator).await?[0]["id"].as_str().context("a name")?.to_owned();
    administrator.delete(&format!("/api/v1/pictures/{first}")).await?.expect_status(204)?;
    taken(&administrator, png(&drawing(60))).await?;
    office.close().await
}

#[tokio::test]
async fn many_files_at_once_wait_or_are_told_to_and_the_hall_goes_on() -> Result<()> {
    let (office, administrator) = office().await?;
    let mut tasks = tokio::task::JoinSet::new();
    for shade in 0..12 {
        let administrator = administrator.clone();
        tasks.spawn(async move { send(&administrator, "image/png", png(&drawing(shade))).await });
    }
    office.kiosk()?.take_ticket("A").await?;
    let mut taken = 0;
    while let Some(answer) = tasks.join_next().await {
        let answer = answer??;
        match answer.status {
            201 => taken += 1,
            503 => drop(answer.expect_problem(503, "busy")?),
            status => anyhow::bail!("{status}: {}", answer.text()),
        }
    }
    assert!(taken >= 1, "nobody had a turn");
    assert_eq!(list(&administrator).await?.len(), taken);
    office.close().await
}

#[tokio::test]
async fn a_revoked_administrator_takes_nothing_in_any_more() -> Result<()> {
    let (office, administrator) = office().await?;
    taken(&administrator, png(&drawing(1))).await?;
    let revoked = office.run(&["token", "revoke", "--name", ADMINISTRATOR]).await?;
    ensure!(revoked.status.success(), "{}", revoked.stderr);
    send(&administrator, "image/png", png(&drawing(2))).await?.expect_problem(401, "not-signed-in")?;
    administrator.get("/api/v1/pictures").await?.expect_problem(401, "not-signed-in")?;
    office.close().await
}

#[tokio::test]
async fn a_picture_that_the_set_up_names_is_shown_and_not_removed() -> Result<()> {
    let (office, administrator) = office().await?;
    let id = taken(&administrator, png(&drawing(20))).await?;
    name_it(&administrator, &id).await?;
    let shown = office.nobody()?.get("/api/v1/office").await?.value()?;
    let picture = json!({"address": format!("/pictures/{id}"), "width": 640, "height": 400});
    assert_eq!((&shown["logo"], &shown["slides"][0]["picture"]), (&picture, &picture));
    assert_eq!((&shown["slides"][0]["title"]["en"], &shown["slides"][0]["rows"]), (&json!("The new gate"), &json!([])));
    assert_eq!(list(&administrator).await?[0]["used"], json!(["office.logo", "slides[1].picture"]));
    let path = format!("/api/v1/pictures/{id}");
    let refused = administrator.clone().reading("en")?.delete(&path).await?.expect_problem(409, "picture-in-use")?;
    assert!(refused.detail.contains("logo") && refused.detail.contains("slide 1"), "{}", refused.detail);
    change(&administrator, json!([{"at": ["office", "logo"], "value": null}])).await?;
    let refused = administrator.clone().reading("vi")?.delete(&path).await?.expect_problem(409, "picture-in-use")?;
    assert!(refused.detail.contains("bảng chiếu số 1") && !refused.detail.contains("biểu trưng"), "{}", refused.detail);
    change(&administrator, json!([{"at": ["slides"], "value": null}])).await?;
    administrator.delete(&path).await?.expect_status(204)?;
    office.close().await
}
