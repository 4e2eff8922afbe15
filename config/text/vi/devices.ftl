### The page "Devices": pairing them and shutting them out.

devices-title = Thiết bị
devices-lead = Máy lấy số, màn hình hoặc máy bàn mới hiện một mã. Gõ mã đó ở đây, thiết bị sẽ tự chạy, và từ nay tự chạy lại cả sau khi mất điện.
devices-code = Mã trên màn hình thiết bị
devices-code-hint = Tám chữ và số. Mã dùng được mười phút.
devices-waiting = Thiết bị muốn là: { $role }, hỏi từ { $where }.
devices-waiting-asking = Đang tìm thiết bị…
devices-name = Tên thiết bị
devices-name-hint = Ví dụ: máy lấy số ở cửa chính
devices-counter = Quầy
devices-counter-none = không có
devices-admit = Ghép thiết bị
devices-admitted = Đã ghép { $name }.
devices-all = Thiết bị đã ghép
devices-asking = Đang đọc danh sách…
devices-none = Chưa ghép thiết bị nào.

## Roles
devices-role-kiosk = Máy lấy số
devices-role-wall = Màn hình sảnh chờ
devices-role-counter-display = Bảng ở quầy
devices-role-printer = Máy in phiếu
devices-role-rating = Máy đánh giá
devices-role-desk = Máy bàn

devices-on = Đang chạy
devices-seen = Thấy lần cuối { $time }
devices-not-seen = Chưa thấy từ khi mở máy chủ
devices-paired = Ghép lúc { $time }, người ghép: { $who }
devices-revoke = Thu hồi
devices-ask = Thu hồi { $name }? Màn hình của thiết bị sẽ ngắt ngay.
devices-revoked = Đã thu hồi { $name }.
