//! Reads a print job byte by byte and knows only what our driver may send: an unknown byte is an error with its place.

use super::picture::{Picture, Slip};

/// Most rows in one raster command: the buffers of small printers hold no more.
const BAND_ROWS_MAX: u16 = 128;
/// Paper widths in bytes: 80 mm paper has 576 dots, 58 mm paper 384.
const WIDTHS: [u16; 2] = [72, 48];
/// Longest slip, in rows: 40 cm at 203 dots to the inch.
const SLIP_ROWS_MAX: usize = 3200;

/// What a decoder has to tell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Told {
    /// The sender asks `DLE EOT question`.
    Asked {
        /// 1 to 4.
        question: u8,
    },
    /// A slip was cut off.
    Printed(Slip),
}

/// A byte that a printer doesn't know, or one that it doesn't expect here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StrictError {
    /// Where in the connection, from 0.
    pub offset: usize,
    /// What is wrong with it.
    pub message: String,
}

impl std::fmt::Display for StrictError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "at byte {}: {}", self.offset, self.message)
    }
}

impl std::error::Error for StrictError {}

/// A printer's ear. It keeps a command whose rest has not come yet.
#[derive(Debug, Default)]
pub struct Decoder {
    pending: Vec<u8>,
    /// Offset of the first pending byte.
    offset: usize,
    /// A reset has come since the last cut.
    begun: bool,
    picture: Picture,
    fed: u32,
    bands: usize,
    bytes: Vec<u8>,
}

/// One whole command.
enum Command {
    Reset,
    Band { width: u16, rows: Vec<u8> },
    FeedLines,
    FeedDots(u8),
    Cut { feed: u8 },
    Ask(u8),
}

impl Decoder {
    /// A decoder that has heard nothing.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes bytes as they come.
    ///
    /// # Errors
    /// At the first byte that isn't known or expected.
    pub fn take(&mut self, bytes: &[u8]) -> Result<Vec<Told>, StrictError> {
        self.pending.extend_from_slice(bytes);
        let mut told = Vec::new();
        while let Some((command, length)) = self.command()? {
            let raw: Vec<u8> = self.pending.drain(..length).collect();
            told.extend(self.obey(command, raw)?);
            self.offset += length;
        }
        Ok(told)
    }

    /// The connection is over.
    ///
    /// # Errors
    /// When a command or a slip was left unfinished.
    pub fn finish(self) -> Result<(), StrictError> {
        if !self.pending.is_empty() {
            return Err(self.error(format!("the connection ends within a command: {:02x?}", beginning(&self.pending))));
        }
        if self.begun || self.bands > 0 {
            return Err(self.error("the connection ends without a cut".to_owned()));
        }
        Ok(())
    }

    /// The first pending command and its length, when all of it is there.
    fn command(&self) -> Result<Option<(Command, usize)>, StrictError> {
        let unknown = || Err(self.error(format!("unknown command {:02x?}", beginning(&self.pending))));
        Ok(match *self.pending.as_slice() {
            [] | [0x10 | 0x1B | 0x1D] | [0x10, 0x04] | [0x1B, b'd' | b'J'] | [0x1D, b'V'] | [0x1D, b'V', 66] => None,
            [0x10, 0x04, question @ 1..=4, ..] => Some((Command::Ask(question), 3)),
            [0x1B, b'@', ..] => Some((Command::Reset, 2)),
            [0x1B, b'd', _, ..] => Some((Command::FeedLines, 3)),
            [0x1B, b'J', dots, ..] => Some((Command::FeedDots(dots), 3)),
            [0x1D, b'V', 66, feed, ..] => Some((Command::Cut { feed }, 4)),
            [0x1D, b'v', ..] => return self.band(),
            _ => return unknown(),
        })
    }

    /// `GS v 0 m xL xH yL yH` and its rows.
    fn band(&self) -> Result<Option<(Command, usize)>, StrictError> {
        let Some(head) = self.pending.get(..8) else {
            return match self.pending.get(2..4) {
                Some(kind) if kind != b"0\0" => Err(self.error(format!("raster of kind {kind:02x?}, known: 30 00"))),
                Some(_) | None => Ok(None),
            };
        };
        if &head[2..4] != b"0\0" {
            return Err(self.error(format!("raster of kind {:02x?}, known: 30 00", &head[2..4])));
        }
        let (width, height) = (u16::from_le_bytes([head[4], head[5]]), u16::from_le_bytes([head[6], head[7]]));
        if !WIDTHS.contains(&width) {
            return Err(self.error(format!("raster of {width} bytes across, known: {WIDTHS:?}")));
        }
        if !(1..=BAND_ROWS_MAX).contains(&height) {
            return Err(self.error(format!("raster of {height} rows, known: 1 to {BAND_ROWS_MAX}")));
        }
        let length = 8 + usize::from(width) * usize::from(height);
        Ok(self.pending.get(8..length).map(|rows| (Command::Band { width, rows: rows.to_vec() }, length)))
    }

    fn obey(&mut self, command: Command, raw: Vec<u8>) -> Result<Option<Told>, StrictError> {
        if let Command::Ask(question) = command {
            return Ok(Some(Told::Asked { question }));
        }
        self.bytes.extend(raw);
        match command {
            Command::Ask(_) => {}
            Command::Reset if self.begun => return Err(self.error("a second reset within a slip".to_owned())),
            Command::Reset => self.begun = true,
            _ if !self.begun => return Err(self.error("a command before the reset".to_owned())),
            Command::Band { width, rows } => self.print(width, &rows)?,
            Command::FeedLines => self.fed += 1,
            Command::FeedDots(dots) => self.fed += u32::from(dots),
            Command::Cut { .. } if self.bands == 0 => return Err(self.error("a cut of an empty slip".to_owned())),
            Command::Cut { feed } => return Ok(Some(self.cut(feed))),
        }
        Ok(None)
    }

    fn print(&mut self, width: u16, rows: &[u8]) -> Result<(), StrictError> {
        if self.bands > 0 && (self.picture.stride() != usize::from(width) || self.fed > 0) {
            return Err(self.error("the bands of a slip don't join".to_owned()));
        }
        self.bands += 1;
        self.picture.join(usize::from(width), rows);
        if self.picture.height() > SLIP_ROWS_MAX {
            return Err(self.error(format!("a slip of more than {SLIP_ROWS_MAX} rows")));
        }
        Ok(())
    }

    fn cut(&mut self, feed: u8) -> Told {
        let slip = Slip {
            picture: std::mem::take(&mut self.picture),
            bands: self.bands,
            cut_after_dots: feed,
            bytes: std::mem::take(&mut self.bytes),
        };
        self.begun = false;
        self.bands = 0;
        self.fed = 0;
        Told::Printed(slip)
    }

    fn error(&self, message: String) -> StrictError {
        StrictError { offset: self.offset, message }
    }
}

/// Enough of some bytes to recognise them.
fn beginning(bytes: &[u8]) -> &[u8] {
    &bytes[..bytes.len().min(8)]
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A slip of 58 mm paper whose rows are all `row`.
    fn job(row: u8, heights: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0x1B, b'@'];
        for &height in heights {
            bytes.extend([0x1D, b'v', b'0', 0, 48, 0, height, 0]);
            bytes.extend(vec![row; 48 * usize::from(height)]);
        }
        bytes.extend([0x1D, b'V', 66, 24]);
        bytes
    }

    fn refused(bytes: &[u8]) -> StrictError {
        let mut decoder = Decoder::new();
        decoder.take(bytes).err().or_else(|| decoder.finish().err()).expect("a complaint")
    }

    #[test]
    fn bands_are_joined_to_one_picture_however_they_arrive() {
        let bytes = job(0x80, &[128, 128, 7]);
        for chunk in [1, 2, 3, 7, 1000, bytes.len()] {
            let mut decoder = Decoder::new();
            let mut told = Vec::new();
            for part in bytes.chunks(chunk) {
                told.extend(decoder.take(part).unwrap());
            }
            decoder.finish().unwrap();
            let [Told::Printed(slip)] = told.as_slice() else { panic!("{told:?}") };
            assert_eq!((slip.picture.width(), slip.picture.height(), slip.bands), (384, 263, 3));
            assert!(slip.picture.is_black(8, 262) && !slip.picture.is_black(9, 262));
            assert_eq!(slip.bytes, bytes);
        }
    }

    #[test]
    fn questions_are_heard_between_commands() {
        let mut decoder = Decoder::new();
        let mut bytes = vec![0x10, 4, 4];
        bytes.extend(job(0, &[1]));
        bytes.extend([0x10, 4, 1]);
        let told = decoder.take(&bytes).unwrap();
        assert!(matches!(
            told.as_slice(),
            [Told::Asked { question: 4 }, Told::Printed(_), Told::Asked { question: 1 }]
        ));
        decoder.finish().unwrap();
    }

    /// What a well-known library does: four bytes where the manual has three.
    #[test]
    fn a_stray_byte_after_a_question_is_found() {
        assert_eq!(refused(&[0x10, 4, 1, 0]).offset, 3);
    }

    #[test]
    fn what_a_printer_does_not_know_is_refused_with_its_place() {
        let mut late = job(0, &[2]);
        late.splice(2..2, *b"A");
        assert_eq!(refused(&late).offset, 2);
        assert_eq!(refused(&job(0, &[129])).offset, 2);
        assert_eq!(refused(&job(0, &[])).offset, 2, "a cut of an empty slip");
        assert_eq!(refused(&job(0, &[1])[2..]).offset, 0, "no reset");
        let whole = job(0, &[1]);
        assert!(refused(&whole[..whole.len() - 4]).message.contains("without a cut"));
        assert!(refused(&whole[..20]).message.contains("within a command"));
        for unknown in [&[0x1B, b't', 16][..], &[0x1D, b'v', b'0', 1], &[0x10, 4, 5], &[0x1D, b'V', 65], b"\n", b"A"] {
            assert_eq!(refused(unknown).offset, 0, "{unknown:02x?}");
        }
    }
}
