//! A wire between a client and the server that can be cut, stalled and slowed down.

use std::net::SocketAddr;
use std::time::Duration;

use anyhow::Context;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::watch;
use tokio::task::JoinHandle;

/// How the wire is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wire {
    /// Carries bytes, each some time later.
    Whole { delay: Duration },
    /// Keeps connections and carries nothing.
    Stalled,
    /// Has no connections and takes none.
    Cut,
}

/// The wire now, and how often it was cut: a connection ends with the next cut, even when it is mended at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct State {
    wire: Wire,
    cuts: u64,
}

/// A wire, for as long as this value lives.
#[derive(Debug)]
pub struct Proxy {
    address: SocketAddr,
    state: watch::Sender<State>,
    listening: JoinHandle<()>,
}

impl Proxy {
    /// A whole wire to the server at `http://HOST:PORT`.
    ///
    /// # Errors
    /// When no port is free.
    pub async fn before(base: &str) -> anyhow::Result<Self> {
        let server = base.trim_start_matches("http://").to_owned();
        let listener = TcpListener::bind("127.0.0.1:0").await.context("listen as a wire")?;
        let address = listener.local_addr()?;
        let (state, watching) = watch::channel(State { wire: Wire::Whole { delay: Duration::ZERO }, cuts: 0 });
        let listening = tokio::spawn(listen(listener, server, watching));
        Ok(Self { address, state, listening })
    }

    /// The server's address through this wire: `http://HOST:PORT`.
    #[must_use]
    pub fn base(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Ends all connections and takes none until it is mended.
    pub fn cut(&self) {
        self.state.send_modify(|state| *state = State { wire: Wire::Cut, cuts: state.cuts + 1 });
    }

    /// Carries nothing more, and keeps the connections, as a dead switch does.
    pub fn stall(&self) {
        self.state.send_modify(|state| state.wire = Wire::Stalled);
    }

    /// Carries each byte so much later.
    pub fn delay(&self, delay: Duration) {
        self.state.send_modify(|state| state.wire = Wire::Whole { delay });
    }

    /// Is whole again.
    pub fn mend(&self) {
        self.delay(Duration::ZERO);
    }

    /// Ends the connections that are open now; new ones are taken.
    pub fn drop_connections(&self) {
        self.state.send_modify(|state| state.cuts += 1);
    }
}

impl Drop for Proxy {
    fn drop(&mut self) {
        self.listening.abort();
        self.cut();
    }
}

async fn listen(listener: TcpListener, server: String, state: watch::Receiver<State>) {
    while let Ok((near, _)) = listener.accept().await {
        let State { wire, cuts } = *state.borrow();
        if wire != Wire::Cut {
            tokio::spawn(carry(near, server.clone(), state.clone(), cuts));
        }
    }
}

async fn carry(near: TcpStream, server: String, mut state: watch::Receiver<State>, cuts: u64) {
    let Ok(far) = TcpStream::connect(server).await else { return };
    if near.set_nodelay(true).and_then(|()| far.set_nodelay(true)).is_err() {
        return;
    }
    let (near_read, near_write) = near.into_split();
    let (far_read, far_write) = far.into_split();
    let (out, back) = (state.clone(), state.clone());
    let carrying = async { tokio::join!(one_way(near_read, far_write, out), one_way(far_read, near_write, back)) };
    tokio::select! {
        _ = carrying => {}
        _ = state.wait_for(|state| state.cuts > cuts) => {}
    }
}

async fn one_way(mut from: impl AsyncRead + Unpin, mut to: impl AsyncWrite + Unpin, mut state: watch::Receiver<State>) {
    let mut buffer = vec![0; 16 * 1024];
    while let Ok(count @ 1..) = from.read(&mut buffer).await {
        let whole = state.wait_for(|state| matches!(state.wire, Wire::Whole { .. })).await.map(|state| state.wire);
        if let Ok(Wire::Whole { delay }) = whole {
            tokio::time::sleep(delay).await;
        }
        if to.write_all(&buffer[..count]).await.is_err() {
            return;
        }
    }
    drop(to.shutdown().await);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A server that sends back what it gets, behind a wire.
    async fn echo() -> (Proxy, JoinHandle<()>) {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let proxy = Proxy::before(&format!("http://{}", listener.local_addr().unwrap())).await.unwrap();
        let server = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (mut from, mut to) = stream.into_split();
                tokio::spawn(async move { tokio::io::copy(&mut from, &mut to).await });
            }
        });
        (proxy, server)
    }

    async fn connect(proxy: &Proxy) -> TcpStream {
        TcpStream::connect(proxy.address).await.unwrap()
    }

    async fn comes_back(stream: &mut TcpStream) -> bool {
        let mut byte = [0];
        let sent = stream.write_all(b"x").await;
        let read = tokio::time::timeout(Duration::from_millis(300), stream.read(&mut byte)).await;
        sent.is_ok() && matches!(read, Ok(Ok(1)))
    }

    #[tokio::test]
    async fn a_wire_carries_stalls_drops_and_is_cut() {
        let (proxy, _server) = echo().await;
        let mut first = connect(&proxy).await;
        assert!(comes_back(&mut first).await);
        proxy.stall();
        assert!(!comes_back(&mut first).await);
        proxy.mend();
        let mut late = [0];
        assert_eq!(first.read(&mut late).await.unwrap(), 1, "a stalled byte comes later");
        proxy.drop_connections();
        assert!(!comes_back(&mut first).await);
        assert!(comes_back(&mut connect(&proxy).await).await);
        proxy.cut();
        assert!(!comes_back(&mut connect(&proxy).await).await);
    }
}
