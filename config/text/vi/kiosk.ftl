### Máy lấy số: mọi bước từ lời mời đến tờ phiếu. Gọi người dân là "bà con"; nói việc cần làm, không nói lỗi.
### Dấu cách cứng giữ những chữ đi liền nhau trên một dòng.

kiosk-title = Máy lấy số

## Tên tiếng này, như người nói nó đọc
kiosk-language-name = Tiếng Việt
kiosk-language-note = Chữ trên màn hình và trên phiếu

## Lời mời
kiosk-start-welcome = Mời bà con lấy số
kiosk-start-how = Chọn việc cần làm, nhận phiếu, ngồi chờ đến lượt gọi.
kiosk-start-take = Lấy số thứ tự
kiosk-start-documents = Hỏi giấy tờ, không cần lấy số
kiosk-start-appointment = Tôi có lịch hẹn
kiosk-start-documents-only = Hỏi giấy tờ

## Hàng nút dưới cùng
kiosk-back = Quay lại
kiosk-languages = Ngôn ngữ
kiosk-documents-short = Hỏi giấy tờ

kiosk-language-choose = Chọn ngôn ngữ

## Chọn việc
kiosk-service-choose = Bà con cần làm việc gì?
kiosk-service-choose-documents = Hỏi giấy tờ cho việc nào?
kiosk-service-waiting = { $count } người đang chờ

## Giấy tờ
kiosk-documents-none = Việc này không cần giấy tờ mang theo.
kiosk-documents-none-short = Không cần giấy tờ mang theo
kiosk-documents-take = Lấy số
kiosk-documents-later = Xong, chưa lấy số
kiosk-fact-waiting = Đang chờ
kiosk-fact-appointment = Hẹn lúc
kiosk-fact-ahead = Trước bạn
kiosk-fact-wait = Chờ khoảng
kiosk-fact-counter = Quầy cho việc này
# Trước một giờ, như 13:00
kiosk-fact-perhaps = Có thể từ
# Sau một giờ, như 13:00
kiosk-fact-after-break = sau giờ nghỉ
kiosk-fact-room = Hôm nay còn nhận khoảng
kiosk-fact-counter-closed = Chưa mở
kiosk-fact-fee = Lệ phí
kiosk-people-unit = { $count ->
   *[other] người
  }
kiosk-minutes-unit = phút

## Nhiều việc với một phiếu, nhiều hồ sơ
kiosk-add = Thêm việc khác
kiosk-add-choose = Bà con cần làm thêm việc gì?
kiosk-add-how = Mời bấm để chọn, bấm lần nữa để bỏ. Một phiếu dùng cho nhiều nhất { $most } việc.
kiosk-add-none = Mời bấm chọn ít nhất một việc.
kiosk-add-go-on = { $count ->
    [1] Tiếp tục với 1 việc
   *[other] Tiếp tục với { $count } việc
  }
kiosk-add-place = Đã chọn, làm thứ { $place }
kiosk-together-title = Một phiếu cho { $count } việc
kiosk-together-how = Quầy gọi lần lượt theo thứ tự này, không phải lấy số lại.
kiosk-together-change = Thêm, bớt việc
kiosk-cases-ask = Bao nhiêu hồ sơ?
kiosk-cases-how = Mỗi người hoặc mỗi bộ giấy tờ là một hồ sơ. Một phiếu dùng cho nhiều nhất { $most } hồ sơ.
kiosk-cases-fewer = Bớt một hồ sơ
kiosk-cases-more = Thêm một hồ sơ
kiosk-cases-go-on = Tiếp tục với { $count } hồ sơ
kiosk-cases = { $count } hồ sơ
kiosk-then = Sau đó: { $services }

## Ưu tiên
kiosk-priority-ask = Bạn có thuộc diện ưu tiên?
kiosk-priority-how = Nếu có, mời bấm vào diện của bạn để được gọi sớm hơn. Lý do không in trên phiếu.
kiosk-priority-none = Không, lấy số thường

## Đang lấy số
kiosk-issuing-title = Đang lấy số cho bạn
kiosk-issuing-wait = Xin chờ một chút, không cần bấm lại.

## Phiếu
kiosk-ticket-title = Mời cầm phiếu của bạn
kiosk-ticket-where = Phiếu ra ở khe bên dưới màn hình.
kiosk-ticket-late = Bạn đến muộn: số này xếp theo giờ lấy số.
kiosk-ticket-follow = Theo dõi trên điện thoại
kiosk-ticket-follow-how = Quét mã này để biết còn bao nhiêu người. Không cần cài ứng dụng.
kiosk-ticket-done = Xong
kiosk-ticket-qr = Mã QR mở trang theo dõi số { $number }

## Không có phiếu giấy, số vẫn giữ
kiosk-slip-paper-title = Máy hết giấy, số của bạn vẫn giữ
kiosk-slip-printer-title = Máy chưa in được, số của bạn vẫn giữ
kiosk-slip-unsure-title = Chưa thấy phiếu? Số của bạn vẫn giữ
kiosk-slip-none-title = Mời bạn nhớ số của mình
kiosk-slip-before-title = Bạn đã lấy số này trước đó
kiosk-slip-remember = Hãy nhớ số này, hoặc quét mã vào điện thoại. Cán bộ đã được báo.
kiosk-slip-unsure-how = Nếu phiếu không ra, hãy nhớ số này hoặc quét mã vào điện thoại.
kiosk-slip-none-how = Hãy nhớ số này, hoặc quét mã vào điện thoại.
kiosk-slip-before-how = Cần phiếu khác, xin hỏi cán bộ ở quầy hướng dẫn.
kiosk-slip-keep = Quét để giữ số
kiosk-slip-keep-how = Điện thoại sẽ báo khi đến lượt. Không có điện thoại: nhờ cán bộ hướng dẫn ghi số.
kiosk-slip-known = Tôi đã nhớ số

## Không lấy số được ở máy này
kiosk-offline-title = Máy tạm thời chưa phát số được
kiosk-offline-how = Xin gặp cán bộ ở quầy hướng dẫn để nhận số. Máy đang tự kết nối lại.
kiosk-offline-short = Máy này tạm thời chưa phát số. Xin hỏi ở quầy hướng dẫn.
kiosk-help-title = Mời bạn gặp cán bộ hướng dẫn
kiosk-help-how = Cán bộ ở quầy hướng dẫn sẽ lấy số cho bạn.
kiosk-help-short = Xin hỏi ở quầy hướng dẫn để nhận số.
kiosk-help-again = Về đầu trang

## Không ai chạm vào máy
kiosk-rest-title = Xin chờ một chút
kiosk-rest-how = Máy vừa phát nhiều số liền nhau. Vài giây nữa máy phát số tiếp theo. Cần ngay, mời bạn gặp cán bộ.
kiosk-rest-short = Xin chờ vài giây, hoặc hỏi cán bộ.
kiosk-time-out-title = Bạn còn ở đó không?
kiosk-time-out-how = Sau { $seconds } giây, máy trở về màn hình đầu.
kiosk-time-out-stay = Tôi còn đây

## Máy chưa được ghép với văn phòng
kiosk-pair-title = Máy này chưa phát số
kiosk-pair-citizens = Bà con lấy số ở quầy hướng dẫn.
kiosk-pair-how = Cán bộ: hoặc nhập mã truy cập của máy này
kiosk-pair-code = Cán bộ: quét mã này bằng điện thoại, hoặc gõ mã ở trang { $address }
kiosk-pair-qr = Mã QR mở trang thiết bị
kiosk-pair-asking = Đang lấy mã…
kiosk-pair-away = Không nối được máy chủ. Máy này tự thử lại.
kiosk-pair-token = Mã thiết bị
kiosk-pair-connect = Ghép máy
kiosk-pair-failed = Mã chưa đúng hoặc chưa tới được máy chủ. Hãy xem lại mã, hoặc tạo mã mới ở máy chủ.

# Cơ quan nghỉ, hoặc hôm nay đã hết lượt.
kiosk-closed-break = Nghỉ trưa, mở lại lúc { $opens }
kiosk-closed-before = Chưa đến giờ, mở cửa lúc { $opens }
kiosk-closed-after = Đã hết giờ hôm nay, mở lại ngày { $on } lúc { $opens }
kiosk-closed-long = Cơ quan đang nghỉ
kiosk-closed-tickets = Máy bắt đầu phát số lúc { $from }.
kiosk-closed-short = Cơ quan hiện đang nghỉ.
kiosk-closed-morning = Sáng
kiosk-closed-afternoon = Chiều
kiosk-closed-phone = Hỏi gấp
kiosk-service-full = Hôm nay đã hết lượt
kiosk-full-office-closed = Cơ quan vừa hết giờ
kiosk-full-quota-used = Hôm nay đã phát hết số cho việc này
kiosk-full-day-full = Hôm nay người chờ đã đông
kiosk-full-when = { $reopening ->
    [unknown] Xin gặp cán bộ ở quầy hướng dẫn.
   *[known] Mời bạn trở lại ngày { $on }, từ { $from }. Nếu gấp, xin gặp cán bộ ở quầy hướng dẫn.
}
kiosk-full-short = Hôm nay đã hết số cho việc này.
kiosk-full-understood = Tôi đã hiểu

## Có lịch hẹn
kiosk-appointment-title = Nhập mã hẹn
kiosk-appointment-how = Mã có 6 chữ số. Hoặc đưa mã QR của lịch hẹn vào máy quét.
kiosk-appointment-code = Mã đã nhập: { $code }
kiosk-appointment-erase = Xóa một số
kiosk-appointment-without = Lấy số thường

## Dễ nhìn, dễ nghe: hàng nút cuối của mọi màn hình
kiosk-ease = Dễ nhìn, dễ nghe
kiosk-ease-low = Hạ thấp
kiosk-ease-large = Chữ to
kiosk-ease-aloud = Đọc to
kiosk-ease-contrast = Tương phản
# Máy không có giọng đọc cho một tên
kiosk-unread = Tên này máy chưa đọc được. Xin hỏi cán bộ ở quầy hướng dẫn.
kiosk-more-services = Việc khác
