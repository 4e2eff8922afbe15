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

## Quầy thế nào
common-counter-closed = Đóng
common-counter-open = Đang mở
common-counter-calling = Đang gọi
common-counter-serving = Đang phục vụ
common-counter-paused = Tạm nghỉ

## Người đang chờ mà chưa có quầy nào mở
common-stranded-service = { $service }: { $count } người đang chờ, chưa có quầy nào mở (Quầy { $counters }).
common-stranded-paused = { $service }: { $count } người đang chờ Quầy { $counters } hết giờ tạm nghỉ.
common-stranded-nowhere = { $service }: { $count } người đang chờ, không có quầy nào nhận lĩnh vực này.
common-stranded-alone = { $count } người chỉ chờ Quầy { $counters }, quầy đang tạm nghỉ.
common-stranded-more = Còn { $count } người nữa cũng vậy.

## Số thế nào
common-ticket-waiting = Đang chờ
common-ticket-called = Đang gọi
common-ticket-serving = Đang phục vụ
common-ticket-finished = Đã xong
common-ticket-no-show = Vắng mặt
common-ticket-cancelled = Đã trả số

## Mất kết nối
common-reconnecting = Đang kết nối lại
common-updated = Cập nhật lúc { $time }
common-no-server = Không nối được máy chủ

## Nút
common-back = Quay lại
common-done = Xong
common-cancel = Bỏ qua
common-try-again = Thử lại

## Tập huấn
common-rehearsal = TẬP HUẤN – không phải số thật
