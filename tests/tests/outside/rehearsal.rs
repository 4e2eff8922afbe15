//! A day that only rehearses: the office's own pages and rules, marked everywhere, never in the real figures.

use std::collections::BTreeMap;
use std::path::Path;
use std::time::Duration;

use anyhow::{Context, Result, ensure};
use moi_tests::live::Topic;
use moi_tests::{Caller, Office, Printer, Role};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};
use tokio::time::{sleep, timeout};

use crate::pages::PAGES;
use crate::{SHIPPED, SOON};

/// A debug build makes four PINs and draws slips within this.
const OPEN_WITHIN: Duration = Duration::from_secs(30);
/// Simulated officers at speed 20 come within six seconds, and call whoever waits.
const LIVELY_WITHIN: Duration = Duration::from_secs(40);

/// A rehearsal beside an office.
pub struct Rehearsal {
    child: Child,
    _more: Lines<BufReader<ChildStdout>>,
    /// Where it is.
    pub base: String,
    /// What it said on the terminal.
    pub said: Vec<String>,
}

impl Rehearsal {
    /// Begins one with the office's own environment, at a port of its own.
    pub async fn begin(office: &Office, more: &[&str]) -> Result<Self> {
        Self::begin_in(office, &[], more).await
    }

    /// The same on a machine whose environment has the office's settings.
    async fn begin_in(office: &Office, environment: &[(&str, &str)], more: &[&str]) -> Result<Self> {
        let arguments = [&["rehearse", "--listen", "127.0.0.1:0"], more].concat();
        let mut child = office.begin_in(environment, &arguments)?;
        let mut lines = BufReader::new(child.stdout.take().context("stdout")?).lines();
        let mut said = Vec::new();
        let told = async {
            while let Some(line) = lines.next_line().await? {
                let is_last = line.starts_with("Stop with");
                said.push(line);
                if is_last {
                    return anyhow::Ok(());
                }
            }
            anyhow::bail!("it ended without opening")
        };
        timeout(OPEN_WITHIN, told).await.context("the rehearsal doesn't open")??;
        let base = said.iter().find_map(|line| line.strip_prefix("Moi is open: ")).context("an address")?.to_owned();
        Ok(Self { child, _more: lines, base, said })
    }

    /// The PIN that was printed for somebody.
    pub fn pin(&self, name: &str) -> Result<&str> {
        self.printed(&format!("  {name}: PIN "))
    }

    /// The password that was printed for somebody.
    pub fn password(&self, name: &str) -> Result<&str> {
        self.printed(&format!("  {name}: password "))
    }

    fn printed(&self, begin: &str) -> Result<&str> {
        self.said.iter().find_map(|line| line.strip_prefix(begin)).with_context(|| format!("{:?}", self.said))
    }

    /// Presses Ctrl-C and waits for its end.
    pub async fn end(mut self) -> Result<()> {
        let process = self.child.id().context("it is over already")?.to_string();
        ensure!(Command::new("kill").args(["-INT", &process]).status().await?.success(), "kill -INT");
        let status = timeout(SOON, self.child.wait()).await.context("the rehearsal doesn't end")??;
        ensure!(status.success(), "{status}");
        Ok(())
    }
}

/// Every file below a folder with its bytes, but for what lies in the rehearsal's.
fn bytes_below(folder: &Path) -> Result<BTreeMap<String, Vec<u8>>> {
    let mut files = BTreeMap::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(next) = folders.pop() {
        for entry in std::fs::read_dir(&next)? {
            let entry = entry?;
            if entry.file_name() == "rehearsal" {
                continue;
            }
            if entry.file_type()?.is_dir() {
                folders.push(entry.path());
            } else if entry.file_type()?.is_file() {
                files.insert(entry.path().display().to_string(), std::fs::read(entry.path())?);
            }
        }
    }
    Ok(files)
}

async fn until_somebody_is_served(rehearsal: &Rehearsal) -> Result<Value> {
    let nobody = Caller::elsewhere(&rehearsal.base)?;
    let served = async {
        loop {
            let counters = nobody.get("/api/v1/counters").await?.value()?;
            let all = counters["counters"].as_array().context("counters")?;
            if all.iter().any(|one| one["state"] == "serving") {
                return anyhow::Ok(counters);
            }
            sleep(Duration::from_millis(200)).await;
        }
    };
    timeout(LIVELY_WITHIN, served).await.context("nobody is served")?
}

/// The promise of all of this.
#[tokio::test]
async fn after_a_rehearsal_day_the_real_data_have_the_same_bytes_and_the_running_office_the_same_events() -> Result<()>
{
    let mut office = Office::builder().printer("preview").start().await?;
    let real = office.kiosk()?.take_ticket("A").await?;
    let export = office.run(&["journal", "export"]).await?.stdout;
    let rehearsal = Rehearsal::begin(&office, &["--speed", "20", "--officers", "1,2,3,4,5"]).await?;
    until_somebody_is_served(&rehearsal).await?;
    // A day of its own, from its first number on.
    let taken = Caller::own_machine(&rehearsal.base)?.post_json("/api/v1/tickets", &json!({"service": "K"})).await?;
    taken.expect_status(201)?;
    rehearsal.end().await?;
    assert_eq!(office.run(&["journal", "export"]).await?.stdout, export);
    assert_eq!(office.kiosk()?.take_ticket("A").await?.number, "A002", "after {}", real.number);

    // Where no office runs, nothing at all may change.
    office.signal("TERM").await?;
    let before = bytes_below(&office.data())?;
    ensure!(before.keys().any(|file| file.ends_with("journal/db")), "{:?}", before.keys());
    let rehearsal = Rehearsal::begin(&office, &["--speed", "20", "--officers", "1,2,3,4,5"]).await?;
    until_somebody_is_served(&rehearsal).await?;
    rehearsal.end().await?;
    let after = bytes_below(&office.data())?;
    assert_eq!(before.keys().collect::<Vec<_>>(), after.keys().collect::<Vec<_>>());
    for (file, bytes) in before {
        ensure!(after[&file] == bytes, "{file} has changed");
    }
    office.open().await?;
    office.close().await
}

#[tokio::test]
async fn every_answer_of_a_rehearsal_says_that_it_is_one_and_none_of_the_office_s_does() -> Result<()> {
    let office = Office::start().await?;
    let rehearsal = Rehearsal::begin(&office, &[]).await?;
    for (base, is_rehearsal) in [(office.base(), false), (rehearsal.base.clone(), true)] {
        let here = Caller::own_machine(&base)?;
        for page in PAGES.iter().chain(&["/api/v1/nothing", "/text/vi/common.ftl", "/api/v1/services"]) {
            let marked = here.get(page).await?.header("moi-rehearsal").to_owned();
            assert_eq!(marked, if is_rehearsal { "true" } else { "" }, "{page}");
        }
        for path in ["office", "health", "office/state"] {
            let view = here.get(&format!("/api/v1/{path}")).await?.value()?;
            assert_eq!(view["rehearsal"], json!(is_rehearsal), "{path}");
        }
        let metrics = here.get("/api/v1/metrics").await?.text();
        let line = format!("moi_rehearsal {}\n", u8::from(is_rehearsal));
        ensure!(metrics.contains(&line), "{line} is not in {metrics}");
    }
    ensure!(rehearsal.said[0].starts_with("REHEARSAL – not real numbers"), "{:?}", rehearsal.said);
    rehearsal.end().await?;
    office.close().await
}

/// A file that leaves the rehearsal says what it is, or does not leave it.
#[tokio::test]
async fn what_leaves_a_rehearsal_says_so_and_no_copy_of_it_can_be_taken_for_the_office_s() -> Result<()> {
    let office = Office::start().await?;
    let rehearsal = Rehearsal::begin(&office, &[]).await?;
    Caller::own_machine(&rehearsal.base)?
        .post_json("/api/v1/tickets", &json!({"service": "A"}))
        .await?
        .expect_status(201)?;
    let administrator = Caller::elsewhere(&rehearsal.base)?.reading("en")?;
    let credentials = json!({"name": "Đặng Quốc Bảo", "password": rehearsal.password("Đặng Quốc Bảo")?});
    administrator.post_json("/api/v1/sessions", &credentials).await?.expect_status(201)?;
    let table = administrator.get("/api/v1/order?format=csv").await?.expect_status(200)?;
    ensure!(table.header("content-disposition").contains("moi-rehearsal-order-"), "{table:?}");
    ensure!(table.text().starts_with("\u{feff}REHEARSAL – not real numbers\r\n"), "{}", table.text());
    for path in ["/api/v1/order", "/api/v1/office/preview"] {
        let answer = if path.ends_with("preview") {
            administrator.post_json(path, &json!({})).await?
        } else {
            administrator.get(path).await?
        };
        assert_eq!(answer.expect_status(200)?.value()?["rehearsal"], json!(true), "{path}");
    }
    let data = office.data().join("rehearsal").display().to_string();
    for (command, file) in [("backup", "copy.moi-backup"), ("export", "lines.jsonl")] {
        let path = office.folder().join(file).display().to_string();
        let arguments: &[&str] = if command == "backup" { &["backup", &path] } else { &["journal", "export", &path] };
        let ended = office.run(&[arguments, &["--data", &data]].concat()).await?;
        ensure!(!ended.status.success() && ended.stderr.contains("this is a rehearsal"), "{command}: {ended:?}");
        ensure!(!Path::new(&path).exists(), "{command} left a file");
    }
    let order = office.run(&["order", "--data", &data]).await?;
    ensure!(order.stdout.starts_with("REHEARSAL – not real numbers\n"), "{order:?}");
    rehearsal.end().await?;
    ensure!(!office.data().join("rehearsal/backups").exists(), "it backed itself up");
    office.close().await
}

#[tokio::test]
async fn a_rehearsal_s_folder_is_never_opened_as_an_office_s_nor_an_office_s_as_a_rehearsal_s() -> Result<()> {
    let mut office = Office::start().await?;
    let rehearsal = Rehearsal::begin(&office, &[]).await?;
    let second = office.run(&["rehearse", "--listen", "127.0.0.1:0"]).await?;
    ensure!(!second.status.success() && second.stderr.contains("a rehearsal runs in"), "{second:?}");
    rehearsal.end().await?;

    let data = office.data().join("rehearsal");
    let marked = data.display().to_string();
    for arguments in
        [&["--listen", "127.0.0.1:0"][..], &["verify"], &["token", "list"], &["backup"], &["order"], &["roll"]]
    {
        let ended = office.run(&[arguments, &["--data", &marked]].concat()).await?;
        ensure!(!ended.status.success(), "{arguments:?} opened it");
        ensure!(ended.stderr.contains("is a rehearsal's folder: nothing in it is real"), "{arguments:?}: {ended:?}");
    }
    // Whoever copies the journal alone, or takes the mark away, has a rehearsal's all the same.
    std::fs::remove_file(data.join("THIS-IS-A-REHEARSAL"))?;
    let ended = office.run(&["--listen", "127.0.0.1:0", "--data", &marked]).await?;
    ensure!(!ended.status.success() && ended.stderr.contains("is a rehearsal's folder"), "{ended:?}");
    // And what bears no mark is not cleared.
    let journal = bytes_below(&data.join("journal"))?;
    let ended = office.run(&["rehearse", "--listen", "127.0.0.1:0"]).await?;
    ensure!(!ended.status.success() && ended.stderr.contains("bears no mark of a rehearsal"), "{ended:?}");
    assert_eq!(bytes_below(&data.join("journal"))?, journal);
    office.restart().await?;
    office.close().await
}

/// The environment of the machine names the office's printer and its phones' address.
#[tokio::test]
async fn a_rehearsal_prints_on_paper_only_when_it_is_told_to_and_each_slip_says_what_it_is() -> Result<()> {
    let printer = Printer::start().await?;
    let office = Office::start().await?;
    let take = async |rehearsal: &Rehearsal| {
        let here = Caller::own_machine(&rehearsal.base)?;
        here.post_json("/api/v1/tickets", &json!({"service": "A"})).await?.expect_status(201)?.value()
    };
    let (setting, keys) = (printer.setting(), office.folder().join("keys").display().to_string());
    let environment =
        [("MOI_PRINTER", setting.as_str()), ("MOI_PUBLIC_URL", "http://office.example"), ("MOI_KEYS", keys.as_str())];
    let rehearsal = Rehearsal::begin_in(&office, &environment, &[]).await?;
    let slips = office.data().join("rehearsal/slips");
    ensure!(rehearsal.said.iter().any(|line| line.contains(&slips.display().to_string())), "{:?}", rehearsal.said);
    let ticket = take(&rehearsal).await?;
    ensure!(ticket["url"].as_str().is_some_and(|url| url.starts_with(&rehearsal.base)), "{ticket}");
    rehearsal.end().await?;
    assert_eq!(printer.slips().len(), 0);
    ensure!(!office.folder().join("keys").exists(), "the office's keys are not a rehearsal's");

    let rehearsal = Rehearsal::begin_in(&office, &environment, &["--printer", &setting]).await?;
    take(&rehearsal).await?;
    let marked = printer.wait_for_slips(1, Duration::from_secs(20)).await?;
    rehearsal.end().await?;
    let plain = Printer::start().await?;
    let real = office.sibling().printer(&plain.setting()).start().await?;
    real.kiosk()?.take_ticket("A").await?;
    let unmarked = plain.wait_for_slips(1, Duration::from_secs(20)).await?;
    // The mark stands at the top and at the end; its words are in the golden picture.
    let more = marked[0].picture.height().saturating_sub(unmarked[0].picture.height());
    ensure!((60..200).contains(&more), "{more} rows more");
    real.close().await?;
    office.close().await
}

#[tokio::test]
async fn simulated_officers_serve_where_nobody_else_does_and_the_office_s_people_practise_beside_them() -> Result<()> {
    let office = Office::start().await?;
    let rehearsal = Rehearsal::begin(&office, &["--speed", "20", "--officers", "2"]).await?;
    let name = "Nông Thị Hà";
    let officer = Caller::own_machine(&rehearsal.base)?;
    let credentials = json!({"name": name, "pin": rehearsal.pin(name)?});
    officer.post_json("/api/v1/sessions", &credentials).await?.expect_status(201)?;
    officer.post("/api/v1/counters/1/open").await?.expect_status(200)?;
    let counters = until_somebody_is_served(&rehearsal).await?;
    let all = counters["counters"].as_array().context("counters")?;
    let held = |number: u64| all.iter().find(|one| one["counter"] == number).map(|one| one["officer"].clone());
    assert_eq!(held(1), Some(json!(name)));
    ensure!(held(2).is_some_and(|officer| officer.to_string().contains('2')), "{counters}");
    for closed in [3, 4, 5] {
        assert_eq!(held(closed), Some(Value::Null), "{counters}");
    }
    // A connection of its own: the first one may have been idle for longer than the server keeps it.
    let officer = Caller::own_machine(&rehearsal.base)?;
    officer.post_json("/api/v1/sessions", &credentials).await?.expect_status(201)?;
    officer.post("/api/v1/counters/2/open").await?.expect_problem(409, "counter-taken")?;
    let ended = office.run(&["rehearse", "--officers", "2,77"]).await?;
    ensure!(!ended.status.success() && ended.stderr.contains("no counter 77"), "{ended:?}");
    rehearsal.end().await?;
    office.close().await
}

/// The file of a set-up whose hours are as they ship; those of the tests' offices have no break.
fn with_its_hours(office: &Office, text: &str) -> Result<String> {
    let file = office.folder().join("with-hours.toml");
    std::fs::write(&file, text)?;
    Ok(file.display().to_string())
}

/// Staff practise in the evening, when the office that keeps to its hours gives no numbers.
#[tokio::test]
async fn in_an_office_that_keeps_to_its_hours_the_rehearsed_morning_gives_numbers_at_any_time() -> Result<()> {
    let office = Office::start().await?;
    let config = with_its_hours(&office, &SHIPPED.replace("tickets = \"always\"", "tickets = \"while-open\""))?;
    let rehearsal = Rehearsal::begin(&office, &["--speed", "20", "--config", &config]).await?;
    let nobody = Caller::elsewhere(&rehearsal.base)?;
    let given = async {
        loop {
            let services = nobody.get("/api/v1/services").await?.value()?;
            let all = services["services"].as_array().context("services")?;
            if all.iter().filter_map(|one| one["taken"].as_u64()).sum::<u64>() > 2 {
                return anyhow::Ok(());
            }
            sleep(Duration::from_millis(200)).await;
        }
    };
    timeout(LIVELY_WITHIN, given).await.context("nobody takes a number")??;
    rehearsal.end().await?;
    office.close().await
}

/// Browsers keep cookies by machine, not by port.
#[tokio::test]
async fn whoever_signs_in_at_the_rehearsal_stays_signed_in_at_the_office() -> Result<()> {
    let office = Office::start().await?;
    let rehearsal = Rehearsal::begin(&office, &[]).await?;
    let (name, pin) = ("Nông Thị Hà", office.pin("Nông Thị Hà").await?);
    let cookie = async |base: &str, pin: &str| {
        let answer =
            Caller::own_machine(base)?.post_json("/api/v1/sessions", &json!({"name": name, "pin": pin})).await?;
        let cookie = answer.expect_status(201)?.header("set-cookie").to_owned();
        cookie.split('=').next().map(str::to_owned).context("a cookie")
    };
    let real = cookie(&office.base(), &pin).await?;
    let rehearsed = cookie(&rehearsal.base, rehearsal.pin(name)?).await?;
    assert_ne!(real, rehearsed);
    rehearsal.end().await?;
    office.close().await
}

#[tokio::test]
async fn the_rehearsed_day_begins_when_the_office_opens() -> Result<()> {
    let office = Office::start().await?;
    let config = with_its_hours(&office, SHIPPED)?;
    let rehearsal = Rehearsal::begin(&office, &["--day", "2030-01-08", "--config", &config]).await?;
    let nobody = Caller::elsewhere(&rehearsal.base)?;
    let now = nobody.get("/api/v1/office").await?.value()?["now"].as_str().context("a time")?.to_owned();
    ensure!(now.starts_with("2030-01-08T07:0") && now.ends_with("+07:00"), "{now}");
    let mut wall = Topic::at(office.live("/live/wall")?);
    wall.until(SOON, |view| view["counters"].is_array()).await?;
    rehearsal.end().await?;
    office
        .bearer(&office.token(Role::Administrator, "Somebody").await?)?
        .get("/api/v1/order")
        .await?
        .expect_status(200)?;
    office.close().await
}
