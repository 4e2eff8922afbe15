# Bàn làm việc của cán bộ tại quầy.

desk-title = Bàn làm việc
desk-title-counter = Quầy { $counter } · Bàn làm việc
desk-title-visit = { $number } · Quầy { $counter }
desk-counter = Quầy { $counter }
desk-connecting = Đang nối với máy chủ…

## Thanh trên cùng
desk-state-open = Đang mở
desk-state-paused = Tạm nghỉ
desk-state-paused-until = Tạm nghỉ đến { $time }
desk-state-closed = Đang đóng
desk-state-held = Quầy của { $officer }
desk-printer-ready = Máy in: tốt
desk-printer-near-end = Sắp hết giấy in
desk-printer-out-of-paper = Máy in hết giấy
desk-printer-cover-open = Máy in mở nắp
desk-printer-offline = Mất kết nối máy in
desk-printer-unknown = Chưa rõ máy in
desk-printer-error = Máy in lỗi
desk-menu = Tài khoản của { $officer }
desk-menu-change-counter = Đổi quầy
desk-menu-keys-off = Tắt phím tắt
desk-menu-keys-on = Bật phím tắt
desk-menu-close = Đóng quầy
desk-menu-sign-out = Đăng xuất
desk-menu-close-and-sign-out = Đóng quầy và đăng xuất
desk-menu-sign-out-later = { $number } đang được gọi: bắt đầu hoặc báo vắng mặt, rồi mới đóng quầy.
desk-menu-language = English

## Đồng hồ máy chủ
desk-clock-unset = Đồng hồ máy chủ chưa được đặt.
desk-clock-unset-advice = Cứ phục vụ như thường. Nhờ người phụ trách đặt ngày giờ cho máy chủ.
desk-clock-behind = Đồng hồ máy chủ bị lùi, hoặc trước đó chạy quá.
desk-clock-behind-advice = Cứ phục vụ như thường; ngày làm việc tự được sửa khi không còn ai chờ, hoặc lúc nửa đêm. Nhờ người xem lại ngày giờ.
desk-clock-jumped = Đồng hồ máy chủ vừa nhảy vượt lên.
desk-clock-jumped-advice = Nếu sai, nhờ người sửa lại trong năm phút, kẻo người đang chờ mất số.
desk-clock-ahead = Ngày của máy chủ cách xa ngày phục vụ trước.
desk-clock-ahead-advice = Cứ phục vụ như thường. Nhờ người xem lại ngày.

## Người đang chờ mà chưa quầy nào gọi
desk-stranded = Chưa ai gọi:

## Đồng nghiệp
desk-help = Quầy { $counter } cần hỗ trợ.
desk-help-who = { $officer }, từ { $time }. Người dân trong phòng không nhìn thấy.
desk-help-go = Tôi đến ngay
desk-help-asked = Đã báo nhờ hỗ trợ. Bấm lại hai phím đó để kết thúc.
desk-taken-by-you = Bạn nhận quầy { $counter } từ { $officer } lúc { $time }.
desk-taken-from-you = { $officer } đã nhận quầy { $counter } của bạn lúc { $time }.
desk-take-over = Quầy { $counter } là của { $officer }. Nhận quầy này?
desk-take-over-yes = Nhận quầy { $counter }
desk-take-over-with = cùng số { $number }, người dân vẫn ngồi tại quầy

## Mất kết nối
desk-offline = Mất kết nối từ { $time }.
desk-offline-serving = Cứ phục vụ tiếp người đang ngồi; số mới gọi được khi có lại kết nối.
desk-offline-calling = Người được gọi đến thì cứ tiếp; bấm bắt đầu khi có lại kết nối.
desk-offline-other = Số mới gọi được khi có lại kết nối; người đang chờ không mất số.
desk-offline-retry = tự nối lại
desk-as-of = số liệu lúc { $time }

## Hàng chờ
desk-queue = Đang chờ quầy này
desk-queue-order = xếp theo giờ tính
desk-queue-expected = Hẹn chưa đến
desk-queue-empty = Chưa có ai. Người mới lấy số sẽ hiện ở đây.
desk-queue-waited = chờ { $minutes } phút
desk-queue-waited-no-time = vừa đến
desk-queue-more = và { $count } người nữa · cả phòng { $hall }
desk-queue-hall = cả phòng { $hall }
desk-cases = { $count } hồ sơ
desk-queue-then = +{ $count } lĩnh vực
desk-queue-noted = có ghi chú
desk-reason-arrival = Theo giờ lấy số
desk-reason-outage = Số dự phòng, phát lúc mất điện
desk-reason-priority = Ưu tiên, sớm { $minutes } phút
desk-reason-appointment = { $minutes ->
    [0] Hẹn { $time }
   *[other] Hẹn { $time }, ưu tiên sớm { $minutes } phút
  }
desk-reason-returned = Đã quay lại, trước để riêng ở Quầy { $counter }
desk-reason-missed = Vắng mặt ở Quầy { $counter }, đã quay lại
desk-reason-transferred = Chuyển từ Quầy { $counter }
desk-reason-transferred-front = Chuyển từ Quầy { $counter }, xếp lên đầu
desk-reason-goes-on = Đi tiếp từ Quầy { $counter }
desk-reason-helped = Đã chờ lâu, quầy này gọi giúp
desk-reason-chosen = Cán bộ chọn gọi
desk-reason-chosen-why = Cán bộ chọn gọi: { $why }
desk-reason-put-back = Quầy { $counter } đã đóng khi đang gọi số này

## Số để riêng và số vắng mặt
desk-away = Để riêng, vắng mặt
desk-away-key = cho chờ lại
desk-away-parked = để riêng từ { $time }
desk-away-missed = vắng lúc { $time }, quay lại được đến { $until }
desk-return = Ai đã quay lại?
desk-return-nobody = Không còn ai quay lại được.

## Chuyển số
desk-transfer = Chuyển { $number } đến đâu?
desk-transfer-nowhere = Không có nơi nào để chuyển.
desk-transfer-place = Xếp vào đâu?
desk-transfer-usual = Như thường lệ
desk-transfer-front = Lên đầu hàng
desk-transfer-end = Xuống cuối hàng

## Gọi một số được chọn
desk-call = Gọi số nào?
desk-call-nobody = Không có số nào để gọi.
desk-call-why = Vì sao gọi { $number } trước?
desk-call-without-reason = Không nêu lý do

## Rời quầy cuối cùng đang nhận một lĩnh vực
desk-leaving = Còn { $count } người chờ mà không quầy nào khác gọi: { $services }. Xử lý thế nào?
desk-leaving-service = { $service } { $waiting }
desk-leaving-wait = Để họ chờ tiếp
desk-leaving-wait-close = Quầy { $counter } đóng
desk-leaving-wait-pause = Quầy { $counter } tạm nghỉ
desk-leaving-to = Chuyển sang Quầy { $counter }
desk-leaving-nowhere = Không có quầy nào để chuyển.

## Tạm nghỉ
desk-pause = Tạm nghỉ vì sao?
desk-pause-minutes = khoảng { $minutes } phút
desk-pause-without = Không nêu lý do

## Ưu tiên tại quầy
desk-grant = Ưu tiên cho số nào?
desk-grant-nobody = Chưa có số nào để ưu tiên.
desk-grant-class = { $number } thuộc diện nào?
desk-grant-none = Bộ phận chưa khai báo diện ưu tiên nào.

## Kết quả của lượt
desk-outcome = Kết quả của { $number }?
desk-outcome-noted = đã ghi
desk-outcome-none = Bộ phận chưa khai báo kết quả nào.

## Lĩnh vực khác của cùng một số
desk-services = { $number } cần thêm lĩnh vực nào?
desk-services-single = Ở đây mỗi lĩnh vực lấy một số riêng.
desk-services-at = Quầy { $counters }
desk-services-where = { $where ->
    [here] tại quầy này
    [there] Quầy { $counters }
   *[nowhere] không có quầy nào nhận
  }
desk-services-chosen = { $where ->
    [here] đã có, tại quầy này; bấm để bỏ
    [there] đã có, Quầy { $counters }; bấm để bỏ
   *[nowhere] đã có; bấm để bỏ
  }

## Ghi chú trên số, cho cán bộ tiếp theo
desk-note-write = Ghi chú cho { $number }
desk-note-of = Ghi chú của { $number }
desk-note-who = Ai gọi số này sau cũng đọc được. Để trống là xóa. Hết ngày tự xóa.
desk-note-left = còn { $count } ký tự
desk-note-save = Lưu
desk-note-leave = Thôi
desk-note-offline = Đang mất kết nối, chưa lưu được. Chữ đã viết vẫn còn đây.
desk-note-lost = { $number } không còn ở quầy này nữa, ghi chú này không lưu được. Bấm Esc để đóng.
desk-note-gone = Không đọc được ghi chú của { $number } nữa.
desk-note-failed = { $number } có ghi chú nhưng chưa tải được. Màn hình tự thử lại.

## Danh sách để chọn
desk-chooser-more = Xem tiếp (và { $count } số nữa)
desk-chooser-type = Gõ số
desk-chooser-type-how = Gõ phần chữ số trên phiếu, ví dụ 12 cho A012.
desk-chooser-type-loading = Đang tải đủ danh sách…
desk-chooser-type-nobody = Không có ai đang chờ với số này.
desk-chooser-type-take = Chọn
desk-chooser-type-back = Xóa, về danh sách
desk-chooser-close = Thôi

## Lượt đang làm
desk-calling = Đang gọi
desk-calling-times = lần { $count }
desk-calling-since = từ lúc gọi đầu
desk-serving = Đang phục vụ
desk-since = từ { $time }
desk-usual = thường { $minutes } phút
desk-usual-over = thường { $minutes } phút, quá { $over } phút
desk-progress = Đã làm { $share } % thời gian thường lệ
desk-visit-matter = Nội dung lượt này
desk-visit-service = Việc
desk-visit-here = Tại quầy này
desk-visit-after = Sau đó
desk-visit-taken = Lấy số
desk-visit-taken-priority = { $time }, ưu tiên
desk-visit-waited = Đã chờ
desk-visit-why = Vì sao gọi
desk-visit-outcome = Kết quả
desk-visit-waited-minutes = { $minutes } phút
desk-visit-waited-promised = { $minutes } phút (hẹn { $from }–{ $to })
desk-visit-documents = Giấy tờ
desk-visit-language = Ngôn ngữ

## Khi không có lượt
desk-nobody-called = chưa gọi ai
desk-empty = Chưa có ai chờ quầy này
desk-empty-hint = Khi có người lấy số, màn hình này báo và kêu một tiếng nhỏ.
desk-empty-elsewhere = Phòng chờ còn { $count } người cho Quầy { $counter }, { $service }.
desk-waiting = { $count } người chờ quầy này
desk-waiting-next = Tiếp theo là { $number }, { $service }, đã chờ { $minutes } phút.
desk-last-outcome = Vừa xong { $number }: { $outcome }.
desk-closed = Quầy { $counter } đang đóng
desk-closed-hint = Mở quầy để gọi người dân. Màn hình phòng chờ sẽ hiện Quầy { $counter } đang mở.
desk-closed-waiting = Đang có { $count } người chờ { $services }.
desk-held = Quầy { $counter } đang có { $officer }
desk-held-hint = Mỗi quầy chỉ một cán bộ gọi số. Mời chọn quầy khác, hoặc nhờ { $officer } đóng quầy này trước.
desk-paused = Tạm nghỉ
desk-paused-since = Tạm nghỉ từ
desk-paused-until = Tạm nghỉ đến
desk-paused-running = đã nghỉ
desk-paused-hint = Màn hình phòng chờ và biển quầy đang ghi “Tạm nghỉ”.
desk-paused-hint-why = Màn hình phòng chờ và biển quầy đang ghi “Tạm nghỉ” và “{ $why }”.
desk-paused-waiting = { $count } người vẫn chờ quầy này.

## Phím
desk-keys = Phím
desk-key-next = Gọi người tiếp theo
desk-key-next-hint = tiếp theo
desk-key-nobody = Chưa có ai để gọi
desk-key-start = Người dân đã đến, bắt đầu
desk-key-done-and-next = Xong và gọi tiếp
desk-key-done = Xong
desk-key-done-hint = chưa có ai chờ
desk-key-recall = Gọi lại
desk-key-finish = Kết thúc
desk-key-no-show = Vắng mặt
desk-key-transfer = Chuyển
desk-key-park = Để riêng
desk-key-services = Lĩnh vực
desk-key-outcome = Kết quả
desk-key-return = Quay lại
desk-key-call = Chọn số
desk-key-grant = Ưu tiên
desk-key-note = Ghi chú
desk-key-pause = Tạm nghỉ
desk-key-done-and-pause = Xong, nghỉ
desk-key-open = Mở quầy
desk-key-open-short = Mở quầy
desk-key-reopen = Mở lại quầy
desk-key-reopen-short = Mở lại
desk-key-choose = Chọn quầy khác
desk-key-take-over = Nhận quầy
desk-key-offline = Chờ kết nối để gọi tiếp
desk-key-undo = Hoàn tác

## Hoàn tác bước vừa rồi
desk-undo-call = Hoàn tác: gọi { $number }
desk-undo-start = Hoàn tác: bắt đầu { $number }
desk-undo-outcome = Hoàn tác: kết quả của { $number }
desk-undo-services = Hoàn tác: lĩnh vực tiếp theo của { $number }
desk-undo-finish = Hoàn tác: kết thúc { $number }
desk-undo-no-show = Hoàn tác: { $number } vắng mặt
desk-undo-park = Hoàn tác: để riêng { $number }
desk-undo-transfer = Hoàn tác: chuyển { $number }
desk-undo-pause = Hoàn tác: tạm nghỉ
desk-undo-spoken = { $what }. Bấm phím Backspace trong ít giây.

## Số điện thoại của người chưa đến
desk-contact-left = { $number } có để lại số điện thoại.
desk-contact-of = Điện thoại của { $number }:
desk-contact-gone = Không đọc được số điện thoại của { $number } nữa.
desk-contact-failed = Chưa nhận được trả lời. Bấm lại phím +.
desk-contact-show = Xem số điện thoại
desk-contact-hide = Ẩn đi

## Phím không dùng được lúc này
desk-idle-closed = Phím { $key } chưa dùng được: quầy đang đóng. Bấm Enter để mở quầy.
desk-idle-held = Phím { $key } chưa dùng được: quầy này đang có { $officer }.
desk-idle-nobody = Phím { $key } chưa dùng được: chưa gọi ai.
desk-idle-calling = Phím { $key } chưa dùng được: đang gọi { $number }. Bắt đầu hoặc báo vắng mặt trước.
desk-idle-serving = Phím { $key } chưa dùng được: { $number } đang ở quầy. Khi xong, bấm Enter hoặc 1.
desk-idle-paused = Phím { $key } chưa dùng được: quầy đang tạm nghỉ. Bấm 9 để mở lại.
desk-idle-offline = Phím { $key } chưa dùng được: đang mất kết nối.
desk-idle-unused = Phím { $key } chưa có việc ở màn hình này.
desk-idle-nobody-away = Phím { $key } chưa dùng được: không có số nào để riêng hay vắng mặt.
desk-idle-note = Phím { $key } chưa dùng được: chưa có số nào để ghi chú, hoặc ghi chú chưa tải xong.
desk-idle-nothing-to-undo = Phím { $key } chưa dùng được: không có bước nào để hoàn tác, hoặc đã quá lâu.

## Câu trả lời của máy chủ
desk-unanswered = Chưa nhận được trả lời. Bấm lại phím vừa rồi: không việc nào bị làm hai lần.
desk-unanswered-offline = Chưa nhận được trả lời. Khi có lại kết nối, màn hình cho biết việc đó đã xong chưa.
desk-sign-out-failed = Chưa đăng xuất được vì mất kết nối. Mời thử lại.
desk-refused-unknown = Máy chủ không làm được việc này. Mời bấm lại.

## Hôm nay
desk-today = Hôm nay
desk-today-served = Đã phục vụ
desk-today-service = Trung bình
desk-today-wait = Người dân chờ
desk-today-no-show = Vắng mặt
desk-minutes = phút
desk-others = Quầy khác
desk-other-closed = Đang đóng
desk-other-paused-why = { $paused }: { $why }
desk-other-calling = đang gọi

## Chọn quầy
desk-choose = Chọn quầy
desk-choose-hint = Bấm số của quầy rồi Enter.
desk-choose-mine = Quầy của bạn
desk-choose-free = Đang đóng, mời mở
desk-choose-go = Vào Quầy { $counter }
desk-choose-nothing = Bấm số của quầy
desk-choose-offline = Không nối được máy chủ. Màn hình tự thử lại.
desk-unknown-counter = Không có Quầy { $counter }
desk-unknown-counter-hint = Mời chọn một quầy của bộ phận này.
desk-forbidden = Trang này dành cho cán bộ ở quầy
desk-forbidden-hint = Bạn đang đăng nhập là { $name }. Mời đăng nhập bằng tên cán bộ có quầy.
desk-forbidden-go = Đăng nhập bằng tên khác
