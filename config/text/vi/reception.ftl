### Trang tiếp đón: cấp số hộ người dân, tìm số, nhập số dự phòng sau khi mất điện.

reception-title = Tiếp đón
reception-other-language = English
reception-keys-off = Tắt phím tắt
reception-keys-on = Bật phím tắt
reception-sign-out = Đăng xuất
reception-roll = In số dự phòng
reception-no-answer = Máy chủ chưa trả lời. Hãy bấm lại: không sợ bị cấp hai số.

## Chưa đăng nhập
reception-door = Ai đang ở bàn tiếp đón?
reception-door-officer = Đăng nhập bằng tên và mã PIN
reception-door-device = Hoặc nối máy này một lần bằng mã thiết bị (moi token new --role receptionist)
reception-door-connect = Nối máy này
reception-door-kiosk = Đây là mã của máy lấy số. Bàn tiếp đón cần mã có vai trò receptionist.

## Mất kết nối
reception-offline = Mất kết nối từ { $time }.
reception-offline-advice = Hãy phát số dự phòng theo thứ tự, nhớ ghi ngày giờ; khi có lại thì nhập số cuối cùng. Trang tự nối lại.

## Cấp số
reception-give = Cấp số
reception-choose = Chọn lĩnh vực
reception-give-for = Cấp số { $service }
reception-service = Lĩnh vực
reception-priority = Ưu tiên
reception-priority-none = Không ưu tiên
reception-cases = Số hồ sơ
reception-cases-fewer = Bớt một hồ sơ
reception-cases-more = Thêm một hồ sơ
reception-language = Ngôn ngữ của người dân
reception-waiting = { $count ->
   *[other] chờ
  }
reception-no-counter = chưa có quầy
reception-after-break = sau giờ nghỉ, từ { $opens }
reception-paper = Số trên giấy
reception-paper-number = Số trên tờ giấy phát ra
reception-paper-hint = Chọn lĩnh vực, rồi gõ số trên tờ giấy.
reception-paper-range = Số dự phòng từ { $first } đến { $last }. Chỉ cần gõ chữ số.
reception-paper-offer = Phát số giấy

## Nhiều lĩnh vực, một phiếu
reception-then = sau đó: { $services }
reception-give-several = Cấp một phiếu cho { $count } lĩnh vực
reception-then-more = Còn lĩnh vực khác? Gõ tiếp chữ hoặc số của lĩnh vực ấy.
reception-then-away = Bớt
reception-then-twice = Lĩnh vực này đã chọn rồi.
reception-then-most = Một phiếu chỉ dùng cho tối đa { $count } lĩnh vực.

## Người có hẹn
reception-appointments = Người có hẹn
reception-appointment-code = Mã hẹn 6 chữ số: gõ, hoặc quét mã QR
reception-appointment-enter = Cấp số
reception-appointment-how = Quên mã? Chọn trong danh sách bên dưới theo giờ và lĩnh vực.
reception-appointment-more-digits = Mã hẹn có 6 chữ số.
reception-appointment-no-code = Đây không phải mã hẹn. Mã hẹn có 6 chữ số; mã QR trên phiếu lấy số không phải mã hẹn.
reception-appointment-not-today = Mã này không có trong danh sách hôm nay. Bấm Enter để xem là hẹn ngày nào.
reception-appointment-now = Đúng giờ hẹn: cấp số được đến { $until }.
reception-appointment-early = Đến sớm: cấp số được từ { $from }.
reception-appointment-late = Đến muộn: chỉ tính theo giờ hẹn đến { $until }.
reception-appointment-missed = Đã quá giờ hẹn, không ai đến.
reception-appointment-kept = Đã lấy số { $number }. Bấm Enter để xem lại số này.
reception-appointment-cancelled = Lịch hẹn này đã hủy.
reception-appointment-with = Ưu tiên: { $priority }.
reception-appointment-ordinary = Cấp số thường: { $service }
reception-appointments-day = Lịch hẹn hôm nay
reception-appointments-none = Hôm nay chưa có lịch hẹn nào.
reception-appointment-is-now = lấy số được
reception-appointment-is-early = từ { $from }
reception-appointment-is-late = đến muộn
reception-appointment-is-missed = đã quá giờ
reception-appointment-is-kept = số { $number }
reception-appointment-is-cancelled = đã hủy
reception-appointment-book = Đặt lịch hẹn hộ
reception-appointment-at = Hẹn lúc

## Đặt lịch hẹn hộ
reception-book-service = Đặt lịch hẹn: lĩnh vực nào?
reception-book-day = Đặt lịch hẹn: ngày nào?
reception-book-time = Đặt lịch hẹn: mấy giờ?
reception-book-check = Đặt lịch hẹn này?
reception-book-loading = Đang tải
reception-book-none = Không còn chỗ trống.
reception-book-free = { $count ->
   *[other] còn { $count }
  }
reception-book-back = Quay lại
reception-book-on = Chọn
reception-book-move = ô sau, ô trước
reception-book-book = Đặt lịch hẹn
reception-book-booked = Đã đặt lịch hẹn
reception-book-code = Mã hẹn: hãy đọc, hoặc ghi ra giấy cho người dân
reception-book-when = Đến lấy số từ { $from } đến { $until }.
reception-book-qr = Quét để lưu vào điện thoại
reception-book-done = Xong

## Vừa cấp
reception-given = Số vừa cấp
reception-said = Đã cấp số { $number }, trước còn { $ahead } người.
reception-ahead = Trước còn
reception-people = { $count ->
   *[other] người
  }
reception-wait = Chờ khoảng
reception-minutes = phút
reception-where = Quầy
reception-qr = Quét để theo dõi trên điện thoại
reception-welcome = Mời bà con, cần làm việc gì?
reception-welcome-how = Gõ chữ hoặc số của lĩnh vực, rồi Enter. Gõ hai lần cũng được. + để thêm ưu tiên.
reception-reprint = In lại
reception-reprinting = Đang in lại phiếu { $number }.
reception-reprint-failed = Phiếu { $number } in lại không ra. Hãy xem máy in, hoặc ghi số ra giấy.
reception-given-before = Số { $number } đã được cấp ở lần bấm trước, khi máy chủ chưa kịp trả lời: phiếu có thể đã ra. Nếu là số của người trước, hãy bấm lần nữa cho người đang đứng đây.
reception-reprint-out = Máy in đang không in được, chưa in lại được phiếu { $number }: hãy đọc số, hoặc ghi ra giấy.
reception-given-cases = { $count } hồ sơ
reception-give-back = Trả số vừa cấp
reception-give-back-sure = Trả { $number }? Bấm lần nữa
reception-give-back-this = Trả số { $number }
reception-given-back = Đã trả số { $number }.

## Phiếu đến đâu
reception-slip-queued = Đang in phiếu
reception-slip-sent = Đã gửi máy in
reception-slip-confirmed = Phiếu đã ra
reception-slip-unconfirmed = Không rõ phiếu đã ra chưa. Hãy xem máy in, cần thì in lại.
reception-slip-failed = Phiếu không ra. Số vẫn giữ: hãy đọc số cho người dân, hoặc ghi ra giấy.
reception-slip-none = Văn phòng này không in phiếu: hãy đọc số, hoặc cho quét mã.
reception-slip-paper = Số nằm trên tờ giấy: hãy ghi ngày giờ rồi đưa cho người dân.

## Máy in
reception-printer-ready = Máy in sẵn sàng
reception-printer-near-end = Sắp hết giấy
reception-printer-out-of-paper = Hết giấy: thay cuộn mới
reception-printer-cover-open = Nắp máy in đang mở
reception-printer-offline = Không nối được máy in
reception-printer-unknown = Chưa rõ máy in thế nào
reception-printer-error = Máy in báo lỗi
reception-printer-out = Máy in không in được. Cứ cấp số rồi đọc cho người dân; hoặc phát số dự phòng trên giấy và gõ số ấy vào.

## Ai đang chờ
reception-people-title = Đang chờ
reception-search = Tìm số
reception-nobody = Chưa có ai chờ.
reception-nobody-found = Không thấy số này trong số đang chờ. Có thể đã được gọi, đã xong hoặc đã trả.
reception-more = và { $count } người nữa: gõ số để tìm
reception-waited = chờ { $minutes } phút
reception-just-came = vừa đến
reception-away = Để riêng, vắng mặt
reception-parked = để riêng ở Quầy { $counter } từ { $time }
reception-missed = vắng ở Quầy { $counter } lúc { $time }
reception-return = Đã quay lại
reception-returned = { $number } chờ lại.
reception-granted = { $number } đã được xếp ưu tiên.

## Nhập số dự phòng sau khi mất điện
reception-outage = Nhập số đã phát khi mất điện hoặc mất mạng
reception-outage-open = Nhập số dự phòng
reception-outage-absence = Hệ thống vắng từ { $gone } đến { $back }. Những người cầm số dự phòng được xếp vào khoảng ấy, theo thứ tự số: sau người lấy số trước lúc đó, trước người lấy số sau khi có lại.
reception-outage-no-absence = Hôm nay hệ thống không vắng lúc nào. Những người cầm số dự phòng được xếp từ bây giờ, theo thứ tự số.
reception-outage-service = Lĩnh vực
reception-outage-last = Số cuối cùng đã phát
reception-outage-first-service = Gõ chữ hoặc số của lĩnh vực.
reception-outage-how = Chỉ cần số cuối cùng. Nếu tập giấy không bắt đầu từ số đầu tiên thì gõ số đầu và số cuối, như 960-965. * để chọn lĩnh vực khác.
reception-outage-which = Phát trong lần gián đoạn nào (+ để chọn lần khác)
reception-outage-time = { $gone } đến { $back }
reception-outage-sure = Tức là { $count } người: { $first } đến { $last }. Nếu đúng, bấm Enter lần nữa.
reception-outage-enter = Nhập
reception-outage-range = Số dự phòng từ { $first } đến { $last }; hôm nay chưa dùng số nào.
reception-outage-used = Hôm nay đã nhập đến { $used }.
reception-outage-new = Sẽ thêm { $count } người: { $first } đến { $last }.
reception-outage-known = { $last } đã có từ trước: không thêm ai.
reception-outage-behind = Hôm nay đã nhập đến { $used }: số cuối cùng phải lớn hơn.
reception-outage-foreign = Không phải số dự phòng của lĩnh vực này: chỉ có { $first } đến { $last }.
reception-outage-entered = Đã thêm { $count } người, { $first } đến { $last }, tính là đến từ { $from } đến { $to }.
