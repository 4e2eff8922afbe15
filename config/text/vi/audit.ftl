### Nhật ký quản trị: ai đã sửa thiết lập, người dùng và thiết bị.

## Đầu cột
audit-at = Lúc
audit-by = Người làm
audit-act = Việc
audit-about = Đối tượng
audit-key = Mục
audit-before = Trước
audit-after = Sau

## Người làm và việc
audit-owner = Dòng lệnh
audit-act-set-up-changed = Sửa thiết lập
audit-act-pin-made = Cấp mã PIN mới
audit-act-password-made = Đặt mật khẩu mới
audit-act-recovery-begun = Cấp mã khôi phục
audit-act-second-factor-on = Bật xác thực hai lớp
audit-act-second-factor-off = Tắt xác thực hai lớp
audit-act-sessions-ended = Kết thúc mọi phiên
audit-act-device-paired = Kết nối thiết bị
audit-act-device-revoked = Ngắt thiết bị
