### Những từ mà nhiều trang cùng dùng.

## Tên các tiếng, viết bằng chính tiếng ấy
common-language-vi = Tiếng Việt
common-language-en = English

## Số và quầy
common-ticket = Số { $number }
common-counter = Quầy { $counter }
common-people =
    { $count ->
       *[other] { $count } người
    }
common-minutes =
    { $count ->
       *[other] { $count } phút
    }
common-minutes-range = { $from }–{ $to } phút
common-waiting =
    { $count ->
        [0] Không có ai chờ
       *[other] { $count } người đang chờ
    }

## Quầy thế nào
common-counter-closed = Đóng
common-counter-open = Đang mở
common-counter-calling = Đang gọi
common-counter-serving = Đang phục vụ
common-counter-paused = Tạm nghỉ
common-until = đến { $time }

## Số thế nào
common-ticket-waiting = Đang chờ
common-ticket-called = Đang gọi
common-ticket-serving = Đang phục vụ
common-ticket-finished = Đã xong
common-ticket-no-show = Vắng mặt
common-ticket-cancelled = Đã trả số
common-priority = Ưu tiên

## Ngày; $day và $month là chữ số
common-date = { $weekday }, { $day }/{ $month }
common-monday = Thứ Hai
common-tuesday = Thứ Ba
common-wednesday = Thứ Tư
common-thursday = Thứ Năm
common-friday = Thứ Sáu
common-saturday = Thứ Bảy
common-sunday = Chủ Nhật

## Mất kết nối
common-reconnecting = Đang kết nối lại
common-updated = Cập nhật lúc { $time }
common-figures-from = Số liệu lúc { $time }
common-no-server = Không nối được máy chủ

## Nút
common-back = Quay lại
common-done = Xong
common-cancel = Bỏ qua
common-try-again = Thử lại
