### Trang "Thứ tự gọi": những lượt gọi trước người đến sớm hơn, cho người quản trị và người kiểm tra.

record-title = Thứ tự gọi
record-lead = Những lượt gọi trước người đến sớm hơn: ai gọi, gọi số nào, vì sao. Không bao giờ ghi ai thuộc diện ưu tiên nào.
record-asking = Đang đọc nhật ký…
record-day = Ngày
record-day-before = Ngày làm việc trước
record-day-after = Ngày làm việc sau
record-running = Ngày này chưa xong: số liệu đến { $time }.
record-as-of = Không nối được với máy chủ. Dưới đây là số liệu lúc { $time }.
record-no-day = Nhật ký chưa có ngày nào. Sổ này bắt đầu từ số đầu tiên được gọi.
record-none = Hôm ấy không ai được gọi trước người đến sớm hơn.
record-none-running = Đến { $time }, chưa ai được gọi trước người đến sớm hơn.
record-none-filtered = Không có lượt nào khớp với những gì đã chọn.
record-table = Tải bảng (CSV)
record-print = In

## Con số
record-calls = Lượt gọi
record-calls-more = không kể gọi lại
record-total = Trước người đến sớm hơn
record-total-more = { $chosen } lượt do cán bộ chọn
record-share = Tỷ lệ
record-share-more = trên số lượt gọi
record-largest = Vượt xa nhất
record-largest-more = { $number } trước { $earliest }
record-minutes = phút

## Lọc và bảng
record-filter = Chỉ xem
record-filter-kind = Lý do
record-filter-officer = Cán bộ
record-filter-counter = Quầy
record-all = Tất cả
record-shown =
    { $count ->
       *[other] { $count } lượt
    }
record-too-many = Trang này hiện { $shown } lượt đầu. Bảng CSV có đủ { $total } lượt.
record-at = Lúc gọi
record-number = Số
record-counter = Quầy
record-officer = Cán bộ
record-why = Lý do
record-passed = Ai bị vượt
record-passed-first =
    { $minutes ->
        [0] { $number }, đến trước chưa đầy một phút
       *[other] { $number }, đến trước { $minutes } phút
    }
record-passed-others = và { $count } người nữa
record-counter-named = Quầy { $counter }
record-printed = In lúc { $time }, ngày { $date }

## Loại lý do
record-kind-chosen = Cán bộ chọn
record-kind-priority = Ưu tiên
record-kind-returned = Trở lại sau khi bổ sung giấy tờ
record-kind-missed = Trở lại sau khi lỡ lượt
record-kind-transferred = Chuyển từ quầy khác
record-kind-transferred-front = Chuyển từ quầy khác, xếp đầu
record-kind-goes-on = Đi tiếp từ quầy khác
record-kind-put-back = Quầy đã gọi phải đóng
record-kind-outage = Số phát khi mất điện, mất mạng
record-kind-turn = Đúng lượt
record-kind-other-set-up = Cấu hình khi ấy khác
