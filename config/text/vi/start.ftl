# Trang đầu.

start-title = Mời
start-word = Mời
start-meaning = Lấy số, gọi số, chờ cho thoải mái.
start-language = English
start-hall = Ở phòng chờ
start-staff = Cho cán bộ
start-waiting = Người đang chờ
start-counters-open = Quầy đang mở
start-counter-number = Quầy { $counter }
start-open = đang mở
start-closed = đóng
start-paused = tạm nghỉ
start-paused-until = tạm nghỉ đến
start-as-of = Mất kết nối, số liệu lúc { $time }

start-kiosk = Máy lấy số
start-kiosk-for = Người dân chọn việc và lấy số thứ tự
start-wall = Màn hình phòng chờ
start-wall-for = Hiện số được gọi, cho cả phòng
start-counter = Màn hình quầy
start-counter-for = Đặt trước mỗi quầy: số nào đang được mời
start-phone = Điện thoại
start-phone-for = Xem lượt của mình: quét mã trên phiếu
start-book = Đặt lịch hẹn
start-book-for = Chọn ngày giờ trước khi đến
start-desk = Bàn làm việc
start-desk-for = Cán bộ gọi số bằng bàn phím số
start-reception = Tiếp đón
start-reception-for = Cấp số hộ, tìm số, nhập số dự phòng sau khi mất điện
start-sign-in = Đăng nhập
start-sign-in-for = Tên, mã PIN và quầy hôm nay
start-admin = Tình trạng văn phòng
start-admin-for = Người quản trị: có gì hỏng, và phải làm gì
start-api = Giao diện lập trình
start-api-for = Cho người kết nối phần mềm khác
