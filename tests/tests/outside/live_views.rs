//! Live views: whole, newest only, acknowledged.

use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_display::{Address, Announcer, LiveSocket, ServerFrame, WallView};
use moi_tests::live::{Topic, close_code, seen, view_of};
use moi_tests::process::memory_kib;
use moi_tests::{Desk, Office, Proxy};
use serde_json::{Value, json};
use tokio::sync::{Semaphore, mpsc};
use tokio::time::timeout;

use crate::SOON;

/// No view comes for so long: then none will.
const QUIET: Duration = Duration::from_millis(700);

#[tokio::test]
async fn a_view_comes_only_when_the_last_was_acknowledged_and_then_the_newest() -> Result<()> {
    let office = Office::start().await?;
    let mut wall = LiveSocket::open(&office.live("/live/wall")?).await?;
    let (first, view) = view_of(&mut wall, SOON).await?;
    assert_eq!(view["waiting"]["total"], json!(0));
    for _ in 0..50 {
        office.kiosk()?.take_ticket("A").await?;
    }
    assert!(view_of(&mut wall, QUIET).await.is_err(), "a view came before the last was acknowledged");
    // An acknowledgement of something that was never sent opens nothing.
    seen(&mut wall, first + 40).await?;
    assert!(view_of(&mut wall, QUIET).await.is_err(), "a view came for a foreign acknowledgement");
    seen(&mut wall, first).await?;
    let (newest, view) = view_of(&mut wall, SOON).await?;
    assert_eq!(view["waiting"]["total"], json!(50), "the newest view, not the next one");
    assert!(newest > first);
    seen(&mut wall, newest).await?;
    assert!(view_of(&mut wall, QUIET).await.is_err(), "nothing has changed, and a view came");
    office.close().await
}

/// Screens that stop reading made servers grow; here each costs one unsent view at most.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn screens_that_stop_reading_cost_no_memory_and_slow_nobody_down() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let mut stuck = Vec::new();
    for _ in 0..200 {
        // Opened, and never read again.
        stuck.push(LiveSocket::open(&office.live("/live/wall")?).await?);
    }
    let desk = office.desk(1, "Nông Thị Hà").await?;
    office.kiosk()?.take_ticket("A").await?;
    desk.next().await?;
    let process = office.process().context("it runs")?;
    let before = memory_kib(process)?;
    let mut live = Topic::at(office.live("/live/wall")?);
    live.next(SOON).await?;
    for _ in 0..2000 {
        desk.recall().await?;
    }
    let mut own = Topic::at(office.live("/live/desks/1")?.with_token(desk.token()));
    let last = own.next(SOON).await?["visit"]["call"].clone();
    let shown = live.until(SOON, |view| view["calls"][0]["id"] == last).await?;
    assert!(shown < Duration::from_secs(2), "a screen that reads waited for {shown:?}");
    let grown = memory_kib(process)?.saturating_sub(before);
    // 200 sockets × 2,000 views of 1 KB would be 400 MB; one unsent view each is below 1 MB.
    ensure!(grown < 30 * 1024, "the server grew by {grown} KiB");
    drop(stuck);
    office.close().await
}

#[tokio::test]
async fn reconnecting_shows_the_newest_view_and_nothing_before_it() -> Result<()> {
    let office = Office::start().await?;
    let wire = Proxy::before(&office.base()).await?;
    let address = Address::new(&format!("{}/live/wall", wire.base()))?;
    let mut wall = LiveSocket::open(&address).await?;
    let (rev, _) = view_of(&mut wall, SOON).await?;
    seen(&mut wall, rev).await?;
    wire.cut();
    for _ in 0..20 {
        office.kiosk()?.take_ticket("A").await?;
    }
    assert!(close_code(&mut wall, SOON).await.is_err() || view_of(&mut wall, QUIET).await.is_err());
    wire.mend();
    let mut wall = LiveSocket::open(&address).await?;
    let (_, view) = view_of(&mut wall, SOON).await?;
    assert_eq!(view["waiting"]["total"], json!(20));
    assert!(view_of(&mut wall, QUIET).await.is_err(), "a backlog came");
    office.close().await
}

/// The display's queue was not updated when somebody was called (openmrs-esm PR #1826 / O3-4926, PR #645, #1117): here
/// a thousand calls, the sockets dropped at three of ten, each call announced once and in order.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_thousand_calls_are_each_announced_once_while_three_of_ten_sockets_drop() -> Result<()> {
    const CALLS: u64 = 1000;
    let office = Office::builder().alone().start().await?;
    let wire = Proxy::before(&office.base()).await?;
    office.kiosk()?.take_ticket("A").await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let (said, mut heard) = mpsc::unbounded_channel();
    let display = tokio::spawn(announce(Address::new(&format!("{}/live/wall", wire.base()))?, said));
    // The first view is what was called before the display was there; then a call may be on its way.
    ensure!(heard.recv().await == Some(0), "the display is ready");
    // A display carries the last eight calls over a gap: a hall doesn't call more in the second that a reconnect takes.
    let unheard = Semaphore::new(7);
    let mut announced = Vec::new();
    desk.next().await?;
    for turn in 1..CALLS {
        if turn % 10 < 3 {
            wire.drop_connections();
        }
        while unheard.available_permits() == 0 {
            announced.push(timeout(SOON, heard.recv()).await.with_context(|| format!("silent at {turn}"))?);
            unheard.add_permits(1);
        }
        unheard.acquire().await?.forget();
        desk.recall().await?;
    }
    while announced.len() < usize::try_from(CALLS)? {
        announced.push(timeout(SOON, heard.recv()).await.with_context(|| format!("{} were heard", announced.len()))?);
    }
    assert!(timeout(QUIET, heard.recv()).await.is_err(), "a call was said twice");
    assert!(announced.is_sorted_by(|earlier, later| earlier < later), "out of order or twice: {announced:?}");
    display.abort();
    office.close().await
}

/// A display that reconnects at once. Tells 0 when it has its first view, then the id of each call that it says.
async fn announce(address: Address, said: mpsc::UnboundedSender<u64>) {
    let mut announcer = Announcer::new();
    let mut first = true;
    loop {
        let Ok(mut socket) = LiveSocket::open(&address).await else { continue };
        while let Ok(frame) = socket.receive::<WallView>().await {
            let ServerFrame::View { rev, view, .. } = frame else { continue };
            let now = view.calls.first().map_or(jiff::Timestamp::MIN, |call| call.at.timestamp());
            for call in announcer.to_say(&view, now) {
                if said.send(call.id).is_err() {
                    return;
                }
            }
            if std::mem::take(&mut first) && said.send(0).is_err() {
                return;
            }
            if seen(&mut socket, rev).await.is_err() {
                break;
            }
        }
    }
}

#[tokio::test]
async fn a_view_is_the_same_bytes_for_everybody_who_watches() -> Result<()> {
    let office = Office::start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let mut frames = Vec::new();
    for _ in 0..3 {
        frames.push(LiveSocket::open(&office.live("/live/wall")?).await?.receive_text().await?);
    }
    assert!(frames.iter().all(|frame| frame == &frames[0]), "{frames:?}");
    office.close().await
}

#[tokio::test]
async fn a_beat_is_answered_with_the_offices_time() -> Result<()> {
    let office = Office::start().await?;
    let mut wall = LiveSocket::open(&office.live("/live/wall")?).await?;
    view_of(&mut wall, SOON).await?;
    wall.send(moi_display::ClientFrame::Beat(41)).await?;
    let ServerFrame::<Value>::Beat { beat, now } = timeout(SOON, wall.receive()).await?? else {
        anyhow::bail!("no beat");
    };
    assert_eq!(beat, 41);
    let office_now = office.here()?.get("/api/v1/office").await?.value()?["now"].as_str().map(str::to_owned);
    let office_now: moi_display::Moment = office_now.context("now")?.parse()?;
    assert!(now.age_at(office_now.timestamp()).as_secs().abs() < 60, "{now} and {office_now}");
    assert!(now.to_string().ends_with("+07:00"), "{now} is not the office's own time");
    office.close().await
}

#[tokio::test]
async fn the_public_boards_have_the_types_that_displays_read() -> Result<()> {
    let office = Office::start().await?;
    office.kiosk()?.take_ticket("A").await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    desk.next().await?;
    pause_another(&office).await?;
    for (path, strict) in [("/live/wall", true), ("/live/counters/1", false), ("/live/counters/2", false)] {
        let text = LiveSocket::open(&office.live(path)?).await?.receive_text().await?;
        let view: Value = serde_json::from_str::<Value>(&text)?["view"].clone();
        let again = if strict {
            serde_json::to_value(serde_json::from_value::<WallView>(view.clone())?)?
        } else {
            serde_json::to_value(serde_json::from_value::<moi_display::CounterView>(view.clone())?)?
        };
        assert_eq!(again, view, "{path} has fields that a display doesn't read");
    }
    office.close().await
}

async fn pause_another(office: &Office) -> Result<Desk> {
    let other = office.desk(2, "Lương Văn Tú").await?;
    let body = json!({"minutes": 15});
    other.caller().post_json("/api/v1/counters/2/pause", &body).await?.expect_status(200)?;
    Ok(other)
}
