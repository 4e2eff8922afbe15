//! A decoder of print jobs of our own, which knows what we send and refuses everything else.

/// What a print job makes a printer do.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded {
    /// Bytes in a row of dots.
    pub stride: usize,
    /// Height of each band in rows.
    pub bands: Vec<usize>,
    /// All rows.
    pub rows: Vec<u8>,
    /// Dots fed for tearing the slip off.
    pub fed: u8,
    /// Dots fed by the cut.
    pub feed: u8,
}

/// Reads a job: reset, at least one band, feed and cut, nothing else.
pub fn decode(job: &[u8]) -> Result<Decoded, String> {
    let mut rest = job.strip_prefix(&[0x1B, b'@']).ok_or("the job doesn't begin with a reset")?;
    let mut decoded = Decoded { stride: 0, bands: Vec::new(), rows: Vec::new(), fed: 0, feed: 0 };
    loop {
        let at = job.len() - rest.len();
        rest = match rest {
            [0x1D, b'v', b'0', 0, x_low, x_high, y_low, y_high, data @ ..] => {
                let stride = usize::from(u16::from_le_bytes([*x_low, *x_high]));
                let rows = usize::from(u16::from_le_bytes([*y_low, *y_high]));
                if decoded.stride != 0 && decoded.stride != stride {
                    return Err(format!("the band at {at} is {stride} bytes wide, those before {}", decoded.stride));
                }
                if stride == 0 || rows == 0 || rows > 128 {
                    return Err(format!("the band at {at} has {rows} rows of {stride} bytes"));
                }
                if data.len() < stride * rows {
                    return Err(format!("the band at {at} ends after {} of {} bytes", data.len(), stride * rows));
                }
                decoded.stride = stride;
                decoded.bands.push(rows);
                decoded.rows.extend_from_slice(&data[..stride * rows]);
                &data[stride * rows..]
            }
            [0x1B, b'J', dots, after @ ..] if decoded.fed == 0 && after.len() == 4 => {
                decoded.fed = *dots;
                after
            }
            [0x1D, b'V', 66, feed] if !decoded.bands.is_empty() => {
                decoded.feed = *feed;
                return Ok(decoded);
            }
            other => return Err(format!("no command at {at}: {:02x?}", &other[..other.len().min(8)])),
        };
    }
}
