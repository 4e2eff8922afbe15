//! HTTP as far as a directory needs it: one request a connection.

use std::collections::BTreeMap;

use anyhow::{Context, ensure};
use serde_json::Value;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

/// Bytes of a request.
const BYTES_MAX: usize = 64 * 1024;

/// What somebody asks.
#[derive(Debug)]
pub(super) struct Request {
    pub(super) method: String,
    pub(super) path: String,
    /// Of the address, or of the body of a form.
    pub(super) fields: BTreeMap<String, String>,
    /// Names in small letters.
    pub(super) headers: BTreeMap<String, String>,
}

/// What is answered.
#[derive(Debug, Default)]
pub(super) struct Reply {
    pub(super) status: u16,
    pub(super) kind: &'static str,
    pub(super) location: Option<String>,
    pub(super) body: String,
}

impl Request {
    /// Reads one.
    pub(super) async fn read(stream: &mut (impl AsyncRead + Unpin)) -> anyhow::Result<Self> {
        let mut bytes = Vec::new();
        let head_end = loop {
            if let Some(end) = bytes.windows(4).position(|window| window == b"\r\n\r\n") {
                break end;
            }
            more(stream, &mut bytes).await?;
        };
        let head = String::from_utf8(bytes[..head_end].to_vec())?;
        let mut lines = head.lines();
        let mut words = lines.next().context("a first line")?.split(' ');
        let (method, target) = (words.next().context("a method")?, words.next().context("an address")?);
        let header =
            |line: &str| line.split_once(':').map(|(name, value)| (name.to_lowercase(), value.trim().to_owned()));
        let headers: BTreeMap<String, String> = lines.filter_map(header).collect();
        let length: usize = headers.get("content-length").map_or(Ok(0), |length| length.parse())?;
        while bytes.len() < head_end + 4 + length {
            more(stream, &mut bytes).await?;
        }
        let body = String::from_utf8(bytes[head_end + 4..].to_vec())?;
        let (path, query) = target.split_once('?').unwrap_or((target, ""));
        let text = if method == "POST" { body.as_str() } else { query };
        Ok(Self { method: method.to_owned(), path: path.to_owned(), fields: fields(text)?, headers })
    }

    /// A field that must be there.
    pub(super) fn field(&self, name: &str) -> anyhow::Result<&str> {
        self.fields.get(name).map(String::as_str).with_context(|| format!("{name} is missing"))
    }
}

async fn more(stream: &mut (impl AsyncRead + Unpin), bytes: &mut Vec<u8>) -> anyhow::Result<()> {
    let mut part = [0; 4096];
    let count = stream.read(&mut part).await?;
    ensure!(count > 0, "the request ended in the middle");
    bytes.extend_from_slice(&part[..count]);
    ensure!(bytes.len() <= BYTES_MAX, "the request is too long");
    Ok(())
}

/// The fields of a query or a form; one that stands twice is refused.
pub(super) fn fields(text: &str) -> anyhow::Result<BTreeMap<String, String>> {
    let mut fields = BTreeMap::new();
    for pair in text.split('&').filter(|pair| !pair.is_empty()) {
        let (name, value) = pair.split_once('=').unwrap_or((pair, ""));
        let before = fields.insert(decoded(name)?, decoded(value)?);
        ensure!(before.is_none(), "{name} stands twice");
    }
    Ok(fields)
}

/// Text as it was before it went into a form.
pub(super) fn decoded(text: &str) -> anyhow::Result<String> {
    let mut bytes = Vec::new();
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        match byte {
            b'+' => bytes.push(b' '),
            b'%' => {
                let digits = [rest.next().context("two digits")?, rest.next().context("two digits")?];
                bytes.push(u8::from_str_radix(std::str::from_utf8(&digits)?, 16)?);
            }
            other => bytes.push(other),
        }
    }
    Ok(String::from_utf8(bytes)?)
}

/// Text as it goes into a form.
pub(super) fn encoded(text: &str) -> String {
    let one = |byte: u8| {
        if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
    };
    text.bytes().map(one).collect()
}

impl Reply {
    pub(super) fn json(status: u16, body: &Value) -> Self {
        Self { status, kind: "application/json", body: body.to_string(), ..Self::default() }
    }

    pub(super) fn page(body: String) -> Self {
        Self { status: 200, kind: "text/html; charset=utf-8", body, ..Self::default() }
    }

    pub(super) fn lead(location: String) -> Self {
        Self { status: 302, kind: "text/plain", location: Some(location), ..Self::default() }
    }

    pub(super) fn words(status: u16, body: &str) -> Self {
        Self { status, kind: "text/plain", body: body.to_owned(), ..Self::default() }
    }

    pub(super) async fn write(&self, stream: &mut (impl AsyncWrite + Unpin)) -> anyhow::Result<()> {
        let location = self.location.as_ref().map_or_else(String::new, |location| format!("Location: {location}\r\n"));
        let head = format!(
            "HTTP/1.1 {} -\r\nContent-Type: {}\r\nContent-Length: {}\r\n{location}Connection: close\r\n\r\n",
            self.status,
            self.kind,
            self.body.len()
        );
        stream.write_all(head.as_bytes()).await?;
        stream.write_all(self.body.as_bytes()).await?;
        stream.shutdown().await?;
        Ok(())
    }
}
