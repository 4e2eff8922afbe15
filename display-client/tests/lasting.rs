//! A live connection against a small server that behaves badly.
#![cfg(test)]

use std::time::{Duration, Instant};

use futures_util::{SinkExt, StreamExt};
use moi_display::{Address, ClientFrame, LiveConnection, Update};
use serde_json::{Value, json};
use tokio::net::{TcpListener, TcpStream};
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::{WebSocketStream, accept_async};

const SOON: Duration = Duration::from_secs(5);

struct Server(TcpListener);
type Peer = WebSocketStream<TcpStream>;

impl Server {
    async fn start() -> (Self, LiveConnection<Value>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("ws://{}/live/wall", listener.local_addr().unwrap());
        (Self(listener), LiveConnection::new(Address::new(&url).unwrap()))
    }

    async fn accept(&self) -> Peer {
        let (stream, _) = timeout(SOON, self.0.accept()).await.unwrap().unwrap();
        accept_async(stream).await.unwrap()
    }
}

async fn show(peer: &mut Peer, rev: u64) {
    peer.send(Message::text(json!({"rev": rev, "view": {"number": rev}}).to_string())).await.unwrap();
}

/// The next frame that is no beat.
async fn heard(peer: &mut Peer) -> ClientFrame {
    loop {
        let message = timeout(SOON, peer.next()).await.unwrap().unwrap().unwrap();
        let frame = ClientFrame::parse(message.to_text().unwrap()).unwrap();
        if matches!(frame, ClientFrame::Seen(_)) {
            return frame;
        }
    }
}

/// The first view of a connection.
fn first_view(rev: u64) -> Update<Value> {
    Update::View { rev, view: json!({"number": rev}), anew: true }
}

fn later_view(rev: u64) -> Update<Value> {
    Update::View { rev, view: json!({"number": rev}), anew: false }
}

#[tokio::test]
async fn a_view_is_acknowledged_when_the_next_is_asked_for() {
    let (server, mut connection) = Server::start().await;
    let client = tokio::spawn(async move { [connection.next().await, connection.next().await] });
    let mut peer = server.accept().await;
    show(&mut peer, 7).await;
    assert_eq!(heard(&mut peer).await, ClientFrame::Seen(7));
    show(&mut peer, 9).await;
    assert_eq!(client.await.unwrap(), [first_view(7), later_view(9)]);
}

#[tokio::test]
async fn a_lost_connection_comes_back_by_itself_and_says_that_it_was_away() {
    let (server, mut connection) = Server::start().await;
    let client = tokio::spawn(async move { [connection.next().await, connection.next().await] });
    let mut peer = server.accept().await;
    show(&mut peer, 1).await;
    drop(peer);
    let mut peer = server.accept().await;
    show(&mut peer, 5).await;
    assert_eq!(client.await.unwrap(), [first_view(1), first_view(5)]);
}

#[tokio::test]
async fn nonsense_from_the_server_costs_the_socket_and_not_the_display() {
    let (server, mut connection) = Server::start().await;
    let client = tokio::spawn(async move { connection.next().await });
    let mut peer = server.accept().await;
    peer.send(Message::text("{\"rev\":\"<script>\"}")).await.unwrap();
    let mut peer = server.accept().await;
    show(&mut peer, 5).await;
    assert_eq!(client.await.unwrap(), first_view(5));
}

#[tokio::test]
async fn a_refusal_is_told_with_its_code() {
    let (server, mut connection) = Server::start().await;
    let client = tokio::spawn(async move { connection.next().await });
    let mut peer = server.accept().await;
    peer.close(Some(CloseFrame { code: 4404.into(), reason: "no such topic".into() })).await.unwrap();
    assert_eq!(client.await.unwrap(), Update::Refused { code: 4404 });
}

#[tokio::test]
async fn waiting_may_be_given_up_without_losing_a_view() {
    let (server, mut connection) = Server::start().await;
    let serving = tokio::spawn(async move {
        let mut peer = server.accept().await;
        tokio::time::sleep(Duration::from_millis(300)).await;
        show(&mut peer, 1).await;
        heard(&mut peer).await
    });
    let mut views = Vec::new();
    while views.is_empty() {
        views.extend(timeout(Duration::from_millis(20), connection.next()).await.ok());
    }
    assert_eq!(views, [first_view(1)]);
    assert!(timeout(Duration::from_millis(200), connection.next()).await.is_err());
    assert_eq!(serving.await.unwrap(), ClientFrame::Seen(1));
}

#[tokio::test]
async fn a_silent_server_is_told_as_stale_within_ten_seconds() {
    let (server, mut connection) = Server::start().await;
    let serving = tokio::spawn(async move {
        let mut peer = server.accept().await;
        show(&mut peer, 1).await;
        // Takes what comes and answers nothing.
        while let Some(Ok(_)) = peer.next().await {}
    });
    assert_eq!(connection.next().await, first_view(1));
    let shown = Instant::now();
    assert_eq!(timeout(Duration::from_secs(12), connection.next()).await.unwrap(), Update::Stale);
    assert!((Duration::from_secs(8)..Duration::from_secs(10)).contains(&shown.elapsed()), "{:?}", shown.elapsed());
    serving.abort();
}

#[tokio::test]
async fn a_server_that_upgrades_and_stays_silent_is_given_up_each_time_and_tried_again() {
    let (server, mut connection) = Server::start().await;
    // On a thread of its own: a connection that spins would keep the test from ever failing.
    let (tell, mut told) = tokio::sync::mpsc::unbounded_channel();
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async { while tell.send(connection.next().await).is_ok() {} });
    });
    for _ in 0..2 {
        let mut peer = server.accept().await;
        let accepted = Instant::now();
        let silent = async { while let Some(Ok(_)) = peer.next().await {} };
        timeout(Duration::from_secs(12), silent).await.expect("the silent socket is never given up");
        assert!(accepted.elapsed() > Duration::from_secs(8), "given up after {:?}", accepted.elapsed());
    }
    // Each loss waits before it tries again.
    let closed = Instant::now();
    let mut peer = server.accept().await;
    assert!(closed.elapsed() > Duration::from_millis(200), "tried again after {:?}", closed.elapsed());
    show(&mut peer, 5).await;
    assert_eq!([told.recv().await.unwrap(), told.recv().await.unwrap()], [Update::Stale, first_view(5)]);
}

#[tokio::test]
async fn beats_keep_a_quiet_topic_alive() {
    let (server, mut connection) = Server::start().await;
    let serving = tokio::spawn(async move {
        let mut peer = server.accept().await;
        show(&mut peer, 1).await;
        while let Some(Ok(message)) = peer.next().await {
            if let Ok(ClientFrame::Beat(beat)) = ClientFrame::parse(message.to_text().unwrap_or_default()) {
                let answer = json!({"beat": beat, "now": "2026-11-24T09:42:10+07:00"}).to_string();
                peer.send(Message::text(answer)).await.unwrap();
            }
        }
    });
    assert_eq!(connection.next().await, first_view(1));
    assert!(timeout(Duration::from_secs(11), connection.next()).await.is_err(), "nothing is new");
    let office_now = connection.office_now().unwrap();
    assert!(office_now > "2026-11-24T02:42:10Z".parse().unwrap());
    serving.abort();
}
