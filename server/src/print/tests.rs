//! The spool at work, on a real hall and a printer of few words.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use moi_config::text::Catalogue;
use moi_domain::{Actor, Command, Language, Order, ServiceCode, TicketId, Token};
use moi_journal::{Storage, Store};
use moi_printer::Transport;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::TcpListener;
use tokio::time::{sleep, timeout};

use super::spool::start_asking;
use super::{Printing, SlipWriters, Spool, kept_cursor};
use crate::clock::{Clock, system_clock};
use crate::engine::Engine;
use crate::engine::small_office::{set_ups, setup};
use crate::metrics::Metrics;
use crate::phone::PhoneAddress;
use crate::set_up::SetUps;
use crate::views::PrintState;

/// Longer than drawing in a debug build and the rest after a bug.
const SOON: Duration = Duration::from_secs(20);

/// Never in a test.
const RARELY: Duration = Duration::from_hours(1);

/// Any slip has more, any question less.
const SLIP_BYTES_MIN: usize = 10_000;

/// A hall with its data.
struct Place {
    folder: tempfile::TempDir,
    storage: Storage,
    set_ups: SetUps,
    engine: Engine,
    spool: Spool,
}

impl Place {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let storage = Storage::open(&folder.path().join("journal")).unwrap();
        let set_ups = set_ups();
        let journal = storage.clone();
        let open = Box::new(move || journal.journal().map(|journal| Box::new(journal) as Box<dyn Store>));
        let (engine, _thread) = Engine::start(set_ups.clone(), open, system_clock(), None).unwrap();
        Self { folder, storage, set_ups, engine, spool: Spool::new(true, TicketId(0)) }
    }

    async fn take(&self, seed: usize) -> TicketId {
        let command = Command::TakeTicket {
            token: Token::new(&format!("{seed:016}")).unwrap(),
            service: ServiceCode::new("A").unwrap(),
            priority: None,
            language: Language::new("vi").unwrap(),
            door: moi_domain::Door::Kiosk,
            cases: moi_domain::Cases::ONE,
            then: Vec::new(),
        };
        let order = Order { command, by: Actor::Kiosk("test".into()), key: None };
        self.engine.submit(order).await.unwrap().ticket.unwrap().id
    }

    fn printing(&self, transport: Transport, clock: Clock) -> Printing {
        let texts = Arc::new(Catalogue::load());
        let phone_address = PhoneAddress::Said("http://10.20.30.40".into());
        Printing {
            transport,
            writer: SlipWriters { set_ups: self.set_ups.clone(), texts, phone_address, rehearsal: false },
            boot_slip: None,
            records: self.storage.records(),
            published: Arc::clone(self.engine.published()),
            metrics: Metrics::new(false),
            clock,
        }
    }

    /// What an office prints with that starts now on this hall.
    fn started_again(&self, transport: Transport) -> Printing {
        let printing = self.printing(transport, system_clock());
        let now = (printing.clock)();
        let boot_slip = self.engine.published().read(|hall| printing.writer.now().boot_slip(hall, &setup(), now, None));
        Printing { boot_slip, ..printing }
    }

    fn preview(&self) -> Transport {
        Transport::Preview { folder: self.folder.path().join("slips") }
    }

    async fn until(&self, ticket: TicketId, state: PrintState) {
        let mut changes = self.engine.published().subscribe();
        let coming = async {
            while self.spool.state_of(ticket) != state {
                changes.changed().await.unwrap();
            }
        };
        timeout(SOON, coming).await.unwrap();
    }
}

/// A printer that is ready, and says so after each slip with a pause.
#[derive(Default)]
struct Printer {
    connections: AtomicUsize,
    bytes: AtomicUsize,
}

impl Printer {
    async fn start(pause: Duration) -> (Arc<Self>, Transport) {
        Self::start_at(0, pause).await
    }

    async fn start_at(port: u16, pause: Duration) -> (Arc<Self>, Transport) {
        let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
        let port = listener.local_addr().unwrap().port();
        let printer = Arc::new(Self::default());
        let counting = Arc::clone(&printer);
        tokio::spawn(async move {
            loop {
                let (mut stream, _) = listener.accept().await.unwrap();
                counting.connections.fetch_add(1, Ordering::SeqCst);
                let mut bytes = [0; 1_024];
                let (mut taken, mut paused) = (0, false);
                while let Ok(count @ 1..) = stream.read(&mut bytes).await {
                    taken += count;
                    counting.bytes.fetch_add(count, Ordering::SeqCst);
                    if bytes[..count].windows(2).any(|pair| pair == [0x10, 0x04]) {
                        if taken > SLIP_BYTES_MIN && !std::mem::replace(&mut paused, true) {
                            sleep(pause).await;
                        }
                        let _ = stream.write_all(&[0x12]).await;
                    }
                }
            }
        });
        (printer, Transport::Tcp { host: "127.0.0.1".into(), port })
    }

    async fn until_connected(&self, connections: usize) {
        let connected = async {
            while self.connections.load(Ordering::SeqCst) < connections {
                sleep(Duration::from_millis(5)).await;
            }
        };
        timeout(SOON, connected).await.unwrap();
    }
}

#[tokio::test]
async fn a_slip_says_for_how_many_files_it_is_and_what_comes_after() {
    let place = Place::new();
    let id = place.take(1).await;
    let mut ticket = place.engine.published().read(|hall| hall.ticket(id).cloned()).unwrap();
    let writer = place.printing(place.preview(), system_clock()).writer.now();
    assert_eq!(writer.slip(&ticket).counters, "Quầy 1 hoặc Quầy 3");
    ticket.cases = moi_domain::Cases::try_from(3).unwrap();
    ticket.then = ["C", "K"].map(|code| ServiceCode::new(code).unwrap()).to_vec();
    let slip = writer.slip(&ticket);
    assert_eq!(slip.service, "Hộ tịch");
    // A short name stays in one piece, a long one may be wrapped.
    let lines = "3 hồ sơ\nQuầy 1 hoặc Quầy 3\nSau đó: Chứng\u{a0}thực, Đăng ký kinh doanh";
    assert_eq!(slip.counters, lines);
}

#[tokio::test]
async fn a_stop_lets_the_slip_at_hand_come_out_and_keeps_the_cursor() {
    let place = Place::new();
    let (printer, transport) = Printer::start(Duration::from_millis(800)).await;
    let task = start_asking(RARELY, place.printing(transport, system_clock()), place.spool.clone(), TicketId(0));
    printer.until_connected(1).await;
    let ticket = place.take(1).await;
    printer.until_connected(2).await;
    let later = place.take(2).await;
    task.stop().await;
    assert_eq!(place.spool.state_of(ticket), PrintState::Confirmed);
    assert!(printer.bytes.load(Ordering::SeqCst) > SLIP_BYTES_MIN, "a whole slip");
    assert_eq!(kept_cursor(&place.storage.records()).unwrap(), ticket);
    assert_eq!(place.spool.state_of(later), PrintState::Queued, "no other slip is begun");
}

#[tokio::test]
async fn a_slip_that_takes_too_long_for_a_stop_is_left_to_the_next_start() {
    let place = Place::new();
    let (printer, transport) = Printer::start(Duration::from_secs(10)).await;
    let task = start_asking(RARELY, place.printing(transport, system_clock()), place.spool.clone(), TicketId(0));
    printer.until_connected(1).await;
    place.take(1).await;
    printer.until_connected(2).await;
    timeout(SOON, task.stop()).await.unwrap();
    assert_eq!(kept_cursor(&place.storage.records()).unwrap(), TicketId(0), "the slip comes again");
}

#[tokio::test]
async fn the_boot_slip_comes_once_and_before_the_slips_that_waited() {
    let place = Place::new();
    let waiting = place.take(1).await;
    let (printer, transport) = Printer::start(Duration::ZERO).await;
    let printing = place.started_again(transport);
    let boot_slip = printing.boot_slip.clone().expect("the day has given a number");
    assert_eq!(boot_slip.numbers, ["A002"]);
    assert_eq!((boot_slip.waiting.value.as_str(), boot_slip.title.as_str()), ("1", "Khởi động lại"));
    let task = start_asking(RARELY, printing, place.spool.clone(), TicketId(0));
    place.until(waiting, PrintState::Confirmed).await;
    let next = place.take(2).await;
    place.until(next, PrintState::Confirmed).await;
    task.stop().await;
    // Each slip has a connection of its own, and nobody asked in between.
    assert_eq!(printer.connections.load(Ordering::SeqCst), 3, "the boot slip and two tickets");
}

#[tokio::test]
async fn the_boot_slip_stands_beside_the_days_previews() {
    let place = Place::new();
    let ticket = place.take(1).await;
    let printing = place.started_again(place.preview());
    let boot_slip = printing.boot_slip.clone().expect("the day has given a number");
    let task = start_asking(RARELY, printing, place.spool.clone(), TicketId(0));
    place.until(ticket, PrintState::Confirmed).await;
    task.stop().await;
    let day: Vec<_> = boot_slip.date.rsplit('/').collect();
    let day = place.folder.path().join("slips").join(day.join("-"));
    let picture = day.join(format!("boot-slip-{}.png", boot_slip.time.replace(':', "")));
    let expected = moi_printer::SlipPainter::new().paint_boot(&boot_slip).to_png();
    assert_eq!(std::fs::read(&picture).unwrap(), expected, "{}", picture.display());
    assert_eq!(std::fs::read_dir(&day).unwrap().count(), 4, "picture and bytes of two slips");
}

#[tokio::test]
async fn a_dead_printer_drops_the_boot_slip_and_the_tickets_go_on() {
    let place = Place::new();
    let closed = TcpListener::bind("127.0.0.1:0").await.unwrap().local_addr().unwrap();
    let transport = Transport::Tcp { host: "127.0.0.1".into(), port: closed.port() };
    let ticket = place.take(1).await;
    let task = start_asking(RARELY, place.started_again(transport), place.spool.clone(), TicketId(0));
    place.until(ticket, PrintState::Failed).await;
    // The printer comes back: what comes out is the next ticket's slip alone.
    let (printer, transport) = Printer::start_at(closed.port(), Duration::ZERO).await;
    drop(transport);
    sleep(Duration::from_secs(4)).await;
    let next = place.take(2).await;
    place.until(next, PrintState::Confirmed).await;
    task.stop().await;
    assert_eq!(printer.connections.load(Ordering::SeqCst), 1, "no backlog");
}

#[tokio::test]
async fn a_day_that_has_given_no_number_has_no_boot_slip() {
    let place = Place::new();
    let printing = place.started_again(place.preview());
    assert_eq!(printing.boot_slip, None);
}

#[tokio::test]
async fn the_boot_slip_of_an_office_that_was_restored_today_says_that_numbers_may_come_again() {
    let place = Place::new();
    place.take(1).await;
    let printing = place.printing(place.preview(), system_clock());
    let now = (printing.clock)();
    let made_at = "2026-11-24T16:24:00Z".parse().unwrap();
    let remark = |from| {
        let slip = place.engine.published().read(|hall| printing.writer.now().boot_slip(hall, &setup(), now, from));
        slip.unwrap().remark
    };
    let told = remark(Some(made_at));
    assert!(told.contains("23:24 24/11") && told.ends_with(&remark(None)), "{told}");
}

#[tokio::test]
async fn each_slip_of_a_rehearsal_says_so_in_the_citizens_language_and_no_slip_of_the_office_does() {
    let place = Place::new();
    let ticket = place.take(1).await;
    let ticket = place.engine.published().read(|hall| hall.ticket(ticket).cloned()).unwrap();
    let writer = place.printing(place.preview(), system_clock()).writer.now();
    assert_eq!(writer.slip(&ticket).mark, None);
    let writer = writer.for_rehearsal();
    assert_eq!(writer.slip(&ticket).mark.as_deref(), Some("TẬP HUẤN – không phải số thật"));
}

#[tokio::test]
async fn a_bug_costs_one_slip_and_not_the_spool() {
    let place = Place::new();
    let has_bug = AtomicBool::new(true);
    let time = system_clock();
    let clock: Clock = Arc::new(move || {
        assert!(!has_bug.swap(false, Ordering::SeqCst), "a bug that a test asked for");
        time()
    });
    let task = start_asking(RARELY, place.printing(place.preview(), clock), place.spool.clone(), TicketId(0));
    let (first, second) = (place.take(1).await, place.take(2).await);
    place.until(first, PrintState::Unconfirmed).await;
    place.until(second, PrintState::Confirmed).await;
    task.stop().await;
    assert_eq!(kept_cursor(&place.storage.records()).unwrap(), second);
}

#[tokio::test]
async fn a_printer_is_asked_how_it_is_however_busy_the_hall_is() {
    let place = Place::new();
    let (printer, transport) = Printer::start(Duration::ZERO).await;
    let every = Duration::from_millis(50);
    let _task = start_asking(every, place.printing(transport, system_clock()), place.spool.clone(), TicketId(0));
    let published = Arc::clone(place.engine.published());
    let busy = tokio::spawn(async move {
        loop {
            published.ring();
            sleep(Duration::from_millis(5)).await;
        }
    });
    timeout(Duration::from_secs(5), printer.until_connected(3)).await.expect("nobody asked");
    busy.abort();
}
