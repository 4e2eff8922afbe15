//! An office under siege from one address goes on with its work: nothing of a desk, a kiosk, a display or a phone
//! elsewhere is refused.

use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_display::LiveSocket;
use moi_tests::live::{seen, view_of};
use moi_tests::siege::{Force, Siege};
use moi_tests::{Office, Role};

use crate::SOON;

/// Long enough for each deadline of the doors to have passed twice.
const LASTING: Duration = Duration::from_secs(25);

#[tokio::test]
async fn an_officer_calls_and_a_kiosk_gives_tickets_while_thousands_of_connections_hang() -> Result<()> {
    let office = Office::builder().alone().start().await?;
    let desk = office.desk(1, "Nông Thị Hà").await?;
    let reception = office.bearer(&office.token(Role::Receptionist, "reception").await?)?;
    let kiosk = office.kiosk()?;
    let mut wall = LiveSocket::open(&office.live("/live/wall")?).await?;
    let siege = Siege::begin(&office.base(), Force { slow_heads: 300, idle: 5_000, oversized: 40 })?;
    let begun = Instant::now();
    let (mut given, mut called, mut shown) = (0_u32, 0_u32, 0_u32);
    while begun.elapsed() < LASTING {
        let ticket = kiosk.take_ticket("A").await.context("the kiosk")?;
        given += 1;
        called += u32::from(desk.next().await.context("the desk")?.is_some());
        // A phone, and somebody who comes anew, each with a connection of their own.
        let phone = office.nobody()?;
        phone.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.expect_status(200).context("a phone")?;
        reception.get("/api/v1/queue").await?.expect_status(200).context("the reception")?;
        let (rev, _) = view_of(&mut wall, SOON).await.context("the wall")?;
        seen(&mut wall, rev).await?;
        shown += 1;
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let (connected, _) = siege.done();
    ensure!(connected > 5_000, "only {connected} connections were opened");
    let mut late = LiveSocket::open(&office.live("/live/desks/1")?.with_token(desk.token())).await?;
    view_of(&mut late, SOON).await.context("a desk that comes in the middle of it")?;
    let metrics = office.metrics().await?;
    let state = office.here()?.get("/api/v1/office/state").await?.value()?;
    let open = state["doors"]["connections"].as_u64().context("connections")?;
    ensure!(open < 5_000, "{open} connections are open: one address has them all");
    ensure!(metrics.turned_away("connections-of-address") + metrics.turned_away("slow") > 0.0, "nobody was held back");
    ensure!(given > 20 && called > 20 && shown > 20, "given {given}, called {called}, shown {shown}");
    drop(siege);
    kiosk.take_ticket("A").await?;
    office.close().await
}
