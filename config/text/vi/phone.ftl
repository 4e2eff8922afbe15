### Trang theo dõi số trên điện thoại. Gọi người đọc là "bạn".
### Dấu cách cứng giữ những chữ đi liền nhau trên một dòng.

phone-title = Số của bạn
phone-title-number = { $number }, số của bạn
phone-title-called = { $number }: mời đến quầy { $counter }
phone-language-name = Tiếng Việt

## Đang chờ
phone-number = Số của bạn
phone-ahead = Trước bạn
phone-ahead-then = Trước bạn, lúc đó
phone-ahead-unit = { $count ->
   *[other] người
  }
phone-turn = Lượt của bạn
phone-next = Bạn là người tiếp theo
phone-wait = Còn khoảng
phone-minutes-unit = phút
phone-wait-unknown = Chưa ước tính được, quầy chưa mở
# $opens: 13:00
phone-wait-break = Có thể sau giờ nghỉ, từ { $opens }. Số của bạn vẫn giữ.
# $reason: lời của cơ quan; $until: 10:30
phone-wait-paused = Quầy { $counter } tạm nghỉ{ $end ->
    [said] { " " }đến { $until }
   *[none] {""}
  }{ $why ->
    [said] : { $reason }
   *[none] {""}
  }. Số của bạn vẫn giữ.
phone-status = { $count ->
    [0] Số { $number }, bạn là người tiếp theo
   *[other] Số { $number }, trước bạn { $count } người
  }
phone-soon = Sắp đến lượt.
phone-soon-return = Mời bạn quay lại phòng chờ.
phone-cases = cho { $count } hồ sơ
phone-then = Sau đó:
phone-then-here = ngay tại quầy này
phone-bring = Nhớ mang theo
phone-recent = Vừa gọi
phone-counter = Quầy { $counter }
phone-appointment = Hẹn { $time }

## Ai được gọi trước dù đến sau
phone-before = Được gọi trước bạn
phone-before-priority = ưu tiên theo luật
phone-before-appointment = có hẹn lúc { $time }
phone-before-returned = đã được gọi trước đó, nay quay lại
phone-before-transferred = được quầy khác chuyển sang
phone-before-goes-on = đã xong ở quầy khác, đi tiếp
phone-before-chosen = cán bộ gọi trực tiếp
phone-before-outage = đến trước bạn lúc mất điện hoặc mất mạng, nhận số giấy
phone-before-put-back = quầy đã gọi số này phải đóng

## Để lại số điện thoại
phone-contact-offer = Để lại số điện thoại
phone-contact-label = Số điện thoại của bạn
phone-contact-why = { $days ->
    [0] Để cán bộ gọi điện nếu đến lượt mà chưa thấy bạn. Chỉ quầy gọi bạn xem được. Xong việc là xóa, chậm nhất là cuối ngày.
   *[other] Để cán bộ gọi điện nếu đến lượt mà chưa thấy bạn. Chỉ quầy gọi bạn xem được. Xong việc là xóa, chậm nhất sau { $days } ngày.
  }
phone-contact-send = Gửi
phone-contact-close = Thôi
phone-contact-left = Nếu đến lượt mà chưa thấy bạn, cán bộ có thể gọi { $phone }.
phone-contact-left-before = Bạn đã để lại số điện thoại để cán bộ gọi khi cần.
phone-contact-take-back = Xóa số điện thoại
phone-contact-failed = Chưa gửi được. Bạn hãy thử lại.

## Được gọi, đang làm việc, xong
phone-called = Mời bạn đến quầy
phone-called-short = Số
phone-called-at = Gọi lúc { $time }
phone-serving = Bạn đang ở quầy
phone-done-at = Đã xong lúc { $time }, Quầy { $counter }
phone-thanks = Cảm ơn bạn.
phone-privacy = Không lưu tên, không lưu số căn cước. Trang này chỉ xem được trong ngày.

## Trả số
phone-cancel = Trả số
phone-cancel-sure = Bạn muốn trả số { $number }?
phone-cancel-how = Số này sẽ không được gọi nữa. Muốn làm việc, bạn phải lấy số mới.
phone-cancel-keep = Giữ số
phone-cancel-yes = Trả số
phone-cancel-failed = Chưa gửi được. Bạn hãy thử lại.
phone-cancelled = Bạn đã trả số.
phone-cancelled-how = Số { $number } không được gọi nữa. Khi cần, mời bạn lấy số mới ở máy lấy số.

## Lỡ lượt, không tìm thấy, mất kết nối
phone-missed = Số { $number } đã được gọi
phone-missed-how = Quầy { $counter } đã gọi bạn lúc { $time }. Mời bạn gặp cán bộ ở quầy hướng dẫn.
phone-missed-until = Nếu bạn đã có mặt, hãy báo trước { $time }: số này được chờ tiếp, không phải lấy số mới.

## Để riêng, quay lại
phone-parked = Số của bạn được để riêng.
phone-parked-counter = Khi có đủ giấy tờ, mời bạn quay lại Quầy { $counter }.
phone-parked-anywhere = Khi có đủ giấy tờ, mời bạn quay lại phòng chờ.
phone-parked-kept = Bạn không mất lượt và không phải lấy số mới; số chưa được gọi khi bạn chưa báo đã quay lại.
phone-come-back = Tôi đã quay lại
phone-come-back-failed = Chưa gửi được. Bạn hãy thử lại.
phone-come-back-refused = Số này chưa nhận lại được ở đây. Mời bạn gặp cán bộ ở quầy hướng dẫn.
phone-transferred = Quầy { $counter } đã chuyển số của bạn.
phone-transferred-counter = Quầy { $counter } sẽ gọi bạn; số vẫn giữ nguyên.
phone-goes-on = Xong ở Quầy { $counter }.
phone-goes-on-to = Tiếp theo: { $service }, Quầy { $counters }. Số vẫn giữ nguyên.
phone-goes-on-nowhere = Tiếp theo: { $service }. Số vẫn giữ nguyên.
phone-unknown = Không tìm thấy số này
phone-unknown-how = Số chỉ có giá trị trong ngày. Mời bạn quét lại mã trên phiếu, hoặc hỏi cán bộ ở quầy hướng dẫn.
# $day: như 24/11/2026
phone-expired = Số đã hết hiệu lực
phone-expired-how = Số { $number } chỉ có giá trị trong ngày { $day }. Mời bạn lấy số mới.
phone-call-office = Gọi { $phone }
phone-offline = Mất kết nối.
phone-offline-since = Số liệu lúc { $time }. Đang kết nối lại.
phone-offline-now = Đang kết nối lại.
phone-watch = Xin nhìn màn hình
phone-watch-where = trong phòng chờ
phone-again = Thử lại
