//! Slips as offices print them, and some that are harder.

use moi_printer::{BootSlip, Labelled, Paper, Pictogram, RollSlip, Slip};

/// Both papers.
pub const PAPERS: [Paper; 2] = [Paper::Mm80, Paper::Mm58];

fn labelled(label: &str, value: &str, unit: &str) -> Labelled {
    Labelled { label: label.to_owned(), value: value.to_owned(), unit: unit.to_owned() }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

/// The everyday slip.
pub fn vietnamese(paper: Paper) -> Slip {
    let caption = match paper {
        Paper::Mm80 => "Xem còn bao lâu",
        Paper::Mm58 => "Quét mã để xem còn bao lâu",
    };
    Slip {
        paper,
        office: "UBND xã Cai Kinh".to_owned(),
        unit: "Bộ phận Một cửa".to_owned(),
        pictogram: Pictogram::named("A"),
        service: "Hộ tịch".to_owned(),
        counters: "Quầy 1 hoặc Quầy 3".to_owned(),
        number: "A012".to_owned(),
        ahead: labelled("Trước bạn", "4", "người"),
        wait: Some(labelled("Chờ khoảng", "15–25", "phút")),
        documents_title: "Nhớ mang theo".to_owned(),
        documents: texts(&["Căn cước công dân", "Giấy chứng sinh (bản chính)", "Tờ khai khai sinh"]),
        qr: "http://192.168.1.10:8080/t/Ab3dEf6hIj9kLm2n".to_owned(),
        qr_caption: caption.to_owned(),
        time: "09:18".to_owned(),
        date: "24/11/2026".to_owned(),
        validity: "Số chỉ có giá trị trong ngày".to_owned(),
        priority: false,
        mark: None,
        reprint: None,
        wish: None,
    }
}

/// In English, printed again, with priority.
pub fn english(paper: Paper) -> Slip {
    Slip {
        service: "Civil status".to_owned(),
        counters: "Counter 1 or 3".to_owned(),
        ahead: labelled("Before you", "4", "people"),
        wait: Some(labelled("About", "15–25", "min")),
        documents_title: "Please have ready".to_owned(),
        documents: texts(&["Identity card", "Birth notice (original)", "Registration form"]),
        qr_caption: "Follow your turn".to_owned(),
        validity: "Valid today only".to_owned(),
        priority: true,
        reprint: Some("IN LẠI · REPRINT".to_owned()),
        ..vietnamese(paper)
    }
}

/// Of a day that only rehearses.
pub fn rehearsal(paper: Paper) -> Slip {
    Slip { mark: Some("TẬP HUẤN – không phải số thật".to_owned()), ..vietnamese(paper) }
}

/// Everything on it, and all of it long.
pub fn long(paper: Paper) -> Slip {
    Slip {
        office: "Ủy ban nhân dân phường Hoàng Văn Thụ".to_owned(),
        unit: "Trung tâm Phục vụ hành chính công".to_owned(),
        pictogram: Pictogram::named("D"),
        service: "Đất đai, tài nguyên, môi trường và nông nghiệp".to_owned(),
        counters: "Quầy 1, Quầy 2, Quầy 3, Quầy 4, Quầy 10 hoặc Quầy 11".to_owned(),
        number: "A1000".to_owned(),
        ahead: labelled("Trước bạn còn", "128", "người đang chờ"),
        wait: Some(labelled("Thời gian chờ dự kiến khoảng", "120–180", "phút")),
        documents: texts(&[
            "Căn cước công dân của người nộp hồ sơ và của những người có liên quan trong hộ gia đình",
            "Giấy chứng nhận quyền sử dụng đất (bản chính và bản sao)",
            "Hợp đồng chuyển nhượng (đã công chứng)",
            "Đơn đăng ký biến động",
            "Tờ khai thuế thu nhập cá nhân",
            "Tờ khai lệ phí trước bạ",
            "Sơ đồ thửa đất",
            "Giấy uỷ quyền (nếu nộp thay)",
        ]),
        qr: "https://motcua.hoangvanthu.langson.gov.vn/t/Ab3dEf6hIj9kLm2n".to_owned(),
        qr_caption: "Quét mã bằng điện thoại để xem còn bao lâu".to_owned(),
        validity: "Số thứ tự chỉ có giá trị trong ngày làm việc hôm nay".to_owned(),
        priority: true,
        reprint: Some("IN LẠI · REPRINT".to_owned()),
        wish: Some("Chúc mừng gia đình!".to_owned()),
        ..vietnamese(paper)
    }
}

/// No document, no forecast, no drawing, but a wish.
pub fn wedding(paper: Paper) -> Slip {
    Slip {
        pictogram: None,
        number: "M999".to_owned(),
        documents: Vec::new(),
        wait: None,
        wish: Some("Chúc mừng hạnh phúc!".to_owned()),
        ..vietnamese(paper)
    }
}

/// As little as there can be.
pub fn bare(paper: Paper) -> Slip {
    Slip {
        paper,
        office: "UBND xã Cai Kinh".to_owned(),
        service: "Hộ tịch".to_owned(),
        number: "W888".to_owned(),
        ahead: labelled("Trước bạn", "0", ""),
        time: "09:18".to_owned(),
        date: "24/11/2026".to_owned(),
        ..Slip::default()
    }
}

/// The everyday slip with another address of its phone page.
pub fn with_address(paper: Paper, address: &str) -> Slip {
    Slip { qr: address.to_owned(), ..vietnamese(paper) }
}

/// The everyday slip with another number.
pub fn with_number(paper: Paper, number: &str) -> Slip {
    Slip { number: number.to_owned(), ..vietnamese(paper) }
}

/// What the staff of a commune find after a power cut.
pub fn boot(paper: Paper) -> BootSlip {
    BootSlip {
        paper,
        office: "UBND xã Cai Kinh".to_owned(),
        unit: "Bộ phận Một cửa".to_owned(),
        title: "Khởi động lại".to_owned(),
        time: "09:14".to_owned(),
        date: "24/11/2026".to_owned(),
        numbers_title: "Số tiếp theo".to_owned(),
        numbers: texts(&["A042", "C007", "D013", "H008", "M111"]),
        waiting: labelled("Đang chờ", "12", "người"),
        remark: "Phiếu cho cán bộ, không phải số thứ tự".to_owned(),
    }
}

/// What the tests from outside have: they compare what comes out of their printer with this slip's golden picture.
pub fn small_boot(paper: Paper) -> BootSlip {
    BootSlip {
        numbers: texts(&["A004", "C003", "M002"]), waiting: labelled("Đang chờ", "5", "người"), ..boot(paper)
    }
}

/// The widest numbers, and all words long.
pub fn long_boot(paper: Paper) -> BootSlip {
    BootSlip {
        office: "Ủy ban nhân dân phường Hoàng Văn Thụ".to_owned(),
        unit: "Trung tâm Phục vụ hành chính công".to_owned(),
        title: "Máy chủ vừa khởi động lại trong giờ làm việc".to_owned(),
        numbers: texts(&["A1000", "HB888", "QQ10000", "WW999", "X002", "K101"]),
        waiting: labelled("Số người đang chờ trong sảnh", "1284", "người"),
        remark: "Phiếu này dành cho cán bộ, không phải là phiếu số thứ tự của công dân".to_owned(),
        ..boot(paper)
    }
}

/// One number, in English.
pub fn english_boot(paper: Paper) -> BootSlip {
    BootSlip {
        title: "Started again".to_owned(),
        numbers_title: "Next numbers".to_owned(),
        numbers: texts(&["A002"]),
        waiting: labelled("Waiting", "1", "person"),
        remark: "For the staff, not a ticket".to_owned(),
        ..boot(paper)
    }
}

/// All boot slips of this file on both papers, with a name for each.
pub fn all_boots() -> Vec<(String, BootSlip)> {
    let on = |paper| {
        let millimetres = match paper {
            Paper::Mm80 => 80,
            Paper::Mm58 => 58,
        };
        let used_up = BootSlip { numbers: Vec::new(), ..boot(paper) };
        [
            ("boot", boot(paper)),
            ("small-boot", small_boot(paper)),
            ("long-boot", long_boot(paper)),
            ("english-boot", english_boot(paper)),
            ("used-up-boot", used_up),
        ]
        .map(|(name, slip)| (format!("{name}-{millimetres}"), slip))
    };
    PAPERS.into_iter().flat_map(on).collect()
}

/// What the reception hands out in the hours without power.
pub fn roll(paper: Paper) -> RollSlip {
    RollSlip {
        paper,
        office: "UBND xã Cai Kinh".to_owned(),
        unit: "Bộ phận Một cửa".to_owned(),
        title: "Số dự phòng".to_owned(),
        pictogram: Pictogram::named("A"),
        service: "Hộ tịch".to_owned(),
        counters: "Quầy 1 hoặc Quầy 3".to_owned(),
        number: "A951".to_owned(),
        advice: texts(&[
            "Mời giữ phiếu này và ngồi chờ. Số được gọi theo thứ tự, trước những người đến sau.",
            "Please keep this slip and wait. Numbers are called in order, before those who come later.",
        ]),
        handed_out: "Ngày, giờ phát".to_owned(),
        validity: "Chỉ có giá trị trong ngày phát".to_owned(),
    }
}

/// The widest number, and all words long.
pub fn long_roll(paper: Paper) -> RollSlip {
    RollSlip {
        office: "Ủy ban nhân dân phường Hoàng Văn Thụ".to_owned(),
        unit: "Trung tâm Phục vụ hành chính công".to_owned(),
        service: "Đăng ký kinh doanh hộ cá thể và hợp tác xã".to_owned(),
        number: "HB1951".to_owned(),
        handed_out: "Ngày và giờ phát số dự phòng này cho người dân".to_owned(),
        ..roll(paper)
    }
}

/// All slips of this file that are printed ahead, on both papers, with a name for each.
pub fn all_rolls() -> Vec<(String, RollSlip)> {
    let on = |paper| {
        let millimetres = if paper == Paper::Mm80 { 80 } else { 58 };
        [("roll", roll(paper)), ("long-roll", long_roll(paper))]
            .map(|(name, slip)| (format!("{name}-{millimetres}"), slip))
    };
    PAPERS.into_iter().flat_map(on).collect()
}

/// All slips of this file on both papers, with a name for each.
pub fn all() -> Vec<(String, Slip)> {
    let on = |paper| {
        let millimetres = match paper {
            Paper::Mm80 => 80,
            Paper::Mm58 => 58,
        };
        [
            ("vietnamese", vietnamese(paper)),
            ("english", english(paper)),
            ("long", long(paper)),
            ("wedding", wedding(paper)),
            ("bare", bare(paper)),
            ("rehearsal", rehearsal(paper)),
        ]
        .map(|(name, slip)| (format!("{name}-{millimetres}"), slip))
    };
    PAPERS.into_iter().flat_map(on).collect()
}
