//! What stands on a slip: finished words, no rules of the hall.

use crate::Pictogram;

/// The roll that the slip is printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Paper {
    /// 80 mm roll, 72 mm of it printed: 576 dots at 203 dpi.
    #[default]
    Mm80,
    /// 58 mm roll, 48 mm of it printed: 384 dots at 203 dpi.
    Mm58,
}

impl Paper {
    /// Printable width in dots.
    #[must_use]
    pub const fn width(self) -> u16 {
        match self {
            Self::Mm80 => 576,
            Self::Mm58 => 384,
        }
    }
}

/// A figure with what it counts: "Before you" "4" "people".
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Labelled {
    /// Small words over the figure.
    pub label: String,
    /// The figure, set large in the number face: "4", "15–25".
    pub value: String,
    /// What the figure counts, beside it: "people", "min".
    pub unit: String,
}

/// One slip, in words that are ready to be printed. Nothing in it says who the citizen is, nor why they have priority.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Slip {
    /// The roll in the printer.
    pub paper: Paper,
    /// The office: "UBND xã Cai Kinh".
    pub office: String,
    /// The unit in it: "Bộ phận Một cửa". May be empty.
    pub unit: String,
    /// The drawing of the field of work; none when the office has no drawing for it.
    pub pictogram: Option<Pictogram>,
    /// The field of work: "Hộ tịch".
    pub service: String,
    /// Where it may be called: "Quầy 1 hoặc Quầy 3". May be empty.
    pub counters: String,
    /// The ticket's number: "A012".
    pub number: String,
    /// How many people are before this one.
    pub ahead: Labelled,
    /// How long it may take; none when there is no forecast.
    pub wait: Option<Labelled>,
    /// Words over the documents: "Nhớ mang theo".
    pub documents_title: String,
    /// The documents to have ready, each with a box to tick.
    pub documents: Vec<String>,
    /// Address of the phone page, printed as a QR code. Empty: no code.
    pub qr: String,
    /// What the code is for: "Xem còn bao lâu".
    pub qr_caption: String,
    /// Time of day on the office's clock: "09:18".
    pub time: String,
    /// The office's date: "24/11/2026".
    pub date: String,
    /// How long the number is valid: "Số chỉ có giá trị trong ngày".
    pub validity: String,
    /// Marks a priority ticket by a lozenge, without a word.
    pub priority: bool,
    /// Words of a mark that nobody may miss, at the top and at the end: "TẬP HUẤN – không phải số thật".
    pub mark: Option<String>,
    /// Words of the mark on a slip that is printed again: "IN LẠI".
    pub reprint: Option<String>,
    /// A wish for the occasion: "Chúc mừng hạnh phúc!".
    pub wish: Option<String>,
}

/// A slip that is printed ahead, with a number that the ticket machine never gives: for the hours without power. It is
/// bound to no day.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct RollSlip {
    /// The roll in the printer.
    pub paper: Paper,
    /// The office: "UBND xã Cai Kinh".
    pub office: String,
    /// The unit in it: "Bộ phận Một cửa". May be empty.
    pub unit: String,
    /// What it is, in a frame: "Số dự phòng".
    pub title: String,
    /// The drawing of the field of work; none when the office has no drawing for it.
    pub pictogram: Option<Pictogram>,
    /// The field of work: "Hộ tịch".
    pub service: String,
    /// Where it may be called: "Quầy 1 hoặc Quầy 3". May be empty.
    pub counters: String,
    /// The number: "A951".
    pub number: String,
    /// What its citizen does, a paragraph a language.
    pub advice: Vec<String>,
    /// Words before the line on which the staff write when they hand it out: "Ngày, giờ phát".
    pub handed_out: String,
    /// How long the number is valid: "Chỉ có giá trị trong ngày phát".
    pub validity: String,
}

/// What the staff find in the printer when the office has started again within a day: where the day goes on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BootSlip {
    /// The roll in the printer.
    pub paper: Paper,
    /// The office: "UBND xã Cai Kinh".
    pub office: String,
    /// The unit in it: "Bộ phận Một cửa". May be empty.
    pub unit: String,
    /// What has happened: "Khởi động lại".
    pub title: String,
    /// Time of the start on the office's clock: "09:14".
    pub time: String,
    /// The office's date: "24/11/2026".
    pub date: String,
    /// Words over the numbers: "Số tiếp theo".
    pub numbers_title: String,
    /// The next number of each prefix that has given some today: "A042", "C007". May be empty when all are used up.
    pub numbers: Vec<String>,
    /// How many people wait.
    pub waiting: Labelled,
    /// Tells it from a ticket: "Phiếu cho cán bộ, không phải số thứ tự".
    pub remark: String,
}
