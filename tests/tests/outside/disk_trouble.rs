//! The disk fails, or is full: people are told, nothing acknowledged is lost, and the office goes on by itself as soon
//! as the disk does. `MOI_SOAK_TROUBLES` asks for another number of troubles.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};
use moi_tests::live::Topic;
use moi_tests::{Answer, Kiosk, Luck, Office, Taken};
use serde_json::{Value, json};
use tokio::task::JoinSet;
use tokio::time::sleep;

use crate::{SERVICES, SHIPPED, SOON, at_midday, index_of, setting};

/// So much later at most the office accepts orders again.
const AGAIN_WITHIN: Duration = Duration::from_secs(5);
/// How long a trouble lasts: several tries of the office to open its data again.
const TROUBLE: Duration = Duration::from_secs(3);
/// Troubles of one run of the tests.
const TROUBLES: u64 = 2;
/// Pause of somebody who was refused.
const PAUSE: Duration = Duration::from_millis(100);

#[tokio::test]
async fn a_full_disk_refuses_orders_and_says_so_and_goes_on_when_there_is_room() -> Result<()> {
    let mut hall = Hall::open(Office::builder().on_unsure_disk()).await?;
    let mut luck = Luck::of(setting("MOI_SOAK_SEED").unwrap_or_else(|| u64::from(std::process::id())));
    for trouble in 0..setting("MOI_SOAK_TROUBLES").unwrap_or(TROUBLES) {
        // The disk is full at once, or a little later.
        let room = if trouble == 0 { 0 } else { luck.below(150_000) };
        println!("trouble {trouble}: room for {room} bytes more");
        let used = bytes_in(&hall.office.data())?;
        hall.office.disk()?.limit(used + room)?;
        hall.wait_out_the_trouble("disk-full", "Free some space").await?;
        hall.office.disk()?.heal()?;
        hall.go_on().await?;
    }
    hall.close_after_a_power_cut().await
}

#[tokio::test]
async fn a_disk_that_fails_to_sync_refuses_orders_and_goes_on_when_it_works() -> Result<()> {
    let mut hall = Hall::open(Office::builder().on_unsure_disk()).await?;
    for _ in 0..setting("MOI_SOAK_TROUBLES").unwrap_or(TROUBLES) {
        hall.office.disk()?.fail_syncs()?;
        hall.wait_out_the_trouble("storage-failed", "can't write to its disk").await?;
        hall.office.disk()?.heal()?;
        hall.go_on().await?;
    }
    hall.close_after_a_power_cut().await
}

/// What the kernel does with a card that is worn out.
#[tokio::test]
async fn a_disk_that_turns_read_only_refuses_orders_and_goes_on_when_it_takes_them_again() -> Result<()> {
    let mut hall = Hall::open(Office::builder().on_unsure_disk()).await?;
    hall.office.disk()?.only_read()?;
    hall.wait_out_the_trouble("storage-failed", "can't write to its disk").await?;
    hall.office.disk()?.heal()?;
    hall.go_on().await?;
    hall.close_after_a_power_cut().await
}

/// The kernel shows what a failed sync lost to the next process, too.
#[tokio::test]
async fn an_office_that_is_started_again_after_a_failed_sync_does_not_stand_on_what_was_lost() -> Result<()> {
    let mut hall = Hall::open(Office::builder().on_unsure_disk()).await?;
    hall.office.disk()?.fail_syncs()?;
    hall.wait_out_the_trouble("storage-failed", "can't write to its disk").await?;
    hall.office.kill().await?;
    hall.office.disk()?.heal()?;
    hall.office.open().await?;
    hall.go_on().await?;
    hall.close_after_a_power_cut().await
}

/// Killed before a sync, started on a disk that fails the next one, and started once more, as a service manager does:
/// the kernel shows the third process what no disk has.
#[tokio::test]
async fn a_start_whose_sync_failed_leaves_the_next_one_nothing_false_to_stand_on() -> Result<()> {
    let mut hall = Hall::open(Office::builder().on_unsure_disk()).await?;
    hall.office.disk()?.end_before_sync_of_a_file()?;
    ensure!(hall.citizens[0].ask().await.is_err(), "the office ends before it answers");
    hall.office.kill().await?;
    hall.office.disk()?.fail_syncs_of_files()?;
    ensure!(hall.office.open().await.is_err(), "the office can't start on this disk");
    hall.office.kill().await?;
    hall.office.disk()?.heal()?;
    hall.office.open().await?;
    hall.go_on().await?;
    hall.close_after_a_power_cut().await
}

/// A full disk again: a real file system of 20 MB, where the machine lets anybody mount one.
#[tokio::test]
async fn a_real_disk_of_twenty_megabytes_that_is_full_stops_nothing_for_longer_than_it_is() -> Result<()> {
    if !moi_tests::office::can_mount_disks().await {
        println!("this machine lets nobody mount a file system: only the emulated full disk was tried");
        return Ok(());
    }
    let mut hall = Hall::open(Office::builder().on_disk_of(20)).await?;
    let filler = hall.office.data_inside()?.join("filler");
    fill(&filler)?;
    hall.wait_out_the_trouble("disk-full", "Free some space").await?;
    std::fs::remove_file(&filler).context("make room again")?;
    hall.go_on().await?;
    hall.office.close().await
}

/// Writes until there is no room left.
fn fill(path: &Path) -> Result<()> {
    let mut file = std::fs::File::create(path).with_context(|| format!("fill the disk by {}", path.display()))?;
    loop {
        match std::io::Write::write_all(&mut file, &[7; 4_096]) {
            Ok(()) => {}
            Err(error) if error.kind() == std::io::ErrorKind::StorageFull => return Ok(()),
            Err(error) => return Err(error.into()),
        }
    }
}

/// An office with people at its kiosks, each of whom asks with the same key until there is a ticket.
struct Hall {
    office: Office,
    citizens: Vec<Citizen>,
    tickets: BTreeMap<u64, Taken>,
}

struct Citizen {
    kiosk: Kiosk,
    index: usize,
    turn: usize,
    taken: Vec<Taken>,
}

impl Citizen {
    /// Hands out the refusal when there is one.
    async fn ask(&mut self) -> Result<Option<Answer>> {
        let service = SERVICES[(self.index + self.turn) % SERVICES.len()];
        let key = format!("{}-{}", self.index, self.turn);
        let answer = self.kiosk.ask_once(&json!({"service": service}), &key).await?;
        if answer.status != 201 {
            answer.expect_problem(503, "storage-failed")?;
            ensure!(answer.header("retry-after").parse::<u64>().is_ok(), "when to try again");
            return Ok(Some(answer));
        }
        self.taken.push(answer.json()?);
        self.turn += 1;
        Ok(None)
    }

    /// Asks for so long; tells how often that was refused.
    async fn ask_for(mut self, time: Duration) -> Result<(Self, usize)> {
        let (begun, mut refusals) = (Instant::now(), 0);
        while begun.elapsed() < time {
            if self.ask().await?.is_some() {
                refusals += 1;
                sleep(PAUSE).await;
            }
        }
        Ok((self, refusals))
    }

    /// Asks until there are two tickets more.
    async fn get_two_more(mut self) -> Result<Self> {
        let begun = Instant::now();
        for _ in 0..2 {
            while self.ask().await?.is_some() {
                ensure!(begun.elapsed() < AGAIN_WITHIN, "still refused after {AGAIN_WITHIN:?}");
                sleep(PAUSE).await;
            }
        }
        Ok(self)
    }
}

impl Hall {
    async fn open(builder: moi_tests::OfficeBuilder) -> Result<Self> {
        let office = builder.config(&at_midday(SHIPPED).await?).start().await?;
        let citizen = |index| anyhow::Ok(Citizen { kiosk: office.kiosk()?, index, turn: 0, taken: Vec::new() });
        let citizens = (0..8).map(citizen).collect::<Result<_>>()?;
        let mut hall = Self { office, citizens, tickets: BTreeMap::new() };
        hall.go_on().await?;
        hall.wait_for_the_first_backup().await?;
        Ok(hall)
    }

    /// It comes with the first tickets, and one in the middle of a trouble would be another trouble.
    async fn wait_for_the_first_backup(&self) -> Result<()> {
        let (folder, begun) = (self.office.data_inside()?.join("backups"), Instant::now());
        let is_there = || {
            let entries = std::fs::read_dir(&folder).into_iter().flatten().flatten();
            entries.map(|entry| entry.path()).any(|path| path.extension().is_some_and(|kind| kind == "moi-backup"))
        };
        while !is_there() {
            ensure!(begun.elapsed() < SOON, "no backup: {}", self.office.log());
            sleep(PAUSE).await;
        }
        Ok(())
    }

    /// While the disk is in trouble: orders are refused, and whoever only looks is answered.
    async fn wait_out_the_trouble(&mut self, code: &str, advice: &str) -> Result<()> {
        let mut asking = JoinSet::new();
        for citizen in self.citizens.drain(..) {
            asking.spawn(citizen.ask_for(TROUBLE));
        }
        sleep(TROUBLE / 2).await;
        let wall = Topic::at(self.office.live("/live/wall")?).next(SOON).await.context("the wall's view")?.clone();
        ensure!(wall.is_object(), "{wall}");
        while let Some(done) = asking.join_next().await {
            let (citizen, refusals) = done?.with_context(|| self.office.log())?;
            ensure!(refusals > 0, "the trouble came to somebody's notice never: {}", self.office.log());
            self.citizens.push(citizen);
        }
        let health = self.health(503).await?;
        let wrong = &health["wrong"][0];
        ensure!(health["ready"] == json!(false) && wrong["code"] == json!(code), "{health}\n{}", self.office.log());
        ensure!(wrong["text"].as_str().is_some_and(|text| text.contains(advice)), "{health}");
        Ok(())
    }

    async fn health(&self, status: u16) -> Result<Value> {
        let answer = self.office.here()?.reading("en")?.get("/api/v1/health").await?.expect_status(status)?;
        Ok(serde_json::from_slice(&answer.body)?)
    }

    /// The disk works: soon, without anybody's hand, so does the office.
    async fn go_on(&mut self) -> Result<()> {
        let mut asking = JoinSet::new();
        for citizen in self.citizens.drain(..) {
            asking.spawn(citizen.get_two_more());
        }
        while let Some(done) = asking.join_next().await {
            let mut citizen = done?.with_context(|| self.office.log())?;
            for ticket in citizen.taken.drain(..) {
                let number = ticket.number.clone();
                ensure!(self.tickets.insert(ticket.id, ticket).is_none(), "{number} was given twice");
            }
            self.citizens.push(citizen);
        }
        let health = self.health(200).await?;
        ensure!(health["ready"] == json!(true) && health["wrong"] == json!([]), "{health}");
        self.nothing_is_lost().await
    }

    /// Each ticket is there, and there is no other: nobody has an order in hand now.
    async fn nothing_is_lost(&self) -> Result<()> {
        let citizen = self.office.nobody()?;
        for ticket in self.tickets.values() {
            let view = citizen.get(&format!("/api/v1/tickets/{}", ticket.token)).await?.value()?;
            ensure!(view["number"] == json!(ticket.number), "{}: {view}", ticket.number);
        }
        for service in SERVICES {
            let of_service = self.tickets.values().filter(|ticket| ticket.service == service);
            let mut indexes: Vec<u32> = of_service.map(|ticket| index_of(&ticket.number)).collect();
            indexes.sort_unstable();
            ensure!(indexes.iter().copied().eq(1..=u32::try_from(indexes.len())?), "{service}: {indexes:?}");
        }
        Ok(())
    }

    /// What was acknowledged after the trouble does not stand on what the disk lost in it.
    async fn close_after_a_power_cut(mut self) -> Result<()> {
        self.office.cut_power(&mut Luck::of(u64::from(std::process::id()))).await?;
        self.office.open().await?;
        self.nothing_is_lost().await?;
        self.go_on().await?;
        self.office.close().await
    }
}

fn bytes_in(folder: &Path) -> Result<u64> {
    let mut bytes = 0;
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        // The server works meanwhile: a file may be gone by now.
        let Ok(about) = entry.metadata() else { continue };
        bytes += if about.is_dir() { bytes_in(&entry.path())? } else { about.len() };
    }
    Ok(bytes)
}
