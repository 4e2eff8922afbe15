//! Appointments: booked, kept, missed, given back.

use anyhow::{Context, Result};
use moi_tests::live::Topic;
use moi_tests::{Caller, Office, Role};
use serde_json::{Value, json};

use crate::{SHIPPED, SOON, at_midday};

/// Open all day in a zone where it is midday, with two places for D every five minutes, booked up to the last moment.
/// Whoever comes may come four hours early.
pub async fn all_day(more: &[(&str, &str)]) -> Result<String> {
    let mut config = at_midday(SHIPPED).await?;
    let week = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    for day in week {
        let line = config.lines().find(|line| line.starts_with(&format!("{day} = "))).context("the hours")?.to_owned();
        config = config.replacen(&line, &format!("{day} = [\"00:00-23:59\"]"), 1);
    }
    let usual = [
        ("appointment_minutes = 30", "appointment_minutes = 5"),
        ("appointments_per_slot = 1", "appointments_per_slot = 2"),
        ("notice_minutes = 60", "notice_minutes = 0"),
        ("early_minutes = 30", "early_minutes = 240"),
        ("online_per_hour = 10", "online_per_hour = 1000"),
        ("online = false", "online = true"),
    ];
    for (line, changed) in usual.iter().chain(more) {
        anyhow::ensure!(config.contains(line), "the set-up has {line}");
        config = config.replacen(line, changed, 1);
    }
    Ok(config)
}

pub async fn office(more: &[(&str, &str)]) -> Result<Office> {
    Office::builder().config(&all_day(more).await?).start().await
}

/// Today's times that this caller can book, the first first.
async fn times(caller: &Caller, today: &str) -> Result<Vec<String>> {
    let path = format!("/api/v1/appointments/slots?service=D&day={today}");
    let view = caller.get(&path).await?.expect_status(200)?.value()?;
    assert_eq!(view["days"][0]["day"], json!(today));
    let slots = view["slots"].as_array().context("times")?.iter();
    Ok(slots.map(|slot| slot["time"].as_str().unwrap_or_default().to_owned()).collect())
}

async fn today(office: &Office) -> Result<String> {
    let view = office.here()?.get("/api/v1/office").await?.value()?;
    Ok(view["now"].as_str().and_then(|now| now.get(..10)).context("a day")?.to_owned())
}

fn wish(day: &str, time: &str) -> Value {
    json!({"service": "D", "day": day, "time": time})
}

async fn reception(office: &Office) -> Result<Caller> {
    office.bearer(&office.token(Role::Receptionist, "reception").await?)
}

/// A place in the slot that runs: who has it counts as come when it was booked.
async fn now_running(office: &Office, staff: &Caller) -> Result<Value> {
    let today = today(office).await?;
    let time = times(staff, &today).await?.into_iter().next().context("a slot")?;
    staff.post_json("/api/v1/appointments", &wish(&today, &time)).await?.expect_status(201)?.value()
}

fn text<'v>(value: &'v Value, key: &str) -> Result<&'v str> {
    value[key].as_str().with_context(|| format!("{key} in {value}"))
}

#[tokio::test]
async fn booked_people_and_walk_ins_are_called_by_one_order_and_told_why() -> Result<()> {
    let office = office(&[]).await?;
    let (staff, today) = (reception(&office).await?, today(&office).await?);
    let desk = office.desk(4, "Hoàng Văn Tú").await?;
    let later = times(&office.nobody()?, &today).await?.into_iter().nth(12).context("an hour ahead")?;
    let booked = office.nobody()?.post_json("/api/v1/appointments", &wish(&today, &later)).await?;
    let booked = booked.expect_status(201)?.value()?;
    let running = now_running(&office, &staff).await?;

    // Who is an hour early gets a number, and overtakes nobody who comes meanwhile.
    let check_in = format!("/api/v1/appointments/{}/check-in", text(&booked, "token")?);
    office.nobody()?.post(&check_in).await?.expect_problem(409, "check-in-at-entrance")?;
    let early = office.here()?.post(&check_in).await?.expect_status(201)?.value()?;
    assert_eq!(office.here()?.post(&check_in).await?.value()?["number"], early["number"], "once more, the same");
    let walk_in = office.kiosk()?.take_ticket("D").await?;
    let by_code = format!("/api/v1/appointments/{}/check-in", text(&running, "code")?);
    let kept = office.here()?.post_keyed(&by_code, None, "touch").await?.expect_status(201)?.value()?;
    assert_eq!(office.here()?.post_keyed(&by_code, None, "touch").await?.value()?["number"], kept["number"]);

    let mut own = Topic::at(office.live("/live/desks/4")?.with_token(desk.token()));
    own.until(SOON, |view| view["queue"].as_array().is_some_and(|queue| queue.len() == 3)).await?;
    let view = own.last();
    assert_eq!(view["queue"][0]["reason"]["kind"], json!("appointment"), "{view}");
    assert_eq!(desk.next().await?.context("somebody waits")?.number, text(&kept, "number")?);
    let phone = office.nobody()?.get(&format!("/api/v1/tickets/{}", walk_in.token)).await?.value()?;
    assert_eq!(phone["before"][0]["number"], kept["number"]);
    assert_eq!(
        (&phone["before"][0]["reason"], &phone["before"][0]["appointment"]),
        (&json!("appointment"), &running["starts_at"])
    );
    assert_eq!(desk.next().await?.context("somebody waits")?.number, walk_in.number);
    assert_eq!(desk.next().await?.context("somebody waits")?.number, text(&early, "number")?);

    let administrator = office.bearer(&office.token(Role::Administrator, "Lan").await?)?.reading("vi")?;
    let order = administrator.get("/api/v1/order").await?.value()?;
    assert_eq!(order["passings"].as_array().map(Vec::len), Some(1), "{order}");
    assert_eq!(order["passings"][0]["kind"], json!("appointment"));
    assert!(text(&order["passings"][0], "why")?.starts_with("Hẹn "), "{order}");
    office.close().await
}

/// `QLess`: offices of Nevada were double-booked after a crash in 2018.
#[tokio::test]
async fn a_slot_is_never_overbooked_however_many_ask_at_once() -> Result<()> {
    let office = office(&[]).await?;
    let today = today(&office).await?;
    let time = times(&office.nobody()?, &today).await?.into_iter().nth(3).context("a slot")?;
    let ask = || async {
        let answer = office.nobody()?.post_json("/api/v1/appointments", &wish(&today, &time)).await?;
        anyhow::Ok(if answer.status == 201 { Ok(answer.value()?) } else { Err(answer.problem()?.code) })
    };
    let answers = futures_util::future::try_join_all((0..24).map(|_| ask())).await?;
    let booked: Vec<_> = answers.iter().filter_map(|answer| answer.as_ref().ok()).collect();
    assert_eq!(booked.len(), 2, "as many as the slot has places");
    assert_ne!(booked[0]["code"], booked[1]["code"]);
    assert!(answers.iter().all(|answer| answer.as_ref().err().is_none_or(|code| code == "slot-full")), "{answers:?}");

    let own = format!("/api/v1/appointments/{}", text(booked[0], "token")?);
    for _ in 0..2 {
        assert_eq!(office.nobody()?.delete(&own).await?.expect_status(200)?.value()?["state"], json!("cancelled"));
    }
    let again = office.nobody()?.post_json("/api/v1/appointments", &wish(&today, &time)).await?;
    again.expect_status(201)?;
    office.here()?.post(&format!("{own}/check-in")).await?.expect_problem(409, "appointment-cancelled")?;
    office.close().await
}

#[tokio::test]
async fn a_booking_survives_a_kill_and_a_retry_gets_the_same() -> Result<()> {
    let mut office = office(&[]).await?;
    let today = today(&office).await?;
    let time = times(&office.nobody()?, &today).await?.into_iter().nth(3).context("a slot")?;
    let (path, body) = ("/api/v1/appointments", wish(&today, &time));
    let first = office.nobody()?.post_keyed(path, Some(&body), "mine").await?.expect_status(201)?.value()?;
    office.kill().await?;
    office.open().await?;
    let again = office.nobody()?.post_keyed(path, Some(&body), "mine").await?.expect_status(201)?.value()?;
    assert_eq!(again, first);
    let other = office.nobody()?.post_keyed(path, Some(&wish(&today, "23:50")), "mine").await?;
    other.expect_problem(422, "key-reused")?;
    let list = reception(&office).await?.get(&format!("{path}?day={today}")).await?.value()?;
    assert_eq!(list["appointments"].as_array().map(Vec::len), Some(1), "{list}");
    assert_eq!(list["appointments"][0]["code"], first["code"]);
    office.close().await
}

#[tokio::test]
async fn who_does_not_come_is_missed_and_the_place_is_free() -> Result<()> {
    let office =
        office(&[("late_minutes = 10", "late_minutes = 0"), ("= \"ordinary-ticket\"", "= \"refuse\"")]).await?;
    let staff = reception(&office).await?;
    let booked = now_running(&office, &staff).await?;
    let own = format!("/api/v1/appointments/{}", text(&booked, "token")?);
    let begun = std::time::Instant::now();
    while office.nobody()?.get(&own).await?.value()?["state"] != json!("missed") {
        anyhow::ensure!(begun.elapsed() < SOON, "nobody noted that it was missed");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    let problem =
        office.here()?.reading("en")?.post(&format!("{own}/check-in")).await?.expect_problem(409, "too-late")?;
    assert!(problem.detail.contains("is over"), "{}", problem.detail);
    office.nobody()?.delete(&own).await?.expect_problem(409, "too-late")?;
    // The two places of the slot: both can be booked once more, or both of the next one when it has begun meanwhile.
    for _ in 0..2 {
        now_running(&office, &staff).await?;
    }
    office.close().await
}

#[tokio::test]
async fn who_comes_late_or_shows_the_code_once_more_is_told_so() -> Result<()> {
    let office = office(&[("late_minutes = 10", "late_minutes = 0")]).await?;
    let staff = reception(&office).await?;
    let booked = now_running(&office, &staff).await?;
    let check_in = format!("/api/v1/appointments/{}/check-in", text(&booked, "token")?);
    let begun = std::time::Instant::now();
    let own = format!("/api/v1/appointments/{}", text(&booked, "token")?);
    while office.nobody()?.get(&own).await?.value()?["state"] != json!("missed") {
        anyhow::ensure!(begun.elapsed() < SOON, "nobody noted that it was missed");
        tokio::time::sleep(std::time::Duration::from_millis(200)).await;
    }
    let first = office.here()?.post(&check_in).await?.expect_status(201)?.value()?;
    assert_eq!([&first["late"], &first["checked_in_before"]], [&json!(true), &json!(false)]);
    let again = office.here()?.post(&check_in).await?.expect_status(201)?.value()?;
    assert_eq!([&again["number"], &again["checked_in_before"]], [&first["number"], &json!(true)]);
    // Its holder is led to the ticket; the code alone tells its secret to nobody.
    assert_eq!(office.nobody()?.get(&own).await?.value()?["ticket"], first["token"]);
    let by_code = format!("/api/v1/appointments/{}", text(&booked, "code")?);
    assert_eq!(office.here()?.get(&by_code).await?.expect_status(200)?.value()?["ticket"], json!(null));
    office.close().await
}

#[tokio::test]
async fn who_is_too_early_is_told_when_to_come_back() -> Result<()> {
    let config = all_day(&[]).await?.replacen("early_minutes = 240", "early_minutes = 1", 1);
    let office = Office::builder().config(&config).start().await?;
    let today = today(&office).await?;
    let time = times(&office.nobody()?, &today).await?.into_iter().nth(12).context("an hour ahead")?;
    let booked = office.nobody()?.post_json("/api/v1/appointments", &wish(&today, &time)).await?.value()?;
    let check_in = format!("/api/v1/appointments/{}/check-in", text(&booked, "token")?);
    let problem = office.here()?.reading("vi")?.post(&check_in).await?.expect_problem(409, "too-early")?;
    assert!(problem.detail.contains(&time) && problem.detail.contains("Mời trở lại lấy số từ"), "{}", problem.detail);
    office.close().await
}

#[tokio::test]
async fn a_code_is_for_kiosk_and_staff_and_only_the_staff_gives_back_by_it() -> Result<()> {
    let office = office(&[]).await?;
    let booked = now_running(&office, &reception(&office).await?).await?;
    let own = format!("/api/v1/appointments/{}", text(&booked, "code")?);
    office.nobody()?.get(&own).await?.expect_problem(401, "not-signed-in")?;
    office.nobody()?.post(&format!("{own}/check-in")).await?.expect_problem(401, "not-signed-in")?;
    office.nobody()?.delete(&own).await?.expect_problem(401, "not-signed-in")?;
    assert_eq!(office.here()?.get(&own).await?.expect_status(200)?.value()?["token"], booked["token"]);
    office.here()?.delete(&own).await?.expect_problem(403, "not-allowed")?;
    let kiosk = office.bearer(&office.token(Role::Kiosk, "entrance").await?)?;
    kiosk.delete(&own).await?.expect_problem(403, "not-allowed")?;
    for nothing in ["000000x", "0000000000000000", "1234567"] {
        let answer = kiosk.get(&format!("/api/v1/appointments/{nothing}")).await?;
        answer.expect_problem(404, "unknown-appointment")?;
    }
    reception_cancels(&office, &own).await?;
    office.close().await
}

async fn reception_cancels(office: &Office, own: &str) -> Result<()> {
    let staff = office.bearer(&office.token(Role::Officer, "Nông Thị Hà").await?)?;
    assert_eq!(staff.delete(own).await?.expect_status(200)?.value()?["state"], json!("cancelled"));
    Ok(())
}

#[tokio::test]
async fn without_booking_online_only_the_staff_books_and_an_address_books_so_often_with_it() -> Result<()> {
    let path = "/api/v1/appointments";
    let off = office(&[("online = true", "online = false")]).await?;
    let day = today(&off).await?;
    off.nobody()?.post_json(path, &wish(&day, "23:50")).await?.expect_problem(401, "not-signed-in")?;
    off.nobody()?.get("/api/v1/appointments/slots?service=D").await?.expect_problem(401, "not-signed-in")?;
    let kiosk = off.bearer(&off.token(Role::Kiosk, "entrance").await?)?;
    kiosk.post_json(path, &wish(&day, "23:50")).await?.expect_problem(403, "not-allowed")?;
    reception(&off).await?.post_json(path, &wish(&day, "23:50")).await?.expect_status(201)?;
    off.close().await?;

    let config = all_day(&[]).await?.replacen("online_per_hour = 1000", "online_per_hour = 2", 1);
    let on = Office::builder().config(&config).start().await?;
    let day = today(&on).await?;
    for time in ["23:40", "23:45"] {
        on.nobody()?.post_json(path, &wish(&day, time)).await?.expect_status(201)?;
    }
    let answer = on.nobody()?.post_json(path, &wish(&day, "23:50")).await?;
    answer.expect_problem(429, "too-many-bookings")?;
    reception(&on).await?.post_json(path, &wish(&day, "23:50")).await?.expect_status(201)?;
    on.close().await
}

#[tokio::test]
async fn the_calendar_s_file_holds_the_appointment_and_no_secret_in_its_name() -> Result<()> {
    let office = office(&[]).await?;
    let booked = now_running(&office, &reception(&office).await?).await?;
    let (token, code) = (text(&booked, "token")?, text(&booked, "code")?);
    let answer = office.nobody()?.get(&format!("/api/v1/appointments/{token}/calendar")).await?.expect_status(200)?;
    assert_eq!(answer.header("content-type"), "text/calendar; charset=utf-8");
    let file = answer.text().replace("\r\n ", "");
    for line in ["BEGIN:VCALENDAR", "VERSION:2.0", "STATUS:CONFIRMED", "SUMMARY:Hẹn: Đất đai", "END:VCALENDAR"] {
        assert!(file.lines().any(|known| known == line), "{line} in {file}");
    }
    assert!(file.contains(&format!("DESCRIPTION:Mã hẹn: {code}\\n")), "{file}");
    let uid = file.lines().find(|line| line.starts_with("UID:")).context("a UID")?;
    assert!(!uid.contains(token), "{uid}");
    let starts_at: jiff::Timestamp = text(&booked, "starts_at")?.parse()?;
    assert!(file.contains(&format!("DTSTART:{}", starts_at.strftime("%Y%m%dT%H%M%SZ"))), "{file}");
    office.nobody()?.delete(&format!("/api/v1/appointments/{token}")).await?.expect_status(200)?;
    let answer = office.nobody()?.get(&format!("/api/v1/appointments/{token}/calendar")).await?;
    assert!(answer.text().contains("STATUS:CANCELLED"));
    office.close().await
}

#[tokio::test]
async fn what_is_no_booking_is_refused_with_words() -> Result<()> {
    let office = office(&[]).await?;
    let today = today(&office).await?;
    let nobody = office.nobody()?;
    for (body, status, code) in [
        (json!({"service": "D", "day": today}), 400, "invalid-body"),
        (json!({"service": "D", "day": "tomorrow", "time": "09:00"}), 400, "invalid-body"),
        (json!({"service": "D", "day": today, "time": "9:00"}), 400, "invalid-body"),
        (json!({"service": "D", "day": today, "time": "24:00"}), 400, "invalid-body"),
        (json!({"service": "D", "day": today, "time": "+9:00"}), 400, "invalid-body"),
        (json!({"service": "D", "day": today, "time": "23:50", "name": "Hà"}), 400, "invalid-body"),
        (json!({"service": "D", "day": today, "time": "23:50", "language": "xx"}), 400, "invalid-body"),
        (json!({"service": "Q", "day": today, "time": "23:50"}), 422, "unknown-service"),
        (json!({"service": "A", "day": today, "time": "23:50"}), 422, "not-bookable"),
        (json!({"service": "D", "day": today, "time": "23:51"}), 422, "no-such-slot"),
        (json!({"service": "D", "day": today, "time": "00:00"}), 409, "slot-too-soon"),
        (json!({"service": "D", "day": "2099-01-01", "time": "23:50"}), 409, "slot-too-far"),
    ] {
        let answer = nobody.post_json("/api/v1/appointments", &body).await?;
        answer.expect_problem(status, code).with_context(|| body.to_string())?;
    }
    for (query, status, code) in [
        ("service=Q", 422, "unknown-service"),
        ("service=A", 422, "not-bookable"),
        ("service=D&day=2026-13-01", 400, "invalid-body"),
        ("service=D&more=1", 400, "invalid-body"),
        ("", 400, "invalid-body"),
    ] {
        let answer = office.nobody()?.get(&format!("/api/v1/appointments/slots?{query}")).await?;
        answer.expect_problem(status, code).with_context(|| query.to_owned())?;
    }
    office.close().await
}
