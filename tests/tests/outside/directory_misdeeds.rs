//! A directory that is away, wrong or malicious signs nobody in, and stops nothing else.

use anyhow::{Context, Result, ensure};
use moi_tests::directory::{Algorithm, Misdeed, SECRET};
use moi_tests::{Caller, Directory, Office};
use serde_json::json;

use crate::directory::{BAO, begin, directory, finish, office, put_secret, set_up, sign_in};
use crate::signing_in::with_password;

async fn is_nobody(browser: &Caller) -> Result<()> {
    browser.get("/api/v1/sessions/current").await?.expect_problem(401, "not-signed-in").map(drop)
}

#[tokio::test]
async fn a_directory_that_is_away_keeps_nobody_from_anything_else() -> Result<()> {
    let mut directory = directory().await?;
    directory.misbehave(Some(Misdeed::Down));
    // The office opens all the same.
    let office = office(Office::builder(), &directory, "").await?;
    let browser = office.nobody()?.reading("en")?;
    let refused = browser.post("/api/v1/sessions/directory").await?.expect_problem(503, "directory-unreachable")?;
    ensure!(refused.detail.contains("can’t be reached. Sign in with PIN or password"), "{}", refused.detail);
    with_password(&office.nobody()?, BAO, &office.password(BAO).await?).await?.expect_status(201)?;
    office.kiosk()?.take_ticket("A").await?;
    directory.misbehave(None);
    sign_in(&browser, &directory, "ha.nong").await?.expect_status(201)?;
    // Away in the middle of a try.
    let other = office.nobody()?;
    let back = directory.sign_in(&begin(&other).await?, "bao.dang")?;
    directory.misbehave(Some(Misdeed::Down));
    let code = finish(&other, &back).await?.problem()?;
    ensure!(["directory-unreachable", "directory-not-believed"].contains(&code.code.as_str()), "{}", code.code);
    is_nobody(&other).await?;
    directory.misbehave(None);
    let back = directory.sign_in(&begin(&other).await?, "bao.dang")?;
    directory.stop().await;
    finish(&other, &back).await?.expect_problem(503, "directory-unreachable")?;
    is_nobody(&other).await?;
    browser.get("/api/v1/sessions/current").await?.expect_status(200)?;
    office.close().await
}

#[tokio::test]
async fn a_directory_that_is_slow_is_given_up_and_holds_nobody_else_up() -> Result<()> {
    let directory = directory().await?;
    directory.misbehave(Some(Misdeed::Slow));
    let office = office(Office::builder(), &directory, "").await?;
    let browser = office.nobody()?;
    let waiting = tokio::spawn(async move { browser.post("/api/v1/sessions/directory").await });
    office.kiosk()?.take_ticket("A").await?;
    office.signed_in(BAO).await?;
    ensure!(!waiting.is_finished(), "it is not waited for at all");
    waiting.await??.expect_problem(503, "directory-unreachable")?;
    office.close().await
}

#[tokio::test]
async fn a_directory_that_is_another_one_or_answers_too_much_or_leads_elsewhere_is_not_used() -> Result<()> {
    for misdeed in [Misdeed::OtherName, Misdeed::Huge, Misdeed::Elsewhere] {
        let directory = directory().await?;
        directory.misbehave(Some(misdeed));
        let office = office(Office::builder(), &directory, "").await?;
        let refused = office.nobody()?.post("/api/v1/sessions/directory").await?;
        refused.expect_problem(503, "directory-unusable").with_context(|| format!("{misdeed:?}"))?;
        assert_eq!(directory.asked("/elsewhere"), 0, "{misdeed:?}: it was followed");
        ensure!(office.log().contains("the directory can't be used"), "{}", office.log());
        directory.misbehave(None);
        sign_in(&office.nobody()?, &directory, "ha.nong").await?.expect_status(201)?;
        office.close().await?;
    }
    Ok(())
}

#[tokio::test]
async fn a_token_is_believed_only_when_all_of_it_holds() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    // Each is refused for what is wrong with it, and not for something else.
    for (misdeed, why) in [
        (Misdeed::ForeignKey, "Crypto error"),
        (Misdeed::UnknownKey, "a key that the directory does not show"),
        (Misdeed::NotSigned, "No signature found"),
        (Misdeed::SignedBySecret, "Disallowed signature algorithm"),
        (Misdeed::OtherNonce, "nonce mismatch"),
        (Misdeed::NoNonce, "missing nonce"),
        (Misdeed::Expired, "expired at"),
        (Misdeed::Old, "not issued during this try"),
        (Misdeed::Ahead, "not issued during this try"),
        (Misdeed::OtherAudience, "Invalid audiences"),
        (Misdeed::MoreAudiences, "is not a trusted audience"),
        (Misdeed::OtherParty, "issued to another party"),
        (Misdeed::OtherIssuer, "Invalid issuer"),
        (Misdeed::Gibberish, "it can't be read"),
        (Misdeed::NoToken, "there is no ID token"),
    ] {
        directory.misbehave(Some(misdeed));
        let browser = office.nobody()?;
        let refused = sign_in(&browser, &directory, "ha.nong").await?;
        refused.expect_problem(502, "directory-not-believed").with_context(|| format!("{misdeed:?}"))?;
        is_nobody(&browser).await?;
        let log = office.log();
        let line = log.lines().last().unwrap_or_default();
        ensure!(line.contains(why), "{misdeed:?}: {line}");
    }
    directory.misbehave(None);
    sign_in(&office.nobody()?, &directory, "ha.nong").await?.expect_status(201)?;
    // What comes back by the browser names another directory.
    let browser = office.nobody()?;
    let mut back = directory.sign_in(&begin(&browser).await?, "ha.nong")?;
    back["iss"] = json!("https://other.example.vn");
    finish(&browser, &back).await?.expect_problem(502, "directory-not-believed")?;
    office.close().await
}

#[tokio::test]
async fn tokens_may_be_signed_in_three_ways() -> Result<()> {
    let directory = directory().await?;
    for algorithm in Algorithm::ALL {
        directory.sign_by(algorithm)?;
    }
    let office = office(Office::builder(), &directory, "").await?;
    for algorithm in Algorithm::ALL {
        directory.sign_by(algorithm)?;
        let answer = sign_in(&office.nobody()?, &directory, "ha.nong").await?;
        answer.expect_status(201).with_context(|| format!("{algorithm:?}"))?;
    }
    assert_eq!(directory.asked("/keys"), 1, "keys that are known are not asked for again");
    office.close().await
}

#[tokio::test]
async fn a_new_key_of_the_directory_is_fetched_and_no_stream_of_unknown_ones_makes_the_office_ask() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    sign_in(&office.nobody()?, &directory, "ha.nong").await?.expect_status(201)?;
    assert_eq!(directory.asked("/keys"), 1);
    directory.roll_over("second")?;
    sign_in(&office.nobody()?, &directory, "ha.nong").await?.expect_status(201)?;
    assert_eq!(directory.asked("/keys"), 2);
    directory.misbehave(Some(Misdeed::UnknownKey));
    for _ in 0..5 {
        let refused = sign_in(&office.nobody()?, &directory, "ha.nong").await?;
        refused.expect_problem(502, "directory-not-believed")?;
    }
    assert_eq!(directory.asked("/keys"), 2, "once a minute at most");
    office.close().await
}

#[tokio::test]
async fn a_name_that_the_token_lacks_is_asked_for_and_believed_of_the_same_person_alone() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    for (misdeed, code) in
        [(Misdeed::OtherPersonOnRequest, "directory-not-believed"), (Misdeed::NoName, "directory-unusable")]
    {
        directory.misbehave(Some(misdeed));
        let refused = sign_in(&office.nobody()?, &directory, "ha.nong").await?.problem()?;
        assert_eq!(refused.code, code, "{misdeed:?}");
    }
    directory.misbehave(Some(Misdeed::NameOnRequest));
    sign_in(&office.nobody()?, &directory, "ha.nong").await?.expect_status(201)?;
    assert_eq!(directory.asked("/userinfo"), 3);
    office.close().await
}

#[tokio::test]
async fn the_offices_secret_is_its_owners_alone_and_read_anew_each_time() -> Result<()> {
    let directory = directory().await?;
    let office = office(Office::builder(), &directory, "").await?;
    let try_it = async || sign_in(&office.nobody()?, &directory, "ha.nong").await;
    for (secret, mode) in [("wrong", 0o600), (SECRET, 0o644), ("", 0o600)] {
        put_secret(&office, secret, mode)?;
        try_it().await?.expect_problem(503, "directory-unusable").with_context(|| format!("{secret} {mode:o}"))?;
    }
    ensure!(office.log().contains("chmod 600"), "{}", office.log());
    put_secret(&office, SECRET, 0o600)?;
    try_it().await?.expect_status(201)?;
    // Without one the office is a public client, with PKCE alone.
    std::fs::remove_file(office.data().join("directory-secret"))?;
    try_it().await?.expect_problem(503, "directory-unusable")?;
    directory.forget_the_secret();
    try_it().await?.expect_status(201)?;
    office.close().await?;
    // The environment goes before the file.
    let directory = crate::directory::directory().await?;
    let builder = Office::builder().variable("MOI_DIRECTORY_SECRET", SECRET);
    let office = builder.config(&set_up(&directory, "")).start().await?;
    directory.lead_back_to(&format!("{}/sign-in/directory", office.base()));
    put_secret(&office, "wrong", 0o600)?;
    sign_in(&office.nobody()?, &directory, "ha.nong").await?.expect_status(201)?;
    office.close().await
}

#[tokio::test]
async fn a_directory_elsewhere_is_asked_encrypted_and_believed_when_the_machine_trusts_its_certificate() -> Result<()> {
    let folder = tempfile::tempdir()?;
    let authority = folder.path().join("authority.pem");
    let directory = Directory::start_encrypted(&authority).await?;
    directory.add("ha.nong");
    let stranger = office(Office::builder(), &directory, "").await?;
    let refused = stranger.nobody()?.post("/api/v1/sessions/directory").await?;
    refused.expect_problem(503, "directory-unreachable")?;
    ensure!(stranger.log().contains("certificate"), "{}", stranger.log());
    let trusting = stranger.sibling().variable("SSL_CERT_FILE", authority.to_str().context("a path")?);
    let trusting = office(trusting, &directory, "").await?;
    directory.misbehave(Some(Misdeed::PlainPart));
    let refused = trusting.nobody()?.post("/api/v1/sessions/directory").await?;
    refused.expect_problem(503, "directory-unusable")?;
    ensure!(trusting.log().contains("a part of it is not encrypted"), "{}", trusting.log());
    directory.misbehave(None);
    sign_in(&trusting.nobody()?, &directory, "ha.nong").await?.expect_status(201)?;
    trusting.close().await?;
    stranger.close().await
}
