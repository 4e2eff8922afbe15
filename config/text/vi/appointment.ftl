### Đặt lịch hẹn và trang lịch hẹn trên điện thoại; tệp lịch. Gọi người đọc là "bạn".

appointment-title = Lịch hẹn của bạn
appointment-book-title = Đặt lịch hẹn
appointment-language-name = Tiếng Việt

## Đặt hẹn: chọn việc, ngày, giờ
appointment-service = Bạn cần làm việc gì?
appointment-day = Chọn ngày
appointment-time = Chọn giờ
appointment-free = { $count ->
   *[other] còn { $count } chỗ
  }
appointment-full = đã kín
appointment-no-days = Hiện chưa có ngày nào còn chỗ. Bạn vẫn có thể đến lấy số trong giờ làm việc.
appointment-no-times = Ngày này không còn giờ nào. Xin chọn ngày khác.
appointment-back = Quay lại
appointment-check = Xem lại lịch hẹn
appointment-book = Đặt lịch hẹn
appointment-no-name = Không cần tên, không cần số căn cước. Ai có mã thì có lịch hẹn.
appointment-offline = Cơ quan này không nhận đặt hẹn qua mạng. Cán bộ ở quầy hướng dẫn đặt hẹn giúp bạn: mời gọi điện hoặc đến quầy.
appointment-offline-none = Cơ quan này không nhận đặt hẹn. Mời bạn đến lấy số trong giờ làm việc.
appointment-failed = Chưa gửi được. Bạn hãy thử lại.
appointment-again = Thử lại
appointment-loading = Đang tải

## Lịch hẹn
appointment-booked = Đã đặt lịch hẹn
appointment-yours = Lịch hẹn của bạn
appointment-code = Mã hẹn
appointment-how = Đến nơi, bạn chọn “Tôi có lịch hẹn” ở máy lấy số rồi nhập mã này hoặc đưa mã QR vào máy quét.
appointment-when = Có thể lấy số từ { $from } đến { $until }.
appointment-keep = Hãy lưu trang này lại: mã chỉ có ở đây.
appointment-bring = Nhớ mang theo
appointment-calendar = Thêm vào lịch
appointment-cancel = Hủy lịch hẹn
appointment-cancel-sure = Bạn muốn hủy lịch hẹn lúc { $time }?
appointment-cancel-how = Chỗ này sẽ dành cho người khác.
appointment-cancel-keep = Giữ lịch hẹn
appointment-cancel-yes = Hủy lịch hẹn
appointment-check-in = Tôi đã đến
appointment-cancelled = Lịch hẹn đã hủy
appointment-cancelled-how = Bạn có thể đặt lịch hẹn mới, hoặc đến lấy số trong giờ làm việc.
appointment-kept = Bạn đã lấy số { $number }
appointment-kept-how = Hãy theo dõi số này trên màn hình, hoặc quét mã trên phiếu.
appointment-follow = Theo dõi số này
appointment-missed = Đã quá giờ hẹn
appointment-missed-how = Mời bạn lấy số thường ở máy lấy số, hoặc đặt lịch hẹn mới.
appointment-unknown = Lịch hẹn đã qua hoặc không tìm thấy
appointment-unknown-how = Ngày hẹn có thể đã qua. Mời bạn kiểm tra lại địa chỉ, hoặc hỏi cán bộ ở quầy hướng dẫn.
appointment-new = Đặt lịch hẹn mới
appointment-call-office = Gọi { $phone }
appointment-qr = Mã QR của lịch hẹn

## Tệp lịch
appointment-calendar-summary = Hẹn: { $service }
appointment-calendar-code = Mã hẹn: { $code }
appointment-calendar-how = Đến nơi, nhập mã này ở máy lấy số.
