//! The running office's side of the socket.

use std::os::unix::fs::{DirBuilderExt, PermissionsExt};
use std::path::Path;
use std::time::Duration;
use std::{fs, io};

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::{UnixListener, UnixStream};
use tokio::task::JoinHandle;
use tokio::time::timeout;

use super::{CRADLE, House, REQUEST_MAX, Reply, Request, SOCKET, obey};

/// A request is one line; who needs longer is no command of ours.
const REQUEST_DEADLINE: Duration = Duration::from_secs(5);

/// Listens in the data folder; only its owner may open the socket.
///
/// # Errors
/// When the socket can't be made.
pub fn serve(data: &Path, house: House) -> io::Result<JoinHandle<()>> {
    let listener = bind(data)?;
    Ok(tokio::spawn(async move {
        loop {
            match listener.accept().await {
                Ok((stream, _)) => {
                    tokio::spawn(talk(stream, house.clone()));
                }
                Err(error) => {
                    tracing::warn!(%error, "the control socket could not be accepted");
                    tokio::time::sleep(Duration::from_millis(100)).await;
                }
            }
        }
    }))
}

/// Makes the socket in a folder that nobody else can enter, and moves it to its place when nobody else can open it:
/// the data folder may be one that others can enter. It replaces a socket that a killed office left; the journal's lock
/// has shown that none runs.
fn bind(data: &Path) -> io::Result<UnixListener> {
    let cradle = data.join(CRADLE);
    match fs::remove_dir_all(&cradle) {
        Ok(()) => {}
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(error),
    }
    fs::DirBuilder::new().mode(0o700).create(&cradle)?;
    let path = cradle.join("new");
    let listener = UnixListener::bind(&path)?;
    fs::set_permissions(&path, fs::Permissions::from_mode(0o600))?;
    fs::rename(&path, data.join(SOCKET))?;
    fs::remove_dir(&cradle)?;
    Ok(listener)
}

async fn talk(stream: UnixStream, house: House) {
    if let Err(error) = answer(stream, house).await {
        tracing::warn!(%error, "a command on the control socket failed");
    }
}

async fn answer(stream: UnixStream, house: House) -> io::Result<()> {
    let (reader, mut writer) = stream.into_split();
    let mut line = String::new();
    timeout(REQUEST_DEADLINE, BufReader::new(reader.take(REQUEST_MAX)).read_line(&mut line)).await??;
    let reply = match serde_json::from_str::<Request>(&line) {
        Ok(request) => {
            let obeyed = tokio::task::spawn_blocking(move || obey(&house, request)).await;
            obeyed.unwrap_or_else(|error| Reply::Refused(error.to_string()))
        }
        Err(error) => Reply::Refused(format!("not a command of this version: {error}")),
    };
    let mut text = serde_json::to_vec(&reply)?;
    text.push(b'\n');
    writer.write_all(&text).await
}
