### Số dự phòng in trên giấy A4, cho văn phòng không có máy in phiếu.

roll-title = Số dự phòng
roll-how = In trước, cắt rời, cất ở bàn tiếp đón. Mỗi tờ chỉ phát một lần; tờ chưa phát thì để dành cho ngày khác. Phát từ số nhỏ nhất, nhớ ghi ngày giờ.
roll-none = Cấu hình chưa để dành số nào cho giấy: xem mục [outage].
roll-service = Lĩnh vực
roll-all = Tất cả
roll-count = Số tờ mỗi lĩnh vực
roll-from = Bắt đầu từ số (khi in một lĩnh vực)
roll-pile = Đã in trước: { $numbers }. Các tờ ấy còn trong tập thì xếp trên, phát trước.
roll-print = In { $count } trang
roll-slip = Số dự phòng
roll-counter = Quầy { $counters }
roll-advice = Mời giữ phiếu này và ngồi chờ. Số được gọi theo thứ tự, trước những người đến sau.
roll-handed-out = Ngày, giờ phát (chỉ có giá trị trong ngày)
