### Số dự phòng in trên giấy A4, cho văn phòng không có máy in phiếu.

roll-title = Số dự phòng
roll-how = In trước, cắt rời, cất ở bàn tiếp đón. Không gắn với ngày nào: mỗi ngày dùng lại được. Phát từ số nhỏ nhất, nhớ ghi ngày giờ.
roll-none = Cấu hình chưa để dành số nào cho giấy: xem mục [outage].
roll-service = Lĩnh vực
roll-all = Tất cả
roll-count = Số tờ mỗi lĩnh vực
roll-print = In { $count } trang
roll-slip = Số dự phòng
roll-counter = Quầy { $counters }
roll-advice = Mời giữ phiếu này và ngồi chờ. Số được gọi theo thứ tự, trước những người đến sau.
roll-handed-out = Ngày, giờ phát (chỉ có giá trị trong ngày)
